//! What all proposals share: the frame, the checks, the rows.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{DivisionCode, Month};
use platform::db::Sql;
use platform::tasks::NewTask;
use platform::{Answer, Change, Ctx, Problem, Result, Tx, bulk};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::apply::{Frame, dry_run};
use crate::decision::one;
use crate::item::Item;
use crate::model::DecisionKind;
use crate::outside::{HouseholdRef, ProgrammeInfo, world};
use crate::problems;
use crate::repo;

/// The most items that one decision carries: a county's monthly meeting.
pub(super) const MOST: usize = 20_000;

/// What a proposal is about.
pub(super) struct Draft {
    pub kind: DecisionKind,
    pub release: Uuid,
    pub info: ProgrammeInfo,
    pub reason: String,
    pub effective: Month,
    pub import: Option<Uuid>,
}

/// Finds the programme in the month, or says that it is not run then.
pub(super) async fn draft(
    tx: &Tx,
    kind: DecisionKind,
    programme: &str,
    effective: Month,
    reason: &str,
) -> Result<Draft> {
    crate::said(reason)?;
    let floor = tx.floor();
    let place = tx.ctx().actor().division;
    let found = world(floor)
        .programme(floor, tx.conn(), &place, programme, effective)
        .await?;
    let (release, info) = found.ok_or_else(|| {
        Problem::new(&problems::PROGRAMME).field(
            "/programme",
            format!("“{programme}”在{effective}未开办。"),
            format!("“{programme}” is not run in {effective}."),
        )
    })?;
    if !tx.scope().contains_in(&place, &info.section) {
        return Err(Problem::new(&platform::problem::kinds::DENIED).because("section"));
    }
    Ok(Draft {
        kind,
        release,
        info,
        reason: reason.to_owned(),
        effective,
        import: None,
    })
}

