//! The queue of Debian's `slurm-wlm`, with two nodes on 127.0.0.1.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::daemons::{Daemon, program};
use crate::support::{Folder, assert_same, expect_code, folder, signal, until, whole, working_in};

/// Ports that nobody else is likely to have.
const PORTS: [&str; 3] = ["16817", "17001", "17002"];

/// The settings of a cluster that listens on this machine alone.
fn settings(place: &str, host: &str) -> String {
    let [controller, first, second] = PORTS;
    format!(
        "ClusterName=test\nSlurmctldHost={host}(127.0.0.1)\nSlurmctldPort={controller}\n\
         AuthType=auth/munge\nAuthInfo=socket={place}/munge.sock,cred_expire=5\nCredType=cred/munge\n\
         CommunicationParameters=NoCtldInAddrAny,NoInAddrAny\nSlurmUser=root\nSlurmdUser=root\n\
         StateSaveLocation={place}/state\nSlurmdSpoolDir={place}/%n\n\
         SlurmctldPidFile={place}/ctld.pid\nSlurmdPidFile={place}/%n.pid\n\
         SlurmctldLogFile={place}/ctld.log\nSlurmdLogFile={place}/%n.log\n\
         ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\nMpiDefault=none\n\
         JobAcctGatherType=jobacct_gather/none\nAccountingStorageType=accounting_storage/none\n\
         SelectType=select/cons_tres\nSelectTypeParameters=CR_Core\nSchedulerType=sched/builtin\n\
         SchedulerParameters=sched_interval=1,batch_sched_delay=0\nReturnToService=2\n\
         SlurmdParameters=config_overrides\nKillWait=1\nNodeName=n[1-2] NodeHostname={host} \
         NodeAddr=127.0.0.1 Port=[{first}-{second}] CPUs=1 State=UNKNOWN\n\
         PartitionName=all Nodes=n[1-2] Default=YES State=UP\n"
    )
}

/// The cluster of a test.
struct Cluster {
    conf: PathBuf,
    /// The last ones are ended first.
    daemons: Vec<Daemon>,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        while let Some(daemon) = self.daemons.pop() {
            drop(daemon);
        }
    }
}

impl Cluster {
    /// `None`, with a word, where its programs are not here.
    fn start(folder: &Folder) -> Option<Cluster> {
        let names: [&[&str]; 4] =
            [&["munged"], &["slurmctld", "slurmctld-wlm"], &["slurmd", "slurmd-wlm"], &["sbatch"]];
        let [Some(munged), Some(controller), Some(node), Some(_)] = names.map(program) else {
            eprintln!("Slurm is not here: not tested");
            return None;
        };
        let host = Command::new("hostname").arg("-s").output().ok()?.stdout;
        let host = String::from_utf8_lossy(&host).trim().to_owned();
        let place = folder.at("cluster");
        for name in ["state", "n1", "n2"] {
            std::fs::create_dir_all(place.join(name)).expect("a folder");
        }
        let (conf, key) = (place.join("slurm.conf"), place.join("munge.key"));
        std::fs::write(&conf, settings(&place.display().to_string(), &host)).expect("a file");
        std::fs::write(&key, [7; 1024]).expect("a file");
        let mode = |mode| std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&key, mode(0o400)).expect("a file");
        std::fs::set_permissions(&place, mode(0o755)).expect("a folder");
        let at = |name: &str, file: &str| format!("--{name}={}", place.join(file).display());
        let mut munge = Command::new(munged);
        munge.args(["--foreground", "--force"]).args([
            at("key-file", "munge.key"),
            at("socket", "munge.sock"),
            at("pid-file", "munge.pid"),
            at("log-file", "munge.log"),
            at("seed-file", "munge.seed"),
        ]);
        let mut daemons = vec![Daemon::start(&mut munge, &place.join("munged"))];
        until("munge answers", || place.join("munge.sock").exists());
        let mut start = |command: &mut Command, name: &str| {
            let command = command.env("SLURM_CONF", &conf);
            daemons.push(Daemon::start(command, &place.join(name)));
        };
        start(Command::new(controller).args(["-D", "-c"]), "controller");
        start(Command::new(&node).args(["-D", "-N", "n1"]), "first");
        start(Command::new(&node).args(["-D", "-N", "n2"]), "second");
        let cluster = Cluster { conf, daemons };
        until("both nodes are idle", || {
            cluster.said(&["sinfo", "-h", "-t", "idle", "-o", "%D"]).trim() == "2"
        });
        Some(cluster)
    }

    fn said(&self, line: &[&str]) -> String {
        let mut command = Command::new(line[0]);
        let output = command.args(&line[1..]).env("SLURM_CONF", &self.conf).output();
        String::from_utf8_lossy(&output.expect("a program of Slurm").stdout).into_owned()
    }

    fn command(&self, folder: &Folder, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reachsim"));
        command.args(arguments).current_dir(&folder.0).env("SLURM_CONF", &self.conf);
        command.stdin(std::process::Stdio::null());
        command
    }

    fn reachsim(&self, folder: &Folder, arguments: &[&str]) -> Output {
        self.command(folder, arguments).output().expect("the program starts")
    }
}

