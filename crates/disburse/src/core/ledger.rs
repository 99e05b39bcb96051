//! The double-entry ledger of one fund source, programme and month, and of one township's reserve.
//!
//! Money moves from one account to another and is never made on the way, so
//! the sum of all balances is zero at every instant. Two accounts stand
//! outside: [`Account::Fund`], the appropriation that entitlements are taken
//! from, and [`Account::Claims`], the other side of what families owe. Every
//! other account holds money or a claim of this month and may not go below
//! zero.

use std::collections::BTreeMap;

use decide::words;

words! {
    /// An account of the ledger.
    pub enum Account {
        /// The appropriation (outside): below zero by what has been entitled.
        Fund = "fund",
        /// Granted by a locked roll, not in a batch.
        Entitled = "entitled",
        /// In an approved batch.
        InBatch = "in_batch",
        /// Handed to the bank, not answered.
        AtBank = "at_bank",
        /// Credited to the family.
        Paid = "paid",
        /// Sent back by the bank, to be re-issued.
        Returned = "returned",
        /// The other side of claims (outside).
        Claims = "claims",
        /// To be paid back by the family.
        ToRecover = "to_recover",
        /// Paid back, lying with the office.
        Recovered = "recovered",
        /// Handed on to the treasury.
        ToTreasury = "to_treasury",
        /// Cash that a township holds for emergencies.
        Reserve = "reserve",
    }
}

impl Account {
    /// Whether the account stands for something outside the month's money.
    #[must_use]
    pub const fn outside(self) -> bool {
        matches!(self, Self::Fund | Self::Claims)
    }
}

words! {
    /// What happened, and with it which accounts move.
    pub enum Event {
        /// A roll was locked: its payable lines.
        Entitle = "entitle",
        /// A locked roll takes back a line that was never paid or sent.
        Withdraw = "withdraw",
        /// A locked roll takes back a line that came back from the bank.
        WithdrawReturned = "withdraw_returned",
        /// A batch was approved.
        Batch = "batch",
        /// A batch of re-issued payments was approved.
        Reissue = "reissue",
        /// The file was handed to the bank.
        Send = "send",
        /// The bank credited.
        Pay = "pay",
        /// The bank sent back.
        Return = "return",
        /// A locked roll takes back a line that was paid.
        Claim = "claim",
        /// The family paid back.
        Recover = "recover",
        /// The office handed what was paid back to the treasury.
        HandOver = "hand_over",
        /// A second person approved cash for a township's reserve.
        Replenish = "replenish",
        /// A family was paid in cash from the reserve.
        PayCash = "pay_cash",
    }
}

impl Event {
    /// From which account to which the event moves money.
    #[must_use]
    pub const fn accounts(self) -> (Account, Account) {
        match self {
            Self::Entitle => (Account::Fund, Account::Entitled),
            Self::Withdraw => (Account::Entitled, Account::Fund),
            Self::WithdrawReturned => (Account::Returned, Account::Fund),
            Self::Batch => (Account::Entitled, Account::InBatch),
            Self::Reissue => (Account::Returned, Account::InBatch),
            Self::Send => (Account::InBatch, Account::AtBank),
            Self::Pay => (Account::AtBank, Account::Paid),
            Self::Return => (Account::AtBank, Account::Returned),
            Self::Claim => (Account::Claims, Account::ToRecover),
            Self::Recover => (Account::ToRecover, Account::Recovered),
            Self::HandOver => (Account::Recovered, Account::ToTreasury),
            Self::Replenish => (Account::Fund, Account::Reserve),
            Self::PayCash => (Account::Reserve, Account::Paid),
        }
    }
}

/// The balances of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Balances(BTreeMap<Account, i64>);

/// Why a posting cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// A posting of nothing or less.
    #[error("a posting of {0} fen")]
    NotPositive(i64),
    /// An account would go below zero.
    #[error("{account} holds {holds} fen, {wanted} are to leave it")]
    Short {
        /// Which.
        account: Account,
        /// What it holds.
        holds: i64,
        /// What should leave it.
        wanted: i64,
    },
    /// More than the ledger can count.
    #[error("the ledger overflows")]
    Overflow,
    /// The balances do not add up to zero.
    #[error("the balances add up to {0} fen instead of nothing")]
    Unbalanced(i64),
}

impl Balances {
    /// Balances from stored sums of postings by event.
    #[must_use]
    pub fn of(sums: impl IntoIterator<Item = (Event, i64)>) -> Self {
        let mut out = Self::default();
        for (event, amount) in sums {
            let (from, to) = event.accounts();
            *out.0.entry(from).or_default() -= amount;
            *out.0.entry(to).or_default() += amount;
        }
        out
    }

    /// Sets what an account holds, as it was stored.
    pub fn put(&mut self, account: Account, amount: i64) {
        self.0.insert(account, amount);
    }

    /// What an account holds, fen.
    #[must_use]
    pub fn get(&self, account: Account) -> i64 {
        self.0.get(&account).copied().unwrap_or(0)
    }

    /// Posts an amount.
    ///
    /// # Errors
    /// [`LedgerError`]; the balances are then as they were.
    pub fn post(&mut self, event: Event, amount: i64) -> Result<(), LedgerError> {
        if amount <= 0 {
            return Err(LedgerError::NotPositive(amount));
        }
        let (from, to) = event.accounts();
        let holds = self.get(from);
        if !from.outside() && holds < amount {
            return Err(LedgerError::Short {
                account: from,
                holds,
                wanted: amount,
            });
        }
        let left = holds.checked_sub(amount).ok_or(LedgerError::Overflow)?;
        let there = self
            .get(to)
            .checked_add(amount)
            .ok_or(LedgerError::Overflow)?;
        self.0.insert(from, left);
        self.0.insert(to, there);
        Ok(())
    }

    /// Proves that nothing was made or lost.
    ///
    /// # Errors
    /// The difference, or the account that is short.
    pub fn proof(&self) -> Result<(), LedgerError> {
        let sum: i64 = self.0.values().sum();
        if sum != 0 {
            return Err(LedgerError::Unbalanced(sum));
        }
        for (account, holds) in &self.0 {
            if !account.outside() && *holds < 0 {
                return Err(LedgerError::Short {
                    account: *account,
                    holds: *holds,
                    wanted: 0,
                });
            }
        }
        Ok(())
    }
}
