//! The list of an open step on the page of its case: where it has to hang, since when it does, its
//! picture, and what an officer may do about it.

use chrono::NaiveDate;
use flow::{Act, Desk, State, Status};
use kernel::calendar::publicity_end;
use platform::{Conn, Problem, Result, Sql};
use serde::Serialize;
use uuid::Uuid;

use crate::problems::CASE_UNREADABLE;

/// A list that is to be put up, or hangs.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CasePosting)]
pub struct PostingView {
    /// The step.
    pub step: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Where it has to hang: village or township.
    pub place: String,
    /// Calendar days; the day after it was put up is the first.
    pub days: u32,
    /// A picture has to prove that it hangs.
    pub photo: bool,
    /// What it may show, and nothing else.
    pub shows: Vec<String>,
    /// Since when it hangs; none while it is still to be put up.
    pub on: Option<NaiveDate>,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// Day of the first objection.
    pub objected: Option<NaiveDate>,
    /// Day on which it was taken down.
    pub down: Option<NaiveDate>,
    /// The picture, a file of the case.
    pub proof: Option<Uuid>,
    /// Whether this officer may say today that it was put up.
    pub may_post: bool,
    /// Whether this officer may record an objection, or take it down before its time.
    pub may_change: bool,
    /// The clause.
    pub cite: String,
}

/// The list of the open step that has one.
pub(super) fn of(
    desk: &Desk<'_>,
    state: &State,
    today: NaiveDate,
    may: impl Fn(Act) -> bool,
) -> Option<PostingView> {
    if state.closed.is_some() {
        return None;
    }
    let open = |key: &str| state.status(key) == Status::Open;
    let mut steps = desk.procedure.steps.iter().filter(|s| open(&s.key));
    let (step, publicity) = steps.find_map(|s| Some((s, s.publicity.as_ref()?)))?;
    let posting = state.steps.get(&step.key).and_then(|s| s.posting.as_ref());
    let post = Act::Post {
        step: step.key.clone(),
        place: publicity.place.clone(),
        on: today,
        proof: Some(String::new()),
    };
    let down = Act::TakeDown {
        step: step.key.clone(),
        on: today,
    };
    Some(PostingView {
        step: step.key.clone(),
        zh: step.label.zh.clone(),
        en: step.label.en.clone(),
        place: publicity.place.clone(),
        days: publicity.days,
        photo: publicity.photo,
        shows: publicity.shows.clone(),
        on: posting.map(|p| p.on),
        until: posting.map(|p| publicity_end(p.on, publicity.days)),
        objected: posting.and_then(|p| p.objected),
        down: posting.and_then(|p| p.down),
        proof: posting.and_then(|p| p.proof.as_ref()?.parse().ok()),
        may_post: may(post),
        may_change: may(down),
        cite: publicity.cite.clone(),
    })
}

/// Refuses as proof what is no picture of this case.
pub(super) async fn proved(conn: &Conn, case: Uuid, act: &Act) -> Result<()> {
    let Act::Post {
        proof: Some(proof), ..
    } = act
    else {
        return Ok(());
    };
    let kept = match proof.parse::<Uuid>() {
        Ok(file) => {
            let sql = Sql::new(
                "select 1 from case_file where purpose = 'photo' and media like 'image/%' \
                 and case_id = ",
            )
            .bind(case)
            .text(" and file = ")
            .bind(file);
            conn.row(sql).await?.is_some()
        }
        Err(_) => false,
    };
    if kept {
        return Ok(());
    }
    Err(Problem::new(&CASE_UNREADABLE).field(
        "/act/proof",
        "张贴照片须是本案已上传的图片，请先上传",
        "The proof has to be a picture of this case; send it to the case first.",
    ))
}
