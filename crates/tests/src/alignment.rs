//! Two lists beside each other: from the records beside the figures that are counted another way,
//! and from files through all four steps of 四双; and the visits that discovery asks for.

use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use chrono::NaiveDate;
use kernel::{IdNumber, Month};
use serde_json::{Value, json};
use server::demo::{self, House};
use synth::{City, County, model::Person};
use tower::ServiceExt as _;

use crate::county::{HOUSEHOLDS, SEED, fresh, house};
use crate::oversight::{by, drained, get, post, upload};

/// Begins an alignment and waits until it is built.
async fn aligned(
    house: &House,
    fields: &[(&str, &str)],
    files: Option<[(&str, &str, &str); 2]>,
) -> String {
    let mut parts = String::new();
    for (name, value) in fields {
        parts.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    for (key, name, content) in files.into_iter().flatten() {
        parts.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{key}\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n{content}\r\n"
        ));
    }
    parts.push_str("--x--\r\n");
    let body = Some(("multipart/form-data; boundary=x", parts));
    let clerk = Some(by(house, "clerk").await);
    let made = crate::county::send(house, clerk, "POST", "/alignments", body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let id = made.body["id"].as_str().unwrap().to_owned();
    let detail = drained(house, &format!("/alignments/{id}")).await;
    assert_eq!(detail["alignment"]["status"]["key"], "open", "{detail}");
    id
}

/// F-009 … F-012 twice: by the alignment's table and by the figures, which read the records in
/// another way. Both must say the same, in every cell, gross and net.
#[tokio::test(flavor = "multi_thread")]
async fn the_cross_table_says_what_the_figures_say() {
    let house = house().await;
    let fields = [("title", "四双对接"), ("on", "2022-10-20")];
    let id = aligned(&house, &fields, None).await;
    let table = get(&house, "clerk", &format!("/alignments/{id}/table")).await;
    let figures = get(&house, "clerk", "/figures?on=2022-10-25").await;
    let columns: Vec<&str> = table["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["zh"].as_str().unwrap())
        .collect();
    let pair = |cell: &Value| (cell["households"].clone(), cell["persons"].clone());
    let printed = |value: &Value| (value["户"].clone(), value["人"].clone());
    let mut compared = 0;
    for (figure, list) in [
        ("F-009", "已脱贫"),
        ("F-010", "脱贫不稳定"),
        ("F-011", "边缘易致贫"),
        ("F-012", "突发严重困难"),
    ] {
        let figure = &figures[figure];
        let row = table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["kind"] == list);
        let Some(row) = row else {
            assert_eq!(figure[list]["户"], 0, "{list} is missing");
            continue;
        };
        assert_eq!(pair(&row["all"]), printed(&figure[list]), "{list}");
        for (column, cell) in columns.iter().zip(row["cells"].as_array().unwrap()) {
            // What nobody gets is left out of the figures.
            let Some(said) = figure.get(*column) else {
                continue;
            };
            assert_eq!(pair(cell), printed(said), "{list} {column}");
            compared += 1;
        }
        assert_eq!(pair(&row["gross"]), printed(&figure["纳入救助"]), "{list}");
        let net = &figure["纳入救助"]["去重"];
        assert_eq!(pair(&row["net"]), printed(net), "{list}");
        // The names behind a figure are as many as the figure says.
        for column in ["net", columns[0], columns[5]] {
            let at = columns.iter().position(|c| *c == column);
            let cell = at.map_or(&row["net"], |at| &row["cells"][at]);
            let path = format!("/alignments/{id}/names?row={list}&column={column}&total=true");
            let names = get(&house, "clerk", &path).await;
            assert_eq!(
                names["total"]["persons"], cell["persons"],
                "{list} {column}"
            );
            assert_eq!(names["total"]["households"], cell["households"]);
        }
    }
    assert!(compared >= 12, "only {compared} cells were compared");
    house.close().await.unwrap();
}

fn number(serial: u16) -> String {
    let birth = NaiveDate::from_ymd_opt(1960, 5, 17).unwrap();
    let number = IdNumber::compose("420202", birth, serial).unwrap();
    number.as_str().to_owned()
}

