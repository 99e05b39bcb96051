//! `GET /catalogue`.

use chrono::NaiveDate;
use pack::guides;
use platform::{Ctx, Json, Query, Result};
use serde::{Deserialize, Serialize};

use crate::{authz::CATALOGUE_LIST, rules_on};

/// As of which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The day; today where left out.
    on: Option<NaiveDate>,
    /// The place, 6, 9 or 12 digits; 000000000000 is the nation; one's own area where left out.
    place: Option<String>,
}

/// A matter: the seven fields of the catalogue, and to whom it is referred.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Matter {
    key: String,
    /// 救助事项名称.
    zh: String,
    en: String,
    /// 救助事项概念.
    concept: String,
    /// 政策依据.
    basis: String,
    /// 受理条件.
    conditions: Vec<String>,
    /// 提供材料.
    materials: Vec<String>,
    /// 办理程序.
    procedure: Vec<String>,
    /// 受理单位.
    office: String,
    /// The department or social force that decides it.
    refer_to: Option<String>,
    /// Whether the document was read.
    verified: bool,
}

/// The catalogue.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Catalogue {
    items: Vec<Matter>,
}

/// Shows the guidance catalogue of one's area.
#[utoipa::path(
    get, path = "/catalogue", operation_id = CATALOGUE_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = Catalogue))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<Catalogue>> {
    let reader = ctx.query(&CATALOGUE_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (_, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let items = rules.catalogue().into_iter().map(shown).collect();
    Ok(Json(Catalogue { items }))
}

pub(crate) fn shown(matter: guides::Matter) -> Matter {
    Matter {
        key: matter.key,
        zh: matter.zh,
        en: matter.en,
        concept: matter.concept,
        basis: matter.basis,
        conditions: matter.conditions,
        materials: matter.materials,
        procedure: matter.procedure,
        office: matter.office,
        refer_to: matter.refer_to,
        verified: matter.verified,
    }
}
