//! Places of any size for measurements: dibao families as a stream, held one at a time.

use std::path::Path;

use kernel::{DivisionCode, DivisionLevel};

use crate::area;
use crate::books::{
    BookError, Encoding, Family, Places, Progress, Sheet, Sink, WrittenFile, account_cells,
    dibao_household, dibao_households, dibao_members, dibao_persons,
};
use crate::county::{Folk, is_urban};
use crate::dice::Dice;
use crate::model::{
    Account, Area, Bank, DibaoClass, Household, HouseholdKey, Person, PersonKey, Reason,
    RosterEntry, Terms,
};
use crate::people::account;
use crate::plan::{Course, DibaoPlan, DisabledPlan, FamilyPlan, Severity, Span, month};

/// A place of a given number of persons, all in households with dibao.
///
/// Nothing is held but the seed: the families are made while one walks over them, the same
/// ones each time. A million persons are about 390,000 households.
#[derive(Debug, Clone)]
pub struct Place {
    persons: usize,
    seed: u64,
    areas: Vec<Area>,
}

/// A family with its award and the account it is paid into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyRecord {
    /// The household.
    pub household: Household,
    /// The members, the head first; keys count over the whole place.
    pub people: Vec<Person>,
    /// The dibao award.
    pub entry: RosterEntry,
    /// The payee's account.
    pub account: Account,
}

impl Place {
    /// A place of so many persons.
    pub fn scaled(persons: usize, seed: u64) -> Place {
        Place {
            persons,
            seed,
            areas: area::qingshui(),
        }
    }

    /// The areas of the place, those of Qingshui.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The families, one after the other; their members add up to the number of persons.
    pub fn families(&self) -> impl Iterator<Item = FamilyRecord> {
        let villages: Vec<DivisionCode> = self
            .areas
            .iter()
            .map(|area| area.code)
            .filter(|code| code.level() == DivisionLevel::Village && !is_urban(code))
            .collect();
        Families {
            dice: Dice::new(self.seed, 4),
            folk: Folk::new(),
            areas: self.areas.clone(),
            villages,
            left: self.persons,
            sizes: None,
            prefix: "62052111",
            household: 0,
            person: 0,
            serial: 0,
        }
    }

