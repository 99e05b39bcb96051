use axum::http::{StatusCode, header};

use super::find;

#[test]
fn a_missing_asset_is_missing_and_a_page_is_the_console() {
    assert_eq!(find("/assets/nothing.js").status(), StatusCode::NOT_FOUND);
    let page = find("/households/1");
    let media = page.headers()[header::CONTENT_TYPE].to_str().unwrap();
    assert!(media.starts_with("text/html"), "{media}");
    // Built or not, the answer is a page that says what to do.
    assert!([StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE].contains(&page.status()));
}
