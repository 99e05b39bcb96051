//! Templates of documents: receipts, notices, lists.

use super::{Label, LevelId};
use crate::fault::Spot;

/// A place of a template, or a list whose rows repeat a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateField {
    /// The name that stands in the text as `{{name}}`.
    pub name: String,
    /// English label.
    pub en: String,
    /// The places of its rows, where it is a list.
    pub rows: Option<Vec<(String, String)>>,
    /// Where it is declared.
    pub spot: Spot,
}

/// How a line of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TemplateStyle {
    /// The title.
    Title,
    /// Below the title.
    Subtitle,
    /// A heading.
    Heading,
    /// Running text.
    Text,
    /// A line without indentation.
    Line,
    /// At the right.
    Right,
    /// Small print.
    Small,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateBody {
    /// A line or paragraph.
    Text(TemplateStyle, String),
    /// A table.
    Table {
        /// Titles of the columns.
        head: Vec<String>,
        /// Relative widths; equal where empty.
        widths: Vec<u32>,
        /// The list that repeats the rows.
        each: Option<String>,
        /// Rows of cells.
        rows: Vec<Vec<String>>,
    },
    /// A new page.
    Page,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateBlock {
    /// Left out where this place is empty.
    pub when: Option<String>,
    /// What it is.
    pub body: TemplateBody,
    /// Where it stands.
    pub spot: Spot,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateText {
    /// Key, by which procedures name it.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The document it rests on.
    pub cite: String,
    /// It carries the clause on remedies (reconsideration and court).
    pub remedies: bool,
    /// Its places.
    pub fields: Vec<TemplateField>,
    /// Its blocks.
    pub blocks: Vec<TemplateBlock>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}
