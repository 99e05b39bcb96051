//! `POST /releases`.

use chrono::NaiveDate;
use pack::{Pack, Texts, amend::Amendment};
use platform::{
    Answer, Change, Ctx, Json, NewTask, Operation, Problem, Result, Tx, problem::kinds,
};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
use serde::Deserialize;
use uuid::Uuid;

use super::amend::{Wrong, write};
use super::checks::{self, CheckReport};
use super::paper::{self, Carried, NewPaper};
use super::{Recorded, Release, one};
use crate::{
    authz::{RELEASE_APPROVE, RELEASE_LIST, RELEASE_PROPOSE},
    entity::release,
    facade::in_force,
    packs::packs,
    problems::{FAILING, FAULTY, NEVER, SAME},
    repo::{self, APPROVED, Head, PROPOSED},
    verify::NOUN,
};

/// From when the packs that come with the program shall count.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRelease {
    /// The first day.
    pub from: NaiveDate,
    /// An earlier release whose texts shall count again; the packs that come with the program
    /// where left out.
    pub again: Option<Uuid>,
}

/// Proposes the packs that come with the program, or those of an earlier release again. What the
/// county's own documents changed and still counts is written into the packs of the program. Packs
/// with faults, or whose own tests fail, are refused with all faults, and the release in force
/// stays.
#[utoipa::path(
    post, path = "/releases", operation_id = RELEASE_PROPOSE.id, tag = "policy",
    request_body = NewRelease, responses((status = 201, body = Release))
)]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<NewRelease>) -> Result<Answer> {
    let (tx, release) = prepare(&ctx, given.from, given.again).await?;
    tx.finish(201, &release).await
}

/// Proposes a release; for the set-up and the command line.
///
/// # Errors
/// `policy.release.faulty` and `policy.release.failing` with all faults,
/// `policy.release.same`, a missing permission.
pub async fn propose(ctx: &Ctx, from: NaiveDate) -> Result<Release> {
    let (tx, release) = prepare(ctx, from, None).await?;
    tx.commit().await?;
    Ok(release)
}

async fn prepare(ctx: &Ctx, from: NaiveDate, again: Option<Uuid>) -> Result<(Tx, Release)> {
    let floor = ctx.floor();
    // The right is asked for before the work, which may take a while.
    if !ctx.permits(RELEASE_PROPOSE.permission) {
        return Err(Problem::new(&kinds::DENIED));
    }
    let packs = packs(floor)?;
    let (kept, carried) = match again {
        Some(id) => (Some(earlier(ctx, id).await?), Vec::new()),
        None => (None, counting(ctx, from).await?),
    };
    let read = move || match kept {
        Some(archive) => {
            let texts = Texts::from_archive(&archive).map_err(Problem::internal)?;
            checked(Pack::load(texts))
        }
        None => carry(checked(packs.next())?, carried),
    };
    let (pack, report) = tokio::task::spawn_blocking(read)
        .await
        .map_err(Problem::internal)??;
    propose_pack(ctx, &RELEASE_PROPOSE, pack, report, from, None).await
}

/// What documents of the county changed and still counts on a day.
async fn counting(ctx: &Ctx, from: NaiveDate) -> Result<Vec<(Carried, Amendment)>> {
    let reader = ctx.query(&RELEASE_LIST).await?;
    let counting = paper::counting(ctx.floor(), reader.conn(), from).await?;
    reader.finish().await?;
    Ok(counting)
}

/// Writes what counts of the county's own documents into texts that do not hold it: those of a
/// newer program know nothing of the county's last raise.
fn carry(
    checked: (Pack, CheckReport),
    counting: Vec<(Carried, Amendment)>,
) -> Result<(Pack, CheckReport)> {
    counting
        .into_iter()
        .try_fold(checked, |(pack, report), (document, mut amendment)| {
            let (place, from) = (amendment.place, amendment.from);
            amendment.changes.retain(|change| {
                let own = pack.written(&place, from, &change.name);
                own.is_none_or(|(own, _)| own != *change)
            });
            if amendment.changes.is_empty() {
                return Ok((pack, report));
            }
            let overtake = !amendment.overtaken.is_empty();
            match write(&pack, amendment, overtake) {
                Ok((pack, report, _)) => Ok((pack, report)),
                Err(Wrong::Problem(problem)) => Err(problem),
                Err(Wrong::Changes(faults)) => Err(document.unfit(&faults)),
            }
        })
}

