//! The tables of oversight.
//!
//! No table holds a total: what a run, a board or a cross-table shows is counted from these rows.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations, oldest first.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "oversight_0001_runs",
            &[
                "create table supervision_run (id {uuid} primary key not null, number {text} not null, title {text} not null, \
             purpose {text} not null, division {text} not null, month {i32} not null, programmes {text} not null, \
             status {text} not null, verify_run {uuid}, note {text}, job {uuid}, created_by {uuid} not null, \
             created_at {instant} not null, version {i32} not null)",
                "create unique index supervision_run_number on supervision_run (number)",
                "create index supervision_run_division on supervision_run (division, created_at)",
                // What was compared: the source records of a run.
                "create table run_source (run {uuid} not null, source {text} not null, zh {text} not null, en {text} not null, \
             department {text} not null, as_of {date} not null, file {uuid} not null, name {blob} not null, delivery {text}, \
             records {i64} not null, rejected {i64} not null, primary key (run, source)) {clustered}",
                // Who was checked, as the list stood when it was handed in.
                "create table run_subject (run {uuid} not null, household {uuid} not null, person {uuid} not null, \
             division {text} not null, primary key (run, household, person)) {clustered}",
                "create table clue (id {uuid} primary key not null, run {uuid} not null, number {text} not null, \
             division {text} not null, kind {text} not null, check_key {text} not null, department {text} not null, \
             severity {text} not null, household {uuid}, person {uuid}, name {text} not null, id_number {blob}, \
             zh {text} not null, en {text} not null, cite {text} not null, as_of {date}, evidence {blob}, \
             fingerprint {text} not null, status {text} not null, office {text}, handler {uuid}, due {date}, \
             answer {text}, answer_key {text}, reason {text}, answered_by {uuid}, answered_at {instant}, read_back {uuid}, \
             decided_by {uuid}, decided_at {instant}, opinion {text}, version {i32} not null)",
                "create unique index clue_number on clue (number)",
                "create unique index clue_fingerprint on clue (run, fingerprint)",
                "create index clue_run on clue (run, status, division)",
                "create index clue_household on clue (run, household)",
                "create index clue_person on clue (run, person)",
                "create index clue_office on clue (office, status, due)",
                "create index clue_by_read_back on clue (read_back)",
                "create table clue_read_back (id {uuid} primary key not null, run {uuid} not null, division {text} not null, \
             file {uuid} not null, name {blob} not null, layout {text} not null, taken {i64} not null, wrong {i64} not null, \
             faults {text} not null, status {text} not null, job {uuid}, created_by {uuid} not null, \
             created_at {instant} not null)",
                "create index clue_read_back_run on clue_read_back (run, created_at)",
                "create table rectification (clue {uuid} primary key not null, division {text} not null, measure {text} not null, \
             due {date}, to_recover {i64} not null, status {text} not null, proof {text}, done_by {uuid}, done_at {instant}, \
             accepted_by {uuid}, accepted_at {instant}, opinion {text}, version {i32} not null)",
                "create table recovery_receipt (id {uuid} primary key not null, clue {uuid} not null, division {text} not null, \
             fen {i64} not null, day {date} not null, receipt {text} not null, created_by {uuid} not null, \
             created_at {instant} not null)",
                "create unique index recovery_receipt_once on recovery_receipt (clue, receipt)",
                "create table accountability (id {uuid} primary key not null, clue {uuid} not null, division {text} not null, \
             name {blob} not null, post {text} not null, cause {text} not null, measure {text} not null, day {date} not null, \
             document {text} not null, created_by {uuid} not null, created_at {instant} not null)",
                "create index accountability_clue on accountability (clue)",
                "create table visit (id {uuid} primary key not null, run {uuid} not null, division {text} not null, \
             household {uuid}, person {uuid}, check_key {text} not null, zh {text} not null, en {text} not null, \
             act_zh {text}, act_en {text}, cite {text} not null, fingerprint {text} not null, due {date}, \
             status {text} not null, outcome {text}, remark {text}, visited_on {date}, done_by {uuid}, done_at {instant}, \
             version {i32} not null)",
                "create unique index visit_fingerprint on visit (run, fingerprint)",
                "create index visit_division on visit (division, status, due)",
            ],
        ),
        migration(
            "oversight_0002_alignments",
            &[
                "create table alignment (id {uuid} primary key not null, number {text} not null, title {text} not null, \
             scheme {text} not null, division {text} not null, on_date {date} not null, follows {uuid}, edition {i32} not null, \
             here_name {text} not null, there_name {text} not null, here_from {text} not null, there_from {text} not null, \
             here_file {uuid}, there_file {uuid}, notes {text} not null, status {text} not null, job {uuid}, \
             here_public {text}, there_public {text}, sent_by {uuid}, sent_at {instant}, received_at {instant}, received_note {text}, \
             created_by {uuid} not null, created_at {instant} not null, closed_by {uuid}, closed_at {instant}, version {i32} not null)",
                "create unique index alignment_number on alignment (number)",
                "create unique index alignment_follows on alignment (follows) where follows is not null",
                "create index alignment_division on alignment (division, created_at)",
                "create table alignment_line (alignment {uuid} not null, side {i32} not null, seq {i32} not null, who {i32}, \
             household {text} not null, kind {text} not null, name {text} not null, id_number {blob}, division {text} not null, \
             fields {text} not null, primary key (alignment, side, seq)) {clustered}",
                "create index alignment_line_who on alignment_line (alignment, who)",
                "create table alignment_difference (id {uuid} primary key not null, alignment {uuid} not null, seq {i32} not null, \
             kind {text} not null, field {text} not null, here_seq {i32}, there_seq {i32}, list {text} not null, \
             division {text} not null, fingerprint {text} not null, \
             status {text} not null, handler {uuid}, due {date}, result {text}, remark {text}, handled_by {uuid}, \
             handled_at {instant}, theirs {text}, theirs_at {instant}, version {i32} not null)",
                "create unique index alignment_difference_seq on alignment_difference (alignment, seq)",
                "create index alignment_difference_status on alignment_difference (alignment, status, kind)",
            ],
        ),
    ]
}
