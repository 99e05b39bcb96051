//! Whole cases through the procedures of the packs: an old couple's dibao, a burnt-out family's
//! relief, the same under older rules and other places.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate, Utc};
use flow::{
    Act, Actor, Capacity, Case, Desk, Facts, Grant, Lamp, Opening, PaperState, Party, Place,
    Procedure, RefusalKind as Kind, Request, State,
};
use kernel::DivisionCode;
use pack::{Pack, Tongue, fault};
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::{Arc, LazyLock};

static PACKS: LazyLock<Pack> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap_or_else(|f| panic!("{}", fault::render(&f, Tongue::En)))
});

struct Office {
    procedure: Arc<Procedure>,
    village: DivisionCode,
    case: Case,
    facts: Facts,
    now: DateTime<Utc>,
}

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

fn on(day: &str) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap();
    day.and_hms_opt(1, 0, 0).unwrap().and_utc()
}

impl Office {
    /// What the register says of a family that was not aided this year.
    fn nothing_given_this_year(&mut self) {
        self.facts.insert("本年临时救助次数".into(), json!(0));
        self.facts.insert("本年临时救助金额".into(), json!("0.00"));
    }

    /// What the service looks up of the verification: asked for, or answered.
    fn looked_up(&mut self, fact: &str) {
        self.facts.insert(fact.into(), json!(true));
    }

    /// A couple's case at a village of Qingshui, or of a county given by its village.
    fn open(key: &str, village: &str, day: &str) -> Office {
        let village = code(village);
        let now = on(day);
        let procedure = PACKS.procedure(key, &village, now.date_naive()).unwrap();
        let party = |person: &str, capacity| Party {
            person: person.into(),
            capacity,
        };
        let opening = Opening {
            procedure: key.into(),
            rules: procedure.rules.clone(),
            division: village,
            other: None,
            parties: vec![
                party("husband", Capacity::Applicant),
                party("wife", Capacity::Member),
            ],
        };
        let mut office = Office {
            procedure,
            village,
            case: Case {
                opening: opening.clone(),
                events: vec![],
            },
            facts: Facts::new(),
            now,
        };
        office.case = office
            .desk()
            .open(opening, &office.officer("clerk"), &Facts::new(), now)
            .unwrap();
        office
    }

    fn desk(&self) -> Desk<'_> {
        Desk {
            procedure: &self.procedure,
            calendar: kernel::WorkingDays::embedded(),
            delegations: &[],
        }
    }

    fn officer(&self, name: &str) -> Actor {
        let (role, digits) = match name {
            "county" | "county2" => ("county_reviewer", 6),
            "checker" | "checker2" => ("county_clerk", 6),
            "reviewer" | "reviewer2" => ("township_reviewer", 9),
            "village" => ("village_worker", 12),
            _ => ("township_clerk", 9),
        };
        if name == "system" {
            return Actor::System;
        }
        Actor::Officer {
            user: name.into(),
            grants: vec![Grant {
                role: role.into(),
                division: code(&self.village.as_str()[..digits]),
                from: NaiveDate::MIN,
                to: None,
            }],
        }
    }

    fn on(&mut self, day: &str) -> &mut Office {
        self.now = on(day);
        self
    }

    fn act(&mut self, who: &str, act: Act) -> Result<(), Kind> {
        let request = Request::from(act);
        let events = self
            .desk()
            .act(
                &self.case,
                &request,
                &self.officer(who),
                &self.facts,
                self.now,
            )
            .map_err(|refusal| refusal.kind)?;
        self.case.events.extend(events);
        Ok(())
    }

    fn take(&mut self, who: &str, step: &str, outcome: &str, facts: Json) -> Result<(), Kind> {
        let facts = facts.as_object().cloned().unwrap_or_default();
        let (step, outcome) = (step.to_owned(), outcome.to_owned());
        self.act(
            who,
            Act::Finish {
                step,
                outcome,
                reason: Some("理由".into()),
                facts,
            },
        )
    }

    fn file(&mut self, who: &str, step: &str, form: &str, subject: Option<&str>) {
        let subject = subject.map(str::to_owned);
        let (step, form) = (step.to_owned(), form.to_owned());
        self.act(
            who,
            Act::File {
                step,
                form,
                subject,
                digest: "0a1b".into(),
            },
        )
        .unwrap();
    }

    fn paper(&mut self, paper: &str, subject: Option<&str>, state: PaperState) -> Result<(), Kind> {
        let subject = subject.map(str::to_owned);
        self.act(
            "clerk",
            Act::Paper {
                paper: paper.into(),
                subject,
                state,
                reason: Some("无此项".into()),
            },
        )
    }

    fn sign(&mut self, who: &str, step: &str, slot: &str, party: Option<&str>) -> Result<(), Kind> {
        let party = party.map(str::to_owned);
        self.act(
            who,
            Act::Sign {
                step: step.into(),
                slot: slot.into(),
                party,
            },
        )
    }

    fn post(&mut self, step: &str, day: &str) {
        let on = day.parse().unwrap();
        self.act(
            "village",
            Act::Post {
                step: step.into(),
                place: "village".into(),
                on,
                proof: Some("photo".into()),
            },
        )
        .unwrap();
    }

    fn state(&self) -> State {
        State::of(&self.case)
    }

    /// The counter: forms, authorisations, papers, acceptance.
    fn accept(&mut self) {
        self.file("clerk", "apply", "dibao_application", None);
        for person in ["husband", "wife"] {
            self.file("clerk", "apply", "authorisation", Some(person));
            self.paper("identity", Some(person), PaperState::Given)
                .unwrap();
        }
        self.paper("income_proof", None, PaperState::Given).unwrap();
        self.paper("disability_or_illness", None, PaperState::Waived)
            .unwrap();
        self.take("clerk", "apply", "accept", json!({"近亲属备案": false}))
            .unwrap();
    }

    fn survey(&mut self) {
        self.file("clerk", "survey", "home_survey", None);
        self.sign("clerk", "survey", "investigators", None).unwrap();
        self.sign("village", "survey", "investigators", None)
            .unwrap();
        self.sign("clerk", "survey", "family", Some("wife"))
            .unwrap();
        self.take("clerk", "survey", "done", json!({})).unwrap();
    }
}

