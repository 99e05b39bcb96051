//! F-008 and F-019: tekun, children, the two allowances.

use serde_json::{Map, Value, json};

use super::{Base, heads, pair};
use crate::picture::Count;

pub(super) fn count(base: &Base<'_>, figures: &mut Map<String, Value>) {
    let of = |programme: &str| Count::of(base.picture.of(programme));
    let tekun = of("tekun");
    let institution = Count::of(
        base.picture
            .of("tekun")
            .filter(|holding| holding.word("供养方式") == "集中"),
    );
    let mut rural = pair(tekun.households(), tekun.persons());
    if institution.persons() > 0
        && let Some(rural) = rural.as_object_mut()
    {
        rural.insert("集中供养".into(), heads(institution.persons()));
    }
    figures.insert(
        "F-008".into(),
        json!({
            "农村特困": rural,
            "孤儿": heads(of("orphan").persons()),
            "事实无人抚养儿童": heads(of("unsupported_child").persons()),
        }),
    );
    let (care, living) = (of("disability_care"), of("disability_living"));
    let both = care.person_ids().intersection(living.person_ids()).count();
    let all = care.person_ids().union(living.person_ids()).count();
    figures.insert(
        "F-019".into(),
        json!({
            "人": all,
            "护理": heads(care.persons()),
            "生活": heads(living.persons()),
            "叠加": heads(both),
        }),
    );
}
