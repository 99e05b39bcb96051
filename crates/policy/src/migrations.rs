//! The table of releases.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations of the slice, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "policy_0001_release",
            &[
                // Two people: the database refuses an approval by the proposer whatever the code does.
                "create table release (
                id {uuid} primary key,
                version {i32} not null unique,
                digest {text} not null,
                archive {blob} not null,
                valid_from {date} not null,
                status {text} not null,
                proposed_by {uuid} not null,
                decided_by {uuid},
                created_at {instant} not null,
                decided_at {instant},
                check (decided_by is null or decided_by <> proposed_by),
                check ((status = 'proposed') = (decided_by is null))
            )",
            ],
        ),
        migration(
            "policy_0002_release_paper",
            &[
                // The document that a release carries out, and the values that it changes.
                "create table release_paper (
                release {uuid} primary key,
                place {text} not null,
                title {text} not null,
                cite {text} not null,
                changes {text} not null
            )",
                // What every check of its texts said.
                "create table release_check (
                id {uuid} primary key,
                release {uuid} not null,
                checked_at {instant} not null,
                checked_by {uuid} not null,
                report {text} not null
            )",
                "create index release_check_release on release_check (release, checked_at)",
            ],
        ),
        migration(
            "policy_0003_release_base",
            // The release whose texts were amended; none for those written before.
            &["alter table release_paper add column base {uuid}"],
        ),
    ]
}
