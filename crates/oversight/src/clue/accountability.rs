//! Who was held to account for what (追责问责).

use chrono::NaiveDate;
use directory::{DivisionRef, Named, division_names};
use platform::audit::digest_ids;
use platform::{
    Answer, Change, Ctx, Json, Page, PageQuery, Path, Problem, Query, Result, Sql, Total,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::store;
use crate::authz::{ACCOUNTABILITY_LIST, HOLD_TO_ACCOUNT};
use crate::model::ClueStatus;
use crate::words;

/// Somebody is held to account.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct NewAccountability {
    /// The person.
    name: String,
    /// The post at the time.
    post: String,
    /// For what.
    cause: String,
    /// The measure, of the pack's list.
    measure: String,
    /// The day of the document.
    day: NaiveDate,
    /// Number of the document.
    document: String,
}

/// Somebody who was held to account.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct AccountabilityView {
    id: Uuid,
    clue_id: Uuid,
    clue_number: String,
    division: DivisionRef,
    name: String,
    post: String,
    cause: String,
    measure: Named,
    day: NaiveDate,
    document: String,
}

/// Records that somebody was held to account for a clue that is so.
#[utoipa::path(post, path = "/clues/{id}/accountability", operation_id = HOLD_TO_ACCOUNT.id, tag = "oversight",
    params(("id" = Uuid, Path)), request_body = NewAccountability, responses((status = 201, body = AccountabilityView)))]
pub(crate) async fn create(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(new): Json<NewAccountability>,
) -> Result<Answer> {
    for (text, pointer) in [
        (&new.name, "/name"),
        (&new.post, "/post"),
        (&new.cause, "/cause"),
        (&new.document, "/document"),
    ] {
        crate::said(text, pointer)?;
    }
    let mut tx = ctx.begin(&HOLD_TO_ACCOUNT, None).await?;
    let clue = store::find(tx.conn(), tx.scope(), id).await?;
    clue.status.require(
        &[ClueStatus::Closed],
        ("登记问责", "recording accountability"),
    )?;
    if clue.answer.as_deref() != Some("yes") {
        return Err(Problem::new(&crate::problems::STATE).detail(
            "线索查否，不能登记问责。",
            "The clue was found not to be so.",
        ));
    }
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    let place = crate::place(&clue.division)?;
    let measure = words::choice(&pack, &place, "measure", &new.measure, "/measure")?;
    let key = ctx.floor().new_id();
    let name = ctx
        .floor()
        .vault()
        .seal("accountability", "name", key, new.name.trim().as_bytes());
    let sql = Sql::with(
        "insert into accountability (id, clue, division, name, post, cause, measure, day, document, \
         created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            key.into(),
            id.into(),
            clue.division.as_str().into(),
            name.into(),
            new.post.trim().into(),
            new.cause.trim().into(),
            new.measure.as_str().into(),
            new.day.into(),
            new.document.trim().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    let what =
        json!({"clue": clue.number, "measure": new.measure, "document": new.document.trim()});
    tx.record(Change::created("accountability", key, &place, &what));
    let places = division_names(tx.conn(), [clue.division.clone()]).await?;
    let view = AccountabilityView {
        id: key,
        clue_id: id,
        clue_number: clue.number,
        division: places.get(&clue.division),
        name: new.name,
        post: new.post,
        cause: new.cause,
        measure,
        day: new.day,
        document: new.document,
    };
    tx.finish(201, &view).await
}

/// Whose accountability.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct AccountabilityQuery {
    /// Of a run.
    run: Option<Uuid>,
    /// Of one clue.
    clue: Option<Uuid>,
}

/// Those who were held to account.
#[utoipa::path(get, path = "/accountability", operation_id = ACCOUNTABILITY_LIST.id, tag = "oversight",
    params(AccountabilityQuery, PageQuery), responses((status = 200, body = Page<AccountabilityView>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Query(query): Query<AccountabilityQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<AccountabilityView>>> {
    let mut reader = ctx.query(&ACCOUNTABILITY_LIST).await?;
    let conn = reader.conn();
    let pack = words::pack(ctx.floor(), conn).await?;
    let mut condition = reader.scope().sql("a.division");
    if let Some(run) = query.run {
        condition = condition.text(" and c.run = ").bind(run);
    }
    if let Some(clue) = query.clue {
        condition = condition.text(" and a.clue = ").bind(clue);
    }
    let from = "from accountability a join clue c on c.id = a.clue where ";
    let total: i64 = conn
        .scalar(Sql::new(format!("select count(*) {from}")).push(condition.clone()))
        .await?
        .unwrap_or(0);
    let sql = Sql::new(format!(
        "select a.id, a.clue, c.number, a.division, a.name, a.post, a.cause, a.measure, a.day, a.document {from}"
    ))
    .push(condition)
    .text(" order by a.day desc, a.id limit ")
    .bind(page.limit())
    .text(" offset ")
    .bind(page.offset());
    let rows = conn.rows(sql).await?;
    let mut codes = Vec::new();
    for row in &rows {
        codes.push(row.try_get_by_index::<String>(3)?);
    }
    let places = division_names(conn, codes.clone()).await?;
    let mut items = Vec::new();
    for (row, code) in rows.iter().zip(codes) {
        let id: Uuid = row.try_get_by_index(0)?;
        let sealed: Vec<u8> = row.try_get_by_index(4)?;
        let measure: String = row.try_get_by_index(7)?;
        items.push(AccountabilityView {
            id,
            clue_id: row.try_get_by_index(1)?,
            clue_number: row.try_get_by_index(2)?,
            division: places.get(&code),
            name: ctx
                .floor()
                .vault()
                .open_text("accountability", "name", id, &sealed)?,
            post: row.try_get_by_index(5)?,
            cause: row.try_get_by_index(6)?,
            measure: words::shown(&pack, &crate::place(&code)?, "measure", &measure),
            day: row.try_get_by_index(8)?,
            document: row.try_get_by_index(9)?,
        });
    }
    let ids = digest_ids(items.iter().map(|a| a.id.as_bytes().to_vec()));
    reader.listed(
        "accountability",
        &json!({"run": query.run, "clue": query.clue}),
        items.len() as u64,
        ids,
    );
    reader.finish().await?;
    Ok(Json(Page::new(
        items,
        Some(Total::rows(crate::count(total))),
    )))
}
