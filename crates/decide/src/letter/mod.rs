//! Letters of a case: receipts, notices, lists, made from the pack's templates with the values of
//! the case, numbered, and kept as they were said.
//!
//! A letter keeps its values, sealed; every copy that is printed is a row of its own, and copies
//! after the first are marked as such. What is printed later is what was said then.

pub(crate) mod batch;
mod changed;
pub(crate) mod due;
pub(crate) mod list;
pub(crate) mod print;
pub(crate) mod show;
mod values;

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use chrono::{DateTime, Utc};
use pack::model::TemplateText;
use paper::Values;
use platform::{Conn, Problem, Result, Sql, Vault, files};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::problems::LETTER_UNKNOWN;

/// The media type of .docx.
pub(crate) const DOCX: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A .docx as the answer of a request.
pub(crate) fn served(bytes: Vec<u8>, title: &str) -> Result<Response> {
    Response::builder()
        .header(header::CONTENT_TYPE, DOCX)
        .header(
            header::CONTENT_DISPOSITION,
            files::disposition(&format!("{title}.docx")),
        )
        .body(Body::from(bytes))
        .map_err(Problem::internal)
}

/// What a letter says, as it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Said {
    /// Texts by place.
    pub texts: BTreeMap<String, String>,
    /// Lists by place.
    pub lists: BTreeMap<String, Vec<BTreeMap<String, String>>>,
    /// The release whose template it was made from.
    pub release: Uuid,
    /// The office's own template that it was made with; none where the pack's text served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Uuid>,
}

impl Said {
    /// For the template.
    pub fn values(&self) -> Values {
        let mut values = Values::new();
        for (name, text) in &self.texts {
            values.set(name.clone(), text.clone());
        }
        for (name, rows) in &self.lists {
            values.rows(name.clone(), rows.clone());
        }
        values
    }
}

/// A letter on record.
pub(crate) struct Letter {
    pub id: Uuid,
    pub case: Uuid,
    pub document: String,
    pub number: String,
    pub said: Said,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// The letters of a case, oldest first.
pub(crate) async fn letters(conn: &Conn, vault: &Vault, case: Uuid) -> Result<Vec<Letter>> {
    let sql = Sql::new("select id, document, number, body, made_by, made_at, case_id from case_letter where case_id = ")
        .bind(case)
        .text(" order by made_at, id");
    read(conn, vault, sql).await
}

/// One letter.
pub(crate) async fn letter(conn: &Conn, vault: &Vault, id: Uuid) -> Result<Letter> {
    let sql = Sql::new(
        "select id, document, number, body, made_by, made_at, case_id from case_letter where id = ",
    )
    .bind(id);
    let found = read(conn, vault, sql).await?.pop();
    found.ok_or_else(Problem::not_found)
}

async fn read(conn: &Conn, vault: &Vault, sql: Sql) -> Result<Vec<Letter>> {
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let id: Uuid = row.try_get_by_index(0)?;
        let sealed: Vec<u8> = row.try_get_by_index(3)?;
        let plain = vault.open("case_letter", "body", id, &sealed)?;
        found.push(Letter {
            id,
            document: row.try_get_by_index(1)?,
            number: row.try_get_by_index(2)?,
            said: serde_json::from_slice(&plain)?,
            by: row.try_get_by_index(4)?,
            at: row.try_get_by_index(5)?,
            case: row.try_get_by_index(6)?,
        });
    }
    Ok(found)
}

/// Who printed a copy, and when.
pub(crate) struct Copy {
    pub nth: i32,
    pub large: bool,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// The copies of a letter, in order.
pub(crate) async fn copies(conn: &Conn, letter: Uuid) -> Result<Vec<Copy>> {
    let sql =
        Sql::new("select nth, large, printed_by, printed_at from letter_print where letter = ")
            .bind(letter)
            .text(" order by nth");
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        found.push(Copy {
            nth: row.try_get_by_index(0)?,
            large: row.try_get_by_index(1)?,
            by: row.try_get_by_index(2)?,
            at: row.try_get_by_index(3)?,
        });
    }
    Ok(found)
}

/// The template of a document at the place of a case.
pub(crate) fn template<'p>(
    pack: &'p pack::Pack,
    document: &str,
    place: &kernel::DivisionCode,
) -> Result<&'p TemplateText> {
    pack.template(document, place)
        .ok_or_else(|| Problem::new(&LETTER_UNKNOWN))
}
