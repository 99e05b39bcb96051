//! What a simulation says, as data.

use super::change::Changed;
use super::lines::Refusal;
use super::totals::{Row, Sum, Totals};
use chrono::NaiveDate;
use kernel::{DivisionCode, DivisionLevel, Money, Month};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// A report before it is written.
#[derive(Debug, Clone)]
pub struct Report {
    /// The place.
    pub place: DivisionCode,
    /// The day.
    pub on: NaiveDate,
    /// The changes as they were understood.
    pub changed: Vec<Changed>,
    /// Households looked at.
    pub households: u64,
    /// Their members.
    pub persons: u64,
    /// Lines left out.
    pub refused: Vec<Refusal>,
    /// Whether the households are synthetic.
    pub synthetic: bool,
    /// Counts and sums.
    pub totals: Totals,
}

/// 户, 人 and 元 a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// 户
    pub households: i64,
    /// 人
    pub persons: i64,
    /// 元 a month, two decimals.
    pub cost_per_month: String,
}

impl From<&Sum> for Sums {
    fn from(sum: &Sum) -> Sums {
        Sums {
            households: sum.households,
            persons: sum.persons,
            cost_per_month: Money::from_fen(sum.fen).to_string(),
        }
    }
}

/// Both sides of a programme, a division, or all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// As the rules stand.
    pub baseline: Sums,
    /// By the changed rules.
    pub variant: Sums,
    /// Newly paid.
    pub entering: Sums,
    /// Not paid any more.
    pub leaving: Sums,
    /// Paid before and after, another amount: more and less together; the cost is the difference.
    pub changed: Sums,
    /// Paid more.
    pub raised: Sums,
    /// Paid less.
    pub lowered: Sums,
    /// Failed before, and may enter once missing facts are known.
    pub possibly_entering: Sums,
    /// Qualify and do not hold it (应享未享), as the rules stand. Who holds what say the lines
    /// (在享项目); a line that does not say holds nothing.
    pub gap_baseline: Sums,
    /// The same by the changed rules.
    pub gap_variant: Sums,
    /// Hold the programme and do not qualify, as the rules stand.
    pub over_baseline: Sums,
    /// The same by the changed rules.
    pub over_variant: Sums,
    /// Not paid after, and unknown whether they qualify.
    pub unknown: Sums,
    /// Paid after with an amount that cannot be told; it is not in the cost.
    pub amount_unknown: Sums,
}

impl From<&Row> for Side {
    fn from(row: &Row) -> Side {
        let changed = Sum {
            households: row.raise.households + row.lower.households,
            persons: row.raise.persons + row.lower.persons,
            fen: row.raise.fen - row.lower.fen,
        };
        Side {
            baseline: (&row.before).into(),
            variant: (&row.after).into(),
            entering: (&row.enter).into(),
            leaving: (&row.leave).into(),
            changed: (&changed).into(),
            raised: (&row.raise).into(),
            lowered: (&row.lower).into(),
            possibly_entering: (&row.possible).into(),
            gap_baseline: (&row.gap_before).into(),
            gap_variant: (&row.gap_after).into(),
            over_baseline: (&row.over_before).into(),
            over_variant: (&row.over_after).into(),
            unknown: (&row.unknown_after).into(),
            amount_unknown: (&row.open_after).into(),
        }
    }
}

/// The share of those who qualify that holds the programme, in per cent with one decimal.
pub(crate) fn coverage(qualify: Sum, gap: Sum) -> Option<String> {
    let held = qualify.persons - gap.persons;
    (qualify.persons > 0).then(|| {
        let tenths = (held * 1000 + qualify.persons / 2) / qualify.persons;
        format!("{}.{}", tenths / 10, tenths % 10)
    })
}

/// A component on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentSums {
    /// Key.
    pub component: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// 元 a month before.
    pub baseline: String,
    /// 元 a month after.
    pub variant: String,
}

/// A programme on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProgrammeReport {
    /// Key.
    pub programme: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Key of the fund.
    pub fund: String,
    /// Both sides.
    #[serde(flatten)]
    pub side: Side,
    /// Of the persons who qualify, how many in a hundred hold it, as the rules stand; none where
    /// nobody qualifies.
    pub coverage_baseline: Option<String>,
    /// The same by the changed rules.
    pub coverage_variant: Option<String>,
    /// By component.
    pub components: Vec<ComponentSums>,
}

