//! Why an arrears or recovery line is there: which lines it adjusts, what they had given, what the
//! month allows now, and the decisions between.

use kernel::{Money, Month};
use platform::db::{Conn, Sql};
use platform::{Ctx, Result};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::explain::{ExplainAnswer, Recomputed, recompute, shown};
use crate::core::line::{Line, LineKind};
use crate::money;
use crate::outside::world;
use crate::repo::{self, Roll};

/// An earlier line for the same person, component and month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AdjustedLine {
    /// The roll in which it stands.
    #[schema(value_type = String)]
    pub month: Month,
    /// current, arrears or recovery.
    pub kind: String,
    /// 元; a recovery counts against the others.
    #[schema(value_type = String)]
    pub amount: Money,
}

/// A decision that changed the award's past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AdjustingDecision {
    /// Key.
    pub id: Uuid,
    /// Its public number.
    pub number: String,
    /// change, grace, stop …
    pub kind: String,
    /// Why, as the people who decided wrote it.
    pub reason: String,
    /// The first month it touches.
    #[schema(value_type = String)]
    pub from: Month,
}

/// What a line adjusts, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AdjustmentShown {
    /// arrears or recovery.
    pub kind: String,
    /// The month adjusted.
    #[schema(value_type = String)]
    pub for_month: Month,
    /// 元, what earlier rolls gave for that month, all in all.
    #[schema(value_type = String)]
    pub entitled: Money,
    /// 元, what that month allows as it was computed again.
    #[schema(value_type = String)]
    pub recomputed: Money,
    /// The lines adjusted.
    pub lines: Vec<AdjustedLine>,
    /// The decisions that changed the month; none where a standard changed.
    pub decisions: Vec<AdjustingDecision>,
    /// The month from which a changed standard is paid after, where the roll does that.
    #[schema(value_type = Option<String>)]
    pub standard_from: Option<Month>,
}

/// The lines of earlier locked rolls for what a line adjusts.
async fn earlier(conn: &Conn, roll: &Roll, line: &Line) -> Result<Vec<(Month, LineKind, i64)>> {
    let sql = Sql::new(
        "select l.month, l.kind, l.amount from roll r join line l on l.programme = r.programme and l.month = r.month \
         where r.status = 'locked' and r.programme = ",
    )
    .bind(roll.programme.as_str())
    .text(" and r.place = ")
    .bind(roll.place.as_str())
    .text(" and r.month < ")
    .bind(roll.month.index())
    .text(" and l.person = ")
    .bind(line.key.person)
    .text(" and l.component = ")
    .bind(line.key.component.as_ref())
    .text(" and l.for_month = ")
    .bind(line.key.for_month.index())
    .text(" and l.source = ")
    .bind(line.source)
    .text(" order by l.month, l.kind, l.seq");
    let mut out = Vec::new();
    for row in conn.rows(sql).await? {
        let word: String = row.try_get_by_index(1)?;
        out.push((
            repo::month(row.try_get_by_index(0)?)?,
            LineKind::of_word(&word).unwrap_or(LineKind::Current),
            row.try_get_by_index(2)?,
        ));
    }
    Ok(out)
}

/// What the month allows, by the rules that gave this line. The roll computed it with the release
/// that was in force for that month; should another have been put in force for it since, the
/// roll's own release tells which of the two it was.
async fn again(
    ctx: &Ctx,
    conn: &Conn,
    roll: &Roll,
    release: &crate::outside::Release,
    line: &Line,
    wanted: i64,
    answer: &mut ExplainAnswer,
) -> Result<Recomputed> {
    let month = line.key.for_month;
    let floor = ctx.floor();
    if let Some(then) = world(floor).release_on(floor, conn, month).await? {
        let found = recompute(ctx, conn, roll, &then, month, line).await?;
        if found.fen == wanted || then.id == release.id {
            answer.release = shown(&then);
            return Ok(found);
        }
    }
    recompute(ctx, conn, roll, release, month, line).await
}

/// Tells an adjustment line.
///
/// # Errors
/// `disburse.unequal` when the lines adjusted and the month computed again do not give the line.
pub(super) async fn tell(
    ctx: &Ctx,
    conn: &Conn,
    roll: &Roll,
    release: &crate::outside::Release,
    line: &Line,
    answer: &mut ExplainAnswer,
) -> Result<()> {
    let month = line.key.for_month;
    let lines = earlier(conn, roll, line).await?;
    let entitled: i64 = lines
        .iter()
        .map(|(_, kind, amount)| match kind {
            LineKind::Recovery => -amount,
            _ => *amount,
        })
        .sum();
    let now = again(
        ctx,
        conn,
        roll,
        release,
        line,
        entitled + line.signed(),
        answer,
    )
    .await?;
    money::equal(
        "调整金额与重算差额",
        "the adjustment and the difference computed again",
        line.signed(),
        now.fen - entitled,
    )?;
    let closed = repo::locked(conn, &roll.programme, &roll.place, month, roll.month.prev()).await?;
    let after = closed.last().map_or(0, |last| last.as_of);
    let decisions: Vec<AdjustingDecision> =
        decide::changes_of(conn, line.source, after, roll.as_of, roll.month)
            .await?
            .into_iter()
            .map(|change| AdjustingDecision {
                id: change.decision,
                number: change.number,
                kind: change.kind,
                reason: change.reason,
                from: change.from,
            })
            .collect();
    let shown = AdjustmentShown {
        kind: line.key.kind.word().to_owned(),
        for_month: month,
        entitled: Money::from_fen(entitled),
        recomputed: Money::from_fen(now.fen),
        lines: lines
            .into_iter()
            .map(|(month, kind, amount)| AdjustedLine {
                month,
                kind: kind.word().to_owned(),
                amount: Money::from_fen(amount),
            })
            .collect(),
        decisions,
        standard_from: roll.arrears_from,
    };
    (answer.text_zh, answer.text_en) = texts(&shown, line);
    answer.adjustment = Some(shown);
    now.tell(answer);
    Ok(())
}

fn texts(shown: &AdjustmentShown, line: &Line) -> (String, String) {
    let AdjustmentShown {
        for_month: month,
        entitled,
        recomputed,
        ..
    } = shown;
    let amount = Money::from_fen(line.amount);
    let (word, en) = match line.key.kind {
        LineKind::Recovery => ("追缴", "recovered"),
        _ => ("补发", "paid after"),
    };
    let mut zh = format!(
        "{month}此前名册共列{entitled}元，按变更后的情况重新计算为{recomputed}元，因此{word}{amount}元。"
    );
    let mut told = format!(
        "Earlier rolls gave {entitled} yuan for {month}; computed again after the change the month allows {recomputed} yuan, so {amount} yuan are {en}."
    );
    for decision in &shown.decisions {
        let AdjustingDecision {
            number,
            reason,
            from,
            ..
        } = decision;
        zh.push_str(&format!("原因：{reason}（{number}，自{from}起）。"));
        told.push_str(&format!(" Reason: {reason} ({number}, from {from} on)."));
    }
    if let Some(from) = shown.standard_from.filter(|_| shown.decisions.is_empty()) {
        zh.push_str(&format!("原因：自{from}起的标准调整。"));
        told.push_str(&format!(" Reason: a standard that changed from {from} on."));
    }
    if recomputed.fen() > 0 {
        zh.push_str("重新计算如下：");
        told.push_str(" Computed again as follows: ");
    } else {
        zh.push_str("该月不再享受这一项。");
        told.push_str(" Nothing of this is due for that month any more.");
    }
    (zh, told)
}
