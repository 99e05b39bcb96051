//! Measures who qualifies for dibao and for how much, over many households.
//!
//! `cargo xtask bench assess` builds this in release, runs it, and runs the same
//! rule over the same households in OpenFisca. With `--data DIR` the households
//! are written as columns for it, and our results beside them.

use std::fs;
use std::io::{BufReader, Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use formula::{Batch, Column, Entity, FactId, Value, VariableId};
use pack::assess::{Assess, run};
use pack::{Engine, Pack, Rules};
use serde_json::json;

const PLACE: &str = "420222";
const ON: &str = "2017-03-15";

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

/// Households computed at once: their columns stay in the cache.
const AT_ONCE: usize = 4096;

/// Amount in fen where the household qualifies, else −1; −2 where it is not known.
/// Beside it, how many households could not be had from columns.
fn assess(rules: &Rules, columns: &Columns, part: std::ops::Range<usize>) -> (Vec<i64>, usize) {
    let engine = rules.engine();
    let linked = engine.linked();
    let slots = Slots::new(&engine);
    let schema = linked.program().schema();
    let mut out = Vec::with_capacity(part.len());
    let mut single = 0;
    for start in part.clone().step_by(AT_ONCE) {
        let some = start..(start + AT_ONCE).min(part.end);
        let persons = columns.first[some.start] as usize..columns.first[some.end] as usize;
        let members: Vec<u32> = some
            .clone()
            .map(|h| columns.first[h + 1] - columns.first[h])
            .collect();
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
            words: vec![Value::text("农村")],
            places: vec![0; members.len()],
        };
        batch.set(slots.area, rural, None);
        batch.set(slots.savings, fen(&columns.savings[some.clone()]), None);
        batch.set(slots.houses, count(&columns.houses[some.clone()]), None);
        batch.set(slots.cars, count(&columns.cars[some]), None);
        batch.set(slots.age, count(&columns.age[persons.clone()]), None);
        for (slot, values) in [
            (slots.wage, &columns.wage),
            (slots.business, &columns.business),
            (slots.transfer, &columns.transfer),
            (slots.cost, &columns.cost),
        ] {
            batch.set(slot, fen(&values[persons.clone()]), None);
        }
        let prison = columns.prison[persons].to_vec();
        let covered = prison.iter().map(|p| !p).collect();
        batch.set(slots.prison, Column::Booleans(prison), None);
        batch.set(slots.covered, Column::Booleans(covered), None);
        let figures = linked.columns(&batch, &[slots.eligible, slots.amount]);
        single += figures.single;
        for (eligible, amount) in figures.values[0].iter().zip(&figures.values[1]) {
            out.push(match (eligible, amount) {
                (Some(Value::Boolean(true)), Some(Value::Number(n))) => n.to_fen().unwrap_or(-2),
                (Some(Value::Boolean(true)) | None, _) => -2,
                // Not eligible, or nobody is left whom the award would cover: nought over nought.
                _ => -1,
            });
        }
    }
    (out, single)
}

fn spread(rules: &Rules, columns: &Columns, threads: usize) -> (Vec<i64>, usize) {
    let each = columns.households().div_ceil(threads);
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|t| {
                let part = t * each..((t + 1) * each).min(columns.households());
                scope.spawn(move || assess(rules, columns, part))
            })
            .collect();
        let (mut all, mut single) = (Vec::with_capacity(columns.households()), 0);
        for part in parts {
            let (some, alone) = part.join().expect("a thread");
            all.extend(some);
            single += alone;
        }
        (all, single)
    })
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
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().unwrap_or_default();
        match argument.as_str() {
            "--households" => households = value.parse().expect("a number of households"),
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
    let (mut results, mut alone) = (Vec::new(), 0);
    for threads in [1, cores] {
        let mut best = Duration::MAX;
        for _ in 0..3 {
            let start = Instant::now();
            (results, alone) = spread(&rules, &columns, threads);
            best = best.min(start.elapsed());
        }
        println!(
            "doudi columns {threads} {} ms, {alone} households one by one",
            best.as_millis()
        );
    }
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
    let some = households.min(100_000);
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
