//! Dependency order; cycles are refused with the cycle named.

use super::{VariableId, needs};
use crate::fault::{Fault, FaultKind, Span};
use crate::tree::Node;

/// Most levels of expressions below one variable, through all variables it
/// needs: what the stack of a small thread holds.
const MAX_CHAIN: usize = 1000;

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// All variables, each after those it needs.
pub(super) fn order(
    nodes: &[Node],
    label: &dyn Fn(VariableId) -> String,
) -> Result<Vec<VariableId>, Vec<Fault>> {
    let needed: Vec<Vec<(usize, Span)>> = nodes.iter().map(needed).collect();
    let mut marks = vec![Mark::New; nodes.len()];
    let mut chain = vec![0usize; nodes.len()];
    let mut out = Vec::with_capacity(nodes.len());
    let mut faults = Vec::new();
    for start in 0..nodes.len() {
        if marks[start] != Mark::New {
            continue;
        }
        // The path from the start, with how many of its needs each has seen.
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        marks[start] = Mark::Open;
        while let Some((at, seen)) = path.last_mut() {
            let (at, next) = (*at, needed[*at].get(*seen).copied());
            *seen += 1;
            match next {
                Some((next, _)) if marks[next] == Mark::New => {
                    marks[next] = Mark::Open;
                    path.push((next, 0));
                }
                Some((next, span)) if marks[next] == Mark::Open => {
                    let from = path.iter().position(|(p, _)| *p == next).unwrap_or(0);
                    let mut names: Vec<String> = path[from..]
                        .iter()
                        .map(|(p, _)| label(VariableId(*p as u32)))
                        .collect();
                    names.push(label(VariableId(next as u32)));
                    faults.push(cycle(
                        &label(VariableId(at as u32)),
                        span,
                        &names.join(" → "),
                    ));
                }
                Some(_) => {}
                None => {
                    let below = needed[at].iter().map(|(n, _)| chain[*n]).max().unwrap_or(0);
                    chain[at] = nodes[at].depth() + below;
                    if chain[at] > MAX_CHAIN && below <= MAX_CHAIN {
                        faults.push(too_long(&label(VariableId(at as u32))));
                    }
                    marks[at] = Mark::Done;
                    out.push(VariableId(at as u32));
                    path.pop();
                }
            }
        }
    }
    if faults.is_empty() {
        Ok(out)
    } else {
        Err(faults)
    }
}

fn needed(node: &Node) -> Vec<(usize, Span)> {
    let mut out: Vec<(usize, Span)> = Vec::new();
    node.walk(&mut |n| {
        if let Some(id) = needs(n)
            && !out.iter().any(|(i, _)| *i == id.index())
        {
            out.push((id.index(), n.span));
        }
    });
    out
}

fn cycle(variable: &str, span: Span, names: &str) -> Fault {
    let fault = Fault::new(
        FaultKind::Cycle,
        span,
        format!("变量互相引用：{names}"),
        format!("variables need each other: {names}"),
    )
    .mend("断开其中一个引用", "break one of these references");
    Fault {
        variable: variable.to_owned(),
        ..fault
    }
}

fn too_long(variable: &str) -> Fault {
    let fault = Fault::new(
        FaultKind::TooLarge,
        Span::default(),
        format!("“{variable}”经过的变量太多，总深度超过 {MAX_CHAIN} 层"),
        format!("\"{variable}\" needs too many variables one below the other (more than {MAX_CHAIN} levels)"),
    )
    .mend("缩短变量之间的引用链", "shorten the chain of variables");
    Fault {
        variable: variable.to_owned(),
        ..fault
    }
}
