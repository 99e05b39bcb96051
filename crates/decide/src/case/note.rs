//! What an officer must see before deciding: sums that count together, the same ground again.

use kernel::Money;
use serde::Serialize;
use serde_json::Value;

use super::act::Work;
use super::effect::DIED;
use super::facts::{LIMIT, RELATIVE, interval};
use super::summary::money;

/// A remark on a case.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseNote)]
pub struct NoteView {
    /// split, again, death, head or relative.
    pub kind: String,
    /// Whether it stands in the way of what was asked for, or is to be kept in mind.
    pub grave: bool,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// The remarks on a case.
pub(super) fn of(work: &Work, facts: &flow::Facts) -> Vec<NoteView> {
    let mut found = match work.bureau.procedure.kind.as_str() {
        "relief" => of_relief(work, facts),
        "death" => vec![of_death(facts)],
        "head" if work.row.result.is_none() => vec![of_head()],
        _ => Vec::new(),
    };
    if facts.get(RELATIVE) == Some(&Value::Bool(true)) {
        found.push(NoteView {
            kind: "relative".to_owned(),
            grave: true,
            zh: "本案成员在“经办人员及近亲属”名单中：受理时须作近亲属备案，县级逐案入户。".to_owned(),
            en: "A member is on the list of staff and their near relatives: the filing is needed at acceptance, and the county visits.".to_owned(),
        });
    }
    found
}

/// What the record of a death does to the register.
fn of_death(facts: &flow::Facts) -> NoteView {
    let (zh, en) = match facts.get(DIED).and_then(Value::as_str) {
        None => (
            "登记死亡日期后，当事人自次日起不再计入家庭成员；当事人是户主而家中还有他人的，请先在家庭档案变更户主。".to_owned(),
            "Once the day of death is recorded, the person is a member no longer from the day after. Where a head dies and others remain, choose another head in the household file first.".to_owned(),
        ),
        Some(day) => (
            format!("家庭登记已按死亡日期{day}更新，当事人自次日起不再计入家庭成员。"),
            format!("The register has the death on {day}; the person is a member no longer from the day after."),
        ),
    };
    NoteView {
        kind: "death".to_owned(),
        grave: false,
        zh,
        en,
    }
}

/// Who is the head is the register's to say, with everybody's relation to him or her.
fn of_head() -> NoteView {
    NoteView {
        kind: "head".to_owned(),
        grave: false,
        zh: "户主以家庭登记为准：乡镇确认以前，先在家庭档案里把申请人变更为户主，并写明其他成员与其关系。".to_owned(),
        en: "The register says who is the head: before the township confirms, make the applicant the head in the household file, with everybody's relation.".to_owned(),
    }
}

/// That sums of the family count together, so that a case split to stay below a limit shows, and
/// that the ground was relieved before.
fn of_relief(work: &Work, facts: &flow::Facts) -> Vec<NoteView> {
    let mut found = Vec::new();
    let sum = |name: &str| {
        facts
            .get(name)
            .and_then(money)
            .unwrap_or(Money::from_fen(0))
    };
    let before = sum("近期同一事由救助金额");
    if before > Money::from_fen(0) {
        let months = interval(&work.bureau, &work.row);
        let together = Money::from_fen(before.fen().saturating_add(sum("拟救助金额").fen()));
        let limit = limit(work);
        let above = limit.filter(|limit| together > *limit);
        let (zh, en) = match above {
            Some(limit) => (
                format!("与本次合计{together}元，超过乡镇审批限额{limit}元，须由县级审批。"),
                format!(
                    "With this case it comes to {together} yuan, above the township's limit of {limit} yuan: the county decides."
                ),
            ),
            None => (
                "审批限额按合计金额计算，拆分申请不改变审批权限。".to_owned(),
                "Limits count the sum, so splitting an application does not change who decides."
                    .to_owned(),
            ),
        };
        found.push(NoteView {
            kind: "split".to_owned(),
            grave: above.is_some(),
            zh: format!("本户{months}个月内已救助和正在办理的同类救助共{before}元。{zh}"),
            en: format!("Within {months} months this family was granted or is applying for {before} yuan of this kind. {en}"),
        });
    }
    if facts.get("同一事由已救助") == Some(&Value::Bool(true)) {
        found.push(NoteView {
            kind: "again".to_owned(),
            grave: false,
            zh: "同一事由已经救助过；再次救助须写明新情况。".to_owned(),
            en: "The same ground was relieved before; relief again needs a new circumstance, in words.".to_owned(),
        });
    }
    found
}

fn limit(work: &Work) -> Option<Money> {
    let rules = work
        .bureau
        .pack
        .rules(&work.row.division, work.row.ruled_on)
        .ok()?;
    let limit = rules.parameter(LIMIT)?;
    Money::parse_yuan(&limit.value.value.shown).ok()
}
