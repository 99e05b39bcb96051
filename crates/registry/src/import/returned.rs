//! `GET /imports/{id}/returned/{file}`: the user's own file with a column that says what is
//! wrong.

use std::collections::BTreeMap;
use std::io::{Seek, SeekFrom};

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use paper::{Annotation, Format, annotate};
use platform::{Ctx, Locale, Path, Problem, Result, Sql, files};
use tokio_util::io::ReaderStream;
use uuid::Uuid;

use super::rows::FaultView;
use super::{spool, store};
use crate::authz::IMPORT_RETURNED;

/// The user's own file with a column 错误原因.
#[utoipa::path(
    get, path = "/imports/{id}/returned/{file}", operation_id = IMPORT_RETURNED.id, tag = "registry",
    params(("id" = Uuid, Path), ("file" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream"))
)]
pub(crate) async fn handle(ctx: Ctx, Path((id, file)): Path<(Uuid, String)>) -> Result<Response> {
    let (name, format, mut bytes) = make(&ctx, id, &file).await?;
    bytes.seek(SeekFrom::Start(0))?;
    let body = Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(bytes)));
    let media = if format == Format::Csv {
        files::CSV
    } else {
        files::XLSX
    };
    Response::builder()
        .header(header::CONTENT_TYPE, media)
        .header(header::CONTENT_DISPOSITION, files::disposition(&name))
        .body(body)
        .map_err(Problem::internal)
}

/// Makes the file; answers its name, format and content.
pub(crate) async fn make(
    ctx: &Ctx,
    id: Uuid,
    key: &str,
) -> Result<(String, Format, std::fs::File)> {
    let mut reader = ctx.query(&IMPORT_RETURNED).await?;
    let import = store::find(reader.conn(), reader.scope(), id).await?;
    let files = store::files(ctx, reader.conn(), id).await?;
    let (position, file) = files
        .iter()
        .enumerate()
        .find(|(_, f)| f.key == key)
        .ok_or_else(Problem::not_found)?;
    let english = ctx.locale() == Locale::En;
    let mut reasons: BTreeMap<u64, String> = BTreeMap::new();
    let sql = Sql::new("select row_number, faults from import_row where import = ")
        .bind(id)
        .text(" and position = ")
        .bind(position as i32);
    reader
        .conn()
        .for_each(sql, |row| {
            let number = row.try_get_by_index::<i64>(0)?.unsigned_abs();
            let faults: Vec<FaultView> = serde_json::from_str(&row.try_get_by_index::<String>(1)?)?;
            let words: Vec<String> = faults.iter().map(|f| f.words(english)).collect();
            reasons.insert(number, words.join(if english { "; " } else { "；" }));
            Ok(())
        })
        .await?;
    let division = kernel::DivisionCode::parse(&import.division).unwrap_or(ctx.actor().division);
    reader.opened("import", id, &division);
    reader.finish().await?;
    let table = spool::open(ctx, file.file, &file.name)
        .await?
        .map_err(|e| super::layout::file_problem(position, &e))?;
    let (sheet, header_row) = (file.layout.sheet, file.layout.header_row);
    let folder = ctx.floor().data().join("tmp");
    let (format, bytes) = tokio::task::spawn_blocking(move || {
        let mut out = tempfile::tempfile_in(folder)?;
        let title = if english { "Errors" } else { "错误原因" };
        let note = Annotation {
            sheet,
            header_row,
            title,
            reasons: &reasons,
        };
        let done = annotate(&table, &note, std::io::BufWriter::new(&mut out))
            .map_err(|e| super::layout::file_problem(0, &e))?;
        Ok::<_, Problem>((done.format, out))
    })
    .await
    .map_err(Problem::internal)??;
    let stem = file
        .name
        .rsplit_once('.')
        .map_or(file.name.as_str(), |(stem, _)| stem);
    Ok((
        format!("{stem}-错误标注.{}", format.extension()),
        format,
        bytes,
    ))
}

impl FaultView {
    fn words(&self, english: bool) -> String {
        let text = if english { &self.en } else { &self.zh };
        match (self.column.is_empty(), english) {
            (true, _) => text.clone(),
            (false, true) => format!("{}: {text}", self.column),
            (false, false) => format!("{}：{text}", self.column),
        }
    }
}
