//! Problems on the wire.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Problem;
use crate::http::Locale;

/// A problem document (RFC 9457, `application/problem+json`).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProblemBody {
    /// `about:blank#` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The title in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: String,
    /// The detail in the reader's language.
    pub detail: Option<String>,
    /// The title in English.
    pub title_en: String,
    /// The detail in English.
    pub detail_en: Option<String>,
    /// The title in Chinese.
    pub title_zh: String,
    /// The detail in Chinese.
    pub detail_zh: Option<String>,
    /// The request id, under which the log knows more.
    pub instance: Option<String>,
    /// The faults, each with its place.
    pub errors: Vec<ProblemError>,
}

/// One fault of a problem document.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProblemError {
    /// A JSON pointer into the request, or a column name.
    pub pointer: String,
    /// The row of a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Problem {
    /// The document in a language.
    pub fn body(&self, locale: Locale, instance: Option<&str>) -> ProblemBody {
        let kind = self.0.kind;
        let (detail_zh, detail_en) = match (&self.0.detail, self.0.more) {
            (Some((zh, en)), 0) => (Some(zh.clone()), Some(en.clone())),
            (detail, more) if more > 0 => {
                let (zh, en) = detail.clone().unwrap_or_default();
                (
                    Some(format!("{zh}（另有 {more} 处）")),
                    Some(format!("{en} ({more} more)")),
                )
            }
            _ => (None, None),
        };
        ProblemBody {
            kind: format!("about:blank#{}", kind.code),
            title: if locale == Locale::Zh {
                kind.zh
            } else {
                kind.en
            }
            .to_owned(),
            status: kind.status,
            code: kind.code.to_owned(),
            detail: if locale == Locale::Zh {
                detail_zh.clone()
            } else {
                detail_en.clone()
            },
            title_en: kind.en.to_owned(),
            detail_en,
            title_zh: kind.zh.to_owned(),
            detail_zh,
            instance: instance.map(str::to_owned),
            errors: self
                .0
                .faults
                .iter()
                .map(|f| ProblemError {
                    pointer: f.pointer.to_string(),
                    row: f.row,
                    zh: f.zh.clone(),
                    en: f.en.clone(),
                })
                .collect(),
        }
    }
}

/// Writes the document; the HTTP layer calls it again with the request's language and id.
pub(crate) fn render(problem: &Problem, locale: Locale, instance: Option<&str>) -> Response {
    let status =
        StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(&problem.body(locale, instance)).unwrap_or_default();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let media = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}

/// The problem rides along in the response so that the HTTP layer can tell it in the reader's
/// language and log its cause under the request id.
#[derive(Clone)]
pub(crate) struct Carried(pub std::sync::Arc<Problem>);

impl IntoResponse for Problem {
    fn into_response(mut self) -> Response {
        if let Some(answer) = self.take_replay() {
            let mut response = answer.into_response();
            let yes = HeaderValue::from_static("true");
            response
                .headers_mut()
                .insert(crate::idempotency::REPLAYED, yes);
            return response;
        }
        let mut response = render(&self, Locale::Zh, None);
        response
            .extensions_mut()
            .insert(Carried(std::sync::Arc::new(self)));
        response
    }
}
