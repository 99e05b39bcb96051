//! The console inside the binary: its files, the citizens' portal at `/portal`, and the console's
//! page for every other address.

use axum::{
    Router,
    body::Body,
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use rust_embed::RustEmbed;

#[cfg(test)]
mod tests;

/// The built console. In a debug build the files are read from the folder at run time, in others
/// they are part of the binary.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Console;

/// Everything outside `/api`.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/", get(answer))
        // Its files are named relative to the page, which therefore has one address.
        .route("/portal/", get(|| async { Redirect::permanent("/portal") }))
        .route("/{*path}", get(answer))
}

async fn answer(uri: Uri) -> Response {
    find(uri.path())
}

fn find(path: &str) -> Response {
    let name = match path.trim_start_matches('/') {
        "portal" => "portal.html",
        name => name,
    };
    if let Some(file) = Console::get(name) {
        // The build names assets by their digest, so that a name never changes its bytes.
        let cache = if name.starts_with("assets/") {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        return file_answer(
            name,
            file.data.into_owned(),
            &file.metadata.sha256_hash(),
            cache,
        );
    }
    // A missing asset is missing; any other address is a page of the console.
    if name.starts_with("assets/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    match Console::get("index.html") {
        Some(page) => file_answer(
            "index.html",
            page.data.into_owned(),
            &page.metadata.sha256_hash(),
            "no-cache",
        ),
        None => not_built(),
    }
}

fn file_answer(name: &str, bytes: Vec<u8>, digest: &[u8; 32], cache: &'static str) -> Response {
    let media = mime_guess::from_path(name).first_or_octet_stream();
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::try_from(media.as_ref()) {
        headers.insert(header::CONTENT_TYPE, value);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    let tag = format!("\"{}\"", platform::hash::hex(&digest[..16]));
    if let Ok(value) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, value);
    }
    response
}

/// Said by a binary that was built before the console was.
fn not_built() -> Response {
    const PAGE: &str = "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\">\
        <title>兜底 Doudi</title><h1>控制台尚未构建 / The console is not built</h1>\
        <p>请运行 <code>cargo xtask demo</code>，或在 web 目录运行 \
        <code>npm ci &amp;&amp; npm run build</code> 后重新编译。接口在 \
        <a href=\"/api/openapi.json\">/api/openapi.json</a>。</p>\
        <p>Run <code>cargo xtask demo</code>, or <code>npm ci &amp;&amp; npm run build</code> in \
        <code>web</code>, and build again. The API is at \
        <a href=\"/api/openapi.json\">/api/openapi.json</a>.</p></html>";
    let mut response = PAGE.into_response();
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
}
