//! The addresses of the slice below `/api/v1`.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    calculator, catalogue, change, document, formula, parameter, place, programme, release,
    vocabulary,
};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(release::list::handle, release::propose::handle))
        .routes(routes!(release::amend::handle))
        .routes(routes!(release::get::handle))
        .routes(routes!(release::check::handle))
        .routes(routes!(release::approve::handle))
        .routes(routes!(release::reject::handle))
        .routes(routes!(programme::list::handle))
        .routes(routes!(programme::get::handle))
        .routes(routes!(parameter::list::handle))
        .routes(routes!(parameter::get::handle))
        .routes(routes!(formula::list::handle))
        .routes(routes!(place::list::handle))
        .routes(routes!(
            calculator::ask::handle,
            calculator::work_out::handle
        ))
        .routes(routes!(vocabulary::list::handle))
        .routes(routes!(change::list::handle))
        .routes(routes!(document::list::handle))
        .routes(routes!(catalogue::list::handle))
}
