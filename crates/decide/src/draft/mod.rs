//! What an officer has typed and not handed in yet: kept for that officer alone, sealed, so that
//! a power cut or another customer at the counter costs nothing.

pub(crate) mod get;
pub(crate) mod save;

use chrono::{DateTime, Utc};
use platform::{Conn, Ctx, Problem, Result, Sql, Tx, bulk};
use serde_json::{Map, Value};

use crate::problems::DRAFT_LONG;

/// The longest draft, as JSON.
const LONGEST: usize = 256 * 1024;

/// A draft.
pub(crate) struct Draft {
    pub values: Map<String, Value>,
    pub saved_at: DateTime<Utc>,
}

fn seal_place(owner: uuid::Uuid, place: &str) -> Vec<u8> {
    format!("{owner}/{place}").into_bytes()
}

/// One's own draft for a place.
pub(crate) async fn find(ctx: &Ctx, conn: &Conn, place: &str) -> Result<Option<Draft>> {
    let owner = ctx.actor().user;
    let sql = Sql::new("select body, saved_at from draft where owner = ")
        .bind(owner)
        .text(" and place = ")
        .bind(place);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let sealed: Vec<u8> = row.try_get_by_index(0)?;
    let vault = ctx.floor().vault();
    let plain = vault.open("draft", "body", seal_place(owner, place), &sealed)?;
    Ok(Some(Draft {
        values: serde_json::from_slice(&plain)?,
        saved_at: row.try_get_by_index(1)?,
    }))
}

/// Saves one's own draft in the place of an earlier one.
pub(crate) async fn save(
    tx: &mut Tx,
    place: &str,
    values: &Map<String, Value>,
) -> Result<DateTime<Utc>> {
    let plain = serde_json::to_vec(values)?;
    if plain.len() > LONGEST {
        return Err(Problem::new(&DRAFT_LONG));
    }
    let owner = tx.ctx().actor().user;
    let now = tx.floor().now();
    let sealed = tx
        .floor()
        .vault()
        .seal("draft", "body", seal_place(owner, place), &plain);
    let sql = Sql::with(
        "insert into draft (owner, place, body, saved_at) values (?, ?, ?, ?) \
         on conflict (owner, place) do update set body = excluded.body, saved_at = excluded.saved_at",
        [owner.into(), place.into(), sealed.into(), now.into()],
    );
    bulk::execute(tx, sql).await?;
    Ok(now)
}

/// Takes one's own draft away.
pub(crate) async fn drop(tx: &mut Tx, place: &str) -> Result<()> {
    let sql = Sql::new("delete from draft where owner = ")
        .bind(tx.ctx().actor().user)
        .text(" and place = ")
        .bind(place);
    bulk::execute(tx, sql).await?;
    Ok(())
}

/// The name of a draft of one's own outside a case.
fn own_place(name: &str) -> Result<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || name.len() > 60 || !name.chars().all(plain) {
        return Err(Problem::invalid().field(
            "/name",
            "草稿名称只用小写字母、数字和连字符，最多60个",
            "The name of a draft has small letters, digits and hyphens only, at most 60.",
        ));
    }
    Ok(format!("own/{name}"))
}
