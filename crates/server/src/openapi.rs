//! The API's description, OpenAPI 3.1.

use axum::{Router, http::header, routing::get};
use utoipa::openapi::{
    Components, Info, License, OpenApi, OpenApiBuilder, Server,
    security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme},
};
use utoipa_axum::router::OpenApiRouter;

use platform::{Floor, Operation, http::Doors};

/// Where the rooms' routes hang.
const PREFIX: &str = "/api/v1";

/// Puts the rooms' routes under their prefix, with the document's head.
pub fn describe(rooms: OpenApiRouter<Floor>) -> OpenApiRouter<Floor> {
    OpenApiRouter::with_openapi(head()).nest(PREFIX, rooms)
}

/// The document as it is committed: indented, in the order of paths, with one line end.
///
/// # Errors
/// Never in practice: the document is plain data.
pub fn text() -> serde_json::Result<String> {
    let (_, document) = describe(crate::wiring::rooms()).split_for_parts();
    let mut text = serde_json::to_string_pretty(&sorted(document))?;
    text.push('\n');
    Ok(text)
}

/// Serves the document.
pub fn routes<S: Clone + Send + Sync + 'static>(document: OpenApi) -> Router<S> {
    let text = serde_json::to_string(&sorted(document)).unwrap_or_default();
    let answer = move || {
        let text = text.clone();
        async move { ([(header::CONTENT_TYPE, "application/json")], text) }
    };
    Router::new().route("/api/openapi.json", get(answer))
}

/// Which operation each described address serves.
pub fn doors(document: &OpenApi, operations: &[&'static Operation]) -> Doors {
    let mut doors = Doors::new();
    for (path, item) in &document.paths.paths {
        for (method, described) in [
            ("GET", &item.get),
            ("POST", &item.post),
            ("PUT", &item.put),
            ("PATCH", &item.patch),
            ("DELETE", &item.delete),
        ] {
            let id = described.as_ref().and_then(|d| d.operation_id.as_deref());
            if let Some(operation) = operations.iter().find(|o| Some(o.id) == id) {
                doors.insert(format!("{method} {path}"), operation);
            }
        }
    }
    doors
}

fn head() -> OpenApi {
    let mut info = Info::new("兜底 Doudi", "1");
    info.description = Some(
        "社会救助兜底保障。金额为十进制字符串（元）；错误为 RFC 9457 问题文档。\n\n\
         Social assistance of a county. Money is a decimal string in yuan; errors are RFC 9457 \
         problem documents."
            .to_owned(),
    );
    info.license = Some(License::new("Apache-2.0"));
    let mut components = Components::new();
    components.add_security_scheme(
        "session",
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("doudi_session"))),
    );
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new("/")]))
        .components(Some(components))
        .security(Some([SecurityRequirement::new(
            "session",
            Vec::<String>::new(),
        )]))
        .build()
}

/// The order of paths must not depend on the order of rooms.
fn sorted(document: OpenApi) -> serde_json::Value {
    let mut value = serde_json::to_value(document).unwrap_or_default();
    if let Some(paths) = value
        .get_mut("paths")
        .and_then(|paths| paths.as_object_mut())
    {
        paths.sort_keys();
    }
    if let Some(schemas) = value
        .pointer_mut("/components/schemas")
        .and_then(|schemas| schemas.as_object_mut())
    {
        schemas.sort_keys();
    }
    value
}
