//! Accounts of those who are paid for the first time: given by one clerk, approved by another
//! person, before the month's rolls are made.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};
use synth::{County, model::PersonKey};

use super::{house::House, keys::Keys, progress::Progress, staff::Users};

/// Whom a month's decisions pay for the first time: the payee, and whose account it is.
#[derive(Debug, Default)]
pub struct Payees(BTreeSet<(PersonKey, PersonKey)>);

impl Payees {
    /// Somebody is to be paid into an account of somebody (himself, or who acts for him).
    pub fn add(&mut self, payee: PersonKey, holder: PersonKey) {
        self.0.insert((payee, holder));
    }

    /// Registers the accounts that are not known yet, each by two people.
    ///
    /// # Errors
    /// What the registry refuses, and a payee for whom the county has no account.
    pub async fn register(
        &self,
        house: &House,
        users: &Users,
        county: &County,
        keys: &Keys,
        progress: &Progress,
    ) -> anyhow::Result<()> {
        let mut given = BTreeSet::new();
        let bar = progress.begin("新增账户 / new accounts", self.0.len() as u64);
        for (at, (payee, holder)) in self.0.iter().enumerate() {
            let (person, _) = keys.person(house, county, *payee)?;
            if keys.has_account(person) || !given.insert(person) {
                continue;
            }
            let account = county
                .accounts
                .get(holder)
                .context("a payee whose holder has no account")?;
            let change = json!({
                "bank": account.bank.zh(),
                "holder": county.person(*holder).name,
                "account": account.number.as_str(),
                "reason": "首次发放，本人提供账户",
            });
            let change = users
                .clerk
                .post(&format!("/persons/{person}/account-changes"), &change)
                .await?;
            let id = change["id"].as_str().context("a change without a key")?;
            users
                .reviewer
                .post(&format!("/account-changes/{id}/approve"), &json!({}))
                .await?;
            bar.at(at as u64, 0);
        }
        bar.end();
        Ok(())
    }
}

/// Fails when the gathering of batches left anybody out.
///
/// # Errors
/// Lines without an account, or with a bank that no layout serves.
pub fn nobody_left_out(made: &Value) -> anyhow::Result<()> {
    let left = &made["left_out"];
    for why in ["without_account", "without_bank"] {
        if left[why]["lines"].as_u64() != Some(0) {
            bail!("批次遗漏了应发人员 / a batch leaves somebody out ({why}): {left}");
        }
    }
    Ok(())
}
