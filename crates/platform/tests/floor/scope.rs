use std::collections::BTreeSet;

use kernel::DivisionCode;
use platform::{Part, Scope};
use proptest::prelude::*;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;

use crate::notes::{COUNT, app, note};

const CODES: &[&str] = &[
    "620521",
    "620521100",
    "620521101",
    "620521101201",
    "620521101202",
    "620521102",
    "620522",
    "620522101",
    "620523101203",
    "620500",
    "620000",
    "110101001",
];
const SECTIONS: &[&str] = &["dibao", "child", "elder"];

fn part() -> impl Strategy<Value = (Vec<usize>, BTreeSet<usize>)> {
    (
        prop::collection::vec(0..CODES.len(), 1..4),
        prop::collection::btree_set(0..SECTIONS.len(), 0..3),
    )
}

fn scope_of(parts: &[(Vec<usize>, BTreeSet<usize>)]) -> Scope {
    Scope::new(parts.iter().map(|(codes, sections)| {
        let codes: Vec<_> = codes
            .iter()
            .map(|c| DivisionCode::parse(CODES[*c]).unwrap())
            .collect();
        let sections = sections.iter().map(|s| SECTIONS[*s].to_owned()).collect();
        Part::new(&codes, sections)
    }))
}

/// The meaning, said without ranges.
fn naive(parts: &[(Vec<usize>, BTreeSet<usize>)], row: &note::Model) -> bool {
    let division = DivisionCode::parse(&row.division).unwrap();
    parts.iter().any(|(codes, sections)| {
        codes
            .iter()
            .any(|c| DivisionCode::parse(CODES[*c]).unwrap().contains(&division))
            && (sections.is_empty() || sections.iter().any(|s| SECTIONS[*s] == row.section))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn conditions_and_fragments_mean_the_same_as_a_naive_filter() {
    let app = app().await;
    let tx = app
        .ctx(&app.user("clerk", "620521"))
        .begin(&COUNT, None)
        .await
        .unwrap();
    let mut rows = Vec::new();
    for code in CODES {
        for section in SECTIONS {
            let division = DivisionCode::parse(code).unwrap().as_str().to_owned();
            let row = note::Model {
                id: app.floor.new_id(),
                division,
                section: (*section).to_owned(),
                body: String::new(),
                version: 1,
            };
            row.clone()
                .into_active_model()
                .insert(tx.conn())
                .await
                .unwrap();
            rows.push(row);
        }
    }
    tx.commit().await.unwrap();
    let conn = app.floor.snapshot().await.unwrap();
    let handle = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
        runner
            .run(&prop::collection::vec(part(), 0..4), |parts| {
                let scope = scope_of(&parts);
                let expected: BTreeSet<_> = rows
                    .iter()
                    .filter(|r| naive(&parts, r))
                    .map(|r| r.id)
                    .collect();
                let found = handle.block_on(
                    note::Entity::find()
                        .filter(scope.condition::<note::Entity>())
                        .all(&conn),
                );
                let found: BTreeSet<_> = found.unwrap().into_iter().map(|r| r.id).collect();
                prop_assert_eq!(&found, &expected);
                let sql = platform::Sql::new("select id from note n where ")
                    .push(scope.sql_in("n.division", Some("n.section")));
                let found = handle.block_on(conn.rows(sql)).unwrap();
                let found: BTreeSet<uuid::Uuid> = found
                    .iter()
                    .map(|r| r.try_get_by_index(0).unwrap())
                    .collect();
                prop_assert_eq!(&found, &expected);
                for row in &rows {
                    let division = DivisionCode::parse(&row.division).unwrap();
                    prop_assert_eq!(
                        scope.contains_in(&division, &row.section),
                        expected.contains(&row.id)
                    );
                }
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn a_filter_only_narrows() {
    let scope = scope_of(&[(vec![2, 6], BTreeSet::new())]);
    let at = |code: &str| DivisionCode::parse(code).unwrap();
    let cut = scope.within(&at("620521"));
    assert!(cut.contains(&at("620521101201")));
    assert!(!cut.contains(&at("620521102")));
    assert!(!cut.contains(&at("620522101")));
    assert!(scope.within(&at("110101")).is_empty());
}

#[tokio::test]
async fn sections_and_dates_of_grants_count() {
    let app = app().await;
    let clerk = app.user("clerk", "620521");
    for section in SECTIONS {
        let body = json!({"division": "620521101", "body": "x", "section": section});
        app.post(&clerk, "/notes", body).await.ok();
    }
    let child = app.user("clerk", "620521");
    app.auth
        .set_grants(child.id, vec![app.grant("clerk", "620521", &["child"])]);
    assert_eq!(
        app.get(&child, "/notes")
            .await
            .ok()
            .as_array()
            .unwrap()
            .len(),
        1
    );

    let mut moved = app.grant("clerk", "620599", &[]);
    moved.also = vec![DivisionCode::parse("620521101").unwrap()];
    app.auth.set_grants(child.id, vec![moved]);
    assert_eq!(
        app.get(&child, "/notes")
            .await
            .ok()
            .as_array()
            .unwrap()
            .len(),
        3
    );

    let mut later = app.grant("clerk", "620521", &[]);
    later.from = app.floor.today().succ_opt().unwrap();
    app.auth.set_grants(child.id, vec![later]);
    assert_eq!(app.get(&child, "/notes").await.status, 403);
    app.clock.advance(chrono::Duration::days(1));
    assert_eq!(app.get(&child, "/notes").await.status, 200);
}
