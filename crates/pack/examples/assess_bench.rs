//! Measures who qualifies for dibao and for how much, over many households.
//!
//! `cargo xtask bench assess` builds this in release, runs it, and runs the same
//! rule over the same households in OpenFisca. With `--data DIR` the households
//! are written as columns for it, and our results beside them; `--lines N` says
//! how many of them go through as lines of JSON.

use std::fs;
use std::io::{BufReader, Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use formula::{Batch, Column, Entity, FactId, Figures, Schema, Value, VariableId};
use pack::assess::{Assess, run};
use pack::{Engine, Pack};
use serde_json::json;

const PLACE: &str = "420222";
const ON: &str = "2017-03-15";
/// Runs of the columns; the shortest counts.
const RUNS: u64 = 50;

/// Households as columns; amounts in fen.
#[derive(Default)]
struct Columns {
    first: Vec<u32>,
    age: Vec<u8>,
    wage: Vec<i64>,
    business: Vec<i64>,
    transfer: Vec<i64>,
    cost: Vec<i64>,
    prison: Vec<bool>,
    savings: Vec<i64>,
    houses: Vec<u8>,
    cars: Vec<u8>,
}

/// A generator that gives the same households every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

impl Columns {
    fn make(households: usize) -> Columns {
        let mut dice = Dice(20_170_315);
        let mut all = Columns::default();
        for _ in 0..households {
            all.first.push(all.age.len() as u32);
            // Two and a half persons in the mean.
            let persons = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4][dice.below(10) as usize];
            for _ in 0..persons {
                let age = dice.below(90) as u8;
                let works = (16..70).contains(&age) && dice.below(3) > 0;
                all.age.push(age);
                all.wage.push(if works {
                    dice.below(1_500_000) as i64
                } else {
                    0
                });
                all.business
                    .push(if works { dice.below(200_000) as i64 } else { 0 });
                all.transfer.push(dice.below(60_000) as i64);
                all.cost
                    .push(if works { dice.below(30_000) as i64 } else { 0 });
                all.prison.push(dice.below(200) == 0);
            }
            all.savings.push(dice.below(3_000_000) as i64);
            all.houses
                .push(u8::from(dice.below(12) > 0) + u8::from(dice.below(25) == 0));
            all.cars.push(u8::from(dice.below(15) == 0));
        }
        all.first.push(all.age.len() as u32);
        all
    }

    fn households(&self) -> usize {
        self.first.len() - 1
    }

    fn members(&self, household: usize) -> std::ops::Range<usize> {
        self.first[household] as usize..self.first[household + 1] as usize
    }
}

/// The slots that a household is filled into.
struct Slots {
    area: FactId,
    savings: FactId,
    houses: FactId,
    cars: FactId,
    age: FactId,
    wage: FactId,
    business: FactId,
    transfer: FactId,
    cost: FactId,
    prison: FactId,
    covered: FactId,
    eligible: VariableId,
    amount: VariableId,
}

impl Slots {
    fn new(engine: &Engine<'_>) -> Slots {
        let program = engine.linked().program();
        let fact = |entity, name| {
            program
                .schema()
                .find_fact(entity, name)
                .expect("a fact of the vocabulary")
        };
        let variable = |entity, name| program.variable(entity, name).expect("a variable of dibao");
        use Entity::{Award, Household, Person};
        Slots {
            area: fact(Household, "城乡"),
            savings: fact(Household, "货币财产"),
            houses: fact(Household, "生活用房套数"),
            cars: fact(Household, "机动车辆数"),
            age: fact(Person, "年龄"),
            wage: fact(Person, "工资性收入"),
            business: fact(Person, "经营净收入"),
            transfer: fact(Person, "转移净收入"),
            cost: fact(Person, "必要就业成本"),
            prison: fact(Person, "服刑"),
            covered: fact(Person, "保障对象"),
            eligible: variable(Household, "符合低保条件"),
            amount: variable(Award, "低保金"),
        }
    }
}

/// The households as a batch of the engine.
fn batch(schema: &Schema, slots: &Slots, columns: &Columns) -> Batch {
    let members: Vec<u32> = columns.first.windows(2).map(|w| w[1] - w[0]).collect();
    let mut batch = Batch::new(schema, &members);
    let fen = |values: &[i64]| Column::Numbers {
        values: values.to_vec(),
        scale: 2,
    };
    let count = |values: &[u8]| Column::Numbers {
        values: values.iter().map(|v| i64::from(*v)).collect(),
        scale: 0,
    };
    let rural = Column::Words {
        words: [Value::text("农村")].into(),
        places: vec![0; members.len()],
    };
    let covered = columns.prison.iter().map(|p| !p).collect();
    for (slot, column) in [
        (slots.area, rural),
        (slots.savings, fen(&columns.savings)),
        (slots.houses, count(&columns.houses)),
        (slots.cars, count(&columns.cars)),
        (slots.age, count(&columns.age)),
        (slots.wage, fen(&columns.wage)),
        (slots.business, fen(&columns.business)),
        (slots.transfer, fen(&columns.transfer)),
        (slots.cost, fen(&columns.cost)),
        (slots.prison, Column::Booleans(columns.prison.clone())),
        (slots.covered, Column::Booleans(covered)),
    ] {
        batch.set(slot, column, None);
    }
    batch
}