const PROPOSED: &str = r#"{"拟保障人数": "2", "拟确认月金额": "878.00"}"#;

fn proposed() -> Json {
    serde_json::from_str(PROPOSED).unwrap()
}

#[test]
fn an_old_couple_from_the_counter_to_the_roll() {
    let mut office = Office::open("dibao", "620521100201", "2026-07-06");
    assert_eq!(office.procedure.rules, "RS2026");
    assert_eq!(
        office.take("clerk", "apply", "accept", json!({"近亲属备案": false})),
        Err(Kind::FormsMissing)
    );
    office.take("clerk", "apply", "missing", json!({})).unwrap();
    assert_eq!(
        office.take("clerk", "apply", "missing", json!({})),
        Err(Kind::Once)
    );
    // The page says what is missing, for whom, and what may be done.
    let open = office.desk().open_steps(
        &office.case,
        &office.officer("clerk"),
        &office.facts,
        office.now,
    );
    assert_eq!((open.len(), open[0].refusal.as_ref()), (1, None));
    let forms: Vec<(&str, Option<&str>)> = open[0]
        .forms
        .iter()
        .map(|l| (l.key.as_str(), l.subject.as_deref()))
        .collect();
    assert_eq!(
        forms,
        [
            ("dibao_application", None),
            ("authorisation", Some("husband")),
            ("authorisation", Some("wife"))
        ]
    );
    assert_eq!(open[0].papers.len(), 4);
    let offered: Vec<(&str, Option<Kind>)> = open[0]
        .offers
        .iter()
        .map(|o| (o.outcome.as_str(), o.refusal.as_ref().map(|r| r.kind)))
        .collect();
    assert_eq!(
        offered,
        [
            ("missing", Some(Kind::Once)),
            ("accept", Some(Kind::FormsMissing)),
            ("not_here", None)
        ]
    );
    let other = office.desk().open_steps(
        &office.case,
        &office.officer("reviewer"),
        &office.facts,
        office.now,
    );
    assert_eq!(
        other[0].refusal.as_ref().map(|r| r.kind),
        Some(Kind::WrongRole)
    );
    // Until acceptance no clock runs.
    assert!(
        office
            .desk()
            .clock(&office.case, office.now)
            .deadlines
            .is_empty()
    );
    office.on("2026-07-08").accept();
    let clock = office.desk().clock(&office.case, office.now);
    assert_eq!((clock.deadlines[0].days, clock.lamp), (30, Lamp::Green));
    assert_eq!(
        clock.deadlines.len(),
        3,
        "the total, the start of verification and of the survey"
    );
    // The county starts verifying within three working days.
    assert_eq!(
        office.desk().clock(&office.case, on("2026-07-14")).lamp,
        Lamp::Red
    );
    // Nobody says that the verification was asked for: the request itself does.
    office.on("2026-07-09");
    assert_eq!(
        office.take("checker", "verification_start", "started", json!({})),
        Err(Kind::NotMet)
    );
    office.looked_up("核对已提请");
    office
        .take("checker", "verification_start", "started", json!({}))
        .unwrap();
    office
        .take("reviewer", "assign", "assigned", json!({}))
        .unwrap();
    office
        .on("2026-07-13")
        .file("clerk", "survey", "home_survey", None);
    office
        .sign("clerk", "survey", "investigators", None)
        .unwrap();
    assert_eq!(
        office.sign("clerk", "survey", "investigators", None),
        Err(Kind::Signed)
    );
    assert_eq!(
        office.take("clerk", "survey", "done", json!({})),
        Err(Kind::SignaturesMissing)
    );
    // What is changed after it was signed has to be signed again.
    office.survey();
    assert_eq!(office.state().steps["survey"].signatures.len(), 3);
    office.facts.insert("测算结论".into(), json!("符合"));
    office
        .on("2026-07-14")
        .file("reviewer", "review", "review_opinion", None);
    assert_eq!(
        office.take("reviewer", "review", "propose_grant", proposed()),
        Err(Kind::NotMet)
    );
    office.looked_up("核对报告已出具");
    office
        .take("checker", "verification", "report", json!({}))
        .unwrap();
    assert_eq!(
        office.take("clerk", "review", "propose_grant", proposed()),
        Err(Kind::WrongRole)
    );
    office
        .take("reviewer", "review", "propose_grant", proposed())
        .unwrap();
    office.on("2026-07-15").post("publicity", "2026-07-15");
    assert_eq!(
        office
            .on("2026-07-22")
            .take("clerk", "publicity", "quiet", json!({})),
        Err(Kind::PublicityRunning)
    );
    office.on("2026-07-23");
    let due = office.desk().due(&office.case, &office.facts, office.now);
    assert_eq!(due.len(), 1);
    office.act("system", due[0].clone()).unwrap();
    // No relative, no complaint, not drawn: the county need not visit.
    let road = office.desk().road(&office.case);
    let place = |step: &str| road.iter().find(|s| s.step == step).unwrap().place;
    assert_eq!(
        (place("county_visit"), place("county_review")),
        (Place::Passed, Place::Current)
    );
    assert_eq!(
        (place("survey"), place("award"), place("objection")),
        (Place::Done, Place::Ahead, Place::Left)
    );
    let confirmed = json!({"确认人数": "2", "确认月金额": "878.00"});
    office.on("2026-07-28");
    // A county's reviewer who fills in the form may confirm; the township may not without delegation.
    office.file("county", "county_review", "confirmation", None);
    assert_eq!(
        office.take("reviewer2", "county_review", "grant", confirmed.clone()),
        Err(Kind::NotDelegated)
    );
    office
        .take("county", "county_review", "grant", confirmed)
        .unwrap();
    assert_eq!(office.state().result.as_deref(), Some("granted"));
    office
        .take("village", "publication", "published", json!({}))
        .unwrap();
    office
        .take(
            "checker",
            "award",
            "started",
            json!({"生效月份首日": "2026-08-01"}),
        )
        .unwrap();
    office.take("clerk", "archive", "filed", json!({})).unwrap();
    let state = office.state();
    assert_eq!(state.closed.as_deref(), Some("granted"));
    assert_eq!(state.facts["确认月金额"], json!("878.00"));
    assert_eq!(
        state.documents,
        [
            "missing_papers_notice",
            "receipt",
            "review_confirmation",
            "publicity_list",
            "review_confirmation",
            "grant_notice",
            "publication_list"
        ]
    );
    for document in &state.documents {
        assert!(
            PACKS.template(document, &office.village).is_some(),
            "{document}"
        );
    }
    let clock = office.desk().clock(&office.case, on("2026-10-01"));
    assert_eq!(
        (clock.lamp, clock.deadlines[0].met),
        (Lamp::Green, Some("2026-07-28".parse().unwrap()))
    );
}

