//! `GET /catalogue`.

use pack::guides;
use platform::{Ctx, Json, Query, Result};
use serde::Serialize;

use crate::asked::Asked;
use crate::{authz::CATALOGUE_LIST, rules_on};

/// A matter: the seven fields of the catalogue, and to whom it is referred.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Matter {
    /// Key.
    pub key: String,
    /// 救助事项名称.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// 救助事项概念.
    pub concept: String,
    /// 政策依据.
    pub basis: String,
    /// 受理条件.
    pub conditions: Vec<String>,
    /// 提供材料.
    pub materials: Vec<String>,
    /// 办理程序.
    pub procedure: Vec<String>,
    /// 受理单位.
    pub office: String,
    /// The department or social force that decides it.
    pub refer_to: Option<String>,
    /// Whether the document was read.
    pub verified: bool,
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
    let items = rules.catalogue().into_iter().map(Matter::from).collect();
    Ok(Json(Catalogue { items }))
}

impl From<guides::Matter> for Matter {
    fn from(matter: guides::Matter) -> Self {
        Self {
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
}
