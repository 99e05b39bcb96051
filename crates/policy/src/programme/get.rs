//! `GET /programmes/{key}`: conditions, amounts, formulas and clauses of one programme.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use directory::Named;
use pack::model::{Programme, Way};
use pack::{Pack, Rules};
use platform::{Ctx, Json, Path, Problem, Query, Result};
use serde::Serialize;

use super::parts::{Head, PolicyFormula, condition, formula};
use crate::asked::Asked;
use crate::authz::PROGRAMME_GET;
use crate::catalogue::list::Matter;
use crate::parameter::list::{Parameter, shown as parameter};
use crate::words::word;
use crate::{problems, rules_on};

/// One way into a programme.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyWay {
    /// household, single (one member by himself) or person.
    kind: String,
    /// Whom an award would cover, where that is said.
    covered: Option<PolicyFormula>,
    /// To whom the programme speaks at all.
    applies: Vec<PolicyFormula>,
    /// What must hold.
    conditions: Vec<PolicyFormula>,
}

/// Another programme that goes before, or steps back.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyExclusion {
    programme: Named,
    cite: String,
}

/// A fact that formulas of the programme speak of.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyFact {
    name: String,
    en: String,
    /// person, household, supporter or award.
    entity: String,
    unit: String,
    note: Option<String>,
}

/// A programme with everything that makes it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProgrammeDetail {
    key: String,
    zh: String,
    en: String,
    section: Named,
    /// household or person.
    unit: String,
    /// An estimate that orders work and entitles nobody to anything.
    estimate: bool,
    from: NaiveDate,
    to: Option<NaiveDate>,
    cite: String,
    /// The place that brings it in.
    place: String,
    ways: Vec<PolicyWay>,
    components: Vec<PolicyFormula>,
    checks: Vec<PolicyFormula>,
    /// Intermediate steps of this programme.
    variables: Vec<PolicyFormula>,
    /// Steps that other programmes declare and its formulas speak of.
    borrowed: Vec<PolicyFormula>,
    /// Values that its formulas speak of.
    parameters: Vec<Parameter>,
    /// Parameters that its formulas speak of and that have no value here on that day.
    missing_parameters: Vec<String>,
    facts: Vec<PolicyFact>,
    /// Programmes before which it steps back.
    yields_to: Vec<PolicyExclusion>,
    /// Programmes that step back before it.
    goes_before: Vec<PolicyExclusion>,
    funds: Vec<Named>,
    guide: Option<Matter>,
}

