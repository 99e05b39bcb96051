//! One month: what changed, rolls, batches, the bank, and the frozen roster.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use chrono::{Datelike as _, NaiveDate};
use kernel::Month;
use serde_json::{Map, Value, json};
use synth::{
    County,
    model::{Change, Event, RosterEntry},
};

use super::{
    accounts::{Payees, nobody_left_out},
    bank,
    house::House,
    keys::Keys,
    progress::Progress,
    rosters,
    staff::Users,
};
use crate::{client::Client, packs};

/// Programmes that pay every month, and the one that pays once, in the order of the rolls.
const PROGRAMMES: [&str; 7] = [
    "dibao",
    "tekun",
    "orphan",
    "unsupported_child",
    "disability_living",
    "disability_care",
    RELIEF,
];
const RELIEF: &str = "temporary_relief";
/// How many items one decision holds at most.
const ITEMS: usize = 500;

/// Runs a month from its decisions to its frozen roster.
pub async fn run(
    house: &House,
    users: &Users,
    county: &County,
    month: Month,
    progress: &Progress,
) -> anyhow::Result<()> {
    progress.say(&format!("── {month} ──"));
    house.set(day(month, 3), 9);
    decisions(house, users, county, month, progress).await?;
    let mut locked = Vec::new();
    for programme in PROGRAMMES {
        if roll(house, users, month, programme, progress).await? {
            locked.push(programme);
        }
    }
    pay(house, users, month, &locked, progress).await?;
    // The report speaks of the 25th of October, so that month's roster is frozen before.
    house.set(day(month, 24), 17);
    users
        .reviewer
        .post("/month-ends", &json!({ "month": month }))
        .await?;
    Ok(())
}

fn day(month: Month, day: u32) -> NaiveDate {
    month
        .first_day()
        .with_day(day)
        .unwrap_or_else(|| month.last_day())
}

/// The kinds of decision, in the order in which a county takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Stop,
    Grace(Month),
    Change,
    Start,
}

async fn decisions(
    house: &House,
    users: &Users,
    county: &County,
    month: Month,
    progress: &Progress,
) -> anyhow::Result<()> {
    let keys = Keys::read(house, month.prev()).await?;
    let terms = terms()?;
    let mut items: BTreeMap<(&str, Kind), Vec<Value>> = BTreeMap::new();
    let mut payees = Payees::default();
    for event in county.events_of(month) {
        let programme = event.programme.key();
        let (kind, item) = item(house, county, &keys, &terms[programme], event)?;
        items.entry((programme, kind)).or_default().push(item);
        if let Change::Start(entry) = &event.change {
            payees.add(entry.holder, entry.payee);
        }
    }
    for relief in county.one_offs_of(month) {
        payees.add(relief.payee, relief.payee);
    }
    for ((programme, kind), items) in items {
        for items in items.chunks(ITEMS) {
            let (path, mut body) = match kind {
                Kind::Stop => ("stop", json!({})),
                Kind::Grace(last) => ("grace", json!({ "to_month": last })),
                Kind::Change => ("change", json!({})),
                Kind::Start => ("start", json!({})),
            };
            body["programme"] = json!(programme);
            body["from_month"] = json!(month);
            body["reason"] = json!(reason(kind));
            body["items"] = json!(items);
            decide(house, users, path, &body, progress).await?;
        }
    }
    reliefs(house, users, county, &keys, month, progress).await?;
    payees.register(house, users, county, &keys, progress).await
}

fn reason(kind: Kind) -> &'static str {
    match kind {
        Kind::Stop => "本月动态核查，不再符合条件",
        Kind::Grace(_) => "家庭条件好转，给予渐退期",
        Kind::Change => "本月动态核查，条件变化",
        Kind::Start => "本月新审核确认",
    }
}

/// The facts that decisions of each programme may state, as the pack says.
fn terms() -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let pack = packs::load()?;
    Ok(pack
        .programmes()
        .iter()
        .map(|p| (p.key.clone(), p.terms.clone()))
        .collect())
}

fn stated(entry: &synth::model::Terms, allowed: &[String]) -> Map<String, Value> {
    entry
        .facts()
        .into_iter()
        .filter(|(name, _)| allowed.contains(name))
        .collect()
}

