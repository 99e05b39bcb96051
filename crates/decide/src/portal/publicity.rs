//! `GET /portal/publicity`: what hangs in a village now, and who is in benefit there, as far as
//! the procedures let it be public (社会救助法 第四十五条；民发〔2021〕57号 第十九条、第三十条).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use flow::{Place, State};
use kernel::{Bilingual as _, DivisionCode, DivisionLevel, Money, Month, masking::mask_name};
use pack::Pack;
use platform::{Conn, Floor, Json, Problem, Query, Result, Scope, Sql, Visitor};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::PUBLICITY_SHOW;
use crate::case::{Bureau, store, summary::money};

/// Which village.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Village {
    /// The village or community, 12 digits.
    division: String,
}

/// A family on the list that hangs.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PostedFamily {
    /// Key of the programme.
    programme: String,
    /// What is applied for.
    zh: String,
    en: String,
    /// The applicant's name, all but its first character hidden.
    applicant: String,
    /// How many people live in the family.
    persons: Option<usize>,
    /// For how many it is proposed.
    covered: Option<String>,
    /// What is proposed, 元; a month or once as the programme pays.
    #[schema(value_type = Option<String>)]
    amount: Option<Money>,
    /// Since when it hangs.
    posted_on: NaiveDate,
    /// Its last day.
    until: NaiveDate,
}

/// A family in benefit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FamilyInBenefit {
    /// Key of the programme.
    programme: String,
    zh: String,
    en: String,
    /// The holder's name, all but its first character hidden.
    holder: String,
    /// How many are covered.
    persons: i64,
}

/// What a village publishes.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct VillageLists {
    /// Lists that hang now.
    posted: Vec<PostedFamily>,
    /// Those in benefit this month.
    in_benefit: Vec<FamilyInBenefit>,
}

/// Shows the public lists of a village to anybody.
#[utoipa::path(
    get, path = "/portal/publicity", operation_id = PUBLICITY_SHOW.id, tag = "decide",
    params(Village), responses((status = 200, body = VillageLists))
)]
pub(crate) async fn handle(
    visitor: Visitor,
    Query(at): Query<Village>,
) -> Result<Json<VillageLists>> {
    let floor = visitor.floor;
    intake::public(&floor)?;
    let village = DivisionCode::parse(at.division.trim())
        .map_err(|fault| Problem::invalid().field("/division", fault.zh(), fault.en()))?;
    if village.level() != DivisionLevel::Village {
        return Err(Problem::invalid().field(
            "/division",
            "请选择村（社区）",
            "Choose a village or community.",
        ));
    }
    let ctx = intake::anybody(&floor);
    let reader = ctx.query(&PUBLICITY_SHOW).await?;
    let scope = reader.scope().within(&village);
    let posted = posted(&floor, reader.conn(), &scope).await?;
    let in_benefit = in_benefit(&floor, reader.conn(), &village).await?;
    reader.finish().await?;
    Ok(Json(VillageLists { posted, in_benefit }))
}

