//! How an amount came about: the line computed again from what it was
//! computed from, step by step, with clauses.

use directory::Named;
use kernel::{Money, Month};
use platform::db::Sql;
use platform::http::{Json, Path, Query};
use platform::{Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::steps::ExplainStep;
use crate::authz::LINE_EXPLAIN;
use crate::core::line::LineKind;
use crate::money;
use crate::outside::world;
use crate::problems;
use crate::repo;
use crate::roll::{case_facts, rows};
use crate::trade;

/// The release of the pack that was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReleaseShown {
    /// Version.
    pub version: String,
    /// SM3 digest of its texts.
    pub digest: String,
}

/// An explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ExplainAnswer {
    /// 元, as it stands in the roll.
    #[schema(value_type = String)]
    pub amount: Money,
    /// The programme.
    pub programme: Named,
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// Whom it is for.
    pub person_name: String,
    /// The release.
    pub release: ReleaseShown,
    /// The steps: what a step needs stands before it.
    pub steps: Vec<ExplainStep>,
    /// For people, in Chinese.
    pub text_zh: String,
    /// For people, in English.
    pub text_en: String,
}

/// Which of several lines of the same component.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExplainQuery {
    /// Serial among one-off grants of a month.
    #[serde(default)]
    pub seq: i32,
}

#[utoipa::path(get, path = "/lines/{programme}/{month}/{person}/{component}/explanation", operation_id = "disburse.line.explain",
    tag = "disburse", params(("programme" = String, Path), ("month" = String, Path), ("person" = Uuid, Path),
    ("component" = String, Path), ExplainQuery), responses((status = 200, body = ExplainAnswer)))]
pub(crate) async fn explain(
    ctx: Ctx,
    Path((programme, month, person, component)): Path<(String, Month, Uuid, String)>,
    Query(query): Query<ExplainQuery>,
) -> Result<Json<ExplainAnswer>> {
    let mut reader = ctx.query(&LINE_EXPLAIN).await?;
    let floor = ctx.floor();
    let sql = Sql::new(format!(
        "select {} from line l where l.programme = ",
        rows::LINE
    ))
    .bind(programme.as_str())
    .text(" and l.month = ")
    .bind(month.index())
    .text(" and l.person = ")
    .bind(person)
    .text(" and l.component = ")
    .bind(component.as_str())
    .text(" and l.kind = 'current' and l.seq = ")
    .bind(query.seq)
    .text(" and ")
    .push(reader.scope().sql("l.division"));
    let row = reader
        .conn()
        .row(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let line = rows::line(&row, &mut rows::Texts::default())?;
    debug_assert_eq!(line.key.kind, LineKind::Current);
    let place = repo::place(&line.division)?;
    let county = kernel::DivisionCode::parse(&place.as_str()[..6]).map_err(Problem::internal)?;
    let roll = repo::roll_of(reader.conn(), &programme, month, &county)
        .await?
        .ok_or_else(Problem::not_found)?;
    let release = world(floor)
        .release(floor, reader.conn(), roll.release)
        .await?
        .ok_or_else(|| Problem::new(&problems::NO_RELEASE))?;
    let rules = trade::rules(&release, &roll.place, month)?;
    let known =
        trade::programme(&rules, &programme).ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    let cards = world(floor).people(floor, reader.conn(), &[person]).await?;
    let name = cards
        .get(&person)
        .map(|card| card.name.clone())
        .unwrap_or_default();
    let shown = ReleaseShown {
        version: release.version.clone(),
        digest: release.digest.clone(),
    };
    let mut answer = ExplainAnswer {
        amount: Money::from_fen(line.amount),
        programme: Named {
            key: known.key.clone(),
            zh: known.zh.clone(),
            en: known.en.clone(),
        },
        month,
        person_name: name,
        release: shown,
        steps: Vec::new(),
        text_zh: String::new(),
        text_en: String::new(),
    };
    if known.once {
        // The decision itself names the sum; nothing was computed.
        answer.text_zh = format!("由救助决定直接确定：{}，{}元。", line.class, answer.amount);
        answer.text_en = format!(
            "Set by the decision itself: {}, {} yuan.",
            line.class, answer.amount
        );
    } else {
        let awards = decide::awards_by_id(reader.conn(), &[line.source], month, roll.as_of).await?;
        let award = awards.first().ok_or_else(Problem::not_found)?;
        let facts = award.facts.clone().ok_or_else(Problem::not_found)?;
        let families = world(floor)
            .facts(
                floor,
                reader.conn(),
                &awards,
                month.last_day(),
                roll.prepared_at,
            )
            .await?;
        let family = families.first().ok_or_else(Problem::not_found)?;
        let case = rules
            .facts(&case_facts(award, family, &facts))
            .map_err(|_| Problem::new(&problems::UNRESOLVED))?;
        let member = award
            .members
            .iter()
            .position(|member| *member == person)
            .ok_or_else(Problem::not_found)?;
        let mut engine = rules.engine();
        let computed = engine
            .compute(&programme, &case)
            .map_err(Problem::internal)?;
        let again: i64 = computed
            .lines
            .iter()
            .filter(|l| l.member == member && l.component == component)
            .map(|l| l.amount.fen())
            .sum();
        // Replay must give the same fen; a difference is a fault of the system, not of the family.
        money::equal(
            "名册金额与重算金额",
            "the amount in the roll and the amount computed again",
            line.amount,
            again,
        )?;
        let terms = award
            .terms_from
            .map(|from| format!("决定（自{from}）"))
            .unwrap_or_default();
        let source = |entity: formula::Entity, _: usize, _: &str| match entity {
            formula::Entity::Award => Some(terms.clone()),
            _ => Some(family.source.clone()).filter(|source| !source.is_empty()),
        };
        let explanation = engine
            .explain(&programme, &case, member, Some(&component), &source)
            .map_err(Problem::internal)?;
        answer.steps = explanation
            .steps
            .into_iter()
            .map(ExplainStep::from)
            .collect();
        answer.text_zh = explanation.text_zh;
        answer.text_en = explanation.text_en;
    }
    reader.opened("person", person, &place);
    reader.finish().await?;
    Ok(Json(answer))
}
