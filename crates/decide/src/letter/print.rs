//! `POST /cases/{id}/letters`: a letter is made, or printed once more.

use chrono::Datelike;
use kernel::DivisionLevel;
use platform::{Answer, Change, Ctx, Json, Path, Result, Tx, bulk};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{copies, letters, template, values};
use crate::authz::LETTER_PRINT;
use crate::case::act::Work;

/// A letter to be printed.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPrint {
    /// Key of the document.
    document: String,
    /// Large print.
    #[serde(default)]
    large: bool,
    /// Makes the letter anew from the case as it stands, with a number of its own, instead of
    /// printing again what was said before.
    #[serde(default)]
    anew: bool,
}

/// A copy that may be fetched now.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Printed {
    /// The letter.
    pub(super) letter: Uuid,
    /// Its number.
    pub(super) number: String,
    /// Which copy this is, from 1.
    pub(super) nth: i32,
}

/// Makes a letter with its number from the values of the case, or prints the one on record again;
/// each copy is recorded.
#[utoipa::path(
    post, path = "/cases/{id}/letters", operation_id = LETTER_PRINT.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = NewPrint,
    responses((status = 201, body = Printed), (status = 422, description = "decide.letter.unknown"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<NewPrint>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&LETTER_PRINT, None).await?;
    let work = Work::open(&tx, id).await?;
    let printed = copy(&mut tx, &ctx, &work, &body.document, body.large, body.anew).await?;
    tx.finish(201, &printed).await
}

/// One more copy of a document of a case; the letter is made where there is none, or anew.
pub(super) async fn copy(
    tx: &mut Tx,
    ctx: &Ctx,
    work: &Work,
    document: &str,
    large: bool,
    anew: bool,
) -> Result<Printed> {
    let text = template(&work.bureau.pack, document, &work.row.division)?;
    let known = letters(tx.conn(), tx.floor().vault(), work.row.id).await?;
    let last = known.into_iter().rev().find(|l| l.document == document);
    let (letter, number) = match last.filter(|_| !anew) {
        Some(letter) => (letter.id, letter.number),
        None => make(tx, ctx, work, text).await?,
    };
    let nth = copies(tx.conn(), letter).await?.len() + 1;
    let nth = i32::try_from(nth).unwrap_or(i32::MAX);
    let row = vec![
        letter.into(),
        nth.into(),
        large.into(),
        ctx.actor().user.into(),
        ctx.floor().now().into(),
    ];
    let columns = ["letter", "nth", "large", "printed_by", "printed_at"];
    bulk::insert(tx, "letter_print", &columns, [row]).await?;
    let said = json!({"letter": letter, "document": document, "number": number, "copy": nth});
    tx.record(Change::created(
        "case_letter",
        letter,
        &work.row.division,
        &said,
    ));
    Ok(Printed {
        letter,
        number,
        nth,
    })
}

async fn make(
    tx: &mut Tx,
    ctx: &Ctx,
    work: &Work,
    text: &pack::model::TemplateText,
) -> Result<(Uuid, String)> {
    let place = &work.row.division;
    let area = place.at(DivisionLevel::Township).unwrap_or(*place);
    let year = ctx.floor().today().year();
    let serial = tx.serial(area.short(), "letter", year).await?;
    let number = format!("{}-WS-{year}-{serial:05}", area.short());
    let mut said = values::said(tx, ctx, work, text, &number).await?;
    let today = ctx.floor().today();
    let own = crate::template::in_force(tx.conn(), place, &text.key, today).await?;
    said.office = own.map(|version| version.id);
    let id = ctx.floor().new_id();
    let plain = serde_json::to_vec(&said)?;
    let sealed = ctx.floor().vault().seal("case_letter", "body", id, &plain);
    let row = vec![
        id.into(),
        work.row.id.into(),
        text.key.as_str().into(),
        number.as_str().into(),
        sealed.into(),
        ctx.actor().user.into(),
        ctx.floor().now().into(),
    ];
    let columns = [
        "id", "case_id", "document", "number", "body", "made_by", "made_at",
    ];
    bulk::insert(tx, "case_letter", &columns, [row]).await?;
    Ok((id, number))
}
