//! What the pack says about a programme, in the shape that paying needs.

use directory::Named;
use kernel::{DivisionCode, Month};
use pack::Rules;
use pack::model::{AwardUnit, Bank, BankFile};
use platform::db::Conn;
use platform::{Floor, Problem, Result};

use crate::outside::{Release, world};
use crate::problems;

/// A programme as of a month at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Programme {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub section: String,
    /// Its amounts go to the holder's card: the head's, for a household.
    pub to_holder: bool,
    /// It pays sums once, granted by decisions.
    pub once: bool,
    /// Key of the fund it is paid from.
    pub fund: String,
    /// The fact that lists show as class.
    pub class: Option<String>,
    pub components: Vec<Named>,
}

impl Programme {
    pub fn named(&self) -> Named {
        Named {
            key: self.key.clone(),
            zh: self.zh.clone(),
            en: self.en.clone(),
        }
    }

    pub fn component(&self, key: &str) -> Named {
        let found = self
            .components
            .iter()
            .find(|component| component.key == key)
            .cloned();
        found.unwrap_or_else(|| Named {
            key: key.to_owned(),
            zh: key.to_owned(),
            en: key.to_owned(),
        })
    }
}

/// The rules of a month: those of its last day, so that a value that turns
/// within the month holds for the whole of it.
pub(crate) fn rules(release: &Release, place: &DivisionCode, month: Month) -> Result<Rules> {
    release
        .pack
        .rules(place, month.last_day())
        .map_err(|_| Problem::new(&problems::PROGRAMME))
}

/// Reads a programme off the rules.
pub(crate) fn programme(rules: &Rules, key: &str) -> Option<Programme> {
    let stored = rules.programme(key)?;
    let components = stored.components.iter();
    Some(Programme {
        key: stored.key.clone(),
        zh: stored.label.zh.clone(),
        en: stored.label.en.clone(),
        section: stored.section.clone(),
        to_holder: stored.unit == AwardUnit::Household,
        once: !stored.components.is_empty()
            && stored.components.iter().all(|component| component.once),
        fund: stored
            .funds
            .first()
            .cloned()
            .unwrap_or_else(|| "unspecified".to_owned()),
        class: stored.class.clone(),
        components: components
            .map(|c| Named {
                key: c.key.clone(),
                zh: c.label.zh.clone(),
                en: c.label.en.clone(),
            })
            .collect(),
    })
}

/// The release, rules and programme of a month, or why there are none.
pub(crate) async fn open(
    floor: &Floor,
    conn: &Conn,
    place: &DivisionCode,
    key: &str,
    month: Month,
) -> Result<(Release, Rules, Programme)> {
    let release = world(floor)
        .release_on(floor, conn, month)
        .await?
        .ok_or_else(|| {
            Problem::new(&problems::NO_RELEASE).detail(
                format!("{month}没有生效的政策包。"),
                format!("No pack release is in force in {month}."),
            )
        })?;
    let rules = rules(&release, place, month)?;
    let programme = programme(&rules, key).ok_or_else(|| {
        Problem::new(&problems::PROGRAMME).field(
            "/programme",
            format!("“{}”在{month}未开办。", clip(key)),
            format!("“{}” is not run in {month}.", clip(key)),
        )
    })?;
    Ok((release, rules, programme))
}

/// The name of a programme in a month, its key where the pack of that month is gone.
pub(crate) async fn named(
    floor: &Floor,
    conn: &Conn,
    place: &DivisionCode,
    key: &str,
    month: Month,
) -> Programme {
    match open(floor, conn, place, key, month).await {
        Ok((_, _, programme)) => programme,
        Err(_) => Programme {
            key: key.to_owned(),
            zh: key.to_owned(),
            en: key.to_owned(),
            section: String::new(),
            to_holder: false,
            once: false,
            fund: String::new(),
            class: None,
            components: Vec::new(),
        },
    }
}

/// The bank and file layout that serve the name of a bank on a card.
pub(crate) fn bank<'p>(release: &'p Release, name: &str) -> Option<(&'p Bank, &'p BankFile)> {
    let bank = release.pack.bank_named(name)?;
    let file = release
        .pack
        .bank_files()
        .iter()
        .find(|file| file.key == bank.file)?;
    Some((bank, file))
}

/// The layout of a bank by its key.
pub(crate) fn layout<'p>(release: &'p Release, key: &str) -> Option<(&'p Bank, &'p BankFile)> {
    let bank = release.pack.banks().iter().find(|bank| bank.key == key)?;
    let file = release
        .pack
        .bank_files()
        .iter()
        .find(|file| file.key == bank.file)?;
    Some((bank, file))
}

fn clip(text: &str) -> String {
    text.chars().take(40).collect()
}
