//! Writing PDF 1.7 (ISO 32000-1): text in the named fonts of Adobe-GB1, pictures, bookmarks.
#![expect(
    clippy::float_arithmetic,
    reason = "points on a page; no money is reckoned here"
)]

use super::image::{Code, Picture};
use super::{Bound, HEIGHT, Mark, Page, WIDTH};
use flate2::{Compression, write::ZlibEncoder};
use std::fmt::Write as _;
use std::io::Write as _;

/// Compressed bytes, always the same for the same.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail.
    _ = out.write_all(bytes);
    out.finish().unwrap_or_default()
}

/// A text as UTF-16 in hexadecimal, as the font's map reads it.
fn hex(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |mut out, unit| {
        _ = write!(out, "{unit:04X}");
        out
    })
}

/// A text of the outline or the properties: with its mark of byte order.
fn title(text: &str) -> String {
    format!("<FEFF{}>", hex(text))
}

#[derive(Default)]
struct File {
    objects: Vec<Vec<u8>>,
}

impl File {
    /// Keeps a place; objects are numbered from 1.
    fn reserve(&mut self) -> usize {
        self.objects.push(Vec::new());
        self.objects.len()
    }

    fn set(&mut self, number: usize, text: impl Into<Vec<u8>>) {
        self.objects[number - 1] = text.into();
    }

    fn add(&mut self, text: impl Into<Vec<u8>>) -> usize {
        let number = self.reserve();
        self.set(number, text);
        number
    }

    fn stream(&mut self, keys: &str, bytes: &[u8]) -> usize {
        let mut text = format!("<< {keys} /Length {} >>\nstream\n", bytes.len()).into_bytes();
        text.extend_from_slice(bytes);
        text.extend_from_slice(b"\nendstream");
        self.add(text)
    }

    fn write(self, catalog: usize, info: usize) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n%\xE5\x85\x9C\xE5\xBA\x95\n".to_vec();
        let mut places = Vec::new();
        for (n, object) in self.objects.iter().enumerate() {
            places.push(out.len());
            out.extend_from_slice(format!("{} 0 obj\n", n + 1).as_bytes());
            out.extend_from_slice(object);
            out.extend_from_slice(b"\nendobj\n");
        }
        let table = out.len();
        let mut tail = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
        for place in &places {
            _ = writeln!(tail, "{place:010} 00000 n ");
        }
        _ = write!(
            tail,
            "trailer\n<< /Size {} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n",
            places.len() + 1
        );
        out.extend_from_slice(tail.as_bytes());
        out
    }
}

