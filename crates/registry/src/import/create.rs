//! `POST /imports`: an upload.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartRejection};
use chrono::NaiveDate;
use kernel::{Bilingual, dates};
use pack::model::ImportKind;
use platform::files::{self, NewFile, Source, Stored};
use platform::{Answer, Change, Ctx, Problem, Result, Sql, Tx, bulk};
use uuid::Uuid;

use super::layout::{Matched, file_problem, match_files};
use super::store::{self, Import};
use super::{read_job, spool};
use crate::authz::{IMPORT_CREATE, IMPORT_RETURNED};
use crate::catalogue;
use crate::problems::NO_KIND;

/// A file of an upload.
pub struct UploadFile {
    /// Its name, by which nothing is decided but which may tell two lists apart.
    pub name: String,
    /// Which file of the kind it is, where the user said so.
    pub key: Option<String>,
    /// Its content.
    pub source: Source,
}

/// An upload.
pub struct NewUpload {
    /// Key of the kind of import.
    pub kind: String,
    /// The day from which what the files say holds; today where not said.
    pub as_of: Option<NaiveDate>,
    /// The files.
    pub files: Vec<UploadFile>,
}

/// What is on disk already.
struct Kept {
    name: String,
    key: Option<String>,
    stored: Stored,
}

/// Uploads a roster of one or more files.
#[utoipa::path(
    post, path = "/imports", operation_id = IMPORT_CREATE.id, tag = "registry",
    request_body(content_type = "multipart/form-data", description = "kind, as_of (optional), one part per file"),
    responses((status = 201, body = Import))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let form = form.map_err(|e| Problem::new(&platform::problem::kinds::MEDIA_TYPE).because(e))?;
    let (kind, as_of, kept) = receive(&ctx, form).await?;
    let (tx, id) = begin(&ctx, &kind, as_of, kept).await?;
    let row = store::find(tx.conn(), tx.scope(), id).await?;
    let import = store::view(&ctx, tx.conn(), row).await?;
    tx.finish(201, &import).await
}

/// Uploads a roster; for the demo and the commands.
///
/// # Errors
/// Files that cannot be read or are not those of the kind; nothing is kept then.
pub async fn create(ctx: &Ctx, upload: NewUpload) -> Result<Import> {
    let mut kept = Vec::new();
    for file in upload.files {
        let stored = files::store(ctx.floor(), file.source).await?;
        kept.push(Kept {
            name: file.name,
            key: file.key,
            stored,
        });
    }
    let (tx, id) = begin(ctx, &upload.kind, upload.as_of, kept).await?;
    let row = store::find(tx.conn(), tx.scope(), id).await?;
    let import = store::view(ctx, tx.conn(), row).await?;
    tx.commit().await?;
    Ok(import)
}

async fn receive(ctx: &Ctx, mut form: Multipart) -> Result<(String, Option<NaiveDate>, Vec<Kept>)> {
    if !ctx.permits(IMPORT_CREATE.permission) {
        return Err(Problem::new(&platform::problem::kinds::DENIED));
    }
    let malformed = |e: axum::extract::multipart::MultipartError| {
        Problem::new(&platform::problem::kinds::MALFORMED).because(e)
    };
    let (mut kind, mut as_of, mut kept) = (None, None, Vec::new());
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        match (name.as_str(), field.file_name().map(str::to_owned)) {
            (_, Some(file)) => {
                let key = (!matches!(name.as_str(), "file" | "files" | "files[]")).then_some(name);
                kept.push(Kept {
                    name: file,
                    key,
                    stored: store_field(ctx, field).await?,
                });
            }
            ("kind", None) => kind = Some(field.text().await.map_err(malformed)?),
            ("as_of", None) => {
                let text = field.text().await.map_err(malformed)?;
                let day = dates::parse_date(&text)
                    .map_err(|e| Problem::invalid().field("/as_of", e.zh(), e.en()))?;
                as_of = Some(day);
            }
            _ => {}
        }
    }
    let kind = kind.ok_or_else(|| {
        Problem::invalid().field("/kind", "请选择导入类型", "Choose the kind of import.")
    })?;
    Ok((kind, as_of, kept))
}

