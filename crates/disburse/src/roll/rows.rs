//! Reading and writing lines in bulk.

use std::sync::Arc;

use kernel::{DivisionCode, Month};
use platform::audit::RowDigest;
use platform::db::{Conn, Sql};
use platform::{Problem, Result, Tx, bulk};
use sea_orm::Value;

use crate::core::line::{Line, LineKey, LineKind};
use crate::repo::month;

const COLUMNS: [&str; 13] = [
    "programme",
    "month",
    "person",
    "component",
    "kind",
    "for_month",
    "seq",
    "household",
    "source",
    "payee",
    "division",
    "class",
    "amount",
];

/// Writes lines of a roll.
pub(crate) async fn write(
    tx: &mut Tx,
    programme: &str,
    at: Month,
    lines: Vec<Line>,
) -> Result<u64> {
    let programme = programme.to_owned();
    let rows = lines.into_iter().map(move |line| -> Vec<Value> {
        vec![
            programme.as_str().into(),
            at.index().into(),
            line.key.person.into(),
            line.key.component.as_ref().into(),
            line.key.kind.word().into(),
            line.key.for_month.index().into(),
            line.key.seq.into(),
            line.household.into(),
            line.source.into(),
            line.payee.into(),
            line.division.as_ref().into(),
            line.class.as_ref().into(),
            line.amount.into(),
        ]
    });
    bulk::insert(tx, "line", &COLUMNS, rows).await
}

/// The condition for the lines of a county's roll.
pub(crate) fn of_roll(alias: &str, programme: &str, at: Month, county: &DivisionCode) -> Sql {
    let (low, high) = county.range();
    Sql::new(format!("{alias}.programme = "))
        .bind(programme)
        .text(&format!(" and {alias}.month = "))
        .bind(at.index())
        .text(&format!(" and {alias}.division >= "))
        .bind(low)
        .text(&format!(" and {alias}.division < "))
        .bind(high)
}

/// The columns that [`line`] reads, in its order.
pub(crate) const LINE: &str = "l.person, l.component, l.kind, l.for_month, l.seq, l.household, l.source, l.payee, l.division, l.class, l.amount";

/// Texts that come again and again, kept once.
#[derive(Default)]
pub(crate) struct Texts(std::collections::BTreeSet<Arc<str>>);

impl Texts {
    pub fn get(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let new: Arc<str> = Arc::from(text);
        self.0.insert(new.clone());
        new
    }
}

/// Reads one line.
pub(crate) fn line(row: &sea_orm::QueryResult, texts: &mut Texts) -> Result<Line> {
    let kind: &str = &row.try_get_by_index::<String>(2)?;
    Ok(Line {
        key: LineKey {
            person: row.try_get_by_index(0)?,
            component: texts.get(&row.try_get_by_index::<String>(1)?),
            kind: LineKind::of_word(kind)
                .ok_or_else(|| Problem::internal(format!("line kind {kind}")))?,
            for_month: month(row.try_get_by_index(3)?)?,
            seq: row.try_get_by_index(4)?,
        },
        household: row.try_get_by_index(5)?,
        source: row.try_get_by_index(6)?,
        payee: row.try_get_by_index(7)?,
        division: texts.get(&row.try_get_by_index::<String>(8)?),
        class: texts.get(&row.try_get_by_index::<String>(9)?),
        amount: row.try_get_by_index(10)?,
    })
}

/// Walks the lines of a county's roll in key order.
pub(crate) async fn each<F>(
    conn: &Conn,
    programme: &str,
    at: Month,
    county: &DivisionCode,
    mut f: F,
) -> Result<u64>
where
    F: FnMut(Line) -> Result<()> + Send,
{
    let sql = Sql::new(format!("select {LINE} from line l where "))
        .push(of_roll("l", programme, at, county))
        .text(" order by l.person, l.component, l.kind, l.for_month, l.seq");
    let mut texts = Texts::default();
    conn.for_each(sql, move |row| f(line(&row, &mut texts)?))
        .await
}

/// Puts a line into the digest that `audit verify` recomputes.
pub(crate) fn digest(rows: &mut RowDigest, line: &Line, key: &mut String) {
    use std::fmt::Write as _;
    key.clear();
    let k = &line.key;
    let _ = write!(
        key,
        "{}/{}/{}/{}/{}",
        k.person.as_simple(),
        k.component,
        k.kind,
        k.for_month,
        k.seq
    );
    rows.add(
        key,
        &[
            line.household.as_bytes(),
            line.source.as_bytes(),
            line.payee.as_bytes(),
            line.division.as_bytes(),
            line.class.as_bytes(),
            &line.amount.to_be_bytes(),
        ],
    );
}