/// Shows a programme as it stands at a place on a day.
#[utoipa::path(
    get, path = "/programmes/{key}", operation_id = PROGRAMME_GET.id, tag = "policy",
    params(("key" = String, Path), Asked),
    responses((status = 200, body = ProgrammeDetail), (status = 404, description = "policy.programme.unknown"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<ProgrammeDetail>> {
    let reader = ctx.query(&PROGRAMME_GET).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (pack, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let programme = rules
        .programme(&key)
        .ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    Ok(Json(detail(&pack, &rules, programme)))
}

fn detail(pack: &Pack, rules: &Rules, programme: &Programme) -> ProgrammeDetail {
    let ways: Vec<PolicyWay> = programme.ways.iter().map(|w| way(rules, w)).collect();
    let components = programme.components.iter().filter_map(|c| {
        let head = Head {
            key: &c.key,
            zh: &c.label.zh,
            en: &c.label.en,
            unit: &c.unit,
            once: c.once,
        };
        formula(rules, &head, &c.bodies)
    });
    let components: Vec<_> = components.collect();
    let checks = programme.checks.iter().filter_map(|c| {
        let head = Head {
            key: &c.key,
            zh: &c.label.zh,
            en: &c.label.en,
            unit: "",
            once: false,
        };
        formula(rules, &head, &c.bodies)
    });
    let checks: Vec<_> = checks.collect();
    let variables = variables(rules, programme, |_| true);
    let spoken = spoken(
        pack,
        rules,
        programme,
        &ways,
        &components,
        &checks,
        &variables,
    );
    let label = |key: &str| named(rules, key);
    let all = rules.parameters();
    ProgrammeDetail {
        key: programme.key.clone(),
        zh: programme.label.zh.clone(),
        en: programme.label.en.clone(),
        section: section(pack, &programme.section),
        unit: word(programme.unit),
        estimate: programme.estimate,
        from: programme.from,
        to: programme.to,
        cite: programme.cite.clone(),
        place: rules.level_at(programme.level).zh.clone(),
        parameters: all
            .iter()
            .filter(|v| spoken.names.contains(&v.parameter.name))
            .map(parameter)
            .collect(),
        missing_parameters: missing(pack, rules, &spoken.names),
        facts: facts(pack, &spoken.names),
        ways,
        components,
        checks,
        variables,
        borrowed: spoken.borrowed,
        yields_to: programme
            .yields
            .iter()
            .map(|y| PolicyExclusion {
                programme: label(&y.programme),
                cite: y.cite.clone(),
            })
            .collect(),
        goes_before: goes_before(rules, &programme.key),
        funds: pack
            .funds()
            .iter()
            .filter(|f| programme.funds.contains(&f.key))
            .map(|f| Named {
                key: f.key.clone(),
                zh: f.label.zh.clone(),
                en: f.label.en.clone(),
            })
            .collect(),
        guide: rules
            .catalogue()
            .into_iter()
            .find(|m| m.key == programme.key)
            .map(Matter::from),
    }
}

fn way(rules: &Rules, way: &Way) -> PolicyWay {
    let all =
        |list: &[pack::model::Condition]| list.iter().filter_map(|c| condition(rules, c)).collect();
    let head = Head {
        key: "covered",
        zh: "保障范围",
        en: "Whom an award covers",
        unit: "",
        once: false,
    };
    PolicyWay {
        kind: way.kind.word().to_owned(),
        covered: formula(rules, &head, &way.covered),
        applies: all(&way.applies),
        conditions: all(&way.conditions),
    }
}

fn variables(
    rules: &Rules,
    programme: &Programme,
    wanted: impl Fn(&str) -> bool,
) -> Vec<PolicyFormula> {
    let all = programme.variables.iter().filter(|v| wanted(&v.name));
    all.filter_map(|v| {
        let unit = v.ty.unit().map(|u| u.to_string()).unwrap_or_default();
        let head = Head {
            key: &v.name,
            zh: &v.name,
            en: &v.en,
            unit: &unit,
            once: false,
        };
        formula(rules, &head, &v.bodies)
    })
    .collect()
}

/// What the formulas of a programme speak of, theirs and those of the steps that they use.
struct Spoken {
    names: BTreeSet<String>,
    borrowed: Vec<PolicyFormula>,
}

fn spoken(
    pack: &Pack,
    rules: &Rules,
    programme: &Programme,
    ways: &[PolicyWay],
    components: &[PolicyFormula],
    checks: &[PolicyFormula],
    own: &[PolicyFormula],
) -> Spoken {
    let of_ways = ways
        .iter()
        .flat_map(|w| w.covered.iter().chain(&w.applies).chain(&w.conditions));
    let whole = of_ways.chain(components).chain(checks).chain(own);
    let mut names: BTreeSet<String> = whole.flat_map(|f| f.names().iter().cloned()).collect();
    let others: Vec<&Programme> = pack
        .programmes()
        .iter()
        .filter(|p| p.key != programme.key)
        .collect();
    let mut borrowed: Vec<PolicyFormula> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    loop {
        let open: Vec<String> = names.difference(&seen).cloned().collect();
        if open.is_empty() {
            return Spoken { names, borrowed };
        }
        for name in open {
            let found = others
                .iter()
                .find_map(|other| variables(rules, other, |v| v == name).pop());
            seen.insert(name);
            if let Some(step) = found {
                names.extend(step.names().iter().cloned());
                borrowed.push(step);
            }
        }
    }
}

fn missing(pack: &Pack, rules: &Rules, names: &BTreeSet<String>) -> Vec<String> {
    let held: Vec<&str> = rules
        .parameters()
        .iter()
        .map(|v| v.parameter.name.as_str())
        .collect();
    let all = pack.parameters().iter().filter(|p| !p.statistic);
    all.filter(|p| names.contains(&p.name) && !held.contains(&p.name.as_str()))
        .map(|p| p.name.clone())
        .collect()
}

fn facts(pack: &Pack, names: &BTreeSet<String>) -> Vec<PolicyFact> {
    let all = pack.facts().iter().filter(|f| names.contains(&f.name));
    all.map(|fact| PolicyFact {
        name: fact.name.clone(),
        en: fact.en.clone(),
        entity: word(fact.entity),
        unit: fact.ty.unit().map(|u| u.to_string()).unwrap_or_default(),
        note: fact.note.clone(),
    })
    .collect()
}

fn goes_before(rules: &Rules, key: &str) -> Vec<PolicyExclusion> {
    let mut all = Vec::new();
    for view in rules.programmes() {
        let yields = rules.programme(&view.key).map(|p| &p.yields);
        for before in yields.into_iter().flatten() {
            if before.programme == key {
                all.push(PolicyExclusion {
                    programme: named(rules, &view.key),
                    cite: before.cite.clone(),
                });
            }
        }
    }
    all
}

pub(crate) fn named(rules: &Rules, key: &str) -> Named {
    let found = rules.programme(key);
    Named {
        key: key.to_owned(),
        zh: found.map_or_else(|| key.to_owned(), |p| p.label.zh.clone()),
        en: found.map_or_else(|| key.to_owned(), |p| p.label.en.clone()),
    }
}

fn section(pack: &Pack, key: &str) -> Named {
    let found = pack.sections().iter().find(|s| s.key == key);
    Named {
        key: key.to_owned(),
        zh: found.map_or_else(|| key.to_owned(), |s| s.label.zh.clone()),
        en: found.map_or_else(|| key.to_owned(), |s| s.label.en.clone()),
    }
}
