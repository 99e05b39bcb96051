//! The addresses of the slice below `/api/v1`. Below `/portal` come visitors and citizens.

use platform::Floor;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    citizen::{code, session},
    matter, photo, referral,
    submission::{desk, list, own, save, submit},
    window,
};

/// The slice's routes with their descriptions.
pub fn routes() -> OpenApiRouter<Floor> {
    OpenApiRouter::new()
        .routes(routes!(code::ask))
        .routes(routes!(code::hand))
        .routes(routes!(session::open))
        .routes(routes!(session::get, session::end))
        .routes(routes!(matter::areas))
        .routes(routes!(matter::list))
        .routes(routes!(window::list::show))
        .routes(routes!(own::list, save::create))
        .routes(routes!(own::get, save::save))
        .routes(routes!(photo::add))
        .routes(routes!(photo::show, photo::remove))
        .routes(routes!(submit::submit))
        .routes(routes!(submit::withdraw))
        .routes(routes!(list::handle))
        .routes(routes!(desk::get))
        .routes(routes!(desk::give_back))
        .routes(routes!(window::list::handle, window::save::create))
        .routes(routes!(window::save::change))
        .routes(routes!(referral::list::handle, referral::open::handle))
        .routes(routes!(referral::steps::receive))
        .routes(routes!(referral::steps::answer))
        .routes(routes!(referral::steps::tell))
}
