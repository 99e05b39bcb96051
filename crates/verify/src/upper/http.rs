//! The platform over HTTP: four requests below one address, as docs/verification.md states them.

use std::sync::Arc;
use std::time::Duration;

use ::platform::{Floor, Problem, Result};
use async_trait::async_trait;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Body, http::Response};

use super::{LARGEST, Platform, plain};
use crate::problems::PLATFORM;

/// How long one request may take, from the name of the host to the last byte.
const PATIENCE: Duration = Duration::from_secs(120);
/// The largest list of names.
const LIST: u64 = 1 << 20;

/// Why a connector cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum HttpFault {
    /// No address of the web, or one that would carry identity numbers in the clear.
    #[error(
        "核对平台地址应以 https:// 开头；仅本机可用 http:// / the platform's address begins with \
         https://, or with http:// on this machine only: {0}"
    )]
    Address(String),
    /// No certificate.
    #[error(
        "核对平台的根证书文件不是PEM证书 / the platform's root certificates are no PEM certificates"
    )]
    Certificates,
    /// A token that cannot be a header.
    #[error(
        "核对平台的令牌应为一行可见字符 / the platform's token is one line of visible characters"
    )]
    Token,
}

/// The connector. No `Debug`: it holds the token.
#[derive(Clone)]
pub struct Http(Arc<Inner>);

struct Inner {
    agent: Agent,
    address: String,
    token: String,
}

/// What waits, as the platform says it.
#[derive(Deserialize)]
struct Waiting {
    files: Vec<String>,
}

impl Http {
    /// A connector to `address`, which knows us by `token`. `roots` are PEM certificates that
    /// vouch for it instead of the public ones, since platforms of an administration have their own.
    ///
    /// # Errors
    /// An address, token or certificate that cannot be used.
    pub fn new(address: &str, token: &str, roots: Option<&[u8]>) -> Result<Self, HttpFault> {
        let address = address.trim().trim_end_matches('/');
        if !safe(address) {
            return Err(HttpFault::Address(address.to_owned()));
        }
        let token = token.trim();
        if token.is_empty() || !token.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(HttpFault::Token);
        }
        let mut tls = TlsConfig::builder();
        if let Some(pem) = roots {
            let mut certificates = Vec::new();
            for item in parse_pem(pem) {
                if let PemItem::Certificate(one) = item.map_err(|_| HttpFault::Certificates)? {
                    certificates.push(one);
                }
            }
            if certificates.is_empty() {
                return Err(HttpFault::Certificates);
            }
            tls = tls.root_certs(RootCerts::new_with_certs(&certificates));
        }
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .tls_config(tls.build())
            .build();
        Ok(Self(Arc::new(Inner {
            agent: Agent::new_with_config(config),
            address: address.to_owned(),
            token: format!("Bearer {token}"),
        })))
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let inner = self.0.clone();
        let done = tokio::task::spawn_blocking(move || work(&inner)).await;
        done.map_err(Problem::internal)?
    }
}

/// TLS, or not beyond this machine: a gateway of the office may stand here.
fn safe(address: &str) -> bool {
    let Ok(uri) = address.parse::<ureq::http::Uri>() else {
        return false;
    };
    let loopback = |host: &str| {
        let host = host.trim_matches(['[', ']']);
        host == "localhost"
            || host
                .parse()
                .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
    };
    uri.query().is_none()
        && match (uri.scheme_str(), uri.host()) {
            (Some("https"), Some(_)) => true,
            (Some("http"), Some(host)) => loopback(host),
            _ => false,
        }
}

impl Inner {
    fn at(&self, folder: &str, name: &str) -> String {
        let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
        format!("{}/{folder}/{name}", self.address)
    }
}

fn unreached(cause: impl std::fmt::Display) -> Problem {
    Problem::new(&PLATFORM)
        .detail(
            "没有接通，请检查网络和平台地址后再办。",
            "It could not be reached. Check the network and its address, then try again.",
        )
        .because(cause)
}

