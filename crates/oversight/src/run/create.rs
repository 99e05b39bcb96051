//! `POST /supervision-runs`.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use chrono::NaiveDate;
use kernel::{Bilingual, dates};
use pack::Pack;
use pack::model::Purpose;
use platform::files::{self, NewFile};
use platform::{Answer, Change, Ctx, Problem, Result, Sql, Tx};
use serde_json::json;
use uuid::Uuid;

use super::{gather, store};
use crate::authz::RUN_CREATE;
use crate::form::{self, Form, Upload};
use crate::problems::{NO_FILES, PROGRAMME, PURPOSE};
use crate::{subject, words};

/// Begins a run: the list is made and compared in the background. Fields `title`, `purpose`
/// (supervision: people in benefit; discovery: gaps), `division`, `month`, `programmes` (keys,
/// separated by commas; all where empty), `as_of` (day of the data); one file for each source,
/// named by the source's key.
#[utoipa::path(post, path = "/supervision-runs", operation_id = RUN_CREATE.id, tag = "oversight",
    request_body(content_type = "multipart/form-data", description = "title, purpose, division, month, programmes, as_of; one file for each source, named by its key"),
    responses((status = 201, body = store::RunView)))]
pub(crate) async fn handle(
    ctx: Ctx,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let form = form::receive(&ctx, &RUN_CREATE, form).await?;
    let title = form.text("title").unwrap_or_default().to_owned();
    crate::said(&title, "/title")?;
    let purpose = match form.text("purpose") {
        Some("supervision") => Purpose::Supervision,
        Some("discovery") => Purpose::Discovery,
        _ => {
            return Err(Problem::invalid().field(
                "/purpose",
                "用途应为 supervision（在享监督）或 discovery（主动发现）",
                "The purpose is supervision or discovery.",
            ));
        }
    };
    let division = match form.text("division") {
        Some(code) => crate::division(code, "/division")?,
        None => ctx.actor().division,
    };
    let month = subject::list::month(&ctx, form.text("month"))?;
    let as_of = match form.text("as_of") {
        None => ctx.floor().today(),
        Some(text) => dates::parse_date(text)
            .map_err(|e| Problem::invalid().field("/as_of", e.zh(), e.en()))?,
    };
    if as_of > ctx.floor().today() {
        return Err(Problem::invalid().field(
            "/as_of",
            "数据日期不能晚于今天",
            "The day of the data cannot lie in the future.",
        ));
    }
    let programmes: Vec<String> = form
        .text("programmes")
        .unwrap_or_default()
        .split(',')
        .map(|key| key.trim().to_owned())
        .filter(|key| !key.is_empty())
        .collect();
    let mut tx = ctx.begin(&RUN_CREATE, None).await?;
    tx.require(&division)?;
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    sources(&pack, &form, purpose)?;
    if let Some(key) = programmes
        .iter()
        .find(|key| !pack.programmes().iter().any(|p| p.key == **key))
    {
        return Err(Problem::new(&PROGRAMME).field(
            "/programmes",
            format!("没有项目“{key}”"),
            format!("There is no programme {key}."),
        ));
    }
    let year = ctx.floor().today().format("%Y").to_string();
    let area = division.as_str()[..6].to_owned();
    let serial = tx
        .serial(&area, "supervision_run", year.parse().unwrap_or(0))
        .await?;
    let id = ctx.floor().new_id();
    let number = format!("{area}-JD-{year}-{serial:04}");
    let job = tx.enqueue(gather::KIND, &gather::Args { run: id }).await?;
    let sql = Sql::with(
        "insert into supervision_run (id, number, title, purpose, division, month, programmes, status, job, \
         created_by, created_at, version) values (?, ?, ?, ?, ?, ?, ?, 'gathering', ?, ?, ?, 1)",
        [
            id.into(),
            number.as_str().into(),
            title.trim().into(),
            purpose.key().into(),
            division.as_str().into(),
            month.index().into(),
            serde_json::to_string(&programmes)?.into(),
            job.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    for (key, upload) in &form.files {
        keep(&mut tx, &pack, id, key, upload, as_of).await?;
    }
    let what = json!({"number": number, "purpose": purpose.key(), "month": month.to_string(), "programmes": programmes});
    tx.record(Change::created("supervision_run", id, &division, &what));
    let run = store::find(tx.conn(), tx.scope(), id).await?;
    let view = store::views(tx.conn(), &pack, vec![run]).await?.remove(0);
    tx.finish(201, &view).await
}

/// Each file belongs to a source of the pack that may be used for the purpose: property data are
/// never looked through for people who are in no case and in no payment.
fn sources(pack: &Pack, form: &Form, purpose: Purpose) -> Result<()> {
    if form.files.is_empty() {
        return Err(Problem::new(&NO_FILES));
    }
    let mut wrong = Problem::new(&PURPOSE);
    for key in form.files.keys() {
        let Some(source) = pack.sources().iter().find(|source| source.key == *key) else {
            let known: Vec<&str> = pack.sources().iter().map(|s| s.key.as_str()).collect();
            return Err(Problem::invalid().field(
                format!("/{key}"),
                format!("政策包没有来源“{key}”，可用：{}", known.join("、")),
                format!("The pack has no source {key}; one of: {}", known.join(", ")),
            ));
        };
        if source.ground(purpose).is_none() {
            wrong = wrong.field(
                format!("/{key}"),
                format!("来源“{}”没有用于“{}”的依据", source.label.zh, purpose.zh()),
                format!("{} may not be used for {}.", source.label.en, purpose.key()),
            );
        }
    }
    wrong.check()
}

async fn keep(
    tx: &mut Tx,
    pack: &Pack,
    run: Uuid,
    key: &str,
    upload: &Upload,
    as_of: NaiveDate,
) -> Result<()> {
    let division = tx.ctx().actor().division;
    let file = NewFile {
        name: &upload.name,
        media: "application/octet-stream",
        permission: RUN_CREATE.permission,
        division: Some(&division),
        section: None,
        noun: Some("supervision_run"),
        subject: Some(run.to_string()),
        personal: true,
    };
    let file = files::attach(tx, &upload.stored, file).await?;
    let place = format!("{run}/{key}");
    let name = tx
        .floor()
        .vault()
        .seal("run_source", "name", place, upload.name.as_bytes());
    let source = pack.sources().iter().find(|source| source.key == key);
    let source = source.ok_or_else(Problem::not_found)?;
    let sql = Sql::with(
        "insert into run_source (run, source, zh, en, department, as_of, file, name, records, rejected) \
         values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
        [
            run.into(),
            key.into(),
            source.label.zh.as_str().into(),
            source.label.en.as_str().into(),
            source.department.as_str().into(),
            as_of.into(),
            file.into(),
            name.into(),
        ],
    );
    tx.conn().run(sql).await?;
    Ok(())
}
