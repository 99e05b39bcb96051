//! People, places, facts and acts of the walks.

use super::PAPERS;
use super::reference::Reference;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use flow::{Act, Capacity, Delegation, Facts, Grant, Opening, Party, Procedure};
use kernel::DivisionCode;
use serde_json::{Map, Value as Json, json};

/// A small generator, the same for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def0)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn of<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }
}

pub enum Person {
    System,
    Party,
    Officer(Vec<Grant>),
}

pub struct World {
    pub village: DivisionCode,
    pub other: DivisionCode,
    pub delegations: Vec<Delegation>,
    pub people: Vec<(String, Person)>,
    pub from: NaiveDate,
}

pub const MEMBERS: [&str; 2] = ["p-applicant", "p-wife"];

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

impl World {
    pub fn new(delegated: bool, from: NaiveDate) -> World {
        let mut people: Vec<(String, Person)> = Vec::new();
        let mut add = |name: &str, role: &str, division: &str, to: Option<NaiveDate>| {
            let grant = Grant {
                role: role.into(),
                division: code(division),
                from,
                to,
            };
            people.push((name.into(), Person::Officer(vec![grant])));
        };
        for n in 1..=2 {
            add(&format!("county-clerk-{n}"), "county_clerk", "620521", None);
            add(
                &format!("county-reviewer-{n}"),
                "county_reviewer",
                "620521",
                None,
            );
            add(&format!("clerk-{n}"), "township_clerk", "620521100", None);
            add(
                &format!("village-{n}"),
                "village_worker",
                "620521100201",
                None,
            );
        }
        for n in 1..=3 {
            add(
                &format!("reviewer-{n}"),
                "township_reviewer",
                "620521100",
                None,
            );
        }
        add("leader", "county_leader", "620521", None);
        add("far-clerk", "township_clerk", "620521101", None);
        add("far-reviewer", "township_reviewer", "620521101", None);
        add("foreign-reviewer", "county_reviewer", "420222", None);
        // A township's role given over the county is not the county's duty.
        add("odd-level", "county_reviewer", "620521100", None);
        let gone = from.checked_add_days(chrono::Days::new(9));
        add("gone-clerk", "township_clerk", "620521100", gone);
        people.push(("system".into(), Person::System));
        people.push((MEMBERS[0].into(), Person::Party));
        people.push(("stranger".into(), Person::Party));
        let delegations = if delegated {
            let half = from.checked_add_days(chrono::Days::new(40));
            ["dibao", "temporary_relief"]
                .into_iter()
                .map(|programme| Delegation {
                    programme: programme.into(),
                    division: code("620521100"),
                    from,
                    to: half,
                    document: "清水县委托文件（虚构）".into(),
                })
                .collect()
        } else {
            Vec::new()
        };
        World {
            village: code("620521100201"),
            other: code("620521101202"),
            delegations,
            people,
            from,
        }
    }

    pub fn opening(&self, procedure: &Procedure) -> Opening {
        let party = |person: &str, capacity| Party {
            person: person.into(),
            capacity,
        };
        Opening {
            procedure: procedure.key.clone(),
            rules: procedure.rules.clone(),
            division: self.village,
            other: Some(self.other),
            parties: vec![
                party(MEMBERS[0], Capacity::Applicant),
                party(MEMBERS[1], Capacity::Member),
                party("p-son", Capacity::Supporter),
            ],
        }
    }

    pub fn start(&self, dice: &mut Dice) -> DateTime<Utc> {
        self.from.and_hms_opt(1, 0, 0).unwrap().and_utc() + Duration::hours(dice.below(48) as i64)
    }

    pub fn somebody(&self, dice: &mut Dice) -> &(String, Person) {
        dice.of(&self.people)
    }

