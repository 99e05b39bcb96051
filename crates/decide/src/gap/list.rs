//! `GET /gaps`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use directory::{DivisionRef, Named, division_names};
use kernel::{DivisionCode, Money};
use platform::audit::digest_ids;
use platform::{Conn, Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::Serialize;
use uuid::Uuid;

use super::NOUN;
use super::filter::GapFilter;
use crate::authz::GAP_LIST;

/// A member concerned.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GapPerson {
    pub id: Uuid,
    pub name: String,
}

/// A finding.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct GapRow {
    pub household_id: Uuid,
    pub household_number: String,
    pub head_name: String,
    pub division: DivisionRef,
    pub programme: Named,
    /// may_claim, may_leave or to_check.
    pub kind: String,
    pub persons: Vec<GapPerson>,
    /// What it would pay them a month, 元/月.
    #[schema(value_type = Option<String>)]
    pub monthly: Option<Money>,
    /// What it would pay them once, 元.
    #[schema(value_type = Option<String>)]
    pub once: Option<Money>,
    /// Facts that are missing, by the names of the vocabulary.
    pub missing: Vec<String>,
    /// The section that runs the programme.
    pub section: Named,
    /// Who accepts an application (受理单位); empty where the pack does not say.
    pub office: String,
    /// The department that decides it, where civil affairs does not.
    pub refer_to: Option<String>,
    /// As of which day it was found.
    pub as_of: NaiveDate,
}