/// The other side's workbook, as bytes.
async fn exported(house: &House, id: &str) -> Vec<u8> {
    let mut request = Request::get(format!("/api/v1/alignments/{id}/feedback"))
        .body(Body::empty())
        .unwrap();
    request.headers_mut().extend(by(house, "clerk").await);
    let answer = house.app.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 200);
    to_bytes(answer.into_body(), usize::MAX)
        .await
        .unwrap()
        .to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_lists_go_through_all_four_steps() {
    let config = fresh("lists").await;
    demo::make_city(&config, &City::small(SEED)).await.unwrap();
    let house = House::open(&config).await.unwrap();
    let [a, b, c, e] = [number(11), number(22), number(33), number(44)];
    let ours = format!(
        "姓名,身份证号,户编号,类别\n甲一,{a},1,低保\n甲二,{b},1,低保\n乙一,{c},2,特困\n丙一,110105199001010018,3,低保\n"
    );
    let theirs = format!(
        "姓名,身份证号,户编号,类别\n甲一,{a},9,脱贫不稳定\n甲贰,{b},9,脱贫不稳定\n丁一,{e},8,边缘易致贫\n"
    );
    let files = [("here", "我.csv", &*ours), ("there", "他.csv", &*theirs)];
    let id = aligned(&house, &[("title", "两份名单")], Some(files)).await;
    let path = format!("/alignments/{id}");
    let detail = get(&house, "clerk", &path).await;
    assert_eq!(
        (&detail["here"], &detail["there"], &detail["both"]),
        (&json!(3), &json!(3), &json!(2))
    );
    let kinds: BTreeSet<(String, u64)> = detail["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            (
                d["kind"].as_str().unwrap().to_owned(),
                d["open"].as_u64().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("conflict", 1),
        ("no_number", 1),
        ("only_here", 1),
        ("only_there", 1),
    ];
    let expected = expected.map(|(kind, open)| (kind.to_owned(), open));
    assert_eq!(kinds, BTreeSet::from(expected));
    // Nothing is closed while anything is missing, and all that is missing is said at once.
    let close = json!({ "opinion": "办结" });
    let refused = post(&house, "clerk", &format!("{path}/close"), close.clone()).await;
    assert_eq!(refused.code(), "oversight.alignment.open_ends");
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 4);
    // A result needs a remark and must be one of the list.
    let differences = format!("{path}/differences");
    let handle = |result: &str, remark: &str| json!({ "filter": { "kind": "only_there" }, "result": result, "remark": remark });
    let refused = post(&house, "clerk", &differences, handle("to_include", " ")).await;
    assert_eq!((refused.status, refused.code()), (422, "platform.invalid"));
    let refused = post(&house, "clerk", &differences, handle("whatever", "已核")).await;
    assert_eq!(refused.code(), "oversight.word.unknown");
    let handled = post(
        &house,
        "clerk",
        &differences,
        handle("to_include", "已启动申请"),
    )
    .await;
    assert_eq!(
        (&handled.body["differences"], &handled.body["open"]),
        (&json!(1), &json!(3))
    );
    feedback(&house, &path).await;
    for (side, from, to) in [
        ("here", "2021-12-01", "2021-12-07"),
        ("there", "2021-12-02", "2021-12-08"),
    ] {
        let publicity = |from, to| {
            [
                ("side", side),
                ("from", from),
                ("to", to),
                ("place", "村务公开栏"),
            ]
        };
        let path = format!("{path}/publicity");
        let refused = upload(&house, "clerk", &path, &publicity(to, from), None).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        let done = upload(&house, "clerk", &path, &publicity(from, to), None).await;
        assert_eq!(done.status, 200, "{}", done.body);
    }
    let rest = json!({ "result": "no_need", "remark": "情况属实" });
    let handled = post(&house, "clerk", &differences, rest.clone()).await;
    assert_eq!(handled.body["open"], 0);
    let closed = post(&house, "clerk", &format!("{path}/close"), close).await;
    assert_eq!(closed.body["status"]["key"], "closed", "{}", closed.body);
    let refused = post(&house, "clerk", &differences, rest).await;
    assert!(matches!(refused.status, 404 | 409), "{}", refused.body);
    // A later edition takes over what was handled and asks only for what is new.
    let more = format!("{theirs}戊一,{},7,边缘易致贫\n", number(55));
    let files = [("here", "我.csv", &*ours), ("there", "他.csv", &*more)];
    let fields = [("title", "两份名单"), ("follows", id.as_str())];
    let next = aligned(&house, &fields, Some(files)).await;
    let open = get(
        &house,
        "clerk",
        &format!("/alignments/{next}/differences?status=open&total=true"),
    )
    .await;
    assert_eq!(open["total"]["rows"], 1, "{open}");
    assert_eq!(open["items"][0]["there"]["name"], "戊一");
    let before = get(&house, "clerk", &path).await;
    assert_eq!(before["alignment"]["status"]["key"], "replaced");
    house.close().await.unwrap();
}

