//! Templates: places declared and used, remedies named, documents of procedures there.

use super::names::known_or;
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::TemplateText;
use crate::pack::Data;

/// The places that the clause on remedies needs.
const REMEDIES: [&str; 2] = ["复议机关", "管辖法院"];

/// Checks templates.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    for template in &data.templates {
        places(template, faults);
    }
    for procedure in &data.procedures {
        let chain = data.chain(procedure.level);
        let known = || {
            let here = data.templates.iter().filter(|t| chain.contains(&t.level));
            here.map(|t| t.key.as_str())
        };
        let spot = |mark: flow::Mark| {
            let index = (mark.0 as usize).checked_sub(1);
            index
                .and_then(|n| data.marks.get(n))
                .copied()
                .unwrap_or(procedure.spot)
        };
        let outcomes = procedure.steps.iter().flat_map(|s| &s.part.outcomes);
        let outcomes = outcomes.map(|o| (&o.part.documents, spot(o.part.mark)));
        let ways = procedure.anywhere.iter();
        let ways = ways.map(|w| (&w.part.documents, spot(w.part.mark)));
        for (documents, spot) in outcomes.chain(ways) {
            for document in documents {
                known_or(("文书", "document"), document, spot, known(), faults);
            }
        }
    }
}

fn places(template: &TemplateText, faults: &mut Faults<'_>) {
    let used = template.used();
    for (list, name) in &used {
        let own = template.fields.iter();
        let rows = list.and_then(|list| template.fields.iter().find(|f| f.name == list));
        let rows = rows.and_then(|f| f.rows.as_ref()).into_iter().flatten();
        let known = own
            .map(|f| f.name.as_str())
            .chain(rows.map(|(name, _)| name.as_str()));
        known_or(
            ("位置", "place"),
            name,
            spot_of(template, name),
            known,
            faults,
        );
    }
    for field in &template.fields {
        let mut unused: Vec<&str> = Vec::new();
        if !used.iter().any(|(_, name)| *name == field.name) {
            unused.push(&field.name);
        }
        for (name, _) in field.rows.iter().flatten() {
            let here = |(list, used): &(Option<&str>, &str)| {
                *list == Some(field.name.as_str()) && used == name
            };
            if !used.iter().any(here) {
                unused.push(name);
            }
        }
        for name in unused {
            let words = Words::new(
                format!("模板正文没有用到“{name}”"),
                format!("the text of the template does not use “{name}”"),
            )
            .mend(
                "在正文中写上它，或删去声明",
                "use it in the text, or remove it",
            );
            faults.add(FaultKind::Unused, field.spot, words);
        }
    }
    for name in REMEDIES {
        if template.remedies && !used.iter().any(|(_, used)| *used == name) {
            let words = Words::new(
                format!("写明救济途径的文书要有“{name}”"),
                format!("a document with remedies has to name “{name}”"),
            )
            .mend(
                "加上复议和诉讼的告知（社会救助法第七十六条）",
                "add the clause on reconsideration and court (Social Assistance Law, art. 76)",
            );
            faults.add(FaultKind::MissingKey, template.spot, words);
        }
    }
}

/// The block that names it.
fn spot_of(template: &TemplateText, name: &str) -> Spot {
    let one = |block: &&crate::model::TemplateBlock| {
        let alone = TemplateText {
            blocks: vec![(*block).clone()],
            ..template.clone()
        };
        alone.used().iter().any(|(_, used)| *used == name)
    };
    let found = template.blocks.iter().find(one);
    found.map_or(template.spot, |block| block.spot)
}
