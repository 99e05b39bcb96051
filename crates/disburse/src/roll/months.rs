//! Months with their rolls.

use directory::Named;
use kernel::Month;
use platform::http::Json;
use platform::{Ctx, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::answer::{Changes, Sums};
use super::shown;
use crate::authz::MONTH_LIST;
use crate::repo;

/// One programme in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MonthProgramme {
    /// The programme.
    #[serde(flatten)]
    pub programme: Named,
    /// Its roll.
    pub roll_id: Uuid,
    /// The roll's status.
    pub status: String,
    /// 户, 人, 元.
    #[serde(flatten)]
    pub sums: Sums,
    /// What changed.
    pub change: Changes,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MonthAnswer {
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// Its programmes.
    pub programmes: Vec<MonthProgramme>,
}

/// The months, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MonthList {
    /// The months.
    pub items: Vec<MonthAnswer>,
}

/// Three years of a dozen programmes.
const ROLLS: u64 = 432;

#[utoipa::path(get, path = "/months", operation_id = "disburse.month.list", tag = "disburse",
    responses((status = 200, body = MonthList)))]
pub(crate) async fn months(ctx: Ctx) -> Result<Json<MonthList>> {
    let reader = ctx.query(&MONTH_LIST).await?;
    let rolls = repo::rolls(reader.conn(), reader.scope(), None, None, ROLLS, 0).await?;
    let shown = shown(ctx.floor(), reader.conn(), reader.scope(), &rolls).await?;
    reader.finish().await?;
    let mut items: Vec<MonthAnswer> = Vec::new();
    for roll in shown {
        if items.last().is_none_or(|last| last.month != roll.month) {
            items.push(MonthAnswer {
                month: roll.month,
                programmes: Vec::new(),
            });
        }
        if let Some(last) = items.last_mut() {
            last.programmes.push(MonthProgramme {
                programme: roll.programme,
                roll_id: roll.id,
                status: roll.status,
                sums: roll.sums,
                change: roll.changes,
            });
        }
    }
    Ok(Json(MonthList { items }))
}
