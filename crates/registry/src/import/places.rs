//! Areas by code or by name.

use std::collections::{BTreeMap, HashMap};

use directory::DivisionBook;
use kernel::{Bilingual, DivisionCode, DivisionLevel};
use platform::Scope;

use super::convert::{Words, tidy};

/// Areas of the scope by code and by name.
pub(crate) struct Places {
    codes: BTreeMap<String, String>,
    townships: HashMap<String, Vec<DivisionCode>>,
    villages: HashMap<(DivisionCode, String), Vec<DivisionCode>>,
    scope: Scope,
}

/// What the cells say about the place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Said {
    pub code: String,
    pub township: String,
    pub village: String,
}

const TOWNSHIP_ENDS: [&str; 7] = [
    "人民政府",
    "街道办事处",
    "办事处",
    "街道",
    "镇",
    "民族乡",
    "乡",
];
const VILLAGE_ENDS: [&str; 8] = [
    "村民委员会",
    "社区居民委员会",
    "居民委员会",
    "村委会",
    "居委会",
    "社区",
    "村",
    "委会",
];

fn stem(name: &str, ends: &[&str]) -> String {
    let name = tidy(name);
    for end in ends {
        if let Some(rest) = name.strip_suffix(end)
            && !rest.is_empty()
        {
            return rest.to_owned();
        }
    }
    name
}

impl Places {
    pub fn new(book: &DivisionBook, scope: Scope) -> Self {
        let mut places = Self {
            codes: BTreeMap::new(),
            townships: HashMap::new(),
            villages: HashMap::new(),
            scope,
        };
        for area in book.iter() {
            let Ok(code) = DivisionCode::parse(&area.code) else {
                continue;
            };
            places.codes.insert(area.code.clone(), area.name.clone());
            match code.level() {
                DivisionLevel::Township => {
                    places
                        .townships
                        .entry(stem(&area.name, &TOWNSHIP_ENDS))
                        .or_default()
                        .push(code);
                }
                DivisionLevel::Village => {
                    let Some(township) = code.at(DivisionLevel::Township) else {
                        continue;
                    };
                    let key = (township, stem(&area.name, &VILLAGE_ENDS));
                    places.villages.entry(key).or_default().push(code);
                }
                _ => {}
            }
        }
        places
    }

    /// The area that the cells name, within the scope.
    ///
    /// # Errors
    /// An area that nobody knows, that two areas could be, or that lies outside the scope;
    /// the two are not told apart from unknown ones by more than the word scope.
    pub fn find(&self, said: &Said) -> Result<Option<DivisionCode>, Words> {
        let found = self.known(said)?;
        match found {
            Some(code) if !self.scope.contains(&code) => Err((
                "不在您的管辖范围内".to_owned(),
                "This place lies outside your area.".to_owned(),
            )),
            found => Ok(found),
        }
    }

    fn known(&self, said: &Said) -> Result<Option<DivisionCode>, Words> {
        if !said.code.is_empty() {
            let code = DivisionCode::parse(&said.code).map_err(|e| (e.zh(), e.en()))?;
            if !self.codes.contains_key(code.as_str()) {
                return Err((
                    "区划代码不在区划表中".to_owned(),
                    "The division code is not in the table of divisions.".to_owned(),
                ));
            }
            if code.level() == DivisionLevel::Village || said.village.is_empty() {
                return Ok(Some(code));
            }
            return self.village(code, &said.village).map(Some);
        }
        if said.township.is_empty() && said.village.is_empty() {
            return Ok(None);
        }
        if said.township.is_empty() {
            return Err(("缺少乡镇".to_owned(), "The township is missing.".to_owned()));
        }
        let township = match self
            .townships
            .get(&stem(&said.township, &TOWNSHIP_ENDS))
            .map(Vec::as_slice)
        {
            Some([one]) => *one,
            Some(many) => {
                // The same name in two counties: the village may tell them apart.
                let mut hits = many
                    .iter()
                    .filter(|t| self.village(**t, &said.village).is_ok());
                match (hits.next(), hits.next()) {
                    (Some(one), None) => *one,
                    _ => {
                        return Err((
                            "有多个同名乡镇，请填写区划代码".to_owned(),
                            "Several townships have this name; give the division code.".to_owned(),
                        ));
                    }
                }
            }
            None => {
                return Err((
                    "没有这个乡镇，请核对名称".to_owned(),
                    "There is no such township; check the name.".to_owned(),
                ));
            }
        };
        if said.village.is_empty() {
            return Ok(Some(township));
        }
        self.village(township, &said.village).map(Some)
    }

    fn village(&self, township: DivisionCode, name: &str) -> Result<DivisionCode, Words> {
        match self
            .villages
            .get(&(township, stem(name, &VILLAGE_ENDS)))
            .map(Vec::as_slice)
        {
            Some([one]) => Ok(*one),
            Some(many) => {
                let exact: Vec<&DivisionCode> = many
                    .iter()
                    .filter(|c| {
                        self.codes
                            .get(c.as_str())
                            .is_some_and(|n| tidy(n) == tidy(name))
                    })
                    .collect();
                match exact.as_slice() {
                    [one] => Ok(**one),
                    _ => Err((
                        "该乡镇有多个同名的村，请填写区划代码".to_owned(),
                        "Several villages of the township have this name; give the division code."
                            .to_owned(),
                    )),
                }
            }
            None => Err((
                "该乡镇没有这个村（社区），请核对名称".to_owned(),
                "The township has no such village; check the name.".to_owned(),
            )),
        }
    }
}