/// Amount in fen where the household qualifies, else −1; −2 where it is not known.
fn amount(figures: &Figures, household: usize) -> i64 {
    match (figures.value(0, household), figures.value(1, household)) {
        (Some(Value::Boolean(true)), Some(Value::Number(n))) => n.to_fen().unwrap_or(-2),
        (Some(Value::Boolean(true)) | None, _) => -2,
        // Not eligible, or nobody is left whom the award would cover: nought over nought.
        _ => -1,
    }
}

/// Milliseconds of processor that this process has used so far.
fn used() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = after.split(' ').skip(11).take(2);
    // The kernel counts in hundredths of a second.
    ticks.filter_map(|t| t.parse::<u64>().ok()).sum::<u64>() * 10
}

fn lines(columns: &Columns, households: usize) -> Vec<u8> {
    let yuan = |fen: i64| format!("{}.{:02}", fen / 100, fen % 100);
    let mut out = Vec::new();
    for household in 0..households {
        let members: Vec<_> = columns
            .members(household)
            .map(|p| {
                json!({"年龄": columns.age[p], "工资性收入": yuan(columns.wage[p]), "经营净收入": yuan(columns.business[p]),
                    "转移净收入": yuan(columns.transfer[p]), "必要就业成本": yuan(columns.cost[p]), "服刑": columns.prison[p]})
            })
            .collect();
        let line = json!({"编号": household, "户": {"城乡": "农村", "货币财产": yuan(columns.savings[household]),
            "生活用房套数": columns.houses[household], "机动车辆数": columns.cars[household]}, "成员": members});
        writeln!(out, "{line}").expect("memory");
    }
    out
}

fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let number = line.and_then(|l| l.split_whitespace().next()?.parse().ok());
    number.unwrap_or(0) / 1024
}

fn write(dir: &Path, columns: &Columns, results: &[i64]) -> std::io::Result<()> {
    fs::create_dir_all(dir)?;
    let longs = |values: &[i64]| {
        values
            .iter()
            .flat_map(|v| v.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    let household: Vec<i64> = (0..columns.households())
        .flat_map(|h| columns.members(h).map(move |_| h as i64))
        .collect();
    fs::write(dir.join("household.i64"), longs(&household))?;
    for (name, values) in [
        ("wage", &columns.wage),
        ("business", &columns.business),
        ("transfer", &columns.transfer),
        ("cost", &columns.cost),
        ("savings", &columns.savings),
    ] {
        fs::write(dir.join(format!("{name}.i64")), longs(values))?;
    }
    fs::write(dir.join("houses.u8"), &columns.houses)?;
    fs::write(dir.join("cars.u8"), &columns.cars)?;
    let prison: Vec<u8> = columns.prison.iter().map(|p| u8::from(*p)).collect();
    fs::write(dir.join("prison.u8"), prison)?;
    fs::write(dir.join("doudi.i64"), longs(results))
}

fn main() {
    let mut households = 400_000;
    let mut data: Option<PathBuf> = None;
    let mut lined = 100_000;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().unwrap_or_default();
        match argument.as_str() {
            "--households" => households = value.parse().expect("a number of households"),
            "--lines" => lined = value.parse().expect("a number of households"),
            "--data" => data = Some(PathBuf::from(value)),
            other => panic!("unknown argument {other}"),
        }
    }
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
    let pack = Pack::from_dir(root.as_ref()).expect("the packs have no faults");
    let place = PLACE.parse().expect("a division");
    let rules = pack
        .rules(&place, ON.parse().expect("a day"))
        .expect("rules");
    let columns = Columns::make(households);
    let persons = columns.age.len();
    println!("{households} households, {persons} persons");
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let engine = rules.engine();
    let linked = engine.linked();
    let slots = Slots::new(&engine);
    let start = Instant::now();
    let batch = batch(linked.program().schema(), &slots, &columns);
    println!("doudi columns taken in {} ms", start.elapsed().as_millis());
    let mut results = Vec::new();
    for threads in [1, cores] {
        let (mut best, mut single) = (Duration::MAX, 0);
        let before = used();
        for _ in 0..RUNS {
            let start = Instant::now();
            let figures = linked.columns_on(threads, &batch, &[slots.eligible, slots.amount]);
            best = best.min(start.elapsed());
            single = figures.single;
            results = vec![figures];
        }
        println!(
            "doudi columns {threads} {} µs, {} µs of processor in the mean, {single} households one by one",
            best.as_micros(),
            (used() - before) * 1000 / RUNS
        );
    }
    let results: Vec<i64> = (0..households).map(|h| amount(&results[0], h)).collect();
    let paid = results.iter().filter(|r| **r >= 0);
    println!(
        "doudi qualify {} sum {} unknown {}",
        paid.clone().count(),
        paid.sum::<i64>(),
        results.iter().filter(|r| **r == -2).count()
    );
    println!("doudi memory {} MiB", peak());
    if let Some(dir) = data {
        write(&dir, &columns, &results).expect("the data is written");
    }
    let some = households.min(lined);
    let text = lines(&columns, some);
    let work = Assess {
        pack,
        place,
        on: ON.parse().expect("a day"),
        programmes: vec!["dibao".to_owned()],
        explain: false,
    };
    for threads in [1, cores] {
        let reader = Box::new(BufReader::new(Cursor::new(text.clone())));
        let start = Instant::now();
        let mut out = std::io::sink();
        run(&work, reader, &mut out, threads).expect("memory");
        let taken = start.elapsed().as_millis();
        println!("doudi ndjson {threads} {some} {taken} ms");
    }
}
