//! Holding a file against what was asked: every request that it answers, person by person.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use platform::{Conn, Ctx, Floor, Problem, Result, Scope, Sql};
use uuid::Uuid;

use super::file::{self, Reading, Said};
use crate::consent::{self, Consent};
use crate::problems::REPORT_REFUSED;
use crate::request::{self, RequestStatus, RequestView, Subject, subjects};
use crate::rules::Bench;

/// The fault of a request that one's own office never made.
pub(crate) const UNKNOWN: &str = "unknown_request";

/// What is known about one person in one source.
pub(crate) struct Line {
    pub person: Uuid,
    pub source: String,
    pub found: bool,
    pub details: String,
}

/// The answer to one request.
pub(crate) struct Answered {
    pub request: RequestView,
    pub number: String,
    pub day: NaiveDate,
    pub lines: Vec<Line>,
}

/// What a file brings: answers to requests that wait, and how many were answered by the same
/// file before.
#[derive(Default)]
pub(crate) struct Plan {
    pub fresh: Vec<Answered>,
    pub again: Vec<RequestView>,
}

/// Reads a file and holds it against the requests of one's office.
///
/// # Errors
/// `verify.report.refused` with every fault.
pub(crate) async fn plan(
    ctx: &Ctx,
    conn: &Conn,
    scope: &Scope,
    bytes: Vec<u8>,
    digest: &str,
) -> Result<Plan> {
    let floor = ctx.floor();
    let today = floor.today();
    let bench = Bench::on(floor, conn, &ctx.actor().division, today).await?;
    let mut reading = file::read(bench.layout()?, bytes);
    let known = known(ctx, conn, scope, &reading).await?;
    let keys: Vec<Uuid> = known.values().map(|k| k.request.id).collect();
    let people = subjects(floor, conn, &keys).await?;
    let consents = consents(floor, conn, &people).await?;
    let lines = std::mem::take(&mut reading.lines);
    let mut by_request: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for line in lines {
        by_request
            .entry(line.request.clone())
            .or_default()
            .push(line);
    }
    let mut plan = Plan::default();
    for (number, lines) in &by_request {
        let Some(known) = known.get(number) else {
            // One of another office is as unknown as one that never was.
            let shown: String = number.chars().take(40).collect();
            reading.fault(
                lines[0].row,
                UNKNOWN,
                format!("没有核对编号为“{shown}”的请求。"),
                format!("There is no request “{shown}”."),
            );
            continue;
        };
        match (known.request.status, known.digest.as_deref()) {
            (RequestStatus::Answered, Some(before)) if before == digest => {
                plan.again.push(known.request.clone());
                continue;
            }
            (RequestStatus::Sent, _) => {}
            (status, _) => {
                state_fault(&mut reading, lines[0].row, number, status);
                continue;
            }
        }
        let own: Vec<&Subject> = people
            .iter()
            .filter(|s| s.request == known.request.id)
            .collect();
        let desk = Desk {
            request: &known.request,
            own: &own,
            consents: &consents,
            bench: &bench,
            today,
        };
        if let Some(answered) = desk.hold(lines, &mut reading) {
            plan.fresh.push(answered);
        }
    }
    if reading.faults.is_empty() {
        return Ok(plan);
    }
    let count = reading.faults.len();
    let mut problem = Problem::new(&REPORT_REFUSED).detail(
        format!("发现{count}处错误，请按行号逐一改正后整份重新读入。"),
        format!("{count} faults were found; mend each by its row and read the whole file again."),
    );
    reading.faults.sort_by_key(|fault| fault.row);
    for fault in reading.faults {
        problem.add(fault);
    }
    Err(problem)
}

