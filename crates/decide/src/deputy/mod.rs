//! Standing in for somebody: from a day to a day, written down, seen by whoever may see the area.
//!
//! A deputy acts under the own name with the roles of whoever is away. Two hands stay two people,
//! because every rule of two people asks for names and never for roles.

pub(crate) mod colleagues;
pub(crate) mod create;
pub(crate) mod end;
pub(crate) mod hand_over;
pub(crate) mod list;

use chrono::NaiveDate;
use directory::UserRef;
use kernel::DivisionCode;
use platform::{Conn, Ctx, Floor, Grant, Principal, Problem, Result, Roles, Sql};
use serde::Serialize;
use uuid::Uuid;

/// The permission that makes somebody an officer of casework.
const WORKS: &str = "decide.case.act";

/// A time of standing in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Deputy {
    /// Key.
    pub id: Uuid,
    /// Who is away.
    pub absent: UserRef,
    /// Who stands in.
    pub deputy: UserRef,
    /// The area of whoever is away.
    pub division: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who wrote it down.
    pub made_by: UserRef,
    /// The day it was ended before its time.
    pub ended_on: Option<NaiveDate>,
    /// For `If-Match`.
    pub version: i32,
}

/// A user with the rights of this moment; those who are locked or unknown are told apart nowhere.
async fn principal(floor: &Floor, user: Uuid) -> Result<Principal> {
    let authenticator = floor
        .authenticator()
        .ok_or_else(|| Problem::new(&platform::problem::kinds::UNAUTHENTICATED))?;
    let found = authenticator.principal(floor, user).await?;
    found.ok_or_else(|| Problem::new(&crate::problems::DEPUTY_WHO))
}

/// The grants of casework that a user holds on a day over a place.
fn works(roles: &Roles, principal: &Principal, place: &DivisionCode, day: NaiveDate) -> Vec<Grant> {
    let held = principal.grants.iter().filter(|g| {
        g.holds_on(day)
            && (g.division.contains(place) || place.contains(&g.division))
            && roles.get(&g.role).is_some_and(|r| r.allows(WORKS))
    });
    held.cloned().collect()
}

/// The grants of those for whom the officer stands in today.
pub(crate) async fn stood_in_for(ctx: &Ctx, conn: &Conn) -> Result<Vec<Grant>> {
    let today = ctx.floor().today();
    let sql = Sql::new("select absent, division from deputy where ended_on is null and deputy = ")
        .bind(ctx.actor().user)
        .text(" and from_day <= ")
        .bind(today)
        .text(" and to_day >= ")
        .bind(today);
    let mut held = Vec::new();
    for row in conn.rows(sql).await? {
        let (absent, division): (Uuid, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let place = DivisionCode::parse(&division).map_err(Problem::internal)?;
        // Whoever was locked meanwhile has nothing left that another could do instead.
        if let Ok(absent) = principal(ctx.floor(), absent).await {
            held.extend(works(&ctx.floor().roles(), &absent, &place, today));
        }
    }
    Ok(held)
}

const COLUMNS: &str = "d.id, d.absent, d.deputy, d.division, d.from_day, d.to_day, d.reason, d.made_by, d.ended_on, d.version";

/// Rows as they are shown.
async fn shown(conn: &Conn, sql: Sql) -> Result<Vec<Deputy>> {
    let rows = conn.rows(sql).await?;
    let mut users = Vec::new();
    for row in &rows {
        for at in [1, 2, 7] {
            users.push(row.try_get_by_index::<Uuid>(at)?);
        }
    }
    let names = directory::user_names(conn, users).await?;
    rows.iter()
        .map(|row| {
            Ok(Deputy {
                id: row.try_get_by_index(0)?,
                absent: names.get(row.try_get_by_index(1)?),
                deputy: names.get(row.try_get_by_index(2)?),
                division: row.try_get_by_index(3)?,
                from: row.try_get_by_index(4)?,
                to: row.try_get_by_index(5)?,
                reason: row.try_get_by_index(6)?,
                made_by: names.get(row.try_get_by_index(7)?),
                ended_on: row.try_get_by_index(8)?,
                version: row.try_get_by_index(9)?,
            })
        })
        .collect()
}

/// One of them within a scope.
async fn find(conn: &Conn, scope: &platform::Scope, id: Uuid) -> Result<Deputy> {
    let sql = Sql::new(format!("select {COLUMNS} from deputy d where "))
        .push(scope.sql("d.division"))
        .text(" and d.id = ")
        .bind(id);
    let found = shown(conn, sql).await?.pop();
    found.ok_or_else(Problem::not_found)
}