#[test]
fn an_objection_that_is_founded_goes_back_to_the_review() {
    let mut office = Office::open("dibao", "620521100201", "2022-11-01");
    assert_eq!(office.procedure.rules, "RS2022");
    office.accept();
    office.looked_up("核对已提请");
    office
        .take("checker", "verification_start", "started", json!({}))
        .unwrap();
    office.looked_up("核对报告已出具");
    office
        .take("checker", "verification", "report", json!({}))
        .unwrap();
    office
        .take("reviewer", "assign", "assigned", json!({}))
        .unwrap();
    office.survey();
    office.facts.insert("测算结论".into(), json!("不符合"));
    office.file("reviewer", "review", "review_opinion", None);
    assert_eq!(
        office.take("reviewer", "review", "propose_grant", proposed()),
        Err(Kind::NotMet)
    );
    office
        .take("reviewer", "review", "propose_grant_against", proposed())
        .unwrap();
    office.on("2022-11-02").post("publicity", "2022-11-02");
    let extend = || Act::Extend {
        reason: "objection".into(),
    };
    assert_eq!(office.act("reviewer", extend()), Err(Kind::NotMet));
    office
        .on("2022-11-05")
        .act(
            "clerk",
            Act::Object {
                step: "publicity".into(),
                on: "2022-11-04".parse().unwrap(),
            },
        )
        .unwrap();
    assert_eq!(
        office.take("system", "publicity", "quiet", json!({})),
        Err(Kind::Objected)
    );
    office
        .take("clerk", "publicity", "objected", json!({}))
        .unwrap();
    office.act("reviewer", extend()).unwrap();
    assert_eq!(
        office.desk().clock(&office.case, office.now).deadlines[0].days,
        45
    );
    office.file("reviewer", "objection", "objection_record", None);
    office
        .take("reviewer", "objection", "founded", json!({}))
        .unwrap();
    let state = office.state();
    assert_eq!(
        (state.status("review"), state.steps["review"].round),
        (flow::Status::Open, 2)
    );
    // What was filed and hung before counts no more.
    assert_eq!(state.status("publicity"), flow::Status::Ahead);
    assert!(state.steps["review"].filed.is_empty() && state.steps["publicity"].posting.is_none());
    office.file("reviewer", "review", "review_opinion", None);
    office
        .take("reviewer", "review", "propose_refuse", json!({}))
        .unwrap();
    office.file("county", "county_review", "confirmation", None);
    assert_eq!(
        office.take("county", "county_review", "near_dibao", json!({})),
        Err(Kind::NotMet)
    );
    office.facts.insert("边缘测算结论".into(), json!("符合"));
    office
        .take("county", "county_review", "near_dibao", json!({}))
        .unwrap();
    office
        .take("clerk", "refusal_notice", "served", json!({}))
        .unwrap();
    assert_eq!(office.state().closed.as_deref(), Some("near_dibao"));
}