impl Report {
    pub(crate) fn new(place: DivisionCode, on: NaiveDate, changed: Vec<Changed>) -> Report {
        Report {
            place,
            on,
            changed,
            households: 0,
            persons: 0,
            refused: Vec::new(),
            synthetic: false,
            totals: Totals::default(),
        }
    }

    /// The report as JSON: keys in English, names in Chinese, money as decimal text in 元.
    pub fn json(&self) -> Json {
        let all = Side::from(&self.totals.all);
        let mut out = json!({
            "place": self.place.short(),
            "on": self.on.to_string(),
            "month": Month::of(self.on).to_string(),
            "synthetic": self.synthetic,
            "set": self.changed,
            "households": self.households,
            "persons": self.persons,
            "refused": self.refused.iter().map(|r| json!({
                "code": r.code, "lines": r.count, "first_line": r.line,
                "message": format!("{} / {}", r.zh, r.en),
            })).collect::<Vec<_>>(),
        });
        merge(&mut out, json!(all));
        merge(
            &mut out,
            json!({
                "programmes": self.programmes(),
                "funds": self.funds(),
                "divisions": self.divisions(),
            }),
        );
        out
    }

    /// The programmes that pay or recognise somebody on either side.
    pub fn programmes(&self) -> Vec<Json> {
        let rows = self.totals.by_programme.iter().enumerate();
        rows.filter(|(_, row)| **row != Row::default())
            .map(|(n, row)| {
                let mut out = json!(programme(&self.totals, n, row));
                let of = self.totals.by_both.iter().filter(|((p, _), _)| *p == n);
                let places = townships(of.map(|((_, d), row)| (*d, row)));
                merge(&mut out, json!({ "divisions": listed(&places) }));
                out
            })
            .collect()
    }

    fn funds(&self) -> Vec<Json> {
        let mut funds: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
        for (name, row) in self.totals.names.iter().zip(&self.totals.by_programme) {
            if name.fund.is_empty() || (row.before.fen, row.after.fen) == (0, 0) {
                continue;
            }
            let sums = funds.entry(&name.fund).or_default();
            *sums = (sums.0 + row.before.fen, sums.1 + row.after.fen);
        }
        let shown = funds.into_iter().map(|(fund, (before, after))| {
            json!({
                "fund": fund,
                "baseline": Money::from_fen(before).to_string(),
                "variant": Money::from_fen(after).to_string(),
            })
        });
        shown.collect()
    }

    fn divisions(&self) -> Vec<Json> {
        listed(&townships(
            self.totals.by_division.iter().map(|(d, row)| (*d, row)),
        ))
    }
}

/// One programme of totals.
pub fn programme(totals: &Totals, n: usize, row: &Row) -> ProgrammeReport {
    let name = &totals.names[n];
    let components = name.components.iter().zip(&totals.components[n]);
    ProgrammeReport {
        programme: name.key.clone(),
        zh: name.zh.clone(),
        en: name.en.clone(),
        fund: name.fund.clone(),
        side: row.into(),
        coverage_baseline: coverage(row.before, row.gap_before),
        coverage_variant: coverage(row.after, row.gap_after),
        components: components
            .map(|((key, zh, en), (before, after))| ComponentSums {
                component: key.clone(),
                zh: zh.clone(),
                en: en.clone(),
                baseline: Money::from_fen(*before).to_string(),
                variant: Money::from_fen(*after).to_string(),
            })
            .collect(),
    }
}

/// Rows of villages as rows of townships; what stands above stays.
pub fn townships<'r>(
    rows: impl Iterator<Item = (DivisionCode, &'r Row)>,
) -> BTreeMap<DivisionCode, Row> {
    let mut out: BTreeMap<DivisionCode, Row> = BTreeMap::new();
    for (division, row) in rows {
        let township = division.at(DivisionLevel::Township).unwrap_or(division);
        *out.entry(township).or_default() += *row;
    }
    out
}

fn listed(rows: &BTreeMap<DivisionCode, Row>) -> Vec<Json> {
    let shown = rows.iter().map(|(division, row)| {
        let mut out = json!({ "division": division.short() });
        merge(&mut out, json!(Side::from(row)));
        out
    });
    shown.collect()
}

fn merge(into: &mut Json, from: Json) {
    if let (Json::Object(into), Json::Object(from)) = (into, from) {
        into.extend(from);
    }
}
