//! The officer of a request as a procedure knows one.

use flow::{Actor, Grant};
use platform::{Conn, Ctx, Result};

/// Who acts, with the roles that hold today and where: the officer's own, and those of whoever
/// the officer stands in for. The name stays the officer's, so that two hands stay two people.
pub(crate) async fn of(ctx: &Ctx, conn: &Conn) -> Result<Actor> {
    let mut grants: Vec<Grant> = ctx.rights().grants().flat_map(spread).collect();
    for stood_in in crate::deputy::stood_in_for(ctx, conn).await? {
        grants.extend(spread(&stood_in));
    }
    Ok(Actor::Officer {
        user: ctx.actor().user.to_string(),
        grants,
    })
}

/// A grant over each of its subtrees.
fn spread(grant: &platform::Grant) -> impl Iterator<Item = Grant> {
    let (role, from, to) = (grant.role.clone(), grant.from, grant.to);
    std::iter::once(grant.division)
        .chain(grant.also.clone())
        .map(move |division| Grant {
            role: role.clone(),
            division,
            from,
            to,
        })
}
