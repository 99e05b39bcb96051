//! Finders. Releases concern no person and have no scope: the policy of a place is public.

use chrono::{DateTime, NaiveDate, Utc};
use platform::{Conn, Result};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::release::{Column, Entity, Model};

/// The status in the table.
pub(crate) const PROPOSED: &str = "proposed";
/// The status in the table.
pub(crate) const APPROVED: &str = "approved";
/// The status in the table.
pub(crate) const REJECTED: &str = "rejected";

/// A release without its texts.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Head {
    pub id: Uuid,
    pub version: i32,
    pub digest: String,
    pub valid_from: NaiveDate,
    pub status: String,
    pub proposed_by: Uuid,
    pub decided_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
}

fn heads() -> sea_orm::Select<Entity> {
    Entity::find().select_only().columns([
        Column::Id,
        Column::Version,
        Column::Digest,
        Column::ValidFrom,
        Column::Status,
        Column::ProposedBy,
        Column::DecidedBy,
        Column::CreatedAt,
        Column::DecidedAt,
    ])
}

/// A page of releases, the latest first.
pub(crate) async fn page(conn: &Conn, offset: u64, limit: u64) -> Result<Vec<Head>> {
    let query = heads()
        .order_by_desc(Column::Version)
        .offset(offset)
        .limit(limit);
    Ok(query.into_model::<Head>().all(conn).await?)
}

/// How many releases there are.
pub(crate) async fn count(conn: &Conn) -> Result<u64> {
    Ok(Entity::find().count(conn).await?)
}

/// All approved releases, the latest first.
pub(crate) async fn approved(conn: &Conn) -> Result<Vec<Head>> {
    let query = heads()
        .filter(Column::Status.eq(APPROVED))
        .order_by_desc(Column::Version);
    Ok(query.into_model::<Head>().all(conn).await?)
}

/// A release without its texts.
pub(crate) async fn head(conn: &Conn, id: Uuid) -> Result<Option<Head>> {
    Ok(heads()
        .filter(Column::Id.eq(id))
        .into_model::<Head>()
        .one(conn)
        .await?)
}

/// A release with its texts.
pub(crate) async fn whole(conn: &Conn, id: Uuid) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(conn).await?)
}

/// The number that the next release gets.
pub(crate) async fn next_version(conn: &Conn) -> Result<i32> {
    let last = heads()
        .order_by_desc(Column::Version)
        .limit(1)
        .into_model::<Head>();
    Ok(last.one(conn).await?.map_or(1, |head| head.version + 1))
}

/// Whether a release with these texts and this date waits for approval.
pub(crate) async fn waits(conn: &Conn, digest: &str, from: NaiveDate) -> Result<bool> {
    let query = Entity::find()
        .filter(Column::Digest.eq(digest))
        .filter(Column::ValidFrom.eq(from))
        .filter(Column::Status.eq(PROPOSED));
    Ok(query.count(conn).await? > 0)
}

/// Every release's key, for the audit.
pub(crate) async fn ids<C: ConnectionTrait>(conn: &C) -> Result<Vec<Uuid>> {
    let query = Entity::find()
        .select_only()
        .column(Column::Id)
        .into_tuple::<Uuid>();
    Ok(query.all(conn).await?)
}
