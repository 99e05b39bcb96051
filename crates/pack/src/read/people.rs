//! `roles/` and `funds/`.

use super::fields::{Fields, Said};
use super::programmes::label;
use super::{Content, Draft, types};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Fund, Role, RoleKind};
use kernel::DivisionLevel;

/// Reads one file of funds.
pub fn funds(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "funds", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let key = fields.need_said("key", faults);
        let label = label(&mut fields, faults);
        let budget_item = fields.text("budget_item", faults);
        let cite = types::citation(&mut fields, faults);
        let verified = fields
            .choice("verified", faults, &[("true", true), ("false", false)])
            .unwrap_or(true);
        let spot = fields.spot;
        fields.finish(faults);
        let Some(key) = key else { continue };
        if draft.funds.iter().any(|f| f.key == key.value) {
            super::twice(&key.value, key.spot, faults);
            continue;
        }
        draft.funds.push(Fund {
            key: key.value,
            label,
            budget_item,
            cite,
            verified,
            spot,
        });
    }
}

/// Reads one file of roles.
pub fn roles(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "roles", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let key = fields.need_said("key", faults);
        let label = label(&mut fields, faults);
        let kinds = [
            ("business", RoleKind::Business),
            ("inspection", RoleKind::Inspection),
            ("administrator", RoleKind::Administrator),
        ];
        fields.need("kind", faults);
        let kind = fields.choice("kind", faults, &kinds);
        let levels = [
            ("county", DivisionLevel::County),
            ("township", DivisionLevel::Township),
            ("village", DivisionLevel::Village),
        ];
        fields.need("level", faults);
        let level = fields.choice("level", faults, &levels);
        fields.need("permissions", faults);
        let permissions = fields
            .texts("permissions", faults)
            .into_iter()
            .map(|said| {
                well_formed(&said, faults);
                said.value
            })
            .collect();
        let excludes = fields
            .texts("excludes", faults)
            .into_iter()
            .map(|s| s.value)
            .collect();
        let note = fields.text("note", faults);
        let spot = fields.spot;
        fields.finish(faults);
        let (Some(key), Some(kind), Some(level)) = (key, kind, level) else {
            continue;
        };
        if draft.roles.iter().any(|r| r.key == key.value) {
            super::twice(&key.value, key.spot, faults);
            continue;
        }
        let key = key.value;
        draft.roles.push(Role {
            key,
            label,
            kind,
            level,
            permissions,
            excludes,
            note,
            spot,
        });
    }
}

/// A permission, or a pattern that ends in `.*`.
fn well_formed(said: &Said<String>, faults: &mut Faults<'_>) {
    let stem = said.value.strip_suffix(".*").unwrap_or(&said.value);
    let plain = |c: char| c.is_ascii_lowercase() || c == '_';
    if !stem
        .split('.')
        .all(|part| !part.is_empty() && part.chars().all(plain))
    {
        let words = Words::new(
            format!("“{}”不是权限", said.value),
            format!("“{}” is no permission", said.value),
        )
        .mend(
            "写成 registry.household.list,或以 .* 结尾的模式",
            "write registry.household.list, or a pattern that ends in .*",
        );
        faults.add(FaultKind::Value, said.spot, words);
    }
}