/// All of it at once, so that the daemons are started once: the same bytes, also where a task is
/// killed; nothing left in the queue after Ctrl-C; a scenario that fails; a study.
#[test]
fn slurm_gives_the_bytes_of_one_machine_whatever_happens() {
    let folder = folder("fleet-slurm");
    let Some(cluster) = Cluster::start(&folder) else { return };
    let run = ["run", "quick.toml", "--trials", "1200k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    let shared = [&run[..], &["many", "--on", "slurm", "--shards", "4"]].concat();
    let piped = std::process::Stdio::piped;

    let mut command = cluster.command(&folder, &shared);
    let child = command.stdout(piped()).stderr(piped()).spawn().expect("the program starts");
    let job = folder.at("many/.fleet");
    until("a shard is whole", || whole(&job) > 0);
    signal("-INT", child.id());
    let (_, err) = expect_code(&child.wait_with_output().expect("an end"), 130);
    assert!(err.contains("--resume goes on from there"), "{err}");
    until("the queue is empty", || cluster.said(&["squeue", "-h"]).is_empty());

    let mut command = cluster.command(&folder, &[&shared[..], &["--resume"]].concat());
    let child = command.stdout(piped()).stderr(piped()).spawn().expect("the program starts");
    until("a task runs", || working_in(&job).iter().any(|process| is_task(*process)));
    for process in working_in(&job).into_iter().filter(|process| is_task(*process)) {
        // One that has just ended cannot be ended.
        let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    }
    expect_code(&child.wait_with_output().expect("an end"), 0);
    assert_same(&folder.at("one"), &folder.at("many"));

    node_goes_down(&cluster, &folder);

    let vary = ["--vary", "input.loss.value=0..3", "--trials", "1k"];
    let studies: [&[&str]; 2] = [
        &["sweep", "quick.toml", "--over", "input.loss.value=0..3/5"],
        &[&["optimise", "quick.toml", "--maximise", "p10(net)"], &vary[..]].concat(),
    ];
    for study in studies {
        let study = [study, &["--format", "json"]].concat();
        let (one, _) = expect_code(&folder.reachsim(&study), 0);
        let shared = [&study[..], &["--on", "slurm", "--shards", "3"]].concat();
        let (many, err) = expect_code(&cluster.reachsim(&folder, &shared), 0);
        assert!(one == many, "{study:?}\n{err}");
    }

    let bad = ["run", "quick.toml", "--on", "slurm:--partition=none", "--shards", "2"];
    let (_, err) = expect_code(&cluster.reachsim(&folder, &bad), 3);
    assert!(err.contains("`sbatch` did not take the tasks") && err.contains("partition"), "{err}");
}

/// A node that is lost in the middle of its task: the queue repeats it elsewhere.
fn node_goes_down(cluster: &Cluster, folder: &Folder) {
    let run = ["run", "quick.toml", "--trials", "1200k", "--out", "lost", "--on", "slurm"];
    let mut command = cluster.command(folder, &[&run[..], &["--shards", "2"]].concat());
    let piped = std::process::Stdio::piped;
    let child = command.stdout(piped()).stderr(piped()).spawn().expect("the program starts");
    let at_work = || cluster.said(&["squeue", "-h", "-t", "running", "-w", "n2", "-o", "%i"]);
    until("a task runs on the second node", || !at_work().trim().is_empty());
    let set = |state: &str| {
        cluster.said(&["scontrol", "update", "nodename=n2", state, "reason=test"]);
    };
    set("state=down");
    expect_code(&child.wait_with_output().expect("an end"), 0);
    set("state=resume");
    assert_same(&folder.at("one"), &folder.at("lost"));
}

/// Whether a process is a task, and not the shell that began it.
fn is_task(process: u32) -> bool {
    let line = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    line.split(|byte| *byte == 0).any(|word| word == b"--shard")
}
