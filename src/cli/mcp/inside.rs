//! What may be read: regular files of the current folder and below.

use std::path::{Component, Path};

use super::tools::Names;
use reachsim::diagnostic::{Message, message};

/// Refuses a text that names something else.
pub fn check(text: &str, names: Names) -> Result<(), Message> {
    let path = Path::new(text);
    if names == Names::Nothing || (names == Names::FileOrWords && !is_there(path)) {
        return Ok(());
    }
    let is_plain = |part: Component| matches!(part, Component::Normal(_) | Component::CurDir);
    if !path.components().all(is_plain) || !is_below(path) {
        return Err(message!(
            "`{path}` lies outside of the folder in which the program was started: name a file of it or below it, without `..`",
            path = text
        ));
    }
    let is_it = if names == Names::Folder { path.is_dir() } else { path.is_file() };
    if is_it {
        return Ok(());
    }
    Err(if names == Names::Folder {
        message!("`{path}` is no folder", path = text)
    } else if path.is_dir() {
        message!("`{path}` is a folder: name the files themselves", path = text)
    } else {
        message!("there is no regular file `{path}` in the folder of the program", path = text)
    })
}

/// Whether anything has this name, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether it lies here or below, wherever links lead. What does not exist lies where it is named.
fn is_below(path: &Path) -> bool {
    let Ok(here) = Path::new(".").canonicalize() else { return false };
    match path.canonicalize() {
        Ok(place) => place.starts_with(here),
        Err(_) => !is_there(path),
    }
}
