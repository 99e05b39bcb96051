//! `GET /households/{id}`: one household's file as of a day.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use directory::{DivisionRef, Named, division_ref};
use kernel::codes::{CodeList, Relation, Sex};
use kernel::{DivisionCode, masking};
use platform::{Conn, Ctx, Json, Path, Problem, Query, Result, Sql};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::stay;
use crate::authz::HOUSEHOLD_GET;
use crate::facts::as_of;

/// As of which day.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct AsOf {
    /// Today when missing.
    as_of: Option<NaiveDate>,
}

/// A member of the household.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct MemberView {
    /// The person.
    pub person_id: Uuid,
    /// The name.
    pub name: String,
    /// Masked.
    pub id_number: Option<String>,
    /// Birth date.
    pub birth: Option<NaiveDate>,
    /// Full years on the day.
    pub age: Option<i32>,
    /// Sex.
    pub sex: Option<Named>,
    /// Relation to the head.
    pub relation: Named,
    /// Member from this day.
    pub from: NaiveDate,
    /// Until this day.
    pub to: Option<NaiveDate>,
    /// What was known on the day, by vocabulary name.
    pub facts: BTreeMap<String, Value>,
}

/// A fact with where it comes from.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct FactView {
    /// The vocabulary name.
    pub name: String,
    /// The value.
    pub value: Value,
    /// The unit, where the fact is a quantity.
    pub unit: Option<String>,
    /// Where it comes from.
    pub source: String,
}

/// A version of the household's circumstances.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct CircumstanceView {
    /// `subject/day/version`.
    pub id: String,
    /// From which day it holds.
    pub valid_from: NaiveDate,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Where it comes from.
    pub source: String,
    /// The facts.
    pub facts: Vec<FactView>,
}

/// A number of an old system.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct ExternalNumber {
    /// The system.
    pub system: String,
    /// The number there.
    pub number: String,
}

/// One household's file.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct HouseholdFile {
    /// The key.
    pub id: Uuid,
    /// Public number.
    pub number: String,
    /// Where it lives.
    pub division: DivisionRef,
    /// Address.
    pub address: Option<String>,
    /// Masked.
    pub phone: Option<String>,
    /// 城市 or 农村.
    pub urban_rural: Option<String>,
    /// active or closed.
    pub status: String,
    /// The head's key.
    pub head_id: Uuid,
    /// For If-Match.
    pub version: i32,
    /// The asker's office sees it as it was before it moved away, and nothing of it since.
    pub moved_away: bool,
    /// Marks.
    pub labels: Vec<String>,
    /// Numbers of old systems.
    pub external_numbers: Vec<ExternalNumber>,
    /// Members on the day.
    pub members: Vec<MemberView>,
    /// Versions of the household's circumstances up to the day, newest first.
    pub circumstances: Vec<CircumstanceView>,
}

