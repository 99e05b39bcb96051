//! The addresses of insight below `/api/v1`.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{figures, home, month_end, reconciliation};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(home::handle))
        .routes(routes!(figures::handle))
        .routes(routes!(reconciliation::handle))
        .routes(routes!(month_end::list, month_end::handle))
}
