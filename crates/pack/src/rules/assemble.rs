//! From the pack's text to one program for a level as of a day.

use super::Compiled;
use super::slots::{Needs, Slots};
use super::ways::{ConditionPlan, WayPart, WayPlan};
use crate::fault::Spot;
use crate::model::table::Piece;
use crate::model::{
    Absent, Apportion, Body, Contradiction, Dated, Label, LevelId, Way, WayKind, Yield, dated,
};
use crate::pack::Data;
use chrono::NaiveDate;
use formula::{
    Entity, FactDecl, ParameterDecl, Program, Schema, Type, VariableDecl, VariableId, WhenAbsent,
};

/// A component as compiled.
#[derive(Debug)]
pub(crate) struct ComponentPlan {
    pub key: String,
    pub label: Label,
    pub entity: Entity,
    pub apportion: Apportion,
    pub variable: VariableId,
}

/// A check as compiled.
#[derive(Debug)]
pub(crate) struct CheckPlan {
    pub key: String,
    pub label: Label,
    pub entity: Entity,
    pub variable: VariableId,
    pub cite: String,
}

/// A programme as compiled.
#[derive(Debug)]
pub(crate) struct ProgrammePlan {
    /// Index among the programmes of the pack.
    pub index: usize,
    pub key: String,
    pub yields: Vec<Yield>,
    pub components: Vec<ComponentPlan>,
    pub checks: Vec<CheckPlan>,
    /// The ways into it, that of the household first.
    pub ways: Vec<WayPlan>,
    /// The document.
    pub cite: String,
    /// The facts that they ask for.
    pub needs: Needs,
}

impl ProgrammePlan {
    /// The formulas of amounts and their limits.
    pub fn amounts(&self) -> impl Iterator<Item = VariableId> {
        let parts = self.components.iter().map(|c| c.variable);
        parts.chain(self.checks.iter().map(|c| c.variable))
    }

    /// The formulas that say who qualifies and who is covered.
    pub fn conditions(&self) -> impl Iterator<Item = VariableId> {
        let covered = self.ways.iter().filter_map(|w| w.covered);
        let ways = self.ways.iter();
        let conditions = ways.flat_map(|w| w.applies.iter().chain(&w.conditions));
        covered.chain(conditions.map(|c| c.variable))
    }
}

/// Where a formula was written.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    pub name: String,
    pub formula: String,
    pub spot: Spot,
    /// Where parts of it came from that were written as cells.
    pub pieces: Vec<Piece>,
}

/// What a part of a programme became, before it is compiled.
enum Part {
    Component(Apportion, usize),
    Check(usize),
    Way(usize, WayPart),
}

/// A schema and variables, ready to be compiled.
pub(crate) struct Assembled<'d> {
    data: &'d Data,
    level: LevelId,
    schema: Schema,
    variables: Vec<VariableDecl>,
    parts: Vec<(usize, Part, Entity, String)>,
    programmes: Vec<usize>,
    contradictions: Vec<(usize, Entity, String)>,
    /// Where each formula was written.
    pub origins: Vec<Origin>,
    /// Names that are there twice, with the place of the second.
    pub twice: Vec<(String, Spot)>,
}

/// The name under which a check is compiled.
fn check_name(programme: &str, key: &str) -> String {
    format!("检查·{programme}·{key}")
}

/// The name under which a condition is compiled.
pub(super) fn way_name(programme: &str, kind: WayKind, key: &str) -> String {
    format!("条件·{programme}·{}·{key}", kind.word())
}

/// A formula that stands on its own, without dates and citation.
fn stated(
    level: LevelId,
    on: NaiveDate,
    entity: Entity,
    formula: String,
    spot: Spot,
) -> Dated<Body> {
    Dated {
        level,
        from: on,
        to: None,
        value: Body {
            entity,
            apportion: Apportion::Equal,
            formula,
            spot,
            table: None,
            pieces: Vec::new(),
        },
        cite: String::new(),
        verified: true,
        meant: false,
        floor: false,
        spot,
    }
}

