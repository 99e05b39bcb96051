//! Taking maps apart: every key is either taken or reported.

use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::text::{Entry, Node, Value};
use chrono::NaiveDate;

/// A value with the place it was written at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub spot: Spot,
}

/// The entries of one map, with a note of which were asked for.
pub struct Fields<'n> {
    /// Where the map begins.
    pub spot: Spot,
    entries: &'n [Entry],
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The entries of a map; anything else is a fault.
    pub fn of(node: &'n Node, faults: &mut Faults<'_>) -> Option<Fields<'n>> {
        match &node.value {
            Value::Map(entries) => Some(Fields {
                spot: node.spot,
                entries,
                asked: Vec::new(),
            }),
            _ => {
                shape(
                    node,
                    faults,
                    "这里应是“键: 值”的映射",
                    "a map of “key: value” belongs here",
                );
                None
            }
        }
    }

    /// True where the key is written, whatever it holds.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|e| e.key == key)
    }

    /// What a key holds.
    pub fn take(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|e| e.key == key).map(|e| &e.node)
    }

    /// What a key holds that must be there.
    pub fn need(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<&'n Node> {
        let node = self.take(key).filter(|n| !n.is_null());
        if node.is_none() {
            let words = Words::new(format!("缺少“{key}”"), format!("“{key}” is missing"));
            faults.add(FaultKind::MissingKey, self.spot, words);
        }
        node
    }

    /// A text that may be left out.
    pub fn text(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<String> {
        self.take(key)
            .filter(|n| !n.is_null())
            .and_then(|n| text(n, faults))
    }

    /// A text that must be there and not be empty.
    pub fn need_text(&mut self, key: &'static str, faults: &mut Faults<'_>) -> String {
        self.need_said(key, faults)
            .map(|s| s.value)
            .unwrap_or_default()
    }

    /// A text with its place that must be there and not be empty.
    pub fn need_said(
        &mut self,
        key: &'static str,
        faults: &mut Faults<'_>,
    ) -> Option<Said<String>> {
        let node = self.need(key, faults)?;
        text(node, faults).map(|value| Said {
            value,
            spot: node.spot,
        })
    }

    /// A text with its place.
    pub fn said(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<Said<String>> {
        let node = self.take(key).filter(|n| !n.is_null())?;
        text(node, faults).map(|value| Said {
            value,
            spot: node.spot,
        })
    }

    /// A yes or no; no where left out.
    pub fn flag(&mut self, key: &'static str, faults: &mut Faults<'_>) -> bool {
        self.choice(key, faults, &[("true", true), ("false", false)])
            .unwrap_or(false)
    }

    /// A date that may be left out.
    pub fn date(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<NaiveDate> {
        self.take(key)
            .filter(|n| !n.is_null())
            .and_then(|n| date(n, faults))
    }

    /// One of several words.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        faults: &mut Faults<'_>,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let node = self.take(key).filter(|n| !n.is_null())?;
        let given = text(node, faults)?;
        let found = choices
            .iter()
            .find(|(word, _)| *word == given)
            .map(|(_, value)| *value);
        if found.is_none() {
            let all = choices
                .iter()
                .map(|(w, _)| *w)
                .collect::<Vec<_>>()
                .join(", ");
            let words = Words::new(
                format!("“{key}”不能是“{given}”"),
                format!("“{key}” cannot be “{given}”"),
            )
            .mend(format!("可写：{all}"), format!("one of: {all}"));
            faults.add(FaultKind::Value, node.spot, words);
        }
        found
    }

    /// The items of a list; none where left out.
    pub fn list(&mut self, key: &'static str, faults: &mut Faults<'_>) -> &'n [Node] {
        match self.take(key) {
            Some(node) if !node.is_null() => items(node, faults),
            _ => &[],
        }
    }

    /// A list of texts with their places; none where left out.
    pub fn texts(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Vec<Said<String>> {
        let list = self.list(key, faults);
        list.iter()
            .filter_map(|n| {
                text(n, faults).map(|value| Said {
                    value,
                    spot: n.spot,
                })
            })
            .collect()
    }

    /// A map from any keys to texts.
    pub fn map(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Vec<(String, String)> {
        let Some(node) = self.take(key).filter(|n| !n.is_null()) else {
            return Vec::new();
        };
        let Value::Map(entries) = &node.value else {
            shape(
                node,
                faults,
                "这里应是“键: 值”的映射",
                "a map of “key: value” belongs here",
            );
            return Vec::new();
        };
        entries
            .iter()
            .filter_map(|e| text(&e.node, faults).map(|value| (e.key.clone(), value)))
            .collect()
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self, faults: &mut Faults<'_>) {
        for entry in self.entries {
            if !self.asked.contains(&entry.key.as_str()) {
                let known = self.asked.join(", ");
                let near = nearest(&entry.key, self.asked.iter().copied());
                let (zh, en) = match near {
                    None if !entry.key.is_ascii() => (
                        "花括号里的半角逗号和冒号用来分隔；文字里用全角标点，或给整段文字加引号".to_owned(),
                        "inside braces a comma or colon separates; use full-width ones in text, or quote the text".to_owned(),
                    ),
                    Some(near) => (format!("是否想写“{near}”?"), format!("did you mean “{near}”?")),
                    None => (format!("此处可写：{known}"), format!("keys of this place: {known}")),
                };
                let words = Words::new(
                    format!("不认识的键“{}”", entry.key),
                    format!("unknown key “{}”", entry.key),
                )
                .mend(zh, en);
                faults.add(FaultKind::UnknownKey, entry.spot, words);
            }
        }
    }
}

fn shape(node: &Node, faults: &mut Faults<'_>, zh: &str, en: &str) {
    faults.add(FaultKind::Shape, node.spot, Words::new(zh, en));
}

/// The items of a list; anything else is a fault.
pub fn items<'n>(node: &'n Node, faults: &mut Faults<'_>) -> &'n [Node] {
    match &node.value {
        Value::List(items) => items,
        _ => {
            shape(node, faults, "这里应是列表", "a list belongs here");
            &[]
        }
    }
}

/// A text that is not empty.
pub fn text(node: &Node, faults: &mut Faults<'_>) -> Option<String> {
    match &node.value {
        Value::Text { text, .. } if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Text { .. } => {
            shape(node, faults, "这里不能为空", "this must not be empty");
            None
        }
        _ => {
            shape(
                node,
                faults,
                "这里应是一段文字",
                "a piece of text belongs here",
            );
            None
        }
    }
}

/// A date as `2022-01-01`.
pub fn date(node: &Node, faults: &mut Faults<'_>) -> Option<NaiveDate> {
    let given = text(node, faults)?;
    let parsed = (given.len() == 10).then(|| NaiveDate::parse_from_str(&given, "%Y-%m-%d").ok());
    let parsed = parsed.flatten();
    if parsed.is_none() {
        let words = Words::new(
            format!("“{given}”不是日期"),
            format!("“{given}” is no date"),
        )
        .mend("写成 2022-01-01 的样式", "write it as 2022-01-01");
        faults.add(FaultKind::Value, node.spot, words);
    }
    parsed
}

/// The candidate that differs least, where the difference is small.
pub fn nearest<'c>(given: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let chars: Vec<char> = given.chars().collect();
    let allowed = (chars.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|c| (distance(&chars, &c.chars().collect::<Vec<_>>()), c))
        .filter(|(d, _)| *d <= allowed)
        .min()
        .map(|(_, c)| c)
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
