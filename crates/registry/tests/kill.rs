//! A killed import goes on to the same end. In a process of its own, because the planted
//! faults are the process's.
#![allow(missing_docs, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "registry/fixtures.rs"]
mod fixtures;

use std::fmt::Write as _;

use platform::fault::{self, Action};
use serde_json::json;

use fixtures::{self as fx, COUNTY, HOUSEHOLD, PERSON};

/// Households of two persons each.
fn many(count: u32) -> (String, String) {
    let (mut households, mut persons) = (format!("{HOUSEHOLD}\n"), format!("{PERSON}\n"));
    for i in 0..count {
        let birth = kernel::Month::from_index(1950 * 12 + (i % 480) as i32)
            .unwrap()
            .first_day()
            .to_string();
        let serial = 2 * (i / 480) as u16;
        let (a, b) = (fx::id(&birth, serial), fx::id(&birth, serial + 501));
        writeln!(households, "户主{i},{a},620521100201,永清镇,李崖村,{i}号,D{i},2021-01,二类,整户,农信社,户主{i},62170000{i:09},,").unwrap();
        writeln!(
            persons,
            "{a},户主{i},户主{i},{a},户主,,,健康,,,,是\n{a},户主{i},成员{i},{b},子,,,健康,,,,是"
        )
        .unwrap();
    }
    (households, persons)
}

#[tokio::test]
async fn a_broken_off_import_resumes_to_the_same_end() {
    let (households, persons) = many(900);
    let files: [(&str, &[u8]); 2] = [
        ("农村低保家庭查询.csv", households.as_bytes()),
        ("农村低保人员查询.csv", persons.as_bytes()),
    ];
    let mut ends = Vec::new();
    for point in [
        None,
        Some(("platform.job.before_step", 1)),
        Some(("platform.job.after_step", 2)),
        Some(("platform.commit.before_commit", 3)),
    ] {
        let app = fx::app().await;
        let clerk = app.user("clerk", COUNTY);
        let answer = fx::send(&app, &clerk, "provincial_rural_dibao", &files).await;
        assert_eq!(answer.status, 201, "{answer}");
        let mut import = answer.json();
        for stage in ["read", "apply"] {
            if stage == "apply" {
                let path = format!("/imports/{}/apply", import["id"].as_str().unwrap());
                let answer = app.post(&clerk, &path, json!({"mode": "all"})).await;
                assert_eq!(answer.status, 200, "{answer}");
            }
            if let Some((name, nth)) = point {
                fault::arm(name, nth, Action::Error);
            }
            app.run_jobs().await;
            fault::disarm();
            import = fx::get(&app, &clerk, &import).await;
            for _ in 0..3 {
                if matches!(import["status"].as_str(), Some("ready" | "applied")) {
                    break;
                }
                let job = import["job"]["id"].as_str().unwrap();
                let answer = app
                    .post(&clerk, &format!("/jobs/{job}/resume"), json!({}))
                    .await;
                assert_eq!(answer.status, 200, "{answer}");
                app.run_jobs().await;
                import = fx::get(&app, &clerk, &import).await;
            }
        }
        assert_eq!(import["status"], "applied", "{point:?}: {import:#}");
        ends.push(json!({
            "totals": import["totals"],
            "persons": fx::count(&app, "select count(*) from person").await,
            "households": fx::count(&app, "select count(*) from household").await,
            "members": fx::count(&app, "select count(*) from membership").await,
            "entries": fx::count(&app, "select count(*) from roster_entry").await,
            "facts": fx::count(&app, "select count(*) from circumstance").await,
            "last": fx::count(&app, "select cast(last as bigint) from serial where programme = 'household'").await,
        }));
        app.verify().await;
    }
    assert_eq!(ends[0]["persons"], 1800);
    assert_eq!(ends[0]["last"], 900);
    for end in &ends {
        assert_eq!(end, &ends[0]);
    }
}
