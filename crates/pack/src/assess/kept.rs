//! Assessments that are kept, and computed again.

use super::{Assess, Shelf};
use crate::pack::Pack;
use serde_json::{Value as Json, json};

/// What a kept assessment came to when it was computed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replayed {
    /// The same bytes.
    Same,
    /// Other bytes, although pack and meaning are those of then.
    Differs,
    /// Kept under another pack, which has to be given to replay it: its digest.
    OtherPack(String),
    /// No kept assessment.
    Unreadable,
}

impl Assess {
    /// A line with its answer, the identity of the pack and the version of the
    /// engine's meaning, as one line.
    pub fn keep(&self, shelf: &Shelf, line: &str) -> String {
        let mut answer = String::new();
        self.lines(shelf, [line.as_bytes()], |a| answer = a);
        json!({
            "引擎": formula::MEANING,
            "政策包": self.pack.digest(),
            "地方": self.place.as_str(),
            "日期": self.on.to_string(),
            "项目": self.programmes,
            "过程": self.explain,
            "户": line,
            "答复": answer,
        })
        .to_string()
    }
}

/// Computes a kept assessment again.
pub fn replay(pack: &Pack, kept: &str) -> Replayed {
    let Ok(kept) = serde_json::from_str::<Json>(kept) else {
        return Replayed::Unreadable;
    };
    let text = |key: &str| kept[key].as_str().unwrap_or_default();
    if !text("政策包").is_empty() && text("政策包") != pack.digest() {
        return Replayed::OtherPack(text("政策包").to_owned());
    }
    let (Ok(place), Ok(on)) = (text("地方").parse(), text("日期").parse()) else {
        return Replayed::Unreadable;
    };
    let keys = kept["项目"].as_array().into_iter().flatten();
    let work = Assess {
        pack: pack.clone(),
        place,
        on,
        programmes: keys.filter_map(|k| Some(k.as_str()?.to_owned())).collect(),
        explain: kept["过程"] == Json::Bool(true),
    };
    let mut answer = String::new();
    work.lines(&Shelf::default(), [text("户").as_bytes()], |a| answer = a);
    if answer == text("答复") {
        Replayed::Same
    } else {
        Replayed::Differs
    }
}
