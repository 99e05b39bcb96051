//! A slice of notes: one table of people's rows, one of money rows, a few operations.

use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use kernel::DivisionCode;
use platform::{
    Answer, Change, Conn, Ctx, Floor, JobCtx, JobKind, Json, NewTask, Operation, Path, Problem,
    Query, Result, ScopedEntity, Sql,
    audit::{RowDigest, Verifier, digest_ids},
    bulk, migration,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use sea_orm_migration::MigrationTrait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use testkit::TestApp;
use uuid::Uuid;

pub const CREATE: Operation =
    Operation::creating("notes.note.create", "notes.note.write", "新增", "Create");
pub const UPDATE: Operation =
    Operation::command("notes.note.update", "notes.note.write", "修改", "Update");
pub const GET: Operation = Operation::personal("notes.note.get", "notes.note.read", "查看", "See");
pub const LIST: Operation =
    Operation::personal("notes.note.list", "notes.note.read", "列表", "List");
pub const FORGET: Operation = Operation::personal(
    "notes.note.forget",
    "notes.note.read",
    "忘记登记",
    "Forget to finish",
);
pub const PAY: Operation =
    Operation::creating("notes.pay.create", "notes.pay.write", "发放", "Pay");
pub const COUNT: Operation =
    Operation::command("notes.count.step", "notes.note.write", "计数", "Count");
pub const OPERATIONS: &[Operation] = &[CREATE, UPDATE, GET, LIST, FORGET, PAY, COUNT];

pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration(
        "notes_0001",
        &[
            "create table note (id {uuid} not null primary key, division {text} not null, \
             section {text} not null, body {text} not null, version {i32} not null)",
            "create table pay (month {text} not null, person {uuid} not null, fen {i64} not null, \
             note {text}, mark {blob}, at {instant}, day {date}, ok {bool}, \
             primary key (month, person)) {clustered}",
            "create table counted (n {i64} not null primary key) {clustered}",
        ],
    )]
}

pub mod note {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub division: String,
        pub section: String,
        pub body: String,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl ScopedEntity for note::Entity {
    fn division() -> note::Column {
        note::Column::Division
    }

    fn section() -> Option<note::Column> {
        Some(note::Column::Section)
    }
}

#[derive(Deserialize)]
pub struct NewNote {
    pub division: String,
    pub body: String,
    #[serde(default)]
    pub section: String,
}

async fn create(ctx: Ctx, Json(new): Json<NewNote>) -> Result<Answer> {
    let division = DivisionCode::parse(&new.division).map_err(|_| {
        Problem::invalid().field("/division", "区划代码有误", "not a division code")
    })?;
    let mut tx = ctx.begin(&CREATE, Some("测试")).await?;
    tx.require(&division)?;
    let id = tx.floor().new_id();
    let row = note::Model {
        id,
        division: division.as_str().to_owned(),
        section: new.section,
        body: new.body,
        version: 1,
    };
    row.clone().into_active_model().insert(tx.conn()).await?;
    tx.record(Change::created("note", id, &division, &row));
    tx.open_task(NewTask {
        kind: "notes.note.update",
        title_zh: "核对".to_owned(),
        title_en: "Check".to_owned(),
        noun: "note",
        subject: id.to_string(),
        division: &division,
        section: None,
        permission: "notes.note.write",
        not_for: Some(ctx.actor().user),
        role: None,
        holder: None,
        due: tx.floor().today().succ_opt(),
    })
    .await?;
    tx.finish_versioned(201, &row, 1).await
}

async fn update(ctx: Ctx, Path(id): Path<Uuid>, Json(body): Json<Value>) -> Result<Answer> {
    let mut tx = ctx.begin(&UPDATE, None).await?;
    let row = tx
        .find::<note::Entity>()
        .filter(note::Column::Id.eq(id))
        .one(tx.conn())
        .await?
        .ok_or_else(Problem::not_found)?;
    ctx.expect_version(row.version)?;
    let mut after = row.clone();
    after.body = body["body"].as_str().unwrap_or_default().to_owned();
    after.version += 1;
    after
        .clone()
        .into_active_model()
        .reset_all()
        .update(tx.conn())
        .await?;
    let division = DivisionCode::parse(&row.division).map_err(Problem::internal)?;
    tx.record(Change::updated("note", id, &division, &row, &after));
    tx.close_tasks("note", id).await?;
    tx.finish_versioned(200, &after, after.version).await
}

async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<note::Model>> {
    let mut reader = ctx.query(&GET).await?;
    let row = reader
        .find::<note::Entity>()
        .filter(note::Column::Id.eq(id))
        .one(reader.conn())
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = DivisionCode::parse(&row.division).map_err(Problem::internal)?;
    reader.opened("note", id, &division);
    reader.finish().await?;
    Ok(Json(row))
}

#[derive(Deserialize, Serialize)]
struct Filter {
    #[serde(default)]
    q: String,
}

async fn list(ctx: Ctx, Query(filter): Query<Filter>) -> Result<Json<Vec<note::Model>>> {
    let mut reader = ctx.query(&LIST).await?;
    let mut query = reader.find::<note::Entity>().order_by_asc(note::Column::Id);
    if !filter.q.is_empty() {
        query = query.filter(note::Column::Body.contains(&filter.q));
    }
    let rows = query.all(reader.conn()).await?;
    reader.listed(
        "note",
        &filter,
        rows.len() as u64,
        digest_ids(rows.iter().map(|r| r.id)),
    );
    reader.finish().await?;
    Ok(Json(rows))
}

/// A handler with the mistake that the floor must catch.
async fn forget(ctx: Ctx) -> Result<Json<Vec<note::Model>>> {
    let reader = ctx.query(&FORGET).await?;
    let rows = reader.find::<note::Entity>().all(reader.conn()).await?;
    Ok(Json(rows))
}

async fn panics(Query(filter): Query<Filter>) -> Result<Json<Value>> {
    let present = (!filter.q.is_empty()).then_some(json!({}));
    Ok(Json(present.expect("a handler that panics")))
}

async fn upload(mut form: axum::extract::Multipart) -> Result<Json<Value>> {
    let mut sizes = Vec::new();
    while let Some(part) = form.next_field().await.map_err(Problem::internal)? {
        let name = part.name().unwrap_or_default().to_owned();
        sizes.push(json!([
            name,
            part.bytes().await.map_err(Problem::internal)?.len()
        ]));
    }
    Ok(Json(Value::Array(sizes)))
}

pub fn pay_rows(rows: &[(Uuid, i64)], month: &str) -> RowDigest {
    let mut digest = RowDigest::default();
    for (person, fen) in rows {
        digest.add(&format!("{month}/{person}"), &[&fen.to_be_bytes()]);
    }
    digest
}

/// Pays `persons` persons one yuan more each.
pub async fn pay(ctx: &Ctx, month: &str, persons: u64) -> Result<Vec<(Uuid, i64)>> {
    let mut rows: Vec<(Uuid, i64)> = (1..=persons)
        .map(|n| (Uuid::from_u128(n.into()), (n * 100) as i64))
        .collect();
    rows.sort();
    let mut tx = ctx.begin(&PAY, None).await?;
    let values = rows
        .iter()
        .map(|(p, fen)| vec![month.into(), (*p).into(), (*fen).into()]);
    bulk::insert(&mut tx, "pay", &["month", "person", "fen"], values).await?;
    let total: i64 = rows.iter().map(|(_, fen)| fen).sum();
    tx.record_bulk("pay", month, json!({"fen": total}), pay_rows(&rows, month));
    tx.commit().await?;
    Ok(rows)
}

pub struct Pays;

#[async_trait]
impl Verifier for Pays {
    fn noun(&self) -> &'static str {
        "pay"
    }

