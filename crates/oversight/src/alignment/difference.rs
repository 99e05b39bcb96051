//! `GET /alignments/{id}/differences`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::masking::mask_id;
use platform::audit::digest_ids;
use platform::tasks::{Lamp, lamp};
use platform::{Conn, Ctx, Floor, Json, Page, PageQuery, Path, Query, Result, Scope, Sql, Total};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::build::line_key;
use super::store;
use crate::authz::DIFFERENCE_LIST;
use crate::words;

/// What differences may be narrowed to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams, utoipa::ToSchema)]
#[serde(default)]
pub(crate) struct DifferenceFilter {
    /// only_here, only_there, conflict, no_number or repeated.
    kind: Option<String>,
    /// open or handled.
    status: Option<String>,
    /// The kind of the list, such as 脱贫不稳定.
    list: Option<String>,
    /// A division within the officer's area.
    division: Option<String>,
    /// Only those that the officer handles.
    mine: Option<bool>,
}

impl DifferenceFilter {
    /// The condition over `alignment_difference d` of an alignment.
    pub fn condition(&self, scope: &Scope, alignment: Uuid, me: Uuid) -> Result<Sql> {
        let mut sql = Sql::new("d.alignment = ")
            .bind(alignment)
            .text(" and ")
            .push(crate::narrow(scope, self.division.as_deref())?.sql("d.division"));
        for (column, value) in [
            ("kind", &self.kind),
            ("status", &self.status),
            ("list", &self.list),
        ] {
            if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
                sql = sql.text(&format!(" and d.{column} = ")).bind(value);
            }
        }
        if self.mine == Some(true) {
            sql = sql.text(" and d.handler = ").bind(me);
        }
        Ok(sql)
    }
}

/// A stored difference.
#[derive(Clone, Debug)]
pub(crate) struct Difference {
    pub id: Uuid,
    pub seq: i32,
    pub kind: String,
    pub field: String,
    pub here: Option<i32>,
    pub there: Option<i32>,
    pub list: String,
    pub division: String,
    pub status: String,
    pub handler: Option<Uuid>,
    pub due: Option<NaiveDate>,
    pub result: Option<String>,
    pub remark: Option<String>,
    pub handled_by: Option<Uuid>,
    pub handled_at: Option<DateTime<Utc>>,
    pub theirs: Option<String>,
    pub theirs_at: Option<DateTime<Utc>>,
    pub version: i32,
}

fn difference(row: &QueryResult) -> Result<Difference> {
    Ok(Difference {
        id: row.try_get_by_index(0)?,
        seq: row.try_get_by_index(1)?,
        kind: row.try_get_by_index(2)?,
        field: row.try_get_by_index(3)?,
        here: row.try_get_by_index(4)?,
        there: row.try_get_by_index(5)?,
        list: row.try_get_by_index(6)?,
        division: row.try_get_by_index(7)?,
        status: row.try_get_by_index(8)?,
        handler: row.try_get_by_index(9)?,
        due: row.try_get_by_index(10)?,
        result: row.try_get_by_index(11)?,
        remark: row.try_get_by_index(12)?,
        handled_by: row.try_get_by_index(13)?,
        handled_at: row.try_get_by_index(14)?,
        theirs: row.try_get_by_index(15)?,
        theirs_at: row.try_get_by_index(16)?,
        version: row.try_get_by_index(17)?,
    })
}

/// Differences under a condition, in their order.
pub(crate) async fn page(
    conn: &Conn,
    condition: Sql,
    limit: u64,
    offset: u64,
) -> Result<Vec<Difference>> {
    let sql = Sql::new(
        "select d.id, d.seq, d.kind, d.field, d.here_seq, d.there_seq, d.list, d.division, d.status, d.handler, \
         d.due, d.result, d.remark, d.handled_by, d.handled_at, d.theirs, d.theirs_at, d.version \
         from alignment_difference d where ",
    )
    .push(condition)
    .text(" order by d.seq limit ")
    .bind(limit)
    .text(" offset ")
    .bind(offset);
    conn.rows(sql).await?.iter().map(difference).collect()
}

/// What one side says of the person.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct SideView {
    pub name: String,
    /// Masked, where there is a valid one.
    pub id_number: Option<String>,
    pub household_id: Option<Uuid>,
    pub household: String,
    /// All kinds of that side.
    pub kinds: Vec<String>,
    /// The field that differs, as this side has it.
    pub value: Option<String>,
}

/// A side of a difference before masking.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    pub name: String,
    pub number: Option<String>,
    pub household: String,
    pub kind: String,
    pub fields: BTreeMap<String, String>,
}

