//! The local page and the report in a real browser, where there is one; how large the page's script
//! and its style are, and what both need.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use reachsim::locale::Locale;
use reachsim::output::documents::page::live;
use reachsim::output::look::Look;
use reachsim::output::words::TEXTS;

use crate::support::{Folder, expect_code, shipped};

/// Bytes of the script and of the style sheet, at most.
const SCRIPT: usize = 12 << 10;
const STYLE: usize = 8 << 10;

/// Names the folder in which npm put the modules that drive the browser.
const MODULES: &str = "REACHSIM_BROWSER";
/// Names a browser that is not where Debian has it.
const CHROMIUM: &str = "REACHSIM_CHROMIUM";

const SCENARIO: &str = r#"
title = "A page"
simulation = { trials = "3k", weeks = 8 }
market.people = "2M"
community.page = { platform = "facebook", followers = "40k", questions.per_day = "5 to 12" }
value = { margin_per_customer = "50 to 100", cost_per_contact = "6 to 12" }
cost.manager_per_month = 400

[[target]]
name = "it pays"
metric = "profit"
at_least = 0

[[what_if]]
name = "twice as many"
[what_if.set]
"community.page.questions.per_day" = "10 to 24"
"#;

#[test]
fn script_and_style_of_the_local_page_are_small_and_need_nothing_else() {
    let script = live::script();
    assert!(script.len() <= SCRIPT, "{} bytes of script", script.len());
    for needed in ["eval", "Function(", "import", "http:", "https:", ".style"] {
        assert!(!script.contains(needed), "{needed}");
    }
    let style = live::style(&Look::default().theme(Locale::En));
    assert!(style.len() <= STYLE, "{} bytes of style", style.len());
    for needed in ["@import", "http:", "https:", "/*main", "/*text", "/*body", "/*pictures"] {
        assert!(!style.contains(needed), "{needed}");
    }
}

#[test]
fn pictures_are_chosen_by_a_name_in_every_language() {
    for name in live::PICTURES {
        for text in TEXTS.map(|files| files.join("\n")) {
            assert!(text.contains(&format!("\nlive-picture-{name} = ")), "{name}");
        }
    }
}

/// A program of the search path.
fn is_there(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

/// The folder with the modules; else what is missing.
fn modules() -> Result<PathBuf, String> {
    let folder = env::var_os(MODULES).map(PathBuf::from).ok_or(format!("{MODULES} is not set"))?;
    let chromium = env::var_os(CHROMIUM).unwrap_or_else(|| "/usr/bin/chromium".into());
    let missing = ["playwright-core", "axe-core"]
        .into_iter()
        .find(|name| !folder.join("node_modules").join(name).is_dir());
    match missing {
        Some(name) => Err(format!("{MODULES} has no {name}")),
        None if !is_there("node") => Err("there is no Node.js".to_owned()),
        None if !Path::new(&chromium).is_file() => Err("there is no Chromium".to_owned()),
        None => Ok(folder),
    }
}

/// The same; what is missing is told, and the test passed over.
fn modules_or_told() -> Option<PathBuf> {
    modules().inspect_err(|why| println!("skipped: {why}")).ok()
}

/// A server that ends with the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server of a scenario, and its address.
fn served(file: &str, folder: &Path) -> (Served, String) {
    let child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(["serve", file, "--print-url"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn();
    let mut served = Served(child.expect("the program starts"));
    let out = served.0.stdout.take().expect("its output");
    let mut address = String::new();
    BufReader::new(out).read_line(&mut address).expect("the address");
    (served, address.trim().to_owned())
}

#[test]
fn the_local_page_works_in_a_browser() {
    let Some(modules) = modules_or_told() else { return };
    let folder = Folder::new("browser");
    let file = folder.file("page.toml", SCENARIO);
    let (_served, address) = served("page.toml", &folder.0);
    asked(&modules, "page.mjs", &[&address, &file.display().to_string()]);
}

/// What is printed is how long it takes from a key to the paint of its answer.
#[test]
fn an_answer_to_a_shipped_scenario_follows_a_dial_in_a_browser() {
    let Some(modules) = modules_or_told() else { return };
    for name in ["article", "support-community"] {
        let file = shipped(name).display().to_string();
        let (_served, address) = served(&file, Path::new(env!("CARGO_MANIFEST_DIR")));
        println!("{name}");
        asked(&modules, "page.mjs", &[&address, &file, "an answer follows"]);
    }
}

/// Runs a script of this folder's browser tests, which ends well where nothing is wrong.
#[track_caller]
fn asked(modules: &Path, script: &str, arguments: &[&str]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(script);
    let said = Command::new("node")
        .arg(script)
        .args(arguments)
        .env(MODULES, modules)
        .output()
        .expect("Node.js starts");
    let text = String::from_utf8_lossy(&said.stdout);
    println!("{text}");
    assert!(said.status.success(), "{text}{}", String::from_utf8_lossy(&said.stderr));
}

/// On three screens, light, dark and on paper, in the three languages.
#[test]
fn reports_can_be_read_by_everybody_in_a_browser() {
    let Some(modules) = modules_or_told() else { return };
    let folder = Folder::new("reports");
    let file = folder.file("page.toml", SCENARIO).display().to_string();
    let reports: Vec<String> = ["en", "ru", "uk"]
        .into_iter()
        .map(|locale| {
            let out = folder.at(locale);
            let asked = ["run", &file, "--trials", "1k", "--locale", locale, "--out"];
            let asked = asked.into_iter().chain([out.to_str().expect("a path")]);
            expect_code(&folder.reachsim(&asked.collect::<Vec<_>>()), 0);
            out.join("report.html").display().to_string()
        })
        .collect();
    let reports: Vec<&str> = reports.iter().map(String::as_str).collect();
    asked(&modules, "report.mjs", &reports);
}
