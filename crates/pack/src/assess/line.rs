//! A line as a household.

use super::checks::{self, members};
use super::strict::{self, NotTaken};
use super::{Assess, Found, Shelf};
use crate::rules::Rules;
use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use serde_json::{Map, Value as Json, json};

/// A household that was read.
pub(super) struct Line {
    pub number: Json,
    pub rules: Rules,
    pub household: Map<String, Json>,
    pub members: Vec<Map<String, Json>>,
    pub supporters: Option<Vec<Map<String, Json>>>,
    pub award: Map<String, Json>,
}

/// Why a line has no result.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refused {
    pub number: Json,
    pub code: &'static str,
    pub zh: String,
    pub en: String,
    /// The field at fault: `成员1.残疾等级`.
    pub place: Option<String>,
}

impl Refused {
    pub fn new(
        number: &Json,
        code: &'static str,
        place: impl Into<Option<&'static str>>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Box<Refused> {
        Box::new(Refused {
            number: number.clone(),
            code,
            zh: zh.into(),
            en: en.into(),
            place: place.into().map(str::to_owned),
        })
    }

    pub fn json(&self) -> String {
        let mut fault = Map::new();
        fault.insert("code".to_owned(), json!(self.code));
        let message = format!("{} / {}", self.zh, self.en);
        fault.insert("message".to_owned(), Json::String(message));
        if let Some(place) = &self.place {
            fault.insert("位置".to_owned(), json!(place));
        }
        json!({"编号": self.number, "错误": fault}).to_string()
    }
}

const KEYS: &[&str] = &[
    "编号",
    "受理日期",
    "发放月份",
    "户",
    "成员",
    "赡养人",
    "待遇",
];

impl Assess {
    pub(super) fn read(&self, shelf: &Shelf, bytes: &[u8]) -> Result<Line, Box<Refused>> {
        let none = Json::Null;
        let text = std::str::from_utf8(bytes).map_err(|_| {
            Refused::new(
                &none,
                "assess.line.encoding",
                None,
                "这一行不是 UTF-8 文字",
                "the line is not UTF-8",
            )
        })?;
        let mut object: Map<String, Json> = match strict::read(text) {
            Ok(Json::Object(object)) => object,
            Ok(_) => {
                return Err(Refused::new(
                    &none,
                    "assess.line.shape",
                    None,
                    "一行应是一个对象 {…}",
                    "a line is one object {…}",
                ));
            }
            Err(NotTaken::Twice(key, column)) => {
                let key = short(&key);
                return Err(Refused::new(
                    &none,
                    "assess.line.twice",
                    None,
                    format!("“{key}”在同一对象中写了两次（第 {column} 列）"),
                    format!("“{key}” stands twice in one object (column {column})"),
                ));
            }
            Err(NotTaken::Broken(column)) => {
                return Err(Refused::new(
                    &none,
                    "assess.line.json",
                    None,
                    format!("这一行不是 JSON（第 {column} 列）"),
                    format!("the line is no JSON (column {column})"),
                ));
            }
        };
        let number = object.get("编号").cloned().unwrap_or(Json::Null);
        if number.is_f64() {
            // It was not read exactly and could not be given back as it was.
            return Err(Refused::new(
                &none,
                "assess.line.number",
                "编号",
                "编号是小数或位数太多的数，请加引号写成文字",
                "the number of the household is a fraction or too long: write it in quotes",
            ));
        }
        if let Some(odd) = object.keys().find(|k| !KEYS.contains(&k.as_str())) {
            return Err(Refused::new(
                &number,
                "assess.line.key",
                None,
                format!("不认识的键“{}”，可写：{}", short(odd), KEYS.join("、")),
                format!("unknown key “{}”; one of: {}", short(odd), KEYS.join(", ")),
            ));
        }
        let accepted = self.accepted(&object, &number)?;
        let month = self.month(&object, &number)?;
        let household = map(object.remove("户"), "户", &number)?;
        let members = members(object.remove("成员"), &number)?;
        let supporters = match object.remove("赡养人") {
            None | Some(Json::Null) => None,
            Some(list) => Some(checks::list(list, "赡养人", &number)?),
        };
        let award = map(object.remove("待遇"), "待遇", &number)?;
        let place = self.division(&household, &number)?;
        let rules = match self.rules(shelf, place, accepted, month) {
            Found::Rules(rules) => rules,
            Found::NoPlace => {
                return Err(Refused::new(
                    &number,
                    "assess.place.none",
                    "户.区划",
                    "政策包没有这个地方的规定",
                    "the packs have no rules for this place",
                ));
            }
            Found::TooEarly => {
                return Err(Refused::new(
                    &number,
                    "assess.rules.none",
                    "受理日期",
                    format!("{accepted} 早于政策包最早的规定"),
                    format!("{accepted} is before the first rules of the packs"),
                ));
            }
        };
        Ok(Line {
            rules,
            number,
            household,
            members,
            supporters,
            award,
        })
    }

