//! `POST /portal/codes` and `POST /citizens/codes`: six digits for signing in.

use chrono::Duration;
use kernel::{Bilingual as _, DivisionCode, DivisionLevel, IdNumber, text::normalise_name};
use platform::{Answer, Change, Ctx, Floor, Json, Problem, Result, Sql, Tx, Visitor};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    anybody,
    messages::{Messages, Outbox},
    store::{self, Claimed},
};
use crate::{
    authz::{CODE_ASK, CODE_HAND},
    gate::{self, Door},
};

/// A code that was sent counts for so many minutes.
const SENT_MINUTES: i64 = 10;
/// A code that was handed out at the counter counts for a day.
const HANDED_MINUTES: i64 = 24 * 60;
/// So many codes a day may be sent to one telephone.
const CODES_A_DAY: i32 = 5;

/// Who asks.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Identity {
    /// 公民身份号码 (GB 11643).
    id_number: String,
    /// Name.
    name: String,
    /// Mobile telephone, 11 digits.
    phone: String,
    /// The village or community, 12 digits.
    division: String,
}

/// That a code is on its way, if everything fits.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CodeSent {
    /// For how long it counts.
    minutes: i64,
}

/// The code, for the officer who hands it over.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct CodeHanded {
    code: String,
    /// For how long it counts.
    minutes: i64,
}

fn checked(given: &Identity) -> Result<Claimed> {
    let mut problem = Problem::invalid();
    let id = match IdNumber::parse(given.id_number.trim()) {
        Ok(id) => Some(id),
        Err(fault) => {
            problem = problem.field("/id_number", fault.zh(), fault.en());
            None
        }
    };
    let name = normalise_name(&given.name);
    if name.is_empty() || name.chars().count() > 60 {
        problem = problem.field("/name", "请填写姓名", "Give your name.");
    }
    let phone = given.phone.trim().to_owned();
    let mobile =
        phone.len() == 11 && phone.starts_with('1') && phone.bytes().all(|b| b.is_ascii_digit());
    if !mobile {
        problem = problem.field(
            "/phone",
            "请填写11位手机号",
            "Give a mobile number of 11 digits.",
        );
    }
    let division = DivisionCode::parse(given.division.trim())
        .ok()
        .filter(|d| d.level() == DivisionLevel::Village);
    if division.is_none() {
        problem = problem.field(
            "/division",
            "请选择您所在的村（社区）",
            "Choose your village or community.",
        );
    }
    problem.check()?;
    match (id, division) {
        (Some(id), Some(division)) => Ok(Claimed {
            id,
            name,
            phone,
            division,
        }),
        _ => Err(Problem::invalid()),
    }
}

/// Sends a code to the telephone of a citizen. The answer is the same whether the number is
/// known, the name fits or the day's codes are used up: nobody learns anything about anybody.
#[utoipa::path(
    post, path = "/portal/codes", operation_id = CODE_ASK.id, tag = "intake",
    request_body = Identity, responses((status = 202, body = CodeSent))
)]
pub(crate) async fn ask(visitor: Visitor, Json(given): Json<Identity>) -> Result<Answer> {
    let floor = visitor.floor;
    gate::pass(&floor, Door::Code)?;
    let who = checked(&given)?;
    let ctx = anybody(&floor);
    let mut tx = ctx.begin(&CODE_ASK, None).await?;
    store::forget_waiting(&tx).await?;
    let known = store::by_number(tx.conn(), floor.vault(), &who.id).await?;
    let today = floor.today();
    let send = match &known {
        Some(account) => {
            let fits = account.name == who.name && account.phone == who.phone;
            fits && (account.code_day != Some(today) || account.codes < CODES_A_DAY)
        }
        None => true,
    };
    let mut code = None;
    if send {
        code = Some(make(&mut tx, &who, known.map(|k| k.id), SENT_MINUTES).await?);
    }
    let answer = CodeSent {
        minutes: SENT_MINUTES,
    };
    let answer = tx.finish(202, &answer).await?;
    if let Some(code) = code {
        let text = format!("【社会救助】登录码 {code}，{SENT_MINUTES}分钟内有效，请勿告诉他人。");
        send_to(&floor, &who.phone, &text).await?;
    }
    Ok(answer)
}

async fn send_to(floor: &Floor, phone: &str, text: &str) -> Result<()> {
    match floor.extension::<Box<dyn Messages>>() {
        Some(gateway) => gateway.send(floor, phone, text).await,
        None => Outbox.send(floor, phone, text).await,
    }
}

/// Hands out a code at the counter, to somebody whose identity card was seen: for people without
/// a telephone of their own. It counts for a day; name and telephone are then those of the card.
#[utoipa::path(
    post, path = "/citizens/codes", operation_id = CODE_HAND.id, tag = "intake",
    request_body = Identity, responses((status = 201, body = CodeHanded))
)]
pub(crate) async fn hand(ctx: Ctx, Json(given): Json<Identity>) -> Result<Answer> {
    let who = checked(&given)?;
    let mut tx = ctx.begin(&CODE_HAND, None).await?;
    tx.require(&who.division)?;
    let known = store::by_number(tx.conn(), ctx.floor().vault(), &who.id).await?;
    if let Some(account) = &known {
        tx.require(&account.division)?;
        let vault = ctx.floor().vault();
        let sealed =
            |column: &str, text: &str| vault.seal("citizen", column, account.id, text.as_bytes());
        let sql = Sql::new("update citizen set name = ")
            .bind(sealed("name", &who.name))
            .text(", phone = ")
            .bind(sealed("phone", &who.phone))
            .text(", failures = 0, locked_until = null where id = ")
            .bind(account.id);
        tx.conn().run(sql).await?;
    }
    let code = make(&mut tx, &who, known.map(|k| k.id), HANDED_MINUTES).await?;
    let answer = CodeHanded {
        code,
        minutes: HANDED_MINUTES,
    };
    tx.finish(201, &answer).await
}

/// Makes a code and keeps its keyed digest beside the account, which is begun where there is none.
async fn make(tx: &mut Tx, who: &Claimed, known: Option<Uuid>, minutes: i64) -> Result<String> {
    let id = match known {
        Some(id) => id,
        None => store::insert(tx, who).await?,
    };
    let code = six_digits();
    let (now, today) = (tx.floor().now(), tx.floor().today());
    let sql = Sql::new("update citizen set code = ")
        .bind(digest(tx.floor(), id, &code))
        .text(", code_until = ")
        .bind(now + Duration::minutes(minutes))
        .text(", codes = case when code_day = ")
        .bind(today)
        .text(" then codes + 1 else 1 end, code_day = ")
        .bind(today)
        .text(" where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    tx.record(Change::created(
        "citizen_code",
        id,
        &who.division,
        &serde_json::Value::Null,
    ));
    Ok(code)
}

/// The digest of a code, bound to its account.
pub(super) fn digest(floor: &Floor, citizen: Uuid, code: &str) -> Vec<u8> {
    let message = [citizen.as_bytes(), code.as_bytes()].concat();
    floor.vault().mac("citizen_code", &message).to_vec()
}

/// Six random digits, each equally likely.
fn six_digits() -> String {
    loop {
        let mut bytes = [0u8; 4];
        getrandom::fill(&mut bytes).expect("the operating system gives random bits");
        // 4,294 millions are whole in 32 bits; what lies above would favour small codes.
        let number = u32::from_be_bytes(bytes);
        if number < 4_294_000_000 {
            return format!("{:06}", number % 1_000_000);
        }
    }
}
