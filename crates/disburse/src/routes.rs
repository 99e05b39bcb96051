//! The routes of paying.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{batch, claim, ledger, line, reserve, returns, roll};

/// All routes, with their part of the OpenAPI document.
#[must_use]
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(roll::months))
        .routes(routes!(roll::list, roll::create))
        .routes(routes!(roll::get))
        .routes(routes!(roll::submit))
        .routes(routes!(roll::approve))
        .routes(routes!(roll::send_back))
        .routes(routes!(roll::lock))
        .routes(routes!(roll::file))
        .routes(routes!(line::list))
        .routes(routes!(line::changes))
        .routes(routes!(line::explain))
        .routes(routes!(line::payments))
        .routes(routes!(batch::list, batch::create))
        .routes(routes!(batch::get))
        .routes(routes!(batch::approve))
        .routes(routes!(batch::send))
        .routes(routes!(batch::discard))
        .routes(routes!(batch::file))
        .routes(routes!(batch::reissue))
        .routes(routes!(batch::payments))
        .routes(routes!(returns::create))
        .routes(routes!(ledger::ledger))
        .routes(routes!(reserve::list))
        .routes(routes!(reserve::entries))
        .routes(routes!(reserve::replenish))
        .routes(routes!(reserve::requests))
        .routes(routes!(reserve::approve))
        .routes(routes!(reserve::reject))
        .routes(routes!(claim::list))
        .routes(routes!(claim::collect))
        .routes(routes!(claim::hand_over))
}