    fn accepted(
        &self,
        object: &Map<String, Json>,
        number: &Json,
    ) -> Result<NaiveDate, Box<Refused>> {
        let given = match object.get("受理日期") {
            None | Some(Json::Null) => return Ok(self.on),
            Some(given) => given.as_str(),
        };
        let date = given
            .filter(|t| t.len() == 10)
            .and_then(|t| NaiveDate::parse_from_str(t, "%Y-%m-%d").ok());
        date.ok_or_else(|| {
            Refused::new(
                number,
                "assess.date.invalid",
                "受理日期",
                "受理日期写成 2022-10-08 的样式",
                "write the date as 2022-10-08",
            )
        })
    }

    fn month(&self, object: &Map<String, Json>, number: &Json) -> Result<Month, Box<Refused>> {
        let given = match object.get("发放月份") {
            None | Some(Json::Null) => return Ok(Month::of(self.on)),
            Some(given) => given.as_str(),
        };
        given.and_then(|t| Month::parse(t).ok()).ok_or_else(|| {
            Refused::new(
                number,
                "assess.date.invalid",
                "发放月份",
                "发放月份写成 2022-10 的样式",
                "write the month as 2022-10",
            )
        })
    }

    /// The household's own division, where it lies in the place asked for.
    fn division(
        &self,
        household: &Map<String, Json>,
        number: &Json,
    ) -> Result<DivisionCode, Box<Refused>> {
        let given = match household.get("区划") {
            None | Some(Json::Null) => return Ok(self.place),
            Some(Json::String(text)) => text.parse().ok(),
            Some(Json::Number(n)) => n.to_string().parse().ok(),
            Some(_) => None,
        };
        let Some(division) = given else {
            return Err(Refused::new(
                number,
                "assess.fact.invalid",
                "户.区划",
                "不是 6、9 或 12 位区划代码",
                "no division code of 6, 9 or 12 digits",
            ));
        };
        if self.place.contains(&division) || division.contains(&self.place) {
            return Ok(if self.place.contains(&division) {
                division
            } else {
                self.place
            });
        }
        Err(Refused::new(
            number,
            "assess.place.outside",
            "户.区划",
            "这一户不在所选的地方之内",
            "the household lies outside the place asked for",
        ))
    }
}

/// At most so much of what was given is repeated.
fn short(text: &str) -> String {
    text.chars().take(20).collect()
}

fn map(
    json: Option<Json>,
    place: &'static str,
    number: &Json,
) -> Result<Map<String, Json>, Box<Refused>> {
    match json {
        None | Some(Json::Null) => Ok(Map::new()),
        Some(Json::Object(map)) => Ok(map),
        Some(_) => Err(Refused::new(
            number,
            "assess.line.shape",
            place,
            format!("“{place}”应是对象 {{…}}"),
            format!("“{place}” is an object {{…}}"),
        )),
    }
}