/// Opens a household's file.
#[utoipa::path(
    get, path = "/households/{id}", operation_id = HOUSEHOLD_GET.id, tag = "registry",
    params(("id" = Uuid, Path), AsOf), responses((status = 200, body = HouseholdFile))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(query): Query<AsOf>,
) -> Result<Json<HouseholdFile>> {
    let day = query.as_of.unwrap_or_else(|| ctx.floor().today());
    let mut reader = ctx.query(&HOUSEHOLD_GET).await?;
    let sql = Sql::new(
        "select h.number, h.division, h.address, h.phone, h.urban_rural, h.status, h.head, \
         h.version, h.labels, case when ",
    )
    .push(reader.scope().sql("h.division"))
    .text(" then 1 else 0 end from household h where h.id = ")
    .bind(id);
    let row = reader
        .conn()
        .row(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    // Where it lived on the day counts for what is shown, and for who may see it.
    let stay = stay::on(reader.conn(), reader.scope(), id, day).await?;
    let ours = row.try_get_by_index::<i32>(9)? == 1;
    if !ours && !stay.as_ref().is_some_and(|stay| stay.ours) {
        return Err(Problem::not_found());
    }
    let (code, address): (String, Option<String>) = match stay {
        Some(stay) => (stay.division, stay.address),
        None => (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
    };
    let code = DivisionCode::parse(&code).map_err(|e| Problem::internal(e.to_string()))?;
    let phone: Option<Vec<u8>> = row.try_get_by_index(3)?;
    let phone = phone
        .filter(|_| ours)
        .map(|sealed| {
            ctx.floor()
                .vault()
                .open_text("household", "phone", id, &sealed)
        })
        .transpose()?;
    let labels: String = row.try_get_by_index(8)?;
    let file = HouseholdFile {
        id,
        number: row.try_get_by_index(0)?,
        division: division_ref(reader.conn(), &code).await?,
        address,
        phone: phone.map(|p| masking::mask_phone(&p)),
        urban_rural: row.try_get_by_index(4)?,
        status: row.try_get_by_index(5)?,
        head_id: row.try_get_by_index(6)?,
        version: row.try_get_by_index(7)?,
        moved_away: !ours,
        labels: if ours {
            serde_json::from_str(&labels)?
        } else {
            Vec::new()
        },
        external_numbers: external(reader.conn(), id).await?,
        members: members(&ctx, reader.conn(), id, day).await?,
        circumstances: circumstances(&ctx, reader.conn(), id, day).await?,
    };
    reader.opened("household", id, &code);
    reader.finish().await?;
    Ok(Json(file))
}

async fn external(conn: &Conn, id: Uuid) -> Result<Vec<ExternalNumber>> {
    let sql = Sql::new("select system, number from external_number where subject = ")
        .bind(id)
        .text(" order by system, number");
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        found.push(ExternalNumber {
            system: row.try_get_by_index(0)?,
            number: row.try_get_by_index(1)?,
        });
    }
    Ok(found)
}

fn named<L: CodeList>(zh: &str) -> Named {
    let known = L::all().iter().copied().find(|c| c.zh() == zh);
    Named {
        key: known.map_or("", |c| c.code()).to_owned(),
        zh: zh.to_owned(),
        en: known.map_or(zh, |c| c.en()).to_owned(),
    }
}

async fn members(
    ctx: &Ctx,
    conn: &Conn,
    household: Uuid,
    day: NaiveDate,
) -> Result<Vec<MemberView>> {
    let sql = Sql::new(
        "select m.person, p.name, p.id_number, p.birth, p.sex, m.relation, m.from_date, m.to_date \
         from membership m join person p on p.id = m.person where m.household = ",
    )
    .bind(household)
    .text(" and m.from_date <= ")
    .bind(day)
    .text(" and (m.to_date is null or m.to_date >= ")
    .bind(day)
    .text(") order by m.person");
    let rows = conn.rows(sql).await?;
    let ids = rows
        .iter()
        .map(|r| r.try_get_by_index(0))
        .collect::<Result<Vec<Uuid>, _>>()?;
    let facts = as_of::facts(conn, ids, day).await?;
    let mut members = Vec::new();
    for row in rows {
        let person: Uuid = row.try_get_by_index(0)?;
        let sealed: Option<Vec<u8>> = row.try_get_by_index(2)?;
        let id_number = sealed
            .map(|s| {
                ctx.floor()
                    .vault()
                    .open_text("person", "id_number", person, &s)
            })
            .transpose()?;
        let birth: Option<NaiveDate> = row.try_get_by_index(3)?;
        let sex: Option<String> = row.try_get_by_index(4)?;
        let relation: String = row.try_get_by_index(5)?;
        members.push(MemberView {
            person_id: person,
            name: row.try_get_by_index(1)?,
            id_number: id_number.map(|n| masking::mask_id(&n)),
            birth,
            age: birth.map(|b| {
                let passed = (day.month(), day.day()) >= (b.month(), b.day());
                (day.year() - b.year() - i32::from(!passed)).max(0)
            }),
            sex: sex.map(|s| named::<Sex>(&s)),
            relation: named::<Relation>(&relation),
            from: row.try_get_by_index(6)?,
            to: row.try_get_by_index(7)?,
            facts: facts
                .get(&person)
                .map(|f| serde_json::from_str(f))
                .transpose()?
                .unwrap_or_default(),
        });
    }
    // The head first, the others by age.
    members.sort_by_key(|m| {
        (
            !matches!(m.relation.zh.as_str(), "户主" | "本人"),
            m.birth,
            m.person_id,
        )
    });
    Ok(members)
}

async fn circumstances(
    ctx: &Ctx,
    conn: &Conn,
    household: Uuid,
    day: NaiveDate,
) -> Result<Vec<CircumstanceView>> {
    let sql = Sql::new(
        "select valid_from, version, recorded_at, source, sources, facts from circumstance \
         where subject = ",
    )
    .bind(household)
    .text(" and valid_from <= ")
    .bind(day)
    .text(" order by valid_from desc, version desc limit 50");
    let catalogue = crate::catalogue::in_force(ctx.floor()).ok();
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let valid_from: NaiveDate = row.try_get_by_index(0)?;
        let version: i32 = row.try_get_by_index(1)?;
        let source: String = row.try_get_by_index(3)?;
        let sources: Option<String> = row.try_get_by_index(4)?;
        let sources: BTreeMap<String, String> = sources
            .map(|s| serde_json::from_str(&s))
            .transpose()?
            .unwrap_or_default();
        let facts: BTreeMap<String, Value> =
            serde_json::from_str(&row.try_get_by_index::<String>(5)?)?;
        let unit = |name: &str| match catalogue
            .as_ref()
            .and_then(|c| c.fact_for(false, name))
            .map(|f| &f.ty)
        {
            Some(formula::Type::Number(unit)) => Some(unit.to_string()).filter(|u| !u.is_empty()),
            _ => None,
        };
        found.push(CircumstanceView {
            id: format!("{household}/{valid_from}/{version}"),
            valid_from,
            recorded_at: row.try_get_by_index(2)?,
            facts: facts
                .into_iter()
                .map(|(name, value)| FactView {
                    unit: unit(&name),
                    source: sources.get(&name).unwrap_or(&source).clone(),
                    name,
                    value,
                })
                .collect(),
            source,
        });
    }
    Ok(found)
}
