use std::collections::BTreeMap;

use kernel::Month;
use kernel::codes::DisabilityKind;

use super::folk::Cast;
use crate::dice::Dice;
use crate::model::{
    CareTier, Change, DibaoClass, Event, OneOff, ParentState, Person, PersonKey, Programme, Reason,
    ReliefCause, RosterEntry, Terms,
};
use crate::people::{AccountBook, Part};
use crate::plan::{Course, FamilyPlan, Span, month};

/// Writes the roster, the events and the temporary relief of the families.
#[derive(Default)]
pub(super) struct Awards {
    roster: Vec<RosterEntry>,
    events: Vec<Event>,
    one_offs: Vec<OneOff>,
    serials: BTreeMap<u8, u32>,
}

/// An award to be written down.
struct Draft {
    holder: PersonKey,
    payee: PersonKey,
    covered: Vec<PersonKey>,
    terms: Terms,
    span: Span,
    end: Reason,
    /// The number and the first month of the person's other award on the same file.
    file: Option<(String, Month)>,
}

impl Awards {
    pub(super) fn family(
        &mut self,
        dice: &mut Dice,
        accounts: &mut AccountBook,
        persons: &[Person],
        cast: &Cast,
        plan: &FamilyPlan,
    ) {
        self.dibao(dice, accounts, cast, plan);
        for (nth, draft) in cast.drafts.iter().enumerate() {
            let key = cast.keys[nth];
            match draft.part {
                Part::Tekun(of) => {
                    self.tekun(dice, accounts, &persons[key.0 as usize], cast, plan, of)
                }
                Part::Orphan => {
                    let payee = accounts.open(dice, cast.keys[0]);
                    self.open(
                        dice,
                        cast,
                        one(key, payee, Terms::Orphan, Span::ALWAYS, Reason::CameOfAge),
                    );
                }
                Part::Unsupported(of) => {
                    let payee = accounts.open(dice, cast.keys[0]);
                    let terms = parents(dice);
                    let span = plan.unsupported[of].span;
                    self.open(dice, cast, one(key, payee, terms, span, Reason::CameOfAge));
                }
                _ => {}
            }
            if let Some(of) = draft.disabled {
                self.allowances(dice, accounts, &persons[key.0 as usize], cast, plan, of);
            }
        }
        self.relief(dice, accounts, cast, plan);
    }

    fn dibao(
        &mut self,
        dice: &mut Dice,
        accounts: &mut AccountBook,
        cast: &Cast,
        plan: &FamilyPlan,
    ) {
        let Some(dibao) = &plan.dibao else { return };
        let terms = |class: DibaoClass| Terms::Dibao {
            class,
            single: dibao.single,
        };
        let mut covered: Vec<usize> = cast.covered.clone();
        let dying = cast
            .drafts
            .iter()
            .position(|draft| draft.part == Part::Dying);
        covered.extend(dying);
        covered.sort_unstable();
        let first = match dibao.course {
            Course::ClassFrom { before, .. } => before,
            _ => dibao.class,
        };
        // Household money goes to the head's card, a single person's to that person's own.
        let own = dibao.single && cast.drafts[covered[0]].age() >= 18;
        let holder = if own {
            cast.keys[covered[0]]
        } else {
            cast.keys[0]
        };
        let payee = accounts.open(dice, holder);
        let covered = covered.into_iter().map(|at| cast.keys[at]).collect();
        let draft = Draft {
            holder,
            payee,
            covered,
            terms: terms(first),
            span: dibao.span,
            end: dibao.end,
            file: None,
        };
        let (number, _) = self.open(dice, cast, draft);
        let mut event = |at: u8, change, reason| {
            let (programme, household) = (Programme::Dibao, cast.household);
            self.events.push(Event {
                month: month(at),
                programme,
                number: number.clone(),
                household,
                change,
                reason,
            });
        };
        match dibao.course {
            Course::Steady => {}
            Course::ClassFrom { before, at } => {
                let reason = if dibao.class < before {
                    Reason::Worse
                } else {
                    Reason::Better
                };
                event(
                    at,
                    Change::Terms {
                        before: terms(before),
                        after: terms(dibao.class),
                    },
                    reason,
                );
            }
            Course::LosesMember { last } => {
                if let Some(at) = dying {
                    event(last + 1, Change::MemberLeft(cast.keys[at]), Reason::Death);
                }
            }
            Course::Grace { start, last } => {
                event(start, Change::Grace { last: month(last) }, Reason::Grace)
            }
        }
    }

