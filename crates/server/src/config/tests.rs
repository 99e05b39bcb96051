use std::path::PathBuf;

use super::{Config, Options};

fn nothing(_: &str) -> Option<String> {
    None
}

#[test]
fn without_a_word_everything_is_local() {
    let config = Config::read(&Options::default(), nothing).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.data, PathBuf::from("demo-data"));
    assert_eq!(config.database, None);
    assert_eq!(config.keys, PathBuf::from("demo-data/keys.json"));
}

#[test]
fn the_command_line_goes_before_the_environment_before_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("doudi.toml");
    std::fs::write(
        &path,
        "data = \"d\"\nlisten = \"0.0.0.0:80\"\nkeys = \"k.json\"\n",
    )
    .unwrap();
    let mut options = Options {
        config: Some(path),
        ..Options::default()
    };
    let config = Config::read(&options, nothing).unwrap();
    assert_eq!(config.data, folder.path().join("d"));
    assert_eq!(config.keys, folder.path().join("k.json"));
    assert_eq!(config.listen.to_string(), "0.0.0.0:80");
    let environment = |name: &str| (name == "DOUDI_LISTEN").then(|| "127.0.0.1:9000".to_owned());
    let config = Config::read(&options, environment).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:9000");
    options.port = Some(7000);
    let config = Config::read(&options, environment).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:7000");
}

#[test]
fn what_cannot_be_used_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let refuse = |text: &str| {
        let path = folder.path().join("doudi.toml");
        std::fs::write(&path, text).unwrap();
        let options = Options {
            config: Some(path),
            ..Options::default()
        };
        format!("{:#}", Config::read(&options, nothing).unwrap_err())
    };
    assert!(refuse("port = 80").contains("port"));
    assert!(refuse("listen = \"here\"").contains("IP:port"));
    assert!(refuse("database = \"mysql://x\"").contains("postgres://"));
    assert!(refuse("[verification_platform]\ntoken = \"t\"").contains("address"));
}

#[test]
fn the_verification_platform_is_named_with_token_and_certificates() {
    let folder = tempfile::tempdir().unwrap();
    let read = |address: &str| {
        let path = folder.path().join("doudi.toml");
        let text =
            format!("[verification_platform]\naddress = \"{address}\"\ntoken = \"hd.token\"\n");
        std::fs::write(&path, text).unwrap();
        let options = Options {
            config: Some(path),
            ..Options::default()
        };
        Config::read(&options, nothing).unwrap()
    };
    let config = read("https://hd.example.gov.cn/api");
    let missing = config.upper().err().unwrap();
    assert!(format!("{missing:#}").contains("hd.token"), "{missing:#}");
    std::fs::write(folder.path().join("hd.token"), "t0ken\n").unwrap();
    assert!(config.upper().unwrap().is_some());
    // Identity numbers do not leave the machine in the clear.
    let clear = read("http://hd.example.gov.cn/api").upper().err().unwrap();
    assert!(format!("{clear:#}").contains("https://"), "{clear:#}");
}
