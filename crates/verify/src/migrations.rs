//! The tables of deliveries, runs and household verification.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations, oldest first.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![household(), deliveries(), linking()]
}

/// Consents, requests, batches, reports and what they found.
fn household() -> Box<dyn MigrationTrait> {
    migration(
        "verify_0001_household",
        &[
            "create table consent (id {uuid} primary key not null, division {text} not null, section {text} not null, \
             case_id {uuid} not null, programme {text} not null, person {uuid} not null, capacity {text} not null, \
             purpose {text} not null, items {text} not null, agreed {bool} not null, valid_from {date} not null, \
             valid_to {date}, guardian {blob}, source {text} not null, recorded_by {uuid} not null, \
             recorded_at {instant} not null, withdrawn_on {date}, withdrawn_by {uuid}, withdrawn_why {blob}, \
             version {i32} not null)",
            "create index consent_person on consent (person, programme)",
            "create index consent_case on consent (case_id)",
            "create table verification_request (id {uuid} primary key not null, number {text} not null unique, \
             division {text} not null, township {text} not null, section {text} not null, office {uuid} not null, \
             case_id {uuid} not null, case_number {text}, programme {text} not null, purpose {text} not null, \
             applicant {uuid} not null, persons {i32} not null, without_number {i32} not null, status {text} not null, \
             due {date}, asked_by {uuid} not null, asked_on {date} not null, asked_at {instant} not null, \
             batch {uuid}, sent_at {instant}, answered_at {instant}, ended_at {instant}, version {i32} not null)",
            "create index verification_request_division on verification_request (division, status)",
            "create index verification_request_case on verification_request (case_id, asked_at)",
            // One of a case is on its way at a time; the database itself refuses a second.
            "create unique index verification_request_live on verification_request (case_id) \
             where status in ('ready', 'sent')",
            "create table verification_subject (request {uuid} not null, seq {i32} not null, person {uuid} not null, \
             capacity {text} not null, consent {uuid} not null, name {blob} not null, id_number {blob} not null, \
             primary key (request, seq)) {clustered}",
            "create index verification_subject_consent on verification_subject (consent)",
            "create table verification_batch (id {uuid} primary key not null, number {text} not null unique, \
             division {text} not null, file {uuid} not null, name {text} not null, digest {text} not null, \
             requests {i32} not null, persons {i32} not null, due {date} not null, made_by {uuid} not null, \
             made_at {instant} not null, handed_at {instant})",
            "create table verification_report (id {uuid} primary key not null, request {uuid} not null unique, \
             case_id {uuid} not null, number {text} not null, reported_on {date} not null, file {uuid} not null, \
             digest {text} not null, lines {i32} not null, found {i32} not null, read_by {uuid} not null, \
             read_at {instant} not null, division {text} not null)",
            "create index verification_report_case on verification_report (case_id)",
            "create table verification_line (id {uuid} primary key not null, report {uuid} not null, seq {i32} not null, \
             person {uuid} not null, source {text} not null, found {bool} not null, details {blob} not null, \
             state {text} not null, objection {blob}, objected_on {date}, objected_by {uuid}, outcome {blob}, \
             decided_on {date}, decided_by {uuid}, version {i32} not null)",
            "create unique index verification_line_place on verification_line (report, seq)",
        ],
    )
}

/// Deliveries, runs and what they found.
fn deliveries() -> Box<dyn MigrationTrait> {
    migration(
        "verify_0002_delivery",
        &[
            "create table delivery (id {uuid} primary key not null, source {text} not null, division {text} not null, \
             as_of {date} not null, status {text} not null, keep_older {bool} not null, file {uuid} not null, \
             name {blob} not null, titles {text} not null, mapping {text} not null, input {text}, digest {text}, \
             manifest {text}, problem_zh {text}, problem_en {text}, job {uuid}, created_by {uuid} not null, \
             created_at {instant} not null, kept_at {instant}, version {i32} not null)",
            "create index delivery_source on delivery (source, division, as_of)",
            // The very same file is taken in once for a source and place, whatever is retried.
            "create unique index delivery_once on delivery (source, division, input) where status = 'ready'",
            "create table verify_run (id {uuid} primary key not null, purpose {text} not null, division {text} not null, \
             organisation {uuid} not null, status {text} not null, subjects {text} not null, as_of {date} not null, \
             release {uuid} not null, deliveries {text} not null, unanswered {text} not null, households {i64} not null, \
             persons {i64} not null, fresh {i64} not null, known {i64} not null, gone {i64} not null, job {uuid}, \
             reason {blob}, created_by {uuid} not null, created_at {instant} not null, ended_at {instant})",
            "create index verify_run_place on verify_run (organisation, division, created_at)",
            "create table verify_run_household (run {uuid} not null, household {uuid} not null, division {text} not null, \
             primary key (run, household)) {clustered}",
            "create table finding (id {uuid} primary key not null, organisation {uuid} not null, purpose {text} not null, \
             household {uuid} not null, person {uuid}, division {text} not null, check_key {text} not null, \
             severity {text} not null, cite {text} not null, as_of {date}, fingerprint {text} not null, words {blob} not null, \
             evidence {blob} not null, first_run {uuid} not null, last_run {uuid} not null, gone_run {uuid}, \
             status {text} not null, note {blob}, decided_by {uuid}, decided_at {instant}, objection {blob}, \
             objected_at {instant}, created_at {instant} not null, version {i32} not null)",
            // What is there now stands once; what went and came back is new again.
            "create unique index finding_once on finding (organisation, purpose, household, fingerprint) where gone_run is null",
            "create index finding_division on finding (organisation, division, status)",
            "create index finding_household on finding (household)",
            "create table run_finding (run {uuid} not null, finding {uuid} not null, change {text} not null, \
             primary key (run, finding)) {clustered}",
        ],
    )
}

/// Rows without a good number beside persons on record, and what somebody decided.
fn linking() -> Box<dyn MigrationTrait> {
    migration(
        "verify_0003_linking",
        &[
            "create table link_pair (id {uuid} primary key not null, delivery {uuid} not null, source {text} not null, \
             as_of {date} not null, line {i64} not null, print {blob} not null, theirs {blob} not null, \
             person {uuid} not null, household {uuid} not null, division {text} not null, likelihood {i32} not null, \
             score {i32} not null, fields {text} not null, status {text} not null, carried {bool} not null, note {blob}, \
             decided_by {uuid}, decided_at {instant}, created_at {instant} not null, version {i32} not null)",
            "create unique index link_pair_once on link_pair (delivery, line, person)",
            // A row is about one person; the database itself refuses a second.
            "create unique index link_pair_same on link_pair (delivery, line) where status = 'same'",
            "create index link_pair_division on link_pair (division, status)",
            "create index link_pair_print on link_pair (source, print)",
        ],
    )
}