fn item(
    house: &House,
    county: &County,
    keys: &Keys,
    allowed: &[String],
    event: &Event,
) -> anyhow::Result<(Kind, Value)> {
    let programme = event.programme.key();
    let reason = event.reason.zh();
    if let Change::Start(entry) = &event.change {
        return Ok((
            Kind::Start,
            start(house, county, keys, allowed, entry, reason)?,
        ));
    }
    // Whoever is covered at the time names the award.
    let before = county.state_at(event.month.prev());
    let entry = &before
        .awards
        .get(&(event.programme, event.number.clone()))
        .with_context(|| format!("no award {} before {}", event.number, event.month))?
        .entry;
    let first = *entry
        .covered
        .first()
        .context("an award that covers nobody")?;
    let (person, _) = keys.person(house, county, first)?;
    let award = keys.award(programme, person)?;
    Ok(match &event.change {
        Change::Start(_) => bail!("handled above"),
        Change::Stop => (Kind::Stop, json!({ "award_id": award, "reason": reason })),
        Change::Grace { last } => (
            Kind::Grace(*last),
            json!({ "award_id": award, "facts": {}, "reason": reason }),
        ),
        Change::Terms { after, .. } => (
            Kind::Change,
            json!({ "award_id": award, "facts": stated(after, allowed), "reason": reason }),
        ),
        Change::MemberLeft(left) => {
            let (left, _) = keys.person(house, county, *left)?;
            let members: Vec<_> = keys.members(award).iter().filter(|m| **m != left).collect();
            (
                Kind::Change,
                json!({ "award_id": award, "members": members, "facts": {}, "reason": reason }),
            )
        }
    })
}

fn start(
    house: &House,
    county: &County,
    keys: &Keys,
    allowed: &[String],
    entry: &RosterEntry,
    reason: &str,
) -> anyhow::Result<Value> {
    let mut members = Vec::new();
    for person in &entry.covered {
        members.push(keys.person(house, county, *person)?.0);
    }
    let (holder, household) = keys.person(house, county, entry.holder)?;
    Ok(json!({
        "household_id": household,
        "holder_id": holder,
        "members": members,
        "facts": stated(&entry.terms, allowed),
        "reason": reason,
    }))
}

async fn reliefs(
    house: &House,
    users: &Users,
    county: &County,
    keys: &Keys,
    month: Month,
    progress: &Progress,
) -> anyhow::Result<()> {
    let mut items = Vec::new();
    for relief in county.one_offs_of(month) {
        let (payee, household) = keys.person(house, county, relief.payee)?;
        let mut persons = Vec::new();
        for person in &relief.persons {
            persons.push(keys.person(house, county, *person)?.0);
        }
        items.push(json!({
            "household_id": household,
            "person_id": payee,
            "persons": persons,
            "amount": relief.amount,
            "cause": relief.cause.zh(),
            "facts": { "救助类型": if relief.urgent { "急难型" } else { "支出型" } },
        }));
    }
    for items in items.chunks(ITEMS) {
        let body = json!({
            "programme": RELIEF,
            "month": month,
            "reason": "经审核确认给予临时救助",
            "items": items,
        });
        decide(house, users, "one-off", &body, progress).await?;
    }
    Ok(())
}

async fn decide(
    house: &House,
    users: &Users,
    path: &str,
    body: &Value,
    progress: &Progress,
) -> anyhow::Result<()> {
    let decision = users
        .clerk
        .post(&format!("/decisions/{path}"), body)
        .await?;
    let name = format!("{} {path}", body["programme"].as_str().unwrap_or_default());
    rosters::approve(house, users, &decision, "同意", &name, progress).await
}

/// Makes, checks and locks the roll of a programme; says whether it pays anything.
pub async fn roll(
    house: &House,
    users: &Users,
    month: Month,
    programme: &str,
    progress: &Progress,
) -> anyhow::Result<bool> {
    house.set(day(month, 8), 9);
    let body = json!({ "programme": programme, "month": month });
    let made = users.clerk.post("/rolls", &body).await?;
    let id = made["roll"]["id"]
        .as_str()
        .context("a roll without a key")?
        .to_owned();
    let name = format!("名册 / roll {programme}");
    house
        .work(&users.clerk, made["job"].as_str(), progress, &name)
        .await?;
    step(house, &users.clerk, &id, "submit", "", progress).await?;
    house.set(day(month, 10), 9);
    step(house, &users.leader, &id, "approve", "同意发放", progress).await?;
    let roll = step(house, &users.reviewer, &id, "lock", "", progress).await?;
    if roll["status"] != "locked" {
        bail!("{programme} {month}: {roll}");
    }
    progress.say(&format!(
        "  {programme:<20} {:>6} 户 {:>6} 人 {:>14} 元",
        roll["households"],
        roll["persons"],
        roll["amount"].as_str().unwrap_or_default(),
    ));
    Ok(roll["amount"].as_str() != Some("0.00"))
}

