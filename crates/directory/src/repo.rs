//! Finders. Tables of staff are read through the scope of the caller; the bare ones here serve
//! signing in, where nobody is known yet, and names, which every signed-in user may see.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kernel::DivisionCode;
use platform::{Problem, Result, Sql};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use crate::entity::{division, grant, organisation, session, user};

/// How many keys one `in (…)` holds, below the bound of either database.
const KEYS: usize = 500;

/// The areas of some codes.
pub(crate) async fn divisions_by_code<C: ConnectionTrait>(
    conn: &C,
    codes: BTreeSet<String>,
) -> Result<Vec<division::Model>> {
    let codes: Vec<String> = codes.into_iter().collect();
    let mut found = Vec::with_capacity(codes.len());
    for some in codes.chunks(KEYS) {
        found.extend(
            division::Entity::find()
                .filter(division::Column::Code.is_in(some.iter().cloned()))
                .all(conn)
                .await?,
        );
    }
    Ok(found)
}

/// The area of a code, where it exists on a day.
pub(crate) async fn find_division<C: ConnectionTrait>(
    conn: &C,
    code: &DivisionCode,
    day: NaiveDate,
) -> Result<Option<division::Model>> {
    Ok(division::Entity::find_by_id(code.as_str())
        .filter(on_day(day))
        .one(conn)
        .await?)
}

fn on_day(day: NaiveDate) -> Condition {
    Condition::all()
        .add(division::Column::ValidFrom.lte(day))
        .add(
            Condition::any()
                .add(division::Column::ValidTo.is_null())
                .add(division::Column::ValidTo.gte(day)),
        )
}

/// The areas of a subtree that exist on a day.
pub(crate) async fn divisions_below<C: ConnectionTrait>(
    conn: &C,
    root: &DivisionCode,
    day: NaiveDate,
) -> Result<Vec<division::Model>> {
    let (low, high) = root.range();
    Ok(division::Entity::find()
        .filter(division::Column::Code.gte(low))
        .filter(division::Column::Code.lt(high))
        .filter(on_day(day))
        .order_by_asc(division::Column::Code)
        .all(conn)
        .await?)
}

/// All areas that ever were.
pub(crate) async fn all_divisions<C: ConnectionTrait>(conn: &C) -> Result<Vec<division::Model>> {
    Ok(division::Entity::find()
        .order_by_asc(division::Column::Code)
        .all(conn)
        .await?)
}

/// The areas of a console list.
pub(crate) async fn list_divisions<C: ConnectionTrait>(
    conn: &C,
    parent: Option<&DivisionCode>,
    level: Option<&str>,
    word: Option<&str>,
    day: NaiveDate,
    most: u64,
) -> Result<Vec<division::Model>> {
    let mut query = division::Entity::find().filter(on_day(day));
    if let Some(parent) = parent {
        if level.is_some() || word.is_some() {
            let (low, high) = parent.range();
            query = query
                .filter(division::Column::Code.gte(low))
                .filter(division::Column::Code.lt(high));
        } else {
            query = query.filter(division::Column::Parent.eq(parent.as_str()));
        }
    }
    if let Some(level) = level {
        query = query.filter(division::Column::Level.eq(level));
    }
    if let Some(word) = word.map(str::trim).filter(|word| !word.is_empty()) {
        query = query.filter(division::Column::Name.contains(word));
    }
    Ok(query
        .order_by_asc(division::Column::Code)
        .limit(most)
        .all(conn)
        .await?)
}

/// Which of the areas have areas below them.
pub(crate) async fn codes_with_children<C: ConnectionTrait>(
    conn: &C,
    rows: &[division::Model],
) -> Result<BTreeSet<String>> {
    let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    let mut found = BTreeSet::new();
    for some in codes.chunks(KEYS) {
        let parents: Vec<Option<String>> = division::Entity::find()
            .select_only()
            .column(division::Column::Parent)
            .filter(division::Column::Parent.is_in(some.iter().copied()))
            .distinct()
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(parents.into_iter().flatten());
    }
    Ok(found)
}

/// Ends an area that another follows.
pub(crate) async fn end_division<C: ConnectionTrait>(
    conn: &C,
    code: &str,
    last_day: NaiveDate,
    successor: &str,
) -> Result<()> {
    division::Entity::update_many()
        .col_expr(division::Column::ValidTo, Expr::value(last_day))
        .col_expr(division::Column::Successor, Expr::value(successor))
        .filter(division::Column::Code.eq(code))
        .exec(conn)
        .await?;
    Ok(())
}

