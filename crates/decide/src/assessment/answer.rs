//! Assessments as they are shown.

use std::collections::{BTreeMap, btree_map::Entry};

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_ref, user_names};
use kernel::Money;
use pack::assess::{Due, Lacking, WholeResult};
use pack::rules::{StepInput, StepShown};
use platform::{Conn, Ctx, Result};
use serde::Serialize;
use uuid::Uuid;

use super::store::{Kept, Row};

/// The release by which it was made.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentRelease)]
pub(crate) struct ReleaseShown {
    version: String,
    /// SM3 digest of its texts.
    digest: String,
}

/// An assessment in a list.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct AssessmentBrief {
    id: Uuid,
    as_of: NaiveDate,
    made_at: DateTime<Utc>,
    made_by: UserRef,
    release: ReleaseShown,
    /// The version of the engine's meaning.
    meaning: i32,
    /// Programmes for which somebody qualifies.
    qualifies: i32,
    /// Programmes about which a fact is missing.
    unknown: i32,
    /// Programmes that may be claimed and are not held.
    claims: i32,
    /// What all that qualifies would pay a month, 元/月.
    #[schema(value_type = Option<String>)]
    monthly: Option<Money>,
}

/// Words in both languages.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentWords)]
pub(crate) struct Words {
    zh: String,
    en: String,
}

/// A member of the family.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentMember)]
pub(crate) struct MemberShown {
    person_id: Uuid,
    name: String,
    /// Relation to the head on that day.
    relation: String,
}

/// A fact that nobody has given.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentLacking)]
pub(crate) struct LackingShown {
    /// The name in the vocabulary.
    zh: String,
    en: String,
    /// household, person, supporter or award.
    of: String,
    /// Which member, by place in `members`.
    member: Option<usize>,
}

/// What came out of one programme.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentResult)]
pub(crate) struct ResultShown {
    programme: Named,
    /// The member, by place in `members`; none for the household.
    member: Option<usize>,
    /// Whether a single member comes in by himself (单人).
    single: bool,
    /// 符合, 不符合, 未知, 不适用 or 让位.
    verdict: String,
    /// Whether the programme pays; one that does not is recognised only.
    pays: bool,
    /// 元/月
    #[schema(value_type = Option<String>)]
    monthly: Option<Money>,
    /// 元
    #[schema(value_type = Option<String>)]
    once: Option<Money>,
    reasons: Vec<Words>,
    missing: Vec<LackingShown>,
    /// The clauses.
    cites: Vec<String>,
    /// The members that an award would cover, by place in `members`.
    covered: Vec<usize>,
    /// Its steps, by place in `steps`.
    steps: Vec<usize>,
}

/// A value that went into a step.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentInput)]
pub(crate) struct InputShown {
    /// `农村低保标准`, `成员1.工资性收入`.
    name: String,
    label_en: String,
    /// fact, default, parameter or variable.
    #[schema(value_type = String)]
    kind: formula::InputKind,
    value: Option<String>,
    unit: Option<String>,
    /// The clause that sets a parameter.
    cite: Option<String>,
}

/// A step of the computation.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentStep)]
pub(crate) struct StepView {
    name: String,
    label_en: String,
    /// Whose: `户`, `成员1`, `待遇`.
    subject: String,
    /// A fact that nobody gave, by the rule of the vocabulary.
    by_default: bool,
    formula: String,
    inputs: Vec<InputShown>,
    value: Option<String>,
    unit: Option<String>,
    missing: Vec<String>,
    cite: Option<String>,
    notes: Vec<Words>,
}

/// A programme that may be claimed, has to be left or looked into.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentDue)]
pub(crate) struct DueShown {
    /// may_claim, may_leave or to_check.
    #[schema(value_type = String)]
    kind: pack::assess::DueKind,
    programme: Named,
    /// The members concerned, by place in `members`.
    members: Vec<usize>,
    #[schema(value_type = Option<String>)]
    monthly: Option<Money>,
    #[schema(value_type = Option<String>)]
    once: Option<Money>,
    missing: Vec<LackingShown>,
}

/// An assessment with its whole explanation.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct AssessmentAnswer {
    #[serde(flatten)]
    brief: AssessmentBrief,
    household_id: Uuid,
    division: DivisionRef,
    members: Vec<MemberShown>,
    /// Of the household, then of each member, by programme.
    results: Vec<ResultShown>,
    /// Every step once: what a step needs stands before it.
    steps: Vec<StepView>,
    /// What may be claimed, has to be left, or looked into.
    due: Vec<DueShown>,
}

