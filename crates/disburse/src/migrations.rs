//! The tables of paying.
//!
//! Mass tables are clustered on their business key and carry no surrogate.
//! The partial unique index `payment_line_live` is what makes the database
//! itself refuse to pay a line twice; the check of `ledger_balance` is what
//! makes it refuse to hand on money that is not there.

use platform::migration;
use sea_orm_migration::MigrationTrait;

/// All migrations, oldest first.
#[must_use]
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        migration(
            "disburse_0001_rolls_and_payments",
            &[
                "create table roll (id {uuid} primary key not null, programme {text} not null, section {text} not null, \
             place {text} not null, month {i32} not null, status {text} not null, as_of {i64} not null, \
             pack_release {uuid} not null, fund {text} not null, arrears_from {i32}, households {i64} not null, \
             persons {i64} not null, lines {i64} not null, amount {i64} not null, recovery {i64} not null, \
             unresolved {i64} not null, new {i64} not null, stopped {i64} not null, raised {i64} not null, \
             lowered {i64} not null, moved {i64} not null, digest {blob}, prepared_by {uuid} not null, \
             prepared_at {instant} not null, submitted_by {uuid}, approved_by {uuid}, locked_by {uuid}, \
             locked_at {instant}, opinion {text}, anchor {text}, computed {i32} not null, version {i32} not null)",
                "create unique index roll_key on roll (programme, month, place)",
                "create index roll_month on roll (month)",
                "create table roll_division (roll {uuid} not null, division {text} not null, households {i64} not null, \
             persons {i64} not null, amount {i64} not null, primary key (roll, division)) {clustered}",
                "create table roll_component (roll {uuid} not null, component {text} not null, persons {i64} not null, \
             amount {i64} not null, primary key (roll, component)) {clustered}",
                "create table roll_gap (roll {uuid} not null, award {uuid} not null, household {uuid} not null, \
             division {text} not null, missing {text} not null, primary key (roll, award)) {clustered}",
                "create table line (programme {text} not null, month {i32} not null, person {uuid} not null, \
             component {text} not null, kind {text} not null, for_month {i32} not null, seq {i32} not null, \
             household {uuid} not null, source {uuid} not null, payee {uuid} not null, division {text} not null, \
             class {text} not null, amount {i64} not null check (amount > 0), \
             primary key (programme, month, person, component, kind, for_month, seq)) {clustered}",
                "create table roll_change (programme {text} not null, month {i32} not null, person {uuid} not null, \
             kind {text} not null, household {uuid} not null, award {uuid} not null, division {text} not null, \
             before {i64} not null, after {i64} not null, reason {text} not null, decision {uuid}, \
             primary key (programme, month, person)) {clustered}",
                "create table withheld (programme {text} not null, month {i32} not null, person {uuid} not null, \
             component {text} not null, kind {text} not null, for_month {i32} not null, seq {i32} not null, \
             by_month {i32} not null, amount {i64} not null check (amount > 0), \
             primary key (programme, month, person, component, kind, for_month, seq, by_month)) {clustered}",
                "create table claim (id {uuid} primary key not null, programme {text} not null, section {text} not null, \
             place {text} not null, month {i32} not null, fund {text} not null, person {uuid} not null, \
             component {text} not null, for_month {i32} not null, household {uuid} not null, division {text} not null, \
             amount {i64} not null, collected {i64} not null, handed {i64} not null, number {text} not null, \
             version {i32} not null, check (handed <= collected and collected <= amount))",
                "create index claim_programme on claim (programme, month)",
                "create table batch (id {uuid} primary key not null, number {text} not null, place {text} not null, \
             month {i32} not null, bank {text} not null, bank_zh {text} not null, bank_en {text} not null, \
             status {text} not null, pack_release {uuid} not null, reissue_of {uuid}, payments {i64} not null, \
             amount {i64} not null, paid {i64} not null, paid_amount {i64} not null, rejected {i64} not null, \
             rejected_amount {i64} not null, file {uuid}, file_name {text}, file_digest {text}, \
             prepared_by {uuid} not null, prepared_at {instant} not null, approved_by {uuid}, approved_at {instant}, \
             sent_at {instant}, settled_at {instant}, version {i32} not null)",
                "create unique index batch_number on batch (number)",
                "create index batch_month on batch (month)",
                "create table batch_programme (batch {uuid} not null, programme {text} not null, payments {i64} not null, \
             amount {i64} not null, returned {i64} not null, primary key (batch, programme)) {clustered}",
                "create table payment (batch {uuid} not null, seq {i32} not null, programme {text} not null, \
             section {text} not null, fund {text} not null, payee {uuid} not null, account {uuid} not null, \
             division {text} not null, kind {text} not null, households {i32} not null, \
             amount {i64} not null check (amount > 0), status {text} not null, reason {text} not null, \
             words {text} not null, answered_at {instant}, primary key (batch, seq)) {clustered}",
                "create table payment_line (batch {uuid} not null, seq {i32} not null, n {i32} not null, \
             programme {text} not null, month {i32} not null, person {uuid} not null, component {text} not null, \
             kind {text} not null, for_month {i32} not null, line_seq {i32} not null, amount {i64} not null, \
             live {i32} not null, primary key (batch, seq, n)) {clustered}",
                "create unique index payment_line_live on payment_line \
             (programme, month, person, component, kind, for_month, line_seq) where live = 1",
                "create index payment_line_bounced on payment_line \
             (programme, month, person, component, kind, for_month, line_seq) where live = 2",
                "create table bank_return (id {uuid} primary key not null, batch {uuid} not null, file {uuid} not null, \
             digest {text} not null, status {text} not null, read_by {uuid} not null, read_at {instant} not null)",
                "create unique index bank_return_running on bank_return (batch) where status = 'applying'",
                "create table ledger_entry (place {text} not null, fund {text} not null, programme {text} not null, \
             month {i32} not null, seq {i64} not null, event {text} not null, amount {i64} not null check (amount > 0), \
             noun {text} not null, subject {text} not null, \
             primary key (programme, month, place, fund, seq)) {clustered}",
                "create table ledger_balance (place {text} not null, fund {text} not null, programme {text} not null, \
             month {i32} not null, account {text} not null, amount {i64} not null, \
             primary key (programme, month, place, fund, account), \
             check (amount >= 0 or account in ('fund', 'claims'))) {clustered}",
            ],
        ),
        migration(
            "disburse_0002_reserve",
            &[
                // One row of entries for each township; the last says what the reserve holds.
                "create table reserve_entry (township {text} not null, seq {i64} not null, kind {text} not null, \
             amount {i64} not null check (amount > 0), balance {i64} not null check (balance >= 0), \
             on_day {date} not null, note {text} not null, case_id {uuid}, household {uuid}, \
             by_user {uuid} not null, at {instant} not null, primary key (township, seq)) {clustered}",
                // A case is paid from a reserve once.
                "create unique index reserve_entry_case on reserve_entry (case_id) where case_id is not null",
            ],
        ),
        migration(
            "disburse_0003_reserve_by_two",
            &[
                // What one person asks for and another approves or refuses.
                "create table reserve_request (id {uuid} primary key not null, township {text} not null, \
             amount {i64} not null check (amount > 0), document {text} not null, status {text} not null, \
             proposed_by {uuid} not null, proposed_at {instant} not null, decided_by {uuid}, decided_at {instant}, \
             opinion {text}, version {i32} not null, check (decided_by is null or decided_by <> proposed_by))",
                "create index reserve_request_status on reserve_request (status, proposed_at)",
                // Movements from before go to the ledger: one sheet for each township, without end,
                // under month 24000 (January 2000), which no roll has.
                "insert into ledger_entry (place, fund, programme, month, seq, event, amount, noun, subject) \
             select township, 'reserve', 'temporary_relief', 24000, seq, \
             case kind when 'in' then 'replenish' else 'pay_cash' end, amount, 'reserve', \
             township || '/' || cast(seq as varchar(20)) from reserve_entry",
                "insert into ledger_balance (place, fund, programme, month, account, amount) \
             select township, 'reserve', 'temporary_relief', 24000, 'fund', \
             cast(-sum(amount) as bigint) from reserve_entry where kind = 'in' group by township",
                "insert into ledger_balance (place, fund, programme, month, account, amount) \
             select township, 'reserve', 'temporary_relief', 24000, 'reserve', \
             cast(sum(case kind when 'in' then amount else -amount end) as bigint) from reserve_entry group by township",
                "insert into ledger_balance (place, fund, programme, month, account, amount) \
             select township, 'reserve', 'temporary_relief', 24000, 'paid', \
             cast(sum(amount) as bigint) from reserve_entry where kind = 'out' group by township",
            ],
        ),
    ]
}
