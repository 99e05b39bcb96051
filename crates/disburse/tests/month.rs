//! One month from awards to money, over HTTP, with the packs of Qingshui.

#![allow(clippy::unwrap_used, reason = "a test may unwrap")]

mod common;

use common::{Town, office};
use platform::db::Sql;
use serde_json::json;

/// 9 persons of class 1 at 439.00 and 9 of class 2 at 417.00.
const TOTAL: &str = "7704.00";

#[tokio::test(flavor = "multi_thread")]
async fn a_month_from_awards_to_the_bank_and_back() {
    let office = office(Town::of(6)).await;
    office.open().await;
    let roll = office.roll("dibao", "2022-01").await;
    assert_eq!(roll["status"], "draft");
    assert_eq!(
        (&roll["households"], &roll["persons"], &roll["amount"]),
        (&json!(6), &json!(18), &json!(TOTAL))
    );
    assert_eq!(roll["unresolved"], 0);
    assert_eq!(roll["previous"], json!(null));
    office.lock(&roll).await;

    let batches = office.pay("2022-01").await;
    assert_eq!(batches.len(), 2, "one batch for each bank");
    let sum: i64 = batches
        .iter()
        .map(|b| {
            kernel::Money::parse_yuan(b["amount"].as_str().unwrap())
                .unwrap()
                .fen()
        })
        .sum();
    assert_eq!(kernel::Money::from_fen(sum).to_string(), TOTAL);
    // A household's subsidy goes to the head's card: one payment a house.
    assert!(batches.iter().all(|batch| batch["count"] == 3));
    let row = office.ledger("2022-01").await;
    assert_eq!(
        (&row["in_batch"], &row["unbatched"]),
        (&json!(TOTAL), &json!("0.00"))
    );

    // The first bank pays two of three, the second everything.
    let first = office
        .bank(&batches[0], |seq| if seq == 2 { "失败" } else { "成功" })
        .await;
    let answer = office.send_return(&batches[0], &first).await;
    assert_eq!(answer.status, 200, "{answer}");
    let second = office.bank(&batches[1], |_| "成功").await;
    assert_eq!(office.send_return(&batches[1], &second).await.status, 200);
    let returned = office
        .get(&format!("/batches/{}", batches[0]["id"].as_str().unwrap()))
        .await;
    assert_eq!(
        (&returned["status"], &returned["rejected"]["count"]),
        (&json!("returned"), &json!(1))
    );
    let settled = office
        .get(&format!("/batches/{}", batches[1]["id"].as_str().unwrap()))
        .await;
    assert_eq!(settled["status"], "settled");
    let rejected = office
        .get(&format!(
            "/batches/{}/payments?status=rejected",
            batches[0]["id"].as_str().unwrap()
        ))
        .await;
    let payment = &rejected["items"][0];
    assert_eq!(payment["reason_en"], "Name does not match");
    assert!(
        payment["account"].as_str().unwrap().contains('*'),
        "accounts are masked: {payment}"
    );
    let bounced = payment["amount"].as_str().unwrap().to_owned();
    assert_eq!(office.ledger("2022-01").await["returned"], json!(bounced));

    // A corrected account at the other bank shows on the next batch.
    let payee = payment["payee"]["id"].as_str().unwrap().parse().unwrap();
    office.town.account(payee, "邮储", "6221880000000001");
    office
        .ok(
            &office.maker,
            &format!("/batches/{}/reissue", batches[0]["id"].as_str().unwrap()),
            json!({}),
        )
        .await;
    let again = office.approve_drafts("2022-01").await;
    assert_eq!(again.len(), 1);
    assert_eq!(again[0]["bank"]["key"], "psbc");
    let file = office.bank_file(&again[0]).await;
    assert!(
        file.iter()
            .any(|row| row.get(3).is_some_and(|cell| cell == "6221880000000001"))
    );
    let answer = office.bank(&again[0], |_| "成功").await;
    assert_eq!(office.send_return(&again[0], &answer).await.status, 200);
    let row = office.ledger("2022-01").await;
    assert_eq!(
        (&row["entitled"], &row["paid"], &row["returned"]),
        (&json!(TOTAL), &json!(TOTAL), &json!("0.00"))
    );
    // Nothing is left to pay.
    let more = office
        .app
        .post(
            &office.maker,
            "/batches",
            json!({"month": "2022-01", "programmes": ["dibao"]}),
        )
        .await;
    assert_eq!(
        (more.status, more.code().as_str()),
        (409, "disburse.batch.empty")
    );
    office.app.verify().await;
}

