//! Phrases for opinions: those that officers keep for themselves, beside those of the pack's
//! forms.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, bulk};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::authz::{PHRASE_CREATE, PHRASE_DELETE, PHRASE_LIST};

/// The most that one officer keeps.
const MOST: i64 = 50;

/// A phrase.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Phrase {
    /// Key.
    id: Uuid,
    /// The words.
    text: String,
}

/// A phrase to be kept.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPhrase {
    /// The words, at most 200 characters; they should name nobody.
    text: String,
}

/// The officer's own phrases.
#[utoipa::path(
    get, path = "/phrases", operation_id = PHRASE_LIST.id, tag = "decide",
    responses((status = 200, body = Vec<Phrase>))
)]
pub(crate) async fn list(ctx: Ctx) -> Result<Json<Vec<Phrase>>> {
    let reader = ctx.query(&PHRASE_LIST).await?;
    let sql = Sql::new("select id, body from phrase where owner = ")
        .bind(ctx.actor().user)
        .text(" order by made_at, id");
    let mut found = Vec::new();
    for row in reader.conn().rows(sql).await? {
        found.push(Phrase {
            id: row.try_get_by_index(0)?,
            text: row.try_get_by_index(1)?,
        });
    }
    reader.finish().await?;
    Ok(Json(found))
}

/// Keeps a phrase.
#[utoipa::path(
    post, path = "/phrases", operation_id = PHRASE_CREATE.id, tag = "decide",
    request_body = NewPhrase, responses((status = 201, body = Phrase))
)]
pub(crate) async fn create(ctx: Ctx, Json(body): Json<NewPhrase>) -> Result<Answer> {
    let text = body.text.trim().to_owned();
    let long = text.chars().count();
    if long == 0 || long > 200 {
        return Err(Problem::invalid().field(
            "/text",
            "常用语为1至200字",
            "A phrase has 1 to 200 characters.",
        ));
    }
    let mut tx = ctx.begin(&PHRASE_CREATE, None).await?;
    let sql = Sql::new("select count(*) from phrase where owner = ").bind(ctx.actor().user);
    if tx.conn().scalar::<i64>(sql).await?.unwrap_or(0) >= MOST {
        return Err(Problem::invalid().field(
            "/text",
            format!("常用语最多{MOST}条，请先删除不用的"),
            format!("At most {MOST} phrases are kept; delete one first."),
        ));
    }
    let id = ctx.floor().new_id();
    let row = vec![
        id.into(),
        ctx.actor().user.into(),
        text.as_str().into(),
        0i32.into(),
        ctx.floor().now().into(),
    ];
    let columns = ["id", "owner", "body", "used", "made_at"];
    bulk::insert(&mut tx, "phrase", &columns, [row]).await?;
    let place = ctx.actor().division;
    tx.record(Change::created(
        "phrase",
        id,
        &place,
        &json!({"kept": true}),
    ));
    tx.finish(201, &Phrase { id, text }).await
}

/// Forgets one of the officer's own phrases.
#[utoipa::path(
    delete, path = "/phrases/{id}", operation_id = PHRASE_DELETE.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = Phrase))
)]
pub(crate) async fn delete(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&PHRASE_DELETE, None).await?;
    let sql = Sql::new("select body from phrase where id = ")
        .bind(id)
        .text(" and owner = ")
        .bind(ctx.actor().user);
    let text: String = tx
        .conn()
        .scalar(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let sql = Sql::new("delete from phrase where id = ").bind(id);
    bulk::execute(&mut tx, sql).await?;
    let place = ctx.actor().division;
    tx.record(Change::updated(
        "phrase",
        id,
        &place,
        &json!({"kept": true}),
        &json!({"kept": false}),
    ));
    tx.finish(200, &Phrase { id, text }).await
}
