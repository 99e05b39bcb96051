//! The month in seconds, by stage: `cargo test --release -p disburse --test speed -- --ignored --nocapture`.
//! `DOUDI_BENCH_HOUSES` sets the size; three persons a house.

#![allow(clippy::unwrap_used, reason = "a test may unwrap")]

mod common;

use std::time::Instant;

use common::{Town, office};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, not a check"]
async fn a_large_month_by_stage() {
    let houses: u128 = std::env::var("DOUDI_BENCH_HOUSES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(10_000);
    let office = office(Town::of(houses)).await;
    let persons = houses * 3;
    let mut last = Instant::now();
    let mut tell = |stage: &str| {
        let seconds = last.elapsed().as_millis();
        let rate = persons * 1000 / seconds.max(1);
        println!(
            "{stage:<12} {:>6}.{:03} s  {rate:>9} persons/s",
            seconds / 1000,
            seconds % 1000
        );
        last = Instant::now();
    };
    office.open().await;
    tell("opening");
    let roll = office.roll("dibao", "2022-01").await;
    tell("roll");
    assert_eq!(roll["persons"], json!(u64::try_from(persons).unwrap()));
    office.lock(&roll).await;
    tell("lock");
    office.roll("dibao", "2022-02").await;
    tell("next roll");
    office
        .ok(
            &office.maker,
            "/batches",
            json!({"month": "2022-01", "programmes": ["dibao"]}),
        )
        .await;
    tell("batch");
    let batches = office.approve_drafts("2022-01").await;
    tell("bank file");
    let mut answers = Vec::new();
    for batch in &batches {
        answers.push(
            office
                .bank(batch, |seq| if seq % 100 == 7 { "失败" } else { "成功" })
                .await,
        );
    }
    tell("(the bank)");
    for (batch, answer) in batches.iter().zip(&answers) {
        assert_eq!(office.send_return(batch, answer).await.status, 200);
    }
    tell("return");
    let row = office.ledger("2022-01").await;
    println!(
        "paid {} returned {} of {}",
        row["paid"], row["returned"], roll["amount"]
    );
}