/// The database itself refuses a second live payment of a line.
#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_to_pay_a_line_twice() {
    let office = office(Town::of(2)).await;
    office.open().await;
    let roll = office.roll("dibao", "2022-01").await;
    office.lock(&roll).await;
    office.pay("2022-01").await;
    let ctx = office.app.ctx(&office.maker);
    let tx = ctx
        .begin(&disburse::authz::BATCH_GATHER, None)
        .await
        .unwrap();
    let copy = "insert into payment_line (batch, seq, n, programme, month, person, component, kind, for_month, line_seq, amount, live) \
                select batch, seq + 1000, n, programme, month, person, component, kind, for_month, line_seq, amount, 1 from payment_line";
    let refused = tx.conn().run(Sql::new(copy)).await.unwrap_err();
    assert_eq!(refused.code(), "platform.conflict");
    tx.rollback().await.unwrap();
    // Nor does it hand on money that is not there.
    let tx = ctx
        .begin(&disburse::authz::BATCH_GATHER, None)
        .await
        .unwrap();
    let drained = tx
        .conn()
        .run(Sql::new(
            "update ledger_balance set amount = amount - 100000000 where account = 'in_batch'",
        ))
        .await;
    assert!(drained.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_alone_and_closed_months_are_refused() {
    let office = office(Town::of(2)).await;
    let import = office.town.in_dibao();
    let body = json!({"import_id": import, "from_month": "2022-01"});
    let proposed = office
        .app
        .post(&office.maker, "/decisions/opening", body.clone())
        .await;
    let path = format!(
        "/decisions/{}/approve",
        proposed.json()["id"].as_str().unwrap()
    );
    let alone = office
        .app
        .post(&office.maker, &path, json!({"opinion": "同意"}))
        .await;
    assert_eq!(alone.code(), "decide.decision.same_person");
    let twice = office
        .app
        .post(&office.maker, "/decisions/opening", body)
        .await;
    assert_eq!(twice.code(), "decide.opening.exists");
    office.agree(&proposed.json()).await;

    let early = office
        .app
        .post(
            &office.maker,
            "/rolls",
            json!({"programme": "dibao", "month": "2020-12"}),
        )
        .await;
    assert_eq!(
        (early.status, early.code().as_str()),
        (422, "disburse.roll.no_parameters")
    );
    let none = office
        .app
        .post(
            &office.maker,
            "/rolls",
            json!({"programme": "nothing", "month": "2022-01"}),
        )
        .await;
    assert_eq!(none.code(), "disburse.roll.programme");

    let roll = office.roll("dibao", "2022-01").await;
    let id = roll["id"].as_str().unwrap();
    office
        .ok(
            &office.maker,
            &format!("/rolls/{id}/submit"),
            json!({"opinion": ""}),
        )
        .await;
    let alone = office
        .app
        .post(
            &office.maker,
            &format!("/rolls/{id}/approve"),
            json!({"opinion": ""}),
        )
        .await;
    assert_eq!(alone.code(), "disburse.same_person");
    let early = office
        .app
        .post(
            &office.maker,
            "/batches",
            json!({"month": "2022-01", "programmes": ["dibao"]}),
        )
        .await;
    assert_eq!(early.code(), "disburse.batch.roll_not_locked");

    // Two clerks approve at the same time: one does, the other is told.
    let other = office.app.user("clerk", common::COUNTY);
    let path = format!("/rolls/{id}/approve");
    let (a, b) = tokio::join!(
        office
            .app
            .post(&office.checker, &path, json!({"opinion": "同意"})),
        office.app.post(&other, &path, json!({"opinion": "同意"})),
    );
    let mut codes = [a.status, b.status];
    codes.sort_unstable();
    assert_eq!(codes, [200, 409], "{a} {b}");

    office
        .ok(
            &office.maker,
            &format!("/rolls/{id}/lock"),
            json!({"opinion": ""}),
        )
        .await;
    for path in ["submit", "return", "lock"] {
        let closed = office
            .app
            .post(
                &office.checker,
                &format!("/rolls/{id}/{path}"),
                json!({"opinion": "再改"}),
            )
            .await;
        assert_eq!(closed.code(), "disburse.roll.closed", "{path}");
    }
    let closed = office
        .app
        .post(
            &office.maker,
            "/rolls",
            json!({"programme": "dibao", "month": "2022-01"}),
        )
        .await;
    assert_eq!(closed.code(), "disburse.roll.closed");
    // The same command sent twice is done once.
    let send = || {
        let request = office
            .app
            .request(axum::http::Method::POST, "/batches")
            .by(&office.maker)
            .key("one-key");
        request
            .json(&json!({"month": "2022-01", "programmes": ["dibao"]}))
            .send()
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, first.json()), (201, again.json()));
    office.app.run_jobs().await;
    let batches = office.get("/batches?month=2022-01").await;
    assert_eq!(batches["items"].as_array().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_returns_change_nothing() {
    let office = office(Town::of(4)).await;
    office.open().await;
    let roll = office.roll("dibao", "2022-01").await;
    office.lock(&roll).await;
    let batches = office.pay("2022-01").await;
    let good = office.bank(&batches[0], |_| "成功").await;
    let text = encoding_rs::GB18030.decode(&good).0.into_owned();
    let before = office.ledger("2022-01").await;
    let line = text.lines().nth(3).unwrap();
    let wrong = [
        (
            "unknown_line",
            text.replace(line, &format!("{line}\r\n77,王一,6227,1.00,成功,,,")),
        ),
        (
            "line_twice",
            text.replace(line, &format!("{line}\r\n{line}")),
        ),
        ("total", text.replace("总金额,", "总金额,1")),
        (
            "batch",
            text.replace(
                batches[0]["number"].as_str().unwrap(),
                batches[1]["number"].as_str().unwrap(),
            ),
        ),
        ("status", text.replace("成功,,B1", "已受理,,B1")),
        ("column", text.replace("处理结果", "备用")),
    ];
    for (code, text) in wrong {
        let bytes = encoding_rs::GB18030.encode(&text).0.into_owned();
        let refused = office.send_return(&batches[0], &bytes).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (422, "disburse.return.refused"),
            "{code}: {refused}"
        );
        let errors = refused.json()["errors"].as_array().unwrap().clone();
        assert!(
            errors.iter().any(|error| error["pointer"] == code),
            "{code}: {errors:?}"
        );
    }
    assert_eq!(
        office.send_return(&batches[1], &good).await.status,
        422,
        "the answer of another batch"
    );
    assert_eq!(office.ledger("2022-01").await, before, "nothing half done");
    // The right one is taken; the same again changes nothing more.
    assert_eq!(office.send_return(&batches[0], &good).await.status, 200);
    let after = office.ledger("2022-01").await;
    let again = office.send_return(&batches[0], &good).await;
    assert_eq!(
        again.code(),
        "disburse.batch.state",
        "a settled batch takes no more answers"
    );
    assert_eq!(office.ledger("2022-01").await, after);
}

/// A row changed by hand is named.
#[tokio::test(flavor = "multi_thread")]
async fn audit_verify_names_a_changed_line() {
    let office = office(Town::of(2)).await;
    office.open().await;
    let roll = office.roll("dibao", "2022-01").await;
    office.lock(&roll).await;
    office.app.verify().await;
    let person = office.town.house(0).members[1];
    let tx = office
        .app
        .ctx(&office.maker)
        .begin(&disburse::authz::BATCH_GATHER, None)
        .await
        .unwrap();
    let touched = tx
        .conn()
        .run(Sql::new("update line set amount = amount + 1 where person = ").bind(person))
        .await
        .unwrap();
    assert_eq!(touched, 1);
    tx.commit().await.unwrap();
    let report = office.app.verify_report().await;
    let named = report
        .faults
        .iter()
        .any(|fault| fault.en.contains(&person.as_simple().to_string()));
    assert!(named, "{:?}", report.faults);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_is_explained_and_computed_again() {
    let office = office(Town::of(2)).await;
    office.open().await;
    let roll = office.roll("dibao", "2022-01").await;
    let person = office.town.house(1).members[2];
    let told = office
        .get(&format!("/lines/dibao/2022-01/{person}/base/explanation"))
        .await;
    assert_eq!(told["amount"], "417.00");
    assert_eq!(told["release"]["digest"], common::packs().digest());
    assert!(told["text_zh"].as_str().unwrap().contains("417"), "{told}");
    assert!(!told["steps"].as_array().unwrap().is_empty());
    let lines = office
        .get(&format!(
            "/rolls/{}/lines?limit=2&total=true",
            roll["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(lines["total"]["rows"], 6);
    let next = lines["next"].as_str().unwrap();
    let more = office
        .get(&format!(
            "/rolls/{}/lines?limit=200&cursor={next}",
            roll["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(more["items"].as_array().unwrap().len(), 4);
    let file = office
        .app
        .get(
            &office.maker,
            &format!("/rolls/{}/file", roll["id"].as_str().unwrap()),
        )
        .await;
    assert_eq!((file.status, &file.bytes[..2]), (200, b"PK".as_slice()));
    // A township sees its own lines and totals, and cannot make rolls.
    let seen = office
        .app
        .get(
            &office.township,
            &format!("/rolls/{}", roll["id"].as_str().unwrap()),
        )
        .await
        .json();
    assert_eq!(seen["persons"], 6, "both villages of the township: {seen}");
    let refused = office
        .app
        .post(
            &office.township,
            "/rolls",
            json!({"programme": "dibao", "month": "2022-02"}),
        )
        .await;
    assert_eq!(refused.code(), "disburse.roll.not_county");
    let refused = office
        .app
        .post(
            &office.township,
            &format!("/rolls/{}/submit", roll["id"].as_str().unwrap()),
            json!({}),
        )
        .await;
    assert_eq!(refused.status, 404);
}

/// A draft that is given up frees its lines; the next batch pays them, once.
#[tokio::test(flavor = "multi_thread")]
async fn a_discarded_draft_frees_its_lines() {
    let office = office(Town::of(4)).await;
    office.open().await;
    let roll = office.roll("dibao", "2022-01").await;
    office.lock(&roll).await;
    let body = json!({"month": "2022-01", "programmes": ["dibao"]});
    office.ok(&office.maker, "/batches", body.clone()).await;
    let again = office
        .app
        .post(&office.maker, "/batches", body.clone())
        .await;
    assert_eq!(
        again.code(),
        "disburse.batch.empty",
        "all lines are in drafts"
    );
    let drafts = office.get("/batches?status=draft").await;
    let first = drafts["items"][0]["id"].as_str().unwrap();
    office
        .ok(
            &office.maker,
            &format!("/batches/{first}/discard"),
            json!({}),
        )
        .await;
    let late = office
        .app
        .post(
            &office.checker,
            &format!("/batches/{first}/approve"),
            json!({}),
        )
        .await;
    assert_eq!(late.code(), "disburse.batch.state");
    // Somebody has no account: left out, not lost.
    let head = office.town.house(0).members[0];
    office.town.no_account(head);
    let made = office.ok(&office.maker, "/batches", body.clone()).await;
    let job = office
        .get(&format!("/jobs/{}", made["job"].as_str().unwrap()))
        .await;
    let left = &job["result"]["left_out"]["without_account"];
    let rows: Vec<_> = drafts["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["bank"]["key"].clone())
        .collect();
    let expected = if rows[0] == "rural_credit" { 3 } else { 0 };
    assert_eq!(left["lines"], expected, "{job}");
    office.town.account(head, "农信社", "6227009999");
    office.app.post(&office.maker, "/batches", body).await;
    office.app.run_jobs().await;
    for batch in office.approve_drafts("2022-01").await {
        let answer = office.bank(&batch, |_| "成功").await;
        assert_eq!(office.send_return(&batch, &answer).await.status, 200);
    }
    let row = office.ledger("2022-01").await;
    assert_eq!(row["paid"], row["entitled"]);
    office.app.verify().await;
}
