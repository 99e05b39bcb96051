//! Reading the file that comes back, as the pack's layout says. Every fault of the file is found
//! and told at once, with its row.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pack::model::{Cell, Layout, VerificationFile};
use paper::{Limits, Source, Table};
use platform::Fault;

/// A line as it stands in the file. No `Debug`: it holds an identity number.
#[derive(Clone)]
pub(crate) struct Said {
    pub row: u64,
    pub request: String,
    pub report: String,
    pub day: Option<NaiveDate>,
    pub name: String,
    pub id_number: String,
    /// Key of the source.
    pub source: Option<String>,
    pub found: Option<bool>,
    pub details: String,
}

/// Everything in a file.
#[derive(Default)]
pub(crate) struct Reading {
    pub lines: Vec<Said>,
    pub faults: Vec<Fault>,
    /// Totals as the file states them: row, field, value.
    totals: Vec<(u64, String, String)>,
}

impl Reading {
    pub fn fault(
        &mut self,
        row: u64,
        code: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.faults.push(Fault {
            pointer: code.into(),
            row: Some(row).filter(|row| *row > 0),
            zh: zh.into(),
            en: en.into(),
        });
    }

    /// Holds the totals that the file states against its lines.
    fn add_up(&mut self) {
        let mut requests: Vec<&str> = self.lines.iter().map(|l| l.request.as_str()).collect();
        requests.sort_unstable();
        requests.dedup();
        let person = |l: &Said| (l.request.clone(), l.id_number.clone());
        let mut persons: Vec<(String, String)> = self.lines.iter().map(person).collect();
        persons.sort_unstable();
        persons.dedup();
        let counted = BTreeMap::from([
            ("requests", requests.len()),
            ("persons", persons.len()),
            ("lines", self.lines.len()),
            (
                "found",
                self.lines.iter().filter(|l| l.found == Some(true)).count(),
            ),
        ]);
        for (row, field, said) in std::mem::take(&mut self.totals) {
            let Some(real) = counted.get(field.as_str()) else {
                continue;
            };
            if said.parse() != Ok(*real) {
                let said = clip(&said);
                self.fault(
                    row,
                    "total",
                    format!("汇总数“{said}”与明细不符，明细为{real}，请向平台核实。"),
                    format!(
                        "The total “{said}” is not that of the lines, {real}. Ask the platform."
                    ),
                );
            }
        }
    }
}

/// What of a wrong value may stand in a message.
fn clip(text: &str) -> String {
    text.chars().take(20).collect()
}

/// Reads a file, .csv or .xlsx.
pub(crate) fn read(file: &VerificationFile, bytes: Vec<u8>) -> Reading {
    let mut reading = Reading::default();
    let rows = match rows(bytes) {
        Ok(rows) => rows,
        Err(e) => {
            reading.fault(0, "unreadable", e.zh(), e.en());
            return reading;
        }
    };
    let layout = &file.back;
    let head = rows.iter().position(|(_, cells)| is_header(layout, cells));
    let Some(head) = head else {
        let needed: Vec<&str> = layout
            .columns
            .iter()
            .filter(|c| c.required)
            .map(|c| c.header.as_str())
            .collect();
        reading.fault(
            0,
            "column",
            format!("没有找到表头，须有这些列：{}。", needed.join("、")),
            format!(
                "No row of titles was found; these columns are needed: {}.",
                needed.join(", ")
            ),
        );
        return reading;
    };
    totals(layout, &rows[..head], &mut reading);
    let columns = columns(layout, &rows[head].1);
    for (row, cells) in &rows[head + 1..] {
        line(file, &columns, *row, cells, &mut reading);
    }
    if reading.lines.is_empty() {
        reading.fault(0, "empty", "文件没有明细行。", "The file has no lines.");
    }
    reading.add_up();
    reading
}

type Cells = Vec<String>;

