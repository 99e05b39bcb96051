//! Many papers as one: a cover, a directory with page numbers, and every paper on its pages.
//!
//! A [`Binder`] takes documents and pictures in the order of an archive; [`Binder::bind`] lays
//! them out on A4 pages once, so that the numbers in the directory are those of the pages.
//! [`Bound::pdf`] writes the pages as one PDF, [`Bound::html`] as a page for the printer: the
//! same lines on the same pages. Fonts are named, never shipped. The same binder gives the same
//! bytes. What is no picture that a page can show (a PDF, say) goes along as an attachment of the
//! file, and its page says so.

mod flow;
mod html;
mod image;
mod pdf;

use crate::letter::Letter;
use crate::letter::Setting;

/// A4 in points.
pub(super) const WIDTH: f32 = 595.0;
/// A4 in points.
pub(super) const HEIGHT: f32 = 842.0;

/// What is bound.
#[derive(Clone, Debug)]
pub enum Content {
    /// A document.
    Letter(Letter),
    /// A document with drawings below it: the strokes of signatures as PNG, each with its caption.
    Signed {
        /// The document.
        letter: Letter,
        /// Caption and picture.
        strokes: Vec<(String, Vec<u8>)>,
    },
    /// A photograph or scan: JPEG or PNG is shown, everything else is attached.
    Picture {
        /// Media type.
        media: String,
        /// The file.
        bytes: Vec<u8>,
    },
}

/// One paper of the archive.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub title: String,
    /// Who made it, for the directory.
    pub by: String,
    /// Its day, for the directory.
    pub day: String,
    /// The chapter that begins with it; none where it belongs to the one before.
    pub chapter: Option<String>,
    /// Itself.
    pub content: Content,
}

/// An archive to be bound.
#[derive(Clone, Debug, Default)]
pub struct Binder {
    /// The title on the cover.
    pub title: String,
    /// What else stands on the cover: label and text.
    pub cover: Vec<(String, String)>,
    /// The papers in their order.
    pub items: Vec<Item>,
}

/// A line of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The chapter that begins here.
    pub chapter: Option<String>,
    /// What it is.
    pub title: String,
    /// Who made it.
    pub by: String,
    /// Its day.
    pub day: String,
    /// Its first page, from 1; cover and directory are not counted.
    pub page: usize,
}

/// Something on a page; measures are points from the upper left corner.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    Text {
        x: f32,
        y: f32,
        size: f32,
        bold: bool,
        text: String,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
    },
    Picture {
        index: usize,
        x: f32,
        y: f32,
        wide: f32,
        high: f32,
    },
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub marks: Vec<Mark>,
}

/// A file that goes along.
#[derive(Clone, Debug)]
pub(super) struct Attachment {
    pub name: String,
    pub media: String,
    pub bytes: Vec<u8>,
}

/// An archive on its pages.
#[derive(Clone, Debug)]
pub struct Bound {
    title: String,
    /// Pages before the first numbered one.
    front: usize,
    pages: Vec<Page>,
    pictures: Vec<image::Picture>,
    attachments: Vec<Attachment>,
    directory: Vec<Entry>,
}

impl Binder {
    /// Lays everything out.
    pub fn bind(self, setting: Setting) -> Bound {
        flow::bind(self, setting)
    }
}

impl Bound {
    /// The directory, in the order of the pages.
    pub fn directory(&self) -> &[Entry] {
        &self.directory
    }

    /// How many numbered pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len() - self.front
    }

    /// How many files go along that no page can show.
    pub fn attached(&self) -> usize {
        self.attachments.len()
    }

    /// One PDF, without scripts; pictures as they were taken.
    pub fn pdf(&self) -> Vec<u8> {
        pdf::write(self)
    }

    /// A page for the printer, whole and without scripts.
    pub fn html(&self) -> String {
        html::write(self)
    }
}
