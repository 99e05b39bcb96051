//! Forms of a place: the version of a day, and any version that a record was filled in by.

use crate::model::FormText;
use crate::pack::Pack;
use chrono::NaiveDate;
use kernel::DivisionCode;

impl Pack {
    /// All versions of all forms, in the order of the texts.
    pub fn forms(&self) -> &[FormText] {
        &self.data().forms
    }

    /// The form that is filled in at a place on a day; that of the nearest level.
    pub fn form(&self, key: &str, place: &DivisionCode, on: NaiveDate) -> Option<&FormText> {
        let data = self.data();
        let chain = data.chain(data.level_of(place)?);
        chain.iter().find_map(|level| {
            self.forms()
                .iter()
                .find(|f| f.level == *level && f.form.key == key && f.holds(on))
        })
    }

    /// The version of a form that a record names.
    pub fn form_version(&self, key: &str, version: u32, place: &DivisionCode) -> Option<&FormText> {
        let data = self.data();
        let chain = data.chain(data.level_of(place)?);
        chain.iter().find_map(|level| {
            self.forms()
                .iter()
                .find(|f| f.level == *level && f.form.key == key && f.form.version == version)
        })
    }
}
