//! `guide:` of a programme: the fields of the guidance catalogue.

use super::fields::Fields;
use super::parameters::{dated, order};
use super::types;
use crate::fault::Faults;
use crate::model::{Dated, Guide, LevelId, Programme};
use crate::text::Node;
use chrono::NaiveDate;

/// Reads one guide; a lower level restates it as a whole.
pub fn guide(
    node: &Node,
    level: LevelId,
    start: NaiveDate,
    programme: &mut Programme,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let mut list = |key, faults: &mut Faults<'_>| {
        let said = fields.texts(key, faults);
        said.into_iter().map(|s| s.value).collect::<Vec<_>>()
    };
    let (conditions, materials) = (list("conditions", faults), list("materials", faults));
    let procedure = list("procedure", faults);
    let guide = Guide {
        concept: fields.need_text("concept", faults),
        conditions,
        materials,
        procedure,
        office: fields.need_text("office", faults),
        refer_to: fields.text("refer_to", faults),
    };
    let dated = if fields.has("from") {
        dated(&mut fields, level, faults, Some(guide))
    } else {
        let to = fields.date("to", faults);
        let cite = types::citation(&mut fields, faults);
        let verified = fields
            .choice("verified", faults, &[("true", true), ("false", false)])
            .unwrap_or(true);
        order(Some(start), to, fields.spot, faults);
        Some(Dated {
            level,
            from: start,
            to,
            value: guide,
            cite,
            verified,
            meant: false,
            floor: false,
            spot: fields.spot,
        })
    };
    fields.finish(faults);
    programme.guides.extend(dated);
}
