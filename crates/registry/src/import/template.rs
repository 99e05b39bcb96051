//! `GET /import-kinds/{kind}/template/{file}`: a form to fill in.

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use pack::model::{ColumnMap, Target};
use paper::{Field, Template};
use platform::{Ctx, Path, Problem, Result, files};

use crate::authz::IMPORT_TEMPLATE;
use crate::catalogue::{self, Catalogue};
use crate::problems::NO_KIND;

/// A workbook with drop-downs, notes and an example, made from the pack in force.
#[utoipa::path(
    get, path = "/import-kinds/{kind}/template/{file}", operation_id = IMPORT_TEMPLATE.id,
    tag = "registry", params(("kind" = String, Path), ("file" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path((kind, file)): Path<(String, String)>,
) -> Result<Response> {
    let reader = ctx.query(&IMPORT_TEMPLATE).await?;
    reader.finish().await?;
    let catalogue = catalogue::in_force(ctx.floor())?;
    let kind = catalogue
        .kind(&kind)
        .ok_or_else(|| Problem::new(&NO_KIND))?;
    let file = kind
        .files
        .iter()
        .find(|f| f.key == file)
        .ok_or_else(Problem::not_found)?;
    let person_rows = file.rows == pack::model::RowOf::Person;
    let template = Template {
        name: file.label.zh.clone(),
        fields: file
            .columns
            .iter()
            .filter(|c| c.template && c.target != Target::Ignore)
            .map(|c| field(&catalogue, person_rows, c))
            .collect(),
        notes: vec![
            format!("{}：{}", kind.label.zh, file.label.zh),
            "每行一条；标 * 的列必填；身份证号、账号等一律按文本填写。".to_owned(),
            "列的顺序可以调整，可以增加自己的列。示例见下表。".to_owned(),
        ],
    };
    let name = format!("{}-{}.xlsx", kind.label.zh, file.label.zh);
    let bytes = tokio::task::spawn_blocking(move || {
        let mut out = Vec::new();
        template.write(&mut out).map(|()| out)
    })
    .await
    .map_err(Problem::internal)?
    .map_err(|e| Problem::internal(e.en()))?;
    Response::builder()
        .header(header::CONTENT_TYPE, files::XLSX)
        .header(header::CONTENT_DISPOSITION, files::disposition(&name))
        .body(Body::from(bytes))
        .map_err(Problem::internal)
}

fn field(catalogue: &Catalogue, person_rows: bool, column: &ColumnMap) -> Field {
    let title = column.headers.first().cloned().unwrap_or_default();
    let (note, choices) = match &column.target {
        Target::Fact(name) => match catalogue.fact_for(person_rows, name) {
            Some(fact) => (fact.note.clone(), Catalogue::choices(fact)),
            None => (None, Vec::new()),
        },
        _ => (None, Vec::new()),
    };
    let target = match &column.target {
        Target::Field(field) => field.as_str(),
        Target::Fact(fact) => fact.as_str(),
        Target::Ignore => "",
    };
    let programmes = || catalogue.programmes.iter().map(|p| p.zh.clone()).collect();
    let choices = match target {
        "award.covered" => vec!["是".to_owned(), "否".to_owned()],
        // Several programmes may stand in one cell, so there is no drop-down.
        "award.programme" => Vec::new(),
        _ => choices,
    };
    let programmes: Vec<String> = if target == "award.programme" {
        programmes()
    } else {
        Vec::new()
    };
    let mut note = column.note.clone().or(note).unwrap_or_default();
    if !programmes.is_empty() {
        note = format!("{note} {}", programmes.join("、"));
    }
    let example = match target {
        "公民身份号码" | "household.head_id" => "11010519491231002X",
        "姓名" | "household.head_name" | "account.holder" => "张三",
        "与户主关系" => "户主",
        "出生日期" => "1949-12-31",
        "award.from_month" => "2022-01",
        "account.number" => "6217000000000000000",
        "household.township" => "某某镇",
        "household.village" => "某某村",
        _ => choices.first().map_or("", String::as_str),
    };
    let example = example.to_owned();
    let width = (title.chars().count() * 2 + 4).clamp(10, 26) as u16;
    Field {
        title,
        note: note.trim().to_owned(),
        example,
        choices,
        required: column.required,
        width,
    }
}
