//! Folders of outputs: replaced as a whole or not at all, and nothing of anybody else's.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use reachsim::output::WriteError;
use reachsim::output::folder::{Folder, Holding, Written, expect_room, settle};
use serde_json::{Value, json};

use crate::support::{Folder as TestFolder, contents};

fn never() -> bool {
    false
}

fn manifest(files: &[Written]) -> Value {
    json!({ "schema": "reachsim.manifest/1", "files": files })
}

fn commit(folder: Folder, written: Written) {
    let manifest = manifest(std::slice::from_ref(&written));
    folder.commit(vec![written], &manifest).expect("committed");
}

/// Writes these files as one run.
fn write(target: &Path, files: &[(&str, &str)]) -> Result<(), WriteError> {
    let folder = Folder::open(target, Holding::Run, &never)?;
    let staged: Vec<Written> = files
        .iter()
        .map(|(name, text)| folder.stage(name, |file| file.write_all(text.as_bytes())))
        .collect::<Result<_, _>>()?;
    let manifest = manifest(&staged);
    folder.commit(staged, &manifest).map(|_| ())
}

/// A folder with one earlier output.
fn earlier(scratch: &TestFolder) -> PathBuf {
    let target = scratch.at("out");
    write(&target, &[("a.txt", "old")]).expect("written");
    target
}

#[test]
fn a_full_disk_is_told_and_leaves_the_earlier_files() {
    let scratch = TestFolder::new("output");
    let target = earlier(&scratch);
    let before = contents(&target);
    let folder = Folder::open(&target, Holding::Run, &never).expect("a folder");
    folder.stage("a.txt", |file| file.write_all(b"new")).expect("staged");
    let full = folder
        .stage("charts/b.svg", |_| Err(io::ErrorKind::StorageFull.into()))
        .expect_err("no space");
    let wanted = format!(
        "cannot write `{}`: no space is left on the disk",
        target.join("charts/b.svg").display()
    );
    assert_eq!(full.to_string(), wanted);
    drop(folder);
    assert_eq!(contents(&target), before);
}

#[cfg(target_os = "linux")]
#[test]
fn the_error_of_the_device_is_told_whatever_the_writer_makes_of_it() {
    let scratch = TestFolder::new("output");
    let target = scratch.at("out");
    let folder = Folder::open(&target, Holding::Run, &never).expect("a folder");
    std::os::unix::fs::symlink("/dev/full", target.join(".partial/new/a.txt")).expect("a link");
    let full = folder.stage("a.txt", |file| {
        file.write_all(&vec![7; 100_000]).map_err(|_| io::Error::other("no idea"))
    });
    let wanted =
        format!("cannot write `{}`: no space is left on the disk", target.join("a.txt").display());
    assert_eq!(full.expect_err("no space").to_string(), wanted);
}

#[test]
fn a_new_folder_that_could_not_be_filled_does_not_stay() {
    let scratch = TestFolder::new("output");
    let target = scratch.at("some/where/out");
    let folder = Folder::open(&target, Holding::Run, &never).expect("a folder");
    folder.stage("charts/a.svg", |file| file.write_all(b"new")).expect("staged");
    drop(folder);
    assert!(!scratch.at("some").exists());
}

#[test]
fn a_file_in_place_of_a_folder_is_an_error() {
    let scratch = TestFolder::new("output");
    let file = scratch.at("file");
    fs::write(&file, "mine").expect("a file");
    let on_file = Folder::open(&file, Holding::Run, &never).err().expect("a file");
    assert_eq!(
        on_file.to_string(),
        format!(
            "cannot write `{}`: a file of this name stands where a folder is needed",
            file.display()
        )
    );
    let below = file.join("out");
    let below_file = Folder::open(&below, Holding::Run, &never).err().expect("a file");
    assert_eq!(
        below_file.to_string(),
        format!("cannot write `{}`: a part of the path is a file, not a folder", below.display())
    );
    assert_eq!(fs::read(&file).expect("a file"), b"mine");
}

