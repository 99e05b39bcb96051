use serde::Serialize;
use serde_json::{Map, Value, json};

/// A programme of assistance that the synthetic place takes part in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// 农村最低生活保障
    Dibao,
    /// 特困人员救助供养
    Tekun,
    /// 困难残疾人生活补贴
    DisabilityLiving,
    /// 重度残疾人护理补贴
    DisabilityCare,
    /// 孤儿基本生活保障
    Orphan,
    /// 事实无人抚养儿童基本生活补贴
    UnsupportedChild,
}

impl Programme {
    /// All programmes with monthly payment, in the order of reports.
    pub const ALL: &'static [Programme] = &[
        Programme::Dibao,
        Programme::Tekun,
        Programme::Orphan,
        Programme::UnsupportedChild,
        Programme::DisabilityLiving,
        Programme::DisabilityCare,
    ];

    /// The key by which packs and commands call the programme.
    pub const fn key(self) -> &'static str {
        match self {
            Programme::Dibao => "dibao",
            Programme::Tekun => "tekun",
            Programme::DisabilityLiving => "disability_living",
            Programme::DisabilityCare => "disability_care",
            Programme::Orphan => "orphan",
            Programme::UnsupportedChild => "unsupported_child",
        }
    }

    /// Two digits for certificate numbers. The two allowances of a person are one file and
    /// share its number.
    pub(crate) const fn digits(self) -> u8 {
        match self {
            Programme::Dibao => 11,
            Programme::Tekun => 21,
            Programme::Orphan => 31,
            Programme::UnsupportedChild => 32,
            Programme::DisabilityLiving | Programme::DisabilityCare => 41,
        }
    }
}

labelled! {
    /// The class of a dibao household, as reviewed.
    DibaoClass;
    First, "一类", "class 1";
    Second, "二类", "class 2";
    Third, "三类", "class 3";
    Fourth, "四类", "class 4";
}

impl DibaoClass {
    /// The position, from nought.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Whether the class counts among 一二类.
    pub const fn is_upper(self) -> bool {
        matches!(self, DibaoClass::First | DibaoClass::Second)
    }
}

labelled! {
    /// The ability to look after oneself, by which the care part of tekun is paid
    /// (民发〔2021〕43号 §22: six indicators; none failed, one to three, four and more).
    CareTier;
    NoAbility, "无自理能力", "no ability";
    HalfAbility, "半自理能力", "partial ability";
    FullAbility, "有自理能力", "full ability";
}

labelled! {
    /// How a tekun person is supported.
    SupportMode;
    Institution, "集中", "in an institution";
    Scattered, "分散", "at home";
}

labelled! {
    /// The condition of a parent (民发〔2019〕62号, 民发〔2020〕125号).
    ParentState;
    Dead, "死亡", "dead";
    Disabled, "重残", "severely disabled";
    Ill, "重病", "seriously ill";
    Imprisoned, "服刑在押", "imprisoned";
    Missing, "失联", "out of contact";
    Detox, "强制隔离戒毒", "in compulsory detoxification";
}

/// The names of the six indicators of ability, as the forms and the packs call them.
const INDICATORS: [&str; 6] = [
    "自主吃饭",
    "自主穿衣",
    "自主上下床",
    "自主如厕",
    "室内自主行走",
    "自主洗澡",
];

/// What an award is granted for. Amounts follow from it by the policy pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Terms {
    /// Dibao by class; `single` where one member is covered alone (单人施保).
    Dibao {
        /// The class.
        class: DibaoClass,
        /// Covered alone as a severely disabled person.
        single: bool,
    },
    /// Tekun by care tier.
    Tekun {
        /// The tier that follows from the indicators.
        tier: CareTier,
        /// At home or in an institution.
        mode: SupportMode,
        /// The six indicators: true where the person manages alone.
        abilities: [bool; 6],
    },
    /// The living allowance of a disabled person.
    DisabilityLiving,
    /// The care allowance of a severely disabled person.
    DisabilityCare,
    /// The basic living allowance of an orphan at home.
    Orphan,
    /// The allowance of a de facto unsupported child, with the condition of its parents.
    UnsupportedChild {
        /// The father's condition.
        father: ParentState,
        /// The mother's condition.
        mother: ParentState,
    },
}

impl Terms {
    /// The programme the terms belong to.
    pub const fn programme(&self) -> Programme {
        match self {
            Terms::Dibao { .. } => Programme::Dibao,
            Terms::Tekun { .. } => Programme::Tekun,
            Terms::DisabilityLiving => Programme::DisabilityLiving,
            Terms::DisabilityCare => Programme::DisabilityCare,
            Terms::Orphan => Programme::Orphan,
            Terms::UnsupportedChild { .. } => Programme::UnsupportedChild,
        }
    }

    /// What a decision on the award states, under the names of the vocabulary.
    pub fn facts(&self) -> Map<String, Value> {
        match self {
            Terms::Dibao { class, single } => [
                ("低保类别".to_owned(), json!(class.zh())),
                (
                    "施保方式".to_owned(),
                    json!(if *single { "单人" } else { "整户" }),
                ),
            ]
            .into_iter()
            .collect(),
            Terms::Tekun { tier, mode, .. } => [
                ("照料护理档位".to_owned(), json!(tier.zh())),
                ("供养方式".to_owned(), json!(mode.zh())),
            ]
            .into_iter()
            .collect(),
            Terms::Orphan => std::iter::once(("安置方式".to_owned(), json!("亲属抚养"))).collect(),
            Terms::DisabilityLiving | Terms::DisabilityCare | Terms::UnsupportedChild { .. } => {
                Map::new()
            }
        }
    }

    /// What the award rests on and is a fact of the person: the six indicators of ability,
    /// the condition of the parents.
    pub fn person_facts(&self) -> Map<String, Value> {
        match self {
            Terms::Tekun { abilities, .. } => INDICATORS
                .iter()
                .zip(abilities)
                .map(|(name, able)| ((*name).to_owned(), json!(able)))
                .collect(),
            Terms::UnsupportedChild { father, mother } => [
                ("父亲状况".to_owned(), json!(father.zh())),
                ("母亲状况".to_owned(), json!(mother.zh())),
            ]
            .into_iter()
            .collect(),
            _ => Map::new(),
        }
    }

    /// The word of the class or tier, where the programme pays by one.
    pub const fn class_zh(&self) -> Option<&'static str> {
        match self {
            Terms::Dibao { class, .. } => Some(class.zh()),
            Terms::Tekun { tier, .. } => Some(tier.zh()),
            _ => None,
        }
    }
}
