//! Two departments' lists beside each other (四双: 双申报、双核对、双反馈、双公示).

pub(crate) mod build;
pub(crate) mod close;
pub(crate) mod create;
pub(crate) mod difference;
pub(crate) mod feedback;
pub(crate) mod get;
pub(crate) mod handle;
pub(crate) mod lines;
pub(crate) mod names;
pub(crate) mod store;
pub(crate) mod table;
