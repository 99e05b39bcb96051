//! `forms/`: forms and registers.

use super::fields::{Fields, items};
use super::programmes::label;
use super::{Content, Draft, types};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::FormText;
use crate::text::{Node, Value};
use forms::{Field, FieldKind, Fill, Form, Known, Needed, Rows, Rule, Signs, Source};
use formula::{Number, Type};

const MOST_TEXT: usize = 200;
const MOST_LONG_TEXT: usize = 4000;
const MOST_ROWS: usize = 60;

/// What a fact of the vocabulary or of cases is taken over as.
struct Taken {
    ty: Type,
    whole: bool,
    en: String,
    source: Source,
}

struct Reading<'r, 'f> {
    draft: &'r mut Draft,
    faults: &'r mut Faults<'f>,
}

/// Reads one file: a form in one version.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(&content.root, faults) else {
        return;
    };
    let key = fields.need_text("form", faults);
    let version = fields.said("version", faults);
    let version = version.and_then(|said| {
        let number = said.value.parse::<u32>().ok().filter(|n| *n > 0);
        if number.is_none() {
            let words = Words::new("版本应为正整数", "a version is a whole number from 1");
            faults.add(FaultKind::Value, said.spot, words);
        }
        number
    });
    let from = fields
        .need("from", faults)
        .and_then(|n| super::fields::date(n, faults));
    let to = fields.date("to", faults);
    let named = label(&mut fields, faults);
    let cite = types::citation(&mut fields, faults);
    let verified = fields
        .choice("verified", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    let nodes = match fields.need("fields", faults) {
        Some(node) => items(node, faults),
        None => &[],
    };
    let rules = fields.list("rules", faults);
    let spot = fields.spot;
    fields.finish(faults);
    let mut reading = Reading { draft, faults };
    let found: Vec<Field> = nodes
        .iter()
        .filter_map(|n| reading.field(n, None))
        .collect();
    let rules: Vec<Rule> = rules.iter().filter_map(|n| reading.rule(n)).collect();
    if let Some(from) = from {
        draft.forms.push(FormText {
            form: Form {
                key,
                version: version.unwrap_or(1),
                label: forms::Words {
                    zh: named.zh,
                    en: named.en,
                },
                fields: found,
                rules,
            },
            from,
            to,
            cite,
            verified,
            level: content.level,
            spot,
        });
    }
}

impl Reading<'_, '_> {
    fn mark(&mut self, spot: Spot) -> u32 {
        self.draft.marks.push(spot);
        self.draft.marks.len() as u32
    }

    /// A field: a fact by `fact`, or a field of its own by `name` and `type`.
    fn field(&mut self, node: &Node, rows: Option<Source>) -> Option<Field> {
        let mut f = Fields::of(node, self.faults)?;
        let spot = f.spot;
        let fact = f.said("fact", self.faults);
        let needed = needed(&mut f, self.faults);
        let sensitive = f.flag("sensitive", self.faults);
        let note = f.text("note", self.faults);
        let past = f.flag("past", self.faults);
        let fill = fill(&mut f, self.faults);
        let min = bound("min", &mut f, self.faults);
        let max = bound("max", &mut f, self.faults);
        let own = match &fact {
            Some(_) => None,
            None => {
                let name = f.need_text("name", self.faults);
                let en = f.need_text("en", self.faults);
                Some((name, en))
            }
        };
        let (name, en, kind, unit, source) = match (fact, own) {
            (Some(fact), _) => {
                let of = f.choice("of", self.faults, SOURCES).or(rows);
                let taken = self.fact(&fact.value, of, fact.spot);
                f.finish(self.faults);
                let taken = taken?;
                let unit = taken.ty.unit().map_or(String::new(), |u| {
                    if u.is_count() {
                        String::new()
                    } else {
                        u.to_string()
                    }
                });
                let kind = match taken.ty {
                    Type::Text => special(&fact.value),
                    ty => FieldKind::Value {
                        ty,
                        whole: taken.whole,
                        min,
                        max,
                        past,
                    },
                };
                (fact.value, taken.en, kind, unit, Some(taken.source))
            }
            (None, Some((name, en))) => {
                let (kind, unit) = self.kind(&name, &mut f, (min, max), past)?;
                f.finish(self.faults);
                (name, en, kind, unit, None)
            }
            (None, None) => return None,
        };
        let hidden = matches!(
            kind,
            FieldKind::IdNumber | FieldKind::Phone | FieldKind::Account
        );
        Some(Field {
            name,
            en,
            kind,
            unit,
            needed,
            sensitive: sensitive || hidden,
            source,
            note,
            fill,
            mark: self.mark(spot),
        })
    }

    fn kind(
        &mut self,
        name: &str,
        f: &mut Fields<'_>,
        bounds: (Option<Number>, Option<Number>),
        past: bool,
    ) -> Option<(FieldKind, String)> {
        if f.has("rows") {
            return Some((FieldKind::Rows(self.rows(f)?), String::new()));
        }
        let word = match f.take("type").map(|n| &n.value) {
            Some(Value::Text { text, .. }) => text.clone(),
            _ => String::new(),
        };
        let plain = |kind| Some((kind, String::new()));
        match word.as_str() {
            "id_number" => plain(FieldKind::IdNumber),
            "phone" => plain(FieldKind::Phone),
            "account" => plain(FieldKind::Account),
            "division" => plain(FieldKind::Division),
            "file" => plain(FieldKind::File),
            "long_text" => plain(FieldKind::Text(MOST_LONG_TEXT)),
            "codes" => {
                let values = f.texts("values", self.faults);
                plain(FieldKind::Codes(
                    values.into_iter().map(|s| s.value).collect(),
                ))
            }
            "signature" => {
                f.need("by", self.faults);
                let who = f.choice("by", self.faults, SIGNS)?;
                plain(FieldKind::Signature(who))
            }
            _ => {
                let declared = types::declared(name, f, "values", self.faults);
                if declared.ty == Type::Text {
                    return plain(FieldKind::Text(MOST_TEXT));
                }
                let (min, max) = bounds;
                let kind = FieldKind::Value {
                    ty: declared.ty,
                    whole: declared.whole,
                    min,
                    max,
                    past,
                };
                Some((kind, declared.unit))
            }
        }
    }

