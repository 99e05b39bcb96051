//! Households as lines of JSON, as `doudi assess` reads them, through both sides.

use super::change::{Change, ChangeFault, Changed};
use super::population::Population;
use super::report::Report;
use super::scheme::Variation;
use super::totals::Totals;
use crate::assess::{Assess, Household, Shelf, Unusable};
use chrono::NaiveDate;
use kernel::Month;
use std::collections::BTreeMap;
use std::io::{self, BufRead};

/// Households held at once.
const CHUNK: usize = 8_192;

/// Longest line.
const LONGEST: u64 = 4 << 20;

/// What is simulated.
#[derive(Debug, Clone)]
pub struct Run {
    /// Pack, place, day and programmes; every step is never written.
    pub assess: Assess,
    /// The other side.
    pub variation: Variation,
}

/// Why lines were left out: how many for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code, that of `doudi assess`.
    pub code: &'static str,
    /// What the first of them lacks, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// Number of the first line, counted from 1.
    pub line: u64,
    /// How many lines.
    pub count: u64,
}

/// Why a run cannot begin or end.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The packs do not have the place or a programme.
    #[error(transparent)]
    Unusable(#[from] Unusable),
    /// The packs have no rules on that day.
    #[error("{0} 早于政策包最早的规定 / {0} is before the first rules of the packs")]
    Early(NaiveDate),
    /// Changes that cannot be made.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Changes(Vec<ChangeFault>),
    /// Nothing was read.
    #[error("没有一户可以试算 / there is no household to simulate")]
    Nobody,
    /// Reading failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Run {
    /// Sees to place, programmes, day and changes before anything is read.
    ///
    /// # Errors
    /// As [`run`].
    pub fn check(&self) -> Result<Vec<Changed>, Unfit> {
        self.assess.check()?;
        let (pack, on) = (&self.assess.pack, self.assess.on);
        let rules = pack
            .rules_for_case(&self.assess.place, on, Month::of(on))
            .map_err(|_| Unusable::Place(self.assess.place.short().to_owned()))?;
        let runs = rules.level().runs_from.is_none_or(|from| from <= on);
        if rules.programmes().is_empty() || !runs {
            return Err(Unfit::Early(on));
        }
        let (level, place) = (rules.level_id(), self.assess.place);
        let mut scheme = super::scheme::Scheme::new(level, place, self.variation.clone());
        scheme.pair(&rules).map_err(Unfit::Changes)?;
        Ok(scheme.changed)
    }
}

/// Reads households, one a line, and counts them on both sides.
///
/// # Errors
/// Why the run cannot be done; lines that cannot be read are left out and counted.
pub fn run(work: &Run, reader: &mut dyn BufRead) -> Result<Report, Unfit> {
    let mut report = Report::new(work.assess.place, work.assess.on, work.check()?);
    let shelf = Shelf::default();
    let mut totals: Option<Totals> = None;
    let mut refused: BTreeMap<&'static str, Refusal> = BTreeMap::new();
    let mut number = 0;
    let mut chunk: Vec<(u64, Vec<u8>)> = Vec::new();
    loop {
        let mut line = Vec::new();
        let read = io::Read::take(&mut *reader, LONGEST).read_until(b'\n', &mut line)?;
        if read > 0 {
            number += 1;
            if !line.iter().all(u8::is_ascii_whitespace) {
                chunk.push((number, line));
            }
        }
        if chunk.len() == CHUNK || (read == 0 && !chunk.is_empty()) {
            let part = part(
                work,
                &shelf,
                std::mem::take(&mut chunk),
                &mut refused,
                &mut report,
            )?;
            match &mut totals {
                Some(all) => all.merge(part),
                None => totals = Some(part),
            }
        }
        if read == 0 {
            break;
        }
    }
    if report.households == 0 && refused.is_empty() {
        return Err(Unfit::Nobody);
    }
    report.refused = refused.into_values().collect();
    report.totals = totals.unwrap_or_default();
    Ok(report)
}

fn part(
    work: &Run,
    shelf: &Shelf,
    chunk: Vec<(u64, Vec<u8>)>,
    refused: &mut BTreeMap<&'static str, Refusal>,
    report: &mut Report,
) -> Result<Totals, Unfit> {
    let (numbers, lines): (Vec<u64>, Vec<Vec<u8>>) = chunk.into_iter().unzip();
    let on = work.assess.on;
    let rules = work
        .assess
        .pack
        .rules_for_case(&work.assess.place, on, Month::of(on));
    let rules = rules.map_err(|_| Unusable::Place(work.assess.place.short().to_owned()))?;
    let place = work.assess.place;
    let mut population = Population::new(&rules, place, work.variation.clone());
    for (number, read) in numbers
        .into_iter()
        .zip(work.assess.households(shelf, &lines))
    {
        match read {
            Ok(household) => add(&mut population, &household)?,
            Err(left) => {
                let known = refused.entry(left.code).or_insert_with(|| Refusal {
                    code: left.code,
                    zh: left.zh,
                    en: left.en,
                    line: number,
                    count: 0,
                });
                known.count += 1;
            }
        }
    }
    report.households += population.households() as u64;
    report.persons += population.persons();
    let outcome = population.run(&work.assess.programmes);
    Ok(outcome.totals)
}

fn add(population: &mut Population, household: &Household) -> Result<(), Unfit> {
    let facts = household.facts();
    let added = population.add(household.rules(), household.division, &facts, &[]);
    added.map(|_| ()).map_err(Unfit::Changes)
}

impl Change {
    /// Reads changes as the command line has them.
    ///
    /// # Errors
    /// All that have no name or no value.
    pub fn all(texts: &[String]) -> Result<Vec<Change>, Vec<ChangeFault>> {
        let (good, bad): (Vec<_>, Vec<_>) = texts
            .iter()
            .map(|t| Change::parse(t))
            .partition(Result::is_ok);
        if bad.is_empty() {
            return Ok(good.into_iter().flatten().collect());
        }
        Err(bad.into_iter().filter_map(Result::err).collect())
    }
}
