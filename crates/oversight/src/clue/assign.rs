//! `POST /clues/assign`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use directory::user_names;
use platform::{Answer, Ctx, Json, NewTask, Problem, Result, Sql, Tx};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::choose::{Done, Selection, record, update};
use crate::authz::{CLUE_ANSWER, CLUE_ASSIGN};
use crate::model::ClueStatus;
use crate::words;

/// Who shall look into which clues until when.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct Assignment {
    which: Selection,
    /// The office in charge, by division; the township of each clue where missing.
    #[serde(default)]
    office: Option<String>,
    /// The person in charge.
    #[serde(default)]
    handler: Option<Uuid>,
    /// The last day; by the limit of the pack where missing.
    #[serde(default)]
    due: Option<NaiveDate>,
}

/// Assigns clues, one or all of a filter.
#[utoipa::path(post, path = "/clues/assign", operation_id = CLUE_ASSIGN.id, tag = "oversight",
    request_body = Assignment, responses((status = 200, body = Done)))]
pub(crate) async fn handle(ctx: Ctx, Json(asked): Json<Assignment>) -> Result<Answer> {
    let today = ctx.floor().today();
    if asked.due.is_some_and(|due| due < today) {
        return Err(Problem::invalid().field(
            "/due",
            "期限不能早于今天",
            "The last day cannot lie in the past.",
        ));
    }
    let office = asked
        .office
        .as_deref()
        .filter(|code| !code.is_empty())
        .map(|code| crate::division(code, "/office"))
        .transpose()?;
    let mut tx = ctx.begin(&CLUE_ASSIGN, None).await?;
    if let Some(office) = &office {
        tx.require(office)?;
    }
    if let Some(handler) = asked.handler {
        // Whoever the directory does not know is shown as the system itself.
        let known = user_names(tx.conn(), [handler]).await?.get(handler);
        if known == user_names(tx.conn(), []).await?.get(handler) {
            return Err(Problem::invalid().field(
                "/handler",
                "没有这个用户",
                "There is no such user.",
            ));
        }
    }
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    let home = ctx.actor().division;
    let due = asked
        .due
        .or_else(|| words::due(&pack, &home, "clue", today));
    let allowed = [ClueStatus::New, ClueStatus::Assigned];
    let chosen = asked
        .which
        .choose(&tx, &allowed, ("分派", "assigning"))
        .await?;
    let townships = townships(&tx, &chosen.condition, office.as_ref().map(|o| o.as_str())).await?;
    let set = match &office {
        Some(office) => Sql::new("office = ").bind(office.as_str()),
        None => Sql::new("office = substr(division, 1, 9) || '000'"),
    };
    let set = set
        .text(", status = 'assigned', handler = ")
        .bind(asked.handler)
        .text(", due = ")
        .bind(due);
    let totals = json!({"clues": chosen.count, "due": due});
    record(&mut tx, &chosen, "clues_assigned", totals).await?;
    update(&mut tx, &chosen, set).await?;
    open_tasks(&mut tx, &townships, due).await?;
    tx.about("clues", chosen.count, &home);
    let done = Done {
        clues: crate::count(chosen.count),
    };
    tx.finish(200, &done).await
}

type Townships = BTreeMap<(Uuid, String), i64>;

/// How many of the clues go to which office, by run.
async fn townships(tx: &Tx, condition: &Sql, office: Option<&str>) -> Result<Townships> {
    let sql = Sql::new("select c.run, substr(c.division, 1, 9), count(*) from clue c where ")
        .push(condition.clone())
        .text(" group by c.run, substr(c.division, 1, 9)");
    let mut found = Townships::new();
    for row in tx.conn().rows(sql).await? {
        let township: String = row.try_get_by_index(1)?;
        let code = office.map_or_else(|| format!("{township}000"), str::to_owned);
        *found.entry((row.try_get_by_index(0)?, code)).or_default() +=
            row.try_get_by_index::<i64>(2)?;
    }
    Ok(found)
}

async fn open_tasks(tx: &mut Tx, offices: &Townships, due: Option<NaiveDate>) -> Result<()> {
    for ((run, code), clues) in offices {
        let division = crate::place(code)?;
        let subject = format!("{run}/{code}");
        tx.close_tasks("clues", &subject).await?;
        tx.open_task(NewTask {
            kind: "oversight.clue.answer",
            title_zh: format!("核查监督线索 {clues} 条"),
            title_en: format!("Clues to look into: {clues}"),
            noun: "clues",
            subject,
            division: &division,
            section: None,
            permission: CLUE_ANSWER.permission,
            not_for: None,
            role: None,
            holder: None,
            due,
        })
        .await?;
    }
    Ok(())
}