    fn rows(&mut self, f: &mut Fields<'_>) -> Option<Rows> {
        let node = f.take("rows")?;
        let mut r = Fields::of(node, self.faults)?;
        let of = r.choice("of", self.faults, SOURCES);
        let count = |key, r: &mut Fields<'_>, faults: &mut Faults<'_>| {
            let said = r.said(key, faults)?;
            let number = said.value.parse::<usize>().ok().filter(|n| *n <= 500);
            if number.is_none() {
                let words = Words::new("行数应为整数", "a number of rows is a whole number");
                faults.add(FaultKind::Value, said.spot, words);
            }
            number
        };
        let min = count("min", &mut r, self.faults).unwrap_or(0);
        let max = count("max", &mut r, self.faults).unwrap_or(MOST_ROWS);
        let nodes = r.list("fields", self.faults);
        r.finish(self.faults);
        let fields = nodes.iter().filter_map(|n| self.field(n, of)).collect();
        Some(Rows {
            of,
            min,
            max,
            fields,
        })
    }

    fn fact(&mut self, name: &str, of: Option<Source>, spot: Spot) -> Option<Taken> {
        let source = |entity| match entity {
            formula::Entity::Person => Source::Person,
            formula::Entity::Household => Source::Household,
            formula::Entity::Supporter => Source::Supporter,
            formula::Entity::Award => Source::Award,
        };
        let wanted = |s: Source| of.is_none_or(|of| of == s);
        let fact = self
            .draft
            .facts
            .iter()
            .find(|f| f.name == name && wanted(source(f.entity)));
        if let Some(fact) = fact {
            return Some(Taken {
                ty: fact.ty.clone(),
                whole: fact.whole,
                en: fact.en.clone(),
                source: source(fact.entity),
            });
        }
        let case = self.draft.case_facts.iter().find(|f| f.name == name);
        if let Some(fact) = case.filter(|_| wanted(Source::Case)) {
            return Some(Taken {
                ty: fact.ty.clone(),
                whole: false,
                en: fact.en.clone(),
                source: Source::Case,
            });
        }
        let known: Vec<String> = self.draft.facts.iter().map(|f| f.name.clone()).collect();
        let known = known.iter().map(String::as_str);
        super::unknown(("事实", "fact"), name, spot, known, self.faults);
        None
    }

    fn rule(&mut self, node: &Node) -> Option<Rule> {
        let mut f = Fields::of(node, self.faults)?;
        let formula = f.need_said("if", self.faults);
        let words = label(&mut f, self.faults);
        let at = f.text("at", self.faults);
        f.finish(self.faults);
        let formula = formula?;
        Some(Rule {
            formula: formula.value,
            words: forms::Words {
                zh: words.zh,
                en: words.en,
            },
            at,
            mark: self.mark(formula.spot),
        })
    }
}

const SOURCES: &[(&str, Source)] = &[
    ("person", Source::Person),
    ("household", Source::Household),
    ("supporter", Source::Supporter),
    ("award", Source::Award),
    ("case", Source::Case),
];

const SIGNS: &[(&str, Signs)] = &[
    ("family", Signs::Family),
    ("guardian", Signs::Guardian),
    ("supporter", Signs::Supporter),
    ("officer", Signs::Officer),
    ("other", Signs::Other),
];

/// `fill: applicant.name`: what the case knows; `held: {dibao: 低保}`: a code by the programme that
/// the family holds; `default: words`, or `default: all` for a field of several codes.
fn fill(f: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<Fill> {
    if f.has("fill") {
        return f.choice("fill", faults, Known::NAMES).map(Fill::Known);
    }
    if f.has("held") {
        return Some(Fill::Held(f.map("held", faults)));
    }
    f.text("default", faults).map(|words| match words.as_str() {
        "all" => Fill::All,
        _ => Fill::Words(words),
    })
}

/// Text facts that have a form of their own.
fn special(name: &str) -> FieldKind {
    match name {
        "公民身份号码" => FieldKind::IdNumber,
        "区划" | "户籍地" => FieldKind::Division,
        _ => FieldKind::Text(MOST_TEXT),
    }
}

/// `required: true`, or `required: {when: FEEL}`.
fn needed(f: &mut Fields<'_>, faults: &mut Faults<'_>) -> Needed {
    let Some(node) = f.take("required").filter(|n| !n.is_null()) else {
        return Needed::No;
    };
    match &node.value {
        Value::Map(_) => {
            let Some(mut inner) = Fields::of(node, faults) else {
                return Needed::No;
            };
            let formula = inner.need_text("when", faults);
            inner.finish(faults);
            Needed::When(formula)
        }
        Value::Text { text, .. } if text == "true" => Needed::Always,
        Value::Text { text, .. } if text == "false" => Needed::No,
        _ => {
            let words = Words::new(
                "required 写 true，或 {when: 条件}",
                "`required` is true, or {when: condition}",
            );
            faults.add(FaultKind::Value, node.spot, words);
            Needed::No
        }
    }
}

fn bound(key: &'static str, f: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<Number> {
    let said = f.said(key, faults)?;
    let number = Number::parse(&said.value);
    if number.is_none() {
        let words = Words::new("界限应为数", "a bound is a number");
        faults.add(FaultKind::Value, said.spot, words);
    }
    number
}
