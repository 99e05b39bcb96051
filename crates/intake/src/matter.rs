//! What anybody may read at the portal: areas, matters, and what can be applied for there.

use chrono::NaiveDate;
use directory::DivisionRef;
use kernel::{Bilingual as _, DivisionCode};
use pack::{Pack, Rules, guides};
use platform::{Conn, Floor, Json, Problem, Query, Result, Visitor};
use serde::{Deserialize, Serialize};

use crate::{
    authz::{AREA_LIST, MATTER_LIST},
    citizen::anybody,
    gate::{self, Door},
    problems::MATTER,
};

/// Kinds of procedures that begin with an application.
const APPLIED_FOR: [&str; 2] = ["application", "relief"];

/// Where somebody is.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct Whereabouts {
    /// A division code; for areas the one above them.
    division: Option<String>,
}

impl Whereabouts {
    pub(crate) fn code(&self) -> Result<Option<DivisionCode>> {
        let Some(text) = self.division.as_deref().filter(|c| !c.trim().is_empty()) else {
            return Ok(None);
        };
        match DivisionCode::parse(text.trim()) {
            Ok(code) => Ok(Some(code)),
            Err(fault) => Err(Problem::invalid().field("/division", fault.zh(), fault.en())),
        }
    }

    pub(crate) fn need(&self) -> Result<DivisionCode> {
        self.code()?.ok_or_else(|| {
            Problem::invalid().field("/division", "请选择所在地", "Choose where you are.")
        })
    }
}

/// Areas right below one.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Areas {
    items: Vec<DivisionRef>,
}

/// Areas, for choosing one's village: counties where nothing is given.
#[utoipa::path(
    get, path = "/portal/areas", operation_id = AREA_LIST.id, tag = "intake",
    params(Whereabouts), responses((status = 200, body = Areas))
)]
pub(crate) async fn areas(visitor: Visitor, Query(at): Query<Whereabouts>) -> Result<Json<Areas>> {
    gate::pass(&visitor.floor, Door::Public)?;
    let parent = at.code()?;
    let ctx = anybody(&visitor.floor);
    let reader = ctx.query(&AREA_LIST).await?;
    let today = visitor.floor.today();
    let items = directory::areas_below(reader.conn(), parent.as_ref(), today).await?;
    reader.finish().await?;
    Ok(Json(Areas { items }))
}

/// A matter with its seven fields (黄石《救助事项指导目录》), and what can be done about it here.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PublicMatter {
    #[serde(flatten)]
    matter: policy::Matter,
    /// What can be applied for at the portal.
    apply: Vec<Applicable>,
}

/// A procedure that can be begun at the portal.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Applicable {
    /// Key of the procedure.
    key: String,
    zh: String,
    en: String,
}

/// The catalogue.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PublicMatters {
    items: Vec<PublicMatter>,
}

/// Shows the guidance catalogue of a place, for anybody.
#[utoipa::path(
    get, path = "/portal/matters", operation_id = MATTER_LIST.id, tag = "intake",
    params(Whereabouts), responses((status = 200, body = PublicMatters))
)]
pub(crate) async fn list(
    visitor: Visitor,
    Query(at): Query<Whereabouts>,
) -> Result<Json<PublicMatters>> {
    gate::pass(&visitor.floor, Door::Public)?;
    let place = at.need()?;
    let ctx = anybody(&visitor.floor);
    let reader = ctx.query(&MATTER_LIST).await?;
    let today = visitor.floor.today();
    let (pack, rules) = rules(&visitor.floor, reader.conn(), &place, today).await?;
    reader.finish().await?;
    let matters = rules.catalogue().into_iter();
    let items = matters
        .map(|matter| shown(matter, &pack, &place, today))
        .collect();
    Ok(Json(PublicMatters { items }))
}

fn shown(matter: guides::Matter, pack: &Pack, place: &DivisionCode, on: NaiveDate) -> PublicMatter {
    let apply = pack
        .procedures_at(place, on)
        .into_iter()
        .filter(|p| p.programme == matter.key && APPLIED_FOR.contains(&p.kind.as_str()))
        .map(|p| Applicable {
            key: p.key.clone(),
            zh: p.label.zh.clone(),
            en: p.label.en.clone(),
        });
    PublicMatter {
        apply: apply.collect(),
        matter: matter.into(),
    }
}

/// The pack in force and the rules of a place on a day.
pub(crate) async fn rules(
    floor: &Floor,
    conn: &Conn,
    place: &DivisionCode,
    on: NaiveDate,
) -> Result<(Pack, Rules)> {
    let none = || Problem::new(&MATTER);
    let release = policy::release_on(floor, conn, on)
        .await?
        .ok_or_else(none)?;
    let rules = release.pack.rules(place, on).map_err(|_| none())?;
    Ok((release.pack, rules))
}

/// Checks that a procedure can be applied for at a place today.
///
/// # Errors
/// `intake.matter.unknown`.
pub(crate) async fn offered(
    floor: &Floor,
    conn: &Conn,
    place: &DivisionCode,
    procedure: &str,
) -> Result<()> {
    let today = floor.today();
    let (pack, _) = rules(floor, conn, place, today).await?;
    let there = pack
        .procedures_at(place, today)
        .into_iter()
        .any(|p| p.key == procedure && APPLIED_FOR.contains(&p.kind.as_str()));
    match there {
        true => Ok(()),
        false => Err(Problem::new(&MATTER).field(
            "/procedure",
            "请从目录中选择可以申请的事项",
            "Choose a matter of the catalogue that can be applied for.",
        )),
    }
}
