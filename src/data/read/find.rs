//! Which files are meant: files, folders with all that lies below them, and patterns.

use std::fs;
use std::path::{Path, PathBuf};

use reachsim_core::diagnostic::{Code, did_you_mean, message, nearest};

use crate::fault::Fault;

/// A file, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// As the user gave it, or below what he gave; folders are parted by `/`.
    pub name: String,
    pub path: PathBuf,
}

/// Endings of what lies beside exports and is none: pictures, films, pages.
const BESIDE: [&str; 25] = [
    "avif", "css", "gif", "heic", "htm", "html", "jpeg", "jpg", "js", "lnk", "m4a", "mov", "mp3",
    "md", "mp4", "ogg", "opus", "pdf", "png", "svg", "tgs", "wav", "webm", "webp", "ini",
];

/// Folders below each other.
const DEPTH: usize = 40;

/// Files that can be told apart at once.
const FILES: usize = 100_000;

/// Everything that the arguments name, in their order, each file once. Of folders and patterns,
/// files in the order of their names, without those that are hidden, and without pictures, films
/// and pages, which lie beside exports.
///
/// # Errors
/// What does not exist, and what holds no file.
pub fn gather(arguments: &[String]) -> Result<Vec<Found>, Vec<Fault>> {
    let (mut found, mut faults) = (Vec::<Found>::new(), Vec::new());
    for argument in arguments {
        match named(argument) {
            Ok(files) => found.extend(files),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut seen = std::collections::BTreeSet::new();
    // The same file may be named in two ways.
    let one = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    found.retain(|file| seen.insert(one(&file.path)));
    Ok(found)
}

fn named(argument: &str) -> Result<Vec<Found>, Fault> {
    let path = PathBuf::from(argument);
    if path.is_dir() {
        let files = below(argument, &path)?;
        if files.is_empty() {
            return Err(Fault::new(
                Code::FileMissing,
                message!("the folder `{folder}` holds no export", folder = argument),
            )
            .help(message!("name a folder with tables: CSV, XLSX, JSON, ZIP")));
        }
        return Ok(files);
    }
    if path.exists() || !argument.contains(['*', '?']) {
        return exists(argument, path);
    }
    let fixed = argument.split('/').take_while(|part| !part.contains(['*', '?']));
    let mut root = fixed.collect::<Vec<_>>().join("/");
    if root.is_empty() && argument.starts_with('/') {
        root.push('/');
    }
    let folder = if root.is_empty() { PathBuf::from(".") } else { PathBuf::from(&root) };
    let mut files = if folder.is_dir() { below(&root, &folder)? } else { Vec::new() };
    let pattern: Vec<&str> = argument.split('/').filter(|part| !part.is_empty()).collect();
    files.retain(|file| {
        let name: Vec<&str> = file.name.split('/').filter(|part| !part.is_empty()).collect();
        matches(&pattern, &name)
    });
    if files.is_empty() {
        return Err(Fault::new(
            Code::FileMissing,
            message!("no file is called like `{pattern}`", pattern = argument),
        )
        .help(message!("`*` is any part of a name, `?` one letter, `**` any folders")));
    }
    Ok(files)
}

fn exists(argument: &str, path: PathBuf) -> Result<Vec<Found>, Fault> {
    if fs::metadata(&path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        let fault =
            Fault::new(Code::FileMissing, message!("there is no file `{path}`", path = argument));
        return Err(match beside(argument) {
            Some(near) => fault.help(did_you_mean(&near)),
            None => fault,
        });
    }
    Ok(vec![Found { name: argument.to_owned(), path }])
}

/// The file of the same folder that is called almost like one that is not there.
pub fn beside(argument: &str) -> Option<String> {
    let (folder, name) = argument.rsplit_once('/').map_or(("", argument), |(a, b)| (a, b));
    let entries = fs::read_dir(if folder.is_empty() { "." } else { folder }).ok()?;
    let mut names: Vec<String> = entries
        .flatten()
        .take(FILES)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    let near = nearest(name, names.iter().map(String::as_str))?;
    Some(if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") })
}

/// The way out where nothing is called like a file of the command line.
pub fn or_name_others(fault: Fault) -> Fault {
    if fault.code == Code::FileMissing && fault.help.is_none() {
        return fault.help(message!(
            "name files, the folder in which they are, or a pattern such as 'exports/*.csv'"
        ));
    }
    fault
}

/// All files below a folder, in the order of their names.
fn below(name: &str, folder: &Path) -> Result<Vec<Found>, Fault> {
    let mut files: Vec<Found> = Vec::new();
    walk(name.trim_end_matches('/'), folder, 0, &mut files)?;
    if name.starts_with('/') && name.trim_end_matches('/').is_empty() {
        for file in &mut files {
            file.name.insert(0, '/');
        }
    }
    files.sort_unstable();
    Ok(files)
}

fn walk(name: &str, folder: &Path, depth: usize, into: &mut Vec<Found>) -> Result<(), Fault> {
    let entries = fs::read_dir(folder).map_err(|error| {
        Fault::new(
            Code::FileUnreadable,
            message!("`{file}` cannot be read: {what}", file = name, what = error.to_string()),
        )
    })?;
    for entry in entries.flatten() {
        let part = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let name = if name.is_empty() { part.clone() } else { format!("{name}/{part}") };
        if part.starts_with('.') {
            continue;
        }
        // A folder behind a link could hold itself.
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if path.is_dir() {
            if !is_link && depth < DEPTH {
                walk(&name, &path, depth + 1, into)?;
            }
        } else if is_meant(&name) {
            into.push(Found { name, path });
        }
        if into.len() > FILES {
            return Err(Fault::new(
                Code::ExportUnreadable,
                message!(
                    "the folder `{folder}` holds more than {files} files",
                    folder = folder.display().to_string(),
                    files = FILES as u64
                ),
            )
            .help(message!("name the folder of the exports alone")));
        }
    }
    Ok(())
}

/// Whether a file below a folder or in an archive can be an export, by its name.
pub fn is_meant(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    !file.starts_with('.') && !BESIDE.contains(&ending.as_str())
}

/// Whether a file is meant by a pattern: by its whole name, by that of a folder in which it lies,
/// or, where the pattern has no folder, by its name in its folder.
pub fn is_meant_by(name: &str, pattern: &str) -> bool {
    let is_part = |part: &&str| !matches!(*part, "" | ".");
    let name: Vec<&str> = name.split('/').filter(is_part).collect();
    let mut pattern: Vec<&str> = pattern.split('/').filter(is_part).collect();
    if let ([only], Some(last)) = (&pattern[..], name.last())
        && matches(&[only], &[last])
    {
        return true;
    }
    if matches(&pattern, &name) {
        return true;
    }
    pattern.push("**");
    pattern.len() > 1 && matches(&pattern, &name)
}

/// Whether the parts of a name are those of a pattern, `**` being any number of them.
fn matches(pattern: &[&str], name: &[&str]) -> bool {
    match (pattern.split_first(), name.split_first()) {
        (None, None) => true,
        (Some((&"**", rest)), _) => {
            matches(rest, name)
                || name.split_first().is_some_and(|(_, name)| matches(pattern, name))
        }
        (Some((part, rest)), Some((file, name))) => {
            let (part, file): (Vec<char>, Vec<char>) =
                (part.chars().collect(), file.chars().collect());
            is_like(&part, &file) && matches(rest, name)
        }
        _ => false,
    }
}

/// Whether a name is that of a pattern, `*` being any letters and `?` one of them.
fn is_like(pattern: &[char], name: &[char]) -> bool {
    // The star that was met last, and the letter up to which it reaches.
    let (mut at, mut letter, mut star) = (0, 0, None);
    while letter < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, letter));
                at += 1;
            }
            Some(&sign) if sign == '?' || sign == name[letter] => {
                at += 1;
                letter += 1;
            }
            _ => match star {
                Some((place, reached)) => {
                    star = Some((place, reached + 1));
                    (at, letter) = (place + 1, reached + 1);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|&sign| sign == '*')
}
