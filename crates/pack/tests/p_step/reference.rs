//! What is allowed, worked out anew each time from the acts accepted so far.

use super::world::{CODES, MEMBERS, Person, World};
use chrono::{DateTime, NaiveDate, Utc};
use flow::{
    Act, AfterPublicity, Condition, Doer, Facts, Opening, Outcome, PaperState, Parts, Per, SignBy,
    Step, Unit,
};
use formula::feel::{Answer, Expression};
use formula::{Context, Number, Value};
use serde_json::Value as Json;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// An act that was accepted.
pub struct Done {
    pub act: Act,
    pub name: String,
    pub facts: Facts,
    pub at: DateTime<Utc>,
}

thread_local! {
    static READ: RefCell<BTreeMap<String, Expression>> = const { RefCell::new(BTreeMap::new()) };
}

type Key = (String, Option<String>);

/// Where a case stands by the naive reading of the text.
pub struct Reference<'p> {
    parts: &'p Parts,
    world: &'p World,
    pub open: BTreeSet<String>,
    pub over: BTreeSet<String>,
    pub closed: bool,
    since: BTreeMap<String, NaiveDate>,
    forms: BTreeSet<(String, Key)>,
    signed: Vec<(String, String, String)>,
    lists: BTreeMap<String, (NaiveDate, bool, Option<NaiveDate>)>,
    papers: BTreeMap<Key, PaperState>,
    once: BTreeSet<(String, String)>,
    set: Facts,
    accepted: Option<NaiveDate>,
    met: bool,
    extended: bool,
    delegated_then: bool,
    hands: BTreeMap<String, BTreeSet<String>>,
    handler: BTreeMap<String, String>,
    objected: bool,
    last: Option<DateTime<Utc>>,
}

fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&kernel::shanghai()).date_naive()
}

