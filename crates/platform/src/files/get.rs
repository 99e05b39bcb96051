//! Finding and serving stored files.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures::TryStreamExt;
use kernel::DivisionCode;
use utoipa_axum::{router::OpenApiRouter, routes as paths};
use uuid::Uuid;

use super::blob::Content;
use crate::{
    authz,
    ctx::Ctx,
    db::{Conn, Sql},
    floor::Floor,
    http::Path,
    problem::{Problem, Result},
};

/// A file's row.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// The key.
    pub id: Uuid,
    /// The blob's address.
    pub blob: String,
    /// SM3 of the content.
    pub digest: Vec<u8>,
    /// Bytes.
    pub size: i64,
    /// The media type.
    pub media: String,
    /// The name that the user sees.
    pub name: String,
    /// The permission that reading needs.
    pub permission: String,
    /// The division whose scope reading needs.
    pub division: Option<String>,
    /// The section.
    pub section: Option<String>,
    /// Whether it shows data of persons.
    pub personal: bool,
    /// Who made it.
    pub created_by: Uuid,
}

/// The row of a file. Checks no right: the caller has.
///
/// # Errors
/// When the database fails.
pub async fn find(floor: &Floor, conn: &Conn, id: Uuid) -> Result<Option<FileRow>> {
    let sql = Sql::new(
        "select blob, digest, size, media, name, permission, division, section, personal, \
         created_by from file where id = ",
    )
    .bind(id);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let name: Vec<u8> = row.try_get_by_index(4)?;
    Ok(Some(FileRow {
        id,
        blob: row.try_get_by_index(0)?,
        digest: row.try_get_by_index(1)?,
        size: row.try_get_by_index(2)?,
        media: row.try_get_by_index(3)?,
        name: floor.vault().open_text("file", "name", id, &name)?,
        permission: row.try_get_by_index(5)?,
        division: row.try_get_by_index(6)?,
        section: row.try_get_by_index(7)?,
        personal: row.try_get_by_index(8)?,
        created_by: row.try_get_by_index(9)?,
    }))
}

/// Opens content that was stored just now and is not named by a row yet.
///
/// # Errors
/// When the blob is missing or was altered.
pub fn open_stored(floor: &Floor, stored: &super::Stored) -> Result<Content> {
    Content::open(floor, &stored.blob)
}

/// Opens the content of a file for reading.
///
/// # Errors
/// When the blob is missing or altered.
pub fn open(floor: &Floor, file: &FileRow) -> Result<Content> {
    Content::open(floor, &file.blob)
}

/// Whether the actor may read the file: made it, or holds its permission over its division.
fn may_read(ctx: &Ctx, file: &FileRow) -> bool {
    if !ctx.permits(&file.permission) {
        return false;
    }
    match &file.division {
        None => file.created_by == ctx.actor().user,
        Some(code) => ctx
            .rights()
            .scope(&file.permission)
            .contains_code(code, file.section.as_deref()),
    }
}

/// Downloads a file.
#[utoipa::path(get, path = "/files/{id}", operation_id = "platform.file.get", tag = "platform",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut reader = ctx.query(&authz::FILE_GET).await?;
    let file = find(ctx.floor(), reader.conn(), id)
        .await?
        .filter(|file| may_read(&ctx, file))
        .ok_or_else(Problem::not_found)?;
    if file.personal {
        let place = file
            .division
            .as_deref()
            .and_then(|d| DivisionCode::parse(d).ok());
        reader.opened("file", id, place.as_ref().unwrap_or(&ctx.actor().division));
    }
    reader.finish().await?;
    serve(ctx.floor(), &file)
}

/// The answer that carries a file, streamed, as a download under its own name.
///
/// # Errors
/// When the blob is missing.
pub fn serve(floor: &Floor, file: &FileRow) -> Result<Response> {
    let content = open(floor, file)?;
    let stream = content
        .stream()
        .map_err(|p| std::io::Error::other(p.to_string()));
    let mut response = Body::from_stream(stream).into_response();
    let headers = response.headers_mut();
    if let Ok(media) = HeaderValue::try_from(file.media.as_str()) {
        headers.insert(header::CONTENT_TYPE, media);
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.size));
    if let Ok(value) = HeaderValue::try_from(disposition(&file.name)) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// `attachment` with the name in the form of RFC 6266 / RFC 5987.
pub fn disposition(name: &str) -> String {
    let mut encoded = String::new();
    for b in name.bytes() {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
            encoded.push(b as char);
        } else {
            encoded.push_str(&format!("%{b:02X}"));
        }
    }
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "-._".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

/// The routes under `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new().routes(paths!(get))
}
