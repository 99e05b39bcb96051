//! A roll as the API shows it, cut down to the area of the one who looks.

use directory::{DivisionRef, Named, UserRef};
use kernel::{Money, Month};
use platform::db::{Conn, Sql};
use platform::{Floor, Result, Scope};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::core::state::RollStatus;
use crate::repo::{self, Roll};
use crate::trade;

/// 户, 人 and 元.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Sums {
    /// 户
    pub households: i64,
    /// 人
    pub persons: i64,
    /// 元
    #[schema(value_type = String, example = "1317.00")]
    pub amount: Money,
}

/// How many persons changed against the month before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Changes {
    /// Not in the last roll.
    pub new: i64,
    /// Not in this roll.
    pub stopped: i64,
    /// More than last month.
    pub raised: i64,
    /// Less than last month.
    pub lowered: i64,
    /// The same amount elsewhere.
    pub moved: i64,
}

/// One division's part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ByDivision {
    /// Where.
    pub division: DivisionRef,
    /// Its sums.
    #[serde(flatten)]
    pub sums: Sums,
}

/// One component's part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ByComponent {
    /// Base, top-up, care …
    pub component: Named,
    /// 人
    pub persons: i64,
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
}

/// A figure printed in a document, beside the computed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Beside {
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
}

/// A roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RollAnswer {
    /// Key.
    pub id: Uuid,
    /// The programme.
    pub programme: Named,
    /// The month.
    #[schema(value_type = String, example = "2022-10")]
    pub month: Month,
    /// computing, draft, submitted, approved or locked.
    pub status: String,
    /// 户, 人 and 元 that are due, arrears included.
    #[serde(flatten)]
    pub sums: Sums,
    /// 元 to be taken back.
    #[schema(value_type = String)]
    pub recovery: Money,
    /// Awards whose amount cannot be told, because facts are missing.
    pub unresolved: i64,
    /// The month before.
    pub previous: Option<Sums>,
    /// What changed, in persons.
    pub changes: Changes,
    /// By township, for a county; else by village.
    pub by_division: Vec<ByDivision>,
    /// By component.
    pub by_component: Vec<ByComponent>,
    /// What a document prints, where it prints this month.
    pub printed: Option<Beside>,
    /// The maker.
    pub prepared_by: UserRef,
    /// The checker.
    pub approved_by: Option<UserRef>,
    /// What the checker said.
    pub opinion: Option<String>,
    /// Head of the audit chain when the roll was approved.
    pub anchor: Option<String>,
    /// For If-Match.
    pub version: i32,
}

struct Parts {
    whole: Sums,
    by_division: Vec<(String, Sums)>,
}

/// Sums within the scope, and by the level below the widest area seen.
async fn parts(conn: &Conn, scope: &Scope, roll: &Roll) -> Result<Parts> {
    let all = scope.contains_in(&roll.place, &roll.section);
    // A county sees its townships (9 digits), a township its villages (12).
    let width = if all { 9 } else { 12 };
    let sql = Sql::new(format!(
        "select substr(v.division, 1, {width}), cast(sum(v.households) as bigint), cast(sum(v.persons) as bigint), \
         cast(sum(v.amount) as bigint) from roll_division v where v.roll = "
    ))
    .bind(roll.id)
    .text(" and ")
    .push(scope.sql("v.division"))
    .text(&format!(" group by substr(v.division, 1, {width}) order by 1"));
    let mut out = Parts {
        whole: Sums::default(),
        by_division: Vec::new(),
    };
    let (mut households, mut persons, mut amount) = (0, 0, 0);
    for row in conn.rows(sql).await? {
        let code: String = row.try_get_by_index(0)?;
        let sums = Sums {
            households: row.try_get_by_index(1)?,
            persons: row.try_get_by_index(2)?,
            amount: Money::from_fen(row.try_get_by_index(3)?),
        };
        households += sums.households;
        persons += sums.persons;
        amount += sums.amount.fen();
        out.by_division.push((format!("{code:0<12}"), sums));
    }
    out.whole = match all {
        true => Sums {
            households: roll.households,
            persons: roll.persons,
            amount: Money::from_fen(roll.amount),
        },
        false => Sums {
            households,
            persons,
            amount: Money::from_fen(amount),
        },
    };
    Ok(out)
}

