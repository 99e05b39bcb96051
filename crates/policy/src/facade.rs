//! What other rooms ask: which release is in force, and by which rules a month is paid.

use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use pack::{Pack, Rules};
use platform::{Conn, Ctx, Floor, Problem, Reader, Result};
use uuid::Uuid;

use crate::{
    packs::{compile, packs},
    place::NATION,
    problems, repo,
    repo::Head,
};

/// A release with its pack.
#[derive(Clone, Debug)]
pub struct InForce {
    /// The release's key, which decisions and lines name.
    pub id: Uuid,
    /// Its number as shown.
    pub version: String,
    /// SM3 digest of its texts.
    pub digest: String,
    /// The first day on which it counts.
    pub from: NaiveDate,
    /// The pack, compiled once for each release.
    pub pack: Pack,
}

/// The release in force on a day: of those approved whose date has come, the latest.
///
/// # Errors
/// When the database fails or the texts are not those that were approved.
pub async fn release_on(floor: &Floor, conn: &Conn, on: NaiveDate) -> Result<Option<InForce>> {
    let approved = repo::approved(conn).await?;
    match in_force(&approved, on) {
        Some(head) => opened(floor, conn, head.clone()).await.map(Some),
        None => Ok(None),
    }
}

/// A release by key, also one that is no longer in force.
///
/// # Errors
/// As [`release_on`].
pub async fn release(floor: &Floor, conn: &Conn, id: Uuid) -> Result<Option<InForce>> {
    match repo::head(conn, id).await? {
        Some(head) => opened(floor, conn, head).await.map(Some),
        None => Ok(None),
    }
}

/// The release and the rules by which a month is paid at a place.
///
/// # Errors
/// `policy.release.none` where nothing is in force, `policy.place.unknown`
/// where the pack does not know the place; as [`release_on`].
pub async fn rules(
    floor: &Floor,
    conn: &Conn,
    place: &DivisionCode,
    month: Month,
) -> Result<(Uuid, Rules)> {
    let release = release_on(floor, conn, month.last_day())
        .await?
        .ok_or_else(|| Problem::new(&problems::NONE))?;
    let rules = release
        .pack
        .rules_of(place, month)
        .map_err(|_| Problem::new(&problems::PLACE))?;
    Ok((release.id, rules))
}

/// The pack in force on a day and its rules at a place; at the actor's own where none is named.
/// Policy is no secret: anybody who may read it may read it for every place.
pub(crate) async fn rules_on(
    ctx: &Ctx,
    reader: &Reader,
    on: NaiveDate,
    place: Option<&str>,
) -> Result<(Pack, Rules)> {
    let release = release_on(ctx.floor(), reader.conn(), on)
        .await?
        .ok_or_else(|| Problem::new(&problems::NONE))?;
    let rules = rules_at(ctx, &release.pack, on, place)?;
    Ok((release.pack, rules))
}

/// The rules of a pack at a place; at the actor's own where none is named.
pub(crate) fn rules_at(
    ctx: &Ctx,
    pack: &Pack,
    on: NaiveDate,
    place: Option<&str>,
) -> Result<Rules> {
    let found = match place.map(str::trim).filter(|code| !code.is_empty()) {
        Some(NATION) => return Ok(pack.national_rules(on)),
        Some(code) => pack.rules(&crate::place::parse(code)?, on),
        None => pack.rules(&ctx.actor().division, on),
    };
    found.map_err(|_| Problem::new(&problems::PLACE))
}

/// Of approved releases, the latest first, the one that counts on a day.
pub(crate) fn in_force(approved: &[Head], on: NaiveDate) -> Option<&Head> {
    approved.iter().find(|head| head.valid_from <= on)
}

async fn opened(floor: &Floor, conn: &Conn, head: Head) -> Result<InForce> {
    let packs = packs(floor)?;
    let pack = match packs.known(&head.digest) {
        Some(pack) => pack,
        None => {
            let whole = repo::whole(conn, head.id)
                .await?
                .ok_or_else(Problem::not_found)?;
            let pack = compile(whole.archive).await?;
            if pack.digest() != head.digest {
                return Err(Problem::new(&problems::DAMAGED));
            }
            packs.keep(&pack);
            pack
        }
    };
    Ok(InForce {
        id: head.id,
        version: head.version.to_string(),
        digest: head.digest,
        from: head.valid_from,
        pack,
    })
}
