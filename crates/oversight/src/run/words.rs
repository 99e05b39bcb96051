//! `GET /oversight-words`: the words that the pack gives to whoever answers.

use directory::Named;
use pack::model::Purpose;
use platform::{Ctx, Json, Result};
use serde::{Deserialize, Serialize};

use crate::authz::WORDS;
use crate::words::{self, named};

/// The lists of words at the reader's place.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct OversightWords {
    /// Conclusions of clues that are so.
    yes: Vec<Named>,
    /// Conclusions of clues that are not.
    no: Vec<Named>,
    /// Outcomes of visits.
    visit: Vec<Named>,
    /// Measures against those responsible.
    measure: Vec<Named>,
    /// Results of differences.
    difference: Vec<Named>,
    /// Kinds of clue.
    kinds: Vec<Named>,
    /// Schemes of alignment.
    alignments: Vec<Named>,
    /// Programmes.
    programmes: Vec<Named>,
    /// Sources that may be compared with, and for which purpose.
    sources: Vec<UsableSource>,
}

/// A source and what it may be used for.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct UsableSource {
    key: String,
    zh: String,
    en: String,
    /// People in benefit may be looked for in it.
    supervision: bool,
    /// People who are in no case and in no payment may be looked for in it.
    discovery: bool,
}

/// The words of oversight.
#[utoipa::path(get, path = "/oversight-words", operation_id = WORDS.id, tag = "oversight",
    responses((status = 200, body = OversightWords)))]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<OversightWords>> {
    let reader = ctx.query(&WORDS).await?;
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    reader.finish().await?;
    let supervision = pack.supervision(&ctx.actor().division);
    let list = |list: &str| {
        supervision
            .words(list)
            .map(|word| named(&word.key, &word.label))
            .collect()
    };
    Ok(Json(OversightWords {
        yes: list("yes"),
        no: list("no"),
        visit: list("visit"),
        measure: list("measure"),
        difference: list("difference"),
        kinds: supervision
            .clue_kinds()
            .map(|kind| named(&kind.key, &kind.label))
            .collect(),
        alignments: supervision
            .alignments()
            .into_iter()
            .map(|text| named(&text.key, &text.label))
            .collect(),
        programmes: pack
            .programmes()
            .iter()
            .map(|p| named(&p.key, &p.label))
            .collect(),
        sources: pack
            .sources()
            .iter()
            .map(|source| UsableSource {
                key: source.key.clone(),
                zh: source.label.zh.clone(),
                en: source.label.en.clone(),
                supervision: source.ground(Purpose::Supervision).is_some(),
                discovery: source.ground(Purpose::Discovery).is_some(),
            })
            .collect(),
    }))
}
