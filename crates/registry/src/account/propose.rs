//! `POST /persons/{id}/account-changes`.

use kernel::text::normalise_name;
use kernel::{BankAccount, Bilingual, DivisionCode};
use platform::{Answer, Change, Ctx, Json, NewTask, Path, Problem, Result, Sql, Tx, bulk};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{CHANGE, change_views};
use crate::authz::{ACCOUNT_APPROVE, ACCOUNT_PROPOSE};
use crate::catalogue;
use crate::problems::WAITING;

/// The longest name of a bank or holder, in characters.
const NAME_MAX: usize = 60;

/// A new account.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountRequest {
    /// The bank's key or name.
    bank: String,
    /// The holder's name.
    holder: String,
    /// The number.
    account: String,
    /// Why it changes.
    reason: String,
}

/// Proposes another account for a person; a second person has to approve it.
#[utoipa::path(
    post, path = "/persons/{id}/account-changes", operation_id = ACCOUNT_PROPOSE.id,
    tag = "registry", params(("id" = Uuid, Path)), request_body = AccountRequest,
    responses((status = 201, body = super::ChangeView))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(person): Path<Uuid>,
    Json(request): Json<AccountRequest>,
) -> Result<Answer> {
    let mut problem = Problem::invalid();
    let holder = normalise_name(&request.holder);
    let bank = request.bank.trim();
    let number = match BankAccount::parse(&request.account) {
        Ok(number) => Some(number),
        Err(e) => {
            problem = problem.field("/account", e.zh(), e.en());
            None
        }
    };
    for (pointer, text, zh, en) in [
        (
            "/holder",
            holder.as_str(),
            "请填写户名",
            "Give the holder's name.",
        ),
        ("/bank", bank, "请填写开户银行", "Give the bank."),
        (
            "/reason",
            request.reason.trim(),
            "请填写变更原因",
            "Say why it changes.",
        ),
    ] {
        if text.is_empty() || text.chars().count() > NAME_MAX * 4 {
            problem = problem.field(pointer, zh, en);
        }
    }
    problem.check()?;
    let number = number.ok_or_else(Problem::invalid)?;
    let bank = catalogue::in_force(ctx.floor()).map_or_else(|_| bank.to_owned(), |c| c.bank(bank));
    let mut tx = ctx
        .begin(&ACCOUNT_PROPOSE, Some(request.reason.trim()))
        .await?;
    let sql = Sql::new(
        "select p.division, m.household from person p \
         join membership m on m.person = p.id and m.to_date is null where p.id = ",
    )
    .bind(person)
    .text(" and ")
    .push(tx.scope().sql("p.division"));
    let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
    let division: String = row.try_get_by_index(0)?;
    let household: Uuid = row.try_get_by_index(1)?;
    let waiting = Sql::new("select 1 from account_change where status = 'proposed' and person = ")
        .bind(person);
    if tx.conn().row(waiting).await?.is_some() {
        return Err(Problem::new(&WAITING));
    }
    let id = ctx.floor().new_id();
    let vault = ctx.floor().vault().clone();
    let plain = number.as_str();
    let tail = plain[plain.len().saturating_sub(4)..].to_owned();
    let sql = Sql::with(
        "insert into account_change (id, person, household, division, bank, holder, number, \
         number_index, tail, reason, status, proposed_by, proposed_at) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?)",
        [
            id.into(),
            person.into(),
            household.into(),
            division.as_str().into(),
            bank.as_str().into(),
            vault
                .seal("account", "holder", id, holder.as_bytes())
                .into(),
            vault.seal("account", "number", id, plain.as_bytes()).into(),
            vault.index("account", plain).to_vec().into(),
            tail.as_str().into(),
            request.reason.trim().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    bulk::execute(&mut tx, sql).await?;
    let division = DivisionCode::parse(&division).map_err(|e| Problem::internal(e.to_string()))?;
    tx.record(Change::created(
        "account_change",
        id,
        &division,
        &json!({"person": person, "bank": bank, "tail": tail}),
    ));
    open_task(&mut tx, id, division.as_str()).await?;
    let view = change_views(&ctx, tx.conn(), Sql::new(CHANGE).text("c.id = ").bind(id)).await?;
    let view = view.into_iter().next().ok_or_else(Problem::not_found)?;
    tx.finish(201, &view).await
}

/// Tells those who may approve that an account waits; who proposed it is not among them.
pub(crate) async fn open_task(tx: &mut Tx, id: Uuid, division: &str) -> Result<()> {
    let division = DivisionCode::parse(division).map_err(|e| Problem::internal(e.to_string()))?;
    let proposer = tx.ctx().actor().user;
    tx.open_task(NewTask {
        kind: ACCOUNT_APPROVE.id,
        title_zh: "批准账户变更".to_owned(),
        title_en: "Approve a change of account".to_owned(),
        noun: "account_change",
        subject: id.to_string(),
        division: &division,
        section: None,
        permission: ACCOUNT_APPROVE.permission,
        not_for: Some(proposer),
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    Ok(())
}
