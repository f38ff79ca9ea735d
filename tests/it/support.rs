//! Scenarios and runs for tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{Lowered, Plan, lower};
use reachsim::scenario;
use reachsim::summary::{MetricSummary, Summary};
use reachsim::trials::Trials;

/// The article's case with every input fixed and nothing but what the file has to say.
pub const FIXED: &str = r#"
title = "A page"
market.people = "30M"

[community.page]
platform = "facebook-2012"
followers = 100_000
bots = "10%"
active = "80%"
questions.per_year = 10_000
questions.dispersion = 0
friends.mean = 130
feed.visibility = "7.5%"
feed.reshare = 0
feed.engagement_visibility = "12%"
posts.reach = "3.5%"
growth.organic = 0
growth.follow = 0
growth.churn = 0
"#;

pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"))
}

/// A scenario that has to be right.
#[track_caller]
pub fn lowered(text: &str, sets: &[&str]) -> Lowered {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    let parsed = scenario::parse(Path::new("test.toml"), text.to_owned(), &sets).and_then(lower);
    parsed.unwrap_or_else(|problems| {
        panic!("{}", problems.render(reachsim::diagnostic::Style::Plain))
    })
}

pub fn plan(lowered: &Lowered, trials: u64) -> Plan {
    Plan { trials, ..lowered.plan }
}

pub fn run(lowered: &Lowered, trials: u64) -> (Trials, Summary) {
    let trials = quick(lowered, trials);
    let summary = Summary::of(&lowered.model, &trials);
    (trials, summary)
}

/// The trials alone, without their weeks.
pub fn quick(lowered: &Lowered, trials: u64) -> Trials {
    engine::run(&lowered.model, plan(lowered, trials), Detail::Totals, &Unwatched)
}

/// The summary of a text with some keys set otherwise.
#[track_caller]
pub fn summary(text: &str, sets: &[&str], trials: u64) -> Summary {
    run(&lowered(text, sets), trials).1
}

#[track_caller]
pub fn metric<'a>(summary: &'a Summary, id: &str) -> &'a MetricSummary {
    summary.metric(id).unwrap_or_else(|| panic!("no metric `{id}`"))
}

/// Every file below a folder with its bytes, by its path from there.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name =
                    path.strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// What a program printed on either stream, after it ended with this code.
#[track_caller]
pub fn expect_code(output: &Output, code: i32) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    (out, err)
}

/// An empty folder of one test, which is removed with everything in it.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A folder in whose name stands what it is for.
    pub fn new(name: &str) -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(format!("reachsim-test-{name}-{process}-{count}"));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    /// The path of what is or will be in it.
    pub fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    pub fn reachsim(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reachsim"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .output()
            .expect("the program starts")
    }

    /// What a command answers as JSON.
    #[track_caller]
    pub fn document(&self, arguments: &[&str]) -> serde_json::Value {
        let (out, _) = expect_code(&self.reachsim(&[arguments, &["--format", "json"]].concat()), 0);
        serde_json::from_str(&out).expect("one document and nothing else")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