    fn tekun(
        &mut self,
        dice: &mut Dice,
        accounts: &mut AccountBook,
        person: &Person,
        cast: &Cast,
        plan: &FamilyPlan,
        of: usize,
    ) {
        let course = &plan.tekun[of];
        let mut terms = |tier: CareTier| Terms::Tekun {
            tier,
            mode: course.mode,
            abilities: abilities(dice, tier),
        };
        let after = terms(course.tier);
        let before = course.before.map(|(tier, at)| (terms(tier), at));
        let first = before.as_ref().map_or(&after, |(terms, _)| terms).clone();
        let end = if person.died_on.is_some() {
            Reason::Death
        } else {
            Reason::SupporterFound
        };
        let payee = accounts.open(dice, person.key);
        let (number, _) = self.open(dice, cast, one(person.key, payee, first, course.span, end));
        if let (Some((before, at)), Some((was, _))) = (before, course.before) {
            let reason = if course.tier < was {
                Reason::AbilityLower
            } else {
                Reason::AbilityHigher
            };
            self.events.push(Event {
                month: month(at),
                programme: Programme::Tekun,
                number,
                household: cast.household,
                change: Change::Terms { before, after },
                reason,
            });
        }
    }

    fn allowances(
        &mut self,
        dice: &mut Dice,
        accounts: &mut AccountBook,
        person: &Person,
        cast: &Cast,
        plan: &FamilyPlan,
        of: usize,
    ) {
        let member = &plan.disabled[of];
        // Children and persons who cannot act for themselves are paid through the head.
        let unable = person.disability.is_some_and(|disability| {
            matches!(
                disability.kind,
                DisabilityKind::Intellectual | DisabilityKind::Mental
            )
        });
        let own = cast
            .drafts
            .iter()
            .zip(&cast.keys)
            .any(|(draft, key)| *key == person.key && draft.age() >= 18);
        let payee = if own && !unable {
            person.key
        } else {
            cast.keys[0]
        };
        let mut file = None;
        for (terms, span) in [
            (Terms::DisabilityLiving, member.living),
            (Terms::DisabilityCare, member.care),
        ] {
            let Some(span) = span else { continue };
            let end = match (member.dies, &terms) {
                (true, _) => Reason::Death,
                (false, Terms::DisabilityLiving) => Reason::DibaoEnded,
                (false, _) => Reason::CardExpired,
            };
            let payee = accounts.open(dice, payee);
            let draft = one(person.key, payee, terms, span, end);
            let opened = self.open(
                dice,
                cast,
                Draft {
                    file: file.take(),
                    ..draft
                },
            );
            file = Some(opened);
        }
    }

    fn relief(
        &mut self,
        dice: &mut Dice,
        accounts: &mut AccountBook,
        cast: &Cast,
        plan: &FamilyPlan,
    ) {
        let Some(relief) = &plan.relief else { return };
        // The student, or whoever it is about, comes first; the persons keep the order of the
        // household.
        let about = match relief.cause {
            ReliefCause::Student => cast
                .drafts
                .iter()
                .position(|draft| draft.part == Part::Student)
                .unwrap_or(0),
            _ => dice.below(cast.keys.len()),
        };
        let others =
            (0..cast.keys.len()).filter(|at| *at != about && cast.drafts[*at].part != Part::Dying);
        let mut helped: Vec<usize> = std::iter::once(about)
            .chain(others)
            .take(relief.persons)
            .collect();
        helped.sort_unstable();
        self.one_offs.push(OneOff {
            number: String::new(),
            month: month(relief.month),
            household: cast.household,
            persons: helped.into_iter().map(|at| cast.keys[at]).collect(),
            payee: accounts.open(dice, cast.keys[0]),
            amount: relief.amount,
            cause: relief.cause,
            urgent: relief.urgent,
        });
    }

