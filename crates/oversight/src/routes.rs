//! The routes of oversight.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{alignment, clue, run, subject, visit};

/// All routes, with their part of the OpenAPI document.
#[must_use]
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(run::words::handle))
        .routes(routes!(subject::list::handle))
        .routes(routes!(run::list::handle, run::create::handle))
        .routes(routes!(run::get::handle))
        .routes(routes!(run::totals::handle))
        .routes(routes!(clue::read_back::list, clue::read_back::create))
        .routes(routes!(clue::read_back::wrong))
        .routes(routes!(clue::list::handle))
        .routes(routes!(clue::export::handle))
        .routes(routes!(clue::assign::handle))
        .routes(routes!(clue::answer::handle))
        .routes(routes!(clue::confirm::handle))
        .routes(routes!(clue::confirm::send_back))
        .routes(routes!(clue::get::handle))
        .routes(routes!(clue::rectify::handle))
        .routes(routes!(clue::rectify::accept))
        .routes(routes!(clue::rectify::recover))
        .routes(routes!(clue::accountability::create))
        .routes(routes!(clue::accountability::list))
        .routes(routes!(visit::list::handle))
        .routes(routes!(visit::answer::handle))
        .routes(routes!(alignment::get::list, alignment::create::handle))
        .routes(routes!(alignment::get::get))
        .routes(routes!(alignment::table::handle))
        .routes(routes!(alignment::names::handle))
        .routes(routes!(
            alignment::difference::handle,
            alignment::handle::handle
        ))
        .routes(routes!(
            alignment::feedback::export,
            alignment::feedback::read
        ))
        .routes(routes!(alignment::close::publicity))
        .routes(routes!(alignment::close::close))
}
