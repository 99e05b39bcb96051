//! `POST /templates/{document}`: an office puts in its own template.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use chrono::NaiveDate;
use platform::files::{self, NewFile, Source};
use platform::{Answer, Change, Ctx, Path, Problem, Result};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::check::checked;
use super::{Fresh, NOUN, from_day, office, pack, write};
use crate::authz::{TEMPLATE_LIST, TEMPLATE_WRITE};
use crate::letter::DOCX;
use crate::problems::{FILE_LARGE, LETTER_UNKNOWN};

/// A template is text and perhaps a seal.
const LARGEST: usize = 20 << 20;

/// A version that was put in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TemplateTaken)]
pub(crate) struct Taken {
    /// Key of the version.
    pub(super) id: Uuid,
    /// Its first day.
    pub(super) from: NaiveDate,
}

#[derive(Default)]
struct Received {
    from: Option<NaiveDate>,
    note: String,
    file: Option<(String, Vec<u8>)>,
}

/// Takes an office's template for a document from a day on, after every place in it was checked.
/// Nothing is kept of a template that cannot be used.
#[utoipa::path(
    post, path = "/templates/{document}", operation_id = TEMPLATE_WRITE.id, tag = "decide",
    params(("document" = String, Path)),
    request_body(content_type = "multipart/form-data", description = "from, note, and one .docx"),
    responses((status = 201, body = Taken), (status = 422, description = "decide.template.wrong"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(document): Path<String>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    // Whoever may not change templates sends nothing.
    if !ctx.permits(TEMPLATE_WRITE.permission) {
        return Err(Problem::new(&platform::problem::kinds::DENIED));
    }
    let office = office(&ctx)?;
    let form = form.map_err(|e| Problem::new(&platform::problem::kinds::MEDIA_TYPE).because(e))?;
    let received = receive(form).await?;
    let from = from_day(&ctx, received.from)?;
    let (name, bytes) = received
        .file
        .ok_or_else(|| Problem::invalid().field("/file", "请选择文件", "Choose a file."))?;
    let mut tx = ctx.begin(&TEMPLATE_WRITE, None).await?;
    tx.require(&office)?;
    let pack = pack(&ctx, tx.conn()).await?;
    let text = pack.template(&document, &office);
    let text = text.ok_or_else(|| Problem::new(&LETTER_UNKNOWN))?;
    checked(text, &bytes)?;
    let size = i64::try_from(bytes.len()).map_err(Problem::internal)?;
    let stored = files::store(ctx.floor(), Source::Bytes(bytes)).await?;
    let new = NewFile {
        name: &name,
        media: DOCX,
        permission: TEMPLATE_LIST.permission,
        division: Some(&office),
        section: None,
        noun: Some(NOUN),
        subject: Some(document.clone()),
        personal: false,
    };
    let file = files::attach(&mut tx, &stored, new).await?;
    let fresh = Fresh {
        document: &document,
        from,
        file: Some(file),
        name: &name,
        size,
        note: &received.note,
    };
    let id = write(&mut tx, &office, fresh).await?;
    let said = json!({
        "document": document, "from": from, "file": file,
        "digest": platform::hash::hex(&stored.digest),
    });
    tx.record(Change::created(NOUN, id, &office, &said));
    tx.finish(201, &Taken { id, from }).await
}

async fn receive(mut form: Multipart) -> Result<Received> {
    let malformed =
        |e: MultipartError| Problem::new(&platform::problem::kinds::MALFORMED).because(e);
    let mut received = Received::default();
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        let key = field.name().unwrap_or_default().to_owned();
        if let Some(name) = field.file_name().map(str::to_owned) {
            received.file = Some((name.chars().take(120).collect(), content(field).await?));
            continue;
        }
        let text = field.text().await.map_err(malformed)?;
        match (key.as_str(), text.trim()) {
            ("from", "") => {}
            ("from", day) => {
                let day = day.parse().map_err(|_| {
                    let problem = Problem::invalid();
                    problem.field(
                        "/from",
                        "日期应写成 2026-12-01",
                        "Write the day as 2026-12-01.",
                    )
                })?;
                received.from = Some(day);
            }
            ("note", note) => received.note = note.chars().take(200).collect(),
            _ => {}
        }
    }
    Ok(received)
}

/// The content, as long as it is no larger than a template may be.
async fn content(mut field: Field<'_>) -> Result<Vec<u8>> {
    match files::read_part(&mut field, LARGEST).await? {
        Some(bytes) => Ok(bytes),
        None => Err(Problem::new(&FILE_LARGE)),
    }
}
