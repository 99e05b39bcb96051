//! The layer around all handlers.

use std::{panic::AssertUnwindSafe, sync::Arc};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use futures::FutureExt;

use super::{
    Locale, RequestState,
    body::{is_upload, prepare},
};
use crate::{
    floor::Floor,
    limits,
    problem::{Carried, Problem, kinds, render},
};

/// The whole application: the slices' routes with the floor's layer around them. Adds request
/// ids, limits, the CSRF header, problem documents in the reader's language, security headers,
/// and holds back personal answers whose reading was not recorded.
pub fn app(routes: Router<Floor>, floor: Floor) -> Router {
    routes
        .fallback(|| async { Problem::not_found() })
        .method_not_allowed_fallback(|| async { Problem::new(&kinds::METHOD) })
        .layer(from_fn_with_state(floor.clone(), surround))
        .with_state(floor)
}

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const CSRF: &str = "x-doudi";

async fn surround(State(floor): State<Floor>, req: Request, next: Next) -> Response {
    let id = floor.new_id().to_string();
    let locale = Locale::of(req.headers());
    let method = req.method().clone();
    let is_api = req.uri().path().starts_with("/api/");
    let path = req
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |p| p.as_str().to_owned());
    let response = match handle(&floor, &id, req, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    };
    let mut response = tell(response, locale, &id, &method, &path);
    protect(response.headers_mut(), is_api);
    if let Ok(value) = HeaderValue::try_from(id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

async fn handle(floor: &Floor, id: &str, req: Request, next: Next) -> Result<Response, Problem> {
    let writes = !matches!(*req.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if writes && !req.headers().contains_key(CSRF) {
        return Err(Problem::new(&kinds::CSRF));
    }
    let time = if is_upload(req.headers()) {
        limits::UPLOAD_TIMEOUT
    } else {
        limits::REQUEST_TIMEOUT
    };
    let work = async {
        let (mut req, digest) = prepare(floor, req).await?;
        let state = RequestState::new(id.to_owned(), req.headers(), digest);
        req.extensions_mut().insert(state.clone());
        let response = next.run(req).await;
        if response.status().is_success() && state.unfinished() > 0 {
            return Err(Problem::internal(
                "a personal reader was not finished before the answer",
            ));
        }
        Ok(response)
    };
    match tokio::time::timeout(time, AssertUnwindSafe(work).catch_unwind()).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(Problem::internal("the handler panicked")),
        Err(_) => Err(Problem::new(&kinds::TIMEOUT)),
    }
}

/// Tells a problem in the reader's language with the request's id, and logs it once.
fn tell(response: Response, locale: Locale, id: &str, method: &Method, path: &str) -> Response {
    let Some(problem) = problem_of(&response) else {
        return response;
    };
    let (code, cause) = (problem.code(), problem.cause().unwrap_or_default());
    if problem.status() >= 500 {
        tracing::error!(request = id, %method, path, code, cause, "failed");
    } else {
        tracing::debug!(request = id, %method, path, code, cause, "refused");
    }
    let mut told = render(&problem, locale, Some(id));
    for (name, value) in response.headers() {
        let about_body = [header::CONTENT_LENGTH, header::CONTENT_TYPE];
        if !told.headers().contains_key(name) && !about_body.contains(name) {
            told.headers_mut().insert(name.clone(), value.clone());
        }
    }
    told
}

/// The problem that an answer tells. Refusals that did not come from the floor or a slice (an
/// extractor of the framework) become problems too; nothing fails in another form.
fn problem_of(response: &Response) -> Option<Arc<Problem>> {
    if let Some(Carried(problem)) = response.extensions().get::<Carried>() {
        return Some(problem.clone());
    }
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let kind = match status.as_u16() {
        401 => &kinds::UNAUTHENTICATED,
        403 => &kinds::DENIED,
        404 => &kinds::NOT_FOUND,
        405 => &kinds::METHOD,
        408 => &kinds::TIMEOUT,
        413 => &kinds::TOO_LARGE,
        415 => &kinds::MEDIA_TYPE,
        400..=499 => &kinds::MALFORMED,
        _ => &kinds::INTERNAL,
    };
    Some(Arc::new(Problem::new(kind).because(status)))
}

const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
                   img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; \
                   object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

fn protect(headers: &mut HeaderMap, is_api: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CSP);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "no-referrer");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "geolocation=(), microphone=(), camera=()",
    );
    if is_api {
        set(header::CACHE_CONTROL, "no-store");
        set(header::VARY, "Accept-Language, Cookie");
    }
}
