//! The policy packs that come with the binary.

use pack::Pack;
use platform::{Problem, Result, Role, Roles};
use rust_embed::RustEmbed;

/// The packs folder. In a debug build it is read at run time.
#[derive(RustEmbed)]
#[folder = "../../packs"]
struct Embedded;

/// The texts of the packs by path.
pub fn texts() -> Vec<(String, Vec<u8>)> {
    Embedded::iter()
        .filter_map(|path| {
            let file = Embedded::get(&path)?;
            Some((path.into_owned(), file.data.into_owned()))
        })
        .collect()
}

/// The packs of the binary, checked as a whole.
///
/// # Errors
/// The faults, with file, line and column.
pub fn load() -> Result<Pack> {
    Pack::from_map(texts())
        .map_err(|faults| Problem::internal(pack::fault::render(&faults, pack::Tongue::Both)))
}

/// The roles of the packs, as the floor wants them.
///
/// # Errors
/// The faults of the packs.
pub fn roles() -> Result<Roles> {
    Ok(Roles::new(load()?.roles().iter().map(|role| Role {
        key: role.key.clone(),
        zh: role.label.zh.clone(),
        en: role.label.en.clone(),
        level: directory::level_name(role.level).to_owned(),
        permissions: role.permissions.clone(),
    })))
}
