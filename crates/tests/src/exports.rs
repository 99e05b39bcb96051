//! What is exported is what is filtered: the workbook's rows beside those of the list.

use std::{io::Cursor, time::Duration};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderValue, Request, header},
};
use calamine::{Data, Reader as _, Xlsx};
use platform::jobs;
use serde_json::{Value, json};
use server::demo::House;
use tower::ServiceExt as _;

use crate::{
    county::{house, send},
    months::get,
};

/// A column: its title, and how the list shows what stands in it.
type Column = (&'static str, fn(&Value) -> String);

/// The columns that the test compares.
const COLUMNS: [Column; 6] = [
    ("户编号", |row| text(&row["number"])),
    ("户主姓名", |row| text(&row["head"]["name"])),
    ("户主身份证号", |row| text(&row["head"]["id_number"])),
    ("家庭人口", |row| row["size"].to_string()),
    ("保障人口", |row| row["covered"].to_string()),
    ("类别", |row| {
        let classes = row["programmes"].as_array().unwrap().iter();
        let classes: Vec<&str> = classes.filter_map(|p| p["class"].as_str()).collect();
        classes.join("、")
    }),
];

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The list under a filter, whole, as the columns above.
async fn listed(filter: &str) -> Vec<Vec<String>> {
    let page = get("clerk", &format!("/households?limit=200&{filter}")).await;
    assert!(page["next"].is_null(), "the filter fits a page");
    let row = |row: &Value| COLUMNS.iter().map(|column| column.1(row)).collect();
    let mut rows: Vec<_> = page["items"].as_array().unwrap().iter().map(row).collect();
    rows.sort();
    rows
}

/// Exports under a filter and reads the workbook back.
async fn exported(house: &House, filter: Value) -> Vec<Vec<String>> {
    read(workbook(house, filter, "zh-CN").await)
}

/// Exports under a filter for a reader of a language.
async fn workbook(house: &House, filter: Value, language: &'static str) -> Vec<u8> {
    let user = directory::user_of_login(&house.floor, "clerk")
        .await
        .unwrap()
        .unwrap();
    let body = Some(("application/json", filter.to_string()));
    let mut headers = house.headers(user);
    headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(language));
    let asked = send(house, Some(headers), "POST", "/households/export", body).await;
    assert_eq!(asked.status, 202, "{}", asked.body);
    let path = format!("/jobs/{}", asked.body["id"].as_str().unwrap());
    let mut file = None;
    for _ in 0..200 {
        jobs::drain(&house.floor).await.unwrap();
        let job = send(house, Some(house.headers(user)), "GET", &path, None).await;
        match job.body["status"].as_str() {
            Some("done") => {
                file = job.body["result"]["file"].as_str().map(str::to_owned);
                break;
            }
            // Another test's house may have taken the job.
            Some("queued" | "running") => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => panic!("{}", job.body),
        }
    }
    let mut request = Request::get(format!("/api/v1/files/{}", file.unwrap()))
        .body(Body::empty())
        .unwrap();
    request.headers_mut().extend(house.headers(user));
    let answer = house.app.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 200);
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    bytes.to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_english_gets_english_titles() {
    let house = house().await;
    let bytes = workbook(&house, json!({"programme": "tekun"}), "en").await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let cells: Vec<String> = sheet.cells().map(|(_, _, cell)| cell.to_string()).collect();
    for title in ["List of households", "Household no.", "Monthly amount"] {
        assert!(cells.iter().any(|cell| cell == title), "{title}");
    }
    for chinese in ["户编号", "家庭名单", "月金额", "合计"] {
        assert!(
            !cells.iter().any(|cell| cell.contains(chinese)),
            "{chinese}"
        );
    }
}

fn read(bytes: Vec<u8>) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let cells: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect())
        .collect();
    let head = cells
        .iter()
        .position(|row| row.iter().any(|cell| cell == COLUMNS[0].0))
        .expect("a row of titles");
    let place = |title: &str| cells[head].iter().position(|cell| cell == title).unwrap();
    let places: Vec<usize> = COLUMNS.iter().map(|column| place(column.0)).collect();
    let number = places[0];
    let mut rows: Vec<Vec<String>> = cells[head + 1..]
        .iter()
        .filter(|row| row[number].starts_with("6205"))
        .map(|row| places.iter().map(|at| row[*at].clone()).collect())
        .collect();
    rows.sort();
    rows
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_holds_the_filtered_rows_and_no_other() {
    let house = house().await;
    let all = listed("").await;
    for (filter, query) in [
        (json!({"programme": "dibao"}), "programme=dibao"),
        (
            json!({"programme": "dibao", "class": "一类"}),
            "programme=dibao&class=%E4%B8%80%E7%B1%BB",
        ),
        (json!({"programme": "tekun"}), "programme=tekun"),
    ] {
        let expected = listed(query).await;
        assert!(
            !expected.is_empty() && expected.len() < all.len(),
            "{query}"
        );
        assert_eq!(exported(&house, filter).await, expected, "{query}");
    }
    assert_eq!(exported(&house, json!({})).await, all);
    for row in &all {
        assert!(row[2].contains('*'), "an ID number leaves unmasked");
    }
}
