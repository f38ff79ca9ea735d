//! What is sent over the wire by whoever means no good, or has no time.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;

use super::client::{Served, read};
use crate::support::{Folder, expect_code};

#[test]
fn whoever_is_refused_is_told_by_a_number_alone() {
    let served = Served::small("refused");
    let Served { port, token, .. } = &served;
    let own = format!("Host: localhost:{port}");
    let cases = [
        (421, format!("GET /{token}/ HTTP/1.1\r\nHost: evil.test:{port}\r\n\r\n")),
        (421, format!("GET /{token}/ HTTP/1.0\r\n\r\n")),
        (421, format!("GET http://evil.test/{token}/ HTTP/1.1\r\n{own}\r\n\r\n")),
        (403, format!("GET /{token}/ HTTP/1.1\r\n{own}\r\nOrigin: http://evil.test\r\n\r\n")),
        (403, format!("GET /{token}/ HTTP/1.1\r\n{own}\r\nOrigin: null\r\n\r\n")),
        (403, format!("GET /{token}/ HTTP/1.1\r\n{own}\r\nSec-Fetch-Site: cross-site\r\n\r\n")),
        (404, format!("GET / HTTP/1.1\r\n{own}\r\n\r\n")),
        (404, format!("GET /{}/ HTTP/1.1\r\n{own}\r\n\r\n", "0".repeat(32))),
        (404, format!("GET /{token}/other HTTP/1.1\r\n{own}\r\n\r\n")),
        (405, format!("DELETE /{token}/answer HTTP/1.1\r\n{own}\r\n\r\n")),
        (415, format!("POST /{token}/answer HTTP/1.1\r\n{own}\r\nContent-Length: 2\r\n\r\n{{}}")),
        (
            413,
            format!(
                "POST /{token}/answer HTTP/1.1\r\n{own}\r\nContent-Type: application/json\r\n\
             Content-Length: 99999\r\n\r\n"
            ),
        ),
        (404, format!("GET /{token}/scenario?tab=7 HTTP/1.1\r\n{own}\r\n\r\n")),
        (400, format!("GET /{token}/scenario?locale=de HTTP/1.1\r\n{own}\r\n\r\n")),
    ];
    for (status, request) in cases {
        let reply = served.raw(&request);
        assert_eq!(reply.status, status, "{request}");
        assert!(reply.body.is_empty() || status == 400, "{request}: {}", reply.text());
        assert!(!reply.head.contains(token.as_str()), "{}", reply.head);
    }
    let headers = format!("X: {}\r\n", "x".repeat(20 << 10));
    assert_eq!(served.raw(&served.head("GET", "page.js", &headers)).status, 431);
    let allowed = served.raw(&served.head("GET", "answer", ""));
    assert_eq!((allowed.status, allowed.header("allow")), (405, Some("POST")));
}

#[test]
fn what_is_answered_may_use_nothing_but_this_server() {
    let served = Served::small("headers");
    for path in ["", "page.js", "page.css", "font", "font-bold", "scenario"] {
        let reply = served.get(path);
        assert!(reply.status == 200 && !reply.body.is_empty(), "{path}: {}", reply.head);
        let policy = reply.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{path}: {name}");
        }
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
}

#[test]
fn ten_megabytes_are_refused_before_they_are_read() {
    let served = Served::small("large");
    let more = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
    let mut stream = served.connect();
    stream.write_all(served.head("POST", "answer", more).as_bytes()).expect("a head");
    let chunk = format!("8000\r\n{}\r\n", " ".repeat(0x8000));
    let mut sender = stream.try_clone().expect("the same connection");
    let sent = std::thread::spawn(move || {
        let mut sent = 0;
        while sent < 10 << 20 && sender.write_all(chunk.as_bytes()).is_ok() {
            sent += 0x8000;
        }
    });
    assert_eq!(read(&mut stream).status, 413);
    sent.join().expect("an end");
    // Whoever asks next is answered.
    assert_eq!(served.get("page.js").status, 200);
}

