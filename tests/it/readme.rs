//! The README and the chapters say what the program does: their scenarios run, and their commands
//! print what stands below them.
//!
//! - A block of `toml` is a scenario, which must load and run. Its name, if it has one, follows the
//!   language: the file is there for the commands further down, and for those of the chapters if
//!   the README has it. Where `mistake` follows, it must be refused; where `theme` follows, it is
//!   no scenario but a theme, and where `words` follows, another file of words. A block of `csv` is
//!   a table.
//! - A block in which a line starts with `$ ` shows commands. What follows each is all that it
//!   prints, results before messages; a line of two dots stands for any number of lines.
//!   `cargo run -- ..` is `reachsim ..`.
//! - Other commands are the reader's (`git`, `cargo`, `cd`): nothing may stand below them.

mod markdown;

use markdown::{Block, Command, arguments, blocks, commands, matches};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

/// What a reader types that is not ours to run.
const OF_THE_READER: [&str; 3] = ["git", "cargo", "cd"];

/// A folder with the scenarios as a reader finds them, emptied of what an earlier test left.
struct TestFolder(PathBuf);

impl TestFolder {
    fn new(name: &str) -> TestFolder {
        let folder = TestFolder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let _ = fs::remove_dir_all(&folder.0);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &folder.0.join("scenarios"));
        folder
    }

    fn reachsim(&self, arguments: &[String]) -> Output {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_reachsim"));
        program.args(arguments).current_dir(&self.0).env("NO_COLOR", "1").output().unwrap()
    }

    /// Leaves out the scenarios that a text does not name. What it asks of all of them, it asks of
    /// the others then.
    fn keep_named(self, text: &str) -> TestFolder {
        for entry in fs::read_dir(self.0.join("scenarios")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_file() && !text.contains(&format!("scenarios/{name}")) {
                fs::remove_file(&path).unwrap();
            }
        }
        self
    }

    /// Writes the file that a block shows, and says how it is called.
    fn write(&self, block: &Block) -> String {
        let name =
            block.words.get(1).map_or_else(|| format!("line-{}.toml", block.line), Clone::clone);
        fs::write(self.0.join(&name), &block.text).unwrap();
        name
    }

    /// Runs the scenario of a block.
    fn run_scenario(&self, block: &Block) -> Result<(), String> {
        let name = self.write(block);
        // What is no scenario is heard by the commands that name it.
        let is_other = |word: &String| word == "theme" || word == "words";
        if block.words.iter().any(is_other) || block.words.first().is_some_and(|of| of == "csv") {
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

/// A text of the repository.
fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn is_toml(block: &Block) -> bool {
    block.words.first().is_some_and(|language| language == "toml" || language == "csv")
}

/// All that a text shows and does not hold, in its order.
fn faults(folder: &TestFolder, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for block in blocks(text) {
        if is_toml(&block) {
            faults.extend(folder.run_scenario(&block).err());
        }
        faults.extend(
            commands(&block).iter().filter_map(|command| folder.run_command(command).err()),
        );
    }
    faults
}

/// What the README's commands left, and what they did not do as it says.
static README: LazyLock<(TestFolder, Vec<String>)> = LazyLock::new(|| {
    let text = text("README.md");
    let folder = TestFolder::new("readme").keep_named(&text);
    let faults = faults(&folder, &text);
    (folder, faults)
});

#[test]
fn the_readme_shows_what_happens() {
    let text = text("README.md");
    assert!(text.lines().count() <= 350, "the README is a front page: chapters are in src/guide");
    let shown: Vec<Block> = blocks(&text);
    assert!(shown.iter().any(is_toml), "no scenario in the README");
    assert!(
        shown.iter().flat_map(commands).any(|command| !command.output.is_empty()),
        "no output in the README"
    );
    let (_, faults) = &*README;
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// The documentation's examples are compiled; what the README shows in Rust is one of them.
#[test]
fn the_readme_shows_an_example_that_compiles() {
    let text = text("README.md");
    let shown = blocks(&text).into_iter().find(|block| block.words == ["rust"]);
    let documentation = self::text("src/lib.rs").replace("//! ", "");
    assert!(documentation.contains(&shown.expect("an example in Rust").text));
}

#[test]
fn every_chapter_shows_what_happens() {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guide")).unwrap();
    let mut chapters: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    chapters.push(PathBuf::from("scenarios/README.md"));
    let readme = blocks(&text("README.md"));
    for chapter in &chapters {
        let folder = TestFolder::new("chapter");
        for block in readme.iter().filter(|block| is_toml(block)) {
            folder.write(block);
        }
        let faults = faults(&folder, &text(chapter));
        assert!(faults.is_empty(), "{}: {}", chapter.display(), faults.join("\n\n"));
    }
    let guide = text("src/guide.rs");
    let named = |path: &PathBuf| guide.contains(path.file_name().unwrap().to_str().unwrap());
    assert!(chapters.iter().all(|path| path.ends_with("README.md") || named(path)));
}

/// Links of a text to files of the repository.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|link| !link.contains("://")).filter_map(|link| link.split('#').next())
}

#[test]
fn the_readme_counts_the_scenarios() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let count = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).count()
    };
    let all = count(&folder) + count(&folder.join("claims"));
    let words = format!("has {all} to begin with");
    assert!(text("README.md").contains(&words), "the README does not say `{words}`");
    let table = text("scenarios/README.md");
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_told = name == "README.md" || table.contains(&name);
        assert!(is_told, "`scenarios/README.md` has no row for {name}");
    }
}

#[test]
fn the_front_pages_lead_to_files_that_exist() {
    for page in ["README.md", "scenarios/README.md", "benches/README.md"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = text(page);
        let lost = links(&text).find(|link| !folder.with_file_name(link).exists());
        assert_eq!(lost, None, "{page}");
    }
}

#[test]
fn a_readme_that_shows_what_does_not_happen_is_found_out() {
    let folder = TestFolder::new("readme-mistakes");
    for text in [
        "```toml\ntitle = 1\n```\n",
        "```console\n$ reachsim --version\nreachsim 0.0.0\n```\n",
        "```console\n$ reachsim --version\n```\n",
        "```console\n$ reachsim run nowhere.toml\n```\n",
        "```console\n$ cargo test\ntest result: ok\n```\n",
        "```console\n$ make\n```\n",
        "```console\n$ reachsim schema | head\n..\n```\n",
    ] {
        assert_eq!(faults(&folder, text).len(), 1, "{text}");
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
        assert_eq!(faults(&folder, &text), Vec::<String>::new(), "{text}");
    }
}

/// The picture at the top is drawn by the program from the article's scenario.
#[test]
fn the_picture_is_what_the_program_draws() {
    // The README has this run.
    let drawn = README.0.0.join("output/article/charts/distribution.svg");
    let (shown, drawn) = (text(".readme/times-seen.svg"), fs::read_to_string(drawn).unwrap());
    assert!(
        shown == drawn,
        "copy charts/distribution.svg of a run of scenarios/article.toml to .readme/times-seen.svg"
    );
}
