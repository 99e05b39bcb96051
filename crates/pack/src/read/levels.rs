//! `pack.yaml`: the places.

use super::fields::Fields;
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{Level, LevelId};
use crate::text::{Texts, parse};
use kernel::DivisionCode;

/// Reads every `pack.yaml`, parents before children.
pub fn read(texts: &Texts, faults: &mut Faults<'_>) -> Vec<Level> {
    let mut files: Vec<(String, u32)> = texts
        .iter()
        .enumerate()
        .filter_map(|(n, (path, _))| {
            path.strip_suffix("/pack.yaml")
                .map(|key| (key.to_owned(), n as u32))
        })
        .collect();
    files.sort_by(|a, b| (a.0.matches('/').count(), &a.0).cmp(&(b.0.matches('/').count(), &b.0)));
    let mut levels: Vec<Level> = Vec::new();
    for (key, file) in files {
        let Some(root) = parse(texts, file, faults) else {
            continue;
        };
        let Some(mut fields) = Fields::of(&root, faults) else {
            continue;
        };
        let parent = parent(&levels, &key);
        let spot = Spot {
            file,
            line: root.spot.line,
            column: root.spot.column,
        };
        let zh = fields.need_text("zh", faults);
        let en = fields.need_text("en", faults);
        let said = fields.need_said("division", faults);
        let runs_from = fields.date("runs_from", faults);
        fields.text("note", faults);
        fields.finish(faults);
        let division = match &said {
            Some(said) if said.value == "nation" => None,
            Some(said) => match DivisionCode::parse(&said.value) {
                Ok(code) => Some(code),
                Err(_) => {
                    let words = Words::new(
                        format!("“{}”不是区划代码", said.value),
                        format!("“{}” is no division code", said.value),
                    )
                    .mend(
                        "写 6 位区划代码(加引号)，全国写 nation",
                        "write six digits in quotes, or nation",
                    );
                    faults.add(FaultKind::Value, said.spot, words);
                    None
                }
            },
            None => None,
        };
        let level = Level {
            key,
            zh,
            en,
            division,
            parent,
            runs_from,
            spot,
        };
        place(&levels, &level, said.map_or(spot, |s| s.spot), faults);
        levels.push(level);
    }
    levels
}

fn parent(levels: &[Level], key: &str) -> Option<LevelId> {
    (0..levels.len())
        .filter(|n| {
            key.strip_prefix(levels[*n].key.as_str())
                .is_some_and(|r| r.starts_with('/'))
        })
        .max_by_key(|n| levels[*n].key.len())
        .map(|n| LevelId(n as u32))
}

fn place(levels: &[Level], level: &Level, spot: Spot, faults: &mut Faults<'_>) {
    if let Some(other) = levels.iter().find(|l| l.division == level.division) {
        let words = Words::new(
            format!("“{}”与“{}”是同一个地方", level.key, other.key),
            format!("“{}” and “{}” are the same place", level.key, other.key),
        );
        faults.add(FaultKind::Place, spot, words);
        return;
    }
    let Some(parent) = level.parent.map(|p| &levels[p.0 as usize]) else {
        return;
    };
    if let (Some(outer), Some(inner)) = (&parent.division, &level.division)
        && !outer.contains(inner)
    {
        let words = Words::new(
            format!("“{}”不在“{}”之内", inner.short(), parent.zh),
            format!("“{}” does not lie in “{}”", inner.short(), parent.en),
        );
        faults.add(FaultKind::Place, spot, words);
    }
}