#[test]
fn whoever_is_slow_with_his_headers_is_left() {
    let served = Served::small("slow");
    let mut stream = served.connect();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127").expect("the beginning of a head");
    let start = Instant::now();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(start.elapsed() < Duration::from_secs(30), "{}", String::from_utf8_lossy(&rest));
    assert!(!rest.starts_with(b"HTTP/1.1 2"), "{}", String::from_utf8_lossy(&rest));
}

/// A thousand who keep their connections, ten thousand requests, and drags that are broken off:
/// nothing is lost, and memory stays flat.
#[test]
fn many_keep_their_connections_and_all_are_answered() {
    let served = Served::small("many");
    let most = open_files().saturating_sub(200).min(1_000);
    let mut clients: Vec<TcpStream> = (0..most).map(|_| served.connect()).collect();
    let script = served.head("GET", "page.js", "");
    for _ in 0..10 {
        for client in &mut clients {
            client.write_all(script.as_bytes()).expect("a request");
        }
        for client in &mut clients {
            assert_eq!(read(client).status, 200);
        }
    }
    drop(clients);
    for step in 0..300 {
        let question = json!({ "set": { "cost.per_post": format!("{step}") }, "draft": true });
        let body = question.to_string();
        let mut client = served.connect();
        let head = format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        let asked = served.head("POST", "answer", &head) + &body;
        client.write_all(asked.as_bytes()).expect("a request");
    }
    served.answer(&json!({ "cost.per_post": "5" }), 2_000);
    if let Some(most) = served.most_memory() {
        assert!(most < 150 << 20, "{most} bytes");
    }
}

/// Files that a process may have open.
fn open_files() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits.lines().find(|line| line.starts_with("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().nth(3)?.parse().ok());
    soft.unwrap_or(1_024)
}

#[test]
fn a_taken_port_is_told_with_one_that_is_free() {
    let served = Served::small("taken");
    let port = served.port.to_string();
    let arguments = ["serve", "small.toml", "--port", &port, "--print-url"];
    let (out, err) = expect_code(&served.folder.reachsim(&arguments), 3);
    let next = err.split("--port ").nth(1).and_then(|rest| rest.trim().parse::<u16>().ok());
    assert!(out.is_empty() && err.contains(&format!("port {port} is taken")), "{err}");
    assert!(next.is_some_and(|next| next > served.port), "{err}");
}

#[cfg(unix)]
#[test]
fn it_ends_within_a_second_whatever_it_is_at() {
    let mut idle = Served::small("idle");
    let (code, time) = idle.interrupt();
    assert!(code == Some(0) && time < Duration::from_secs(5), "{code:?} after {time:?}");
    let mut busy = Served::small("busy");
    let question = json!({ "set": { "market.people": "2M" }, "futures": 100_000 }).to_string();
    let more = "Content-Type: application/json\r\nContent-Length: ";
    let head = busy.head("POST", "answer", &format!("{more}{}\r\n", question.len()));
    let mut stream = busy.connect();
    stream.write_all((head + &question).as_bytes()).expect("a request");
    std::thread::sleep(Duration::from_millis(100));
    let (code, time) = busy.interrupt();
    assert!(code == Some(0) && time < Duration::from_secs(10), "{code:?} after {time:?}");
}

#[test]
fn nothing_but_the_address_is_printed_and_a_missing_file_is_told() {
    let mut served = Served::small("printed");
    let _ = served.child.kill();
    let mut out = String::new();
    let pipe = served.child.stdout.as_mut().expect("a pipe");
    pipe.read_to_string(&mut out).expect("text");
    let mut err = String::new();
    served.child.stderr.as_mut().expect("a pipe").read_to_string(&mut err).expect("text");
    assert!(out.is_empty() && err.is_empty(), "{out}{err}");
    let folder = Folder::new("missing");
    let (out, err) = expect_code(&folder.reachsim(&["serve", "none.toml", "--print-url"]), 2);
    assert!(out.is_empty() && err.contains("there is no file `none.toml`"), "{err}");
}
