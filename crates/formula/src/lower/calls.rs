//! Calls of functions.

use super::args::in_order;
use super::{Info, Lower, Typed};
use crate::fault::{Fault, FaultKind, Span};
use crate::functions::{AGE, Builtin, Extra, Gives, Named, Spec, Wants, find};
use crate::number::{Number, Round};
use crate::syntax::{Args, Expr, Kind};
use crate::tree::{Aggregate, Arith, Field, Node, Op};
use crate::types::Type;
use crate::unit::Unit;
use crate::value::Value;

impl Lower<'_> {
    pub(super) fn call(&mut self, function: &Expr, args: &Args, span: Span) -> Typed {
        let Kind::Name(name) = &function.kind else {
            // Only names can be functions here: `null()`, `"abs"(1)` are null.
            if let Kind::Path(..) | Kind::Call(..) | Kind::Function { .. } = function.kind {
                return self.unsupported(
                    "调用一个值",
                    "call of a value",
                    "用函数名调用",
                    "call a function by its name",
                    span,
                );
            }
            if self.strict() {
                self.fault(Fault::new(
                    FaultKind::WrongType,
                    function.span,
                    "这里不是函数名",
                    "this is no function",
                ));
            }
            return Typed::fallback(span);
        };
        match find(name) {
            Some(Named::Builtin(builtin)) => self.builtin(builtin, args, span),
            Some(Named::Aggregate(kind)) if kind != Aggregate::Total || self.strict() => {
                self.aggregate(name, kind, args, span)
            }
            Some(Named::Round(mode, scaled)) => self.rounding(name, mode, scaled, args, span),
            Some(Named::Extra(Extra::GetValue)) => self.get_value(args, span),
            Some(Named::Extra(extra)) if self.strict() => self.extra(name, extra, args, span),
            Some(Named::Unsupported) => {
                let what = format!("function \"{name}\"");
                self.unsupported(
                    &format!("函数“{name}”"),
                    &what,
                    "换一种写法",
                    "write it another way",
                    function.span,
                )
            }
            _ => {
                let known = crate::functions::NAMES.iter().copied();
                let mut fault = super::suggest::among(name, function.span, known);
                fault.zh = format!("没有函数“{name}”");
                fault.en = format!("there is no function \"{name}\"");
                self.fault(fault);
                Typed::fallback(span)
            }
        }
    }

    fn builtin(&mut self, builtin: Builtin, args: &Args, span: Span) -> Typed {
        let spec: &Spec = builtin.0;
        if self.strict() && matches!(spec.gives, Gives::Open) {
            return self.unsupported(
                &format!("函数“{}”", spec.name),
                &format!("function \"{}\"", spec.name),
                "换一种写法",
                "write it another way",
                span,
            );
        }
        let Some(ordered) = in_order(args, spec.forms, spec.optional) else {
            return self.wrong_arguments(spec.name, spec.forms, spec.optional, span);
        };
        let mut nodes: Vec<Node> = Vec::with_capacity(ordered.len());
        let mut first: Option<Info> = None;
        let count = ordered.len();
        for (i, arg) in ordered.into_iter().enumerate() {
            let typed = match arg {
                Some(e) => {
                    let typed = self.lower(e);
                    // One argument of a function with several parameter lists may be anything.
                    let wants = if count == 1 && spec.forms.len() > 1 {
                        Wants::Anything
                    } else {
                        spec.wants[i]
                    };
                    self.wants(wants, &typed.info, first.as_ref(), e.span);
                    typed
                }
                None => Typed::constant(Value::Null, Info::of(Type::Null), span),
            };
            first.get_or_insert(typed.info);
            nodes.push(typed.node);
        }
        let info = match spec.gives {
            Gives::Same => first.unwrap_or_else(Info::any),
            Gives::Open => Info::any(),
            Gives::ItemOf => first.map_or_else(Info::any, |f| f.item()),
            Gives::Flat => {
                let mut ty = first.map_or(Type::Any, |f| f.ty);
                while let Type::List(item) = &ty {
                    ty = (**item).clone();
                }
                Info::of(Type::list(ty))
            }
            Gives::Type(ty) => Info::of(ty()),
            Gives::Duration => Info::of(duration_type(&nodes)),
        };
        Typed::new(Op::Call(builtin, nodes), info, span)
    }

    fn wants(&mut self, wants: Wants, found: &Info, first: Option<&Info>, span: Span) {
        if !self.strict() {
            return;
        }
        let declared = match wants {
            Wants::Anything => return,
            Wants::Quantity => match found.ty {
                Type::Number(_) | Type::Months | Type::Days => return,
                _ => Type::Number(Unit::COUNT),
            },
            Wants::Same => {
                if let (Some(first), Type::Number(_)) = (first, &found.ty) {
                    self.same_unit(first, found, true, span);
                    return;
                }
                Type::Number(Unit::COUNT)
            }
            Wants::Boolean => Type::Boolean,
            Wants::Count => Type::Number(Unit::COUNT),
            Wants::Text => Type::Text,
            Wants::Date => Type::Date,
            Wants::List => match found.ty {
                Type::List(_) => return,
                _ => Type::list(Type::Any),
            },
            Wants::Item => match first.map(Info::item) {
                Some(item) => item.ty,
                None => return,
            },
            Wants::SameList => match first {
                Some(first) => first.ty.clone(),
                None => return,
            },
            Wants::TextList => Type::list(Type::Text),
        };
        self.must_fit(found, &declared, span);
    }

    fn aggregate(&mut self, name: &str, kind: Aggregate, args: &Args, span: Span) -> Typed {
        let items: Vec<&Expr> = match args {
            Args::Positional(items) if !items.is_empty() => items.iter().collect(),
            Args::Named(named) if named.len() == 1 && named[0].0.text == "list" => {
                vec![&named[0].1]
            }
            _ => return self.wrong_arguments(name, &[&["list"]], 0, span),
        };
        let mut nodes = Vec::with_capacity(items.len());
        let mut common: Option<Info> = None;
        let single = items.len() == 1;
        for item in items {
            let typed = self.lower(item);
            let info = if single {
                typed.info.item()
            } else {
                typed.info
            };
            common = Some(match common {
                Some(before) if self.strict() => self.unify(&before, &info, item.span),
                Some(_) => Info::any(),
                None => info,
            });
            nodes.push(typed.node);
        }
        let item = common.unwrap_or_else(Info::any);
        let info = self.aggregate_info(kind, item, span);
        Typed::new(Op::Aggregate(kind, nodes), info, span)
    }

    fn aggregate_info(&mut self, kind: Aggregate, item: Info, span: Span) -> Info {
        match kind {
            Aggregate::Count => Info::of(Type::Number(Unit::COUNT)),
            Aggregate::All | Aggregate::Any => {
                if !matches!(item.ty, Type::Boolean | Type::Any | Type::Null) {
                    self.wrong_type(span, &Type::Boolean, &item.ty);
                }
                Info::of(Type::Boolean)
            }
            Aggregate::Sum | Aggregate::Total | Aggregate::Mean => {
                if !matches!(
                    item.ty,
                    Type::Number(_) | Type::Months | Type::Days | Type::Any | Type::Null
                ) {
                    self.wrong_type(span, &Type::Number(Unit::COUNT), &item.ty);
                }
                item
            }
            Aggregate::Min | Aggregate::Max => {
                if matches!(
                    item.ty,
                    Type::Boolean | Type::Row(_) | Type::List(_) | Type::Context(_)
                ) {
                    self.wrong_type(span, &Type::Number(Unit::COUNT), &item.ty);
                }
                item
            }
        }
    }

    fn rounding(
        &mut self,
        name: &str,
        mode: Round,
        scaled: bool,
        args: &Args,
        span: Span,
    ) -> Typed {
        let optional = usize::from(!scaled);
        let Some(ordered) = in_order(args, &[&["n", "scale"]], optional) else {
            return self.wrong_arguments(name, &[&["n", "scale"]], optional, span);
        };
        let Some(Some(value)) = ordered.first() else {
            return Typed::fallback(span);
        };
        let value_span = value.span;
        let value = self.lower(value);
        self.wants(Wants::Quantity, &value.info, None, value_span);
        let scale = ordered.get(1).copied().flatten().map(|e| {
            let scale = self.lower(e);
            self.wants(Wants::Count, &scale.info, None, e.span);
            scale.node.boxed()
        });
        Typed::new(Op::Round(mode, value.node.boxed(), scale), value.info, span)
    }

    /// `get value(table, key)`: of a table whose entries have one type, that type.
    fn get_value(&mut self, args: &Args, span: Span) -> Typed {
        const FORMS: &[&[&str]] = &[&["m", "key"]];
        let ordered = in_order(args, FORMS, 0).unwrap_or_default();
        let [Some(table), Some(key)] = ordered.as_slice() else {
            return self.wrong_arguments("get value", FORMS, 0, span);
        };
        let (table_span, key_span) = (table.span, key.span);
        let (table, key) = (self.lower(table), self.lower(key));
        let info = match &table.info.ty {
            Type::Context(entries) => {
                self.keys_fit(entries, &key.info, key_span);
                let mut types = entries.values();
                let first = types.next().cloned();
                match first {
                    Some(first) if types.all(|t| *t == first) => Info::of(first),
                    _ => Info::any(),
                }
            }
            Type::Any | Type::Null => Info::any(),
            other => {
                self.wrong_type(table_span, &Type::Context(Default::default()), other);
                Info::any()
            }
        };
        Typed::new(Op::Lookup(table.node.boxed(), key.node.boxed()), info, span)
    }

    fn keys_fit(
        &mut self,
        entries: &std::collections::BTreeMap<String, Type>,
        key: &Info,
        span: Span,
    ) {
        if !self.strict() {
            return;
        }
        let wanted: Vec<String> = match (&key.ty, &key.literals) {
            (Type::Code(codes), _) => codes.values.clone(),
            (Type::Text, literals) => literals.clone().unwrap_or_default(),
            (Type::Any | Type::Null, _) => Vec::new(),
            (other, _) => return self.wrong_type(span, &Type::Text, other),
        };
        if let Some(lost) = wanted.iter().find(|w| !entries.contains_key(*w)) {
            self.fault(
                Fault::new(
                    FaultKind::UnknownCode,
                    span,
                    format!("对照表没有“{lost}”这一项"),
                    format!("the table has no entry \"{lost}\""),
                )
                .mend(
                    "给对照表补上这一项，可写空值 null",
                    "add the entry to the table; it may be null",
                ),
            );
        }
    }

    fn extra(&mut self, name: &str, extra: Extra, args: &Args, span: Span) -> Typed {
        if extra == Extra::Age {
            let typed = self.builtin(Builtin(&AGE), args, span);
            return Typed {
                info: Info::of(Type::Number(Unit::AGE)),
                ..typed
            };
        }
        let Args::Positional(args) = args else {
            return self.wrong_arguments(name, &[&["x"]], 0, span);
        };
        let [arg] = args.as_slice() else {
            return self.wrong_arguments(name, &[&["x"]], 0, span);
        };
        match extra {
            Extra::IsKnown => {
                let typed = self.lower(arg);
                Typed::new(
                    Op::IsKnown(typed.node.boxed()),
                    Info::of(Type::Boolean),
                    span,
                )
            }
            Extra::IsGiven => self.is_given(arg, span),
            Extra::Percent => {
                let typed = self.lower(arg);
                self.wants(Wants::Count, &typed.info, None, arg.span);
                convert(typed, Arith::Div, 100, Unit::PERCENT, span)
            }
            _ => self.per_time(extra == Extra::Monthly, arg, span),
        }
    }

    /// Whether a fact of the same row was given.
    fn is_given(&mut self, arg: &Expr, span: Span) -> Typed {
        let typed = self.lower(arg);
        match typed.node.op {
            Op::Own(Field::Fact(id, _)) => {
                Typed::new(Op::IsGiven(id), Info::of(Type::Boolean), span)
            }
            _ => {
                self.fault(
                    Fault::new(
                        FaultKind::WrongArguments,
                        arg.span,
                        "is given 只问一项事实",
                        "is given asks about one fact",
                    )
                    .mend(
                        "写事实的名称；变量用 is known",
                        "name a fact; for variables use is known",
                    ),
                );
                Typed::fallback(span)
            }
        }
    }

    /// 月额(x): an amount of a year as that of a month, and 年额(x) back; amounts
    /// that are so already stay.
    fn per_time(&mut self, monthly: bool, arg: &Expr, span: Span) -> Typed {
        let typed = self.lower(arg);
        let (from, to) = match monthly {
            true => (Unit::YUAN_PER_YEAR, Unit::YUAN_PER_MONTH),
            false => (Unit::YUAN_PER_MONTH, Unit::YUAN_PER_YEAR),
        };
        match typed.info.ty {
            Type::Number(unit) if unit == to => typed,
            Type::Number(unit) if unit == from => convert(
                typed,
                if monthly { Arith::Div } else { Arith::Mul },
                12,
                to,
                span,
            ),
            Type::Any | Type::Null => Typed {
                info: Info::of(Type::Number(to)),
                ..typed
            },
            ref other => {
                let shown = match other {
                    Type::Number(unit) if unit.is_count() => "光数".to_owned(),
                    Type::Number(unit) => unit.to_string(),
                    other => other.chinese(),
                };
                let fault = super::arith::unit_fault(
                    arg.span,
                    format!("月额、年额只换算 元/年 和 元/月，这里是 {shown}"),
                    format!("月额 and 年额 convert between 元/年 and 元/月 only; this is {other}"),
                );
                self.fault(fault);
                Typed::fallback(span)
            }
        }
    }
}

fn convert(typed: Typed, op: Arith, by: i64, to: Unit, span: Span) -> Typed {
    let by = Node::constant(Value::Number(Number::from(by)), span);
    Typed::new(
        Op::Arith(op, typed.node.boxed(), by.boxed()),
        Info::of(Type::Number(to)),
        span,
    )
}

fn duration_type(nodes: &[Node]) -> Type {
    let [
        Node {
            op: Op::Const(Value::Text(text)),
            ..
        },
    ] = nodes
    else {
        return Type::Any;
    };
    match crate::value::literal::duration(text) {
        Some(Value::Months(_)) => Type::Months,
        Some(_) => Type::Days,
        None => Type::Null,
    }
}
