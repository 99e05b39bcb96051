//! 双公示 and the end: publicity of both sides, and closing when nothing is open.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use chrono::NaiveDate;
use kernel::{Bilingual, dates};
use platform::files::{self, NewFile};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::store::{self, Published};
use crate::authz::{ALIGNMENT_CLOSE, ALIGNMENT_LIST, PUBLICITY};
use crate::form::{self, Form};
use crate::model::AlignmentStatus;
use crate::problems::OPEN_ENDS;

fn day(form: &Form, key: &str, pointer: &'static str) -> Result<NaiveDate> {
    let text = form.text(key).unwrap_or_default();
    dates::parse_date(text).map_err(|e| Problem::invalid().field(pointer, e.zh(), e.en()))
}

/// Records that one side published: fields `side` (here or there), `from`, `to`, `place`; a file
/// `proof` where there is one.
#[utoipa::path(post, path = "/alignments/{id}/publicity", operation_id = PUBLICITY.id, tag = "oversight",
    params(("id" = Uuid, Path)),
    request_body(content_type = "multipart/form-data", description = "side, from, to, place; file proof"),
    responses((status = 200, body = store::AlignmentView)))]
pub(crate) async fn publicity(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let form = form::receive(&ctx, &PUBLICITY, form).await?;
    store::require_own(&ctx, id).await?;
    let column = match form.text("side") {
        Some("here") => "here_public",
        Some("there") => "there_public",
        _ => {
            return Err(Problem::invalid().field(
                "/side",
                "请选择我方（here）或对方（there）",
                "The side is here or there.",
            ));
        }
    };
    let (from, to) = (day(&form, "from", "/from")?, day(&form, "to", "/to")?);
    if to < from {
        return Err(Problem::invalid().field(
            "/to",
            "公示截止日期不能早于开始日期",
            "The last day cannot lie before the first.",
        ));
    }
    let place = form.text("place").unwrap_or_default().to_owned();
    crate::said(&place, "/place")?;
    let mut tx = ctx.begin(&PUBLICITY, None).await?;
    let alignment = store::own(tx.conn(), tx.scope(), id).await?;
    alignment.status.require(
        &[AlignmentStatus::Open],
        ("登记公示", "recording publicity"),
    )?;
    let division = crate::place(&alignment.division)?;
    let file_id = match form.files.get("proof") {
        None => None,
        Some(upload) => {
            let file = NewFile {
                name: &upload.name,
                media: "application/octet-stream",
                permission: ALIGNMENT_LIST.permission,
                division: Some(&division),
                section: None,
                noun: Some("alignment"),
                subject: Some(id.to_string()),
                personal: true,
            };
            Some(files::attach(&mut tx, &upload.stored, file).await?)
        }
    };
    let published = Published {
        from,
        to,
        place,
        file_id,
        by: ctx.actor().user,
    };
    let sql = Sql::new(format!("update alignment set {column} = "))
        .bind(serde_json::to_string(&published)?)
        .text(", version = version + 1 where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    tx.record(Change::updated(
        "alignment",
        id,
        &division,
        &json!({}),
        &json!({column: published}),
    ));
    answer(tx, id).await
}

/// The word with which an alignment is closed.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct AlignmentEnd {
    /// What came of it.
    opinion: String,
}

/// Closes an alignment: no difference open, both sides published, reception confirmed.
#[utoipa::path(post, path = "/alignments/{id}/close", operation_id = ALIGNMENT_CLOSE.id, tag = "oversight",
    params(("id" = Uuid, Path)), request_body = AlignmentEnd, responses((status = 200, body = store::AlignmentView)))]
pub(crate) async fn close(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<AlignmentEnd>,
) -> Result<Answer> {
    crate::said(&given.opinion, "/opinion")?;
    let mut tx = ctx.begin(&ALIGNMENT_CLOSE, Some(&given.opinion)).await?;
    let alignment = store::own(tx.conn(), tx.scope(), id).await?;
    alignment
        .status
        .require(&[AlignmentStatus::Open], ("办结", "closing"))?;
    let sql = Sql::new(
        "select count(*) from alignment_difference where status = 'open' and alignment = ",
    )
    .bind(id);
    let open: i64 = tx.conn().scalar(sql).await?.unwrap_or(0);
    let mut left = Problem::new(&OPEN_ENDS);
    if open > 0 {
        left = left.field(
            "/differences",
            format!("还有{open}条差异未处理"),
            format!("{open} differences are open."),
        );
    }
    if alignment.published.0.is_none() {
        left = left.field(
            "/here_published",
            "我方公示未登记",
            "This side's publicity is not recorded.",
        );
    }
    if alignment.published.1.is_none() {
        left = left.field(
            "/there_published",
            "对方公示未登记",
            "The other side's publicity is not recorded.",
        );
    }
    if alignment.received_at.is_none() {
        left = left.field(
            "/received_at",
            "对方接收未确认",
            "The other side has not confirmed the reception.",
        );
    }
    left.check()?;
    let sql = Sql::with(
        "update alignment set status = 'closed', closed_by = ?, closed_at = ?, version = version + 1 where id = ?",
        [ctx.actor().user.into(), ctx.floor().now().into(), id.into()],
    );
    tx.conn().run(sql).await?;
    tx.close_tasks("alignment", id).await?;
    let division = crate::place(&alignment.division)?;
    tx.record(Change::updated(
        "alignment",
        id,
        &division,
        &json!({"status": alignment.status.word()}),
        &json!({"status": "closed"}),
    ));
    answer(tx, id).await
}

async fn answer(tx: platform::Tx, id: Uuid) -> Result<Answer> {
    let found = store::own(tx.conn(), tx.scope(), id).await?;
    let version = found.version;
    let view = store::views(tx.conn(), vec![found]).await?.remove(0);
    tx.finish_versioned(200, &view, version).await
}