async fn step(
    house: &House,
    client: &Client,
    roll: &str,
    step: &str,
    opinion: &str,
    progress: &Progress,
) -> anyhow::Result<Value> {
    let path = format!("/rolls/{roll}");
    client
        .post(&format!("{path}/{step}"), &json!({ "opinion": opinion }))
        .await?;
    house.work(client, None, progress, step).await?;
    client.get(&path).await
}

/// Pays the locked rolls: batches, files, the bank's answers, and what bounced once more.
pub async fn pay(
    house: &House,
    users: &Users,
    month: Month,
    programmes: &[&str],
    progress: &Progress,
) -> anyhow::Result<()> {
    house.set(day(month, 12), 9);
    let body = json!({ "month": month, "programmes": programmes });
    let made = users.clerk.post("/batches", &body).await?;
    let made = house
        .work(
            &users.clerk,
            made["job"].as_str(),
            progress,
            "批次 / batches",
        )
        .await?;
    nobody_left_out(&made)?;
    for id in ids(&made["batches"]) {
        let bounced = hand_over(house, users, month, &id, true, progress).await?;
        if !bounced {
            continue;
        }
        house.set(day(month, 20), 9);
        bank::correct(house, users, &id).await?;
        let again = users
            .clerk
            .post(&format!("/batches/{id}/reissue"), &json!({}))
            .await?;
        let again = house
            .work(
                &users.clerk,
                again["job"].as_str(),
                progress,
                "重发 / reissue",
            )
            .await?;
        nobody_left_out(&again)?;
        for id in ids(&again["batches"]) {
            hand_over(house, users, month, &id, false, progress).await?;
        }
    }
    let ledger = users.finance.get(&format!("/ledger?month={month}")).await?;
    for sheet in ledger["items"].as_array().into_iter().flatten() {
        if sheet["balanced"] != true {
            bail!("{month}: the ledger does not balance: {sheet}");
        }
    }
    Ok(())
}

fn ids(batches: &Value) -> Vec<String> {
    let mut ids = Vec::new();
    for batch in batches.as_array().into_iter().flatten() {
        let id = batch.as_str().or_else(|| batch["id"].as_str());
        ids.extend(id.map(str::to_owned));
    }
    ids
}

/// Approves a batch, hands its file to the synthetic bank and reads the answer; says whether
/// something bounced.
async fn hand_over(
    house: &House,
    users: &Users,
    month: Month,
    id: &str,
    bounces: bool,
    progress: &Progress,
) -> anyhow::Result<bool> {
    let path = format!("/batches/{id}");
    let none = json!({});
    let approved = users
        .finance
        .post(&format!("{path}/approve"), &none)
        .await?;
    house
        .work(
            &users.finance,
            approved["job"].as_str(),
            progress,
            "银行文件 / bank file",
        )
        .await?;
    let batch = users.finance.get(&path).await?;
    let file = users.finance.download(&format!("{path}/file")).await?;
    users.finance.post(&format!("{path}/send"), &none).await?;
    house.set(day(month, if bounces { 15 } else { 22 }), 9);
    let answer = bank::answer(&file, &batch, day(month, 14), bounces)?;
    let read = users
        .finance2
        .upload(
            &format!("{path}/return"),
            &[],
            &[("file", &answer.name, &answer.bytes)],
        )
        .await?;
    house
        .work(
            &users.finance2,
            read["job"].as_str(),
            progress,
            "回盘 / bank return",
        )
        .await?;
    let batch = users.finance.get(&path).await?;
    if batch["status"] != "returned" && batch["status"] != "settled" {
        bail!("{month} {}: {batch}", batch["number"]);
    }
    Ok(batch["rejected"]["count"].as_u64().unwrap_or(0) > 0)
}
