//! To-do items: opened and closed by commands, seen by whoever may do them, with deadline and lamp.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{DivisionCode, WorkingDays};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes as paths};
use uuid::Uuid;

use crate::{
    authz,
    ctx::Ctx,
    db::Sql,
    floor::Floor,
    http::{Json, Query},
    limits,
    paging::{Page, PageQuery, Total},
    places::{self, Place},
    problem::Result,
    tx::Tx,
};

/// A task to be opened.
#[derive(Clone, Debug)]
pub struct NewTask<'a> {
    /// `slice.noun.verb` of what is to be done, for the client's link.
    pub kind: &'a str,
    /// What is to be done, in Chinese; names no person.
    pub title_zh: String,
    /// The same in English.
    pub title_en: String,
    /// What it is about.
    pub noun: &'a str,
    /// Which one.
    pub subject: String,
    /// Where; decides with `permission` who sees it.
    pub division: &'a DivisionCode,
    /// The section it belongs to, if any.
    pub section: Option<&'a str>,
    /// The permission that doing it needs.
    pub permission: &'a str,
    /// Somebody who may not do it, such as the maker of what is to be checked.
    pub not_for: Option<Uuid>,
    /// Only for those who hold this role, where a step belongs to one.
    pub role: Option<&'a str>,
    /// Only for this officer, where it was put into one person's hands.
    pub holder: Option<Uuid>,
    /// The last day on time.
    pub due: Option<NaiveDate>,
}

impl Tx {
    /// Opens a task. Whoever holds its permission over its division sees it. Answers its id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_task(&mut self, task: NewTask<'_>) -> Result<Uuid> {
        let id = self.floor().new_id();
        let sql = Sql::with(
            "insert into task (id, kind, title_zh, title_en, noun, subject, division, section, \
             permission, not_for, role, holder, due, created_at) \
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id.into(),
                task.kind.into(),
                task.title_zh.into(),
                task.title_en.into(),
                task.noun.into(),
                task.subject.into(),
                task.division.as_str().into(),
                task.section.into(),
                task.permission.into(),
                task.not_for.into(),
                task.role.into(),
                task.holder.into(),
                task.due.into(),
                self.floor().now().into(),
            ],
        );
        self.conn().run(sql).await?;
        Ok(id)
    }

    /// Closes one task, whoever it was for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_task(&mut self, id: Uuid) -> Result<()> {
        let sql = Sql::new("update task set closed_at = ")
            .bind(self.floor().now())
            .text(", closed_by = ")
            .bind(self.ctx().actor().user)
            .text(" where closed_at is null and id = ")
            .bind(id);
        self.conn().run(sql).await?;
        Ok(())
    }

    /// Closes all open tasks about one thing. Answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_tasks(
        &mut self,
        noun: &str,
        subject: impl std::fmt::Display,
    ) -> Result<u64> {
        let sql = Sql::new("update task set closed_at = ")
            .bind(self.floor().now())
            .text(", closed_by = ")
            .bind(self.ctx().actor().user)
            .text(" where closed_at is null and noun = ")
            .bind(noun)
            .text(" and subject = ")
            .bind(subject.to_string());
        self.conn().run(sql).await
    }
}

/// The colour that tells how near the deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lamp {
    /// Time enough.
    Green,
    /// Due within three working days.
    Yellow,
    /// Late.
    Red,
    /// No deadline, or done.
    None,
}

/// The lamp of a deadline on a day. Where the calendar does not reach, days count as they are.
pub fn lamp(due: Option<NaiveDate>, today: NaiveDate) -> Lamp {
    let Some(due) = due else { return Lamp::None };
    if today > due {
        return Lamp::Red;
    }
    let days = u32::try_from((due - today).num_days()).unwrap_or(u32::MAX);
    // No holiday is so long that a month holds no more than three working days.
    let left = match days {
        0..=31 => WorkingDays::embedded().between(today, due).unwrap_or(days),
        _ => days,
    };
    if left <= limits::TASK_YELLOW_DAYS {
        Lamp::Yellow
    } else {
        Lamp::Green
    }
}

/// A task as clients see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TaskView {
    /// The key.
    pub id: Uuid,
    /// `slice.noun.verb` of what is to be done.
    pub kind: String,
    /// In Chinese.
    pub title_zh: String,
    /// In English.
    pub title_en: String,
    /// What it is about.
    pub noun: String,
    /// Which one.
    pub subject_id: String,
    /// Where.
    pub division: Place,
    /// The last day on time.
    pub due: Option<NaiveDate>,
    /// How near that is.
    pub lamp: Lamp,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
}

/// The filter of the task list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct TaskFilter {
    /// `open` (the default) or `closed`.
    status: Option<String>,
}

/// How many tasks wait for the actor, and how many of them are late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Todo {
    /// Open tasks.
    pub open: u64,
    /// Late ones.
    pub red: u64,
}

