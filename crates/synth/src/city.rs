//! A synthetic city for a run of supervision, with the files that other departments bring.
//!
//! Huangshi printed of 2017: 397,197 source records, 12,957 households and 28,204 persons
//! checked, results for 2157 households and 7389 persons, 7667 clues, of which 1116 were so. The
//! persons found are more for each household (3.43) than those checked (2.18), because what is
//! found is mostly of the household: a car, a second dwelling, a business. So every household
//! with a result has such a finding, and its 人 are all its members. Findings of single members
//! make up the rest. Nothing of this is told to whoever compares: it follows from the rows.

use std::path::Path;

use chrono::{Days, NaiveDate};
use kernel::{DivisionCode, IdNumber};

use crate::books::{BookError, Encoding, Family, Places, Sink, WrittenFile};
use crate::books::{
    account_cells, dibao_household, dibao_households, dibao_members, dibao_persons,
};
use crate::dice::{Dice, partition};
use crate::model::Area;
use crate::scaled::{FamilyRecord, Order, families_of};

/// What the records of a city must add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CityFigures {
    /// Rows that the departments bring.
    pub records: usize,
    /// Households and persons in benefit.
    pub households: usize,
    /// Persons in benefit households.
    pub persons: usize,
    /// Households about which something is found.
    pub found_households: usize,
    /// Their members.
    pub found_persons: usize,
    /// Findings.
    pub clues: usize,
    /// Findings that are so.
    pub yes: usize,
}

/// Huangshi's run of 2017 (F-040, F-041).
const HUANGSHI: CityFigures = CityFigures {
    records: 397_197,
    households: 12_957,
    persons: 28_204,
    found_households: 2157,
    found_persons: 7389,
    clues: 7667,
    yes: 1116,
};

/// The same at the size of a village, for tests.
const SMALL: CityFigures = CityFigures {
    records: 1987,
    households: 65,
    persons: 141,
    found_households: 11,
    found_persons: 37,
    clues: 38,
    yes: 6,
};

/// A finding that the rows make, and whether it is so when somebody looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Number of the member, or of the head where it is about the household.
    pub id_number: String,
    /// Key of the check.
    pub check: &'static str,
    /// Whether it is so.
    pub so: bool,
}

/// A file that a department brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Key of the source in the pack.
    pub source: &'static str,
    /// Its name in the folder.
    pub name: String,
    /// Rows below the titles.
    pub rows: usize,
}

/// A synthetic city.
#[derive(Debug, Clone)]
pub struct City {
    /// What its records add up to.
    pub figures: CityFigures,
    /// City, counties, townships, villages. Names of townships and villages are made up.
    pub areas: Vec<Area>,
    /// The findings that the rows make.
    pub planned: Vec<Planned>,
    families: Vec<FamilyRecord>,
    rows: Vec<Table>,
}

