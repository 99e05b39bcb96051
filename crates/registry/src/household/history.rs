//! `GET /households/{id}/history`: commands and versions that touched a household.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use directory::{UserRef, user_names};
use kernel::DivisionCode;
use platform::{Ctx, Json, Path, Problem, Result, Sql, audit};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::authz::HOUSEHOLD_HISTORY;

/// Steps that are shown.
const STEPS: u64 = 200;

/// One step.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Step {
    at: DateTime<Utc>,
    actor: UserRef,
    operation: String,
    zh: String,
    en: String,
    changes: Vec<Value>,
}

/// All steps, newest first.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct History {
    items: Vec<Step>,
}

/// What happened to a household.
#[utoipa::path(
    get, path = "/households/{id}/history", operation_id = HOUSEHOLD_HISTORY.id, tag = "registry",
    params(("id" = Uuid, Path)), responses((status = 200, body = History))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<History>> {
    let mut reader = ctx.query(&HOUSEHOLD_HISTORY).await?;
    let sql = Sql::new("select h.division from household h where h.id = ")
        .bind(id)
        .text(" and ")
        .push(reader.scope().sql("h.division"));
    let division: String = reader
        .conn()
        .scalar(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = DivisionCode::parse(&division).map_err(|e| Problem::internal(e.to_string()))?;
    let told = audit::history(ctx.floor(), reader.conn(), "household", id, STEPS).await?;
    let names = user_names(reader.conn(), told.iter().map(|t| t.actor)).await?;
    let mut items: Vec<Step> = told
        .into_iter()
        .map(|t| Step {
            at: t.at,
            actor: names.get(t.actor),
            operation: t.operation,
            zh: t.zh,
            en: t.en,
            changes: t
                .changes
                .iter()
                .filter_map(|c| serde_json::to_value(c).ok())
                .collect(),
        })
        .collect();
    // Imports are recorded in bulk; their steps are read off the versions they wrote.
    let sql = Sql::new(
        "select c.recorded_at, c.source, c.facts, i.created_by, i.kind_zh, i.kind_en, c.subject, \
         c.kind, p.name from circumstance c left join import i on i.id = c.import \
         left join person p on p.id = c.subject where c.subject = ",
    )
    .bind(id)
    .text(" or c.subject in (select m.person from membership m where m.household = ")
    .bind(id)
    .text(") order by c.subject, c.valid_from, c.version");
    let mut before: BTreeMap<Uuid, BTreeMap<String, Value>> = BTreeMap::new();
    let mut actors = Vec::new();
    let mut versions = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let subject: Uuid = row.try_get_by_index(6)?;
        let facts: BTreeMap<String, Value> =
            serde_json::from_str(&row.try_get_by_index::<String>(2)?)?;
        let old = before.insert(subject, facts.clone()).unwrap_or_default();
        let actor: Option<Uuid> = row.try_get_by_index(3)?;
        actors.extend(actor);
        let changed: BTreeMap<&String, Value> = facts
            .iter()
            .filter(|(k, v)| old.get(*k) != Some(v))
            .map(|(k, v)| (k, json!({"before": old.get(k), "after": v})))
            .collect();
        let kind: (Option<String>, Option<String>) =
            (row.try_get_by_index(4)?, row.try_get_by_index(5)?);
        let (Some(zh), Some(en)) = kind else { continue };
        let name: Option<String> = row.try_get_by_index(8)?;
        let noun: String = row.try_get_by_index(7)?;
        versions.push((
            row.try_get_by_index::<DateTime<Utc>>(0)?,
            actor,
            zh,
            en,
            json!({"noun": noun, "subject": subject, "name": name, "facts": changed}),
        ));
    }
    let names = user_names(reader.conn(), actors).await?;
    for (at, actor, zh, en, change) in versions {
        items.push(Step {
            at,
            actor: names.get(actor.unwrap_or_default()),
            operation: "registry.import.apply".to_owned(),
            zh: format!("导入：{zh}"),
            en: format!("Import: {en}"),
            changes: vec![change],
        });
    }
    items.sort_by_key(|step| std::cmp::Reverse(step.at));
    items.truncate(STEPS as usize);
    reader.opened("household", id, &division);
    reader.finish().await?;
    Ok(Json(History { items }))
}
