//! Words of enumerations as they stand in answers.

use serde::Serialize;

/// The word that an enumeration serialises as.
pub(crate) fn word<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
