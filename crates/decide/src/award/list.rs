//! The awards of a household, with their members and terms through time.

use std::collections::{BTreeMap, BTreeSet};

use directory::Named;
use kernel::{DivisionCode, Month};
use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::authz::AWARD_LIST;
use crate::outside::world;

/// A covered person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberAnswer {
    /// Key.
    pub person_id: Uuid,
    /// Name.
    pub name: String,
    /// First month covered.
    #[schema(value_type = String)]
    pub from: Month,
    /// Last month covered.
    #[schema(value_type = Option<String>)]
    pub to: Option<Month>,
}

/// Terms of an award.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TermsAnswer {
    /// First month.
    #[schema(value_type = String)]
    pub from_month: Month,
    /// Last month.
    #[schema(value_type = Option<String>)]
    pub to_month: Option<Month>,
    /// The facts that the decision states.
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    pub facts: Map<String, Value>,
    /// The decision.
    pub decision_id: Uuid,
}

/// An award.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AwardAnswer {
    /// Key.
    pub id: Uuid,
    /// Public number.
    pub number: String,
    /// The programme.
    pub programme: Named,
    /// Class or tier.
    pub class: String,
    /// active, grace, suspended or stopped.
    pub status: String,
    /// First month.
    #[schema(value_type = String)]
    pub from_month: Month,
    /// Last month.
    #[schema(value_type = Option<String>)]
    pub to_month: Option<Month>,
    /// Covered persons.
    pub members: Vec<MemberAnswer>,
    /// Terms, oldest first.
    pub terms: Vec<TermsAnswer>,
}

/// All awards of a household.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AwardList {
    /// The awards, by programme and number.
    pub items: Vec<AwardAnswer>,
}

fn month(index: i32) -> Result<Month> {
    Month::from_index(index).map_err(Problem::internal)
}

#[utoipa::path(get, path = "/households/{id}/awards", operation_id = "decide.award.list", tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = AwardList)))]
pub(crate) async fn list(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<AwardList>> {
    let mut reader = ctx.query(&AWARD_LIST).await?;
    let outside = world(ctx.floor());
    let household = outside
        .households(ctx.floor(), reader.conn(), &[id])
        .await?
        .remove(&id)
        .ok_or_else(Problem::not_found)?;
    reader.require(&household.division)?;
    let chosen = Sql::new("select a.id, a.number, a.programme, a.class, a.status, a.from_month, a.to_month, a.division from award a where ")
        .push(reader.scope().sql_in("a.division", Some("a.section")))
        .text(" and a.household = ")
        .bind(id)
        .text(" order by a.programme, a.number");
    let conn = reader.conn();
    let mut items = Vec::new();
    let mut programmes: BTreeMap<String, Named> = BTreeMap::new();
    for row in conn.rows(chosen).await? {
        let programme: String = row.try_get_by_index(2)?;
        let from = month(row.try_get_by_index(5)?)?;
        if !programmes.contains_key(&programme) {
            let division: String = row.try_get_by_index(7)?;
            let place = DivisionCode::parse(&division).map_err(Problem::internal)?;
            let info = outside
                .programme(ctx.floor(), conn, &place, &programme, from)
                .await?;
            let (zh, en) = info.map_or_else(
                || (programme.clone(), programme.clone()),
                |(_, info)| (info.zh, info.en),
            );
            programmes.insert(
                programme.clone(),
                Named {
                    key: programme.clone(),
                    zh,
                    en,
                },
            );
        }
        let to: Option<i32> = row.try_get_by_index(6)?;
        items.push(AwardAnswer {
            id: row.try_get_by_index(0)?,
            number: row.try_get_by_index(1)?,
            programme: programmes[&programme].clone(),
            class: row.try_get_by_index(3)?,
            status: row.try_get_by_index(4)?,
            from_month: from,
            to_month: to.map(month).transpose()?,
            members: Vec::new(),
            terms: Vec::new(),
        });
    }
    for award in &mut items {
        let sql = Sql::new("select from_month, to_month, facts, decision from award_terms where until is null and award = ")
            .bind(award.id)
            .text(" order by from_month");
        for row in conn.rows(sql).await? {
            let (to, facts): (Option<i32>, String) =
                (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            award.terms.push(TermsAnswer {
                from_month: month(row.try_get_by_index(0)?)?,
                to_month: to.map(month).transpose()?,
                facts: serde_json::from_str(&facts)?,
                decision_id: row.try_get_by_index(3)?,
            });
        }
        let sql = Sql::new("select person, from_month, to_month from award_member where until is null and award = ")
            .bind(award.id)
            .text(" order by position, person, from_month");
        for row in conn.rows(sql).await? {
            let to: Option<i32> = row.try_get_by_index(2)?;
            award.members.push(MemberAnswer {
                person_id: row.try_get_by_index(0)?,
                name: String::new(),
                from: month(row.try_get_by_index(1)?)?,
                to: to.map(month).transpose()?,
            });
        }
    }
    let persons: BTreeSet<Uuid> = items
        .iter()
        .flat_map(|award| award.members.iter().map(|member| member.person_id))
        .collect();
    let persons: Vec<Uuid> = persons.into_iter().collect();
    let names = outside.names(ctx.floor(), conn, &persons).await?;
    for member in items.iter_mut().flat_map(|award| &mut award.members) {
        member.name = names.get(&member.person_id).cloned().unwrap_or_default();
    }
    reader.opened("household", id, &household.division);
    reader.finish().await?;
    Ok(Json(AwardList { items }))
}
