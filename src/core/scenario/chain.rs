//! The file and its parents: `extends` followed to its end, every text parsed once to see that it
//! can be.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::access::Access;
use super::value::Folder;
use super::{file, syntax};
use crate::diagnostic::{Code, Diagnostic, Message, Source, Span, message};

/// Parents of parents that are followed.
const DEPTH: usize = 16;

/// The texts of a scenario, the file itself first, and the folders to which their paths are
/// relative.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    pub sources: Vec<Source>,
    pub paths: Vec<PathBuf>,
    pub folders: Vec<Folder>,
    /// What keeps the texts from being read as one scenario.
    pub problems: Vec<Diagnostic>,
}

/// The table of a text; errors were reported when it was gathered.
pub fn table(text: &str) -> DeTable<'_> {
    DeTable::parse_recoverable(text).0.into_inner()
}

/// Follows `extends` from the text of a file.
pub(crate) fn gather(path: &Path, text: String, access: &Access) -> Chain {
    let mut chain = Chain::default();
    let mut next = Some((path.to_owned(), text));
    while let Some((path, text)) = next.take() {
        let source = chain.sources.len();
        let parent = chain.parse(&path, &text);
        chain.sources.push(Source::new(shown(&path), text));
        chain.folders.push(Folder::of(&path, access.clone()));
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        chain.paths.push(path);
        if let Some(parent) = parent {
            let parent = Spanned::new(parent.span(), folder.join(parent.into_inner()));
            next = chain.follow(&parent, source, access);
        }
    }
    chain
}

impl Chain {
    /// Reports what is no TOML and returns the parent that the text names.
    fn parse(&mut self, path: &Path, text: &str) -> Option<Spanned<String>> {
        let source = self.sources.len();
        let (table, errors) = DeTable::parse_recoverable(text);
        self.problems.extend(syntax::problems(&errors, text, source));
        if errors.is_empty() && table.get_ref().is_empty() {
            let diagnostic = Diagnostic::new(
                Code::FileEmpty,
                message!("`{path}` holds no key", path = path.display()),
            );
            self.problems.push(
                diagnostic
                    .at(Span { source, bytes: 0..0 }, Message::default())
                    .help(message!("`reachsim init` writes a scenario to start from")),
            );
        }
        match table.get_ref().get("extends") {
            Some(value) => match value.get_ref() {
                DeValue::String(parent) if !parent.trim().is_empty() => {
                    Some(Spanned::new(value.span(), parent.clone().into_owned()))
                }
                _ => None,
            },
            None => None,
        }
    }

    /// Reads a parent unless the chain comes back to one of its files or becomes too long.
    fn follow(
        &mut self,
        parent: &Spanned<PathBuf>,
        source: usize,
        access: &Access,
    ) -> Option<(PathBuf, String)> {
        let paths = &self.paths;
        let at = Span { source, bytes: parent.span() };
        let path = parent.get_ref();
        let same = |other: &PathBuf| match (other.canonicalize(), path.canonicalize()) {
            (Ok(other), Ok(path)) => other == path,
            _ => other == path,
        };
        if let Some(first) = paths.iter().position(same) {
            let names: Vec<String> = paths[first..]
                .iter()
                .chain([&paths[first]])
                .map(|path| format!("`{}`", shown(path)))
                .collect();
            let message =
                message!("`extends` goes round in a circle: {circle}", circle = names.join(" -> "));
            self.problems.push(
                Diagnostic::new(Code::ExtendsCycle, message)
                    .at(at, message!("comes back to where it began")),
            );
            return None;
        }
        if paths.len() > DEPTH {
            let message = message!("`extends` goes through more than {most} files", most = DEPTH);
            self.problems.push(
                Diagnostic::new(Code::ExtendsDepth, message)
                    .at(at, message!("one parent too many")),
            );
            return None;
        }
        match access.check(path).and_then(|()| file::read(path, self.sources.len())) {
            Ok(text) => Some((path.clone(), text)),
            Err(refused) => {
                let file::Refused { diagnostic, text } = *refused;
                self.problems.push(match &text {
                    Some(_) => diagnostic.also(at, message!("named as the parent here")),
                    None => diagnostic.at(at, message!("the parent that is named here")),
                });
                self.sources.extend(text.map(|text| Source::new(shown(path), text)));
                None
            }
        }
    }
}

/// A path as it is shown, without the steps that it takes back.
fn shown(path: &Path) -> String {
    file::normal(path).display().to_string()
}
