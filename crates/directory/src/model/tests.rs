use platform::Role;

use super::{UserStatus, is_administrative, login_name, may_be_held_together, reaches_business};

fn role(key: &str, permissions: &[&str]) -> Role {
    Role {
        key: key.into(),
        zh: key.into(),
        en: key.into(),
        level: String::new(),
        permissions: permissions.iter().map(|p| (*p).to_owned()).collect(),
    }
}

#[test]
fn the_three_administrators_are_three_persons() {
    let system = role(
        "system_admin",
        &["directory.organisation.*", "directory.user.create"],
    );
    let security = role("security_admin", &["directory.grant.*"]);
    let audit = role("audit_admin", &["platform.audit.*"]);
    let clerk = role("clerk", &["registry.household.get"]);
    let finance = role("finance", &["disburse.batch.create"]);
    for admin in [&system, &security, &audit] {
        assert!(is_administrative(admin) && !reaches_business(admin));
        assert!(!may_be_held_together(admin, &clerk) && !may_be_held_together(&clerk, admin));
    }
    assert!(!may_be_held_together(&system, &audit));
    assert!(may_be_held_together(&clerk, &finance));
    assert!(reaches_business(&clerk));
}

#[test]
fn states_change_by_allowed_steps_only() {
    assert_eq!(UserStatus::Active.lock(), Some(UserStatus::Locked));
    assert_eq!(UserStatus::Disabled.lock(), None);
    assert_eq!(UserStatus::Locked.unlock(), Some(UserStatus::Active));
    assert_eq!(UserStatus::Disabled.unlock(), None);
}

#[test]
fn login_names_are_one_whatever_the_case() {
    assert_eq!(login_name(" WangFang "), Some("wangfang".into()));
    assert_eq!(login_name("ｗａｎｇ．ｆａｎｇ"), Some("wang.fang".into()));
    assert_eq!(login_name("w"), None);
    assert_eq!(login_name("王芳"), None);
    assert_eq!(login_name("1wang"), None);
    assert_eq!(login_name("wang fang"), None);
}
