//! The first set-up of an installation: its areas, its first body, and the three administrators
//! (system, security, audit: GB/T 22239-2019), who make everybody else.
//!
//! Everything goes through the operations of the directory and stands in the audit chain. The
//! random first passwords are written, as each is made, to a file that only its owner can read;
//! each has to be changed at the first sign-in. A set-up that broke off is taken up again.

use std::{
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use directory::{
    NewDivision, NewGrant, NewOrganisation, NewUser, OrganisationKind, create_grant,
    create_organisation, create_user, load_divisions,
};
use kernel::{DivisionCode, DivisionLevel};
use platform::{Ctx, Floor};
use uuid::Uuid;

/// The three administrators: login, name of the post, role.
const ADMINISTRATORS: [(&str, &str, &str); 3] = [
    ("sysadmin", "系统管理员", "system_admin"),
    ("secadmin", "安全管理员", "security_admin"),
    ("auditadmin", "审计管理员", "audit_admin"),
];

/// A user just made, with the password to hand over.
pub struct Account {
    /// The login name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The role granted.
    pub role: String,
    /// Where the person works.
    pub body: String,
    /// The key.
    pub id: Uuid,
    /// The first password.
    pub password: String,
}

/// Where the first passwords lie; only the owner of the folder can read them.
pub fn passwords(data: &Path) -> PathBuf {
    data.join("first-passwords.txt")
}

/// Writes first passwords down, each line safe on the disk before the next user is made.
pub struct Passwords(PathBuf);

impl Passwords {
    /// Opens the file or begins it, readable by its owner only.
    ///
    /// # Errors
    /// When it cannot be written, or others may read it.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let known = path.is_file();
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(path)
            .with_context(|| path.display().to_string())?;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            bail!(
                "{} 其他用户也能读取，请先执行 chmod 600 / can be read by others; run chmod 600 first",
                path.display()
            );
        }
        if !known {
            writeln!(
                file,
                "# 初始密码，首次登录须修改 / first passwords, to be changed at sign-in"
            )?;
            writeln!(
                file,
                "# 登录名 login\t密码 password\t姓名 name\t角色 role\t机构 organisation"
            )?;
            file.sync_all()?;
        }
        Ok(Self(path.to_owned()))
    }

    /// Adds one account.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn add(&self, account: &Account) -> anyhow::Result<()> {
        let Account {
            login,
            name,
            role,
            body,
            password,
            ..
        } = account;
        let mut file = OpenOptions::new().append(true).open(&self.0)?;
        writeln!(file, "{login}\t{password}\t{name}\t{role}\t{body}")?;
        file.sync_all()?;
        Ok(())
    }

    /// Whether the file has a password of somebody.
    fn has(&self, login: &str) -> anyhow::Result<bool> {
        let text = std::fs::read_to_string(&self.0)?;
        Ok(text
            .lines()
            .any(|line| line.split('\t').next() == Some(login)))
    }
}

/// Makes one administrator through the operations of the directory.
///
/// # Errors
/// What the directory refuses.
pub async fn administrator(
    system: &Ctx,
    (login, name, role): (&str, &str, &str),
    (organisation_id, body): (Uuid, &str),
    division: &str,
) -> anyhow::Result<Account> {
    let new = NewUser {
        login: login.into(),
        name: name.into(),
        organisation_id,
    };
    let created = create_user(system, new).await?;
    grant(system, created.user.id, role, division).await?;
    Ok(Account {
        login: login.into(),
        name: name.into(),
        role: role.into(),
        body: body.into(),
        id: created.user.id,
        password: created.initial_password,
    })
}

async fn grant(system: &Ctx, user: Uuid, role: &str, division: &str) -> anyhow::Result<()> {
    let grant = NewGrant {
        role: role.into(),
        division: division.into(),
        sections: Vec::new(),
        from: None,
        to: None,
    };
    create_grant(system, user, &grant).await?;
    Ok(())
}

/// What to set up.
#[derive(Clone, Debug)]
pub struct Place {
    /// The county's code, six digits.
    pub code: DivisionCode,
    /// The county's name.
    pub name: String,
    /// The name of its civil-affairs bureau.
    pub bureau: String,
    /// Its townships and villages: code and name.
    pub areas: Vec<(String, String)>,
}