/// The answer, where the platform did what was asked.
fn done(answer: Result<Response<Body>, ureq::Error>) -> Result<Body> {
    let answer = answer.map_err(unreached)?;
    let status = answer.status().as_u16();
    if answer.status().is_success() {
        return Ok(answer.into_body());
    }
    let (zh, en) = match status {
        401 | 403 => (
            "平台不认本单位的令牌，请向平台管理单位核实。",
            "It does not know this office's token. Ask whoever runs it.",
        ),
        404 => (
            "平台没有这个地址或文件。",
            "It has no such address or file.",
        ),
        409 => (
            "平台已有同名而内容不同的文件，请向平台管理单位核实。",
            "It holds another file of this name. Ask whoever runs it.",
        ),
        413 => (
            "平台嫌文件过大，请分批报送。",
            "The file is too large for it. Send fewer requests at once.",
        ),
        _ => (
            "平台没有办理，请稍后再办。",
            "It did not do what was asked. Try again later.",
        ),
    };
    Err(Problem::new(&PLATFORM)
        .detail(
            format!("{zh}（HTTP {status}）"),
            format!("{en} (HTTP {status})"),
        )
        .because(format_args!("HTTP {status}")))
}

#[async_trait]
impl Platform for Http {
    async fn send(&self, _floor: &Floor, name: &str, bytes: Vec<u8>) -> Result<()> {
        let name = name.to_owned();
        self.blocking(move |inner| {
            let put = inner.agent.put(inner.at("requests", &name));
            let put = put.header("authorization", &inner.token);
            done(put.content_type("text/csv").send(&bytes)).map(drop)
        })
        .await
    }

    async fn waiting(&self, _floor: &Floor) -> Result<Vec<String>> {
        self.blocking(|inner| {
            let get = inner.agent.get(format!("{}/reports", inner.address));
            let mut body = done(get.header("authorization", &inner.token).call())?;
            let text = body.with_config().limit(LIST).read_to_vec();
            let said: Waiting =
                serde_json::from_slice(&text.map_err(unreached)?).map_err(unreached)?;
            // A name that leads elsewhere is no report of ours.
            Ok(said.files.into_iter().filter(|name| plain(name)).collect())
        })
        .await
    }

    async fn fetch(&self, _floor: &Floor, name: &str) -> Result<Vec<u8>> {
        let name = name.to_owned();
        self.blocking(move |inner| {
            let get = inner.agent.get(inner.at("reports", &name));
            let mut body = done(get.header("authorization", &inner.token).call())?;
            let read = body.with_config().limit(LARGEST as u64).read_to_vec();
            read.map_err(unreached)
        })
        .await
    }

    async fn done(&self, _floor: &Floor, name: &str) -> Result<()> {
        let name = name.to_owned();
        self.blocking(move |inner| {
            let delete = inner.agent.delete(inner.at("reports", &name));
            let answer = delete.header("authorization", &inner.token).call();
            match &answer {
                Ok(gone) if gone.status().as_u16() == 404 => Ok(()),
                _ => done(answer).map(drop),
            }
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::{Http, safe};

    #[test]
    fn identity_numbers_never_leave_the_machine_in_the_clear() {
        for address in [
            "https://hd.example.gov.cn/api",
            "http://127.0.0.1:9000",
            "http://localhost/x",
            "http://[::1]:80",
        ] {
            assert!(safe(address), "{address}");
        }
        for address in [
            "http://hd.example.gov.cn",
            "ftp://127.0.0.1",
            "hd.example.gov.cn",
            "https://h/?a=b",
            "",
        ] {
            assert!(!safe(address), "{address}");
            assert!(Http::new(address, "t", None).is_err());
        }
    }

    #[test]
    fn a_token_or_certificate_that_is_none_is_told_at_the_start() {
        let address = "https://hd.example.gov.cn";
        assert!(Http::new(address, "一二三", None).is_err());
        assert!(Http::new(address, " ", None).is_err());
        assert!(Http::new(address, "t0ken\n", None).is_ok());
        assert!(Http::new(address, "t0ken", Some(b"no certificate")).is_err());
    }
}
