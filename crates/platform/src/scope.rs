//! Scope: which rows a user may touch, applied in this one place.

use std::collections::BTreeSet;

use kernel::DivisionCode;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::db::Sql;

/// A table whose rows concern people: it names the column that holds their 12-digit division.
///
/// ```ignore
/// impl ScopedEntity for household::Entity {
///     fn division() -> household::Column { household::Column::Division }
/// }
/// ```
pub trait ScopedEntity: EntityTrait {
    /// The column with the division code.
    fn division() -> Self::Column;

    /// The column with the section's key (低保, 儿童福利 …), where rows belong to one.
    fn section() -> Option<Self::Column> {
        None
    }
}

/// The rights of one grant: ranges of codes, and sections (none: all).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    ranges: Vec<(String, String)>,
    sections: BTreeSet<String>,
}

impl Part {
    /// The subtrees of some divisions, limited to sections.
    pub fn new<'a>(
        codes: impl IntoIterator<Item = &'a DivisionCode>,
        sections: BTreeSet<String>,
    ) -> Self {
        let mut ranges: Vec<(String, String)> =
            codes.into_iter().map(DivisionCode::range).collect();
        ranges.sort();
        let mut merged: Vec<(String, String)> = Vec::new();
        for (low, high) in ranges {
            match merged.last_mut() {
                Some(last) if low <= last.1 => last.1 = std::cmp::max(last.1.clone(), high),
                _ => merged.push((low, high)),
            }
        }
        Self {
            ranges: merged,
            sections,
        }
    }

    fn covers(&self, code: &str, section: Option<&str>) -> bool {
        self.ranges
            .iter()
            .any(|(low, high)| low.as_str() <= code && code < high.as_str())
            && (self.sections.is_empty() || section.is_none_or(|s| self.sections.contains(s)))
    }
}

/// Where a permission holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    parts: Vec<Part>,
    everything: bool,
}

impl Scope {
    /// The union of parts.
    pub fn new(parts: impl IntoIterator<Item = Part>) -> Self {
        let mut all: Vec<Part> = Vec::new();
        for part in parts {
            if !all.contains(&part) {
                all.push(part);
            }
        }
        Self {
            parts: all,
            everything: false,
        }
    }

    /// No limit; the system's own work only.
    pub(crate) fn everything() -> Self {
        Self {
            parts: Vec::new(),
            everything: true,
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        !self.everything && self.parts.iter().all(|p| p.ranges.is_empty())
    }

    /// Whether a division lies in it, in whichever section.
    pub fn contains(&self, division: &DivisionCode) -> bool {
        self.contains_code(division.as_str(), None)
    }

    /// Whether a division lies in it for a section.
    pub fn contains_in(&self, division: &DivisionCode, section: &str) -> bool {
        self.contains_code(division.as_str(), Some(section))
    }

    /// Whether the code of a division lies in it, for a section where one is given.
    pub fn contains_code(&self, code: &str, section: Option<&str>) -> bool {
        self.everything || self.parts.iter().any(|p| p.covers(code, section))
    }

    /// The scope cut down to the subtree of one division (a filter the user chose).
    pub fn within(&self, division: &DivisionCode) -> Scope {
        let (low, high) = division.range();
        let cut = |part: &Part| {
            let ranges = part
                .ranges
                .iter()
                .map(|(l, h)| {
                    (
                        std::cmp::max(l, &low).clone(),
                        std::cmp::min(h, &high).clone(),
                    )
                })
                .filter(|(l, h)| l < h)
                .collect();
            Part {
                ranges,
                sections: part.sections.clone(),
            }
        };
        if self.everything {
            return Scope::new([Part::new([division], BTreeSet::new())]);
        }
        Scope::new(self.parts.iter().map(cut).filter(|p| !p.ranges.is_empty()))
    }

    /// The condition for an entity, for `find`, updates and deletes alike.
    pub fn condition<E: ScopedEntity>(&self) -> Condition {
        self.on(
            || E::division().into_expr(),
            E::section().map(|_| || E::section().map(|c| c.into_expr())),
        )
    }

    fn on<D, S>(&self, division: D, section: Option<S>) -> Condition
    where
        D: Fn() -> Expr,
        S: Fn() -> Option<Expr>,
    {
        if self.everything {
            return Condition::all();
        }
        let mut any = Condition::any();
        let mut none = true;
        for part in &self.parts {
            let mut ranges = Condition::any();
            for (low, high) in &part.ranges {
                none = false;
                ranges = ranges.add(
                    Condition::all()
                        .add(division().gte(low.as_str()))
                        .add(division().lt(high.as_str())),
                );
            }
            if part.ranges.is_empty() {
                continue;
            }
            let mut both = Condition::all().add(ranges);
            if !part.sections.is_empty()
                && let Some(column) = section.as_ref().and_then(|s| s())
            {
                both = both.add(column.is_in(part.sections.iter().map(String::as_str)));
            }
            any = any.add(both);
        }
        if none {
            Condition::all().add(Expr::val(1).eq(0))
        } else {
            any
        }
    }

    /// The condition as raw SQL over a division column (`"h.division"`), in parentheses.
    pub fn sql(&self, division: &str) -> Sql {
        self.sql_in(division, None)
    }

    /// The same with a section column.
    pub fn sql_in(&self, division: &str, section: Option<&str>) -> Sql {
        if self.everything {
            return Sql::new("(1 = 1)");
        }
        let mut sql = Sql::new("(");
        let mut first = true;
        for part in self.parts.iter().filter(|p| !p.ranges.is_empty()) {
            sql = sql.text(if first { "((" } else { " or ((" });
            first = false;
            for (i, (low, high)) in part.ranges.iter().enumerate() {
                let or = if i == 0 { "" } else { " or " };
                sql = sql.text(&format!("{or}({division} >= ")).bind(low.as_str());
                sql = sql
                    .text(&format!(" and {division} < "))
                    .bind(high.as_str())
                    .text(")");
            }
            sql = sql.text(")");
            if let Some(column) = section
                && !part.sections.is_empty()
            {
                sql = sql.text(&format!(" and {column} in "));
                sql = sql.bind_all(part.sections.iter().map(String::as_str));
            }
            sql = sql.text(")");
        }
        if first {
            Sql::new("(1 = 0)")
        } else {
            sql.text(")")
        }
    }

    pub(crate) fn find<E: ScopedEntity>(&self) -> Select<E> {
        E::find().filter(self.condition::<E>())
    }
}
