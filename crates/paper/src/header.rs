//! Finding the row of column titles below any number of title rows.

use std::collections::BTreeMap;

use crate::cell::Row;
use crate::error::PaperError;
use crate::table::Rows;

/// A column that a reader knows.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// The reader's own key for the column.
    pub key: &'a str,
    /// The titles it may stand under; the first is the one named in messages.
    pub titles: &'a [String],
    /// Without it the table cannot be used.
    pub required: bool,
}

/// Where the columns of a sheet are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// First row of the titles, 1-based.
    pub first_row: u64,
    /// Last row of the titles; data start below.
    pub last_row: u64,
    /// Known columns: key → 0-based column.
    pub columns: BTreeMap<String, usize>,
    /// Titles as they stand in the file, by column, unknown ones included.
    pub titles: BTreeMap<usize, String>,
    /// Keys whose title stands over more than one column; the leftmost is taken.
    pub doubled: Vec<String>,
}

/// Title rows that are looked through.
const DEPTH: usize = 30;
/// Rows that one header may be high.
const HEIGHT: usize = 3;

impl Header {
    /// Reads the first rows of a sheet and finds the row, or up to three rows under merged
    /// headings, in which most known titles stand.
    ///
    /// # Errors
    /// When no row holds at least two known titles (or the only one), or a required
    /// column is missing.
    pub fn find(rows: Rows, known: &[Known<'_>]) -> Result<Self, PaperError> {
        let mut head: Vec<Row> = Vec::new();
        for row in rows.take(DEPTH) {
            head.push(row?);
        }
        Self::among(&head, known)
    }

    /// As [`Header::find`], over rows that were read already.
    ///
    /// # Errors
    /// As [`Header::find`].
    pub fn among(head: &[Row], known: &[Known<'_>]) -> Result<Self, PaperError> {
        let mut index: BTreeMap<String, usize> = BTreeMap::new();
        for (i, k) in known.iter().enumerate() {
            for title in k.titles {
                index.entry(normalise_title(title)).or_insert(i);
            }
        }
        let mut best: Option<(usize, Self, bool)> = None;
        for start in 0..head.len() {
            for height in 1..=HEIGHT.min(head.len() - start) {
                let group = &head[start..start + height];
                // The rows of one header lie directly under each other.
                if group.windows(2).any(|w| w[1].number != w[0].number + 1) {
                    break;
                }
                let candidate = Self::of(group, known, &index);
                let score = candidate.columns.len();
                // A title of the sheet is no level of the header under it.
                let titled = group[..height - 1].iter().any(is_title);
                let better = match &best {
                    None => score > 0,
                    Some((s, _, t)) => score > *s || (score == *s && *t && !titled),
                };
                if better {
                    best = Some((score, candidate, titled));
                }
            }
        }
        let wanted: Vec<&str> = known
            .iter()
            .filter(|k| k.required)
            .filter_map(|k| k.titles.first().map(String::as_str))
            .collect();
        let Some((score, header, _)) = best.filter(|(s, _, _)| *s >= 2.min(known.len())) else {
            return Err(PaperError::no_header(head.len() as u32, &wanted));
        };
        debug_assert!(score <= known.len());
        let missing: Vec<&str> = known
            .iter()
            .filter(|k| k.required && !header.columns.contains_key(k.key))
            .filter_map(|k| k.titles.first().map(String::as_str))
            .collect();
        if missing.is_empty() {
            Ok(header)
        } else {
            Err(PaperError::missing_columns(header.last_row, &missing))
        }
    }

    fn of(group: &[Row], known: &[Known<'_>], index: &BTreeMap<String, usize>) -> Self {
        let mut header = Self {
            first_row: group[0].number,
            last_row: group[group.len() - 1].number,
            columns: BTreeMap::new(),
            titles: BTreeMap::new(),
            doubled: Vec::new(),
        };
        let width = group.iter().map(Row::width).max().unwrap_or(0);
        for column in 0..width {
            let mut levels: Vec<&str> = Vec::new();
            for row in group {
                let text = row.text(column).trim();
                if !text.is_empty() && levels.last() != Some(&text) {
                    levels.push(text);
                }
            }
            let Some(bottom) = levels.last() else {
                continue;
            };
            header.titles.insert(column, levels.join("/"));
            // The full path is more telling than its last word: 户主/姓名 before 姓名.
            let found = index
                .get(&normalise_title(&levels.concat()))
                .or_else(|| index.get(&normalise_title(bottom)));
            if let Some(i) = found {
                let key = known[*i].key;
                if header.columns.contains_key(key) {
                    header.doubled.push(key.to_owned());
                } else {
                    header.columns.insert(key.to_owned(), column);
                }
            }
        }
        header
    }
}

/// Whether a row says one thing only, however many cells it was merged over.
fn is_title(row: &Row) -> bool {
    let mut said = (0..row.width())
        .map(|column| row.text(column).trim())
        .filter(|text| !text.is_empty());
    let first = said.next();
    said.all(|text| Some(text) == first)
}

/// A title without what varies from file to file: width of letters, white space, stars of
/// required columns, units and remarks in brackets, colons.
pub fn normalise_title(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    let mut depth = 0usize;
    for c in title.chars() {
        let c = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '〔' | '【' => '(',
            '〕' | '】' => ')',
            other => other,
        };
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '*' | ':' | '：' | '/' | '_' | '\u{FEFF}' => {}
            c if c.is_whitespace() || c.is_control() => {}
            c if depth == 0 => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    if out.is_empty() && depth > 0 {
        return title.trim().to_lowercase();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::Kind;

    fn row(number: u64, cells: &[&str]) -> Row {
        let mut row = Row::new(number);
        for (i, text) in cells.iter().enumerate() {
            row.push(i as u32, Kind::Text, 0, text);
        }
        row
    }

    fn known(titles: &[Vec<String>]) -> Vec<Known<'_>> {
        titles
            .iter()
            .map(|t| Known {
                key: &t[0],
                titles: t,
                required: true,
            })
            .collect()
    }

    #[test]
    fn titles_are_compared_without_ornaments() {
        assert_eq!(normalise_title(" *户主 姓名（必填）:"), "户主姓名");
        assert_eq!(normalise_title("ＩＤ\n号"), "id号");
        assert_eq!(normalise_title("（"), "（");
    }

    #[test]
    fn found_below_title_rows_and_in_two_levels() {
        let titles = vec![
            vec!["户主姓名".to_owned()],
            vec!["成员姓名".into(), "姓名".into()],
            vec!["金额".into()],
        ];
        let head = [
            row(1, &["二〇二二年名册"]),
            row(2, &["填报单位：某局", "", "单位：元"]),
            row(4, &["户主", "成员", "金额(元)", "备注"]),
            row(5, &["姓名", "姓名", "金额(元)", "备注"]),
            row(6, &["张一", "李二", "3", ""]),
        ];
        let header = Header::among(&head, &known(&titles)).unwrap();
        assert_eq!((header.first_row, header.last_row), (4, 5));
        assert_eq!(header.columns["户主姓名"], 0);
        assert_eq!(header.columns["成员姓名"], 1);
        assert_eq!(header.columns["金额"], 2);
        assert_eq!(header.titles[&0], "户主/姓名");
    }

    #[test]
    fn a_title_is_no_level_of_the_header() {
        let titles = vec![vec!["姓名".to_owned()], vec!["单位".into()]];
        let head = [
            row(1, &["某县财政供养人员表", "", ""]),
            row(2, &["填表日期：2022年"]),
            row(3, &["身份号码", "姓名", "单位"]),
            row(4, &["1", "张一", "某局"]),
        ];
        let header = Header::among(&head, &known(&titles)).unwrap();
        assert_eq!((header.first_row, header.last_row), (3, 3));
        assert_eq!(header.titles[&0], "身份号码");
    }

    #[test]
    fn says_what_is_missing() {
        let titles = vec![
            vec!["甲".to_owned()],
            vec!["乙".to_owned()],
            vec!["丙".to_owned()],
        ];
        let none = Header::among(&[row(1, &["x", "y"])], &known(&titles)).unwrap_err();
        assert_eq!(none.code(), "header_not_found");
        let some = Header::among(&[row(3, &["甲", "乙", "乙"])], &known(&titles)).unwrap_err();
        assert_eq!(some.code(), "columns_missing");
        assert!(some.zh().contains("丙") && some.zh().contains("第 3 行"));
    }
}
