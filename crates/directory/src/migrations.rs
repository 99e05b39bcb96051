//! The tables of the directory.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations of the slice, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "directory_0001_division",
            &[
                // Codes are never used again for another area, so that the code alone is the key;
                // a merger ends the row and names the code that goes on.
                "create table division (
                    code {text} primary key,
                    name {text} not null,
                    full_name {text} not null,
                    level {text} not null,
                    parent {text},
                    valid_from {date} not null,
                    valid_to {date},
                    successor {text} references division (code)
                )",
                "create index division_parent on division (parent, code)",
            ],
        ),
        migration(
            "directory_0002_organisation",
            &[
                "create table organisation (
                    id {uuid} primary key,
                    name {text} not null unique,
                    kind {text} not null,
                    division {text} not null references division (code),
                    parent {uuid} references organisation (id),
                    sections {json} not null,
                    status {text} not null,
                    version {i32} not null
                )",
                "create index organisation_division on organisation (division)",
            ],
        ),
        migration(
            "directory_0003_user",
            &[
                "create table app_user (
                    id {uuid} primary key,
                    login {text} not null unique,
                    name {text} not null,
                    organisation_id {uuid} not null references organisation (id),
                    division {text} not null,
                    status {text} not null,
                    password {text} not null,
                    must_change {bool} not null,
                    failures {i32} not null,
                    locked_until {instant},
                    last_login {instant},
                    created_at {instant} not null,
                    version {i32} not null
                )",
                "create index app_user_organisation on app_user (organisation_id, login)",
                "create table user_grant (
                    id {uuid} primary key,
                    user_id {uuid} not null references app_user (id),
                    role {text} not null,
                    division {text} not null references division (code),
                    sections {json} not null,
                    valid_from {date} not null,
                    valid_to {date},
                    granted_by {uuid}
                )",
                "create index user_grant_user on user_grant (user_id)",
                // The cookie holds the token, the table only its digest: a stolen copy of the
                // database opens no session.
                "create table user_session (
                    id {uuid} primary key,
                    token {blob} not null unique,
                    user_id {uuid} not null references app_user (id),
                    created_at {instant} not null,
                    ended_at {instant}
                )",
                "create index user_session_user on user_session (user_id)",
            ],
        ),
        migration(
            "directory_0010_contact",
            &[
                // Where people reach a body: printed on letters.
                "alter table organisation add column phone {text}",
                "alter table organisation add column address {text}",
            ],
        ),
    ]
}
