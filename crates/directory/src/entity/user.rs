//! A member of staff who may sign in.

use platform::ScopedEntity;
use sea_orm::entity::prelude::*;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "app_user")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub login: String,
    pub name: String,
    pub organisation_id: Uuid,
    /// That of the organisation, kept here so that one condition scopes the table.
    pub division: String,
    pub status: String,
    pub password: String,
    pub must_change: bool,
    pub failures: i32,
    pub locked_until: Option<ChronoDateTimeUtc>,
    pub last_login: Option<ChronoDateTimeUtc>,
    pub created_at: ChronoDateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl ScopedEntity for Entity {
    fn division() -> Column {
        Column::Division
    }
}

/// Without the password's hash, so that no log ever shows it.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("User")
            .field("id", &self.id)
            .field("status", &self.status)
            .finish()
    }
}
