//! How each person of a matter stands: consented, not, no longer, for something else.

use chrono::NaiveDate;
use platform::{Conn, Floor, Result, Sql};
use serde::Serialize;
use uuid::Uuid;

use super::{Consent, ConsentPurpose, all};

/// The matter for which somebody is to be queried.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The case.
    pub case: Uuid,
    /// Its programme.
    pub programme: String,
    /// An application, or a recheck of people in benefit.
    pub purpose: ConsentPurpose,
    /// The day of the query.
    pub on: NaiveDate,
    /// The age from which somebody consents alone.
    pub alone_from: u32,
    /// The people with their days of birth, where they are known.
    pub people: Vec<(Uuid, Option<NaiveDate>)>,
}

/// Whether somebody may be queried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// May be.
    Valid,
    /// Nobody has asked, or nothing is on record.
    Missing,
    /// Said no.
    Refused,
    /// Took it back.
    Withdrawn,
    /// Holds from a later day.
    NotYet,
    /// Has ended.
    Expired,
    /// Was given for something else.
    OtherPurpose,
    /// A minor's without a guardian.
    Guardian,
}

impl ConsentState {
    /// Why somebody may not be queried, in Chinese and English.
    pub(crate) fn why(self) -> (&'static str, &'static str) {
        match self {
            Self::Valid => ("授权有效", "the consent holds"),
            Self::Missing => (
                "没有授权，请先签署核对授权书",
                "no consent is on record; have the authorisation signed first",
            ),
            Self::Refused => ("本人不同意查询", "the person refuses to be queried"),
            Self::Withdrawn => ("授权已经撤回", "the consent was withdrawn"),
            Self::NotYet => ("授权尚未生效", "the consent does not hold yet"),
            Self::Expired => (
                "授权已经到期，请重新签署",
                "the consent has expired; have it signed anew",
            ),
            Self::OtherPurpose => (
                "授权用途不包括本事项，请就本事项签署授权书",
                "the consent was given for another purpose; have one signed for this matter",
            ),
            Self::Guardian => (
                "未成年人的授权须由监护人签署",
                "a minor's consent must be signed by the guardian",
            ),
        }
    }
}

/// How somebody stands.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ConsentStanding)]
pub struct Standing {
    /// The person.
    pub person: Uuid,
    /// Whether the person may be queried.
    pub state: ConsentState,
    /// The consent that counts.
    pub consent: Option<Consent>,
}

/// How the people of a matter stand on a day. What was agreed to in an application counts for
/// the rechecks of the same programme, where it says so.
///
/// # Errors
/// When the database fails.
pub async fn standings(floor: &Floor, conn: &Conn, asked: &Asked) -> Result<Vec<Standing>> {
    if asked.people.is_empty() {
        return Ok(Vec::new());
    }
    let keys = asked.people.iter().map(|(person, _)| *person);
    let condition = Sql::new("t.person in ")
        .bind_all(keys)
        .text(" and t.programme = ")
        .bind(asked.programme.as_str());
    let consents = all(floor, conn, condition).await?;
    let standing = |(person, birth): &(Uuid, Option<NaiveDate>)| {
        let relevant = |c: &&Consent| {
            let recheck = asked.purpose == ConsentPurpose::InBenefit;
            c.person == *person && (c.case == asked.case || recheck)
        };
        let consent = consents.iter().find(relevant).cloned();
        Standing {
            person: *person,
            state: state(asked, consent.as_ref(), *birth),
            consent,
        }
    };
    Ok(asked.people.iter().map(standing).collect())
}

fn state(asked: &Asked, consent: Option<&Consent>, birth: Option<NaiveDate>) -> ConsentState {
    let Some(consent) = consent else {
        return ConsentState::Missing;
    };
    let young = birth
        .and_then(|born| asked.on.years_since(born))
        .is_some_and(|age| age < asked.alone_from);
    if consent.withdrawn_on.is_some() {
        ConsentState::Withdrawn
    } else if !consent.agreed {
        ConsentState::Refused
    } else if !consent.purpose.covers(asked.purpose) {
        ConsentState::OtherPurpose
    } else if asked.on < consent.from {
        ConsentState::NotYet
    } else if consent.to.is_some_and(|to| asked.on > to) {
        ConsentState::Expired
    } else if young && consent.guardian.is_none() {
        ConsentState::Guardian
    } else {
        ConsentState::Valid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::Capacity;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn given() -> Consent {
        Consent {
            id: Uuid::nil(),
            case: Uuid::nil(),
            programme: "dibao".into(),
            person: Uuid::nil(),
            capacity: Capacity::Member,
            purpose: ConsentPurpose::Application,
            items: vec!["户籍".into()],
            agreed: true,
            from: day("2022-11-07"),
            to: Some(day("2023-11-06")),
            guardian: None,
            source: String::new(),
            recorded_at: chrono::DateTime::UNIX_EPOCH,
            withdrawn_on: None,
            version: 1,
            division: kernel::DivisionCode::parse("620521").unwrap(),
        }
    }

    fn on(text: &str, purpose: ConsentPurpose) -> Asked {
        Asked {
            case: Uuid::nil(),
            programme: "dibao".into(),
            purpose,
            on: day(text),
            alone_from: 18,
            people: Vec::new(),
        }
    }

    #[test]
    fn a_consent_holds_for_its_purpose_and_its_days_only() {
        let asked = |d: &str| on(d, ConsentPurpose::Application);
        let stands = |asked: &Asked, consent: &Consent| state(asked, Some(consent), None);
        assert_eq!(stands(&asked("2022-11-06"), &given()), ConsentState::NotYet);
        assert_eq!(stands(&asked("2022-11-07"), &given()), ConsentState::Valid);
        assert_eq!(stands(&asked("2023-11-06"), &given()), ConsentState::Valid);
        assert_eq!(
            stands(&asked("2023-11-07"), &given()),
            ConsentState::Expired
        );
        let recheck = on("2022-12-01", ConsentPurpose::InBenefit);
        assert_eq!(stands(&recheck, &given()), ConsentState::OtherPurpose);
        let mut back = given();
        back.withdrawn_on = Some(day("2022-11-08"));
        assert_eq!(stands(&asked("2022-11-09"), &back), ConsentState::Withdrawn);
        let mut no = given();
        no.agreed = false;
        assert_eq!(stands(&asked("2022-11-09"), &no), ConsentState::Refused);
        assert_eq!(
            state(&asked("2022-11-09"), None, None),
            ConsentState::Missing
        );
    }

    #[test]
    fn a_guardian_signs_until_the_birthday() {
        let born = Some(day("2004-12-01"));
        let stands =
            |d: &str, c: &Consent| state(&on(d, ConsentPurpose::Application), Some(c), born);
        assert_eq!(stands("2022-11-30", &given()), ConsentState::Guardian);
        assert_eq!(stands("2022-12-01", &given()), ConsentState::Valid);
        let mut signed = given();
        signed.guardian = Some("母亲".into());
        assert_eq!(stands("2022-11-30", &signed), ConsentState::Valid);
    }
}
