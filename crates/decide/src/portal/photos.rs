//! What a citizen photographed becomes papers of the case.

use std::collections::BTreeSet;

use flow::{Act, PaperState, Per, Request};
use platform::files::{self, NewFile, Stored};
use platform::{Change, Ctx, Problem, Result, Tx, bulk};
use serde_json::json;
use uuid::Uuid;

use crate::authz::CASE_GET;
use crate::case::act::Work;
use crate::case::{NOUN, actor};

/// The paper of a procedure that a photograph of a kind shows; other kinds stay photographs.
const SHOWS: [(&str, &str); 6] = [
    ("identity", "identity"),
    ("register_book", "identity"),
    ("income", "income_proof"),
    ("house", "income_proof"),
    ("illness", "disability_or_illness"),
    ("disability", "disability_or_illness"),
];

/// Puts the photographs of a submission to the case that it became: under the paper that they
/// show, where the procedure asks for it. A paper of the whole family counts as handed in from
/// then on; one that each member brings is looked at and noted by the clerk.
pub(super) async fn take_over(
    tx: &mut Tx,
    ctx: &Ctx,
    case: Uuid,
    photos: &[(String, Uuid)],
) -> Result<()> {
    if photos.is_empty() {
        return Ok(());
    }
    let mut work = Work::open(tx, case).await?;
    let mut given = BTreeSet::new();
    for (kind, file) in photos {
        let paper = SHOWS
            .iter()
            .find(|(k, _)| k == kind)
            .map(|(_, paper)| *paper);
        let paper = paper.and_then(|key| work.bureau.procedure.paper(key));
        let paper = paper.map(|p| (p.key.clone(), matches!(p.per, Per::Case)));
        if let Some((key, true)) = &paper {
            given.insert(key.clone());
        }
        keep(tx, &work, *file, kind, paper.map(|(key, _)| key)).await?;
    }
    let by = actor::of(ctx, tx.conn()).await?;
    for paper in given {
        let act = Act::Paper {
            paper,
            subject: None,
            state: PaperState::Given,
            reason: None,
        };
        work = work.go(tx, &by, &Request { act, seen: None }).await?;
    }
    Ok(())
}

/// The same content under a row of the case: who may read the case may look at it.
async fn keep(
    tx: &mut Tx,
    work: &Work,
    photo: Uuid,
    kind: &str,
    paper: Option<String>,
) -> Result<()> {
    let floor = tx.floor().clone();
    let found = files::find(&floor, tx.conn(), photo).await?;
    let found = found.ok_or_else(|| Problem::internal("a photograph of a submission is gone"))?;
    let stored = Stored {
        blob: found.blob,
        digest: found
            .digest
            .try_into()
            .map_err(|_| Problem::internal("digest"))?,
        size: found.size,
    };
    let row = &work.row;
    let new = NewFile {
        name: &found.name,
        media: &found.media,
        permission: CASE_GET.permission,
        division: Some(&row.division),
        section: Some(&row.section),
        noun: Some(NOUN),
        subject: Some(row.id.to_string()),
        personal: true,
    };
    let file = files::attach(tx, &stored, new).await?;
    let purpose = if paper.is_some() { "paper" } else { "photo" };
    let columns = [
        "file", "case_id", "purpose", "paper", "subject", "bound", "media", "size", "added_by",
        "added_at",
    ];
    let nobody: Option<String> = None;
    let values = vec![
        file.into(),
        row.id.into(),
        purpose.into(),
        paper.clone().into(),
        nobody.clone().into(),
        nobody.into(),
        found.media.as_str().into(),
        stored.size.into(),
        found.created_by.into(),
        floor.now().into(),
    ];
    bulk::insert(tx, "case_file", &columns, [values]).await?;
    let said = json!({
        "file": file, "purpose": purpose, "paper": paper, "kind": kind, "photo": photo,
        "digest": platform::hash::hex(&stored.digest),
    });
    tx.record(Change::created("case_file", file, &row.division, &said));
    Ok(())
}
