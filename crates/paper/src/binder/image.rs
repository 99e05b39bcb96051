//! Pictures as a PDF can hold them: JPEG as it is, PNG as its own compressed lines.

use flate2::read::ZlibDecoder;
use std::io::Read as _;

/// Pictures with more points than this are attached and not shown.
const POINTS: u64 = 100_000_000;
/// Pictures with transparency are unpacked; larger ones are attached.
const UNPACKED: u64 = 20_000_000;

/// What the bytes of a picture are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// A JPEG with so many colours.
    Jpeg { colours: u8 },
    /// Lines of a PNG, with a palette where it has one.
    Lines {
        colours: u8,
        depth: u8,
        palette: Option<Vec<u8>>,
    },
}

/// A picture that a page can show.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    pub code: Code,
    pub wide: u32,
    pub high: u32,
    /// How a telephone was held (Exif 0x0112): 1, 3, 6 or 8.
    pub turned: u8,
    /// As the PDF stores it.
    pub bytes: Vec<u8>,
    /// As it came, for the screen.
    pub media: String,
    pub file: Vec<u8>,
}

impl Picture {
    /// Reads a picture; none where a page cannot show it.
    pub fn read(media: &str, bytes: &[u8]) -> Option<Picture> {
        let found = match media {
            "image/jpeg" => jpeg(bytes),
            "image/png" => png(bytes),
            _ => None,
        }?;
        let points = u64::from(found.wide) * u64::from(found.high);
        (points > 0 && points <= POINTS).then_some(found)
    }

    /// Width and height as it is looked at.
    pub fn size(&self) -> (u32, u32) {
        match self.turned {
            6 | 8 => (self.high, self.wide),
            _ => (self.wide, self.high),
        }
    }
}

fn two(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..at + 2)?;
    Some(u32::from(pair[0]) << 8 | u32::from(pair[1]))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

/// Walks the segments of a JPEG to its frame.
fn jpeg(bytes: &[u8]) -> Option<Picture> {
    let mut at = 2;
    let mut turned = 1;
    loop {
        while bytes.get(at) == Some(&0xFF) && bytes.get(at + 1) == Some(&0xFF) {
            at += 1;
        }
        if bytes.get(at) != Some(&0xFF) {
            return None;
        }
        let kind = *bytes.get(at + 1)?;
        let long = two(bytes, at + 2)? as usize;
        let body = bytes.get(at + 4..at + 2 + long)?;
        match kind {
            0xE1 if body.starts_with(b"Exif\0\0") => {
                turned = orientation(&body[6..]).unwrap_or(1);
            }
            // Frames that viewers of PDF know: baseline and progressive.
            0xC0..=0xC2 => {
                let colours = *body.get(5)?;
                return matches!(colours, 1 | 3 | 4).then_some(Picture {
                    code: Code::Jpeg { colours },
                    wide: two(body, 3)?,
                    high: two(body, 1)?,
                    turned,
                    bytes: bytes.to_vec(),
                    media: "image/jpeg".to_owned(),
                    file: bytes.to_vec(),
                });
            }
            0xD9 | 0xDA => return None,
            _ => {}
        }
        at += 2 + long;
    }
}

/// The orientation out of an Exif block, either byte order.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let little = tiff.starts_with(b"II");
    let pair = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let first: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(first)
    } else {
        u32::from_be_bytes(first)
    } as usize;
    let count = pair(first)?;
    for n in 0..usize::from(count) {
        let at = first + 2 + n * 12;
        if pair(at)? == 0x0112 {
            let way = u8::try_from(pair(at + 8)?).ok()?;
            return matches!(way, 3 | 6 | 8).then_some(way);
        }
    }
    None
}

fn png(bytes: &[u8]) -> Option<Picture> {
    let body = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let (mut at, mut data, mut palette) = (0, Vec::new(), None);
    let mut head: Option<&[u8]> = None;
    while let Some(long) = four(body, at) {
        let kind = body.get(at + 4..at + 8)?;
        let part = body.get(at + 8..at + 8 + long as usize)?;
        match kind {
            b"IHDR" => head = Some(part),
            b"PLTE" => palette = Some(part.to_vec()),
            b"IDAT" => data.extend_from_slice(part),
            b"IEND" => break,
            _ => {}
        }
        at += 12 + long as usize;
    }
    let head = head.filter(|h| h.len() == 13)?;
    let (wide, high, depth, colour) = (four(head, 0)?, four(head, 4)?, head[8], head[9]);
    if head[12] != 0 || depth > 8 {
        return None;
    }
    let (colours, bytes_now) = match colour {
        0 => (1, data),
        2 => (3, data),
        3 if palette.is_some() => (1, data),
        4 | 6 => {
            let colours = if colour == 4 { 1 } else { 3 };
            (colours, on_white(&data, wide, high, usize::from(colours))?)
        }
        _ => return None,
    };
    Some(Picture {
        code: Code::Lines {
            colours,
            depth,
            palette: palette.filter(|_| colour == 3),
        },
        wide,
        high,
        turned: 1,
        bytes: bytes_now,
        media: "image/png".to_owned(),
        file: bytes.to_vec(),
    })
}

/// Lines with transparency, laid on white paper; again lines of a PNG, without a filter.
fn on_white(data: &[u8], wide: u32, high: u32, colours: usize) -> Option<Vec<u8>> {
    if u64::from(wide) * u64::from(high) > UNPACKED {
        return None;
    }
    let (wide, high, step) = (wide as usize, high as usize, colours + 1);
    let long = wide * step;
    let mut plain = Vec::new();
    ZlibDecoder::new(data)
        .take(((long + 1) * high) as u64)
        .read_to_end(&mut plain)
        .ok()?;
    if plain.len() != (long + 1) * high {
        return None;
    }
    let mut before = vec![0u8; long];
    let mut out = Vec::with_capacity((wide * colours + 1) * high);
    for line in plain.chunks_exact_mut(long + 1) {
        let (filter, now) = line.split_first_mut()?;
        for n in 0..long {
            let left = if n >= step { now[n - step] } else { 0 };
            let corner = if n >= step { before[n - step] } else { 0 };
            let add = match filter {
                0 => 0,
                1 => left,
                2 => before[n],
                3 => ((u16::from(left) + u16::from(before[n])) / 2) as u8,
                4 => paeth(left, before[n], corner),
                _ => return None,
            };
            now[n] = now[n].wrapping_add(add);
        }
        before.copy_from_slice(now);
        out.push(0);
        for point in now.chunks_exact(step) {
            let seen = u32::from(point[colours]);
            out.extend(point[..colours].iter().map(|c| {
                let mixed = u32::from(*c) * seen + 255 * (255 - seen);
                (mixed / 255) as u8
            }));
        }
    }
    Some(super::pdf::packed(&out))
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(corner));
    let guess = a + b - c;
    let (da, db, dc) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    if da <= db && da <= dc {
        left
    } else if db <= dc {
        up
    } else {
        corner
    }
}
