//! What lies in a case: papers, files, forms handed in, signatures.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{UserNames, UserRef};
use flow::{Act, Case, PaperState, SignBy, Signer, State, What};
use platform::{Conn, Problem, Result, Sql};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::act::Work;
use super::form;

/// A paper of the case as it stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CasePaper)]
pub struct PaperView {
    /// Key.
    pub paper: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The person, where it is needed for each.
    pub subject: Option<String>,
    /// given, promised or waived; none where nothing has been said.
    pub state: Option<String>,
    /// Since when it stands so.
    pub on: Option<NaiveDate>,
    /// It may be handed in later.
    pub later: bool,
    /// The clause.
    pub cite: String,
}

/// A file of the case.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseFile)]
pub struct FileView {
    /// Key; its content is under `/files/{id}`.
    pub file: Uuid,
    /// paper, photo or signature.
    pub purpose: String,
    /// The paper that it shows.
    pub paper: Option<String>,
    /// Whose.
    pub subject: Option<String>,
    /// Media type.
    pub media: String,
    /// Bytes.
    pub size: i64,
    /// Who put it in.
    pub by: UserRef,
    /// When.
    pub at: DateTime<Utc>,
}

/// A form that was handed in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseFiledForm)]
pub struct FiledFormView {
    /// Key.
    pub form: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The person it is about.
    pub subject: Option<String>,
    /// The step.
    pub step: String,
    /// Who handed it in.
    pub by: UserRef,
    /// When.
    pub at: DateTime<Utc>,
    /// How often it was handed in, corrections included.
    pub times: usize,
}

/// A signature that was given.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseSignature)]
pub struct SignatureView {
    /// The officer.
    pub officer: Option<UserRef>,
    /// The member of the family.
    pub person: Option<String>,
    /// In whose presence.
    pub witness: UserRef,
    /// When.
    pub at: DateTime<Utc>,
    /// The strokes; none where an officer signed by being signed in, or it was signed on paper.
    pub file: Option<Uuid>,
}

/// A place where a step is signed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseSlot)]
pub struct SlotView {
    /// The step.
    pub step: String,
    /// Key.
    pub slot: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Officers sign here; else the family.
    pub officers: bool,
    /// How many sign.
    pub count: u32,
    /// Whether this officer may sign now, or let one of the family sign.
    pub may_sign: bool,
    /// Digest of what is filed at the step; strokes are bound to it.
    pub content: String,
    /// Those who have signed.
    pub signed: Vec<SignatureView>,
}

/// Digest of what is filed at a step: what a signature there stands under.
pub(super) fn content(case: &Case, step: &str) -> String {
    let state = State::of(case);
    let filed = state.steps.get(step).map(|s| s.filed.clone());
    let mut text = format!("{step}\n");
    for ((form, subject), digest) in filed.unwrap_or_default() {
        text.push_str(&format!(
            "{form}\n{}\n{digest}\n",
            subject.unwrap_or_default()
        ));
    }
    platform::hash::hex(&platform::hash::sm3(&[text.as_bytes()]))
}

/// The papers, those of open steps that nobody has spoken of among them.
pub(super) fn papers(work: &Work, state: &State, lacks: &[flow::Lack]) -> Vec<PaperView> {
    let mut keys: Vec<(String, Option<String>)> = state.papers.keys().cloned().collect();
    keys.extend(lacks.iter().map(|l| (l.key.clone(), l.subject.clone())));
    let procedure = &work.bureau.procedure;
    let mut found = Vec::new();
    for text in &procedure.papers {
        for (key, subject) in keys.iter().filter(|(key, _)| *key == text.key) {
            let now = state.papers.get(&(key.clone(), subject.clone()));
            found.push(PaperView {
                paper: key.clone(),
                zh: text.label.zh.clone(),
                en: text.label.en.clone(),
                subject: subject.clone(),
                state: now.map(|n| word(n.state).to_owned()),
                on: now.map(|n| n.on),
                later: text.later.is_some(),
                cite: text.cite.clone(),
            });
        }
    }
    found
}

fn word(state: PaperState) -> &'static str {
    match state {
        PaperState::Given => "given",
        PaperState::Promised => "promised",
        PaperState::Waived => "waived",
    }
}

/// A file's row with who put it in still by key.
pub(crate) struct FileRow {
    pub file: Uuid,
    pub purpose: String,
    pub paper: Option<String>,
    pub subject: Option<String>,
    pub media: String,
    pub size: i64,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// The files of a case in the order in which they came.
pub(crate) async fn file_rows(conn: &Conn, case: Uuid) -> Result<Vec<FileRow>> {
    let sql = Sql::new(
        "select file, purpose, paper, subject, media, size, added_by, added_at from case_file \
         where case_id = ",
    )
    .bind(case)
    .text(" order by added_at, file");
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        found.push(FileRow {
            file: row.try_get_by_index(0)?,
            purpose: row.try_get_by_index(1)?,
            paper: row.try_get_by_index(2)?,
            subject: row.try_get_by_index(3)?,
            media: row.try_get_by_index(4)?,
            size: row.try_get_by_index(5)?,
            by: row.try_get_by_index(6)?,
            at: row.try_get_by_index(7)?,
        });
    }
    Ok(found)
}

/// The same for a page.
pub(super) fn files(rows: Vec<FileRow>, names: &UserNames) -> Vec<FileView> {
    rows.into_iter()
        .map(|row| FileView {
            file: row.file,
            purpose: row.purpose,
            paper: row.paper,
            subject: row.subject,
            media: row.media,
            size: row.size,
            by: names.get(row.by),
            at: row.at,
        })
        .collect()
}

