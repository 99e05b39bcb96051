//! Loading areas from data: the first set-up, and later recoding.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::{Bilingual as _, DivisionCode, DivisionLevel};
use platform::{Change, Ctx, Problem, Result};
use sea_orm::{ActiveModelTrait as _, Set};

use crate::{authz::DIVISION_LOAD, entity::division, problems::DIVISIONS, repo};

/// An area to be known from a day on.
#[derive(Clone, Debug)]
pub struct NewDivision {
    /// 6, 9 or 12 digits.
    pub code: String,
    /// Its own name.
    pub name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The code that it goes on from, when it follows another.
    pub replaces: Option<String>,
}

/// Adds areas that are not known yet. An area that is known with the same name is left alone, so
/// that loading the same file twice changes nothing; `replaces` ends the old code the day before.
/// Answers how many were added.
///
/// # Errors
/// All faults at once: codes that cannot be read, parents that nobody knows, other names.
pub async fn load(ctx: &Ctx, given: &[NewDivision]) -> Result<usize> {
    let mut tx = ctx.begin(&DIVISION_LOAD, None).await?;
    let mut problem = Problem::new(&DIVISIONS);
    let mut read: BTreeMap<String, (DivisionCode, usize)> = BTreeMap::new();
    for (at, row) in given.iter().enumerate() {
        match DivisionCode::parse(&row.code) {
            Ok(code) => {
                if read.insert(code.as_str().to_owned(), (code, at)).is_some() {
                    problem = problem.row(
                        at as u64 + 1,
                        "code",
                        format!("代码{}出现两次", code.as_str()),
                        format!("The code {} appears twice.", code.as_str()),
                    );
                }
            }
            Err(fault) => problem = problem.row(at as u64 + 1, "code", fault.zh(), fault.en()),
        }
    }
    let mut names: BTreeMap<String, String> = repo::all_divisions(tx.conn())
        .await?
        .into_iter()
        .map(|row| (row.code, row.full_name))
        .collect();
    let mut fresh = Vec::new();
    // In the order of codes an area always comes after the one above it.
    for (text, (code, at)) in &read {
        let row = &given[*at];
        let parent = above(code, &names);
        if code.level() > DivisionLevel::County && parent.is_none() {
            problem = problem.row(
                *at as u64 + 1,
                "code",
                format!("{text}的上级区划不存在，请先导入上级"),
                format!("The area above {text} is not known; load it first."),
            );
            continue;
        }
        let full_name = match &parent {
            Some(parent) if code.level() > DivisionLevel::County => {
                format!("{}{}", names[parent], row.name)
            }
            _ => row.name.clone(),
        };
        match names.get(text) {
            Some(known) if *known == full_name => continue,
            Some(known) => {
                problem = problem.row(
                    *at as u64 + 1,
                    "name",
                    format!("代码{text}已用于{known}"),
                    format!("The code {text} already names {known}."),
                );
                continue;
            }
            None => {}
        }
        names.insert(text.clone(), full_name.clone());
        fresh.push((*code, parent, full_name, row));
    }
    problem.check()?;
    for (code, parent, full_name, row) in &fresh {
        division::ActiveModel {
            code: Set(code.as_str().to_owned()),
            name: Set(row.name.clone()),
            full_name: Set(full_name.clone()),
            level: Set(level_name(code.level()).to_owned()),
            parent: Set(parent.clone()),
            valid_from: Set(row.from),
            valid_to: Set(None),
            successor: Set(None),
        }
        .insert(tx.conn())
        .await?;
    }
    for (code, _, _, row) in &fresh {
        if let Some(old) = &row.replaces {
            let before = row.from.pred_opt().unwrap_or(row.from);
            repo::end_division(tx.conn(), old, before, code.as_str()).await?;
        }
    }
    let codes: Vec<&str> = fresh.iter().map(|(code, ..)| code.as_str()).collect();
    tx.record(Change::created("divisions", "load", None, &codes));
    tx.commit().await?;
    Ok(fresh.len())
}

/// The nearest area above that is known: a township of a city without counties has the city.
fn above(code: &DivisionCode, known: &BTreeMap<String, String>) -> Option<String> {
    let mut parent = code.parent();
    while let Some(area) = parent {
        if known.contains_key(area.as_str()) {
            return Some(area.as_str().to_owned());
        }
        parent = area.parent();
    }
    None
}

/// The word that is stored and shown for a level.
pub const fn level_name(level: DivisionLevel) -> &'static str {
    match level {
        DivisionLevel::Province => "province",
        DivisionLevel::City => "city",
        DivisionLevel::County => "county",
        DivisionLevel::Township => "township",
        DivisionLevel::Village => "village",
    }
}
