//! The frame of a workbook: its sheets, shared texts and styles.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use quick_xml::events::Event;

use super::part::{self, Part, PartReader};
use super::rows::Rows;
use super::scan::{self, Extent};
use super::strings::Strings;
use super::styles::Styles;
use super::xml;
use crate::error::PaperError;
use crate::limits::Limits;
use crate::source::Source;
use crate::table::Sheet;

/// An opened .xlsx.
pub(crate) struct Workbook {
    pub(super) sheets: Vec<(Sheet, Part)>,
    pub(super) strings: Arc<Strings>,
    pub(super) styles: Arc<Styles>,
    pub(super) base_1904: bool,
    extents: Mutex<BTreeMap<usize, Arc<Extent>>>,
}

impl Workbook {
    pub(crate) fn open(source: &Source, limits: &Limits) -> Result<Self, PaperError> {
        let parts = part::list(source, limits)?;
        let find = |name: &str| parts.iter().find(|p| p.name.eq_ignore_ascii_case(name));
        let open = |p: &Part| part::open(source, limits, p);
        let main = match find("_rels/.rels") {
            Some(rels) => targets(open(rels)?, "")?
                .into_values()
                .find(|t| t.kind.ends_with("/officeDocument"))
                .map(|t| t.path),
            None => None,
        };
        let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let Some(book) = find(&main) else {
            return Err(refuse(&parts));
        };
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let rels = match find(&join(folder, &format!("_rels/{file}.rels"))) {
            Some(rels) => targets(open(rels)?, folder)?,
            None => BTreeMap::new(),
        };
        let by_kind = |end: &str| {
            rels.values()
                .find(|t| t.kind.ends_with(end))
                .and_then(|t| find(&t.path))
        };
        let strings = match by_kind("/sharedStrings") {
            Some(p) => Strings::read(open(p)?, limits)?,
            None => Strings::default(),
        };
        let styles = match by_kind("/styles") {
            Some(p) => Styles::read(open(p)?)?,
            None => Styles::default(),
        };
        let (listed, base_1904) = sheets(open(book)?)?;
        let mut found = Vec::new();
        for (sheet, id) in listed {
            // Chart sheets and macro sheets have no cells.
            let Some(target) = rels.get(&id).filter(|t| t.kind.ends_with("/worksheet")) else {
                continue;
            };
            let part = find(&target.path).ok_or_else(|| PaperError::damaged(&target.path))?;
            found.push((sheet, part.clone()));
        }
        if found.is_empty() {
            return Err(refuse(&parts));
        }
        Ok(Self {
            sheets: found,
            strings: Arc::new(strings),
            styles: Arc::new(styles),
            base_1904,
            extents: Mutex::default(),
        })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(s, _)| s.clone()).collect()
    }

    pub(crate) fn rows(
        &self,
        source: &Source,
        limits: &Limits,
        sheet: usize,
    ) -> Result<Rows, PaperError> {
        let extent = self.extent(source, limits, sheet)?;
        let (_, part) = &self.sheets[sheet];
        Ok(Rows::new(
            self,
            part::open(source, limits, part)?,
            extent,
            limits,
        ))
    }

    pub(crate) fn rows_hint(
        &self,
        source: &Source,
        limits: &Limits,
        sheet: usize,
    ) -> Result<u64, PaperError> {
        Ok(self.extent(source, limits, sheet)?.rows_hint)
    }

    /// What has to be known before the first row can be given; read once for each sheet.
    fn extent(
        &self,
        source: &Source,
        limits: &Limits,
        sheet: usize,
    ) -> Result<Arc<Extent>, PaperError> {
        let (_, part) = self
            .sheets
            .get(sheet)
            .ok_or_else(|| PaperError::no_sheet(sheet))?;
        let mut known = self
            .extents
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(extent) = known.get(&sheet) {
            return Ok(Arc::clone(extent));
        }
        let extent = Arc::new(scan::scan(part::open(source, limits, part)?, limits)?);
        known.insert(sheet, Arc::clone(&extent));
        Ok(extent)
    }
}

/// A zip that is no workbook: say what it is.
fn refuse(parts: &[Part]) -> PaperError {
    let has = |start: &str| parts.iter().any(|p| p.name.starts_with(start));
    if has("word/") {
        PaperError::not_a_table("Word 文档", "a Word document")
    } else if has("ppt/") {
        PaperError::not_a_table("演示文稿", "a presentation")
    } else if has("content.xml") || has("mimetype") {
        PaperError::not_a_table("OpenDocument 文件", "an OpenDocument file")
    } else if has("xl/workbook.bin") {
        PaperError::not_a_table(".xlsb 二进制工作簿", "a binary .xlsb workbook")
    } else if has("xl/") {
        PaperError::damaged("workbook")
    } else {
        PaperError::not_a_table("zip 压缩包", "a zip archive")
    }
}

struct Target {
    kind: String,
    path: String,
}

/// Relationships of a part: id → kind and path.
fn targets(part: PartReader, folder: &str) -> Result<BTreeMap<String, Target>, PaperError> {
    let mut reader = xml::reader(part);
    let mut buffer = Vec::new();
    let mut found = BTreeMap::new();
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(xml::fault("rels"))?
        {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "Relationship" => {
                let get = |name| xml::attribute(&e, name).unwrap_or_default();
                let target = get("Target");
                let path = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => join(folder, &target),
                };
                found.insert(
                    get("Id"),
                    Target {
                        kind: get("Type"),
                        path,
                    },
                );
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
        reader.get_mut().get_mut().token_done();
    }
}

fn join(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The sheets with their relationship ids, and whether dates count from 1904.
fn sheets(part: PartReader) -> Result<(Vec<(Sheet, String)>, bool), PaperError> {
    let mut reader = xml::reader(part);
    let mut buffer = Vec::new();
    let mut sheets = Vec::new();
    let mut base_1904 = false;
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(xml::fault("workbook"))?
        {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "sheet" => {
                    let hidden = xml::attribute(&e, "state").is_some_and(|s| s != "visible");
                    let name = xml::attribute(&e, "name").unwrap_or_default();
                    // `r:id` and `id` are told apart by their prefix, so ask for both.
                    let id = e
                        .attributes()
                        .with_checks(false)
                        .flatten()
                        .find(|a| a.key.local_name().as_ref() == "id" && a.key.prefix().is_some())
                        .map(|a| a.value.to_string())
                        .unwrap_or_default();
                    sheets.push((Sheet { name, hidden }, id));
                }
                "workbookPr" => base_1904 = xml::flag(&e, "date1904"),
                _ => {}
            },
            Event::Eof => return Ok((sheets, base_1904)),
            _ => {}
        }
        reader.get_mut().get_mut().token_done();
    }
}