/// The file goes out and comes back: wrong rows are named, right ones taken, reception recorded.
async fn feedback(house: &House, path: &str) {
    let id = path.rsplit('/').next().unwrap();
    assert!(exported(house, id).await.starts_with(b"PK"));
    let list = get(house, "clerk", &format!("{path}/differences?kind=conflict")).await;
    let conflict = &list["items"][0];
    assert!(
        conflict["there"]["id_number"]
            .as_str()
            .unwrap()
            .contains('*')
    );
    let n = conflict["seq"].as_u64().unwrap() + 1;
    let rows = format!(
        "差异编号,姓名,对方反馈\n{n},甲贰,以我方为准\n{n},甲贰,又一次\n999,某,没有的\n{},别人,不对\n",
        if n == 1 { 2 } else { 1 }
    );
    let file = Some(("file", "反馈.csv", rows.as_str()));
    let feedback = format!("{path}/feedback");
    let refused = upload(house, "clerk", &feedback, &[], file).await;
    assert_eq!(
        refused.status, 422,
        "who confirmed is missing: {}",
        refused.body
    );
    let taken = upload(
        house,
        "clerk",
        &feedback,
        &[("note", "乡村振兴局签收")],
        file,
    )
    .await;
    assert_eq!(taken.body["taken"], 1, "{}", taken.body);
    assert_eq!(taken.body["wrong"].as_array().unwrap().len(), 3);
    let detail = get(house, "clerk", path).await;
    assert_eq!(detail["alignment"]["received_note"], "乡村振兴局签收");
}

/// Somebody of a family that nobody helps in October 2022, and somebody of one that gets help.
fn gap_and_held(county: &County) -> (&Person, &Person) {
    let state = county.state_at(Month::parse("2022-10").unwrap());
    let held: BTreeSet<_> = state.awards.values().map(|a| a.entry.household).collect();
    let head = |inside: bool| {
        let mut households = county.households.iter();
        let household = households.find(|h| held.contains(&h.key) == inside);
        county.person(household.unwrap().head())
    };
    (head(false), head(true))
}

/// Discovery looks for those whom nobody helps, in lists shared for it, and asks for a visit.
#[tokio::test(flavor = "multi_thread")]
async fn discovery_asks_for_visits_and_reports_no_property() {
    let house = house().await;
    let county = County::village(SEED, HOUSEHOLDS);
    let (gap, held) = gap_and_held(&county);
    let row = |p: &Person| format!("{},{},肢体,一级,2015-06-01\n", p.name, p.id_number.as_str());
    let cards = format!(
        "姓名,证件号码,残疾类别,残疾等级,发证日期\n{}{}",
        row(gap),
        row(held)
    );
    let fields = [
        ("title", "重残排查"),
        ("purpose", "discovery"),
        ("month", "2022-10"),
    ];
    let file = Some(("disability_card", "残疾人证.csv", cards.as_str()));
    let run = upload(&house, "clerk", "/supervision-runs", &fields, file).await;
    assert_eq!(run.status, 201, "{}", run.body);
    let run = run.body["id"].as_str().unwrap().to_owned();
    let overview = drained(&house, &format!("/supervision-runs/{run}")).await;
    assert_eq!(overview["run"]["status"]["key"], "done", "{overview}");
    // Whoever is in benefit is on no gap list, so one visit and no clue.
    assert_eq!(
        (&overview["visits"]["visits"], &overview["clues"]["clues"]),
        (&json!(1), &json!(0))
    );
    let list = get(&house, "clerk", &format!("/visits?run={run}")).await;
    let visit = &list["items"][0];
    assert_eq!(visit["name"], gap.name);
    assert!(visit.get("id_number").is_none() && visit.get("evidence").is_none());
    let answer = |outcome: &str, day: &str| json!({ "ids": [visit["id"]], "outcome": outcome, "remark": "已上门", "visited_on": day });
    let refused = post(
        &house,
        "clerk",
        "/visits/answer",
        answer("nonsense", "2022-10-20"),
    )
    .await;
    assert_eq!(refused.code(), "oversight.word.unknown");
    let refused = post(
        &house,
        "clerk",
        "/visits/answer",
        answer("applied", "2099-01-01"),
    )
    .await;
    assert_eq!(refused.status, 422);
    let done = post(
        &house,
        "clerk",
        "/visits/answer",
        answer("applied", "2022-10-20"),
    )
    .await;
    assert_eq!(done.body["visits"], 1, "{}", done.body);
    let again = post(
        &house,
        "clerk",
        "/visits/answer",
        answer("applied", "2022-10-20"),
    )
    .await;
    assert_eq!(again.code(), "oversight.state", "{}", again.body);
    let left = get(
        &house,
        "clerk",
        &format!("/visits?run={run}&status=open&total=true"),
    )
    .await;
    assert_eq!(left["total"]["rows"], 0);
    house.close().await.unwrap();
}
