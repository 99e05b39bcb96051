//! Every room, in the order of the road: one list for operations, migrations, jobs and routes.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State},
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use kernel::{Clock, IdGen};
use platform::{Authenticator, Ctx, Floor, FloorBuilder, Operation, Problem, ProblemKind, Result};
use registry::{Catalogue, Catalogues};
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::{config::Config, openapi, packs, web};

/// Looking up the release in force; the system's own work, no address leads here.
const REFRESH: Operation = Operation::query(
    "server.release.refresh",
    "server.release.refresh",
    "读取生效的政策包",
    "Read the policy release in force",
);

/// The operations of all rooms.
pub fn operations() -> Vec<&'static Operation> {
    [
        platform::OPERATIONS,
        directory::OPERATIONS,
        policy::OPERATIONS,
        registry::OPERATIONS,
        intake::OPERATIONS,
        verify::OPERATIONS,
        decide::OPERATIONS,
        disburse::OPERATIONS,
        oversight::OPERATIONS,
        insight::OPERATIONS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The problems that any room may answer.
pub fn problems() -> Vec<&'static ProblemKind> {
    [
        platform::PROBLEMS,
        directory::PROBLEMS,
        policy::PROBLEMS,
        registry::PROBLEMS,
        intake::PROBLEMS,
        verify::PROBLEMS,
        decide::PROBLEMS,
        disburse::PROBLEMS,
        oversight::PROBLEMS,
        insight::PROBLEMS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
}

/// A floor with everything on it, to be opened.
///
/// # Errors
/// When the packs of the binary have faults, or the upper platform cannot be named as configured.
pub fn builder(
    config: &Config,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdGen>,
    authenticator: Arc<dyn Authenticator>,
) -> anyhow::Result<FloorBuilder> {
    let builder = furnish(
        Floor::builder(config.floor(), clock, ids)
            .authenticator(authenticator)
            .roles(packs::roles()?),
    );
    Ok(match config.upper()? {
        Some(upper) => builder.extension(Arc::new(upper)),
        None => builder,
    })
}

/// Brings in what every room has to bring.
pub fn furnish(builder: FloorBuilder) -> FloorBuilder {
    let mut builder = builder
        .operations(directory::OPERATIONS)
        .migrations(directory::migrations())
        .places(Arc::new(directory::Names))
        .operations(policy::OPERATIONS)
        .migrations(policy::migrations())
        .extension(Arc::new(policy::Packs::new(packs::texts)))
        .job(Arc::new(policy::Check))
        .verifier(Arc::new(policy::Releases))
        .operations(registry::OPERATIONS)
        .migrations(registry::migrations())
        .extension(Arc::new(Catalogues::default()))
        .operations(intake::OPERATIONS)
        .migrations(intake::migrations())
        .extension(Arc::new(intake::Gate::default()))
        .operations(verify::OPERATIONS)
        .migrations(verify::migrations())
        .operations(decide::OPERATIONS)
        .migrations(decide::migrations())
        .handler::<verify::Reported>(Arc::new(decide::OnReport))
        .job(Arc::new(decide::jobs::Apply))
        .job(Arc::new(decide::clock::Clock))
        .job(Arc::new(decide::recheck::Rechecks))
        .job(Arc::new(decide::jobs::Scan))
        .job(Arc::new(decide::jobs::Export))
        .job(Arc::new(decide::jobs::SimulationExport))
        .extension(Arc::new(decide::Simulations::default()))
        .verifier(Arc::new(decide::Assessments))
        .verifier(Arc::new(decide::Cases))
        .verifier(Arc::new(decide::audit::Opened))
        .verifier(Arc::new(decide::audit::Awards))
        .verifier(Arc::new(decide::audit::OneOffs))
        .extension(Arc::new(decide::outside::Till(Arc::new(
            disburse::Reserves,
        ))))
        .operations(disburse::OPERATIONS)
        .migrations(disburse::migrations())
        .operations(oversight::OPERATIONS)
        .migrations(oversight::migrations())
        .operations(insight::OPERATIONS)
        .migrations(insight::migrations());
    for job in registry::jobs()
        .into_iter()
        .chain(verify::jobs())
        .chain(disburse::jobs::jobs())
        .chain(oversight::jobs())
    {
        builder = builder.job(job);
    }
    for verifier in registry::verifiers()
        .into_iter()
        .chain(verify::verifiers())
        .chain(disburse::verifiers())
    {
        builder = builder.verifier(verifier);
    }
    builder
}

/// Reads again what rooms keep in memory of the policy release in force: what the columns of a
/// roster mean. Without a release, the packs of the binary speak.
///
/// # Errors
/// When the database fails or the packs have faults.
pub async fn refresh(floor: &Floor) -> Result<()> {
    let system = Ctx::system(floor, Uuid::nil(), "refresh");
    let reader = system.query(&REFRESH).await?;
    let release = policy::release_on(floor, reader.conn(), floor.today()).await?;
    reader.finish().await?;
    let pack = match release {
        Some(release) => release.pack,
        None => packs::load()?,
    };
    if let Some(catalogues) = floor.extension::<Catalogues>() {
        catalogues.set(Catalogue::of(&pack));
    }
    Ok(())
}

/// The rooms' routes below `/api/v1`.
pub fn rooms() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .merge(platform::routes())
        .merge(directory::routes())
        .merge(policy::routes())
        .merge(registry::routes())
        .merge(intake::routes())
        .merge(verify::routes())
        .merge(decide::routes())
        .merge(disburse::routes())
        .merge(oversight::routes())
        .merge(insight::routes())
}

/// The whole application: API, its description, health, console.
pub fn app(floor: Floor) -> Router {
    let (api, document) = openapi::describe(rooms()).split_for_parts();
    let doors = openapi::doors(&document, &operations());
    let routes = platform::http::with_doors(api, &floor, doors)
        .layer(from_fn_with_state(floor.clone(), after_release))
        .merge(openapi::routes(document))
        .merge(crate::serve::health())
        .route("/api/{*path}", axum::routing::any(unknown))
        .merge(web::routes());
    platform::http::app(routes, floor)
}

/// A release that came into force speaks from the very next request on.
async fn after_release(
    State(floor): State<Floor>,
    request: Request,
    next: Next,
) -> Result<Response> {
    let path = request.uri().path();
    let approves = path.starts_with("/api/v1/releases/") && path.ends_with("/approve");
    let response = next.run(request).await;
    if approves && response.status().is_success() {
        refresh(&floor).await?;
    }
    Ok(response)
}

/// An address below `/api` that nobody serves is no page of the console.
async fn unknown() -> Problem {
    Problem::not_found()
}
