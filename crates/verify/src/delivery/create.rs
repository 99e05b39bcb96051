//! `POST /deliveries`: a file of a department comes, and its columns are looked for.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use chrono::NaiveDate;
use kernel::{Bilingual as _, DivisionCode, dates};
use platform::files::{self, NewFile, Source, Stored};
use platform::{Answer, Change, Ctx, Problem, Result, Tx, bulk};
use uuid::Uuid;

use super::store::{self, Delivery, NOUN};
use super::{columns, spool};
use crate::authz::{DELIVERY_CREATE, DELIVERY_GET};
use crate::words;

/// A delivery that comes.
pub struct NewDelivery {
    /// Key of the source.
    pub source: String,
    /// The area that it is for; the actor's own where not said.
    pub division: Option<DivisionCode>,
    /// The day of its data; today where not said.
    pub as_of: Option<NaiveDate>,
    /// It completes the past, although one of a later day may be in force.
    pub keep_older: bool,
    /// The file's name.
    pub name: String,
    /// Its content.
    pub content: Source,
}

/// What was said and what is on disk already.
struct Received {
    source: String,
    division: Option<DivisionCode>,
    as_of: Option<NaiveDate>,
    keep_older: bool,
    name: String,
    stored: Stored,
}

/// Uploads a delivery. Its columns are shown for a look; `start` takes it in.
#[utoipa::path(
    post, path = "/deliveries", operation_id = DELIVERY_CREATE.id, tag = "verify",
    request_body(content_type = "multipart/form-data",
        description = "source, as_of, division (optional), keep_older (true or false, optional), file"),
    responses((status = 201, body = Delivery))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let form = form.map_err(|e| Problem::new(&platform::problem::kinds::MEDIA_TYPE).because(e))?;
    let received = receive(&ctx, form).await?;
    let (tx, delivery) = begin(&ctx, received).await?;
    let version = delivery.version;
    tx.finish_versioned(201, &delivery, version).await
}

/// Uploads a delivery; for the demo and the commands.
///
/// # Errors
/// As the endpoint; nothing is kept then.
pub async fn create(ctx: &Ctx, given: NewDelivery) -> Result<Delivery> {
    let stored = files::store(ctx.floor(), given.content).await?;
    let received = Received {
        source: given.source,
        division: given.division,
        as_of: given.as_of,
        keep_older: given.keep_older,
        name: given.name,
        stored,
    };
    let (tx, delivery) = begin(ctx, received).await?;
    tx.commit().await?;
    Ok(delivery)
}

async fn receive(ctx: &Ctx, mut form: Multipart) -> Result<Received> {
    if !ctx.permits(DELIVERY_CREATE.permission) {
        return Err(Problem::new(&platform::problem::kinds::DENIED));
    }
    let malformed =
        |e: MultipartError| Problem::new(&platform::problem::kinds::MALFORMED).because(e);
    let (mut source, mut division, mut as_of, mut keep_older) = (None, None, None, false);
    let mut file = None;
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(called) = field.file_name().map(str::to_owned) {
            if file.is_some() {
                return Err(Problem::invalid().field(
                    "/file",
                    "一次只能上传一个文件",
                    "Upload one file at a time.",
                ));
            }
            file = Some((called, store_field(ctx, field).await?));
            continue;
        }
        let text = field.text().await.map_err(malformed)?;
        match name.as_str() {
            "source" => source = Some(text.trim().to_owned()),
            "division" if !text.trim().is_empty() => division = Some(words::place(&text)?),
            "as_of" if !text.trim().is_empty() => {
                let day = dates::parse_date(&text)
                    .map_err(|e| Problem::invalid().field("/as_of", e.zh(), e.en()))?;
                as_of = Some(day);
            }
            "keep_older" => keep_older = text.trim() == "true",
            _ => {}
        }
    }
    let source = source.filter(|s| !s.is_empty()).ok_or_else(|| {
        Problem::invalid().field("/source", "请选择数据来源", "Choose the source.")
    })?;
    let (name, stored) =
        file.ok_or_else(|| Problem::invalid().field("/file", "请选择文件", "Choose the file."))?;
    Ok(Received {
        source,
        division,
        as_of,
        keep_older,
        name,
        stored,
    })
}