/// The condition of what an actor may do: each permission with its own scope.
async fn mine(ctx: &Ctx, conn: &crate::db::Conn, open: bool) -> Result<Sql> {
    let state = if open { "is null" } else { "is not null" };
    let rows = conn
        .rows(Sql::new(format!(
            "select distinct permission from task where closed_at {state}"
        )))
        .await?;
    let mut held = BTreeSet::new();
    for row in rows {
        let permission: String = row.try_get_by_index(0)?;
        if ctx.permits(&permission) {
            held.insert(permission);
        }
    }
    let roles: BTreeSet<String> = ctx.rights().grants().map(|g| g.role.clone()).collect();
    let mut sql = Sql::new("(not_for is null or not_for <> ")
        .bind(ctx.actor().user)
        .text(") and (holder is null or holder = ")
        .bind(ctx.actor().user)
        .text(") and (role is null");
    if !roles.is_empty() {
        sql = sql.text(" or role in ").bind_all(roles);
    }
    sql = sql.text(") and (1 = 0");
    for permission in held {
        let scope = ctx.rights().scope(&permission);
        sql = sql
            .text(" or (permission = ")
            .bind(permission)
            .text(" and ");
        sql = sql
            .push(scope.sql_in("division", Some("section")))
            .text(")");
    }
    Ok(sql.text(")"))
}

/// Counts the actor's open tasks, for the home page.
///
/// # Errors
/// When the database fails.
pub async fn todo(ctx: &Ctx, conn: &crate::db::Conn) -> Result<Todo> {
    let sql = Sql::new("select count(*), count(case when due < ")
        .bind(ctx.floor().today())
        .text(" then 1 end) from task where closed_at is null and ")
        .push(mine(ctx, conn, true).await?);
    let Some(row) = conn.row(sql).await? else {
        return Ok(Todo::default());
    };
    let count =
        |i| Ok::<u64, crate::Problem>(u64::try_from(row.try_get_by_index::<i64>(i)?).unwrap_or(0));
    Ok(Todo {
        open: count(0)?,
        red: count(1)?,
    })
}

fn place(places: &BTreeMap<String, Place>, code: String) -> Place {
    let known = places.get(&code).cloned();
    known.unwrap_or_else(|| Place {
        name: code.clone(),
        full_name: code.clone(),
        code,
    })
}

/// The actor's tasks, most urgent first.
#[utoipa::path(get, path = "/tasks", operation_id = "platform.task.list", tag = "platform",
    params(TaskFilter, PageQuery), responses((status = 200, body = Page<TaskView>)))]
async fn list(
    ctx: Ctx,
    Query(filter): Query<TaskFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<TaskView>>> {
    let reader = ctx.query(&authz::TASK_LIST).await?;
    let open = filter.status.as_deref() != Some("closed");
    let condition = Sql::new(if open {
        " where closed_at is null and "
    } else {
        " where closed_at is not null and "
    })
    .push(mine(&ctx, reader.conn(), open).await?);
    let order = if open {
        " order by case when due is null then 1 else 0 end, due, created_at, id limit "
    } else {
        " order by closed_at desc, id limit "
    };
    let sql = Sql::new(
        "select id, kind, title_zh, title_en, noun, subject, division, due, created_at from task",
    )
    .push(condition.clone())
    .text(order)
    .bind(page.limit())
    .text(" offset ")
    .bind(page.offset());
    let today = ctx.floor().today();
    let rows = reader.conn().rows(sql).await?;
    let codes = rows
        .iter()
        .map(|row| row.try_get_by_index::<String>(6))
        .collect::<Result<Vec<_>, _>>()?;
    let places = places::named(ctx.floor(), reader.conn(), codes.clone()).await?;
    let mut items = Vec::new();
    for (row, code) in rows.into_iter().zip(codes) {
        let due: Option<NaiveDate> = row.try_get_by_index(7)?;
        items.push(TaskView {
            id: row.try_get_by_index(0)?,
            kind: row.try_get_by_index(1)?,
            title_zh: row.try_get_by_index(2)?,
            title_en: row.try_get_by_index(3)?,
            noun: row.try_get_by_index(4)?,
            subject_id: row.try_get_by_index(5)?,
            division: place(&places, code),
            due,
            lamp: if open { lamp(due, today) } else { Lamp::None },
            created_at: row.try_get_by_index(8)?,
        });
    }
    let total = if page.wants_total() {
        let sql = Sql::new("select count(*) from task").push(condition);
        let n: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
        Some(Total::rows(u64::try_from(n).unwrap_or(0)))
    } else {
        None
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// The routes under `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new().routes(paths!(list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lamp_counts_working_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // The holiday of October 2022: the 8th and the 9th are worked, the 1st to 7th are not.
        for (today, due, expected) in [
            ("2022-09-30", "2022-10-10", Lamp::Yellow),
            ("2022-09-30", "2022-10-11", Lamp::Green),
            ("2022-10-25", "2022-10-25", Lamp::Yellow),
            ("2022-10-26", "2022-10-25", Lamp::Red),
            ("2022-10-25", "2023-06-30", Lamp::Green),
            ("2199-01-01", "2199-01-04", Lamp::Yellow),
        ] {
            assert_eq!(lamp(Some(day(due)), day(today)), expected, "{today} {due}");
        }
        assert_eq!(lamp(None, day("2022-10-25")), Lamp::None);
    }
}
