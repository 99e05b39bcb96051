//! Names in `supervision/`: programmes, facts and checks that exist.

use crate::fault::Faults;
use crate::pack::Data;
use crate::read::unknown;

/// Checks every name.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    let known = |name: &str| data.facts.iter().any(|f| f.name == name);
    let facts = || data.facts.iter().map(|f| f.name.as_str());
    for alignment in &data.supervision.alignments {
        if !known(&alignment.rows) {
            let spot = alignment.spot;
            unknown(("事实", "fact"), &alignment.rows, spot, facts(), faults);
        }
        for column in &alignment.columns {
            for key in &column.programmes {
                if !data.programmes.iter().any(|p| p.key == *key) {
                    let names = data.programmes.iter().map(|p| p.key.as_str());
                    unknown(("项目", "programme"), key, alignment.spot, names, faults);
                }
            }
            if let Some(fact) = column.fact.as_ref().filter(|fact| !known(fact)) {
                unknown(("事实", "fact"), fact, alignment.spot, facts(), faults);
            }
        }
    }
    for kind in &data.supervision.clue_kinds {
        for key in &kind.checks {
            if !data.findings.iter().any(|c| c.key == *key) {
                let names = data.findings.iter().map(|c| c.key.as_str());
                unknown(("核查规则", "check"), key, kind.spot, names, faults);
            }
        }
    }
}