async fn store_field(ctx: &Ctx, mut field: Field<'_>) -> Result<Stored> {
    // The part borrows the form, so it is handed over piece by piece.
    let (out, pieces) = tokio::sync::mpsc::channel::<std::io::Result<bytes::Bytes>>(4);
    let pieces =
        futures::stream::unfold(pieces, async |mut p| p.recv().await.map(|piece| (piece, p)));
    let floor = ctx.floor().clone();
    let storing =
        tokio::spawn(async move { files::store(&floor, Source::Stream(Box::pin(pieces))).await });
    loop {
        let piece = match field.chunk().await {
            Ok(Some(piece)) => Ok(piece),
            Ok(None) => break,
            Err(e) => Err(std::io::Error::other(e.to_string())),
        };
        let failed = piece.is_err();
        if out.send(piece).await.is_err() || failed {
            break;
        }
    }
    drop(out);
    storing.await.map_err(Problem::internal)?
}

async fn begin(ctx: &Ctx, given: Received) -> Result<(Tx, Delivery)> {
    let today = ctx.floor().today();
    let as_of = given.as_of.unwrap_or(today);
    if as_of > today {
        return Err(Problem::invalid().field(
            "/as_of",
            "数据日期不能晚于今天",
            "The day of the data cannot lie in the future.",
        ));
    }
    let division = given.division.unwrap_or(ctx.actor().division);
    let reader = ctx.query(&DELIVERY_GET).await?;
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    reader.finish().await?;
    let kind = words::kind(&pack, &division, &given.source)?;
    let (floor, stored, name) = (
        ctx.floor().clone(),
        given.stored.clone(),
        given.name.clone(),
    );
    let looked = tokio::task::spawn_blocking(move || {
        let file = spool::source(&floor, files::open_stored(&floor, &stored)?, &name)?;
        columns::look(&kind, &file)
    })
    .await
    .map_err(Problem::internal)??;
    let mut tx = ctx.begin(&DELIVERY_CREATE, None).await?;
    tx.require(&division)?;
    let id = ctx.floor().new_id();
    write(&mut tx, id, &division, as_of, &given, &looked).await?;
    let row = store::find(ctx.floor(), tx.conn(), tx.scope(), id).await?;
    let view = store::views(tx.conn(), &pack, vec![row]).await?.pop();
    Ok((tx, view.ok_or_else(Problem::not_found)?))
}

async fn write(
    tx: &mut Tx,
    id: Uuid,
    division: &DivisionCode,
    as_of: NaiveDate,
    given: &Received,
    looked: &columns::Look,
) -> Result<()> {
    let new = NewFile {
        name: &given.name,
        media: "application/octet-stream",
        // The raw file is for the job alone: nobody holds this permission.
        permission: "verify.delivery.raw",
        division: Some(division),
        section: None,
        noun: Some(NOUN),
        subject: Some(id.to_string()),
        personal: true,
    };
    let file = files::attach(tx, &given.stored, new).await?;
    let floor = tx.floor().clone();
    let name = floor.vault().seal(NOUN, "name", id, given.name.as_bytes());
    let columns = [
        "id",
        "source",
        "division",
        "as_of",
        "status",
        "keep_older",
        "file",
        "name",
        "titles",
        "mapping",
        "created_by",
        "created_at",
        "version",
    ];
    let row = vec![
        id.into(),
        given.source.as_str().into(),
        division.as_str().into(),
        as_of.into(),
        "uploaded".into(),
        given.keep_older.into(),
        file.into(),
        name.into(),
        serde_json::to_string(&looked.titles)?.into(),
        serde_json::to_string(&looked.mapping)?.into(),
        tx.ctx().actor().user.into(),
        floor.now().into(),
        1.into(),
    ];
    bulk::insert(tx, NOUN, &columns, [row]).await?;
    let what = serde_json::json!({"source": given.source, "as_of": as_of,
        "file": platform::hash::hex(&given.stored.digest)});
    tx.record(Change::created(NOUN, id, division, &what));
    Ok(())
}