/// Puts together what holds at a level on a day.
pub(crate) fn assemble(data: &Data, level: LevelId, on: NaiveDate) -> Assembled<'_> {
    let chain = data.chain(level);
    let mut all = Assembled {
        data,
        level,
        schema: Schema::new(),
        variables: Vec::new(),
        parts: Vec::new(),
        programmes: Vec::new(),
        contradictions: Vec::new(),
        origins: Vec::new(),
        twice: Vec::new(),
    };
    for fact in data.facts.iter().filter(|f| chain.contains(&f.level)) {
        let absent = match &fact.absent {
            Absent::Formula(formula) => {
                all.origins.push(Origin {
                    name: fact.name.clone(),
                    formula: formula.clone(),
                    spot: fact.absent_spot,
                    pieces: Vec::new(),
                });
                WhenAbsent::Formula(formula.clone())
            }
            _ => WhenAbsent::Unknown,
        };
        let decl = FactDecl {
            name: fact.name.clone(),
            entity: fact.entity,
            ty: fact.ty.clone(),
            absent,
        };
        if all.schema.fact(decl).is_err() {
            all.twice.push((fact.name.clone(), fact.spot));
        }
    }
    for parameter in data
        .parameters
        .iter()
        .filter(|p| !p.statistic && chain.contains(&p.level))
    {
        let decl = ParameterDecl {
            name: parameter.name.clone(),
            ty: parameter.ty.clone(),
        };
        if all.schema.parameter(decl).is_err() {
            all.twice.push((parameter.name.clone(), parameter.spot));
        }
    }
    for (index, one) in data.contradictions.iter().enumerate() {
        if chain.contains(&one.level) {
            all.contradiction(index, one, on);
        }
    }
    for (index, programme) in data.programmes.iter().enumerate() {
        let in_force = programme.from <= on && programme.to.is_none_or(|to| on <= to);
        if chain.contains(&programme.level) && in_force {
            all.programmes.push(index);
            all.programme(index, &chain, on);
        }
    }
    all
}

