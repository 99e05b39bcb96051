//! What a letter says, out of the case: the same objects as on its page.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use directory::division_names;
use flow::{Act, Due, PaperState, State, What};
use kernel::{DivisionLevel, Money, Month};
use pack::model::TemplateText;
use platform::{Ctx, Result, Tx};
use serde_json::{Map, Value};

use super::{Said, changed};
use crate::case::act::Work;
use crate::case::form;
use crate::case::summary_money as money;

/// The text parameters of a place that letters name.
const OFFICE_PHONE: &str = "办理机构联系电话";
const RECONSIDERATION: &str = "复议机关";
const COURT: &str = "管辖法院";

fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        Value::Array(items) => {
            let texts: Vec<String> = items.iter().map(plain).collect();
            texts.join("、")
        }
        Value::Null | Value::Object(_) => String::new(),
        Value::Number(number) => number.to_string(),
    }
}

/// Everything that a case can put into the places of a template; each place of the template has a
/// value, blank where the case has nothing to say.
pub(super) async fn said(
    tx: &Tx,
    ctx: &Ctx,
    work: &Work,
    template: &TemplateText,
    number: &str,
) -> Result<Said> {
    let mut said = Said {
        release: work.row.release,
        ..Said::default()
    };
    let mut stated: Map<String, Value> = work.known().clone();
    let state = State::of(&work.case);
    stated.extend(state.facts.clone());
    for one in form::latest(&work.filed)
        .iter()
        .filter(|f| f.subject.is_none())
    {
        stated.extend(one.values.clone());
    }
    let mut texts = places(tx, ctx, work).await?;
    texts.extend(course(ctx, work, &state, template));
    let from = from_month(ctx, &state);
    texts.extend(result(work, &state, from));
    texts.extend(changed::texts(tx, work, &state, from).await?);
    texts.extend(changed::hearing(work, &ctx.actor().organisation_name));
    texts.extend(relieved(&state, &stated));
    texts.insert("文号".into(), number.to_owned());
    let lists = lists(work, &state, &stated);
    for field in &template.fields {
        match &field.rows {
            Some(rows) => {
                let found = lists.get(field.name.as_str()).cloned();
                let found = found.unwrap_or_else(|| from_form(stated.get(&field.name)));
                let found = found.into_iter().enumerate().map(|(n, mut row)| {
                    row.entry("序号".into()).or_insert((n + 1).to_string());
                    for (name, _) in rows {
                        row.entry(name.clone()).or_default();
                    }
                    row
                });
                said.lists.insert(field.name.clone(), found.collect());
            }
            None => {
                let text = texts.get(&field.name).cloned();
                let text = text.or_else(|| stated.get(&field.name).map(plain));
                said.texts
                    .insert(field.name.clone(), text.unwrap_or_default());
            }
        }
    }
    Ok(said)
}

fn from_form(value: Option<&Value>) -> Vec<BTreeMap<String, String>> {
    let rows = value.and_then(Value::as_array);
    let rows = rows.into_iter().flatten().filter_map(Value::as_object);
    rows.map(|row| row.iter().map(|(k, v)| (k.clone(), plain(v))).collect())
        .collect()
}

type Texts = BTreeMap<String, String>;

/// Where the case is, and who decides on a complaint.
async fn places(tx: &Tx, ctx: &Ctx, work: &Work) -> Result<Texts> {
    let place = &work.row.division;
    let at = |level| place.at(level).unwrap_or(*place);
    let (county, town) = (at(DivisionLevel::County), at(DivisionLevel::Township));
    let codes = [&county, &town, place].map(|c| c.as_str().to_owned());
    let names = division_names(tx.conn(), codes.clone()).await?;
    let [county, town, village] = codes.map(|code| names.get(&code).name);
    let rules = work.bureau.pack.rules(place, work.row.ruled_on).ok();
    let parameter = |name: &str| {
        let found = rules.as_ref()?.parameter(name)?;
        Some(found.value.value.shown.replace("{县}", &county))
    };
    let mut texts = Texts::new();
    for name in [RECONSIDERATION, COURT] {
        texts.insert(name.into(), parameter(name).unwrap_or_default());
    }
    let general = parameter(OFFICE_PHONE).unwrap_or_default();
    // The office that writes is the one to ring up; the place's general number stands in for one
    // that has written none down, and is the one to complain to.
    let own = directory::telephone(tx.conn(), ctx.actor().organisation).await?;
    let phone = own.unwrap_or_else(|| general.clone());
    texts.insert("监督电话".into(), general);
    texts.insert("联系电话".into(), phone);
    texts.insert("县".into(), county);
    texts.insert("乡镇".into(), town);
    texts.insert("村".into(), village);
    if let Some(other) = &work.row.opening.other {
        let there = other.at(DivisionLevel::Township).unwrap_or(*other);
        let code = there.as_str().to_owned();
        let names = division_names(tx.conn(), [code.clone()]).await?;
        texts.insert("原办理单位".into(), texts["乡镇"].clone());
        texts.insert("接收单位".into(), names.get(&code).name);
    }
    Ok(texts)
}

