//! Measures the floor: sealing, indexing, bulk writes, commands and readings a second.
//!
//! `cargo run --release -p platform --example measure [rows] [postgres://…]`

use std::{sync::Arc, time::Instant};

use kernel::{SystemClock, SystemIds};
use platform::{
    Actor, Change, Ctx, DbConfig, Floor, FloorConfig, Grant, Operation, Principal, Problem, Result,
    Role, Roles, Vault, audit::RowDigest, bulk, files, http::RequestState, migration,
};
use serde_json::json;
use uuid::Uuid;

const PAY: Operation = Operation::command("measure.pay.create", "measure.write", "写", "Write");
const READ: Operation = Operation::personal("measure.pay.read", "measure.read", "读", "Read");
const OPERATIONS: &[Operation] = &[PAY, READ];

fn report(what: &str, n: u64, start: Instant) {
    let millis = start.elapsed().as_millis().max(1);
    let rate = u128::from(n) * 1000 / millis;
    println!("{what:<58} {n:>9} in {millis:>7} ms  {rate:>9} /s");
}

fn seals(n: u64) -> Result<()> {
    let vault = Vault::for_tests(1)?;
    let start = Instant::now();
    let mut bytes = 0;
    for i in 0..n {
        let row = Uuid::from_u128(i.into());
        bytes += vault
            .seal("person", "id_number", row, b"620521199001011234")
            .len();
    }
    report("seal an ID number (SM4-GCM)", n, start);
    let sealed = vault.seal("person", "id_number", "r", b"620521199001011234");
    let start = Instant::now();
    for _ in 0..n {
        bytes += vault.open("person", "id_number", "r", &sealed)?.len();
    }
    report("open an ID number", n, start);
    let start = Instant::now();
    for i in 0..n {
        bytes += usize::from(vault.index("id_number", &format!("{i:018}"))[0]);
    }
    report("index an ID number (HMAC-SM3)", n, start);
    let mut rows = RowDigest::default();
    let start = Instant::now();
    for i in 0..n {
        let key = format!("2022-10/{}/base", Uuid::from_u128(i.into()));
        rows.add(&key, &[&i.to_be_bytes(), b"dibao"]);
    }
    report("digest a roll line", n, start);
    assert!(bytes > 0 && rows.digest() != [0; 32]);
    Ok(())
}

async fn open(db: DbConfig, folder: &std::path::Path) -> Result<Floor> {
    let clock = Arc::new(SystemClock);
    let config = FloorConfig {
        db,
        ..FloorConfig::in_folder(folder)
    };
    let table = "create table measure_line (programme {text} not null, month {i32} not null, \
                 person {uuid} not null, component {text} not null, household {uuid} not null, \
                 division {text} not null, fen {i64} not null, kind {text} not null, \
                 release {text} not null, \
                 primary key (programme, month, person, component)) {clustered}";
    let role = Role {
        key: "measure".into(),
        zh: "测".into(),
        en: "measure".into(),
        level: String::new(),
        permissions: vec!["measure.*".into()],
    };
    Floor::builder(config, clock.clone(), Arc::new(SystemIds::new(clock)))
        .operations(OPERATIONS)
        .migrations(vec![migration("measure_0001", &[table])])
        .roles(Roles::new([role]))
        .open()
        .await
}

fn ctx(floor: &Floor) -> Result<Ctx> {
    let division = kernel::DivisionCode::parse("620521").map_err(Problem::internal)?;
    let actor = Actor {
        user: floor.new_id(),
        login: "measure".into(),
        name: "测".into(),
        organisation: Uuid::from_u128(1),
        organisation_name: "测".into(),
        division,
    };
    let grant = Grant {
        id: floor.new_id(),
        role: "measure".into(),
        division,
        also: Vec::new(),
        sections: Default::default(),
        from: floor.today(),
        to: None,
    };
    let principal = Principal {
        actor,
        grants: vec![grant],
        session: None,
        only: None,
    };
    Ok(Ctx::of(floor, principal, RequestState::internal()))
}

