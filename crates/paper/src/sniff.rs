//! The format of a file, told by its content and never by its name.

use std::io::{Read, Seek, SeekFrom};

use memchr::memmem;

use crate::error::PaperError;
use crate::limits::Limits;
use crate::source::Source;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML workbook.
    Xlsx,
    /// Binary workbook of Excel 97–2003, at most 65,536 rows.
    Xls,
    /// Delimited text.
    Csv,
}

impl Format {
    /// The extension that such a file should have.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xls => "xls",
            Format::Csv => "csv",
        }
    }
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const ZIP: &[u8] = b"PK\x03\x04";
const HEAD: usize = 4096;

/// Reads the first bytes and decides; errors name what the file is instead.
pub(crate) fn sniff(source: &Source, limits: &Limits) -> Result<Format, PaperError> {
    let mut file = source.open()?;
    let size = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    if size == 0 {
        return Err(PaperError::empty());
    }
    if size > limits.file_bytes {
        return Err(PaperError::too_large(limits.file_bytes >> 20));
    }
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    if head.starts_with(ZIP) {
        return Ok(Format::Xlsx);
    }
    if head.starts_with(b"PK") {
        return Err(PaperError::damaged("zip"));
    }
    if head.starts_with(OLE) {
        if size > limits.xls_bytes {
            return Err(PaperError::too_large(limits.xls_bytes >> 20));
        }
        let mut rest = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.take(limits.xls_bytes).read_to_end(&mut rest)?;
        return ole(&rest);
    }
    refuse_others(&head)?;
    Ok(Format::Csv)
}

/// An OLE container: a workbook, an encrypted one, or something else.
fn ole(bytes: &[u8]) -> Result<Format, PaperError> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if holds("EncryptedPackage") {
        return Err(PaperError::password());
    }
    if holds("WordDocument") {
        return Err(PaperError::not_a_table("Word 文档", "a Word document"));
    }
    if holds("PowerPoint Document") {
        return Err(PaperError::not_a_table("演示文稿", "a presentation"));
    }
    if holds("Workbook") || holds("Book") {
        return Ok(Format::Xls);
    }
    Err(PaperError::damaged("OLE"))
}

fn refuse_others(head: &[u8]) -> Result<(), PaperError> {
    for (magic, zh, en) in [
        (&b"%PDF"[..], "PDF 文件", "a PDF"),
        (b"\x89PNG", "图片", "an image"),
        (b"\xFF\xD8\xFF", "图片", "an image"),
        (b"GIF8", "图片", "an image"),
        (b"Rar!", "RAR 压缩包", "a RAR archive"),
        (b"7z\xBC\xAF", "7z 压缩包", "a 7z archive"),
        (b"\x1F\x8B", "gzip 压缩包", "a gzip archive"),
        (b"{\\rtf", "RTF 文档", "an RTF document"),
        (b"SQLite format 3\0", "数据库", "a database"),
        (b"\x7FELF", "程序", "a program"),
        (b"MZ\x90", "程序", "a program"),
    ] {
        if head.starts_with(magic) {
            return Err(PaperError::not_a_table(zh, en));
        }
    }
    let text = String::from_utf8_lossy(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head));
    let start = text.trim_start().to_ascii_lowercase();
    if start.starts_with("<?xml") || start.starts_with("<workbook") {
        if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return Err(PaperError::not_a_table(
                "XML 电子表格 2003",
                "an XML Spreadsheet 2003",
            ));
        }
        if !start.contains("<html") {
            return Err(PaperError::not_a_table("XML 文件", "an XML file"));
        }
    }
    let tags = [
        "<html",
        "<!doctype",
        "<table",
        "<meta",
        "<head",
        "<body",
        "<style",
        "<div",
    ];
    if tags.iter().any(|tag| start.starts_with(tag))
        || start.starts_with("<?xml")
        || start.starts_with("mime-version:")
        || (start.starts_with("<!--") && start.contains("<table"))
    {
        return Err(PaperError::html());
    }
    let wide = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    if !wide && head.contains(&0) {
        return Err(PaperError::not_a_table("二进制文件", "a binary file"));
    }
    Ok(())
}
