//! A simulation as it is shown: counts, sums, places.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionNames, DivisionRef, Named, division_names};
use kernel::{DivisionCode, Money, Month};
use pack::simulate::{Row, Sum, Totals};
use platform::{Reader, Result};
use serde::Serialize;

use super::run::{Done, below};

/// Families, persons, and what it costs a month.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationSums {
    households: i64,
    persons: i64,
    /// 元/月.
    #[schema(value_type = String)]
    monthly: Money,
}

impl From<Sum> for SimulationSums {
    fn from(sum: Sum) -> Self {
        Self {
            households: sum.households,
            persons: sum.persons,
            monthly: Money::from_fen(sum.fen),
        }
    }
}

/// Both sides of something.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationSide {
    /// As the rules stand.
    baseline: SimulationSums,
    /// By the changed rules.
    variant: SimulationSums,
    /// Newly paid; the money is what they get.
    entering: SimulationSums,
    /// Not paid any more; the money is what they got.
    leaving: SimulationSums,
    /// Paid more; the money is the difference.
    raised: SimulationSums,
    /// Paid less; the money is the difference.
    lowered: SimulationSums,
    /// Failed before and may enter, once missing facts are known.
    possible: SimulationSums,
    /// Qualify and hold nothing, as the rules stand (应享未享). The sum over all programmes leaves
    /// out what other departments decide.
    gap_baseline: SimulationSums,
    /// The same by the changed rules.
    gap_variant: SimulationSums,
    /// Hold an award and do not qualify any more, as the rules stand.
    over_baseline: SimulationSums,
    /// The same by the changed rules.
    over_variant: SimulationSums,
    /// Whether they qualify is unknown, by the changed rules.
    unknown: SimulationSums,
    /// Paid, with an amount that cannot be told and is in no sum.
    amount_unknown: SimulationSums,
    /// Whether the two sides differ.
    differs: bool,
}

impl From<&Row> for SimulationSide {
    fn from(row: &Row) -> Self {
        let moved = [row.enter, row.leave, row.raise, row.lower, row.possible];
        Self {
            baseline: row.before.into(),
            variant: row.after.into(),
            entering: row.enter.into(),
            leaving: row.leave.into(),
            raised: row.raise.into(),
            lowered: row.lower.into(),
            possible: row.possible.into(),
            gap_baseline: row.gap_before.into(),
            gap_variant: row.gap_after.into(),
            over_baseline: row.over_before.into(),
            over_variant: row.over_after.into(),
            unknown: row.unknown_after.into(),
            amount_unknown: row.open_after.into(),
            differs: moved.iter().any(|sum| *sum != Sum::default()),
        }
    }
}

/// A part of the cost on both sides: a component, a fund.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationCost {
    name: Named,
    /// 元/月.
    #[schema(value_type = String)]
    baseline: Money,
    /// 元/月.
    #[schema(value_type = String)]
    variant: Money,
}

/// A township of a county, a village of a township.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationDivision {
    division: DivisionRef,
    side: SimulationSide,
}

/// A programme.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationProgramme {
    programme: Named,
    side: SimulationSide,
    components: Vec<SimulationCost>,
    /// The places where anything differs.
    divisions: Vec<SimulationDivision>,
}

/// A number of people of the place, such as its agricultural population: what those paid are a
/// share of.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationBase {
    name: String,
    en: String,
    persons: i64,
    /// The document that gives it.
    cite: String,
}

/// A change as it was understood.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationChanged {
    name: String,
    /// The English name; empty for a formula.
    en: String,
    /// The value before; none where there was none on the day.
    before: Option<String>,
    after: String,
    unit: String,
    /// The clause of the value before.
    cite: String,
    /// Whether it is a formula.
    formula: bool,
}

/// What another rule would change.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SimulationAnswer {
    place: DivisionRef,
    on: NaiveDate,
    #[schema(value_type = String)]
    month: Month,
    /// The release in force on the day.
    release: String,
    /// The release compared with.
    against: Option<String>,
    /// When the records were read.
    read_at: DateTime<Utc>,
    households: u64,
    persons: u64,
    /// Households whose facts on record contradict each other: their awards count, nothing else.
    unreadable: u64,
    /// Whether awards are on record: they are what is paid before. Else whoever qualifies is.
    with_awards: bool,
    changed: Vec<SimulationChanged>,
    /// Every household once.
    all: SimulationSide,
    programmes: Vec<SimulationProgramme>,
    funds: Vec<SimulationCost>,
    divisions: Vec<SimulationDivision>,
    /// Populations of exactly this place that the pack gives for the day.
    bases: Vec<SimulationBase>,
}

