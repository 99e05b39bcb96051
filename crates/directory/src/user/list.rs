//! `GET /users`.

use platform::{Ctx, Json, Page, PageQuery, Query, Result, Total};
use sea_orm::{
    ColumnTrait as _, Condition, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{User, show};
use crate::{authz::USER_LIST, entity::user};

/// Which users.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// A part of the login or the name.
    q: Option<String>,
    /// Those of one body.
    organisation: Option<Uuid>,
    /// `active`, `locked` or `disabled`.
    status: Option<String>,
}

/// Lists the staff of one's area.
#[utoipa::path(
    get, path = "/users", operation_id = USER_LIST.id, tag = "directory",
    params(Filter, PageQuery), responses((status = 200, body = Page<User>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<Filter>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<User>>> {
    let reader = ctx.query(&USER_LIST).await?;
    let mut query = reader.find::<user::Entity>();
    if let Some(word) = filter
        .q
        .as_deref()
        .map(str::trim)
        .filter(|word| !word.is_empty())
    {
        query = query.filter(
            Condition::any()
                .add(user::Column::Login.contains(word.to_lowercase()))
                .add(user::Column::Name.contains(word)),
        );
    }
    if let Some(id) = filter.organisation {
        query = query.filter(user::Column::OrganisationId.eq(id));
    }
    if let Some(status) = filter.status.as_deref() {
        query = query.filter(user::Column::Status.eq(status));
    }
    let total = if paging.wants_total() {
        Some(query.clone().count(reader.conn()).await?)
    } else {
        None
    };
    let rows = query
        .order_by_asc(user::Column::Division)
        .order_by_asc(user::Column::Login)
        .offset(paging.offset())
        .limit(paging.limit())
        .all(reader.conn())
        .await?;
    let items = show(&ctx, reader.conn(), rows).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, total.map(Total::rows))))
}
