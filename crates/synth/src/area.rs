use kernel::{DivisionCode, DivisionLevel};

use crate::model::Area;

/// The county, its townships and their villages, in the order of their codes.
pub(crate) fn qingshui() -> Vec<Area> {
    include_str!("../data/qingshui.csv")
        .lines()
        .filter(|line| !line.starts_with('#') && *line != "code,name")
        .filter_map(|line| line.split_once(','))
        .map(|(code, name)| Area {
            code: DivisionCode::parse(code)
                .expect("the embedded codes are sound; a test reads them"),
            name: name.to_owned(),
        })
        .collect()
}

/// The province and the city that a place lies in.
pub(crate) fn above(code: DivisionCode) -> (&'static str, &'static str) {
    if code.as_str().starts_with("42") {
        ("湖北省", "黄石市")
    } else {
        ("甘肃省", "天水市")
    }
}

/// The name of an area with those above it, as addresses write it.
pub(crate) fn full_name(areas: &[Area], code: DivisionCode) -> String {
    let name = |code: DivisionCode| {
        areas
            .iter()
            .find(|area| area.code == code)
            .map(|area| area.name.as_str())
    };
    let (province, city) = above(code);
    let mut full = format!("{province}{city}");
    for level in [
        DivisionLevel::County,
        DivisionLevel::Township,
        DivisionLevel::Village,
    ] {
        if let Some(part) = code.at(level).and_then(name) {
            full.push_str(
                part.trim_end_matches("村民委员会")
                    .trim_end_matches("居民委员会"),
            );
            if part.ends_with("村民委员会") {
                full.push('村');
            } else if part.ends_with("居民委员会") {
                full.push_str("社区");
            }
        }
    }
    full
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighteen_townships_and_their_villages() {
        let areas = qingshui();
        let count = |level| {
            areas
                .iter()
                .filter(|area| area.code.level() == level)
                .count()
        };
        assert_eq!(count(DivisionLevel::County), 1);
        assert_eq!(count(DivisionLevel::Township), 18);
        assert_eq!(count(DivisionLevel::Village), 267);
        assert!(areas.is_sorted_by(|a, b| a.code < b.code));
        let park = DivisionCode::parse("620521400").unwrap();
        assert!(areas.iter().all(|area| !park.contains(&area.code)));
        for area in &areas {
            assert!(
                area.code
                    .parent()
                    .is_none_or(|up| up.as_str() == "620500000000"
                        || areas.iter().any(|other| other.code == up))
            );
        }
        assert_eq!(
            full_name(&areas, DivisionCode::parse("620521100001").unwrap()),
            "甘肃省天水市清水县永清镇北城社区"
        );
    }
}
