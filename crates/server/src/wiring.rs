//! Every room, in the order of the road: one list for operations, migrations, jobs and routes.

use std::sync::Arc;

use axum::Router;
use kernel::{Clock, IdGen};
use platform::{Authenticator, Floor, FloorBuilder, FloorConfig, Operation, ProblemKind, Result};
use utoipa_axum::router::OpenApiRouter;

use crate::{openapi, packs, web};

/// The operations of all rooms.
pub fn operations() -> Vec<&'static Operation> {
    [platform::OPERATIONS, directory::OPERATIONS]
        .into_iter()
        .flatten()
        .collect()
}

/// The problems that any room may answer.
pub fn problems() -> Vec<&'static ProblemKind> {
    [platform::PROBLEMS, directory::PROBLEMS]
        .into_iter()
        .flatten()
        .copied()
        .collect()
}

/// A floor with everything on it, to be opened.
///
/// # Errors
/// When the packs of the binary have faults.
pub fn builder(
    config: FloorConfig,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdGen>,
    authenticator: Arc<dyn Authenticator>,
) -> Result<FloorBuilder> {
    Ok(Floor::builder(config, clock, ids)
        .authenticator(authenticator)
        .roles(packs::roles()?)
        .operations(directory::OPERATIONS)
        .migrations(directory::migrations()))
}

/// The rooms' routes below `/api/v1`.
pub fn rooms() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .merge(platform::routes())
        .merge(directory::routes())
}

/// The whole application: API, its description, health, console.
pub fn app(floor: Floor) -> Router {
    let (api, document) = openapi::describe(rooms()).split_for_parts();
    let routes = api
        .merge(openapi::routes(document))
        .merge(crate::serve::health())
        .route("/api/{*path}", axum::routing::any(unknown))
        .merge(web::routes());
    platform::http::app(routes, floor)
}

/// An address below `/api` that nobody serves is no page of the console.
async fn unknown() -> platform::Problem {
    platform::Problem::not_found()
}
