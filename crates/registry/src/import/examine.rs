//! One part of an import: its rows unpacked, put together, and held against the register.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use platform::{Ctx, Problem, Result, Scope, Sql, Vault};
use sea_orm::Value;
use serde_json::json;
use uuid::Uuid;

use super::assemble::Assembler;
use super::block::{self, Unpack};
use super::draft::RowFault;
use super::places::Places;
use super::plan::Plan;
use super::resolve::{self, Known, Outcome, Placed};
use crate::authz::IMPORT_GET;

/// What every part of an import needs.
pub(crate) struct Shared {
    pub ctx: Ctx,
    pub import: Uuid,
    pub plan: Plan,
    pub places: Places,
    pub scope: Scope,
    pub twice: HashSet<u64>,
    /// Nothing was on record when the import began, so nothing needs to be looked up.
    pub empty: bool,
}

/// A part, examined.
pub(crate) struct Examined {
    pub part: u32,
    pub placed: Vec<Placed>,
    pub known: Known,
    /// The packed rows, for what has to be shown of them.
    pub blocks: Vec<Vec<u8>>,
}

/// The packed rows of a part.
pub(crate) async fn blocks(ctx: &Ctx, import: Uuid, part: u32) -> Result<Vec<Vec<u8>>> {
    let reader = ctx.query(&IMPORT_GET).await?;
    let sql = Sql::new("select flush, payload from import_block where import = ")
        .bind(import)
        .text(" and part = ")
        .bind(part as i32)
        .text(" order by flush");
    let rows = reader.conn().rows(sql).await?;
    reader.finish().await?;
    let mut sealed: Vec<(u32, Vec<u8>)> = Vec::new();
    for row in rows {
        let flush: i32 = row.try_get_by_index(0)?;
        sealed.push((flush.unsigned_abs(), row.try_get_by_index(1)?));
    }
    let vault = ctx.floor().vault().clone();
    tokio::task::spawn_blocking(move || {
        sealed
            .iter()
            .map(|(flush, payload)| block::open(&vault, import, part, *flush, payload))
            .collect()
    })
    .await
    .map_err(Problem::internal)?
}

struct Assembled {
    drafts: Vec<super::draft::Draft>,
    indexes: Vec<Vec<Option<[u8; 16]>>>,
    heads: Vec<Option<[u8; 16]>>,
    blocks: Vec<Vec<u8>>,
}

fn assemble(shared: &Shared, vault: &Vault, blocks: Vec<Vec<u8>>) -> Assembled {
    let mut assembler = Assembler::new(&shared.plan, &shared.places);
    let rows = blocks.iter().flat_map(|b| Unpack(b));
    let drafts = assembler.part(rows, &shared.twice);
    let indexes = drafts
        .iter()
        .map(|d| {
            d.people
                .iter()
                .map(|p| resolve::id_index(vault, p))
                .collect()
        })
        .collect();
    let heads = drafts
        .iter()
        .map(|d| d.head_id.map(|id| vault.index("id_number", id.as_str())))
        .collect();
    Assembled {
        drafts,
        indexes,
        heads,
        blocks,
    }
}

/// Examines a part.
pub(crate) async fn part(shared: Arc<Shared>, part: u32) -> Result<Examined> {
    let blocks = blocks(&shared.ctx, shared.import, part).await?;
    let vault = shared.ctx.floor().vault().clone();
    let work = Arc::clone(&shared);
    let assembled = tokio::task::spawn_blocking(move || assemble(&work, &vault, blocks))
        .await
        .map_err(Problem::internal)?;
    let Assembled {
        drafts,
        indexes,
        heads,
        blocks,
    } = assembled;
    let known = if shared.empty {
        Known::default()
    } else {
        let reader = shared.ctx.query(&IMPORT_GET).await?;
        let known = Known::load(
            reader.conn(),
            &shared.plan.kind.key,
            &drafts,
            &indexes,
            &heads,
        )
        .await?;
        reader.finish().await?;
        known
    };
    let placed = drafts
        .into_iter()
        .zip(indexes)
        .zip(heads)
        .map(|((draft, indexes), head)| resolve::place(draft, indexes, head, &known, &shared.scope))
        .collect();
    Ok(Examined {
        part,
        placed,
        known,
        blocks,
    })
}

/// Counts of an import.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
pub struct Totals {
    /// 户.
    pub households: u64,
    /// 人.
    pub persons: u64,
    /// Households without fault.
    pub right: u64,
    /// Households with a fault.
    pub wrong: u64,
    /// Households that the register does not have.
    pub new: u64,
    /// Households that it has otherwise.
    pub changed: u64,
    /// Households that it has just so.
    pub same: u64,
}

impl Totals {
    pub(crate) fn count(&mut self, placed: &Placed) {
        self.households += 1;
        self.persons += placed.draft.people.iter().filter(|p| !p.implied).count() as u64;
        match placed.outcome {
            Outcome::Wrong => self.wrong += 1,
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Same => self.same += 1,
        }
        if placed.outcome != Outcome::Wrong {
            self.right += 1;
        }
    }
}

/// Columns of the table of wrong rows, in the order of [`Examined::wrong_rows`].
pub(crate) const ROW: [&str; 6] = [
    "import",
    "position",
    "row_number",
    "household",
    "payload",
    "faults",
];

/// The place a wrong row's cells are sealed for.
pub(crate) fn row_place(import: Uuid, position: u8, row: u64) -> Vec<u8> {
    [
        import.as_bytes().as_slice(),
        &[position],
        &row.to_be_bytes(),
    ]
    .concat()
}

impl Examined {
    /// Every row of every wrong household, with its cells and what is wrong.
    pub fn wrong_rows(&self, shared: &Shared) -> Vec<Vec<Value>> {
        let mut wrong: BTreeMap<u32, &Placed> = BTreeMap::new();
        for placed in self.placed.iter().filter(|p| p.outcome == Outcome::Wrong) {
            wrong.insert(placed.draft.seq, placed);
        }
        if wrong.is_empty() {
            return Vec::new();
        }
        let vault = shared.ctx.floor().vault();
        let mut rows = Vec::new();
        for packed in self.blocks.iter().flat_map(|b| Unpack(b)) {
            let Some(placed) = wrong.get(&packed.seq) else {
                continue;
            };
            let own: Vec<&RowFault> = placed
                .draft
                .faults
                .iter()
                .filter(|f| f.position == packed.position && f.row == packed.row)
                .collect();
            let faults: Vec<serde_json::Value> = if own.is_empty() {
                let other = placed.draft.faults.first().map_or(0, |f| f.row);
                vec![json!({
                    "column": "",
                    "zh": format!("同户第 {other} 行有错误，整户未导入"),
                    "en": format!("Row {other} of the same household is wrong, so the household is left out."),
                })]
            } else {
                own.iter()
                    .map(|f| json!({"column": f.column, "zh": f.zh, "en": f.en}))
                    .collect()
            };
            let cells: Vec<(usize, &str)> = packed.cells.iter().map(|(c, _, t)| (*c, *t)).collect();
            let cells = serde_json::to_vec(&cells).unwrap_or_default();
            let place = row_place(shared.import, packed.position, packed.row);
            rows.push(vec![
                shared.import.into(),
                i32::from(packed.position).into(),
                (packed.row as i64).into(),
                placed.draft.label.as_str().into(),
                vault.seal("import_row", "payload", place, &cells).into(),
                serde_json::Value::Array(faults).to_string().into(),
            ]);
        }
        rows
    }
}
