//! Aggregates and quantifiers.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use super::compare::order;
use super::each::Walk;
use super::{Env, Machine};
use crate::functions::Why;
use crate::number::Number;
use crate::tree::{Aggregate, Arith, Node};
use crate::value::{Missing, Value};

/// What an aggregate has seen so far.
struct Seen {
    kind: Aggregate,
    count: usize,
    /// The sum, the least or the greatest.
    held: Option<Value>,
    /// A value that is certainly there makes the result null.
    null: Option<Why>,
    /// An item that decides `all` or `any`.
    decided: bool,
    missing: Option<Missing>,
}

fn add_missing(to: &mut Option<Missing>, missing: &Missing) {
    *to = Some(
        to.as_ref()
            .map_or_else(|| missing.clone(), |m| m.and(missing)),
    );
}

impl Seen {
    fn take(&mut self, item: &Value, maybe: Option<&Missing>) -> ControlFlow<()> {
        match self.kind {
            Aggregate::All | Aggregate::Any => return self.take_boolean(item, maybe),
            Aggregate::Count => {
                // How many there are does not depend on what they are.
                match maybe {
                    Some(missing) => add_missing(&mut self.missing, missing),
                    None => self.count += 1,
                }
                return ControlFlow::Continue(());
            }
            _ => {}
        }
        if let Some(missing) = maybe {
            add_missing(&mut self.missing, missing);
            if let Value::Unknown(own) = item {
                add_missing(&mut self.missing, own);
            }
            return ControlFlow::Continue(());
        }
        self.count += 1;
        match item {
            Value::Unknown(missing) => add_missing(&mut self.missing, missing),
            _ => self.held = self.combine(item),
        }
        ControlFlow::Continue(())
    }

    fn combine(&mut self, item: &Value) -> Option<Value> {
        let summing = matches!(
            self.kind,
            Aggregate::Sum | Aggregate::Total | Aggregate::Mean
        );
        let fits = match item {
            Value::Number(_) | Value::Months(_) | Value::Days(_) => true,
            _ => !summing && order(item, item).is_some(),
        };
        if !fits {
            self.null = Some("其中有的值不能这样汇总 / one of the values cannot be aggregated");
            return None;
        }
        let Some(held) = self.held.take() else {
            return Some(item.clone());
        };
        if summing {
            return match super::arith::arith(Arith::Add, &held, item) {
                Ok(sum) => Some(sum),
                Err(why) => {
                    self.null = Some(why);
                    None
                }
            };
        }
        let better = if self.kind == Aggregate::Min {
            Ordering::Less
        } else {
            Ordering::Greater
        };
        match order(item, &held) {
            Some(o) if o == better => Some(item.clone()),
            Some(_) => Some(held),
            None => {
                self.null = Some("类型不同，不能比较 / values of different types have no order");
                None
            }
        }
    }

    fn take_boolean(&mut self, item: &Value, maybe: Option<&Missing>) -> ControlFlow<()> {
        let deciding = self.kind == Aggregate::Any;
        match item {
            Value::Boolean(b) if *b != deciding => {}
            Value::Unknown(missing) => {
                add_missing(&mut self.missing, missing);
                if let Some(more) = maybe {
                    add_missing(&mut self.missing, more);
                }
            }
            _ if maybe.is_some() => {
                if let Some(missing) = maybe {
                    add_missing(&mut self.missing, missing);
                }
            }
            Value::Boolean(_) => {
                self.decided = true;
                return ControlFlow::Break(());
            }
            _ => self.null = Some("其中有的不是“是否”值 / one of the values is no boolean"),
        }
        ControlFlow::Continue(())
    }

    fn result(self) -> Result<Value, Why> {
        let logical = matches!(self.kind, Aggregate::All | Aggregate::Any);
        if logical && self.decided {
            return Ok(Value::Boolean(self.kind == Aggregate::Any));
        }
        // An unknown may still decide `all` and `any`; it cannot mend a sum.
        match (self.null, self.missing) {
            (Some(why), None) => return Err(why),
            (Some(why), Some(_)) if !logical => return Err(why),
            (_, Some(missing)) => return Ok(Value::Unknown(missing)),
            (None, None) => {}
        }
        match self.kind {
            Aggregate::All => Ok(Value::Boolean(true)),
            Aggregate::Any => Ok(Value::Boolean(false)),
            Aggregate::Count => Ok(Value::Number(self.count.into())),
            Aggregate::Total => Ok(self.held.unwrap_or(Value::Number(Number::ZERO))),
            Aggregate::Mean => match self.held {
                Some(sum) => {
                    super::arith::arith(Arith::Div, &sum, &Value::Number(self.count.into()))
                }
                None => Err("没有可以汇总的值 / nothing to aggregate"),
            },
            _ => self.held.ok_or("没有可以汇总的值 / nothing to aggregate"),
        }
    }
}

