//! The rules of both sides, and one list of programmes for whatever places they are of.

use super::change::{Change, ChangeFault, Changed};
use super::family::Asked;
use crate::model::LevelId;
use crate::pack::Pack;
use crate::rules::{Altered, Rules, Touch};
use formula::VariableId;
use kernel::DivisionCode;
use std::sync::OnceLock;

/// What the other side is.
#[derive(Debug, Clone)]
pub enum Variation {
    /// Changed values and formulas, made at the level of a place.
    Changes(Vec<Change>),
    /// A whole other pack: a folder, or a release that waits for approval.
    Pack(Pack),
}

/// A programme as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeName {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Key of the fund that rolls pay it from.
    pub fund: String,
    /// Whether another department decides it: recognised and referred here, so that nobody
    /// knows who has it already.
    pub referred: bool,
    /// Its components: key, Chinese and English name.
    pub components: Vec<(String, String, String)>,
}

/// Where the programmes and components of compiled rules stand in the one list.
#[derive(Debug, Default, Clone)]
pub(crate) struct Places(pub Vec<(usize, Vec<usize>)>);

/// Rules of one place and day on both sides.
#[derive(Debug)]
pub(crate) struct Pair {
    pub base: Rules,
    pub varied: Rules,
    pub base_places: Places,
    pub varied_places: Places,
    /// What of the programmes of the varied rules can come out differently.
    pub touched: Vec<Touch>,
    /// What the changes alter; nothing where another pack stands on the other side.
    pub altered: Altered,
    /// The yes-or-no variables that those reach first.
    pub gates: Vec<VariableId>,
    /// The variables that those do not reach and that others which they reach read.
    pub border: Vec<VariableId>,
    base_asked: OnceLock<Asked>,
    varied_asked: OnceLock<Asked>,
    /// Whether both sides have the same facts in the same slots.
    pub one_schema: bool,
}

impl Pair {
    /// The facts that the side as it stands asks for.
    pub fn base_asked(&self) -> &Asked {
        self.base_asked
            .get_or_init(|| Asked::of(self.base.compiled()))
    }

    /// The facts that the other side asks for.
    pub fn varied_asked(&self) -> &Asked {
        let asked = || Asked::of(self.varied.compiled());
        self.varied_asked.get_or_init(asked)
    }
}

/// The rules of both sides.
#[derive(Debug)]
pub(crate) struct Scheme {
    pub pairs: Vec<Pair>,
    pub programmes: Vec<ProgrammeName>,
    pub changed: Vec<Changed>,
    /// The level at which changes are made.
    level: LevelId,
    place: DivisionCode,
    variation: Variation,
}

impl Scheme {
    pub fn new(level: LevelId, place: DivisionCode, variation: Variation) -> Scheme {
        Scheme {
            pairs: Vec::new(),
            programmes: Vec::new(),
            changed: Vec::new(),
            level,
            place,
            variation,
        }
    }

    /// The pair of some rules, made where they were not met before.
    ///
    /// # Errors
    /// Changes that cannot be made.
    pub fn pair(&mut self, base: &Rules) -> Result<usize, Vec<ChangeFault>> {
        if let Some(found) = self.pairs.iter().position(|p| p.base.same(base)) {
            return Ok(found);
        }
        let mut altered = Altered::default();
        let (varied, touched, one_schema) = match &self.variation {
            Variation::Changes(changes) => {
                let (varied, said) = base.vary(self.level, changes)?;
                altered = varied.altered(&said);
                let touched = varied.touched(&altered);
                for told in said {
                    if !self.changed.iter().any(|c| c.name == told.name) {
                        self.changed.push(told);
                    }
                }
                (varied, touched, true)
            }
            Variation::Pack(pack) => {
                let varied = base.in_pack(pack, &self.place)?;
                let touched = vec![Touch::WHOLE; varied.compiled().programmes.len()];
                (varied, touched, false)
            }
        };
        let program = &varied.compiled().program;
        let border = program.border(&altered.parameters, &altered.formulas);
        let pair = Pair {
            gates: program.gates(&altered.parameters, &altered.formulas),
            border,
            base_places: self.places(base),
            varied_places: self.places(&varied),
            base_asked: OnceLock::new(),
            varied_asked: OnceLock::new(),
            base: base.clone(),
            varied,
            touched,
            altered,
            one_schema,
        };
        self.pairs.push(pair);
        Ok(self.pairs.len() - 1)
    }

    fn places(&mut self, rules: &Rules) -> Places {
        let plans = &rules.compiled().programmes;
        Places(
            plans
                .iter()
                .map(|plan| {
                    let declared = &rules.data().programmes[plan.index];
                    let at = match self.programmes.iter().position(|p| p.key == plan.key) {
                        Some(at) => at,
                        None => {
                            self.programmes.push(ProgrammeName {
                                key: plan.key.clone(),
                                zh: declared.label.zh.clone(),
                                en: declared.label.en.clone(),
                                fund: declared.funds.first().cloned().unwrap_or_default(),
                                referred: declared
                                    .guides
                                    .iter()
                                    .any(|guide| guide.value.refer_to.is_some()),
                                components: Vec::new(),
                            });
                            self.programmes.len() - 1
                        }
                    };
                    let known = &mut self.programmes[at].components;
                    let components = plan.components.iter().map(|c| {
                        known.iter().position(|k| k.0 == c.key).unwrap_or_else(|| {
                            let label = (c.key.clone(), c.label.zh.clone(), c.label.en.clone());
                            known.push(label);
                            known.len() - 1
                        })
                    });
                    (at, components.collect())
                })
                .collect(),
        )
    }
}

impl Scheme {
    /// The same place with another variation and no pair yet.
    pub fn other(&self, variation: Variation) -> Scheme {
        Scheme::new(self.level, self.place, variation)
    }
}
