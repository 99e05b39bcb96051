//! `POST /persons/{id}/correct`.

use kernel::codes::CodeList;
use kernel::text::normalise_name;
use kernel::{Bilingual, DivisionCode, IdNumber};
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::authz::PERSON_CORRECT;
use crate::facts::record::{NewFacts, SubjectKind, record_facts};
use crate::household::changed::reason_of;
use crate::member::known::{SOURCE, keys};
use crate::problems::NUMBER_TAKEN;

/// What is put right; what is left out stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Correction {
    /// The name as the identity card has it.
    #[serde(default)]
    name: Option<String>,
    /// The identity number (GB 11643).
    #[serde(default)]
    id_number: Option<String>,
    /// Telephone; empty takes it away.
    #[serde(default)]
    phone: Option<String>,
    /// What shows that it was wrong.
    reason: String,
}

/// A person after a correction.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Corrected {
    id: Uuid,
    name: String,
    /// Masked.
    id_number: Option<String>,
}

/// Puts a person's name, identity number or telephone right. Birth date and sex follow a new
/// number; what was recorded before stays readable in the history.
#[utoipa::path(
    post, path = "/persons/{id}/correct", operation_id = PERSON_CORRECT.id, tag = "registry",
    params(("id" = Uuid, Path)), request_body = Correction,
    responses((status = 200, body = Corrected))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Correction>,
) -> Result<Answer> {
    let reason = reason_of(&body.reason)?;
    let mut problem = Problem::invalid();
    let name = body.name.as_deref().map(normalise_name);
    if name
        .as_ref()
        .is_some_and(|n| n.is_empty() || n.chars().count() > 60)
    {
        problem = problem.field(
            "/name",
            "请填写姓名，不超过 60 个字",
            "Give the name, at most 60 characters.",
        );
    }
    let mut number = None;
    if let Some(text) = body.id_number.as_deref() {
        match IdNumber::parse(text) {
            Ok(found) => number = Some(found),
            Err(e) => problem = problem.field("/id_number", e.zh(), e.en()),
        }
    }
    if name.is_none() && number.is_none() && body.phone.is_none() {
        problem = problem.field("", "没有要更正的内容", "There is nothing to put right.");
    }
    problem.check()?;
    let mut tx = ctx.begin(&PERSON_CORRECT, Some(&reason)).await?;
    let (old, division) = on_record(&tx, id).await?;
    let now = name.clone().unwrap_or_else(|| old.name.clone());
    let vault = ctx.floor().vault().clone();
    let mut sql = Sql::new("update person set version = version + 1, name = ").bind(now.as_str());
    if let Some(number) = &number {
        let index = vault.index("id_number", number.as_str());
        free(&tx, id, &index).await?;
        sql = sql
            .text(", id_number = ")
            .bind(vault.seal("person", "id_number", id, number.as_str().as_bytes()))
            .text(", id_index = ")
            .bind(index.to_vec())
            .text(", birth = ")
            .bind(number.birth())
            .text(", sex = ")
            .bind(number.sex().zh());
    }
    if let Some(phone) = body.phone.as_deref().map(str::trim) {
        let sealed =
            (!phone.is_empty()).then(|| vault.seal("person", "phone", id, phone.as_bytes()));
        sql = sql.text(", phone = ").bind(sealed);
    }
    bulk::execute(&mut tx, sql.text(" where id = ").bind(id)).await?;
    if now != old.name {
        keys(&mut tx, id, Some(&old.name), &now).await?;
    }
    if let Some(number) = &number {
        follow(&mut tx, id, number).await?;
    }
    let plain = number.or(old.number);
    tx.record(Change::updated(
        "person",
        id,
        &division,
        &json!({"name": old.name, "id_number": old.number.as_ref().map(IdNumber::as_str)}),
        &json!({"name": now, "id_number": plain.as_ref().map(IdNumber::as_str)}),
    ));
    let corrected = Corrected {
        id,
        name: now,
        id_number: plain.map(|n| n.masked()),
    };
    tx.finish(200, &corrected).await
}

struct Old {
    name: String,
    number: Option<IdNumber>,
}

async fn on_record(tx: &Tx, id: Uuid) -> Result<(Old, DivisionCode)> {
    let sql = Sql::new("select p.name, p.id_number, p.division from person p where p.id = ")
        .bind(id)
        .text(" and ")
        .push(tx.scope().sql("p.division"));
    let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
    let sealed: Option<Vec<u8>> = row.try_get_by_index(1)?;
    let vault = tx.floor().vault();
    let plain = sealed
        .map(|s| vault.open_text("person", "id_number", id, &s))
        .transpose()?;
    let division: String = row.try_get_by_index(2)?;
    let division = DivisionCode::parse(&division).map_err(|e| Problem::internal(e.to_string()))?;
    let old = Old {
        name: row.try_get_by_index(0)?,
        number: plain.and_then(|p| IdNumber::parse(&p).ok()),
    };
    Ok((old, division))
}

/// One number belongs to one person; two records of one person are brought together by moving,
/// not by giving both the number.
async fn free(tx: &Tx, id: Uuid, index: &[u8]) -> Result<()> {
    let sql = Sql::new("select 1 from person where id_index = ")
        .bind(index.to_vec())
        .text(" and id <> ")
        .bind(id);
    match tx.conn().row(sql).await? {
        Some(_) => Err(Problem::new(&NUMBER_TAKEN)),
        None => Ok(()),
    }
}

/// Birth date and sex as the new number says them.
async fn follow(tx: &mut Tx, id: Uuid, number: &IdNumber) -> Result<()> {
    let facts = NewFacts {
        subject: id,
        kind: SubjectKind::Person,
        valid_from: tx.floor().today(),
        source: SOURCE.to_owned(),
        facts: BTreeMap::from([
            ("出生日期".to_owned(), json!(number.birth())),
            ("性别".to_owned(), json!(number.sex().zh())),
        ]),
    };
    record_facts(tx, &facts).await?;
    Ok(())
}