impl Machine<'_> {
    #[inline(never)]
    pub(super) fn aggregate(
        &self,
        kind: Aggregate,
        args: &[Node],
        node: &Node,
        env: &Env<'_>,
    ) -> Value {
        let mut seen = Seen {
            kind,
            count: 0,
            held: None,
            null: None,
            decided: false,
            missing: None,
        };
        match args {
            [list] => match self.each(list, env, &mut |item, maybe| seen.take(item, maybe)) {
                Walk::Done => {}
                Walk::Unknown(missing) => return Value::Unknown(missing),
                Walk::Null => return self.or_null(Err("列表为空值 / the list is null"), node),
            },
            many => {
                for item in many {
                    if seen.take(&self.eval(item, env), None).is_break() {
                        break;
                    }
                }
            }
        }
        self.or_null(seen.result(), node)
    }

    /// `some` and `every` are `any` and `all` over the conditions.
    #[inline(never)]
    pub(super) fn quantified(
        &self,
        every: bool,
        domains: &[Node],
        condition: &Node,
        env: &Env<'_>,
    ) -> Value {
        let kind = if every {
            Aggregate::All
        } else {
            Aggregate::Any
        };
        let mut seen = Seen {
            kind,
            count: 0,
            held: None,
            null: None,
            decided: false,
            missing: None,
        };
        let _ = self.quantify(domains, condition, env, None, &mut seen);
        seen.result().unwrap_or(Value::Null)
    }

    fn quantify(
        &self,
        domains: &[Node],
        condition: &Node,
        env: &Env<'_>,
        maybe: Option<&Missing>,
        seen: &mut Seen,
    ) -> ControlFlow<()> {
        let Some((first, rest)) = domains.split_first() else {
            return seen.take(&self.eval(condition, env), maybe);
        };
        let mut flow = ControlFlow::Continue(());
        let walk = self.each(first, env, &mut |item, more| {
            let scope = [item.clone()];
            let inner = env.inner(&scope);
            let both = match (maybe, more) {
                (Some(a), Some(b)) => Some(a.and(b)),
                (a, b) => a.or(b).cloned(),
            };
            flow = self.quantify(rest, condition, &inner, both.as_ref(), seen);
            flow
        });
        match walk {
            Walk::Done => {}
            Walk::Null => seen.null = Some("列表为空值 / the list is null"),
            Walk::Unknown(missing) => add_missing(&mut seen.missing, &missing),
        }
        flow
    }

    #[inline(never)]
    pub(super) fn for_each(
        &self,
        domains: &[Node],
        result: &Node,
        node: &Node,
        env: &Env<'_>,
    ) -> Value {
        let mut out = Each::default();
        let _ = self.iterate(domains, result, env, &mut out);
        match out {
            Each { many: true, .. } => self.or_null(Err(crate::functions::TOO_MANY_PARTS), node),
            Each {
                missing: Some(missing),
                ..
            } => Value::Unknown(missing),
            Each { null: true, .. } => self.or_null(Err("列表为空值 / the list is null"), node),
            Each { items, .. } => self.bounded(Value::List(items.into()), node),
        }
    }

    fn iterate(
        &self,
        domains: &[Node],
        result: &Node,
        env: &Env<'_>,
        out: &mut Each,
    ) -> ControlFlow<()> {
        let Some((first, rest)) = domains.split_first() else {
            out.items.push(self.eval(result, env).into_owned());
            out.many = out.items.len() > super::MAX_PARTS;
            return if out.many {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            };
        };
        let mut flow = ControlFlow::Continue(());
        let walk = self.each(first, env, &mut |item, maybe| {
            if let Some(missing) = maybe {
                add_missing(&mut out.missing, missing);
            }
            let scope = [item.clone()];
            flow = self.iterate(rest, result, &env.inner(&scope), out);
            flow
        });
        match walk {
            Walk::Done => {}
            Walk::Null => out.null = true,
            Walk::Unknown(missing) => add_missing(&mut out.missing, &missing),
        }
        flow
    }
}

/// What an iteration has made so far.
#[derive(Default)]
struct Each {
    items: Vec<Value>,
    /// Whether an item belongs, or what is in a list, is not known.
    missing: Option<Missing>,
    /// A list was null.
    null: bool,
    /// There were more than an expression may make.
    many: bool,
}
