//! Families as the engine reads them: the facts of the register and what is held.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use formula::Entity;
use kernel::Month;
use pack::Pack;
use platform::{Conn, Result, Sql};
use registry::Family;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The fact that says which programmes a person holds.
const HOLDS: &str = "在享项目";
/// Households of one statement.
const CHUNK: usize = 500;

/// A family as a line for `pack::assess`.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The line: one JSON object with facts by the names of the vocabulary.
    pub text: String,
    /// The members in the order of the line, the head first.
    pub people: Vec<Uuid>,
}

/// What somebody holds in a month.
struct Held {
    person: Uuid,
    programme: String,
    terms: Map<String, Value>,
}

/// Families as lines, in their order, with what they held in the month of a day.
pub(crate) async fn lines(
    conn: &Conn,
    pack: &Pack,
    families: &[Family],
    day: NaiveDate,
) -> Result<Vec<Line>> {
    let mut held = held(conn, families, Month::of(day)).await?;
    families
        .iter()
        .map(|family| {
            let own = held.remove(&family.household).unwrap_or_default();
            line(pack, family, &own)
        })
        .collect()
}

fn line(pack: &Pack, family: &Family, held: &[Held]) -> Result<Line> {
    let mut household: Map<String, Value> = read(&family.facts)?;
    household
        .entry("区划")
        .or_insert_with(|| json!(family.division));
    let mut members: Vec<_> = family.members.iter().collect();
    members.sort_by_key(|m| (m.person != family.head, m.person));
    let mut rows = Vec::with_capacity(members.len());
    for member in &members {
        let mut facts: Map<String, Value> = read(&member.facts)?;
        let own: Vec<&Held> = held.iter().filter(|h| h.person == member.person).collect();
        holds(&mut facts, own.iter().copied());
        // The terms of an award go before what the register says, as on the roll.
        for (name, value) in own.iter().flat_map(|h| &h.terms) {
            match entity(pack, name) {
                Some(Entity::Household) => household.insert(name.clone(), value.clone()),
                Some(Entity::Person) => facts.insert(name.clone(), value.clone()),
                _ => None,
            };
        }
        rows.push(facts);
    }
    let text = json!({"编号": family.number, "户": household, "成员": rows}).to_string();
    Ok(Line {
        text,
        people: members.iter().map(|m| m.person).collect(),
    })
}

/// Adds what a person holds to what the register says of it.
fn holds<'a>(facts: &mut Map<String, Value>, own: impl Iterator<Item = &'a Held>) {
    let mut keys: Vec<&str> = own.map(|h| h.programme.as_str()).collect();
    if keys.is_empty() {
        return;
    }
    if let Some(Value::Array(known)) = facts.get(HOLDS) {
        keys.extend(known.iter().filter_map(Value::as_str));
    }
    keys.sort_unstable();
    keys.dedup();
    let keys = json!(keys);
    facts.insert(HOLDS.to_owned(), keys);
}

/// The facts of a family's members, in their order, with what each holds in a month. The terms of
/// their awards stay out: whoever looks at a family anew does not take the old answer for a fact.
pub(crate) async fn members_holding(
    conn: &Conn,
    family: &Family,
    month: Month,
) -> Result<Vec<Map<String, Value>>> {
    let held = held(conn, std::slice::from_ref(family), month).await?;
    holding(
        family,
        held.get(&family.household).map_or(&[], Vec::as_slice),
    )
}

fn holding(family: &Family, own: &[Held]) -> Result<Vec<Map<String, Value>>> {
    family
        .members
        .iter()
        .map(|member| {
            let mut facts = read(&member.facts)?;
            holds(&mut facts, own.iter().filter(|h| h.person == member.person));
            Ok(facts)
        })
        .collect()
}

fn read(text: &str) -> Result<Map<String, Value>> {
    Ok(serde_json::from_str(text)?)
}

/// Whose fact a name is; what an award alone says is of no use before there is one.
fn entity(pack: &Pack, name: &str) -> Option<Entity> {
    let facts = pack.facts().iter().filter(|f| f.name == name);
    let mut entities = facts.map(|f| f.entity);
    entities.find(|e| matches!(e, Entity::Household | Entity::Person))
}

async fn held(conn: &Conn, families: &[Family], month: Month) -> Result<BTreeMap<Uuid, Vec<Held>>> {
    let mut found: BTreeMap<Uuid, Vec<Held>> = BTreeMap::new();
    let ids: Vec<Uuid> = families.iter().map(|f| f.household).collect();
    for part in ids.chunks(CHUNK) {
        let sql = Sql::new(
            "select a.household, m.person, a.programme, t.facts from award a \
             join award_member m on m.award = a.id join award_terms t on t.award = a.id \
             where a.household in ",
        )
        .bind_all(part.iter().copied())
        .text(" and m.until is null and m.from_month <= ")
        .bind(month.index())
        .text(" and (m.to_month is null or m.to_month >= ")
        .bind(month.index())
        .text(") and t.until is null and t.from_month <= ")
        .bind(month.index())
        .text(" and (t.to_month is null or t.to_month >= ")
        .bind(month.index())
        .text(") order by a.household, a.programme, a.number, m.position, m.person");
        for row in conn.rows(sql).await? {
            let facts: String = row.try_get_by_index(3)?;
            let held = Held {
                person: row.try_get_by_index(1)?,
                programme: row.try_get_by_index(2)?,
                terms: read(&facts)?,
            };
            let household = row.try_get_by_index(0)?;
            found.entry(household).or_default().push(held);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use registry::Member;

    use super::*;

    fn member(n: u128, facts: &str) -> Member {
        Member {
            person: Uuid::from_u128(n),
            name: String::new(),
            relation: String::new(),
            facts: facts.to_owned(),
        }
    }

    #[test]
    fn a_case_knows_what_its_family_draws_already() {
        let family = Family {
            household: Uuid::from_u128(9),
            number: String::new(),
            division: String::new(),
            head: Uuid::from_u128(1),
            facts: "{}".to_owned(),
            members: vec![
                member(1, r#"{"在享项目": ["tekun"]}"#),
                member(2, r#"{"年龄": 40}"#),
                member(3, "{}"),
            ],
        };
        let held = |n, programme: &str| Held {
            person: Uuid::from_u128(n),
            programme: programme.to_owned(),
            terms: Map::from_iter([("照料护理档位".to_owned(), json!("半自理"))]),
        };
        let own = [held(1, "dibao"), held(1, "tekun"), held(2, "dibao")];
        let facts = holding(&family, &own).unwrap();
        assert_eq!(facts[0][HOLDS], json!(["dibao", "tekun"]), "each once");
        assert_eq!(json!(facts[1]), json!({"年龄": 40, HOLDS: ["dibao"]}));
        assert!(facts[2].is_empty(), "who draws nothing has no such fact");
    }
}
