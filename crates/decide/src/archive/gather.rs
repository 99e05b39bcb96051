//! Everything that belongs into the archive of a household, in its order.

use chrono::{DateTime, Utc};
use directory::{UserNames, division_names, user_names};
use flow::State;
use kernel::Money;
use paper::{Binder, Content, Item, Letter, Style};
use platform::{Conn, Ctx, Problem, Result, Scope, Sql, files};
use registry::Family;
use uuid::Uuid;

use super::words::{self, day, line, table, time};
use crate::case::act::Work;
use crate::case::{form, inside, store};
use crate::problems::{ARCHIVE_EMPTY, ARCHIVE_LARGE};
use crate::{assessment, letter, repo};

/// Pictures and scans of one archive, in bytes: they stand in memory while it is bound.
const LARGEST: usize = 200 << 20;

struct Gather<'c> {
    ctx: &'c Ctx,
    conn: &'c Conn,
    room: usize,
    items: Vec<Item>,
}

/// The binder of a household, and of how many cases.
pub(super) async fn all(
    ctx: &Ctx,
    conn: &Conn,
    scope: &Scope,
    family: &Family,
) -> Result<(Binder, usize)> {
    let sql = store::select()
        .push(store::within(scope))
        .text(" and c.household = ")
        .bind(family.household)
        .text(" order by c.opened_at, c.id");
    let mut gather = Gather {
        ctx,
        conn,
        room: LARGEST,
        items: Vec::new(),
    };
    let found = conn.rows(sql).await?;
    for row in &found {
        gather.case(store::row(row)?).await?;
    }
    gather.decided(scope, family.household).await?;
    gather.assessed(family.household).await?;
    if gather.items.is_empty() {
        return Err(Problem::new(&ARCHIVE_EMPTY));
    }
    let binder = Binder {
        title: "社会救助家庭档案".to_owned(),
        cover: cover(ctx, conn, family).await?,
        items: gather.items,
    };
    Ok((binder, found.len()))
}

async fn cover(ctx: &Ctx, conn: &Conn, family: &Family) -> Result<Vec<(String, String)>> {
    let people: Vec<Uuid> = family.members.iter().map(|m| m.person).collect();
    let people = registry::persons(conn, ctx.floor().vault(), people).await?;
    let names = division_names(conn, [family.division.clone()]).await?;
    let head = people.get(&family.head).map(|p| p.name.clone());
    let cover = [
        ("家庭编号", family.number.clone()),
        ("户主", head.unwrap_or_default()),
        ("家庭人口", family.members.len().to_string()),
        ("地址", names.get(&family.division).full_name),
        ("制作单位", ctx.actor().organisation_name.clone()),
        ("制作人", ctx.actor().name.clone()),
        ("制作时间", time(ctx.floor().now())),
    ];
    Ok(cover.map(|(label, text)| (label.to_owned(), text)).to_vec())
}

