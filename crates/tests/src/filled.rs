//! Fills in the forms of a case as a clerk does: the sheet comes with what is known, the rest is
//! typed, whoever has to sign signs on the screen, and it is handed in.

use axum::http::HeaderMap;
use serde_json::{Value, json};
use server::demo::House;

use crate::county::{Answer, send, send_bytes};

/// The smallest picture: the strokes of a signature.
pub const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// What a clerk types into a form beside what stands there already.
pub fn words(form: &str) -> Value {
    match form {
        "dibao_application" => json!({
            "联系电话": "13800000000", "申请事由": "年老多病", "承诺内容真实": true
        }),
        "home_survey" => json!({
            "货币财产": "0", "生活用房套数": "1", "机动车辆数": "0", "调查情况": "属实",
            "存在近亲属关系": false
        }),
        "review_opinion" => json!({"低保类别": "二类", "意见": "同意"}),
        "confirmation" => json!({"结论": "予以确认", "意见": "同意"}),
        "appraisal_record" => json!({
            "宣讲政策": true, "介绍情况": true, "同意票": "3", "不同意票": "0", "弃权票": "0",
            "评议结论": "真实"
        }),
        "recheck" => json!({
            "家庭人口变化": false, "收入变化": false, "财产变化": false, "家庭年收入": "1000.00"
        }),
        "relief_application" => json!({
            "家庭类别": "其他", "困难原因": "火灾", "困难情况": "房屋烧毁",
            "居住地址": "一组"
        }),
        _ => json!({}),
    }
}

/// Puts values over others.
pub fn put(values: &mut Value, over: &Value) {
    for (name, value) in over.as_object().unwrap() {
        values[name] = value.clone();
    }
}

/// Names of the fields at the top that have nothing in them yet.
fn missing(progress: &Value) -> Vec<String> {
    let faults = progress["faults"].as_array().unwrap().iter();
    let missing = faults.filter(|f| f["code"] == "missing");
    let name = |f: &Value| {
        f["pointer"]
            .as_str()
            .unwrap()
            .trim_start_matches('/')
            .to_owned()
    };
    missing.map(name).filter(|n| !n.contains('/')).collect()
}

/// Members of whom no income is known earn none.
fn earning_nothing(members: &mut Value) {
    const INCOMES: [&str; 5] = [
        "工资性收入",
        "经营净收入",
        "财产净收入",
        "转移净收入",
        "其他收入",
    ];
    for member in members.as_array_mut().into_iter().flatten() {
        if INCOMES.iter().all(|income| member[income].is_null()) {
            member[INCOMES[0]] = json!("0.00");
        }
    }
}

/// Something that a field takes.
fn some(field: &Value) -> Value {
    match field["kind"].as_str().unwrap() {
        "boolean" => json!(true),
        "money" => json!("0.00"),
        "number" => json!("1"),
        "date" => json!("2022-11-01"),
        "code" => field["values"][0].clone(),
        "codes" => field["values"].clone(),
        "phone" => json!("13800000000"),
        "id_number" => json!("11010519491231002X"),
        "division" => json!("620521198201"),
        _ => json!("核查"),
    }
}

/// A form of a case in somebody's hands.
pub struct Sheet<'a> {
    pub house: &'a House,
    pub by: HeaderMap,
    pub case: &'a str,
    pub form: &'a str,
    pub subject: Option<&'a str>,
}

impl Sheet<'_> {
    async fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let body = body.map(|b| ("application/json", b.to_string()));
        let path = format!("/cases/{}{path}", self.case);
        send(self.house, Some(self.by.clone()), method, &path, body).await
    }

    /// The sheet as the server hands it out.
    pub async fn open(&self) -> Value {
        let subject = self
            .subject
            .map_or(String::new(), |s| format!("?subject={s}"));
        let path = format!("/forms/{}/sheet{subject}", self.form);
        let answer = self.ask("GET", &path, None).await;
        assert_eq!(answer.status, 200, "{}: {}", self.form, answer.body);
        answer.body
    }

    /// What a draft answers.
    pub async fn save(&self, values: &Value) -> Value {
        let body = json!({"subject": self.subject, "values": values});
        let path = format!("/forms/{}/draft", self.form);
        let answer = self.ask("PUT", &path, Some(body)).await;
        assert_eq!(answer.status, 200, "{}: {}", self.form, answer.body);
        answer.body
    }

    /// Opens it, types, and signs where it has to be signed.
    pub async fn fill(&self, typed: &Value) -> Value {
        let sheet = self.open().await;
        let mut values = sheet["values"].clone();
        put(&mut values, &words(self.form));
        put(&mut values, typed);
        if self.form == "home_survey" {
            earning_nothing(&mut values["家庭成员"]);
        }
        let fields = sheet["fields"].as_array().unwrap();
        // What tests say of a case goes into the form as far as it asks for it.
        let asked = |name: &str| fields.iter().any(|f| f["name"] == name);
        values
            .as_object_mut()
            .unwrap()
            .retain(|name, _| asked(name));
        // Fields are asked for by others: what is still missing is looked for again.
        for _ in 0..3 {
            let progress = self.save(&values).await;
            for name in missing(&progress) {
                let field = fields.iter().find(|f| f["name"] == name.as_str()).unwrap();
                if field["kind"] == "file" {
                    let answer = self.upload("photo", "", "paper.png", PNG).await;
                    values[&name] = answer.body["file"].clone();
                } else if field["kind"] != "signature" {
                    values[&name] = some(field);
                }
            }
        }
        let progress = self.save(&values).await;
        let content = progress["content"].as_str().unwrap();
        for name in missing(&progress) {
            values[&name] = self.sign(content).await;
            if name.starts_with("监护人") {
                // A guardian says for whom.
                values[&name]["for"] = values["授权人姓名"].clone();
            }
        }
        values
    }

    /// Strokes under a content, as the value of a signature.
    pub async fn sign(&self, content: &str) -> Value {
        let answer = self.upload("signature", content, "sign.png", PNG).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        json!({"by": "本人", "at": "2022-11-07T09:00:00+08:00", "file": answer.body["file"]})
    }

    /// Puts a file to the case.
    pub async fn upload(&self, purpose: &str, bound: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = Vec::new();
        for (key, value) in [("purpose", purpose), ("bound", bound)] {
            let part =
                format!("--x\r\nContent-Disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        let path = format!("/cases/{}/files", self.case);
        let body = Some(("multipart/form-data; boundary=x", body));
        send_bytes(self.house, Some(self.by.clone()), "POST", &path, body).await
    }

    /// Hands it in at a step.
    pub async fn hand_in(&self, step: &str, values: &Value) -> Answer {
        let case = self.ask("GET", "", None).await;
        let body = json!({
            "step": step, "form": self.form, "subject": self.subject, "values": values,
            "seen": case.body["seen"]
        });
        self.ask("POST", "/forms", Some(body)).await
    }
}
