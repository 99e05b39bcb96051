//! Extractors whose rejections are problem documents.

use axum::{
    extract::{FromRequest, FromRequestParts, Request, rejection::JsonRejection},
    http::request::Parts,
    response::{IntoResponse, Response},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::problem::{Problem, kinds};

/// A JSON body, in and out. A body that cannot be read answers a problem with the field's pointer
/// where the parser knows it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

impl<T, S> FromRequest<S> for Json<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(req: Request, state: &S) -> Result<Self, Problem> {
        match axum::Json::<T>::from_request(req, state).await {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(JsonRejection::JsonDataError(e)) => {
                let cause = source_text(&e);
                let problem = Problem::invalid();
                Err(match pointer(&e) {
                    Some(pointer) => problem.field(
                        pointer,
                        format!("内容不符合要求：{cause}"),
                        format!("Not as expected: {cause}"),
                    ),
                    None => problem.detail(
                        format!("请求内容有误：{cause}"),
                        format!("The request body is not as expected: {cause}"),
                    ),
                })
            }
            Err(JsonRejection::JsonSyntaxError(e)) => {
                let cause = source_text(&e);
                Err(Problem::new(&kinds::MALFORMED).detail(
                    format!("请求内容不是合法的 JSON：{cause}"),
                    format!("The request body is not valid JSON: {cause}"),
                ))
            }
            Err(JsonRejection::MissingJsonContentType(_)) => Err(Problem::new(&kinds::MEDIA_TYPE)
                .detail(
                    "请求内容类型应为 application/json",
                    "The content type must be application/json",
                )),
            Err(e) if e.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Problem::new(&kinds::TOO_LARGE))
            }
            Err(e) => Err(Problem::new(&kinds::MALFORMED).because(e)),
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

/// The JSON pointer of the place at which reading stopped.
fn pointer(e: &(dyn std::error::Error + 'static)) -> Option<String> {
    use serde_path_to_error::{Error, Segment};
    let mut inner = Some(e);
    while let Some(e) = inner {
        if let Some(found) = e.downcast_ref::<Error<serde_json::Error>>() {
            let mut pointer = String::new();
            for segment in found.path() {
                match segment {
                    Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
                    Segment::Map { key } | Segment::Enum { variant: key } => {
                        pointer.push('/');
                        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                    }
                    Segment::Unknown => return None,
                }
            }
            return Some(pointer);
        }
        inner = e.source();
    }
    None
}

/// The innermost message of an error; serde's says which field and position, and quotes no value
/// of a string field.
fn source_text(e: &dyn std::error::Error) -> String {
    let mut inner = e;
    while let Some(next) = inner.source() {
        inner = next;
    }
    without_values(&inner.to_string())
}

/// Takes quoted input values out of a parser's message: they may be personal data.
fn without_values(message: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in message.chars() {
        if c == '"' {
            inside = !inside;
            out.push_str(if inside { "\"…" } else { "\"" });
        } else if !inside {
            out.push(c);
        }
    }
    out
}

/// Parameters of the address.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<T, S> FromRequestParts<S> for Path<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            // An address that names nothing possible names nothing that exists.
            Err(e) => Err(Problem::not_found().because(e)),
        }
    }
}

/// Parameters after the question mark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

impl<T, S> FromRequestParts<S> for Query<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            Err(e) => {
                let cause = source_text(&e);
                Err(Problem::invalid().detail(
                    format!("查询参数有误：{cause}"),
                    format!("The query is not as expected: {cause}"),
                ))
            }
        }
    }
}

/// A JSON answer with the resource's version as entity tag, for `GET` of what can be changed.
#[derive(Clone, Copy, Debug)]
pub struct Versioned<T>(pub T, pub i32);

impl<T: Serialize> IntoResponse for Versioned<T> {
    fn into_response(self) -> Response {
        let tag = format!("\"{}\"", self.1);
        ([(axum::http::header::ETAG, tag)], axum::Json(self.0)).into_response()
    }
}
