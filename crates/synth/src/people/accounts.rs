use std::collections::BTreeMap;

use kernel::BankAccount;

use crate::dice::Dice;
use crate::model::{Account, Bank, PersonKey};

/// Opens accounts for those who are paid, one each.
#[derive(Debug, Default)]
pub(crate) struct AccountBook {
    accounts: BTreeMap<PersonKey, Account>,
}

impl AccountBook {
    /// The account of a holder, opened when it is asked for the first time. Numbers follow
    /// from the holder's position, so that they are unique.
    pub(crate) fn open(&mut self, dice: &mut Dice, holder: PersonKey) -> PersonKey {
        self.accounts.entry(holder).or_insert_with(|| {
            let bank = dice.weighted(&[
                (Bank::RuralCredit, 60),
                (Bank::Agricultural, 25),
                (Bank::Postal, 15),
            ]);
            account(holder, bank)
        });
        holder
    }

    /// All accounts in the order of their holders.
    pub(crate) fn into_accounts(self) -> BTreeMap<PersonKey, Account> {
        self.accounts
    }
}

/// An account and its card. The prefixes are made up and belong to no bank's real series.
pub(crate) fn account(holder: PersonKey, bank: Bank) -> Account {
    let (passbook, card) = match bank {
        Bank::RuralCredit => ("27062", "623099052"),
        Bank::Agricultural => ("27452", "622899052"),
        Bank::Postal => ("62999", "621799052"),
    };
    let number = BankAccount::parse(&format!(
        "{passbook}{:012}",
        u64::from(holder.0) * 7 + 100_003
    ));
    let card = BankAccount::complete_card(&format!("{card}{:09}", holder.0));
    Account {
        holder,
        bank,
        number: number.expect("seventeen digits are an account"),
        card: card.expect("nineteen digits are a card"),
    }
}
