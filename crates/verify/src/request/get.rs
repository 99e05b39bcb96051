//! `GET /verification/requests/{id}`.

use ::platform::{Ctx, Json, Path, Problem, Result};
use serde::Serialize;
use uuid::Uuid;

use super::{NOUN, RequestView, all, mine, subjects};
use crate::authz::REQUEST_GET;
use crate::consent::Capacity;

/// Somebody of a request.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationSubject)]
pub(crate) struct SubjectView {
    /// The person.
    person: Uuid,
    /// The name.
    name: String,
    /// The number, masked.
    id_number: String,
    /// As what.
    capacity: Capacity,
}

/// A request with its people.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationRequestDetail)]
pub(crate) struct RequestDetail {
    /// The request.
    #[serde(flatten)]
    request: RequestView,
    /// Who is queried.
    people: Vec<SubjectView>,
}

/// Opens a request.
#[utoipa::path(
    get, path = "/verification/requests/{id}", operation_id = REQUEST_GET.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestDetail))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<RequestDetail>> {
    let mut reader = ctx.query(&REQUEST_GET).await?;
    let condition = mine(&ctx, reader.scope()).text(" and r.id = ").bind(id);
    let request = all(ctx.floor(), reader.conn(), condition).await?.pop();
    let request = request.ok_or_else(Problem::not_found)?;
    let people = subjects(ctx.floor(), reader.conn(), &[id]).await?;
    let people = people.into_iter().map(|s| SubjectView {
        person: s.person,
        name: s.name,
        id_number: kernel::masking::mask_id(&s.id_number),
        capacity: s.capacity,
    });
    let people = people.collect();
    reader.opened(NOUN, id, &request.place()?);
    reader.finish().await?;
    Ok(Json(RequestDetail { request, people }))
}
