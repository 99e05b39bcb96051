//! `GET /subject-lists`: who would be on a list, before it is handed in.

use std::collections::BTreeMap;

use directory::{DivisionRef, Named, division_names};
use kernel::{Bilingual, Month};
use platform::audit::digest_ids;
use platform::{Ctx, Json, Page, PageQuery, Problem, Query, Result, Total};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::build::{ListKind, Walk};
use crate::authz::SUBJECT_LIST;
use crate::words;

/// Which list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
pub(crate) struct SubjectQuery {
    /// in_benefit (the default) or gap.
    #[serde(default)]
    list: Option<String>,
    /// The month, 2022-10; the present one where missing.
    #[serde(default)]
    month: Option<String>,
    /// Key of a programme; all where missing.
    #[serde(default)]
    programme: Option<String>,
    /// A division within the officer's area.
    #[serde(default)]
    division: Option<String>,
    /// A kind of monitored household (防返贫类型), for gaps.
    #[serde(default)]
    kind: Option<String>,
}

/// A family of a list.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct SubjectRow {
    household_id: Uuid,
    number: String,
    head: String,
    division: DivisionRef,
    persons: u64,
    programmes: Vec<Named>,
    /// 防返贫类型, where the family stands in a list of the rural-revitalisation office.
    kind: Option<String>,
}

/// A month as text, or the present one.
pub(crate) fn month(ctx: &Ctx, text: Option<&str>) -> Result<Month> {
    match text.filter(|text| !text.is_empty()) {
        None => Ok(Month::of(ctx.floor().today())),
        Some(text) => {
            Month::parse(text).map_err(|e| Problem::invalid().field("/month", e.zh(), e.en()))
        }
    }
}

/// The families that a list holds, in the order of areas.
#[utoipa::path(get, path = "/subject-lists", operation_id = SUBJECT_LIST.id, tag = "oversight",
    params(SubjectQuery, PageQuery), responses((status = 200, body = Page<SubjectRow>)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<SubjectQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<SubjectRow>>> {
    let mut reader = ctx.query(&SUBJECT_LIST).await?;
    let scope = crate::narrow(reader.scope(), query.division.as_deref())?;
    let month = month(&ctx, query.month.as_deref())?;
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    let all: Vec<String> = pack.programmes().iter().map(|p| p.key.clone()).collect();
    let chosen: Vec<String> = query
        .programme
        .iter()
        .filter(|p| !p.is_empty())
        .cloned()
        .collect();
    let kind = match query.list.as_deref().unwrap_or_default() {
        "" | "in_benefit" => ListKind::InBenefit,
        "gap" => ListKind::Gap,
        _ => {
            return Err(Problem::invalid().field(
                "/list",
                "名单应为 in_benefit（在享）或 gap（未享）",
                "The list is in_benefit or gap.",
            ));
        }
    };
    let mut walk = Walk::begin(reader.conn(), kind, &scope, &chosen, &all, month).await?;
    let (skip, limit) = (page.offset() as usize, page.limit() as usize);
    let (mut households, mut persons) = (0_u64, 0_u64);
    let mut rows = Vec::new();
    let mut names: BTreeMap<Uuid, (String, Vec<String>)> = BTreeMap::new();
    while let Some(part) = walk.next(reader.conn()).await? {
        for subject in part {
            let facts: serde_json::Value = serde_json::from_str(&subject.family.facts)?;
            let listed = facts["防返贫类型"]
                .as_str()
                .filter(|k| *k != "无")
                .map(str::to_owned);
            if query
                .kind
                .as_ref()
                .is_some_and(|k| !k.is_empty() && listed.as_ref() != Some(k))
            {
                continue;
            }
            let family = subject.family;
            households += 1;
            persons += family.members.len() as u64;
            if households as usize <= skip || rows.len() >= limit {
                continue;
            }
            let head = family.members.iter().find(|m| m.person == family.head);
            names.insert(
                family.household,
                (family.division, subject.programmes.into_iter().collect()),
            );
            rows.push((
                family.household,
                family.number,
                head.map_or(String::new(), |m| m.name.clone()),
                family.members.len() as u64,
                listed,
            ));
        }
    }
    let places =
        division_names(reader.conn(), names.values().map(|(code, _)| code.clone())).await?;
    let items: Vec<SubjectRow> = rows
        .into_iter()
        .map(|(household_id, number, head, persons, kind)| {
            let (code, programmes) = &names[&household_id];
            SubjectRow {
                household_id,
                number,
                head,
                division: places.get(code),
                persons,
                programmes: programmes
                    .iter()
                    .map(|key| words::programme(&pack, key))
                    .collect(),
                kind,
            }
        })
        .collect();
    let ids = digest_ids(items.iter().map(|row| row.household_id.as_bytes().to_vec()));
    reader.listed(
        "household",
        &json!({"list": kind, "month": month.to_string()}),
        items.len() as u64,
        ids,
    );
    reader.finish().await?;
    let total = Total {
        rows: households,
        households: Some(households),
        persons: Some(persons),
        amount: None,
    };
    Ok(Json(Page::new(items, Some(total))))
}
