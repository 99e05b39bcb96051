//! A body that staff belong to.

use platform::ScopedEntity;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub kind: String,
    pub division: String,
    pub parent: Option<Uuid>,
    pub sections: Json,
    pub status: String,
    pub version: i32,
    pub phone: Option<String>,
    pub address: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl ScopedEntity for Entity {
    fn division() -> Column {
        Column::Division
    }
}
