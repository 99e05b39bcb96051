use std::collections::BTreeMap;

use kernel::Month;
use pack::fault::Spot;
use pack::model::{BankFile, Cell, Column, Encoding, Format, Label, Layout, Reason, Status};
use proptest::prelude::*;

use super::*;
use crate::core::state::{PaymentAct, PaymentStatus};

fn column(header: &str, field: &str) -> Column {
    Column {
        header: header.into(),
        synonyms: vec![format!("{header}（必填）")],
        field: field.into(),
        required: false,
    }
}

fn file(encoding: Encoding, fen: bool, header: bool) -> BankFile {
    let amount = if fen { "amount_fen" } else { "amount" };
    let total = if fen { "total_fen" } else { "total" };
    let title = vec![vec![
        Cell::Field("batch".into()),
        Cell::Field("count".into()),
        Cell::Field(total.into()),
    ]];
    let layout = |columns, footer| Layout {
        format: Format::Csv,
        encoding,
        separator: '|',
        crlf: true,
        name: "{batch}_{month}.txt".into(),
        title: title.clone(),
        columns,
        header,
        footer,
    };
    BankFile {
        key: "test".into(),
        label: Label {
            zh: "测试银行".into(),
            en: "test bank".into(),
        },
        cite: "无".into(),
        kinds: vec![],
        out: layout(
            vec![
                column("序号", "seq"),
                column("户名", "payee_name"),
                column("证件号码", "payee_id"),
                column("账号", "account"),
                column("金额", amount),
                column("用途", "purpose"),
            ],
            vec![],
        ),
        back: layout(
            vec![
                column("序号", "seq"),
                column("账号", "account"),
                column("金额", amount),
                column("处理结果", "status"),
                column("失败原因", "reason"),
            ],
            vec![vec![
                Cell::Text("成功".into()),
                Cell::Field("paid_count".into()),
                Cell::Field("paid_total".into()),
            ]],
        ),
        statuses: vec![
            ("成功".into(), Status::Paid),
            ("失败".into(), Status::Rejected),
            ("在途".into(), Status::InTransit),
        ],
        reasons: vec![Reason {
            code: "name".into(),
            label: Label {
                zh: "户名不符".into(),
                en: "name does not match".into(),
            },
            synonyms: vec!["账户名称不一致".into()],
            correct_account: true,
        }],
        spot: Spot::default(),
    }
}

fn head() -> Head {
    Head {
        batch: "620521-2022-10-0001".into(),
        month: "2022-10".into(),
        ..Head::default()
    }
}

fn row(seq: i32, amount: i64) -> Row {
    Row {
        seq,
        payee_name: "王小明".into(),
        account: format!("62270000{seq:08}"),
        amount,
        purpose: purpose(Month::new(2022, 10).unwrap(), "农村低保"),
        ..Row::default()
    }
}

fn sent(rows: &[Row]) -> BTreeMap<i32, Expected> {
    rows.iter()
        .map(|row| {
            (
                row.seq,
                Expected {
                    amount: row.amount,
                    account: row.account.clone(),
                    status: PaymentStatus::Pending,
                },
            )
        })
        .collect()
}

fn money(fen: i64) -> String {
    kernel::Money::from_fen(fen).to_string()
}

/// What a bank of this layout would answer.
fn answer(
    file: &BankFile,
    rows: &[Row],
    outcome: impl Fn(&Row) -> (&'static str, &'static str),
) -> Vec<u8> {
    let fen = file
        .back
        .columns
        .iter()
        .any(|column| column.field == "amount_fen");
    let show = |amount: i64| {
        if fen {
            amount.to_string()
        } else {
            money(amount)
        }
    };
    let mut text = format!(
        "{}|{}|{}\r\n",
        head().batch,
        rows.len(),
        show(rows.iter().map(|row| row.amount).sum())
    );
    if file.back.header {
        text.push_str("序号|账号（必填）|金额|处理结果|失败原因\r\n");
    }
    let mut paid = (0, 0);
    for row in rows {
        let (status, reason) = outcome(row);
        text.push_str(&format!(
            "{}|{}|{}|{status}|{reason}\r\n",
            row.seq,
            row.account,
            show(row.amount)
        ));
        if status == "成功" {
            paid = (paid.0 + 1, paid.1 + row.amount);
        }
    }
    text.push_str(&format!("成功|{}|{}\r\n", paid.0, money(paid.1)));
    match file.back.encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(&text).0.into_owned(),
    }
}

