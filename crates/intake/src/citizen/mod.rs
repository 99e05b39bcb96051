//! Citizens who come by themselves: an account is an identity number, a name and a telephone.

pub(crate) mod code;
pub(crate) mod messages;
pub(crate) mod session;
pub(crate) mod store;

use axum::{extract::FromRequestParts, http::request::Parts};
use kernel::DivisionCode;
use platform::{Actor, Ctx, Floor, Principal, Problem, Result, Visitor};
use uuid::Uuid;

use crate::problems::SIGNED_OUT;

/// The cookie of citizens; officers have another, and neither opens the other's doors.
const COOKIE: &str = "doudi_citizen";

/// The chain that takes what visitors and citizens do, apart from every office's.
const CHAIN: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_c171);

/// A citizen who is signed in. As an axum extractor it answers 401 when nobody is.
#[derive(Clone, Debug)]
pub struct Citizen {
    /// The context of what the citizen does; it holds no role.
    pub ctx: Ctx,
    /// Key of the account.
    pub id: Uuid,
    /// The village or community that the citizen named.
    pub division: DivisionCode,
    /// The session, so that it can be ended.
    session: Uuid,
}

impl Citizen {
    /// The rows of an operation that nobody else may see: `column = this citizen`.
    pub(crate) fn only(&self, column: &str) -> platform::Sql {
        platform::Sql::new(format!("{column} = ")).bind(self.id)
    }
}

impl FromRequestParts<Floor> for Citizen {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, floor: &Floor) -> Result<Self> {
        let Visitor { request, .. } = Visitor::from_request_parts(parts, floor).await?;
        let signed_out = || Problem::new(&SIGNED_OUT);
        let token = directory::Token::of(&parts.headers, COOKIE).ok_or_else(signed_out)?;
        let conn = floor.snapshot().await?;
        let held = store::held(floor, &conn, &token.digest()).await?;
        drop(conn);
        let held = held.ok_or_else(signed_out)?;
        let principal = Principal {
            actor: Actor {
                user: held.citizen,
                login: "citizen".to_owned(),
                name: "群众".to_owned(),
                organisation: CHAIN,
                organisation_name: "群众".to_owned(),
                division: held.division,
            },
            grants: Vec::new(),
            session: None,
            only: None,
        };
        Ok(Self {
            ctx: Ctx::of(floor, principal, request),
            id: held.citizen,
            division: held.division,
            session: held.session,
        })
    }
}

/// The context of what a visitor sets in motion before anybody is known.
#[must_use]
pub fn anybody(floor: &Floor) -> Ctx {
    Ctx::system(floor, CHAIN, "portal")
}
