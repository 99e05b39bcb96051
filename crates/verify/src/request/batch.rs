//! `POST /verification/batches`: what waits goes to the upper platform as one file.

use std::collections::BTreeMap;

use ::platform::files::{self, NewFile, Source};
use ::platform::{Answer, Change, Ctx, Json, NewTask, Problem, Result, Sql, Tx, bulk};
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use kernel::DivisionLevel;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::file::{self, Head, Line};
use super::{NOUN, RequestStatus, RequestView, Subject, all, mine, send, subjects};
use crate::authz::{BATCH_CREATE, BATCH_LIST, REPORT_READ};
use crate::consent::{Asked, Consent, ConsentState, standings};
use crate::problems::{BATCH_EMPTY, NO_CONSENT, REQUEST_STATE};
use crate::rules::Bench;

const BATCH: &str = "verification_batch";
/// Requests of one file.
const MOST: usize = 2_000;

/// What is to be sent.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewBatch {
    /// The requests; all that wait where none are named.
    #[serde(default)]
    requests: Vec<Uuid>,
}

/// A batch.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationBatch)]
pub(crate) struct BatchView {
    /// Key.
    id: Uuid,
    /// Its number.
    number: String,
    /// The file, at `/files/{file}`.
    file: Uuid,
    /// Its name.
    name: String,
    /// SM3 digest of the file.
    digest: String,
    /// Households.
    requests: i32,
    /// Persons.
    persons: i32,
    /// The day by which the platform is to answer.
    due: NaiveDate,
    /// When it was made.
    made_at: DateTime<Utc>,
    /// When it was handed over.
    handed_at: Option<DateTime<Utc>>,
}

/// Writes a file with the requests that wait and hands it over. Each consent is looked at again:
/// one that has ended since stops the whole batch by name.
#[utoipa::path(
    post, path = "/verification/batches", operation_id = BATCH_CREATE.id, tag = "verify",
    request_body = NewBatch,
    responses((status = 201, body = BatchView), (status = 422, description = "verify.request.no_consent"),
        (status = 409, description = "verify.batch.empty, verify.request.state"))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<NewBatch>) -> Result<Answer> {
    let mut tx = ctx.begin(&BATCH_CREATE, None).await?;
    let waiting = waiting(&ctx, &tx, &body.requests).await?;
    let place = ctx.actor().division;
    let county = place.at(DivisionLevel::County).unwrap_or(place);
    let (floor, today) = (tx.floor().clone(), tx.floor().today());
    let bench = Bench::on(&floor, tx.conn(), &waiting[0].place()?, today).await?;
    let keys: Vec<Uuid> = waiting.iter().map(|r| r.id).collect();
    let people = subjects(&floor, tx.conn(), &keys).await?;
    let consents = consents(&tx, &bench, &waiting, &people).await?;
    let year = today.year();
    let serial = tx.serial(county.short(), BATCH, year).await?;
    let head = Head {
        batch: format!("{}-HP-{year}-{serial:05}", county.short()),
        unit: ctx.actor().organisation_name.clone(),
        day: today,
        requests: waiting.len(),
    };
    let lines = lines(&bench, &waiting, &people, &consents)?;
    let layout = bench.layout()?;
    let bytes = file::write(layout, &head, &lines)?;
    let stored = files::store(&floor, Source::Bytes(bytes)).await?;
    let name = file::name(&layout.out, &head);
    let new = NewFile {
        name: &name,
        media: "text/csv",
        permission: BATCH_CREATE.permission,
        division: Some(&county),
        section: None,
        noun: Some(BATCH),
        subject: Some(head.batch.clone()),
        personal: true,
    };
    let attached = files::attach(&mut tx, &stored, new).await?;
    let view = BatchView {
        id: floor.new_id(),
        number: head.batch.clone(),
        file: attached,
        name,
        digest: ::platform::hash::hex(&stored.digest),
        requests: i32::try_from(waiting.len()).map_err(Problem::internal)?,
        persons: i32::try_from(lines.len()).map_err(Problem::internal)?,
        due: bench.due()?,
        made_at: floor.now(),
        handed_at: None,
    };
    keep(&mut tx, &county, &view).await?;
    for request in &waiting {
        sent(&mut tx, request, &view).await?;
    }
    let args = send::SendArgs { batch: view.id };
    tx.enqueue(send::KIND, &args).await?;
    tx.finish(201, &view).await
}

