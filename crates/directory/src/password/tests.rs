use super::{Hasher, Weakness, check_strength, first_password};

#[test]
fn weak_passwords_are_refused_with_the_reason() {
    let check = |new: &str| check_strength("wangfang", Some("Old-password-1"), new);
    assert_eq!(check("Ab1-"), Err(Weakness::Short));
    assert_eq!(check("abcdefghijkl"), Err(Weakness::Plain));
    assert_eq!(check("WangFang-2022"), Err(Weakness::Login));
    assert_eq!(check("Old-password-1"), Err(Weakness::Same));
    assert_eq!(check(&"Aa1-".repeat(100)), Err(Weakness::Long));
    assert_eq!(check("Wheat field 22"), Ok(()));
    assert_eq!(check("清水河畔的麦田 A1"), Ok(()));
}

#[test]
fn a_password_is_known_by_its_hash_only() {
    let hasher = Hasher::for_tests();
    let stored = hasher.hash("Wheat field 22");
    assert!(!stored.contains("Wheat"));
    assert!(hasher.verify("Wheat field 22", &stored));
    assert!(!hasher.verify("wheat field 22", &stored));
    assert!(!hasher.verify("Wheat field 22", "no hash at all"));
    assert_ne!(
        stored,
        hasher.hash("Wheat field 22"),
        "each has its own salt"
    );
}

#[test]
fn raised_parameters_shut_nobody_out() {
    let stored = Hasher::for_tests().hash("Wheat field 22");
    assert!(Hasher::for_service().verify("Wheat field 22", &stored));
}

#[test]
fn first_passwords_differ_and_are_long() {
    let (one, other) = (first_password(), first_password());
    assert_ne!(one, other);
    assert_eq!(one.len(), 19);
}
