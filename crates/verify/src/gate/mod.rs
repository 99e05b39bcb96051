//! What the verification of a case has come to, for the conditions of its procedure.
//!
//! Whether a review may open without the report is no question of this room: the pack's
//! procedure asks for the fact 核对报告已出具 where the parameter 审核前必须完成核对 of the place
//! and day says so, and procedures without verification (emergency and small-and-fast relief)
//! never do.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use platform::{Conn, Result, Sql};
use serde::Serialize;
use uuid::Uuid;

use crate::request::RequestStatus;

/// Where the verification of a case stands.
#[derive(Clone, Debug, Default, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationGate)]
pub struct Gate {
    /// A request that was not cancelled is on record.
    pub asked: bool,
    /// The last request that was not cancelled.
    pub request: Option<Uuid>,
    /// The report in force: the last one read.
    pub report: Option<Uuid>,
    /// Its day.
    pub reported_on: Option<NaiveDate>,
    /// Findings of it on which nobody has decided.
    pub open: i64,
    /// Findings to which the family objects and whose recheck is due.
    pub objected: i64,
}

/// Where the verification of a case stands. Checks no scope: the caller names a case that it may
/// see, and learns counts and days only.
///
/// # Errors
/// When the database fails.
pub async fn gate(conn: &Conn, case: Uuid) -> Result<Gate> {
    let mut gate = Gate::default();
    let sql = Sql::new("select id from verification_request where case_id = ")
        .bind(case)
        .text(" and status <> ")
        .bind(RequestStatus::Cancelled.word())
        .text(" order by asked_at desc, id desc limit 1");
    let Some(row) = conn.row(sql).await? else {
        return Ok(gate);
    };
    gate.asked = true;
    gate.request = Some(row.try_get_by_index(0)?);
    let sql = Sql::new("select id, reported_on from verification_report where case_id = ")
        .bind(case)
        .text(" order by read_at desc, id desc limit 1");
    let Some(row) = conn.row(sql).await? else {
        return Ok(gate);
    };
    let report: Uuid = row.try_get_by_index(0)?;
    gate.report = Some(report);
    gate.reported_on = Some(row.try_get_by_index(1)?);
    let sql = Sql::new("select state, count(*) from verification_line where report = ")
        .bind(report)
        .text(" and state in ('open', 'objected') group by state");
    for row in conn.rows(sql).await? {
        let state: String = row.try_get_by_index(0)?;
        match state.as_str() {
            "open" => gate.open = row.try_get_by_index(1)?,
            _ => gate.objected = row.try_get_by_index(1)?,
        }
    }
    Ok(gate)
}

/// Which of some cases have a report.
///
/// # Errors
/// When the database fails.
pub async fn reported(conn: &Conn, cases: &[Uuid]) -> Result<BTreeSet<Uuid>> {
    let mut found = BTreeSet::new();
    for part in cases.chunks(500) {
        let sql = Sql::new("select distinct case_id from verification_report where case_id in ")
            .bind_all(part.iter().copied());
        for row in conn.rows(sql).await? {
            found.insert(row.try_get_by_index(0)?);
        }
    }
    Ok(found)
}
