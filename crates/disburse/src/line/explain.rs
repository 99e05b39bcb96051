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

use super::adjusted::{self, AdjustmentShown};
use super::steps::ExplainStep;
use crate::authz::LINE_EXPLAIN;
use crate::core::line::{Line, LineKind};
use crate::money;
use crate::outside::{Release, world};
use crate::problems;
use crate::repo::{self, Roll};
use crate::roll::{case_facts, rows};
use crate::trade::{self, Programme};

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
    /// What an arrears or recovery line adjusts, and why.
    pub adjustment: Option<AdjustmentShown>,
}

/// Which of several lines of the same component.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExplainQuery {
    /// Serial among one-off grants of a month.
    #[serde(default)]
    pub seq: i32,
    /// current, arrears or recovery; current where left out.
    pub kind: Option<String>,
    /// The month that an arrears or recovery line adjusts.
    #[param(value_type = Option<String>, example = "2022-03")]
    pub for_month: Option<Month>,
}

impl ExplainQuery {
    fn kind(&self) -> Result<LineKind> {
        let Some(word) = &self.kind else {
            return Ok(LineKind::Current);
        };
        LineKind::of_word(word).ok_or_else(|| {
            Problem::invalid().field(
                "/kind",
                "类型应为 current、arrears 或 recovery。",
                "The kind is current, arrears or recovery.",
            )
        })
    }
}

#[utoipa::path(get, path = "/lines/{programme}/{month}/{person}/{component}/explanation", operation_id = "disburse.line.explain",
    tag = "disburse", params(("programme" = String, Path), ("month" = String, Path), ("person" = Uuid, Path),
    ("component" = String, Path), ExplainQuery), responses((status = 200, body = ExplainAnswer)))]
