//! Operators, with the rules of units.

use super::{Info, Lower, Typed};
use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::{BinaryOp, Compare, Expr};
use crate::tree::{Arith, Op};
use crate::types::Type;
use crate::unit::Unit;

impl Lower<'_> {
    pub(super) fn binary(&mut self, op: BinaryOp, a: &Expr, b: &Expr, span: Span) -> Typed {
        match op {
            BinaryOp::And | BinaryOp::Or => {
                let (a, b) = (self.boolean(a), self.boolean(b));
                let (a, b) = (a.node.boxed(), b.node.boxed());
                let op = if op == BinaryOp::And {
                    Op::And(a, b)
                } else {
                    Op::Or(a, b)
                };
                Typed::new(op, Info::of(Type::Boolean), span)
            }
            BinaryOp::Compare(op) => {
                let (a, b) = (self.lower(a), self.lower(b));
                self.comparable(
                    &a.info,
                    &b.info,
                    !matches!(op, Compare::Eq | Compare::Ne),
                    span,
                );
                let op = Op::Compare(op, a.node.boxed(), b.node.boxed());
                Typed::new(op, Info::of(Type::Boolean), span)
            }
            BinaryOp::Add => self.arith(Arith::Add, a, b, span),
            BinaryOp::Sub => self.arith(Arith::Sub, a, b, span),
            BinaryOp::Mul => self.arith(Arith::Mul, a, b, span),
            BinaryOp::Div => self.arith(Arith::Div, a, b, span),
            BinaryOp::Pow => self.arith(Arith::Pow, a, b, span),
        }
    }

    pub(super) fn negate(&mut self, a: &Expr, span: Span) -> Typed {
        let a = self.lower(a);
        if !matches!(
            a.info.ty,
            Type::Number(_) | Type::Months | Type::Days | Type::Any | Type::Null
        ) {
            self.wrong_type(span, &Type::Number(Unit::COUNT), &a.info.ty);
        }
        Typed::new(Op::Negate(a.node.boxed()), a.info, span)
    }

    fn arith(&mut self, op: Arith, left: &Expr, right: &Expr, span: Span) -> Typed {
        let (a, b) = (self.lower(left), self.lower(right));
        let info = self.arith_info(op, &a.info, &b.info, span, right);
        Typed::new(Op::Arith(op, a.node.boxed(), b.node.boxed()), info, span)
    }

    fn arith_info(&mut self, op: Arith, a: &Info, b: &Info, span: Span, right: &Expr) -> Info {
        use Type::{Any, Date, DateTime, Days, Months, Null, Number, Text, Time};
        match (&a.ty, &b.ty, op) {
            (Any | Null, Any | Null, _) => Info::any(),
            (Number(x), Number(y), _) => self.units(op, (a, *x), (b, *y), span, right),
            (Text | Type::Code(_), Text | Type::Code(_), Arith::Add) => Info::of(Text),
            (Any | Null, other, _) | (other, Any | Null, _) => match (other, op) {
                // Null gives null; the type is that of the other side.
                (_, Arith::Add | Arith::Sub) => Info::of(other.clone()),
                _ => Info::any(),
            },
            (Months, Months, Arith::Add | Arith::Sub) => Info::of(Months),
            (Days, Days, Arith::Add | Arith::Sub) => Info::of(Days),
            (Date, Months | Days, Arith::Add | Arith::Sub) | (Months | Days, Date, Arith::Add) => {
                Info::of(Date)
            }
            (DateTime, Months | Days, Arith::Add | Arith::Sub)
            | (Months | Days, DateTime, Arith::Add) => Info::of(DateTime),
            (Time, Days, Arith::Add | Arith::Sub) | (Days, Time, Arith::Add) => Info::of(Time),
            (Date | DateTime, Date | DateTime, Arith::Sub) | (Time, Time, Arith::Sub) => {
                Info::of(Days)
            }
            (Months, Number(_), Arith::Mul | Arith::Div) | (Number(_), Months, Arith::Mul) => {
                Info::of(Months)
            }
            (Days, Number(_), Arith::Mul | Arith::Div) | (Number(_), Days, Arith::Mul) => {
                Info::of(Days)
            }
            (Months, Months, Arith::Div) | (Days, Days, Arith::Div) => {
                Info::of(Number(Unit::COUNT))
            }
            _ => {
                if self.strict() {
                    self.fault(
                        Fault::new(
                            FaultKind::WrongType,
                            span,
                            format!("{}和{}不能这样计算", a.ty.chinese(), b.ty.chinese()),
                            format!("{} and {} cannot be computed so", a.ty, b.ty),
                        )
                        .mend("检查两边的类型", "check the types of both sides"),
                    );
                }
                Info::any()
            }
        }
    }

    fn units(
        &mut self,
        op: Arith,
        (a, x): (&Info, Unit),
        (b, y): (&Info, Unit),
        span: Span,
        right: &Expr,
    ) -> Info {
        let bare = a.bare && b.bare;
        let of = |unit: Unit| Info {
            bare,
            ..Info::of(Type::Number(unit))
        };
        match op {
            Arith::Add | Arith::Sub => {
                // After a fault the type is left open, so that it is told once.
                self.same_unit(a, b, false, span).map_or_else(Info::any, of)
            }
            Arith::Mul => of(x.times(y)),
            Arith::Div => of(x.over(y)),
            Arith::Pow => {
                let whole = match &right.kind {
                    crate::syntax::Kind::Number(n) => n.to_i64().filter(|n| (0..=4).contains(n)),
                    _ => None,
                };
                if let Some(n) = whole {
                    return of((0..n).fold(Unit::COUNT, |u, _| u.times(x)));
                }
                if self.strict() && !(x.is_count() && y.is_count()) {
                    self.fault(unit_fault(
                        span,
                        "乘方的底和指数都应是光数",
                        "a power takes bare numbers",
                    ));
                }
                of(Unit::COUNT)
            }
        }
    }

    /// The unit that two quantities share. In comparisons a literal may stand for
    /// years of age, months and the like, where only one reading is thinkable;
    /// never for money. `None` after a fault.
    pub(super) fn same_unit(
        &mut self,
        a: &Info,
        b: &Info,
        comparing: bool,
        span: Span,
    ) -> Option<Unit> {
        let (x, y) = (
            a.ty.unit().unwrap_or_default(),
            b.ty.unit().unwrap_or_default(),
        );
        if x == y || b.zero {
            return Some(x);
        }
        if a.zero {
            return Some(y);
        }
        let (bare, other) = if a.bare { (true, y) } else { (b.bare, x) };
        if bare && comparing && !other.is_money() && other != Unit::PERCENT {
            return Some(other);
        }
        if self.strict() {
            self.fault(if bare {
                bare_fault(span, other)
            } else {
                mixed_fault(span, x, y)
            });
        }
        None
    }

    /// Whether two values may be compared.
    pub(super) fn comparable(&mut self, a: &Info, b: &Info, ordered: bool, span: Span) {
        if !self.strict() {
            return;
        }
        use Type::{Any, Boolean, Code, Context, List, Null, Number, Text};
        match (&a.ty, &b.ty) {
            (Any | Null, _) | (_, Any | Null) => {}
            (Number(_), Number(_)) => {
                self.same_unit(a, b, true, span);
            }
            (Code(codes), Text) => self.codes_have(codes, b, span),
            (Text, Code(codes)) => self.codes_have(codes, a, span),
            (Code(x), Code(y)) if x == y => {}
            (List(_), List(_)) => self.comparable(&a.item(), &b.item(), ordered, span),
            (Boolean | Context(_) | Type::Row(_), _) if ordered => self.cannot_compare(a, b, span),
            (x, y)
                if std::mem::discriminant(x) == std::mem::discriminant(y)
                    && !matches!(x, Code(_)) => {}
            _ => self.cannot_compare(a, b, span),
        }
    }

    fn cannot_compare(&mut self, a: &Info, b: &Info, span: Span) {
        self.fault(
            Fault::new(
                FaultKind::WrongType,
                span,
                format!("{}和{}不能比较", a.ty.chinese(), b.ty.chinese()),
                format!("{} and {} cannot be compared", a.ty, b.ty),
            )
            .mend("检查两边的类型", "check the types of both sides"),
        );
    }

    /// Every text that stands beside a code is in its list.
    pub(super) fn codes_have(&mut self, codes: &crate::types::Codes, text: &Info, span: Span) {
        for literal in text.literals.iter().flatten() {
            if codes.values.contains(literal) {
                continue;
            }
            let near = super::suggest::closest(literal, codes.values.iter().map(String::as_str));
            let (zh, en) = match near {
                Some(near) => (
                    format!("是不是“{near}”？"),
                    format!("did you mean \"{near}\"?"),
                ),
                None => (
                    format!("可用：{}", codes.values.join("、")),
                    format!("use one of: {}", codes.values.join(", ")),
                ),
            };
            self.fault(
                Fault::new(
                    FaultKind::UnknownCode,
                    span,
                    format!("“{}”没有代码“{literal}”", codes.name),
                    format!("{} has no code \"{literal}\"", codes.name),
                )
                .mend(zh, en),
            );
        }
    }

    /// Whether a value may stand where a type is declared.
    pub(super) fn must_fit(&mut self, found: &Info, declared: &Type, span: Span) {
        match (&found.ty, declared) {
            (Type::Any | Type::Null, _) | (_, Type::Any) => {}
            (Type::Number(_), Type::Number(unit)) => {
                let declared = Info::of(Type::Number(*unit));
                self.same_unit(found, &declared, true, span);
            }
            (Type::Text, Type::Code(codes)) if found.literals.is_some() => {
                self.codes_have(codes, found, span);
            }
            (Type::Code(_), Type::Text) => {}
            (Type::List(item), Type::List(wanted)) => {
                let item = Info {
                    ty: (**item).clone(),
                    ..found.clone()
                };
                self.must_fit(&item, wanted, span);
            }
            (found, wanted) if found == wanted => {}
            (Type::Context(found), Type::Context(wanted)) if found.keys().eq(wanted.keys()) => {}
            (found, wanted) => self.wrong_type(span, wanted, found),
        }
    }
}

