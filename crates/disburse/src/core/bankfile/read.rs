//! Reading the file that comes back.
//!
//! A return is taken whole or not at all. Every fault of the file is found and
//! reported at once, with row, Chinese and English text and how to mend it.

use std::collections::BTreeMap;

use super::layout::{BackField, Encoding, Layout, SummaryField, Unit};
use crate::core::reasons::FailureReason;
use crate::core::state::{PaymentAct, PaymentStatus};

/// What the office knows of a payment whose answer is read.
#[derive(Clone, PartialEq, Eq)]
pub struct Expected {
    /// Fen.
    pub amount: i64,
    /// Account number, opened for the comparison; empty to skip it.
    pub account: String,
    /// Where it stands.
    pub status: PaymentStatus,
}

/// The bank's answer to one payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Serial within the batch.
    pub seq: i32,
    /// Paid, rejected or under way.
    pub act: PaymentAct,
    /// Why rejected.
    pub reason: Option<FailureReason>,
    /// The bank's own words for the reason, shortened.
    pub words: String,
    /// Fen.
    pub amount: i64,
}

/// One thing wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Row of the file from 1; 0 for the file as a whole.
    pub row: usize,
    /// Stable code.
    pub code: &'static str,
    /// In Chinese: what, and how to mend it.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A file without faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The answers, by serial.
    pub answers: Vec<Answer>,
    /// Fen credited.
    pub paid: i64,
    /// Fen sent back.
    pub rejected: i64,
    /// Fen still under way.
    pub waiting: i64,
}

/// Longest text of a bank's own reason that is kept.
const WORDS: usize = 60;
/// No more faults than this are listed; a wrong file gives one for each row.
const MOST_FAULTS: usize = 200;

struct Faults(Vec<Fault>);

impl Faults {
    fn add(
        &mut self,
        row: usize,
        code: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(Fault {
                row,
                code,
                zh: zh.into(),
                en: en.into(),
            });
        }
    }
}

/// Reads the answer to `batch` and holds it against what was sent.
///
/// Payments already paid or rejected by an earlier answer must not be answered
/// otherwise now; the same answer again is accepted and gives nothing new. A
/// payment that is still open must be answered.
///
/// # Errors
/// Every fault found. Nothing of the file may then be used.
pub fn read(
    layout: &Layout,
    batch: &str,
    expected: &BTreeMap<i32, Expected>,
    bytes: &[u8],
) -> Result<Reading, Vec<Fault>> {
    let mut faults = Faults(Vec::new());
    let Some(text) = decode(layout.encoding, bytes) else {
        faults.add(0, "encoding", "文件编码与该银行的模板不符,请用银行原始文件,不要另存。", "The file is not in the encoding of this bank's layout. Use the bank's own file, do not save it anew.");
        return Err(faults.0);
    };
    let mut rows = text
        .split('\n')
        .enumerate()
        .map(|(i, line)| (i + 1, line.trim_end_matches('\r')))
        .filter(|(_, line)| !line.trim().is_empty());
    let split = |line: &str| -> Vec<String> {
        line.split(layout.separator)
            .map(|cell| kernel::text::fold_width(cell.trim().trim_matches('"')))
            .collect()
    };

    let mut summary = None;
    if !layout.back.summary.is_empty() {
        match rows.next() {
            Some((row, line)) => summary = Some((row, split(line))),
            None => faults.add(0, "empty", "文件是空的。", "The file is empty."),
        }
    }
    let columns = match columns(
        layout,
        layout
            .back
            .titles
            .then(|| rows.next())
            .map(|row| row.map(|(_, line)| split(line))),
    ) {
        Ok(columns) => columns,
        Err(missing) => {
            faults.add(
                1,
                "column",
                format!("缺少列“{missing}”,请用该银行的回盘文件。"),
                format!("The column “{missing}” is missing. Use the return file of this bank."),
            );
            return Err(faults.0);
        }
    };
    let mut seen: BTreeMap<i32, usize> = BTreeMap::new();
    let mut answers = Vec::new();
    let mut total: i64 = 0;
    for (row, line) in rows {
        let cells = split(line);
        let get = |field: BackField| {
            columns
                .get(&field)
                .and_then(|at| cells.get(*at))
                .map_or("", String::as_str)
        };
        if columns.contains_key(&BackField::Batch) && get(BackField::Batch) != batch {
            faults.add(
                row,
                "batch",
                format!(
                    "该行属于批次“{}”,不是本批次“{batch}”。",
                    clip(get(BackField::Batch))
                ),
                format!(
                    "This row belongs to batch “{}”, not to “{batch}”.",
                    clip(get(BackField::Batch))
                ),
            );
            continue;
        }
        let Ok(seq) = get(BackField::Seq).parse::<i32>() else {
            faults.add(
                row,
                "seq",
                format!("序号“{}”不是整数。", clip(get(BackField::Seq))),
                format!(
                    "The serial “{}” is not a whole number.",
                    clip(get(BackField::Seq))
                ),
            );
            continue;
        };
        let Some(sent) = expected.get(&seq) else {
            faults.add(
                row,
                "unknown_line",
                format!("序号{seq}不在本批次中,请向银行核实。"),
                format!("Serial {seq} is not in this batch. Ask the bank."),
            );
            continue;
        };
        if let Some(first) = seen.insert(seq, row) {
            faults.add(
                row,
                "line_twice",
                format!("序号{seq}在第{first}行已出现过。"),
                format!("Serial {seq} stood in row {first} already."),
            );
            continue;
        }
        let Some(amount) = amount(layout.unit, get(BackField::Amount)) else {
            faults.add(
                row,
                "amount",
                format!("金额“{}”无法识别。", clip(get(BackField::Amount))),
                format!(
                    "The amount “{}” cannot be read.",
                    clip(get(BackField::Amount))
                ),
            );
            continue;
        };
        if amount != sent.amount {
            faults.add(
                row,
                "amount_differs",
                format!("序号{seq}的金额与发出的不一致。"),
                format!("The amount of serial {seq} is not the one that was sent."),
            );
        }
        if columns.contains_key(&BackField::Account)
            && !sent.account.is_empty()
            && get(BackField::Account) != sent.account
        {
            faults.add(
                row,
                "account_differs",
                format!("序号{seq}的账号与发出的不一致。"),
                format!("The account of serial {seq} is not the one that was sent."),
            );
        }
        let Some(act) = layout.outcome(get(BackField::Status)) else {
            faults.add(
                row,
                "status",
                format!(
                    "处理结果“{}”不在模板的对照表中,请补充模板。",
                    clip(get(BackField::Status))
                ),
                format!(
                    "The outcome “{}” is not among the words of the layout. Add it there.",
                    clip(get(BackField::Status))
                ),
            );
            continue;
        };
        let was = match sent.status {
            PaymentStatus::Paid => Some(PaymentAct::Pay),
            PaymentStatus::Rejected => Some(PaymentAct::Reject),
            _ => None,
        };
        if was.is_some_and(|was| was != act) {
            faults.add(
                row,
                "answered_otherwise",
                format!("序号{seq}此前已有不同的回盘结果。"),
                format!("Serial {seq} was answered otherwise before."),
            );
            continue;
        }
        total = total.saturating_add(amount);
        let words = get(BackField::Reason);
        let reason = (act == PaymentAct::Reject).then(|| layout.reason(words));
        answers.push(Answer {
            seq,
            act,
            reason,
            words: words.chars().take(WORDS).collect(),
            amount,
        });
    }
    for (seq, sent) in expected {
        let open = matches!(
            sent.status,
            PaymentStatus::Pending | PaymentStatus::InTransit
        );
        if open && !seen.contains_key(seq) {
            faults.add(
                0,
                "line_missing",
                format!("序号{seq}没有回盘结果。"),
                format!("Serial {seq} is not answered."),
            );
        }
    }
    if let Some((row, cells)) = summary {
        check_summary(layout, batch, row, &cells, seen.len(), total, &mut faults);
    }
    if !faults.0.is_empty() {
        return Err(faults.0);
    }
    answers.sort_unstable_by_key(|answer| answer.seq);
    let sum = |act| {
        answers
            .iter()
            .filter(|answer| answer.act == act)
            .map(|answer| answer.amount)
            .sum()
    };
    Ok(Reading {
        paid: sum(PaymentAct::Pay),
        rejected: sum(PaymentAct::Reject),
        waiting: sum(PaymentAct::Wait),
        answers,
    })
}

