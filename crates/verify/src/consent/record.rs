//! A consent is put on record: from the form of a case, or from a signed paper.

use chrono::NaiveDate;
use kernel::DivisionCode;
use platform::{Change, Problem, Result, Sql, Tx, bulk};
use uuid::Uuid;

use super::{Capacity, Consent, ConsentPurpose, NOUN, all};
use crate::problems::CONSENT_WRONG;

/// A consent as `decide` hands it in.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// The case it is given in.
    pub case: Uuid,
    /// Where the case is.
    pub division: DivisionCode,
    /// Its section.
    pub section: String,
    /// Its programme.
    pub programme: String,
    /// Who consents.
    pub person: Uuid,
    /// As what.
    pub capacity: Capacity,
    /// For what.
    pub purpose: ConsentPurpose,
    /// What may be queried.
    pub items: Vec<String>,
    /// False where a supporter said no.
    pub agreed: bool,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none: until the matter ends.
    pub to: Option<NaiveDate>,
    /// Who signed for somebody who cannot.
    pub guardian: Option<String>,
    /// The paper it stands on.
    pub source: String,
}

/// Puts it on record. An earlier consent of the person for the case stays on record beside it.
///
/// # Errors
/// `verify.consent.wrong` where it agrees to nothing or ends before it begins.
pub async fn record(tx: &mut Tx, new: NewConsent) -> Result<Consent> {
    let mut problem = Problem::new(&CONSENT_WRONG);
    if new.agreed && new.items.is_empty() {
        problem = problem.field(
            "/items",
            "请至少选择一项授权查询项目",
            "Choose at least one item that may be queried.",
        );
    }
    if new.to.is_some_and(|to| to < new.from) {
        problem = problem.field(
            "/to",
            "有效期止早于有效期起",
            "The consent ends before it begins.",
        );
    }
    problem.check()?;
    let id = tx.floor().new_id();
    let guardian = new.guardian.as_deref().map(str::trim);
    let guardian = guardian.filter(|g| !g.is_empty()).map(|name| {
        let vault = tx.floor().vault();
        vault.seal(NOUN, "guardian", id, name.as_bytes())
    });
    let columns = [
        "id",
        "division",
        "section",
        "case_id",
        "programme",
        "person",
        "capacity",
        "purpose",
        "items",
        "agreed",
        "valid_from",
        "valid_to",
        "guardian",
        "source",
        "recorded_by",
        "recorded_at",
        "version",
    ];
    let row = vec![
        id.into(),
        new.division.as_str().into(),
        new.section.as_str().into(),
        new.case.into(),
        new.programme.as_str().into(),
        new.person.into(),
        new.capacity.key().into(),
        new.purpose.key().into(),
        serde_json::to_string(&new.items)?.into(),
        new.agreed.into(),
        new.from.into(),
        new.to.into(),
        guardian.into(),
        new.source.as_str().into(),
        tx.ctx().actor().user.into(),
        tx.floor().now().into(),
        1.into(),
    ];
    bulk::insert(tx, NOUN, &columns, [row]).await?;
    let consent = all(tx.floor(), tx.conn(), Sql::new("t.id = ").bind(id))
        .await?
        .remove(0);
    tx.record(Change::created(
        NOUN,
        id,
        &new.division,
        &consent.recorded(),
    ));
    Ok(consent)
}
