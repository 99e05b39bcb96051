//! Windows where citizens apply, and matters of other departments on their way, so that the portal
//! and the catalogue have something to show.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::json;

use super::house::House;

/// Matters of other departments, what is asked, and how far each has come.
const REFERRED: [(&str, &str, u8); 3] = [
    ("medical", "住院自付费用较高，请核定医疗救助", 3),
    ("housing", "房屋漏雨，请鉴定危房等级", 1),
    ("education", "子女考上高中，请办理国家助学金", 0),
];

/// Opens a window of the county and one of each township, and refers a few matters, as the
/// county's own staff would.
pub(super) async fn open(house: &House) -> anyhow::Result<()> {
    let clerk = house.worker("clerk").await?;
    let list = clerk.get("/divisions").await?;
    let areas = list["items"].as_array().context("a list of divisions")?;
    let mut towns = BTreeMap::new();
    for area in areas {
        let code = area["code"].as_str().unwrap_or_default();
        let code = code.strip_suffix("000").unwrap_or(code);
        let name = area["name"].as_str().unwrap_or_default();
        if code.len() == 9 && !code.ends_with("000") {
            towns.insert(code.to_owned(), name.to_owned());
        }
    }
    let place = super::PLACE;
    let county = (place.to_owned(), "清水县".to_owned());
    for (n, (code, name)) in std::iter::once(county).chain(towns.clone()).enumerate() {
        let sign = json!({
            "name": format!("{name}社会救助服务窗口"),
            "address": format!("{name}便民服务中心一楼"),
            "phone": format!("0938-7151{n:03}"),
            "hours": "周一至周五 8:30—12:00，14:30—18:00",
            "staff": if code == place { 3 } else { 2 },
        });
        let new = json!({ "division": code, "sign": sign });
        clerk.post("/windows", &new).await?;
    }
    let (town, _) = towns.into_iter().next().context("a township")?;
    for (matter, about, steps) in REFERRED {
        let new = json!({ "matter": matter, "division": town, "about": about });
        let made = clerk.post("/referrals", &new).await?;
        let path = format!("/referrals/{}", made["id"].as_str().unwrap_or_default());
        let bodies = [
            ("receive", json!({ "by": "部门窗口收件员" })),
            (
                "answer",
                json!({ "accepted": true, "answer": "已按规定受理，待遇于下月发放" }),
            ),
            ("tell", json!({ "how": "电话告知本人" })),
        ];
        for (version, (step, body)) in (1..).zip(bodies.iter().take(usize::from(steps))) {
            let path = format!("{path}/{step}");
            clerk.post_version(&path, body, version).await?;
        }
    }
    Ok(())
}
