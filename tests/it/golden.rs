//! Texts that are compared letter by letter with a file of `tests/golden/`. With `REACHSIM_BLESS=1`
//! the files are written anew: look at what changed before it is committed.

use std::fs;
use std::path::Path;

#[track_caller]
pub fn expect(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("REACHSIM_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder"))
            .and_then(|()| fs::write(&path, text))
            .expect("a golden file");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    assert!(wanted == text, "{} differs; it should be\n{wanted}\nand is\n{text}", path.display());
}