    /// Every fact is said, so that the reference needs no word for unknown.
    pub fn facts(&self, dice: &mut Dice) -> Facts {
        let mut facts = Map::new();
        let amount = |dice: &mut Dice| json!(format!("{}.00", [0, 300, 700, 5000][dice.below(4)]));
        for name in [
            "近亲属备案",
            "近亲属比对",
            "有投诉举报",
            "抽查中选",
            "边缘家庭认定",
            "同一事由已救助",
            "新情况",
            "已认定低收入家庭",
            "情况急迫",
            "仍有其他保障对象",
            "新户主同意",
        ] {
            facts.insert(name.into(), json!(dice.one_in(2)));
        }
        // Most reports come in and few are objected to, else no walk gets beyond the review.
        for name in ["核对已提请", "核对报告已出具"] {
            facts.insert(name.into(), json!(!dice.one_in(5)));
        }
        facts.insert("核对异议待复查".into(), json!(dice.one_in(8)));
        for name in [
            "拟救助金额",
            "近期同一事由救助金额",
            "本年临时救助金额",
            "拟确认月金额",
            "确认月金额",
        ] {
            let amount = amount(dice);
            facts.insert(name.into(), amount);
        }
        for (name, values) in CODES {
            facts.insert((*name).into(), json!(dice.of(values)));
        }
        facts.insert("渐退月数".into(), json!(dice.below(9)));
        facts.insert("本年临时救助次数".into(), json!(dice.below(4)));
        facts.insert("拟保障人数".into(), json!(1 + dice.below(3)));
        facts.insert("确认人数".into(), json!(1 + dice.below(3)));
        for name in ["死亡日期", "生效月份首日"] {
            let day = self.from + Duration::days(dice.below(60) as i64);
            facts.insert(name.into(), json!(day.to_string()));
        }
        facts
    }

    /// The acts that the open steps want: what is missing first, then every outcome.
    pub fn wanted(
        &self,
        procedure: &Procedure,
        at: &Reference<'_>,
        dice: &mut Dice,
        now: DateTime<Utc>,
    ) -> Vec<Act> {
        let today = now.with_timezone(&kernel::shanghai()).date_naive();
        let open: Vec<&flow::Step> = procedure
            .steps
            .iter()
            .filter(|s| at.open.contains(&s.key))
            .collect();
        if open.is_empty() {
            return Vec::new();
        }
        let step = *dice.of(&open);
        let key = step.key.clone();
        let people = [
            None,
            Some(MEMBERS[0].to_owned()),
            Some(MEMBERS[1].to_owned()),
            Some("p-son".to_owned()),
        ];
        let mut acts = Vec::new();
        for need in step.forms.iter().filter(|n| !at.has_form(&key, &n.form)) {
            acts.extend(people.iter().map(|subject| Act::File {
                step: key.clone(),
                form: need.form.clone(),
                subject: subject.clone(),
                digest: "d".into(),
            }));
        }
        for paper in step
            .papers
            .iter()
            .filter(|p| !at.has_paper(p) || dice.one_in(3))
        {
            acts.extend(people.iter().map(|subject| Act::Paper {
                paper: paper.clone(),
                subject: subject.clone(),
                state: PAPERS[0],
                reason: None,
            }));
        }
        for slot in step
            .signatures
            .iter()
            .filter(|s| at.signatures(&key, &s.key) < s.count as usize)
        {
            acts.extend(people.iter().map(|party| Act::Sign {
                step: key.clone(),
                slot: slot.key.clone(),
                party: party.clone(),
            }));
        }
        if step.publicity.is_some() && !at.posted(&key) {
            acts.push(Act::Post {
                step: key.clone(),
                place: "village".into(),
                on: today,
                proof: Some("photo".into()),
            });
        }
        if at.posted(&key) && dice.one_in(4) {
            acts.push(Act::Object {
                step: key.clone(),
                on: today,
            });
        }
        if acts.is_empty() || dice.one_in(4) {
            for _ in 0..4 {
                let outcome = dice.of(&step.outcomes);
                if outcome.closes && step.outcomes.len() > 1 && !dice.one_in(4) {
                    continue;
                }
                let said = self.facts(dice);
                let facts = outcome
                    .asks
                    .iter()
                    .map(|n| (n.clone(), said[n].clone()))
                    .collect();
                acts.push(Act::Finish {
                    step: key.clone(),
                    outcome: outcome.key.clone(),
                    reason: Some("理由".into()),
                    facts,
                });
            }
        }
        acts
    }

