//! Cases that follow from another one's outcome: “take the stop procedure” opens it in the same
//! unit of work, so that nothing that was concluded waits for somebody to think of it.

use flow::{Actor, Capacity, Opening, Party, State};
use kernel::DivisionCode;
use platform::{Conn, Problem, Result, Sql, Tx};
use serde::Serialize;
use uuid::Uuid;

use super::Bureau;
use super::act::Work;
use super::open::{Fresh, create};
use crate::problems::{CASE_OPEN_ALREADY, PROCEDURE};

/// A case that another one led to, or came from.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = LinkedCase)]
pub struct Linked {
    /// Key.
    pub id: Uuid,
    /// Receipt number; none before acceptance.
    pub number: Option<String>,
    /// Name of the procedure.
    pub zh: String,
    /// English name.
    pub en: String,
    /// open or closed.
    pub status: String,
}

/// Opens what follows from the case where an act closed it. One of the procedure that is open
/// already serves; a procedure that the place has no rules for today opens nothing.
pub(super) async fn follow_on(tx: &mut Tx, work: &Work, was_open: bool, by: &Actor) -> Result<()> {
    let state = State::of(&work.case);
    if !was_open || state.closed.is_none() {
        return Ok(());
    }
    for procedure in &state.follows {
        match next(tx, work, procedure, by).await {
            Ok(()) => {}
            Err(no) if no.code() == CASE_OPEN_ALREADY.code || no.code() == PROCEDURE.code => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}

async fn next(tx: &mut Tx, work: &Work, procedure: &str, by: &Actor) -> Result<()> {
    let today = tx.floor().today();
    let Some(family) = registry::family(tx.conn(), work.row.household, today).await? else {
        return Ok(());
    };
    let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    let bureau = Bureau::on(tx.floor(), tx.conn(), &division, procedure, today).await?;
    let lives = |person: Uuid| family.members.iter().any(|m| m.person == person);
    let applicant = match lives(work.row.applicant) {
        true => work.row.applicant,
        false => family.head,
    };
    let mut people = vec![Party {
        person: applicant.to_string(),
        capacity: Capacity::Applicant,
    }];
    for party in &work.row.opening.parties {
        let person = party.person.parse::<Uuid>().map_err(Problem::internal)?;
        let stays = !party.capacity.is_member() || lives(person);
        if stays && person != applicant {
            let capacity = match party.capacity {
                Capacity::Applicant => Capacity::Member,
                other => other,
            };
            people.push(Party {
                person: party.person.clone(),
                capacity,
            });
        }
    }
    let new = Fresh {
        section: bureau.section(&division, today),
        household: work.row.household,
        applicant,
        opening: Opening {
            procedure: procedure.to_owned(),
            rules: bureau.procedure.rules.clone(),
            division,
            other: None,
            parties: people,
        },
        came_from: Some(work.row.id),
        bureau,
    };
    create(tx, by, new).await.map(|_| ())
}

/// The case that a case came from, and those that it led to.
pub(super) async fn linked(conn: &Conn, work: &Work) -> Result<(Option<Linked>, Vec<Linked>)> {
    let mut sql = Sql::new(
        "select c.id, c.number, c.procedure, c.status from assistance_case c where c.came_from = ",
    )
    .bind(work.row.id);
    if let Some(from) = work.row.came_from {
        sql = sql.text(" or c.id = ").bind(from);
    }
    let (mut from, mut to) = (None, Vec::new());
    for row in conn.rows(sql.text(" order by c.opened_at, c.id")).await? {
        let id: Uuid = row.try_get_by_index(0)?;
        let key: String = row.try_get_by_index(2)?;
        let text = work.bureau.pack.procedures().iter().find(|p| p.key == key);
        let linked = Linked {
            id,
            number: row.try_get_by_index(1)?,
            zh: text.map_or_else(|| key.clone(), |t| t.label.zh.clone()),
            en: text.map_or(key, |t| t.label.en.clone()),
            status: row.try_get_by_index(3)?,
        };
        if work.row.came_from == Some(id) {
            from = Some(linked);
        } else {
            to.push(linked);
        }
    }
    Ok((from, to))
}
