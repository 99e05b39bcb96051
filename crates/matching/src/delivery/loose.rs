//! Rows whose number says nothing: empty, masked, mistyped, or in a file without such a column.
//! Ingest rejects them; whom they are about is a matter of likelihood and of a person.

use kernel::{dates, text as tidy};
use pack::model::{PersonTrait, SourceKind};
use paper::Source;

use super::cells::Cells;
use super::ingest::{NAME, PERSON, cells, columns, wanted};
use crate::clean::fold_name;
use crate::error::MatchError;
use crate::link::Record;
use crate::parallel::Watch;
use crate::reject::Reason;
use crate::rows::{KeyedRow, Part, work_rows};
use crate::text::{self, Fields, Layout, Record as Line};

/// A row without a good identity number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// Row in the file as it came, 1-based.
    pub row: u32,
    /// What is wrong with the number.
    pub reason: Reason,
    /// The number as it stands, folded to plain characters; empty where there is none.
    pub number: String,
    /// The name, in one spelling.
    pub name: String,
    /// Date of birth, `YYYY-MM-DD`: from its column, or from a number that still tells it.
    pub birth: String,
    /// 男 or 女, or empty.
    pub sex: String,
    /// Where the person lives, or empty.
    pub address: String,
    /// The relation to the head of the household, or empty.
    pub relation: String,
    /// The cells in the order of the manifest, as a kept row has them.
    pub cells: Vec<String>,
}

impl Loose {
    /// The record of [`Scheme::chinese`](crate::link::Scheme::chinese). A number that hides or
    /// lost digits would speak against everybody, so that only whole ones are compared.
    pub fn record(&self) -> Record {
        let whole = self.number.len() >= 15 && !self.number.contains('*');
        vec![
            self.name.clone(),
            if whole {
                self.number.clone()
            } else {
                String::new()
            },
            self.birth.clone(),
            self.sex.clone(),
            self.address.clone(),
            self.relation.clone(),
        ]
    }
}

/// What [`loose`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LooseRows {
    /// The rows, in the order of the file.
    pub rows: Vec<Loose>,
    /// Rows beyond the bound, or without a name: nobody can tell whom they are about.
    pub left: u64,
}

/// The rows of a file that have a name and no good identity number, at most `most`.
///
/// # Errors
/// When the file is no such table or the caller stops.
pub fn loose(
    kind: &SourceKind,
    file: &Source,
    most: usize,
    watch: &dyn Watch,
) -> Result<LooseRows, MatchError> {
    let fault = |fault| MatchError::file(file.name(), fault);
    let (layout, mut blocks) = text::open(file, &wanted(kind)).map_err(fault)?;
    let columns = columns(kind, &layout);
    let key = layout.columns.get(PERSON).copied();
    let mut found = LooseRows::default();
    let (mut fields, mut plain, mut dropped) = (Fields::default(), Vec::new(), Vec::new());
    let mut memory = Vec::new();
    while let Some(block) = blocks.next(memory).map_err(fault)? {
        if watch.cancelled() {
            return Err(MatchError::Cancelled);
        }
        let mut part = Part::default();
        let take = |_: &KeyedRow<'_>, _| Ok(());
        work_rows(
            &block,
            &layout,
            key,
            &mut part,
            |_| false,
            take,
            |row, reason| {
                plain.clear();
                dropped.clear();
                let read = cells(
                    row,
                    &layout,
                    &columns,
                    &mut fields,
                    &mut plain,
                    &mut dropped,
                );
                let number = u32::try_from(row.number);
                let (Ok(()), Ok(at)) = (read, number) else {
                    found.left += 1;
                    return;
                };
                let one = person(kind, &layout, row, at, reason, &plain);
                match one.filter(|_| found.rows.len() < most) {
                    Some(one) => found.rows.push(one),
                    None => found.left += 1,
                }
            },
        );
        memory = block.bytes;
    }
    Ok(found)
}

/// Whom a row is about, as far as it says; none without a name.
fn person(
    kind: &SourceKind,
    layout: &Layout,
    row: &KeyedRow<'_>,
    at: u32,
    reason: Reason,
    plain: &[u8],
) -> Option<Loose> {
    let cells: Vec<String> = Cells::of(plain).iter().map(str::to_owned).collect();
    let raw = |key: &str| -> String { cell(layout, row, key).unwrap_or_default() };
    let name = fold_name(&raw(NAME));
    if name.is_empty() {
        return None;
    }
    let number: String = tidy::squeeze(&tidy::fold_width(&raw(PERSON)))
        .trim_matches(['\'', '’', '‘', '`', '"', '='])
        .to_uppercase();
    let told = |what: PersonTrait| {
        let field = kind.fields.iter().find(|f| f.tells == Some(what));
        field.map(|f| raw(&format!("field.{}", f.name)))
    };
    let birth = told(PersonTrait::Birth)
        .and_then(|text| dates::parse_date(&tidy::fold_width(&text)).ok())
        .map(|day| day.format("%Y-%m-%d").to_string())
        .or_else(|| birth_of(&number))
        .unwrap_or_default();
    let sex = told(PersonTrait::Sex).unwrap_or_default();
    let sex = match tidy::trim(&sex) {
        "男" | "1" | "男性" => "男".to_owned(),
        "女" | "2" | "女性" => "女".to_owned(),
        _ => sex_of(&number).unwrap_or_default().to_owned(),
    };
    Some(Loose {
        row: at,
        reason,
        number,
        name,
        birth,
        sex,
        address: told(PersonTrait::Address).unwrap_or_default(),
        relation: told(PersonTrait::Relation).unwrap_or_default(),
        cells,
    })
}

