//! Computed amounts beside printed ones, by programme: the difference is shown, not hidden.

use kernel::{Money, Month};
use pack::{Pack, model::Printed};
use platform::{Ctx, Json, Result, http::Query};
use serde::{Deserialize, Serialize};

use directory::Named;

use crate::{authz::RECONCILIATION, figures::sums, outside::pack_on};

/// Which months.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// The first month; January of the last one's year where left out.
    #[param(value_type = Option<String>)]
    from: Option<Month>,
    /// The last month; this month where left out.
    #[param(value_type = Option<String>)]
    to: Option<Month>,
}

/// One programme, or several that are printed as one.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Line {
    programme: Named,
    /// 元, from the lines of approved rolls.
    #[schema(value_type = String)]
    computed: Money,
    /// 元, as the document prints it; none where no document speaks of these months.
    #[schema(value_type = Option<String>)]
    printed: Option<Money>,
    /// 元, computed less printed.
    #[schema(value_type = Option<String>)]
    difference: Option<Money>,
    /// The difference over the printed amount, in percent with three decimals.
    ratio: Option<String>,
    /// The document.
    cite: Option<String>,
}

/// By programme.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Reconciliation {
    items: Vec<Line>,
}

/// Compares what was granted with what is printed.
#[utoipa::path(
    get, path = "/reconciliation", operation_id = RECONCILIATION.id, tag = "insight",
    params(Filter), responses((status = 200, body = Reconciliation))
)]
pub(crate) async fn handle(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Json<Reconciliation>> {
    let reader = ctx.query(&RECONCILIATION).await?;
    let to = filter.to.unwrap_or_else(|| Month::of(ctx.floor().today()));
    let from = filter
        .from
        .unwrap_or_else(|| Month::new(to.year(), 1).unwrap_or(to));
    let sums = sums(reader.conn(), reader.scope(), from, to).await?;
    let pack = pack_on(ctx.floor(), reader.conn(), to.last_day()).await?;
    reader.finish().await?;
    let fen =
        |programmes: &[String]| -> i64 { programmes.iter().filter_map(|key| sums.get(key)).sum() };
    let mut items = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for printed in printed_of(&pack, from, to) {
        told.extend(printed.programmes.iter().map(String::as_str));
        items.push(line(printed, fen(&printed.programmes)));
    }
    for programme in pack.programmes() {
        let Some(fen) = sums.get(&programme.key) else {
            continue;
        };
        if !told.contains(&programme.key.as_str()) {
            items.push(Line {
                programme: Named {
                    key: programme.key.clone(),
                    zh: programme.label.zh.clone(),
                    en: programme.label.en.clone(),
                },
                computed: Money::from_fen(*fen),
                printed: None,
                difference: None,
                ratio: None,
                cite: None,
            });
        }
    }
    Ok(Json(Reconciliation { items }))
}

/// The printed amounts of exactly these months, each programme once.
fn printed_of(pack: &Pack, from: Month, to: Month) -> Vec<&Printed> {
    let mut found: Vec<&Printed> = Vec::new();
    for printed in pack.printed() {
        let fits = printed.from == Some(from)
            && printed.to == Some(to)
            && printed.amount.is_some()
            && !printed.programmes.is_empty();
        if fits
            && found
                .iter()
                .all(|other| other.programmes != printed.programmes)
        {
            found.push(printed);
        }
    }
    found
}

fn line(printed: &Printed, computed: i64) -> Line {
    let amount = printed.amount.map(Money::fen);
    let difference = amount.map(|amount| computed - amount);
    Line {
        programme: Named {
            key: printed.programmes.join("+"),
            zh: printed.label.zh.clone(),
            en: printed.label.en.clone(),
        },
        computed: Money::from_fen(computed),
        printed: printed.amount,
        difference: difference.map(Money::from_fen),
        ratio: amount
            .zip(difference)
            .filter(|(amount, _)| *amount > 0)
            .map(|(amount, difference)| percent(difference, amount)),
        cite: Some(printed.cite.clone()),
    }
}

/// Percent with three decimals, rounded half away from nought.
fn percent(part: i64, whole: i64) -> String {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let thousandths = (part.abs() * 100_000 * 2 + whole) / (whole * 2);
    let sign = if part < 0 && thousandths > 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn the_difference_of_the_report_is_shown_to_the_thousandth() {
        // policy-facts: 6289.881 computed, 6337.1359 printed.
        assert_eq!(
            percent(6_289_881_000 - 6_337_135_900, 6_337_135_900),
            "-0.746"
        );
        assert_eq!(percent(0, 5), "0.000");
        assert_eq!(percent(1, 3), "33.333");
    }
}
