//! Laying papers out on pages.
#![expect(
    clippy::float_arithmetic,
    reason = "points on a page; no money is reckoned here"
)]

use super::image::Picture;
use super::{Attachment, Binder, Bound, Content, Entry, HEIGHT, Item, Mark, Page, WIDTH};
use crate::letter::{Body, Grid, Letter, Setting, Style};

const LEFT: f32 = 68.0;
const TOP: f32 = 72.0;
const BOTTOM: f32 = 72.0;
const PAD: f32 = 3.0;
const SPACE: f32 = WIDTH - 2.0 * LEFT;
/// Signs that begin no line.
const CLOSING: &str = "，。、；：？！）》」』”’】〕,.;:?!)";

/// The width of a sign in its own size: half for ASCII, whole for everything else.
fn wide(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

/// The width of a text.
pub(super) fn measure(text: &str, size: f32) -> f32 {
    text.chars().map(wide).sum::<f32>() * size
}

/// A text in lines that fit; the first is shorter by an indent.
fn lines(text: &str, size: f32, space: f32, indent: f32) -> Vec<String> {
    let mut found = Vec::new();
    for (n, part) in text.split('\n').enumerate() {
        let mut room = if n == 0 { space - indent } else { space };
        let mut line = String::new();
        for c in part.chars().map(|c| if c == '\t' { ' ' } else { c }) {
            let full = measure(&line, size) + wide(c) * size > room;
            if full && !line.is_empty() && !CLOSING.contains(c) {
                let keep = word_start(&line, c);
                let rest = line.split_off(keep);
                found.push(std::mem::replace(&mut line, rest));
                room = space;
            }
            if !c.is_control() {
                line.push(c);
            }
        }
        found.push(line);
    }
    found
}

/// Where a line is cut so that a number or Latin word stays whole, where that is short enough.
fn word_start(line: &str, next: char) -> usize {
    if !next.is_ascii_alphanumeric() {
        return line.len();
    }
    let word = line
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_ascii_alphanumeric() || ".-".contains(*c))
        .last();
    match word {
        Some((at, _)) if at > 0 && line.len() - at <= 20 => at,
        _ => line.len(),
    }
}

/// Where writing goes on.
struct Pen {
    pages: Vec<Page>,
    y: f32,
    scale: f32,
}