fn state_fault(reading: &mut Reading, row: u64, number: &str, status: RequestStatus) {
    let (code, zh, en) = match status {
        RequestStatus::Answered => (
            "answered_already",
            format!("核对编号{number}已有报告，内容不同的报告不能再读入。"),
            format!("Request {number} has a report; another one is not taken."),
        ),
        RequestStatus::Cancelled => (
            "cancelled",
            format!("核对编号{number}的请求已经撤销。"),
            format!("Request {number} was cancelled."),
        ),
        _ => (
            "not_sent",
            format!("核对编号{number}的请求还没有报送。"),
            format!("Request {number} has not been sent."),
        ),
    };
    reading.fault(row, code, zh, en);
}

struct Known {
    request: RequestView,
    /// Digest of the file that answered it.
    digest: Option<String>,
}

/// The requests that a file names, of one's own office only.
async fn known(
    ctx: &Ctx,
    conn: &Conn,
    scope: &Scope,
    reading: &Reading,
) -> Result<BTreeMap<String, Known>> {
    let numbers: BTreeSet<&str> = reading.lines.iter().map(|l| l.request.as_str()).collect();
    let numbers: Vec<&str> = numbers.into_iter().collect();
    let mut found = BTreeMap::new();
    for part in numbers.chunks(500) {
        let condition = request::mine(ctx, scope)
            .text(" and r.number in ")
            .bind_all(part.iter().copied())
            .text(" order by r.number");
        let requests = request::all(ctx.floor(), conn, condition).await?;
        let keys: Vec<Uuid> = requests.iter().map(|r| r.id).collect();
        let mut digests: BTreeMap<Uuid, String> = BTreeMap::new();
        if !keys.is_empty() {
            let sql = Sql::new("select request, digest from verification_report where request in ")
                .bind_all(keys);
            for row in conn.rows(sql).await? {
                digests.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            }
        }
        for request in requests {
            let digest = digests.remove(&request.id);
            found.insert(request.number.clone(), Known { request, digest });
        }
    }
    Ok(found)
}

async fn consents(
    floor: &Floor,
    conn: &Conn,
    people: &[Subject],
) -> Result<BTreeMap<Uuid, Consent>> {
    let keys: Vec<Uuid> = people.iter().map(|s| s.consent).collect();
    let mut found = BTreeMap::new();
    for part in keys.chunks(500) {
        let condition = Sql::new("t.id in ").bind_all(part.iter().copied());
        let consents = consent::all(floor, conn, condition).await?;
        found.extend(consents.into_iter().map(|c| (c.id, c)));
    }
    Ok(found)
}

/// One request with what its lines are held against.
struct Desk<'a> {
    request: &'a RequestView,
    own: &'a [&'a Subject],
    consents: &'a BTreeMap<Uuid, Consent>,
    bench: &'a Bench,
    today: NaiveDate,
}

