//! Consents (授权): who agreed that what may be queried about them, for which matter, until when.
//!
//! Each member consents alone, a guardian for those who cannot; a supporter consents alone or is
//! not queried (社会救助法 第四十条、第四十一条). The newest word of a person for a matter counts.

pub(crate) mod record;
pub(crate) mod standing;
pub(crate) mod withdraw;

use chrono::{DateTime, NaiveDate, Utc};
use kernel::DivisionCode;
use platform::{Conn, Floor, Problem, Result, Sql, Vault};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use record::{NewConsent, record};
pub use standing::{Asked, ConsentState, Standing, standings};

/// The noun of a consent in the audit chain.
pub(crate) const NOUN: &str = "consent";

/// What a consent was given for, in the words of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentPurpose {
    /// 社会救助申请: an application.
    Application,
    /// 在保期间复核: rechecks while in benefit.
    InBenefit,
    /// 申请及在保期间: both.
    Both,
}

impl ConsentPurpose {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Application, "application", "社会救助申请"),
        (Self::InBenefit, "in_benefit", "在保期间复核"),
        (Self::Both, "both", "申请及在保期间"),
    ];

    /// The word that tables keep.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(p, ..)| *p == self)
            .map_or("", |(_, key, _)| key)
    }

    /// The words of the form.
    #[must_use]
    pub fn zh(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(p, ..)| *p == self)
            .map_or("", |(.., zh)| zh)
    }

    /// Reads either.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let found = Self::ALL
            .iter()
            .find(|(_, key, zh)| *key == word || *zh == word);
        found.map(|(purpose, ..)| *purpose)
    }

    /// Whether what was consented to covers what is asked.
    #[must_use]
    pub fn covers(self, asked: Self) -> bool {
        self == Self::Both || self == asked
    }
}

/// In which capacity somebody is queried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// The applicant.
    Applicant,
    /// A member of the family.
    Member,
    /// A supporter outside the family (赡养抚养扶养义务人).
    Supporter,
}

impl Capacity {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Applicant, "applicant", "申请人"),
        (Self::Member, "member", "共同生活家庭成员"),
        (Self::Supporter, "supporter", "赡养抚养扶养义务人"),
    ];

    pub(crate) fn key(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(c, ..)| *c == self)
            .map_or("", |(_, key, _)| key)
    }

    pub(crate) fn zh(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(c, ..)| *c == self)
            .map_or("", |(.., zh)| zh)
    }

    pub(crate) fn read(word: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|(_, key, _)| *key == word);
        found
            .map(|(capacity, ..)| *capacity)
            .ok_or_else(|| Problem::internal("a person in an unknown capacity"))
    }
}

/// A consent on record.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Consent {
    /// Key.
    pub id: Uuid,
    /// The case it was given in.
    pub case: Uuid,
    /// The programme of the case.
    pub programme: String,
    /// Who consents.
    pub person: Uuid,
    /// As what.
    pub capacity: Capacity,
    /// For what.
    pub purpose: ConsentPurpose,
    /// What may be queried, in the words of the form.
    pub items: Vec<String>,
    /// False where a supporter said no.
    pub agreed: bool,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none: until the matter ends.
    pub to: Option<NaiveDate>,
    /// Who signed for somebody who cannot.
    pub guardian: Option<String>,
    /// The paper it stands on: the form with its digest, or a signed paper.
    pub source: String,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// The day it was withdrawn.
    pub withdrawn_on: Option<NaiveDate>,
    /// Version, for a withdrawal.
    pub version: i32,
    /// Where the case is.
    #[serde(skip)]
    pub division: DivisionCode,
}

impl Consent {
    /// What the audit chain keeps: no name.
    pub(crate) fn recorded(&self) -> serde_json::Value {
        serde_json::json!({
            "case": self.case, "person": self.person, "purpose": self.purpose,
            "items": self.items, "agreed": self.agreed, "from": self.from, "to": self.to,
            "source": self.source, "withdrawn_on": self.withdrawn_on, "version": self.version,
        })
    }
}

const COLUMNS: &str = "select t.id, t.division, t.case_id, t.programme, t.person, t.capacity, t.purpose, \
     t.items, t.agreed, t.valid_from, t.valid_to, t.guardian, t.source, t.recorded_at, \
     t.withdrawn_on, t.version from consent t where ";

/// The consents that a condition leaves, newest first.
pub(crate) async fn all(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<Consent>> {
    let sql = Sql::new(COLUMNS)
        .push(condition)
        .text(" order by t.recorded_at desc, t.id desc");
    let rows = conn.rows(sql).await?;
    rows.iter().map(|row| read(floor.vault(), row)).collect()
}

fn read(vault: &Vault, row: &sea_orm::QueryResult) -> Result<Consent> {
    let id: Uuid = row.try_get_by_index(0)?;
    let division: String = row.try_get_by_index(1)?;
    let capacity: String = row.try_get_by_index(5)?;
    let purpose: String = row.try_get_by_index(6)?;
    let items: String = row.try_get_by_index(7)?;
    let guardian: Option<Vec<u8>> = row.try_get_by_index(11)?;
    Ok(Consent {
        id,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        case: row.try_get_by_index(2)?,
        programme: row.try_get_by_index(3)?,
        person: row.try_get_by_index(4)?,
        capacity: Capacity::read(&capacity)?,
        purpose: ConsentPurpose::read(&purpose)
            .ok_or_else(|| Problem::internal("a consent for an unknown purpose"))?,
        items: serde_json::from_str(&items)?,
        agreed: row.try_get_by_index(8)?,
        from: row.try_get_by_index(9)?,
        to: row.try_get_by_index(10)?,
        guardian: guardian
            .map(|sealed| vault.open_text(NOUN, "guardian", id, &sealed))
            .transpose()?,
        source: row.try_get_by_index(12)?,
        recorded_at: row.try_get_by_index(13)?,
        withdrawn_on: row.try_get_by_index(14)?,
        version: row.try_get_by_index(15)?,
    })
}

#[cfg(test)]
mod tests {
    use super::ConsentPurpose as P;

    #[test]
    fn a_consent_covers_what_it_was_given_for() {
        assert!(P::Both.covers(P::Application) && P::Both.covers(P::InBenefit));
        assert!(P::Application.covers(P::Application) && !P::Application.covers(P::InBenefit));
        assert!(!P::InBenefit.covers(P::Application));
        for (purpose, key, zh) in P::ALL {
            assert_eq!(P::read(key), Some(purpose));
            assert_eq!(P::read(zh), Some(purpose));
        }
        assert_eq!(P::read("广告"), None);
    }
}
