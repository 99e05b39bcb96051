//! JSON in which a key stands once: where it stands twice, one of the values would win silently.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};
use std::fmt;

/// Why a text is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotTaken {
    /// No JSON, from this column on.
    Broken(usize),
    /// A key that stands twice in one object, and the column of the second.
    Twice(String, usize),
}

/// Reads one value.
pub(super) fn read(text: &str) -> Result<Json, NotTaken> {
    serde_json::from_str::<Once>(text)
        .map(|once| once.0)
        .map_err(|error| {
            let column = error.column();
            if !error.is_data() {
                return NotTaken::Broken(column);
            }
            // Nothing else is an error of the data: the message is the key, with its place.
            let said = error.to_string();
            let key = said.rsplit_once(" at line ").map_or("", |(key, _)| key);
            NotTaken::Twice(key.to_owned(), column)
        })
}

struct Once(Json);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Once, D::Error> {
        from.deserialize_any(Any).map(Once)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<Json, E> {
        Ok(Json::Number(n.into()))
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Json, E> {
        Ok(Json::Number(n.into()))
    }

    fn visit_f64<E: Error>(self, n: f64) -> Result<Json, E> {
        Ok(Number::from_f64(n).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Json, E> {
        Ok(Json::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(Once(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Json::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(key));
            }
            let Once(value) = entries.next_value()?;
            map.insert(key, value);
        }
        Ok(Json::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::{NotTaken, read};

    #[test]
    fn what_stands_once_reads_as_ever() {
        for text in [
            r#"{"a": [1, -2, 2.5, 1e3, "x", null, true, {"b": {}}], "c": 18446744073709551615}"#,
            "[]",
            "7",
        ] {
            let plain: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(read(text).unwrap(), plain);
        }
        assert!(matches!(read("{"), Err(NotTaken::Broken(_))));
        assert!(matches!(read("{} x"), Err(NotTaken::Broken(_))));
    }

    #[test]
    fn what_stands_twice_is_named() {
        for text in [
            r#"{"户": {}, "户": {}}"#,
            r#"{"成员": [{"户": 1, "户": 1}]}"#,
        ] {
            assert!(matches!(read(text), Err(NotTaken::Twice(key, _)) if key == "户"));
        }
    }
}
