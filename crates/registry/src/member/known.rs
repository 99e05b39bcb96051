//! Finds who was entered among those on record, and writes down who is new.

use chrono::NaiveDate;
use kernel::codes::CodeList;
use kernel::{DivisionCode, DivisionLevel};
use platform::{Change, Ctx, NewTask, Problem, Result, Sql, Tx, bulk};
use serde_json::json;
use uuid::Uuid;

use super::entered::Entered;
use crate::authz::{HOUSEHOLD_CREATE, MEMBER_CLASH};
use crate::facts::record::{NewFacts, SubjectKind, record_facts};
use crate::household::held::Held;
use crate::member::leave;
use crate::names;
use crate::problems::{ELSEWHERE, HERE, OTHER_NAME, OUTSIDE};

/// Where a person on record lives.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    pub household: Uuid,
    pub number: String,
    pub division: DivisionCode,
}

/// Somebody on record.
#[derive(Clone, Debug)]
pub(crate) struct OnRecord {
    pub id: Uuid,
    pub name: String,
    pub home: Option<Home>,
}

/// Looks a person up by key or by identity number, in the whole register: one number belongs
/// to one person wherever he or she lives. What the caller may not see never leaves this room.
pub(crate) async fn find(tx: &Tx, entered: &Entered) -> Result<Option<OnRecord>> {
    let sql = Sql::new(
        "select p.id, p.name, h.id, h.number, h.division from person p \
         left join membership m on m.person = p.id and m.to_date is null \
         left join household h on h.id = m.household where ",
    );
    let sql = match (entered.person, &entered.id) {
        (Some(id), _) => sql.text("p.id = ").bind(id),
        (None, Some(number)) => {
            let index = tx.floor().vault().index("id_number", number.as_str());
            sql.text("p.id_index = ").bind(index.to_vec())
        }
        (None, None) => return Ok(None),
    };
    let Some(row) = tx.conn().row(sql).await? else {
        return match entered.person {
            Some(_) => Err(Problem::not_found()),
            None => Ok(None),
        };
    };
    let household: Option<Uuid> = row.try_get_by_index(2)?;
    let home = match household {
        Some(household) => {
            let division: String = row.try_get_by_index(4)?;
            Some(Home {
                household,
                number: row.try_get_by_index(3)?,
                division: DivisionCode::parse(&division)
                    .map_err(|e| Problem::internal(e.to_string()))?,
            })
        }
        None => None,
    };
    Ok(Some(OnRecord {
        id: row.try_get_by_index(0)?,
        name: row.try_get_by_index(1)?,
        home,
    }))
}

/// Settles who somebody is and that he or she may join a household from a day on. Whoever lives
/// elsewhere in the actor's area joins only where `moves` says that this is a move; of whoever
/// lives outside, the actor learns no more than that.
///
/// # Errors
/// `registry.member.elsewhere`, `.outside`, `.here`, `.other_name`.
pub(crate) async fn settle(
    tx: &mut Tx,
    entered: &Entered,
    into: Uuid,
    division: &DivisionCode,
    from: NaiveDate,
    moves: bool,
    pointer: &str,
) -> Result<Uuid> {
    let Some(known) = find(tx, entered).await? else {
        return write(tx, entered, division, from).await;
    };
    if !entered.name.is_empty() && entered.name != known.name {
        return Err(Problem::new(&OTHER_NAME).field(
            format!("{pointer}/name"),
            "该身份证号登记的是另一个姓名，请核对证件；确属更名的，先办理更正",
            "This identity number is on record under another name; check the card, and correct \
             the record first where the name was changed.",
        ));
    }
    match &known.home {
        Some(home) if home.household == into => {
            return Err(Problem::new(&HERE).field(
                pointer.to_owned(),
                "此人已是本户成员",
                "This person is a member of this household already.",
            ));
        }
        Some(home) if !tx.scope().contains(&home.division) => {
            return Err(Problem::new(&OUTSIDE).field(
                pointer.to_owned(),
                "此人已登记在其他地方的家庭，县级已收到提示",
                "This person belongs to a household elsewhere; the county has been told.",
            ));
        }
        Some(home) if !moves => {
            return Err(Problem::new(&ELSEWHERE).field(
                pointer.to_owned(),
                format!(
                    "此人现为 {} 户的成员；确需迁入的，请选择“迁入本户”",
                    home.number
                ),
                format!(
                    "This person is a member of {}; say that this is a move to go on.",
                    home.number
                ),
            ));
        }
        Some(home) => {
            let last = from.pred_opt().unwrap_or(from);
            let mut held = Held::find(tx, home.household).await?;
            leave::part(tx, &mut held, known.id, last, Some(into)).await?;
        }
        None => {}
    }
    let sql = Sql::new("update person set division = ")
        .bind(division.as_str())
        .text(", version = version + 1 where id = ")
        .bind(known.id);
    bulk::execute(tx, sql).await?;
    let sql = Sql::new("update account set household = ")
        .bind(into)
        .text(", division = ")
        .bind(division.as_str())
        .text(" where person = ")
        .bind(known.id);
    bulk::execute(tx, sql).await?;
    record(tx, known.id, entered, from, &entered.facts).await?;
    Ok(known.id)
}