/// What was set up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Areas that were not known before.
    pub areas: usize,
    /// Administrators whose first password was written down.
    pub administrators: usize,
}

/// Reads townships and villages from a table with the columns 代码 and 名称 (code and name).
///
/// # Errors
/// A file that is no table, or one without these columns.
pub fn read_areas(path: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let shown = path.display();
    let source = paper::Source::path(path);
    let table = paper::Table::read(source, paper::Limits::default())
        .map_err(|e| anyhow::anyhow!("{shown}：{} / {}", e.zh(), e.en()))?;
    let mut rows = table
        .rows(0)
        .map_err(|e| anyhow::anyhow!("{shown}：{} / {}", e.zh(), e.en()))?;
    let mut row = paper::Row::new_empty();
    let mut columns: Option<(usize, usize)> = None;
    let mut areas = Vec::new();
    while rows
        .read(&mut row)
        .map_err(|e| anyhow::anyhow!("{shown}：{} / {}", e.zh(), e.en()))?
    {
        let text = |at: usize| row.cell(at).map(|c| c.text.trim().to_owned());
        let find = |titles: [&str; 3]| {
            (0..64).find(|at| text(*at).is_some_and(|t| titles.contains(&t.as_str())))
        };
        match columns {
            None => {
                columns =
                    find(["代码", "区划代码", "code"]).zip(find(["名称", "区划名称", "name"]));
            }
            Some((code, name)) => {
                let (code, name) = (
                    text(code).unwrap_or_default(),
                    text(name).unwrap_or_default(),
                );
                if !code.is_empty() || !name.is_empty() {
                    areas.push((code, name));
                }
            }
        }
    }
    if columns.is_none() {
        bail!(
            "{shown}：没有“代码”和“名称”两列 / the columns 代码 (code) and 名称 (name) are missing"
        );
    }
    Ok(areas)
}

/// Sets up a place, or takes a set-up that broke off up again. Areas and administrators that are
/// there already stay as they are; only an administrator who never signed in and whose first
/// password is written down nowhere gets another one.
///
/// # Errors
/// What the directory refuses; a place that is no county.
pub async fn run(floor: &Floor, place: &Place, file: &Path) -> anyhow::Result<Done> {
    if place.code.level() != DivisionLevel::County {
        bail!(
            "{} 不是县级区划代码（六位）/ is not the code of a county (six digits)",
            place.code.short()
        );
    }
    let system = Ctx::system(floor, Uuid::nil(), "init");
    let from = NaiveDate::from_ymd_opt(2020, 1, 1).context("a day of the calendar")?;
    let county = (place.code.short().to_owned(), place.name.clone());
    let areas: Vec<NewDivision> = std::iter::once(&county)
        .chain(place.areas.iter().filter(|(code, _)| *code != county.0))
        .map(|(code, name)| NewDivision {
            code: code.clone(),
            name: name.clone(),
            from,
            replaces: None,
        })
        .collect();
    let mut done = Done {
        areas: load_divisions(&system, &areas).await?,
        ..Done::default()
    };
    let bureau = match directory::organisation_of_name(floor, &place.bureau).await? {
        Some(id) => id,
        None => {
            let new = NewOrganisation {
                name: place.bureau.clone(),
                kind: OrganisationKind::CountyBureau,
                division: county.0.clone(),
                parent: None,
                sections: Vec::new(),
                phone: None,
                address: None,
            };
            create_organisation(&system, &new).await?.id
        }
    };
    let passwords = Passwords::open(file)?;
    for who in ADMINISTRATORS {
        let (login, name, role) = who;
        let body = (bureau, place.bureau.as_str());
        let account = match directory::user_of_login(floor, login).await? {
            None => administrator(&system, who, body, &county.0).await?,
            Some(_) if directory::has_signed_in(floor, login).await? => continue,
            Some(_) if passwords.has(login)? => continue,
            Some(id) => {
                // The set-up broke off between making the user and writing the password down.
                if !directory::has_grants(floor, id).await? {
                    grant(&system, id, role, &county.0).await?;
                }
                Account {
                    login: login.into(),
                    name: name.into(),
                    role: role.into(),
                    body: place.bureau.clone(),
                    id,
                    password: directory::reset_password(&system, id).await?,
                }
            }
        };
        passwords.add(&account)?;
        done.administrators += 1;
    }
    Ok(done)
}