async fn waiting(ctx: &Ctx, tx: &Tx, named: &[Uuid]) -> Result<Vec<RequestView>> {
    let mut condition = mine(ctx, tx.scope());
    if named.is_empty() {
        condition = condition.text(" and r.status = 'ready'");
    } else {
        condition = condition
            .text(" and r.id in ")
            .bind_all(named.iter().take(MOST).copied());
    }
    let condition = condition
        .text(" order by r.number limit ")
        .bind(i64::try_from(MOST).unwrap_or(i64::MAX));
    let found = all(tx.floor(), tx.conn(), condition).await?;
    if !named.is_empty() && found.len() < named.len() {
        return Err(Problem::not_found());
    }
    if found.iter().any(|r| r.status != RequestStatus::Ready) {
        return Err(Problem::new(&REQUEST_STATE));
    }
    if found.is_empty() {
        return Err(Problem::new(&BATCH_EMPTY));
    }
    Ok(found)
}

/// The consents of all people, looked at again on the day of sending.
async fn consents(
    tx: &Tx,
    bench: &Bench,
    requests: &[RequestView],
    people: &[Subject],
) -> Result<BTreeMap<(Uuid, i32), Consent>> {
    let mut problem = Problem::new(&NO_CONSENT);
    let mut found = BTreeMap::new();
    for request in requests {
        let own: Vec<&Subject> = people.iter().filter(|s| s.request == request.id).collect();
        let birth = |s: &Subject| {
            let number = kernel::IdNumber::parse(&s.id_number).ok();
            number.map(|n| n.birth())
        };
        let asked = Asked {
            case: request.case,
            programme: request.programme.clone(),
            purpose: request.purpose,
            on: bench.day,
            alone_from: bench.alone_from()?,
            people: own.iter().map(|s| (s.person, birth(s))).collect(),
        };
        let standings = standings(tx.floor(), tx.conn(), &asked).await?;
        for (subject, standing) in own.iter().zip(standings) {
            match (standing.state, standing.consent) {
                (ConsentState::Valid, Some(consent)) => {
                    found.insert((request.id, subject.seq), consent);
                }
                (state, _) => {
                    let (zh, en) = state.why();
                    problem = problem.field(
                        format!("/requests/{}", request.id),
                        format!("{} 第{}人：{zh}", request.number, subject.seq),
                        format!("{}, person {}: {en}.", request.number, subject.seq),
                    );
                }
            }
        }
    }
    problem.check()?;
    Ok(found)
}

fn lines(
    bench: &Bench,
    requests: &[RequestView],
    people: &[Subject],
    consents: &BTreeMap<(Uuid, i32), Consent>,
) -> Result<Vec<Line>> {
    let lawful = bench.sources()?;
    let mut lines = Vec::with_capacity(people.len());
    for request in requests {
        for subject in people.iter().filter(|s| s.request == request.id) {
            let Some(consent) = consents.get(&(request.id, subject.seq)) else {
                continue;
            };
            // What the law does not let be queried on the day is not asked for, whatever was signed.
            let items = consent.items.iter();
            let items = items.filter(|item| lawful.iter().any(|s| s.item == **item));
            lines.push(Line {
                request: request.number.clone(),
                seq: subject.seq,
                name: subject.name.clone(),
                id_number: subject.id_number.clone(),
                capacity: subject.capacity.zh(),
                programme: bench.programme(&request.programme).0,
                purpose: request.purpose.zh(),
                items: items.cloned().collect::<Vec<_>>().join("、"),
                from: consent.from,
                to: consent.to,
            });
        }
    }
    Ok(lines)
}

