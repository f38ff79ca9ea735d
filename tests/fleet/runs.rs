//! Runs that many machines share: the bytes of one, whatever happens on the way.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::support::Folder;
use crate::support::{
    QUEUE, assert_same, begun, expect_code, folder, signal, until, whole, working_in,
};

#[test]
fn runs_on_many_machines_have_the_bytes_of_one() {
    let folder = folder("fleet-run");
    let shared = ["--on", "local:2", "--shards", "3"];
    for run in [&["run", "page.toml"][..], &["run", "quick.toml", "--what-if", "dearer"]] {
        let run = [run, &["--trials", "12_300", "--out"]].concat();
        let one = expect_code(&folder.reachsim(&[&run[..], &["as-one"]].concat()), 0);
        let same = [&run[..], &["shared"], &shared[..]].concat();
        let (out, err) = expect_code(&folder.reachsim(&same), 0);
        assert_eq!((out, err), (one.0.replace("as-one", "shared"), one.1));
        assert_same(&folder.at("as-one"), &folder.at("shared"));
        assert!(!folder.at("shared/.fleet").exists());
    }
    let several = ["run", "quick.toml", "page.toml"];
    expect_code(&folder.reachsim(&[&several[..], &["--out", "one"]].concat()), 0);
    expect_code(&folder.reachsim(&[&several[..], &shared[..], &["--out", "many"]].concat()), 0);
    for name in ["quick", "page"] {
        assert_same(&folder.at("one").join(name), &folder.at("many").join(name));
    }
    assert!(!folder.at("many/.fleet").exists());
}

#[test]
fn there_are_no_more_tasks_than_blocks_and_that_is_said() {
    let folder = folder("fleet-blocks");
    let run = ["run", "quick.toml", "--trials", "2001", "--on", "local", "--shards", "40"];
    let (_, err) = expect_code(&folder.reachsim(&run), 0);
    assert!(err.contains("there are 3 tasks, and not 40"), "{err}");
    let run = ["run", "quick.toml", "--sampler", "expected", "--on", "local", "--shards", "2"];
    let (_, err) = expect_code(&folder.reachsim(&run), 0);
    assert!(err.contains("there are 0 tasks, and not 2"), "{err}");
}

