//! A family and the rows about its members, as checks read them.

use std::collections::BTreeMap;
use std::sync::Arc;

use formula::{Context, Type, Value};
use pack::model::SourceKind;
use pack::{CheckBook, FamilyEvidence};
use serde_json::{Map, Value as Json};

use super::EvidenceRow;
use crate::clean::fold_name;
use crate::delivery::{Evidence, Manifest};

/// A member of the family.
#[derive(Debug, Clone, Copy)]
pub struct MemberCase<'c> {
    /// The member's key, which stays the same from run to run.
    pub key: &'c str,
    /// Facts by the names of the vocabulary.
    pub facts: &'c Map<String, Json>,
}

/// A row about a member, kept beyond the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// The member.
    pub member: usize,
    /// Row in the file as it came.
    pub row: u32,
    /// The cells in the order of the manifest.
    pub cells: Vec<String>,
}

impl SourceRow {
    /// Keeps a hit; `subject` of the hit must be the place of the member.
    pub fn of(hit: &Evidence<'_>) -> SourceRow {
        SourceRow {
            member: hit.subject as usize,
            row: hit.row,
            cells: hit.cells.iter().map(str::to_owned).collect(),
        }
    }
}

/// A delivery that the family was compared with; no rows say that nothing was found.
#[derive(Debug, Clone)]
pub struct Compared<'c> {
    /// Digest of the delivery.
    pub digest: &'c str,
    /// What is known of it.
    pub manifest: &'c Manifest,
    /// The rows about the members.
    pub rows: Vec<SourceRow>,
}

/// A family.
#[derive(Debug, Clone)]
pub struct FamilyCase<'c> {
    /// The household's key, which stays the same from run to run.
    pub key: &'c str,
    /// Its facts, where some are known.
    pub household: Option<&'c Map<String, Json>>,
    /// Its members.
    pub members: Vec<MemberCase<'c>>,
    /// What it was compared with. A source that is not here was not compared.
    pub sources: Vec<Compared<'c>>,
}

const NAME: &str = "姓名";

/// A row with where it comes from.
pub(super) struct Found<'f> {
    compared: &'f Compared<'f>,
    row: &'f SourceRow,
    name: Option<&'f str>,
}

impl Found<'_> {
    pub fn source(&self) -> &str {
        &self.compared.manifest.source
    }

    /// The cell of a name.
    pub fn cell(&self, name: &str) -> Option<&str> {
        let at = self
            .compared
            .manifest
            .cells
            .iter()
            .position(|c| c == name)?;
        self.row
            .cells
            .get(at)
            .map(String::as_str)
            .filter(|c| !c.is_empty())
    }

    /// What the row says, without where it stood.
    pub fn content(&self) -> Vec<u8> {
        let mut content = Vec::new();
        let cells = self.row.cells.iter().map(String::as_str);
        for part in std::iter::once(self.source()).chain(cells) {
            content.extend_from_slice(&(part.len() as u64).to_be_bytes());
            content.extend_from_slice(part.as_bytes());
        }
        content
    }

    pub fn evidence(&self) -> EvidenceRow {
        let differs = |ours: &str| {
            self.cell(NAME)
                .is_some_and(|there| there != fold_name(ours))
        };
        EvidenceRow {
            source: self.source().to_owned(),
            delivery: self.compared.digest.to_owned(),
            as_of: self.compared.manifest.as_of,
            row: self.row.row,
            member: self.row.member,
            name_differs: self.name.is_some_and(differs),
        }
    }
}

impl FamilyCase<'_> {
    /// The rows of some sources about a member, or about all.
    pub(super) fn rows_of(&self, sources: &[String], member: Option<usize>) -> Vec<Found<'_>> {
        self.sources
            .iter()
            .filter(|compared| sources.contains(&compared.manifest.source))
            .flat_map(|compared| compared.rows.iter().map(move |row| (compared, row)))
            .filter(|(_, row)| member.is_none_or(|m| m == row.member))
            .map(|(compared, row)| Found {
                compared,
                row,
                name: self
                    .members
                    .get(row.member)
                    .and_then(|m| m.facts.get(NAME))
                    .and_then(Json::as_str),
            })
            .collect()
    }

    /// The family as the checks read it.
    pub(super) fn evidence<'e>(&'e self, book: &CheckBook) -> FamilyEvidence<'e> {
        let mut rows: BTreeMap<&str, Vec<Vec<Arc<Context>>>> = BTreeMap::new();
        for compared in &self.sources {
            let Some(kind) = book.source(&compared.manifest.source) else {
                continue;
            };
            let of_members = rows
                .entry(compared.manifest.source.as_str())
                .or_insert_with(|| vec![Vec::new(); self.members.len()]);
            for row in &compared.rows {
                if let Some(of_member) = of_members.get_mut(row.member) {
                    of_member.push(Arc::new(table(kind, compared.manifest, row)));
                }
            }
        }
        FamilyEvidence {
            household: self.household,
            members: self.members.iter().map(|m| m.facts).collect(),
            rows,
        }
    }
}

/// A row as a table with the fields of its source; what the delivery does not have is null.
fn table(kind: &SourceKind, manifest: &Manifest, row: &SourceRow) -> Context {
    let mut table = Context::new();
    for field in &kind.fields {
        let cell = manifest
            .cells
            .iter()
            .position(|name| *name == field.name)
            .and_then(|at| row.cells.get(at))
            .filter(|cell| !cell.is_empty());
        let json = match (cell, &field.ty) {
            (None, _) => Json::Null,
            (Some(cell), Type::Boolean) => Json::Bool(cell == "true"),
            (Some(cell), _) => Json::String(cell.clone()),
        };
        // A cell of an older description that the type no longer takes is one that nobody knows.
        table.set(&field.name, field.ty.read(&json).unwrap_or(Value::Null));
    }
    table
}
