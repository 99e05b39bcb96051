//! Finders, filters and the shape of clues.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::masking::mask_id;
use pack::Pack;
use platform::tasks::{Lamp, lamp};
use platform::{Conn, Floor, Problem, Result, Scope, Sql};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::ClueStatus;
use crate::words;

/// A stored clue.
#[derive(Clone, Debug)]
pub(crate) struct Clue {
    pub id: Uuid,
    pub run: Uuid,
    pub number: String,
    pub division: String,
    pub kind: String,
    pub check: String,
    pub department: String,
    pub severity: String,
    pub household: Option<Uuid>,
    pub person: Option<Uuid>,
    pub name: String,
    pub id_number: Option<Vec<u8>>,
    pub zh: String,
    pub en: String,
    pub cite: String,
    pub as_of: Option<NaiveDate>,
    pub status: ClueStatus,
    pub office: Option<String>,
    pub handler: Option<Uuid>,
    pub due: Option<NaiveDate>,
    pub answer: Option<String>,
    pub answer_key: Option<String>,
    pub reason: Option<String>,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<DateTime<Utc>>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTime<Utc>>,
    pub opinion: Option<String>,
    pub version: i32,
}

const COLUMNS: &str = "c.id, c.run, c.number, c.division, c.kind, c.check_key, c.department, c.severity, c.household, \
     c.person, c.name, c.id_number, c.zh, c.en, c.cite, c.as_of, c.status, c.office, c.handler, c.due, c.answer, \
     c.answer_key, c.reason, c.answered_by, c.answered_at, c.decided_by, c.decided_at, c.opinion, c.version";

fn clue(row: &QueryResult) -> Result<Clue> {
    let status: String = row.try_get_by_index(16)?;
    Ok(Clue {
        id: row.try_get_by_index(0)?,
        run: row.try_get_by_index(1)?,
        number: row.try_get_by_index(2)?,
        division: row.try_get_by_index(3)?,
        kind: row.try_get_by_index(4)?,
        check: row.try_get_by_index(5)?,
        department: row.try_get_by_index(6)?,
        severity: row.try_get_by_index(7)?,
        household: row.try_get_by_index(8)?,
        person: row.try_get_by_index(9)?,
        name: row.try_get_by_index(10)?,
        id_number: row.try_get_by_index(11)?,
        zh: row.try_get_by_index(12)?,
        en: row.try_get_by_index(13)?,
        cite: row.try_get_by_index(14)?,
        as_of: row.try_get_by_index(15)?,
        status: ClueStatus::read(&status)?,
        office: row.try_get_by_index(17)?,
        handler: row.try_get_by_index(18)?,
        due: row.try_get_by_index(19)?,
        answer: row.try_get_by_index(20)?,
        answer_key: row.try_get_by_index(21)?,
        reason: row.try_get_by_index(22)?,
        answered_by: row.try_get_by_index(23)?,
        answered_at: row.try_get_by_index(24)?,
        decided_by: row.try_get_by_index(25)?,
        decided_at: row.try_get_by_index(26)?,
        opinion: row.try_get_by_index(27)?,
        version: row.try_get_by_index(28)?,
    })
}

impl Clue {
    /// The identity number in the clear.
    pub fn number_of(&self, floor: &Floor) -> Result<Option<String>> {
        self.id_number
            .as_ref()
            .map(|sealed| {
                floor
                    .vault()
                    .open_text("clue", "id_number", self.id, sealed)
            })
            .transpose()
    }
}

/// What clues may be narrowed to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams, utoipa::ToSchema)]
#[serde(default)]
pub(crate) struct ClueFilter {
    /// The run.
    pub run: Option<Uuid>,
    /// new, assigned, answered, closed; or open for all that are not closed.
    pub status: Option<String>,
    /// yes or no.
    pub answer: Option<String>,
    /// Kind of problem.
    pub kind: Option<String>,
    /// Key of the check.
    pub check: Option<String>,
    /// The department whose data it rests on.
    pub department: Option<String>,
    /// A division within the officer's area.
    pub division: Option<String>,
    /// Whether it is late.
    pub overdue: Option<bool>,
    /// Only those that the officer is in charge of.
    pub mine: Option<bool>,
    /// The beginning of a number, or a name.
    pub q: Option<String>,
    /// What was read back with one file.
    pub read_back: Option<Uuid>,
}

impl ClueFilter {
    /// The condition within a scope.
    pub fn condition(&self, scope: &Scope, today: NaiveDate, me: Uuid) -> Result<Sql> {
        let scope = crate::narrow(scope, self.division.as_deref())?;
        let mut sql = scope.sql("c.division");
        for (column, value) in [("run", self.run), ("read_back", self.read_back)] {
            if let Some(id) = value {
                sql = sql.text(&format!(" and c.{column} = ")).bind(id);
            }
        }
        for (column, value) in [
            ("answer", &self.answer),
            ("kind", &self.kind),
            ("check_key", &self.check),
            ("department", &self.department),
        ] {
            if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
                sql = sql.text(&format!(" and c.{column} = ")).bind(value);
            }
        }
        match self.status.as_deref().filter(|s| !s.is_empty()) {
            None => {}
            Some("open") => sql = sql.text(" and c.status <> 'closed'"),
            Some(status) => sql = sql.text(" and c.status = ").bind(status),
        }
        if self.overdue == Some(true) {
            sql = sql
                .text(" and c.status <> 'closed' and c.due < ")
                .bind(today);
        }
        if self.mine == Some(true) {
            sql = sql.text(" and c.handler = ").bind(me);
        }
        if let Some(q) = self.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
            let plain = q.replace(['%', '_'], "");
            sql = sql
                .text(" and (c.number like ")
                .bind(format!("{plain}%"))
                .text(" or c.name like ")
                .bind(format!("%{plain}%"))
                .text(")");
        }
        Ok(sql)
    }

    /// As the access log keeps it: without what was typed.
    pub fn masked(&self) -> Self {
        Self {
            q: self.q.as_ref().map(|_| "…".to_owned()),
            ..self.clone()
        }
    }
}

