//! Operations: the things one can do, each with an id, a permission and a name.

/// Whether an operation changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Reads only; runs on a snapshot through `Ctx::query`.
    Query,
    /// Changes; runs in a unit of work through `Ctx::begin`.
    Command,
}

/// One operation of a slice. `id` is also the OpenAPI `operationId`; every slice exports
/// `pub const OPERATIONS: &[Operation]` in its `authz.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// `slice.noun.verb`.
    pub id: &'static str,
    /// Query or command.
    pub kind: Kind,
    /// The permission it needs, `slice.noun.right`; empty: anybody who is signed in.
    pub permission: &'static str,
    /// Whether it shows data of persons, so that each use enters the access log.
    pub personal: bool,
    /// Whether the command needs an `Idempotency-Key` when it comes over HTTP.
    pub idempotent: bool,
    /// Name in Chinese, for audit and role pages.
    pub zh: &'static str,
    /// Name in English.
    pub en: &'static str,
}

impl Operation {
    /// A query that shows no persons.
    pub const fn query(
        id: &'static str,
        permission: &'static str,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            id,
            kind: Kind::Query,
            permission,
            personal: false,
            idempotent: false,
            zh,
            en,
        }
    }

    /// A query that shows data of persons.
    pub const fn personal(
        id: &'static str,
        permission: &'static str,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            id,
            kind: Kind::Query,
            permission,
            personal: true,
            idempotent: false,
            zh,
            en,
        }
    }

    /// A command that may be repeated without harm by its nature (locking, ending …).
    pub const fn command(
        id: &'static str,
        permission: &'static str,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            id,
            kind: Kind::Command,
            permission,
            personal: false,
            idempotent: false,
            zh,
            en,
        }
    }

    /// A command that creates or pays: it needs an idempotency key.
    pub const fn creating(
        id: &'static str,
        permission: &'static str,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            id,
            kind: Kind::Command,
            permission,
            personal: false,
            idempotent: true,
            zh,
            en,
        }
    }
}
