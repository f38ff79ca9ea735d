//! Rust sources, read as far as the house needs it: comments and texts taken out, imports spelt
//! out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// One file.
pub struct Source {
    /// From the root of the repository, with slashes.
    pub path: String,
    pub text: String,
    /// Without comments.
    pub with_texts: String,
    /// Without comments, and with nothing in its texts.
    pub bare: String,
    /// The paths of grouped imports, each spelt out.
    spelt_out: String,
}

/// The rooms that are packages of their own.
pub const PACKAGES: [&str; 2] = ["data", "learn"];

/// Every source below a folder of the repository, by path, read once for all tests.
pub fn sources(folder: &'static str) -> &'static [Source] {
    static READ: LazyLock<Mutex<BTreeMap<&str, &[Source]>>> = LazyLock::new(Mutex::default);
    let mut all = READ.lock().unwrap();
    all.entry(folder).or_insert_with(|| read(folder).leak())
}

fn read(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let relative = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        Source::new(&relative, &fs::read_to_string(path).unwrap())
    };
    assert!(!paths.is_empty(), "no sources in {folder}");
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        let (with_texts, bare) = (stripped(text, Texts::Kept), stripped(text, Texts::Emptied));
        let mut spelt_out = String::new();
        spell_out(&bare, &mut spelt_out);
        Source { path: path.to_owned(), text: text.to_owned(), with_texts, bare, spelt_out }
    }

    /// Names of the modules in which it stands, the outermost first: the packages are one house.
    pub fn modules(&self) -> Vec<&str> {
        self.path
            .trim_start_matches("src/")
            .trim_start_matches("core/")
            .trim_end_matches(".rs")
            .trim_end_matches("/lib")
            .split('/')
            .filter(|&name| name != "mod")
            .collect()
    }

    /// The module of the crate's root.
    pub fn room(&self) -> &str {
        self.modules()[0]
    }

    /// Whether it is a module, such as `output/draw`, or below it.
    pub fn stands_in(&self, room: &str) -> bool {
        self.path.starts_with("src/")
            && self
                .modules()
                .join("/")
                .strip_prefix(room)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether its code has a word, as a whole.
    pub fn uses(&self, word: &str) -> bool {
        [&self.bare, &self.spelt_out].iter().any(|code| places(code, word).next().is_some())
    }

    /// Modules of the crate's root that its paths name.
    pub fn imports(&self) -> BTreeSet<String> {
        let root = "super::".repeat(self.modules().len());
        let mut imports = BTreeSet::new();
        // The root of a package that is a room is that room.
        let own = if PACKAGES.contains(&self.room()) { "reachsim::" } else { "crate::" };
        for package in PACKAGES {
            let named = format!("reachsim_{package}::");
            if [&self.bare, &self.spelt_out].iter().any(|code| code.contains(&named)) {
                imports.insert(package.to_owned());
            }
        }
        for code in [&self.bare, &self.spelt_out] {
            for start in [own, "reachsim::", "reachsim_core::", &root] {
                for (place, _) in
                    code.match_indices(start).filter(|&(place, _)| begins(code, place))
                {
                    let name: String =
                        code[place + start.len()..].chars().take_while(|&c| of_a_name(c)).collect();
                    if !name.is_empty() && name != "super" {
                        imports.insert(name);
                    }
                }
            }
        }
        imports
    }
}

pub fn of_a_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether no name and no path goes on across a place.
pub fn begins(code: &str, place: usize) -> bool {
    !code[..place].ends_with(|c| of_a_name(c) || c == ':')
}

fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let found = code.match_indices(word).map(|(place, _)| place);
    found.filter(move |&place| {
        let whole = word.ends_with('!') || !code[place + word.len()..].starts_with(of_a_name);
        !code[..place].ends_with(of_a_name) && whole
    })
}

/// Adds the paths of all groups: `a::{b, c::{d, e}}` are `a::b`, `a::c::d` and `a::c::e`.
fn spell_out(code: &str, paths: &mut String) {
    for (place, _) in code.match_indices("::{") {
        let prefix =
            code[..place].rsplit(|c| !(of_a_name(c) || c == ':')).next().unwrap_or_default();
        for item in items(&code[place + "::{".len()..]) {
            let path = format!("{prefix}::{}\n", item.trim());
            paths.push_str(&path);
            // A group within this one is met with its own, shorter path too, which names nothing of
            // the crate.
            spell_out(&path, paths);
        }
    }
}

/// The items of a group, up to the brace that ends it.
pub fn items(group: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&group[start..place]);
                return items;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&group[start..place]);
                start = place + 1;
            }
            _ => (),
        }
    }
    items
}

#[derive(Clone, Copy, PartialEq)]
enum Texts {
    Kept,
    Emptied,
}

/// The code without its comments.
fn stripped(text: &str, texts: Texts) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, kept) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), "")
        } else if rest.starts_with("/*") {
            (block_comment(rest), " ")
        } else if let Some(quoted) =
            text_literal(rest).filter(|_| first == '"' || !code.ends_with(of_a_name))
        {
            (quoted, if texts == Texts::Kept { &rest[..quoted] } else { "\"\"" })
        } else {
            let length = character(rest).unwrap_or(first.len_utf8());
            (length, if length > first.len_utf8() { "' '" } else { &rest[..length] })
        };
        code.push_str(kept);
        rest = &rest[length..];
    }
    code
}

/// Length of the block comment, with those inside it, that starts here.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut place) = (0, 0);
    while let Some(c) = text[place..].chars().next() {
        match &text[place..] {
            rest if rest.starts_with("/*") => (depth, place) = (depth + 1, place + 2),
            rest if rest.starts_with("*/") => (depth, place) = (depth - 1, place + 2),
            _ => place += c.len_utf8(),
        }
        if depth == 0 {
            break;
        }
    }
    place
}

/// Length of the text literal that starts here, plain or raw.
fn text_literal(text: &str) -> Option<usize> {
    let raw = text.trim_start_matches(['b', 'c']);
    if let Some(hashed) = raw.strip_prefix('r') {
        let inner = hashed.trim_start_matches('#');
        let end = format!("\"{}", "#".repeat(hashed.len() - inner.len()));
        let inner = inner.strip_prefix('"')?;
        return Some(
            text.len() - inner.len()
                + inner.find(&end).map_or(inner.len(), |place| place + end.len()),
        );
    }
    let inner = raw.strip_prefix('"')?;
    let mut escaped = false;
    for (place, c) in inner.char_indices() {
        match c {
            '"' if !escaped => return Some(text.len() - inner.len() + place + 1),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    Some(text.len())
}

/// Length of the character literal that starts here; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('\'')?;
    let mut characters = inner.char_indices();
    let (_, first) = characters.next()?;
    let (next, second) = characters.next()?;
    if first == '\\' {
        let after = next + second.len_utf8();
        return inner[after..].find('\'').map(|end| 1 + after + end + 1);
    }
    (second == '\'').then_some(1 + next + 1)
}
