//! Entering a window, changing it, closing it.

use chrono::NaiveDate;
use kernel::{Bilingual as _, DivisionCode};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx, bulk};
use serde::Deserialize;
use uuid::Uuid;

use super::{NOUN, Window, all};
use crate::authz::{WINDOW_CHANGE, WINDOW_CREATE};

/// A window as the sign on its door says it.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowSign {
    name: String,
    address: String,
    phone: String,
    hours: String,
    /// Fixed staff, persons.
    staff: i32,
}

/// A new window.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewWindow {
    /// The area it serves.
    division: String,
    sign: WindowSign,
    /// Since when; today where it is not said.
    #[serde(default)]
    opened_on: Option<NaiveDate>,
}

/// What changes about a window.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowChange {
    sign: WindowSign,
    /// Its last day, where it closes.
    #[serde(default)]
    closed_on: Option<NaiveDate>,
}

impl WindowSign {
    fn checked(self) -> Result<Self> {
        let mut problem = Problem::invalid();
        let trimmed = |text: String| text.trim().to_owned();
        let sign = Self {
            name: trimmed(self.name),
            address: trimmed(self.address),
            phone: trimmed(self.phone),
            hours: trimmed(self.hours),
            staff: self.staff,
        };
        for (pointer, text) in [
            ("/sign/name", &sign.name),
            ("/sign/address", &sign.address),
            ("/sign/phone", &sign.phone),
            ("/sign/hours", &sign.hours),
        ] {
            if text.is_empty() || text.chars().count() > 200 {
                problem = problem.field(
                    pointer,
                    "请填写，不超过200字",
                    "Fill this in, with at most 200 characters.",
                );
            }
        }
        if !(0..=1_000).contains(&sign.staff) {
            problem = problem.field(
                "/sign/staff",
                "工作人员数应在0至1000之间",
                "The staff is a number from 0 to 1,000.",
            );
        }
        problem.check()?;
        Ok(sign)
    }
}

async fn one(tx: &Tx, id: Uuid) -> Result<Window> {
    let condition = tx.scope().sql("w.division").text(" and w.id = ").bind(id);
    all(tx.conn(), condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)
}

/// Enters a window.
#[utoipa::path(
    post, path = "/windows", operation_id = WINDOW_CREATE.id, tag = "intake",
    request_body = NewWindow, responses((status = 201, body = Window))
)]
pub(crate) async fn create(ctx: Ctx, Json(given): Json<NewWindow>) -> Result<Answer> {
    let sign = given.sign.checked()?;
    let division = DivisionCode::parse(given.division.trim())
        .map_err(|fault| Problem::invalid().field("/division", fault.zh(), fault.en()))?;
    let mut tx = ctx.begin(&WINDOW_CREATE, None).await?;
    tx.require(&division)?;
    let id = ctx.floor().new_id();
    let row = vec![
        id.into(),
        division.as_str().into(),
        sign.name.into(),
        sign.address.into(),
        sign.phone.into(),
        sign.hours.into(),
        sign.staff.into(),
        given
            .opened_on
            .unwrap_or_else(|| ctx.floor().today())
            .into(),
        1.into(),
    ];
    let columns = [
        "id",
        "division",
        "name",
        "address",
        "phone",
        "hours",
        "staff",
        "opened_on",
        "version",
    ];
    bulk::insert(&mut tx, NOUN, &columns, [row]).await?;
    let window = one(&tx, id).await?;
    tx.record(Change::created(NOUN, id, &division, &window));
    tx.finish_versioned(201, &window, 1).await
}

/// Changes a window, or closes it; its record stays.
#[utoipa::path(
    put, path = "/windows/{id}", operation_id = WINDOW_CHANGE.id, tag = "intake",
    params(("id" = Uuid, Path)), request_body = WindowChange,
    responses((status = 200, body = Window))
)]
pub(crate) async fn change(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<WindowChange>,
) -> Result<Answer> {
    let sign = given.sign.checked()?;
    let mut tx = ctx.begin(&WINDOW_CHANGE, None).await?;
    let before = one(&tx, id).await?;
    ctx.expect_version(before.version)?;
    if given.closed_on.is_some_and(|day| day < before.opened_on) {
        return Err(Problem::invalid().field(
            "/closed_on",
            "撤销日期早于设立日期",
            "It cannot close before it opened.",
        ));
    }
    let sql = Sql::new("update service_window set name = ")
        .bind(sign.name)
        .text(", address = ")
        .bind(sign.address)
        .text(", phone = ")
        .bind(sign.phone)
        .text(", hours = ")
        .bind(sign.hours)
        .text(", staff = ")
        .bind(sign.staff)
        .text(", closed_on = ")
        .bind(given.closed_on)
        .text(", version = version + 1 where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    let after = one(&tx, id).await?;
    tx.record(Change::updated(NOUN, id, &after.code()?, &before, &after));
    let version = after.version;
    tx.finish_versioned(200, &after, version).await
}
