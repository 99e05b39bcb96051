//! `POST /releases/amendments`: a raise as a release that waits for a second person.

use chrono::NaiveDate;
use pack::amend::{Amended, Amendment, Order};
use pack::simulate::{Change, ChangeFault};
use pack::{Pack, test};
use platform::{Answer, Ctx, Json, Problem, Result, problem::kinds};
use serde::Deserialize;

use super::Release;
use super::checks::CheckReport;
use super::paper::{NewPaper, takes_nothing_back, values_of};
use super::propose::{failing, faulty, propose_pack};
use crate::{
    authz::{RELEASE_AMEND, RELEASE_LIST},
    facade::release_on,
    problems::{AMENDMENT, NONE},
};

/// Most changed values of one release.
const MOST: usize = 50;

/// A changed value.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmendmentChange {
    /// The parameter; `名称.条目` for one entry of a table.
    #[schema(example = "农村低保标准")]
    pub name: String,
    /// The value, with or without its unit.
    #[schema(example = "5800元/年")]
    pub value: String,
}

/// The document that orders the change.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmendmentDocument {
    /// Title.
    pub title: String,
    /// Its number (文号).
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    #[serde(default)]
    pub issued: Option<NaiveDate>,
    /// The clause that gives the values.
    #[serde(default)]
    pub clause: String,
    /// Where its text was read; without it the values count as not verified.
    #[serde(default)]
    pub source: String,
}

/// Values that a document changes at a place from a day on.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAmendment {
    /// The first day on which the values hold, and on which the release counts.
    pub from: NaiveDate,
    /// The place at whose level they are written; one's own where left out.
    #[serde(default)]
    pub place: Option<String>,
    pub changes: Vec<AmendmentChange>,
    pub document: AmendmentDocument,
    /// Whether tests of months from that day on, whose expectations the document overtakes, are
    /// put out of use; without it they refuse the release and are named.
    #[serde(default)]
    pub overtake: bool,
}

/// Proposes the release in force with values that a document changes. The texts are written,
/// checked and tested as a whole; another person puts them in force.
#[utoipa::path(
    post, path = "/releases/amendments", operation_id = RELEASE_AMEND.id, tag = "policy",
    request_body = NewAmendment, responses((status = 201, body = Release))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<NewAmendment>) -> Result<Answer> {
    if !ctx.permits(RELEASE_AMEND.permission) {
        return Err(Problem::new(&kinds::DENIED));
    }
    let amendment = given.read(&ctx)?;
    let reader = ctx.query(&RELEASE_LIST).await?;
    let base = release_on(ctx.floor(), reader.conn(), values_of(given.from))
        .await?
        .ok_or_else(|| Problem::new(&NONE))?;
    takes_nothing_back(reader.conn(), base.id, given.from).await?;
    reader.finish().await?;
    let base_id = base.id;
    let (title, overtake) = (given.document.title.trim().to_owned(), given.overtake);
    let place = amendment.place;
    let work = move || write(&base.pack, amendment, overtake);
    let written = tokio::task::spawn_blocking(work)
        .await
        .map_err(Problem::internal)?;
    let (pack, report, amended) = written.map_err(|wrong| match wrong {
        Wrong::Problem(problem) => problem,
        Wrong::Changes(faults) => given.faults(faults),
    })?;
    let paper = NewPaper {
        place,
        title,
        cite: amended.cite,
        changes: amended.changed.iter().map(Into::into).collect(),
        base: base_id,
    };
    let proposed = propose_pack(&ctx, &RELEASE_AMEND, pack, report, given.from, Some(paper));
    let (tx, release) = proposed.await?;
    tx.finish(201, &release).await
}

/// Why an amendment cannot be written.
pub(super) enum Wrong {
    Problem(Problem),
    Changes(Vec<ChangeFault>),
}

