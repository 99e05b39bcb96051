use std::collections::BTreeMap;

use kernel::Month;
use proptest::prelude::*;

use crate::terms::{Span, Timeline, TimelineError};

fn month(i: i32) -> Month {
    Month::from_index(2022 * 12 + i).unwrap()
}

#[derive(Debug, Clone)]
enum Step {
    Set(i32, u8),
    End(i32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (-2..24i32, any::<u8>()).prop_map(|(at, value)| Step::Set(at, value)),
        1 => (-2..24i32).prop_map(Step::End),
    ]
}

proptest! {
    /// Whatever is done in whatever order, the timeline equals a map of months
    /// in which each change overwrites everything from its month on.
    #[test]
    fn timeline_equals_a_map_of_months(steps in prop::collection::vec(step(), 0..24)) {
        let mut timeline = Timeline::new(vec![(Span { from: month(0), to: None }, 0u8)]).unwrap();
        let mut model: BTreeMap<i32, u8> = (0..40).map(|i| (i, 0)).collect();
        for step in steps {
            let before = timeline.clone();
            let end = model.keys().last().copied().unwrap_or(-1);
            let started = timeline.spans().first().map(|(span, _)| span.from);
            match step {
                Step::Set(at, value) => match timeline.set_from(month(at), value) {
                    Ok(edit) => {
                        let last = if model.is_empty() || at > end { 39 } else { end };
                        for i in at..=last {
                            model.insert(i, value);
                        }
                        prop_assert_eq!(edit.add.unwrap().from, month(at));
                    }
                    Err(TimelineError::BeforeStart(..)) => prop_assert!(started.is_some_and(|first| month(at) < first)),
                    Err(TimelineError::AfterEnd(..)) => prop_assert!(at > end + 1),
                    Err(other) => return Err(TestCaseError::fail(other.to_string())),
                },
                Step::End(last) => {
                    if timeline.end_with(month(last)).is_ok() {
                        model.retain(|i, _| *i <= last);
                    } else {
                        prop_assert_eq!(&timeline, &before);
                    }
                }
            }
            for i in 0..36 {
                prop_assert_eq!(timeline.at(month(i)), model.get(&i), "month {}", i);
            }
            // Stored spans can always be read back.
            prop_assert_eq!(Timeline::new(timeline.spans().to_vec()).unwrap(), timeline.clone());
        }
    }
}

#[test]
fn contradictory_rows_are_refused() {
    let span = |from, to: Option<i32>| Span {
        from: month(from),
        to: to.map(month),
    };
    assert_eq!(
        Timeline::new(vec![(span(0, None), 1), (span(3, None), 2)]),
        Err(TimelineError::Overlap(month(3)))
    );
    assert_eq!(
        Timeline::new(vec![(span(3, Some(2)), 1)]),
        Err(TimelineError::Backwards(month(3), month(2)))
    );
}

/// A death told in April, of February: the months from March on are dropped,
/// February is the last.
#[test]
fn a_change_of_the_past_cuts_what_came_after() {
    let mut timeline = Timeline::new(vec![
        (
            Span {
                from: month(0),
                to: Some(month(2)),
            },
            "class 2",
        ),
        (
            Span {
                from: month(3),
                to: None,
            },
            "class 1",
        ),
    ])
    .unwrap();
    let edit = timeline.end_with(month(1)).unwrap();
    assert_eq!(edit.close, Some((month(0), month(1))));
    assert_eq!(edit.drop, vec![month(3)]);
    assert_eq!(timeline.at(month(1)), Some(&"class 2"));
    assert_eq!(timeline.at(month(2)), None);
}
