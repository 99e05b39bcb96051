//! The officer of a request as a procedure knows one.

use flow::{Actor, Grant};
use platform::Ctx;

/// Who acts, with the roles that hold today and where.
pub(crate) fn of(ctx: &Ctx) -> Actor {
    let grants = ctx.rights().grants().flat_map(|grant| {
        std::iter::once(grant.division)
            .chain(grant.also.iter().copied())
            .map(|division| Grant {
                role: grant.role.clone(),
                division,
                from: grant.from,
                to: grant.to,
            })
    });
    Actor::Officer {
        user: ctx.actor().user.to_string(),
        grants: grants.collect(),
    }
}