/// Writes, checks and tests the texts.
pub(super) fn write(
    base: &Pack,
    mut amendment: Amendment,
    overtake: bool,
) -> std::result::Result<(Pack, CheckReport, Amended), Wrong> {
    let mut amended = base.amended(&amendment).map_err(Wrong::Changes)?;
    let load = |amended: &Amended| {
        Pack::load(amended.texts.clone()).map_err(|faults| Wrong::Problem(faulty(&faults)))
    };
    let mut pack = load(&amended)?;
    let results = test::run(&pack);
    if overtake && results.failed() > 0 {
        // Only what is of these months, at this level or below, can be overtaken: the check of
        // the texts sees to it.
        let mut names: Vec<String> = results
            .outcomes
            .iter()
            .filter(|o| !o.passed() && amendment.from <= o.month.last_day())
            .filter(|o| o.level == amended.level || below(&o.level, &amended.level))
            .map(|o| o.name.clone())
            .collect();
        names.sort();
        names.dedup();
        amendment.overtaken = names;
        amended = base.amended(&amendment).map_err(Wrong::Changes)?;
        pack = load(&amended)?;
    }
    let report = CheckReport::of(&pack);
    if report.failed > 0 {
        return Err(Wrong::Problem(failing(&report)));
    }
    Ok((pack, report, amended))
}

fn below(level: &str, above: &str) -> bool {
    level
        .strip_prefix(above)
        .is_some_and(|rest| rest.starts_with('/'))
}

impl NewAmendment {
    fn read(&self, ctx: &Ctx) -> Result<Amendment> {
        let mut problem = Problem::invalid();
        let place = match self
            .place
            .as_deref()
            .map(str::trim)
            .filter(|p| !p.is_empty())
        {
            None => ctx.actor().division,
            Some(code) => crate::place::parse(code)?,
        };
        if self.changes.is_empty() || self.changes.len() > MOST {
            problem = problem.field(
                "/changes",
                format!("请写1至{MOST}项调整。"),
                format!("Name 1 to {MOST} changed values."),
            );
        }
        let texts = [
            ("/document/title", &self.document.title, 200, true),
            ("/document/number", &self.document.number, 80, true),
            ("/document/issuer", &self.document.issuer, 100, true),
            ("/document/clause", &self.document.clause, 100, false),
            ("/document/source", &self.document.source, 300, false),
        ];
        for (pointer, text, most, needed) in texts {
            if needed && text.trim().is_empty() {
                problem = problem.field(pointer, "此项必填。", "This is needed.");
            } else if text.chars().count() > most || text.contains(char::is_control) {
                problem = problem.field(
                    pointer,
                    format!("不超过{most}字，不能换行。"),
                    format!("At most {most} characters on one line."),
                );
            }
        }
        problem.check()?;
        let (mut changes, mut faults) = (Vec::new(), Vec::new());
        for change in &self.changes {
            match Change::parse(&format!("{}={}", change.name, change.value)) {
                Ok(change) => changes.push(change),
                Err(fault) => faults.push(ChangeFault {
                    name: change.name.clone(),
                    ..fault
                }),
            }
        }
        if !faults.is_empty() {
            return Err(self.faults(faults));
        }
        Ok(Amendment {
            place,
            from: self.from,
            changes,
            order: Order {
                title: self.document.title.clone(),
                en: String::new(),
                number: self.document.number.clone(),
                issuer: self.document.issuer.clone(),
                issued: self.document.issued,
                source: self.document.source.clone(),
                clause: self.document.clause.clone(),
            },
            overtaken: Vec::new(),
        })
    }

    fn faults(&self, faults: Vec<ChangeFault>) -> Problem {
        let mut problem = Problem::new(&AMENDMENT);
        for fault in faults {
            let own = |c: &AmendmentChange| Change::new(&c.name, "").name == fault.name;
            let pointer = match self.changes.iter().position(own) {
                Some(at) => format!("/changes/{at}"),
                None => "/changes".to_owned(),
            };
            problem = problem.field(pointer, fault.zh, fault.en);
        }
        problem
    }
}
