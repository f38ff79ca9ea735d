//! Scenarios, folders and processes of these tests, which know nothing of the library.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Formulas alone, and few of them: a task is over as soon as it has begun.
const QUICK: &str = r#"
title = "A decision"
input.gain.value = "1 to 3"
input.loss.value = "0..2"

[metric.net]
formula = "gain - loss"
better = "higher"

[[target]]
name = "more than nothing"
metric = "net"
at_least = 0

[[what_if]]
name = "dearer"
set = { "input.loss.value" = "0..3" }

[[what_if]]
name = "dearer and better"
set = { "input.loss.value" = "0..3", "input.gain.value" = "2 to 3" }
"#;

const PAGE: &str = r#"
title = "A page"
simulation = { trials = 3_400, weeks = 6 }
market.people = "2M"
community.page = { platform = "facebook", followers = "40k", questions.per_day = "5 to 12" }
value = { margin_per_customer = "50 to 100", cost_per_contact = "6 to 12" }
cost.manager_per_month = 400
"#;

/// A queue of one shell script, which runs the tasks that it takes at once, but for those that
/// `lost` names, once. What it was given is in `taken`.
pub const QUEUE: &str = r#"
case $1 in
submit)
    echo "$2" >> taken
    echo 7
    for part in $(echo "$2" | tr , ' '); do
        for id in $(seq "${part%-*}" "${part#*-}"); do
            if [ -e "lost-$id" ]; then rm "lost-$id"; else TASK=$id "$3"; fi
        done
    done
    ;;
esac
exit 1
"#;

/// A folder with scenarios and an engine of its own.
pub fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("quick.toml", QUICK);
    folder.file("other.toml", &QUICK.replace("0..2", "0..3").replace("A decision", "Another"));
    folder.file("page.toml", PAGE);
    folder.file("queue.sh", QUEUE);
    folder.file(
        "queue.toml",
        "submit = 'sh -c \"sh queue.sh submit $0 $1; true\" {ids} {script}'\nalive = \"true\"\n\
         cancel = \"true {job}\"\nindex = \"TASK\"\n",
    );
    folder
}

#[track_caller]
pub fn assert_same(a: &Path, b: &Path) {
    let [a, b] = [a, b].map(contents);
    assert!(a.contains_key("manifest.json"), "{:?}", a.keys());
    assert!(a.keys().eq(b.keys()), "{:?} {:?}", a.keys(), b.keys());
    for (name, bytes) in &a {
        assert!(bytes == &b[name], "{name} differs");
    }
}

/// The program at work in a folder, so that it can be stopped.
pub fn begun(folder: &Folder, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(arguments)
        .current_dir(&folder.0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// Waits until something is so.
#[track_caller]
pub fn until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_mins(3), "not in three minutes: {what}");
        sleep(Duration::from_millis(20));
    }
}

/// Sends a signal to a process by its number.
pub fn signal(name: &str, process: u32) {
    let kill = Command::new("kill").args([name, &process.to_string()]).status();
    assert!(kill.is_ok_and(|status| status.success()), "{name} {process}");
}

/// Processes that work in a folder, or in one of its own.
pub fn working_in(folder: &Path) -> Vec<u32> {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let number = |entry: std::fs::DirEntry| {
        let place = std::fs::read_link(entry.path().join("cwd")).ok()?;
        let number = entry.file_name().to_str()?.parse().ok()?;
        place.starts_with(&folder).then_some(number)
    };
    entries.filter_map(number).collect()
}

/// Shards that are whole.
pub fn whole(job: &Path) -> usize {
    let manifests = contents(&job.join("left"));
    manifests.keys().filter(|name| name.ends_with("manifest.json")).count()
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
            } else if let Ok(bytes) = std::fs::read(&path) {
                let name = path.strip_prefix(folder).expect("inside").display().to_string();
                found.insert(name, bytes);
            }
        }
    }
    found
}

/// What a program printed on either stream, after it ended with this code.
#[track_caller]
pub fn expect_code(output: &Output, code: i32) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    (out, err)
}

/// An empty folder of one test, which is removed with everything in it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(format!("reachsim-test-{name}-{process}-{count}"));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    pub fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    pub fn file(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("a file");
    }

    pub fn reachsim(&self, arguments: &[&str]) -> Output {
        begun(self, arguments).wait_with_output().expect("the program ends")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
