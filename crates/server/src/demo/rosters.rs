//! The policy release and the opening rosters: files in, awards out, each by two people.

use anyhow::{Context as _, bail};
use chrono::Datelike as _;
use kernel::Month;
use serde_json::{Value, json};
use synth::{County, WrittenFile};

use super::{house::House, progress::Progress, staff::Users};

/// Puts the packs of the binary in force.
pub async fn release(house: &House, users: &Users, progress: &Progress) -> anyhow::Result<()> {
    // A house that begins earlier has its rules from its own first year on.
    let year = house.floor.today().year().min(2021);
    let from = json!({ "from": format!("{year}-01-01") });
    let release = users.policy.post("/releases", &from).await?;
    let id = release["id"].as_str().context("a release without a key")?;
    let release = users
        .leader
        .post(&format!("/releases/{id}/approve"), &json!({}))
        .await?;
    progress.say(&format!(
        "政策包 / policy release: {} {}",
        release["version"], release["digest"]
    ));
    Ok(())
}

/// Writes the county's files and imports each.
pub async fn bring_in(
    house: &House,
    users: &Users,
    county: &County,
    progress: &Progress,
) -> anyhow::Result<()> {
    // The rosters say who is in benefit at the end of the year.
    house.set(county.opening.last_day(), 9);
    let folder = house.floor.data().join("rosters");
    let bar = progress.begin("写名册文件 / rosters", 0);
    let files = county.write_workbooks(&folder, &mut |p| bar.at(p.done as u64, p.total as u64))?;
    bar.end();
    // Files of one kind that follow each other belong to one upload.
    for files in files.chunk_by(|one, other| one.import == other.import && apart(one, other)) {
        import(house, users, county.opening, &folder, files, progress).await?;
    }
    Ok(())
}

/// Whether two files are different parts of one upload, not two uploads of one kind.
fn apart(one: &WrittenFile, other: &WrittenFile) -> bool {
    one.keys.iter().all(|key| !other.keys.contains(key))
}

/// Imports one upload and opens its awards.
pub async fn import(
    house: &House,
    users: &Users,
    opening: Month,
    folder: &std::path::Path,
    files: &[WrittenFile],
    progress: &Progress,
) -> anyhow::Result<()> {
    let kind = files[0].import;
    let mut parts = Vec::new();
    for file in files {
        parts.push((file, std::fs::read(folder.join(&file.name))?));
    }
    let parts: Vec<(&str, &str, &[u8])> = parts
        .iter()
        .map(|(file, bytes)| ("file", file.name.as_str(), bytes.as_slice()))
        .collect();
    let as_of = opening.last_day().to_string();
    let import = users
        .clerk
        .upload("/imports", &[("kind", kind), ("as_of", &as_of)], &parts)
        .await?;
    let id = import["id"]
        .as_str()
        .context("an import without a key")?
        .to_owned();
    let path = format!("/imports/{id}");
    let name = files[0].name.as_str();
    let job = import["job"]["id"].as_str().map(str::to_owned);
    house
        .work(
            &users.clerk,
            job.as_deref(),
            progress,
            &format!("读入 / reading {name}"),
        )
        .await?;
    let import = users.clerk.get(&path).await?;
    if import["status"] != "ready" || import["totals"]["wrong"].as_u64() != Some(0) {
        let rows = users
            .clerk
            .get(&format!("{path}/rows?status=wrong&limit=5"))
            .await;
        bail!("{name}: {import}\n{rows:?}");
    }
    let applied = users
        .clerk
        .post(&format!("{path}/apply"), &json!({ "mode": "all" }))
        .await?;
    let job = applied["job"]["id"].as_str().map(str::to_owned);
    house
        .work(
            &users.clerk,
            job.as_deref(),
            progress,
            &format!("入库 / applying {name}"),
        )
        .await?;
    let import = users.clerk.get(&path).await?;
    if import["status"] != "applied" {
        bail!("{name}: {import}");
    }
    progress.say(&format!(
        "名册 / roster {name}: {} 户 {} 人",
        import["totals"]["households"], import["totals"]["persons"]
    ));
    open(house, users, &id, name, progress).await
}

/// Turns a roster's claims into awards, where it makes any.
async fn open(
    house: &House,
    users: &Users,
    import: &str,
    name: &str,
    progress: &Progress,
) -> anyhow::Result<()> {
    let body = json!({ "import_id": import });
    // A roster may name several programmes; each is opened by a decision of its own.
    loop {
        let decision = match users.clerk.post("/decisions/opening", &body).await {
            Ok(decision) => decision,
            // Lists of other offices name families, not benefits; or all is opened.
            Err(error) if error.to_string().contains("decide.opening.") => return Ok(()),
            Err(error) => return Err(error),
        };
        approve(
            house,
            users,
            &decision,
            "名册与上年末台账相符",
            name,
            progress,
        )
        .await?;
    }
}

/// The second person says yes, and the awards are written.
pub async fn approve(
    house: &House,
    users: &Users,
    decision: &Value,
    opinion: &str,
    name: &str,
    progress: &Progress,
) -> anyhow::Result<()> {
    let id = decision["id"]
        .as_str()
        .context("a decision without a key")?;
    let body = json!({ "opinion": opinion });
    users
        .reviewer
        .post(&format!("/decisions/{id}/approve"), &body)
        .await?;
    house
        .work(
            &users.reviewer,
            None,
            progress,
            &format!("写入待遇 / awards {name}"),
        )
        .await?;
    let decision = users.reviewer.get(&format!("/decisions/{id}")).await?;
    if decision["status"] != "approved" {
        bail!("{name}: {decision}");
    }
    Ok(())
}
