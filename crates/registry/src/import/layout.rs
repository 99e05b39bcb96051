//! Which column of an uploaded file means what.

use std::collections::BTreeMap;

use pack::model::{ColumnMap, ImportFile, ImportKind, RowOf, Target};
use paper::{Header, Known, Table};
use platform::{Problem, Result};
use serde::{Deserialize, Serialize};

use crate::problems::{FILE, FILES};

/// A file of an import as it was found; stored with the import.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Layout {
    /// 0-based sheet.
    pub sheet: usize,
    /// Last row of the titles.
    pub header_row: u64,
    /// 0-based column → what it means, as [`name_of`] writes it.
    pub columns: BTreeMap<usize, String>,
    /// 0-based column → its title in the file.
    pub titles: BTreeMap<usize, String>,
}

/// The stable name of what a column means.
pub(crate) fn name_of(column: &ColumnMap) -> String {
    match &column.target {
        Target::Field(field) => field.clone(),
        Target::Fact(fact) => format!("fact:{fact}"),
        Target::Ignore => format!(
            "ignore:{}",
            column.headers.first().map_or("", String::as_str)
        ),
    }
}

impl Layout {
    /// Finds the sheet and the titles of one file of a kind.
    ///
    /// # Errors
    /// That of the sheet that came nearest.
    pub fn find(table: &Table, file: &ImportFile) -> Result<Self, paper::PaperError> {
        let names: Vec<String> = file.columns.iter().map(name_of).collect();
        let known: Vec<Known<'_>> = file
            .columns
            .iter()
            .zip(&names)
            .map(|(c, name)| Known {
                key: name,
                titles: &c.headers,
                required: c.required,
            })
            .collect();
        let mut best: Option<(usize, Self)> = None;
        let mut fault = None;
        for sheet in 0..table.sheets.len() {
            match Header::find(table.rows(sheet)?, &known) {
                Ok(header) => {
                    // A sheet whose name the kind knows goes before others.
                    let named = file
                        .known_by
                        .iter()
                        .any(|w| table.sheets[sheet].name.contains(w.as_str()));
                    let score = header.columns.len() * 2
                        + usize::from(named) * 100
                        + usize::from(!table.sheets[sheet].hidden);
                    if best.as_ref().is_none_or(|(s, _)| score > *s) {
                        let columns = header.columns.into_iter().map(|(k, c)| (c, k)).collect();
                        best = Some((
                            score,
                            Self {
                                sheet,
                                header_row: header.last_row,
                                columns,
                                titles: own_titles(header.titles),
                            },
                        ));
                    }
                }
                Err(error) => {
                    if fault.is_none() || error.code() == "columns_missing" {
                        fault = Some(error);
                    }
                }
            }
        }
        match (best, fault) {
            (Some((_, layout)), _) => Ok(layout),
            (None, Some(fault)) => Err(fault),
            (None, None) => Header::among(&[], &known).map(|_| unreachable!("there are no rows")),
        }
    }

    /// The title of a column as the user wrote it.
    pub fn title(&self, column: usize) -> String {
        self.titles
            .get(&column)
            .cloned()
            .unwrap_or_else(|| format!("{}", column + 1))
    }
}

/// Titles without what stands above all columns alike: the name of the table and its notes, merged
/// over the whole width. A group above some of the columns stays.
fn own_titles(mut titles: BTreeMap<usize, String>) -> BTreeMap<usize, String> {
    loop {
        let mut firsts = titles.values().map(|title| title.split_once('/'));
        let Some(Some((shared, _))) = firsts.next() else {
            return titles;
        };
        if titles.len() < 2 || !firsts.all(|first| first.is_some_and(|(first, _)| first == shared))
        {
            return titles;
        }
        let skip = shared.len() + 1;
        for title in titles.values_mut() {
            title.drain(..skip);
        }
    }
}