/// Who applied for what, and how the case went.
fn course(ctx: &Ctx, work: &Work, state: &State, template: &TemplateText) -> Texts {
    let row = &work.row;
    let rules = work.bureau.pack.rules(&row.division, row.ruled_on).ok();
    let programme = rules.and_then(|r| r.programme(&row.programme).map(|p| p.label.zh.clone()));
    let name = work.people.get(&row.applicant).map(|p| p.name.clone());
    let name = name.unwrap_or_default();
    let clock = work.bureau.desk().clock(&work.case, ctx.floor().now());
    let total = clock.deadlines.iter().find(|d| d.step.is_none());
    let until = total.and_then(|d| match d.due {
        Due::On(last) => Some(day(last)),
        _ => None,
    });
    let posting = state.steps.values().find_map(|s| s.posting.as_ref());
    let refusal = match work.bureau.procedure.kind.as_str() {
        "relief" => "不予救助",
        _ => "不予确认",
    };
    let opinion = |key: &str| {
        let form = work.filed.iter().rev().find(|f| f.form == key);
        form.and_then(|f| f.values.get("意见")).map(plain)
    };
    let set = [
        ("户主姓名", name.clone()),
        ("申请人姓名", name),
        (
            "事项",
            programme.unwrap_or_else(|| work.bureau.procedure.label.zh.clone()),
        ),
        ("受理编号", row.number.clone().unwrap_or_default()),
        ("受理日期", state.accepted.map(day).unwrap_or_default()),
        ("办结期限", until.unwrap_or_default()),
        ("经办人", ctx.actor().name.clone()),
        ("办理单位", ctx.actor().organisation_name.clone()),
        ("日期", day(ctx.floor().today())),
        ("理由", reason(work, &template.key).unwrap_or_default()),
        ("依据", work.bureau.procedure.cite.clone()),
        ("决定", refusal.to_owned()),
        ("公示起", posting.map(|p| day(p.on)).unwrap_or_default()),
        (
            "公示止",
            posting.and_then(|p| p.down).map(day).unwrap_or_default(),
        ),
        (
            "公示情况",
            match posting {
                Some(p) if p.objected.is_some() => format!("{}张贴，收到异议", day(p.on)),
                Some(p) => format!("{}张贴，未收到异议", day(p.on)),
                None => String::new(),
            },
        ),
        ("乡镇意见", opinion("review_opinion").unwrap_or_default()),
        ("县级意见", opinion("confirmation").unwrap_or_default()),
    ];
    set.map(|(k, v)| (k.to_owned(), v)).into_iter().collect()
}

/// Why relief is given and how it reaches the family, before its register says so itself
/// (民发〔2018〕23号：登记救助事由、发放方式).
fn relieved(state: &State, stated: &Map<String, Value>) -> Texts {
    let fact = |name: &str| stated.get(name).map(plain);
    let paid = state.facts.get("支付方式").and_then(Value::as_str);
    let by = paid.map(|paid| {
        if paid == "备用金" {
            "现金"
        } else {
            "一卡通"
        }
    });
    let set = [
        ("救助事由", fact("救助事由").or_else(|| fact("困难原因"))),
        (
            "发放方式",
            fact("发放方式").or_else(|| by.map(str::to_owned)),
        ),
    ];
    set.into_iter()
        .filter_map(|(name, text)| Some((name.to_owned(), text?)))
        .collect()
}

/// The reason given with the act that made the document due.
fn reason(work: &Work, document: &str) -> Option<String> {
    let events = &work.case.events;
    let due = events
        .iter()
        .rposition(|e| matches!(&e.what, What::Document { document: key } if key == document))?;
    events[..due].iter().rev().find_map(|e| match &e.what {
        What::Acted {
            did: Act::Finish { reason, .. },
        } => Some(reason.clone().unwrap_or_default()),
        What::Acted {
            did: Act::Leave { reason, .. },
        } => Some(reason.clone()),
        _ => None,
    })
}

