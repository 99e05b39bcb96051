//! Writing the file that asks the platform, as the pack's layout says.

use ::platform::{Problem, Result};
use chrono::NaiveDate;
use pack::model::{Cell, Encoding, Layout, VerificationFile};
use paper::CsvWriter;

/// What stands above the rows.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// Number of the batch.
    pub batch: String,
    /// The office that asks.
    pub unit: String,
    /// The day.
    pub day: NaiveDate,
    /// How many requests.
    pub requests: usize,
}

/// Somebody in the file. No `Debug`: it holds an identity number.
pub(crate) struct Line {
    pub request: String,
    pub seq: i32,
    pub name: String,
    pub id_number: String,
    pub capacity: &'static str,
    pub programme: String,
    pub purpose: &'static str,
    pub items: String,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

impl Line {
    fn field(&self, name: &str) -> String {
        match name {
            "request" => self.request.clone(),
            "seq" => self.seq.to_string(),
            "name" => self.name.clone(),
            "id_number" => self.id_number.clone(),
            "capacity" => self.capacity.to_owned(),
            "programme" => self.programme.clone(),
            "purpose" => self.purpose.to_owned(),
            "items" => self.items.clone(),
            "from" => self.from.to_string(),
            "to" => self.to.map(|to| to.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

impl Head {
    fn field(&self, name: &str, persons: usize) -> String {
        match name {
            "batch" => self.batch.clone(),
            "unit" => self.unit.clone(),
            "day" => self.day.to_string(),
            "requests" => self.requests.to_string(),
            "persons" | "lines" => persons.to_string(),
            _ => String::new(),
        }
    }
}

/// The name of the file.
pub(crate) fn name(layout: &Layout, head: &Head) -> String {
    let mut name = layout.name.clone();
    for field in ["batch", "day"] {
        name = name.replace(&format!("{{{field}}}"), &head.field(field, 0));
    }
    name
}

/// The bytes of the file: the same rows are the same bytes.
pub(crate) fn write(file: &VerificationFile, head: &Head, lines: &[Line]) -> Result<Vec<u8>> {
    let layout = &file.out;
    let encoding = match layout.encoding {
        Encoding::Utf8 => paper::Encoding::Utf8,
        Encoding::Gb18030 => paper::Encoding::Gb18030,
    };
    let wrong = |e: paper::PaperError| Problem::internal(e);
    let mut out = CsvWriter::new(Vec::new(), encoding)
        .map_err(wrong)?
        .delimiter(layout.separator);
    let sheet = |rows: &[Vec<Cell>]| -> Vec<Vec<String>> {
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            Cell::Field(field) => head.field(field, lines.len()),
        };
        rows.iter()
            .map(|row| row.iter().map(cell).collect())
            .collect()
    };
    for row in sheet(&layout.title) {
        out.row(row).map_err(wrong)?;
    }
    if layout.header {
        let headers = layout.columns.iter().map(|c| c.header.as_str());
        out.row(headers).map_err(wrong)?;
    }
    for line in lines {
        let cells = layout.columns.iter().map(|c| line.field(&c.field));
        out.row(cells).map_err(wrong)?;
    }
    for row in sheet(&layout.footer) {
        out.row(row).map_err(wrong)?;
    }
    out.finish().map_err(wrong)
}