async fn changes(conn: &Conn, scope: &Scope, roll: &Roll) -> Result<Changes> {
    let [new, stopped, raised, lowered, moved] = roll.changes;
    if scope.contains_in(&roll.place, &roll.section) {
        return Ok(Changes {
            new,
            stopped,
            raised,
            lowered,
            moved,
        });
    }
    let sql = Sql::new("select c.kind, count(*) from roll_change c where c.programme = ")
        .bind(roll.programme.as_str())
        .text(" and c.month = ")
        .bind(roll.month.index())
        .text(" and ")
        .push(scope.sql("c.division"))
        .text(" group by c.kind");
    let mut out = Changes::default();
    for row in conn.rows(sql).await? {
        let count: i64 = row.try_get_by_index(1)?;
        match row.try_get_by_index::<String>(0)?.as_str() {
            "new" => out.new = count,
            "stopped" => out.stopped = count,
            "raised" => out.raised = count,
            "lowered" => out.lowered = count,
            _ => out.moved = count,
        }
    }
    Ok(out)
}

/// Rolls as the API shows them.
pub(crate) async fn shown(
    floor: &Floor,
    conn: &Conn,
    scope: &Scope,
    list: &[Roll],
) -> Result<Vec<RollAnswer>> {
    let users = list
        .iter()
        .flat_map(|roll| std::iter::once(roll.prepared_by).chain(roll.approved_by));
    let users = directory::user_names(conn, users).await?;
    let mut out = Vec::with_capacity(list.len());
    for roll in list {
        let programme = trade::named(floor, conn, &roll.place, &roll.programme, roll.month).await;
        let parts = parts(conn, scope, roll).await?;
        let divisions = directory::division_names(
            conn,
            parts.by_division.iter().map(|(code, _)| code.as_str()),
        )
        .await?;
        let previous =
            match repo::roll_of(conn, &roll.programme, roll.month.prev(), &roll.place).await? {
                Some(previous) => Some(self::parts(conn, scope, &previous).await?.whole),
                None => None,
            };
        let mut by_component = Vec::new();
        if scope.contains_in(&roll.place, &roll.section) {
            let sql =
                Sql::new("select component, persons, amount from roll_component where roll = ")
                    .bind(roll.id)
                    .text(" order by component");
            for row in conn.rows(sql).await? {
                by_component.push(ByComponent {
                    component: programme.component(&row.try_get_by_index::<String>(0)?),
                    persons: row.try_get_by_index(1)?,
                    amount: Money::from_fen(row.try_get_by_index(2)?),
                });
            }
        }
        out.push(RollAnswer {
            id: roll.id,
            programme: programme.named(),
            month: roll.month,
            status: roll.status.word().into(),
            sums: parts.whole,
            recovery: Money::from_fen(roll.recovery),
            unresolved: roll.unresolved,
            previous,
            changes: changes(conn, scope, roll).await?,
            by_division: parts
                .by_division
                .into_iter()
                .map(|(code, sums)| ByDivision {
                    division: divisions.get(&code),
                    sums,
                })
                .collect(),
            by_component,
            printed: printed(floor, conn, roll).await?,
            prepared_by: users.get(roll.prepared_by),
            approved_by: roll
                .approved_by
                .filter(|_| roll.status >= RollStatus::Approved)
                .map(|id| users.get(id)),
            opinion: roll.opinion.clone(),
            anchor: roll.anchor.clone(),
            version: roll.version,
        });
    }
    Ok(out)
}

/// The amount that a document prints for exactly this programme and month.
async fn printed(floor: &Floor, conn: &Conn, roll: &Roll) -> Result<Option<Beside>> {
    let Some(release) = crate::outside::world(floor)
        .release_on(floor, conn, roll.month)
        .await?
    else {
        return Ok(None);
    };
    let found = release.pack.printed().iter().find(|printed| {
        printed.programmes == [roll.programme.clone()]
            && printed.from == Some(roll.month)
            && printed.to == Some(roll.month)
    });
    Ok(found
        .and_then(|printed| printed.amount)
        .map(|amount| Beside { amount }))
}

/// One roll as the API shows it.
pub(crate) async fn one(
    floor: &Floor,
    conn: &Conn,
    scope: &Scope,
    roll: &Roll,
) -> Result<RollAnswer> {
    let mut list = shown(floor, conn, scope, std::slice::from_ref(roll)).await?;
    list.pop()
        .ok_or_else(|| platform::Problem::internal("a list of one is empty"))
}