/// A table of a department: titles and rows.
#[derive(Debug, Clone)]
struct Table {
    source: &'static str,
    titles: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

/// Source, titles, and the share of filling rows in a hundred.
const TABLES: [(&str, &[&str], usize); 11] = [
    (
        "real_estate",
        &["权利人", "证件号码", "用途", "面积", "登记时间"],
        34,
    ),
    (
        "vehicle",
        &[
            "机动车所有人",
            "证件号码",
            "号牌号码",
            "车辆类型",
            "品牌型号",
            "初次登记日期",
        ],
        20,
    ),
    (
        "company",
        &[
            "姓名",
            "证件号码",
            "主体名称",
            "主体类型",
            "职务",
            "登记状态",
        ],
        8,
    ),
    (
        "social_insurance",
        &["姓名", "证件号码", "险种", "单位名称", "缴费基数"],
        24,
    ),
    (
        "housing_fund",
        &["姓名", "证件号码", "单位名称", "月缴存额"],
        5,
    ),
    (
        "public_payroll",
        &["姓名", "证件号码", "单位名称", "人员类别"],
        4,
    ),
    (
        "staff_relative",
        &["近亲属姓名", "证件号码", "经办人员", "关系", "单位职务"],
        1,
    ),
    ("death", &["姓名", "证件号码", "死亡日期", "登记单位"], 2),
    ("cremation", &["姓名", "证件号码", "火化日期", "殡仪馆"], 1),
    ("prison", &["姓名", "证件号码", "入监日期"], 1),
    (
        "other_benefit",
        &["姓名", "证件号码", "待遇项目", "发放地"],
        0,
    ),
];

/// Checks of single members: source, check, share of those findings in a hundred, and whether
/// it needs an adult.
const OF_PERSONS: [(&str, &str, usize); 8] = [
    ("social_insurance", "insured_employment", 48),
    ("housing_fund", "housing_fund", 18),
    ("other_benefit", "duplicate_benefit", 14),
    ("public_payroll", "public_payroll", 6),
    ("staff_relative", "staff_relative", 5),
    ("death", "dead_in_benefit", 6),
    ("cremation", "cremated_in_benefit", 2),
    ("prison", "in_prison", 1),
];

/// Counties of the city by code and name, and how many townships each has: 45 in all (F-045).
const COUNTIES: [(&str, &str, usize); 6] = [
    ("420202", "黄石港区", 4),
    ("420203", "西塞山区", 6),
    ("420204", "下陆区", 4),
    ("420205", "铁山区", 2),
    ("420222", "阳新县", 16),
    ("420281", "大冶市", 13),
];

impl City {
    /// A city whose run gives the figures that Huangshi printed.
    pub fn huangshi(seed: u64) -> City {
        City::of(HUANGSHI, seed)
    }

    /// The same kinds of records at the size of a village.
    pub fn small(seed: u64) -> City {
        City::of(SMALL, seed)
    }

    fn of(figures: CityFigures, seed: u64) -> City {
        let areas = areas();
        let mut dice = Dice::new(seed, 7);
        let mut sizes: Vec<(usize, bool)> = Vec::new();
        let found = (figures.found_households, figures.found_persons);
        let others = (figures.households - found.0, figures.persons - found.1);
        for ((count, total), hit, most) in [(found, true, 7), (others, false, 5)] {
            let parts = partition(&mut dice, count, total, 1, most);
            sizes.extend(parts.into_iter().map(|size| (size, hit)));
        }
        dice.shuffle(&mut sizes);
        let order = Order {
            sizes: sizes.iter().map(|(size, _)| *size).collect(),
            areas: areas.clone(),
            prefix: "42020011",
        };
        let families: Vec<FamilyRecord> = families_of(order, seed).collect();
        let hit: Vec<&FamilyRecord> = families
            .iter()
            .zip(&sizes)
            .filter(|(_, (_, hit))| *hit)
            .map(|(family, _)| family)
            .collect();
        let mut made = Made::new();
        made.households(&hit, figures, &mut dice);
        made.members(&hit, figures.clues, &mut dice);
        made.fill(&families, figures.records, &mut dice);
        // Which of them are so is found out by looking, and follows no rule.
        let mut so: Vec<bool> = (0..made.planned.len()).map(|n| n < figures.yes).collect();
        dice.shuffle(&mut so);
        for (planned, so) in made.planned.iter_mut().zip(so) {
            planned.so = so;
        }
        City {
            figures,
            areas,
            planned: made.planned,
            families,
            rows: made.tables,
        }
    }

