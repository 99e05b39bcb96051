//! The files that a run is compared with.

use kernel::DivisionCode;
use pack::Pack;
use platform::{Ctx, Problem, Result, Sql, files};
use uuid::Uuid;
use verify::{Brought, NewBrought};

use crate::authz::RUN_GET;
use crate::problems::SOURCE_FILE;

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

/// Takes a file in, whole or not at all, as other departments' deliveries are.
pub(crate) async fn take_in(
    ctx: &Ctx,
    pack: &Pack,
    place: &DivisionCode,
    file: &RunFile,
) -> Result<Brought> {
    let reader = ctx.query(&RUN_GET).await?;
    let content = files::find(ctx.floor(), reader.conn(), file.file)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.finish().await?;
    let new = NewBrought {
        source: file.source.clone(),
        place: *place,
        as_of: file.as_of,
        name: file.name.clone(),
        content,
    };
    verify::bring(ctx.floor(), pack, new)
        .await
        .map_err(|problem| match problem.details() {
            Some((zh, en)) if problem.status() < 500 => Problem::new(&SOURCE_FILE).detail(zh, en),
            _ => problem,
        })
}
