use std::collections::BTreeMap;

use kernel::Month;
use proptest::prelude::*;

use super::*;
use crate::core::reasons::FailureReason;
use crate::core::state::{PaymentAct, PaymentStatus};

pub(crate) fn layout(encoding: Encoding, unit: Unit, titles: bool) -> Layout {
    let column = |title: &str, field| Column {
        title: title.into(),
        field,
    };
    let back = |title: &str, field| Column {
        title: title.into(),
        field,
    };
    Layout {
        key: "test".into(),
        zh: "测试银行".into(),
        en: "test bank".into(),
        serves: vec!["*".into()],
        encoding,
        separator: '|',
        unit,
        summary: vec![
            SummaryField::Batch,
            SummaryField::Count,
            SummaryField::Total,
        ],
        titles,
        columns: vec![
            column("序号", OutField::Seq),
            column("户名", OutField::Holder),
            column("证件号码", OutField::IdNumber),
            column("账号", OutField::Account),
            column("金额", OutField::Amount),
            column("用途", OutField::Purpose),
        ],
        back: ReturnLayout {
            summary: vec![
                SummaryField::Batch,
                SummaryField::Count,
                SummaryField::Total,
            ],
            titles,
            columns: vec![
                back("序号", BackField::Seq),
                back("账号", BackField::Account),
                back("金额", BackField::Amount),
                back("处理结果", BackField::Status),
                back("失败原因", BackField::Reason),
            ],
            status: [("成功", "pay"), ("失败", "reject"), ("在途", "wait")]
                .map(|(a, b)| (a.into(), b.into()))
                .into(),
            reasons: [("户名不符", "name_mismatch"), ("销户", "closed_or_frozen")]
                .map(|(a, b)| (a.into(), b.into()))
                .into(),
        },
    }
}

fn head() -> Head {
    Head {
        batch: "620521-2022-10-0001".into(),
        month: Month::new(2022, 10).unwrap(),
    }
}

fn row(seq: i32, amount: i64) -> Row {
    Row {
        seq,
        holder: "王小明".into(),
        id_number: "62052119800101001X".into(),
        account: format!("62270000{seq:08}"),
        bank: "农村信用社".into(),
        amount,
        programme: "农村低保".into(),
        division: "620521100000".into(),
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

/// What a bank of this layout would answer.
fn answer(
    layout: &Layout,
    rows: &[Row],
    outcome: impl Fn(&Row) -> (&'static str, &'static str),
) -> Vec<u8> {
    let money = |fen: i64| match layout.unit {
        Unit::Fen => fen.to_string(),
        Unit::Yuan => kernel::Money::from_fen(fen).to_string(),
    };
    let mut text = format!(
        "{}|{}|{}\r\n",
        head().batch,
        rows.len(),
        money(rows.iter().map(|row| row.amount).sum())
    );
    if layout.back.titles {
        text.push_str("序号|账号|金额|处理结果|失败原因\r\n");
    }
    for row in rows {
        let (status, reason) = outcome(row);
        text.push_str(&format!(
            "{}|{}|{}|{status}|{reason}\r\n",
            row.seq,
            row.account,
            money(row.amount)
        ));
    }
    match layout.encoding {
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
        gb in any::<bool>(), fen in any::<bool>(), titles in any::<bool>(), outcomes in prop::collection::vec(0..3u8, 30),
    ) {
        let layout = layout(if gb { Encoding::Gb18030 } else { Encoding::Utf8 }, if fen { Unit::Fen } else { Unit::Yuan }, titles);
        prop_assert_eq!(layout.check(), Ok(()));
        let rows: Vec<Row> = (1..).zip(&amounts).map(|(seq, amount)| row(seq, *amount)).collect();
        let written = write(&layout, &head(), &rows).unwrap();
        prop_assert_eq!(written.total, amounts.iter().sum::<i64>());
        prop_assert_eq!(write(&layout, &head(), &rows).unwrap(), written);
        let of = |row: &Row| match outcomes[usize::try_from(row.seq).unwrap() - 1] {
            0 => ("成功", ""),
            1 => ("失败", "户名不符"),
            _ => ("在途", ""),
        };
        let reading = read(&layout, &head().batch, &sent(&rows), &answer(&layout, &rows, of)).unwrap();
        prop_assert_eq!(reading.paid + reading.rejected + reading.waiting, amounts.iter().sum::<i64>());
        for (answer, row) in reading.answers.iter().zip(&rows) {
            let act = match of(row).0 { "成功" => PaymentAct::Pay, "失败" => PaymentAct::Reject, _ => PaymentAct::Wait };
            prop_assert_eq!((answer.seq, answer.act, answer.amount), (row.seq, act, row.amount));
            prop_assert_eq!(answer.reason, (act == PaymentAct::Reject).then_some(FailureReason::NameMismatch));
        }
    }

    /// Random bytes are refused with a fault, never with a panic.
    #[test]
    fn noise_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), gb in any::<bool>()) {
        let layout = layout(if gb { Encoding::Gb18030 } else { Encoding::Utf8 }, Unit::Yuan, true);
        prop_assert!(read(&layout, &head().batch, &sent(&[row(1, 100)]), &bytes).is_err());
    }
}