/// Rows of a list.
pub(crate) async fn briefs(ctx: &Ctx, conn: &Conn, rows: &[Row]) -> Result<Vec<AssessmentBrief>> {
    let users = user_names(conn, rows.iter().map(|r| r.made_by)).await?;
    let mut releases: BTreeMap<Uuid, ReleaseShown> = BTreeMap::new();
    for row in rows {
        if let Entry::Vacant(free) = releases.entry(row.release) {
            let found = policy::release(ctx.floor(), conn, row.release).await?;
            let (version, digest) = found.map_or_else(Default::default, |r| (r.version, r.digest));
            free.insert(ReleaseShown { version, digest });
        }
    }
    let brief = |row: &Row| AssessmentBrief {
        id: row.id,
        as_of: row.as_of,
        made_at: row.made_at,
        made_by: users.get(row.made_by),
        release: releases[&row.release].clone(),
        meaning: row.meaning,
        qualifies: row.qualifies,
        unknown: row.unknown,
        claims: row.claims,
        monthly: row.monthly,
    };
    Ok(rows.iter().map(brief).collect())
}

/// One with everything.
pub(crate) async fn whole(
    ctx: &Ctx,
    conn: &Conn,
    row: &Row,
    kept: Kept,
) -> Result<AssessmentAnswer> {
    let mut brief = briefs(ctx, conn, std::slice::from_ref(row)).await?;
    let ids = kept.people.iter().map(|(person, _)| *person);
    let names = registry::persons(conn, ctx.floor().vault(), ids).await?;
    let member = |(person, relation): &(Uuid, String)| MemberShown {
        person_id: *person,
        name: names
            .get(person)
            .map(|p| p.name.clone())
            .unwrap_or_default(),
        relation: relation.clone(),
    };
    let words = |programme: &str| {
        let found = kept.whole.results.iter().find(|r| r.programme == programme);
        Named {
            key: programme.to_owned(),
            zh: found.map_or_else(|| programme.to_owned(), |r| r.zh.clone()),
            en: found.map_or_else(|| programme.to_owned(), |r| r.en.clone()),
        }
    };
    let due = kept.whole.due.iter();
    let due = due.map(|d| due_shown(d, words(&d.programme))).collect();
    Ok(AssessmentAnswer {
        brief: brief.remove(0),
        household_id: row.household,
        division: division_ref(conn, &row.division).await?,
        members: kept.people.iter().map(member).collect(),
        due,
        results: kept.whole.results.into_iter().map(result).collect(),
        steps: kept.whole.steps.into_iter().map(step).collect(),
    })
}

fn due_shown(due: &Due, programme: Named) -> DueShown {
    DueShown {
        kind: due.kind,
        programme,
        members: due.members.clone(),
        monthly: due.monthly,
        once: due.once,
        missing: due.missing.iter().map(lacking).collect(),
    }
}

fn lacking(one: &Lacking) -> LackingShown {
    LackingShown {
        zh: one.name.clone(),
        en: one.en.clone(),
        of: one.of.clone(),
        member: one.place.filter(|_| one.of == "person"),
    }
}

fn words((zh, en): (String, String)) -> Words {
    Words { zh, en }
}

fn result(one: WholeResult) -> ResultShown {
    ResultShown {
        programme: Named {
            key: one.programme,
            zh: one.zh,
            en: one.en,
        },
        member: one.member,
        single: one.single,
        verdict: one.verdict,
        pays: one.pays,
        monthly: one.monthly,
        once: one.once,
        reasons: one.reasons.into_iter().map(words).collect(),
        missing: one.missing.iter().map(lacking).collect(),
        cites: one.cites,
        covered: one.covered,
        steps: one.steps,
    }
}

fn step(step: StepShown) -> StepView {
    StepView {
        name: step.name,
        label_en: step.label_en,
        subject: step.subject,
        by_default: step.by_default,
        formula: step.formula,
        inputs: step.inputs.into_iter().map(input).collect(),
        value: step.value,
        unit: step.unit,
        missing: step.missing,
        cite: step.cite,
        notes: step.notes.into_iter().map(words).collect(),
    }
}

fn input(input: StepInput) -> InputShown {
    InputShown {
        name: input.name,
        label_en: input.label_en,
        kind: input.kind,
        value: input.value,
        unit: input.unit,
        cite: input.cite,
    }
}
