//! From declarations to a program.

use std::collections::BTreeMap;

use super::{Program, VariableId, order};
use crate::eval::Plan;
use crate::fault::{Fault, Span};
use crate::lower::{Lower, Scope, TypedScope};
use crate::schema::{FactId, Schema, VariableDecl, WhenAbsent, twice};
use crate::syntax::{Known, parse};
use crate::tree::Node;
use crate::types::{Entity, Type};
use crate::value::Value;

/// The names that a formula may use, for the parser.
struct Names {
    globals: [Known; 4],
    members: Known,
}

impl Program {
    /// Compiles the variables (and the rules of absent facts) against a schema.
    ///
    /// # Errors
    /// All faults of all formulas: each names its variable and span.
    pub fn compile(schema: Schema, variables: Vec<VariableDecl>) -> Result<Program, Vec<Fault>> {
        let mut faults = Vec::new();
        let by_name = index(&schema, &variables, &mut faults);
        let names = names(&schema, &variables);
        let mut plan = Plan::default();
        let mut compile_one = |name: &str, entity: Entity, formula: &str, ty: &Type| {
            let scope = TypedScope {
                schema: &schema,
                variables: &variables,
                by_name: &by_name,
                entity,
            };
            let (node, found) = formula_tree(scope, &names, formula, ty);
            faults.extend(found.into_iter().map(|f| Fault {
                variable: name.to_owned(),
                ..f
            }));
            let width = &mut plan.widths[entity.index()];
            plan.places.push((entity, *width));
            *width += 1;
            plan.nodes.push(node);
        };
        for v in &variables {
            compile_one(&v.name, v.entity, &v.formula, &v.ty);
        }
        let mut rules: Vec<FactId> = Vec::new();
        for id in schema.fact_ids() {
            let decl = schema.fact_decl(id);
            if let WhenAbsent::Formula(formula) = &decl.absent {
                compile_one(&decl.name, decl.entity, formula, &decl.ty);
                rules.push(id);
            }
        }
        let label = |id: VariableId| match variables.get(id.index()) {
            Some(v) => v.name.clone(),
            None => schema
                .fact_decl(rules[id.index() - variables.len()])
                .name
                .clone(),
        };
        let order = match order::order(&plan.nodes, &label) {
            Ok(order) => order,
            Err(found) => {
                faults.extend(found);
                Vec::new()
            }
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let order = order
            .into_iter()
            .filter(|id| id.index() < variables.len())
            .collect();
        Ok(Program {
            schema,
            variables,
            by_name,
            plan,
            rules,
            order,
        })
    }

    /// Checks one formula against a schema and variables without compiling the
    /// rest: what an editor asks while somebody types.
    ///
    /// # Errors
    /// All faults of the formula.
    pub fn check(
        schema: &Schema,
        variables: &[VariableDecl],
        entity: Entity,
        formula: &str,
        ty: &Type,
    ) -> Result<(), Vec<Fault>> {
        let by_name = index(schema, variables, &mut Vec::new());
        let scope = TypedScope {
            schema,
            variables,
            by_name: &by_name,
            entity,
        };
        let (_, faults) = formula_tree(scope, &names(schema, variables), formula, ty);
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }
}

fn formula_tree(
    scope: TypedScope<'_>,
    names: &Names,
    formula: &str,
    ty: &Type,
) -> (Node, Vec<Fault>) {
    match parse(
        formula,
        &names.globals[scope.entity.index()],
        &names.members,
    ) {
        Ok(expr) => {
            let mut lower = Lower::new(Scope::Typed(scope));
            let node = lower.formula(&expr, ty);
            (node, lower.faults)
        }
        Err(fault) => (Node::constant(Value::Null, Span::default()), vec![*fault]),
    }
}

fn index(
    schema: &Schema,
    variables: &[VariableDecl],
    faults: &mut Vec<Fault>,
) -> BTreeMap<(Entity, String), VariableId> {
    let mut by_name = BTreeMap::new();
    for (i, v) in variables.iter().enumerate() {
        let taken = schema.find_fact(v.entity, &v.name).is_some()
            || schema.find_parameter(&v.name).is_some();
        let before = by_name.insert((v.entity, v.name.clone()), VariableId(i as u32));
        if taken || before.is_some() {
            faults.push(Fault {
                variable: v.name.clone(),
                ..twice(&v.name)
            });
        }
    }
    by_name
}

fn names(schema: &Schema, variables: &[VariableDecl]) -> Names {
    let parameters: Vec<&str> = schema
        .parameters()
        .iter()
        .map(|p| p.name.as_str())
        .collect();
    let mut members = Known::default();
    let globals = Entity::ALL.map(|entity| {
        let facts = schema.facts(entity).iter().map(|f| f.name.as_str());
        let own = variables
            .iter()
            .filter(|v| v.entity == entity)
            .map(|v| v.name.as_str());
        let words = Entity::ALL.map(Entity::word);
        let mut known = Known::default();
        for name in facts.chain(own) {
            known.add(name);
            members.add(name);
        }
        for name in parameters.iter().copied().chain(words) {
            known.add(name);
        }
        known
    });
    let declared = schema.parameters().iter().map(|p| &p.ty);
    let of_facts = schema.fact_ids().map(|id| &schema.fact_decl(id).ty);
    for ty in declared
        .chain(of_facts)
        .chain(variables.iter().map(|v| &v.ty))
    {
        entries(ty, &mut members);
    }
    Names { globals, members }
}

/// The keys of a table, at every depth.
fn entries(ty: &Type, names: &mut Known) {
    match ty {
        Type::Context(table) => {
            for (key, ty) in table.iter() {
                names.add(key);
                entries(ty, names);
            }
        }
        Type::List(item) => entries(item, names),
        _ => {}
    }
}