    /// Writes the roster of the city as the pair of tables of a provincial export.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub fn write_roster(&self, dir: &Path) -> Result<Vec<WrittenFile>, BookError> {
        std::fs::create_dir_all(dir)?;
        let places = Places::new(&self.areas);
        let names = ["农村低保家庭查询.csv", "农村低保人员查询.csv"];
        let mut households = Sink::csv(&dir.join(names[0]), Encoding::Utf8, &dibao_households())?;
        let mut persons = Sink::csv(&dir.join(names[1]), Encoding::Utf8, &dibao_persons())?;
        let mut rows = [0, 0];
        for record in &self.families {
            let family = Family {
                places: &places,
                household: &record.household,
                people: &record.people,
            };
            let account = account_cells(family.member(record.entry.payee), Some(&record.account));
            rows[0] += 1;
            households.row(&dibao_household(&family, rows[0], &record.entry, account))?;
            for row in dibao_members(&family, rows[1] + 1, &record.entry) {
                persons.row(&row)?;
                rows[1] += 1;
            }
        }
        households.finish()?;
        persons.finish()?;
        let keys: [&'static [&'static str]; 2] = [&["households"], &["persons"]];
        let file = |at: usize| WrittenFile {
            name: names[at].to_owned(),
            import: "provincial_rural_dibao",
            keys: keys[at],
            rows: rows[at],
        };
        Ok(vec![file(0), file(1)])
    }

    /// Writes what the departments bring, one .csv for each source.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub fn write_sources(&self, dir: &Path) -> Result<Vec<SourceFile>, BookError> {
        std::fs::create_dir_all(dir)?;
        let mut files = Vec::new();
        for table in &self.rows {
            let name = format!("{}.csv", table.source);
            let mut sink = Sink::csv(&dir.join(&name), Encoding::Utf8Bom, table.titles)?;
            for row in &table.rows {
                let cells: Vec<_> = row.iter().map(|cell| cell.as_str().into()).collect();
                sink.row(&cells)?;
            }
            sink.finish()?;
            files.push(SourceFile {
                source: table.source,
                name,
                rows: table.rows.len(),
            });
        }
        Ok(files)
    }
}

fn areas() -> Vec<Area> {
    let mut areas = Vec::new();
    let mut add = |code: String, name: String| {
        areas.push(Area {
            code: DivisionCode::parse(&code).expect("the codes are made here, twelve digits"),
            name,
        });
    };
    add("420200000000".into(), "黄石市".into());
    for (county, name, townships) in COUNTIES {
        add(format!("{county}000000"), name.into());
        for township in 1..=townships {
            add(
                format!("{county}{:03}000", 100 + township),
                format!("{name}虚构{township}镇"),
            );
            for village in 1..=4 {
                let code = format!("{county}{:03}{:03}", 100 + township, 200 + village);
                add(code, format!("{township}镇{village}村民委员会"));
            }
        }
    }
    areas.sort_by_key(|area| area.code);
    areas
}

/// Tables and findings in the making.
struct Made {
    tables: Vec<Table>,
    planned: Vec<Planned>,
    stranger: u64,
}

impl Made {
    fn new() -> Made {
        Made {
            tables: TABLES
                .iter()
                .map(|(source, titles, _)| Table {
                    source,
                    titles,
                    rows: Vec::new(),
                })
                .collect(),
            planned: Vec::new(),
            stranger: 0,
        }
    }

    fn plan(&mut self, id_number: &str, check: &'static str) {
        self.planned.push(Planned {
            id_number: id_number.to_owned(),
            check,
            so: false,
        });
    }

    fn put(&mut self, source: &str, person: (&str, &str), strong: bool, dice: &mut Dice) {
        let row = row(source, person, strong, dice);
        if let Some(table) = self.tables.iter_mut().find(|t| t.source == source) {
            table.rows.push(row);
        }
    }

    /// Every household has a finding of its own; every fifth has two.
    fn households(&mut self, hit: &[&FamilyRecord], figures: CityFigures, dice: &mut Dice) {
        let more = (figures.clues - hit.len()) / 10;
        for (n, family) in hit.iter().enumerate() {
            let kinds: &[usize] = if n < more { &[0, 1] } else { &[0] };
            let first = n % 3;
            for kind in kinds.iter().map(|k| (first + k) % 3) {
                let head = &family.people[0];
                let holder = &family.people[dice.below(family.people.len())];
                let person = (holder.name.as_str(), holder.id_number.as_str());
                match kind {
                    0 => {
                        self.put("vehicle", person, true, dice);
                        self.plan(head.id_number.as_str(), "vehicle");
                    }
                    1 => {
                        self.put("real_estate", person, true, dice);
                        self.put("real_estate", person, true, dice);
                        self.plan(head.id_number.as_str(), "several_dwellings");
                    }
                    _ => {
                        self.put("company", person, true, dice);
                        self.plan(head.id_number.as_str(), "business");
                    }
                }
            }
        }
    }

