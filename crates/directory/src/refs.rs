//! Short references to areas and people, as every answer of the API shows them.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use chrono::NaiveDate;
use kernel::DivisionCode;
use platform::{
    Conn, Result, Scope, Sql,
    places::{Place, Places},
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::repo;

/// An area by code and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DivisionRef {
    /// 12 digits.
    pub code: String,
    /// Its own name: 永清镇.
    pub name: String,
    /// With the areas above it, from the county down: 清水县永清镇.
    pub full_name: String,
}

/// A member of staff by key and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct UserRef {
    /// The user's key.
    pub id: Uuid,
    /// The name as colleagues know it.
    pub name: String,
}

/// A stable key with its names in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Named {
    /// Stable key.
    pub key: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
}

/// Names of areas, for showing many rows at once.
#[derive(Clone, Debug, Default)]
pub struct DivisionNames(BTreeMap<String, DivisionRef>);

impl DivisionNames {
    /// The reference for a code; a code that nobody knows is shown as it is.
    pub fn get(&self, code: &str) -> DivisionRef {
        self.0.get(code).cloned().unwrap_or_else(|| DivisionRef {
            code: code.to_owned(),
            name: code.to_owned(),
            full_name: code.to_owned(),
        })
    }
}

/// Names of staff, for showing many rows at once.
#[derive(Clone, Debug, Default)]
pub struct UserNames(BTreeMap<Uuid, String>);

impl UserNames {
    /// The reference for a key; the system itself and unknown keys are shown as 系统.
    pub fn get(&self, id: Uuid) -> UserRef {
        UserRef {
            id,
            name: self
                .0
                .get(&id)
                .cloned()
                .unwrap_or_else(|| "系统".to_owned()),
        }
    }
}

/// The names of some areas.
pub async fn division_names<C, I>(conn: &C, codes: I) -> Result<DivisionNames>
where
    C: ConnectionTrait,
    I: IntoIterator,
    I::Item: Into<String>,
{
    let wanted: BTreeSet<String> = codes.into_iter().map(Into::into).collect();
    let found = repo::divisions_by_code(conn, wanted).await?;
    Ok(DivisionNames(
        found
            .into_iter()
            .map(|row| (row.code.clone(), row.into()))
            .collect(),
    ))
}

/// The reference of one area.
pub async fn division_ref<C: ConnectionTrait>(
    conn: &C,
    code: &DivisionCode,
) -> Result<DivisionRef> {
    Ok(division_names(conn, [code.as_str()])
        .await?
        .get(code.as_str()))
}

/// The names of some users.
pub async fn user_names<C, I>(conn: &C, ids: I) -> Result<UserNames>
where
    C: ConnectionTrait,
    I: IntoIterator<Item = Uuid>,
{
    let wanted: BTreeSet<Uuid> = ids.into_iter().collect();
    Ok(UserNames(repo::user_names(conn, wanted).await?))
}

/// A member of staff with the organisation and the roles held on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Colleague {
    /// The user's key.
    pub id: Uuid,
    /// The name as colleagues know it.
    pub name: String,
    /// Name of the organisation.
    pub organisation: String,
    /// The area of the organisation.
    pub division: String,
    /// Keys of the roles.
    pub roles: Vec<String>,
}

/// Active staff of an area with the roles that they hold on a day.
///
/// # Errors
/// When the database fails.
pub async fn colleagues(conn: &Conn, scope: &Scope, day: NaiveDate) -> Result<Vec<Colleague>> {
    let sql = Sql::new(
        "select u.id, u.name, o.name, u.division, g.role from app_user u \
         join organisation o on o.id = u.organisation_id join user_grant g on g.user_id = u.id \
         where u.status = 'active' and ",
    )
    .push(scope.sql("u.division"))
    .text(" and g.valid_from <= ")
    .bind(day)
    .text(" and (g.valid_to is null or g.valid_to >= ")
    .bind(day)
    .text(") order by u.division, u.name, u.id, g.role limit 2000");
    let mut found: Vec<Colleague> = Vec::new();
    for row in conn.rows(sql).await? {
        let id: Uuid = row.try_get_by_index(0)?;
        let role: String = row.try_get_by_index(4)?;
        if let Some(last) = found.last_mut().filter(|last| last.id == id) {
            if last.roles.last() != Some(&role) {
                last.roles.push(role);
            }
            continue;
        }
        found.push(Colleague {
            id,
            name: row.try_get_by_index(1)?,
            organisation: row.try_get_by_index(2)?,
            division: row.try_get_by_index(3)?,
            roles: vec![role],
        });
    }
    Ok(found)
}

impl From<crate::entity::division::Model> for DivisionRef {
    fn from(row: crate::entity::division::Model) -> Self {
        Self {
            code: row.code,
            name: row.name,
            full_name: row.full_name,
        }
    }
}

/// Names areas for the floor, which shows them and keeps none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names;

#[async_trait]
impl Places for Names {
    async fn places(&self, conn: &Conn, codes: &[String]) -> Result<BTreeMap<String, Place>> {
        let rows = repo::divisions_by_code(conn, codes.iter().cloned().collect()).await?;
        let places = rows.into_iter().map(|row| {
            let place = Place {
                code: row.code.clone(),
                name: row.name,
                full_name: row.full_name,
            };
            (row.code, place)
        });
        Ok(places.collect())
    }
}

/// The telephone of a body; none where nobody has written one down.
///
/// # Errors
/// When the database fails.
pub async fn telephone<C: ConnectionTrait>(conn: &C, organisation: Uuid) -> Result<Option<String>> {
    let found = repo::organisation_by_id(conn, organisation).await?;
    Ok(found.and_then(|row| row.phone))
}
