use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// The one source of chance, seeded. Draws are computed here from the raw stream, so that
/// they stay the same when a library changes how it maps bits to ranges.
#[derive(Debug, Clone)]
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice of a seed; each stream is independent of the others, so that one part of the
    /// place can change without moving all the rest.
    pub(crate) fn new(seed: u64, stream: u64) -> Dice {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream);
        Dice(rng)
    }

    /// A number from nought to below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        debug_assert!(end > 0);
        let wide = u128::from(self.0.next_u64()) * end as u128;
        (wide >> 64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        debug_assert!(low <= high);
        low + self
            .below((high - low + 1).cast_unsigned() as usize)
            .cast_signed() as i64
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// One of several, by weight.
    pub(crate) fn weighted<T: Copy>(&mut self, from: &[(T, usize)]) -> T {
        let total = from.iter().map(|(_, weight)| weight).sum();
        let mut at = self.below(total);
        for (value, weight) in from {
            if at < *weight {
                return *value;
            }
            at -= weight;
        }
        from[from.len() - 1].0
    }

    /// Puts things into a random order.
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}

/// Splits `total` into `count` parts of at least `least` and at most `most` each.
pub(crate) fn partition(
    dice: &mut Dice,
    count: usize,
    total: usize,
    least: usize,
    most: usize,
) -> Vec<usize> {
    assert!(
        count * least <= total && total <= count * most,
        "{total} does not split into {count} parts"
    );
    let mut parts = vec![least; count];
    let mut left = total - count * least;
    while left > 0 {
        let at = dice.below(count);
        if parts[at] < most {
            parts[at] += 1;
            left -= 1;
        }
    }
    parts
}

/// Picks `count` of the values so that they add up to `target`; returns their positions in
/// ascending order. Starts from a random choice and exchanges values that bring the sum nearer.
pub(crate) fn subset_with_sum(
    dice: &mut Dice,
    values: &[usize],
    count: usize,
    target: usize,
) -> Vec<usize> {
    assert!(
        count <= values.len(),
        "{count} of {} cannot be picked",
        values.len()
    );
    let mut order: Vec<usize> = (0..values.len()).collect();
    dice.shuffle(&mut order);
    let (chosen, rest) = order.split_at_mut(count);
    let sum: usize = chosen.iter().map(|at| values[*at]).sum();
    let mut need = target as i64 - sum as i64;
    let mut tries = 0;
    while need != 0 {
        tries += 1;
        assert!(tries < 5_000_000, "no {count} values add up to {target}");
        let (out, into) = (dice.below(chosen.len()), dice.below(rest.len()));
        let gain = values[rest[into]] as i64 - values[chosen[out]] as i64;
        if gain != 0 && (need - gain).abs() < need.abs() {
            std::mem::swap(&mut chosen[out], &mut rest[into]);
            need -= gain;
        }
    }
    let mut picked = chosen.to_vec();
    picked.sort_unstable();
    picked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_repeat_and_stay_in_range() {
        let draw = |seed, stream| {
            let mut dice = Dice::new(seed, stream);
            (0..200).map(|_| dice.between(-3, 3)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1, 1), draw(1, 1));
        assert_ne!(draw(1, 1), draw(2, 1));
        assert_ne!(draw(1, 1), draw(1, 2));
        assert!(draw(1, 1).iter().all(|n| (-3..=3).contains(n)));
    }

    #[test]
    fn parts_and_subsets_add_up() {
        let mut dice = Dice::new(5, 0);
        let parts = partition(&mut dice, 1000, 3432, 1, 8);
        assert_eq!(parts.iter().sum::<usize>(), 3432);
        assert!(parts.iter().all(|part| (1..=8).contains(part)));
        let picked = subset_with_sum(&mut dice, &parts, 100, 250);
        assert_eq!(picked.len(), 100);
        assert!(picked.is_sorted_by(|a, b| a < b));
        assert_eq!(picked.iter().map(|at| parts[*at]).sum::<usize>(), 250);
    }
}