    /// Writes pairs of tables of the provincial export as .csv files (UTF-8), streaming; a pair
    /// of the list belongs to one upload.
    pub fn write_csv(
        &self,
        dir: &Path,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Vec<[WrittenFile; 2]>, BookError> {
        let begin = |_: &str, name: &str, columns: &[&str]| {
            let path = dir.join(format!("{name}.csv"));
            Sink::csv(&path, Encoding::Utf8, columns)
        };
        self.write(dir, "csv", &begin, progress)
    }

    /// Writes the same pairs as workbooks.
    pub fn write_xlsx(
        &self,
        dir: &Path,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Vec<[WrittenFile; 2]>, BookError> {
        let begin = |title: &str, name: &str, columns: &[&str]| {
            let sheet = Sheet {
                title,
                note: "",
                columns,
            };
            Sink::book(&dir.join(format!("{name}.xlsx")), &sheet)
        };
        self.write(dir, "xlsx", &begin, progress)
    }

    fn write(
        &self,
        dir: &Path,
        ending: &str,
        begin: &Begin<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Vec<[WrittenFile; 2]>, BookError> {
        std::fs::create_dir_all(dir)?;
        let titles = ["农村低保家庭查询", "农村低保人员查询"];
        let keys: [&'static [&'static str]; 2] = [&["households"], &["persons"]];
        let places = Places::new(&self.areas);
        let mut families = self.families().peekable();
        let mut pairs = Vec::new();
        let mut done = 0;
        while families.peek().is_some() {
            let names = titles.map(|title| match pairs.len() {
                0 => title.to_owned(),
                n => format!("{title}（{}）", n + 1),
            });
            let mut households = begin(titles[0], &names[0], &dibao_households())?;
            let mut persons = begin(titles[1], &names[1], &dibao_persons())?;
            let mut rows = [0, 0];
            while let Some(record) = families.next_if(|_| rows[1] < PART) {
                let family = Family {
                    places: &places,
                    household: &record.household,
                    people: &record.people,
                };
                let payee = family.member(record.entry.payee);
                let account = account_cells(payee, Some(&record.account));
                rows[0] += 1;
                households.row(&dibao_household(&family, rows[0], &record.entry, account))?;
                for row in dibao_members(&family, rows[1] + 1, &record.entry) {
                    persons.row(&row)?;
                    rows[1] += 1;
                }
                if rows[0] % 5000 == 0 {
                    progress(Progress {
                        file: &names[1],
                        done: done + rows[1],
                        total: self.persons,
                    });
                }
            }
            households.finish()?;
            persons.finish()?;
            done += rows[1];
            let file = |at: usize| WrittenFile {
                name: format!("{}.{ending}", names[at]),
                import: "provincial_rural_dibao",
                keys: keys[at],
                rows: rows[at],
            };
            pairs.push([file(0), file(1)]);
        }
        Ok(pairs)
    }
}

/// Persons of one upload: a table of a million is larger than what an office takes in one piece.
const PART: usize = 250_000;

/// Begins a table by its title, its name and its columns.
type Begin<'b> = dyn Fn(&str, &str, &[&str]) -> Result<Sink, BookError> + 'b;

/// Families of given sizes, one after the other, at a place of its own.
pub(crate) struct Order {
    /// Members of each family.
    pub sizes: Vec<usize>,
    /// The place.
    pub areas: Vec<Area>,
    /// What the numbers of awards begin with.
    pub prefix: &'static str,
}

/// The families of an order.
pub(crate) fn families_of(order: Order, seed: u64) -> impl Iterator<Item = FamilyRecord> {
    let villages = order
        .areas
        .iter()
        .map(|area| area.code)
        .filter(|code| code.level() == DivisionLevel::Village)
        .collect();
    Families {
        dice: Dice::new(seed, 4),
        folk: Folk::new(),
        left: order.sizes.iter().sum(),
        sizes: Some(order.sizes.into_iter()),
        areas: order.areas,
        villages,
        prefix: order.prefix,
        household: 0,
        person: 0,
        serial: 0,
    }
}

struct Families {
    dice: Dice,
    folk: Folk,
    areas: Vec<Area>,
    villages: Vec<DivisionCode>,
    left: usize,
    /// Sizes that were ordered; by chance where none were.
    sizes: Option<std::vec::IntoIter<usize>>,
    prefix: &'static str,
    household: u32,
    person: u32,
    serial: usize,
}

impl Iterator for Families {
    type Item = FamilyRecord;

    fn next(&mut self) -> Option<FamilyRecord> {
        if self.left == 0 {
            return None;
        }
        let weights = [(1, 22), (2, 30), (3, 26), (4, 14), (5, 6), (6, 2)];
        let size = match &mut self.sizes {
            Some(ordered) => ordered.next()?,
            None => self.dice.weighted(&weights).min(self.left),
        };
        let plan = plan(&mut self.dice, size);
        let key = HouseholdKey(self.household);
        let mut cast = self.folk.people(&mut self.dice, &plan, self.person, key);
        let people = std::mem::take(&mut cast.people);
        // Villages take turns, so that the place fills evenly without being held.
        let village = self.villages[self.household as usize % self.villages.len()];
        let household = self
            .folk
            .household(&mut self.dice, &self.areas, village, &plan, &cast);
        self.left -= size;
        self.household += 1;
        self.person += size as u32;
        self.serial += 1;
        let covered: Vec<PersonKey> = cast.covered.iter().map(|at| cast.keys[*at]).collect();
        let (class, single) = plan.dibao.map_or((DibaoClass::Third, false), |dibao| {
            (dibao.class, dibao.single)
        });
        let holder = if single { covered[0] } else { cast.keys[0] };
        let entry = RosterEntry {
            number: format!("{}{:08}", self.prefix, self.serial),
            household: key,
            holder,
            payee: holder,
            covered,
            terms: Terms::Dibao { class, single },
            from: month(0).plus(-(self.dice.between(0, 60) as i32)),
        };
        let bank = self.dice.weighted(&[
            (Bank::RuralCredit, 60),
            (Bank::Agricultural, 25),
            (Bank::Postal, 15),
        ]);
        Some(FamilyRecord {
            household,
            people,
            entry,
            account: account(holder, bank),
        })
    }
}

fn plan(dice: &mut Dice, size: usize) -> FamilyPlan {
    let single = size > 1 && dice.chance(12);
    let class = if single {
        dice.pick(&[DibaoClass::First, DibaoClass::Second])
    } else {
        dice.weighted(&[
            (DibaoClass::First, 12),
            (DibaoClass::Second, 42),
            (DibaoClass::Third, 42),
            (DibaoClass::Fourth, 4),
        ])
    };
    let covered = if single { 1 } else { size };
    let dibao = DibaoPlan {
        class,
        covered,
        single,
        span: Span::ALWAYS,
        course: Course::Steady,
        end: Reason::IncomeAbove,
    };
    let mut plan = FamilyPlan {
        dibao: Some(dibao),
        ..FamilyPlan::new(None, size)
    };
    if single || dice.chance(20) {
        let severity = if single || dice.chance(50) {
            Severity::Severe
        } else {
            Severity::Light
        };
        plan.disabled.push(DisabledPlan {
            severity,
            living: None,
            care: None,
            dies: false,
        });
    }
    plan
}
