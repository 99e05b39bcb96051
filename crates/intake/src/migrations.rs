//! The tables of the window.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations, oldest first.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration(
        "intake_0001_window",
        &[
            // `index_id` finds an account by its identity number without showing the number.
            "create table citizen (id {uuid} primary key not null, index_id {blob} not null unique, \
             id_number {blob} not null, name {blob} not null, phone {blob} not null, division {text} not null, \
             status {text} not null, code {blob}, code_until {instant}, code_day {date}, codes {i32} not null, \
             failures {i32} not null, locked_until {instant}, created_at {instant} not null)",
            "create table citizen_session (id {uuid} primary key not null, token {blob} not null unique, \
             citizen {uuid} not null, created_at {instant} not null, ended_at {instant})",
            "create table submission (id {uuid} primary key not null, number {text}, citizen {uuid} not null, \
             division {text} not null, procedure {text} not null, status {text} not null, body {blob} not null, \
             note {blob}, created_at {instant} not null, saved_at {instant} not null, submitted_at {instant}, \
             handled_by {uuid}, handled_at {instant}, case_id {uuid}, version {i32} not null)",
            "create index submission_division on submission (division, status, submitted_at)",
            "create index submission_citizen on submission (citizen)",
            "create unique index submission_number on submission (number) where number is not null",
            "create unique index submission_case on submission (case_id) where case_id is not null",
            "create table submission_photo (submission {uuid} not null, file {uuid} not null, kind {text} not null, \
             media {text} not null, size {i64} not null, added_at {instant} not null, \
             primary key (submission, file)) {clustered}",
            "create table service_window (id {uuid} primary key not null, division {text} not null, name {text} not null, \
             address {text} not null, phone {text} not null, hours {text} not null, staff {i32} not null, \
             opened_on {date} not null, closed_on {date}, version {i32} not null)",
            "create index service_window_division on service_window (division)",
            "create table referral (id {uuid} primary key not null, number {text} not null unique, division {text} not null, \
             matter {text} not null, department {text} not null, household {uuid}, submission {uuid}, about {blob} not null, \
             due {date} not null, status {text} not null, opened_by {uuid} not null, opened_at {instant} not null, \
             received_at {instant}, received_by {text}, answered_at {instant}, answer {blob}, accepted {bool}, \
             told_at {instant}, told_how {text}, version {i32} not null)",
            "create index referral_division on referral (division, status, due)",
        ],
    )]
}