/// A font by its name alone: the reader's own stands in. Latin signs take half the width.
fn font(file: &mut File, name: &str, flags: u32) -> usize {
    let descriptor = file.add(format!(
        "<< /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    ));
    let descendant = file.add(format!(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [1 95 500 814 939 500] >>"
    ));
    file.add(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /{name}-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [{descendant} 0 R] >>"
    ))
}

fn picture(file: &mut File, one: &Picture) -> usize {
    let space = |colours: u8| match colours {
        1 => "/DeviceGray",
        4 => "/DeviceCMYK",
        _ => "/DeviceRGB",
    };
    let size = format!(
        "/Type /XObject /Subtype /Image /Width {} /Height {}",
        one.wide, one.high
    );
    let keys = match &one.code {
        Code::Jpeg { colours } => {
            // Programs that write four colours into a JPEG write them inverted.
            let decode = if *colours == 4 {
                " /Decode [1 0 1 0 1 0 1 0]"
            } else {
                ""
            };
            format!(
                "{size} /ColorSpace {} /BitsPerComponent 8 /Filter /DCTDecode{decode}",
                space(*colours)
            )
        }
        Code::Lines {
            colours,
            depth,
            palette,
        } => {
            let colour = match palette {
                Some(palette) => {
                    let text = palette.iter().fold(String::new(), |mut out, b| {
                        _ = write!(out, "{b:02X}");
                        out
                    });
                    let last = (palette.len() / 3).saturating_sub(1);
                    format!("[/Indexed /DeviceRGB {last} <{text}>]")
                }
                None => space(*colours).to_owned(),
            };
            format!(
                "{size} /ColorSpace {colour} /BitsPerComponent {depth} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent {depth} /Columns {} >>",
                one.wide
            )
        }
    };
    file.stream(&keys, &one.bytes)
}

/// Where a picture stands, turned as it was held.
fn placed(one: &Picture, x: f32, y: f32, wide: f32, high: f32) -> String {
    let low = HEIGHT - y - high;
    match one.turned {
        3 => format!("-{wide} 0 0 -{high} {} {} cm", x + wide, low + high),
        6 => format!("0 -{high} {wide} 0 {x} {} cm", low + high),
        8 => format!("0 {high} -{wide} 0 {} {low} cm", x + wide),
        _ => format!("{wide} 0 0 {high} {x} {low} cm"),
    }
}

fn drawn(page: &Page, pictures: &[Picture]) -> String {
    let mut out = String::from("0.5 w\n");
    for mark in &page.marks {
        _ = match mark {
            Mark::Text {
                x,
                y,
                size,
                bold,
                text,
            } => writeln!(
                out,
                "BT /F{} {size} Tf {x} {} Td <{}> Tj ET",
                u8::from(*bold),
                HEIGHT - y,
                hex(text)
            ),
            Mark::Rule { from, to } => writeln!(
                out,
                "{} {} m {} {} l S",
                from.0,
                HEIGHT - from.1,
                to.0,
                HEIGHT - to.1
            ),
            Mark::Picture {
                index,
                x,
                y,
                wide,
                high,
            } => writeln!(
                out,
                "q {} /P{index} Do Q",
                placed(&pictures[*index], *x, *y, *wide, *high)
            ),
        };
    }
    out
}

pub(super) fn write(bound: &Bound) -> Vec<u8> {
    let mut file = File::default();
    let (catalog, tree, outlines) = (file.reserve(), file.reserve(), file.reserve());
    let info = file.add(format!("<< /Title {} >>", title(&bound.title)));
    let (light, dark) = (
        font(&mut file, "STSong-Light", 6),
        font(&mut file, "STHeiti-Regular", 4),
    );
    let pictures: Vec<usize> = bound
        .pictures
        .iter()
        .map(|p| picture(&mut file, p))
        .collect();
    let mut pages = Vec::new();
    for page in &bound.pages {
        let bytes = packed(drawn(page, &bound.pictures).as_bytes());
        let content = file.stream("/Filter /FlateDecode", &bytes);
        let shown = page.marks.iter().filter_map(|m| match m {
            Mark::Picture { index, .. } => Some(format!("/P{index} {} 0 R", pictures[*index])),
            _ => None,
        });
        let shown: Vec<String> = shown.collect();
        pages.push(file.add(format!(
            "<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {content} 0 R /Resources << /Font << /F0 {light} 0 R /F1 {dark} 0 R >> /XObject << {} >> >> >>",
            shown.join(" ")
        )));
    }
    let kids: Vec<String> = pages.iter().map(|p| format!("{p} 0 R")).collect();
    let count = kids.len();
    let kids = kids.join(" ");
    file.set(
        tree,
        format!("<< /Type /Pages /Count {count} /Kids [{kids}] >>"),
    );
    bookmarks(&mut file, outlines, bound, &pages);
    let names = attached(&mut file, bound);
    file.set(
        catalog,
        format!(
            "<< /Type /Catalog /Pages {tree} 0 R /Outlines {outlines} 0 R /Lang (zh-CN){names} >>"
        ),
    );
    file.write(catalog, info)
}

fn bookmarks(file: &mut File, outlines: usize, bound: &Bound, pages: &[usize]) {
    let first = file.objects.len() + 1;
    let many = bound.directory.len();
    if many == 0 {
        file.set(outlines, "<< /Type /Outlines /Count 0 >>");
        return;
    }
    for (n, entry) in bound.directory.iter().enumerate() {
        let mut text = format!(
            "<< /Title {} /Parent {outlines} 0 R /Dest [{} 0 R /Fit]",
            title(&entry.title),
            pages[bound.front + entry.page - 1]
        );
        if n > 0 {
            _ = write!(text, " /Prev {} 0 R", first + n - 1);
        }
        if n + 1 < many {
            _ = write!(text, " /Next {} 0 R", first + n + 1);
        }
        file.add(text + " >>");
    }
    let last = first + many - 1;
    file.set(
        outlines,
        format!("<< /Type /Outlines /Count {many} /First {first} 0 R /Last {last} 0 R >>"),
    );
}

/// The files that go along.
fn attached(file: &mut File, bound: &Bound) -> String {
    if bound.attachments.is_empty() {
        return String::new();
    }
    let mut names = String::new();
    for one in &bound.attachments {
        let kind = one.media.replace('/', "#2F");
        let body = file.stream(
            &format!("/Type /EmbeddedFile /Subtype /{kind} /Filter /FlateDecode"),
            &packed(&one.bytes),
        );
        let about = file.add(format!(
            "<< /Type /Filespec /F ({0}) /UF ({0}) /EF << /F {body} 0 R >> >>",
            one.name
        ));
        _ = write!(names, "({}) {about} 0 R ", one.name);
    }
    format!(
        " /Names << /EmbeddedFiles << /Names [{}] >> >>",
        names.trim_end()
    )
}
