//! The tables, as SeaORM sees them. Private: other rooms use the facade.

pub(crate) mod division;
pub(crate) mod grant;
pub(crate) mod organisation;
pub(crate) mod session;
pub(crate) mod user;
