//! Which files are meant.

use std::fs;
use std::path::{Path, PathBuf};

use reachsim_core::diagnostic::Code;
use reachsim_data::read::{Found, gather, open};

/// A folder with some files, which is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("read-{name}"));
        let _ = fs::remove_dir_all(&folder);
        for file in ["b.csv", "a.csv", "sub/c.json", "sub/deep/d.csv", ".hidden.csv", "p/x.png"] {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap_or(&folder)).expect("a folder");
            fs::write(path, "a,b\n1,2\n").expect("a file");
        }
        Folder(folder)
    }

    fn named(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn found(&self, names: &[&str]) -> Vec<String> {
        let arguments: Vec<String> = names.iter().map(|name| self.named(name)).collect();
        let found = gather(&arguments).expect("files");
        let prefix = self.named("");
        found.iter().map(|file| file.name.replace(&prefix, "")).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn folders_give_all_files_below_them_in_order() {
    let folder = Folder::new("folders");
    assert_eq!(folder.found(&[""]), ["a.csv", "b.csv", "sub/c.json", "sub/deep/d.csv"]);
    assert_eq!(folder.found(&["b.csv", "a.csv", "sub/../b.csv"]), ["b.csv", "a.csv"]);
    assert_eq!(folder.found(&[".hidden.csv"]), [".hidden.csv"]);
}

#[test]
fn patterns_give_what_is_called_like_them() {
    let folder = Folder::new("patterns");
    assert_eq!(folder.found(&["*.csv"]), ["a.csv", "b.csv"]);
    assert_eq!(folder.found(&["?.csv"]), ["a.csv", "b.csv"]);
    assert_eq!(folder.found(&["**/*.csv"]), ["a.csv", "b.csv", "sub/deep/d.csv"]);
    assert_eq!(folder.found(&["s*/*/d*"]), ["sub/deep/d.csv"]);
    let faults = gather(&[folder.named("*.xlsx"), folder.named("none.csv")]).expect_err("nothing");
    assert_eq!(faults.len(), 2);
    assert!(faults.iter().all(|fault| fault.code == Code::FileMissing));
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = Folder::new("refused");
    let code = |name: &str, path: PathBuf| {
        open(&Found { name: name.to_owned(), path }).expect_err("no file")[0].code
    };
    assert_eq!(code("x", folder.0.clone()), Code::FileDirectory);
    assert_eq!(code("x", folder.0.join("none")), Code::FileMissing);
    #[cfg(unix)]
    assert_eq!(code("x", PathBuf::from("/dev/zero")), Code::FileIrregular);
}

#[test]
fn a_file_on_the_disk_is_read_as_it_is_in_memory() {
    let folder = Folder::new("disk");
    let found = gather(&[folder.named("a.csv")]).expect("a file");
    let file = open(&found[0]).expect("a file");
    assert_eq!(file.parts[0].head(9).expect("rows").len(), 2);
    assert_eq!(file.hash, super::make::opened("a,b\n1,2\n").hash);
}
