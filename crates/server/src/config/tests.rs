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
}