/// A cell of a column as it stands, without white space around it.
fn cell(layout: &Layout, row: &KeyedRow<'_>, key: &str) -> Option<String> {
    let at = layout.columns.get(key).copied()?;
    let text = row.text()?;
    let line = Line {
        bytes: text.as_bytes(),
        ..row.record
    };
    let mut fields = Fields::default();
    fields.split(line, layout.dialect);
    let raw = std::str::from_utf8(fields.get(line, at)?).ok()?;
    Some(tidy::trim(raw).to_owned())
}

/// The date of birth that an 18-character number tells although another character is wrong or
/// hidden.
fn birth_of(number: &str) -> Option<String> {
    let digits = number.get(6..14).filter(|_| number.len() == 18)?;
    let day = chrono::NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?;
    let told = ("1880".."2100").contains(&&digits[..4]);
    told.then(|| day.format("%Y-%m-%d").to_string())
}

/// The sex that its 17th digit tells, where nothing else is wrong than the check character.
fn sex_of(number: &str) -> Option<&'static str> {
    let digit = number.as_bytes().get(16).filter(|_| number.len() == 18)?;
    digit
        .is_ascii_digit()
        .then(|| if digit % 2 == 1 { "男" } else { "女" })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use pack::Pack;

    use super::*;
    use crate::Unwatched;
    use crate::link::{Scheme, link};
    use crate::reject::IdReason;

    fn kind() -> SourceKind {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
        let pack = Pack::from_dir(&root).unwrap();
        let found = pack.sources().iter().find(|s| s.key == "disaster");
        found.unwrap().clone()
    }

    fn read(kind: &SourceKind, csv: &str) -> LooseRows {
        let file = Source::bytes("受灾.csv", csv.as_bytes());
        loose(kind, &file, 100, &Unwatched).unwrap()
    }

    #[test]
    fn rows_without_a_good_number_still_tell_of_a_person() {
        let csv = "姓名,证件号码,性别,出生日期,住址,灾种\n\
            王小明,110101199003070038,男,1990-03-07,东街,洪涝\n\
            李秀英,110101195002030024,,,西街,洪涝\n\
            赵 强,1101011960****0038,,1960年4月5日,,洪涝\n\
            ,,女,,,洪涝\n\
            孙梅,,女,1988/1/2,南街,洪涝\n";
        let found = read(&kind(), csv);
        let rows: Vec<_> = found
            .rows
            .iter()
            .map(|r| {
                (
                    r.row,
                    r.name.as_str(),
                    r.birth.as_str(),
                    r.sex.as_str(),
                    r.address.as_str(),
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                (3, "李秀英", "1950-02-03", "女", "西街"),
                (4, "赵强", "1960-04-05", "男", ""),
                (6, "孙梅", "1988-01-02", "女", "南街"),
            ]
        );
        assert_eq!(found.left, 1);
        assert_eq!(found.rows[0].reason, Reason::Id(IdReason::CheckDigit));
        // What hides digits is not compared as a number.
        assert_eq!(found.rows[1].record()[1], "");
        assert!(found.rows[0].cells.contains(&"洪涝".to_owned()));
    }

    #[test]
    fn a_list_without_numbers_is_read_by_names() {
        let mut kind = kind();
        kind.person.clear();
        let found = read(&kind, "姓名,出生日期,住址\n孙梅,1988-01-02,南街\n");
        assert_eq!(found.rows.len(), 1);
        let ours = vec![
            vec![
                "孙梅".into(),
                String::new(),
                "1988-01-02".into(),
                "女".into(),
                String::new(),
                String::new(),
            ],
            vec![
                "孙强".into(),
                String::new(),
                "1971-05-09".into(),
                "男".into(),
                String::new(),
                String::new(),
            ],
        ];
        let theirs: Vec<Record> = found.rows.iter().map(Loose::record).collect();
        let links = link(&Scheme::chinese(), &theirs, Some(&ours), 0.0, &Unwatched).unwrap();
        assert_eq!(links.candidates[0].right, 0);
    }
}
