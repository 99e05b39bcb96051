//! Dibao applications of one village on their way, so that each desk has something on it: one that
//! is in benefit from the next month on, one of a near relative of staff whose home the county is to
//! visit, one whose list has hung its time and which the county is to confirm, one whose list hangs,
//! and one whose home is still to be visited.

use anyhow::Context as _;
use chrono::Days;
use kernel::{Clock as _, IdNumber, SystemClock, shanghai};
use serde_json::{Map, Value, json};

use super::{
    citizens::{SIGNATURE, first_village},
    house::House,
    verification::send_and_read,
};
use crate::client::Client;

/// A list on the board of a village, drawn.
const BOARD: &[u8] = include_bytes!("board.png");

/// A couple: names, births, what he earns a year, where they live.
struct Family {
    he: (&'static str, &'static str),
    she: (&'static str, &'static str),
    wages: &'static str,
    address: &'static str,
    why: &'static str,
    /// She is a near relative of somebody of the village committee, who is to be filed.
    relative: bool,
}

const FAMILIES: [Family; 5] = [
    Family {
        he: ("曹永贵", "1969-04-11"),
        she: ("安玉兰", "1971-10-02"),
        wages: "3600.00",
        address: "一组3号",
        why: "户主中风后丧失劳动能力，配偶照料，收入来源减少。",
        relative: false,
    },
    Family {
        he: ("窦志远", "1970-05-19"),
        she: ("巩素珍", "1972-09-08"),
        wages: "3000.00",
        address: "一组11号",
        why: "户主工伤致残，赔偿已用于治疗，子女在校就读。",
        relative: true,
    },
    Family {
        he: ("温有财", "1973-01-25"),
        she: ("景春霞", "1975-06-17"),
        wages: "2400.00",
        address: "二组15号",
        why: "户主患尘肺病多年，不能从事重体力劳动。",
        relative: false,
    },
    Family {
        he: ("蒲建国", "1966-12-09"),
        she: ("田秋菊", "1968-03-30"),
        wages: "1800.00",
        address: "二组21号",
        why: "户主肢体残疾，耕地流转，子女未成家。",
        relative: false,
    },
    Family {
        he: ("毛进喜", "1978-08-14"),
        she: ("阎小娟", "1980-02-05"),
        wages: "5200.00",
        address: "三组7号",
        why: "户主尿毒症透析，医疗支出大。",
        relative: false,
    },
];

/// The area that gave out their numbers: nobody of the synthetic county has one of it.
const BORN: &str = "620102";

/// What is done with a case in one visit.
#[derive(Clone, Copy)]
enum Deed {
    Apply,
    Survey,
    Review,
    Post,
    Confirm,
    Begin,
}

/// How many days ago what was done with which of the families, the oldest first.
const DEEDS: [(u64, usize, Deed); 18] = [
    (26, 0, Deed::Apply),
    (24, 0, Deed::Survey),
    (21, 0, Deed::Review),
    (20, 0, Deed::Post),
    (19, 1, Deed::Apply),
    (17, 2, Deed::Apply),
    (16, 1, Deed::Survey),
    (15, 2, Deed::Survey),
    (14, 1, Deed::Review),
    (13, 1, Deed::Post),
    (12, 2, Deed::Review),
    (11, 0, Deed::Confirm),
    (10, 0, Deed::Begin),
    (9, 2, Deed::Post),
    (8, 3, Deed::Apply),
    (6, 3, Deed::Survey),
    (4, 3, Deed::Review),
    (3, 3, Deed::Post),
];
/// The last family came in these days ago.
const LAST: u64 = 2;

