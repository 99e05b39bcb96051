//! `POST /households/{id}/archives`: the archive of a household is bound.

use kernel::DivisionCode;
use paper::{Binder, Setting};
use platform::files::{self, NewFile, Source};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, bulk};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{NOUN, gather, place};
use crate::authz::{ARCHIVE_PRINT, ARCHIVE_SHOW};

/// What the archive is made for.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewArchive)]
pub(crate) struct NewArchive {
    /// Why it is printed, 500 characters at most.
    reason: String,
    /// Large print.
    #[serde(default)]
    large: bool,
}

/// A line of the directory.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArchiveEntry)]
pub(crate) struct EntryView {
    /// The case or part that begins here.
    chapter: Option<String>,
    /// What it is.
    title: String,
    /// Who made it.
    by: String,
    /// Its day.
    day: String,
    /// Its first page.
    page: usize,
}

/// The archive that was bound.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BoundArchive)]
pub(crate) struct BoundView {
    /// Key; its files are under `/archives/{id}`.
    id: Uuid,
    /// Numbered pages.
    pages: usize,
    /// The directory.
    directory: Vec<EntryView>,
    /// Files that go along because no page can show them.
    attached: usize,
}

/// Binds everything of all cases of a household that the officer may see into one PDF and one
/// page for the printer, with a directory, and keeps both for the officer.
#[utoipa::path(
    post, path = "/households/{id}/archives", operation_id = ARCHIVE_PRINT.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = NewArchive,
    responses((status = 201, body = BoundView),
        (status = 422, description = "decide.archive.empty, decide.archive.too_large"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<NewArchive>,
) -> Result<Answer> {
    crate::said(&body.reason)?;
    // Binding takes a while and no lock: everything is read in a snapshot, and written afterwards.
    let mut reader = ctx.query(&ARCHIVE_SHOW).await?;
    let floor = ctx.floor();
    let scope = ctx.scope(&ARCHIVE_PRINT);
    let family = place(reader.conn(), &scope, id, floor.today()).await?;
    let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    let (binder, cases) = gather::all(&ctx, reader.conn(), &scope, &family).await?;
    reader.opened("household", id, &division);
    reader.finish().await?;
    let setting = Setting { large: body.large };
    let title = format!("{}_{}", binder.title, family.number);
    let bound = tokio::task::spawn_blocking(move || bound(binder, setting));
    let (view, pdf, html) = bound.await.map_err(Problem::internal)?;
    let digest = platform::hash::hex(&platform::hash::sm3(&[&pdf]));
    let pdf = files::store(floor, Source::Bytes(pdf)).await?;
    let html = files::store(floor, Source::Bytes(html)).await?;
    let mut tx = ctx.begin(&ARCHIVE_PRINT, Some(&body.reason)).await?;
    let key = floor.new_id();
    let mut kept = Vec::new();
    for (stored, media, ending) in [
        (&pdf, "application/pdf", "pdf"),
        (&html, "text/html; charset=utf-8", "html"),
    ] {
        let file = NewFile {
            name: &format!("{title}.{ending}"),
            media,
            permission: ARCHIVE_SHOW.permission,
            // For the one who made it alone: its cases may belong to several sections.
            division: None,
            section: None,
            noun: Some(NOUN),
            subject: Some(key.to_string()),
            personal: true,
        };
        kept.push(files::attach(&mut tx, stored, file).await?);
    }
    let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let view = BoundView { id: key, ..view };
    let values = vec![
        key.into(),
        id.into(),
        division.as_str().into(),
        body.large.into(),
        number(view.pages).into(),
        number(view.directory.len()).into(),
        number(cases).into(),
        number(view.attached).into(),
        kept[0].into(),
        kept[1].into(),
        body.reason.trim().into(),
        ctx.actor().user.into(),
        floor.now().into(),
    ];
    let columns = [
        "id",
        "household",
        "division",
        "large",
        "pages",
        "items",
        "cases",
        "attached",
        "pdf",
        "html",
        "reason",
        "made_by",
        "made_at",
    ];
    bulk::insert(&mut tx, NOUN, &columns, [values]).await?;
    let said = json!({
        "household": id, "cases": cases, "items": view.directory.len(), "pages": view.pages,
        "large": body.large, "digest": digest,
    });
    tx.record(Change::created(NOUN, key, &division, &said));
    tx.finish(201, &view).await
}

fn bound(binder: Binder, setting: Setting) -> (BoundView, Vec<u8>, Vec<u8>) {
    let bound = binder.bind(setting);
    let lines = bound.directory().iter().map(|e| EntryView {
        chapter: e.chapter.clone(),
        title: e.title.clone(),
        by: e.by.clone(),
        day: e.day.clone(),
        page: e.page,
    });
    let view = BoundView {
        id: Uuid::nil(),
        pages: bound.pages(),
        directory: lines.collect(),
        attached: bound.attached(),
    };
    (view, bound.pdf(), bound.html().into_bytes())
}
