//! The addresses of the slice below `/api/v1`.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{consent, report, request};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(consent::withdraw::handle))
        .routes(routes!(request::list::handle))
        .routes(routes!(request::get::handle))
        .routes(routes!(request::cancel::handle))
        .routes(routes!(request::batch::list, request::batch::handle))
        .routes(routes!(report::read::handle))
        .routes(routes!(report::read::preview))
        .routes(routes!(report::get::handle))
        .routes(routes!(report::paper::handle))
        .routes(routes!(report::finding::object))
        .routes(routes!(report::finding::decide))
}
