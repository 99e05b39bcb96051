//! if, in, between, ranges, quantifiers, filters, lists, contexts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Frame, Info, Lower, Typed};
use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::{Binding, Expr, Word};
use crate::tree::{Node, Op};
use crate::types::Type;

/// Most iterations inside one another in a pack: the time grows with the number
/// of members to this power.
const MAX_LOOPS: usize = 3;
/// The same for plain FEEL, where the lists come with the question.
const MAX_LOOPS_PLAIN: usize = 8;

impl Lower<'_> {
    pub(super) fn if_form(&mut self, condition: &Expr, yes: &Expr, no: &Expr, span: Span) -> Typed {
        let condition = self.boolean(condition);
        let (a, b) = (self.lower(yes), self.lower(no));
        let info = self.unify(&a.info, &b.info, no.span);
        Typed::new(
            Op::If(condition.node.boxed(), a.node.boxed(), b.node.boxed()),
            info,
            span,
        )
    }

    /// What two alternatives have in common.
    pub(super) fn unify(&mut self, a: &Info, b: &Info, span: Span) -> Info {
        use Type::{Any, Code, List, Null, Number, Text};
        match (&a.ty, &b.ty) {
            (Null, _) => b.clone(),
            (_, Null) => a.clone(),
            (Any, _) | (_, Any) => Info::any(),
            (Number(_), Number(_)) => {
                let Some(unit) = self.same_unit(a, b, true, span) else {
                    return Info::any();
                };
                let (bare, zero) = (a.bare && b.bare, a.zero && b.zero);
                Info {
                    bare,
                    zero,
                    ..Info::of(Number(unit))
                }
            }
            (Text, Text) => {
                let literals = match (&a.literals, &b.literals) {
                    (Some(x), Some(y)) => Some(x.iter().chain(y).cloned().collect()),
                    _ => None,
                };
                Info {
                    literals,
                    ..Info::of(Text)
                }
            }
            (Code(codes), Text) => {
                self.codes_have(codes, b, span);
                Info::of(if b.literals.is_some() {
                    a.ty.clone()
                } else {
                    Text
                })
            }
            (Text, Code(codes)) => {
                self.codes_have(codes, a, span);
                Info::of(if a.literals.is_some() {
                    b.ty.clone()
                } else {
                    Text
                })
            }
            (List(_), List(_)) => {
                let item = self.unify(&a.item(), &b.item(), span);
                Info {
                    ty: Type::list(item.ty.clone()),
                    ..item
                }
            }
            (x, y) if x == y => a.clone(),
            _ => {
                self.wrong_type(span, &a.ty, &b.ty);
                Info::any()
            }
        }
    }

    pub(super) fn between(&mut self, a: &Expr, low: &Expr, high: &Expr, span: Span) -> Typed {
        let (a, low, high) = (self.lower(a), self.lower(low), self.lower(high));
        self.comparable(&a.info, &low.info, true, low.node.span);
        self.comparable(&a.info, &high.info, true, high.node.span);
        let op = Op::Between(a.node.boxed(), low.node.boxed(), high.node.boxed());
        Typed::new(op, Info::of(Type::Boolean), span)
    }

    pub(super) fn is_in(&mut self, a: &Expr, tests: &[Expr], span: Span) -> Typed {
        let a = self.lower(a);
        let mut nodes = Vec::with_capacity(tests.len());
        for test in tests {
            let test_span = test.span;
            let test = self.lower(test);
            // Of a list or range its items are compared, and of a list of ranges theirs.
            let mut item = test.info.clone();
            if !matches!(a.info.ty, Type::List(_)) {
                item = item.item();
            }
            if matches!(item.ty, Type::Range(_)) {
                item = item.item();
            }
            self.comparable(&a.info, &item, false, test_span);
            nodes.push(test.node);
        }
        Typed::new(Op::In(a.node.boxed(), nodes), Info::of(Type::Boolean), span)
    }

    pub(super) fn range(&mut self, low: (&Expr, bool), high: (&Expr, bool), span: Span) -> Typed {
        let (a, b) = (self.lower(low.0), self.lower(high.0));
        let item = self.unify(&a.info, &b.info, span);
        let op = Op::Range {
            low: a.node.boxed(),
            low_in: low.1,
            high: b.node.boxed(),
            high_in: high.1,
        };
        Typed::new(
            op,
            Info {
                ty: Type::Range(Arc::new(item.ty.clone())),
                ..item
            },
            span,
        )
    }

    pub(super) fn quantified(
        &mut self,
        every: bool,
        bindings: &[Binding],
        condition: &Expr,
        span: Span,
    ) -> Typed {
        let depth = self.frames.len();
        let domains = match self.bind(bindings, span) {
            Ok(domains) => domains,
            Err(refused) => return *refused,
        };
        self.loops += bindings.len();
        let condition = self.boolean(condition);
        self.loops -= bindings.len();
        self.frames.truncate(depth);
        let op = Op::Quantified {
            every,
            domains,
            condition: condition.node.boxed(),
        };
        Typed::new(op, Info::of(Type::Boolean), span)
    }

    /// `for … return`.
    pub(super) fn for_each(&mut self, bindings: &[Binding], result: &Expr, span: Span) -> Typed {
        let depth = self.frames.len();
        let domains = match self.bind(bindings, span) {
            Ok(domains) => domains,
            Err(refused) => return *refused,
        };
        self.loops += bindings.len();
        let result = self.lower(result);
        self.loops -= bindings.len();
        self.frames.truncate(depth);
        let info = Info {
            ty: Type::list(result.info.ty.clone()),
            ..result.info
        };
        Typed::new(Op::For(domains, result.node.boxed()), info, span)
    }

    /// Brings in the names of an iteration, each seen by the lists after it;
    /// the caller takes them out again.
    fn bind(&mut self, bindings: &[Binding], span: Span) -> Result<Vec<Node>, Box<Typed>> {
        if !self.may_loop(bindings.len(), span) {
            return Err(Box::new(Typed::fallback(span)));
        }
        let mut domains: Vec<Node> = Vec::new();
        let depth = self.frames.len();
        for binding in bindings {
            let domain = self.lower(&binding.domain);
            let range = matches!(binding.domain.kind, crate::syntax::Kind::Range { .. });
            if binding.until.is_some() || range || matches!(domain.info.ty, Type::Range(_)) {
                self.frames.truncate(depth);
                return Err(Box::new(self.unsupported(
                    "在数的区间上循环",
                    "iteration over a range of numbers",
                    "在列表上循环",
                    "iterate over a list",
                    binding.domain.span,
                )));
            }
            if self.strict() && !matches!(domain.info.ty, Type::List(_) | Type::Any) {
                self.wrong_type(binding.domain.span, &Type::list(Type::Any), &domain.info.ty);
            }
            self.frames.push(Frame::Named(vec![(
                binding.name.text.clone(),
                domain.info.item(),
            )]));
            domains.push(domain.node);
        }
        Ok(domains)
    }

    /// Whether so many more iterations may stand here; a fault where not.
    fn may_loop(&mut self, more: usize, span: Span) -> bool {
        let most = if self.strict() {
            MAX_LOOPS
        } else {
            MAX_LOOPS_PLAIN
        };
        if self.loops + more <= most {
            return true;
        }
        self.fault(
            Fault::new(
                FaultKind::TooLarge,
                span,
                format!("遍历套遍历超过 {most} 层"),
                format!("more than {most} iterations inside one another"),
            )
            .mend(
                "把里层写成单独的变量",
                "make the inner one a variable of its own",
            ),
        );
        false
    }

    pub(super) fn filter(&mut self, list: &Expr, condition: &Expr, span: Span) -> Typed {
        let list = self.lower(list);
        if !self.may_loop(1, span) {
            return Typed::fallback(span);
        }
        self.loops += 1;
        let item = if self.strict() {
            list.info.item()
        } else {
            Info::any()
        };
        let inner = self.inside(Frame::Item(item.clone()), |this| this.lower(condition));
        self.loops -= 1;
        if self.strict() && !matches!(list.info.ty, Type::List(_) | Type::Any) {
            self.wrong_type(list.node.span, &Type::list(Type::Any), &list.info.ty);
        }
        let (list_node, node) = (list.node.boxed(), inner.node.boxed());
        match inner.info.ty {
            Type::Number(_) => Typed::new(Op::Filter(list_node, node, false), item, span),
            Type::Boolean => {
                let info = match list.info.ty {
                    Type::List(_) => list.info,
                    _ => Info::of(Type::list(Type::Any)),
                };
                // Plain FEEL may meet null conditions on anything; there the list is built.
                let sure = self.strict();
                Typed::new(Op::Filter(list_node, node, sure), info, span)
            }
            Type::Any | Type::Null => {
                Typed::new(Op::Filter(list_node, node, false), Info::any(), span)
            }
            other => {
                self.wrong_type(condition.span, &Type::Boolean, &other);
                Typed::new(Op::Filter(list_node, node, false), Info::any(), span)
            }
        }
    }

    pub(super) fn list(&mut self, items: &[Expr], span: Span) -> Typed {
        let mut nodes = Vec::with_capacity(items.len());
        let mut common: Option<Info> = None;
        for item in items {
            let typed = self.lower(item);
            common = Some(match common {
                Some(info) if self.strict() => self.unify(&info, &typed.info, item.span),
                Some(_) => Info::any(),
                None => typed.info,
            });
            nodes.push(typed.node);
        }
        let item = common.unwrap_or_else(Info::any);
        let info = Info {
            ty: Type::list(item.ty.clone()),
            ..item
        };
        Typed::new(Op::List(nodes), info, span)
    }

    pub(super) fn context(&mut self, entries: &[(Word, Expr)], span: Span) -> Typed {
        let depth = self.frames.len();
        self.frames.push(Frame::Named(Vec::new()));
        let mut nodes: Vec<(Arc<str>, Node)> = Vec::with_capacity(entries.len());
        let mut types = BTreeMap::new();
        let mut twice = false;
        for (key, value) in entries {
            let typed = self.lower(value);
            if types
                .insert(key.text.clone(), typed.info.ty.clone())
                .is_some()
            {
                twice = true;
                if self.strict() {
                    let mut fault = crate::schema::twice(&key.text);
                    fault.span = key.span;
                    self.fault(fault);
                }
            }
            if let Some(Frame::Named(names)) = self.frame_mut() {
                names.push((key.text.clone(), typed.info));
            }
            nodes.push((key.text.as_str().into(), typed.node));
        }
        self.frames.truncate(depth);
        if twice {
            // The standard makes a context with a doubled key null.
            return Typed::fallback(span);
        }
        let ty = if self.strict() {
            Type::Context(Arc::new(types))
        } else {
            Type::Any
        };
        Typed::new(Op::Context(nodes), Info::of(ty), span)
    }
}
