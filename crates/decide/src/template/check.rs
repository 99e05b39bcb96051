//! Whether an office's template can be used: every place is one that the document has, those that
//! the law wants are there, and it can be filled.

use pack::model::TemplateText;
use paper::{OfficeTemplate, PaperError};
use platform::{Problem, Result};

use super::sample;
use crate::problems::TEMPLATE_WRONG;

/// Places that a document with remedies has to name (Social Assistance Law, art. 76).
const REMEDIES: [&str; 2] = ["复议机关", "管辖法院"];

/// Reads a template and checks it against its document; everything that is wrong, at once.
///
/// # Errors
/// `decide.template.wrong` with one fault for each.
pub(super) fn checked(text: &TemplateText, bytes: &[u8]) -> Result<OfficeTemplate> {
    let refused = |e: PaperError| Problem::new(&TEMPLATE_WRONG).field("/file", e.zh(), e.en());
    let template = OfficeTemplate::read(bytes).map_err(refused)?;
    let mut problem = Problem::new(&TEMPLATE_WRONG);
    let mut wrong = false;
    for said in template.loose() {
        wrong = true;
        problem = problem.field(
            "/file",
            format!("位置没有写完整：“{said}”。应写成 {{{{名称}}}}"),
            format!("A place is not written whole: “{said}”. Write {{{{name}}}}."),
        );
    }
    let places = template.places();
    for place in &places {
        if known(text, place) {
            continue;
        }
        wrong = true;
        let near = nearest(text, place);
        let (zh, en) = match near {
            Some(near) => (
                format!("，是否想写“{near}”"),
                format!(" Did you mean “{near}”?"),
            ),
            None => (String::new(), String::new()),
        };
        problem = problem.field(
            "/file",
            format!("这份文书没有位置“{place}”{zh}；可用的位置见下载的样本"),
            format!(
                "This document has no place “{place}”.{en} The sample to download has them all."
            ),
        );
    }
    for name in REMEDIES.iter().filter(|_| text.remedies) {
        if !places.iter().any(|p| p == name) {
            wrong = true;
            problem = problem.field(
                "/file",
                format!("缺少位置“{name}”：告知书须写明救济途径（社会救助法第七十六条）"),
                format!("The place “{name}” is missing: the notice has to name the remedies (Social Assistance Law, art. 76)."),
            );
        }
    }
    if wrong {
        return Err(problem);
    }
    // Names of a list's rows stand inside a repeated row only; filling it tells.
    template.letter(&sample::values(text)).map_err(refused)?;
    Ok(template)
}

fn known(text: &TemplateText, place: &str) -> bool {
    let list = place.strip_prefix('#').map(str::trim);
    text.fields.iter().any(|field| match (list, &field.rows) {
        (Some(list), rows) => rows.is_some() && field.name == list,
        (None, Some(rows)) => rows.iter().any(|(name, _)| name == place),
        (None, None) => field.name == place,
    })
}

/// The declared name that shares most characters with a place; none where it shares none.
fn nearest<'t>(text: &'t TemplateText, place: &str) -> Option<&'t str> {
    let shares = |name: &str| name.chars().filter(|c| place.contains(*c)).count();
    let fields = text.fields.iter();
    let best = fields.map(|f| f.name.as_str()).max_by_key(|n| shares(n))?;
    (shares(best) > 0).then_some(best)
}
