//! `GET /households`.

use std::collections::BTreeMap;

use directory::{DivisionRef, division_names};
use kernel::{Money, masking};
use platform::audit::digest_ids;
use platform::{Conn, Ctx, Floor, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::filter::HouseholdFilter;
use crate::authz::HOUSEHOLD_LIST;
use crate::catalogue;

/// A programme of a household.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ProgrammeView {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub class: Option<String>,
}

/// The head, masked.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct HeadView {
    pub id: Uuid,
    pub name: String,
    /// Masked.
    pub id_number: Option<String>,
}

/// A household in a list.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct HouseholdRow {
    pub id: Uuid,
    pub number: String,
    pub head: HeadView,
    pub division: DivisionRef,
    pub address: Option<String>,
    /// Members.
    pub size: i32,
    /// Members whom an award covers.
    pub covered: i32,
    pub programmes: Vec<ProgrammeView>,
    /// The sum of the last month in 元; missing while nothing was computed.
    pub monthly_amount: Option<String>,
    pub labels: Vec<String>,
    pub urban_rural: Option<String>,
    pub status: String,
}

/// Households of one's area that fit a filter, in the order of areas.
#[utoipa::path(
    get, path = "/households", operation_id = HOUSEHOLD_LIST.id, tag = "registry",
    params(HouseholdFilter, PageQuery), responses((status = 200, body = Page<HouseholdRow>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<HouseholdFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<HouseholdRow>>> {
    let mut reader = ctx.query(&HOUSEHOLD_LIST).await?;
    let condition = filter.condition(ctx.floor(), reader.scope())?;
    let after: Option<(String, Uuid)> = page.after()?;
    let offset = if after.is_some() { 0 } else { page.offset() };
    let items = rows(
        ctx.floor(),
        reader.conn(),
        condition.clone(),
        after.as_ref().map(|(d, id)| (d.as_str(), *id)),
        page.limit() + 1,
        offset,
    )
    .await?;
    let total = if page.wants_total() {
        Some(total(reader.conn(), condition).await?)
    } else {
        None
    };
    let page = Page::keyed(items, &page, total, |r| (r.division.code.clone(), r.id))?;
    let ids = digest_ids(page.items.iter().map(|r| r.id.as_bytes().to_vec()));
    reader.listed("household", &filter.masked(), page.items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(page))
}

async fn total(conn: &Conn, condition: Sql) -> Result<Total> {
    let sql =
        Sql::new("select count(*), sum(h.size) from household h where ").push(condition.clone());
    let row = conn.row(sql).await?;
    let (rows, persons) = match row {
        Some(row) => (
            row.try_get_by_index::<i64>(0)?,
            row.try_get_by_index::<Option<i64>>(1)?,
        ),
        None => (0, None),
    };
    // The sum of big integers is a decimal on PostgreSQL.
    let sql = Sql::new(
        "select cast(sum(b.amount) as bigint) from benefit b join household h on h.id = b.household where ",
    )
    .push(condition);
    let amount: Option<Option<i64>> = conn.scalar(sql).await?;
    Ok(Total {
        rows: rows.unsigned_abs(),
        households: Some(rows.unsigned_abs()),
        persons: Some(persons.unwrap_or(0).unsigned_abs()),
        amount: amount.flatten().map(|fen| Money::from_fen(fen).to_string()),
    })
}

/// Rows of a list, in the order of division and key.
pub(crate) async fn rows(
    floor: &Floor,
    conn: &Conn,
    condition: Sql,
    after: Option<(&str, Uuid)>,
    limit: u64,
    offset: u64,
) -> Result<Vec<HouseholdRow>> {
    let mut sql = Sql::new(
        "select h.id, h.number, h.division, h.head, h.address, h.size, h.labels, h.urban_rural, \
         h.status, p.name, p.id_number from household h left join person p on p.id = h.head where ",
    )
    .push(condition);
    if let Some((division, id)) = after {
        sql = sql
            .text(" and (h.division, h.id) > (")
            .bind(division)
            .text(", ")
            .bind(id)
            .text(")");
    }
    let sql = sql
        .text(" order by h.division, h.id limit ")
        .bind(limit as i64)
        .text(" offset ")
        .bind(offset as i64);
    let found = conn.rows(sql).await?;
    let mut items = Vec::with_capacity(found.len());
    for row in &found {
        let head: Uuid = row.try_get_by_index(3)?;
        let labels: String = row.try_get_by_index(6)?;
        let sealed: Option<Vec<u8>> = row.try_get_by_index(10)?;
        let id_number = match sealed {
            Some(sealed) => Some(masking::mask_id(&floor.vault().open_text(
                "person",
                "id_number",
                head,
                &sealed,
            )?)),
            None => None,
        };
        let name: Option<String> = row.try_get_by_index(9)?;
        let division: String = row.try_get_by_index(2)?;
        items.push(HouseholdRow {
            id: row.try_get_by_index(0)?,
            number: row.try_get_by_index(1)?,
            head: HeadView {
                id: head,
                name: name.unwrap_or_default(),
                id_number,
            },
            division: DivisionRef {
                code: division.clone(),
                name: division.clone(),
                full_name: division,
            },
            address: row.try_get_by_index(4)?,
            size: row.try_get_by_index(5)?,
            covered: 0,
            programmes: Vec::new(),
            monthly_amount: None,
            labels: serde_json::from_str(&labels)?,
            urban_rural: row.try_get_by_index(7)?,
            status: row.try_get_by_index(8)?,
        });
    }
    let names = division_names(conn, items.iter().map(|i| i.division.code.clone())).await?;
    for item in &mut items {
        item.division = names.get(&item.division.code);
    }
    benefits(floor, conn, &mut items).await?;
    Ok(items)
}

async fn benefits(floor: &Floor, conn: &Conn, items: &mut [HouseholdRow]) -> Result<()> {
    let at: BTreeMap<Uuid, usize> = items.iter().enumerate().map(|(i, h)| (h.id, i)).collect();
    let catalogue = catalogue::in_force(floor).ok();
    let ids: Vec<Uuid> = at.keys().copied().collect();
    for part in ids.chunks(800) {
        let sql = Sql::new(
            "select household, programme, class, covered, amount from benefit where household in ",
        )
        .bind_all(part.iter().copied())
        .text(" order by household, programme");
        for row in conn.rows(sql).await? {
            let item = &mut items[at[&row.try_get_by_index::<Uuid>(0)?]];
            let key: String = row.try_get_by_index(1)?;
            let words = catalogue.as_ref().and_then(|c| c.programme(&key));
            let (zh, en) =
                words.map_or((key.clone(), key.clone()), |w| (w.zh.clone(), w.en.clone()));
            item.programmes.push(ProgrammeView {
                key,
                zh,
                en,
                class: row.try_get_by_index(2)?,
            });
            item.covered = (item.covered + row.try_get_by_index::<i32>(3)?).min(item.size);
            if let Some(fen) = row.try_get_by_index::<Option<i64>>(4)? {
                let before = item
                    .monthly_amount
                    .as_deref()
                    .and_then(|a| Money::parse_yuan(a).ok());
                let sum = before.map_or(0, Money::fen).saturating_add(fen);
                item.monthly_amount = Some(Money::from_fen(sum).to_string());
            }
        }
    }
    Ok(())
}