proptest! {
    /// Any batch, in any layout: the file carries count and total, and the
    /// bank's answer is read back to the same outcomes.
    #[test]
    fn a_batch_goes_out_and_comes_back(
        amounts in prop::collection::vec(1i64..10_000_000, 1..30),
        gb in any::<bool>(), fen in any::<bool>(), header in any::<bool>(), outcomes in prop::collection::vec(0..3u8, 30),
    ) {
        let file = file(if gb { Encoding::Gb18030 } else { Encoding::Utf8 }, fen, header);
        prop_assert_eq!(check(&file), Ok(()));
        let rows: Vec<Row> = (1..).zip(&amounts).map(|(seq, amount)| row(seq, *amount)).collect();
        let written = write(&file, &head(), &rows).unwrap();
        prop_assert_eq!(written.total, amounts.iter().sum::<i64>());
        prop_assert_eq!(written.bytes.split(|b| *b == b'\n').count(), rows.len() + 2 + usize::from(header));
        prop_assert_eq!(write(&file, &head(), &rows).unwrap(), written);
        let of = |row: &Row| match outcomes[usize::try_from(row.seq).unwrap() - 1] {
            0 => ("成功", ""),
            1 => ("失败", "账户名称不一致"),
            _ => ("在途", ""),
        };
        let reading = read(&file, &head().batch, &sent(&rows), &answer(&file, &rows, of)).unwrap();
        prop_assert_eq!(reading.paid + reading.rejected + reading.waiting, amounts.iter().sum::<i64>());
        for (reply, row) in reading.replies.iter().zip(&rows) {
            let act = match of(row).0 { "成功" => PaymentAct::Pay, "失败" => PaymentAct::Reject, _ => PaymentAct::Wait };
            prop_assert_eq!((reply.seq, reply.act, reply.amount), (row.seq, act, row.amount));
            prop_assert_eq!(reply.reason.as_str(), if act == PaymentAct::Reject { "name" } else { "" });
        }
    }

    /// Random bytes are refused with a fault, never with a panic.
    #[test]
    fn noise_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), gb in any::<bool>()) {
        let file = file(if gb { Encoding::Gb18030 } else { Encoding::Utf8 }, false, true);
        prop_assert!(read(&file, &head().batch, &sent(&[row(1, 100)]), &bytes).is_err());
    }
}

fn codes(result: Result<Reading, Vec<Fault>>) -> Vec<(usize, &'static str)> {
    let faults = result.unwrap_err();
    assert!(
        faults
            .iter()
            .all(|fault| !fault.zh.is_empty() && !fault.en.is_empty())
    );
    faults
        .into_iter()
        .map(|fault| (fault.row, fault.code))
        .collect()
}

