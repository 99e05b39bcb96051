//! The API called from inside the process: the demonstration and the commands of the terminal
//! take the very road a browser takes, with the same rights, checks and records.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use anyhow::{Context as _, anyhow, bail};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header},
};
use serde_json::Value;
use tower::ServiceExt as _;

/// The largest answer read: a bank file or a workbook of a county.
const ANSWER_MAX: usize = 1 << 30;

/// One signed-in user.
pub struct Client {
    app: Router,
    who: String,
    /// What its idempotency keys begin with.
    keys: String,
    headers: HeaderMap,
    serial: AtomicU64,
}

/// Keys of this run alone.
fn random() -> String {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives random bits");
    platform::hash::hex(&bytes)
}

impl Client {
    /// A client that sends these headers with each request; `who` names it in messages.
    ///
    /// Its idempotency keys are the same in each run, so that the demonstration repeats itself.
    pub fn new(app: Router, who: impl Into<String>, headers: HeaderMap) -> Self {
        let who = who.into();
        Self {
            app,
            keys: who.clone(),
            who,
            headers,
            serial: AtomicU64::new(0),
        }
    }

    /// Signs in as a browser does. A command typed twice is two commands: its idempotency keys
    /// are of this run alone.
    ///
    /// # Panics
    /// When the operating system gives no random bits.
    ///
    /// # Errors
    /// When the login or the password is refused, or the first password was never changed.
    pub async fn sign_in(app: Router, login: &str, password: &str) -> anyhow::Result<Self> {
        let mut client = Self::new(app, login, HeaderMap::new());
        client.keys = random();
        let body = serde_json::json!({ "login": login, "password": password });
        client.enter("/sessions", &body).await?;
        Ok(client)
    }

    /// A citizen who signs in at the portal with a code.
    ///
    /// # Panics
    /// When the operating system gives no random bits.
    ///
    /// # Errors
    /// When the code is refused.
    pub async fn citizen(app: Router, id_number: &str, code: &str) -> anyhow::Result<Self> {
        let mut client = Self::new(app, "citizen", HeaderMap::new());
        client.keys = random();
        let body = serde_json::json!({ "id_number": id_number, "code": code });
        client.enter("/portal/sessions", &body).await?;
        Ok(client)
    }

    /// Signs in and keeps the cookie.
    async fn enter(&mut self, path: &str, body: &Value) -> anyhow::Result<()> {
        let body = ("application/json", body.to_string().into_bytes());
        let (status, headers, bytes) = self.send(Method::POST, path, Some(body), None).await?;
        if !status.is_success() {
            bail!("{}", problem_text(&bytes));
        }
        let cookie = headers
            .get(header::SET_COOKIE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .context("no session cookie")?;
        self.headers
            .insert(header::COOKIE, HeaderValue::from_str(cookie)?);
        Ok(())
    }

    /// Reads.
    ///
    /// # Errors
    /// The problem that the API answers.
    pub async fn get(&self, path: &str) -> anyhow::Result<Value> {
        self.json(Method::GET, path, None, None).await
    }

    /// Reads a file: its bytes.
    ///
    /// # Errors
    /// The problem that the API answers.
    pub async fn download(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let (status, _, bytes) = self.send(Method::GET, path, None, None).await?;
        self.checked(path, status, &bytes)?;
        Ok(bytes)
    }

    /// Commands, with an idempotency key of its own.
    ///
    /// # Errors
    /// The problem that the API answers.
    pub async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        self.json(Method::POST, path, Some(body), None).await
    }

    /// Puts something in its place, with an idempotency key of its own.
    ///
    /// # Errors
    /// The problem that the API answers.
    pub async fn put(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        self.json(Method::PUT, path, Some(body), None).await
    }

    /// Commands on a versioned resource.
    ///
    /// # Errors
    /// The problem that the API answers.
    pub async fn post_version(
        &self,
        path: &str,
        body: &Value,
        version: i64,
    ) -> anyhow::Result<Value> {
        self.json(Method::POST, path, Some(body), Some(version))
            .await
    }

