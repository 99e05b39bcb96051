//! What the pack in force says: sources, checks, purposes.

use directory::Named;
use kernel::{Bilingual as _, DivisionCode};
use pack::Pack;
use pack::model::{Label, Purpose, SourceKind};
use platform::{Conn, Floor, Problem, Result};

use crate::problems::{NO_RELEASE, PURPOSE, SOURCE};

/// The release in force today.
pub(crate) async fn release(floor: &Floor, conn: &Conn) -> Result<policy::InForce> {
    policy::release_on(floor, conn, floor.today())
        .await?
        .ok_or_else(|| Problem::new(&NO_RELEASE))
}

/// A key with its names.
pub(crate) fn named(key: &str, label: &Label) -> Named {
    Named {
        key: key.to_owned(),
        zh: label.zh.clone(),
        en: label.en.clone(),
    }
}

fn unnamed(key: &str) -> Named {
    Named {
        key: key.to_owned(),
        zh: key.to_owned(),
        en: key.to_owned(),
    }
}

/// What was given of a condition; an empty word of an address is none.
pub(crate) fn given(text: &Option<String>) -> Option<String> {
    text.clone().filter(|t| !t.trim().is_empty())
}

/// A source for showing; one that the pack no longer has is shown by its key.
pub(crate) fn source(pack: &Pack, key: &str) -> Named {
    let found = pack.sources().iter().find(|s| s.key == key);
    found.map_or_else(|| unnamed(key), |s| named(key, &s.label))
}

/// A check for showing.
pub(crate) fn check(pack: &Pack, key: &str) -> Named {
    let found = pack.finding_checks().iter().find(|c| c.key == key);
    found.map_or_else(|| unnamed(key), |c| named(key, &c.label))
}

/// The source of a key at a place.
pub(crate) fn kind(pack: &Pack, place: &DivisionCode, key: &str) -> Result<SourceKind> {
    pack.sources_at(place)
        .into_iter()
        .find(|s| s.key == key)
        .cloned()
        .ok_or_else(|| {
            Problem::new(&SOURCE).field("/source", "请选择数据来源", "Choose the source.")
        })
}

/// A purpose by its word.
pub(crate) fn purpose(key: &str) -> Result<Purpose> {
    Purpose::ALL
        .into_iter()
        .find(|p| p.key() == key)
        .ok_or_else(|| {
            Problem::new(&PURPOSE).field(
                "/purpose",
                "用途应为在享核查或主动发现",
                "The purpose is supervision or discovery.",
            )
        })
}

/// A purpose for showing.
pub(crate) fn purpose_named(key: &str) -> Named {
    let en = match key {
        "verification" => "Verification of an application",
        "supervision" => "Supervision of awards",
        "discovery" => "Discovery",
        _ => "Alignment",
    };
    let known = Purpose::ALL.into_iter().find(|p| p.key() == key);
    let zh = known.map_or(key, |p| p.zh());
    Named {
        key: key.to_owned(),
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// A division code of a row or a request.
pub(crate) fn place(code: &str) -> Result<DivisionCode> {
    DivisionCode::parse(code.trim())
        .map_err(|e| Problem::invalid().field("/division", e.zh(), e.en()))
}

/// A place and those above it.
pub(crate) fn upwards(place: &DivisionCode) -> Vec<String> {
    std::iter::successors(Some(*place), DivisionCode::parent)
        .map(|code| code.as_str().to_owned())
        .collect()
}
