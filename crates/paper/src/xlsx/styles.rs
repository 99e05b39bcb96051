//! Which cell styles show dates.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::part::PartReader;
use super::xml;
use crate::error::PaperError;
use crate::serial::{is_builtin_date, is_date_format};

/// For each cell style, whether it shows a date.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    dates: Vec<bool>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(crate) fn read(part: PartReader) -> Result<Self, PaperError> {
        let mut reader = xml::reader(part);
        let mut buffer = Vec::new();
        let mut custom: BTreeMap<u32, bool> = BTreeMap::new();
        let mut styles = Self::default();
        let mut in_cells = false;
        loop {
            buffer.clear();
            match reader
                .read_event_into(&mut buffer)
                .map_err(xml::fault("styles"))?
            {
                Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                    "numFmt" => {
                        let id = xml::attribute(&e, "numFmtId").and_then(|v| v.parse().ok());
                        let code = xml::attribute(&e, "formatCode");
                        if let (Some(id), Some(code)) = (id, code) {
                            custom.insert(id, is_date_format(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id: u32 = xml::attribute(&e, "numFmtId")
                            .and_then(|v| v.parse().ok())
                            .unwrap_or(0);
                        let date = custom
                            .get(&id)
                            .copied()
                            .unwrap_or_else(|| is_builtin_date(id));
                        styles.dates.push(date);
                    }
                    _ => {}
                },
                Event::End(e) if e.local_name().as_ref() == "cellXfs" => in_cells = false,
                Event::Eof => break,
                _ => {}
            }
            reader.get_mut().get_mut().token_done();
        }
        Ok(styles)
    }

    pub(crate) fn is_date(&self, style: usize) -> bool {
        self.dates.get(style).copied().unwrap_or(false)
    }
}
