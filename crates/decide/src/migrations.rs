//! The tables of deciding.
//!
//! `seq` is the serial of an approval. Rows of members and terms say since
//! which approval they are known and until which; a row is never overwritten,
//! so what was known when a month was closed can be read back for ever.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations, oldest first.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "decide_0001_awards",
            &[
                "create table decision (id {uuid} primary key not null, kind {text} not null, programme {text} not null, \
             section {text} not null, division {text} not null, status {text} not null, number {text}, seq {i64}, \
             reason {text} not null, effective_month {i32} not null, pack_release {uuid} not null, import {uuid}, \
             awards {i64} not null, households {i64} not null, persons {i64} not null, amount {i64} not null, \
             proposed_by {uuid} not null, proposed_at {instant} not null, decided_by {uuid}, decided_at {instant}, \
             opinion {text}, version {i32} not null)",
                "create unique index decision_seq on decision (seq) where seq is not null",
                "create unique index decision_import on decision (import, programme) where import is not null and status <> 'rejected'",
                "create index decision_programme on decision (programme, effective_month)",
                "create index decision_status on decision (status, proposed_at)",
                "create table decision_item (decision {uuid} not null, seq {i32} not null, award {uuid}, \
             household {uuid} not null, division {text} not null, from_month {i32} not null, payload {text} not null, \
             primary key (decision, seq)) {clustered}",
                "create index decision_item_award on decision_item (award)",
                "create table award (id {uuid} primary key not null, number {text} not null, programme {text} not null, \
             section {text} not null, household {uuid} not null, holder {uuid} not null, division {text} not null, \
             class {text} not null, status {text} not null, from_month {i32} not null, to_month {i32}, \
             decision {uuid} not null, since {i64} not null, version {i32} not null) {clustered}",
                "create unique index award_number on award (programme, number)",
                "create index award_household on award (household)",
                "create table award_member (award {uuid} not null, person {uuid} not null, from_month {i32} not null, \
             since {i64} not null, to_month {i32}, until {i64}, position {i32} not null, \
             primary key (award, person, from_month, since)) {clustered}",
                "create index award_member_person on award_member (person)",
                "create table award_terms (award {uuid} not null, from_month {i32} not null, since {i64} not null, \
             to_month {i32}, until {i64}, facts {text} not null, decision {uuid} not null, \
             primary key (award, from_month, since)) {clustered}",
                "create table award_serial (area {text} not null, programme {text} not null, year {i32} not null, \
             last {i64} not null, primary key (area, programme, year))",
                "create table one_off (id {uuid} primary key not null, number {text} not null, programme {text} not null, \
             section {text} not null, household {uuid} not null, person {uuid} not null, payee {uuid} not null, \
             division {text} not null, month {i32} not null, amount {i64} not null, cause {text} not null, \
             facts {text} not null, decision {uuid} not null, since {i64} not null)",
                "create unique index one_off_number on one_off (programme, number)",
                "create index one_off_month on one_off (programme, month)",
                "create index one_off_household on one_off (household)",
            ],
        ),
        migration(
            "decide_0002_cases",
            &[
                // Where a case stands is replayed from its events; the columns beside them serve lists.
                "create table assistance_case (id {uuid} primary key not null, number {text}, division {text} not null, \
             programme {text} not null, procedure {text} not null, section {text} not null, ruled_on {date} not null, \
             release {uuid} not null, household {uuid} not null, applicant {uuid} not null, opening {text} not null, \
             status {text} not null, result {text}, accepted_on {date}, steps {text} not null, duties {text} not null, \
             due {date}, amount {i64}, opened_by {uuid} not null, opened_at {instant} not null, events {i32} not null)",
                "create unique index assistance_case_number on assistance_case (number) where number is not null",
                "create index assistance_case_division on assistance_case (division, status, due)",
                "create index assistance_case_household on assistance_case (household)",
                // One open case of a procedure for a household.
                "create unique index assistance_case_open on assistance_case (household, procedure) where status = 'open'",
                "create table case_event (case_id {uuid} not null, seq {i32} not null, at {instant} not null, \
             actor {text} not null, body {blob} not null, primary key (case_id, seq)) {clustered}",
                "create table case_form (case_id {uuid} not null, form {text} not null, subject {text} not null, \
             version {i32} not null, step {text} not null, body {blob} not null, filed_by {uuid} not null, \
             filed_at {instant} not null, primary key (case_id, form, subject, version)) {clustered}",
            ],
        ),
        migration(
            "decide_0010_office",
            &[
                // What lists show and what the clock looks at, written with every act.
                "alter table assistance_case add column standing {text}",
                "alter table assistance_case add column handlers {text}",
                "alter table assistance_case add column yellow_on {date}",
                "alter table assistance_case add column red_on {date}",
                "alter table assistance_case add column next_on {date}",
                // The place that a household moves to, whose people work on the case beside those of its own.
                "alter table assistance_case add column elsewhere {text}",
                "create index assistance_case_next on assistance_case (status, next_on)",
                // What the clock has told whom: once for each limit, the day it began and what it said.
                "create table case_notice (case_id {uuid} not null, deadline {text} not null, since {date} not null, \
             mark {text} not null, task {uuid} not null, told_at {instant} not null, over {bool} not null, \
             primary key (case_id, deadline, since, mark)) {clustered}",
                // Who stands in for whom, from a day to a day.
                "create table deputy (id {uuid} primary key not null, absent {uuid} not null, deputy {uuid} not null, \
             division {text} not null, from_day {date} not null, to_day {date} not null, reason {text} not null, \
             made_by {uuid} not null, made_at {instant} not null, ended_on {date}, ended_by {uuid}, version {i32} not null)",
                "create index deputy_who on deputy (deputy, from_day, to_day)",
                // Phrases for opinions that officers keep for themselves.
                "create table phrase (id {uuid} primary key not null, owner {uuid} not null, body {text} not null, \
             used {i32} not null, made_at {instant} not null)",
                "create index phrase_owner on phrase (owner)",
                // How a sum reaches the family: by the month's roll, or in cash from the township's reserve.
                "alter table one_off add column channel {text}",
            ],
        ),
        migration(
            "decide_0011_assessments",
            &[
                // What was computed is sealed and never altered; the columns serve the list.
                "create table assessment (id {uuid} primary key not null, household {uuid} not null, \
             division {text} not null, as_of {date} not null, release {uuid} not null, meaning {i32} not null, \
             made_by {uuid} not null, made_at {instant} not null, qualifies {i32} not null, unknown {i32} not null, \
             claims {i32} not null, monthly {i64}, body {blob} not null)",
                "create index assessment_household on assessment (household, made_at)",
                "create table gap (household {uuid} not null, programme {text} not null, kind {text} not null, \
             division {text} not null, section {text} not null, as_of {date} not null, release {uuid} not null, \
             scan {uuid} not null, persons {i32} not null, people {text} not null, monthly {i64}, once {i64}, \
             missing {text} not null, primary key (household, programme, kind)) {clustered}",
                "create index gap_division on gap (division, kind, programme)",
                "create table gap_scan (id {uuid} primary key not null, division {text} not null, as_of {date} not null, \
             finished_at {instant} not null, households {i64} not null, findings {i64} not null, refused {i64} not null)",
                "create index gap_scan_finished on gap_scan (finished_at)",
            ],
        ),
        migration(
            "decide_0003_papers",
            &[
                "alter table case_form add column form_version {i32}",
                "alter table case_form add column digest {text}",
                "create table draft (owner {uuid} not null, place {text} not null, body {blob} not null, \
             saved_at {instant} not null, primary key (owner, place)) {clustered}",
                "create table case_file (file {uuid} primary key not null, case_id {uuid} not null, purpose {text} not null, \
             paper {text}, subject {text}, bound {text}, media {text} not null, size {i64} not null, \
             added_by {uuid} not null, added_at {instant} not null)",
                "create index case_file_case on case_file (case_id, added_at)",
                "create table case_signature (case_id {uuid} not null, seq {i32} not null, file {uuid}, \
             bound {text} not null, primary key (case_id, seq)) {clustered}",
            ],
        ),
        migration(
            "decide_0004_letters",
            &[
                // A letter is what was said; its prints are the copies that were made of it.
                "create table case_letter (id {uuid} primary key not null, case_id {uuid} not null, document {text} not null, \
             number {text} not null, body {blob} not null, made_by {uuid} not null, made_at {instant} not null)",
                "create unique index case_letter_number on case_letter (number)",
                "create index case_letter_case on case_letter (case_id, made_at)",
                "create table letter_print (letter {uuid} not null, nth {i32} not null, large {bool} not null, \
             printed_by {uuid} not null, printed_at {instant} not null, primary key (letter, nth)) {clustered}",
            ],
        ),
        migration(
            "decide_0020_archives",
            &[
                // What was bound is kept as it was handed out, as a PDF and as a page.
                "create table household_archive (id {uuid} primary key not null, household {uuid} not null, \
             division {text} not null, large {bool} not null, pages {i32} not null, items {i32} not null, \
             cases {i32} not null, attached {i32} not null, pdf {uuid} not null, html {uuid} not null, \
             reason {text} not null, made_by {uuid} not null, made_at {instant} not null)",
                // Letters printed together are handed out as one file.
                "create table letter_batch (id {uuid} primary key not null, document {text} not null, \
             large {bool} not null, made_by {uuid} not null, made_at {instant} not null)",
                "create table letter_batch_copy (batch {uuid} not null, seq {i32} not null, letter {uuid} not null, \
             nth {i32} not null, primary key (batch, seq)) {clustered}",
                "create index household_archive_household on household_archive (household, made_at)",
            ],
        ),
        migration(
            "decide_0021_follows",
            &[
                // The case whose outcome led to this one.
                "alter table assistance_case add column came_from {uuid}",
                "create index assistance_case_came_from on assistance_case (came_from)",
                // Templates that an office made of a document: every version is kept, none altered.
                "create table office_template (id {uuid} primary key not null, division {text} not null, \
             document {text} not null, version {i32} not null, from_day {date} not null, file {uuid}, \
             name {text} not null, size {i64} not null, note {text} not null, made_by {uuid} not null, \
             made_at {instant} not null)",
                "create unique index office_template_version on office_template (division, document, version)",
            ],
        ),
        migration(
            "decide_0022_origin",
            &[
                // Whose an award was and where, before the first change of either: what its opening
                // recorded can be computed again.
                "create table award_origin (award {uuid} primary key not null, holder {uuid} not null, \
             division {text} not null) {clustered}",
            ],
        ),
        migration(
            "decide_0023_about",
            &[
                // What a case is about: the household, or the person where each of a household holds
                // the programme for himself. One open case of a procedure for each.
                "alter table assistance_case add column about {uuid}",
                "update assistance_case set about = household",
                "drop index assistance_case_open",
                "create unique index assistance_case_open on assistance_case (about, procedure) where status = 'open'",
            ],
        ),
    ]
}