/// The families whose list hangs today.
async fn posted(floor: &Floor, conn: &Conn, scope: &Scope) -> Result<Vec<PostedFamily>> {
    let sql = store::select()
        .push(scope.sql("c.division"))
        .text(" and c.status = 'open' order by c.opened_at, c.id");
    let found = conn.rows(sql).await?;
    let mut families = Vec::new();
    for row in &found {
        let row = store::row(row)?;
        let bureau = Bureau::kept(floor, conn, &row).await?;
        if bureau.procedure.never_public {
            continue;
        }
        let case = store::case(conn, floor.vault(), &row).await?;
        let state = State::of(&case);
        let hanging = bureau.desk().road(&case).into_iter().find_map(|stop| {
            let current = stop.place == Place::Current;
            let step = bureau.procedure.step(&stop.step).filter(|_| current)?;
            let posting = state.steps.get(&stop.step)?.posting.clone()?;
            let publicity = step.publicity.as_ref()?;
            posting.down.is_none().then_some((posting.on, publicity))
        });
        let Some((on, publicity)) = hanging else {
            continue;
        };
        let people = registry::persons(conn, floor.vault(), [row.applicant]).await?;
        // The procedure names what the list may show, and nothing else is shown.
        let shows = |name: &str| publicity.shows.iter().any(|s| s == name);
        let fact = |names: [&'static str; 2]| {
            names
                .into_iter()
                .filter(|n| shows(n))
                .find_map(|n| state.facts.get(n))
        };
        let size = row
            .opening
            .parties
            .iter()
            .filter(|p| p.capacity.is_member())
            .count();
        families.push(PostedFamily {
            zh: bureau.procedure.label.zh.clone(),
            en: bureau.procedure.label.en.clone(),
            applicant: people
                .get(&row.applicant)
                .map(|p| mask_name(&p.name))
                .unwrap_or_default(),
            persons: shows("家庭人口数").then_some(size),
            covered: fact(["拟保障人数", "确认人数"])
                .map(|v| v.to_string().trim_matches('"').to_owned()),
            amount: fact(["拟确认月金额", "拟救助金额"]).and_then(money),
            programme: row.programme,
            posted_on: on,
            until: kernel::calendar::publicity_end(on, publicity.days),
        });
    }
    Ok(families)
}

/// Programmes whose lists may be public at a place: those that some procedure publishes.
fn publishes(
    pack: &Pack,
    place: &DivisionCode,
    on: NaiveDate,
) -> BTreeMap<String, (String, String)> {
    let mut names = BTreeMap::new();
    let Ok(rules) = pack.rules(place, on) else {
        return names;
    };
    for text in pack.procedures_at(place, on) {
        let shows = text.steps.iter().any(|s| !s.part.publicity.is_empty());
        if !shows || text.never_public {
            continue;
        }
        if let Some(programme) = rules.programme(&text.programme) {
            let label = (programme.label.zh.clone(), programme.label.en.clone());
            names.insert(text.programme.clone(), label);
        }
    }
    names
}

/// The families in benefit this month, by programme and name.
async fn in_benefit(
    floor: &Floor,
    conn: &Conn,
    village: &DivisionCode,
) -> Result<Vec<FamilyInBenefit>> {
    let today = floor.today();
    let Some(release) = policy::release_on(floor, conn, today).await? else {
        return Ok(Vec::new());
    };
    let public = publishes(&release.pack, village, today);
    if public.is_empty() {
        return Ok(Vec::new());
    }
    let month = Month::of(today).index();
    let sql = Sql::new(
        "select a.programme, a.holder, (select count(*) from award_member m where m.award = a.id \
         and m.until is null and m.from_month <= ",
    )
    .bind(month)
    .text(" and (m.to_month is null or m.to_month >= ")
    .bind(month)
    .text(")) from award a where a.status <> 'stopped' and a.division = ")
    .bind(village.as_str())
    .text(" and a.from_month <= ")
    .bind(month)
    .text(" and (a.to_month is null or a.to_month >= ")
    .bind(month)
    .text(") and a.programme in ")
    .bind_all(public.keys().cloned())
    .text(" order by a.programme, a.number");
    let rows = conn.rows(sql).await?;
    let holders = rows
        .iter()
        .map(|row| row.try_get_by_index::<Uuid>(1))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let people = registry::persons(conn, floor.vault(), holders.iter().copied()).await?;
    rows.iter()
        .zip(holders)
        .map(|(row, holder)| {
            let programme: String = row.try_get_by_index(0)?;
            let (zh, en) = public.get(&programme).cloned().unwrap_or_default();
            Ok(FamilyInBenefit {
                programme,
                zh,
                en,
                holder: people
                    .get(&holder)
                    .map(|p| mask_name(&p.name))
                    .unwrap_or_default(),
                persons: row.try_get_by_index(2)?,
            })
        })
        .collect()
}
