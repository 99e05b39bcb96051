//! Rows without a good identity number: likely persons are laid beside them, somebody decides, the
//! next run uses what was decided, and the next delivery does not ask again.

use platform::fault;
use serde_json::{Value, json};

use crate::deliveries::{CLERK, Desk, ONE, text};

const SOURCE: &str = "village_cadre";

/// A member of a family in benefit: household, name, number.
type Member = (String, String, String);

/// A file in which the first has a mistyped number, the second none, and a stranger none either.
fn file(first: &Member, second: &Member) -> String {
    let wrong = if first.2.ends_with('1') { "2" } else { "1" };
    let typed = format!("{}{wrong}", &first.2[..17]);
    let birth = format!(
        "{}-{}-{}",
        &second.2[6..10],
        &second.2[10..12],
        &second.2[12..14]
    );
    format!(
        "姓名,证件号码,出生日期,职务,任职村\n{},{typed},,会计,某村\n{},,{birth},文书,某村\n\
         欧阳无此人,,1931-02-03,委员,某村\n某某,110101199003070038,,主任,某村\n",
        first.1, second.1
    )
}

impl Desk {
    async fn pairs(&self, query: &str) -> Vec<Value> {
        let path = format!("/link-pairs?limit=200&total=true&{query}");
        let list = self.ask(CLERK, "GET", &path, None).await;
        assert_eq!(list.status, 200, "{}", list.body);
        list.body["items"].as_array().unwrap().clone()
    }

    async fn decide(&self, pair: &Value, answer: &str, reason: &str) -> crate::county::Answer {
        let path = format!("/link-pairs/{}/decide", text(&pair["id"]));
        let body = json!({"answer": answer, "reason": reason});
        self.seen(CLERK, &pair["version"], &path, body).await
    }

    async fn cadres(&self, household: &str) -> Vec<Value> {
        let body = json!({"purpose": "supervision", "household": household});
        let run = self.run(body).await;
        assert_eq!(run["status"], "done", "{run}");
        let all = self.findings(&format!("run={}", text(&run["id"]))).await;
        let mine = |f: &Value| f["check"]["key"] == SOURCE;
        all.into_iter().filter(mine).collect()
    }
}