/// An uploaded table and the file of the kind that it is.
pub(crate) struct Matched {
    /// Which of the uploaded files.
    pub upload: usize,
    /// Which of the kind's files.
    pub file: usize,
    pub layout: Layout,
}

/// Finds out which upload, and which sheet of it, is which file of the kind: one workbook may
/// hold all of them as sheets.
///
/// # Errors
/// Files that are missing or that cannot be read as any of the kind's.
pub(crate) fn match_files(
    kind: &ImportKind,
    tables: &[(String, Option<String>, Table)],
) -> Result<Vec<Matched>> {
    let mut found: Vec<Matched> = Vec::new();
    let mut problem = Problem::new(&FILES);
    let mut used = vec![false; tables.len()];
    for (f, file) in kind.files.iter().enumerate() {
        let mut best: Option<(usize, usize, Layout)> = None;
        let mut fault: Option<(usize, paper::PaperError)> = None;
        for (u, (name, said, table)) in tables.iter().enumerate() {
            if said.as_deref().is_some_and(|s| s != file.key) {
                continue;
            }
            match Layout::find(table, file) {
                Ok(layout) => {
                    // The same sheet cannot be two files.
                    if found
                        .iter()
                        .any(|m| m.upload == u && m.layout.sheet == layout.sheet)
                    {
                        continue;
                    }
                    let named = file.known_by.iter().any(|w| name.contains(w.as_str()));
                    let score = layout.columns.len()
                        + usize::from(named) * 100
                        + usize::from(said.is_some()) * 1000;
                    if best.as_ref().is_none_or(|(s, ..)| score > *s) {
                        best = Some((score, u, layout));
                    }
                }
                Err(error) => fault = Some((u, error)),
            }
        }
        match (best, fault) {
            (Some((_, upload, layout)), _) => {
                used[upload] = true;
                found.push(Matched {
                    upload,
                    file: f,
                    layout,
                });
            }
            (None, Some((u, error))) if file.required => {
                problem = problem.field(
                    format!("/files/{u}"),
                    format!("{}：{}", file.label.zh, error.zh()),
                    format!("{}: {}", file.label.en, error.en()),
                );
            }
            (None, None) if file.required => {
                problem = problem.field(
                    "/files",
                    format!("缺少“{}”文件", file.label.zh),
                    format!("The file “{}” is missing.", file.label.en),
                );
            }
            _ => {}
        }
    }
    for (u, (name, ..)) in tables.iter().enumerate() {
        if !used[u] && problem.faults().is_empty() {
            problem = problem.field(
                format!("/files/{u}"),
                format!("“{name}”不是这种导入需要的文件，请检查列标题"),
                format!("“{name}” is no file of this kind of import; check its column titles."),
            );
        }
    }
    problem.check()?;
    // Households first, so that numbers follow the order of the household list.
    found.sort_by_key(|m| (kind.files[m.file].rows == RowOf::Person, m.file));
    Ok(found)
}

/// A fault of a file as a problem.
pub(crate) fn file_problem(position: usize, error: &paper::PaperError) -> Problem {
    Problem::new(&FILE).detail(error.zh(), error.en()).field(
        format!("/files/{position}"),
        error.zh(),
        error.en(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_above_all_columns_is_no_part_of_a_title() {
        let titles = |texts: &[&str]| -> BTreeMap<usize, String> {
            texts.iter().map(|t| (*t).to_owned()).enumerate().collect()
        };
        assert_eq!(
            own_titles(titles(&[
                "花名册/单位：某县/姓名",
                "花名册/单位：某县/账户/账号"
            ])),
            titles(&["姓名", "账户/账号"])
        );
        assert_eq!(
            own_titles(titles(&["账户/开户行", "账户/账号", "姓名"])),
            titles(&["账户/开户行", "账户/账号", "姓名"])
        );
        assert_eq!(own_titles(titles(&["甲/姓名"])), titles(&["甲/姓名"]));
    }
}
