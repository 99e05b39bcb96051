//! The routes of deciding.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    archive, assessment, award, case, decision, delegation, deputy, draft, gap, letter, phrase,
    portal, propose, publicity, simulation, template,
};

/// All routes, with their part of the OpenAPI document.
#[must_use]
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(decision::list))
        .routes(routes!(decision::get))
        .routes(routes!(decision::approve))
        .routes(routes!(decision::reject))
        .routes(routes!(propose::opening))
        .routes(routes!(propose::start))
        .routes(routes!(propose::change))
        .routes(routes!(propose::grace))
        .routes(routes!(propose::stop))
        .routes(routes!(propose::one_off))
        .routes(routes!(award::list))
        .routes(routes!(case::procedures::handle))
        .routes(routes!(case::list::handle, case::open::handle))
        .routes(routes!(case::list::lamps))
        .routes(routes!(case::gates::handle))
        .routes(routes!(case::batch::handle))
        .routes(routes!(deputy::hand_over::handle))
        .routes(routes!(deputy::list::handle, deputy::create::handle))
        .routes(routes!(deputy::end::handle))
        .routes(routes!(deputy::colleagues::handle))
        .routes(routes!(phrase::list, phrase::create))
        .routes(routes!(phrase::delete))
        .routes(routes!(publicity::handle))
        .routes(routes!(case::get::handle))
        .routes(routes!(case::act::handle))
        .routes(routes!(
            case::verification::show::handle,
            case::verification::ask::handle
        ))
        .routes(routes!(case::verification::consent::handle))
        .routes(routes!(case::form::put::handle))
        .routes(routes!(case::form::show::handle))
        .routes(routes!(case::form::page::handle))
        .routes(routes!(case::form::sheet::handle))
        .routes(routes!(case::form::draft::handle))
        .routes(routes!(case::attach::handle))
        .routes(routes!(case::sign::handle))
        .routes(routes!(case::history::handle))
        .routes(routes!(letter::list::handle, letter::print::handle))
        .routes(routes!(letter::show::handle))
        .routes(routes!(letter::due::handle, letter::batch::handle))
        .routes(routes!(letter::batch::show))
        .routes(routes!(archive::list::handle, archive::make::handle))
        .routes(routes!(archive::show::handle))
        .routes(routes!(template::list::handle))
        .routes(routes!(template::put::handle))
        .routes(routes!(template::withdraw::handle))
        .routes(routes!(template::show::handle))
        .routes(routes!(delegation::handle))
        .routes(routes!(draft::get::handle, draft::save::handle))
        .routes(routes!(portal::take::handle))
        .routes(routes!(portal::progress::handle))
        .routes(routes!(portal::publicity::handle))
        .routes(routes!(
            assessment::list::handle,
            assessment::create::handle
        ))
        .routes(routes!(assessment::get::handle))
        .routes(routes!(assessment::replay::handle))
        .routes(routes!(gap::list::handle))
        .routes(routes!(gap::count::handle))
        .routes(routes!(gap::scan::handle))
        .routes(routes!(gap::export::handle))
        .routes(routes!(simulation::run::handle))
        .routes(routes!(simulation::families::handle))
        .routes(routes!(simulation::export::handle))
}