async fn record(
    tx: &mut Tx,
    person: Uuid,
    entered: &Entered,
    from: NaiveDate,
    facts: &std::collections::BTreeMap<String, serde_json::Value>,
) -> Result<()> {
    let mut facts = facts.clone();
    if let Some(relation) = entered.relation {
        facts.insert("与户主关系".to_owned(), json!(relation.zh()));
    }
    record_facts(
        tx,
        &NewFacts {
            subject: person,
            kind: SubjectKind::Person,
            valid_from: from,
            source: SOURCE.to_owned(),
            facts,
        },
    )
    .await?;
    Ok(())
}

/// The source of what a clerk enters.
pub(crate) const SOURCE: &str = "entered";

/// Writes down somebody whom nobody knew.
pub(crate) async fn write(
    tx: &mut Tx,
    entered: &Entered,
    division: &DivisionCode,
    from: NaiveDate,
) -> Result<Uuid> {
    let id = tx.floor().new_id();
    let vault = tx.floor().vault().clone();
    let sealed = |column: &str, plain: Option<&str>| {
        plain.map(|p| vault.seal("person", column, id, p.as_bytes()))
    };
    let number = entered.id.as_ref().map(kernel::IdNumber::as_str);
    let row = vec![
        id.into(),
        entered.name.as_str().into(),
        sealed("id_number", number).into(),
        number.map(|n| vault.index("id_number", n).to_vec()).into(),
        entered.birth.into(),
        entered.sex.clone().into(),
        sealed("phone", entered.phone.as_deref()).into(),
        division.as_str().into(),
        1_i32.into(),
    ];
    let columns = [
        "id",
        "name",
        "id_number",
        "id_index",
        "birth",
        "sex",
        "phone",
        "division",
        "version",
    ];
    bulk::insert(tx, "person", &columns, [row]).await?;
    keys(tx, id, None, &entered.name).await?;
    tx.record(Change::created(
        "person",
        id,
        division,
        &json!({"name": entered.name, "id_number": number}),
    ));
    record(tx, id, entered, from, &entered.all_facts()).await?;
    Ok(id)
}

/// Writes the keys under which a name is found, in the place of those of an earlier name.
pub(crate) async fn keys(tx: &mut Tx, person: Uuid, old: Option<&str>, name: &str) -> Result<()> {
    if let Some(old) = old {
        let sql = Sql::new("delete from name_key where person = ")
            .bind(person)
            .text(" and name_key in ")
            .bind_all(names::keys(old));
        bulk::execute(tx, sql).await?;
    }
    let keys = names::keys(name);
    let rows = keys.into_iter().map(|k| vec![k.into(), person.into()]);
    bulk::insert(
        tx,
        "name_key",
        &["name_key", "person"],
        rows.collect::<Vec<_>>(),
    )
    .await?;
    Ok(())
}

/// Tells the county, after a command was refused with [`OUTSIDE`], that somebody was entered
/// here who is on record elsewhere. The refused unit of work wrote nothing, so this is one of
/// its own, by the system.
pub(crate) async fn tell(ctx: &Ctx, problem: &Problem, division: &DivisionCode) -> Result<()> {
    if problem.kind().code != OUTSIDE.code {
        return Ok(());
    }
    let system = Ctx::system(
        ctx.floor(),
        ctx.actor().organisation,
        "registered elsewhere",
    );
    let county = division.at(DivisionLevel::County).unwrap_or(*division);
    let mut tx = system.begin(&MEMBER_CLASH, None).await?;
    let subject = tx.floor().new_id();
    tx.open_task(NewTask {
        kind: MEMBER_CLASH.id,
        title_zh: "核实重复登记：有人在两地登记家庭".to_owned(),
        title_en: "Look into a person entered in two places".to_owned(),
        noun: "division",
        subject: subject.to_string(),
        division: &county,
        section: None,
        permission: HOUSEHOLD_CREATE.permission,
        not_for: Some(ctx.actor().user),
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    tx.about("division", county.as_str(), &county);
    tx.commit().await?;
    Ok(())
}