/// What families may claim and do not have, and the other way round, by village.
#[utoipa::path(
    get, path = "/gaps", operation_id = GAP_LIST.id, tag = "decide",
    params(GapFilter, PageQuery), responses((status = 200, body = Page<GapRow>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<GapFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<GapRow>>> {
    let mut reader = ctx.query(&GAP_LIST).await?;
    let referred = Offices::of(&ctx, reader.conn()).await?.referred();
    let condition = filter.condition(reader.scope(), &referred)?;
    let total = match page.wants_total() {
        true => Some(total(reader.conn(), condition.clone()).await?),
        false => None,
    };
    let items = rows(&ctx, reader.conn(), condition, page.limit(), page.offset()).await?;
    let ids = digest_ids(items.iter().map(|r| r.household_id.as_bytes().to_vec()));
    reader.listed(NOUN, &filter, items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

async fn total(conn: &Conn, condition: Sql) -> Result<Total> {
    let sql = Sql::new(
        "select count(*), count(distinct g.household), cast(coalesce(sum(g.persons), 0) as bigint), \
         cast(sum(g.monthly) as bigint) from gap g where ",
    )
    .push(condition);
    let Some(row) = conn.row(sql).await? else {
        return Ok(Total::rows(0));
    };
    let (rows, households, persons): (i64, i64, i64) = (
        row.try_get_by_index(0)?,
        row.try_get_by_index(1)?,
        row.try_get_by_index(2)?,
    );
    let amount: Option<i64> = row.try_get_by_index(3)?;
    Ok(Total {
        rows: rows.unsigned_abs(),
        households: Some(households.unsigned_abs()),
        persons: Some(persons.unsigned_abs()),
        amount: amount.map(|fen| Money::from_fen(fen).to_string()),
    })
}

/// A row as it is stored.
struct Stored {
    household: Uuid,
    division: String,
    programme: String,
    section: String,
    kind: String,
    people: Vec<Uuid>,
    monthly: Option<i64>,
    once: Option<i64>,
    missing: Vec<String>,
    as_of: NaiveDate,
}

/// Rows of a list: of one kind after the other, what pays money first, programme by programme,
/// and within a programme by village.
pub(crate) async fn rows(
    ctx: &Ctx,
    conn: &Conn,
    condition: Sql,
    limit: u64,
    offset: u64,
) -> Result<Vec<GapRow>> {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let sql = Sql::new(
        "select g.household, g.division, g.programme, g.section, g.kind, g.people, g.monthly, \
         g.once, g.missing, g.as_of from gap g where ",
    )
    .push(condition)
    .text(
        " order by g.kind, case when g.monthly is null then 1 else 0 end, g.programme, g.division, \
         g.household limit ",
    )
    .bind(number(limit))
    .text(" offset ")
    .bind(number(offset));
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let (people, missing): (String, String) =
            (row.try_get_by_index(5)?, row.try_get_by_index(8)?);
        found.push(Stored {
            household: row.try_get_by_index(0)?,
            division: row.try_get_by_index(1)?,
            programme: row.try_get_by_index(2)?,
            section: row.try_get_by_index(3)?,
            kind: row.try_get_by_index(4)?,
            people: serde_json::from_str(&people)?,
            monthly: row.try_get_by_index(6)?,
            once: row.try_get_by_index(7)?,
            missing: serde_json::from_str(&missing)?,
            as_of: row.try_get_by_index(9)?,
        });
    }
    shown(ctx, conn, found).await
}

async fn shown(ctx: &Ctx, conn: &Conn, found: Vec<Stored>) -> Result<Vec<GapRow>> {
    let today = ctx.floor().today();
    let mut ids: Vec<Uuid> = found.iter().map(|g| g.household).collect();
    ids.dedup();
    let families = registry::families(conn, &ids, today).await?;
    let families: BTreeMap<Uuid, _> = families.into_iter().map(|f| (f.household, f)).collect();
    let people = found.iter().flat_map(|g| g.people.iter().copied());
    let heads = families.values().map(|f| f.head);
    let vault = ctx.floor().vault();
    let people = registry::persons(conn, vault, people.chain(heads)).await?;
    let places = division_names(conn, found.iter().map(|g| g.division.clone())).await?;
    let name = |id: &Uuid| people.get(id).map(|p| p.name.clone()).unwrap_or_default();
    let mut offices = Offices::of(ctx, conn).await?;
    let mut rows = Vec::with_capacity(found.len());
    for gap in found {
        let family = families.get(&gap.household);
        let office = offices.at(&gap.division, &gap.programme)?;
        rows.push(GapRow {
            household_id: gap.household,
            household_number: family.map(|f| f.number.clone()).unwrap_or_default(),
            head_name: family.map(|f| name(&f.head)).unwrap_or_default(),
            division: places.get(&gap.division),
            programme: office.programme,
            kind: gap.kind,
            persons: gap
                .people
                .iter()
                .map(|id| GapPerson {
                    id: *id,
                    name: name(id),
                })
                .collect(),
            monthly: gap.monthly.map(Money::from_fen),
            once: gap.once.map(Money::from_fen),
            missing: gap.missing,
            section: offices.section(&gap.section),
            office: office.accepts,
            refer_to: office.refer_to,
            as_of: gap.as_of,
        });
    }
    Ok(rows)
}

/// Who accepts what at a place, by the pack in force today.
pub(crate) struct Offices {
    release: Option<policy::InForce>,
    today: NaiveDate,
    known: BTreeMap<(String, String), Office>,
}

/// What the pack says of a programme at a place.
#[derive(Clone, Debug)]
pub(crate) struct Office {
    pub programme: Named,
    pub accepts: String,
    pub refer_to: Option<String>,
}

impl Offices {
    pub async fn of(ctx: &Ctx, conn: &Conn) -> Result<Self> {
        let today = ctx.floor().today();
        Ok(Self {
            release: policy::release_on(ctx.floor(), conn, today).await?,
            today,
            known: BTreeMap::new(),
        })
    }

    /// The programmes that other departments decide, by the pack in force today.
    pub fn referred(&self) -> Vec<String> {
        let pack = self.release.as_ref().map(|r| &r.pack);
        let programmes = pack.iter().flat_map(|p| p.programmes());
        let other = programmes.filter(|p| p.guides.iter().any(|g| g.value.refer_to.is_some()));
        let mut keys: Vec<String> = other.map(|p| p.key.clone()).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    pub fn at(&mut self, division: &str, key: &str) -> Result<Office> {
        let county = division.get(..6).unwrap_or(division);
        let at = (county.to_owned(), key.to_owned());
        if let Some(known) = self.known.get(&at) {
            return Ok(known.clone());
        }
        let office = self.look_up(county, key);
        self.known.insert(at, office.clone());
        Ok(office)
    }

    fn look_up(&self, county: &str, key: &str) -> Office {
        let mut office = Office {
            programme: Named {
                key: key.to_owned(),
                zh: key.to_owned(),
                en: key.to_owned(),
            },
            accepts: String::new(),
            refer_to: None,
        };
        let rules = self.release.as_ref().and_then(|release| {
            let place = DivisionCode::parse(county).ok()?;
            release.pack.rules(&place, self.today).ok()
        });
        let Some(rules) = rules else { return office };
        if let Some(programme) = rules.programme(key) {
            office.programme.zh.clone_from(&programme.label.zh);
            office.programme.en.clone_from(&programme.label.en);
            if let Some(guide) = rules.guide(programme) {
                office.accepts.clone_from(&guide.value.office);
                office.refer_to.clone_from(&guide.value.refer_to);
            }
        }
        office
    }

    pub fn section(&self, key: &str) -> Named {
        let sections = self.release.iter().flat_map(|r| r.pack.sections());
        let found = sections.into_iter().find(|s| s.key == key);
        Named {
            key: key.to_owned(),
            zh: found.map_or_else(|| key.to_owned(), |s| s.label.zh.clone()),
            en: found.map_or_else(|| key.to_owned(), |s| s.label.en.clone()),
        }
    }
}
