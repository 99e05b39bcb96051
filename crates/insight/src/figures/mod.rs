//! The figures of a county's yearly report, counted from records as of a day, with the printed
//! value beside each that differs.

mod amounts;
mod changes;
mod dibao;
mod groups;
mod lists;
mod printed;
mod standards;

pub(crate) use amounts::sums;

use axum::response::IntoResponse as _;
use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use pack::Pack;
use platform::{Conn, Ctx, Json, Result, Scope, http::Query};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    authz::FIGURES,
    outside::pack_on,
    picture::{Count, Picture},
};

/// The lists of the rural-revitalisation office, as the vocabulary's 防返贫类型 names them, with
/// the figure that counts each.
pub(crate) const LISTS: [&str; 4] = ["已脱贫", "脱贫不稳定", "边缘易致贫", "突发严重困难"];

/// What every figure is counted from.
struct Base<'a> {
    conn: &'a Conn,
    scope: &'a Scope,
    place: DivisionCode,
    pack: &'a Pack,
    day: NaiveDate,
    picture: Picture,
    /// The agricultural population of the place, a dated statistic of the area.
    population: Option<i64>,
}

impl Base<'_> {
    /// The months of the year up to the day's.
    fn months(&self) -> (Month, Month) {
        use chrono::Datelike as _;
        let last = Month::of(self.day);
        (Month::new(self.day.year(), 1).unwrap_or(last), last)
    }

    /// A share of the agricultural population, in percent with two decimals, rounded half up.
    fn share(&self, persons: usize) -> Option<String> {
        let population = self.population.filter(|population| *population > 0)?;
        let persons = i64::try_from(persons).ok()?;
        let hundredths = (persons * 10_000 * 2 + population) / (population * 2);
        Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
    }

    /// 户, 人 and the share of the population.
    fn with_share(&self, count: &Count) -> Value {
        let mut leaves = pair(count.households(), count.persons());
        if let (Some(share), Some(leaves)) = (self.share(count.persons()), leaves.as_object_mut()) {
            leaves.insert("占农业人口".to_owned(), json!(share));
        }
        leaves
    }
}

/// Households and persons, as the report prints them.
fn pair(households: usize, persons: usize) -> Value {
    json!({ "户": households, "人": persons })
}

/// Persons alone.
fn heads(persons: usize) -> Value {
    json!({ "人": persons })
}

/// Counts the figures of a day within a scope.
///
/// # Errors
/// When the database fails or no pack is in force.
pub async fn figures_of(
    conn: &Conn,
    scope: &Scope,
    place: DivisionCode,
    pack: &Pack,
    day: NaiveDate,
) -> Result<Map<String, Value>> {
    let picture = Picture::on(conn, scope, pack, day).await?;
    let population = pack
        .statistic(&place, "农业人口", day)
        .and_then(|s| s.shown.replace(',', "").parse().ok());
    let base = Base {
        conn,
        scope,
        place,
        pack,
        day,
        picture,
        population,
    };
    let mut figures = Map::new();
    dibao::count(&base, &mut figures);
    groups::count(&base, &mut figures);
    lists::count(&base, &mut figures).await?;
    amounts::count(&base, &mut figures).await?;
    standards::count(&base, &mut figures);
    changes::count(&base, &mut figures).await?;
    figures.sort_keys();
    printed::beside(pack, day, &mut figures);
    Ok(figures)
}

/// Which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// The day of the figures; today where left out.
    #[param(value_type = Option<String>)]
    on: Option<NaiveDate>,
}

/// Counts the figures of the report as of a day: one object keyed by figure number.
#[utoipa::path(
    get, path = "/figures", operation_id = FIGURES.id, tag = "insight",
    params(Filter), responses((status = 200, body = Object, description = "By figure number"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<Filter>,
) -> Result<axum::response::Response> {
    let reader = ctx.query(&FIGURES).await?;
    let day = filter.on.unwrap_or_else(|| ctx.floor().today());
    let pack = pack_on(ctx.floor(), reader.conn(), day).await?;
    let place = ctx.actor().division;
    let figures = figures_of(reader.conn(), reader.scope(), place, &pack, day).await?;
    reader.finish().await?;
    Ok(Json(figures).into_response())
}