fn rows(bytes: Vec<u8>) -> Result<Vec<(u64, Cells)>, paper::PaperError> {
    let table = Table::read(Source::bytes("report", bytes), Limits::default())?;
    let mut read = table.rows(0)?;
    let mut row = paper::Row::new_empty();
    let mut rows = Vec::new();
    while read.read(&mut row)? {
        if !row.is_blank() {
            let cells = (0..row.width()).map(|at| kernel::text::trim(row.text(at)).to_owned());
            rows.push((row.number, cells.collect()));
        }
    }
    Ok(rows)
}

fn is_header(layout: &Layout, cells: &Cells) -> bool {
    let known = columns(layout, cells);
    let mut needed = layout.columns.iter().filter(|c| c.required);
    needed.all(|c| known.contains_key(c.field.as_str()))
}

fn columns<'l>(layout: &'l Layout, cells: &Cells) -> BTreeMap<&'l str, usize> {
    let at = |c: &pack::model::Column| {
        cells
            .iter()
            .position(|cell| *cell == c.header || c.synonyms.iter().any(|s| s == cell))
    };
    let found = layout.columns.iter();
    found
        .filter_map(|c| Some((c.field.as_str(), at(c)?)))
        .collect()
}

fn totals(layout: &Layout, rows: &[(u64, Cells)], reading: &mut Reading) {
    if rows.len() < layout.title.len() {
        reading.fault(
            0,
            "total",
            "缺少表头上方的汇总行，请用平台原始文件。",
            "The rows of totals above the titles are missing; use the platform's own file.",
        );
        return;
    }
    for (template, (row, cells)) in layout.title.iter().zip(rows) {
        for (at, cell) in template.iter().enumerate() {
            if let Cell::Field(field) = cell {
                let said = cells.get(at).cloned().unwrap_or_default();
                reading.totals.push((*row, field.clone(), said));
            }
        }
    }
}

fn line(
    file: &VerificationFile,
    columns: &BTreeMap<&str, usize>,
    row: u64,
    cells: &Cells,
    reading: &mut Reading,
) {
    let get = |field: &str| {
        let at = columns.get(field);
        at.and_then(|at| cells.get(*at))
            .cloned()
            .unwrap_or_default()
    };
    let (day, found, source) = (get("day"), get("found"), get("source"));
    let said = Said {
        row,
        request: get("request"),
        report: get("report"),
        day: NaiveDate::parse_from_str(&day.replace(['/', '.'], "-"), "%Y-%m-%d").ok(),
        name: kernel::text::normalise_name(&get("name")),
        id_number: kernel::text::fold_width(&get("id_number"))
            .trim_start_matches('\'')
            .to_uppercase(),
        source: file
            .sources
            .iter()
            .find(|s| s.label.zh == source || s.key == source)
            .map(|s| s.key.clone()),
        found: file
            .found
            .iter()
            .find(|(word, _)| *word == found)
            .map(|(_, means)| *means),
        details: get("details").chars().take(2_000).collect(),
    };
    if said.report.is_empty() {
        reading.fault(
            row,
            "report",
            "缺少报告编号。",
            "The number of the report is missing.",
        );
    }
    if said.day.is_none() {
        let shown = clip(&day);
        reading.fault(
            row,
            "day",
            format!("报告日期“{shown}”无法识别，应为2022-11-07的写法。"),
            format!("The day “{shown}” cannot be read; write it as 2022-11-07."),
        );
    }
    if said.source.is_none() {
        let shown = clip(&source);
        reading.fault(
            row,
            "source",
            format!("信息类别“{shown}”不在政策包的对照表中，请核对文件或补充政策包。"),
            format!(
                "The source “{shown}” is not among those of the pack. Check the file or add it."
            ),
        );
    }
    if said.found.is_none() {
        let shown = clip(&found);
        reading.fault(
            row,
            "found",
            format!("检出情况“{shown}”不在对照表中。"),
            format!("“{shown}” says neither found nor not found."),
        );
    }
    if said.found == Some(true) && said.details.is_empty() {
        reading.fault(
            row,
            "details",
            "有检出而没有明细，无法核实。",
            "Something was found and no details are given; nobody can look into it.",
        );
    }
    reading.lines.push(said);
}