/// The month from which the decision holds; the next one where none was stated.
fn from_month(ctx: &Ctx, state: &State) -> Month {
    let stated = state.facts.get("生效月份首日").and_then(Value::as_str);
    let day = stated.and_then(|text| text.parse::<NaiveDate>().ok());
    day.map_or_else(|| Month::of(ctx.floor().today()).next(), Month::of)
}

/// What was decided or is proposed: persons, amount, month, and how it was computed.
fn result(work: &Work, state: &State, month: Month) -> Texts {
    let fact = |names: &[&str]| names.iter().find_map(|name| state.facts.get(*name));
    let amount = fact(&["确认月金额", "拟确认月金额", "拟救助金额"]).and_then(money);
    let persons = fact(&["确认人数", "拟保障人数"]).map(plain);
    let first = month.first_day();
    let own = work.assessment.all.iter();
    let own: Vec<&str> = own
        .filter(|a| a.programme == work.row.programme)
        .flat_map(|a| a.zh.iter().map(String::as_str))
        .collect();
    let shown = amount.map(|m| m.to_string()).unwrap_or_default();
    let words = amount.map(Money::in_words).unwrap_or_default();
    let set = [
        ("保障人数", persons.unwrap_or_default()),
        ("月金额", shown.clone()),
        ("救助金额", shown),
        ("金额大写", words),
        ("生效月份", format!("{}年{}月", first.year(), first.month())),
        ("计算说明", own.join("；")),
    ];
    set.map(|(k, v)| (k.to_owned(), v)).into_iter().collect()
}

/// The lists that templates repeat rows for.
fn lists(
    work: &Work,
    state: &State,
    stated: &Map<String, Value>,
) -> BTreeMap<&'static str, Vec<Texts>> {
    let mut lists = BTreeMap::new();
    lists.insert("材料清单", papers(work, state, true));
    lists.insert("缺少材料", papers(work, state, false));
    let applicant = work.people.get(&work.row.applicant);
    let members = work.row.opening.parties.iter();
    let members = members.filter(|p| p.capacity.is_member()).count();
    let text = |name: &str| stated.get(name).map(plain).unwrap_or_default();
    // What hangs in the village names the applicant as far as the rules want it, and no more.
    let name = applicant.map(|p| kernel::masking::mask_name(&p.name));
    let rules = work
        .bureau
        .pack
        .rules(&work.row.division, work.row.ruled_on);
    let programme = rules.ok().and_then(|r| {
        let found = r.programme(&work.row.programme)?;
        Some(found.label.zh.clone())
    });
    let row = [
        ("申请人姓名", name.unwrap_or_default()),
        ("家庭人口数", members.to_string()),
        ("申请项目", programme.unwrap_or_default()),
        ("拟保障人数", text("拟保障人数")),
        ("拟确认月金额", text("拟确认月金额")),
        ("月金额", text("确认月金额")),
        ("拟救助金额", text("拟救助金额")),
    ];
    let row = row.map(|(k, v)| (k.to_owned(), v)).into_iter().collect();
    lists.insert("名单", vec![row]);
    lists.insert("目录", changed::contents(work));
    lists
}

fn papers(work: &Work, state: &State, there: bool) -> Vec<Texts> {
    let mut rows = Vec::new();
    for paper in &work.bureau.procedure.papers {
        let known: Vec<_> = state
            .papers
            .iter()
            .filter(|((key, _), _)| *key == paper.key)
            .collect();
        let given = known
            .iter()
            .filter(|(_, now)| now.state == PaperState::Given)
            .count();
        let promised = known
            .iter()
            .any(|(_, now)| now.state == PaperState::Promised);
        let row = |pairs: &[(&str, String)]| {
            let pairs = pairs.iter().map(|(k, v)| ((*k).to_owned(), v.clone()));
            pairs.collect::<Texts>()
        };
        if there && (given > 0 || promised) {
            rows.push(row(&[
                ("材料名称", paper.label.zh.clone()),
                ("份数", given.to_string()),
                ("状态", if promised { "后补" } else { "已收" }.to_owned()),
            ]));
        }
        if !there && given == 0 {
            rows.push(row(&[
                ("材料名称", paper.label.zh.clone()),
                (
                    "要求",
                    if promised {
                        "已承诺后补"
                    } else {
                        "原件核对，可拍照留存"
                    }
                    .to_owned(),
                ),
            ]));
        }
    }
    rows
}
