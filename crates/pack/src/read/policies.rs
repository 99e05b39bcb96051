//! `documents/`: policy documents and rule sets.

use super::fields::Fields;
use super::parameters::order;
use super::programmes::label;
use super::{Content, Draft, twice};
use crate::cites::{article_number, plain_name};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Passage, PolicyDocument, RuleSet};
use crate::text::Node;

/// Reads one file of documents.
pub fn documents(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "documents", faults) {
        let Some(document) = document(node, content, faults) else {
            continue;
        };
        let clash = draft
            .documents
            .iter()
            .flat_map(PolicyDocument::names)
            .find(|known| {
                document
                    .names()
                    .any(|name| plain_name(name) == plain_name(known))
            });
        if let Some(name) = clash {
            twice(name, document.spot, faults);
        }
        draft.documents.push(document);
    }
}

fn document(node: &Node, content: &Content, faults: &mut Faults<'_>) -> Option<PolicyDocument> {
    let mut fields = Fields::of(node, faults)?;
    let title = fields.need_said("title", faults);
    let en = fields.need_text("en", faults);
    let number = fields.text("number", faults);
    let aliases = fields
        .texts("aliases", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let issuer = fields.need_text("issuer", faults);
    let issued = fields.date("issued", faults);
    let (from, to) = (fields.date("from", faults), fields.date("to", faults));
    let superseded_by = fields.text("superseded_by", faults);
    let last_article = last_article(&mut fields, faults);
    let source = fields.text("source", faults);
    let note = fields.text("note", faults);
    let verified = fields
        .choice("verified", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    let mut passages = Vec::new();
    for node in fields.list("passages", faults) {
        passages.extend(passage(node, last_article, faults));
    }
    let spot = title.as_ref().map_or(fields.spot, |t| t.spot);
    order(from.or(issued), to, spot, faults);
    if verified && source.is_none() {
        let words = Words::new(
            "读过的文件要写明来源(source)",
            "a document that was read needs its source",
        )
        .mend(
            "写明来源；没有读到原文的写 verified: false",
            "give the source, or write `verified: false` where its text was not read",
        );
        faults.add(FaultKind::Citation, spot, words);
    }
    fields.finish(faults);
    Some(PolicyDocument {
        title: title?.value,
        en,
        number,
        aliases,
        issuer,
        issued,
        from,
        to,
        superseded_by,
        last_article,
        source,
        note,
        verified,
        passages,
        level: content.level,
        spot,
    })
}

fn last_article(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<u32> {
    let said = fields.said("last_article", faults)?;
    let number = said.value.parse().ok().filter(|n| *n > 0);
    if number.is_none() {
        let words = Words::new(
            format!("“{}”不是条数", said.value),
            format!("“{}” is no number of articles", said.value),
        )
        .mend("写整数，如 38", "write a whole number such as 38");
        faults.add(FaultKind::Value, said.spot, words);
    }
    number
}

fn passage(node: &Node, last: Option<u32>, faults: &mut Faults<'_>) -> Option<Passage> {
    let mut fields = Fields::of(node, faults)?;
    let at = fields.need_said("at", faults);
    let quote = fields.text("quote", faults);
    let gist = fields.text("gist", faults);
    let spot = fields.spot;
    fields.finish(faults);
    let at = at?;
    past_the_end(&at.value, last, at.spot, faults);
    let (quoted, text) = match (quote, gist) {
        (Some(text), None) => (true, text),
        (None, Some(text)) => (false, text),
        _ => {
            let words = Words::new(
                "一段写原文(quote)或要点(gist)，二者取一",
                "a passage gives either the words (quote) or their gist",
            );
            faults.add(FaultKind::MissingKey, spot, words);
            return None;
        }
    };
    let at = at.value;
    Some(Passage { at, text, quoted })
}

/// Reports an article that a document does not have.
pub fn past_the_end(
    at: &str,
    last: Option<u32>,
    spot: crate::fault::Spot,
    faults: &mut Faults<'_>,
) {
    let (Some(last), Some(number)) = (last, article_number(at)) else {
        return;
    };
    if number > last {
        let words = Words::new(
            format!("文件只有 {last} 条，没有{at}"),
            format!("the document has {last} articles; there is no {at}"),
        );
        faults.add(FaultKind::Citation, spot, words);
    }
}

/// Reads one file of rule sets.
pub fn rule_sets(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "rule_sets", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let key = fields.need_text("key", faults);
        let label = label(&mut fields, faults);
        fields.need("from", faults);
        let (from, to) = (fields.date("from", faults), fields.date("to", faults));
        let documents = fields
            .texts("documents", faults)
            .into_iter()
            .map(|s| s.value)
            .collect();
        let note = fields.need_text("note", faults);
        let spot = fields.spot;
        order(from, to, spot, faults);
        fields.finish(faults);
        if draft.rule_sets.iter().any(|r| r.key == key) {
            twice(&key, spot, faults);
        }
        if let Some(from) = from {
            draft.rule_sets.push(RuleSet {
                key,
                label,
                from,
                to,
                documents,
                note,
                spot,
            });
        }
    }
}
