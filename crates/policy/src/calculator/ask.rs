//! `GET /calculator`: what is asked.

use chrono::NaiveDate;
use formula::{Entity, Type};
use kernel::DivisionCode;
use pack::Pack;
use pack::model::{Question, When};
use platform::{Ctx, Json, Problem, Query, Result, Visitor};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::CALCULATOR_ASK;
use crate::facade::{InForce, release_on};
use crate::packs::packs;
use crate::place::PolicyPlace;
use crate::problems;

/// For which place.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// Division code of 6, 9 or 12 digits; the first place that runs programmes where left out.
    place: Option<String>,
}

/// Words in both languages.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorWords {
    pub zh: String,
    pub en: String,
}

/// An answer that may be chosen.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorOption {
    /// What is sent.
    value: String,
    zh: String,
    en: String,
}

/// What an earlier answer about the same subject must be.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorWhen {
    fact: String,
    /// One of these, where any are named.
    is: Vec<String>,
    /// At least this number.
    min: Option<i64>,
    /// At most this number.
    max: Option<i64>,
}

/// A question.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CalculatorQuestion {
    /// The fact that the answer states: the key of the answer.
    fact: String,
    /// household or person.
    of: String,
    zh: String,
    en: String,
    help: Option<CalculatorWords>,
    /// choice or number.
    answer: String,
    /// Unit of a number.
    unit: String,
    options: Vec<CalculatorOption>,
    /// All of these must hold, or it is not asked.
    when: Vec<CalculatorWhen>,
}

/// The calculator of a place.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Calculator {
    place: PolicyPlace,
    /// The places whose rules it knows.
    places: Vec<PolicyPlace>,
    /// The day whose rules and standards it uses.
    on: NaiveDate,
    /// At most so many members.
    members_max: usize,
    questions: Vec<CalculatorQuestion>,
}

/// What the policy calculator asks. Nobody signs in.
#[utoipa::path(
    get, path = "/calculator", operation_id = CALCULATOR_ASK.id, tag = "policy",
    params(Asked), responses((status = 200, body = Calculator))
)]
pub(crate) async fn handle(
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<Calculator>> {
    let open = Open::of(&visitor, asked.place.as_deref()).await?;
    let pack = &open.release.pack;
    let questions = pack.questions(&open.division).into_iter();
    Ok(Json(Calculator {
        place: open.place.clone(),
        places: crate::place::running(pack, open.on),
        on: open.on,
        members_max: super::work_out::MOST_MEMBERS,
        questions: questions.map(|q| shown(pack, q)).collect(),
    }))
}

/// The release and the place that a visitor asks about.
pub(crate) struct Open {
    pub release: InForce,
    pub division: DivisionCode,
    pub place: PolicyPlace,
    pub on: NaiveDate,
}

impl Open {
    /// Reads no person: visitors see policy only.
    pub async fn of(visitor: &Visitor, place: Option<&str>) -> Result<Self> {
        let floor = &visitor.floor;
        if !packs(floor)?.gate().passes(floor.now()) {
            return Err(Problem::new(&problems::BUSY));
        }
        let on = floor.today();
        let reader = Ctx::system(floor, Uuid::nil(), "calculator")
            .query(&CALCULATOR_ASK)
            .await?;
        let release = release_on(floor, reader.conn(), on)
            .await?
            .ok_or_else(|| Problem::new(&problems::NONE))?;
        reader.finish().await?;
        let code = match place.map(str::trim).filter(|c| !c.is_empty()) {
            Some(code) => code.to_owned(),
            None => crate::place::running(&release.pack, on)
                .into_iter()
                .next()
                .map(|place| place.code)
                .ok_or_else(|| Problem::new(&problems::PLACE))?,
        };
        let division = crate::place::parse(&code)?;
        let place = crate::place::named(&release.pack, &division)?;
        Ok(Self {
            release,
            division,
            place,
            on,
        })
    }
}

fn shown(pack: &Pack, question: &Question) -> CalculatorQuestion {
    let mut facts = pack.facts().iter();
    let fact = facts.find(|f| f.name == question.fact && f.entity == question.entity);
    let unit = fact.and_then(|f| match &f.ty {
        Type::Number(_) => f.ty.unit().map(|unit| unit.to_string()),
        _ => None,
    });
    let choice = !question.options.is_empty();
    CalculatorQuestion {
        fact: question.fact.clone(),
        of: match question.entity {
            Entity::Person => "person",
            _ => "household",
        }
        .to_owned(),
        zh: question.label.zh.clone(),
        en: question.label.en.clone(),
        help: question.help.as_ref().map(|help| CalculatorWords {
            zh: help.zh.clone(),
            en: help.en.clone(),
        }),
        answer: if choice { "choice" } else { "number" }.to_owned(),
        unit: unit.unwrap_or_default(),
        options: question
            .options
            .iter()
            .map(|(value, words)| CalculatorOption {
                value: value.clone(),
                zh: words.zh.clone(),
                en: words.en.clone(),
            })
            .collect(),
        when: question.when.iter().map(when).collect(),
    }
}

fn when(when: &When) -> CalculatorWhen {
    CalculatorWhen {
        fact: when.fact.clone(),
        is: when.is.clone(),
        min: when.min,
        max: when.max,
    }
}