/// The forms that were handed in, the last word of each.
pub(super) fn filed(work: &Work, names: &UserNames) -> Vec<FiledFormView> {
    form::latest(&work.filed)
        .into_iter()
        .map(|one| {
            let text = work.bureau.form_of(&work.row, one);
            let same =
                |other: &&form::Filed| other.form == one.form && other.subject == one.subject;
            FiledFormView {
                zh: text.map_or(one.form.clone(), |t| t.form.label.zh.clone()),
                en: text.map_or(one.form.clone(), |t| t.form.label.en.clone()),
                form: one.form.clone(),
                subject: one.subject.map(|s| s.to_string()),
                step: one.step.clone(),
                by: names.get(one.by),
                at: one.at,
                times: work.filed.iter().filter(same).count(),
            }
        })
        .collect()
}

/// Files with the strokes of signatures, by the event that they belong to.
pub(crate) async fn strokes(conn: &Conn, case: Uuid) -> Result<BTreeMap<u32, Uuid>> {
    let sql =
        Sql::new("select seq, file from case_signature where file is not null and case_id = ")
            .bind(case);
    let mut found = BTreeMap::new();
    for row in conn.rows(sql).await? {
        let seq: i32 = row.try_get_by_index(0)?;
        found.insert(seq.unsigned_abs(), row.try_get_by_index(1)?);
    }
    Ok(found)
}

/// The places where steps are signed: those of open steps, and those that were signed.
pub(super) fn slots(
    work: &Work,
    state: &State,
    strokes: &BTreeMap<u32, Uuid>,
    names: &UserNames,
    may: impl Fn(Act) -> bool,
) -> Vec<SlotView> {
    let mut found = Vec::new();
    for step in &work.bureau.procedure.steps {
        let Some(at) = state.steps.get(&step.key) else {
            continue;
        };
        let open = at.status == flow::Status::Open;
        for slot in &step.signatures {
            let given = at.signatures.iter().filter(|s| s.slot == slot.key);
            let signed: Vec<SignatureView> = given
                .map(|s| signature(work, &step.key, s, strokes, names))
                .collect();
            if !open && signed.is_empty() {
                continue;
            }
            let sign = |party: Option<String>| Act::Sign {
                step: step.key.clone(),
                slot: slot.key.clone(),
                party,
            };
            let officers = matches!(slot.by, SignBy::Officer(_));
            let may_sign = open
                && if officers {
                    may(sign(None))
                } else {
                    let mut parties = work.case.opening.parties.iter();
                    parties.any(|p| may(sign(Some(p.person.clone()))))
                };
            found.push(SlotView {
                step: step.key.clone(),
                slot: slot.key.clone(),
                zh: slot.label.zh.clone(),
                en: slot.label.en.clone(),
                officers,
                count: slot.count,
                may_sign,
                content: content(&work.case, &step.key),
                signed,
            });
        }
    }
    found
}

pub(crate) fn signature(
    work: &Work,
    step: &str,
    given: &flow::Signature,
    strokes: &BTreeMap<u32, Uuid>,
    names: &UserNames,
) -> SignatureView {
    let user = |key: &str| key.parse::<Uuid>().ok().map(|id| names.get(id));
    let event = work.case.events.iter().rev().find(|e| {
        let signs = matches!(&e.what, What::Acted { did: Act::Sign { step: s, slot, .. } }
            if s == step && *slot == given.slot);
        signs && e.at == given.at && e.by == given.witness
    });
    let (officer, person) = match &given.signer {
        Signer::Officer(key) => (user(key), None),
        Signer::Party(key) => (None, Some(key.clone())),
    };
    SignatureView {
        officer,
        person,
        witness: user(&given.witness).unwrap_or_else(|| names.get(Uuid::nil())),
        at: given.at,
        file: event.and_then(|e| strokes.get(&e.seq).copied()),
    }
}

/// Facts that an outcome asks for, as the forms of its step have stated them already.
pub(super) fn given(work: &Work, step: &str, asks: &[String]) -> Map<String, Value> {
    let stated = work.bureau.stated_at(&work.row, &work.filed, step);
    let mut known = stated;
    known.retain(|name, _| asks.contains(name));
    known
}

/// Who is named by an event or file, for looking up the names once.
pub(crate) fn people(work: &Work, files: &[FileRow]) -> Vec<Uuid> {
    let events = work.case.events.iter().filter_map(|e| e.by.parse().ok());
    let forms = work.filed.iter().map(|f| f.by);
    events
        .chain(forms)
        .chain(files.iter().map(|f| f.by))
        .collect()
}

/// How many files a case holds at most; a page that shows more helps nobody.
pub(super) const FILES_MAX: usize = 300;

/// Refuses one more file where there are too many.
pub(super) async fn room(conn: &Conn, case: Uuid) -> Result<()> {
    let sql = Sql::new("select count(*) from case_file where case_id = ").bind(case);
    let count: i64 = conn.scalar(sql).await?.unwrap_or(0);
    if usize::try_from(count).unwrap_or(usize::MAX) >= FILES_MAX {
        return Err(Problem::invalid().field(
            "/file",
            "本案材料已达300份，请合并后再上传",
            "The case has 300 files already; put several into one.",
        ));
    }
    Ok(())
}
