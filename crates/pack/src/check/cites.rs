//! Citations against the documents that a pack keeps.

use crate::cites::{Cited, CitedBy};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::pack::Data;
use crate::read::{past_the_end, unknown};

/// Checks every citation and what documents and rule sets say of each other.
///
/// A tree that keeps no documents at all is not asked for them.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    if data.documents.is_empty() {
        return;
    }
    for cited in &data.citations {
        resolved(data, cited, faults);
        for reference in &cited.references {
            let last = data.documents[reference.document].last_article;
            for article in &reference.articles {
                past_the_end(article, last, cited.spot, faults);
            }
        }
    }
    for document in &data.documents {
        if let Some(name) = &document.superseded_by {
            known(data, name, document.spot, faults);
        }
    }
    rule_sets(data, faults);
}

fn known(data: &Data, name: &str, spot: Spot, faults: &mut Faults<'_>) {
    if data.names.find(name).is_none() {
        let names = data.documents.iter().flat_map(|d| d.names());
        unknown(("政策文件", "policy document"), name, spot, names, faults);
    }
}

/// What is said to rest on a document that was read must name one that was.
fn resolved(data: &Data, cited: &Cited, faults: &mut Faults<'_>) {
    let asked = match cited.by {
        CitedBy::Printed => false,
        CitedBy::Programme | CitedBy::Exclusion => true,
        _ => cited.verified == Some(true),
    };
    if !asked || cited.cite.is_empty() {
        return;
    }
    if cited.references.is_empty() {
        let words = Words::new(
            format!("“{}”的依据没有指明本包登记的政策文件", cited.name),
            format!("the citation of “{}” names no document of the pack", cited.name),
        )
        .mend(
            "在 documents/ 登记该文件，或改正文号；没有查到的写 verified: false",
            "declare the document in documents/, or correct its number; write `verified: false` where none was found",
        );
        faults.add(FaultKind::Citation, cited.spot, words);
    } else if cited.verified == Some(true)
        && !cited
            .references
            .iter()
            .any(|r| data.documents[r.document].verified)
    {
        let words = Words::new(
            format!("“{}”所依据的文件没有读到原文", cited.name),
            format!(
                "the text of the document that “{}” rests on was not read",
                cited.name
            ),
        )
        .mend(
            "写 verified: false；读到原文后在 documents/ 写明来源",
            "write `verified: false`; once its text was read, give the source in documents/",
        );
        faults.add(FaultKind::Citation, cited.spot, words);
    }
}

/// Rule sets follow each other day by day: no day has two, none between has none.
fn rule_sets(data: &Data, faults: &mut Faults<'_>) {
    let mut sets: Vec<_> = data.rule_sets.iter().collect();
    sets.sort_by_key(|s| s.from);
    for set in &sets {
        for name in &set.documents {
            known(data, name, set.spot, faults);
        }
    }
    for pair in sets.windows(2) {
        let (earlier, later) = (pair[0], pair[1]);
        match earlier.to.and_then(|to| to.succ_opt()) {
            Some(day) if day == later.from => {}
            Some(day) if day < later.from => {
                let words = Words::new(
                    format!("{day} 起到“{}”之间没有规则集", later.key),
                    format!("no rule set holds from {day} until “{}”", later.key),
                );
                faults.add(FaultKind::Gap, later.spot, words);
            }
            _ => {
                let words = Words::new(
                    format!("规则集“{}”与“{}”日期重叠", earlier.key, later.key),
                    format!(
                        "the rule sets “{}” and “{}” overlap",
                        earlier.key, later.key
                    ),
                );
                faults.add(FaultKind::Overlap, later.spot, words);
            }
        }
    }
}
