//! Reading the file that comes back.
//!
//! A return is taken whole or not at all. Every fault of the file is found and
//! reported at once, with row, Chinese and English text and how to mend it.

use std::collections::BTreeMap;

use kernel::{Money, text};
use pack::model::{BankFile, Cell, Encoding, Layout, Status};

use super::Fault;
use super::answer::{Faults, Reading, Reply};
use crate::core::state::{PaymentAct, PaymentStatus};

/// What the office knows of a payment whose answer is read. No `Debug`: it
/// holds an account number.
#[derive(Clone, PartialEq, Eq)]
pub struct Expected {
    /// Fen.
    pub amount: i64,
    /// Account number, opened for the comparison; empty to skip it.
    pub account: String,
    /// Where it stands.
    pub status: PaymentStatus,
}

/// Longest text of a bank's own words that is kept.
const WORDS: usize = 60;

/// Reads the answer to `batch` and holds it against what was sent.
///
/// Payments already paid or rejected by an earlier answer must not be answered
/// otherwise now; the same answer again is accepted and gives nothing new. A
/// payment that is still open must be answered.
///
/// # Errors
/// Every fault found. Nothing of the file may then be used.
pub fn read(
    file: &BankFile,
    batch: &str,
    expected: &BTreeMap<i32, Expected>,
    bytes: &[u8],
) -> Result<Reading, Vec<Fault>> {
    let mut faults = Faults::default();
    let layout = &file.back;
    let Some(content) = decode(layout.encoding, bytes) else {
        faults.add(
            0,
            "encoding",
            "文件编码与该银行的模板不符，请用银行原始文件，不要另存。",
            "The file is not in the encoding of this bank's layout. Use the bank's own file, do not save it anew.",
        );
        return Err(faults.0);
    };
    let all: Vec<(usize, Vec<String>)> = content
        .split('\n')
        .enumerate()
        .map(|(i, line)| (i + 1, line.trim_end_matches('\r')))
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(row, line)| (row, cells(layout, line)))
        .collect();
    let above = layout.title.len() + usize::from(layout.header);
    if all.len() < above + layout.footer.len() {
        faults.add(
            0,
            "empty",
            "文件不完整：缺少表头或汇总行。",
            "The file is not complete: title or summary rows are missing.",
        );
        return Err(faults.0);
    }
    let (titles, rest) = all.split_at(layout.title.len());
    let (header, rest) = rest.split_at(usize::from(layout.header));
    let (rows, footers) = rest.split_at(rest.len() - layout.footer.len());

    let columns = match columns(layout, header.first().map(|(_, cells)| cells.as_slice())) {
        Ok(columns) => columns,
        Err(missing) => {
            let row = header.first().map_or(0, |(row, _)| *row);
            faults.add(
                row,
                "column",
                format!("缺少列“{missing}”，请用该银行的回盘文件。"),
                format!("The column “{missing}” is missing. Use the return file of this bank."),
            );
            return Err(faults.0);
        }
    };
    let mut seen: BTreeMap<i32, usize> = BTreeMap::new();
    let mut replies = Vec::new();
    for (row, cells) in rows {
        if let Some(reply) = line(
            file,
            &columns,
            expected,
            *row,
            cells,
            &mut seen,
            &mut faults,
        ) {
            replies.push(reply);
        }
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
    let counted = Counted::of(rows.len(), &replies);
    for ((row, cells), template) in titles
        .iter()
        .zip(&layout.title)
        .chain(footers.iter().zip(&layout.footer))
    {
        summary(template, *row, cells, batch, &counted, &mut faults);
    }
    if !faults.0.is_empty() {
        return Err(faults.0);
    }
    replies.sort_unstable_by_key(|reply| reply.seq);
    Ok(Reading {
        replies,
        paid: counted.paid.1,
        rejected: counted.rejected.1,
        waiting: counted.waiting.1,
    })
}

struct Counted {
    rows: usize,
    total: i64,
    paid: (usize, i64),
    rejected: (usize, i64),
    waiting: (usize, i64),
}