impl Assembled<'_> {
    fn contradiction(&mut self, index: usize, one: &Contradiction, on: NaiveDate) {
        let name = format!("矛盾·{}·{}", one.entity.word(), one.key);
        let body = stated(
            one.level,
            on,
            one.entity,
            one.formula.clone(),
            one.formula_spot,
        );
        self.add(&name, one.entity, Type::Boolean, &body, one.spot);
        self.contradictions.push((index, one.entity, name));
    }

    fn programme(&mut self, index: usize, chain: &[LevelId], on: NaiveDate) {
        let programme = &self.data.programmes[index];
        for variable in &programme.variables {
            if let Some(body) = dated::as_of(&variable.bodies, chain, on) {
                self.add(
                    &variable.name,
                    variable.entity,
                    variable.ty.clone(),
                    body,
                    variable.spot,
                );
            }
        }
        for (n, component) in programme.components.iter().enumerate() {
            if let Some(body) = dated::as_of(&component.bodies, chain, on) {
                let (name, entity) = (&component.label.zh, body.value.entity);
                self.add(name, entity, component.ty.clone(), body, component.spot);
                let part = Part::Component(body.value.apportion, n);
                self.parts.push((index, part, entity, name.clone()));
            }
        }
        for (n, check) in programme.checks.iter().enumerate() {
            if let Some(body) = dated::as_of(&check.bodies, chain, on) {
                let name = check_name(&programme.key, &check.key);
                self.add(&name, check.entity, Type::Boolean, body, check.spot);
                self.parts.push((index, Part::Check(n), check.entity, name));
            }
        }
        for (n, way) in programme.ways.iter().enumerate() {
            self.way(index, n, way, chain, on);
        }
    }

    fn way(&mut self, index: usize, n: usize, way: &Way, chain: &[LevelId], on: NaiveDate) {
        let programme = &self.data.programmes[index];
        if let Some(body) = dated::as_of(&way.covered, chain, on) {
            let name = way_name(&programme.key, way.kind, "covered");
            self.add(&name, Entity::Person, Type::Boolean, body, way.spot);
            self.parts
                .push((index, Part::Way(n, WayPart::Covered), Entity::Person, name));
        }
        let entity = way.kind.entity();
        let mut all: Vec<String> = Vec::new();
        let lists = [(true, &way.applies), (false, &way.conditions)];
        for (applies, list) in lists {
            for (place, condition) in list.iter().enumerate() {
                let Some(body) = dated::as_of(&condition.bodies, chain, on) else {
                    continue;
                };
                let name = way_name(&programme.key, way.kind, &condition.key);
                self.add(&name, entity, Type::Boolean, body, condition.spot);
                let part = WayPart::Condition { applies, place };
                self.parts
                    .push((index, Part::Way(n, part), entity, name.clone()));
                all.push(name);
            }
        }
        if let Some(label) = &way.name {
            let formula = if all.is_empty() {
                "true".to_owned()
            } else {
                all.join(" and ")
            };
            let mut body = stated(way.level, on, entity, formula, way.spot);
            body.cite = programme.cite.clone();
            self.add(&label.zh, entity, Type::Boolean, &body, way.spot);
        }
    }

    fn add(
        &mut self,
        name: &str,
        entity: Entity,
        ty: Type,
        body: &crate::model::Dated<crate::model::Body>,
        spot: Spot,
    ) {
        if self
            .variables
            .iter()
            .any(|v| v.name == name && v.entity == entity)
        {
            self.twice.push((name.to_owned(), spot));
            return;
        }
        self.origins.push(Origin {
            name: name.to_owned(),
            formula: body.value.formula.clone(),
            spot: body.value.spot,
            pieces: body.value.pieces.clone(),
        });
        self.variables.push(VariableDecl {
            name: name.to_owned(),
            entity,
            ty,
            formula: body.value.formula.clone(),
            citation: Some(body.cite.clone()),
        });
    }

    /// Puts another text in the place of a formula; type, entity and citation stay.
    pub fn restate(&mut self, name: &str, formula: &str) {
        for variable in self.variables.iter_mut().filter(|v| v.name == name) {
            formula.clone_into(&mut variable.formula);
        }
    }

    /// Compiles it.
    ///
    /// # Errors
    /// All faults of all formulas.
    pub fn compile(self) -> Result<Compiled, Vec<formula::Fault>> {
        let slots = Slots::new(self.data, self.level, &self.schema);
        let program = Program::compile(self.schema, self.variables)?;
        let mut programmes: Vec<ProgrammePlan> = Vec::new();
        for index in self.programmes {
            let programme = &self.data.programmes[index];
            let mut plan = ProgrammePlan {
                index,
                key: programme.key.clone(),
                yields: programme.yields.clone(),
                components: Vec::new(),
                checks: Vec::new(),
                ways: programme.ways.iter().map(WayPlan::new).collect(),
                cite: programme.cite.clone(),
                needs: Needs::default(),
            };
            for (of, part, entity, name) in &self.parts {
                let Some(variable) = program.variable(*entity, name).filter(|_| *of == index)
                else {
                    continue;
                };
                match part {
                    Part::Component(apportion, n) => plan.components.push(ComponentPlan {
                        key: programme.components[*n].key.clone(),
                        label: programme.components[*n].label.clone(),
                        entity: *entity,
                        apportion: *apportion,
                        variable,
                    }),
                    Part::Way(n, WayPart::Covered) => plan.ways[*n].covered = Some(variable),
                    Part::Way(n, WayPart::Condition { applies, place }) => {
                        let way = &programme.ways[*n];
                        let list = if *applies {
                            &way.applies
                        } else {
                            &way.conditions
                        };
                        plan.ways[*n].push(
                            *applies,
                            ConditionPlan {
                                label: list[*place].label.clone(),
                                variable,
                            },
                        );
                    }
                    Part::Check(n) => plan.checks.push(CheckPlan {
                        key: programme.checks[*n].key.clone(),
                        label: programme.checks[*n].label.clone(),
                        entity: *entity,
                        variable,
                        cite: program
                            .variable_decl(variable)
                            .citation
                            .clone()
                            .unwrap_or_default(),
                    }),
                }
            }
            plan.needs = Needs::new(&program, plan.amounts(), &slots);
            plan.ways.sort_by_key(|w| w.kind);
            programmes.push(plan);
        }
        let order = super::ways::order(&programmes);
        let contradictions = self
            .contradictions
            .iter()
            .filter_map(|(index, entity, name)| Some((*index, program.variable(*entity, name)?)))
            .collect();
        Ok(Compiled {
            program,
            programmes,
            order,
            contradictions,
            slots,
        })
    }
}