/// Opens the applications in the weeks before the day of the computer's clock, each act by the
/// person whose duty it is.
pub(super) async fn open(house: &House) -> anyhow::Result<()> {
    let today = SystemClock.now().with_timezone(&shanghai()).date_naive();
    let county = house.worker("clerk2").await?;
    let village = first_village(&county).await?;
    let town = village.get(..9).context("a division of twelve digits")?;
    let office = Office {
        clerk: house.worker(&format!("d{town}")).await?,
        reviewer: house.worker(&format!("r{town}")).await?,
        worker: house.worker(&format!("v{town}")).await?,
        confirmer: house.worker("reviewer").await?,
        county,
        village: &village,
    };
    let mut cases: Vec<String> = Vec::new();
    let last = (LAST, FAMILIES.len() - 1, Deed::Apply);
    for (ago, n, deed) in DEEDS.into_iter().chain([last]) {
        let day = today.checked_sub_days(Days::new(ago)).context("a day")?;
        house.set(day, 9);
        let day = day.to_string();
        if matches!(deed, Deed::Apply) {
            cases.push(office.apply(n, &day).await?);
            continue;
        }
        let case = cases.get(n).context("a case that was opened")?;
        match deed {
            Deed::Apply => {}
            Deed::Survey => office.survey(case).await?,
            Deed::Review => office.review(case).await?,
            Deed::Post => office.post(case, &day).await?,
            Deed::Confirm => {
                // A list that hung its time is taken down by the clock.
                decide::clock::ask(&house.floor).await?;
                platform::jobs::drain(&house.floor).await?;
                office.confirm(case).await?;
            }
            Deed::Begin => office.begin(case).await?,
        }
    }
    Ok(())
}

/// Those who work on them.
struct Office<'a> {
    clerk: Client,
    reviewer: Client,
    worker: Client,
    confirmer: Client,
    county: Client,
    village: &'a str,
}