#[test]
fn a_wrong_return_is_refused_whole_with_every_reason() {
    let file = file(Encoding::Utf8, false, true);
    let rows = [row(1, 41_700), row(2, 43_900)];
    let sent = sent(&rows);
    let read = |text: &str| super::read(&file, &head().batch, &sent, text.as_bytes());
    let header = "序号|账号|金额|处理结果|失败原因\n";
    let top = format!("620521-2022-10-0001|2|856.00\n{header}");
    let one = "1|6227000000000001|417.00|成功|\n";
    let two = "2|6227000000000002|439.00|成功|\n";
    let end = "成功|2|856.00\n";
    assert!(read(&format!("{top}{one}{two}{end}")).is_ok());
    assert_eq!(
        codes(read(&format!("{top}{one}{two}3|6227|1.00|成功|\n{end}"))),
        [(5, "unknown_line"), (1, "total")]
    );
    let twice = codes(read(&format!("{top}{one}{one}{end}")));
    assert_eq!(twice[..2], [(4, "line_twice"), (0, "line_missing")]);
    assert_eq!(
        codes(read(&format!(
            "620521-2022-10-0001|2|855.00\n{header}{one}{two}{end}"
        ))),
        [(1, "total")]
    );
    assert_eq!(
        codes(read(&format!(
            "620521-2022-10-0002|2|856.00\n{header}{one}{two}{end}"
        ))),
        [(1, "batch")]
    );
    assert_eq!(
        codes(read(&format!("{top}{one}{two}成功|2|856.01\n"))),
        [(5, "total")]
    );
    assert_eq!(
        codes(read(&format!(
            "{top}{}{two}{end}",
            one.replace("417", "416")
        )))[0],
        (3, "amount_differs")
    );
    assert_eq!(
        codes(read(&format!(
            "{top}{}{two}{end}",
            one.replace("0001|", "0009|")
        ))),
        [(3, "account_differs")]
    );
    assert_eq!(
        codes(read(&format!(
            "{top}{}{two}{end}",
            one.replace("成功", "已受理")
        )))[0],
        (3, "status")
    );
    assert_eq!(
        codes(read(&format!("{top}{one}{end}"))),
        [
            (0, "line_missing"),
            (1, "total"),
            (1, "total"),
            (4, "total"),
            (4, "total")
        ]
    );
    assert_eq!(codes(read("x\n序号|金额\n\n成功|0|0\n")), [(2, "column")]);
    assert_eq!(codes(read("")), [(0, "empty")]);
    assert_eq!(
        codes(super::read(
            &file,
            &head().batch,
            &sent,
            &encoding_rs::GB18030.encode(&top).0
        )),
        [(0, "encoding")]
    );
}

/// The same answer a second time is nothing new; another answer is a fault.
#[test]
fn an_answered_payment_cannot_be_answered_otherwise() {
    let file = file(Encoding::Utf8, false, true);
    let rows = [row(1, 41_700)];
    let mut sent = sent(&rows);
    sent.get_mut(&1).unwrap().status = PaymentStatus::Paid;
    assert!(
        read(
            &file,
            &head().batch,
            &sent,
            &answer(&file, &rows, |_| ("成功", ""))
        )
        .is_ok()
    );
    let other = codes(read(
        &file,
        &head().batch,
        &sent,
        &answer(&file, &rows, |_| ("失败", "户名不符")),
    ));
    assert_eq!(other[0], (3, "answered_otherwise"));
}

#[test]
fn what_the_bank_cannot_read_is_not_written() {
    let file = file(Encoding::Gb18030, false, true);
    let with = |change: fn(&mut Row)| {
        let mut row = row(1, 100);
        change(&mut row);
        write(&file, &head(), &[row])
    };
    let broken = WriteError::Unwritable {
        seq: 1,
        column: "户名".into(),
    };
    assert_eq!(with(|row| row.payee_name = "王|明".into()), Err(broken));
    assert_eq!(with(|row| row.amount = 0), Err(WriteError::Amount(1)));
    assert_eq!(
        with(|row| row.seq = 2),
        Err(WriteError::Order {
            seq: 2,
            expected: 1
        })
    );
    // Rare characters of names are in GB 18030, where older encodings lose them.
    assert!(with(|row| row.payee_name = "㐂𠮷".into()).is_ok());
}

#[test]
fn a_layout_that_cannot_carry_an_answer_is_refused() {
    let good = file(Encoding::Utf8, false, true);
    let mut bad = good.clone();
    bad.back.columns.retain(|column| column.field != "status");
    assert_eq!(
        check(&bad),
        Err(LayoutFault::Missing("test".into(), "status"))
    );
    let mut bad = good.clone();
    bad.statuses.retain(|(_, to)| *to != Status::Rejected);
    assert_eq!(
        check(&bad),
        Err(LayoutFault::NoWord("test".into(), "rejected"))
    );
    let mut bad = good.clone();
    bad.out.separator = '"';
    assert_eq!(check(&bad), Err(LayoutFault::Separator("test".into(), '"')));
    let mut named = good;
    named.out.name = "../{batch}.txt".into();
    assert_eq!(
        file_name(&named, &head(), 1, 1),
        ".._620521-2022-10-0001.txt"
    );
}
