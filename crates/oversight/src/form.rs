//! Uploads: fields and files of a form, and stored files as tables.

use std::collections::BTreeMap;
use std::io::{Seek, SeekFrom};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::http::header;
use axum::response::Response;
use paper::{Annotation, Header, Known, Limits, PaperError, Source, Table};
use platform::files::{self, Stored};
use platform::problem::kinds::{DENIED, MALFORMED, MEDIA_TYPE};
use platform::{Ctx, Floor, Locale, Operation, Problem, Result};
use serde::{Deserialize, Serialize};

use crate::problems::FILE;

/// A file of a form, on disk already.
pub(crate) struct Upload {
    pub name: String,
    pub stored: Stored,
}

/// What a form held.
#[derive(Default)]
pub(crate) struct Form {
    pub fields: BTreeMap<String, String>,
    pub files: BTreeMap<String, Upload>,
}

impl Form {
    /// A field that is not empty.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.fields
            .get(key)
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
    }
}

/// Receives a form; nothing is stored for those who may not send it.
pub(crate) async fn receive(
    ctx: &Ctx,
    operation: &Operation,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Form> {
    let mut form = form.map_err(|e| Problem::new(&MEDIA_TYPE).because(e))?;
    if !ctx.permits(operation.permission) {
        return Err(Problem::new(&DENIED));
    }
    let malformed = |e: MultipartError| Problem::new(&MALFORMED).because(e);
    let mut received = Form::default();
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        let key = field.name().unwrap_or_default().to_owned();
        if let Some(name) = field.file_name().map(str::to_owned) {
            let stored = store(ctx.floor(), field).await?;
            received.files.insert(key, Upload { name, stored });
        } else {
            let text = field.text().await.map_err(malformed)?;
            received.fields.insert(key, text);
        }
    }
    Ok(received)
}

async fn store(floor: &Floor, mut field: Field<'_>) -> Result<Stored> {
    // The part borrows the form, so it is handed over piece by piece.
    let (out, pieces) = tokio::sync::mpsc::channel::<std::io::Result<bytes::Bytes>>(4);
    let pieces = futures::stream::unfold(
        pieces,
        |mut p| async move { p.recv().await.map(|x| (x, p)) },
    );
    let floor = floor.clone();
    let storing =
        tokio::spawn(
            async move { files::store(&floor, files::Source::Stream(Box::pin(pieces))).await },
        );
    loop {
        let piece = match field.chunk().await {
            Ok(Some(piece)) => Ok(piece),
            Ok(None) => break,
            Err(e) => Err(std::io::Error::other(e.to_string())),
        };
        let failed = piece.is_err();
        if out.send(piece).await.is_err() || failed {
            break;
        }
    }
    drop(out);
    storing.await.map_err(Problem::internal)?
}

/// Where the columns of a file stand; kept with the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Layout {
    pub sheet: usize,
    pub header_row: u64,
    pub columns: BTreeMap<String, usize>,
    pub titles: BTreeMap<usize, String>,
}

