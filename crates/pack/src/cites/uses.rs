//! What rests on which document: every citation of a pack, resolved once.

use super::{Names, Reference};
use crate::fault::Spot;
use crate::model::{Body, Dated, LevelId, Parameter, Programme};
use crate::read::Draft;
use chrono::NaiveDate;
use serde::Serialize;

/// What cites a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CitedBy {
    /// A value of a parameter.
    Parameter,
    /// A value of a statistic.
    Statistic,
    /// A programme as a whole.
    Programme,
    /// A programme that steps back before another.
    Exclusion,
    /// An intermediate result.
    Variable,
    /// A condition of eligibility.
    Condition,
    /// What is paid.
    Component,
    /// A limit.
    Check,
    /// An entry of the guidance catalogue.
    Guide,
    /// A source of money.
    Fund,
    /// A figure as printed.
    Printed,
    /// A purpose for which a source may be used.
    Ground,
    /// A check over sources.
    Finding,
}

impl CitedBy {
    /// Chinese and English word.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            CitedBy::Parameter => ("参数", "parameter"),
            CitedBy::Statistic => ("统计数", "statistic"),
            CitedBy::Programme => ("项目", "programme"),
            CitedBy::Exclusion => ("让位", "exclusion"),
            CitedBy::Variable => ("变量", "variable"),
            CitedBy::Condition => ("条件", "condition"),
            CitedBy::Component => ("发放", "component"),
            CitedBy::Check => ("限额", "check"),
            CitedBy::Guide => ("指南", "guide"),
            CitedBy::Fund => ("资金", "fund"),
            CitedBy::Printed => ("印出的数", "printed figure"),
            CitedBy::Ground => ("数据用途", "use of a source"),
            CitedBy::Finding => ("核查规则", "check over sources"),
        }
    }
}

/// One citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What cites.
    pub by: CitedBy,
    /// The programme it belongs to.
    pub programme: Option<String>,
    /// Its Chinese name.
    pub name: String,
    /// The level that says it.
    pub level: LevelId,
    /// First day, where it is dated.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The citation as written.
    pub cite: String,
    /// Whether the document is said to have been read; none where that is not asked.
    pub verified: Option<bool>,
    /// The documents and articles that it names.
    pub references: Vec<Reference>,
    /// Where it stands.
    pub spot: Spot,
}

impl Cited {
    /// Whether it holds on a day; true where it has no dates.
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }
}

/// All citations of a pack, in the order of the texts.
pub(crate) fn all(draft: &Draft, names: &Names) -> Vec<Cited> {
    let mut found = Vec::new();
    for parameter in &draft.parameters {
        of_parameter(parameter, &mut found);
    }
    for programme in &draft.programmes {
        of_programme(programme, &mut found);
    }
    for fund in &draft.funds {
        let mut cited = plain(CitedBy::Fund, &fund.label.zh, &fund.cite, fund.spot);
        cited.verified = Some(fund.verified);
        found.push(cited);
    }
    for printed in &draft.printed {
        let mut cited = plain(
            CitedBy::Printed,
            &printed.label.zh,
            &printed.cite,
            printed.spot,
        );
        cited.level = printed.level;
        found.push(cited);
    }
    for source in &draft.sources {
        for ground in &source.grounds {
            let mut cited = plain(CitedBy::Ground, &source.label.zh, &ground.cite, source.spot);
            cited.level = source.level;
            cited.verified = Some(ground.verified);
            found.push(cited);
        }
    }
    for check in &draft.findings {
        let bodies = check.bodies.iter();
        found.extend(bodies.map(|body| dated(CitedBy::Finding, None, &check.label.zh, body)));
    }
    for cited in &mut found {
        cited.references = names.references(&cited.cite);
    }
    found.sort_by_key(|c| c.spot);
    found
}

fn plain(by: CitedBy, name: &str, cite: &str, spot: Spot) -> Cited {
    Cited {
        by,
        programme: None,
        name: name.to_owned(),
        level: LevelId(0),
        from: None,
        to: None,
        cite: cite.to_owned(),
        verified: None,
        references: Vec::new(),
        spot,
    }
}

fn dated<T>(by: CitedBy, programme: Option<&str>, name: &str, value: &Dated<T>) -> Cited {
    Cited {
        programme: programme.map(str::to_owned),
        level: value.level,
        from: Some(value.from),
        to: value.to,
        verified: Some(value.verified),
        ..plain(by, name, &value.cite, value.spot)
    }
}

fn of_parameter(parameter: &Parameter, found: &mut Vec<Cited>) {
    let by = if parameter.statistic {
        CitedBy::Statistic
    } else {
        CitedBy::Parameter
    };
    let values = parameter.values.iter();
    found.extend(values.map(|value| dated(by, None, &parameter.name, value)));
}

fn of_programme(programme: &Programme, found: &mut Vec<Cited>) {
    let key = Some(programme.key.as_str());
    let whole = plain(
        CitedBy::Programme,
        &programme.label.zh,
        &programme.cite,
        programme.spot,
    );
    found.push(Cited {
        programme: key.map(str::to_owned),
        level: programme.level,
        from: Some(programme.from),
        to: programme.to,
        ..whole
    });
    for other in &programme.yields {
        let name = format!("{}让位于{}", programme.label.zh, other.programme);
        found.push(Cited {
            programme: key.map(str::to_owned),
            level: programme.level,
            ..plain(CitedBy::Exclusion, &name, &other.cite, other.spot)
        });
    }
    let guides = programme.guides.iter();
    found.extend(guides.map(|guide| dated(CitedBy::Guide, key, &programme.label.zh, guide)));
    let mut add = |by, name: &str, bodies: &[Dated<Body>]| {
        found.extend(bodies.iter().map(|body| dated(by, key, name, body)));
    };
    for variable in &programme.variables {
        add(CitedBy::Variable, &variable.name, &variable.bodies);
    }
    for way in &programme.ways {
        add(CitedBy::Condition, way.kind.word(), &way.covered);
        for condition in way.applies.iter().chain(&way.conditions) {
            add(CitedBy::Condition, &condition.label.zh, &condition.bodies);
        }
    }
    for component in &programme.components {
        add(CitedBy::Component, &component.label.zh, &component.bodies);
    }
    for check in &programme.checks {
        add(CitedBy::Check, &check.label.zh, &check.bodies);
    }
}
