//! Arguments of calls, by place or by name.

use super::{Lower, Typed};
use crate::fault::{Fault, FaultKind, Span};
use crate::syntax::{Args, Expr};

/// The arguments of a call in the order of one of its parameter lists.
pub(super) fn in_order<'e>(
    args: &'e Args,
    forms: &[&[&str]],
    optional: usize,
) -> Option<Vec<Option<&'e Expr>>> {
    forms.iter().find_map(|form| match args {
        Args::Positional(args) => {
            let fits = args.len() <= form.len() && args.len() + optional >= form.len();
            fits.then(|| args.iter().map(Some).collect())
        }
        Args::Named(args) => {
            let mut slots: Vec<Option<&Expr>> = vec![None; form.len()];
            for (name, value) in args {
                let place = form.iter().position(|p| *p == name.text)?;
                if slots[place].replace(value).is_some() {
                    return None;
                }
            }
            while slots.last().is_some_and(Option::is_none) && slots.len() + optional > form.len() {
                slots.pop();
            }
            let required = form.len() - optional;
            slots
                .iter()
                .take(required)
                .all(Option::is_some)
                .then_some(slots)
        }
    })
}

impl Lower<'_> {
    /// A call with arguments that no parameter list takes: refused in typed
    /// formulas, null in plain FEEL.
    pub(super) fn wrong_arguments(
        &mut self,
        name: &str,
        forms: &[&[&str]],
        optional: usize,
        span: Span,
    ) -> Typed {
        if self.strict() {
            let shown = |form: &[&str]| {
                let required = form.len() - optional;
                let parts: Vec<String> = form
                    .iter()
                    .enumerate()
                    .map(|(i, p)| {
                        if i < required {
                            (*p).to_owned()
                        } else {
                            format!("[{p}]")
                        }
                    })
                    .collect();
                format!("{name}({})", parts.join(", "))
            };
            let shown: Vec<String> = forms.iter().map(|f| shown(f)).collect();
            self.fault(
                Fault::new(
                    FaultKind::WrongArguments,
                    span,
                    format!("“{name}”的参数不对"),
                    format!("wrong arguments for \"{name}\""),
                )
                .mend(
                    format!("写作 {}", shown.join(" 或 ")),
                    format!("write {}", shown.join(" or ")),
                ),
            );
        }
        Typed::fallback(span)
    }
}