impl Counted {
    fn of(rows: usize, replies: &[Reply]) -> Self {
        let part = |act| {
            let part = replies.iter().filter(|reply| reply.act == act);
            part.fold((0, 0i64), |(n, sum), reply| {
                (n + 1, sum.saturating_add(reply.amount))
            })
        };
        let (paid, rejected, waiting) = (
            part(PaymentAct::Pay),
            part(PaymentAct::Reject),
            part(PaymentAct::Wait),
        );
        let total = paid.1.saturating_add(rejected.1).saturating_add(waiting.1);
        Self {
            rows,
            total,
            paid,
            rejected,
            waiting,
        }
    }
}

fn line(
    file: &BankFile,
    columns: &BTreeMap<String, usize>,
    expected: &BTreeMap<i32, Expected>,
    row: usize,
    cells: &[String],
    seen: &mut BTreeMap<i32, usize>,
    faults: &mut Faults,
) -> Option<Reply> {
    let get = |field: &str| {
        columns
            .get(field)
            .and_then(|at| cells.get(*at))
            .map_or("", String::as_str)
    };
    let shown = clip(get("seq"));
    let Ok(seq) = get("seq").parse::<i32>() else {
        faults.add(
            row,
            "seq",
            format!("序号“{shown}”不是整数。"),
            format!("The serial “{shown}” is not a whole number."),
        );
        return None;
    };
    let Some(sent) = expected.get(&seq) else {
        faults.add(
            row,
            "unknown_line",
            format!("序号{seq}不在本批次中，请向银行核实。"),
            format!("Serial {seq} is not in this batch. Ask the bank."),
        );
        return None;
    };
    if let Some(first) = seen.insert(seq, row) {
        faults.add(
            row,
            "line_twice",
            format!("序号{seq}在第{first}行已出现过。"),
            format!("Serial {seq} stood in row {first} already."),
        );
        return None;
    }
    let amount = if columns.contains_key("amount_fen") {
        get("amount_fen").parse().ok()
    } else {
        yuan(get("amount"))
    };
    let Some(amount) = amount else {
        let shown = clip(if columns.contains_key("amount_fen") {
            get("amount_fen")
        } else {
            get("amount")
        });
        faults.add(
            row,
            "amount",
            format!("金额“{shown}”无法识别。"),
            format!("The amount “{shown}” cannot be read."),
        );
        return None;
    };
    if amount != sent.amount {
        faults.add(
            row,
            "amount_differs",
            format!("序号{seq}的金额与发出的不一致。"),
            format!("The amount of serial {seq} is not the one that was sent."),
        );
    }
    if columns.contains_key("account") && !sent.account.is_empty() && get("account") != sent.account
    {
        faults.add(
            row,
            "account_differs",
            format!("序号{seq}的账号与发出的不一致。"),
            format!("The account of serial {seq} is not the one that was sent."),
        );
    }
    let Some(act) = outcome(file, get("status")) else {
        let shown = clip(get("status"));
        faults.add(
            row,
            "status",
            format!("处理结果“{shown}”不在模板的对照表中，请核对文件或补充模板。"),
            format!("The outcome “{shown}” is not among the words of the layout. Check the file or add the word."),
        );
        return None;
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
        return None;
    }
    let words = get("reason");
    let reason = if act == PaymentAct::Reject {
        reason(file, words)
    } else {
        String::new()
    };
    let short = |text: &str| text.chars().take(WORDS).collect();
    Some(Reply {
        seq,
        act,
        reason,
        words: short(words),
        amount,
        bank_seq: short(get("bank_seq")),
        time: short(get("time")),
    })
}

