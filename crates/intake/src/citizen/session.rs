//! `/portal/sessions`: signing in with a code, and out.

use axum::{
    http::{HeaderValue, header::SET_COOKIE},
    response::{IntoResponse as _, Response},
};
use directory::{DivisionRef, Settings, Token, division_ref};
use kernel::{IdNumber, masking};
use platform::{Change, Json, Problem, Result, Sql, Tx, Visitor, bulk};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{COOKIE, Citizen, anybody, code, store};
use crate::{
    authz::{CITIZEN_END, CITIZEN_GET, CITIZEN_OPEN},
    gate::{self, Door},
    problems::REFUSED,
};

/// Number and code.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CitizenSignIn)]
pub(crate) struct SignIn {
    /// 公民身份号码.
    id_number: String,
    /// The six digits.
    code: String,
}

/// Who is signed in, as far as a screen over somebody's shoulder may know.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CitizenAccount)]
pub(crate) struct Account {
    /// The name.
    name: String,
    /// The telephone, its middle hidden.
    phone: String,
    /// The village or community.
    division: DivisionRef,
}

/// Signs in with the code that was sent or handed out; it counts once.
#[utoipa::path(
    post, path = "/portal/sessions", operation_id = CITIZEN_OPEN.id, tag = "intake",
    request_body = SignIn, responses((status = 200, body = Account), (status = 401, description = "Refused"))
)]
pub(crate) async fn open(visitor: Visitor, Json(given): Json<SignIn>) -> Result<Response> {
    let floor = visitor.floor;
    gate::pass(&floor, Door::SignIn)?;
    let id = IdNumber::parse(given.id_number.trim()).map_err(|_| Problem::new(&REFUSED))?;
    let settings = Settings::of(&floor);
    let ctx = anybody(&floor);
    let mut tx = ctx.begin(&CITIZEN_OPEN, None).await?;
    let now = floor.now();
    let Some(account) = store::by_number(tx.conn(), floor.vault(), &id).await? else {
        return Err(Problem::new(&REFUSED));
    };
    let fresh = account.code_until.is_some_and(|until| until > now);
    let free = account.locked_until.is_none_or(|until| until <= now);
    let given_code = code::digest(&floor, account.id, given.code.trim());
    if !(fresh && free && account.code.as_ref() == Some(&given_code)) {
        if free {
            let failures = account.failures + 1;
            let locked = (failures >= settings.failures).then(|| now + settings.lock);
            fail(&mut tx, &account, failures, locked).await?;
            tx.commit().await?;
        }
        return Err(Problem::new(&REFUSED));
    }
    let token = begin(&mut tx, &account).await?;
    let shown = Account {
        name: account.name.clone(),
        phone: masking::mask_phone(&account.phone),
        division: division_ref(tx.conn(), &account.division).await?,
    };
    tx.commit().await?;
    let mut response = Json(shown).into_response();
    let cookie =
        HeaderValue::try_from(token.cookie(COOKIE, &settings)).map_err(Problem::internal)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

async fn fail(
    tx: &mut Tx,
    account: &store::Account,
    failures: i32,
    locked: Option<chrono::DateTime<chrono::Utc>>,
) -> Result<()> {
    let sql = Sql::new("update citizen set failures = ")
        .bind(if locked.is_some() { 0 } else { failures })
        .text(", locked_until = ")
        .bind(locked)
        .text(" where id = ")
        .bind(account.id);
    tx.conn().run(sql).await?;
    tx.record(Change::created(
        "citizen_refused",
        account.id,
        &account.division,
        &serde_json::Value::Null,
    ));
    Ok(())
}

async fn begin(tx: &mut Tx, account: &store::Account) -> Result<Token> {
    let token = Token::random();
    let sql = Sql::new(
        "update citizen set status = 'active', code = null, code_until = null, failures = 0, \
         locked_until = null where id = ",
    )
    .bind(account.id);
    tx.conn().run(sql).await?;
    let session = tx.floor().new_id();
    let row = vec![
        session.into(),
        token.digest().into(),
        account.id.into(),
        tx.floor().now().into(),
    ];
    bulk::insert(
        tx,
        "citizen_session",
        &["id", "token", "citizen", "created_at"],
        [row],
    )
    .await?;
    tx.record(Change::created(
        "citizen_session",
        session,
        &account.division,
        &serde_json::Value::Null,
    ));
    Ok(token)
}

/// Shows who is signed in.
#[utoipa::path(
    get, path = "/portal/sessions/current", operation_id = CITIZEN_GET.id, tag = "intake",
    responses((status = 200, body = Account))
)]
pub(crate) async fn get(citizen: Citizen) -> Result<Json<Account>> {
    let reader = citizen.ctx.query(&CITIZEN_GET).await?;
    let vault = citizen.ctx.floor().vault();
    let (name, _, phone) = store::named(reader.conn(), vault, citizen.id).await?;
    let division = division_ref(reader.conn(), &citizen.division).await?;
    reader.finish().await?;
    Ok(Json(Account {
        name,
        phone: masking::mask_phone(&phone),
        division,
    }))
}

/// Signs out.
#[utoipa::path(
    delete, path = "/portal/sessions/current", operation_id = CITIZEN_END.id, tag = "intake",
    responses((status = 204))
)]
pub(crate) async fn end(citizen: Citizen) -> Result<Response> {
    let mut tx = citizen.ctx.begin(&CITIZEN_END, None).await?;
    end_session(&mut tx, citizen.session, &citizen.division).await?;
    tx.commit().await?;
    let mut response = axum::http::StatusCode::NO_CONTENT.into_response();
    let gone = HeaderValue::try_from(Token::forget(COOKIE)).map_err(Problem::internal)?;
    response.headers_mut().append(SET_COOKIE, gone);
    Ok(response)
}

async fn end_session(tx: &mut Tx, session: Uuid, division: &kernel::DivisionCode) -> Result<()> {
    let sql = Sql::new("update citizen_session set ended_at = ")
        .bind(tx.floor().now())
        .text(" where id = ")
        .bind(session);
    tx.conn().run(sql).await?;
    tx.record(Change::updated(
        "citizen_session",
        session,
        division,
        &serde_json::json!({"ended": false}),
        &serde_json::json!({"ended": true}),
    ));
    Ok(())
}