/// Keeps a checked pack as a release that waits for a second person, with the check's report and
/// the document that it carries out.
pub(crate) async fn propose_pack(
    ctx: &Ctx,
    operation: &'static Operation,
    pack: Pack,
    report: CheckReport,
    from: NaiveDate,
    paper: Option<NewPaper>,
) -> Result<(Tx, Release)> {
    let floor = ctx.floor();
    let mut tx = ctx.begin(operation, None).await?;
    let waits = repo::waits(tx.conn(), pack.digest(), from).await?;
    if waits || changes_nothing(&repo::approved(tx.conn()).await?, pack.digest(), from) {
        return Err(Problem::new(&SAME));
    }
    let row = release::Model {
        id: floor.new_id(),
        version: repo::next_version(tx.conn()).await?,
        digest: pack.digest().to_owned(),
        archive: pack.texts().archive(),
        valid_from: from,
        status: PROPOSED.to_owned(),
        proposed_by: ctx.actor().user,
        decided_by: None,
        created_at: floor.now(),
        decided_at: None,
    };
    let (id, recorded) = (row.id, Recorded::of(&row));
    let mut active = row.into_active_model();
    active = active.reset_all();
    active.insert(tx.conn()).await?;
    tx.record(Change::created(NOUN, id, None, &recorded));
    checks::keep(&mut tx, id, &report).await?;
    if let Some(paper) = paper {
        paper::keep(&mut tx, id, &paper).await?;
    }
    packs(floor)?.keep(&pack);
    let division = ctx.actor().division;
    tx.open_task(NewTask {
        kind: RELEASE_APPROVE.id,
        title_zh: format!("审批政策包，自{from}起启用"),
        title_en: format!("Approve a policy pack that counts from {from}"),
        noun: NOUN,
        subject: id.to_string(),
        division: &division,
        section: None,
        permission: RELEASE_APPROVE.permission,
        not_for: Some(ctx.actor().user),
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    let shown = one(&tx, id).await?;
    Ok((tx, shown))
}

/// The texts of a release that was in force once.
async fn earlier(ctx: &Ctx, id: Uuid) -> Result<Vec<u8>> {
    let reader = ctx.query(&RELEASE_LIST).await?;
    let row = repo::whole(reader.conn(), id).await?;
    reader.finish().await?;
    match row {
        Some(row) if row.status == APPROVED => Ok(row.archive),
        Some(_) => Err(Problem::new(&NEVER)),
        None => Err(Problem::not_found()),
    }
}

/// Whether these texts count already on every day from `from` on.
fn changes_nothing(approved: &[Head], digest: &str, from: NaiveDate) -> bool {
    let later = approved.iter().map(|head| head.valid_from);
    let mut days = later.filter(|day| *day > from).chain([from]);
    days.all(|day| in_force(approved, day).is_some_and(|head| head.digest == digest))
}

/// A pack that has no faults and whose tests pass.
fn checked(read: Result<Pack, Vec<pack::Fault>>) -> Result<(Pack, CheckReport)> {
    let pack = read.map_err(|faults| faulty(&faults))?;
    let report = CheckReport::of(&pack);
    if report.failed > 0 {
        return Err(failing(&report));
    }
    Ok((pack, report))
}

/// Texts with faults, as a refusal.
pub(crate) fn faulty(faults: &[pack::Fault]) -> Problem {
    let count = faults.len();
    let problem = Problem::new(&FAULTY).detail(
        format!("共 {count} 处错误。"),
        format!("{count} fault(s) in all."),
    );
    named(problem, &CheckReport::faulty(faults))
}

/// Tests that fail, as a refusal.
pub(crate) fn failing(report: &CheckReport) -> Problem {
    named(Problem::new(&FAILING), report)
}

fn named(problem: Problem, report: &CheckReport) -> Problem {
    let each = report.problems.iter().cloned();
    each.fold(problem, |problem, fault| {
        problem.field(format!("/{}", fault.place), fault.zh, fault.en)
    })
}
