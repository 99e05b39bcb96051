//! `POST /alignments`: two lists, each from the records or from a file.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use kernel::{Bilingual, dates};
use platform::files::{self, NewFile};
use platform::{Answer, Change, Ctx, Problem, Result, Sql, Tx};
use serde_json::json;
use uuid::Uuid;

use super::{build, lines, store};
use crate::authz::ALIGNMENT_CREATE;
use crate::form::{self, Form, Upload};
use crate::model::AlignmentStatus;
use crate::words;

/// A name of at most so many characters.
const NAME: usize = 100;

/// Lays two lists beside each other: fields `title`, `scheme`, `division`, `on`, `follows`,
/// `here_name`, `there_name`; files `here`, `there`. A side without a file comes from the records.
#[utoipa::path(post, path = "/alignments", operation_id = ALIGNMENT_CREATE.id, tag = "oversight",
    request_body(content_type = "multipart/form-data", description = "title, scheme, division, on, follows, here_name, there_name; files here, there"),
    responses((status = 201, body = store::AlignmentView)))]
pub(crate) async fn handle(
    ctx: Ctx,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let form = form::receive(&ctx, &ALIGNMENT_CREATE, form).await?;
    for (key, pointer) in [("here", "/here"), ("there", "/there")] {
        if let Some(upload) = form.files.get(key) {
            readable(&ctx, upload, pointer).await?;
        }
    }
    let title = form.text("title").unwrap_or_default().to_owned();
    crate::said(&title, "/title")?;
    let on = match form.text("on") {
        None => ctx.floor().today(),
        Some(text) => {
            dates::parse_date(text).map_err(|e| Problem::invalid().field("/on", e.zh(), e.en()))?
        }
    };
    if on > ctx.floor().today() {
        return Err(Problem::invalid().field(
            "/on",
            "日期不能晚于今天",
            "The day cannot lie in the future.",
        ));
    }
    let division = match form.text("division") {
        Some(code) => crate::division(code, "/division")?,
        None => ctx.actor().division,
    };
    let mut tx = ctx.begin(&ALIGNMENT_CREATE, None).await?;
    tx.require(&division)?;
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    let schemes = pack.supervision(&division).alignments();
    let key = form.text("scheme").unwrap_or("revitalisation");
    let scheme = schemes.iter().find(|s| s.key == key).ok_or_else(|| {
        let known: Vec<&str> = schemes.iter().map(|s| s.key.as_str()).collect();
        Problem::invalid().field(
            "/scheme",
            format!("没有这种对接方案，可选：{}", known.join("、")),
            format!("There is no such scheme; one of: {}", known.join(", ")),
        )
    })?;
    let (edition, follows) = before(&mut tx, &form).await?;
    let id = ctx.floor().new_id();
    let here_file = attach(&mut tx, id, &form, "here").await?;
    let there_file = attach(&mut tx, id, &form, "there").await?;
    let from = |file: Option<Uuid>| if file.is_some() { "file" } else { "records" };
    let name = |key: &str, otherwise: &str| {
        let text = form.text(key).unwrap_or(otherwise);
        text.chars().take(NAME).collect::<String>()
    };
    let year = ctx.floor().today().format("%Y").to_string();
    let area = division.as_str()[..6].to_owned();
    let serial = tx
        .serial(&area, "alignment", year.parse().unwrap_or(0))
        .await?;
    let number = format!("{area}-DJ-{year}-{serial:04}");
    let job = tx
        .enqueue(build::KIND, &build::Args { alignment: id })
        .await?;
    let sql = Sql::with(
        "insert into alignment (id, number, title, scheme, division, on_date, follows, edition, here_name, there_name, \
         here_from, there_from, here_file, there_file, notes, status, job, created_by, created_at, version) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 'building', ?, ?, ?, 1)",
        [
            id.into(),
            number.as_str().into(),
            title.as_str().into(),
            key.into(),
            division.as_str().into(),
            on.into(),
            follows.into(),
            edition.into(),
            name("here_name", "民政部门").into(),
            name("there_name", &scheme.theirs.zh).into(),
            from(here_file).into(),
            from(there_file).into(),
            here_file.into(),
            there_file.into(),
            job.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    let what = json!({"number": number, "scheme": key, "on": on, "edition": edition,
        "here": from(here_file), "there": from(there_file)});
    tx.record(Change::created("alignment", id, &division, &what));
    let found = store::find(tx.conn(), tx.scope(), id).await?;
    let view = store::views(tx.conn(), vec![found]).await?.remove(0);
    tx.finish(201, &view).await
}

/// A file that cannot be read is refused now and not by the job.
async fn readable(ctx: &Ctx, upload: &Upload, pointer: &'static str) -> Result<()> {
    let stored = upload.stored.clone();
    let open = move |floor: &platform::Floor| files::open_stored(floor, &stored);
    let table = form::table(ctx.floor(), open, &upload.name, pointer).await?;
    form::layout(&table, lines::WANTED, pointer).map(|_| ())
}

/// The edition that this one follows; it is closed to further work.
async fn before(tx: &mut Tx, form: &Form) -> Result<(i32, Option<Uuid>)> {
    let Some(text) = form.text("follows") else {
        return Ok((1, None));
    };
    let id = Uuid::parse_str(text).map_err(|_| Problem::not_found())?;
    let found = store::own(tx.conn(), tx.scope(), id).await?;
    found.status.require(
        &[AlignmentStatus::Open, AlignmentStatus::Closed],
        ("生成新版", "another edition"),
    )?;
    let sql =
        Sql::new("update alignment set status = 'replaced', version = version + 1 where id = ")
            .bind(id);
    tx.conn().run(sql).await?;
    Ok((found.edition + 1, Some(id)))
}

async fn attach(tx: &mut Tx, id: Uuid, form: &Form, key: &'static str) -> Result<Option<Uuid>> {
    let Some(upload) = form.files.get(key) else {
        return Ok(None);
    };
    let division = tx.ctx().actor().division;
    let file = NewFile {
        name: &upload.name,
        media: "application/octet-stream",
        permission: ALIGNMENT_CREATE.permission,
        division: Some(&division),
        section: None,
        noun: Some("alignment"),
        subject: Some(id.to_string()),
        personal: true,
    };
    files::attach(tx, &upload.stored, file).await.map(Some)
}
