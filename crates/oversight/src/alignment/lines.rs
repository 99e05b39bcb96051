//! The lines of a list: from the records, or from a file.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use directory::DivisionBook;
use kernel::{DivisionCode, Month};
use matching::PackedId;
use pack::model::AlignmentText;
use paper::Table;
use platform::{Conn, Result, Scope, Vault};
use serde_json::Value;
use uuid::Uuid;

use crate::form::{self, Layout, Wanted};
use crate::subject::build::held;

/// A line with the place it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub id: Option<PackedId>,
    pub name: String,
    /// Key of the household in its own list.
    pub household: String,
    pub kind: String,
    pub division: String,
    pub fields: BTreeMap<String, String>,
}

/// The field that both sides know without asking.
const SIZE: &str = "家庭人口";
/// Families that are read at a time.
const PAGE: u64 = 2_000;

/// A person of a line before name and number are known.
struct Named {
    person: Uuid,
    household: Uuid,
    kind: String,
    division: String,
}

/// Who is in assistance on a day, by the columns of the scheme: one line a person and column.
pub(crate) async fn ours(
    conn: &Conn,
    vault: &Vault,
    scope: &Scope,
    scheme: &AlignmentText,
    once: &BTreeSet<String>,
    day: NaiveDate,
) -> Result<Vec<Entry>> {
    let month = Month::of(day);
    let first = Month::new(month.year(), 1).unwrap_or(month);
    let mut seen: BTreeSet<(Uuid, usize)> = BTreeSet::new();
    let mut found: Vec<Named> = Vec::new();
    for (at, column) in scheme.columns.iter().enumerate() {
        let (paid_once, monthly): (Vec<String>, Vec<String>) = column
            .programmes
            .iter()
            .cloned()
            .partition(|key| once.contains(key));
        for award in held(conn, scope, &monthly, month).await? {
            let value = column
                .fact
                .as_ref()
                .and_then(|fact| award.facts.get(fact))
                .and_then(Value::as_str)
                .unwrap_or_default();
            if column.fact.is_some() && !column.values.iter().any(|v| v == value) {
                continue;
            }
            for person in award.persons {
                if seen.insert((person, at)) {
                    found.push(Named {
                        person,
                        household: award.household,
                        kind: column.label.zh.clone(),
                        division: award.division.to_string(),
                    });
                }
            }
        }
        for programme in paid_once {
            // What is paid once counts from the beginning of the year.
            for grant in decide::helped(conn, scope, &programme, first, month).await? {
                for person in grant.persons {
                    if seen.insert((person, at)) {
                        found.push(Named {
                            person,
                            household: grant.household,
                            kind: column.label.zh.clone(),
                            division: grant.division.clone(),
                        });
                    }
                }
            }
        }
    }
    entries(conn, vault, found).await
}

/// Who stands in the other office's lists on record, by the kind of the household.
pub(crate) async fn theirs(
    conn: &Conn,
    vault: &Vault,
    scope: &Scope,
    scheme: &AlignmentText,
    day: NaiveDate,
) -> Result<Vec<Entry>> {
    let mut after: Option<(String, Uuid)> = None;
    let mut found = Vec::new();
    loop {
        let from = after.as_ref().map(|(d, id)| (d.as_str(), *id));
        let part = registry::stream_families(conn, scope, day, from, PAGE).await?;
        let last = part.len() < PAGE as usize;
        after = part.last().map(|f| (f.division.clone(), f.household));
        for family in part {
            let facts: Value = serde_json::from_str(&family.facts)?;
            let Some(kind) = facts[&scheme.rows].as_str().filter(|kind| *kind != "无") else {
                continue;
            };
            for member in family.members {
                found.push(Named {
                    person: member.person,
                    household: family.household,
                    kind: kind.to_owned(),
                    division: family.division.clone(),
                });
            }
        }
        if last {
            return entries(conn, vault, found).await;
        }
    }
}