    /// Writes an award down: into the opening roster or as a start, and its end as a stop.
    ///
    /// Returns its number and first month.
    fn open(&mut self, dice: &mut Dice, cast: &Cast, draft: Draft) -> (String, Month) {
        let programme = draft.terms.programme();
        let number = match &draft.file {
            Some((number, _)) => number.clone(),
            None => {
                let serial = self.serials.entry(programme.digits()).or_default();
                *serial += 1;
                format!("620521{}{serial:06}", programme.digits())
            }
        };
        let from = match (draft.span.from, &draft.file) {
            (Some(at), _) => month(at),
            (None, Some((_, from))) if *from <= month(0) => *from,
            (None, _) => earlier(dice, cast, &draft),
        };
        let entry = RosterEntry {
            number: number.clone(),
            household: cast.household,
            holder: draft.holder,
            payee: draft.payee,
            covered: draft.covered,
            terms: draft.terms,
            from,
        };
        let mut event = |at: u8, change, reason| {
            let (number, household) = (number.clone(), cast.household);
            self.events.push(Event {
                month: month(at),
                programme,
                number,
                household,
                change,
                reason,
            });
        };
        if let Some(last) = draft.span.last {
            event(last + 1, Change::Stop, draft.end);
        }
        match draft.span.from {
            Some(at) => event(at, Change::Start(entry), Reason::Eligible),
            None => self.roster.push(entry),
        }
        (number, from)
    }

    /// The records in their orders, the temporary relief numbered by month.
    pub(super) fn into_records(mut self) -> (Vec<RosterEntry>, Vec<Event>, Vec<OneOff>) {
        self.roster
            .sort_by(|a, b| (a.programme(), &a.number).cmp(&(b.programme(), &b.number)));
        self.events.sort_by(|a, b| {
            (a.month, a.programme, &a.number).cmp(&(b.month, b.programme, &b.number))
        });
        self.one_offs
            .sort_by_key(|one_off| (one_off.month, one_off.household));
        for (nth, one_off) in self.one_offs.iter_mut().enumerate() {
            one_off.number = format!("62052151{:06}", nth + 1);
        }
        (self.roster, self.events, self.one_offs)
    }
}

/// An award of one person.
fn one(person: PersonKey, payee: PersonKey, terms: Terms, span: Span, end: Reason) -> Draft {
    Draft {
        holder: person,
        payee,
        covered: vec![person],
        terms,
        span,
        end,
        file: None,
    }
}

/// The first month of an award of the opening roster: within six years, after birth.
fn earlier(dice: &mut Dice, cast: &Cast, draft: &Draft) -> Month {
    let from = month(0).plus(-(dice.between(1, 72) as i32));
    let of_holder = cast
        .keys
        .iter()
        .position(|key| *key == draft.holder)
        .map(|at| Month::of(cast.drafts[at].birth));
    from.max(of_holder.unwrap_or(from).next()).min(month(0))
}

/// Six indicators that make the tier: none failed, one to three, four and more.
fn abilities(dice: &mut Dice, tier: CareTier) -> [bool; 6] {
    let failed = match tier {
        CareTier::FullAbility => 0,
        CareTier::HalfAbility => dice.between(1, 3),
        CareTier::NoAbility => dice.between(4, 6),
    } as usize;
    // What is lost first: bathing, walking, the toilet, then bed, clothes and eating.
    let mut abilities = [true; 6];
    for at in [5, 4, 3, 2, 1, 0].into_iter().take(failed) {
        abilities[at] = false;
    }
    abilities
}

/// Both parents in a condition of the law; never both merely dead, which makes an orphan.
fn parents(dice: &mut Dice) -> Terms {
    use ParentState::{Dead, Detox, Disabled, Ill, Imprisoned, Missing};
    let father = dice.weighted(&[
        (Dead, 40),
        (Disabled, 18),
        (Imprisoned, 16),
        (Missing, 14),
        (Ill, 9),
        (Detox, 3),
    ]);
    let mother = dice.weighted(&[(Missing, 74), (Disabled, 12), (Ill, 8), (Imprisoned, 6)]);
    Terms::UnsupportedChild { father, mother }
}
