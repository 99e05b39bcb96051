//! A handful of open cases, so that to-do lists have something in them: families that reported an
//! emergency today, half of them already found urgent, and reserves to pay them from.

use std::collections::BTreeSet;

use anyhow::Context as _;
use kernel::{Clock as _, SystemClock, shanghai};
use serde_json::json;

use super::house::House;

/// How many families.
const FAMILIES: usize = 6;

/// Opens the cases on the day of the computer's clock, as the county's own staff would.
pub async fn open(house: &House) -> anyhow::Result<()> {
    let now = SystemClock.now().with_timezone(&shanghai());
    house.set(now.date_naive(), 0);
    let clerk = house.worker("clerk").await?;
    let finance = house.worker("finance").await?;
    let leader = house.worker("leader").await?;
    let list = clerk
        .get(&format!("/households?programme=dibao&limit={FAMILIES}"))
        .await?;
    let families = list["items"].as_array().context("a list of households")?;
    let mut townships = BTreeSet::new();
    for (n, family) in families.iter().enumerate() {
        let code = family["division"]["code"].as_str().unwrap_or_default();
        townships.extend(code.get(..9).map(str::to_owned));
        let new = json!({
            "procedure": "temporary_relief_emergency", "household": family["id"],
        });
        let case = clerk.post("/cases", &new).await?;
        if n % 2 == 0 {
            let id = case["id"].as_str().context("a case without a key")?;
            let urgent = json!({
                "act": {
                    "act": "finish", "step": "report", "outcome": "urgent",
                    "facts": { "情况急迫": true, "拟救助金额": format!("{}00.00", n + 5) },
                },
                "seen": case["seen"],
            });
            clerk.post(&format!("/cases/{id}/acts"), &urgent).await?;
        }
    }
    for township in townships {
        let money = json!({ "amount": "20000.00", "document": "演示拨款" });
        let asked = finance
            .post(&format!("/reserves/{township}/replenish"), &money)
            .await?;
        let id = asked["id"].as_str().context("a request without a key")?;
        let opinion = json!({ "opinion": "同意" });
        leader
            .post(&format!("/reserves/requests/{id}/approve"), &opinion)
            .await?;
    }
    Ok(())
}
