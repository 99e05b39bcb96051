//! Names that refer to something said elsewhere in the procedure, and parts that do not fit.

use super::{Fault, FaultKind as Kind};
use crate::model::{AfterPublicity, Doer, LimitFrom, Mark, Outcome, Parts, SignBy, Step, Timeout};

struct Names<'p> {
    parts: &'p Parts,
    faults: Vec<Fault>,
}

/// Checks every name, and that parts fit together.
pub fn names(parts: &Parts) -> Vec<Fault> {
    let mut names = Names {
        parts,
        faults: Vec::new(),
    };
    names.twice(
        ("环节", "step"),
        parts.steps.iter().map(|s| (&s.key, s.mark)),
    );
    names.twice(
        ("材料", "paper"),
        parts.papers.iter().map(|p| (&p.key, p.mark)),
    );
    names.twice(
        ("期限", "limit"),
        parts.totals.iter().map(|t| (&t.key, t.mark)),
    );
    names.twice(
        ("情况", "fact"),
        parts.facts.iter().map(|f| (&f.name, f.mark)),
    );
    for step in &parts.steps {
        names.step(step);
    }
    for extension in &parts.extensions {
        names.total(&extension.total, extension.mark);
        names.who(&extension.who, extension.mark);
    }
    for pause in &parts.pauses {
        names.steps(&pause.during, pause.mark);
        names.who(&pause.who, pause.mark);
    }
    for way in &parts.anywhere {
        names.steps(&way.during, way.mark);
        names.who(&way.who, way.mark);
    }
    names.faults
}

impl Names<'_> {
    fn twice<'k>(&mut self, what: (&str, &str), keys: impl Iterator<Item = (&'k String, Mark)>) {
        let mut seen: Vec<&String> = Vec::new();
        for (key, mark) in keys {
            if seen.contains(&key) {
                self.faults.push(Fault::new(
                    Kind::NameTwice,
                    mark,
                    format!("{}“{key}”写了两次", what.0),
                    format!("the {} “{key}” is written twice", what.1),
                ));
            }
            seen.push(key);
        }
    }

    fn known(&mut self, what: (&str, &str), key: &str, known: bool, mark: Mark) {
        if !known {
            self.faults.push(
                Fault::new(
                    Kind::UnknownName,
                    mark,
                    format!("本程序没有{}“{key}”", what.0),
                    format!("the procedure has no {} “{key}”", what.1),
                )
                .mend(
                    "检查名称是否写错；注意它是否只属于某版规则(only)",
                    "check the spelling, and whether it belongs to some rule sets only",
                ),
            );
        }
    }

    fn odd(&mut self, mark: Mark, zh: impl Into<String>, en: impl Into<String>) {
        self.faults.push(Fault::new(Kind::Odd, mark, zh, en));
    }

    fn steps(&mut self, keys: &[String], mark: Mark) {
        for key in keys {
            let known = self.parts.step(key).is_some();
            self.known(("环节", "step"), key, known, mark);
        }
    }

    fn total(&mut self, key: &str, mark: Mark) {
        let known = self.parts.total(key).is_some();
        self.known(("总期限", "total"), key, known, mark);
    }

    fn fact(&mut self, name: &str, mark: Mark) {
        let known = self.parts.facts.iter().any(|f| f.name == name);
        self.known(("情况", "fact"), name, known, mark);
    }

    fn who(&mut self, who: &[Doer], mark: Mark) {
        if who.is_empty() {
            self.faults.push(Fault::new(
                Kind::Missing,
                mark,
                "没有写明由谁办理(who)",
                "nobody may act here (who)",
            ));
        }
        for doer in who {
            let apart = matches!(doer.role.as_str(), "system" | "applicant");
            if apart == doer.level.is_some() {
                self.odd(
                    doer.mark,
                    "工作人员要写明层级(level)；system 和 applicant 不写",
                    "an officer needs a level; system and applicant have none",
                );
            }
        }
    }

    fn step(&mut self, step: &Step) {
        let mark = step.mark;
        for keys in [&step.after, &step.otherwise, &step.other_than] {
            self.steps(keys, mark);
        }
        self.who(&step.who, mark);
        for paper in &step.papers {
            let known = self.parts.paper(paper).is_some();
            self.known(("材料", "paper"), paper, known, mark);
        }
        if step.first && (step.when.is_some() || !step.after.is_empty()) {
            self.odd(
                mark,
                "起始环节不能有前提",
                "a first step opens at once and cannot have a condition",
            );
        }
        for slot in &step.signatures {
            let nobody = matches!(&slot.by, SignBy::Officer(roles) if roles.is_empty());
            if slot.count == 0 || nobody {
                self.odd(
                    slot.mark,
                    "签字栏要写明由谁签、几人签",
                    "a signature needs people who sign",
                );
            }
        }
        if step.publicity.is_some() && self.parts.never_public {
            self.odd(
                mark,
                "本事项不得公示",
                "nothing of this matter may be published",
            );
        }
        if let Some(limit) = &step.limit {
            match &limit.from {
                LimitFrom::Opened => {}
                LimitFrom::Finished(key) => self.steps(std::slice::from_ref(key), limit.mark),
                LimitFrom::Fact(name) => self.fact(name, limit.mark),
            }
            if let Some(Timeout::Outcome(key)) = &limit.timeout {
                let known = step.outcome(key).is_some();
                self.known(("办理结果", "outcome"), key, known, limit.mark);
            }
            if limit.days == 0 {
                self.odd(limit.mark, "期限不能为零", "a limit cannot be nought");
            }
        }
        self.twice(
            ("办理结果", "outcome"),
            step.outcomes.iter().map(|o| (&o.key, o.mark)),
        );
        for outcome in &step.outcomes {
            self.outcome(step, outcome);
        }
    }

    fn outcome(&mut self, step: &Step, outcome: &Outcome) {
        let mark = outcome.mark;
        self.steps(&outcome.opens, mark);
        self.steps(&outcome.reopens, mark);
        for total in outcome.starts.iter().chain(&outcome.stops) {
            self.total(total, mark);
        }
        let sets = outcome.sets.iter().map(|(name, _)| name);
        for name in sets.chain(&outcome.asks) {
            self.fact(name, mark);
        }
        for (name, value) in &outcome.sets {
            let Some(fact) = self.parts.facts.iter().find(|f| f.name == *name) else {
                continue;
            };
            if let Err(fault) = fact.ty.read(value) {
                self.odd(
                    mark,
                    format!("“{name}”：{}", fault.zh),
                    format!("“{name}”: {}", fault.en),
                );
            }
        }
        if outcome.after != AfterPublicity::Whatever && step.publicity.is_none() {
            self.odd(
                mark,
                "本环节没有公示",
                "this step has no publicity to wait for",
            );
        }
        let goes = outcome.closes || !outcome.opens.is_empty() || !outcome.reopens.is_empty();
        if outcome.stays == goes {
            self.odd(
                mark,
                "办理结果要么留在本环节(stays)，要么写明去向(opens、reopens、closes)",
                "an outcome either stays, or opens, reopens or closes something",
            );
        }
    }
}
