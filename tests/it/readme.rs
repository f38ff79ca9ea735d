//! The README says what the program does: its scenarios run, and its commands print what stands below them.
//!
//! - A block of `toml` is a scenario, which must load and run. Its name, if it has one, follows the language: the file
//!   is there for the commands further down. Where `mistake` follows, it must be refused; where `theme` follows, it is no
//!   scenario but a theme.
//! - A block in which a line starts with `$ ` shows commands. What follows each is all that it prints, results before
//!   messages; a line of two dots stands for any number of lines. `cargo run -- ..` is `reachsim ..`.
//! - Other commands are the reader's (`git`, `cargo`, `cd`): nothing may stand below them.

mod markdown;

use markdown::{Block, Command, arguments, blocks, commands, matches};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

/// What a reader types that is not ours to run.
const OF_THE_READER: [&str; 3] = ["git", "cargo", "cd"];

/// A folder with the scenarios as a reader finds them, emptied of what an earlier test left.
struct TestFolder(PathBuf);

impl TestFolder {
    fn new(name: &str) -> TestFolder {
        let desk = TestFolder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let _ = fs::remove_dir_all(&desk.0);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &desk.0.join("scenarios"));
        desk
    }

    fn reachsim(&self, arguments: &[String]) -> Output {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_reachsim"));
        program.args(arguments).current_dir(&self.0).env("NO_COLOR", "1").output().unwrap()
    }

    /// Runs a scenario that stands in the README, after the line `line`.
    fn run_scenario(&self, block: &Block) -> Result<(), String> {
        let name =
            block.words.get(1).map_or_else(|| format!("line-{}.toml", block.line), Clone::clone);
        fs::write(self.0.join(&name), &block.text).unwrap();
        // A theme is heard by the commands that name it.
        if block.words.iter().any(|word| word == "theme") {
            return Ok(());
        }
        let output =
            self.reachsim(&["run", &name, "--trials", "100", "--no-files"].map(str::to_owned));
        let refused = block.words.iter().any(|word| word == "mistake");
        match output.status.code() {
            Some(0) if !refused => Ok(()),
            Some(2) if refused => Ok(()),
            code => Err(format!(
                "line {}: the scenario ended with {code:?}\n{}",
                block.line,
                printed(&output)
            )),
        }
    }

    fn run_command(&self, command: &Command) -> Result<(), String> {
        let place = format!("line {}: `{}`", command.line, command.text);
        let words = arguments(&command.text).map_err(|reason| format!("{place}: {reason}"))?;
        let ours = match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["reachsim", ..] => 1,
            ["cargo", "run", "--", ..] => 3,
            [reader, ..] if OF_THE_READER.contains(reader) && command.output.is_empty() => {
                return Ok(());
            }
            _ => return Err(format!("{place}: nobody can check what this prints")),
        };
        let printed = printed(&self.reachsim(&words[ours..]));
        if matches(&command.output, &printed) {
            Ok(())
        } else {
            Err(format!("{place} prints\n{printed}\ninstead of\n{}", command.output))
        }
    }
}

/// What a terminal shows of a command.
fn printed(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)).concat()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// All that a text shows and does not hold, in its order.
fn faults(desk: &TestFolder, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for block in blocks(text) {
        if block.words.first().is_some_and(|language| language == "toml") {
            faults.extend(desk.run_scenario(&block).err());
        }
        faults
            .extend(commands(&block).iter().filter_map(|command| desk.run_command(command).err()));
    }
    faults
}

#[test]
fn the_readme_shows_what_happens() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let shown: Vec<Block> = blocks(&text);
    assert!(
        shown.iter().any(|block| block.words.first().is_some_and(|language| language == "toml")),
        "no scenario in the README"
    );
    assert!(
        shown.iter().flat_map(commands).any(|command| !command.output.is_empty()),
        "no output in the README"
    );
    let faults = faults(&TestFolder::new("readme"), &text);
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn a_readme_that_shows_what_does_not_happen_is_found_out() {
    let desk = TestFolder::new("readme-mistakes");
    for text in [
        "```toml\ntitle = 1\n```\n",
        "```console\n$ reachsim --version\nreachsim 0.0.0\n```\n",
        "```console\n$ reachsim --version\n```\n",
        "```console\n$ reachsim run nowhere.toml\n```\n",
        "```console\n$ cargo test\ntest result: ok\n```\n",
        "```console\n$ make\n```\n",
        "```console\n$ reachsim schema | head\n..\n```\n",
    ] {
        assert_eq!(faults(&desk, text).len(), 1, "{text}");
    }
    let version = env!("CARGO_PKG_VERSION");
    for text in [
        format!(
            "```console\n$ reachsim --version\nreachsim {version}\n$ cargo run -- \
                --version\n..\n```\n"
        ),
        "```toml page.toml mistake\ntitle = 1\n```\n".to_owned(),
        "```console\n$ git clone there\n$ cd there\n```\n".to_owned(),
    ] {
        assert_eq!(faults(&desk, &text), Vec::<String>::new(), "{text}");
    }
}

/// The picture at the top is drawn by the program from the article's scenario.
#[test]
fn the_picture_is_what_the_program_draws() {
    let desk = TestFolder::new("picture");
    desk.reachsim(&["run", "scenarios/article.toml", "--out", "drawn"].map(str::to_owned));
    let shown =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".readme/times-seen.svg"))
            .unwrap();
    let drawn = fs::read_to_string(desk.0.join("drawn/charts/distribution.svg")).unwrap();
    assert!(
        shown == drawn,
        "copy charts/distribution.svg of a run of scenarios/article.toml to .readme/times-seen.svg"
    );
}
