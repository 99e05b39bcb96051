//! The files that a run is compared with: cleaned, sealed and kept by the engine, found in.

use std::path::PathBuf;
use std::sync::Arc;

use kernel::Bilingual;
use matching::delivery::{Collect, Delivery, Evidence, Intake, Keys, Shelf, SoftSealer, Tagged};
use matching::findings::SourceRow;
use matching::{MatchError, PackedId, Unwatched};
use pack::Pack;
use platform::{Ctx, Floor, Problem, Result, Sql, files};
use uuid::Uuid;

use crate::authz::RUN_GET;
use crate::problems::SOURCE_FILE;

/// Bytes of rows that ingest holds in memory; the rest is laid aside, sealed.
const MEMORY: usize = 64 << 20;

/// A file of a run.
#[derive(Clone, Debug)]
pub(crate) struct RunFile {
    pub source: String,
    pub as_of: chrono::NaiveDate,
    pub file: Uuid,
    pub name: String,
    /// Its digest on the shelf, once it was taken in.
    pub delivery: Option<String>,
}

/// The files of a run, by source.
pub(crate) async fn of_run(ctx: &Ctx, run: Uuid) -> Result<Vec<RunFile>> {
    let reader = ctx.query(&RUN_GET).await?;
    let sql = Sql::new("select source, as_of, file, name, delivery from run_source where run = ")
        .bind(run)
        .text(" order by source");
    let mut found = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let source: String = row.try_get_by_index(0)?;
        let sealed: Vec<u8> = row.try_get_by_index(3)?;
        let place = format!("{run}/{source}");
        found.push(RunFile {
            as_of: row.try_get_by_index(1)?,
            file: row.try_get_by_index(2)?,
            name: ctx
                .floor()
                .vault()
                .open_text("run_source", "name", place, &sealed)?,
            delivery: row.try_get_by_index(4)?,
            source,
        });
    }
    reader.finish().await?;
    Ok(found)
}

/// The keys of tags and seals, derived from the vault's: they lie outside the database.
pub(crate) fn keys(floor: &Floor) -> Keys {
    let vault = floor.vault();
    let tags = vault.mac("oversight.delivery.tags", b"1");
    let seals = vault.mac("oversight.delivery.seals", b"1");
    Keys::new(&tags, Box::new(SoftSealer::new(&seals)))
}

fn folder(floor: &Floor) -> PathBuf {
    floor.data().join("oversight-deliveries")
}

/// A refusal of the engine in its own words.
fn refused(error: &MatchError) -> Problem {
    Problem::new(&SOURCE_FILE).detail(error.zh(), error.en())
}

/// What taking a file in gave: digest, rows, rows that could not be used.
pub(crate) struct TakenIn {
    pub delivery: String,
    pub records: u64,
    pub rejected: u64,
}

/// Takes a file in, whole or not at all.
pub(crate) async fn take_in(ctx: &Ctx, pack: &Pack, file: &RunFile) -> Result<TakenIn> {
    let reader = ctx.query(&RUN_GET).await?;
    let row = files::find(ctx.floor(), reader.conn(), file.file)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.finish().await?;
    let (floor, pack, file) = (ctx.floor().clone(), pack.clone(), file.clone());
    tokio::task::spawn_blocking(move || {
        let tmp = floor.data().join("tmp");
        std::fs::create_dir_all(&tmp)?;
        let mut plain = tempfile::NamedTempFile::new_in(&tmp)?;
        std::io::copy(&mut files::open(&floor, &row)?, plain.as_file_mut())?;
        let plain = Arc::new(plain.into_temp_path());
        let opened = Arc::clone(&plain);
        let source = paper::Source::new(file.name.clone(), move || {
            Ok(Box::new(std::fs::File::open(&**opened)?) as Box<dyn paper::ReadSeek>)
        });
        let kind = pack.sources().iter().find(|s| s.key == file.source);
        let kind = kind.ok_or_else(Problem::not_found)?;
        let intake = Intake {
            kind,
            file: &source,
            as_of: file.as_of,
            known: &[],
            keep_older: true,
            memory: MEMORY,
        };
        let shelf = Shelf::open(&folder(&floor)).map_err(|e| refused(&e))?;
        let taken = shelf
            .ingest(&intake, &keys(&floor), &Unwatched)
            .map_err(|e| refused(&e))?;
        Ok(TakenIn {
            delivery: taken.digest,
            records: taken.manifest.rows,
            rejected: taken.manifest.rejected_rows(),
        })
    })
    .await
    .map_err(Problem::internal)?
}

/// A delivery with the rows about the people of a list: by place in the list.
pub(crate) struct Hits {
    pub digest: String,
    pub manifest: matching::delivery::Manifest,
    /// Place of the person, and the row.
    pub rows: Vec<(u32, SourceRow)>,
}

struct Keep(Vec<(u32, SourceRow)>);

impl Collect for Keep {
    fn take(&mut self, hit: &Evidence<'_>) {
        self.0.push((hit.subject, SourceRow::of(hit)));
    }
}

/// Looks for people in the deliveries of a run; rows come by place in the list.
pub(crate) async fn find(
    floor: &Floor,
    deliveries: Vec<String>,
    ids: Arc<Vec<PackedId>>,
) -> Result<Vec<Hits>> {
    let floor = floor.clone();
    tokio::task::spawn_blocking(move || {
        let keys = keys(&floor);
        let shelf = Shelf::open(&folder(&floor)).map_err(|e| refused(&e))?;
        let people = Tagged::new(&ids, &keys);
        let mut all = Vec::new();
        for digest in deliveries {
            let delivery: Delivery = shelf.delivery(&digest, &keys).map_err(|e| refused(&e))?;
            let mut rows = Vec::new();
            delivery
                .find(
                    &people,
                    0,
                    || Keep(Vec::new()),
                    |_, found| {
                        rows.extend(found.0);
                        Ok(())
                    },
                    &Unwatched,
                )
                .map_err(|e| refused(&e))?;
            rows.sort_by_key(|(subject, row)| (*subject, row.row));
            all.push(Hits {
                digest,
                manifest: delivery.manifest().clone(),
                rows,
            });
        }
        Ok(all)
    })
    .await
    .map_err(Problem::internal)?
}