fn check_summary(
    layout: &Layout,
    batch: &str,
    row: usize,
    cells: &[String],
    count: usize,
    total: i64,
    faults: &mut Faults,
) {
    for (field, cell) in layout.back.summary.iter().zip(
        cells
            .iter()
            .map(String::as_str)
            .chain(std::iter::repeat("")),
    ) {
        match field {
            SummaryField::Batch if cell != batch => {
                faults.add(
                    row,
                    "batch",
                    format!("文件属于批次“{}”,不是本批次“{batch}”。", clip(cell)),
                    format!(
                        "The file belongs to batch “{}”, not to “{batch}”.",
                        clip(cell)
                    ),
                );
            }
            SummaryField::Count if cell.parse() != Ok(count) => {
                faults.add(
                    row,
                    "count",
                    format!("汇总笔数“{}”与明细{count}笔不符。", clip(cell)),
                    format!(
                        "The summary says “{}” payments, the rows are {count}.",
                        clip(cell)
                    ),
                );
            }
            SummaryField::Total if amount(layout.unit, cell) != Some(total) => {
                let sum = kernel::Money::from_fen(total);
                faults.add(
                    row,
                    "total",
                    format!("汇总金额“{}”与明细合计{sum}元不符。", clip(cell)),
                    format!(
                        "The summary says “{}”, the rows add up to {sum} yuan.",
                        clip(cell)
                    ),
                );
            }
            _ => {}
        }
    }
}

fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    match encoding {
        Encoding::Utf8 => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            String::from_utf8(bytes.to_vec()).ok()
        }
        Encoding::Gb18030 => {
            let (text, lost) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
            (!lost).then(|| text.into_owned())
        }
    }
}

/// The place of each field; by title where there are titles, else by position.
fn columns(
    layout: &Layout,
    titles: Option<Option<Vec<String>>>,
) -> Result<BTreeMap<BackField, usize>, String> {
    let mut out = BTreeMap::new();
    let titles = match titles {
        Some(titles) => Some(titles.unwrap_or_default()),
        None => None,
    };
    for (i, column) in layout.back.columns.iter().enumerate() {
        if column.field == BackField::Ignore {
            continue;
        }
        let at = match &titles {
            None => Some(i),
            Some(titles) => titles
                .iter()
                .position(|title| *title == kernel::text::fold_width(&column.title)),
        };
        match at {
            Some(at) => {
                out.insert(column.field, at);
            }
            None if matches!(
                column.field,
                BackField::Seq | BackField::Batch | BackField::Amount | BackField::Status
            ) =>
            {
                return Err(column.title.clone());
            }
            None => {}
        }
    }
    Ok(out)
}

fn amount(unit: Unit, cell: &str) -> Option<i64> {
    match unit {
        Unit::Fen => cell.parse().ok(),
        Unit::Yuan => kernel::Money::parse_yuan(&cell.replace(',', ""))
            .ok()
            .map(|money| money.fen()),
    }
}

fn clip(text: &str) -> String {
    text.chars().take(24).collect()
}