pub(super) fn unit_fault(span: Span, zh: impl Into<String>, en: impl Into<String>) -> Fault {
    Fault::new(FaultKind::WrongUnit, span, zh, en)
        .mend("检查各量的单位", "check the units of the quantities")
}

fn named(unit: Unit) -> String {
    if unit.is_count() {
        "光数（没有单位）".to_owned()
    } else {
        unit.to_string()
    }
}

fn named_en(unit: Unit) -> String {
    if unit.is_count() {
        "a bare number".to_owned()
    } else {
        unit.to_string()
    }
}

fn bare_fault(span: Span, other: Unit) -> Fault {
    let fault = Fault::new(
        FaultKind::WrongUnit,
        span,
        format!("光数没有单位，不能和 {other} 相加减或比较"),
        format!("a bare number has no unit and cannot be added to or compared with {other}"),
    );
    if other == Unit::PERCENT {
        fault.mend("百分数写作 百分之(30)", "write a percentage as 百分之(30)")
    } else {
        fault.mend(
            "把这个数写成有单位、有依据的参数",
            "make it a parameter with unit and citation",
        )
    }
}

fn mixed_fault(span: Span, x: Unit, y: Unit) -> Fault {
    let fault = Fault::new(
        FaultKind::WrongUnit,
        span,
        format!("单位不同：{} 和 {}", named(x), named(y)),
        format!("different units: {} and {}", named_en(x), named_en(y)),
    );
    let months_and_years =
        [x, y].contains(&Unit::YUAN_PER_MONTH) && [x, y].contains(&Unit::YUAN_PER_YEAR);
    if months_and_years {
        fault.mend(
            "用 月额(…) 或 年额(…) 换算",
            "convert with 月额(…) (to a month) or 年额(…) (to a year)",
        )
    } else {
        fault.mend("检查各量的单位", "check the units of the quantities")
    }
}