#[test]
fn who_verifies_before_the_review_hangs_on_place_and_day() {
    let reviewed = |village: &str, day: &str| {
        let mut office = Office::open("dibao", village, day);
        assert_eq!(office.procedure.rules, "RS2012");
        office.accept();
        office.survey();
        office.file("clerk", "appraisal", "appraisal_record", None);
        office
            .take("clerk", "appraisal", "done", json!({}))
            .unwrap();
        office.facts.insert("测算结论".into(), json!("符合"));
        office.file("reviewer", "review", "review_opinion", None);
        office.take("reviewer", "review", "propose_grant", proposed())
    };
    assert_eq!(reviewed("420222100201", "2016-12-01"), Ok(()));
    assert_eq!(reviewed("420222100201", "2017-03-01"), Err(Kind::NotMet));
    assert_eq!(reviewed("620521100201", "2019-03-01"), Ok(()));
}

#[test]
fn a_burnt_out_family_is_aided_first_and_its_papers_follow() {
    let mut office = Office::open("temporary_relief_emergency", "620521100201", "2026-07-18");
    office.nothing_given_this_year();
    let urgent = |amount: &str| json!({"情况急迫": true, "拟救助金额": amount});
    office.facts.insert("同一事由已救助".into(), json!(true));
    assert_eq!(
        office.take("clerk", "report", "urgent", urgent("3000.00")),
        Err(Kind::NotMet)
    );
    office.facts.insert("同一事由已救助".into(), json!(false));
    office
        .take("clerk", "report", "urgent", urgent("3000.00"))
        .unwrap();
    // Above the township's limit the township has no authority.
    office
        .facts
        .insert("近期同一事由救助金额".into(), json!("0.00"));
    assert_eq!(
        office.take("reviewer", "aid", "paid", json!({"拟救助金额": "3000.00"})),
        Err(Kind::NotMet)
    );
    office
        .take("county", "aid", "paid", json!({"拟救助金额": "3000.00"}))
        .unwrap();
    assert_eq!(office.state().result.as_deref(), Some("granted"));
    // Saturday 18 July: the ten working days end on Friday 31 July.
    assert_eq!(
        office.desk().clock(&office.case, on("2026-07-31")).lamp,
        Lamp::Red
    );
    office.on("2026-07-22");
    office
        .paper("identity", None, PaperState::Promised)
        .unwrap();
    office
        .paper("event_proof", None, PaperState::Given)
        .unwrap();
    for form in ["relief_application", "relief_register"] {
        office.file("clerk", "supplement", form, None);
    }
    office
        .sign("clerk", "supplement", "officers", None)
        .unwrap();
    office
        .sign("reviewer", "supplement", "officers", None)
        .unwrap();
    office
        .sign("clerk", "supplement", "family", Some("husband"))
        .unwrap();
    office
        .take("clerk", "supplement", "done", json!({}))
        .unwrap();
    assert_eq!(
        office.take("clerk", "archive", "filed", json!({})),
        Err(Kind::PapersMissing)
    );
    office.paper("identity", None, PaperState::Given).unwrap();
    office.take("clerk", "archive", "filed", json!({})).unwrap();
    assert_eq!(office.state().closed.as_deref(), Some("granted"));
}