#[test]
fn a_file_that_cannot_take_its_place_undoes_the_others() {
    let scratch = TestFolder::new("output");
    let target = earlier(&scratch);
    // A folder of the user's stands where the last file belongs.
    fs::create_dir_all(target.join("z.txt/mine")).expect("a folder");
    let before = contents(&target);
    let folder = Folder::open(&target, Holding::Run, &never).expect("a folder");
    let names = ["a.txt", "charts/b.svg", "z.txt"];
    let staged =
        names.map(|name| folder.stage(name, |file| file.write_all(b"new")).expect("staged"));
    let error =
        folder.commit(staged.to_vec(), &manifest(&staged)).expect_err("a folder stands there");
    let wanted = format!(
        "cannot write `{}`: a folder of this name stands where a file is needed",
        target.join("z.txt").display()
    );
    assert_eq!(error.to_string(), wanted);
    assert_eq!(contents(&target), before);
    assert!(!target.join("charts").exists() && target.join("z.txt/mine").exists());
}

#[test]
fn what_a_killed_run_left_unfinished_is_removed() {
    let scratch = TestFolder::new("output");
    let target = earlier(&scratch);
    let before = contents(&target);
    fs::create_dir_all(target.join(".partial/new/charts")).expect("a folder");
    fs::write(target.join(".partial/new/a.txt"), "half").expect("a file");
    drop(Folder::open(&target, Holding::Run, &never).expect("a folder"));
    assert_eq!(contents(&target), before);
}

#[test]
fn a_second_run_waits_for_the_first_and_can_be_stopped_while_it_waits() {
    let scratch = TestFolder::new("output");
    let target = scratch.at("out");
    let first = Folder::open(&target, Holding::Run, &never).expect("a folder");
    let asked = AtomicUsize::new(0);
    let stopped = || asked.fetch_add(1, Ordering::Relaxed) == 3;
    assert_eq!(Folder::open(&target, Holding::Run, &stopped).err(), Some(WriteError::Stopped));
    std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let folder = Folder::open(&target, Holding::Run, &never).expect("a folder");
            let written = folder.stage("a.txt", |file| file.write_all(b"second")).expect("staged");
            commit(folder, written);
        });
        std::thread::sleep(std::time::Duration::from_millis(30));
        let written = first.stage("a.txt", |file| file.write_all(b"first")).expect("staged");
        commit(first, written);
        second.join().expect("no panic");
    });
    assert_eq!(contents(&target)["a.txt"], b"second");
    assert!(!target.join(".lock").exists() && !target.join(".partial").exists());
}

/// Two runs with files of their own and one in common.
const FIRST: [(&str, &str); 3] =
    [("a.txt", "old a"), ("charts/b.svg", "old b"), ("c/d.txt", "old")];
const SECOND: [(&str, &str); 3] = [("a.txt", "new a"), ("charts/b.svg", "new b"), ("e.txt", "new")];

/// Wherever a run is killed amid its renames, the next reader sees the whole new run; where a
/// staged file is no longer what was written, the whole earlier one.
#[test]
fn renames_that_were_broken_off_are_gone_on_with_or_taken_back() {
    let scratch = TestFolder::new("swap");
    let [old, new] = [("old", FIRST), ("new", SECOND)].map(|(name, files)| {
        write(&scratch.at(name), &files).expect("written");
        contents(&scratch.at(name))
    });
    let names = ["a.txt", "charts/b.svg", "e.txt", "manifest.json"];
    for done in 0..=names.len() {
        for is_damaged in [false, true] {
            let target = scratch.at(format!("{done}-{is_damaged}"));
            write(&target, &FIRST).expect("written");
            let place = |shelf: &str, name: &str| target.join(".partial").join(shelf).join(name);
            let go = |from: PathBuf, to: PathBuf| {
                fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
                fs::rename(from, to).expect("renamed");
            };
            for name in names {
                let staged = place("new", name);
                fs::create_dir_all(staged.parent().expect("a folder")).expect("a folder");
                fs::copy(scratch.at("new").join(name), staged).expect("staged");
            }
            let manifest: Value = serde_json::from_slice(&new["manifest.json"]).expect("JSON");
            let mut staged = manifest["files"].as_array().expect("files").clone();
            staged.push(json!({
                "name": "manifest.json",
                "bytes": new["manifest.json"].len(),
                "sha256": sha(&new["manifest.json"]),
            }));
            let journal = json!({ "staged": staged, "stale": ["c/d.txt"] });
            fs::write(target.join(".partial/commit.json"), journal.to_string()).expect("a journal");
            go(target.join("c/d.txt"), place("old", "c/d.txt"));
            for name in &names[..done] {
                if target.join(name).exists() {
                    go(target.join(name), place("old", name));
                }
                go(place("new", name), target.join(name));
            }
            if is_damaged && done < names.len() {
                fs::write(place("new", names[done]), "half").expect("cut off");
            }
            settle(&target, &never).expect("settled");
            let wanted = if is_damaged && done < names.len() { &old } else { &new };
            assert_eq!(&contents(&target), wanted, "after {done}, {is_damaged}");
        }
    }
}

