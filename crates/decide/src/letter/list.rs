//! `GET /cases/{id}/letters`.

use chrono::{DateTime, Utc};
use directory::{UserRef, user_names};
use flow::State;
use platform::{Ctx, Json, Path, Result};
use serde::Serialize;
use uuid::Uuid;

use super::{copies, letters};
use crate::authz::LETTER_LIST;
use crate::case::{Bureau, NOUN, store};

/// A copy that was printed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = LetterCopy)]
pub(crate) struct CopyView {
    /// Which, from 1.
    nth: i32,
    /// Large print.
    large: bool,
    /// Who printed it.
    by: UserRef,
    /// When.
    at: DateTime<Utc>,
}

/// A document of the case: one that is due, and the letter where it was made.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseLetter)]
pub(crate) struct LetterView {
    /// Key of the document.
    document: String,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// The letter; none where it was not made yet.
    letter: Option<Uuid>,
    /// Its number.
    number: Option<String>,
    /// Who made it.
    by: Option<UserRef>,
    /// When.
    at: Option<DateTime<Utc>>,
    /// Its copies.
    copies: Vec<CopyView>,
}

/// Lists the documents that the case has made due, with the letters made and their copies.
#[utoipa::path(
    get, path = "/cases/{id}/letters", operation_id = LETTER_LIST.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = Vec<LetterView>))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Vec<LetterView>>> {
    let mut reader = ctx.query(&LETTER_LIST).await?;
    let conn = reader.conn();
    let vault = ctx.floor().vault();
    let row = store::find(conn, reader.scope(), id).await?;
    let case = store::case(conn, vault, &row).await?;
    let bureau = Bureau::kept(ctx.floor(), conn, &row).await?;
    let made = letters(conn, vault, id).await?;
    let mut shown = Vec::new();
    let label = |key: &str| {
        bureau
            .pack
            .template(key, &row.division)
            .map(|t| t.label.clone())
    };
    for one in &made {
        let copies = copies(conn, one.id).await?;
        let people = copies.iter().map(|c| c.by).chain([one.by]);
        let names = user_names(conn, people).await?;
        let label = label(&one.document).unwrap_or_default();
        shown.push(LetterView {
            document: one.document.clone(),
            zh: label.zh,
            en: label.en,
            letter: Some(one.id),
            number: Some(one.number.clone()),
            by: Some(names.get(one.by)),
            at: Some(one.at),
            copies: copies
                .iter()
                .map(|c| CopyView {
                    nth: c.nth,
                    large: c.large,
                    by: names.get(c.by),
                    at: c.at,
                })
                .collect(),
        });
    }
    for document in State::of(&case).documents {
        let known = shown.iter().any(|s| s.document == document);
        // Not every document of a procedure is a letter: some are forms of the case itself.
        if let (false, Some(label)) = (known, label(&document)) {
            shown.push(LetterView {
                document,
                zh: label.zh,
                en: label.en,
                letter: None,
                number: None,
                by: None,
                at: None,
                copies: Vec::new(),
            });
        }
    }
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    Ok(Json(shown))
}
