use super::*;

#[test]
fn a_plan_meets_every_target_for_several_seeds() {
    for seed in [1, 2022, 620_521, u64::MAX] {
        // The plan asserts its own sums; the records are counted independently elsewhere.
        let plans = county(seed);
        assert!(plans.len() > 30_000);
        for plan in &plans {
            let covered = plan.dibao.map_or(0, |dibao| dibao.covered);
            assert!(covered <= plan.size, "{plan:?}");
            assert!(plan.relief.is_none_or(|relief| relief.persons <= plan.size));
            assert!(plan.disabled.len() <= plan.size.max(1), "{plan:?}");
        }
    }
}
