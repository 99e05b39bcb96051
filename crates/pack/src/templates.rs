//! Templates of a place: the nearest level's.

use crate::model::{TemplateBody, TemplateText};
use crate::pack::Pack;
use kernel::DivisionCode;

impl Pack {
    /// The templates of all places, in the order of the texts.
    pub fn templates(&self) -> &[TemplateText] {
        &self.data().templates
    }

    /// The template of a document at a place; that of the nearest level.
    pub fn template(&self, key: &str, place: &DivisionCode) -> Option<&TemplateText> {
        let data = self.data();
        let chain = data.chain(data.level_of(place)?);
        chain.iter().find_map(|level| {
            self.templates()
                .iter()
                .find(|t| t.level == *level && t.key == key)
        })
    }
}

impl TemplateText {
    /// The names that its text uses: outside repeated rows, and inside the rows of each list.
    pub(crate) fn used(&self) -> Vec<(Option<&str>, &str)> {
        let mut found = Vec::new();
        for block in &self.blocks {
            found.extend(block.when.iter().map(|w| (None, w.as_str())));
            match &block.body {
                TemplateBody::Page => {}
                TemplateBody::Text(_, text) => found.extend(names(text).map(|n| (None, n))),
                TemplateBody::Table {
                    head, each, rows, ..
                } => {
                    found.extend(head.iter().flat_map(|t| names(t)).map(|n| (None, n)));
                    found.extend(each.iter().map(|e| (None, e.as_str())));
                    let cells = rows.iter().flatten().flat_map(|t| names(t));
                    found.extend(cells.map(|n| (each.as_deref(), n)));
                }
            }
        }
        found
    }
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{")
        .skip(1)
        .filter_map(|rest| rest.split_once("}}"))
        .map(|(name, _)| name.trim())
}
