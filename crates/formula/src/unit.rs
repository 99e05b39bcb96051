//! Units of quantities: products of powers of a few base units.

use std::fmt;
use std::str::FromStr;

/// The unit of a quantity.
///
/// Built from powers of 元, 月, 年, 天, 岁 and m²; `×` and `÷` add and subtract
/// the powers, so 元/月 × 月 is 元. 人, 户, 套, 辆 and the like are plain counts
/// ([`Unit::COUNT`]). `%` is a ratio kept as its fraction (30% is the number
/// 0.3): it counts as a bare number in × and ÷ and is printed as a percentage,
/// but is not added to or compared with a bare number, where 30 and 0.3 would
/// be confused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    yuan: i8,
    month: i8,
    year: i8,
    day: i8,
    age: i8,
    area: i8,
    percent: bool,
}

impl Unit {
    /// A plain count or bare number: 人, 户, 套, 辆, 次.
    pub const COUNT: Unit = Unit {
        yuan: 0,
        month: 0,
        year: 0,
        day: 0,
        age: 0,
        area: 0,
        percent: false,
    };
    /// 元.
    pub const YUAN: Unit = Unit {
        yuan: 1,
        ..Unit::COUNT
    };
    /// 元/月.
    pub const YUAN_PER_MONTH: Unit = Unit {
        yuan: 1,
        month: -1,
        ..Unit::COUNT
    };
    /// 元/年.
    pub const YUAN_PER_YEAR: Unit = Unit {
        yuan: 1,
        year: -1,
        ..Unit::COUNT
    };
    /// 元/天.
    pub const YUAN_PER_DAY: Unit = Unit {
        yuan: 1,
        day: -1,
        ..Unit::COUNT
    };
    /// 月.
    pub const MONTH: Unit = Unit {
        month: 1,
        ..Unit::COUNT
    };
    /// 年.
    pub const YEAR: Unit = Unit {
        year: 1,
        ..Unit::COUNT
    };
    /// 天.
    pub const DAY: Unit = Unit {
        day: 1,
        ..Unit::COUNT
    };
    /// 岁.
    pub const AGE: Unit = Unit {
        age: 1,
        ..Unit::COUNT
    };
    /// m².
    pub const AREA: Unit = Unit {
        area: 1,
        ..Unit::COUNT
    };
    /// %, kept as a fraction.
    pub const PERCENT: Unit = Unit {
        percent: true,
        ..Unit::COUNT
    };

    /// Whether this is a plain count (not a percentage).
    pub fn is_count(self) -> bool {
        self == Unit::COUNT
    }

    /// Whether money is part of the unit.
    pub fn is_money(self) -> bool {
        self.yuan != 0
    }

    /// The unit of a product.
    pub fn times(self, other: Unit) -> Unit {
        self.combine(other, 1)
    }

    /// The unit of a quotient.
    pub fn over(self, other: Unit) -> Unit {
        self.combine(other, -1)
    }

    fn combine(self, other: Unit, sign: i8) -> Unit {
        let sum = |a: i8, b: i8| a.saturating_add(b.saturating_mul(sign));
        let mut unit = Unit {
            yuan: sum(self.yuan, other.yuan),
            month: sum(self.month, other.month),
            year: sum(self.year, other.year),
            day: sum(self.day, other.day),
            age: sum(self.age, other.age),
            area: sum(self.area, other.area),
            percent: false,
        };
        // A percentage survives only beside a percentage or a bare number; a
        // share of an amount is an amount.
        let bare = unit == Unit::COUNT;
        unit.percent = bare && sign > 0 && self.percent && other.percent;
        unit
    }

    fn parts(self) -> [(&'static str, i8); 6] {
        [
            ("元", self.yuan),
            ("m²", self.area),
            ("岁", self.age),
            ("月", self.month),
            ("年", self.year),
            ("天", self.day),
        ]
    }
}

impl fmt::Display for Unit {
    /// `元/月`, `m²`, `%`; a plain count prints as nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.percent {
            return f.write_str("%");
        }
        let write = |f: &mut fmt::Formatter<'_>, name: &str, power: i8| match power {
            1 => f.write_str(name),
            n => write!(f, "{name}^{n}"),
        };
        let mut first = true;
        for (name, power) in self.parts().into_iter().filter(|(_, p)| *p > 0) {
            if !first {
                f.write_str("·")?;
            }
            write(f, name, power)?;
            first = false;
        }
        if first && self.parts().iter().any(|(_, p)| *p < 0) {
            f.write_str("1")?;
        }
        for (name, power) in self.parts().into_iter().filter(|(_, p)| *p < 0) {
            f.write_str("/")?;
            write(f, name, -power)?;
        }
        Ok(())
    }
}

/// A unit that is not one of those known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "不认识的单位“{0}”，可用：元、元/月、元/年、元/天、月、年、天、岁、%、m²、人、户、个 / unknown unit \"{0}\""
)]
pub struct UnknownUnit(
    /// What was written.
    pub String,
);

impl FromStr for Unit {
    type Err = UnknownUnit;

    /// Reads units as packs write them: `元/月`, `元/人/月` (人 and 户 are counts), `%`, `m²`, `平方米`.
    fn from_str(text: &str) -> Result<Unit, UnknownUnit> {
        let fault = || UnknownUnit(text.to_owned());
        let mut parts = text.trim().split('/').map(str::trim);
        let mut unit = match parts.next() {
            // 1/月: so many a month.
            Some("1") if text.contains('/') => Unit::COUNT,
            Some(name) => base(name).ok_or_else(fault)?,
            None => return Err(fault()),
        };
        for part in parts {
            unit = unit.over(base(part).ok_or_else(fault)?);
        }
        Ok(unit)
    }
}

fn base(name: &str) -> Option<Unit> {
    Some(match name {
        "元" => Unit::YUAN,
        "月" | "个月" => Unit::MONTH,
        "年" => Unit::YEAR,
        "天" | "日" => Unit::DAY,
        "岁" => Unit::AGE,
        "m²" | "平方米" | "㎡" => Unit::AREA,
        "%" => Unit::PERCENT,
        "人" | "户" | "个" | "套" | "辆" | "次" | "倍" | "级" | "档" | "人次" | "份" => {
            Unit::COUNT
        }
        _ => return None,
    })
}
