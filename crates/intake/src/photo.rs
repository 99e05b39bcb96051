//! Photographs of papers, and the signature drawn on the screen.

use axum::{
    extract::{Multipart, multipart::MultipartRejection},
    response::Response,
};
use chrono::{DateTime, Utc};
use platform::{
    Answer, Change, Conn, Path, Problem, Result, Sql, Tx, bulk,
    files::{self, NewFile, PICTURE_MAX, Source, Unusable},
    problem::kinds,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Citizen,
    authz::{PHOTO_ADD, PHOTO_REMOVE, SUBMISSION_LIST},
    problems::{PHOTO, PHOTO_COUNT, PHOTO_SIZE},
    submission::{NOUN, model::Step, store},
};

/// So many photographs a submission may have.
const PHOTOS_MAX: usize = 20;
/// What a photograph may show.
const KINDS: [&str; 8] = [
    "identity",
    "register_book",
    "income",
    "illness",
    "disability",
    "house",
    "signature",
    "other",
];

/// A photograph.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = SubmissionPhoto)]
pub(crate) struct PhotoView {
    /// Key of the file.
    pub id: Uuid,
    /// identity, register_book, income, illness, disability, house, signature or other.
    pub kind: String,
    /// Its media type.
    pub media: String,
    /// Bytes.
    pub size: i64,
    /// When it was added.
    pub added_at: DateTime<Utc>,
}

/// The photographs of a submission, in the order in which they came.
pub(crate) async fn of(conn: &Conn, submission: Uuid) -> Result<Vec<PhotoView>> {
    let sql = Sql::new(
        "select file, kind, media, size, added_at from submission_photo where submission = ",
    )
    .bind(submission)
    .text(" order by added_at, file");
    let rows = conn.rows(sql).await?;
    rows.iter()
        .map(|row| {
            Ok(PhotoView {
                id: row.try_get_by_index(0)?,
                kind: row.try_get_by_index(1)?,
                media: row.try_get_by_index(2)?,
                size: row.try_get_by_index(3)?,
                added_at: row.try_get_by_index(4)?,
            })
        })
        .collect()
}

/// Whether the signature was drawn.
pub(crate) async fn signed(conn: &Conn, submission: Uuid) -> Result<bool> {
    Ok(of(conn, submission)
        .await?
        .iter()
        .any(|p| p.kind == "signature"))
}

/// A photograph as it came in.
struct Sent {
    kind: String,
    media: &'static str,
    bytes: Vec<u8>,
}

async fn receive(form: std::result::Result<Multipart, MultipartRejection>) -> Result<Sent> {
    let mut form = form.map_err(|e| Problem::new(&kinds::MEDIA_TYPE).because(e))?;
    let malformed = |e| Problem::new(&kinds::MALFORMED).because(e);
    let too_large = || {
        let most = PICTURE_MAX / 1024 / 1024;
        Problem::new(&PHOTO_SIZE).detail(
            format!("一张照片不超过{most}MB。"),
            format!("A photograph has at most {most} MB."),
        )
    };
    let (mut kind, mut bytes) = (None, None);
    while let Some(mut field) = form.next_field().await.map_err(malformed)? {
        match field.name() {
            Some("kind") => kind = Some(field.text().await.map_err(malformed)?),
            Some("file") => {
                bytes = Some(
                    files::read_part(&mut field, PICTURE_MAX)
                        .await?
                        .ok_or_else(too_large)?,
                );
            }
            _ => {}
        }
    }
    let kind = kind
        .filter(|k| KINDS.contains(&k.as_str()))
        .ok_or_else(|| {
            Problem::invalid().field(
                "/kind",
                "请选择材料种类",
                "Choose what the photograph shows.",
            )
        })?;
    let bytes = bytes
        .ok_or_else(|| Problem::invalid().field("/file", "请选择照片", "Choose a photograph."))?;
    let media = files::picture(&bytes).map_err(|why| match why {
        Unusable::TooLarge => too_large(),
        Unusable::NoPicture => Problem::new(&PHOTO).detail(
            "请上传 JPG、PNG、WebP 照片或 PDF 扫描件。",
            "Send a photograph (JPEG, PNG, WebP) or a PDF scan.",
        ),
        Unusable::Active => Problem::new(&PHOTO).detail(
            "这个 PDF 带有会自动运行的内容，请改拍照片。",
            "This PDF would run something when opened; take a photograph instead.",
        ),
    })?;
    Ok(Sent { kind, media, bytes })
}

async fn mine(tx: &Tx, citizen: &Citizen, id: Uuid) -> Result<store::Row> {
    let condition = Sql::new("s.id = ")
        .bind(id)
        .text(" and ")
        .push(citizen.only("s.citizen"));
    let row = store::one(tx.conn(), tx.floor().vault(), condition).await?;
    row.status.after(Step::Save)?;
    Ok(row)
}

