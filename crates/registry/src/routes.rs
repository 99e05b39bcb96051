//! The addresses of the registry below `/api/v1`.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{account, household, import, member, person};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(household::list::handle, household::create::handle))
        .routes(routes!(household::export::handle))
        .routes(routes!(household::get::handle, household::change::handle))
        .routes(routes!(household::record::handle))
        .routes(routes!(member::join::handle))
        .routes(routes!(member::leave::handle))
        .routes(routes!(member::head::handle))
        .routes(routes!(household::history::handle))
        .routes(routes!(person::reveal::handle))
        .routes(routes!(person::correct::handle))
        .routes(routes!(account::list::handle))
        .routes(routes!(account::propose::handle))
        .routes(routes!(account::decide::approve))
        .routes(routes!(account::decide::reject))
        .routes(routes!(account::changes::handle))
        .routes(routes!(import::kinds::handle))
        .routes(routes!(import::template::handle))
        .routes(routes!(import::list::handle, import::create::handle))
        .routes(routes!(import::get::handle))
        .routes(routes!(import::rows::handle))
        .routes(routes!(import::apply::handle))
        .routes(routes!(import::returned::handle))
}
