//! What the check of a release's texts and its own tests said, kept with the release.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use directory::{UserRef, user_names};
use pack::{Pack, Texts};
use platform::{Change, Conn, JobCtx, JobKind, Problem, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{authz::RELEASE_CHECK, repo};

/// No report lists more than this; `doudi pack check` and `doudi pack test` list all.
pub(crate) const LISTED: usize = 100;

/// A fault of a text, or a test that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ReleaseFault {
    /// File and line.
    pub place: String,
    pub zh: String,
    pub en: String,
}

/// What a check said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct CheckReport {
    /// How many tests the texts carry.
    pub tests: u32,
    /// How many of them failed.
    pub failed: u32,
    /// How many faults the texts have.
    pub faults: u32,
    /// The first hundred faults and failures.
    pub problems: Vec<ReleaseFault>,
    /// Tests that a later document has overtaken, with the document; they are not run.
    pub overtaken: Vec<String>,
}

impl CheckReport {
    /// Of texts without faults, by their tests.
    pub fn of(pack: &Pack) -> CheckReport {
        let report = pack::test::run(pack);
        let failing = report.outcomes.iter().filter(|o| !o.passed());
        let problems = failing.take(LISTED).map(|outcome| {
            let (zh, en): (Vec<_>, Vec<_>) = outcome.differences.iter().cloned().unzip();
            ReleaseFault {
                place: format!("{}:{}", outcome.file, outcome.line),
                zh: format!("{}：{}", outcome.name, zh.join("；")),
                en: format!("{}: {}", outcome.name, en.join("; ")),
            }
        });
        let overtaken = report.outcomes.iter().filter_map(|outcome| {
            let cite = outcome.overtaken.as_ref()?;
            Some(format!("{}（{cite}）", outcome.name))
        });
        CheckReport {
            tests: report.outcomes.len() as u32,
            failed: report.failed() as u32,
            faults: 0,
            problems: problems.collect(),
            overtaken: overtaken.collect(),
        }
    }

    /// Of texts with faults.
    pub fn faulty(faults: &[pack::Fault]) -> CheckReport {
        let problems = faults.iter().take(LISTED).map(|fault| ReleaseFault {
            place: format!("{}:{}:{}", fault.file, fault.line, fault.column),
            zh: format!("{}。{}", fault.zh, fault.mend_zh),
            en: format!("{}. {}", fault.en, fault.mend_en),
        });
        CheckReport {
            faults: faults.len() as u32,
            problems: problems.collect(),
            ..CheckReport::default()
        }
    }
}

/// A check of a release.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ReleaseCheck {
    /// When.
    pub at: DateTime<Utc>,
    /// Who asked for it.
    pub by: UserRef,
    #[serde(flatten)]
    pub report: CheckReport,
}

/// Keeps a report with its release.
pub(crate) async fn keep(tx: &mut Tx, release: Uuid, report: &CheckReport) -> Result<()> {
    let values: Vec<sea_orm::Value> = vec![
        tx.floor().new_id().into(),
        release.into(),
        tx.floor().now().into(),
        tx.ctx().actor().user.into(),
        serde_json::to_string(report)?.into(),
    ];
    let columns = ["id", "release", "checked_at", "checked_by", "report"];
    bulk::insert(tx, "release_check", &columns, [values]).await?;
    tx.record(Change::created("release_check", release, None, report));
    Ok(())
}

/// The checks of a release, the latest first.
pub(crate) async fn of(conn: &Conn, release: Uuid) -> Result<Vec<ReleaseCheck>> {
    let sql = Sql::new("select checked_at, checked_by, report from release_check where release = ")
        .bind(release)
        .text(" order by checked_at desc, id desc limit 20");
    let mut found: Vec<(DateTime<Utc>, Uuid, CheckReport)> = Vec::new();
    for row in conn.rows(sql).await? {
        let report: String = row.try_get_by_index(2)?;
        found.push((
            row.try_get_by_index(0)?,
            row.try_get_by_index(1)?,
            serde_json::from_str(&report)?,
        ));
    }
    let names = user_names(conn, found.iter().map(|(_, by, _)| *by)).await?;
    let each = found.into_iter().map(|(at, by, report)| ReleaseCheck {
        at,
        by: names.get(by),
        report,
    });
    Ok(each.collect())
}

pub(crate) const KIND: &str = "policy.release.check";

/// Which release.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CheckArgs {
    pub release: Uuid,
}

/// Checks the texts of a release and runs their tests again, with the program as it is now.
#[derive(Debug, Default)]
pub struct Check;

#[async_trait]
impl JobKind for Check {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: CheckArgs = job.args()?;
        let ctx = job.ctx().clone();
        let reader = ctx.query(&crate::authz::RELEASE_LIST).await?;
        let row = repo::whole(reader.conn(), args.release).await?;
        reader.finish().await?;
        let archive = row.ok_or_else(Problem::not_found)?.archive;
        let work = move || {
            let texts = Texts::from_archive(&archive).map_err(Problem::internal)?;
            Ok::<_, Problem>(match Pack::load(texts) {
                Ok(pack) => CheckReport::of(&pack),
                Err(faults) => CheckReport::faulty(&faults),
            })
        };
        let report = tokio::task::spawn_blocking(work)
            .await
            .map_err(Problem::internal)??;
        let mut tx = job.begin(&RELEASE_CHECK, None).await?;
        tx.about(crate::verify::NOUN, args.release, &ctx.actor().division);
        keep(&mut tx, args.release, &report).await?;
        let tests = u64::from(report.tests);
        job.commit(tx, &json!({}), tests, tests).await?;
        Ok(json!({"tests": report.tests, "failed": report.failed, "faults": report.faults}))
    }
}