/// The lines of some differences: by side and place.
pub(crate) async fn sides(
    floor: &Floor,
    conn: &Conn,
    alignment: Uuid,
    found: &[Difference],
) -> Result<BTreeMap<(i32, i32), Side>> {
    let mut sides = BTreeMap::new();
    for side in [0, 1] {
        let seqs: Vec<i32> = found
            .iter()
            .filter_map(|d| if side == 0 { d.here } else { d.there })
            .collect();
        for part in seqs.chunks(500) {
            let sql = Sql::new(
                "select seq, name, id_number, household, kind, fields from alignment_line where alignment = ",
            )
            .bind(alignment)
            .text(" and side = ")
            .bind(side)
            .text(" and seq in ")
            .bind_all(part.iter().copied());
            for row in conn.rows(sql).await? {
                let seq: i32 = row.try_get_by_index(0)?;
                let sealed: Option<Vec<u8>> = row.try_get_by_index(2)?;
                let key = line_key(alignment, side, seq);
                let number = sealed
                    .map(|s| {
                        floor
                            .vault()
                            .open_text("alignment_line", "id_number", &key, &s)
                    })
                    .transpose()?;
                let fields: String = row.try_get_by_index(5)?;
                let line = Side {
                    name: row.try_get_by_index(1)?,
                    number,
                    household: row.try_get_by_index(3)?,
                    kind: row.try_get_by_index(4)?,
                    fields: serde_json::from_str(&fields)?,
                };
                sides.insert((side, seq), line);
            }
        }
    }
    Ok(sides)
}

impl Side {
    fn view(&self, field: &str) -> SideView {
        SideView {
            name: self.name.clone(),
            id_number: self.number.as_deref().map(mask_id),
            household_id: Uuid::parse_str(&self.household).ok(),
            household: self.household.clone(),
            kinds: vec![self.kind.clone()],
            value: self.value(field),
        }
    }

    /// The field that differs.
    pub fn value(&self, field: &str) -> Option<String> {
        match field {
            "" => None,
            matching::align::NAME => Some(self.name.clone()),
            field => self.fields.get(field).cloned(),
        }
    }
}

/// A difference as clients see it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct DifferenceView {
    id: Uuid,
    seq: i32,
    /// only_here, only_there, conflict, no_number or repeated.
    kind: String,
    /// The field that differs.
    field: String,
    /// The kind of the list it stands in.
    list: String,
    division: DivisionRef,
    here: Option<SideView>,
    there: Option<SideView>,
    /// open or handled.
    status: String,
    handler: Option<UserRef>,
    due: Option<NaiveDate>,
    lamp: Lamp,
    result: Option<Named>,
    remark: Option<String>,
    handled_by: Option<UserRef>,
    #[schema(value_type = Option<String>)]
    handled_at: Option<DateTime<Utc>>,
    /// What the other side says.
    theirs: Option<String>,
    #[schema(value_type = Option<String>)]
    theirs_at: Option<DateTime<Utc>>,
    version: i32,
}

/// The differences of an alignment within the reader's area.
#[utoipa::path(get, path = "/alignments/{id}/differences", operation_id = DIFFERENCE_LIST.id, tag = "oversight",
    params(("id" = Uuid, Path), DifferenceFilter, PageQuery), responses((status = 200, body = Page<DifferenceView>)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(filter): Query<DifferenceFilter>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<DifferenceView>>> {
    let mut reader = ctx.query(&DIFFERENCE_LIST).await?;
    let conn = reader.conn();
    store::find(conn, reader.scope(), id).await?;
    let condition = filter.condition(reader.scope(), id, ctx.actor().user)?;
    let sql =
        Sql::new("select count(*) from alignment_difference d where ").push(condition.clone());
    let total: i64 = conn.scalar(sql).await?.unwrap_or(0);
    let found = page(conn, condition, paging.limit(), paging.offset()).await?;
    let sides = sides(ctx.floor(), conn, id, &found).await?;
    let places = division_names(conn, found.iter().map(|d| d.division.clone())).await?;
    let people = found
        .iter()
        .flat_map(|d| [d.handler, d.handled_by].into_iter().flatten());
    let users = user_names(conn, people).await?;
    let pack = words::pack(ctx.floor(), conn).await?;
    let today = ctx.floor().today();
    let mut items = Vec::with_capacity(found.len());
    for d in found {
        let place = crate::place(&d.division)?;
        let side = |side: i32, seq: Option<i32>| {
            seq.and_then(|seq| sides.get(&(side, seq)))
                .map(|line| line.view(&d.field))
        };
        items.push(DifferenceView {
            here: side(0, d.here),
            there: side(1, d.there),
            id: d.id,
            seq: d.seq,
            list: d.list,
            division: places.get(&d.division),
            lamp: lamp(d.due.filter(|_| d.status == "open"), today),
            status: d.status,
            handler: d.handler.map(|id| users.get(id)),
            due: d.due,
            result: d
                .result
                .map(|key| words::shown(&pack, &place, "difference", &key)),
            remark: d.remark,
            handled_by: d.handled_by.map(|id| users.get(id)),
            handled_at: d.handled_at,
            theirs: d.theirs,
            theirs_at: d.theirs_at,
            version: d.version,
            kind: d.kind,
            field: d.field,
        });
    }
    let ids = digest_ids(items.iter().map(|d| d.id.as_bytes().to_vec()));
    let what = json!({"alignment": id, "filter": filter});
    reader.listed("alignment_difference", &what, items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(Page::new(
        items,
        Some(Total::rows(crate::count(total))),
    )))
}
