//! Permission before content: who may not do a thing is refused before what he sent is read.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    extract::{FromRequestParts, MatchedPath, Request, State},
    middleware::{Next, from_fn_with_state},
    response::Response,
};

use crate::{ctx::Ctx, floor::Floor, operation::Operation, problem::Result};

/// Which operation an address serves: by method and path pattern, as `POST /api/v1/rolls`.
pub type Doors = HashMap<String, &'static Operation>;

/// Puts a door before each address that serves an operation with a permission. Whoever is not
/// signed in or holds the permission nowhere learns only that, and nothing about what he sent;
/// where the permission holds is still asked by the operation itself.
pub fn with_doors(routes: Router<Floor>, floor: &Floor, doors: Doors) -> Router<Floor> {
    let state = (floor.clone(), Arc::new(doors));
    routes.layer(from_fn_with_state(state, door))
}

async fn door(
    State((floor, doors)): State<(Floor, Arc<Doors>)>,
    request: Request,
    next: Next,
) -> Result<Response> {
    let operation = request
        .extensions()
        .get::<MatchedPath>()
        .and_then(|path| doors.get(&format!("{} {}", request.method(), path.as_str())));
    let Some(operation) = operation.filter(|o| !o.permission.is_empty()) else {
        return Ok(next.run(request).await);
    };
    let (mut parts, body) = request.into_parts();
    let ctx = Ctx::from_request_parts(&mut parts, &floor).await?;
    ctx.admit(operation)?;
    // The handler goes on with the same context, so that nobody is looked up twice.
    parts.extensions.insert(ctx);
    Ok(next.run(Request::from_parts(parts, body)).await)
}