/// The pair of a row and a household.
fn of<'p>(pairs: &'p [Value], row: u64, household: &str) -> &'p Value {
    pairs
        .iter()
        .find(|p| p["row"] == row && p["household"] == household)
        .unwrap_or_else(|| panic!("no pair of row {row}: {pairs:?}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whom_a_row_without_a_number_is_about_is_decided_by_a_person() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let people = desk.people().await;
    let (first, second) = (&people[2], &people[3]);
    let kept = desk
        .take(SOURCE, "2022-10-01", file(first, second).as_bytes())
        .await;
    assert_eq!(kept["status"], "ready", "{kept}");
    assert_eq!(kept["rows"]["kept"], 1, "{kept}");
    desk.office.jobs().await;
    let delivery = text(&kept["id"]).to_owned();
    let pairs = desk.pairs(&format!("delivery={delivery}")).await;
    assert!(pairs.iter().all(|p| p["status"] == "open"), "{pairs:?}");
    let (one, two) = (of(&pairs, 2, &first.0), of(&pairs, 3, &second.0));
    assert!(one["likelihood"].as_i64() > Some(5_000), "{one}");
    assert_eq!(one["fields"], json!([]), "lists show no sides");
    let tasks = desk.office.tasks(CLERK).await;
    assert!(
        tasks.iter().any(|t| t.contains("无有效证件号")),
        "{tasks:?}"
    );

    // Both sides beside each other, numbers masked, with what each field adds.
    let path = format!("/link-pairs/{}", text(&one["id"]));
    let opened = desk.ask(CLERK, "GET", &path, None).await;
    let fields = opened.body["fields"].as_array().unwrap();
    let field = |key: &str| fields.iter().find(|f| f["key"] == key).unwrap();
    assert_eq!(field("name")["level"], 4, "{}", opened.body);
    assert_eq!(field("number")["level"], 3, "one slip: {}", opened.body);
    assert!(field("name")["weight"].as_i64() > Some(0));
    assert!(text(&field("number")["ours"]).contains("****"));
    assert!(!opened.body.to_string().contains(&first.2), "leaks");
    assert_eq!(opened.body["cells"][0]["value"], "某村", "{}", opened.body);

    // Nobody of another area sees it or decides.
    for path in [path.clone(), format!("/link-pairs?delivery={delivery}")] {
        let other = desk.ask("next-clerk", "GET", &path, None).await;
        let seen = other.body["items"].as_array().map_or(0, Vec::len);
        assert!(other.status == 404 || seen == 0, "{}", other.body);
    }
    let body = json!({"answer": "same", "reason": "核查"});
    let other = desk
        .ask("next-clerk", "POST", &format!("{path}/decide"), Some(body))
        .await;
    assert_eq!(other.status, 404, "{}", other.body);

    // Without decision nobody is found; what is no answer, or has no reason, is refused.
    assert!(desk.cadres(&first.0).await.is_empty());
    assert_eq!(desk.decide(one, "perhaps", "核查").await.status, 422);
    let blank = desk.decide(one, "same", "  ").await;
    assert_eq!(blank.body["errors"][0]["pointer"], "/reason");

    let same = desk.decide(one, "same", "电话核实，号码末位录错").await;
    assert_eq!(same.status, 200, "{}", same.body);
    assert_eq!(same.body["status"], "same");
    assert_eq!(desk.decide(one, "same", "再来一次").await.status, 412);
    let closed = desk
        .pairs(&format!("delivery={delivery}&status=closed"))
        .await;
    if let Some(beside) = closed.first() {
        let late = desk.decide(beside, "same", "也像").await;
        assert_eq!(late.code(), "verify.link.state", "{}", late.body);
    }
    let unsure = desk.decide(two, "unsure", "同名同日，地址不详").await;
    assert_eq!(unsure.body["status"], "unsure", "{}", unsure.body);

    // The next run finds the one who was decided, and says that a person decided.
    let found = desk.cadres(&first.0).await;
    assert_eq!(found.len(), 1, "{found:?}");
    let path = format!("/findings/{}", text(&found[0]["id"]));
    let opened = desk.ask(CLERK, "GET", &path, None).await;
    assert_eq!(opened.body["evidence"][0]["linked"], true);
    assert_eq!(opened.body["evidence"][0]["row"], 2);
    assert!(text(&opened.body["zh"]).contains("会计"), "{}", opened.body);
    assert!(desk.cadres(&second.0).await.is_empty());

    again(&desk, &delivery, first, second).await;
}

/// Looking anew keeps what was decided; the next delivery takes it over; a change of mind counts
/// from the next run on.
async fn again(desk: &Desk, delivery: &str, first: &Member, second: &Member) {
    let path = format!("/deliveries/{delivery}/linking");
    let begun = desk.ask(CLERK, "POST", &path, None).await;
    assert_eq!(begun.status, 202, "{}", begun.body);
    desk.office.jobs().await;
    let pairs = desk.pairs(&format!("delivery={delivery}")).await;
    assert_eq!(of(&pairs, 2, &first.0)["status"], "same");
    assert_eq!(of(&pairs, 3, &second.0)["status"], "unsure");

    let next = format!("{}\n", file(first, second));
    let kept = desk.take(SOURCE, "2022-11-01", next.as_bytes()).await;
    assert_eq!(kept["status"], "ready", "{kept}");
    desk.office.jobs().await;
    let pairs = desk.pairs(&format!("delivery={}", text(&kept["id"]))).await;
    let carried = of(&pairs, 2, &first.0);
    assert_eq!(carried["status"], "same", "{carried}");
    assert_eq!(carried["carried"], true);
    assert!(text(&carried["note"]).contains("电话核实"));
    let open = of(&pairs, 3, &second.0);
    assert_eq!(
        open["status"], "open",
        "what could not be told is asked again"
    );
    let found = desk.cadres(&first.0).await;
    assert_eq!(found[0]["change"], "known", "{found:?}");

    let other = desk
        .decide(carried, "different", "本人到场，不是同一人")
        .await;
    assert_eq!(other.status, 200, "{}", other.body);
    let found = desk.cadres(&first.0).await;
    assert_eq!(found[0]["change"], "gone", "{found:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_without_numbers_is_compared_by_what_was_decided_only() {
    let _one = ONE.lock().await;
    let desk = Desk::open().await;
    let people = desk.people().await;
    let (dead, other) = (&people[1], &people[4]);
    let birth = format!("{}/{}/{}", &dead.2[6..10], &dead.2[10..12], &dead.2[12..14]);
    let csv = format!(
        "逝者姓名,出生日期,火化日期\n{},{birth},2022-10-12\n",
        dead.1
    );
    let sent = desk
        .upload(
            CLERK,
            "cremation",
            "2022-11-03",
            &[],
            "火化.csv",
            csv.as_bytes(),
        )
        .await;
    assert_eq!(sent.status, 201, "{}", sent.body);
    // It breaks off in the middle of the linking and comes to the same queue.
    fault::arm("verify.link.step", 1, fault::Action::Error);
    let kept = desk.start(text(&sent.body["id"]), json!({})).await;
    assert_eq!(kept["status"], "ready", "{kept}");
    assert_eq!(kept["rows"]["kept"], 0, "{kept}");
    desk.office.jobs().await;
    let query = format!("delivery={}", text(&kept["id"]));
    let begun = desk
        .ask(
            CLERK,
            "POST",
            &format!("/deliveries/{}/linking", text(&kept["id"])),
            None,
        )
        .await;
    assert_eq!(begun.status, 202, "{}", begun.body);
    desk.office.jobs().await;
    let pairs = desk.pairs(&query).await;
    let pair = of(&pairs, 2, &dead.0);

    // A list that cannot be asked by number is never taken for “nothing found”.
    let ask = |household: &str| json!({"purpose": "supervision", "household": household});
    let unanswered = |run: &Value| {
        let all = run["unanswered"].as_array().unwrap().clone();
        all.iter()
            .any(|u| u["check"]["key"] == "cremated_in_benefit")
    };
    assert!(unanswered(&desk.run(ask(&dead.0)).await));
    let same = desk.decide(pair, "same", "与火化证复印件一致").await;
    assert_eq!(same.status, 200, "{}", same.body);
    let run = desk.run(ask(&dead.0)).await;
    assert!(!unanswered(&run), "{run}");
    let found = desk.findings(&format!("run={}", text(&run["id"]))).await;
    let hit = |f: &&Value| f["check"]["key"] == "cremated_in_benefit";
    assert_eq!(found.iter().filter(hit).count(), 1, "{found:?}");
    assert!(unanswered(&desk.run(ask(&other.0)).await));

    // A delivery in which every row has its number has nothing to be linked.
    let csv = "证件号码,姓名,企业名称\n110101199003070038,某,某店\n";
    let whole = desk.take("company", "2022-11-04", csv.as_bytes()).await;
    let path = format!("/deliveries/{}/linking", text(&whole["id"]));
    let none = desk.ask(CLERK, "POST", &path, None).await;
    assert_eq!(none.code(), "verify.link.nothing", "{}", none.body);
}