/// Households of a proposal that lie in the area of the one who proposes.
/// Households elsewhere are as if they did not exist.
pub(super) async fn households(
    tx: &Tx,
    ids: impl Iterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, HouseholdRef>> {
    let wanted: BTreeSet<Uuid> = ids.collect();
    let wanted: Vec<Uuid> = wanted.into_iter().collect();
    let mut found = world(tx.floor())
        .households(tx.floor(), tx.conn(), &wanted)
        .await?;
    found.retain(|_, household| tx.scope().contains(&household.division));
    Ok(found)
}

/// An award as a proposal names it.
pub(super) struct AwardRef {
    pub household: Uuid,
    pub programme: String,
    pub division: DivisionCode,
}

/// Awards that lie in the area of the one who proposes.
pub(super) async fn awards(tx: &Tx, ids: &[Uuid]) -> Result<BTreeMap<Uuid, AwardRef>> {
    let mut out = BTreeMap::new();
    for part in ids.chunks(500) {
        let sql = Sql::new("select a.id, a.household, a.programme, a.division from award a where ")
            .push(tx.scope().sql_in("a.division", Some("a.section")))
            .text(" and a.id in ")
            .bind_all(part.iter().copied());
        for row in tx.conn().rows(sql).await? {
            let division: String = row.try_get_by_index(3)?;
            out.insert(
                row.try_get_by_index(0)?,
                AwardRef {
                    household: row.try_get_by_index(1)?,
                    programme: row.try_get_by_index(2)?,
                    division: DivisionCode::parse(&division).map_err(Problem::internal)?,
                },
            );
        }
    }
    Ok(out)
}

/// How many items a proposal may have.
pub(super) fn sized(count: usize) -> Result<()> {
    if count == 0 {
        return Err(Problem::invalid().field(
            "/items",
            "请至少选择一项。",
            "Choose at least one item.",
        ));
    }
    if count > MOST {
        return Err(Problem::invalid().field(
            "/items",
            format!("一次最多{MOST}项，请分批提出。"),
            format!("At most {MOST} items at once; split the proposal."),
        ));
    }
    Ok(())
}

/// Facts must be those that decisions of the programme state.
pub(super) fn known_facts(
    problem: &mut Problem,
    info: &ProgrammeInfo,
    i: usize,
    facts: &Map<String, Value>,
) {
    for name in facts.keys().filter(|name| !info.terms.contains(name)) {
        let clipped: String = name.chars().take(24).collect();
        problem.add(platform::Fault {
            pointer: format!("/items/{i}/facts").into(),
            row: None,
            zh: format!(
                "“{clipped}”不是{}的决定内容。可填：{}。",
                info.zh,
                info.terms.join("、")
            ),
            en: format!(
                "“{clipped}” is nothing that decisions on {} state. They state: {}.",
                info.en,
                info.terms.join(", ")
            ),
        });
    }
}

/// Adds a fault at an item.
pub(super) fn fault(
    problem: &mut Problem,
    pointer: String,
    zh: impl Into<String>,
    en: impl Into<String>,
) {
    problem.add(platform::Fault {
        pointer: pointer.into(),
        row: None,
        zh: zh.into(),
        en: en.into(),
    });
}

/// Refuses when somebody is in benefit under the programme or an excluding
/// one. The answer says only that, not where and not who.
pub(super) async fn nobody_covered(tx: &Tx, draft: &Draft, items: &[Item]) -> Result<()> {
    let mut programmes = draft.info.excludes.clone();
    programmes.push(draft.info.key.clone());
    let mut problem = Problem::new(&problems::IN_BENEFIT);
    let mut within = BTreeSet::new();
    for (i, item) in items.iter().enumerate() {
        let Some(members) = &item.members else {
            continue;
        };
        for member in members {
            if !within.insert(*member) {
                fault(
                    &mut problem,
                    format!("/items/{i}/members"),
                    "同一人在本次提出中出现两次。",
                    "The same person stands twice in this proposal.",
                );
            }
        }
        if repo::covered(tx.conn(), &programmes, members, item.from, item.award).await? {
            fault(
                &mut problem,
                format!("/items/{i}/members"),
                "其中有人已在享受相同或相斥的救助项目。",
                "Somebody among them is already in benefit under this or an excluding programme.",
            );
        }
    }
    problem.check()
}

/// Writes the proposal and answers it.
pub(super) async fn finish(
    ctx: &Ctx,
    mut tx: Tx,
    draft: Draft,
    items: Vec<Item>,
) -> Result<Answer> {
    let proposer = ctx.actor().user;
    let id = write(&mut tx, &draft, &items, &ctx.actor().division, proposer).await?;
    answer(ctx, tx, id, &draft).await
}

/// Writes a proposal with its items, after each was tried.
async fn write(
    tx: &mut Tx,
    draft: &Draft,
    items: &[Item],
    place: &DivisionCode,
    proposer: Uuid,
) -> Result<Uuid> {
    let households: BTreeSet<Uuid> = items.iter().map(|item| item.household).collect();
    let persons: usize = items
        .iter()
        .map(|item| item.members.as_ref().map_or(0, Vec::len))
        .sum();
    let amount: i64 = items
        .iter()
        .filter_map(|item| item.amount)
        .map(kernel::Money::fen)
        .sum();
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let frame = Frame {
        kind: draft.kind,
        decision: Uuid::nil(),
        seq: 0,
        programme: draft.info.key.clone(),
        section: draft.info.section.clone(),
        area: String::new(),
        year: draft.effective.year(),
        class: draft.info.class.clone(),
    };
    for item in items {
        dry_run(tx, &frame, item).await?;
    }
    let counts = (n(items.len()), n(households.len()), n(persons), amount);
    let id = insert(tx, draft, counts, (place, proposer)).await?;
    let rows: Vec<Vec<sea_orm::Value>> = (0i32..)
        .zip(items)
        .map(|(seq, item)| {
            Ok(vec![
                id.into(),
                seq.into(),
                item.award.into(),
                item.household.into(),
                item.division.as_str().into(),
                item.from.index().into(),
                serde_json::to_string(item)?.into(),
            ])
        })
        .collect::<Result<_>>()?;
    let columns = [
        "decision",
        "seq",
        "award",
        "household",
        "division",
        "from_month",
        "payload",
    ];
    bulk::insert(tx, "decision_item", &columns, rows).await?;
    let digest = platform::hash::hex(&platform::hash::sm3(&[&serde_json::to_vec(&items)?]));
    let after = json!({"kind": draft.kind.word(), "programme": draft.info.key, "items": items.len(), "digest": digest});
    tx.record(Change::created("decision", id, place, &after));
    Ok(id)
}

/// What a case came to, as a decision that is proposed and approved at once: the two officers
/// of the case are its two hands. Facts that the programme's decisions do not state are left out.
pub(crate) async fn decided(
    tx: &mut Tx,
    kind: DecisionKind,
    programme: &str,
    mut item: Item,
    reason: &str,
    hands: (Uuid, Uuid),
) -> Result<Uuid> {
    let place = DivisionCode::parse(&item.division).map_err(Problem::internal)?;
    let floor = tx.floor().clone();
    let found = world(&floor)
        .programme(&floor, tx.conn(), &place, programme, item.from)
        .await?;
    let (release, info) = found.ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    if let Some(facts) = &mut item.facts {
        facts.retain(|name, _| info.terms.contains(name));
    }
    if info.for_household && item.award.is_none() {
        let found = world(&floor)
            .households(&floor, tx.conn(), &[item.household])
            .await?;
        if let Some(head) = found.get(&item.household).and_then(|h| h.head) {
            item.holder = Some(head);
        }
    }
    let draft = Draft {
        kind,
        release,
        info,
        reason: reason.to_owned(),
        effective: item.from,
        import: None,
    };
    let items = [item];
    if kind == DecisionKind::Start {
        nobody_covered(tx, &draft, &items).await?;
    }
    let id = write(tx, &draft, &items, &place, hands.0).await?;
    let scope = tx.scope().clone();
    crate::decision::settle(tx, &scope, id, hands.1, reason).await?;
    Ok(id)
}

/// Inserts the row of a decision.
pub(super) async fn insert(
    tx: &mut Tx,
    draft: &Draft,
    counts: (i64, i64, i64, i64),
    (place, proposer): (&DivisionCode, Uuid),
) -> Result<Uuid> {
    let id = tx.floor().new_id();
    let sql = Sql::with(
        "insert into decision (id, kind, programme, section, division, status, reason, effective_month, pack_release, \
         import, awards, households, persons, amount, proposed_by, proposed_at, version) \
         values (?, ?, ?, ?, ?, 'proposed', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        [
            id.into(),
            draft.kind.word().into(),
            draft.info.key.as_str().into(),
            draft.info.section.as_str().into(),
            place.as_str().into(),
            draft.reason.as_str().into(),
            draft.effective.index().into(),
            draft.release.into(),
            draft.import.into(),
            counts.0.into(),
            counts.1.into(),
            counts.2.into(),
            counts.3.into(),
            proposer.into(),
            tx.floor().now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    Ok(id)
}

/// Opens the second person's task, commits, and answers the decision.
pub(super) async fn answer(ctx: &Ctx, mut tx: Tx, id: Uuid, draft: &Draft) -> Result<Answer> {
    let place = ctx.actor().division;
    let (zh, en) = draft.kind.names();
    tx.open_task(NewTask {
        kind: "decide.decision.approve",
        title_zh: format!("审批决定：{}·{zh}", draft.info.zh),
        title_en: format!("Decide on: {}, {en}", draft.info.en),
        noun: "decision",
        subject: id.to_string(),
        division: &place,
        section: Some(&draft.info.section),
        permission: "decide.decision.approve",
        not_for: Some(ctx.actor().user),
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    let scope = tx.scope().clone();
    let stored = repo::find(tx.conn(), &scope, id).await?;
    let answer = one(ctx.floor(), tx.conn(), &stored).await?;
    tx.finish(201, &answer).await
}
