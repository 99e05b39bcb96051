//! Who may do what: operation × role, as a committed text that people read before they agree.

use std::collections::BTreeSet;

use directory_rules::administrative;
use server::{packs, wiring};

use crate::description::{INTERNAL, endpoints};

/// What of the directory's rules this file needs, spelled once.
mod directory_rules {
    /// Whether a role is one of the three administrators.
    pub fn administrative(role: &platform::Role) -> bool {
        [
            "directory.user.create",
            "directory.grant.create",
            "platform.audit.read",
        ]
        .iter()
        .any(|permission| role.allows(permission))
    }
}

#[test]
fn the_matrix_is_the_committed_one() {
    let roles = packs::roles().unwrap();
    let described = endpoints();
    let keys: Vec<&str> = roles.iter().map(|role| role.key.as_str()).collect();
    let mut operations = wiring::operations();
    operations.sort_by_key(|operation| operation.id);
    let width = operations
        .iter()
        .map(|operation| operation.id.len())
        .max()
        .unwrap_or(0);
    let mut text = String::from(
        "Who may do what: x by the role's permissions, o everybody who is signed in, - nobody;\n\
         c: not officers, but citizens and visitors of the portal.\n\
         P: each use enters the access log. K: needs an idempotency key. I: no address.\n\n",
    );
    for (at, key) in keys.iter().enumerate() {
        text.push_str(&format!("{:width$}    {}{key}\n", "", "  ".repeat(at)));
    }
    text.push('\n');
    for operation in operations {
        let marks = [
            (operation.personal, 'P'),
            (operation.idempotent, 'K'),
            (INTERNAL.contains(&operation.id), 'I'),
        ];
        let marks: String = marks
            .iter()
            .map(|(set, mark)| if *set { *mark } else { ' ' })
            .collect();
        let portal = described
            .get(operation.id)
            .is_some_and(|e| e.path.starts_with("/portal/"));
        let cells: Vec<&str> = roles
            .iter()
            .map(|role| match operation.permission {
                "" if portal => "c",
                "" => "o",
                permission if role.allows(permission) => "x",
                _ => "-",
            })
            .collect();
        let line = format!("{:width$} {marks}{}", operation.id, cells.join(" "));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    crate::golden::check("docs/authz-matrix.txt", &text);
}

#[test]
fn every_permission_is_in_some_role_and_every_role_permits_something_real() {
    let roles = packs::roles().unwrap();
    let permissions: BTreeSet<&str> = wiring::operations()
        .iter()
        .map(|operation| operation.permission)
        .filter(|permission| !permission.is_empty())
        .collect();
    let described = endpoints();
    for permission in &permissions {
        let reachable = wiring::operations()
            .iter()
            .any(|o| o.permission == *permission && described.contains_key(o.id));
        assert!(
            !reachable || roles.iter().any(|role| role.allows(permission)),
            "no role permits {permission}"
        );
    }
}

#[test]
fn administrators_see_no_business_and_business_no_administration() {
    for role in packs::roles().unwrap().iter() {
        for operation in wiring::operations() {
            if operation.permission.is_empty() || !role.allows(operation.permission) {
                continue;
            }
            let house = ["directory.", "platform."]
                .iter()
                .any(|room| operation.id.starts_with(room));
            if administrative(role) {
                assert!(house, "{} may {}", role.key, operation.id);
            }
            assert!(
                !(administrative(role) && operation.personal && !house),
                "{} reads persons by {}",
                role.key,
                operation.id
            );
        }
    }
}

#[test]
fn an_inspector_changes_nothing() {
    let roles = packs::roles().unwrap();
    let inspector = roles.get("inspector").unwrap();
    for operation in wiring::operations() {
        let own = operation.permission.is_empty();
        assert!(
            own || operation.kind == platform::Kind::Query
                || !inspector.allows(operation.permission),
            "the inspector may {}",
            operation.id
        );
    }
}