/// Adds a photograph to a draft. A new signature takes the place of the old one.
#[utoipa::path(
    post, path = "/portal/submissions/{id}/photos", operation_id = PHOTO_ADD.id, tag = "intake",
    params(("id" = Uuid, Path)),
    request_body(content_type = "multipart/form-data", description = "kind and file"),
    responses((status = 201, body = PhotoView))
)]
pub(crate) async fn add(
    citizen: Citizen,
    Path(id): Path<Uuid>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let sent = receive(form).await?;
    let size = i64::try_from(sent.bytes.len()).unwrap_or(i64::MAX);
    let floor = citizen.ctx.floor();
    let stored = files::store(floor, Source::Bytes(sent.bytes)).await?;
    let mut tx = citizen.ctx.begin(&PHOTO_ADD, None).await?;
    let row = mine(&tx, &citizen, id).await?;
    let there = of(tx.conn(), id).await?;
    if sent.kind == "signature" {
        for old in there.iter().filter(|p| p.kind == "signature") {
            forget(&tx, id, old.id).await?;
        }
    } else if there.len() >= PHOTOS_MAX {
        return Err(Problem::new(&PHOTO_COUNT));
    }
    let name = format!(
        "{}.{}",
        sent.kind,
        sent.media.rsplit('/').next().unwrap_or("jpeg")
    );
    let file = files::attach(
        &mut tx,
        &stored,
        NewFile {
            name: &name,
            media: sent.media,
            permission: SUBMISSION_LIST.permission,
            division: Some(&row.division),
            section: None,
            noun: Some(NOUN),
            subject: Some(id.to_string()),
            personal: true,
        },
    )
    .await?;
    let view = PhotoView {
        id: file,
        kind: sent.kind,
        media: sent.media.to_owned(),
        size,
        added_at: floor.now(),
    };
    let values = vec![
        id.into(),
        file.into(),
        view.kind.as_str().into(),
        view.media.as_str().into(),
        size.into(),
        view.added_at.into(),
    ];
    let columns = ["submission", "file", "kind", "media", "size", "added_at"];
    bulk::insert(&mut tx, "submission_photo", &columns, [values]).await?;
    tx.record(Change::created(
        "submission_photo",
        file,
        &row.division,
        &view,
    ));
    tx.finish(201, &view).await
}

async fn forget(tx: &Tx, submission: Uuid, file: Uuid) -> Result<u64> {
    let sql = Sql::new("delete from submission_photo where submission = ")
        .bind(submission)
        .text(" and file = ")
        .bind(file);
    let gone = tx.conn().run(sql).await?;
    let sql = Sql::new("delete from file where id = ").bind(file);
    tx.conn().run(sql).await?;
    Ok(gone)
}

/// Takes a photograph away again.
#[utoipa::path(
    delete, path = "/portal/submissions/{id}/photos/{photo}", operation_id = PHOTO_REMOVE.id, tag = "intake",
    params(("id" = Uuid, Path), ("photo" = Uuid, Path)), responses((status = 204))
)]
pub(crate) async fn remove(
    citizen: Citizen,
    Path((id, photo)): Path<(Uuid, Uuid)>,
) -> Result<Answer> {
    let mut tx = citizen.ctx.begin(&PHOTO_REMOVE, None).await?;
    let row = mine(&tx, &citizen, id).await?;
    let there = of(tx.conn(), id).await?;
    let view = there
        .iter()
        .find(|p| p.id == photo)
        .ok_or_else(Problem::not_found)?;
    forget(&tx, id, photo).await?;
    tx.record(Change::removed(
        "submission_photo",
        photo,
        &row.division,
        view,
    ));
    tx.answer_empty();
    tx.commit().await?;
    Ok(Answer {
        status: 204,
        body: None,
        etag: None,
    })
}

/// Shows a citizen an own photograph.
#[utoipa::path(
    get, path = "/portal/submissions/{id}/photos/{photo}", operation_id = crate::authz::PHOTO_SHOW.id, tag = "intake",
    params(("id" = Uuid, Path), ("photo" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn show(
    citizen: Citizen,
    Path((id, photo)): Path<(Uuid, Uuid)>,
) -> Result<Response> {
    let reader = citizen.ctx.query(&crate::authz::PHOTO_SHOW).await?;
    let floor = citizen.ctx.floor();
    let condition = Sql::new("s.id = ")
        .bind(id)
        .text(" and ")
        .push(citizen.only("s.citizen"));
    store::one(reader.conn(), floor.vault(), condition).await?;
    let there = of(reader.conn(), id).await?;
    if !there.iter().any(|p| p.id == photo) {
        return Err(Problem::not_found());
    }
    let file = files::find(floor, reader.conn(), photo)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.finish().await?;
    files::serve(floor, &file)
}
