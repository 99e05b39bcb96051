//! The columns of an import, compiled: for each file and column, what to do with a cell.

use std::sync::Arc;

use formula::Entity;
use pack::model::{AwardFor, ColumnMap, ImportKind, RowOf, Target};
use platform::{Problem, Result};

use super::convert::Converter;
use super::layout::{Layout, name_of};
use crate::catalogue::Catalogue;
use crate::problems::{CHANGED, NO_KIND};

/// Where a cell goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    HouseholdNumber,
    HeadName,
    HeadId,
    Code,
    Township,
    Village,
    Address,
    HouseholdPhone,
    PersonNumber,
    PersonPhone,
    Card,
    AwardNumber,
    FromMonth,
    ToMonth,
    Covered,
    Amount,
    TopUp,
    Reason,
    Programme,
    Bank,
    Holder,
    Account,
    Name,
    IdNumber,
    /// A fact, by its place in [`FilePlan::facts`].
    Fact(usize),
    Unused,
}

fn slot_of(field: &str) -> Slot {
    match field {
        "household.number" => Slot::HouseholdNumber,
        "household.head_name" => Slot::HeadName,
        "household.head_id" => Slot::HeadId,
        "household.division" => Slot::Code,
        "household.township" => Slot::Township,
        "household.village" => Slot::Village,
        "household.address" => Slot::Address,
        "household.phone" => Slot::HouseholdPhone,
        "person.number" => Slot::PersonNumber,
        "person.phone" => Slot::PersonPhone,
        "person.disability_card" => Slot::Card,
        "award.number" => Slot::AwardNumber,
        "award.from_month" => Slot::FromMonth,
        "award.to_month" => Slot::ToMonth,
        "award.covered" => Slot::Covered,
        "award.amount" => Slot::Amount,
        "award.top_up" => Slot::TopUp,
        "award.reason" => Slot::Reason,
        "award.programme" => Slot::Programme,
        "account.bank" => Slot::Bank,
        "account.holder" => Slot::Holder,
        "account.number" => Slot::Account,
        // Names of province, city and county and the counts are read over: the township
        // and the rows themselves say the same.
        _ => Slot::Unused,
    }
}

/// A column that a file has.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub slot: Slot,
    pub title: String,
    pub map: ColumnMap,
}

/// A fact that columns of a file fill.
#[derive(Clone, Debug)]
pub(crate) struct FactColumn {
    pub name: String,
    pub entity: Entity,
}

/// One file of an import.
#[derive(Clone, Debug)]
pub(crate) struct FilePlan {
    pub person_rows: bool,
    /// By 0-based column of the file.
    pub columns: Vec<Option<Column>>,
    pub facts: Vec<FactColumn>,
    /// Required columns by place in `columns`.
    pub required: Vec<usize>,
}

impl FilePlan {
    pub fn column_of(&self, slot: Slot) -> Option<usize> {
        self.columns
            .iter()
            .position(|c| c.as_ref().is_some_and(|c| c.slot == slot))
    }
}

/// An import's files and rules, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub kind: ImportKind,
    pub catalogue: Arc<Catalogue>,
    pub files: Vec<FilePlan>,
    /// The field by which rows find their household.
    pub link: Slot,
    /// Whether there are household rows besides the person rows.
    pub two_files: bool,
    pub award: AwardFor,
}

impl Plan {
    /// Compiles the layouts of an import's files: `(file key, layout)` in their order.
    ///
    /// # Errors
    /// When the pack no longer has the kind or a column that the import was read with.
    pub fn new(
        catalogue: &Arc<Catalogue>,
        kind: &str,
        layouts: &[(String, Layout)],
    ) -> Result<Self> {
        let kind = catalogue
            .kind(kind)
            .ok_or_else(|| Problem::new(&NO_KIND))?
            .clone();
        let mut files = Vec::new();
        for (key, layout) in layouts {
            let file = kind
                .files
                .iter()
                .find(|f| f.key == *key)
                .ok_or_else(|| Problem::new(&CHANGED).because("a file of the kind is gone"))?;
            let person_rows = file.rows == RowOf::Person;
            let width = layout.columns.keys().last().map_or(0, |c| c + 1);
            let mut plan = FilePlan {
                person_rows,
                columns: vec![None; width],
                facts: Vec::new(),
                required: Vec::new(),
            };
            for (at, name) in &layout.columns {
                let map = file
                    .columns
                    .iter()
                    .find(|c| name_of(c) == *name)
                    .ok_or_else(|| {
                        Problem::new(&CHANGED).because("a column of the kind is gone")
                    })?;
                let slot = match &map.target {
                    Target::Field(field) => slot_of(field),
                    Target::Ignore => Slot::Unused,
                    Target::Fact(fact) if person_rows && fact == "姓名" => Slot::Name,
                    Target::Fact(fact) if person_rows && fact == "公民身份号码" => {
                        Slot::IdNumber
                    }
                    Target::Fact(fact) => match catalogue.fact_for(person_rows, fact) {
                        Some(known) => {
                            plan.facts.push(FactColumn {
                                name: fact.clone(),
                                entity: known.entity,
                            });
                            Slot::Fact(plan.facts.len() - 1)
                        }
                        None => Slot::Unused,
                    },
                };
                if map.required {
                    plan.required.push(*at);
                }
                plan.columns[*at] = Some(Column {
                    slot,
                    title: layout.title(*at),
                    map: map.clone(),
                });
            }
            files.push(plan);
        }
        let link = kind
            .link
            .iter()
            .map(|f| slot_of(f))
            .find(|slot| files.iter().all(|f| f.column_of(*slot).is_some()))
            .ok_or_else(|| Problem::new(&NO_KIND).because("no link field stands in all files"))?;
        let two_files = files.iter().any(|f| !f.person_rows) && files.iter().any(|f| f.person_rows);
        let award = kind.award;
        Ok(Self {
            kind,
            catalogue: Arc::clone(catalogue),
            files,
            link,
            two_files,
            award,
        })
    }

    /// Fresh converters for the columns of all files; each worker has its own.
    pub fn converters(&self) -> Vec<Vec<Option<Converter>>> {
        self.files
            .iter()
            .map(|file| {
                file.columns
                    .iter()
                    .map(|column| {
                        let column = column.as_ref()?;
                        let Slot::Fact(i) = column.slot else {
                            return None;
                        };
                        let fact = &file.facts[i];
                        let known = self.catalogue.fact(fact.entity, &fact.name)?;
                        Some(Converter::new(&column.map, known))
                    })
                    .collect()
            })
            .collect()
    }

    /// The constants of the kind as facts of the household.
    pub fn constants(&self) -> impl Iterator<Item = (&str, &str)> {
        self.kind
            .constants
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
    }
}
