//! Which households a list shows; the scope is always part of it.

use kernel::{Bilingual, DivisionCode, IdNumber};
use platform::{Floor, Problem, Result, Scope, Sql};
use serde::{Deserialize, Serialize};

use crate::names;

/// The filter of the list and of its export.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams, utoipa::ToSchema)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct HouseholdFilter {
    /// A name or a part of one, pinyin initials, a household number or an ID number.
    pub q: Option<String>,
    /// Only below this division.
    pub division: Option<String>,
    /// Only in this programme.
    pub programme: Option<String>,
    /// Only of this class.
    pub class: Option<String>,
    /// Only with this mark.
    pub label: Option<String>,
    /// 城市 or 农村.
    pub urban_rural: Option<String>,
    /// active or closed.
    pub status: Option<String>,
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|t| !t.is_empty())
}

impl HouseholdFilter {
    /// What may stand in the access log: identity numbers are masked there.
    pub fn masked(&self) -> Self {
        let mut shown = self.clone();
        if let Some(id) = given(&self.q).and_then(|q| IdNumber::parse(q).ok()) {
            shown.q = Some(id.masked());
        }
        shown
    }

    /// The condition over `household h`.
    ///
    /// # Errors
    /// A division code that is none.
    pub fn condition(&self, floor: &Floor, scope: &Scope) -> Result<Sql> {
        let scope = match given(&self.division) {
            None => scope.clone(),
            Some(code) => {
                let code = DivisionCode::parse(code)
                    .map_err(|e| Problem::invalid().field("/division", e.zh(), e.en()))?;
                scope.within(&code)
            }
        };
        let mut sql = scope.sql("h.division");
        if let Some(q) = given(&self.q) {
            sql = sql.text(" and ").push(search(floor, q));
        }
        if self.programme.is_some() || self.class.is_some() {
            sql = sql.text(" and h.id in (select b.household from benefit b where 1 = 1");
            if let Some(programme) = given(&self.programme) {
                sql = sql.text(" and b.programme = ").bind(programme);
            }
            if let Some(class) = given(&self.class) {
                sql = sql.text(" and b.class = ").bind(class);
            }
            sql = sql.text(")");
        }
        if let Some(label) = given(&self.label) {
            // A mark stands in quotation marks in the stored list; no wild cards come in.
            let plain: String = label
                .chars()
                .filter(|c| !matches!(c, '%' | '_' | '"' | '\\'))
                .collect();
            sql = sql
                .text(" and h.labels like ")
                .bind(format!("%\"{plain}\"%"));
        }
        if let Some(kind) = given(&self.urban_rural) {
            sql = sql.text(" and h.urban_rural = ").bind(kind);
        }
        if let Some(status) = given(&self.status) {
            sql = sql.text(" and h.status = ").bind(status);
        }
        Ok(sql)
    }
}

/// The condition of the search box.
fn search(floor: &Floor, q: &str) -> Sql {
    let members =
        "h.id in (select m.household from membership m where m.to_date is null and m.person in ";
    if let Ok(id) = IdNumber::parse(q) {
        let index = floor.vault().index("id_number", id.as_str()).to_vec();
        return Sql::new(members)
            .text("(select p.id from person p where p.id_index = ")
            .bind(index)
            .text("))");
    }
    if q.chars().all(|c| c.is_ascii_digit() || c == '-') {
        let end = format!("{q}\u{7f}");
        return Sql::new("((h.number >= ")
            .bind(q)
            .text(" and h.number < ")
            .bind(end)
            .text(") or h.id in (select x.subject from external_number x where x.number = ")
            .bind(q)
            .text("))");
    }
    match names::range(q) {
        Some((from, to)) => Sql::new(members)
            .text("(select k.person from name_key k where k.name_key >= ")
            .bind(from)
            .text(" and k.name_key < ")
            .bind(to)
            .text("))"),
        None => Sql::new("1 = 1"),
    }
}
