mod adjust;
mod changes;
mod ledger;
mod money;
mod steps;
