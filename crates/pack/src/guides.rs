//! The guidance catalogue of a place: what a clerk at the one window tells and asks.

use crate::model::{Dated, Guide, PolicyDocument, Programme, dated};
use crate::rules::Rules;
use serde::Serialize;

/// A matter of the catalogue as it stands at a place on a day: the seven fields
/// of the catalogue, and who decides it where civil affairs does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matter {
    /// Key of the programme.
    pub key: String,
    /// Name (救助事项名称).
    pub zh: String,
    /// English name.
    pub en: String,
    /// What it is (救助事项概念).
    pub concept: String,
    /// The documents it rests on (政策依据).
    pub basis: String,
    /// Who may have it (受理条件).
    pub conditions: Vec<String>,
    /// What to bring (提供材料).
    pub materials: Vec<String>,
    /// The steps (办理程序).
    pub procedure: Vec<String>,
    /// Who accepts it (受理单位).
    pub office: String,
    /// The department that decides it and to which it is referred (转办).
    pub refer_to: Option<String>,
    /// Whether the document was read.
    pub verified: bool,
}

impl Rules {
    /// The guide of a programme, where the place has one on that day.
    pub fn guide<'p>(&self, programme: &'p Programme) -> Option<&'p Dated<Guide>> {
        dated::as_of(&programme.guides, &self.chain(), self.on())
    }

    /// The policy documents of the place and of those above it, in the order of
    /// the texts, also those no longer in force.
    pub fn documents(&self) -> Vec<&PolicyDocument> {
        let chain = self.chain();
        let all = self.data().documents.iter();
        all.filter(|d| chain.contains(&d.level)).collect()
    }

    /// The catalogue: every programme that has a guide, in the order that the pack gives them,
    /// and after those by key.
    pub fn catalogue(&self) -> Vec<Matter> {
        let order = &self.data().catalogue;
        let place = |key: &str| order.iter().position(|(k, _)| k == key);
        let mut views = self.programmes();
        views.sort_by_key(|view| place(&view.key).unwrap_or(order.len()));
        views
            .into_iter()
            .filter_map(|view| {
                let guide = self.guide(self.programme(&view.key)?)?;
                let value = guide.value.clone();
                Some(Matter {
                    key: view.key,
                    zh: view.zh,
                    en: view.en,
                    concept: value.concept,
                    basis: guide.cite.clone(),
                    conditions: value.conditions,
                    materials: value.materials,
                    procedure: value.procedure,
                    office: value.office,
                    refer_to: value.refer_to,
                    verified: guide.verified,
                })
            })
            .collect()
    }
}
