//! disburse
