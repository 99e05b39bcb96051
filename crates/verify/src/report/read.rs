//! `POST /verification/reports` and its preview: a report file is read whole or not at all.

use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use platform::files::{self, NewFile, Source, Stored};
use platform::{Answer, Change, Ctx, Json, Problem, Result, Sql, Tx, audit, bulk};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::plan::{Answered, plan};
use super::{FindingState, LINE, NOUN, Reported};
use crate::authz::{REPORT_PREVIEW, REPORT_READ};
use crate::request::{self, RequestStatus, RequestView};
use crate::upper::LARGEST;

/// What one report of the file says.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationReportLine)]
pub(crate) struct Brief {
    /// The request.
    request: RequestView,
    /// The platform's number.
    number: String,
    /// Its day.
    day: chrono::NaiveDate,
    /// How many lines.
    lines: usize,
    /// How many found something.
    found: usize,
}

/// What a file brings.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationReading)]
pub(crate) struct ReadAnswer {
    /// Reports that are new.
    pub(super) reports: Vec<Brief>,
    /// How many of the file were read before and change nothing.
    pub(super) again: usize,
}

fn brief(answered: &Answered) -> Brief {
    Brief {
        request: answered.request.clone(),
        number: answered.number.clone(),
        day: answered.day,
        lines: answered.lines.len(),
        found: answered.lines.iter().filter(|l| l.found).count(),
    }
}

async fn upload(form: std::result::Result<Multipart, MultipartRejection>) -> Result<Vec<u8>> {
    let mut form =
        form.map_err(|e| Problem::new(&platform::problem::kinds::MEDIA_TYPE).because(e))?;
    let unreadable =
        |e: MultipartError| Problem::new(&platform::problem::kinds::MALFORMED).because(e);
    while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
        if field.file_name().is_none() && field.name() != Some("file") {
            continue;
        }
        let mut bytes = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(unreadable)? {
            if bytes.len() + piece.len() > LARGEST {
                return Err(Problem::new(&platform::problem::kinds::TOO_LARGE));
            }
            bytes.extend_from_slice(&piece);
        }
        return Ok(bytes);
    }
    Err(Problem::invalid().field("/file", "请选择核对报告文件。", "Choose the report file."))
}

