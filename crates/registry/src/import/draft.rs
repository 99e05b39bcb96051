//! A household as the rows of a file describe it, before anything is known of the register.

use std::collections::BTreeMap;

use kernel::{BankAccount, DivisionCode, IdNumber, Money, Month};
use serde_json::Value;

/// Facts by vocabulary name, in one order.
pub(crate) type Facts = BTreeMap<String, Value>;

/// A fault of a row, or of a cell when the column is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowFault {
    pub position: u8,
    pub row: u64,
    pub column: String,
    pub zh: String,
    pub en: String,
}

/// An account that a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AccountDraft {
    pub bank: String,
    pub holder: String,
    pub number: BankAccount,
}

/// What a row says of an award, whether of the household or of the person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claim {
    pub programmes: Vec<String>,
    pub number: Option<String>,
    pub from: Option<Month>,
    pub to: Option<Month>,
    pub amount: Option<Money>,
    pub top_up: Option<Money>,
    pub reason: Option<String>,
    pub account: Option<AccountDraft>,
    /// Facts of the award itself.
    pub facts: Facts,
}

/// A person row.
#[derive(Clone, Debug)]
pub(crate) struct PersonDraft {
    pub position: u8,
    pub row: u64,
    pub name: String,
    pub id: Option<IdNumber>,
    /// Whether the row stands for the head only because other rows name one.
    pub implied: bool,
    pub facts: Facts,
    pub phone: Option<String>,
    pub card: Option<String>,
    pub number: Option<String>,
    pub covered: Option<bool>,
    pub claim: Claim,
}

impl PersonDraft {
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.get(name).and_then(Value::as_str)
    }

    pub fn is_head(&self) -> bool {
        matches!(self.fact("与户主关系"), Some("户主" | "本人"))
    }
}

/// A roster entry to be made.
#[derive(Clone, Debug)]
pub(crate) struct EntryDraft {
    pub programme: String,
    /// The person it is for; none for the household.
    pub person: Option<usize>,
    pub class: Option<String>,
    pub from: Month,
    pub to: Option<Month>,
    pub number: Option<String>,
    pub amount: Option<Money>,
    pub top_up: Option<Money>,
    pub reason: Option<String>,
    pub account: Option<AccountDraft>,
    pub facts: Facts,
    /// Members covered, by their place in the household.
    pub covered: Vec<usize>,
}

/// A household of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub seq: u32,
    /// Every row of it: file and row number.
    pub rows: Vec<(u8, u64)>,
    /// How messages and lists call it; shows no number in the clear.
    pub label: String,
    pub household_rows: usize,
    pub number: Option<String>,
    pub head_name: Option<String>,
    pub head_id: Option<IdNumber>,
    pub division: Option<DivisionCode>,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub facts: Facts,
    pub claim: Claim,
    pub people: Vec<PersonDraft>,
    pub entries: Vec<EntryDraft>,
    pub faults: Vec<RowFault>,
}

impl Draft {
    /// The head among the rows.
    pub fn head(&self) -> Option<usize> {
        let by_id = self
            .head_id
            .and_then(|id| self.people.iter().position(|p| p.id == Some(id)));
        by_id.or_else(|| self.people.iter().position(PersonDraft::is_head))
    }

    pub fn fault(&mut self, at: (u8, u64), column: &str, words: (String, String)) {
        self.faults.push(RowFault {
            position: at.0,
            row: at.1,
            column: column.to_owned(),
            zh: words.0,
            en: words.1,
        });
    }

    /// A fault of the household as a whole, put on its first row.
    pub fn fault_whole(&mut self, zh: &str, en: &str) {
        let at = self.rows.first().copied().unwrap_or((0, 0));
        self.fault(at, "", (zh.to_owned(), en.to_owned()));
    }

    /// Digest of everything the rows say, so that the same household again changes nothing.
    pub fn digest(&self) -> [u8; 32] {
        let mut text = String::with_capacity(256 + 256 * self.people.len());
        let mut add = |part: &str| {
            text.push_str(part);
            text.push('\u{1f}');
        };
        let facts = |facts: &Facts| serde_json::to_string(facts).unwrap_or_default();
        let account = |a: &Option<AccountDraft>| {
            a.as_ref()
                .map(|a| format!("{}\u{1e}{}\u{1e}{}", a.bank, a.holder, a.number.as_str()))
                .unwrap_or_default()
        };
        add(self.number.as_deref().unwrap_or(""));
        add(self.division.as_ref().map_or("", DivisionCode::as_str));
        add(self.address.as_deref().unwrap_or(""));
        add(self.phone.as_deref().unwrap_or(""));
        add(&facts(&self.facts));
        let mut people: Vec<&PersonDraft> = self.people.iter().filter(|p| !p.implied).collect();
        people.sort_by(|a, b| (a.id, &a.name).cmp(&(b.id, &b.name)));
        for p in people {
            add(&p.name);
            add(p.id.as_ref().map_or("", IdNumber::as_str));
            add(&facts(&p.facts));
            add(p.phone.as_deref().unwrap_or(""));
            add(p.card.as_deref().unwrap_or(""));
            add(p.number.as_deref().unwrap_or(""));
        }
        for e in &self.entries {
            add(&e.programme);
            let name = |i: &usize| {
                let p = &self.people[*i];
                p.id.map_or_else(|| p.name.clone(), |id| id.as_str().to_owned())
            };
            add(&e.person.as_ref().map(name).unwrap_or_default());
            let mut covered: Vec<String> = e.covered.iter().map(name).collect();
            covered.sort_unstable();
            add(&covered.join("\u{1e}"));
            add(&e.from.to_string());
            add(&e.to.map(|m| m.to_string()).unwrap_or_default());
            add(e.number.as_deref().unwrap_or(""));
            add(&account(&e.account));
            add(&facts(&e.facts));
        }
        platform::hash::sm3(&[text.as_bytes()])
    }
}