impl Gather<'_> {
    fn add(&mut self, title: impl Into<String>, by: String, day: String, content: Content) {
        self.items.push(Item {
            title: title.into(),
            by,
            day,
            chapter: None,
            content,
        });
    }

    async fn bytes(&mut self, file: Uuid) -> Result<Option<(String, Vec<u8>)>> {
        let floor = self.ctx.floor();
        let Some(row) = files::find(floor, self.conn, file).await? else {
            return Ok(None);
        };
        let size = usize::try_from(row.size).unwrap_or(usize::MAX);
        let left = self.room.checked_sub(size);
        self.room = left.ok_or_else(|| Problem::new(&ARCHIVE_LARGE))?;
        let content = files::open(floor, &row)?;
        let bytes = tokio::task::spawn_blocking(move || content.read_all());
        let bytes = bytes.await.map_err(Problem::internal)??;
        Ok(Some((row.media, bytes)))
    }

    async fn case(&mut self, row: store::Row) -> Result<()> {
        let work = Work::of(self.ctx.floor(), self.conn, row).await?;
        let state = State::of(&work.case);
        let rows = inside::file_rows(self.conn, work.row.id).await?;
        let mut users = inside::people(&work, &rows);
        users.push(work.row.opened_by);
        let names = user_names(self.conn, users).await?;
        let first = self.items.len();
        let opened = (names.get(work.row.opened_by).name, day(work.row.opened_at));
        let course = Content::Letter(words::course(&work, &state, &names));
        self.add(
            "案件概况与办理经过",
            opened.0.clone(),
            opened.1.clone(),
            course,
        );
        self.steps(&work, &state, &names).await?;
        self.pictures(&work, &rows, &names).await?;
        self.letters(&work, &names).await?;
        let sums = Content::Letter(words::calculation(&work, &state));
        self.add("认定与计算", opened.0, opened.1, sums);
        let number = work.row.number.as_deref().unwrap_or("未编号");
        self.items[first].chapter = Some(format!("{}　{number}", work.bureau.procedure.label.zh));
        Ok(())
    }

    /// Forms and signatures, in the order of the steps.
    async fn steps(&mut self, work: &Work, state: &State, names: &UserNames) -> Result<()> {
        let strokes = inside::strokes(self.conn, work.row.id).await?;
        let latest = form::latest(&work.filed);
        for step in &work.bureau.procedure.steps {
            for filed in latest.iter().filter(|f| f.step == step.key) {
                let Some(text) = work.bureau.form_of(&work.row, filed) else {
                    continue;
                };
                let basis = work.bureau.basis(text);
                let letter = registry::letters::form_letter(&text.form, &basis, &filed.values);
                let whose = filed.subject.map(|s| words::person(work, &s.to_string()));
                let title = match whose {
                    Some(name) => format!("{}（{name}）", text.form.label.zh),
                    None => text.form.label.zh.clone(),
                };
                let by = names.get(filed.by).name;
                self.add(title, by, day(filed.at), Content::Letter(letter));
            }
            let given = state.steps.get(&step.key).map(|s| s.signatures.as_slice());
            let given = given.unwrap_or_default();
            let Some(last) = given.last() else { continue };
            let mut rows = Vec::new();
            let mut drawn = Vec::new();
            for one in given {
                let slot = step.signatures.iter().find(|s| s.key == one.slot);
                let slot = slot.map_or(one.slot.clone(), |s| s.label.zh.clone());
                let who = words::signer(work, names, &one.signer);
                let view = inside::signature(work, &step.key, one, &strokes, names);
                if let Some(file) = view.file
                    && let Some((_, bytes)) = self.bytes(file).await?
                {
                    drawn.push((format!("{slot}　{who}"), bytes));
                }
                rows.push(vec![
                    slot,
                    who,
                    words::user(names, &one.witness),
                    time(one.at),
                ]);
            }
            let title = format!("签字页：{}", step.label.zh);
            let letter = Letter {
                blocks: vec![
                    line(Style::Title, title.clone()),
                    table(&[3, 3, 3, 4], &["签字处", "签字人", "见证人", "时间"], rows),
                ],
            };
            let by = words::signer(work, names, &last.signer);
            let content = Content::Signed {
                letter,
                strokes: drawn,
            };
            self.add(title, by, day(last.at), content);
        }
        Ok(())
    }

    /// Papers in the order of the procedure, then photographs: the proof of publicity among them.
    async fn pictures(
        &mut self,
        work: &Work,
        rows: &[inside::FileRow],
        names: &UserNames,
    ) -> Result<()> {
        let papers = &work.bureau.procedure.papers;
        let place = |row: &&inside::FileRow| {
            let key = row.paper.as_deref().unwrap_or_default();
            papers
                .iter()
                .position(|p| p.key == key)
                .unwrap_or(usize::MAX)
        };
        let mut rows: Vec<_> = rows.iter().filter(|r| r.purpose != "signature").collect();
        rows.sort_by_key(place);
        for row in rows {
            let Some((media, bytes)) = self.bytes(row.file).await? else {
                continue;
            };
            let paper = row.paper.as_deref();
            let paper = papers.iter().find(|p| Some(p.key.as_str()) == paper);
            let label = paper.map_or("现场照片", |p| p.label.zh.as_str());
            let whose = row.subject.as_deref().map(|s| words::person(work, s));
            let title = match whose.filter(|name| !name.is_empty()) {
                Some(name) => format!("{label}（{name}）"),
                None => label.to_owned(),
            };
            let by = names.get(row.by).name;
            self.add(title, by, day(row.at), Content::Picture { media, bytes });
        }
        Ok(())
    }

    /// What was said to the family, as it was said.
    async fn letters(&mut self, work: &Work, names: &UserNames) -> Result<()> {
        let floor = self.ctx.floor();
        for one in letter::letters(self.conn, floor.vault(), work.row.id).await? {
            let copied = letter::show::copied(floor, self.conn, &one, &work.row, 1).await?;
            let title = format!("{} {}", copied.label, one.number);
            let by = names.get(one.by).name;
            self.add(title, by, day(one.at), Content::Letter(copied.letter()?));
        }
        Ok(())
    }

    /// Decisions about the household.
    async fn decided(&mut self, scope: &Scope, household: Uuid) -> Result<()> {
        let sql = Sql::new("select distinct d.id from decision d join decision_item i on i.decision = d.id where i.household = ")
            .bind(household)
            .text(" and ")
            .push(scope.sql_in("d.division", Some("d.section")));
        let mut found = Vec::new();
        for row in self.conn.rows(sql).await? {
            found.push(repo::find(self.conn, scope, row.try_get_by_index(0)?).await?);
        }
        found.sort_by_key(|d| (d.proposed_at, d.id));
        let Some(last) = found.last() else {
            return Ok(());
        };
        let people = found
            .iter()
            .flat_map(|d| [Some(d.proposed_by), d.decided_by]);
        let people: Vec<Uuid> = people.flatten().collect();
        let names = user_names(self.conn, people).await?;
        let said = |at: Option<DateTime<Utc>>| at.map(time).unwrap_or_default();
        let rows = found.iter().map(|d| {
            vec![
                d.number.clone().unwrap_or_default(),
                words::kind(d.kind).to_owned(),
                d.effective.to_string(),
                d.reason.clone(),
                format!("{}\n{}", names.get(d.proposed_by).name, time(d.proposed_at)),
                format!(
                    "{}\n{}\n{}",
                    d.decided_by
                        .map(|id| names.get(id).name)
                        .unwrap_or_default(),
                    said(d.decided_at),
                    d.opinion.clone().unwrap_or_default()
                ),
            ]
        });
        let letter = Letter {
            blocks: vec![
                line(Style::Title, "决定"),
                table(
                    &[4, 2, 2, 5, 3, 4],
                    &["编号", "种类", "生效月份", "理由", "提出", "审批"],
                    rows.collect(),
                ),
            ],
        };
        let by = last.decided_by.map(|id| names.get(id).name);
        let on = day(last.decided_at.unwrap_or(last.proposed_at));
        let first = self.items.len();
        self.add(
            "决定一览",
            by.unwrap_or_default(),
            on,
            Content::Letter(letter),
        );
        self.items[first].chapter = Some("决定与测算".to_owned());
        Ok(())
    }

    /// Assessments that were kept, each result with its reasons.
    async fn assessed(&mut self, household: Uuid) -> Result<()> {
        let rows = assessment::store::of_household(self.conn, household, 0, 50).await?;
        for row in rows.iter().rev() {
            let kept = assessment::store::kept(self.conn, self.ctx.floor().vault(), row.id).await?;
            let names = user_names(self.conn, [row.made_by]).await?;
            let results = kept.whole.results.iter().map(|r| {
                let money = |m: Option<Money>| m.map(|m| m.to_string()).unwrap_or_default();
                vec![
                    r.zh.clone(),
                    r.verdict.clone(),
                    money(r.monthly),
                    money(r.once),
                    r.reasons
                        .iter()
                        .map(|(zh, _)| zh.as_str())
                        .collect::<Vec<_>>()
                        .join("；"),
                    r.cites.join("；"),
                ]
            });
            let title = format!("测算（{}）", row.as_of);
            let letter = Letter {
                blocks: vec![
                    line(Style::Title, title.clone()),
                    table(
                        &[3, 2, 2, 2, 6, 5],
                        &["项目", "结论", "元/月", "一次元", "计算", "依据"],
                        results.collect(),
                    ),
                ],
            };
            let by = names.get(row.made_by).name;
            self.add(title, by, day(row.made_at), Content::Letter(letter));
        }
        Ok(())
    }
}