/// A column that is looked for: key, titles, whether it must be there.
pub(crate) type Wanted = (&'static str, &'static [&'static str], bool);

/// A file at fault, said with its place in the form.
pub(crate) fn file_problem(pointer: &'static str, error: &PaperError) -> Problem {
    Problem::new(&FILE)
        .detail(error.zh(), error.en())
        .field(pointer, error.zh(), error.en())
}

/// Content in the clear for parsers that jump about in it, in a nameless private file.
pub(crate) async fn table(
    floor: &Floor,
    content: impl FnOnce(&Floor) -> Result<files::Content> + Send + 'static,
    name: &str,
    pointer: &'static str,
) -> Result<Table> {
    let (floor, name) = (floor.clone(), name.to_owned());
    tokio::task::spawn_blocking(move || {
        let mut content = content(&floor)?;
        let folder = floor.data().join("tmp");
        std::fs::create_dir_all(&folder)?;
        let mut plain = tempfile::NamedTempFile::new_in(&folder)?;
        std::io::copy(&mut content, plain.as_file_mut())?;
        let plain = Arc::new(plain.into_temp_path());
        let source = Source::new(name, move || {
            Ok(Box::new(std::fs::File::open(&*plain)?) as Box<dyn paper::ReadSeek>)
        });
        Table::read(source, Limits::default()).map_err(|e| file_problem(pointer, &e))
    })
    .await
    .map_err(Problem::internal)?
}

/// Finds the sheet and the titles of a table.
pub(crate) fn layout(table: &Table, wanted: &[Wanted], pointer: &'static str) -> Result<Layout> {
    let titles: Vec<Vec<String>> = wanted
        .iter()
        .map(|(_, titles, _)| titles.iter().map(|t| (*t).to_owned()).collect())
        .collect();
    let known: Vec<Known<'_>> = wanted
        .iter()
        .zip(&titles)
        .map(|((key, _, required), titles)| Known {
            key,
            titles,
            required: *required,
        })
        .collect();
    let mut fault = None;
    for sheet in 0..table.sheets.len() {
        let rows = table.rows(sheet).map_err(|e| file_problem(pointer, &e))?;
        match Header::find(rows, &known) {
            Ok(header) => {
                return Ok(Layout {
                    sheet,
                    header_row: header.last_row,
                    columns: header.columns,
                    titles: header.titles,
                });
            }
            Err(error) => {
                fault.get_or_insert(error);
            }
        }
    }
    Err(match fault {
        Some(fault) => file_problem(pointer, &fault),
        None => Problem::new(&FILE),
    })
}

/// The rows below the titles: number and text by key of the column.
pub(crate) fn rows(
    table: &Table,
    layout: &Layout,
    pointer: &'static str,
    mut each: impl FnMut(u64, &dyn Fn(&str) -> String) -> Result<()>,
) -> Result<()> {
    let rows = table
        .rows(layout.sheet)
        .map_err(|e| file_problem(pointer, &e))?;
    for row in rows {
        let row = row.map_err(|e| file_problem(pointer, &e))?;
        if row.number <= layout.header_row || row.is_blank() {
            continue;
        }
        let text = |key: &str| {
            let column = layout.columns.get(key);
            column.map_or_else(String::new, |at| row.text(*at).trim().to_owned())
        };
        each(row.number, &text)?;
    }
    Ok(())
}

/// The user's own file with a column that says what is wrong with which row.
pub(crate) async fn returned(
    ctx: &Ctx,
    table: Table,
    layout: Layout,
    name: &str,
    reasons: BTreeMap<u64, (String, String)>,
) -> Result<Response> {
    let english = ctx.locale() == Locale::En;
    let folder = ctx.floor().data().join("tmp");
    let (format, bytes) = tokio::task::spawn_blocking(move || {
        std::fs::create_dir_all(&folder)?;
        let mut out = tempfile::tempfile_in(folder)?;
        let reasons = reasons
            .into_iter()
            .map(|(row, (zh, en))| (row, if english { en } else { zh }))
            .collect();
        let note = Annotation {
            sheet: layout.sheet,
            header_row: layout.header_row,
            title: if english { "Errors" } else { "错误原因" },
            reasons: &reasons,
        };
        let done = paper::annotate(&table, &note, std::io::BufWriter::new(&mut out))
            .map_err(|e| file_problem("/file", &e))?;
        out.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut out, &mut bytes)?;
        Ok::<_, Problem>((done.format, bytes))
    })
    .await
    .map_err(Problem::internal)??;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let media = if format == paper::Format::Csv {
        files::CSV
    } else {
        files::XLSX
    };
    download(
        bytes,
        media,
        &format!("{stem}-错误标注.{}", format.extension()),
    )
}

/// The answer that carries a file made for it.
pub(crate) fn download(bytes: Vec<u8>, media: &'static str, name: &str) -> Result<Response> {
    Response::builder()
        .header(header::CONTENT_TYPE, media)
        .header(header::CONTENT_DISPOSITION, files::disposition(name))
        .body(Body::from(bytes))
        .map_err(Problem::internal)
}

/// A workbook of one sheet.
pub(crate) fn workbook(
    title: &str,
    lines: Vec<String>,
    columns: &[paper::Column],
    rows: &[Vec<String>],
    total: Option<Vec<String>>,
) -> Result<Vec<u8>> {
    let failed = |e: PaperError| Problem::internal(e.en());
    let heading = paper::Heading {
        title: title.to_owned(),
        lines,
        foot: Vec::new(),
    };
    let mut book = paper::Book::new();
    let mut sheet = book.sheet("明细", &heading, columns).map_err(failed)?;
    for row in rows {
        sheet.row(row).map_err(failed)?;
    }
    if let Some(total) = total {
        sheet.total(&total).map_err(failed)?;
    }
    sheet.finish().map_err(failed)?;
    let mut bytes = Vec::new();
    book.write(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
