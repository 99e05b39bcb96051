//! Tests that a document is said to have overtaken.

use crate::fault::Faults;
use crate::pack::Data;
use crate::read::unknown;
use kernel::Month;

/// Every one of them is a test of this level or below, of a month in which the document holds:
/// no other can be put out of use.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    let amounts = data.scenarios.iter().map(|s| (&s.name, s.level, s.month));
    let verdicts = data.assessments.iter().map(|a| (&a.name, a.level, a.month));
    let tests: Vec<(&String, _, Month)> = amounts.chain(verdicts).collect();
    for overtaken in &data.overtaken {
        let known: Vec<&str> = tests
            .iter()
            .filter(|(_, level, month)| {
                data.chain(*level).contains(&overtaken.level) && overtaken.from <= month.last_day()
            })
            .map(|(name, ..)| name.as_str())
            .collect();
        if !known.contains(&overtaken.name.as_str()) {
            let what = ("此日之后的测试", "test of a month from then on");
            unknown(what, &overtaken.name, overtaken.spot, known, faults);
        }
    }
}