async fn entries(conn: &Conn, vault: &Vault, found: Vec<Named>) -> Result<Vec<Entry>> {
    let persons = registry::persons(conn, vault, found.iter().map(|n| n.person)).await?;
    let mut lines: Vec<Entry> = found
        .into_iter()
        .map(|named| {
            let person = persons.get(&named.person);
            Entry {
                id: person.and_then(|p| p.id_number).map(|n| PackedId::new(&n)),
                name: person.map(|p| p.name.clone()).unwrap_or_default(),
                household: named.household.to_string(),
                kind: named.kind,
                division: named.division,
                fields: BTreeMap::new(),
            }
        })
        .collect();
    lines.sort_by(|a, b| {
        (&a.division, &a.household, a.id, &a.kind).cmp(&(&b.division, &b.household, b.id, &b.kind))
    });
    Ok(lines)
}

/// Columns of a list that comes as a file; every other column is a field to compare.
pub(crate) const WANTED: &[Wanted] = &[
    (
        "id_number",
        &["身份证号", "证件号码", "公民身份号码", "身份证号码"],
        true,
    ),
    ("name", &["姓名", "成员姓名"], true),
    (
        "household",
        &["户编号", "户号", "户主身份证号", "户主证件号码"],
        false,
    ),
    (
        "kind",
        &[
            "类别",
            "类型",
            "监测对象类型",
            "户类型",
            "救助类别",
            "救助项目",
        ],
        false,
    ),
    ("division", &["区划代码", "区划编码", "行政区划代码"], false),
    (
        "township",
        &["乡镇", "街道", "乡镇街道", "乡镇(街道)"],
        false,
    ),
    (
        "village",
        &["村", "社区", "村社区", "行政村", "村(社区)"],
        false,
    ),
];

/// What a file holds: its lines, and rows whose number cannot be read (they have no number).
pub(crate) fn of_file(
    table: &Table,
    layout: &Layout,
    book: &DivisionBook,
    home: &DivisionCode,
    pointer: &'static str,
) -> Result<Vec<Entry>> {
    let known: BTreeSet<usize> = layout.columns.values().copied().collect();
    let others: Vec<(usize, &String)> = layout
        .titles
        .iter()
        .filter(|(at, title)| !known.contains(at) && is_field(title))
        .map(|(at, title)| (*at, title))
        .collect();
    let mut with_fields = layout.clone();
    let keys: Vec<String> = others.iter().map(|(at, _)| format!("field-{at}")).collect();
    for ((at, _), key) in others.iter().zip(&keys) {
        with_fields.columns.insert(key.clone(), *at);
    }
    let mut lines = Vec::new();
    form::rows(table, &with_fields, pointer, |row, text| {
        let name = text("name");
        if name.is_empty() || name.starts_with("合计") {
            return Ok(());
        }
        let fields = others
            .iter()
            .zip(&keys)
            .map(|((_, title), key)| ((*title).clone(), text(key)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let kind = text("kind");
        let household = text("household");
        lines.push(Entry {
            id: PackedId::read(&text("id_number")).ok(),
            name,
            household: if household.is_empty() {
                format!("第{row}行")
            } else {
                household
            },
            kind: if kind.is_empty() {
                "在名单中".to_owned()
            } else {
                kind
            },
            division: place_of(
                book,
                home,
                &text("division"),
                &text("township"),
                &text("village"),
            ),
            fields,
        });
        Ok(())
    })?;
    Ok(lines)
}

/// Fields that two lists can mean the same by; serial numbers and remarks contradict nothing.
fn is_field(title: &str) -> bool {
    title == SIZE || ["住址", "性别", "与户主关系", "家庭人口数", "户主姓名"].contains(&title)
}

fn place_of(
    book: &DivisionBook,
    home: &DivisionCode,
    code: &str,
    township: &str,
    village: &str,
) -> String {
    if let Ok(code) = DivisionCode::parse(code)
        && home.contains(&code)
    {
        return code.as_str().to_owned();
    }
    let below = book
        .named(township)
        .and_then(|place| DivisionCode::parse(&place.code).ok())
        .filter(|code| home.contains(code));
    let inside = below.unwrap_or(*home);
    let named = book.iter().find(|place| {
        let short = place
            .name
            .trim_end_matches("民委员会")
            .trim_end_matches("居民委员会");
        !village.is_empty()
            && (place.name == village || short == village)
            && DivisionCode::parse(&place.code).is_ok_and(|code| inside.contains(&code))
    });
    named.map_or_else(|| inside.as_str().to_owned(), |place| place.code.clone())
}
