//! `doudi match`: the rows of sources that are about the people of a list.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, anyhow, bail};
use kernel::Bilingual as _;
use matching::{
    MatchError, Reject, Unwatched,
    find::{JoinFiles, RejectedIn, SourceFile},
    subjects::{SubjectFile, SubjectLimits},
};
use paper::Source;
use serde_json::json;

/// Find the people of a list in the files of other departments.
#[derive(Debug, clap::Args)]
pub struct Match {
    /// The list of people: .csv, .txt, .xlsx or .xls.
    #[arg(long, value_name = "FILE")]
    subjects: PathBuf,
    /// The title of its column of identity numbers.
    #[arg(long, value_name = "COLUMN")]
    key: String,
    /// A source, its file, and the title of its column of identity numbers.
    #[arg(long = "source", value_name = "NAME=FILE:COLUMN", required = true, value_parser = given)]
    sources: Vec<Given>,
    /// Where the results go, as UTF-8 CSV.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where the rejected rows go, with the reasons.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

/// `NAME=FILE:COLUMN`.
#[derive(Debug, Clone)]
struct Given {
    name: String,
    file: PathBuf,
    column: String,
}

fn given(text: &str) -> Result<Given, String> {
    let parts = text
        .split_once('=')
        .and_then(|(name, rest)| Some((name, rest.rsplit_once(':')?)));
    match parts {
        Some((name, (file, column)))
            if !name.trim().is_empty() && !file.is_empty() && !column.trim().is_empty() =>
        {
            Ok(Given {
                name: name.trim().to_owned(),
                file: file.into(),
                column: column.trim().to_owned(),
            })
        }
        _ => Err("应写成 名称=文件:列名 / write it as NAME=FILE:COLUMN".to_owned()),
    }
}

fn said(fault: &MatchError) -> anyhow::Error {
    anyhow!("{} / {}", fault.zh(), fault.en())
}

impl Match {
    /// Finds, writes the results, and says in one line what came of it.
    pub fn run(self) -> anyhow::Result<()> {
        let started = Instant::now();
        let mut names: Vec<&str> = self.sources.iter().map(|s| s.name.as_str()).collect();
        names.sort_unstable();
        if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            bail!("来源名称重复 / two sources are called {}", twice[0]);
        }
        let list = Source::path(&self.subjects);
        let list = SubjectFile::read(&list, &self.key, SubjectLimits::default(), &Unwatched)
            .map_err(|fault| said(&fault))?;
        let sources: Vec<SourceFile> = self
            .sources
            .iter()
            .map(|given| SourceFile {
                name: given.name.clone(),
                source: Source::path(&given.file),
                key: given.column.clone(),
            })
            .collect();
        let mut out = Output::create(&self.out)?;
        let mut rejects = self.rejects.as_deref().map(Output::create).transpose()?;
        if let Some(file) = &mut rejects {
            file.line("文件,行号,列号,代码,原因,reason\n")?;
        }
        let mut failed = None;
        let mut on_reject = |place: RejectedIn, reject: Reject| {
            if let Some(file) = &mut rejects {
                let name = match place {
                    RejectedIn::Subjects => "--subjects",
                    RejectedIn::Source(at) => &self.sources[at].name,
                };
                if let Err(fault) = file.line(&reject_line(name, &reject)) {
                    failed.get_or_insert(fault);
                }
            }
        };
        let hits = JoinFiles {
            subjects: &list,
            sources: &sources,
        }
        .run(&mut out, &mut on_reject, &Unwatched)
        .map_err(|fault| said(&fault))?;
        if let Some(fault) = failed {
            return Err(fault);
        }
        if let Some(file) = rejects {
            file.keep()?;
        }
        out.keep()?;
        let seconds: f64 = format!("{:.3}", started.elapsed().as_secs_f64()).parse()?;
        let line = json!({
            "rows": hits.rows,
            "subjects": hits.subjects,
            "hits": hits.hits,
            "rejected": hits.rejected,
            "seconds": seconds,
        });
        eprintln!("{line}");
        Ok(())
    }
}

fn reject_line(name: &str, reject: &Reject) -> String {
    let cell = |text: String| match text.contains([',', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    };
    format!(
        "{},{},{},{},{},{}\n",
        cell(name.to_owned()),
        reject.row,
        reject.column.map_or(String::new(), |c| (c + 1).to_string()),
        reject.reason.code(),
        cell(reject.reason.zh()),
        cell(reject.reason.en())
    )
}

/// A file that comes to stand under its name only when it is whole: nobody takes the first
/// half of a result for the result.
struct Output {
    file: BufWriter<File>,
    /// Under which name it is written, and which one it gets.
    names: Option<(PathBuf, PathBuf)>,
}

impl Output {
    fn create(path: &Path) -> anyhow::Result<Output> {
        let say = || format!("{}：无法写入 / cannot be written", path.display());
        // A pipe or a device has no second name.
        let special = fs::metadata(path).is_ok_and(|about| !about.is_file());
        let names = if special {
            None
        } else {
            let mut part = OsString::from(path);
            part.push(".part");
            Some((PathBuf::from(part), path.to_owned()))
        };
        let target = names.as_ref().map_or(path, |(part, _)| part);
        let mut options = File::options();
        options.write(true);
        if names.is_some() {
            options.create(true).truncate(true);
        }
        let file = options.open(target).with_context(say)?;
        Ok(Output {
            file: BufWriter::with_capacity(1 << 18, file),
            names,
        })
    }

    fn line(&mut self, text: &str) -> anyhow::Result<()> {
        self.file.write_all(text.as_bytes()).map_err(|fault| {
            said(&MatchError::Io {
                name: "--rejects".to_owned(),
                fault,
            })
        })
    }

    fn keep(mut self) -> anyhow::Result<()> {
        self.file.flush()?;
        if let Some((part, whole)) = self.names.take() {
            fs::rename(&part, &whole).with_context(|| whole.display().to_string())?;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Output {
    /// A run that failed leaves nothing behind.
    fn drop(&mut self) {
        if let Some((part, _)) = &self.names {
            let _ = fs::remove_file(part);
        }
    }
}
