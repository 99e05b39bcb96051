//! What a name means where it stands.

use std::collections::BTreeMap;

use super::{Frame, Info, Lower, Typed, suggest};
use crate::fault::{Fault, FaultKind, Span};
use crate::program::VariableId;
use crate::schema::{FactId, Schema, VariableDecl, WhenAbsent};
use crate::tree::{Field, Node, Op};
use crate::types::{Entity, Type};

/// The names around an expression.
pub(crate) enum Scope<'s> {
    Plain(&'s Globals),
    Typed(TypedScope<'s>),
}

/// The variables of plain FEEL, by slot.
#[derive(Debug, Default)]
pub(crate) struct Globals {
    pub slots: BTreeMap<String, u32>,
}

/// What typed formulas may name.
#[derive(Clone, Copy)]
pub(crate) struct TypedScope<'s> {
    pub schema: &'s Schema,
    pub variables: &'s [VariableDecl],
    pub by_name: &'s BTreeMap<(Entity, String), VariableId>,
    /// Whose formula it is.
    pub entity: Entity,
}

/// The hidden variable that holds the rule of a fact that may be absent: they
/// come after the declared ones, in the order of their facts.
pub(crate) fn variable_of_rule(
    schema: &Schema,
    declared: usize,
    fact: FactId,
) -> Option<VariableId> {
    let has_rule = |id: &FactId| matches!(schema.fact_decl(*id).absent, WhenAbsent::Formula(_));
    let rules = schema
        .fact_ids()
        .filter(has_rule)
        .position(|id| id == fact)?;
    Some(VariableId((declared + rules) as u32))
}

impl<'s> TypedScope<'s> {
    /// The field of that name of an entity.
    pub fn field(&self, entity: Entity, name: &str) -> Option<(Field, Type)> {
        if let Some(id) = self.schema.find_fact(entity, name) {
            let rule = variable_of_rule(self.schema, self.variables.len(), id);
            return Some((Field::Fact(id, rule), self.schema.fact_decl(id).ty.clone()));
        }
        let id = *self.by_name.get(&(entity, name.to_owned()))?;
        Some((
            Field::Variable(id, entity),
            self.variables[id.0 as usize].ty.clone(),
        ))
    }

    /// Whether formulas of this entity may name the single row of another.
    pub fn sees(&self, other: Entity) -> bool {
        match other {
            Entity::Household => true,
            Entity::Award => matches!(self.entity, Entity::Award | Entity::Person),
            _ => false,
        }
    }
}

impl Lower<'_> {
    pub(super) fn name(&mut self, name: &str, span: Span) -> Typed {
        if let Some(found) = self.local(name, span) {
            return found;
        }
        match &self.scope {
            Scope::Plain(globals) => match globals.slots.get(name) {
                Some(slot) => Typed::new(Op::Global(*slot), Info::any(), span),
                None => self.unknown(name, span),
            },
            Scope::Typed(scope) => {
                let scope = *scope;
                self.typed_name(scope, name, span)
            }
        }
    }

    fn typed_name(&mut self, scope: TypedScope<'_>, name: &str, span: Span) -> Typed {
        if let Some((field, ty)) = scope.field(scope.entity, name) {
            return Typed::new(Op::Own(field), Info::of(ty), span);
        }
        if let Some(id) = scope.schema.find_parameter(name) {
            let ty = scope.schema.parameter_decl(id).ty.clone();
            return Typed::new(Op::Parameter(id), Info::of(ty), span);
        }
        match Entity::of_word(name) {
            Some(entity) if entity.is_listed() => Typed::new(
                Op::Rows(entity),
                Info::of(Type::list(Type::Row(entity))),
                span,
            ),
            Some(entity) if scope.sees(entity) => {
                let row = crate::value::Value::Row(entity, 0);
                Typed::constant(row, Info::of(Type::Row(entity)), span)
            }
            Some(entity) => {
                self.fault(
                    Fault::new(
                        FaultKind::WrongEntity,
                        span,
                        format!("{}的公式里不能用“{name}”", scope.entity.word()),
                        format!(
                            "a formula of the {} cannot use the {}",
                            scope.entity.english(),
                            entity.english()
                        ),
                    )
                    .mend(
                        "把这个公式定义在能看到它的对象上",
                        "declare the formula on an entity that sees it",
                    ),
                );
                Typed::fallback(span)
            }
            None => self.unknown(name, span),
        }
    }

    /// A name that a filter, iteration or context brought in, innermost first.
    fn local(&mut self, name: &str, span: Span) -> Option<Typed> {
        // In plain FEEL an item may or may not have an entry of that name.
        let mut items_with_any: Vec<u32> = Vec::new();
        let mut found = None;
        for (i, frame) in self.frames.iter().enumerate().rev() {
            let up = (self.frames.len() - 1 - i) as u32;
            match frame {
                Frame::Named(names) => {
                    if let Some(index) = names.iter().rposition(|(n, _)| n == name) {
                        let op = Op::Local {
                            up,
                            index: index as u32,
                        };
                        found = Some(Typed::new(op, names[index].1.clone(), span));
                        break;
                    }
                }
                Frame::Item(info) => {
                    let item = Node::new(Op::Local { up, index: 0 }, span);
                    if let Type::Any = info.ty {
                        items_with_any.push(up);
                    } else if let Some(member) = self.member_of(item.clone(), &info.ty, name, span)
                    {
                        found = Some(member);
                        break;
                    }
                    if name == "item" {
                        found = Some(Typed {
                            node: item,
                            info: info.clone(),
                        });
                        break;
                    }
                }
            }
        }
        if items_with_any.is_empty() {
            return found;
        }
        let plain = match (found, &self.scope) {
            (Some(found), _) => found,
            (None, Scope::Plain(globals)) => match globals.slots.get(name) {
                Some(slot) => Typed::new(Op::Global(*slot), Info::any(), span),
                None => Typed::fallback(span),
            },
            (None, Scope::Typed(_)) => Typed::fallback(span),
        };
        let node = items_with_any
            .into_iter()
            .rev()
            .fold(plain.node, |other, up| {
                Node::new(
                    Op::ItemEntry {
                        up,
                        key: name.into(),
                        other: other.boxed(),
                    },
                    span,
                )
            });
        Some(Typed {
            node,
            info: Info::any(),
        })
    }

    /// Nothing has that name: says what was probably meant.
    pub(super) fn unknown(&mut self, name: &str, span: Span) -> Typed {
        let fault = match &self.scope {
            Scope::Plain(globals) => {
                suggest::among(name, span, globals.slots.keys().map(String::as_str))
            }
            Scope::Typed(scope) => suggest::typed(scope, name, span),
        };
        self.fault(fault);
        Typed::fallback(span)
    }

    pub(super) fn inside<T>(&mut self, frame: Frame, work: impl FnOnce(&mut Self) -> T) -> T {
        self.frames.push(frame);
        let result = work(self);
        self.frames.pop();
        result
    }

    pub(super) fn frame_mut(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    pub(super) fn typed_scope(&self) -> Option<TypedScope<'_>> {
        match &self.scope {
            Scope::Typed(scope) => Some(*scope),
            Scope::Plain(_) => None,
        }
    }
}
