//! A small county and rosters in the layouts of the national pack; all people are made up.

use std::sync::Arc;

use axum::http::Method;
use chrono::NaiveDate;
use kernel::IdNumber;
use platform::Ctx;
use serde_json::Value;
use testkit::{TestApp, User};
use uuid::Uuid;

pub const COUNTY: &str = "620521";
pub const TOWN: &str = "620521100";
pub const OTHER_TOWN: &str = "620521101";

/// The registry on a floor with the directory and the national pack.
pub async fn app() -> TestApp {
    let packs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let pack = pack::Pack::from_dir(&packs).unwrap_or_else(|f| panic!("{} faults", f.len()));
    let catalogue = registry::Catalogue::of(&pack);
    let app = TestApp::builder()
        .day("2022-01-05")
        .floor(move |f| {
            let mut f = f
                .operations(directory::OPERATIONS)
                .migrations(directory::migrations())
                .operations(registry::OPERATIONS)
                .migrations(registry::migrations())
                .extension(Arc::new(registry::Catalogues::with(catalogue.clone())));
            for job in registry::jobs() {
                f = f.job(job);
            }
            for verifier in registry::verifiers() {
                f = f.verifier(verifier);
            }
            f
        })
        .routes(registry::routes().into())
        .routes(platform::routes().into())
        .role("clerk", &["registry.*", "platform.job.*"])
        .role(
            "reader",
            &[
                "registry.household.list",
                "registry.household.get",
                "registry.import.get",
                "registry.import.list",
            ],
        )
        .build()
        .await;
    let system = Ctx::system(&app.floor, Uuid::nil(), "test");
    let divisions: Vec<directory::NewDivision> = [
        (COUNTY, "清水县"),
        (TOWN, "永清镇"),
        (OTHER_TOWN, "红堡镇"),
        ("620521100201", "李崖村"),
        ("620521100202", "温沟村"),
        ("620521101201", "西城村"),
    ]
    .into_iter()
    .map(|(code, name)| directory::NewDivision {
        code: code.to_owned(),
        name: name.to_owned(),
        from: day("2000-01-01"),
        replaces: None,
    })
    .collect();
    directory::load_divisions(&system, &divisions)
        .await
        .unwrap();
    app
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A made-up number: born on a day, with a serial; odd serials are men.
pub fn id(birth: &str, serial: u16) -> String {
    IdNumber::compose("620521", day(birth), serial)
        .unwrap()
        .as_str()
        .to_owned()
}

pub const HOUSEHOLD: &str = "户主姓名,身份证号,区划代码,街道,社区,住址,证号,最初享受月份,分档类型,施保方式,开户银行,户名,账号,电话,家庭年总收入";
pub const PERSON: &str = "户主身份证号,户主姓名,姓名,身份证号,与户主关系,性别,出生日期,健康状况,残疾类别,残疾等级,劳动能力,是否保障对象";

/// One household of two in each of two villages, and one of one: five persons.
pub fn dibao() -> (String, String) {
    let (a, b, c) = (
        id("1960-01-02", 11),
        id("1955-03-04", 12),
        id("1971-05-06", 13),
    );
    let households = format!(
        "农村低保家庭查询\r\n{HOUSEHOLD}\r\n\
         张三,{a},,永清镇,李崖村,李崖村1组,D001,2021-03,一类,整户,甘肃省农村信用社,张三,6217000000000000011,13800000001,3000\r\n\
         李秀英,{b},,永清镇,温沟村,温沟村2组,D002,202104,C类,整户,甘肃省农村信用社,李秀英,6217000000000000012,,\r\n\
         欧阳小明,{c},620521101201,红堡镇,西城村,西城村,D003,2021年5月,B类,单人,甘肃省农村信用社,欧阳小明,6217000000000000013,,1.2\r\n"
    );
    let persons = format!(
        "{PERSON}\r\n\
         {a},张三,张三,{a},户主,男,1960-01-02,健康,无,,部分丧失,是\r\n\
         {a},张三,王小花,{a2},妻,女,1962.2.3,慢性病,肢体,二级,无,是\r\n\
         {b},李秀英,李秀英,{b},户主,女,19550304,一般,,,无,是\r\n\
         {b},李秀英,张伟,{b2},子,男,1990年1月1日,健康,,,有,否\r\n\
         {c},欧阳小明,欧阳小明,{c},本人,男,1971/5/6,重病,精神,1,完全丧失,是\r\n",
        a2 = id("1962-02-03", 22),
        b2 = id("1990-01-01", 23),
    );
    (households, persons)
}

/// Uploads files as a user: `(name, content)`; answers the import after it was checked.
pub async fn upload(app: &TestApp, user: &User, kind: &str, files: &[(&str, &[u8])]) -> Value {
    let answer = send(app, user, kind, files).await;
    assert_eq!(answer.status, 201, "{answer}");
    app.run_jobs().await;
    get(app, user, &answer.json()).await
}

pub async fn send(
    app: &TestApp,
    user: &User,
    kind: &str,
    files: &[(&str, &[u8])],
) -> testkit::Answered {
    let mut parts: Vec<(&str, Option<&str>, &[u8])> = vec![("kind", None, kind.as_bytes())];
    parts.push(("as_of", None, b"2021-12-31"));
    parts.extend(
        files
            .iter()
            .map(|(name, content)| ("file", Some(*name), *content)),
    );
    app.request(Method::POST, "/imports")
        .by(user)
        .multipart(&parts)
        .send()
        .await
}

pub async fn get(app: &TestApp, user: &User, import: &Value) -> Value {
    app.get(
        user,
        &format!("/imports/{}", import["id"].as_str().unwrap()),
    )
    .await
    .ok()
}

pub async fn apply(app: &TestApp, user: &User, import: &Value, mode: &str) -> Value {
    let path = format!("/imports/{}/apply", import["id"].as_str().unwrap());
    let answer = app
        .post(user, &path, serde_json::json!({"mode": mode}))
        .await;
    assert_eq!(answer.status, 200, "{answer}");
    app.run_jobs().await;
    get(app, user, import).await
}

/// Uploads the small dibao roster and takes it over.
pub async fn with_dibao(app: &TestApp, user: &User) -> Value {
    let (households, persons) = dibao();
    let import = upload(
        app,
        user,
        "provincial_rural_dibao",
        &[
            ("农村低保家庭查询_1.csv", households.as_bytes()),
            ("农村低保人员查询_1.csv", persons.as_bytes()),
        ],
    )
    .await;
    assert_eq!(import["status"], "ready", "{import:#}");
    assert_eq!(
        import["totals"]["wrong"],
        0,
        "{:#}",
        rows(app, user, &import, "wrong").await
    );
    let import = apply(app, user, &import, "all").await;
    assert_eq!(import["status"], "applied", "{import:#}");
    import
}

pub async fn rows(app: &TestApp, user: &User, import: &Value, status: &str) -> Value {
    let path = format!(
        "/imports/{}/rows?status={status}&total=true&limit=100",
        import["id"].as_str().unwrap()
    );
    app.get(user, &path).await.ok()
}

pub fn import_id(import: &Value) -> Uuid {
    import["id"].as_str().unwrap().parse().unwrap()
}

/// One number out of the database.
pub async fn count(app: &TestApp, sql: &'static str) -> i64 {
    static PEEK: platform::Operation = platform::Operation::query("test.peek", "", "看", "peek");
    let ctx = Ctx::system(&app.floor, Uuid::nil(), "test");
    let reader = ctx.query(&PEEK).await.unwrap();
    let n = reader
        .conn()
        .scalar::<i64>(sql.into())
        .await
        .unwrap()
        .unwrap();
    reader.finish().await.unwrap();
    n
}