impl Desk<'_> {
    fn hold(&self, lines: &[Said], reading: &mut Reading) -> Option<Answered> {
        let before = reading.faults.len();
        let (number, day) = self.heading(lines, reading)?;
        let mut seen: BTreeMap<(Uuid, String, String), u64> = BTreeMap::new();
        let mut answered = Vec::with_capacity(lines.len());
        for line in lines {
            let Some(line) = self.line(line, &mut seen, reading) else {
                continue;
            };
            answered.push(line);
        }
        for subject in self.own {
            if !answered.iter().any(|l| l.person == subject.person) {
                reading.fault(
                    lines[0].row,
                    "person_missing",
                    format!(
                        "核对编号{}第{}人没有结果。",
                        self.request.number, subject.seq
                    ),
                    format!(
                        "Person {} of request {} is not answered.",
                        subject.seq, self.request.number
                    ),
                );
            }
        }
        // The order of the file does not matter: people as they were asked, sources by the pack.
        let place = |person: &Uuid| self.own.iter().position(|s| s.person == *person);
        let sources = &self.bench.layout().ok()?.sources;
        let order = |key: &str| sources.iter().position(|s| s.key == key);
        answered.sort_by(|a, b| {
            (order(&a.source), place(&a.person), &a.details).cmp(&(
                order(&b.source),
                place(&b.person),
                &b.details,
            ))
        });
        (reading.faults.len() == before).then(|| Answered {
            request: self.request.clone(),
            number,
            day,
            lines: answered,
        })
    }

    fn heading(&self, lines: &[Said], reading: &mut Reading) -> Option<(String, NaiveDate)> {
        let first = &lines[0];
        for line in lines {
            if line.report != first.report || line.day != first.day {
                reading.fault(
                    line.row,
                    "report_twice",
                    format!("核对编号{}在同一文件中有两份报告。", self.request.number),
                    format!(
                        "Request {} has two reports in this file.",
                        self.request.number
                    ),
                );
                return None;
            }
        }
        let day = first.day?;
        if day < self.request.asked_on {
            reading.fault(
                first.row,
                "older",
                format!(
                    "报告日期{day}早于提请日期{}，不是对本次请求的答复。",
                    self.request.asked_on
                ),
                format!(
                    "The report of {day} is older than the request of {}; it does not answer it.",
                    self.request.asked_on
                ),
            );
            return None;
        }
        if day > self.today {
            reading.fault(
                first.row,
                "future",
                format!("报告日期{day}在今天之后。"),
                format!("The day of the report, {day}, is after today."),
            );
            return None;
        }
        Some((first.report.clone(), day))
    }

    fn line(
        &self,
        said: &Said,
        seen: &mut BTreeMap<(Uuid, String, String), u64>,
        reading: &mut Reading,
    ) -> Option<Line> {
        let number = &self.request.number;
        let subject = self.own.iter().find(|s| s.id_number == said.id_number);
        let Some(subject) = subject else {
            let named = self
                .own
                .iter()
                .any(|s| kernel::text::normalise_name(&s.name) == said.name);
            if named {
                reading.fault(
                    said.row,
                    "id_changed",
                    format!("核对编号{number}：证件号码与提请的不一致。"),
                    format!("Request {number}: the ID number is not the one that was asked for."),
                );
            } else {
                reading.fault(
                    said.row,
                    "unknown_person",
                    format!("核对编号{number}没有提请核对此人，不得读入。"),
                    format!(
                        "Request {number} did not ask for this person; nothing about them is taken."
                    ),
                );
            }
            return None;
        };
        if kernel::text::normalise_name(&subject.name) != said.name {
            reading.fault(
                said.row,
                "name_differs",
                format!("核对编号{number}第{}人的姓名与提请的不一致。", subject.seq),
                format!(
                    "Request {number}: the name of person {} is not the one asked for.",
                    subject.seq
                ),
            );
        }
        let (source, found) = (said.source.clone()?, said.found?);
        self.allowed(subject, &source, said.row, reading);
        let key = (subject.person, source.clone(), said.details.clone());
        if let Some(first) = seen.insert(key, said.row) {
            reading.fault(
                said.row,
                "line_twice",
                format!("与第{first}行重复。"),
                format!("The same as row {first}."),
            );
            return None;
        }
        Some(Line {
            person: subject.person,
            source,
            found,
            details: said.details.clone(),
        })
    }

    /// What a person did not agree to is not taken, even where the platform sends it.
    fn allowed(&self, subject: &Subject, source: &str, row: u64, reading: &mut Reading) {
        let sources = self.bench.sources().unwrap_or_default();
        let item = sources.iter().find(|s| s.key == source).map(|s| &s.item);
        let consent = self.consents.get(&subject.consent);
        let agreed = item
            .zip(consent)
            .is_some_and(|(item, consent)| consent.items.contains(item));
        if !agreed {
            reading.fault(
                row,
                "beyond_consent",
                format!(
                    "核对编号{}第{}人没有授权查询此项，不得读入。",
                    self.request.number, subject.seq
                ),
                format!(
                    "Request {}, person {}: querying this was not consented to; it is not taken.",
                    self.request.number, subject.seq
                ),
            );
        }
    }
}
