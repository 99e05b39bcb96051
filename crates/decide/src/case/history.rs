//! `GET /cases/{id}/events`: what happened in a case, in order.

use chrono::{DateTime, Utc};
use directory::{UserRef, user_names};
use flow::{Act, Event, Procedure, What};
use platform::{Ctx, Json, Path, Result};
use serde::Serialize;
use uuid::Uuid;

use super::{Bureau, NOUN, store};
use crate::authz::CASE_EVENTS;

/// One thing that happened.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseEvent)]
pub(crate) struct EventView {
    /// Its number in the case.
    pub seq: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the program itself.
    pub by: Option<UserRef>,
    /// What, in Chinese.
    pub zh: String,
    /// What, in English.
    pub en: String,
    /// The reason or opinion given.
    pub reason: Option<String>,
}

/// Lists what happened in a case.
#[utoipa::path(
    get, path = "/cases/{id}/events", operation_id = CASE_EVENTS.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = Vec<EventView>))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Vec<EventView>>> {
    let mut reader = ctx.query(&CASE_EVENTS).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let case = store::case(reader.conn(), ctx.floor().vault(), &row).await?;
    let bureau = Bureau::kept(ctx.floor(), reader.conn(), &row).await?;
    let names = user_names(
        reader.conn(),
        case.events.iter().filter_map(|e| e.by.parse().ok()),
    )
    .await?;
    let shown = case.events.iter().filter_map(|event| {
        let (zh, en, reason) = said(&bureau.procedure, event)?;
        Some(EventView {
            seq: event.seq,
            at: event.at,
            by: event.by.parse::<Uuid>().ok().map(|id| names.get(id)),
            zh,
            en,
            reason,
        })
    });
    let shown = shown.collect();
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    Ok(Json(shown))
}

/// An event in words; none for what only follows from another event.
pub(crate) fn said(
    procedure: &Procedure,
    event: &Event,
) -> Option<(String, String, Option<String>)> {
    let step = |key: &str| {
        let label = procedure.step(key).map(|s| &s.label);
        (
            label.map_or(key.to_owned(), |l| l.zh.clone()),
            label.map_or(key.to_owned(), |l| l.en.clone()),
        )
    };
    let plain = |zh: &str, en: &str| Some((zh.to_owned(), en.to_owned(), None));
    match &event.what {
        What::Acted { did } => acted(procedure, did, &step),
        What::Accepted => plain("受理", "Accepted"),
        What::Reopened { step: key } => {
            let (zh, en) = step(key);
            Some((format!("退回：{zh}"), format!("Opened again: {en}"), None))
        }
        What::Passed { step: key } => {
            let (zh, en) = step(key);
            Some((
                format!("无需办理：{zh}"),
                format!("Passed over: {en}"),
                None,
            ))
        }
        What::Closed { .. } => plain("办结", "Closed"),
        _ => None,
    }
}

fn acted(
    procedure: &Procedure,
    act: &Act,
    step: &dyn Fn(&str) -> (String, String),
) -> Option<(String, String, Option<String>)> {
    let at = |key: &str, zh: &str, en: &str| {
        let named = step(key);
        Some((
            format!("{}：{zh}", named.0),
            format!("{}: {en}", named.1),
            None,
        ))
    };
    match act {
        Act::Finish {
            step: key,
            outcome,
            reason,
            ..
        } => {
            let label = procedure
                .step(key)
                .and_then(|s| s.outcome(outcome))
                .map(|o| o.label.clone());
            let named = step(key);
            let label = label.unwrap_or_default();
            Some((
                format!("{}：{}", named.0, label.zh),
                format!("{}: {}", named.1, label.en),
                reason.clone(),
            ))
        }
        Act::File { step: key, .. } => at(key, "填写表格", "form handed in"),
        Act::Sign { step: key, .. } => at(key, "签字", "signed"),
        Act::Post { step: key, .. } => at(key, "张贴公示", "list put up"),
        Act::Object { step: key, .. } => at(key, "收到异议", "objection received"),
        Act::TakeDown { step: key, .. } => at(key, "公示撤下", "list taken down"),
        Act::HandOver { step: key, .. } => at(key, "移交办理", "handed over"),
        Act::Paper { paper, reason, .. } => {
            let label = procedure.paper(paper).map(|p| p.label.clone());
            let label = label.unwrap_or_default();
            Some((
                format!("材料登记：{}", label.zh),
                format!("Paper noted: {}", label.en),
                reason.clone(),
            ))
        }
        Act::Extend { .. } => Some(("延长期限".into(), "Limit extended".into(), None)),
        Act::Pause { .. } => Some(("暂停计时".into(), "Clock stopped".into(), None)),
        Act::Resume => Some(("恢复计时".into(), "Clock runs on".into(), None)),
        Act::Leave { way, reason } => {
            let label = procedure
                .anywhere
                .iter()
                .find(|w| w.key == *way)
                .map(|w| w.label.clone())
                .unwrap_or_default();
            Some((label.zh, label.en, Some(reason.clone())))
        }
    }
}