impl Office<'_> {
    async fn apply(&self, n: usize, day: &str) -> anyhow::Result<String> {
        let family = &FAMILIES[n];
        let serial = 881 + 2 * u16::try_from(n)?;
        let member = |(name, birth): (&str, &str), serial, relation, facts: Value| {
            let id = IdNumber::compose(BORN, birth.parse()?, serial)?;
            anyhow::Ok(json!({
                "name": name, "id_number": id.as_str(), "relation": relation, "facts": facts,
            }))
        };
        let ill = json!({
            "劳动能力": "部分丧失", "健康状况": "慢性病", "工资性收入": family.wages,
        });
        let well = json!({"劳动能力": "有", "工资性收入": "0.00"});
        let new = json!({
            "division": self.village, "address": family.address, "from": day,
            "members": [
                member(family.he, serial, "户主", ill)?,
                member(family.she, serial + 1, "妻", well)?,
            ],
            "facts": {"城乡": "农村"},
        });
        let made = self.clerk.post("/households", &new).await?;
        let new = json!({"procedure": "dibao", "household": made["id"]});
        let case = self.clerk.post("/cases", &new).await?;
        let id = text(&case["id"])?;
        let form = Filling {
            by: &self.clerk,
            case: &id,
            step: "apply",
        };
        let said = json!({
            "联系电话": format!("139000{serial:05}"), "申请事由": family.why, "承诺内容真实": true,
        });
        form.fill("dibao_application", None, &said).await?;
        for party in case["parties"].as_array().context("parties")? {
            let person = text(&party["person"])?;
            form.fill("authorisation", Some(&person), &json!({}))
                .await?;
            self.paper(&id, "identity", Some(&person)).await?;
        }
        for paper in ["income_proof", "disability_or_illness"] {
            self.paper(&id, paper, None).await?;
        }
        let relative = json!({"近亲属备案": family.relative});
        finish(&self.clerk, &id, ("apply", "accept"), relative).await?;
        if family.relative {
            self.relative(&id).await?;
        }
        let path = format!("/cases/{id}/verification");
        let shown = self.county.post(&path, &json!({})).await?;
        let requests = [shown["requests"][0]["id"].clone()];
        send_and_read(&self.county, &requests, day, 0).await?;
        Ok(id)
    }

    /// Somebody of the village committee is her brother, and keeps out of the case.
    async fn relative(&self, case: &str) -> anyhow::Result<()> {
        let form = Filling {
            by: &self.clerk,
            case,
            step: "relative_filing",
        };
        let number = IdNumber::compose(BORN, "1975-02-16".parse()?, 899)?;
        let said = json!({
            "工作人员姓名": "巩建军", "工作人员身份证号码": number.as_str(), "单位": "村民委员会",
            "职务": "委员", "人员类别": "村（居）民委员会成员", "与家庭成员关系": "兄弟姐妹",
            "是否参与办理": false,
        });
        form.fill("staff_relative_filing", None, &said).await?;
        finish(&self.clerk, case, ("relative_filing", "filed"), json!({})).await
    }

    async fn paper(&self, case: &str, paper: &str, subject: Option<&str>) -> anyhow::Result<()> {
        let given = json!({
            "act": "paper", "paper": paper, "subject": subject, "state": "given", "reason": null,
        });
        act(&self.clerk, case, given).await
    }

    async fn survey(&self, case: &str) -> anyhow::Result<()> {
        finish(&self.clerk, case, ("assign", "assigned"), json!({})).await?;
        let form = Filling {
            by: &self.clerk,
            case,
            step: "survey",
        };
        let seen = json!({
            "货币财产": "1500.00", "生活用房套数": 1, "机动车辆数": 0,
            "调查情况": "砖木结构住房三间，家中陈设简单，无车辆，邻里反映情况属实。",
            "存在近亲属关系": false,
        });
        form.fill("home_survey", None, &seen).await?;
        self.sign(case, &self.clerk, None).await?;
        self.sign(case, &self.worker, None).await?;
        let shown = self.clerk.get(&format!("/cases/{case}")).await?;
        let head = text(&shown["parties"][0]["person"])?;
        self.sign(case, &self.clerk, Some(&head)).await?;
        finish(&self.clerk, case, ("survey", "done"), json!({})).await
    }

    async fn sign(&self, case: &str, by: &Client, party: Option<&str>) -> anyhow::Result<()> {
        let shown = by.get(&format!("/cases/{case}")).await?;
        let mut new = json!({
            "step": "survey", "slot": "investigators", "party": party, "seen": shown["seen"],
        });
        if party.is_some() {
            let mut slots = shown["slots"].as_array().context("slots")?.iter();
            let slot = slots.find(|s| s["slot"] == "family").context("a slot")?;
            new["slot"] = json!("family");
            new["file"] = strokes(by, case, &text(&slot["content"])?).await?;
        }
        by.post(&format!("/cases/{case}/signatures"), &new).await?;
        Ok(())
    }

    async fn review(&self, case: &str) -> anyhow::Result<()> {
        let form = Filling {
            by: &self.reviewer,
            case,
            step: "review",
        };
        let opinion = json!({"低保类别": "二类", "意见": "经审核，家庭人均收入低于低保标准，财产符合规定，拟同意。"});
        form.fill("review_opinion", None, &opinion).await?;
        let step = ("review", "propose_grant");
        finish(&self.reviewer, case, step, json!({})).await
    }

    async fn post(&self, case: &str, day: &str) -> anyhow::Result<()> {
        let photo = [("file", "公示照片.png", BOARD)];
        let path = format!("/cases/{case}/files");
        let kept = self
            .worker
            .upload(&path, &[("purpose", "photo")], &photo)
            .await?;
        let post = json!({
            "act": "post", "step": "publicity", "place": "village", "on": day,
            "proof": kept["file"],
        });
        act(&self.worker, case, post).await
    }

    async fn confirm(&self, case: &str) -> anyhow::Result<()> {
        let form = Filling {
            by: &self.confirmer,
            case,
            step: "county_review",
        };
        let opinion = json!({"结论": "予以确认", "意见": "同意"});
        form.fill("confirmation", None, &opinion).await?;
        let step = ("county_review", "grant");
        finish(&self.confirmer, case, step, json!({})).await
    }

    async fn begin(&self, case: &str) -> anyhow::Result<()> {
        finish(&self.clerk, case, ("publication", "published"), json!({})).await?;
        finish(&self.county, case, ("award", "started"), json!({})).await?;
        finish(&self.clerk, case, ("archive", "filed"), json!({})).await
    }
}

