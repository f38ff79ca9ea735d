//! Opens the page in the browser of whoever asked for it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The programs that open an address, with what stands before it.
const OPENERS: &[(&str, &[&str])] = if cfg!(windows) {
    &[("cmd.exe", &["/C", "start", ""])]
} else if cfg!(target_os = "macos") {
    &[("open", &[])]
} else {
    &[("xdg-open", &[]), ("gio", &["open"])]
};

/// Opens an address; whether somebody was found who does it.
pub fn open(address: &str) -> bool {
    OPENERS.iter().any(|(name, arguments)| {
        let Some(program) = found(name) else { return false };
        let mut command = Command::new(program);
        command.args(*arguments).arg(address);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        apart(&mut command);
        let Ok(mut child) = command.spawn() else { return false };
        std::thread::spawn(move || child.wait());
        true
    })
}

/// What ends this program does not end the browser.
#[cfg(unix)]
fn apart(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn apart(_: &mut Command) {}

/// A program in the folders of the system.
fn found(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}
