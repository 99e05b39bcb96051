//! From syntax to the tree that is evaluated: names become slots, functions are
//! resolved, types and units are checked. Plain FEEL takes the same way without
//! the checks: there a fault of type is null, not refused.

mod args;
mod arith;
mod calls;
mod forms;
mod info;
mod names;
mod paths;
mod suggest;

pub(crate) use info::{Info, Typed};
pub(crate) use names::{Globals, Scope, TypedScope};

use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::{Expr, Kind};
use crate::tree::{Node, Op};
use crate::type_test::TypeTest;
use crate::types::Type;
use crate::value::Value;
use crate::value::literal::{self, Read};

/// What an iteration, filter or context brought into scope.
pub(crate) enum Frame {
    /// Named values, by index.
    Named(Vec<(String, Info)>),
    /// The item of a filter.
    Item(Info),
}

/// Lowers the expressions of one formula and collects their faults.
pub(crate) struct Lower<'s> {
    scope: Scope<'s>,
    frames: Vec<Frame>,
    /// Iterations around the expression being lowered.
    loops: usize,
    pub faults: Vec<Fault>,
}

impl<'s> Lower<'s> {
    pub fn new(scope: Scope<'s>) -> Lower<'s> {
        Lower {
            scope,
            frames: Vec::new(),
            loops: 0,
            faults: Vec::new(),
        }
    }

    /// Whether types and units are checked.
    fn strict(&self) -> bool {
        matches!(self.scope, Scope::Typed(_))
    }

    pub fn lower(&mut self, e: &Expr) -> Typed {
        let span = e.span;
        match &e.kind {
            Kind::Null => Typed::constant(Value::Null, Info::of(Type::Null), span),
            Kind::Boolean(b) => Typed::constant(Value::Boolean(*b), Info::of(Type::Boolean), span),
            Kind::Number(n) => Typed::constant(Value::Number(*n), Info::bare(n.is_zero()), span),
            Kind::Text(t) => Typed::constant(Value::text(t), Info::literal(t), span),
            Kind::At(t) => self.at(t, span),
            Kind::Name(name) => self.name(name, span),
            Kind::Negate(a) => self.negate(a, span),
            Kind::Binary(op, a, b) => self.binary(*op, a, b, span),
            Kind::Between(a, low, high) => self.between(a, low, high, span),
            Kind::In(a, tests) => self.is_in(a, tests, span),
            Kind::Test(op, a) => {
                let a = self.lower(a);
                let ty = Type::Range(a.info.ty.clone().into());
                let info = Info { ty, ..a.info };
                Typed::new(Op::Test(*op, a.node.boxed()), info, span)
            }
            Kind::Range {
                low,
                low_in,
                high,
                high_in,
            } => self.range((low, *low_in), (high, *high_in), span),
            Kind::If(condition, yes, no) => self.if_form(condition, yes, no, span),
            Kind::Quantified {
                every,
                bindings,
                condition,
            } => self.quantified(*every, bindings, condition, span),
            Kind::Filter(list, condition) => self.filter(list, condition, span),
            Kind::Path(a, name) => self.path(a, name, span),
            Kind::Call(function, args) => self.call(function, args, span),
            Kind::List(items) => self.list(items, span),
            Kind::Context(entries) => self.context(entries, span),
            Kind::For { bindings, result } => self.for_each(bindings, result, span),
            Kind::Function { .. } => self.unsupported(
                "自定义函数",
                "function definition",
                "写成单独的变量",
                "make it a variable of its own",
                span,
            ),
            Kind::InstanceOf(a, ty) => match TypeTest::read(ty) {
                Some(test) if !self.strict() => {
                    let a = self.lower(a);
                    let op = Op::InstanceOf(a.node.boxed(), test);
                    Typed::new(op, Info::of(Type::Boolean), span)
                }
                _ => self.unsupported(
                    "instance of",
                    "instance of",
                    "类型由定义检查",
                    "types are checked by their declarations",
                    span,
                ),
            },
        }
    }

    fn at(&mut self, text: &str, span: Span) -> Typed {
        match literal::at(text) {
            Read::Is(value) => {
                let ty = match &value {
                    Value::Date(_) => Type::Date,
                    Value::Time(_) => Type::Time,
                    Value::DateTime(_) => Type::DateTime,
                    Value::Months(_) => Type::Months,
                    _ => Type::Days,
                };
                Typed::constant(value, Info::of(ty), span)
            }
            Read::Beyond(what) => self.unsupported(
                what,
                what,
                "写成带时差的形式，如 +08:00",
                "write an offset such as +08:00",
                span,
            ),
            Read::No => {
                if self.strict() {
                    self.fault(
                        Fault::new(
                            FaultKind::WrongType,
                            span,
                            "@ 后面不是日期、时刻或时长",
                            "@ is not followed by a date, time or duration",
                        )
                        .mend(
                            "日期写作 @\"2022-10-25\"",
                            "write a date as @\"2022-10-25\"",
                        ),
                    );
                }
                Typed::constant(Value::Null, Info::of(Type::Null), span)
            }
        }
    }

    /// Adds a fault and goes on, so that all are found.
    pub(crate) fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    fn unsupported(
        &mut self,
        zh: &str,
        en: &str,
        mend_zh: &str,
        mend_en: &str,
        span: Span,
    ) -> Typed {
        self.fault(
            Fault::new(
                FaultKind::Unsupported,
                span,
                format!("不支持：{zh}"),
                format!("unsupported: {en}"),
            )
            .mend(mend_zh, mend_en),
        );
        Typed::fallback(span)
    }

    /// A fault of type, where types are checked.
    fn wrong_type(&mut self, span: Span, expected: &Type, found: &Type) {
        if self.strict() {
            self.fault(
                Fault::new(
                    FaultKind::WrongType,
                    span,
                    format!("此处应为{}，却是{}", expected.chinese(), found.chinese()),
                    format!("expected {expected}, found {found}"),
                )
                .mend(
                    "换一个值，或改定义的类型",
                    "use another value, or change the declared type",
                ),
            );
        }
    }

    fn boolean(&mut self, e: &Expr) -> Typed {
        let typed = self.lower(e);
        if !matches!(typed.info.ty, Type::Boolean | Type::Any | Type::Null) {
            self.wrong_type(e.span, &Type::Boolean, &typed.info.ty);
        }
        typed
    }

    /// The formula of a declared type.
    pub fn formula(&mut self, e: &Expr, declared: &Type) -> Node {
        let typed = self.lower(e);
        self.must_fit(&typed.info, declared, e.span);
        typed.node
    }
}
