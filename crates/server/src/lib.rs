//! The house put together: configuration, wiring of all rooms, the API's description, the
//! embedded console, the policy packs that come with the binary, and the commands.
//!
//! The crate decides nothing of the trade. It knows every room, in the order of the road, so that
//! nobody else has to; [`wiring`] is the one list of them.

pub mod client;
pub mod commands;
pub mod config;
pub mod demo;
pub mod openapi;
pub mod packs;
pub mod serve;
pub mod setup;
mod web;
pub mod wiring;

#[cfg(test)]
mod tests;