    /// Sends fields and files as a form does.
    ///
    /// # Errors
    /// The problem that the API answers.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> anyhow::Result<Value> {
        const BORDER: &str = "doudi-part-5c1f9d2e";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend_from_slice(
                format!(
                    "--{BORDER}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .as_bytes(),
            );
        }
        for (name, file, bytes) in files {
            body.extend_from_slice(
                format!(
                    "--{BORDER}\r\nContent-Disposition: form-data; name=\"{name}\"; \
                     filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                )
                .as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BORDER}--\r\n").as_bytes());
        let media = format!("multipart/form-data; boundary={BORDER}");
        let (status, _, bytes) = self
            .send(Method::POST, path, Some((&media, body)), None)
            .await?;
        self.checked(path, status, &bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }

    /// Waits until a job has ended well, telling its progress.
    ///
    /// # Errors
    /// The job's own problem, when it failed or was cancelled.
    pub async fn wait(
        &self,
        job: &str,
        mut progress: impl FnMut(u64, u64),
    ) -> anyhow::Result<Value> {
        loop {
            let state = self.get(&format!("/jobs/{job}")).await?;
            let number = |name: &str| state[name].as_u64().unwrap_or(0);
            progress(number("done"), number("total"));
            match state["status"].as_str() {
                Some("done") => return Ok(state["result"].clone()),
                Some("failed" | "cancelled") => {
                    bail!("{} {}: {}", state["kind"], state["status"], state["error"])
                }
                _ => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    async fn json(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        version: Option<i64>,
    ) -> anyhow::Result<Value> {
        let body = body.map(|value| ("application/json", value.to_string().into_bytes()));
        let (status, _, bytes) = self.send(method, path, body, version).await?;
        self.checked(path, status, &bytes)?;
        if bytes.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(&bytes).with_context(|| format!("{path}: no JSON"))
    }

    fn checked(&self, path: &str, status: StatusCode, bytes: &[u8]) -> anyhow::Result<()> {
        if status.is_success() {
            return Ok(());
        }
        Err(anyhow!(
            "{} {path}: {status} {}",
            self.who,
            problem_text(bytes)
        ))
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<(&str, Vec<u8>)>,
        version: Option<i64>,
    ) -> anyhow::Result<(StatusCode, HeaderMap, Vec<u8>)> {
        let mut request = Request::builder()
            .method(method.clone())
            .uri(format!("/api/v1{path}"));
        if method != Method::GET {
            let serial = self.serial.fetch_add(1, Ordering::Relaxed);
            request = request
                .header("x-doudi", "1")
                .header("idempotency-key", format!("{}-{serial}", self.keys));
        }
        if let Some(version) = version {
            request = request.header(header::IF_MATCH, format!("\"{version}\""));
        }
        let body = match body {
            None => Body::empty(),
            Some((media, bytes)) => {
                request = request.header(header::CONTENT_TYPE, media);
                Body::from(bytes)
            }
        };
        let mut request = request.body(body)?;
        for (name, value) in &self.headers {
            request.headers_mut().insert(name.clone(), value.clone());
        }
        let response = self
            .app
            .clone()
            .oneshot(request)
            .await
            .map_err(|never| match never {})?;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, ANSWER_MAX).await?.to_vec();
        Ok((parts.status, parts.headers, bytes))
    }
}

/// An error as the terminal tells it: problems in both languages, with the places at fault.
pub fn in_words(error: &anyhow::Error) -> String {
    let problem = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<platform::Problem>());
    let Some(problem) = problem else {
        return format!("{error:#}");
    };
    let body = problem.body(platform::http::Locale::Zh, None);
    let mut words = problem_text(&serde_json::to_vec(&body).unwrap_or_default());
    // Whoever sits at the terminal is the administrator whom the words would send one to.
    if problem.status() >= 500 {
        words.push_str(&format!("\n  {problem}"));
    }
    match error.is::<platform::Problem>() {
        true => words,
        false => format!("{error}: {words}"),
    }
}

/// The words of a problem document, in both languages, with the places at fault.
fn problem_text(bytes: &[u8]) -> String {
    let Ok(problem) = serde_json::from_slice::<Value>(bytes) else {
        return String::from_utf8_lossy(bytes).chars().take(500).collect();
    };
    let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
    let mut words = format!(
        "{} {} / {}",
        text("code"),
        text("title_zh"),
        text("title_en")
    );
    for part in ["detail_zh", "detail_en"] {
        if !text(part).is_empty() {
            words.push_str(&format!("; {}", text(part)));
        }
    }
    for fault in problem["errors"].as_array().into_iter().flatten().take(10) {
        words.push_str(&format!(
            "\n  {} {} / {}",
            fault["pointer"], fault["zh"], fault["en"]
        ));
    }
    words
}