    /// Findings of single members, until all clues are there; each member once for each check.
    fn members(&mut self, hit: &[&FamilyRecord], clues: usize, dice: &mut Dice) {
        let mut left = clues - self.planned.len();
        let wanted = left;
        let mut people: Vec<(&str, &str)> = hit
            .iter()
            .flat_map(|family| &family.people)
            .map(|person| (person.name.as_str(), person.id_number.as_str()))
            .collect();
        dice.shuffle(&mut people);
        for (nth, (source, check, share)) in OF_PERSONS.iter().enumerate() {
            let last = nth + 1 == OF_PERSONS.len();
            let count = if last {
                left
            } else {
                (wanted * share / 100).min(left)
            };
            for n in 0..count {
                let person = people[(n + nth * 7) % people.len()];
                self.put(source, person, true, dice);
                self.plan(person.1, check);
            }
            left -= count;
        }
    }

    /// Rows that say nothing: of strangers, and of families in what the rules allow.
    fn fill(&mut self, families: &[FamilyRecord], records: usize, dice: &mut Dice) {
        let there: usize = self.tables.iter().map(|table| table.rows.len()).sum();
        let left = records - there;
        // One dwelling and wages below the line make no finding of anybody.
        let allowed = (left / 40).min(families.len());
        for family in &families[..allowed] {
            let head = &family.people[0];
            let person = (head.name.as_str(), head.id_number.as_str());
            self.put("social_insurance", person, false, dice);
        }
        let left = left - allowed;
        let mut given = 0;
        for (at, (source, _, share)) in TABLES.iter().enumerate() {
            let last = at + 1 == TABLES.len();
            let count = if last {
                left - given
            } else {
                left * share / 100
            };
            given += count;
            for _ in 0..count {
                let number = self.stranger();
                self.put(source, ("外地人", &number), true, dice);
            }
        }
    }

    /// The number of somebody who lives elsewhere.
    fn stranger(&mut self) -> String {
        let n = self.stranger;
        self.stranger += 1;
        let start = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap_or_default();
        let birth = start + Days::new(n % 18_000);
        let serial = (n / 18_000 % 999 + 1) as u16;
        let number = IdNumber::compose("110105", birth, serial);
        number.map_or_else(|_| String::new(), |number| number.as_str().to_owned())
    }
}

/// A row of a department about somebody; a weak one says what the rules allow.
fn row(source: &str, (name, number): (&str, &str), strong: bool, dice: &mut Dice) -> Vec<String> {
    let day = format!(
        "{}-{:02}-{:02}",
        dice.between(2012, 2020),
        dice.between(1, 12),
        dice.between(1, 28)
    );
    let more: Vec<String> = match source {
        "real_estate" => vec!["住宅".into(), format!("{}", dice.between(60, 140)), day],
        "vehicle" => vec![
            format!("鄂B{:05}", dice.between(0, 99_999)),
            "小型轿车".into(),
            dice.pick(&["某牌A型", "某牌B型", "某牌C型"]).into(),
            day,
        ],
        "company" => vec![
            format!("黄石虚构{}商行", dice.between(1, 9999)),
            "个体工商户".into(),
            "经营者".into(),
            "存续".into(),
        ],
        "social_insurance" => {
            let base = if strong {
                dice.between(3500, 9000)
            } else {
                dice.between(1800, 2900)
            };
            vec!["企业职工养老".into(), "虚构公司".into(), base.to_string()]
        }
        "housing_fund" => vec!["虚构公司".into(), dice.between(200, 1500).to_string()],
        "public_payroll" => vec!["虚构单位".into(), "事业编制".into()],
        "staff_relative" => vec!["虚构经办".into(), "父母".into(), "镇民政办".into()],
        "death" => vec![day, "派出所".into()],
        "cremation" => vec![day, "市殡仪馆".into()],
        "prison" => vec![day],
        _ => vec!["城市低保".into(), "外县".into()],
    };
    let mut row = vec![name.to_owned(), number.to_owned()];
    row.extend(more);
    row
}
