//! `POST /cases/{id}/files`: a photo, paper or signature is put to a case.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use flow::{Act, PaperState, Request, State};
use platform::files::{self, NewFile, Source, Stored};
use platform::{Answer, Change, Ctx, Path, Problem, Result, Tx, bulk};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::act::Work;
use super::{NOUN, actor, answer, inside, sniff, store};
use crate::authz::{CASE_ATTACH, CASE_GET};
use crate::problems::{CASE_CLOSED, FILE_KIND, FILE_LARGE};

/// The largest single file: a photo of a good phone at full resolution, a scan of some pages.
const LARGEST: usize = 20 << 20;
/// The strokes of a signature are a small drawing.
const LARGEST_INK: usize = 1 << 20;

/// What was put to the case, and the case as it stands then.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Attached {
    /// The file's key.
    file: Uuid,
    /// The case.
    case: answer::CaseAnswer,
}

#[derive(Default)]
struct Received {
    purpose: String,
    paper: Option<String>,
    subject: Option<Uuid>,
    bound: Option<String>,
    seen: Option<u32>,
    file: Option<(String, Vec<u8>)>,
}

/// Puts a picture or PDF to an open case. For a paper of the case the paper counts as handed in
/// from then on. The strokes of a signature are bound to the content that they stand under.
#[utoipa::path(
    post, path = "/cases/{id}/files", operation_id = CASE_ATTACH.id, tag = "decide",
    params(("id" = Uuid, Path)),
    request_body(content_type = "multipart/form-data", description =
        "purpose (paper, photo, signature), paper, subject, bound (for a signature), seen, and one file"),
    responses((status = 201, body = Attached), (status = 413, description = "decide.file.too_large"),
        (status = 422, description = "decide.file.kind, decide.file.active"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    // Whoever may not work on cases, or not see this one, sends nothing to it.
    if !ctx.permits(CASE_ATTACH.permission) {
        return Err(Problem::new(&platform::problem::kinds::DENIED));
    }
    let scope = ctx.scope(&CASE_ATTACH);
    let mut reader = ctx.query(&CASE_GET).await?;
    let row = store::find(reader.conn(), &scope, id).await?;
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    if row.status != "open" {
        return Err(Problem::new(&CASE_CLOSED));
    }
    let form = form.map_err(|e| Problem::new(&platform::problem::kinds::MEDIA_TYPE).because(e))?;
    let mut received = receive(form).await?;
    let (name, bytes) = received
        .file
        .take()
        .ok_or_else(|| Problem::invalid().field("/file", "请选择文件", "Choose a file."))?;
    let media = sniff::media(&name, &bytes)?;
    let ink = received.purpose == "signature";
    if ink && (media != "image/png" || bytes.len() > LARGEST_INK) {
        return Err(Problem::new(&FILE_KIND));
    }
    let size = i64::try_from(bytes.len()).map_err(Problem::internal)?;
    let stored = files::store(ctx.floor(), Source::Bytes(bytes)).await?;
    let mut tx = ctx.begin(&CASE_ATTACH, None).await?;
    let work = Work::open(&tx, id).await?;
    inside::room(tx.conn(), id).await?;
    let file = keep(&mut tx, &work, &received, (&name, media, size), &stored).await?;
    let work = paper_given(&mut tx, &ctx, work, &received).await?;
    let case = work.answer(&tx, &ctx).await?;
    tx.finish(201, &Attached { file, case }).await
}

async fn receive(mut form: Multipart) -> Result<Received> {
    let malformed =
        |e: MultipartError| Problem::new(&platform::problem::kinds::MALFORMED).because(e);
    let mut received = Received::default();
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        let key = field.name().unwrap_or_default().to_owned();
        if let Some(name) = field.file_name().map(str::to_owned) {
            received.file = Some((name, content(field).await?));
            continue;
        }
        let text = field.text().await.map_err(malformed)?;
        let text = Some(text.trim().to_owned()).filter(|t| !t.is_empty());
        match key.as_str() {
            "purpose" => received.purpose = text.unwrap_or_default(),
            "paper" => received.paper = text,
            "subject" => received.subject = text.and_then(|t| t.parse().ok()),
            "bound" => received.bound = text.filter(|t| t.len() <= 128),
            "seen" => received.seen = text.and_then(|t| t.parse().ok()),
            _ => {}
        }
    }
    if received.purpose == "paper" && received.paper.is_none() {
        received.purpose = "photo".to_owned();
    }
    if !matches!(received.purpose.as_str(), "paper" | "photo" | "signature") {
        return Err(Problem::invalid().field(
            "/purpose",
            "用途应为 paper（材料）、photo（照片）或 signature（签字）",
            "The purpose is paper, photo or signature.",
        ));
    }
    Ok(received)
}

/// The content, as long as it is no larger than a file may be.
async fn content(mut field: Field<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(piece) = field
        .chunk()
        .await
        .map_err(|e| Problem::new(&platform::problem::kinds::MALFORMED).because(e))?
    {
        if bytes.len() + piece.len() > LARGEST {
            return Err(Problem::new(&FILE_LARGE));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

async fn keep(
    tx: &mut Tx,
    work: &Work,
    received: &Received,
    (name, media, size): (&str, &'static str, i64),
    stored: &Stored,
) -> Result<Uuid> {
    let row = &work.row;
    let new = NewFile {
        name,
        media,
        permission: CASE_GET.permission,
        division: Some(&row.division),
        section: Some(&row.section),
        noun: Some(NOUN),
        subject: Some(row.id.to_string()),
        personal: true,
    };
    let file = files::attach(tx, stored, new).await?;
    let (user, now) = (tx.ctx().actor().user, tx.floor().now());
    let columns = [
        "file", "case_id", "purpose", "paper", "subject", "bound", "media", "size", "added_by",
        "added_at",
    ];
    let values = vec![
        file.into(),
        row.id.into(),
        received.purpose.as_str().into(),
        received.paper.clone().into(),
        received.subject.map(|s| s.to_string()).into(),
        received.bound.clone().into(),
        media.into(),
        size.into(),
        user.into(),
        now.into(),
    ];
    bulk::insert(tx, "case_file", &columns, [values]).await?;
    let said = json!({
        "file": file, "purpose": received.purpose, "paper": received.paper,
        "digest": platform::hash::hex(&stored.digest),
    });
    tx.record(Change::created("case_file", file, &row.division, &said));
    Ok(file)
}

/// A paper whose picture is there is handed in.
async fn paper_given(tx: &mut Tx, ctx: &Ctx, work: Work, received: &Received) -> Result<Work> {
    let Some(paper) = received
        .paper
        .clone()
        .filter(|_| received.purpose == "paper")
    else {
        return Ok(work);
    };
    let subject = received.subject.map(|s| s.to_string());
    let state = State::of(&work.case);
    let given = state
        .papers
        .get(&(paper.clone(), subject.clone()))
        .is_some_and(|p| p.state == PaperState::Given);
    if given {
        return Ok(work);
    }
    let request = Request {
        act: Act::Paper {
            paper,
            subject,
            state: PaperState::Given,
            reason: None,
        },
        seen: received.seen,
    };
    let by = actor::of(ctx, tx.conn()).await?;
    work.go(tx, &by, &request).await
}