    async fn rows(&self, conn: &Conn, subject: &str, rows: &mut RowDigest) -> Result<()> {
        let sql = Sql::new("select person, fen from pay where month = ")
            .bind(subject)
            .text(" order by person");
        conn.for_each(sql, |row| {
            let (person, fen): (Uuid, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            rows.add(&format!("{subject}/{person}"), &[&fen.to_be_bytes()]);
            Ok(())
        })
        .await?;
        Ok(())
    }
}

pub struct Notes;

#[async_trait]
impl Verifier for Notes {
    fn noun(&self) -> &'static str {
        "note"
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        let Ok(id) = Uuid::parse_str(subject) else {
            return Ok(None);
        };
        let row = note::Entity::find_by_id(id).one(conn).await?;
        Ok(row.map(|r| serde_json::to_value(r).unwrap_or_default()))
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        let rows = note::Entity::find().all(conn).await?;
        Ok(Some(rows.into_iter().map(|r| r.id.to_string()).collect()))
    }
}

/// Counts to a number, one step a unit of work; dies or fails where a test says.
pub struct Counter;

#[derive(Clone, Default, Serialize, Deserialize)]
pub struct CountState {
    pub next: u64,
}

#[async_trait]
impl JobKind for Counter {
    fn kind(&self) -> &'static str {
        "notes.count.run"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let to: u64 = job.args()?;
        let mut state: CountState = job.state()?.unwrap_or_default();
        while state.next < to {
            job.check()?;
            let tx = job.begin(&COUNT, None).await?;
            let n = state.next as i64;
            tx.conn()
                .run(Sql::new("insert into counted values (").bind(n).text(")"))
                .await?;
            state.next += 1;
            let done = state.next;
            job.commit(tx, &state, done, to).await?;
        }
        Ok(json!({"counted": state.next}))
    }
}

/// Finds the database busy until its third attempt, or for ever.
pub struct Busy(pub std::sync::atomic::AtomicU32);

#[async_trait]
impl JobKind for Busy {
    fn kind(&self) -> &'static str {
        "notes.busy.run"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let times: u32 = job.args()?;
        let n = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1;
        if n < times {
            return Err(Problem::new(&platform::problem::kinds::BUSY));
        }
        Ok(json!({"attempts": n}))
    }
}

pub async fn enqueue_count(ctx: &Ctx, to: u64) -> Uuid {
    let mut tx = ctx.begin(&COUNT, None).await.unwrap();
    let id = tx.enqueue("notes.count.run", &to).await.unwrap();
    tx.commit().await.unwrap();
    id
}

pub async fn scalar(floor: &Floor, sql: &str) -> i64 {
    floor
        .snapshot()
        .await
        .unwrap()
        .scalar(sql.into())
        .await
        .unwrap()
        .unwrap()
}

pub fn routes() -> Router<Floor> {
    use axum::routing::get as read;
    Router::new()
        .route("/notes", read(list).post(create))
        .route("/notes/{id}", read(get).patch(update))
        .route("/upload", axum::routing::post(upload))
        .route("/forget", read(forget))
        .route("/panic", read(panics))
        .merge(Router::from(platform::routes()))
}

pub async fn app() -> TestApp {
    TestApp::builder()
        .floor(|f| {
            f.operations(OPERATIONS)
                .migrations(migrations())
                .job(Arc::new(Counter))
                .job(Arc::new(Busy(Default::default())))
                .verifier(Arc::new(Pays))
                .verifier(Arc::new(Notes))
        })
        .routes(routes())
        .role("clerk", &["notes.note.*", "notes.pay.*"])
        .role("reader", &["notes.note.read"])
        .role("auditor", &["platform.audit.*"])
        .build()
        .await
}