impl SimulationAnswer {
    pub async fn of(reader: &Reader, done: &Done) -> Result<SimulationAnswer> {
        let totals = &done.outcome().totals;
        let place = done.wanted.place;
        let rows = totals.by_division.iter().map(|(d, row)| (*d, *row));
        let divisions = grouped(&place, rows);
        let codes = divisions.keys().chain([&place]);
        let codes: Vec<String> = codes.map(|d| d.as_str().to_owned()).collect();
        let names = division_names(reader.conn(), codes).await?;
        let population = &done.snapshot.population;
        Ok(SimulationAnswer {
            place: names.get(place.as_str()),
            on: done.wanted.on,
            month: Month::of(done.wanted.on),
            release: done.release.version.clone(),
            against: done.against.as_ref().map(|r| r.version.clone()),
            read_at: done.snapshot.read_at,
            households: population.households() as u64,
            persons: population.persons(),
            unreadable: population.unreadable() as u64,
            with_awards: done.snapshot.with_awards,
            changed: changed(done),
            all: (&totals.all).into(),
            programmes: programmes(totals, &place, &names),
            funds: funds(done),
            divisions: shown(&divisions, &names),
            bases: bases(done),
        })
    }
}

fn bases(done: &Done) -> Vec<SimulationBase> {
    let all = done
        .release
        .pack
        .statistics(&done.wanted.place, done.wanted.on);
    let people = all.into_iter().filter(|(_, s)| s.unit == "人");
    people
        .filter_map(|(parameter, found)| {
            Some(SimulationBase {
                name: parameter.name.clone(),
                en: parameter.en.clone(),
                persons: found.shown.replace(',', "").parse().ok()?,
                cite: found.cite.to_owned(),
            })
        })
        .collect()
}

fn changed(done: &Done) -> Vec<SimulationChanged> {
    let each = done.changed().iter().cloned();
    each.map(|c| SimulationChanged {
        name: c.name,
        en: c.en,
        before: c.before,
        after: c.after,
        unit: c.unit,
        cite: c.cite,
        formula: c.formula,
    })
    .collect()
}

/// Rows summed up by the places below.
fn grouped(
    place: &DivisionCode,
    rows: impl Iterator<Item = (DivisionCode, Row)>,
) -> BTreeMap<DivisionCode, Row> {
    let mut out: BTreeMap<DivisionCode, Row> = BTreeMap::new();
    for (division, row) in rows {
        *out.entry(below(place, &division)).or_default() += row;
    }
    out
}

fn shown(rows: &BTreeMap<DivisionCode, Row>, names: &DivisionNames) -> Vec<SimulationDivision> {
    let each = rows.iter().map(|(division, row)| SimulationDivision {
        division: names.get(division.as_str()),
        side: row.into(),
    });
    each.collect()
}

fn programmes(
    totals: &Totals,
    place: &DivisionCode,
    names: &DivisionNames,
) -> Vec<SimulationProgramme> {
    let each = totals.by_programme.iter().enumerate();
    each.filter(|(_, row)| **row != Row::default())
        .map(|(n, row)| {
            let name = &totals.names[n];
            let of = totals.by_both.iter().filter(|((p, _), _)| *p == n);
            let mut places = grouped(place, of.map(|((_, d), row)| (*d, *row)));
            places.retain(|_, row| SimulationSide::from(&*row).differs);
            let components = name.components.iter().zip(&totals.components[n]);
            SimulationProgramme {
                programme: Named {
                    key: name.key.clone(),
                    zh: name.zh.clone(),
                    en: name.en.clone(),
                },
                side: row.into(),
                components: components
                    .filter(|(_, sums)| **sums != (0, 0))
                    .map(|((key, zh, en), sums)| {
                        let label = (key.clone(), zh.clone(), en.clone());
                        cost(label, *sums)
                    })
                    .collect(),
                divisions: shown(&places, names),
            }
        })
        .collect()
}

/// Costs by the fund that a roll would be paid from.
fn funds(done: &Done) -> Vec<SimulationCost> {
    let totals = &done.outcome().totals;
    let mut sums: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for (name, row) in totals.names.iter().zip(&totals.by_programme) {
        if name.fund.is_empty() || (row.before.fen, row.after.fen) == (0, 0) {
            continue;
        }
        let sum = sums.entry(&name.fund).or_default();
        *sum = (sum.0 + row.before.fen, sum.1 + row.after.fen);
    }
    let packs = std::iter::once(&done.release).chain(&done.against);
    let known: Vec<_> = packs.flat_map(|r| r.pack.funds()).collect();
    let each = sums.into_iter().map(|(key, sums)| {
        let label = known.iter().find(|f| f.key == key).map(|f| &f.label);
        let word = |w: Option<&String>| w.cloned().unwrap_or_else(|| key.to_owned());
        let (zh, en) = (word(label.map(|l| &l.zh)), word(label.map(|l| &l.en)));
        cost((key.to_owned(), zh, en), sums)
    });
    each.collect()
}

fn cost((key, zh, en): (String, String, String), (before, after): (i64, i64)) -> SimulationCost {
    SimulationCost {
        name: Named { key, zh, en },
        baseline: Money::from_fen(before),
        variant: Money::from_fen(after),
    }
}
