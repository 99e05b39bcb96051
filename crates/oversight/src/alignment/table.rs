//! `GET /alignments/{id}/table`: kinds there against kinds here, in 户 and 人, with the gross
//! totals that reports print and the net ones that count each once (D-04).

use std::collections::{BTreeMap, BTreeSet};

use pack::model::AlignmentText;
use platform::{Conn, Ctx, Json, Path, Result, Scope, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::{self, Alignment};
use crate::authz::ALIGNMENT_TABLE;
use crate::words;

/// A line as counting sees it.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub side: i32,
    pub seq: i32,
    pub who: i32,
    pub household: String,
    pub kind: String,
}

/// Households and persons, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Cell {
    /// 户
    pub households: u64,
    /// 人
    pub persons: u64,
}

/// A column of the cross-table.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct TableColumn {
    pub zh: String,
    pub en: String,
    /// Whether all members of the households are counted, and not only those covered.
    pub members: bool,
    /// Whether the totals add it.
    pub in_total: bool,
}

/// A row of the cross-table.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct TableRow {
    /// The kind there.
    pub kind: String,
    /// All of that kind.
    pub all: Cell,
    /// By column.
    pub cells: Vec<Cell>,
    /// The sum of the columns in the total: somebody in two counts twice.
    pub gross: Cell,
    /// Those in any of these columns, each once.
    pub net: Cell,
}

/// The cross-table.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct CrossTable {
    pub columns: Vec<TableColumn>,
    pub rows: Vec<TableRow>,
    /// All kinds together, households and persons once.
    pub total: TableRow,
}

/// Lines of the reader's area that have a number.
pub(crate) async fn lines(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Vec<Counted>> {
    let sql = Sql::new(
        "select l.side, l.seq, l.who, l.household, l.kind from alignment_line l \
         where l.who is not null and l.alignment = ",
    )
    .bind(id)
    .text(" and ")
    .push(scope.sql("l.division"))
    .text(" order by l.side, l.seq");
    let mut found = Vec::new();
    conn.for_each(sql, |row| {
        found.push(Counted {
            side: row.try_get_by_index(0)?,
            seq: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
            household: row.try_get_by_index(3)?,
            kind: row.try_get_by_index(4)?,
        });
        Ok(())
    })
    .await?;
    Ok(found)
}

/// The columns: those of the scheme where our list comes from the records, else the kinds of
/// the file.
pub(crate) fn columns(
    alignment: &Alignment,
    scheme: Option<&AlignmentText>,
    lines: &[Counted],
) -> Vec<TableColumn> {
    match scheme.filter(|_| alignment.from.0 == "records") {
        Some(scheme) => scheme
            .columns
            .iter()
            .map(|column| TableColumn {
                zh: column.label.zh.clone(),
                en: column.label.en.clone(),
                members: column.members,
                in_total: column.in_total,
            })
            .collect(),
        None => {
            let kinds: BTreeSet<&str> = lines
                .iter()
                .filter(|line| line.side == 0)
                .map(|line| line.kind.as_str())
                .collect();
            kinds
                .into_iter()
                .map(|kind| TableColumn {
                    zh: kind.to_owned(),
                    en: kind.to_owned(),
                    members: false,
                    in_total: true,
                })
                .collect()
        }
    }
}

#[derive(Default)]
struct Heads<'l> {
    households: BTreeSet<&'l str>,
    persons: BTreeSet<i32>,
}

impl<'l> Heads<'l> {
    fn add(&mut self, line: &'l Counted) {
        self.households.insert(&line.household);
        self.persons.insert(line.who);
    }

    fn cell(&self) -> Cell {
        Cell {
            households: self.households.len() as u64,
            persons: self.persons.len() as u64,
        }
    }
}

/// Which of our kinds a person is in.
pub(crate) fn kinds_here(lines: &[Counted]) -> BTreeMap<i32, BTreeSet<&str>> {
    let mut kinds: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.side == 0) {
        kinds.entry(line.who).or_default().insert(&line.kind);
    }
    kinds
}