impl<'p> Reference<'p> {
    pub fn new(parts: &'p Parts, world: &'p World) -> Reference<'p> {
        Reference {
            parts,
            world,
            open: BTreeSet::new(),
            over: BTreeSet::new(),
            closed: false,
            since: BTreeMap::new(),
            forms: BTreeSet::new(),
            signed: Vec::new(),
            lists: BTreeMap::new(),
            papers: BTreeMap::new(),
            once: BTreeSet::new(),
            set: Facts::new(),
            accepted: None,
            met: false,
            extended: false,
            delegated_then: false,
            hands: BTreeMap::new(),
            handler: BTreeMap::new(),
            objected: false,
            last: None,
        }
    }

    pub fn replay(
        parts: &'p Parts,
        world: &'p World,
        _: &Opening,
        done: &[Done],
        opened: DateTime<Utc>,
    ) -> Reference<'p> {
        let mut at = Reference::new(parts, world);
        at.last = Some(opened);
        for step in parts.steps.iter().filter(|s| s.first) {
            at.begin(&step.key, day(opened));
        }
        for one in done {
            at.take(one);
        }
        at
    }

    fn begin(&mut self, step: &str, on: NaiveDate) {
        self.forget(step);
        self.over.remove(step);
        self.open.insert(step.to_owned());
        self.since.insert(step.to_owned(), on);
    }

    fn forget(&mut self, step: &str) {
        self.forms.retain(|(s, _)| s != step);
        self.signed.retain(|(s, _, _)| s != step);
        self.lists.remove(step);
        self.handler.remove(step);
    }

    fn take(&mut self, done: &Done) {
        self.last = Some(done.at);
        let on = day(done.at);
        let mut hand = |step: &String| {
            self.hands
                .entry(step.clone())
                .or_default()
                .insert(done.name.clone());
        };
        match &done.act {
            Act::File {
                step,
                form,
                subject,
                ..
            } => {
                hand(step);
                self.signed.retain(|(s, _, _)| s != step);
                self.forms
                    .insert((step.clone(), (form.clone(), subject.clone())));
            }
            Act::Sign { step, slot, party } => {
                if party.is_none() {
                    hand(step);
                }
                let who = party.clone().unwrap_or(done.name.clone());
                self.signed.push((step.clone(), slot.clone(), who));
            }
            Act::Paper {
                paper,
                subject,
                state,
                ..
            } => {
                self.papers.insert((paper.clone(), subject.clone()), *state);
            }
            Act::Post { step, on, .. } => {
                self.lists.insert(step.clone(), (*on, false, None));
            }
            Act::Object { step, .. } => {
                self.objected = true;
                self.lists.get_mut(step).unwrap().1 = true;
            }
            Act::TakeDown { step, on } => self.lists.get_mut(step).unwrap().2 = Some(*on),
            Act::Extend { .. } => self.extended = true,
            Act::Leave { .. } => self.closed = true,
            Act::HandOver { step, to } => {
                self.handler.insert(step.clone(), to.clone());
            }
            Act::Finish {
                step,
                outcome,
                facts,
                ..
            } => {
                hand(step);
                self.once.insert((step.clone(), outcome.clone()));
                let outcome = self.parts.step(step).unwrap().outcome(outcome).unwrap();
                self.set.extend(facts.clone());
                self.set.extend(outcome.sets.iter().cloned());
                if !outcome.starts.is_empty() {
                    self.accepted = Some(on);
                    self.delegated_then = self.delegated(on);
                }
                self.met |= !outcome.stops.is_empty();
                if outcome.stays {
                    return;
                }
                self.open.remove(step);
                self.over.insert(step.clone());
                for again in &outcome.reopens {
                    for behind in self.behind(again) {
                        self.open.remove(&behind);
                        self.over.remove(&behind);
                        self.forget(&behind);
                    }
                    self.begin(again, on);
                }
                for next in &outcome.opens {
                    self.go(next, &done.facts, on);
                }
                self.closed |= outcome.closes;
            }
            Act::Pause { .. } | Act::Resume => unreachable!("no procedure of the packs pauses"),
        }
    }

    fn go(&mut self, key: &str, facts: &Facts, on: NaiveDate) {
        let step = self.parts.step(key).unwrap();
        if self.open.contains(key) || self.over.contains(key) {
            return;
        }
        if !step.after.iter().all(|before| self.over.contains(before)) {
            return;
        }
        match &step.when {
            Some(when) if !self.holds(when, facts, on) => {
                self.over.insert(key.to_owned());
                for next in &step.otherwise {
                    self.go(next, facts, on);
                }
            }
            _ => self.begin(key, on),
        }
    }

    fn behind(&self, key: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        loop {
            let before = found.len();
            for step in &self.parts.steps {
                if step.key == key || found.contains(&step.key) {
                    found.extend(step.otherwise.iter().cloned());
                    found.extend(step.outcomes.iter().flat_map(|o| o.opens.iter().cloned()));
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    fn delegated(&self, on: NaiveDate) -> bool {
        self.world.delegations.iter().any(|d| {
            d.programme == self.parts.programme && d.from <= on && d.to.is_none_or(|to| on <= to)
        })
    }

    /// A condition by plain FEEL; parameters as the place has them.
    fn holds(&self, condition: &Condition, facts: &Facts, on: NaiveDate) -> bool {
        let mut all = facts.clone();
        all.extend(self.set.clone());
        self.holds_over(condition, &all, on)
    }

    fn holds_over(&self, condition: &Condition, facts: &Facts, on: NaiveDate) -> bool {
        // The amount of a month is what the engine adds to FEEL: a twelfth of the year's.
        let text = condition.formula.replace("月额(", "1/12*(");
        let number = |n: &str| Value::Number(Number::parse(n).unwrap());
        let mut context = Context::new();
        for (name, value) in facts {
            let value = match value {
                Json::Bool(b) => Value::Boolean(*b),
                Json::String(s) if NaiveDate::parse_from_str(s, "%Y-%m-%d").is_ok() => {
                    Value::Date(s.parse().unwrap())
                }
                Json::String(s) => Number::parse(s).map_or(Value::text(s), Value::Number),
                Json::Number(n) => number(&n.to_string()),
                _ => Value::Null,
            };
            context.set(name, value);
        }
        context.set("今日", Value::Date(on));
        context.set("公示有异议", Value::Boolean(self.objected));
        let must = self.world.from >= NaiveDate::from_ymd_opt(2021, 7, 1).unwrap();
        context.set("审核前必须完成核对", Value::Boolean(must));
        context.set("渐退期最长月数", number("6"));
        context.set("小额快救最高月数", number("1"));
        context.set("农村低保标准", number("5268"));
        context.set("城市低保标准", number("8280"));
        context.set("临时救助年度次数上限", number("999"));
        context.set("临时救助年度累计限额", number("99999999"));
        context.set("临时救助乡镇审批限额", number("1000"));
        let limited = self.world.from >= NaiveDate::from_ymd_opt(2021, 1, 15).unwrap();
        if condition.formula.contains("临时救助乡镇审批限额") && !limited {
            // The place has none on that day: the township may not decide.
            return false;
        }
        // Every world says every fact, so that a formula read once serves them all.
        let answer = READ.with_borrow_mut(|read| {
            let expression = read
                .entry(text.clone())
                .or_insert_with(|| Expression::read(&text, &context).unwrap());
            expression.evaluate(&context)
        });
        match answer {
            Answer::Value(Value::Boolean(b)) => b,
            other => panic!("{text}: {other:?}"),
        }
    }

    /// Whether somebody holds one of the roles for it.
    pub fn role(&self, who: &[Doer], person: &Person, facts: &Facts, at: DateTime<Utc>) -> bool {
        let mut all = facts.clone();
        all.extend(self.set.clone());
        who.iter().any(|doer| {
            let place = if doer.elsewhere {
                self.world.other
            } else {
                self.world.village
            };
            let held = match person {
                Person::System => doer.role == "system",
                Person::Party => false,
                Person::Officer(grants) => grants.iter().any(|g| {
                    g.role == doer.role
                        && g.division.contains(&place)
                        && doer.level.is_none_or(|l| l == g.division.level())
                        && g.from <= day(at)
                        && g.to.is_none_or(|to| day(at) <= to)
                }),
            };
            held && (!doer.delegated || self.delegated(day(at)))
                && doer
                    .when
                    .as_ref()
                    .is_none_or(|w| self.holds_over(w, &all, day(at)))
        })
    }

    fn signs_here(&self, step: &Step, person: &Person, at: DateTime<Utc>) -> bool {
        step.signatures.iter().any(|slot| match &slot.by {
            SignBy::Family => false,
            SignBy::Officer(roles) => self.any_level(roles, person, at),
        })
    }

    fn any_level(&self, roles: &[String], person: &Person, at: DateTime<Utc>) -> bool {
        let Person::Officer(grants) = person else {
            return false;
        };
        grants.iter().any(|g| {
            roles.contains(&g.role)
                && g.division.contains(&self.world.village)
                && g.from <= day(at)
                && g.to.is_none_or(|to| day(at) <= to)
        })
    }

    fn subjects(&self, per: Per) -> Vec<Option<String>> {
        let some = |names: &[&str]| names.iter().map(|n| Some((*n).to_owned())).collect();
        match per {
            Per::Case => vec![None],
            Per::Member => some(&MEMBERS),
            Per::Supporter => some(&["p-son"]),
            Per::Person => some(&[MEMBERS[0], MEMBERS[1], "p-son"]),
        }
    }

    /// Whether a form was filed at a step for everybody.
    pub fn has_form(&self, step: &str, form: &str) -> bool {
        let need = self
            .parts
            .step(step)
            .unwrap()
            .forms
            .iter()
            .find(|f| f.form == form)
            .unwrap();
        let filed = |s| {
            self.forms
                .contains(&(step.to_owned(), (form.to_owned(), s)))
        };
        self.subjects(need.per).into_iter().all(filed)
    }

    /// Whether a paper was handed in by everybody.
    pub fn has_paper(&self, key: &str) -> bool {
        let per = self.parts.paper(key).unwrap().per;
        let given = |s| self.papers.get(&(key.to_owned(), s)) == Some(&PaperState::Given);
        self.subjects(per).into_iter().all(given)
    }

    /// How many signed in a slot.
    pub fn signatures(&self, step: &str, slot: &str) -> usize {
        self.signed
            .iter()
            .filter(|(s, k, _)| s == step && k == slot)
            .count()
    }

    /// Whether the list of a step hangs.
    pub fn posted(&self, step: &str) -> bool {
        self.lists.contains_key(step)
    }

    /// Whether somebody may do something.
    pub fn allows(
        &self,
        act: &Act,
        name: &str,
        person: &Person,
        facts: &Facts,
        at: DateTime<Utc>,
    ) -> bool {
        if self.closed || self.last.is_some_and(|last| at < last) {
            return false;
        }
        let on = day(at);
        let strange = |step: &Step| {
            !matches!(person, Person::Officer(_))
                || step
                    .other_than
                    .iter()
                    .all(|o| self.hands.get(o).is_none_or(|h| !h.contains(name)))
        };
        let handed = |step: &Step| {
            !matches!(person, Person::Officer(_))
                || self.handler.get(&step.key).is_none_or(|h| h == name)
        };
        let find = |key: &String| self.parts.step(key).filter(|s| self.open.contains(&s.key));
        let works = |step: &Step| {
            self.role(&step.who, person, facts, at) || self.signs_here(step, person, at)
        };
        match act {
            Act::Finish {
                step,
                outcome,
                reason,
                facts: said,
            } => find(step).is_some_and(|step| {
                let outcome = step.outcome(outcome).unwrap();
                self.role(&step.who, person, facts, at)
                    && strange(step)
                    && handed(step)
                    && !(outcome.once
                        && self.once.contains(&(step.key.clone(), outcome.key.clone())))
                    && !(outcome.accepts
                        && !(self.parts.from <= on && self.parts.to.is_none_or(|to| on <= to)))
                    && !(outcome.reason && reason.is_none())
                    && self.said(outcome, said)
                    && (outcome.light || self.complete(step, facts, on))
                    && self.heard(step, outcome, on)
                    && {
                        let mut all = facts.clone();
                        all.extend(self.set.clone());
                        all.extend(said.clone());
                        outcome.needs.iter().all(|n| self.holds_over(n, &all, on))
                    }
                    && !(outcome.closes
                        && !outcome.light
                        && self.papers.values().any(|p| *p == PaperState::Promised))
            }),
            Act::File {
                step,
                form,
                subject,
                ..
            } => find(step).is_some_and(|step| {
                let need = step.forms.iter().find(|f| f.form == *form).unwrap();
                works(step)
                    && strange(step)
                    && handed(step)
                    && self.subjects(need.per).contains(subject)
            }),
            Act::Paper {
                paper,
                subject,
                state,
                reason,
            } => {
                let text = self.parts.paper(paper).unwrap();
                let owed = self.papers.get(&(paper.clone(), subject.clone()))
                    == Some(&PaperState::Promised);
                self.parts.steps.iter().any(|s| {
                    self.open.contains(&s.key) && (owed || s.papers.contains(paper)) && works(s)
                }) && self.subjects(text.per).contains(subject)
                    && match state {
                        PaperState::Given => true,
                        PaperState::Promised => text.later.is_some(),
                        PaperState::Waived => reason.is_some(),
                    }
            }
            Act::Sign { step, slot, party } => find(step).is_some_and(|step| {
                let slot = step.signatures.iter().find(|s| s.key == *slot).unwrap();
                let right = match (&slot.by, party) {
                    (SignBy::Officer(roles), None) => {
                        self.any_level(roles, person, at) && strange(step)
                    }
                    (SignBy::Family, Some(who)) => works(step) && MEMBERS.contains(&who.as_str()),
                    _ => false,
                };
                let signer = party.as_deref().unwrap_or(name);
                let here: Vec<_> = self
                    .signed
                    .iter()
                    .filter(|(s, _, _)| *s == step.key)
                    .collect();
                right
                    && (step.forms.is_empty() || self.forms.iter().any(|(s, _)| *s == step.key))
                    && here.iter().all(|(_, _, who)| who != signer)
                    && here.iter().filter(|(_, s, _)| *s == slot.key).count() < slot.count as usize
            }),
            Act::Post {
                step,
                place,
                on: posted,
                proof,
            } => find(step).is_some_and(|step| {
                let Some(text) = &step.publicity else {
                    return false;
                };
                let free = match self.lists.get(&step.key) {
                    None => true,
                    Some((up, objected, down)) => {
                        !objected
                            && down.is_some_and(|d| {
                                (d - *up).num_days() <= i64::from(text.days) && *posted >= d
                            })
                    }
                };
                works(step)
                    && handed(step)
                    && *posted <= on
                    && *posted >= self.since[&step.key]
                    && *place == text.place
                    && (!text.photo || proof.is_some())
                    && free
            }),
            Act::Object { step, on: came } => find(step).is_some_and(|step| {
                let list = self.lists.get(&step.key);
                works(step)
                    && list.is_some_and(|(up, _, down)| {
                        let days = step.publicity.as_ref().unwrap().days;
                        *came <= on
                            && came >= up
                            && (*came - *up).num_days() <= i64::from(days)
                            && down.is_none_or(|d| *came <= d)
                    })
            }),
            Act::TakeDown { step, on: down } => find(step).is_some_and(|step| {
                let list = self.lists.get(&step.key);
                works(step)
                    && list.is_some_and(|(up, _, gone)| *down <= on && down >= up && gone.is_none())
            }),
            Act::Extend { reason } => {
                let text = self
                    .parts
                    .extensions
                    .iter()
                    .find(|e| e.key == *reason)
                    .unwrap();
                self.role(&text.who, person, facts, at)
                    && self.accepted.is_some()
                    && !self.met
                    && !self.extended
                    && !self.too_late(&text.total, on)
                    && text.needs.as_ref().is_none_or(|n| self.holds(n, facts, on))
            }
            Act::Leave { way, reason } => {
                let text = self.parts.anywhere.iter().find(|w| w.key == *way).unwrap();
                self.role(&text.who, person, facts, at)
                    && !reason.is_empty()
                    && (text.during.is_empty() || text.during.iter().any(|s| self.open.contains(s)))
            }
            // Whoever works on such cases at all may put an open step into other hands.
            Act::HandOver { step, to } => {
                let mut all = self.parts.steps.iter();
                let works = all.any(|step| self.role(&step.who, person, facts, at));
                find(step).is_some() && works && !to.is_empty()
            }
            Act::Pause { .. } | Act::Resume => false,
        }
    }

    fn too_late(&self, total: &str, on: NaiveDate) -> bool {
        let total = self.parts.total(total).unwrap();
        let mut left = total.days;
        if let Some(fewer) = total.delegated
            && self.delegated_then
            && self.delegated(on)
        {
            left = fewer;
        }
        let mut day = self.accepted.unwrap();
        let calendar = kernel::WorkingDays::embedded();
        while left > 0 {
            day = day.succ_opt().unwrap();
            let counts = match total.unit {
                Unit::WorkingDays => calendar.is_working(day),
                _ => Ok(true),
            };
            match counts {
                Ok(counts) => left -= u32::from(counts),
                // A year without table: nobody can say that it is too late.
                Err(_) => return false,
            }
        }
        on > day
    }

    fn said(&self, outcome: &Outcome, said: &Facts) -> bool {
        let given = |name: &String| said.get(name).is_some_and(|v| !v.is_null());
        outcome.asks.iter().all(given)
            && said.iter().all(|(name, value)| {
                let code = CODES.iter().find(|(n, _)| n == name);
                let right = match code {
                    Some((_, values)) => values.iter().any(|v| value == v),
                    None => value != "胡写",
                };
                outcome.asks.contains(name) && right
            })
    }

    fn complete(&self, step: &Step, facts: &Facts, on: NaiveDate) -> bool {
        let wanted =
            |when: &Option<Condition>| when.as_ref().is_none_or(|w| self.holds(w, facts, on));
        step.forms.iter().filter(|f| wanted(&f.when)).all(|f| {
            self.subjects(f.per).into_iter().all(|s| {
                self.forms
                    .contains(&(step.key.clone(), (f.form.clone(), s)))
            })
        }) && step.papers.iter().all(|key| {
            let text = self.parts.paper(key).unwrap();
            !wanted(&text.when)
                || self
                    .subjects(text.per)
                    .into_iter()
                    .all(|s| self.papers.contains_key(&(key.clone(), s)))
        }) && step.signatures.iter().all(|slot| {
            let here = self
                .signed
                .iter()
                .filter(|(s, k, _)| *s == step.key && *k == slot.key);
            here.count() >= slot.count as usize
        })
    }

    fn heard(&self, step: &Step, outcome: &Outcome, on: NaiveDate) -> bool {
        let list = self.lists.get(&step.key);
        match outcome.after {
            AfterPublicity::Whatever => true,
            AfterPublicity::Objected => list.is_some_and(|(_, objected, _)| *objected),
            AfterPublicity::Quiet => list.is_some_and(|(up, objected, down)| {
                let days = i64::from(step.publicity.as_ref().unwrap().days);
                !objected
                    && (on - *up).num_days() > days
                    && down.is_none_or(|d| (d - *up).num_days() > days)
            }),
        }
    }
}
