//! A scheduler of Dask with two workers on 127.0.0.1, which share no disk with the program.

use std::process::{Command, Output, Stdio};

use crate::daemons::{Daemon, python};
use crate::support::{Folder, assert_same, expect_code, folder, until};

const PORT: &str = "18786";

struct Cluster {
    python: String,
    workers: Vec<Daemon>,
    _scheduler: Daemon,
}

impl Cluster {
    fn start(folder: &Folder) -> Option<Cluster> {
        let python = python("distributed")?;
        let address = format!("tcp://127.0.0.1:{PORT}");
        let dask = |arguments: &[&str]| {
            let mut command = Command::new(&python);
            command.args(["-m", "dask"]).args(arguments).current_dir(&folder.0);
            command
        };
        let scheduler = ["scheduler", "--host", "127.0.0.1", "--port", PORT, "--no-dashboard"];
        let scheduler =
            Daemon::start(dask(&scheduler).arg("--no-show"), &folder.at("scheduler.log"));
        let worker = |name: &str| {
            let own =
                ["--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", name];
            let mut command = dask(&["worker", &address]);
            Daemon::start(command.args(own), &folder.at(format!("{name}.log")))
        };
        let workers = vec![worker("first"), worker("second")];
        let said = |name: &str| std::fs::read_to_string(folder.at(name)).unwrap_or_default();
        until("both workers are there", || {
            ["first.log", "second.log"].iter().all(|log| said(log).contains("Registered to"))
        });
        Some(Cluster { python, workers, _scheduler: scheduler })
    }

    fn command(&self, folder: &Folder, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reachsim"));
        command.args(arguments).current_dir(&folder.0).env("REACHSIM_PYTHON", &self.python);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn reachsim(&self, folder: &Folder, arguments: &[&str]) -> Output {
        self.command(folder, arguments).output().expect("the program starts")
    }
}

/// The same bytes, also where a worker is killed; a study; a scheduler that does not answer.
#[test]
fn dask_gives_the_bytes_of_one_machine_without_a_shared_disk() {
    let folder = folder("fleet-dask");
    let Some(mut cluster) = Cluster::start(&folder) else { return };
    let on = format!("dask:tcp://127.0.0.1:{PORT}");
    let shared = ["--on", &on, "--shards", "5"];
    let run = ["run", "quick.toml", "--trials", "1200k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    let many = [&run[..], &["many"], &shared[..]].concat();
    let child = cluster.command(&folder, &many).spawn().expect("the program starts");
    let left = folder.at("many/.fleet/left");
    until("a shard has come back", || left.exists());
    drop(cluster.workers.pop());
    expect_code(&child.wait_with_output().expect("an end"), 0);
    assert_same(&folder.at("one"), &folder.at("many"));

    let sweep = ["sweep", "quick.toml", "--over", "input.loss.value=0..3/5", "--format", "json"];
    let (one, _) = expect_code(&folder.reachsim(&sweep), 0);
    let (same, err) =
        expect_code(&cluster.reachsim(&folder, &[&sweep[..], &shared[..]].concat()), 0);
    assert!(one == same, "{err}");

    let nobody = ["run", "quick.toml", "--on", "dask:nowhere", "--shards", "2"];
    let (_, err) = expect_code(&cluster.reachsim(&folder, &nobody), 3);
    assert!(err.contains("no scheduler answers at nowhere"), "{err}");
}
