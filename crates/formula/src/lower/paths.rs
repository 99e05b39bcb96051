//! `a.b`: fields of rows, entries of contexts, properties of dates.

use super::{Info, Lower, Typed};
use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::{Expr, Word};
use crate::tree::{Node, Op};
use crate::types::{Entity, Type};
use crate::unit::Unit;
use crate::value::Value;

impl Lower<'_> {
    pub(super) fn path(&mut self, a: &Expr, name: &Word, span: Span) -> Typed {
        let a = self.lower(a);
        if let Some(found) = self.member_of(a.node.clone(), &a.info.ty, &name.text, span) {
            return found;
        }
        if self.strict() && !matches!(a.info.ty, Type::Any | Type::Null) {
            let fault = match &a.info.ty {
                Type::Row(entity) => self.no_field(*entity, name),
                Type::List(item) => match &**item {
                    Type::Row(entity) => self.no_field(*entity, name),
                    other => no_property(other, name),
                },
                Type::Context(entries) => {
                    super::suggest::among(&name.text, name.span, entries.keys().map(String::as_str))
                }
                other => no_property(other, name),
            };
            self.fault(fault);
            return Typed::fallback(span);
        }
        Typed::new(
            Op::Path(a.node.boxed(), name.text.as_str().into()),
            Info::any(),
            span,
        )
    }

    fn no_field(&self, entity: Entity, name: &Word) -> Fault {
        let Some(scope) = self.typed_scope() else {
            return no_property(&Type::Row(entity), name);
        };
        let facts = scope.schema.facts(entity).iter().map(|f| f.name.as_str());
        let variables = scope
            .variables
            .iter()
            .filter(|v| v.entity == entity)
            .map(|v| v.name.as_str());
        let mut fault = super::suggest::among(&name.text, name.span, facts.chain(variables));
        fault.zh = format!("{}没有“{}”", entity.word(), name.text);
        fault.en = format!("the {} has no \"{}\"", entity.english(), name.text);
        fault
    }

    /// A member of a value of a known type.
    pub(super) fn member_of(
        &self,
        value: Node,
        ty: &Type,
        name: &str,
        span: Span,
    ) -> Option<Typed> {
        match ty {
            Type::Row(entity) => {
                let (field, ty) = self.typed_scope()?.field(*entity, name)?;
                let single = matches!(value.op, Op::Const(Value::Row(..)));
                let op = if single {
                    Op::Own(field)
                } else {
                    Op::FieldOf(value.boxed(), field)
                };
                Some(Typed::new(op, Info::of(ty), span))
            }
            Type::List(item) => match &**item {
                Type::Row(entity) => {
                    let (field, ty) = self.typed_scope()?.field(*entity, name)?;
                    let op = Op::Project(value.boxed(), field);
                    Some(Typed::new(op, Info::of(Type::list(ty)), span))
                }
                Type::Context(entries) => {
                    let ty = Type::list(entries.get(name)?.clone());
                    Some(Typed::new(
                        Op::Path(value.boxed(), name.into()),
                        Info::of(ty),
                        span,
                    ))
                }
                _ => None,
            },
            Type::Context(entries) => {
                let ty = entries.get(name)?.clone();
                Some(Typed::new(
                    Op::Path(value.boxed(), name.into()),
                    Info::of(ty),
                    span,
                ))
            }
            Type::Any | Type::Null => None,
            _ => {
                let ty = property(ty, name)?;
                Some(Typed::new(
                    Op::Path(value.boxed(), name.into()),
                    Info::of(ty),
                    span,
                ))
            }
        }
    }
}

/// The properties that the standard gives dates, times, durations and ranges.
fn property(ty: &Type, name: &str) -> Option<Type> {
    let number = |unit| Some(Type::Number(unit));
    match (ty, name) {
        (Type::Date | Type::DateTime, "year" | "month" | "day" | "weekday") => number(Unit::COUNT),
        (Type::Time | Type::DateTime, "hour" | "minute" | "second") => number(Unit::COUNT),
        (Type::Time | Type::DateTime, "time offset") => Some(Type::Days),
        (Type::Months, "years") => number(Unit::YEAR),
        (Type::Months, "months") => number(Unit::MONTH),
        (Type::Days, "days") => number(Unit::DAY),
        (Type::Days, "hours" | "minutes" | "seconds") => number(Unit::COUNT),
        (Type::Range(item), "start" | "end") => Some((**item).clone()),
        (Type::Range(_), "start included" | "end included") => Some(Type::Boolean),
        _ => None,
    }
}

fn no_property(ty: &Type, name: &Word) -> Fault {
    Fault::new(
        FaultKind::UnknownName,
        name.span,
        format!("{}没有“{}”", ty.chinese(), name.text),
        format!("{ty} has no \"{}\"", name.text),
    )
    .mend(
        "检查点号前后的写法",
        "check what stands before and after the dot",
    )
}
