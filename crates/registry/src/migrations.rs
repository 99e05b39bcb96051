//! The tables of the registry.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations of the slice, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "registry_0001_people",
            &[
                // Keys are ordered in time, so that mass inserts only append. The identity
                // number is sealed; the keyed index finds it and keeps it unique.
                "create table person (
                    id {uuid} not null primary key,
                    name {text} not null,
                    id_number {blob},
                    id_index {blob},
                    birth {date},
                    sex {text},
                    phone {blob},
                    card {blob},
                    division {text} not null,
                    version {i32} not null
                ) {clustered}",
                "create unique index person_id_index on person (id_index) where id_index is not null",
                "create table name_key (
                    name_key {text} not null,
                    person {uuid} not null,
                    primary key (name_key, person)
                ) {clustered}",
                "create table household (
                    id {uuid} not null primary key,
                    number {text} not null,
                    division {text} not null,
                    head {uuid} not null,
                    address {text},
                    phone {blob},
                    urban_rural {text},
                    labels {text} not null,
                    size {i32} not null,
                    status {text} not null,
                    import {uuid},
                    version {i32} not null
                ) {clustered}",
                "create unique index household_number on household (number)",
                "create index household_division on household (division, id)",
                "create table membership (
                    household {uuid} not null,
                    person {uuid} not null,
                    from_date {date} not null,
                    to_date {date},
                    relation {text} not null,
                    primary key (household, person, from_date)
                ) {clustered}",
                // A person lives in one household at a time.
                "create unique index membership_current on membership (person) where to_date is null",
                "create index membership_person on membership (person, from_date)",
                "create table external_number (
                    system {text} not null,
                    number {text} not null,
                    subject {uuid} not null,
                    primary key (system, number)
                ) {clustered}",
                "create index external_number_subject on external_number (subject)",
            ],
        ),
        migration(
            "registry_0002_circumstance",
            &[
                // One row per subject and version, never changed. `facts` is canonical JSON by
                // vocabulary name; `sources` names the source of facts that came from elsewhere
                // than `source`. What lists search by stands in columns beside it.
                "create table circumstance (
                    subject {uuid} not null,
                    valid_from {date} not null,
                    version {i32} not null,
                    kind {text} not null,
                    recorded_at {instant} not null,
                    source {text} not null,
                    sources {text},
                    digest {blob} not null,
                    class {text},
                    anti_relapse {text},
                    disability_kind {text},
                    disability_grade {i32},
                    import {uuid},
                    slice {i32},
                    facts {text} not null,
                    primary key (subject, valid_from, version)
                ) {clustered}",
                "create index circumstance_import on circumstance (import, slice)",
            ],
        ),
        migration(
            "registry_0003_account",
            &[
                "create table account (
                    id {uuid} not null primary key,
                    person {uuid} not null,
                    household {uuid} not null,
                    division {text} not null,
                    bank {text} not null,
                    holder {blob} not null,
                    number {blob} not null,
                    number_index {blob} not null,
                    tail {text} not null,
                    valid_from {text} not null,
                    proposed_by {uuid} not null,
                    approved_by {uuid},
                    import {uuid}
                ) {clustered}",
                "create index account_person on account (person, valid_from)",
                "create index account_household on account (household)",
                "create index account_number on account (number_index)",
                "create table account_change (
                    id {uuid} not null primary key,
                    person {uuid} not null,
                    household {uuid} not null,
                    division {text} not null,
                    bank {text} not null,
                    holder {blob} not null,
                    number {blob} not null,
                    number_index {blob} not null,
                    tail {text} not null,
                    reason {text} not null,
                    status {text} not null,
                    proposed_by {uuid} not null,
                    proposed_at {instant} not null,
                    decided_by {uuid},
                    decided_at {instant},
                    opinion {text},
                    import {uuid}
                )",
                // One change of a person's account waits at a time.
                "create unique index account_change_waiting on account_change (person) where status = 'proposed'",
                "create index account_change_division on account_change (division, proposed_at)",
            ],
        ),
        migration(
            "registry_0004_import",
            &[
                "create table import (
                    id {uuid} not null primary key,
                    kind {text} not null,
                    kind_zh {text} not null,
                    kind_en {text} not null,
                    status {text} not null,
                    as_of {date} not null,
                    division {text} not null,
                    mode {text},
                    totals {text},
                    revision {i64} not null,
                    applied {i64},
                    twice {blob},
                    parts {i32} not null,
                    job {uuid},
                    problem {text},
                    created_by {uuid} not null,
                    created_at {instant} not null
                )",
                "create index import_division on import (division, created_at)",
                "create table import_file (
                    import {uuid} not null,
                    position {i32} not null,
                    file_key {text} not null,
                    file {uuid} not null,
                    name {blob} not null,
                    digest {blob} not null,
                    row_count {i64} not null,
                    encoding {text},
                    layout {text},
                    primary key (import, position)
                ) {clustered}",
                // Staged rows: packed, sealed blocks of the rows of some 2,000 households.
                "create table import_block (
                    import {uuid} not null,
                    part {i32} not null,
                    flush {i32} not null,
                    row_count {i32} not null,
                    payload {blob} not null,
                    primary key (import, part, flush)
                ) {clustered}",
                "create table import_row (
                    import {uuid} not null,
                    position {i32} not null,
                    row_number {i64} not null,
                    household {text} not null,
                    payload {blob} not null,
                    faults {text} not null,
                    primary key (import, position, row_number)
                ) {clustered}",
                "create table import_digest (
                    household {uuid} not null,
                    kind {text} not null,
                    digest {blob} not null,
                    import {uuid} not null,
                    primary key (household, kind)
                ) {clustered}",
                "create table roster_entry (
                    import {uuid} not null,
                    seq {i64} not null,
                    slice {i32} not null,
                    household {uuid} not null,
                    person {uuid} not null,
                    division {text} not null,
                    programme {text} not null,
                    unit {text} not null,
                    class {text},
                    from_month {text} not null,
                    to_month {text},
                    number {text},
                    amount {i64},
                    top_up {i64},
                    reason {text},
                    account {uuid},
                    members {text} not null,
                    facts {text} not null,
                    primary key (import, seq)
                ) {clustered}",
                "create index roster_entry_household on roster_entry (household)",
            ],
        ),
        migration(
            "registry_0005_benefit",
            &[
                // What later rooms tell about a household, so that lists can show and filter it.
                "create table benefit (
                    household {uuid} not null,
                    programme {text} not null,
                    class {text},
                    covered {i32} not null,
                    amount {i64},
                    primary key (household, programme)
                ) {clustered}",
                "create index benefit_programme on benefit (programme, class, household)",
            ],
        ),
        migration(
            "registry_0006_stay",
            &[
                // Where a household lived before it moved; `until` is its first day elsewhere. The
                // version of the household tells two moves of one day apart.
                "create table household_stay (
                    household {uuid} not null,
                    version {i32} not null,
                    division {text} not null,
                    address {text},
                    until {date} not null,
                    primary key (household, version)
                ) {clustered}",
            ],
        ),
    ]
}
