//! The addresses of the slice below `/api/v1`.

use platform::Floor;
use utoipa_axum::router::OpenApiRouter;

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
}
