//! Reading texts from a folder or from memory, within limits.

use super::{MAX_FILE, MAX_FILES, MAX_FOLDERS, MAX_TOTAL, Texts};
use crate::fault::{Fault, FaultKind, Words, sorted};
use std::collections::BTreeMap;
use std::path::Path;

impl Texts {
    /// Reads every `.yaml` text below a folder. Hidden entries and `.md` notes are passed over.
    ///
    /// # Errors
    /// Every file that cannot be read, is no UTF-8, is too large or of another kind.
    pub fn from_dir(root: &Path) -> Result<Texts, Vec<Fault>> {
        let mut gather = Gather::default();
        gather.folder(root, "", 0);
        gather.finish()
    }

    /// Takes texts from memory, for packs that the binary carries or that were uploaded.
    ///
    /// # Errors
    /// As [`Texts::from_dir`].
    pub fn from_map<P, B>(files: impl IntoIterator<Item = (P, B)>) -> Result<Texts, Vec<Fault>>
    where
        P: AsRef<str>,
        B: AsRef<[u8]>,
    {
        let mut gather = Gather::default();
        for (path, bytes) in files {
            let path = path.as_ref().replace('\\', "/");
            if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
                gather.fault(
                    FaultKind::FileKind,
                    &path,
                    "文件路径不合规".into(),
                    "the path is not a plain relative one".into(),
                );
            } else if path.split('/').any(|part| part.starts_with('.')) {
                continue;
            } else if path.split('/').count() > MAX_FOLDERS {
                gather.too_deep(&path);
            } else if gather.wanted(&path) && gather.fits(&path, bytes.as_ref().len() as u64) {
                gather.take(&path, bytes.as_ref().to_vec());
            }
        }
        gather.finish()
    }
}

#[derive(Default)]
struct Gather {
    files: BTreeMap<String, String>,
    faults: Vec<Fault>,
    total: u64,
    full: bool,
}

impl Gather {
    fn fault(&mut self, kind: FaultKind, path: &str, zh: String, en: String) {
        let words = Words::new(zh, en);
        self.faults.push(Fault {
            kind,
            file: path.to_owned(),
            line: 0,
            column: 0,
            text: String::new(),
            zh: words.wrong.0,
            en: words.wrong.1,
            mend_zh: kind.advice().0.to_owned(),
            mend_en: kind.advice().1.to_owned(),
        });
    }

    fn too_deep(&mut self, path: &str) {
        self.fault(
            FaultKind::TooDeep,
            path,
            format!("文件夹嵌套超过 {MAX_FOLDERS} 层"),
            format!("folders are nested more than {MAX_FOLDERS} deep"),
        );
    }

    fn unreadable(&mut self, path: &str, error: &std::io::Error) {
        self.fault(
            FaultKind::Unreadable,
            path,
            format!("无法读取：{error}"),
            format!("cannot be read: {error}"),
        );
    }

    fn folder(&mut self, dir: &Path, prefix: &str, depth: usize) {
        if depth >= MAX_FOLDERS {
            return self.too_deep(prefix);
        }
        let entries = match std::fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>)
        {
            Ok(entries) => entries,
            Err(error) => {
                let shown = if prefix.is_empty() { "." } else { prefix };
                return self.unreadable(shown, &error);
            }
        };
        let mut names: Vec<_> = entries.iter().map(std::fs::DirEntry::file_name).collect();
        names.sort();
        for name in names {
            if self.full {
                return;
            }
            let shown = name.to_string_lossy().into_owned();
            if shown.starts_with('.') {
                continue;
            }
            let path = if prefix.is_empty() {
                shown.clone()
            } else {
                format!("{prefix}/{shown}")
            };
            if name.to_str().is_none() {
                self.fault(
                    FaultKind::Encoding,
                    &path,
                    "文件名不是 UTF-8".into(),
                    "the file name is not UTF-8".into(),
                );
                continue;
            }
            let full = dir.join(&name);
            match std::fs::symlink_metadata(&full) {
                Err(error) => self.unreadable(&path, &error),
                Ok(meta) if meta.is_dir() => self.folder(&full, &path, depth + 1),
                Ok(meta) if meta.is_file() => {
                    if self.wanted(&path) && self.fits(&path, meta.len()) {
                        match std::fs::read(&full) {
                            Ok(bytes) => self.take(&path, bytes),
                            Err(error) => self.unreadable(&path, &error),
                        }
                    }
                }
                Ok(_) => self.fault(
                    FaultKind::FileKind,
                    &path,
                    "不是普通文件(符号链接等不予读取)".into(),
                    "not a regular file (links and the like are not followed)".into(),
                ),
            }
        }
    }

    fn wanted(&mut self, path: &str) -> bool {
        if path.ends_with(".md") {
            return false;
        }
        if !path.ends_with(".yaml") {
            self.fault(
                FaultKind::FileKind,
                path,
                "不认识的文件类型".into(),
                "a file of an unknown kind".into(),
            );
            return false;
        }
        true
    }

    fn fits(&mut self, path: &str, size: u64) -> bool {
        if self.full {
            return false;
        }
        if size > MAX_FILE {
            self.fault(
                FaultKind::TooLarge,
                path,
                format!("文件有 {size} 字节，超过每个文件 {MAX_FILE} 字节的上限"),
                format!("the file has {size} bytes; the limit is {MAX_FILE} bytes for each"),
            );
            return false;
        }
        self.total += size;
        if self.total > MAX_TOTAL || self.files.len() >= MAX_FILES {
            self.full = true;
            self.fault(
                FaultKind::TooLarge,
                path,
                format!("政策包超过 {MAX_TOTAL} 字节或 {MAX_FILES} 个文件的上限，读到此为止"),
                format!(
                    "the pack passes {MAX_TOTAL} bytes or {MAX_FILES} files; reading stops here"
                ),
            );
            return false;
        }
        true
    }

    fn take(&mut self, path: &str, bytes: Vec<u8>) {
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                self.files
                    .insert(path.to_owned(), text.replace("\r\n", "\n"));
            }
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let line = 1 + error.as_bytes()[..good]
                    .iter()
                    .filter(|b| **b == b'\n')
                    .count();
                self.fault(
                    FaultKind::Encoding,
                    path,
                    format!("第 {line} 行有不是 UTF-8 的字节(第 {good} 字节之后)"),
                    format!("line {line} holds bytes that are not UTF-8 (after byte {good})"),
                );
            }
        }
    }

    fn finish(self) -> Result<Texts, Vec<Fault>> {
        if self.faults.is_empty() {
            Ok(Texts::from_files(self.files))
        } else {
            Err(sorted(self.faults))
        }
    }
}
