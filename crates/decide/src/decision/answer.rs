//! A decision as the API shows it.

use std::collections::BTreeMap;

use directory::{DivisionRef, Named, UserRef};
use kernel::{DivisionCode, Money, Month};
use platform::db::Conn;
use platform::{Floor, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::outside::world;
use crate::repo::Decision;

/// What a decision concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Counts {
    /// Awards or grants.
    pub awards: i64,
    /// 户
    pub households: i64,
    /// 人
    pub persons: i64,
    /// 元: a month's amount as the source prints it, or the sums paid once.
    #[schema(value_type = String, example = "1317.00")]
    pub amount: Money,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DecisionAnswer {
    /// Key.
    pub id: Uuid,
    /// Public number, allotted at approval.
    pub number: Option<String>,
    /// opening, start, change, grace, stop or one_off.
    pub kind: Named,
    /// The programme.
    pub programme: Named,
    /// Where it was proposed.
    pub division: DivisionRef,
    /// proposed, applying, approved or rejected.
    pub status: String,
    /// Why.
    pub reason: String,
    /// First month of the effect.
    #[schema(value_type = String, example = "2022-10")]
    pub effective_month: Month,
    /// What it concerns.
    pub counts: Counts,
    /// The first person.
    pub proposed_by: UserRef,
    /// When.
    pub proposed_at: chrono::DateTime<chrono::Utc>,
    /// The second person, who approved or rejected.
    pub approved_by: Option<UserRef>,
    /// When.
    pub approved_at: Option<chrono::DateTime<chrono::Utc>>,
    /// What the second person said.
    pub opinion: Option<String>,
    /// The import of an opening decision.
    pub import_id: Option<Uuid>,
    /// The job that writes a large decision, right after its approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<Uuid>,
}

/// One item of a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ItemAnswer {
    /// The award, where it exists already.
    pub award_id: Option<Uuid>,
    /// The household.
    pub household_id: Uuid,
    /// Where it lives.
    pub division: DivisionRef,
    /// First month of the effect.
    #[schema(value_type = String)]
    pub from_month: Month,
    /// Last month, where one is set.
    #[schema(value_type = Option<String>)]
    pub to_month: Option<Month>,
    /// Covered persons, where they change.
    pub members: Option<Vec<PersonRef>>,
    /// Facts that change, by vocabulary names.
    #[schema(value_type = Option<std::collections::BTreeMap<String, serde_json::Value>>)]
    pub facts: Option<serde_json::Map<String, serde_json::Value>>,
    /// Why, where it differs from the decision's reason.
    pub reason: String,
    /// 元, for one-off grants.
    #[schema(value_type = Option<String>)]
    pub amount: Option<Money>,
    /// The cause of a one-off grant.
    pub cause: String,
}

/// A person by key and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRef {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub name: String,
}

/// The release of the policy pack by which a decision was proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DecisionRelease {
    /// Key.
    pub id: Uuid,
    /// Its version.
    pub version: String,
    /// SM3 digest of its texts.
    pub digest: String,
}

/// A decision with its items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DecisionDetail {
    /// The decision.
    #[serde(flatten)]
    pub decision: DecisionAnswer,
    /// The policy that it rests on.
    pub release: Option<DecisionRelease>,
    /// Its items, at most 500; opening decisions have none, their roster is the import's.
    pub items: Vec<ItemAnswer>,
}

/// Decisions as the API shows them, names looked up once for all.
pub(crate) async fn shown(
    floor: &Floor,
    conn: &Conn,
    list: &[Decision],
) -> Result<Vec<DecisionAnswer>> {
    let divisions =
        directory::division_names(conn, list.iter().map(|d| d.division.as_str())).await?;
    let users = directory::user_names(
        conn,
        list.iter()
            .flat_map(|d| std::iter::once(d.proposed_by).chain(d.decided_by)),
    )
    .await?;
    let world = world(floor);
    let mut programmes: BTreeMap<(String, Month, String), Named> = BTreeMap::new();
    let mut out = Vec::with_capacity(list.len());
    for d in list {
        let key = (d.programme.clone(), d.effective, d.division.clone());
        if !programmes.contains_key(&key) {
            let place = DivisionCode::parse(&d.division).map_err(platform::Problem::internal)?;
            let info = world
                .programme(floor, conn, &place, &d.programme, d.effective)
                .await?;
            let named = info.map_or_else(
                || Named {
                    key: d.programme.clone(),
                    zh: d.programme.clone(),
                    en: d.programme.clone(),
                },
                |(_, info)| Named {
                    key: info.key,
                    zh: info.zh,
                    en: info.en,
                },
            );
            programmes.insert(key.clone(), named);
        }
        let (zh, en) = d.kind.names();
        out.push(DecisionAnswer {
            id: d.id,
            number: d.number.clone(),
            kind: Named {
                key: d.kind.word().into(),
                zh: zh.into(),
                en: en.into(),
            },
            programme: programmes[&key].clone(),
            division: divisions.get(&d.division),
            status: d.status.word().into(),
            reason: d.reason.clone(),
            effective_month: d.effective,
            counts: Counts {
                awards: d.counts.0,
                households: d.counts.1,
                persons: d.counts.2,
                amount: Money::from_fen(d.counts.3),
            },
            proposed_by: users.get(d.proposed_by),
            proposed_at: d.proposed_at,
            approved_by: d.decided_by.map(|id| users.get(id)),
            approved_at: d.decided_at,
            opinion: d.opinion.clone(),
            import_id: d.import,
            job: None,
        });
    }
    Ok(out)
}

/// One decision as the API shows it.
pub(crate) async fn one(floor: &Floor, conn: &Conn, decision: &Decision) -> Result<DecisionAnswer> {
    let mut list = shown(floor, conn, std::slice::from_ref(decision)).await?;
    list.pop()
        .ok_or_else(|| platform::Problem::internal("a list of one is empty"))
}
