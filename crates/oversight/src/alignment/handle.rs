//! `POST /alignments/{id}/differences`: a handler, a result, or both, for one or many.

use directory::user_names;
use platform::audit::RowDigest;
use platform::{Answer, Ctx, Json, Path, Problem, Result, Sql};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::difference::DifferenceFilter;
use super::store;
use crate::authz::DIFFERENCE_HANDLE;
use crate::model::AlignmentStatus;
use crate::words;

/// How many differences may be named by key at once.
const MOST: usize = 1_000;

/// What is to be done about which differences.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct Handling {
    /// Keys; the filter counts where there are none.
    #[serde(default)]
    ids: Vec<Uuid>,
    /// All that the filter finds.
    #[serde(default)]
    filter: Option<DifferenceFilter>,
    /// Who handles them from now on.
    #[serde(default)]
    handler: Option<Uuid>,
    /// The result, of the pack's list; the differences are handled then.
    #[serde(default)]
    result: Option<String>,
    /// What was found out; needed with a result.
    #[serde(default)]
    remark: Option<String>,
}

/// How many differences were changed.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Handled {
    differences: u64,
    /// How many of the alignment are still open.
    open: u64,
}

/// Gives differences a handler or a result.
#[utoipa::path(post, path = "/alignments/{id}/differences", operation_id = DIFFERENCE_HANDLE.id, tag = "oversight",
    params(("id" = Uuid, Path)), request_body = Handling, responses((status = 200, body = Handled)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Handling>,
) -> Result<Answer> {
    if given.handler.is_none() && given.result.is_none() {
        return Err(Problem::invalid().field(
            "/result",
            "请填写处理结果或指定处理人",
            "Give a result or a handler.",
        ));
    }
    if given.ids.len() > MOST {
        return Err(Problem::invalid().field(
            "/ids",
            format!("一次最多选择{MOST}条"),
            format!("At most {MOST} at once."),
        ));
    }
    let remark = given
        .remark
        .as_deref()
        .unwrap_or_default()
        .trim()
        .to_owned();
    if given.result.is_some() {
        crate::said(&remark, "/remark")?;
    }
    let mut tx = ctx.begin(&DIFFERENCE_HANDLE, None).await?;
    let alignment = store::find(tx.conn(), tx.scope(), id).await?;
    alignment.status.require(
        &[AlignmentStatus::Open],
        ("处理差异", "handling differences"),
    )?;
    let place = crate::place(&alignment.division)?;
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    if let Some(result) = &given.result {
        words::choice(&pack, &place, "difference", result, "/result")?;
    }
    if let Some(handler) = given.handler {
        let known = user_names(tx.conn(), [handler]).await?.get(handler);
        if known == user_names(tx.conn(), []).await?.get(handler) {
            return Err(Problem::invalid().field(
                "/handler",
                "没有这个用户",
                "There is no such user.",
            ));
        }
    }
    let filter = given.filter.clone().unwrap_or_default();
    let mut condition = filter.condition(tx.scope(), id, ctx.actor().user)?;
    if given.ids.is_empty() {
        condition = condition.text(" and d.status = 'open'");
    } else {
        condition = condition
            .text(" and d.id in ")
            .bind_all(given.ids.iter().copied());
    }
    let sql = Sql::new("select d.seq, d.status, d.version from alignment_difference d where ")
        .push(condition.clone())
        .text(" order by d.seq");
    let mut digest = RowDigest::default();
    for row in tx.conn().rows(sql).await? {
        let seq: i32 = row.try_get_by_index(0)?;
        let status: String = row.try_get_by_index(1)?;
        let version: i32 = row.try_get_by_index(2)?;
        digest.add(
            &seq.to_string(),
            &[status.as_bytes(), &version.to_be_bytes()],
        );
    }
    let count = digest.count();
    if count == 0 || (!given.ids.is_empty() && count < given.ids.len() as i64) {
        return Err(Problem::not_found());
    }
    let mut set = Sql::new("update alignment_difference set version = version + 1");
    if let Some(handler) = given.handler {
        set = set.text(", handler = ").bind(handler);
    }
    if let Some(result) = &given.result {
        set = set
            .text(", status = 'handled', result = ")
            .bind(result.as_str())
            .text(", remark = ")
            .bind(remark.as_str())
            .text(", handled_by = ")
            .bind(ctx.actor().user)
            .text(", handled_at = ")
            .bind(ctx.floor().now());
    }
    let sql = set
        .text(" where id in (select d.id from alignment_difference d where ")
        .push(condition)
        .text(")");
    if tx.conn().run(sql).await? != count.unsigned_abs() {
        return Err(Problem::conflict());
    }
    let key = ctx.floor().new_id();
    let totals = json!({"differences": count, "result": given.result, "handler": given.handler});
    tx.record_bulk("differences_handled", key, totals, digest);
    tx.about("alignment", id, &place);
    let sql = Sql::new(
        "select count(*) from alignment_difference where status = 'open' and alignment = ",
    )
    .bind(id);
    let open = crate::count(tx.conn().scalar(sql).await?.unwrap_or(0));
    if open == 0 {
        tx.close_tasks("alignment", id).await?;
    }
    let handled = Handled {
        differences: count.unsigned_abs(),
        open,
    };
    tx.finish(200, &handled).await
}
