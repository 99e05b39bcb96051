//! The rows of accounts and of citizens' sessions.

use chrono::{DateTime, NaiveDate, Utc};
use directory::Settings;
use kernel::{DivisionCode, IdNumber};
use platform::{Conn, Floor, Problem, Result, Sql, Tx, Vault, bulk};
use uuid::Uuid;

/// The vault's domain of the search key of accounts.
const INDEX: &str = "citizen_id_number";

/// An account as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub id: Uuid,
    pub name: String,
    pub phone: String,
    pub division: DivisionCode,
    pub code: Option<Vec<u8>>,
    pub code_until: Option<DateTime<Utc>>,
    pub code_day: Option<NaiveDate>,
    pub codes: i32,
    pub failures: i32,
    pub locked_until: Option<DateTime<Utc>>,
}

/// What a session's cookie leads to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    pub session: Uuid,
    pub citizen: Uuid,
    pub division: DivisionCode,
}

/// The search key of an identity number.
pub(crate) fn index(vault: &Vault, id: &IdNumber) -> Vec<u8> {
    vault.index(INDEX, id.as_str()).to_vec()
}

/// The account of an identity number.
pub(crate) async fn by_number(
    conn: &Conn,
    vault: &Vault,
    id: &IdNumber,
) -> Result<Option<Account>> {
    let sql = Sql::new(
        "select id, name, phone, division, code, code_until, code_day, codes, failures, \
         locked_until from citizen where index_id = ",
    )
    .bind(index(vault, id));
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let id: Uuid = row.try_get_by_index(0)?;
    let sealed = |column: &str, i| -> Result<String> {
        let bytes: Vec<u8> = row.try_get_by_index(i)?;
        vault.open_text("citizen", column, id, &bytes)
    };
    let division: String = row.try_get_by_index(3)?;
    Ok(Some(Account {
        id,
        name: sealed("name", 1)?,
        phone: sealed("phone", 2)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        code: row.try_get_by_index(4)?,
        code_until: row.try_get_by_index(5)?,
        code_day: row.try_get_by_index(6)?,
        codes: row.try_get_by_index(7)?,
        failures: row.try_get_by_index(8)?,
        locked_until: row.try_get_by_index(9)?,
    }))
}

/// The name and the identity number of an account, for the officers of its area.
pub(crate) async fn named(
    conn: &Conn,
    vault: &Vault,
    citizen: Uuid,
) -> Result<(String, String, String)> {
    let sql = Sql::new("select name, id_number, phone from citizen where id = ").bind(citizen);
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    let sealed = |column: &str, i| -> Result<String> {
        let bytes: Vec<u8> = row.try_get_by_index(i)?;
        vault.open_text("citizen", column, citizen, &bytes)
    };
    Ok((
        sealed("name", 0)?,
        sealed("id_number", 1)?,
        sealed("phone", 2)?,
    ))
}

/// Who somebody says to be.
pub(crate) struct Claimed {
    pub id: IdNumber,
    pub name: String,
    pub phone: String,
    pub division: DivisionCode,
}

/// Enters an account that nobody has signed in to yet.
pub(crate) async fn insert(tx: &mut Tx, who: &Claimed) -> Result<Uuid> {
    let id = tx.floor().new_id();
    let vault = tx.floor().vault().clone();
    let now = tx.floor().now();
    let columns = [
        "id",
        "index_id",
        "id_number",
        "name",
        "phone",
        "division",
        "status",
        "codes",
        "failures",
        "created_at",
    ];
    let sealed = |column: &str, text: &str| vault.seal("citizen", column, id, text.as_bytes());
    let row = vec![
        id.into(),
        index(&vault, &who.id).into(),
        sealed("id_number", who.id.as_str()).into(),
        sealed("name", &who.name).into(),
        sealed("phone", &who.phone).into(),
        who.division.as_str().into(),
        "waiting".into(),
        0.into(),
        0.into(),
        now.into(),
    ];
    bulk::insert(tx, "citizen", &columns, [row]).await?;
    Ok(id)
}

/// Takes away accounts that were begun and never signed in to, a day after their code ended.
pub(crate) async fn forget_waiting(tx: &Tx) -> Result<()> {
    let before = tx.floor().now() - chrono::Duration::days(1);
    let sql =
        Sql::new("delete from citizen where status = 'waiting' and code_until < ").bind(before);
    tx.conn().run(sql).await?;
    Ok(())
}

/// The session of a cookie, where it still counts.
pub(crate) async fn held(floor: &Floor, conn: &Conn, token: &[u8]) -> Result<Option<Held>> {
    let whole = Settings::of(floor).whole;
    let sql = Sql::new(
        "select s.id, c.id, c.division from citizen_session s join citizen c on c.id = s.citizen \
         where s.ended_at is null and s.token = ",
    )
    .bind(token.to_vec())
    .text(" and s.created_at > ")
    .bind(floor.now() - whole);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let division: String = row.try_get_by_index(2)?;
    Ok(Some(Held {
        session: row.try_get_by_index(0)?,
        citizen: row.try_get_by_index(1)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
    }))
}
