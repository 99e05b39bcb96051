use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use sm3::{Digest, Sm3};
use uuid::Uuid;

use crate::Clock;

/// Where keys come from: UUIDv7, so that they sort by the time they were made.
pub trait IdGen: Send + Sync + Debug {
    /// The next key, greater than every key this generator gave before.
    fn next(&self) -> Uuid;
}

/// The 74 bits of a UUIDv7 beside its time stamp.
const TAIL_BITS: u32 = 74;

#[derive(Debug, Default)]
struct Last {
    millis: u64,
    tail: u128,
}

impl Last {
    /// Takes the clock's millisecond and fresh random bits, and returns a key above the last.
    ///
    /// Within one millisecond, or when the clock steps back, the tail counts up by a random
    /// step of at least one, so that order holds and keys stay hard to guess.
    fn advance(&mut self, millis: u64, fresh: u128) -> Uuid {
        let step = (fresh & 0xffff_ffff) + 1;
        if millis > self.millis {
            self.millis = millis;
            // The highest bit stays free, so that counting up has room.
            self.tail = fresh & ((1 << (TAIL_BITS - 1)) - 1);
        } else if self.tail + step < 1 << TAIL_BITS {
            self.tail += step;
        } else {
            self.millis += 1;
            self.tail = fresh & ((1 << (TAIL_BITS - 1)) - 1);
        }
        let head = u128::from(self.millis & 0xffff_ffff_ffff) << 80;
        let high = (self.tail >> 62) << 64;
        let low = self.tail & ((1 << 62) - 1);
        Uuid::from_u128(head | (0x7 << 76) | high | (0b10 << 62) | low)
    }
}

fn millis(clock: &dyn Clock) -> u64 {
    u64::try_from(clock.now().timestamp_millis()).unwrap_or(0)
}

/// Keys for service: the time of the given clock and random bits of the operating system.
#[derive(Debug)]
pub struct SystemIds {
    clock: Arc<dyn Clock>,
    last: Mutex<Last>,
}

impl SystemIds {
    /// A generator that stamps its keys with the time of `clock`.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            last: Mutex::default(),
        }
    }
}

impl IdGen for SystemIds {
    fn next(&self) -> Uuid {
        let mut bits = [0u8; 16];
        getrandom::fill(&mut bits).expect("the operating system gives random bits");
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.advance(millis(&*self.clock), u128::from_be_bytes(bits))
    }
}

/// Keys that repeat for the same seed and the same clock: for tests and the demonstration.
#[derive(Debug)]
pub struct SeededIds {
    clock: Arc<dyn Clock>,
    seed: u64,
    state: Mutex<(u64, Last)>,
}

impl SeededIds {
    /// A generator whose sequence depends on `seed` and the readings of `clock` alone.
    pub fn new(seed: u64, clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            seed,
            state: Mutex::default(),
        }
    }
}

impl IdGen for SeededIds {
    fn next(&self) -> Uuid {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, last) = &mut *state;
        *count += 1;
        let mut hash = Sm3::new();
        hash.update(self.seed.to_be_bytes());
        hash.update(count.to_be_bytes());
        let digest = hash.finalize();
        let fresh = digest
            .iter()
            .take(16)
            .fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        last.advance(millis(&*self.clock), fresh)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, NaiveDate};

    use super::*;
    use crate::MockClock;

    fn clock() -> Arc<MockClock> {
        Arc::new(MockClock::on(NaiveDate::from_ymd_opt(2022, 1, 1).unwrap()))
    }

    #[test]
    fn seeded_keys_repeat_and_differ_by_seed() {
        let take = |seed| {
            let ids = SeededIds::new(seed, clock());
            (0..100).map(|_| ids.next()).collect::<Vec<_>>()
        };
        assert_eq!(take(1), take(1));
        assert_ne!(take(1), take(2));
    }

    #[test]
    fn keys_ascend_even_when_the_clock_steps_back() {
        let clock = clock();
        let generators: [Box<dyn IdGen>; 2] = [
            Box::new(SeededIds::new(7, clock.clone())),
            Box::new(SystemIds::new(clock.clone())),
        ];
        for ids in generators {
            let mut before = Uuid::nil();
            for turn in 0..5000 {
                if turn % 1000 == 500 {
                    clock.advance(Duration::seconds(-3));
                }
                let next = ids.next();
                assert!(next > before);
                assert_eq!(next.get_version_num(), 7);
                assert_eq!(next.get_variant(), uuid::Variant::RFC4122);
                before = next;
            }
        }
    }
}
