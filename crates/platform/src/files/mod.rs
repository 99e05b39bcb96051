//! Stored files: content-addressed, sealed in chunks on disk, named by a row of the database.
//!
//! The content goes to disk first and is durable there; the row that names it commits with the
//! command. A process killed in between leaves a blob that nobody names; [`sweep`] takes it away.
//!
//! ```ignore
//! let stored = files::store(&floor, files::Source::Bytes(bytes)).await?;      // no lock held
//! let mut tx = ctx.begin(&CREATE, None).await?;
//! let id = files::attach(&mut tx, &stored, NewFile {
//!     name: "花名册.xlsx", media: files::XLSX, permission: "registry.import.read",
//!     division: Some(&division), section: None, noun: Some("import"),
//!     subject: Some(import.to_string()), personal: true,
//! }).await?;
//! ```

mod blob;
mod get;
mod picture;

use kernel::DivisionCode;
use uuid::Uuid;

pub use blob::{Content, Source, Stored, store, sweep};
pub(crate) use get::routes;
pub use get::{FileRow, disposition, find, open, open_stored, serve};
pub use picture::{PICTURE_MAX, Unusable, picture, read_part, scan};

use crate::{db::Sql, problem::Result, tx::Tx};

/// The media type of .xlsx.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The media type of .csv.
pub const CSV: &str = "text/csv; charset=utf-8";
/// The media type of plain text.
pub const TEXT: &str = "text/plain; charset=utf-8";

/// What a file's row says.
#[derive(Clone, Debug)]
pub struct NewFile<'a> {
    /// The name that the user sees; sealed.
    pub name: &'a str,
    /// The media type.
    pub media: &'a str,
    /// The permission that reading it needs.
    pub permission: &'a str,
    /// The division whose scope reading it needs; `None`: only the one who made it reads it.
    pub division: Option<&'a DivisionCode>,
    /// The section, if it belongs to one.
    pub section: Option<&'a str>,
    /// What it belongs to.
    pub noun: Option<&'a str>,
    /// Which one.
    pub subject: Option<String>,
    /// Whether it shows data of persons, so that each download enters the access log.
    pub personal: bool,
}

/// Names stored content by a row, in the command's transaction. Answers the file's id.
///
/// # Errors
/// When the database fails.
pub async fn attach(tx: &mut Tx, stored: &Stored, file: NewFile<'_>) -> Result<Uuid> {
    let floor = tx.floor().clone();
    let id = floor.new_id();
    let sql = Sql::with(
        "insert into file (id, blob, digest, size, media, name, permission, division, section, \
         noun, subject, personal, created_at, created_by) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            id.into(),
            stored.blob.as_str().into(),
            stored.digest.to_vec().into(),
            stored.size.into(),
            file.media.into(),
            floor
                .vault()
                .seal("file", "name", id, file.name.as_bytes())
                .into(),
            file.permission.into(),
            file.division.map(|d| d.as_str().to_owned()).into(),
            file.section.into(),
            file.noun.into(),
            file.subject.into(),
            file.personal.into(),
            floor.now().into(),
            tx.ctx().actor().user.into(),
        ],
    );
    tx.conn().run(sql).await?;
    Ok(id)
}