fn sha(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    reachsim::digits::hex(&sha2::Sha256::digest(bytes))
}

/// What lies in `.partial` without a journal is of no consequence, whatever it says.
#[test]
fn a_cut_manifest_is_no_run() {
    let scratch = TestFolder::new("swap");
    let target = earlier(&scratch);
    let before = contents(&target);
    for text in ["", "{", "{\"files\": []}"] {
        fs::create_dir_all(target.join(".partial/new")).expect("a folder");
        fs::write(target.join(".partial/new/manifest.json"), text).expect("a file");
        drop(Folder::open(&target, Holding::Run, &never).expect("a folder"));
        assert_eq!(contents(&target), before);
    }
}

#[test]
fn what_somebody_else_wrote_is_not_replaced() {
    let scratch = TestFolder::new("swap");
    for text in ["", "{\"files\":[{\"name\":\"index.html\"}]}", "{\"schema\":\"other/1\"}"] {
        let target = scratch.at("site");
        fs::create_dir_all(&target).expect("a folder");
        fs::write(target.join("manifest.json"), text).expect("a file");
        fs::write(target.join("index.html"), "mine").expect("a file");
        let before = contents(&target);
        let refused = write(&target, &FIRST).expect_err("a manifest of somebody else");
        assert!(refused.to_string().contains("manifest.json"), "{refused}");
        assert!(expect_room(&target, Holding::Run).is_err());
        assert_eq!(contents(&target), before);
    }
    // A file that stands where one of ours belongs.
    let target = scratch.at("mine");
    fs::create_dir_all(target.join("charts")).expect("a folder");
    fs::write(target.join("charts/b.svg"), "mine").expect("a file");
    let refused = write(&target, &FIRST).expect_err("in the way").to_string();
    assert!(refused.contains("b.svg` is not of an earlier run"), "{refused}");
    assert_eq!(contents(&target).len(), 1);
}

#[test]
fn another_command_does_not_take_the_place_of_a_run() {
    let scratch = TestFolder::new("swap");
    let target = earlier(&scratch);
    let before = contents(&target);
    for holding in [Holding::Study("sweep"), Holding::Shard, Holding::Baseline] {
        let refused = Folder::open(&target, holding, &never).err().expect("a run is there");
        assert!(refused.to_string().contains("another command"), "{refused}");
        assert!(expect_room(&target, holding).is_err());
    }
    assert_eq!(contents(&target), before);
    assert!(expect_room(&target, Holding::Run).is_ok());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let scratch = TestFolder::new("swap");
    let outside = scratch.at("outside");
    fs::create_dir(&outside).expect("a folder");
    let target = earlier(&scratch);
    symlink(&outside, target.join("charts")).expect("a link");
    let refused = write(&target, &SECOND).expect_err("a link").to_string();
    assert!(refused.contains("charts` is a link"), "{refused}");
    fs::remove_file(target.join("charts")).expect("removed");
    symlink(outside.join("lock"), target.join(".lock")).expect("a link");
    assert!(write(&target, &SECOND).is_err());
    fs::remove_file(target.join(".lock")).expect("removed");
    symlink(&outside, target.join(".partial")).expect("a link");
    write(&target, &SECOND).expect("its own folder takes the place of the link");
    assert!(contents(&outside).is_empty());
    let dangling = scratch.at("dangling");
    symlink(scratch.at("nowhere"), &dangling).expect("a link");
    for target in [dangling.clone(), dangling.join("below")] {
        let told = write(&target, &FIRST).expect_err("nothing there").to_string();
        assert!(told.contains("to nothing"), "{told}");
    }
}
