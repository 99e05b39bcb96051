//! The same pages for the printer of a browser.

use super::flow::measure;
use super::{Bound, HEIGHT, Mark, WIDTH};
use crate::letter::escape;
use std::fmt::Write as _;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 of RFC 4648.
fn base64(bytes: &[u8], out: &mut String) {
    for part in bytes.chunks(3) {
        let at = |n: usize| u32::from(part.get(n).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for n in 0..4 {
            let digit = DIGITS[(all >> (18 - 6 * n) & 63) as usize];
            out.push(if n <= part.len() { digit as char } else { '=' });
        }
    }
}

pub(super) fn write(bound: &Bound) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>\
@page{{size:A4;margin:0}}body{{margin:0;background:#fff}}\
svg{{display:block;width:210mm;max-width:100%;height:auto;margin:0 auto;break-after:page;break-inside:avoid}}\
text{{font-family:FangSong,仿宋,STFangsong,\"Noto Serif CJK SC\",serif;white-space:pre}}\
.b{{font-family:SimHei,黑体,\"Noto Sans CJK SC\",sans-serif}}line{{stroke:#000;stroke-width:.5}}\
@media screen{{body{{background:#eee}}svg{{background:#fff;margin-bottom:4mm}}}}</style></head><body>\n",
        escape(&bound.title)
    );
    for page in &bound.pages {
        _ = writeln!(
            out,
            "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" xmlns=\"http://www.w3.org/2000/svg\">"
        );
        for mark in &page.marks {
            draw(&mut out, bound, mark);
        }
        out.push_str("</svg>\n");
    }
    out.push_str("</body></html>\n");
    out
}

fn draw(out: &mut String, bound: &Bound, mark: &Mark) {
    match mark {
        Mark::Text {
            x,
            y,
            size,
            bold,
            text,
        } => {
            let class = if *bold { " class=\"b\"" } else { "" };
            let long = measure(text, *size);
            _ = writeln!(
                out,
                "<text{class} x=\"{x}\" y=\"{y}\" font-size=\"{size}\" textLength=\"{long}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                escape(text)
            );
        }
        Mark::Rule { from, to } => {
            _ = writeln!(
                out,
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                from.0, from.1, to.0, to.1
            );
        }
        Mark::Picture {
            index,
            x,
            y,
            wide,
            high,
        } => {
            let picture = &bound.pictures[*index];
            _ = write!(
                out,
                "<image x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" href=\"data:{};base64,",
                picture.media
            );
            base64(&picture.file, out);
            out.push_str("\"/>\n");
        }
    }
}
