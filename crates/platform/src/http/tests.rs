use axum::http::{HeaderMap, HeaderValue};

use super::*;

fn headers(list: &[(&'static str, &'static str)]) -> HeaderMap {
    list.iter()
        .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
        .collect()
}

#[test]
fn chinese_unless_english_is_asked_for_first() {
    for (text, locale) in [
        ("", Locale::Zh),
        ("zh-CN,zh;q=0.9,en;q=0.8", Locale::Zh),
        ("en-GB,en;q=0.9", Locale::En),
        ("de, en;q=0.5, zh;q=0.3", Locale::En),
        ("de", Locale::Zh),
    ] {
        assert_eq!(
            Locale::of(&headers(&[("accept-language", text)])),
            locale,
            "{text}"
        );
    }
}

#[test]
fn a_version_is_a_number_in_quotes() {
    for (text, version) in [
        ("\"7\"", Some(7)),
        ("7", Some(7)),
        ("W/\"7\"", Some(7)),
        ("*", None),
        ("\"x\"", None),
    ] {
        let state = RequestState::new("r".into(), &headers(&[("if-match", text)]), [0; 32]);
        assert_eq!(state.if_match(), version, "{text}");
    }
}