fn codes(result: Result<Reading, Vec<Fault>>) -> Vec<(usize, &'static str)> {
    result
        .unwrap_err()
        .into_iter()
        .map(|fault| {
            assert!(!fault.zh.is_empty() && !fault.en.is_empty());
            (fault.row, fault.code)
        })
        .collect()
}

#[test]
fn a_wrong_return_is_refused_whole_with_every_reason() {
    let layout = layout(Encoding::Utf8, Unit::Yuan, true);
    let rows = [row(1, 41_700), row(2, 43_900)];
    let sent = sent(&rows);
    let read = |text: &str| read(&layout, &head().batch, &sent, text.as_bytes());
    let top = "620521-2022-10-0001|2|856.00\n序号|账号|金额|处理结果|失败原因\n";
    let one = "1|6227000000000001|417.00|成功|\n";
    let two = "2|6227000000000002|439.00|成功|\n";
    assert!(read(&format!("{top}{one}{two}")).is_ok());
    assert_eq!(
        codes(read(&format!("{top}{one}{two}3|6227|1.00|成功|\n"))),
        [(5, "unknown_line")]
    );
    assert_eq!(
        codes(read(&format!("{top}{one}{one}"))),
        [
            (4, "line_twice"),
            (0, "line_missing"),
            (1, "count"),
            (1, "total")
        ]
    );
    assert_eq!(
        codes(read(&format!(
            "620521-2022-10-0001|2|855.00\n序号|账号|金额|处理结果|失败原因\n{one}{two}"
        ))),
        [(1, "total")]
    );
    assert_eq!(
        codes(read(&format!(
            "620521-2022-10-0002|2|856.00\n序号|账号|金额|处理结果|失败原因\n{one}{two}"
        ))),
        [(1, "batch")]
    );
    assert_eq!(
        codes(read(&format!("{top}{}{two}", one.replace("417", "416")))),
        [(3, "amount_differs"), (1, "total")]
    );
    assert_eq!(
        codes(read(&format!(
            "{top}{}{two}",
            one.replace("0001|", "0009|")
        ))),
        [(3, "account_differs")]
    );
    assert_eq!(
        codes(read(&format!(
            "{top}{}{two}",
            one.replace("成功", "已受理")
        ))),
        [(3, "status"), (1, "total")]
    );
    assert_eq!(codes(read("序号,金额\n")), [(1, "column")]);
    assert_eq!(
        codes(super::read(
            &layout,
            &head().batch,
            &sent,
            &encoding_rs::GB18030.encode(top).0
        )),
        [(0, "encoding")]
    );
}

/// The same answer a second time is nothing new; another answer is a fault.
#[test]
fn an_answered_payment_cannot_be_answered_otherwise() {
    let layout = layout(Encoding::Utf8, Unit::Yuan, true);
    let rows = [row(1, 41_700)];
    let mut sent = sent(&rows);
    sent.get_mut(&1).unwrap().status = PaymentStatus::Paid;
    assert!(
        read(
            &layout,
            &head().batch,
            &sent,
            &answer(&layout, &rows, |_| ("成功", ""))
        )
        .is_ok()
    );
    assert_eq!(
        codes(read(
            &layout,
            &head().batch,
            &sent,
            &answer(&layout, &rows, |_| ("失败", "销户"))
        )),
        [(3, "answered_otherwise"), (1, "total")]
    );
}

#[test]
fn what_the_bank_cannot_read_is_not_written() {
    let layout = layout(Encoding::Utf8, Unit::Yuan, true);
    let with = |change: fn(&mut Row)| {
        let mut row = row(1, 100);
        change(&mut row);
        write(&layout, &head(), &[row])
    };
    assert_eq!(
        with(|row| row.holder = "王|明".into()),
        Err(WriteError::Unwritable {
            seq: 1,
            field: OutField::Holder
        })
    );
    assert_eq!(with(|row| row.amount = 0), Err(WriteError::Amount(1)));
    assert_eq!(
        with(|row| row.seq = 2),
        Err(WriteError::Order {
            seq: 2,
            expected: 1
        })
    );
}

#[test]
fn a_layout_that_cannot_carry_an_answer_is_refused() {
    let good = layout(Encoding::Utf8, Unit::Yuan, true);
    let mut bad = good.clone();
    bad.back
        .columns
        .retain(|column| column.field != BackField::Status);
    assert_eq!(
        bad.check(),
        Err(LayoutError::Missing("test".into(), "return.status"))
    );
    let mut bad = good.clone();
    bad.back.status.insert("挂账".into(), "cancel".into());
    assert!(matches!(bad.check(), Err(LayoutError::UnknownWord(..))));
    let mut bad = good;
    bad.separator = '"';
    assert!(matches!(bad.check(), Err(LayoutError::Separator(..))));
}
