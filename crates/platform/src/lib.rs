//! The floor that every slice stands on: operation context, permissions and scope, unit of work
//! with audit chain, access log, bulk writes, sealed columns, problems, paging, idempotency, jobs,
//! events, tasks, files, migrations. It knows no word of the trade.
//!
//! There is no unscoped way to people's rows ([`Reader::find`], [`Tx::find`]), no way to commit
//! without an audit entry ([`Tx::commit`]), no personal answer without an access entry
//! ([`Reader::finish`]), no clock and no key but the floor's.
//!
//! A slice brings `OPERATIONS`, `PROBLEMS`, `migrations()`, `routes() -> OpenApiRouter<Floor>`,
//! jobs, verifiers and event handlers; the server puts them on the floor with [`Floor::builder`]
//! and wraps the routes with [`http::app`]. One operation looks like this:
//!
//! ```ignore
//! // authz.rs
//! pub const CREATE: Operation = Operation::creating(            // needs Idempotency-Key over HTTP
//!     "registry.household.create", "registry.household.write", "新增家庭", "Add a household");
//! pub const GET: Operation = Operation::personal(               // enters the access log
//!     "registry.household.get", "registry.household.read", "查看家庭", "See a household");
//! pub const OPERATIONS: &[Operation] = &[CREATE, GET];
//!
//! // entity/household.rs: classic SeaORM entity with `division: String`, `version: i32`
//! impl ScopedEntity for Entity {
//!     fn division() -> Column { Column::Division }
//! }
//!
//! // household/create.rs
//! #[utoipa::path(post, path = "/households", operation_id = "registry.household.create",
//!     request_body = NewHousehold, responses((status = 201, body = Household)))]
//! pub async fn create(ctx: Ctx, Json(new): Json<NewHousehold>) -> Result<Answer> {
//!     let division = DivisionCode::parse(&new.division).map_err(|_| Problem::invalid()
//!         .field("/division", "区划代码有误，应为 12 位数字", "Not a division code; give its 12 digits"))?;
//!     let mut tx = ctx.begin(&CREATE, new.reason.as_deref()).await?;   // the one writer: be quick
//!     tx.require(&division)?;                                          // outside scope: not found
//!     let id = tx.floor().new_id();
//!     let phone = tx.floor().vault().seal("household", "phone", id, new.phone.as_bytes());
//!     let row = household::Model { id, division: division.as_str().into(), phone, version: 1 };
//!     row.clone().into_active_model().insert(tx.conn()).await?;
//!     tx.record(Change::created("household", id, &division, &row));
//!     tx.finish(201, &Household::from(row)).await        // audit entry + stored answer + commit
//! }
//!
//! // household/get.rs
//! pub async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Household>> {
//!     let mut reader = ctx.query(&GET).await?;                         // a snapshot
//!     let row = reader.find::<household::Entity>()                     // the scope is on it
//!         .filter(household::Column::Id.eq(id)).one(reader.conn()).await?
//!         .ok_or_else(Problem::not_found)?;
//!     reader.opened("household", id, &DivisionCode::parse(&row.division)?);
//!     reader.finish().await?;                                          // durable before the answer
//!     Ok(Json(row.into()))
//! }
//! ```
//!
//! A change of a versioned row: `ctx.expect_version(row.version)?` inside the unit of work, write
//! `version + 1`, end with `tx.finish_versioned(200, &out, version + 1)`. Raw SQL that serves both
//! databases: [`Sql`]. Mass writes: [`bulk`]. Long work: [`jobs`]. Files: [`files`]. Do not call
//! `reader.finish()` while a `Tx` of the same context is open: inside a unit of work, read through it.

pub mod access;
pub mod audit;
pub mod authz;
pub mod bulk;
pub mod change;
pub mod ctx;
pub mod db;
pub mod events;
pub mod fault;
pub mod files;
pub mod floor;
pub mod hash;
pub mod housekeeping;
pub mod http;
pub mod idempotency;
pub mod jobs;
pub mod limits;
pub mod migrations;
pub mod operation;
pub mod paging;
pub mod places;
pub mod problem;
pub mod reader;
pub mod rights;
pub mod scope;
pub mod tasks;
pub mod tx;
pub mod vault;

pub use authz::OPERATIONS;
pub use change::{Change, ChangeKind};
pub use ctx::{Actor, Authenticator, Ctx, Principal, Visitor};
pub use db::{Conn, Db, DbConfig, Sql, ddl, migration};
pub use floor::{Floor, FloorBuilder, FloorConfig};
pub use http::{Json, Locale, Path, Query, Versioned};
pub use idempotency::Answer;
pub use jobs::{JobCtx, JobKind};
pub use operation::{Kind, Operation};
pub use paging::{Page, PageQuery, Total};
pub use places::{Place, Places};
pub use problem::{Fault, Problem, ProblemKind, Result, kinds::PROBLEMS};
pub use reader::Reader;
pub use rights::{Grant, Rights, Role, Roles};
pub use scope::{Part, Scope, ScopedEntity};
pub use tasks::NewTask;
pub use tx::{Mark, Technical, Tx};
pub use vault::Vault;

use utoipa_axum::router::OpenApiRouter;

/// The floor's own routes, under `/api/v1`: tasks, jobs, files, audit.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .merge(tasks::routes())
        .merge(jobs::routes())
        .merge(files::routes())
        .merge(audit::routes())
}
