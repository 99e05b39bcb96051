//! Requests over the whole router, without a network.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use tower::ServiceExt;

use crate::auth::{HEADER, User};

/// A request being filled in.
pub struct Send<'a> {
    router: &'a Router,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Body,
}

impl<'a> Send<'a> {
    pub(crate) fn new(router: &'a Router, method: Method, path: &str, key: String) -> Self {
        let path = if path.starts_with("/api") {
            path.to_owned()
        } else {
            format!("/api/v1{path}")
        };
        let mut headers = HeaderMap::new();
        headers.insert("x-doudi", HeaderValue::from_static("1"));
        if method != Method::GET {
            headers.insert(
                "idempotency-key",
                HeaderValue::try_from(key).expect("a plain key"),
            );
        }
        Self {
            router,
            method,
            path,
            headers,
            body: Body::empty(),
        }
    }

    /// As a user.
    #[must_use]
    pub fn by(self, user: &User) -> Self {
        self.header(HEADER, &user.id.to_string())
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = HeaderName::try_from(name).expect("a header's name");
        self.headers.insert(
            name,
            HeaderValue::try_from(value).expect("a header's value"),
        );
        self
    }

    /// Without a header that the kit would send.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// With this idempotency key.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// With the version expected.
    #[must_use]
    pub fn version(self, version: i32) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    /// With a JSON body.
    #[must_use]
    pub fn json<T: Serialize>(mut self, body: &T) -> Self {
        self.body = Body::from(serde_json::to_vec(body).expect("JSON"));
        self.header("content-type", "application/json")
    }

    /// With any body.
    #[must_use]
    pub fn raw(mut self, media: &str, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self.header("content-type", media)
    }

    /// With a form of parts: `(name, file name, bytes)`; without a file name it is a plain field.
    #[must_use]
    pub fn multipart(self, parts: &[(&str, Option<&str>, &[u8])]) -> Self {
        const BORDER: &str = "doudi-test-border-7d1f";
        let mut body = Vec::new();
        for (name, file, bytes) in parts {
            let file = file
                .map(|f| format!("; filename=\"{f}\""))
                .unwrap_or_default();
            let media = if file.is_empty() {
                ""
            } else {
                "Content-Type: application/octet-stream\r\n"
            };
            body.extend_from_slice(
                format!("--{BORDER}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n{media}\r\n")
                    .as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BORDER}--\r\n").as_bytes());
        self.raw(&format!("multipart/form-data; boundary={BORDER}"), body)
    }

    /// Sends it and reads the whole answer.
    pub async fn send(self) -> Answered {
        let mut request = Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = self.path.parse().expect("an address");
        *request.headers_mut() = self.headers;
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX)
            .await
            .map(|b| b.to_vec())
            .unwrap_or_default();
        Answered {
            status: parts.status.as_u16(),
            headers: parts.headers,
            bytes,
        }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Answered {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    /// The body as a type.
    pub fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("{e}: {self}"))
    }

    /// The code of a problem.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The body when the status is a success; panics with the answer otherwise.
    pub fn ok(&self) -> Value {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        assert!(status.is_success(), "{self}");
        self.json()
    }

    /// A header's text.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    }

    /// The version in the entity tag.
    pub fn etag(&self) -> Option<i32> {
        self.header(header::ETAG.as_str())
            .trim_matches('"')
            .parse()
            .ok()
    }
}

impl std::fmt::Display for Answered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} {}",
            self.status,
            String::from_utf8_lossy(&self.bytes)
        )
    }
}
