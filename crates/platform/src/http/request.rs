//! What the floor keeps of a request.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::http::{HeaderMap, header, request::Parts};

/// The language of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Locale {
    /// Picks from `Accept-Language`: English only when it is asked for before Chinese.
    pub fn of(headers: &HeaderMap) -> Self {
        let text = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|v| v.to_str().ok());
        for part in text.unwrap_or_default().split(',') {
            let tag = part
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase();
            if tag.starts_with("zh") {
                return Self::Zh;
            }
            if tag.starts_with("en") {
                return Self::En;
            }
        }
        Self::Zh
    }
}

/// One request as the floor sees it; shared by everything that happens for it.
#[derive(Clone, Debug)]
pub struct RequestState(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    id: String,
    locale: Locale,
    idempotency_key: Option<String>,
    if_match: Option<i32>,
    digest: [u8; 32],
    over_http: bool,
    unfinished: AtomicUsize,
}

impl RequestState {
    pub(crate) fn new(id: String, headers: &HeaderMap, digest: [u8; 32]) -> Self {
        let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
        let if_match = text("if-match").and_then(|v| {
            v.trim()
                .trim_start_matches("W/")
                .trim_matches('"')
                .parse()
                .ok()
        });
        Self(Arc::new(Inner {
            id,
            locale: Locale::of(headers),
            idempotency_key: text("idempotency-key").map(str::to_owned),
            if_match,
            digest,
            over_http: true,
            unfinished: AtomicUsize::new(0),
        }))
    }

    /// The request of work that came over no wire.
    pub fn internal() -> Self {
        Self::internal_as("internal")
    }

    pub(crate) fn internal_as(id: &str) -> Self {
        Self(Arc::new(Inner {
            id: id.to_owned(),
            locale: Locale::Zh,
            idempotency_key: None,
            if_match: None,
            digest: [0; 32],
            over_http: false,
            unfinished: AtomicUsize::new(0),
        }))
    }

    /// What the layer kept for this request.
    pub(crate) fn of(parts: &Parts) -> Self {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .unwrap_or_else(|| Self::new("unlayered".to_owned(), &parts.headers, [0; 32]))
    }

    /// The request's id.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The language asked for.
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// The idempotency key sent.
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.idempotency_key.as_deref()
    }

    /// The version that `If-Match` names.
    pub fn if_match(&self) -> Option<i32> {
        self.0.if_match
    }

    /// SM3 over method, address and body.
    pub fn digest(&self) -> [u8; 32] {
        self.0.digest
    }

    pub(crate) fn over_http(&self) -> bool {
        self.0.over_http
    }

    pub(crate) fn reading_started(&self) {
        self.0.unfinished.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn reading_finished(&self) {
        self.0.unfinished.fetch_sub(1, Ordering::SeqCst);
    }

    /// Personal readers that were not finished.
    pub(crate) fn unfinished(&self) -> usize {
        self.0.unfinished.load(Ordering::SeqCst)
    }
}