/// Successors and predecessors of an area, as far as they reach: a grant for a township goes on
/// for the one it was merged into, and covers rows that still carry the old code.
pub(crate) async fn kin<C: ConnectionTrait>(
    conn: &C,
    code: &DivisionCode,
) -> Result<Vec<DivisionCode>> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![code.as_str().to_owned()];
    while let Some(next) = open.pop() {
        let near = division::Entity::find()
            .filter(
                Condition::any()
                    .add(division::Column::Successor.eq(next.as_str()))
                    .add(division::Column::Code.eq(next.as_str())),
            )
            .all(conn)
            .await?;
        for row in near {
            let after = (row.code == next).then_some(row.successor).flatten();
            let before = (row.code != next).then_some(row.code);
            for other in [after, before].into_iter().flatten() {
                if other != code.as_str() && found.insert(other.clone()) {
                    open.push(other);
                }
            }
        }
    }
    found
        .iter()
        .map(|text| DivisionCode::parse(text).map_err(|_| Problem::internal("a stored code")))
        .collect()
}

/// The names of some users.
pub(crate) async fn user_names<C: ConnectionTrait>(
    conn: &C,
    ids: BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, String>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let mut found = BTreeMap::new();
    for some in ids.chunks(KEYS) {
        let rows: Vec<(Uuid, String)> = user::Entity::find()
            .select_only()
            .column(user::Column::Id)
            .column(user::Column::Name)
            .filter(user::Column::Id.is_in(some.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// The user of a login name.
pub(crate) async fn user_by_login<C: ConnectionTrait>(
    conn: &C,
    login: &str,
) -> Result<Option<user::Model>> {
    Ok(user::Entity::find()
        .filter(user::Column::Login.eq(login))
        .one(conn)
        .await?)
}

/// A user by key, for the session that already names them.
pub(crate) async fn user_by_id<C: ConnectionTrait>(
    conn: &C,
    id: Uuid,
) -> Result<Option<user::Model>> {
    Ok(user::Entity::find_by_id(id).one(conn).await?)
}

/// The organisation of a user.
pub(crate) async fn organisation_by_id<C: ConnectionTrait>(
    conn: &C,
    id: Uuid,
) -> Result<Option<organisation::Model>> {
    Ok(organisation::Entity::find_by_id(id).one(conn).await?)
}

/// Names of organisations.
pub(crate) async fn organisation_names<C: ConnectionTrait>(
    conn: &C,
) -> Result<BTreeMap<Uuid, String>> {
    let rows: Vec<(Uuid, String)> = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .column(organisation::Column::Name)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// All grants of some users, by key of the user.
pub(crate) async fn grants_of<C: ConnectionTrait>(
    conn: &C,
    users: &[Uuid],
) -> Result<Vec<grant::Model>> {
    let mut found = Vec::new();
    for some in users.chunks(KEYS) {
        found.extend(
            grant::Entity::find()
                .filter(grant::Column::UserId.is_in(some.iter().copied()))
                .order_by_asc(grant::Column::UserId)
                .order_by_asc(grant::Column::Role)
                .order_by_asc(grant::Column::Division)
                .order_by_asc(grant::Column::Id)
                .all(conn)
                .await?,
        );
    }
    Ok(found)
}

/// A grant by key.
pub(crate) async fn grant_by_id<C: ConnectionTrait>(
    conn: &C,
    id: Uuid,
) -> Result<Option<grant::Model>> {
    Ok(grant::Entity::find_by_id(id).one(conn).await?)
}

/// The open session of a token's digest.
pub(crate) async fn session_by_token<C: ConnectionTrait>(
    conn: &C,
    digest: &[u8],
) -> Result<Option<session::Model>> {
    Ok(session::Entity::find()
        .filter(session::Column::Token.eq(digest.to_vec()))
        .filter(session::Column::EndedAt.is_null())
        .one(conn)
        .await?)
}

/// Ends all sessions of a user, except one.
pub(crate) async fn end_sessions<C: ConnectionTrait>(
    conn: &C,
    user: Uuid,
    except: Option<Uuid>,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    let mut update = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(now))
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::EndedAt.is_null());
    if let Some(kept) = except {
        update = update.filter(session::Column::Id.ne(kept));
    }
    update.exec(conn).await?;
    Ok(())
}

/// Whether any user exists, which says whether the set-up was done.
pub(crate) async fn any_user<C: ConnectionTrait>(conn: &C) -> Result<bool> {
    let statement =
        Sql::new("select count(*) from app_user").statement(conn.get_database_backend());
    let row = conn.query_one_raw(statement).await?;
    let count: i64 = match row {
        Some(row) => row.try_get_by_index(0)?,
        None => 0,
    };
    Ok(count > 0)
}
