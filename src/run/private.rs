//! Temporary folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A new folder that nobody else may enter, and that is removed when it is no longer needed.
pub struct PrivateFolder {
    pub path: PathBuf,
}

impl PrivateFolder {
    pub fn new() -> io::Result<PrivateFolder> {
        let here = std::env::temp_dir();
        let mut number = 0_u32;
        loop {
            let folder = here.join(format!("reachsim-{}-{number}", std::process::id()));
            match private(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                made => return made.map(|()| PrivateFolder { path: folder }),
            }
        }
    }
}

/// Makes a folder, which must not be there, for its owner alone.
fn private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        // Whatever cannot be removed lies among temporary files.
        let _ = fs::remove_dir_all(&self.path);
    }
}
