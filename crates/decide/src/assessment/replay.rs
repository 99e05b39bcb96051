//! `GET /assessments/{id}/replay`: compute a kept assessment again and compare every byte.

use std::collections::{BTreeMap, btree_map::Entry};

use pack::Pack;
use pack::assess::{Assess, Replayed, Shelf};
use platform::{Conn, Ctx, Floor, Json, Path, Problem, Result};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::NOUN;
use super::store::{self, Kept, Row};
use crate::authz::ASSESSMENT_REPLAY;

/// What came out.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AssessmentReplay)]
pub(crate) struct ReplayAnswer {
    /// Whether facts, rules and release of then give the same bytes today.
    same: bool,
    /// The version of the release.
    release: String,
    /// SM3 digest of the release's texts.
    digest: String,
    /// The version of the engine's meaning when it was made.
    meaning: i32,
    /// The version of the engine's meaning now.
    meaning_now: i32,
}

/// Computes an assessment again from what it was made of.
#[utoipa::path(
    get, path = "/assessments/{id}/replay", operation_id = ASSESSMENT_REPLAY.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = ReplayAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<ReplayAnswer>> {
    let mut reader = ctx.query(&ASSESSMENT_REPLAY).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let kept = store::kept(reader.conn(), ctx.floor().vault(), id).await?;
    let release = policy::release(ctx.floor(), reader.conn(), row.release)
        .await?
        .ok_or_else(|| Problem::internal("the release of an assessment is gone"))?;
    let meaning = row.meaning;
    let pack = release.pack;
    let division = row.division;
    let same = tokio::task::spawn_blocking(move || same(&pack, &row, &kept))
        .await
        .map_err(Problem::internal)?;
    reader.opened(NOUN, id, &division);
    reader.finish().await?;
    Ok(Json(ReplayAnswer {
        same,
        release: release.version,
        digest: release.digest,
        meaning,
        meaning_now: i32::try_from(formula::MEANING).map_err(Problem::internal)?,
    }))
}

/// Whether the answer and the explanation come out as they were kept.
fn same(pack: &Pack, row: &Row, kept: &Kept) -> bool {
    if pack::assess::replay(pack, &kept.line) != Replayed::Same {
        return false;
    }
    let Ok(line) = serde_json::from_str::<Value>(&kept.line) else {
        return false;
    };
    let Some(facts) = line["户"].as_str() else {
        return false;
    };
    let work = Assess {
        pack: pack.clone(),
        place: row.division,
        on: row.as_of,
        programmes: Vec::new(),
        explain: true,
    };
    let again = work.whole(&Shelf::default(), facts.as_bytes());
    again.is_ok_and(|whole| whole == kept.whole)
}

/// What a check over all kept assessments found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplayedAll {
    /// How many came out the same.
    pub same: u64,
    /// Those that did not.
    pub other: Vec<Uuid>,
}

/// Computes every kept assessment again, each under its own release. For the command line, by
/// whoever holds the data folder and its keys.
///
/// # Errors
/// When the database fails or a release is gone.
pub async fn replay_all(floor: &Floor) -> Result<ReplayedAll> {
    let system = Ctx::system(floor, Uuid::nil(), "replay");
    let reader = system.query(&ASSESSMENT_REPLAY).await?;
    let all = every(floor, reader.conn()).await?;
    reader.finish().await?;
    Ok(all)
}

async fn every(floor: &Floor, conn: &Conn) -> Result<ReplayedAll> {
    let mut packs: BTreeMap<Uuid, Pack> = BTreeMap::new();
    let mut all = ReplayedAll::default();
    let mut last = Uuid::nil();
    loop {
        let part = store::after(conn, floor.vault(), last, 100).await?;
        let Some((end, _)) = part.last() else {
            return Ok(all);
        };
        last = end.id;
        for (row, kept) in part {
            let pack = match packs.entry(row.release) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(free) => {
                    let release = policy::release(floor, conn, row.release)
                        .await?
                        .ok_or_else(|| Problem::internal("the release of an assessment is gone"))?;
                    free.insert(release.pack).clone()
                }
            };
            let id = row.id;
            let came = tokio::task::spawn_blocking(move || same(&pack, &row, &kept));
            if came.await.map_err(Problem::internal)? {
                all.same += 1;
            } else {
                all.other.push(id);
            }
        }
    }
}
