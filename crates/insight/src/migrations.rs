//! The tables of insight.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations of the slice, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![migration(
        "insight_0001_month_end",
        &[
            "create table month_end (
                programme {text} not null,
                month {i32} not null,
                place {text} not null,
                frozen_at {instant} not null,
                frozen_by {uuid} not null,
                rows {i64} not null,
                primary key (programme, month, place)
            ) {clustered}",
            // Who was in benefit, by award and covered person: the base of every monthly
            // statistic, and never changed afterwards.
            "create table month_end_row (
                programme {text} not null,
                month {i32} not null,
                place {text} not null,
                number {text} not null,
                position {i32} not null,
                award {uuid} not null,
                household {uuid} not null,
                person {uuid} not null,
                division {text} not null,
                class {text} not null,
                primary key (programme, month, place, number, position)
            ) {clustered}",
        ],
    )]
}
