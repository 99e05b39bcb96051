//! Letters: documents of paragraphs and tables with places to fill in, as .docx and as a page.
//!
//! A [`Letter`] is a template or a filled-in document; [`Letter::fill`] puts [`Values`] into
//! its places `{{name}}`. [`Letter::docx`] writes it for Word and WPS, [`Letter::html`] for the
//! printer. An unfilled letter written as .docx keeps its places, so that an office can change
//! words and layout and give it back as an [`OfficeTemplate`], which is filled as it stands.

mod docx;
mod html;
mod office;
mod places;
mod read;
mod xml;

pub(crate) use xml::escape;

pub use office::OfficeTemplate;
pub use places::Values;

use crate::error::PaperError;
use places::{Scope, fill};

/// Where a line of text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The title, centred and large.
    Title,
    /// Centred below the title: a number.
    Subtitle,
    /// A heading.
    Heading,
    /// Running text, first line indented.
    Text,
    /// A line without indentation: a form of address, a label.
    Line,
    /// At the right: sender and date.
    Right,
    /// Small print.
    Small,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Relative widths of the columns; equal where empty.
    pub widths: Vec<u32>,
    /// Titles of the columns, repeated on every page; none where empty.
    pub head: Vec<String>,
    /// Rows; each is repeated for every row of `each`, where that is given.
    pub rows: Vec<Vec<String>>,
    /// The list of values that repeats the rows.
    pub each: Option<String>,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A line or paragraph.
    Text(Style, String),
    /// A table.
    Grid(Grid),
    /// What follows begins a new page.
    Page,
}

/// A part of a letter that may hang on a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Left out where this value is empty.
    pub when: Option<String>,
    /// What it is.
    pub body: Body,
}

/// A letter, or a template of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// How a letter is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// Large print for old eyes: everything half as large again.
    pub large: bool,
}

impl Letter {
    /// The names of its places, in order, each once; lists before the places of their rows.
    pub fn places(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut add = |name: &str| {
            if !names.iter().any(|n| n == name) {
                names.push(name.to_owned());
            }
        };
        for block in &self.blocks {
            if let Some(when) = &block.when {
                add(when);
            }
            match &block.body {
                Body::Text(_, text) => places::names(text).iter().for_each(|n| add(n)),
                Body::Grid(grid) => {
                    if let Some(each) = &grid.each {
                        add(each);
                    }
                    for text in grid.head.iter().chain(grid.rows.iter().flatten()) {
                        places::names(text).iter().for_each(|n| add(n));
                    }
                }
                Body::Page => {}
            }
        }
        names
    }

    /// Puts values into the places.
    ///
    /// # Errors
    /// Where a place has no value; all of them are named. An empty value is a value.
    pub fn fill(&self, values: &Values) -> Result<Letter, PaperError> {
        let mut missing: Vec<String> = Vec::new();
        let whole = Scope::new(values);
        let mut blocks = Vec::new();
        for block in &self.blocks {
            if let Some(when) = &block.when
                && !values.says(when)
            {
                continue;
            }
            let body = match &block.body {
                Body::Page => Body::Page,
                Body::Text(style, text) => Body::Text(*style, fill(text, &whole, &mut missing)),
                Body::Grid(grid) => Body::Grid(filled(grid, values, &mut missing)),
            };
            blocks.push(Block { when: None, body });
        }
        blocks.extend(values.marked().map(|mark| Block {
            when: None,
            body: Body::Text(Style::Small, mark.to_owned()),
        }));
        if missing.is_empty() {
            Ok(Letter { blocks })
        } else {
            Err(PaperError::places(&missing))
        }
    }

    /// One letter after the other, each on a page of its own: a batch as one file.
    pub fn join(letters: impl IntoIterator<Item = Letter>) -> Letter {
        let mut blocks: Vec<Block> = Vec::new();
        for letter in letters {
            if !blocks.is_empty() {
                blocks.push(Block {
                    when: None,
                    body: Body::Page,
                });
            }
            blocks.extend(letter.blocks);
        }
        Letter { blocks }
    }

    /// The letter as .docx; the same letter gives the same bytes.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn docx(&self, setting: Setting) -> Result<Vec<u8>, PaperError> {
        docx::write(self, setting)
    }

    /// The letter as a page for the printer, whole and without scripts.
    pub fn html(&self, title: &str, setting: Setting) -> String {
        html::write(self, title, setting)
    }
}

fn filled(grid: &Grid, values: &Values, missing: &mut Vec<String>) -> Grid {
    let whole = Scope::new(values);
    let mut row = |row: &Vec<String>, scope: &Scope<'_>| -> Vec<String> {
        row.iter().map(|cell| fill(cell, scope, missing)).collect()
    };
    let mut rows = Vec::new();
    let mut absent = None;
    match &grid.each {
        None => rows.extend(grid.rows.iter().map(|r| row(r, &whole))),
        Some(each) => match values.list(each) {
            Some(items) => {
                for item in items {
                    let scope = Scope::row(values, item);
                    rows.extend(grid.rows.iter().map(|r| row(r, &scope)));
                }
            }
            None => absent = Some(each.clone()),
        },
    }
    let head = row(&grid.head, &whole);
    missing.extend(absent);
    Grid {
        widths: grid.widths.clone(),
        head,
        rows,
        each: None,
    }
}

impl PaperError {
    fn places(missing: &[String]) -> PaperError {
        let mut names = missing.to_vec();
        names.sort();
        names.dedup();
        PaperError::new(
            "places_empty",
            format!(
                "文书模板中这些位置没有内容：{}。请补上，或从模板中删去",
                names.join("、")
            ),
            format!(
                "These places of the template have no value: {}. Give one, or remove them from the template.",
                names.join(", ")
            ),
        )
    }
}
