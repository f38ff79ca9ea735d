//! Lists of friendships, and synthetic networks by their names.

use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::folder::{DATA_LIMIT, reason};
use super::kinds::{DataFile, List};
use super::reader::Reader;
use crate::diagnostic::{Code, Message, message, nearest, there_are};
use crate::graph::read::{self, Unread};
use crate::graph::recipe::Recipe;
use crate::scenario::number;
use crate::watch::Unwatched;

impl Reader<'_> {
    pub(super) fn graph(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<List> {
        let name = self.text(value, path)?.text;
        let mut is_list = false;
        let list = self.origin.folder.file(&name);
        let list = list.map_err(|refused| reason(refused.diagnostic.code, DATA_LIMIT));
        let why = match list.map(|path| read::read(&path, &Unwatched)) {
            Err(reason) => reason,
            Ok(Ok(graph)) => {
                let fingerprint = graph.fingerprint();
                self.data.push(DataFile {
                    name: name.clone(),
                    bytes: fingerprint.to_le_bytes().to_vec(),
                });
                return Some(List { name, graph: Arc::new(graph), fingerprint });
            }
            Ok(Err(Unread::Faults(faults))) => {
                is_list = true;
                let fault = faults.into_iter().next();
                fault.map_or_else(Message::default, |read::Fault { line, message: why, .. }| {
                    if let Some(line) = line {
                        message!("is no list of friendships: in its line {line} {why}", line, why)
                    } else {
                        message!("is no list of friendships: {why}", why)
                    }
                })
            }
            Ok(Err(unread)) if unread.is_missing() => message!("does not exist"),
            Ok(Err(Unread::World(_) | Unread::Stopped)) => {
                message!("cannot be read")
            }
        };
        let message =
            message!("`{path}` names {name}, which {why}", path, name = number::quoted(&name), why);
        let help = if is_list {
            message!("a line is one friendship: two people, as in `17 42`")
        } else {
            message!("paths are relative to the file that names them")
        };
        self.fail(Code::EdgeList, value.span(), (message, message!("cannot be used"))).help(help);
        None
    }

    pub(super) fn network(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<String> {
        let name = self.text(value, path)?.text;
        if Recipe::find(&name).is_some() {
            return Some(name);
        }
        let ids = || Recipe::all().iter().map(|recipe| recipe.id.as_str());
        let message = message!(
            "`{path}` is {name}, but there is no such synthetic network",
            path,
            name = number::quoted(&name)
        );
        let list = there_are(ids());
        let help = nearest(&name, ids()).map_or(list.clone(), |near| {
            message!("did you mean \"{value}\"? {list}", value = near, list)
        });
        self.fail(Code::UnknownChoice, value.span(), (message, message!("unknown network")))
            .help(help);
        None
    }
}