fn summary(
    template: &[Cell],
    row: usize,
    cells: &[String],
    batch: &str,
    counted: &Counted,
    faults: &mut Faults,
) {
    for (cell, given) in template.iter().zip(
        cells
            .iter()
            .map(String::as_str)
            .chain(std::iter::repeat("")),
    ) {
        let Cell::Field(field) = cell else { continue };
        let count = |n: usize| given.parse() == Ok(n);
        let sum = |fen: i64| yuan(given) == Some(fen);
        let right = match field.as_str() {
            "batch" => {
                if given != batch {
                    let shown = clip(given);
                    faults.add(
                        row,
                        "batch",
                        format!("文件属于批次“{shown}”，不是本批次“{batch}”。"),
                        format!("The file belongs to batch “{shown}”, not to “{batch}”."),
                    );
                }
                continue;
            }
            "count" => count(counted.rows),
            "total" => sum(counted.total),
            "total_fen" => given.parse() == Ok(counted.total),
            "paid_count" => count(counted.paid.0),
            "paid_total" => sum(counted.paid.1),
            "rejected_count" => count(counted.rejected.0),
            "rejected_total" => sum(counted.rejected.1),
            _ => true,
        };
        if !right {
            let shown = clip(given);
            let (zh, en) = pack::model::SHEET_FIELDS
                .iter()
                .find(|(key, _, _)| key == field)
                .map_or((field.as_str(), field.as_str()), |(_, zh, en)| (*zh, *en));
            faults.add(
                row,
                "total",
                format!(
                    "{zh}“{shown}”与明细不符。明细{}笔，合计{}元。",
                    counted.rows,
                    Money::from_fen(counted.total)
                ),
                format!(
                    "The {en} “{shown}” does not agree with the rows: {} rows, {} yuan.",
                    counted.rows,
                    Money::from_fen(counted.total)
                ),
            );
        }
    }
}

fn outcome(file: &BankFile, word: &str) -> Option<PaymentAct> {
    file.statuses
        .iter()
        .find(|(known, _)| known == word)
        .map(|(_, status)| match status {
            Status::Paid => PaymentAct::Pay,
            Status::Rejected => PaymentAct::Reject,
            Status::InTransit => PaymentAct::Wait,
        })
}

/// The pack's code for the bank's words, or nothing where the pack does not know them.
fn reason(file: &BankFile, words: &str) -> String {
    file.reasons
        .iter()
        .find(|reason| {
            reason.code == words
                || reason.label.zh == words
                || reason.synonyms.iter().any(|known| known == words)
        })
        .map_or_else(String::new, |reason| reason.code.clone())
}

fn cells(layout: &Layout, line: &str) -> Vec<String> {
    line.split(layout.separator)
        .map(|cell| text::trim(cell.trim().trim_matches('"')).to_owned())
        .collect()
}

fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    match encoding {
        Encoding::Utf8 => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            String::from_utf8(bytes.to_vec()).ok()
        }
        Encoding::Gb18030 => {
            let (content, lost) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
            (!lost).then(|| content.into_owned())
        }
    }
}

/// The place of each field: by header where there is one, in any order; else
/// by position. A column that the answer cannot do without must be there.
fn columns(layout: &Layout, header: Option<&[String]>) -> Result<BTreeMap<String, usize>, String> {
    let mut out = BTreeMap::new();
    for (i, column) in layout.columns.iter().enumerate() {
        let known = |title: &String| {
            let title = text::fold_width(title);
            std::iter::once(&column.header)
                .chain(&column.synonyms)
                .any(|name| text::fold_width(name) == title)
        };
        let at = match header {
            None => Some(i),
            Some(header) => header.iter().position(known),
        };
        match at {
            Some(at) => {
                out.insert(column.field.clone(), at);
            }
            None if column.required
                || matches!(
                    column.field.as_str(),
                    "seq" | "amount" | "amount_fen" | "status"
                ) =>
            {
                return Err(column.header.clone());
            }
            None => {}
        }
    }
    Ok(out)
}

fn yuan(cell: &str) -> Option<i64> {
    Money::parse_yuan(cell).ok().map(Money::fen)
}

fn clip(text: &str) -> String {
    text.chars().take(24).collect()
}