    /// Some act: mostly one that an open step could want, now and then any.
    pub fn act(
        &self,
        procedure: &Procedure,
        at: &Reference<'_>,
        dice: &mut Dice,
        now: DateTime<Utc>,
    ) -> Act {
        let open: Vec<&flow::Step> = procedure
            .steps
            .iter()
            .filter(|s| at.open.contains(&s.key))
            .collect();
        let step = if open.is_empty() || dice.one_in(8) {
            dice.of(&procedure.steps)
        } else {
            *dice.of(&open)
        };
        let today = now.with_timezone(&kernel::shanghai()).date_naive();
        let near = |dice: &mut Dice| {
            today + Duration::days(dice.below(5) as i64 - 3 + i64::from(dice.one_in(3)) * 3)
        };
        let subject = |dice: &mut Dice| {
            [
                None,
                Some(MEMBERS[0].to_owned()),
                Some(MEMBERS[1].to_owned()),
                Some("p-son".to_owned()),
            ][dice.below(4)]
            .clone()
        };
        let key = step.key.clone();
        match dice.below(16) {
            0..=5 => {
                let outcome = dice.of(&step.outcomes);
                let mut facts = Map::new();
                let said = self.facts(dice);
                for name in &outcome.asks {
                    if !dice.one_in(12) {
                        facts.insert(name.clone(), said.get(name).cloned().unwrap_or(Json::Null));
                    }
                }
                if dice.one_in(30) {
                    facts.insert("公示有异议".into(), json!(false));
                }
                if dice.one_in(30)
                    && let Some(name) = outcome.asks.first()
                {
                    facts.insert(name.clone(), json!("胡写"));
                }
                let reason = (!dice.one_in(4)).then(|| "理由".to_owned());
                Act::Finish {
                    step: key,
                    outcome: outcome.key.clone(),
                    reason,
                    facts,
                }
            }
            6..=8 if !step.forms.is_empty() => {
                let form = dice.of(&step.forms).form.clone();
                Act::File {
                    step: key,
                    form,
                    subject: subject(dice),
                    digest: "d".into(),
                }
            }
            9..=10 if !procedure.papers.is_empty() => {
                let paper = match step.papers.first() {
                    Some(_) => dice.of(&step.papers).clone(),
                    None => dice.of(&procedure.papers).key.clone(),
                };
                let reason = dice.one_in(2).then(|| "遗失".to_owned());
                Act::Paper {
                    paper,
                    subject: subject(dice),
                    state: *dice.of(&PAPERS),
                    reason,
                }
            }
            11..=12 if !step.signatures.is_empty() => {
                let slot = dice.of(&step.signatures).key.clone();
                Act::Sign {
                    step: key,
                    slot,
                    party: subject(dice),
                }
            }
            11..=13 if step.publicity.is_some() => match dice.below(7) {
                0..=3 => Act::Post {
                    step: key,
                    place: if dice.one_in(8) {
                        "county".into()
                    } else {
                        "village".into()
                    },
                    on: near(dice),
                    proof: (!dice.one_in(6)).then(|| "photo".to_owned()),
                },
                4 => Act::Object {
                    step: key,
                    on: near(dice),
                },
                _ => Act::TakeDown {
                    step: key,
                    on: near(dice),
                },
            },
            14 if !procedure.extensions.is_empty() => Act::Extend {
                reason: dice.of(&procedure.extensions).key.clone(),
            },
            15 if !procedure.anywhere.is_empty() && dice.one_in(6) => Act::Leave {
                way: dice.of(&procedure.anywhere).key.clone(),
                reason: if dice.one_in(3) {
                    String::new()
                } else {
                    "理由".into()
                },
            },
            15 if dice.one_in(6) => Act::HandOver {
                step: key,
                to: dice.of(&self.people).0.clone(),
            },
            _ => {
                let outcome = dice.of(&step.outcomes).key.clone();
                let mut facts = Map::new();
                let said = self.facts(dice);
                for name in &step.outcome(&outcome).unwrap().asks {
                    facts.insert(name.clone(), said.get(name).cloned().unwrap_or(Json::Null));
                }
                Act::Finish {
                    step: key,
                    outcome,
                    reason: Some("理由".into()),
                    facts,
                }
            }
        }
    }
}

pub const CODES: &[(&str, &[&str])] = &[
    (
        "单人申请情形",
        &["边缘家庭重度残疾", "成年无业重度残疾", "宗教教职三年以上"],
    ),
    ("测算结论", &["符合", "不符合", "未知"]),
    ("边缘测算结论", &["符合", "不符合"]),
    ("城乡", &["农村"]),
    ("变动情况", &["收入增加", "就业"]),
    ("复核类型", &["情况变化不大", "收入不稳定或有劳动能力"]),
    ("听取意见方式", &["当面听取", "放弃陈述"]),
    ("调整事由", &["收入增加", "自愿退出"]),
];
