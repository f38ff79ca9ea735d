//! A file becomes text, or a clear reason why not.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{
    Code, Conjunction, Diagnostic, Message, Source, Span, listed, message, nearest,
};

/// Bytes of the largest file read: a thousand times a long scenario.
pub(crate) const LIMIT: u64 = 4 << 20;

/// A path without the steps that it takes back.
pub fn normal(path: &Path) -> PathBuf {
    let mut parts: Vec<Component> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::ParentDir, Some(Component::Normal(_))) => drop(parts.pop()),
            (Component::CurDir, _) => {}
            _ => parts.push(part),
        }
    }
    parts.iter().collect()
}

/// Entries of a folder looked at for a similar name.
const LOOKED_AT: usize = 10_000;
/// Folders in it into which is looked, too.
const FOLDERS_LOOKED_INTO: usize = 20;
/// A file that is TOML and no scenario.
const MANIFEST: &str = "Cargo.toml";

/// A problem with a file, and the text into which it points when there is one.
#[derive(Debug)]
pub(crate) struct Refused {
    pub diagnostic: Diagnostic,
    /// The text with what cannot be read replaced.
    pub text: Option<String>,
}

impl From<Diagnostic> for Box<Refused> {
    fn from(diagnostic: Diagnostic) -> Box<Refused> {
        Box::new(Refused { diagnostic, text: None })
    }
}

/// The text of a file, without a byte-order mark. `source` is the place that it will have among the
/// texts.
pub fn read(path: &Path, source: usize) -> Result<String, Box<Refused>> {
    let bytes = bytes(path, LIMIT)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let start = error.valid_up_to();
            let line = Source::new("", text.clone()).line(start);
            let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
            let diagnostic = Diagnostic::new(
                Code::FileNotUtf8,
                message!(
                    "`{path}` is not UTF-8 text: line {line} holds bytes that are no character",
                    path = path.display(),
                    line
                ),
            )
            .at(Span { source, bytes: start..end }, message!("from here on"))
            .help(if utf16(bytes) {
                message!("the file is UTF-16: save it as UTF-8")
            } else {
                message!("save the file as UTF-8")
            });
            Err(Box::new(Refused { diagnostic, text: Some(text) }))
        }
    }
}

fn utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// The bytes of a file of at most `limit` of them; a larger one is not read.
pub fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Box<Refused>> {
    let about = fs::metadata(path).map_err(|error| refused(path, &error))?;
    if about.is_dir() {
        let diagnostic = Diagnostic::new(
            Code::FileDirectory,
            message!("`{path}` is a folder, but a file is needed", path = path.display()),
        );
        return Err(match scenarios(&names(path)) {
            Some(files) => diagnostic.help(message!("it holds {files}", files)).into(),
            None => diagnostic.help(message!("name a file in it")).into(),
        });
    }
    if about.len() > limit {
        return Err(too_large(path, limit).into());
    }
    let mut bytes = Vec::new();
    // What is no regular file does not tell its length in advance.
    File::open(path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(|error| refused(path, &error))?;
    if bytes.len() as u64 > limit { Err(too_large(path, limit).into()) } else { Ok(bytes) }
}

fn too_large(path: &Path, limit: u64) -> Diagnostic {
    Diagnostic::new(
        Code::FileTooLarge,
        message!(
            "`{path}` is larger than {limit} MB, the most that is read",
            path = path.display(),
            limit = limit >> 20
        ),
    )
    .help(message!("a scenario is a text of some kilobytes; is this the right file?"))
}

fn refused(path: &Path, error: &io::Error) -> Diagnostic {
    if error.kind() != io::ErrorKind::NotFound {
        return Diagnostic::new(
            Code::FileUnreadable,
            message!(
                "`{path}` cannot be read: {error}",
                path = path.display(),
                error = of_system(error)
            ),
        );
    }
    let missing = Diagnostic::new(
        Code::FileMissing,
        message!("there is no file `{path}`", path = path.display()),
    );
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return missing
            .help(message!("there is no folder `{folder}` either", folder = folder.display()));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let names = names(folder);
    let similar = alike(&name, &names).map(|similar| path.with_file_name(similar));
    let similar =
        similar.or_else(|| below(folder, &names, &name).map(|below| path.with_file_name(below)));
    match (similar, scenarios(&names)) {
        (Some(similar), _) => {
            missing.help(message!("did you mean `{near}`?", near = similar.display()))
        }
        (None, Some(files)) => missing.help(message!("its folder holds {files}", files)),
        (None, None) => missing.help(message!("`reachsim init` writes a scenario to start from")),
    }
}

/// What the system says of a file: in English in its own words, elsewhere in those of its kind.
pub fn of_system(error: &io::Error) -> Message {
    if let Some(own) = error.get_ref().and_then(|own| own.downcast_ref::<Message>()) {
        return own.clone();
    }
    let kind = match error.kind() {
        io::ErrorKind::StorageFull => "no space is left on the disk",
        io::ErrorKind::QuotaExceeded => "the disk quota is used up",
        io::ErrorKind::PermissionDenied => "permission denied",
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder",
        io::ErrorKind::IsADirectory => "is a folder",
        io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => {
            "the name is too long or not allowed"
        }
        io::ErrorKind::InvalidData => "is no text",
        io::ErrorKind::NotFound => "does not exist",
        io::ErrorKind::FileTooLarge => "the disk does not take files of this size",
        _ => "",
    };
    Message::new(kind, error.to_string(), Vec::new())
}

/// The file of the nearest name and of the same kind in the folders that a folder holds: its path
/// from there.
fn below(folder: &Path, names: &[String], name: &str) -> Option<PathBuf> {
    let kind = Path::new(name).extension();
    let folders = names
        .iter()
        .map(Path::new)
        .filter(|inner| folder.join(inner).is_dir())
        .take(FOLDERS_LOOKED_INTO);
    let files = folders.flat_map(|inner| {
        self::names(&folder.join(inner)).into_iter().map(|name| inner.join(name))
    });
    let files: Vec<PathBuf> =
        files.filter(|file| file.extension() == kind && folder.join(file).is_file()).collect();
    let last = |file: &Path| {
        file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned()
    };
    let lasts: Vec<String> = files.iter().map(|file| last(file)).collect();
    let similar = alike(name, &lasts)?;
    files.into_iter().find(|file| last(file) == similar)
}

/// The name that was probably meant by another: what stands before the last point is compared,
/// because two short names with one ending are no more alike for that.
fn alike<'n>(name: &str, names: &'n [String]) -> Option<&'n str> {
    let stem =
        |name: &str| Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stems: Vec<String> = names.iter().map(|name| stem(name).unwrap_or_default()).collect();
    let similar = nearest(&stem(name)?, stems.iter().map(String::as_str))?;
    let place = stems.iter().position(|stem| stem == similar)?;
    names.get(place).map(String::as_str)
}

/// The first names of scenarios among those of a folder, as a sentence lists them.
fn scenarios(names: &[String]) -> Option<Message> {
    let toml =
        |name: &&str| Path::new(name).extension().is_some_and(|extension| extension == "toml");
    let files: Vec<&str> = names.iter().map(String::as_str).filter(toml).collect();
    match files.len() {
        0 => None,
        1..=6 => Some(listed(files, Conjunction::And)),
        more => Some(message!(
            "{more} scenarios, among them {list}",
            more,
            list = listed(files[..5].iter().copied(), Conjunction::And)
        )),
    }
}

/// Names in a folder, sorted: those that are text, without hidden ones and without what is no
/// scenario.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(LOOKED_AT);
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.') && name != MANIFEST);
    names.sort();
    names
}
