//! Forms of a case: as they are to be filled in, saved as one types, handed in, and read again.
//!
//! A form is checked by its version of the case's day before anything is kept. What it says about
//! the family's circumstances goes to the register as new versions with the form as their source,
//! so that the assessment follows. A correction stands beside what it corrects.

pub(crate) mod check;
pub(crate) mod draft;
mod facts;
pub(crate) mod page;
pub(crate) mod prefill;
pub(crate) mod put;
pub(crate) mod sheet;
pub(crate) mod show;
mod view;

use chrono::{DateTime, Utc};
use pack::{Basis, model::FormText};
use platform::{Conn, Problem, Result, Sql, Vault};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::Bureau;
use super::store::Row;
use crate::problems::FORM_UNKNOWN;

/// The longest form, as canonical JSON.
pub(super) const LONGEST: usize = 256 * 1024;

/// A form as it was handed in.
#[derive(Clone, Debug)]
pub(crate) struct Filed {
    pub form: String,
    pub subject: Option<Uuid>,
    /// The event of the case.
    pub version: i32,
    /// The version of the form's text; none where it was kept before forms were checked.
    pub text: Option<u32>,
    pub step: String,
    pub values: Map<String, Value>,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

fn place(case: Uuid, form: &str, subject: &str, version: i32) -> Vec<u8> {
    format!("{case}/{form}/{subject}/{version}").into_bytes()
}

/// Everything that was handed in, oldest first; corrected forms too.
pub(crate) async fn filed(conn: &Conn, vault: &Vault, case: Uuid) -> Result<Vec<Filed>> {
    let sql = Sql::new(
        "select form, subject, version, form_version, step, body, filed_by, filed_at from case_form \
         where case_id = ",
    )
    .bind(case)
    .text(" order by version");
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let form: String = row.try_get_by_index(0)?;
        let subject: String = row.try_get_by_index(1)?;
        let version: i32 = row.try_get_by_index(2)?;
        let text: Option<i32> = row.try_get_by_index(3)?;
        let sealed: Vec<u8> = row.try_get_by_index(5)?;
        let plain = vault.open(
            "case_form",
            "body",
            place(case, &form, &subject, version),
            &sealed,
        )?;
        found.push(Filed {
            subject: subject.parse().ok(),
            version,
            text: text.and_then(|v| u32::try_from(v).ok()),
            step: row.try_get_by_index(4)?,
            values: serde_json::from_slice(&plain)?,
            by: row.try_get_by_index(6)?,
            at: row.try_get_by_index(7)?,
            form,
        });
    }
    Ok(found)
}

/// The last word of each form and person.
pub(crate) fn latest(filed: &[Filed]) -> Vec<&Filed> {
    let last = |one: &Filed| {
        filed
            .iter()
            .rev()
            .find(|other| other.form == one.form && other.subject == one.subject)
            .is_some_and(|other| other.version == one.version)
    };
    filed.iter().filter(|one| last(one)).collect()
}

/// What the forms of the case state about the award, the latest word of each field.
pub(super) fn values(filed: &[Filed]) -> Map<String, Value> {
    let mut stated = Map::new();
    for one in filed.iter().filter(|f| f.subject.is_none()) {
        let said = one.values.iter().filter(|(_, v)| !v.is_null());
        stated.extend(said.map(|(k, v)| (k.clone(), v.clone())));
    }
    stated
}

impl Bureau {
    /// The version of a form that a case fills in: that of the day by whose rules it is worked on.
    pub fn form(&self, row: &Row, key: &str) -> Result<&FormText> {
        self.pack
            .form(key, &row.division, row.ruled_on)
            .ok_or_else(|| Problem::new(&FORM_UNKNOWN))
    }

    /// The documents that a form rests on.
    pub fn basis(&self, text: &FormText) -> Vec<Basis> {
        self.pack.basis(&text.cite)
    }

    /// The version by which something was handed in.
    pub fn form_of(&self, row: &Row, filed: &Filed) -> Option<&FormText> {
        match filed.text {
            Some(version) => self.pack.form_version(&filed.form, version, &row.division),
            None => self.pack.form(&filed.form, &row.division, row.ruled_on),
        }
    }

    /// What the forms say of the supporters, where any has asked.
    pub fn supporters(&self, row: &Row, filed: &[Filed]) -> Option<Vec<Map<String, Value>>> {
        filed.iter().rev().find_map(|one| {
            let text = self.form_of(row, one)?;
            text.form.facts(&one.values).supporters
        })
    }

    /// What the forms handed in at a step state of the case itself.
    pub fn stated_at(&self, row: &Row, filed: &[Filed], step: &str) -> Map<String, Value> {
        let mut stated = Map::new();
        for one in latest(filed).into_iter().filter(|f| f.step == step) {
            if let Some(text) = self.form_of(row, one) {
                stated.extend(text.form.facts(&one.values).case);
            }
        }
        stated
    }
}