/// Counts one row: the lines there that belong to it.
fn row(
    kind: &str,
    there: &[&Counted],
    here: &BTreeMap<i32, BTreeSet<&str>>,
    columns: &[TableColumn],
) -> TableRow {
    let mut all = Heads::default();
    let mut net = Heads::default();
    let mut cells: Vec<Heads<'_>> = columns.iter().map(|_| Heads::default()).collect();
    for line in there {
        all.add(line);
        let Some(kinds) = here.get(&line.who) else {
            continue;
        };
        for (column, heads) in columns.iter().zip(&mut cells) {
            if kinds.contains(column.zh.as_str()) {
                heads.add(line);
                if column.in_total {
                    net.add(line);
                }
            }
        }
    }
    for (column, heads) in columns.iter().zip(&mut cells).filter(|(c, _)| c.members) {
        debug_assert!(column.members);
        let whole = there
            .iter()
            .filter(|line| heads.households.contains(line.household.as_str()));
        let members: BTreeSet<i32> = whole.map(|line| line.who).collect();
        heads.persons = members;
    }
    let cells: Vec<Cell> = cells.iter().map(Heads::cell).collect();
    let mut gross = Cell::default();
    for (_, cell) in columns.iter().zip(&cells).filter(|(c, _)| c.in_total) {
        gross.households += cell.households;
        gross.persons += cell.persons;
    }
    TableRow {
        kind: kind.to_owned(),
        all: all.cell(),
        cells,
        gross,
        net: net.cell(),
    }
}

/// Counts the table.
pub(crate) fn table(lines: &[Counted], columns: Vec<TableColumn>) -> CrossTable {
    let here = kinds_here(lines);
    let there: Vec<&Counted> = lines.iter().filter(|line| line.side == 1).collect();
    let mut by_kind: BTreeMap<&str, Vec<&Counted>> = BTreeMap::new();
    for line in &there {
        by_kind.entry(&line.kind).or_default().push(line);
    }
    let mut rows: Vec<TableRow> = by_kind
        .iter()
        .map(|(kind, lines)| row(kind, lines, &here, &columns))
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.all.persons));
    let total = row("", &there, &here, &columns);
    CrossTable {
        columns,
        rows,
        total,
    }
}

/// The cross-table of an alignment, within the reader's area.
#[utoipa::path(get, path = "/alignments/{id}/table", operation_id = ALIGNMENT_TABLE.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, body = CrossTable)))]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<CrossTable>> {
    let reader = ctx.query(&ALIGNMENT_TABLE).await?;
    let alignment = store::find(reader.conn(), reader.scope(), id).await?;
    let lines = lines(reader.conn(), reader.scope(), id).await?;
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    let schemes = pack
        .supervision(&crate::place(&alignment.division)?)
        .alignments();
    let scheme = schemes.into_iter().find(|s| s.key == alignment.scheme);
    let columns = columns(&alignment, scheme, &lines);
    reader.finish().await?;
    Ok(Json(table(&lines, columns)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(side: i32, who: i32, household: &str, kind: &str) -> Counted {
        Counted {
            side,
            seq: 0,
            who,
            household: household.to_owned(),
            kind: kind.to_owned(),
        }
    }

    fn column(zh: &str, members: bool, in_total: bool) -> TableColumn {
        TableColumn {
            zh: zh.to_owned(),
            en: zh.to_owned(),
            members,
            in_total,
        }
    }

    fn cell(households: u64, persons: u64) -> Cell {
        Cell {
            households,
            persons,
        }
    }

    #[test]
    fn gross_counts_twice_and_net_once() {
        let lines = [
            line(0, 1, "a", "低保"),
            line(0, 2, "a", "低保"),
            line(0, 1, "a", "两补"),
            line(0, 9, "z", "临救"),
            line(0, 4, "b", "临救"),
            line(1, 1, "x", "不稳定"),
            line(1, 2, "x", "不稳定"),
            line(1, 3, "x", "不稳定"),
            line(1, 4, "y", "不稳定"),
            line(1, 5, "w", "已脱贫"),
        ];
        let columns = vec![
            column("低保", false, true),
            column("两补", true, true),
            column("临救", false, false),
        ];
        let table = table(&lines, columns);
        let row = &table.rows[0];
        assert_eq!(row.kind, "不稳定");
        assert_eq!(row.all, cell(2, 4));
        // The allowance counts all three members of its household.
        assert_eq!(row.cells, [cell(1, 2), cell(1, 3), cell(1, 1)]);
        assert_eq!((row.gross, row.net), (cell(2, 5), cell(1, 2)));
        assert_eq!(table.rows[1].net, cell(0, 0));
        assert_eq!(table.total.all, cell(3, 5));
    }
}
