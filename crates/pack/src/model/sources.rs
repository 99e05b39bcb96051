//! Sources: what other departments deliver, on what ground, and for what it may be used.

use super::{Label, LevelId};
use crate::fault::Spot;
use formula::Type;

/// What a delivery may be used for. A list handed in names its purpose, and meets only
/// sources that were given for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// 申请核对: the family of an open case, with consent.
    Verification,
    /// 在享核查: people in benefit (三清五防).
    Supervision,
    /// 主动发现: people who are in no case and no payment.
    Discovery,
    /// 双衔接: laying two lists beside each other.
    Alignment,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Purpose; 4] = [
        Purpose::Verification,
        Purpose::Supervision,
        Purpose::Discovery,
        Purpose::Alignment,
    ];

    /// The word that packs use.
    pub fn key(self) -> &'static str {
        match self {
            Purpose::Verification => "verification",
            Purpose::Supervision => "supervision",
            Purpose::Discovery => "discovery",
            Purpose::Alignment => "alignment",
        }
    }

    /// Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Purpose::Verification => "申请核对",
            Purpose::Supervision => "在享核查",
            Purpose::Discovery => "主动发现",
            Purpose::Alignment => "双衔接比对",
        }
    }
}

/// What a source tells about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// What the person owns: house, vehicle, deposits. Never used for discovery.
    Property,
    /// What the person earns or trades: tax, social insurance, company. Never used for discovery.
    Income,
    /// What the person is: dead, in prison, on the public payroll.
    Status,
    /// A list of people who may need help, or who get some: disability, illness, school.
    Need,
}

/// How often a source is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Every year.
    Yearly,
    /// When something happens, such as a disaster.
    OnEvent,
}

impl Cycle {
    /// Months between two deliveries; none where no date is fixed.
    pub fn months(self) -> Option<u32> {
        match self {
            Cycle::Monthly => Some(1),
            Cycle::Quarterly => Some(3),
            Cycle::Yearly => Some(12),
            Cycle::OnEvent => None,
        }
    }
}

/// One ground on which a source may be used for one purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The purpose.
    pub purpose: Purpose,
    /// Document and article.
    pub cite: String,
    /// Whether the text was read; false where the citation itself says that it was not.
    pub verified: bool,
}

/// What a column tells of the person whom a row is about, where the number does not say who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonTrait {
    /// The date of birth.
    Birth,
    /// The sex, as 男 or 女.
    Sex,
    /// Where the person lives.
    Address,
    /// The relation to the head of the household.
    Relation,
}

/// One column of a source.
#[derive(Debug, Clone)]
pub struct SourceField {
    /// The name that checks use.
    pub name: String,
    /// English label.
    pub en: String,
    /// Type with unit or code list.
    pub ty: Type,
    /// Only whole numbers make sense.
    pub whole: bool,
    /// Spellings and the value they stand for.
    pub codes: Vec<(String, String)>,
    /// Titles it may stand under.
    pub headers: Vec<String>,
    /// Rows without it are rejected.
    pub required: bool,
    /// Shown only where the purpose needs it, and masked in lists.
    pub sensitive: bool,
    /// What it tells of the person, where a row without a good number is to be linked.
    pub tells: Option<PersonTrait>,
    /// Where it is declared.
    pub spot: Spot,
}

/// A source of another department.
#[derive(Debug, Clone)]
pub struct SourceKind {
    /// Key: `vehicle`.
    pub key: String,
    /// Names; the Chinese one is what checks call its rows.
    pub label: Label,
    /// Who delivers it.
    pub department: String,
    /// What it tells.
    pub nature: Nature,
    /// How often it is due.
    pub cycle: Cycle,
    /// Day of the month by which it is due.
    pub due_day: Option<u32>,
    /// For what it may be used, and why.
    pub grounds: Vec<Ground>,
    /// Where the layout comes from.
    pub cite: String,
    /// Titles of the column of identity numbers.
    pub person: Vec<String>,
    /// Titles of the column of names; none where the source has no names.
    pub name: Vec<String>,
    /// Parts of file names by which it is known.
    pub known_by: Vec<String>,
    /// What the rows say.
    pub fields: Vec<SourceField>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

impl SourceKind {
    /// The ground on which it may be used for a purpose, if there is one.
    pub fn ground(&self, purpose: Purpose) -> Option<&Ground> {
        self.grounds.iter().find(|g| g.purpose == purpose)
    }

    /// The type of its rows as checks see them.
    pub fn row_type(&self) -> Type {
        let fields = self.fields.iter().map(|f| (f.name.clone(), f.ty.clone()));
        Type::Context(std::sync::Arc::new(fields.collect()))
    }
}