/// One clue within a scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Clue> {
    let sql = Sql::new(format!("select {COLUMNS} from clue c where c.id = "))
        .bind(id)
        .text(" and ")
        .push(scope.sql("c.division"));
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    clue(&row)
}

/// Clues under a condition, by number; `after` is the number before the first.
pub(crate) async fn page(
    conn: &Conn,
    condition: Sql,
    after: Option<&str>,
    limit: u64,
    offset: u64,
) -> Result<Vec<Clue>> {
    let mut sql = Sql::new(format!("select {COLUMNS} from clue c where ")).push(condition);
    if let Some(after) = after {
        sql = sql.text(" and c.number > ").bind(after);
    }
    let sql = sql
        .text(" order by c.number limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(offset).unwrap_or(i64::MAX));
    conn.rows(sql).await?.iter().map(clue).collect()
}

/// A clue as lists show it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ClueView {
    pub id: Uuid,
    pub run_id: Uuid,
    /// Public number.
    pub number: String,
    pub division: DivisionRef,
    /// What it is about, as reports name it.
    pub kind: Named,
    /// The check that found it.
    pub check: Named,
    /// Whose data it rests on.
    pub department: String,
    /// high, medium or low.
    pub severity: String,
    pub household_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub name: String,
    /// Masked.
    pub id_number: Option<String>,
    pub zh: String,
    pub en: String,
    /// The clause that makes it a clue.
    pub cite: String,
    /// Day of the data.
    pub as_of: Option<NaiveDate>,
    /// new, assigned, answered or closed.
    pub status: Named,
    /// The office in charge.
    pub office: Option<DivisionRef>,
    /// The person in charge.
    pub handler: Option<UserRef>,
    pub due: Option<NaiveDate>,
    pub lamp: Lamp,
    /// yes (查是) or no (查否).
    pub answer: Option<String>,
    /// The conclusion chosen.
    pub conclusion: Option<Named>,
    pub reason: Option<String>,
    pub answered_by: Option<UserRef>,
    #[schema(value_type = Option<String>)]
    pub answered_at: Option<DateTime<Utc>>,
    pub decided_by: Option<UserRef>,
    #[schema(value_type = Option<String>)]
    pub decided_at: Option<DateTime<Utc>>,
    pub opinion: Option<String>,
    pub version: i32,
}

/// Clues for showing, identity numbers masked.
pub(crate) async fn views(
    floor: &Floor,
    conn: &Conn,
    pack: &Pack,
    clues: Vec<Clue>,
) -> Result<Vec<ClueView>> {
    let codes = clues
        .iter()
        .flat_map(|c| std::iter::once(c.division.clone()).chain(c.office.clone()));
    let places = division_names(conn, codes).await?;
    let people = clues.iter().flat_map(|c| {
        [c.handler, c.answered_by, c.decided_by]
            .into_iter()
            .flatten()
    });
    let users = user_names(conn, people).await?;
    let today = floor.today();
    let mut kinds: BTreeMap<String, Named> = BTreeMap::new();
    let mut shown = Vec::with_capacity(clues.len());
    for clue in clues {
        let place = crate::place(&clue.division)?;
        let kind = kinds
            .entry(clue.kind.clone())
            .or_insert_with(|| words::kind(pack, &place, &clue.kind))
            .clone();
        let conclusion = match (&clue.answer, &clue.answer_key) {
            (Some(answer), Some(key)) => Some(words::shown(pack, &place, answer, key)),
            _ => None,
        };
        let (zh, en) = clue.status.names();
        let closed = clue.status == ClueStatus::Closed;
        shown.push(ClueView {
            id_number: clue.number_of(floor)?.map(|n| mask_id(&n)),
            id: clue.id,
            run_id: clue.run,
            number: clue.number,
            division: places.get(&clue.division),
            kind,
            check: words::check(pack, &clue.check),
            department: clue.department,
            severity: clue.severity,
            household_id: clue.household,
            person_id: clue.person,
            name: clue.name,
            zh: clue.zh,
            en: clue.en,
            cite: clue.cite,
            as_of: clue.as_of,
            status: Named {
                key: clue.status.word().to_owned(),
                zh: zh.to_owned(),
                en: en.to_owned(),
            },
            office: clue.office.as_deref().map(|code| places.get(code)),
            handler: clue.handler.map(|id| users.get(id)),
            due: clue.due,
            lamp: lamp(clue.due.filter(|_| !closed), today),
            answer: clue.answer,
            conclusion,
            reason: clue.reason,
            answered_by: clue.answered_by.map(|id| users.get(id)),
            answered_at: clue.answered_at,
            decided_by: clue.decided_by.map(|id| users.get(id)),
            decided_at: clue.decided_at,
            opinion: clue.opinion,
            version: clue.version,
        });
    }
    Ok(shown)
}
