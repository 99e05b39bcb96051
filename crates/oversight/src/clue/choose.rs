//! Which clues a command is about: some by key, or all of a filter.

use platform::{Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::store::ClueFilter;
use crate::model::ClueStatus;

/// How many clues may be named by key at once.
const BY_KEY: usize = 1_000;

/// Clues by key, or all that a filter finds.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub(crate) struct Selection {
    /// Keys of clues; the filter counts where there are none.
    ids: Vec<Uuid>,
    /// All clues of a run that the filter finds; a run must be named.
    filter: Option<ClueFilter>,
}

/// The clues of a selection that an act is possible for.
pub(crate) struct Chosen {
    /// The condition over `clue c`.
    pub condition: Sql,
    /// How many.
    pub count: i64,
}

impl Selection {
    /// Finds the clues. Of those named by key every one must be in an allowed state; a filter
    /// takes those that are.
    pub async fn choose(
        &self,
        tx: &Tx,
        allowed: &[ClueStatus],
        act: (&str, &str),
    ) -> Result<Chosen> {
        let (floor, me) = (tx.floor(), tx.ctx().actor().user);
        let condition = if self.ids.is_empty() {
            let filter = self.filter.as_ref().filter(|filter| filter.run.is_some());
            let filter = filter.ok_or_else(|| {
                Problem::invalid().field(
                    "/which",
                    "请选择线索，或指明哪次核查的全部线索",
                    "Choose clues, or name the run whose clues are meant.",
                )
            })?;
            filter.condition(tx.scope(), floor.today(), me)?
        } else {
            if self.ids.len() > BY_KEY {
                return Err(Problem::invalid().field(
                    "/which/ids",
                    format!("一次最多选择{BY_KEY}条，更多请按条件选择"),
                    format!("At most {BY_KEY} at once; choose more by a filter."),
                ));
            }
            Sql::new("c.id in ")
                .bind_all(self.ids.iter().copied())
                .text(" and ")
                .push(tx.scope().sql("c.division"))
        };
        let sql = Sql::new("select c.status, count(*) from clue c where ")
            .push(condition.clone())
            .text(" group by c.status");
        let (mut fits, mut seen, mut other) = (0_i64, 0_i64, None);
        for row in tx.conn().rows(sql).await? {
            let status = ClueStatus::read(&row.try_get_by_index::<String>(0)?)?;
            let n: i64 = row.try_get_by_index(1)?;
            seen += n;
            if allowed.contains(&status) {
                fits += n;
            } else {
                other = Some(status);
            }
        }
        if !self.ids.is_empty() {
            // A clue of another area is not there for this officer.
            if seen < self.ids.len() as i64 {
                return Err(Problem::not_found());
            }
            if let Some(status) = other {
                status.require(allowed, act)?;
            }
        }
        if fits == 0 {
            return match other {
                Some(status) => {
                    status.require(allowed, act)?;
                    Err(Problem::not_found())
                }
                None => Err(Problem::not_found()),
            };
        }
        let states: Vec<&str> = allowed.iter().map(|s| s.word()).collect();
        Ok(Chosen {
            condition: condition.text(" and c.status in ").bind_all(states),
            count: fits,
        })
    }
}

/// An update of the chosen clues: `set` in, number of rows checked.
pub(crate) async fn update(tx: &mut Tx, chosen: &Chosen, set: Sql) -> Result<()> {
    let sql = Sql::new("update clue set ")
        .push(set)
        .text(", version = version + 1 where id in (select c.id from clue c where ")
        .push(chosen.condition.clone())
        .text(")");
    let touched = tx.conn().run(sql).await?;
    if i64::try_from(touched).unwrap_or(-1) == chosen.count {
        Ok(())
    } else {
        Err(Problem::conflict())
    }
}

/// What was done to how many clues.
#[derive(Clone, Debug, serde::Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Done {
    /// Clues that were changed.
    pub clues: u64,
}

/// The record of a command over many clues: one entry with count and a digest over the clues as
/// they were found; call it before they are changed.
pub(crate) async fn record(
    tx: &mut Tx,
    chosen: &Chosen,
    noun: &'static str,
    totals: serde_json::Value,
) -> Result<()> {
    let sql = Sql::new("select c.number, c.status, c.answer, c.version from clue c where ")
        .push(chosen.condition.clone())
        .text(" order by c.number");
    let mut digest = platform::audit::RowDigest::default();
    for row in tx.conn().rows(sql).await? {
        let number: String = row.try_get_by_index(0)?;
        let status: String = row.try_get_by_index(1)?;
        let answer: Option<String> = row.try_get_by_index(2)?;
        let version: i32 = row.try_get_by_index(3)?;
        let answer = answer.unwrap_or_default();
        digest.add(
            &number,
            &[status.as_bytes(), answer.as_bytes(), &version.to_be_bytes()],
        );
    }
    let id = tx.floor().new_id();
    tx.record_bulk(noun, id, totals, digest);
    Ok(())
}
