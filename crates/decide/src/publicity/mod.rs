//! The publicity board: what hangs in which village, since when and until when. A list shows what
//! the procedure allows to be shown, with masked names, and nothing beside.

use chrono::NaiveDate;
use directory::{DivisionRef, division_names};
use kernel::masking::mask_name;
use platform::{Ctx, Json, Query, Result, Sql};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::authz::PUBLICITY_LIST;
use crate::case::standing::{Hanging, Standing};

/// The most lines of a board.
const MOST: i64 = 1000;

/// Which lists.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct BoardQuery {
    /// A division within the officer's area.
    division: Option<String>,
    /// `to_post`, `hanging`, `objected` or `over`; all where it is left out.
    state: Option<String>,
}

/// A line of a board.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct BoardLine {
    /// The case.
    case: Uuid,
    /// How many events the case has; send it with the next act as `seen`.
    seen: i32,
    /// Receipt number.
    number: Option<String>,
    /// The village.
    division: DivisionRef,
    /// The programme.
    programme: String,
    /// Name of the procedure.
    zh: String,
    /// English name.
    en: String,
    /// The step whose list it is.
    step: String,
    /// Where it hangs: village or township.
    place: String,
    /// `to_post`, `hanging`, `objected` or `over`.
    state: &'static str,
    /// How many days it hangs.
    days: u32,
    /// A picture has to prove that it hangs.
    photo: bool,
    /// Since when.
    on: Option<NaiveDate>,
    /// Its last day.
    until: Option<NaiveDate>,
    /// Calendar days left, below nought once it is over.
    left: Option<i64>,
    /// What the list shows, by the words of the procedure; names are masked.
    #[schema(value_type = Object)]
    shows: Map<String, Value>,
}

fn state_of(list: &Hanging, today: NaiveDate) -> &'static str {
    match list.until {
        None => "to_post",
        Some(_) if list.objected => "objected",
        Some(until) if until < today => "over",
        Some(_) => "hanging",
    }
}

/// Lists of the area, village by village.
#[utoipa::path(
    get, path = "/publicity", operation_id = PUBLICITY_LIST.id, tag = "decide",
    params(BoardQuery), responses((status = 200, body = Vec<BoardLine>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<BoardQuery>,
) -> Result<Json<Vec<BoardLine>>> {
    let mut reader = ctx.query(&PUBLICITY_LIST).await?;
    let scope = crate::narrow(reader.scope(), query.division.as_deref())?;
    let today = ctx.floor().today();
    let sql = Sql::new(
        "select c.id, c.number, c.division, c.programme, c.standing, c.events, c.applicant, c.opening \
         from assistance_case c where ",
    )
    .push(scope.sql_in("c.division", Some("c.section")))
    .text(" and c.status = 'open' and c.standing like '%\"list\":{%' order by c.division, c.id limit ")
    .bind(MOST);
    let rows = reader.conn().rows(sql).await?;
    let mut applicants = Vec::new();
    let mut codes = Vec::new();
    for row in &rows {
        applicants.push(row.try_get_by_index::<Uuid>(6)?);
        codes.push(row.try_get_by_index::<String>(2)?);
    }
    let people = registry::persons(reader.conn(), ctx.floor().vault(), applicants).await?;
    let places = division_names(reader.conn(), codes).await?;
    let mut lines = Vec::new();
    for row in &rows {
        let standing: Standing = serde_json::from_str(&row.try_get_by_index::<String>(4)?)?;
        let Some(list) = standing.list else { continue };
        let state = state_of(&list, today);
        if query
            .state
            .as_deref()
            .is_some_and(|s| !s.is_empty() && s != state)
        {
            continue;
        }
        let opening: flow::Opening = serde_json::from_str(&row.try_get_by_index::<String>(7)?)?;
        let applicant: Uuid = row.try_get_by_index(6)?;
        let name = people.get(&applicant).map(|p| mask_name(&p.name));
        let members = opening.parties.iter().filter(|p| p.capacity.is_member());
        let members = members.count();
        let mut shows = Map::new();
        for what in &list.shows {
            let value = match what.as_str() {
                "申请人姓名" => json!(name),
                "家庭人口数" | "家庭成员数" => json!(members),
                "申请项目" => json!(standing.zh),
                other => list.facts.get(other).cloned().unwrap_or(Value::Null),
            };
            shows.insert(what.clone(), value);
        }
        lines.push(BoardLine {
            case: row.try_get_by_index(0)?,
            seen: row.try_get_by_index(5)?,
            number: row.try_get_by_index(1)?,
            division: places.get(&row.try_get_by_index::<String>(2)?),
            programme: row.try_get_by_index(3)?,
            zh: standing.zh.clone(),
            en: standing.en.clone(),
            step: list.step,
            place: list.place,
            state,
            days: list.days,
            photo: list.photo,
            on: list.on,
            until: list.until,
            left: list.until.map(|until| (until - today).num_days()),
            shows,
        });
    }
    let ids: Vec<u8> = lines.iter().flat_map(|l| l.case.into_bytes()).collect();
    let asked = json!({"division": query.division, "state": query.state});
    let digest = platform::hash::sm3(&[&ids]);
    reader.listed(crate::case::NOUN, &asked, lines.len() as u64, digest);
    reader.finish().await?;
    Ok(Json(lines))
}
