//! A synthetic bank: it reads the payment file as the layout says, pays nearly all, and answers.

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use encoding_rs::GB18030;
use serde_json::{Value, json};

use super::{house::House, staff::Users};

/// One payment of so many bounces.
const BOUNCES: usize = 1_500;
/// The titles of the file, as the layout of the pack names them.
const SEQ: &str = "序号";
const NAME: &str = "户名";
const ACCOUNT: &str = "账号";
const AMOUNT: &str = "金额";

/// What the bank sends back.
pub struct Answer {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Answers a payment file, with a few rejections where it may bounce.
pub fn answer(file: &[u8], batch: &Value, day: NaiveDate, bounces: bool) -> anyhow::Result<Answer> {
    let (text, _, wrong) = GB18030.decode(file);
    if wrong {
        bail!("the payment file is not GB18030");
    }
    let rows: Vec<Vec<&str>> = text
        .lines()
        .map(|line| {
            line.split(',')
                .map(|cell| cell.trim_matches(['"', '\t']))
                .collect()
        })
        .collect();
    let head = rows
        .iter()
        .position(|row| row.contains(&SEQ) && row.contains(&ACCOUNT))
        .context("the payment file has no column titles")?;
    let column = |title: &str| {
        rows[head]
            .iter()
            .position(|cell| *cell == title)
            .with_context(|| title.to_owned())
    };
    let (seq, name, account, amount) = (
        column(SEQ)?,
        column(NAME)?,
        column(ACCOUNT)?,
        column(AMOUNT)?,
    );
    let mut lines = Vec::new();
    let (mut paid, mut paid_fen, mut rejected, mut rejected_fen) = (0, 0i64, 0, 0i64);
    for row in rows[head + 1..]
        .iter()
        .take_while(|row| row.get(seq).is_some_and(|cell| cell.parse::<u32>().is_ok()))
    {
        let sum = kernel::Money::parse_yuan(row[amount])?.fen();
        let n: usize = row[seq].parse()?;
        let (status, reason) = if bounces && n % BOUNCES == 7 {
            rejected += 1;
            rejected_fen += sum;
            // Every third is a closed account, the others could not be booked that day.
            (
                "失败",
                if (n / BOUNCES).is_multiple_of(3) {
                    "账户已销户"
                } else {
                    "其他原因"
                },
            )
        } else {
            paid += 1;
            paid_fen += sum;
            ("成功", "")
        };
        lines.push(format!(
            "{},{},{},{},{status},{reason},{},{day} 10:00:00",
            row[seq],
            row[name],
            row[account],
            row[amount],
            format_args!("{}{n:06}", day.format("%Y%m%d")),
        ));
    }
    let yuan = |fen| kernel::Money::from_fen(fen).to_string();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut out = vec![
        format!(
            "批次号,{},月份,{},代发银行,{}",
            text(&batch["number"]),
            text(&batch["month"]),
            text(&batch["bank"]["zh"])
        ),
        format!(
            "总笔数,{},总金额,{}",
            paid + rejected,
            yuan(paid_fen + rejected_fen)
        ),
        "序号,户名,账号,金额,处理结果,失败原因,银行流水号,入账时间".to_owned(),
    ];
    out.extend(lines);
    out.push(format!("成功笔数,{paid},成功金额,{}", yuan(paid_fen)));
    out.push(format!(
        "失败笔数,{rejected},失败金额,{}",
        yuan(rejected_fen)
    ));
    let text = out.join("\r\n") + "\r\n";
    let name = format!(
        "return-{}.csv",
        batch["number"].as_str().unwrap_or_default()
    );
    Ok(Answer {
        name,
        bytes: GB18030.encode(&text).0.into_owned(),
    })
}

/// Gives people whose account was closed another one: proposed by one, approved by another.
pub async fn correct(house: &House, users: &Users, batch: &str) -> anyhow::Result<()> {
    let path = format!("/batches/{batch}/payments?status=rejected&limit=200");
    let payments = users.clerk.get(&path).await?;
    for payment in payments["items"].as_array().into_iter().flatten() {
        if payment["reason_zh"] != "账户已销户" {
            continue;
        }
        let person = payment["payee"]["id"]
            .as_str()
            .context("a payee without a key")?;
        let change = json!({
            "bank": "中国邮政储蓄银行",
            "holder": payment["payee"]["name"],
            "account": account_of(payment["seq"].as_u64().unwrap_or(0), house),
            "reason": "原账户已销户，本人提供新账户",
        });
        let change = users
            .clerk
            .post(&format!("/persons/{person}/account-changes"), &change)
            .await?;
        let id = change["id"].as_str().context("a change without a key")?;
        users
            .reviewer
            .post(&format!("/account-changes/{id}/approve"), &json!({}))
            .await?;
    }
    Ok(())
}

/// A number that no synthetic person has: a card of 19 digits with its check digit (Luhn).
fn account_of(seq: u64, house: &House) -> String {
    let body = format!("621799{:04}{seq:08}", house.floor.today().format("%m%d"));
    let sum: u32 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(digit - b'0');
            match (at % 2, digit * 2) {
                (1, _) => digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}
