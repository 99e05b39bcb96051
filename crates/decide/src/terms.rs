//! The dated life of an award: which members and which terms hold in a month.
//!
//! Terms are never overwritten. A change from a month on closes the span in
//! force at that month and opens another; a change of the past (a death told
//! of late) cuts what was written after it, and the payments of the months
//! between become arrears or recovery in the next roll.

use std::collections::BTreeMap;

use kernel::Month;

/// A span of months, both ends included; no end means until further notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First month.
    pub from: Month,
    /// Last month, if there is one.
    pub to: Option<Month>,
}

impl Span {
    /// Whether `month` lies in the span.
    #[must_use]
    pub fn holds(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|to| month <= to)
    }
}

/// A value for each span of months, spans in order and never overlapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<T> {
    spans: Vec<(Span, T)>,
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self { spans: Vec::new() }
    }
}

/// Why a change of a timeline is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimelineError {
    /// The change begins before the first month of the award.
    #[error("the change begins in {0}, before the award does in {1}")]
    BeforeStart(Month, Month),
    /// The award ends before the change would begin.
    #[error("the change begins in {0}, after the award ended with {1}")]
    AfterEnd(Month, Month),
    /// The spans given overlap or are out of order.
    #[error("two spans cover {0}")]
    Overlap(Month),
    /// The last month lies before the first.
    #[error("a span ends with {1} before it begins with {0}")]
    Backwards(Month, Month),
}

/// What a change does to the stored spans: rows to close, drop and add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The span that is cut short: its first month and its new last month.
    pub close: Option<(Month, Month)>,
    /// First months of spans that the change replaces altogether.
    pub drop: Vec<Month>,
    /// The span that is added, if the change is not an end.
    pub add: Option<Span>,
}

impl<T: Clone> Timeline<T> {
    /// A timeline from stored spans.
    ///
    /// # Errors
    /// [`TimelineError::Overlap`] or [`TimelineError::Backwards`] when the
    /// rows contradict one another.
    pub fn new(mut spans: Vec<(Span, T)>) -> Result<Self, TimelineError> {
        spans.sort_by_key(|(span, _)| span.from);
        for (span, _) in &spans {
            if let Some(to) = span.to.filter(|to| *to < span.from) {
                return Err(TimelineError::Backwards(span.from, to));
            }
        }
        for pair in spans.windows(2) {
            let next = pair[1].0.from;
            if pair[0].0.to.is_none_or(|to| to >= next) {
                return Err(TimelineError::Overlap(next));
            }
        }
        Ok(Self { spans })
    }

    /// The value in force in `month`.
    #[must_use]
    pub fn at(&self, month: Month) -> Option<&T> {
        self.spans
            .iter()
            .find(|(span, _)| span.holds(month))
            .map(|(_, value)| value)
    }

    /// The spans, oldest first.
    #[must_use]
    pub fn spans(&self) -> &[(Span, T)] {
        &self.spans
    }

    fn bounds(&self, from: Month) -> Result<(), TimelineError> {
        if let Some((first, _)) = self.spans.first()
            && from < first.from
        {
            return Err(TimelineError::BeforeStart(from, first.from));
        }
        if let Some((last, _)) = self.spans.last()
            && let Some(to) = last.to.filter(|to| from > to.next())
        {
            return Err(TimelineError::AfterEnd(from, to));
        }
        Ok(())
    }

    /// Cuts the timeline so that nothing holds from `from` on.
    fn cut(&mut self, from: Month) -> Edit {
        let mut edit = Edit {
            close: None,
            drop: Vec::new(),
            add: None,
        };
        self.spans.retain_mut(|(span, _)| {
            if span.from >= from {
                edit.drop.push(span.from);
                return false;
            }
            if span.holds(from) {
                span.to = Some(from.prev());
                edit.close = Some((span.from, from.prev()));
            }
            true
        });
        edit
    }

    /// Lets `value` hold from `from` on, until the end the award had.
    ///
    /// # Errors
    /// When `from` lies outside the life of the award.
    pub fn set_from(&mut self, from: Month, value: T) -> Result<Edit, TimelineError> {
        self.bounds(from)?;
        let end = self
            .spans
            .last()
            .and_then(|(span, _)| span.to)
            .filter(|to| *to >= from);
        let mut edit = self.cut(from);
        let span = Span { from, to: end };
        self.spans.push((span, value));
        edit.add = Some(span);
        Ok(edit)
    }

    /// Ends the timeline so that `last` is its last month.
    ///
    /// # Errors
    /// When `last` lies more than one month before the start: an award may
    /// end before its first payment (`last` is then the month before it), but
    /// not earlier.
    pub fn end_with(&mut self, last: Month) -> Result<Edit, TimelineError> {
        self.bounds(last.next())?;
        Ok(self.cut(last.next()))
    }

    /// The values by month, from `from` to `to`.
    #[must_use]
    pub fn by_month(&self, from: Month, to: Month) -> BTreeMap<Month, Option<T>> {
        let mut out = BTreeMap::new();
        let mut month = from;
        while month <= to {
            out.insert(month, self.at(month).cloned());
            month = month.next();
        }
        out
    }
}