pub(crate) async fn explain(
    ctx: Ctx,
    Path((programme, month, person, component)): Path<(String, Month, Uuid, String)>,
    Query(query): Query<ExplainQuery>,
) -> Result<Json<ExplainAnswer>> {
    let kind = query.kind()?;
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
    .text(" and l.kind = ")
    .bind(kind.word())
    .text(" and l.for_month = ")
    .bind(query.for_month.unwrap_or(month).index())
    .text(" and l.seq = ")
    .bind(query.seq)
    .text(" and ")
    .push(reader.scope().sql("l.division"));
    let row = reader
        .conn()
        .row(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let line = rows::line(&row, &mut rows::Texts::default())?;
    let place = repo::place(&line.division)?;
    let county = kernel::DivisionCode::parse(&place.as_str()[..6]).map_err(Problem::internal)?;
    let roll = repo::roll_of(reader.conn(), &programme, month, &county)
        .await?
        .ok_or_else(Problem::not_found)?;
    let release = world(floor)
        .release(floor, reader.conn(), roll.release)
        .await?
        .ok_or_else(|| Problem::new(&problems::NO_RELEASE))?;
    let known = trade::programme(&trade::rules(&release, &roll.place, month)?, &programme)
        .ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    let cards = world(floor).people(floor, reader.conn(), &[person]).await?;
    let name = cards
        .get(&person)
        .map(|card| card.name.clone())
        .unwrap_or_default();
    let mut answer = ExplainAnswer {
        amount: Money::from_fen(line.amount),
        programme: Named {
            key: known.key.clone(),
            zh: known.zh.clone(),
            en: known.en.clone(),
        },
        month,
        person_name: name,
        release: shown(&release),
        steps: Vec::new(),
        text_zh: String::new(),
        text_en: String::new(),
        adjustment: None,
    };
    match kind {
        LineKind::Current if known.once => {
            // The decision itself names the sum; nothing was computed. A family may have several
            // grants in a month, so the number tells which one this is.
            let grant = decide::one_off(reader.conn(), line.source)
                .await?
                .filter(|grant| grant.amount == line.amount)
                .ok_or_else(|| Problem::new(&problems::UNEQUAL))?;
            answer.text_zh = format!(
                "由救助决定直接确定（救助编号{}）：{}，{}元。",
                grant.number, line.class, answer.amount
            );
            answer.text_en = format!(
                "Set by the decision itself (grant {}): {}, {} yuan.",
                grant.number, line.class, answer.amount
            );
        }
        LineKind::Current => {
            let again = recompute(&ctx, reader.conn(), &roll, &release, month, &line).await?;
            // Replay must give the same fen; a difference is a fault of the system, not of the family.
            money::equal(
                "名册金额与重算金额",
                "the amount in the roll and the amount computed again",
                line.amount,
                again.fen,
            )?;
            again.tell(&mut answer);
        }
        LineKind::Arrears | LineKind::Recovery => {
            adjusted::tell(&ctx, reader.conn(), &roll, &release, &line, &mut answer).await?;
        }
    }
    reader.opened("person", person, &place);
    reader.finish().await?;
    Ok(Json(answer))
}

/// A release as an explanation names it.
pub(super) fn shown(release: &Release) -> ReleaseShown {
    ReleaseShown {
        version: release.version.clone(),
        digest: release.digest.clone(),
    }
}

/// What a person is due of a component in a month, computed again.
#[derive(Default)]
pub(super) struct Recomputed {
    /// Fen; nothing where the award does not hold in that month.
    pub fen: i64,
    steps: Vec<ExplainStep>,
    text_zh: String,
    text_en: String,
}

impl Recomputed {
    /// Adds the steps to an answer, and the sentences after what it says already.
    pub fn tell(self, answer: &mut ExplainAnswer) {
        answer.steps = self.steps;
        answer.text_zh.push_str(&self.text_zh);
        answer.text_en.push_str(&self.text_en);
    }
}

/// Computes a line's award again for a month, from what was known when the roll was prepared,
/// by the rules of a release.
pub(super) async fn recompute(
    ctx: &Ctx,
    conn: &platform::db::Conn,
    roll: &Roll,
    release: &Release,
    month: Month,
    line: &Line,
) -> Result<Recomputed> {
    let floor = ctx.floor();
    let rules = trade::rules(release, &roll.place, month)?;
    let programme: Programme = trade::programme(&rules, &roll.programme)
        .ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    let awards = decide::awards_by_id(conn, &[line.source], month, roll.as_of).await?;
    let award = awards.first().ok_or_else(Problem::not_found)?;
    let person = line.key.person;
    let covered = award.members.iter().position(|member| *member == person);
    let (Some(facts), Some(member)) = (award.facts.clone(), covered) else {
        return Ok(Recomputed::default());
    };
    let families = world(floor)
        .facts(floor, conn, &awards, month.last_day(), roll.prepared_at)
        .await?;
    let family = families.first().ok_or_else(Problem::not_found)?;
    let case = rules
        .facts_for(&programme.key, &case_facts(award, family, &facts))
        .map_err(|e| Problem::new(&problems::PROGRAMME).because(e))?
        .map_err(|_| Problem::new(&problems::UNRESOLVED))?;
    let component = line.key.component.as_ref();
    let mut engine = rules.engine();
    let computed = engine
        .compute(&programme.key, &case)
        .map_err(Problem::internal)?;
    let fen = computed
        .lines
        .iter()
        .filter(|l| l.member == member && l.component == component)
        .map(|l| l.amount.fen())
        .sum();
    let terms = award
        .terms_from
        .map(|from| format!("决定（自{from}）"))
        .unwrap_or_default();
    let source = |entity: formula::Entity, _: usize, _: &str| match entity {
        formula::Entity::Award => Some(terms.clone()),
        _ => Some(family.source.clone()).filter(|source| !source.is_empty()),
    };
    let explanation = engine
        .explain(&programme.key, &case, member, Some(component), &source)
        .map_err(Problem::internal)?;
    Ok(Recomputed {
        fen,
        steps: explanation
            .steps
            .into_iter()
            .map(ExplainStep::from)
            .collect(),
        text_zh: explanation.text_zh,
        text_en: explanation.text_en,
    })
}
