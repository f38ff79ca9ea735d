//! A server of `HyperQueue` with a worker on 127.0.0.1. Its wheel has all of it but the program
//! `hq`, for which a script of the test stands, with the lines that the table of engines has.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::daemons::python;
use crate::support::{assert_same, expect_code, folder, until};

#[test]
fn hyperqueue_gives_the_bytes_of_one_machine() {
    let folder = folder("fleet-hyperqueue");
    let Some(python) = python("hyperqueue") else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fleet/hq.py");
    let (server, log) = (folder.at("server"), folder.at("server.log"));
    std::fs::create_dir(&server).expect("a folder");
    let mut daemon = Command::new(&python)
        .arg(&script)
        .arg(&server)
        .arg("server")
        .stdin(Stdio::piped())
        .stdout(std::fs::File::create(&log).expect("a log"))
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts");
    until("the server is ready", || {
        std::fs::read_to_string(&log).is_ok_and(|said| said.contains("ready"))
    });
    let hq = folder.at("bin/hq");
    std::fs::create_dir(folder.at("bin")).expect("a folder");
    let line = format!(
        "#!/bin/sh\nexec '{python}' '{}' '{}' \"$@\"\n",
        script.display(),
        server.display()
    );
    std::fs::write(&hq, line).expect("a file");
    std::fs::set_permissions(&hq, std::fs::Permissions::from_mode(0o755)).expect("a file");
    let paths = std::env::var("PATH").unwrap_or_default();

    let run = ["run", "quick.toml", "--trials", "5k", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["one"]].concat()), 0);
    let many = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args([&run[..], &["many", "--on", "hyperqueue", "--shards", "3"]].concat())
        .current_dir(&folder.0)
        .env("PATH", format!("{}:{paths}", folder.at("bin").display()))
        .output()
        .expect("the program starts");
    // It ends when its standard input does.
    drop(daemon.stdin.take());
    let _ = daemon.wait();
    expect_code(&many, 0);
    assert_same(&folder.at("one"), &folder.at("many"));
}
