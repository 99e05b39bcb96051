//! `POST /letters`: one document of many cases is printed together, and the copies are handed out
//! as one file.

use axum::response::Response;
use paper::{Letter, Setting};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Query, Result, Sql, bulk};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::print::copy;
use super::served;
use super::show::{Copied, answer, copied};
use crate::authz::{LETTER_BATCH, LETTER_BATCH_SHOW};
use crate::case::act::Work;
use crate::case::{NOUN, store};

/// So many letters are printed together at most: one stack of paper.
const MOST: usize = 200;

/// Letters to be printed together.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewLetterBatch)]
pub(crate) struct NewBatch {
    /// Key of the document.
    document: String,
    /// The cases, in the order in which they are printed; 200 at most.
    cases: Vec<Uuid>,
    /// Large print.
    #[serde(default)]
    large: bool,
}

/// A copy of the batch.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BatchCopy)]
pub(crate) struct CopyView {
    /// The case.
    case: Uuid,
    /// The letter.
    letter: Uuid,
    /// Its number.
    number: String,
    /// Which copy this is, from 1.
    nth: i32,
}

/// The batch that was printed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = LetterBatch)]
pub(crate) struct BatchView {
    /// Key; the file is under `/letter-batches/{id}`.
    id: Uuid,
    /// Its copies in order.
    copies: Vec<CopyView>,
}

/// Makes the letters that are missing, each with its number, and records a copy of every one; all
/// or none.
#[utoipa::path(
    post, path = "/letters", operation_id = LETTER_BATCH.id, tag = "decide",
    request_body = NewBatch,
    responses((status = 201, body = BatchView), (status = 422, description = "decide.letter.unknown"))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<NewBatch>) -> Result<Answer> {
    checked(&body)?;
    let mut tx = ctx.begin(&LETTER_BATCH, None).await?;
    let id = ctx.floor().new_id();
    let mut copies = Vec::with_capacity(body.cases.len());
    for (n, case) in body.cases.iter().enumerate() {
        let work = Work::open(&tx, *case).await?;
        let printed = copy(&mut tx, &ctx, &work, &body.document, body.large, false).await;
        let printed = printed.map_err(|problem| {
            let number = work.row.number.clone().unwrap_or_default();
            problem.field(
                format!("/cases/{n}"),
                format!("案件{number}不能制作这份文书"),
                format!("Case {number} has no such letter."),
            )
        })?;
        copies.push(CopyView {
            case: *case,
            letter: printed.letter,
            number: printed.number,
            nth: printed.nth,
        });
    }
    let row = vec![
        id.into(),
        body.document.as_str().into(),
        body.large.into(),
        ctx.actor().user.into(),
        ctx.floor().now().into(),
    ];
    let columns = ["id", "document", "large", "made_by", "made_at"];
    bulk::insert(&mut tx, "letter_batch", &columns, [row]).await?;
    let rows = copies.iter().enumerate().map(|(n, copy)| {
        let seq = i32::try_from(n).unwrap_or(i32::MAX);
        vec![id.into(), seq.into(), copy.letter.into(), copy.nth.into()]
    });
    let rows: Vec<_> = rows.collect();
    let columns = ["batch", "seq", "letter", "nth"];
    bulk::insert(&mut tx, "letter_batch_copy", &columns, rows).await?;
    let said = json!({"document": body.document, "letters": copies.len(), "large": body.large});
    tx.record(Change::created(
        "letter_batch",
        id,
        &ctx.actor().division,
        &said,
    ));
    tx.finish(201, &BatchView { id, copies }).await
}

fn checked(body: &NewBatch) -> Result<()> {
    let mut seen = std::collections::BTreeSet::new();
    let twice = body.cases.iter().any(|case| !seen.insert(*case));
    if body.cases.is_empty() || body.cases.len() > MOST || twice {
        return Err(Problem::invalid().field(
            "/cases",
            format!("请选择1至{MOST}件案件，每件一次"),
            format!("Choose 1 to {MOST} cases, each once."),
        ));
    }
    Ok(())
}

/// How.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    /// html or docx; html where it is left out.
    format: Option<String>,
}

/// Hands out the copies of a batch as one file, each letter on pages of its own; for the one who
/// printed it.
#[utoipa::path(
    get, path = "/letter-batches/{id}", operation_id = LETTER_BATCH_SHOW.id, tag = "decide",
    params(("id" = Uuid, Path), How),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn show(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(how): Query<How>,
) -> Result<Response> {
    let mut reader = ctx.query(&LETTER_BATCH_SHOW).await?;
    let conn = reader.conn();
    let sql = Sql::new("select large from letter_batch where id = ")
        .bind(id)
        .text(" and made_by = ")
        .bind(ctx.actor().user);
    let large: Option<bool> = conn.scalar(sql).await?;
    let setting = Setting {
        large: large.ok_or_else(Problem::not_found)?,
    };
    let sql = Sql::new("select letter, nth from letter_batch_copy where batch = ")
        .bind(id)
        .text(" order by seq");
    let mut all = Vec::new();
    let mut opened = Vec::new();
    let mut title = String::new();
    for row in conn.rows(sql).await? {
        let letter: Uuid = row.try_get_by_index(0)?;
        let found = super::letter(conn, ctx.floor().vault(), letter).await?;
        let case = store::find(conn, reader.scope(), found.case).await?;
        let one = copied(ctx.floor(), conn, &found, &case, row.try_get_by_index(1)?).await?;
        title.clone_from(&one.label);
        all.push(one);
        opened.push((case.id, case.division));
    }
    let count = all.len();
    for (case, division) in opened {
        reader.opened(NOUN, case, &division);
    }
    reader.finish().await?;
    let title = format!("{title}（{count}份）");
    let word = how.format.as_deref() == Some("docx");
    if word && let Some(bytes) = Copied::together(&all, setting)? {
        return served(bytes, &title);
    }
    let letters = all.iter().map(Copied::letter).collect::<Result<Vec<_>>>()?;
    answer(&Letter::join(letters), &title, setting, word)
}
