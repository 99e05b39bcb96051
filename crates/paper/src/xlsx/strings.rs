//! The shared texts of a workbook, in one block of memory with an index.
//!
//! A `Vec<String>` costs 24 bytes and an allocation for each text; the block costs the
//! bytes themselves and four more. A million rows with three million different texts
//! of 20 bytes take about 72 MiB.

use quick_xml::events::Event;

use super::part::PartReader;
use super::xml;
use crate::error::PaperError;
use crate::limits::Limits;

/// All shared texts.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    block: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads `sharedStrings.xml`; rich text is joined, phonetic hints are left out.
    pub(crate) fn read(part: PartReader, limits: &Limits) -> Result<Self, PaperError> {
        let mut strings = Self::default();
        let mut reader = xml::reader(part);
        let mut buffer = Vec::new();
        let mut text = String::new();
        let (mut in_text, mut phonetic) = (false, false);
        loop {
            buffer.clear();
            let event = reader
                .read_event_into(&mut buffer)
                .map_err(xml::fault("sharedStrings"))?;
            match event {
                Event::Start(e) => match e.local_name().as_ref() {
                    "si" => text.clear(),
                    "t" => in_text = !phonetic,
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::Empty(e) if e.local_name().as_ref() == "si" => strings.push("", limits)?,
                Event::Text(t) if in_text => text.push_str(&t.xml10_content()),
                Event::CData(t) if in_text => text.push_str(&t),
                Event::GeneralRef(r) if in_text => xml::push_reference(&mut text, &r),
                Event::End(e) => match e.local_name().as_ref() {
                    "si" => strings.push(&xml::undo_escapes(&text), limits)?,
                    "t" => in_text = false,
                    "rPh" => phonetic = false,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
            reader.get_mut().get_mut().token_done();
        }
        strings.block.shrink_to_fit();
        strings.ends.shrink_to_fit();
        Ok(strings)
    }

    fn push(&mut self, text: &str, limits: &Limits) -> Result<(), PaperError> {
        self.block.push_str(text);
        let bytes = self.block.len() as u64 + 4 * self.ends.len() as u64;
        if bytes > limits.shared_text_bytes {
            return Err(PaperError::too_large(limits.shared_text_bytes >> 20));
        }
        self.ends.push(self.block.len() as u32);
        Ok(())
    }

    /// The text with an index.
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = if index == 0 {
            0
        } else {
            self.ends[index - 1] as usize
        };
        Some(&self.block[start..end])
    }
}
