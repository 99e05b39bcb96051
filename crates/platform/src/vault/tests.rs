use aes_gcm::{
    AesGcm, KeyInit,
    aead::{Aead, Payload, consts::U12},
};
use sm4::{
    Sm4,
    cipher::{BlockCipherDecrypt, BlockCipherEncrypt},
};

use super::*;
use crate::hash::{hex, sm3, unhex};

#[test]
fn sm3_agrees_with_gb_t_32905() {
    assert_eq!(
        hex(&sm3(&[b"abc"])),
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    );
    assert_eq!(
        hex(&sm3(&[b"abcd".repeat(16).as_slice()])),
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    );
}

#[test]
fn sm4_agrees_with_gb_t_32907() {
    let key = unhex("0123456789abcdeffedcba9876543210").unwrap();
    let cipher = Sm4::new_from_slice(&key).unwrap();
    let mut block: sm4::cipher::Array<u8, _> = <[u8; 16]>::try_from(key).unwrap().into();
    cipher.encrypt_block(&mut block);
    assert_eq!(hex(&block), "681edf34d206965e86b3e94f536e4246");
    cipher.decrypt_block(&mut block);
    assert_eq!(hex(&block), "0123456789abcdeffedcba9876543210");
}

/// RFC 8998, appendix A.1.
#[test]
fn sm4_gcm_agrees_with_rfc_8998() {
    let key = unhex("0123456789ABCDEFFEDCBA9876543210").unwrap();
    let nonce: [u8; 12] = unhex("00001234567800000000ABCD")
        .unwrap()
        .try_into()
        .unwrap();
    let aad = unhex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2").unwrap();
    let plain = unhex(
        "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD\
         EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA",
    )
    .unwrap();
    let cipher = AesGcm::<Sm4, U12>::new_from_slice(&key).unwrap();
    let sealed = cipher
        .encrypt(
            &nonce.into(),
            Payload {
                msg: &plain,
                aad: &aad,
            },
        )
        .unwrap();
    let expected = "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735\
                    d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d\
                    83de3541e4c2b58177e065a9bf7b62ec";
    assert_eq!(hex(&sealed), expected);
}

#[test]
fn a_sealed_value_opens_only_in_its_own_cell() {
    let vault = Vault::for_tests(1).unwrap();
    let sealed = vault.seal("person", "id_number", "a", b"620521199001011234");
    assert_eq!(
        vault
            .open_text("person", "id_number", "a", &sealed)
            .unwrap(),
        "620521199001011234"
    );
    for (table, column, row) in [
        ("person", "id_number", "b"),
        ("person", "phone", "a"),
        ("people", "id_number", "a"),
    ] {
        let problem = vault.open(table, column, row, &sealed).unwrap_err();
        assert_eq!(problem.code(), "platform.vault.broken");
    }
    for i in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[i] ^= 1;
        assert!(
            vault.open("person", "id_number", "a", &altered).is_err(),
            "byte {i}"
        );
    }
    assert!(
        vault
            .open("person", "id_number", "a", &sealed[..10])
            .is_err()
    );
}

#[test]
fn equal_values_seal_differently_and_index_equally() {
    let vault = Vault::for_tests(1).unwrap();
    assert_ne!(
        vault.seal("t", "c", "r", b"x"),
        vault.seal("t", "c", "r", b"x")
    );
    assert_eq!(vault.index("id_number", "x"), vault.index("id_number", "x"));
    assert_ne!(vault.index("id_number", "x"), vault.index("phone", "x"));
    assert_ne!(
        vault.index("id_number", "x"),
        Vault::for_tests(2).unwrap().index("id_number", "x")
    );
}

#[test]
fn signatures_are_checked() {
    let vault = Vault::for_tests(1).unwrap();
    let (key, signature) = vault.sign(b"head 7");
    assert!(vault.verify(key, b"head 7", &signature));
    assert!(!vault.verify(key, b"head 8", &signature));
    assert!(!vault.verify(key + 1, b"head 7", &signature));
    assert!(
        !Vault::for_tests(2)
            .unwrap()
            .verify(key, b"head 7", &signature)
    );
}

#[test]
fn the_key_file_is_made_once_and_private() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys.json");
    let sealed = Vault::open_file(&path).unwrap().seal("t", "c", "r", b"x");
    assert_eq!(
        Vault::open_file(&path)
            .unwrap()
            .open("t", "c", "r", &sealed)
            .unwrap(),
        b"x"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(Vault::open_file(&path).is_err());
    }
}
