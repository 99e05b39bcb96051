//! `GET /formulas`.

use directory::Named;
use pack::rules::{FormulaPart, FormulaView};
use platform::{Ctx, Json, Query, Result};
use serde::Serialize;

use crate::{asked::Asked, authz::FORMULA_LIST, rules_on};

/// Which part of a programme a formula is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// A step that other formulas speak of.
    Step,
    /// A condition of a way into it.
    Condition,
    /// What it pays.
    Amount,
}

/// A formula that a simulation can change.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ListedFormula {
    /// The name by which a simulation changes it.
    name: String,
    zh: String,
    en: String,
    programme: Named,
    part: Part,
    formula: String,
    cite: String,
}

/// The formulas of a place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FormulaList {
    items: Vec<ListedFormula>,
}

/// Lists the formulas that hold in one's area, by programme.
#[utoipa::path(
    get, path = "/formulas", operation_id = FORMULA_LIST.id, tag = "policy",
    params(Asked), responses((status = 200, body = FormulaList))
)]
pub(crate) async fn handle(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<FormulaList>> {
    let reader = ctx.query(&FORMULA_LIST).await?;
    let on = asked.on.unwrap_or_else(|| ctx.floor().today());
    let (_, rules) = rules_on(&ctx, &reader, on, asked.place.as_deref()).await?;
    reader.finish().await?;
    let items = rules.formulas().into_iter().map(shown).collect();
    Ok(Json(FormulaList { items }))
}

fn shown(view: FormulaView<'_>) -> ListedFormula {
    ListedFormula {
        name: view.name,
        zh: view.zh.to_owned(),
        en: view.en.to_owned(),
        programme: Named {
            key: view.programme.key.clone(),
            zh: view.programme.label.zh.clone(),
            en: view.programme.label.en.clone(),
        },
        part: match view.part {
            FormulaPart::Step => Part::Step,
            FormulaPart::Condition => Part::Condition,
            FormulaPart::Amount => Part::Amount,
        },
        formula: view.body.value.formula.clone(),
        cite: view.body.cite.clone(),
    }
}