#[test]
fn an_award_is_not_stopped_unheard_since_the_law() {
    let ground = json!({"调整事由": "收入增加"});
    let mut before = Office::open_as("dibao_stop", "2026-06-29");
    before.file("reviewer", "propose", "review_opinion", None);
    before
        .take("reviewer", "propose", "propose", ground.clone())
        .unwrap();
    assert_eq!(before.state().status("county_review"), flow::Status::Open);
    let mut since = Office::open_as("dibao_stop", "2026-07-01");
    since.file("reviewer", "propose", "review_opinion", None);
    since
        .take("reviewer", "propose", "propose", ground)
        .unwrap();
    assert_eq!(since.state().status("county_review"), flow::Status::Ahead);
    since.file("clerk", "hearing", "hearing_record", None);
    since.sign("clerk", "hearing", "officers", None).unwrap();
    let heard = json!({"听取意见方式": "当面听取"});
    assert_eq!(
        since.take("clerk", "hearing", "heard", heard.clone()),
        Err(Kind::SignaturesMissing)
    );
    since
        .sign("reviewer2", "hearing", "officers", None)
        .unwrap();
    since.take("clerk", "hearing", "heard", heard).unwrap();
    since.file("county", "county_review", "confirmation", None);
    since
        .take(
            "county",
            "county_review",
            "confirm",
            json!({"生效月份首日": "2026-08-01"}),
        )
        .unwrap();
    since.take("clerk", "notice", "served", json!({})).unwrap();
    since
        .take("village", "publication", "published", json!({}))
        .unwrap();
    assert_eq!(since.state().closed.as_deref(), Some("stopped"));
    assert_eq!(
        since.state().documents,
        ["hearing_notice", "hearing_record", "stop_notice"]
    );
}

impl Office {
    /// A case that the township's reviewer opens.
    fn open_as(key: &str, day: &str) -> Office {
        let village = code("620521100201");
        let procedure = PACKS
            .procedure(key, &village, on(day).date_naive())
            .unwrap();
        let mut office = Office {
            case: Case {
                opening: Opening {
                    procedure: key.into(),
                    rules: procedure.rules.clone(),
                    division: village,
                    other: None,
                    parties: vec![Party {
                        person: "husband".into(),
                        capacity: Capacity::Applicant,
                    }],
                },
                events: vec![],
            },
            procedure,
            village,
            facts: Facts::new(),
            now: on(day),
        };
        let opening = office.case.opening.clone();
        office.case = office
            .desk()
            .open(
                opening,
                &office.officer("reviewer"),
                &Facts::new(),
                office.now,
            )
            .unwrap();
        office
    }
}