async fn store_field(ctx: &Ctx, mut field: Field<'_>) -> Result<Stored> {
    // The part borrows the form, so it is handed over piece by piece.
    let (out, pieces) = tokio::sync::mpsc::channel::<std::io::Result<bytes::Bytes>>(4);
    let pieces = futures::stream::unfold(
        pieces,
        |mut p| async move { p.recv().await.map(|x| (x, p)) },
    );
    let floor = ctx.floor().clone();
    let storing =
        tokio::spawn(async move { files::store(&floor, Source::Stream(Box::pin(pieces))).await });
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

async fn begin(
    ctx: &Ctx,
    kind: &str,
    as_of: Option<NaiveDate>,
    kept: Vec<Kept>,
) -> Result<(Tx, Uuid)> {
    let catalogue = catalogue::in_force(ctx.floor())?;
    let kind = catalogue.kind(kind).ok_or_else(|| Problem::new(&NO_KIND))?;
    if kept.is_empty() {
        return Err(Problem::invalid().field("/files", "请选择文件", "Choose the files."));
    }
    let today = ctx.floor().today();
    if as_of.is_some_and(|day| day > today) {
        return Err(Problem::invalid().field(
            "/as_of",
            "数据日期不能晚于今天",
            "The day of the data cannot lie in the future.",
        ));
    }
    let mut tables = Vec::new();
    for (position, file) in kept.iter().enumerate() {
        let stored = file.stored.clone();
        let open = move |floor: &platform::Floor| files::open_stored(floor, &stored);
        let table = spool::open_blob(ctx.floor(), open, &file.name)
            .await?
            .map_err(|e| file_problem(position, &e))?;
        tables.push((file.name.clone(), file.key.clone(), table));
    }
    let known = kind.clone();
    let (matched, encodings) = tokio::task::spawn_blocking(move || {
        let matched = match_files(&known, &tables)?;
        let encodings: Vec<Option<&'static str>> = matched
            .iter()
            .map(|m| tables[m.upload].2.encoding())
            .collect();
        Ok::<_, Problem>((matched, encodings))
    })
    .await
    .map_err(Problem::internal)??;
    let mut tx = ctx.begin(&IMPORT_CREATE, None).await?;
    let id = ctx.floor().new_id();
    write(
        &mut tx,
        id,
        kind,
        as_of.unwrap_or(today),
        &kept,
        matched,
        encodings,
    )
    .await?;
    let job = tx
        .enqueue(read_job::KIND, &read_job::Args { import: id })
        .await?;
    bulk::execute(
        &mut tx,
        Sql::new("update import set job = ")
            .bind(job)
            .text(" where id = ")
            .bind(id),
    )
    .await?;
    Ok((tx, id))
}

async fn write(
    tx: &mut Tx,
    id: Uuid,
    kind: &ImportKind,
    as_of: NaiveDate,
    kept: &[Kept],
    matched: Vec<Matched>,
    encodings: Vec<Option<&'static str>>,
) -> Result<()> {
    let ctx = tx.ctx().clone();
    let division = ctx.actor().division;
    let sql = Sql::with(
        "insert into import (id, kind, kind_zh, kind_en, status, as_of, division, revision, parts, \
         created_by, created_at) values (?, ?, ?, ?, 'reading', ?, ?, 0, 0, ?, ?)",
        [
            id.into(),
            kind.key.as_str().into(),
            kind.label.zh.as_str().into(),
            kind.label.en.as_str().into(),
            as_of.into(),
            division.as_str().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    bulk::execute(tx, sql).await?;
    let mut digests = Vec::new();
    for (position, (m, encoding)) in matched.into_iter().zip(encodings).enumerate() {
        let position = position as i32;
        let upload = &kept[m.upload];
        let file = files::attach(
            tx,
            &upload.stored,
            NewFile {
                name: &upload.name,
                media: "application/octet-stream",
                permission: IMPORT_RETURNED.permission,
                division: Some(&division),
                section: None,
                noun: Some("import"),
                subject: Some(id.to_string()),
                personal: true,
            },
        )
        .await?;
        let name = ctx.floor().vault().seal(
            "import_file",
            "name",
            store::name_place(id, position),
            upload.name.as_bytes(),
        );
        let sql = Sql::with(
            "insert into import_file (import, position, file_key, file, name, digest, row_count, \
             encoding, layout) values (?, ?, ?, ?, ?, ?, 0, ?, ?)",
            [
                id.into(),
                position.into(),
                kind.files[m.file].key.as_str().into(),
                file.into(),
                name.into(),
                upload.stored.digest.to_vec().into(),
                encoding.into(),
                serde_json::to_string(&m.layout)?.into(),
            ],
        );
        bulk::execute(tx, sql).await?;
        digests.push(platform::hash::hex(&upload.stored.digest));
    }
    let what = serde_json::json!({"kind": kind.key, "as_of": as_of, "files": digests});
    tx.record(Change::created("import", id, &division, &what));
    Ok(())
}
