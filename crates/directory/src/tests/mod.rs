//! The directory over HTTP, with its own sessions.

mod administration;
mod areas;
mod signing_in;

use std::sync::Arc;

use axum::http::Method;
use kernel::DivisionCode;
use platform::Ctx;
use serde_json::{Value, json};
use testkit::{Answered, TestApp};
use uuid::Uuid;

use crate::{
    Hasher, NewDivision, NewGrant, NewOrganisation, NewUser, OrganisationKind, Sessions, Settings,
    create_grant, create_organisation, create_user, load_divisions,
};

/// An app with one county, two townships and the three administrators.
struct House {
    app: TestApp,
    bureau: Uuid,
}

/// A signed-in user: the cookie.
struct Signed(String);

impl House {
    async fn build() -> Self {
        let settings = Arc::new(Settings {
            hasher: Hasher::for_tests(),
            ..Settings::default()
        });
        let app = TestApp::builder()
            .floor(move |floor| {
                floor
                    .operations(crate::OPERATIONS)
                    .migrations(crate::migrations())
                    .extension(settings.clone())
            })
            .routes(crate::routes().into())
            .authenticator(Arc::new(Sessions::default()))
            .role(
                "system_admin",
                &[
                    "directory.organisation.*",
                    "directory.user.list",
                    "directory.user.create",
                    "directory.user.update",
                    "directory.user.reset",
                ],
            )
            .role(
                "security_admin",
                &[
                    "directory.user.list",
                    "directory.user.lock",
                    "directory.user.unlock",
                    "directory.grant.*",
                    "directory.role.list",
                ],
            )
            .role("audit_admin", &["platform.audit.*"])
            .role("clerk", &["registry.*"])
            .role("finance", &["disburse.*"])
            .build()
            .await;
        let system = Ctx::system(&app.floor, Uuid::nil(), "test");
        load_divisions(&system, &places()).await.unwrap();
        let bureau = create_organisation(
            &system,
            &NewOrganisation {
                name: "清水县民政局".into(),
                kind: OrganisationKind::CountyBureau,
                division: "620521".into(),
                parent: None,
                sections: Vec::new(),
                phone: None,
                address: None,
            },
        )
        .await
        .unwrap()
        .id;
        Self { app, bureau }
    }

    /// A user with a role, past the first change of password.
    async fn user(&self, login: &str, role: &str, division: &str) -> Signed {
        let (id, first) = self.fresh(login).await;
        let system = Ctx::system(&self.app.floor, Uuid::nil(), "test");
        let grant = NewGrant {
            role: role.into(),
            division: division.into(),
            sections: Vec::new(),
            from: None,
            to: None,
        };
        create_grant(&system, id, &grant).await.unwrap();
        let signed = self.sign_in(login, &first).await.unwrap();
        let answer = self
            .send(
                &signed,
                Method::POST,
                "/sessions/current/password",
                Some(json!({"old": first, "new": "Wheat field 22"})),
            )
            .await;
        assert_eq!(answer.status, 204, "{answer}");
        signed
    }

    /// A user without any right, and the first password.
    async fn fresh(&self, login: &str) -> (Uuid, String) {
        let system = Ctx::system(&self.app.floor, Uuid::nil(), "test");
        let new = NewUser {
            login: login.into(),
            name: format!("测试{login}"),
            organisation_id: self.bureau,
        };
        let created = create_user(&system, new).await.unwrap();
        (created.user.id, created.initial_password)
    }

    async fn try_sign_in(&self, login: &str, password: &str) -> Answered {
        self.app
            .request(Method::POST, "/sessions")
            .json(&json!({"login": login, "password": password}))
            .send()
            .await
    }

    async fn sign_in(&self, login: &str, password: &str) -> Option<Signed> {
        let answer = self.try_sign_in(login, password).await;
        let cookie = answer.header("set-cookie").split(';').next()?.to_owned();
        (answer.status == 200).then_some(Signed(cookie))
    }

    async fn send(&self, by: &Signed, method: Method, path: &str, body: Option<Value>) -> Answered {
        let mut request = self.app.request(method, path).header("cookie", &by.0);
        if let Some(body) = body {
            request = request.json(&body);
        }
        request.send().await
    }

    async fn get(&self, by: &Signed, path: &str) -> Answered {
        self.send(by, Method::GET, path, None).await
    }

    async fn post(&self, by: &Signed, path: &str, body: Value) -> Answered {
        self.send(by, Method::POST, path, Some(body)).await
    }
}

fn places() -> Vec<NewDivision> {
    [
        ("620521", "清水县"),
        ("620521100", "永清镇"),
        ("620521101", "红堡镇"),
        ("620521100201", "李崖村"),
        ("620521101201", "安坪村"),
        ("620522", "秦安县"),
    ]
    .map(|(code, name)| NewDivision {
        code: code.into(),
        name: name.into(),
        from: chrono::NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(),
        replaces: None,
    })
    .to_vec()
}

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}