/// Says what a report file would bring, or every fault in it. Nothing is taken.
#[utoipa::path(
    post, path = "/verification/reports/preview", operation_id = REPORT_PREVIEW.id, tag = "verify",
    request_body(content_type = "multipart/form-data", description = "one file"),
    responses((status = 200, body = ReadAnswer), (status = 422, description = "verify.report.refused"))
)]
pub(crate) async fn preview(
    ctx: Ctx,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Json<ReadAnswer>> {
    if !ctx.permits(REPORT_PREVIEW.permission) {
        return Err(Problem::new(&platform::problem::kinds::DENIED));
    }
    let bytes = upload(form).await?;
    let digest = platform::hash::hex(&platform::hash::sm3(&[&bytes]));
    let mut reader = ctx.query(&REPORT_PREVIEW).await?;
    let plan = plan(&ctx, reader.conn(), reader.scope(), bytes, &digest).await?;
    let ids = plan.fresh.iter().map(|a| a.request.id);
    reader.listed(
        request::NOUN,
        &json!({"digest": digest}),
        plan.fresh.len() as u64,
        audit::digest_ids(ids),
    );
    reader.finish().await?;
    Ok(Json(ReadAnswer {
        reports: plan.fresh.iter().map(brief).collect(),
        again: plan.again.len(),
    }))
}

/// Reads a report file. The same file again changes nothing; a file with any fault changes
/// nothing and says each with its row.
#[utoipa::path(
    post, path = "/verification/reports", operation_id = REPORT_READ.id, tag = "verify",
    request_body(content_type = "multipart/form-data", description = "one file"),
    responses((status = 201, body = ReadAnswer), (status = 422, description = "verify.report.refused"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    if !ctx.permits(REPORT_READ.permission) {
        return Err(Problem::new(&platform::problem::kinds::DENIED));
    }
    let bytes = upload(form).await?;
    let mut tx = ctx.begin(&REPORT_READ, None).await?;
    let shown = read_in(&ctx, &mut tx, bytes).await?;
    tx.finish(201, &shown).await
}

/// Reads a file in, within a unit of work that somebody else commits.
pub(super) async fn read_in(ctx: &Ctx, tx: &mut Tx, bytes: Vec<u8>) -> Result<ReadAnswer> {
    let digest = platform::hash::hex(&platform::hash::sm3(&[&bytes]));
    let stored = files::store(ctx.floor(), Source::Bytes(bytes.clone())).await?;
    let plan = plan(ctx, tx.conn(), &tx.scope().clone(), bytes, &digest).await?;
    for answered in &plan.fresh {
        take(tx, answered, &stored, &digest).await?;
    }
    // A file that brings nothing new must still leave its entry.
    for again in &plan.again {
        tx.about(
            request::NOUN,
            again.id.to_string().as_str(),
            &again.place()?,
        );
    }
    for answered in &plan.fresh {
        let told = Reported {
            case: answered.request.case,
        };
        tx.event(&told).await?;
    }
    Ok(ReadAnswer {
        reports: plan.fresh.iter().map(brief).collect(),
        again: plan.again.len(),
    })
}

async fn take(tx: &mut Tx, answered: &Answered, stored: &Stored, digest: &str) -> Result<()> {
    let floor = tx.floor().clone();
    let (request, place) = (&answered.request, answered.request.place()?);
    let id = floor.new_id();
    let name = format!("{}.csv", request.number);
    // The file speaks of several families: only who reads reports in gets it back.
    let new = NewFile {
        name: &name,
        media: "application/octet-stream",
        permission: REPORT_READ.permission,
        division: None,
        section: None,
        noun: Some(NOUN),
        subject: Some(id.to_string()),
        personal: true,
    };
    let file = files::attach(tx, stored, new).await?;
    let whole = |n: usize| i32::try_from(n).map_err(Problem::internal);
    let found = answered.lines.iter().filter(|l| l.found).count();
    let columns = [
        "id",
        "request",
        "case_id",
        "number",
        "reported_on",
        "file",
        "digest",
        "lines",
        "found",
        "read_by",
        "read_at",
        "division",
    ];
    let row = vec![
        id.into(),
        request.id.into(),
        request.case.into(),
        answered.number.as_str().into(),
        answered.day.into(),
        file.into(),
        digest.into(),
        whole(answered.lines.len())?.into(),
        whole(found)?.into(),
        tx.ctx().actor().user.into(),
        floor.now().into(),
        place.as_str().into(),
    ];
    bulk::insert(tx, NOUN, &columns, [row]).await?;
    lines(tx, id, answered).await?;
    answer(tx, request).await?;
    let said = json!({
        "request": request.number, "number": answered.number, "day": answered.day,
        "lines": answered.lines.len(), "found": found, "file": digest,
    });
    tx.record(Change::created(NOUN, id, &place, &said));
    Ok(())
}

async fn lines(tx: &mut Tx, report: Uuid, answered: &Answered) -> Result<()> {
    let floor = tx.floor().clone();
    let mut rows = Vec::with_capacity(answered.lines.len());
    for (seq, line) in (1_i32..).zip(&answered.lines) {
        let id = floor.new_id();
        let state = match line.found {
            true => FindingState::Open,
            false => FindingState::Nothing,
        };
        let details = floor
            .vault()
            .seal(LINE, "details", id, line.details.as_bytes());
        rows.push(vec![
            id.into(),
            report.into(),
            seq.into(),
            line.person.into(),
            line.source.as_str().into(),
            line.found.into(),
            details.into(),
            state.word().into(),
            1.into(),
        ]);
    }
    let columns = [
        "id", "report", "seq", "person", "source", "found", "details", "state", "version",
    ];
    bulk::insert(tx, LINE, &columns, rows).await?;
    Ok(())
}

async fn answer(tx: &mut Tx, request: &RequestView) -> Result<()> {
    let next = request.status.then(RequestStatus::Answered)?;
    let sql = Sql::new("update verification_request set status = ")
        .bind(next.word())
        .text(", answered_at = ")
        .bind(tx.floor().now())
        .text(", version = version + 1 where id = ")
        .bind(request.id);
    tx.conn().run(sql).await?;
    tx.close_tasks(request::NOUN, request.id).await?;
    let condition = Sql::new("r.id = ").bind(request.id);
    let after = request::all(tx.floor(), tx.conn(), condition)
        .await?
        .remove(0);
    tx.record(Change::updated(
        request::NOUN,
        request.id,
        &request.place()?,
        &request.recorded(),
        &after.recorded(),
    ));
    Ok(())
}
