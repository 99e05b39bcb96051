//! The lines of a roll within one's area.

use directory::{DivisionRef, Named};
use kernel::{DivisionCode, Money, Month};
use platform::audit::digest_ids;
use platform::db::Sql;
use platform::http::{Json, Path, Query};
use platform::{Ctx, Page, PageQuery, Problem, Result, Scope, Total};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::authz::LINE_LIST;
use crate::outside::world;
use crate::repo;
use crate::roll::rows;
use crate::trade;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LineQuery {
    /// A division of one's area.
    pub division: Option<String>,
    /// Part of a name.
    pub q: Option<String>,
    /// Key of a component.
    pub component: Option<String>,
}

/// A person as lists show one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonShown {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// ID number, masked.
    pub id_number: String,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineAnswer {
    /// Who is due.
    pub person: PersonShown,
    /// Within which household.
    pub household_id: Uuid,
    /// Where.
    pub division: DivisionRef,
    /// What for.
    pub component: Named,
    /// current, arrears or recovery.
    pub kind: String,
    /// The month it is for.
    #[schema(value_type = String)]
    pub for_month: Month,
    /// Serial among one-off grants of a month.
    pub seq: i32,
    /// 元
    #[schema(value_type = String, example = "439.00")]
    pub amount: Money,
    /// Class or tier.
    pub class: String,
}

/// The scope, cut down to a division that the user chose.
pub(crate) fn narrow(scope: &Scope, division: Option<&str>) -> Result<Scope> {
    match division.filter(|code| !code.is_empty()) {
        None => Ok(scope.clone()),
        Some(code) => {
            let code = DivisionCode::parse(code).map_err(|_| {
                Problem::invalid().field(
                    "/division",
                    "区划代码无效。",
                    "The division code is not valid.",
                )
            })?;
            Ok(scope.within(&code))
        }
    }
}

/// People whom a search may find; the roll is then filtered by them.
const FOUND: usize = 500;
/// Names looked up in one go while searching.
const LOOKED_AT: usize = 2_000;

/// Persons of the chosen lines whose name holds the text.
async fn named(
    ctx: &Ctx,
    reader: &platform::Reader,
    chosen: &Sql,
    text: &str,
) -> Result<Vec<Uuid>> {
    let mut persons: Vec<Uuid> = Vec::new();
    let sql = Sql::new("select distinct l.person from line l where ").push(chosen.clone());
    reader
        .conn()
        .for_each(sql, |row| {
            persons.push(row.try_get_by_index(0)?);
            Ok(())
        })
        .await?;
    let mut found = Vec::new();
    for part in persons.chunks(LOOKED_AT) {
        let cards = world(ctx.floor())
            .people(ctx.floor(), reader.conn(), part)
            .await?;
        found.extend(
            cards
                .into_iter()
                .filter(|(_, card)| card.name.contains(text))
                .map(|(id, _)| id),
        );
        if found.len() >= FOUND {
            found.truncate(FOUND);
            break;
        }
    }
    Ok(found)
}

type Key = (Uuid, String, String, i32, i32);

#[utoipa::path(get, path = "/rolls/{id}/lines", operation_id = "disburse.line.list", tag = "disburse",
    params(("id" = Uuid, Path), LineQuery, PageQuery), responses((status = 200, body = Page<LineAnswer>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(query): Query<LineQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<LineAnswer>>> {
    let mut reader = ctx.query(&LINE_LIST).await?;
    let floor = ctx.floor();
    let roll = repo::find_roll(reader.conn(), reader.scope(), id).await?;
    let scope = narrow(reader.scope(), query.division.as_deref())?;
    let mut chosen = Sql::new("")
        .push(rows::of_roll("l", &roll.programme, roll.month, &roll.place))
        .text(" and ")
        .push(scope.sql("l.division"));
    if let Some(component) = query.component.as_deref().filter(|key| !key.is_empty()) {
        chosen = chosen.text(" and l.component = ").bind(component);
    }
    if let Some(text) = query
        .q
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
    {
        let found = named(&ctx, &reader, &chosen, text).await?;
        chosen = chosen.text(" and l.person in ").bind_all(found);
    }
    let total = match paging.wants_total() {
        true => {
            let sql = Sql::new("select count(*), count(distinct l.household), count(distinct l.person), \
                 cast(coalesce(sum(case when l.kind = 'recovery' then -l.amount else l.amount end), 0) as bigint) from line l where ")
                .push(chosen.clone());
            let row = reader
                .conn()
                .row(sql)
                .await?
                .ok_or_else(Problem::not_found)?;
            let n = |i: usize| -> Result<u64> {
                Ok(u64::try_from(row.try_get_by_index::<i64>(i)?).unwrap_or(0))
            };
            Some(Total {
                rows: n(0)?,
                households: Some(n(1)?),
                persons: Some(n(2)?),
                amount: Some(Money::from_fen(row.try_get_by_index(3)?).to_string()),
            })
        }
        false => None,
    };
    let mut sql = Sql::new(format!("select {} from line l where ", rows::LINE)).push(chosen);
    if let Some((person, component, kind, for_month, seq)) = paging.after::<Key>()? {
        sql = sql
            .text(" and (l.person, l.component, l.kind, l.for_month, l.seq) > (")
            .bind(person);
        sql = sql
            .text(", ")
            .bind(component)
            .text(", ")
            .bind(kind)
            .text(", ")
            .bind(for_month)
            .text(", ")
            .bind(seq)
            .text(")");
    }
    sql = sql
        .text(" order by l.person, l.component, l.kind, l.for_month, l.seq limit ")
        .bind(i64::try_from(paging.limit() + 1).unwrap_or(i64::MAX));
    if paging.cursor.is_none() {
        sql = sql
            .text(" offset ")
            .bind(i64::try_from(paging.offset()).unwrap_or(i64::MAX));
    }
    let mut texts = rows::Texts::default();
    let lines = reader
        .conn()
        .rows(sql)
        .await?
        .iter()
        .map(|row| rows::line(row, &mut texts))
        .collect::<Result<Vec<_>>>()?;
    let persons: Vec<Uuid> = lines.iter().map(|line| line.key.person).collect();
    let cards = world(floor).people(floor, reader.conn(), &persons).await?;
    let divisions = directory::division_names(
        reader.conn(),
        lines.iter().map(|line| line.division.as_ref()),
    )
    .await?;
    let programme = trade::named(
        floor,
        reader.conn(),
        &roll.place,
        &roll.programme,
        roll.month,
    )
    .await;
    let items: Vec<LineAnswer> = lines
        .into_iter()
        .map(|line| {
            let card = cards.get(&line.key.person).cloned().unwrap_or_default();
            LineAnswer {
                person: PersonShown {
                    id: line.key.person,
                    name: card.name,
                    id_number: card.id_number,
                },
                household_id: line.household,
                division: divisions.get(&line.division),
                component: programme.component(&line.key.component),
                kind: line.key.kind.word().to_owned(),
                for_month: line.key.for_month,
                seq: line.key.seq,
                amount: Money::from_fen(line.amount),
                class: line.class.to_string(),
            }
        })
        .collect();
    let page = Page::keyed(items, &paging, total, |line: &LineAnswer| -> Key {
        (
            line.person.id,
            line.component.key.clone(),
            line.kind.clone(),
            line.for_month.index(),
            line.seq,
        )
    })?;
    let ids = digest_ids(page.items.iter().map(|line| *line.person.id.as_bytes()));
    let count = u64::try_from(page.items.len()).unwrap_or(0);
    reader.listed("roll_line", &(id, &query), count, ids);
    reader.finish().await?;
    Ok(Json(page))
}