async fn lines(floor: &Floor, n: u64, month: i32, per_step: u64) -> Result<u64> {
    const COLUMNS: &[&str] = &[
        "programme",
        "month",
        "person",
        "component",
        "household",
        "division",
        "fen",
        "kind",
        "release",
    ];
    let ctx = ctx(floor)?;
    let (mut at, mut longest) = (0, 0);
    while at < n {
        let to = (at + per_step).min(n);
        let start = Instant::now();
        let mut tx = ctx.begin(&PAY, None).await?;
        let rows = (at..to).map(|i| {
            vec![
                "dibao".into(),
                month.into(),
                Uuid::from_u128(u128::from(i) << 64).into(),
                "base".into(),
                Uuid::from_u128(u128::from(i / 3) << 64).into(),
                "620521101201".into(),
                31_700_i64.into(),
                "current".into(),
                "2022.1".into(),
            ]
        });
        bulk::insert(&mut tx, "measure_line", COLUMNS, rows).await?;
        tx.commit().await?;
        longest = longest.max(start.elapsed().as_millis());
        at = to;
    }
    Ok(u64::try_from(longest).unwrap_or(0))
}

async fn database(db: DbConfig, name: &str, n: u64) -> Result<()> {
    println!("-- {name}");
    let dir = tempfile::tempdir()?;
    let floor = open(db, dir.path()).await?;
    let start = Instant::now();
    lines(&floor, n, 1, n).await?;
    report("insert roll lines, one unit of work", n, start);
    let start = Instant::now();
    let longest = lines(&floor, n, 2, 10_000).await?;
    report("insert roll lines, steps of 10,000", n, start);
    println!("{:<58} {longest} ms", "  the longest step");
    let start = Instant::now();
    let mut tx = ctx(&floor)?.begin(&PAY, None).await?;
    let sql = "update measure_line set fen = fen + 1 where month = 2";
    let set = bulk::execute(&mut tx, sql.into()).await?;
    let mut digest = RowDigest::default();
    let select = "select person, component, fen from measure_line where month = 2 \
                  order by programme, month, person, component";
    tx.conn()
        .for_each(select.into(), |row| {
            let person: Uuid = row.try_get_by_index(0)?;
            let component: String = row.try_get_by_index(1)?;
            let fen: i64 = row.try_get_by_index(2)?;
            digest.add(&format!("{person}/{component}"), &[&fen.to_be_bytes()]);
            Ok(())
        })
        .await?;
    tx.record_bulk("measure_line", "2", json!({}), digest);
    tx.commit().await?;
    report(
        "set-based update, digest read back, leaves sealed",
        set,
        start,
    );

    let commands = 1_000;
    let acting = ctx(&floor)?;
    let start = Instant::now();
    for i in 0..commands {
        let mut tx = acting.begin(&PAY, Some("测")).await?;
        tx.record(Change::created(
            "measure",
            i,
            None,
            &json!({"n": i, "text": "一个变更"}),
        ));
        tx.commit().await?;
    }
    report("commands, one after the other", commands, start);

    let (tasks, each) = (16, 250);
    let start = Instant::now();
    let readers = (0..tasks).map(|_| {
        let floor = floor.clone();
        tokio::spawn(async move {
            for _ in 0..each {
                let ctx = ctx(&floor)?;
                let mut reader = ctx.query(&READ).await?;
                let n: Option<i64> = reader
                    .conn()
                    .scalar("select count(*) from audit_bulk".into())
                    .await?;
                reader.opened("measure", n.unwrap_or(0), &ctx.actor().division);
                reader.finish().await?;
            }
            Ok::<(), Problem>(())
        })
    });
    for task in futures::future::join_all(readers.collect::<Vec<_>>()).await {
        task.map_err(Problem::internal)??;
    }
    report(
        "personal readings by 16 readers, logged durably",
        tasks * each,
        start,
    );

    let start = Instant::now();
    let found = platform::audit::verify(&floor, &[]).await?;
    report(
        "verify: entries walked",
        found.entries + found.access_entries,
        start,
    );
    assert!(found.faults.is_empty(), "{:?}", found.faults);
    let bytes = vec![7_u8; 64 * 1024 * 1024];
    let start = Instant::now();
    files::store(&floor, files::Source::Bytes(bytes)).await?;
    report("store a file (MiB)", 64, start);
    floor.db().close().await;
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let n = args
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000_000);
    seals(n)?;
    let dir = tempfile::tempdir()?;
    database(DbConfig::Sqlite(dir.path().join("measure.db")), "SQLite", n).await?;
    if let Some(url) = args.next() {
        database(DbConfig::parse(&url), "PostgreSQL", n).await?;
    }
    Ok(())
}