async fn keep(tx: &mut Tx, county: &kernel::DivisionCode, view: &BatchView) -> Result<()> {
    let columns = [
        "id", "number", "division", "file", "name", "digest", "requests", "persons", "due",
        "made_by", "made_at",
    ];
    let row = vec![
        view.id.into(),
        view.number.as_str().into(),
        county.as_str().into(),
        view.file.into(),
        view.name.as_str().into(),
        view.digest.as_str().into(),
        view.requests.into(),
        view.persons.into(),
        view.due.into(),
        tx.ctx().actor().user.into(),
        view.made_at.into(),
    ];
    bulk::insert(tx, BATCH, &columns, [row]).await?;
    let said = json!({
        "number": view.number, "digest": view.digest, "requests": view.requests,
        "persons": view.persons, "due": view.due,
    });
    tx.record(Change::created(BATCH, view.id, county, &said));
    Ok(())
}

async fn sent(tx: &mut Tx, request: &RequestView, batch: &BatchView) -> Result<()> {
    let next = request.status.then(RequestStatus::Sent)?;
    let sql = Sql::new("update verification_request set status = ")
        .bind(next.word())
        .text(", sent_at = ")
        .bind(tx.floor().now())
        .text(", due = ")
        .bind(batch.due)
        .text(", batch = ")
        .bind(batch.id)
        .text(", version = version + 1 where id = ")
        .bind(request.id);
    tx.conn().run(sql).await?;
    let condition = Sql::new("r.id = ").bind(request.id);
    let after = all(tx.floor(), tx.conn(), condition).await?.remove(0);
    let place = request.place()?;
    tx.record(Change::updated(
        NOUN,
        request.id,
        &place,
        &request.recorded(),
        &after.recorded(),
    ));
    tx.close_tasks(NOUN, request.id).await?;
    let number = request.case_number.as_deref().unwrap_or_default();
    tx.open_task(NewTask {
        kind: REPORT_READ.id,
        title_zh: format!("{number} 核对报告待读入"),
        title_en: format!("{number} verification report is awaited"),
        noun: NOUN,
        subject: request.id.to_string(),
        division: &place,
        section: None,
        permission: REPORT_READ.permission,
        not_for: None,
        role: None,
        holder: None,
        due: Some(batch.due),
    })
    .await?;
    Ok(())
}

/// What went to the platform, the last first.
#[utoipa::path(
    get, path = "/verification/batches", operation_id = BATCH_LIST.id, tag = "verify",
    responses((status = 200, body = Vec<BatchView>))
)]
pub(crate) async fn list(ctx: Ctx) -> Result<Json<Vec<BatchView>>> {
    let reader = ctx.query(&BATCH_LIST).await?;
    let sql = Sql::new(
        "select b.id, b.number, b.file, b.name, b.digest, b.requests, b.persons, b.due, b.made_at, \
         b.handed_at from verification_batch b where ",
    )
    .push(reader.scope().sql("b.division"))
    .text(" order by b.made_at desc, b.id limit 100");
    let mut found = Vec::new();
    for row in reader.conn().rows(sql).await? {
        found.push(BatchView {
            id: row.try_get_by_index(0)?,
            number: row.try_get_by_index(1)?,
            file: row.try_get_by_index(2)?,
            name: row.try_get_by_index(3)?,
            digest: row.try_get_by_index(4)?,
            requests: row.try_get_by_index(5)?,
            persons: row.try_get_by_index(6)?,
            due: row.try_get_by_index(7)?,
            made_at: row.try_get_by_index(8)?,
            handed_at: row.try_get_by_index(9)?,
        });
    }
    reader.finish().await?;
    Ok(Json(found))
}
