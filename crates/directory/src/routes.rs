//! The addresses of the directory below `/api/v1`.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{division, grant, organisation, role, session, user};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(session::create::handle))
        .routes(routes!(session::get::handle, session::end::handle))
        .routes(routes!(session::password::handle))
        .routes(routes!(division::list::handle))
        .routes(routes!(
            organisation::list::handle,
            organisation::create::handle
        ))
        .routes(routes!(organisation::update::handle))
        .routes(routes!(user::list::handle, user::create::handle))
        .routes(routes!(user::update::handle))
        .routes(routes!(user::reset::handle))
        .routes(routes!(user::lock::lock))
        .routes(routes!(user::lock::unlock))
        .routes(routes!(grant::create::handle))
        .routes(routes!(grant::end::handle))
        .routes(routes!(role::list::handle))
}
