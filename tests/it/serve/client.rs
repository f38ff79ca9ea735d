//! A server of one test, and whoever asks it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Folder, shipped};

/// A page that is served in a folder of its own.
pub struct Served {
    pub folder: Folder,
    pub child: Child,
    pub port: u16,
    pub token: String,
}

/// What came back.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|why| panic!("{why}: {} {}", self.head, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Half a year of a shipped scenario, in a folder of its own.
pub fn short(folder: &Folder, name: &str) -> String {
    let whole = format!("whole-{name}.toml");
    std::fs::copy(shipped(name), folder.at(&whole)).expect("a shipped scenario");
    let file = format!("{name}.toml");
    let less = "simulation.trials = \"3k\"\nsimulation.weeks = 26\n";
    folder.file(&file, &format!("extends = \"{whole}\"\n{less}"));
    file
}

/// A small scenario with money, a target and a what-if.
pub const SMALL: &str = r#"
title = "Small"
currency = "EUR"
market.people = "1M"
simulation.trials = "2k"
simulation.weeks = 8
value.cost_per_contact = "6 to 12"
value.margin_per_customer = "50 to 100"
cost.per_post = 3
[community.page]
platform = "facebook-2012"
followers = "5k to 20k"
questions.per_year = 2_000
posts.per_week = 3
[[target]]
name = "It pays"
metric = "profit"
at_least = 0
with = "60%"
[[what_if]]
name = "more posts"
set = { "community.page.posts.per_week" = 6 }
"#;

impl Served {
    pub fn start(folder: Folder, arguments: &[&str]) -> Served {
        let mut child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
            .arg("serve")
            .args(arguments)
            .arg("--print-url")
            .current_dir(&folder.0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.as_mut().expect("a pipe");
        BufReader::new(out).read_line(&mut line).expect("an address");
        let address = line.trim().strip_prefix("http://127.0.0.1:").expect(&line);
        let (port, token) = address.trim_end_matches('/').split_once('/').expect(&line);
        let (port, token) = (port.parse().expect(&line), token.to_owned());
        Served { folder, child, port, token }
    }

    /// The page of [`SMALL`].
    pub fn small(name: &str) -> Served {
        let folder = Folder::new(name);
        folder.file("small.toml", SMALL);
        Served::start(folder, &["small.toml"])
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("somebody listens");
        stream.set_read_timeout(Some(Duration::from_mins(1))).expect("a time-out");
        stream
    }

    /// What comes back for the bytes of a request.
    pub fn raw(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("a request");
        read(&mut stream)
    }

    /// The head of a request of the page itself, with more lines.
    pub fn head(&self, method: &str, path: &str, more: &str) -> String {
        let Served { port, token, .. } = self;
        format!("{method} /{token}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}\r\n")
    }

    pub fn get(&self, path: &str) -> Reply {
        self.raw(&self.head("GET", path, ""))
    }

    pub fn post(&self, path: &str, body: &Value) -> Reply {
        let body = body.to_string();
        let more = format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        self.raw(&(self.head("POST", path, &more) + &body))
    }

    /// The most memory that it ever held, in bytes; `None` where the system does not tell.
    pub fn most_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes << 10)
    }

    /// What is answered for some values.
    #[track_caller]
    pub fn answer(&self, set: &Value, futures: u64) -> Value {
        let question = json!({ "set": set, "futures": futures, "draft": true });
        let reply = self.post("answer", &question);
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }

    /// Asks it to end as Ctrl-C does; its exit code, and how long it took.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> (Option<i32>, Duration) {
        let start = Instant::now();
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().expect("a signal");
        assert!(sent.success());
        let ended = self.child.wait().expect("an end");
        (ended.code(), start.elapsed())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One reply of a connection, up to the length that it tells, or to its end.
pub fn read(stream: &mut impl Read) -> Reply {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && reader.read_line(&mut head).is_ok_and(|n| n > 0) {}
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
    let mut reply = Reply { status, head, body: Vec::new() };
    match reply.header("content-length").and_then(|length| length.parse().ok()) {
        Some(length) => {
            reply.body.resize(length, 0);
            reader.read_exact(&mut reply.body).expect("a whole body");
        }
        None if status != 304 => drop(reader.read_to_end(&mut reply.body)),
        None => {}
    }
    reply
}
