//! The roll as a workbook, for printing and for the archive.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use kernel::Money;
use paper::{Align, Book, Column, Heading};
use platform::audit::digest_ids;
use platform::db::Sql;
use platform::files;
use platform::http::{Locale, Path};
use platform::{Ctx, Problem, Result};
use uuid::Uuid;

use super::rows;
use crate::authz::ROLL_FILE;
use crate::core::line::{Line, LineKind};
use crate::core::state::RollStatus;
use crate::outside::world;
use crate::repo::{self, Roll};
use crate::trade;

/// Persons looked up in one go.
const PEOPLE: usize = 2_000;

fn kind(kind: LineKind) -> (&'static str, &'static str) {
    match kind {
        LineKind::Current => ("当月", "current"),
        LineKind::Arrears => ("补发", "arrears"),
        LineKind::Recovery => ("追缴", "recovery"),
    }
}

/// Titles of the columns, Chinese and English, with width and alignment.
const COLUMNS: [(&str, &str, u16, Align); 9] = [
    ("序号", "No.", 7, Align::Integer),
    ("乡镇（村）", "Township (village)", 30, Align::Text),
    ("姓名", "Name", 12, Align::Text),
    ("证件号码", "ID number", 22, Align::Text),
    ("类别", "Class", 14, Align::Text),
    ("项目", "Component", 16, Align::Text),
    ("类型", "Kind", 8, Align::Centre),
    ("所属月份", "For month", 10, Align::Centre),
    ("金额（元）", "Amount (yuan)", 12, Align::Amount),
];

/// What stands over and under the table, in the language of the reader.
fn heading(
    locale: Locale,
    roll: &Roll,
    place: &str,
    programme: (&str, &str),
    prepared: &str,
    approved: &str,
) -> Heading {
    let amount = Money::from_fen(roll.amount);
    let (month, households, persons) = (roll.month, roll.households, roll.persons);
    let anchor = roll.anchor.as_deref();
    match locale {
        Locale::Zh => Heading {
            title: format!("{place}{}发放名册（{month}）", programme.0),
            lines: vec![format!(
                "月份：{month}　户数：{households}　人数：{persons}　金额：{amount}元"
            )],
            foot: vec![
                format!("编制：{prepared}　审批：{approved}"),
                format!("审计锚：{}", anchor.unwrap_or("未审批")),
            ],
        },
        Locale::En => Heading {
            title: format!("Roll of {} in {place}, {month}", programme.1),
            lines: vec![format!(
                "Month: {month}; households: {households}; persons: {persons}; amount: {amount} yuan"
            )],
            foot: vec![
                format!("Prepared by: {prepared}; approved by: {approved}"),
                format!("Audit anchor: {}", anchor.unwrap_or("not approved")),
            ],
        },
    }
}

#[utoipa::path(get, path = "/rolls/{id}/file", operation_id = "disburse.roll.file", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, description = "a workbook", body = Vec<u8>,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
pub(crate) async fn file(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut reader = ctx.query(&ROLL_FILE).await?;
    let floor = ctx.floor();
    let roll = repo::find_roll(reader.conn(), reader.scope(), id).await?;
    let sql = Sql::new(format!("select {} from line l where ", rows::LINE))
        .push(rows::of_roll("l", &roll.programme, roll.month, &roll.place))
        .text(" and ")
        .push(reader.scope().sql("l.division"));
    let mut texts = rows::Texts::default();
    let mut lines: Vec<Line> = Vec::new();
    reader
        .conn()
        .for_each(sql, |row| {
            lines.push(rows::line(&row, &mut texts)?);
            Ok(())
        })
        .await?;
    let persons: Vec<Uuid> = lines.iter().map(|line| line.key.person).collect();
    let mut cards = std::collections::BTreeMap::new();
    for part in persons.chunks(PEOPLE) {
        cards.extend(world(floor).people(floor, reader.conn(), part).await?);
    }
    let divisions = directory::division_names(
        reader.conn(),
        lines.iter().map(|line| line.division.as_ref()),
    )
    .await?;
    let users = directory::user_names(
        reader.conn(),
        std::iter::once(roll.prepared_by).chain(roll.approved_by),
    )
    .await?;
    let place = directory::division_ref(reader.conn(), &roll.place).await?;
    let programme = trade::named(
        floor,
        reader.conn(),
        &roll.place,
        &roll.programme,
        roll.month,
    )
    .await;
    lines.sort_by_cached_key(|line| {
        let card = cards.get(&line.key.person).cloned().unwrap_or_default();
        (
            line.division.clone(),
            line.household,
            card.name,
            card.id_number,
            line.key.component.clone(),
            line.key.kind,
            line.key.for_month,
        )
    });
    let approved = roll
        .approved_by
        .filter(|_| roll.status >= RollStatus::Approved);
    let locale = ctx.locale();
    let heading = heading(
        locale,
        &roll,
        &place.name,
        (&programme.zh, &programme.en),
        &users.get(roll.prepared_by).name,
        &approved.map(|id| users.get(id).name).unwrap_or_default(),
    );
    let word = |pair: (&'static str, &'static str)| match locale {
        Locale::Zh => pair.0,
        Locale::En => pair.1,
    };
    let columns = COLUMNS.map(|(zh, en, width, align)| Column::new(word((zh, en)), width, align));
    let broken = |e: paper::PaperError| Problem::internal(e);
    let mut book = Book::new();
    let mut sheet = book
        .sheet(&roll.month.to_string(), &heading, &columns)
        .map_err(broken)?;
    let mut sum = 0;
    for (n, line) in (1u64..).zip(&lines) {
        let card = cards.get(&line.key.person).cloned().unwrap_or_default();
        sum += line.signed();
        sheet
            .row(&[
                n.to_string(),
                divisions.get(&line.division).full_name,
                card.name,
                card.id_number,
                line.class.to_string(),
                match locale {
                    Locale::Zh => programme.component(&line.key.component).zh,
                    Locale::En => programme.component(&line.key.component).en,
                },
                word(kind(line.key.kind)).to_owned(),
                line.key.for_month.to_string(),
                Money::from_fen(line.signed()).to_string(),
            ])
            .map_err(broken)?;
    }
    let total = [
        word(("合计", "Total")),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        &Money::from_fen(sum).to_string(),
    ];
    sheet.total(&total).map_err(broken)?;
    sheet.finish().map_err(broken)?;
    let mut bytes = Vec::new();
    book.write(&mut bytes).map_err(broken)?;
    let ids = digest_ids(lines.iter().map(|line| *line.key.person.as_bytes()));
    reader.listed(
        "roll_file",
        &id,
        u64::try_from(lines.len()).unwrap_or(0),
        ids,
    );
    reader.finish().await?;
    let name = format!(
        "{}_{}_{}.xlsx",
        place.name,
        match locale {
            Locale::Zh => &programme.zh,
            Locale::En => &programme.en,
        },
        roll.month
    );
    let mut response = Response::new(Body::from(bytes));
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(files::XLSX));
    if let Ok(value) = HeaderValue::try_from(files::disposition(&name)) {
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
