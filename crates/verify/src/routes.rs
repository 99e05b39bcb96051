//! The addresses of the slice below `/api/v1`.

use platform::Floor;
use utoipa::OpenApi as _;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{consent, delivery, finding, link, report, request, run};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::with_openapi(report::fetch::Described::openapi())
        .routes(routes!(consent::withdraw::handle))
        .routes(routes!(request::list::handle))
        .routes(routes!(request::get::handle))
        .routes(routes!(request::cancel::handle))
        .routes(routes!(request::batch::list, request::batch::handle))
        .routes(routes!(report::read::handle))
        .routes(routes!(report::fetch::handle))
        .routes(routes!(report::read::preview))
        .routes(routes!(report::get::handle))
        .routes(routes!(report::paper::handle))
        .routes(routes!(report::finding::object))
        .routes(routes!(report::finding::decide))
        .routes(routes!(delivery::calendar::handle))
        .routes(routes!(delivery::list::handle, delivery::create::handle))
        .routes(routes!(delivery::list::get))
        .routes(routes!(delivery::start::handle))
        .routes(routes!(delivery::start::discard))
        .routes(routes!(delivery::rejects::handle))
        .routes(routes!(delivery::rejects::file))
        .routes(routes!(link::start::handle))
        .routes(routes!(link::list::handle))
        .routes(routes!(link::list::get))
        .routes(routes!(link::decide::handle))
        .routes(routes!(run::checks::handle))
        .routes(routes!(run::list::handle, run::create::handle))
        .routes(routes!(run::list::get))
        .routes(routes!(finding::list::handle))
        .routes(routes!(finding::export::handle))
        .routes(routes!(finding::list::get))
        .routes(routes!(finding::decide::handle))
        .routes(routes!(finding::decide::object))
}
