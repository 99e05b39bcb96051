//! The floor's own tables.

use sea_orm_migration::MigrationTrait;

use crate::db::migration;

/// Chains, access log, idempotency, serials, jobs, tasks, files.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "platform_0001_chains",
            &[
                "create table chain_head (chain {uuid} not null, log {text} not null, \
                 seq {i64} not null, hash {blob} not null, primary key (chain, log)) {clustered}",
                "create table audit_entry (chain {uuid} not null, seq {i64} not null, \
                 ordinal {i64} not null, at {instant} not null, actor {uuid} not null, login {text} not null, \
                 place {text}, operation {text} not null, reason {text}, noun {text}, subject {text}, \
                 division {text}, count {i64} not null, digest {blob} not null, \
                 request {text} not null, prev {blob} not null, hash {blob} not null, \
                 primary key (chain, seq)) {clustered}",
                "create index audit_entry_at on audit_entry (at)",
                "create unique index audit_entry_ordinal on audit_entry (ordinal)",
                "create table audit_change (chain {uuid} not null, seq {i64} not null, \
                 payload {blob}, payload_digest {blob} not null, erased_by {i64}, \
                 primary key (chain, seq)) {clustered}",
                "create table audit_touch (noun {text} not null, subject {text} not null, \
                 chain {uuid} not null, seq {i64} not null, position {i32} not null, \
                 kind {text} not null, row_digest {blob}, \
                 primary key (noun, subject, chain, seq, position)) {clustered}",
                "create index audit_touch_entry on audit_touch (chain, seq)",
                "create table audit_bulk (chain {uuid} not null, seq {i64} not null, \
                 position {i32} not null, noun {text} not null, subject {text} not null, \
                 count {i64} not null, totals {text} not null, digest {blob} not null, \
                 primary key (chain, seq, position)) {clustered}",
                "create index audit_bulk_subject on audit_bulk (noun, subject)",
                "create table audit_leaves (chain {uuid} not null, seq {i64} not null, \
                 position {i32} not null, part {i32} not null, payload {blob} not null, \
                 primary key (chain, seq, position, part)) {clustered}",
                "create table access_entry (chain {uuid} not null, seq {i64} not null, \
                 at {instant} not null, actor {uuid} not null, login {text} not null, \
                 place {text}, operation {text} not null, kind {text} not null, noun {text}, \
                 subject {text}, division {text}, count {i64} not null, digest {blob}, filter {blob}, \
                 filter_digest {blob}, request {text} not null, prev {blob} not null, \
                 hash {blob} not null, primary key (chain, seq)) {clustered}",
                "create index access_entry_subject on access_entry (noun, subject)",
                "create index access_entry_at on access_entry (at)",
            ],
        ),
        migration(
            "platform_0002_idempotency",
            &[
                "create table idempotency (actor {uuid} not null, operation {text} not null, \
                 idempotency_key {text} not null, request_digest {blob} not null, \
                 answer {blob} not null, at {instant} not null, \
                 primary key (actor, operation, idempotency_key)) {clustered}",
                "create index idempotency_at on idempotency (at)",
            ],
        ),
        migration(
            "platform_0003_serial",
            &[
                "create table serial (area {text} not null, programme {text} not null, \
               year {i32} not null, last {i64} not null, \
               primary key (area, programme, year)) {clustered}",
            ],
        ),
        migration(
            "platform_0004_job",
            &[
                "create table job (id {uuid} not null primary key, kind {text} not null, \
                 status {text} not null, args {blob} not null, state {blob}, result {text}, \
                 error {text}, done {i64} not null, total {i64} not null, stage_zh {text}, \
                 stage_en {text}, actor {uuid} not null, actor_name {text} not null, \
                 organisation {uuid} not null, dedup {text}, cancel {bool} not null, \
                 attempts {i32} not null, lease_owner {uuid}, lease_until {instant}, \
                 created_at {instant} not null, updated_at {instant} not null, \
                 finished_at {instant})",
                "create index job_status on job (status, created_at)",
                "create index job_actor on job (actor, created_at)",
                "create unique index job_dedup on job (kind, dedup) \
                 where status in ('queued', 'running')",
            ],
        ),
        migration(
            "platform_0005_task",
            &[
                "create table task (id {uuid} not null primary key, kind {text} not null, \
                 title_zh {text} not null, title_en {text} not null, noun {text} not null, \
                 subject {text} not null, division {text} not null, section {text}, \
                 permission {text} not null, not_for {uuid}, due {date}, \
                 created_at {instant} not null, closed_at {instant}, closed_by {uuid})",
                "create index task_subject on task (noun, subject)",
                "create index task_open on task (permission, division) where closed_at is null",
            ],
        ),
        migration(
            "platform_0006_file",
            &[
                "create table file (id {uuid} not null primary key, blob {text} not null, \
                 digest {blob} not null, size {i64} not null, media {text} not null, \
                 name {blob} not null, permission {text} not null, division {text}, \
                 section {text}, noun {text}, subject {text}, personal {bool} not null, \
                 created_at {instant} not null, created_by {uuid} not null)",
                "create index file_subject on file (noun, subject)",
                "create index file_blob on file (blob)",
            ],
        ),
        migration(
            "platform_0007_task_role",
            &[
                "alter table task add column role {text}",
                "alter table task add column holder {uuid}",
            ],
        ),
    ]
}