/// Forms of a step in somebody's hands.
struct Filling<'a> {
    by: &'a Client,
    case: &'a str,
    step: &'a str,
}

impl Filling<'_> {
    /// Opens a sheet with what is known, writes the rest, has it signed, and hands it in.
    async fn fill(&self, form: &str, subject: Option<&str>, said: &Value) -> anyhow::Result<()> {
        let Self { by, case, step } = *self;
        let about = subject.map_or(String::new(), |s| format!("?subject={s}"));
        let sheet = by
            .get(&format!("/cases/{case}/forms/{form}/sheet{about}"))
            .await?;
        let mut values: Map<String, Value> =
            sheet["values"].as_object().cloned().unwrap_or_default();
        values.extend(said.as_object().cloned().unwrap_or_default());
        let draft = json!({"subject": subject, "values": values});
        let path = format!("/cases/{case}/forms/{form}/draft");
        let progress = by.put(&path, &draft).await?;
        let content = text(&progress["content"])?;
        let now = progress["saved_at"].clone();
        let lacking = |name: &Value| {
            let pointer = format!("/{}", name.as_str().unwrap_or_default());
            let mut faults = progress["faults"].as_array().into_iter().flatten();
            faults.any(|f| f["pointer"] == pointer.as_str())
        };
        let fields = sheet["fields"].as_array().context("fields")?.iter();
        for field in fields.filter(|f| f["kind"] == "signature" && lacking(&f["name"])) {
            let file = strokes(by, case, &content).await?;
            let signed = json!({"by": "本人", "at": now, "file": file});
            values.insert(text(&field["name"])?, signed);
        }
        let shown = by.get(&format!("/cases/{case}")).await?;
        let filed = json!({
            "step": step, "form": form, "subject": subject, "values": values,
            "seen": shown["seen"],
        });
        by.post(&format!("/cases/{case}/forms"), &filed).await?;
        Ok(())
    }
}

/// Strokes on the screen under a content: the file that keeps them.
async fn strokes(by: &Client, case: &str, content: &str) -> anyhow::Result<Value> {
    let fields = [("purpose", "signature"), ("bound", content)];
    let file = [("file", "签字.png", SIGNATURE)];
    let path = format!("/cases/{case}/files");
    Ok(by.upload(&path, &fields, &file).await?["file"].clone())
}

/// Finishes a step: what its outcome asks for and nobody said is as the program proposes it.
async fn finish(
    by: &Client,
    case: &str,
    (step, outcome): (&str, &str),
    said: Value,
) -> anyhow::Result<()> {
    let shown = by.get(&format!("/cases/{case}")).await?;
    let mut actions = shown["actions"].as_array().context("actions")?.iter();
    let action = actions.find(|a| a["step"] == step && a["outcome"] == outcome);
    let action = action.with_context(|| format!("{step}: {outcome} is not offered"))?;
    let mut facts = Map::new();
    for asked in action["asks"].as_array().into_iter().flatten() {
        facts.insert(text(&asked["name"])?, asked["value"].clone());
    }
    facts.extend(said.as_object().cloned().unwrap_or_default());
    let done = json!({"act": "finish", "step": step, "outcome": outcome, "facts": facts});
    act(by, case, done).await
}

async fn act(by: &Client, case: &str, act: Value) -> anyhow::Result<()> {
    let shown = by.get(&format!("/cases/{case}")).await?;
    let body = json!({"act": act, "seen": shown["seen"]});
    by.post(&format!("/cases/{case}/acts"), &body).await?;
    Ok(())
}

fn text(value: &Value) -> anyhow::Result<String> {
    Ok(value
        .as_str()
        .context("an answer without a text")?
        .to_owned())
}