impl Pen {
    fn new(setting: Setting) -> Pen {
        let scale = if setting.large { 1.5 } else { 1.0 };
        Pen {
            pages: Vec::new(),
            y: HEIGHT,
            scale,
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn fits(&self, high: f32) -> bool {
        !self.pages.is_empty() && self.y + high <= HEIGHT - BOTTOM
    }

    fn mark(&mut self, mark: Mark) {
        if self.pages.is_empty() {
            self.turn();
        }
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    fn text(&mut self, x: f32, size: f32, bold: bool, text: String) {
        let y = self.y;
        if !text.is_empty() {
            self.mark(Mark::Text {
                x,
                y,
                size,
                bold,
                text,
            });
        }
    }

    fn paragraph(&mut self, style: Style, text: &str) {
        let (size, bold) = match style {
            Style::Title => (18.0, true),
            Style::Heading => (13.0, true),
            Style::Subtitle | Style::Text | Style::Line | Style::Right => (12.0, false),
            Style::Small => (9.0, false),
        };
        let size = size * self.scale;
        let indent = if style == Style::Text {
            2.0 * size
        } else {
            0.0
        };
        for (n, line) in lines(text, size, SPACE, indent).into_iter().enumerate() {
            let high = size * 1.6;
            if !self.fits(high) {
                self.turn();
            }
            self.y += high;
            let free = SPACE - measure(&line, size);
            let x = match style {
                Style::Title | Style::Subtitle => LEFT + free.max(0.0) / 2.0,
                Style::Right => LEFT + free.max(0.0),
                _ if n == 0 => LEFT + indent,
                _ => LEFT,
            };
            self.text(x, size, bold, line);
        }
    }

    fn table(&mut self, grid: &Grid) {
        let columns = grid
            .rows
            .iter()
            .map(Vec::len)
            .chain([grid.head.len()])
            .max();
        let columns = columns.unwrap_or(0);
        if columns == 0 {
            return;
        }
        let weight = |n: usize| grid.widths.get(n).copied().unwrap_or(1).max(1);
        let all: u32 = (0..columns).map(weight).sum();
        let mut edges = vec![LEFT];
        let mut sum = 0;
        for n in 0..columns {
            sum += weight(n);
            edges.push(LEFT + SPACE * sum as f32 / all as f32);
        }
        self.y += 6.0;
        let head = (!grid.head.is_empty()).then_some(&grid.head);
        if let Some(head) = head {
            self.row(head, &edges, true, None);
        }
        for row in &grid.rows {
            self.row(row, &edges, false, head);
        }
        self.y += 6.0;
    }

    /// One row; where it does not fit, it goes on on the next page below the head.
    fn row(&mut self, cells: &[String], edges: &[f32], bold: bool, head: Option<&Vec<String>>) {
        let size = 9.5 * self.scale;
        let high = size * 1.4;
        let columns = edges.len() - 1;
        // The last cell of a short row takes what is left of it.
        let ends = |n: usize| {
            if n + 1 == cells.len() { columns } else { n + 1 }
        };
        let mut rest: Vec<Vec<String>> = cells
            .iter()
            .enumerate()
            .map(|(n, cell)| {
                let space = edges[ends(n)] - edges[n] - 2.0 * PAD;
                let mut lines = lines(cell, size, space, 0.0);
                lines.reverse();
                lines
            })
            .collect();
        loop {
            let most = rest.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let page = HEIGHT - TOP - BOTTOM - 12.0 * high;
            let whole = most as f32 * high + 2.0 * PAD;
            if !self.fits(whole.min(page).max(high + 2.0 * PAD)) {
                self.turn();
                if let Some(head) = head {
                    self.row(head, edges, true, None);
                }
            }
            let room = ((HEIGHT - BOTTOM - self.y - 2.0 * PAD) / high)
                .floor()
                .max(1.0);
            let count = (0..most).take_while(|n| (*n as f32) < room).count().max(1);
            let top = self.y;
            for line in 0..count {
                self.y = top + PAD + (line as f32 + 0.8) * high;
                for (n, cell) in rest.iter_mut().enumerate() {
                    if let Some(text) = cell.pop() {
                        self.text(edges[n] + PAD, size, bold, text);
                    }
                }
            }
            let bottom = top + count as f32 * high + 2.0 * PAD;
            for y in [top, bottom] {
                self.mark(Mark::Rule {
                    from: (edges[0], y),
                    to: (edges[columns], y),
                });
            }
            let mut sides = vec![edges[0]];
            sides.extend((0..cells.len()).map(|n| edges[ends(n)]));
            for x in sides {
                self.mark(Mark::Rule {
                    from: (x, top),
                    to: (x, bottom),
                });
            }
            self.y = bottom;
            if rest.iter().all(Vec::is_empty) {
                break;
            }
        }
    }

    fn letter(&mut self, letter: &Letter) {
        for block in &letter.blocks {
            match &block.body {
                Body::Page => self.turn(),
                Body::Text(style, text) => self.paragraph(*style, text),
                Body::Grid(grid) => self.table(grid),
            }
        }
    }

    /// A picture within so much room, in the middle of it.
    fn drawing(&mut self, index: usize, (wide, high): (u32, u32), (space, room): (f32, f32)) {
        let (wide, high) = (wide.max(1) as f32, high.max(1) as f32);
        let by = (space / wide).min(room / high).min(1.0);
        let y = self.y;
        self.mark(Mark::Picture {
            index,
            x: LEFT + (space - wide * by) / 2.0,
            y,
            wide: wide * by,
            high: high * by,
        });
        self.y += high * by;
    }

    /// A picture below its caption, as large as the page allows and no larger than it is.
    fn picture(&mut self, index: usize, (wide, high): (u32, u32)) {
        self.y += 8.0;
        let room = (SPACE, HEIGHT - BOTTOM - self.y);
        self.drawing(index, (wide, high), room);
    }
}

struct Bench {
    pen: Pen,
    pictures: Vec<Picture>,
    attachments: Vec<Attachment>,
}

impl Bench {
    fn item(&mut self, item: Item) -> Entry {
        self.pen.turn();
        let page = self.pen.pages.len();
        match item.content {
            Content::Letter(letter) => self.pen.letter(&letter),
            Content::Signed { letter, strokes } => {
                self.pen.letter(&letter);
                for (caption, bytes) in strokes {
                    self.stroke(&caption, &bytes);
                }
            }
            Content::Picture { media, bytes } => {
                self.pen.paragraph(Style::Line, &item.title);
                match Picture::read(&media, &bytes) {
                    Some(picture) => {
                        let size = picture.size();
                        self.pictures.push(picture);
                        self.pen.picture(self.pictures.len() - 1, size);
                    }
                    None => self.attach(media, bytes),
                }
            }
        }
        Entry {
            chapter: item.chapter,
            title: item.title,
            by: item.by,
            day: item.day,
            page,
        }
    }

    /// A drawing in a line's height or two; one that cannot be shown leaves its caption.
    fn stroke(&mut self, caption: &str, bytes: &[u8]) {
        const ROOM: (f32, f32) = (220.0, 70.0);
        if !self.pen.fits(ROOM.1 + 24.0 * self.pen.scale) {
            self.pen.turn();
        }
        self.pen.paragraph(Style::Line, caption);
        if let Some(picture) = Picture::read("image/png", bytes) {
            let size = picture.size();
            self.pictures.push(picture);
            self.pen.drawing(self.pictures.len() - 1, size, ROOM);
        }
    }

    fn attach(&mut self, media: String, bytes: Vec<u8>) {
        let ending = media.rsplit(['/', '+']).next().unwrap_or("bin").to_owned();
        let name = format!("{:03}.{ending}", self.attachments.len() + 1);
        let said = format!(
            "本件为 {ending} 文件，作为附件“{name}”随本档案电子文件保存，请另行打印后插入此处。"
        );
        self.pen.paragraph(Style::Text, &said);
        self.attachments.push(Attachment { name, media, bytes });
    }
}

pub(super) fn bind(binder: Binder, setting: Setting) -> Bound {
    let mut bench = Bench {
        pen: Pen::new(setting),
        pictures: Vec::new(),
        attachments: Vec::new(),
    };
    let directory: Vec<Entry> = binder.items.into_iter().map(|i| bench.item(i)).collect();
    let mut numbered = bench.pen.pages;
    let count = numbered.len();
    for (n, page) in numbered.iter_mut().enumerate() {
        page.marks
            .push(foot(format!("第 {} 页　共 {count} 页", n + 1)));
    }
    let mut pages = front(&binder.title, &binder.cover, &directory, count, setting);
    let front = pages.len();
    pages.extend(numbered);
    Bound {
        title: binder.title,
        front,
        pages,
        pictures: bench.pictures,
        attachments: bench.attachments,
        directory,
    }
}

fn foot(text: String) -> Mark {
    Mark::Text {
        x: (WIDTH - measure(&text, 9.0)) / 2.0,
        y: HEIGHT - 40.0,
        size: 9.0,
        bold: false,
        text,
    }
}

/// Cover and directory.
fn front(
    title: &str,
    cover: &[(String, String)],
    directory: &[Entry],
    count: usize,
    setting: Setting,
) -> Vec<Page> {
    let mut pen = Pen::new(setting);
    pen.turn();
    pen.y += 150.0;
    pen.paragraph(Style::Title, title);
    pen.y += 60.0;
    let rows = cover
        .iter()
        .map(|(label, text)| vec![label.clone(), text.clone()]);
    pen.table(&Grid {
        widths: vec![1, 3],
        rows: rows.collect(),
        ..Grid::default()
    });
    pen.turn();
    pen.paragraph(Style::Title, "卷内目录");
    let mut rows = Vec::new();
    for (n, entry) in directory.iter().enumerate() {
        if let Some(chapter) = &entry.chapter {
            rows.push(vec![chapter.clone()]);
        }
        rows.push(vec![
            (n + 1).to_string(),
            entry.by.clone(),
            entry.title.clone(),
            entry.day.clone(),
            entry.page.to_string(),
        ]);
    }
    pen.table(&Grid {
        widths: vec![2, 5, 12, 5, 2],
        head: ["序号", "责任者", "题名", "日期", "页号"]
            .map(str::to_owned)
            .to_vec(),
        rows,
        each: None,
    });
    pen.paragraph(
        Style::Small,
        &format!("共 {} 件，{count} 页", directory.len()),
    );
    pen.pages
}