#[test]
fn without_shards_there_are_as_many_tasks_as_it_takes() {
    let folder = folder("fleet-paced");
    let run = ["run", "quick.toml", "--trials", "5k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    let paced = [&run[..], &["many", "--on", "local:2"]].concat();
    let (_, err) = expect_code(&folder.reachsim(&paced), 0);
    assert!(err.contains("2 tasks of about 1 s"), "{err}");
    assert_same(&folder.at("one"), &folder.at("many"));
    // What takes less than half a minute is done here: no engine is asked.
    let sweep = ["sweep", "quick.toml", "--over", "input.loss.value=0..3/3", "--format", "json"];
    let (one, _) = expect_code(&folder.reachsim(&sweep), 0);
    let paced = [&sweep[..], &["--on", "queue.toml"]].concat();
    let (many, err) = expect_code(&folder.reachsim(&paced), 0);
    assert!(one == many && !folder.at("taken").exists(), "{err}");
}

#[test]
fn a_queue_without_workers_is_told_and_ctrl_c_ends_it() {
    let folder = folder("fleet-idle");
    folder.file(
        "idle.toml",
        "submit = 'sh -c \"echo 7\" {ids} {script}'\nalive = \"echo {job}\"\n\
         cancel = 'sh -c \"echo $0 > cancelled\" {job}'\nindex = \"TASK\"\n",
    );
    let said = std::fs::File::create(folder.at("said")).expect("a file");
    let child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(["run", "quick.toml", "--on", "idle.toml", "--shards", "2"])
        .current_dir(&folder.0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(said)
        .spawn()
        .expect("the program starts");
    let told = || std::fs::read_to_string(folder.at("said")).unwrap_or_default();
    until("a word", || told().contains("no worker has begun a task yet"));
    signal("-INT", child.id());
    expect_code(&child.wait_with_output().expect("an end"), 130);
    assert_eq!(std::fs::read_to_string(folder.at("cancelled")).unwrap(), "7\n");
    assert!(!folder.at("output").exists(), "{}", told());
}

#[test]
fn only_what_is_missing_is_handed_out_again_whatever_exit_codes_say() {
    let folder = folder("fleet-lost");
    let run = ["run", "quick.toml", "--trials", "5k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    folder.file("lost-2", "");
    folder.file("lost-4", "");
    let shared = ["many", "--on", "queue.toml", "--shards", "5"];
    expect_code(&folder.reachsim(&[&run[..], &shared[..]].concat()), 0);
    assert_same(&folder.at("one"), &folder.at("many"));
    assert_eq!(std::fs::read_to_string(folder.at("taken")).unwrap(), "1-5\n2,4\n");
}

#[test]
fn a_task_that_fails_is_told_with_what_it_said_and_so_is_another_version() {
    let folder = folder("fleet-fails");
    let other = QUEUE.replace(
        "echo 7",
        "sed -i 's/\"version\": \"[^\"]*\"/\"version\": \"9.9.9\"/' \
        many/.fleet/tasks.json; echo 7",
    );
    folder.file("queue.sh", &other);
    let run = ["run", "quick.toml", "--out", "many", "--on", "queue.toml", "--shards", "2"];
    let (_, err) = expect_code(&folder.reachsim(&run), 3);
    assert!(err.contains("2 of 2 tasks were handed out 3 times and failed; task 1 said"), "{err}");
    assert!(err.contains("the tasks are of version 9.9.9"), "{err}");
    assert!(!folder.at("many").exists(), "nothing is left of what came to nothing");
}

#[test]
fn engines_that_are_none_are_refused_with_a_way_out() {
    let folder = folder("fleet-none");
    folder.file(
        "bad.toml",
        "submit = \"go {script} {where}\"\nalive = \"ask {job}\"\ncancel = \"end\"\nindex = \"1x\"\n",
    );
    folder.file("half.toml", "submit = \"go {script} {ids}\"\n");
    for (on, words) in [
        ("slrm", &["there is no engine `slrm`", "slurm"][..]),
        ("nowhere.toml", &["cannot read the engine `nowhere.toml`"]),
        ("dask", &["stands the address of its scheduler"]),
        ("local:0", &["how many processes work at a time"]),
        ("local:many", &["and not `many`"]),
        (
            "bad.toml",
            &["knows no `where`", "lacks `{ids}`", "lacks `{job}`", "no name of a variable", "^"],
        ),
        ("half.toml", &["missing field `alive`", "four keys"]),
    ] {
        let run = ["run", "quick.toml", "--on", on, "--shards", "2"];
        let (_, err) = expect_code(&folder.reachsim(&run), 2);
        for word in words {
            assert!(err.contains(word), "{on}: {err}");
        }
        assert!(!folder.at("output").exists(), "{on}");
    }
    let (_, err) = expect_code(&folder.reachsim(&["run", "quick.toml", "--shards", "2"]), 2);
    assert!(err.contains("--shards") && err.contains("--on"), "{err}");
}

#[test]
fn a_precision_is_not_gone_after_on_many_machines() {
    let folder = folder("fleet-precision");
    let run = ["run", "quick.toml", "--precision", "1%", "--on", "local", "--shards", "2"];
    let (_, err) = expect_code(&folder.reachsim(&run), 2);
    assert!(err.contains("--precision") && err.contains("--on"), "{err}");
    assert!(!folder.at("output").exists());
}

#[test]
fn a_queue_that_is_not_here_is_told_with_a_way_out() {
    let folder = folder("fleet-absent");
    for on in ["slurm", "hyperqueue", "dask:tcp://127.0.0.1:1"] {
        let output = Command::new(env!("CARGO_BIN_EXE_reachsim"))
            .args(["run", "quick.toml", "--on", on, "--shards", "2"])
            .current_dir(&folder.0)
            .env("PATH", &folder.0)
            .env_remove("REACHSIM_PYTHON")
            .output()
            .expect("the program starts");
        let (_, err) = expect_code(&output, 3);
        assert!(err.contains("cannot be started"), "{on}: {err}");
        assert!(err.contains("--on local") || err.contains("REACHSIM_PYTHON"), "{on}: {err}");
        assert!(!folder.at("output").exists(), "{on}");
    }
}

#[test]
fn what_is_stopped_leaves_no_process_and_can_be_gone_on_with() {
    let folder = folder("fleet-stopped");
    let run = ["run", "quick.toml", "--trials", "900k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    let shared = ["many", "--on", "local:1", "--shards", "4"];
    let shared = [&run[..], &shared[..]].concat();
    let (child, job) = (begun(&folder, &shared), folder.at("many/.fleet"));
    until("a shard is whole", || whole(&job) > 0);
    signal("-INT", child.id());
    let (_, err) = expect_code(&child.wait_with_output().expect("an end"), 130);
    assert!(err.contains("--resume goes on from there"), "{err}");
    assert_eq!(working_in(&job), Vec::<u32>::new());
    let (_, err) = expect_code(&folder.reachsim(&shared), 2);
    assert!(err.contains("an unfinished run") && err.contains("--resume"), "{err}");
    // Nobody has to say again how many tasks there were.
    let again = [&run[..], &["many", "--on", "local:1", "--resume"]].concat();
    let (_, err) = expect_code(&folder.reachsim(&again), 0);
    assert!(!err.contains("of about"), "{err}");
    assert_same(&folder.at("one"), &folder.at("many"));
}

#[test]
fn a_task_that_is_killed_is_handed_out_again() {
    let folder = folder("fleet-killed");
    let run = ["run", "quick.toml", "--trials", "900k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    let shared = ["many", "--on", "local:1", "--shards", "3"];
    let (child, job) =
        (begun(&folder, &[&run[..], &shared[..]].concat()), folder.at("many/.fleet"));
    until("a task runs", || !working_in(&job).is_empty());
    for process in working_in(&job) {
        signal("-KILL", process);
    }
    expect_code(&child.wait_with_output().expect("an end"), 0);
    assert_same(&folder.at("one"), &folder.at("many"));
}

/// A disk of its own, where one can be had.
struct Disk(PathBuf);

impl Disk {
    fn new(folder: &Folder, size: &str) -> Option<Disk> {
        let place = folder.at("disk");
        std::fs::create_dir(&place).expect("a folder");
        let size = format!("size={size}");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(&place)
            .stderr(Stdio::null())
            .status();
        mount.is_ok_and(|status| status.success()).then_some(Disk(place))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_disk_that_is_full_is_told_and_the_tasks_are_not_tried_again() {
    let folder = folder("fleet-full");
    let Some(disk) = Disk::new(&folder, "1500k") else {
        eprintln!("no disk of its own can be had here: not tested");
        return;
    };
    let out = disk.0.join("many").display().to_string();
    let run = ["run", "quick.toml", "--trials", "400k", "--on", "local:2", "--shards", "4"];
    let (_, err) = expect_code(&folder.reachsim(&[&run[..], &["--out", &out]].concat()), 3);
    assert!(err.contains("no space is left on the disk"), "{err}");
    assert!(err.contains("make room and go on with --resume"), "{err}");
}
