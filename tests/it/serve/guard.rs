//! Who is answered: a table of requests.

use reachsim::serve::guard::{Head, Refusal, Route, check};
use reachsim::serve::token::Token;

const PORT: u16 = 4711;
const JSON: &[&str] = &["application/json"];

fn token() -> Token {
    Token::of([0xAB; 16])
}

/// A request of the page itself.
fn own(path: &str) -> Head<'_> {
    Head { method: "GET", path, hosts: &["127.0.0.1:4711"], ..Head::default() }
}

fn at(name: &str) -> String {
    format!("/{}/{name}", token().as_str())
}

#[track_caller]
fn expect(head: Head, found: Result<Route, Refusal>) {
    assert_eq!(check(&head, PORT, &token()), found, "{head:?}");
}

#[test]
fn the_table_of_requests() {
    let (page, answer) = (at(""), at("answer"));
    let post = Head { method: "POST", kinds: JSON, ..own(&answer) };
    for host in ["127.0.0.1:4711", "localhost:4711", "LOCALHOST:4711", "[::1]:4711"] {
        expect(Head { hosts: &[host], ..own(&page) }, Ok(Route::Page));
        let origin = format!("http://{host}");
        expect(Head { origins: &[&origin], ..post }, Ok(Route::Answer));
    }
    for site in ["same-origin", "none"] {
        expect(Head { sites: &[site], ..own(&page) }, Ok(Route::Page));
    }
    let misdirected = Err(Refusal::Misdirected);
    for host in [
        "evil.test:4711",
        "127.0.0.1",
        "127.0.0.1:4712",
        "127.0.0.1:47110",
        "127.0.0.2:4711",
        "0.0.0.0:4711",
        "[::]:4711",
        "localhost.evil.test:4711",
        "user@127.0.0.1:4711",
        "",
    ] {
        expect(Head { hosts: &[host], ..own(&page) }, misdirected);
        expect(Head { hosts: &["127.0.0.1:4711", host], ..own(&page) }, misdirected);
    }
    expect(Head { hosts: &[], ..own(&page) }, misdirected);
    let foreign = Err(Refusal::Foreign);
    for origin in [
        "null",
        "https://evil.test",
        "https://127.0.0.1:4711",
        "http://127.0.0.1",
        "http://127.0.0.1:4712",
        "http://evil.test:4711",
        "",
    ] {
        expect(Head { origins: &[origin], ..post }, foreign);
        expect(Head { origins: &["http://127.0.0.1:4711", origin], ..own(&page) }, foreign);
    }
    for site in ["cross-site", "same-site", "", "Same-Origin"] {
        expect(Head { sites: &[site], ..own(&page) }, foreign);
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"] {
        expect(Head { kinds: &[kind], ..post }, Err(Refusal::Kind));
    }
    expect(Head { kinds: &[], ..post }, Err(Refusal::Kind));
    expect(Head { kinds: &["application/json", "text/plain"], ..post }, Err(Refusal::Kind));
    expect(Head { kinds: &["Application/JSON; charset=utf-8"], ..post }, Ok(Route::Answer));
}

#[test]
fn what_is_not_there_and_a_wrong_secret_are_the_same() {
    let nothing = Err(Refusal::Nothing);
    let wrong = "0".repeat(32);
    let secret = token();
    let (short, long) = (&secret.as_str()[..31], format!("{}0", secret.as_str()));
    for secret in [wrong.as_str(), short, &long, "", ".."] {
        for name in ["", "answer", "page.js", "secret"] {
            expect(own(&format!("/{secret}/{name}")), nothing);
        }
    }
    for name in ["secret", "..", "page.js/", "/", "answer/x", "%70age.js"] {
        expect(own(&at(name)), nothing);
    }
    for path in ["", "/", "*", token().as_str(), &format!("/{}", token().as_str())] {
        expect(own(path), nothing);
    }
    // A wrong method tells nobody of a secret that he does not know.
    let path = format!("/{wrong}/answer");
    expect(Head { method: "GET", ..own(&path) }, nothing);
}

#[test]
fn every_route_has_one_method() {
    for name in ["", "page.js", "page.css", "font", "font-bold", "scenario"] {
        let path = at(name);
        assert!(check(&own(&path), PORT, &token()).is_ok(), "{name}");
        for method in ["POST", "HEAD", "OPTIONS", "DELETE", "get"] {
            let head = Head { method, kinds: JSON, ..own(&path) };
            expect(head, Err(Refusal::Method("GET")));
        }
    }
    for name in ["answer", "file", "report", "solve"] {
        let path = at(name);
        let head = Head { method: "POST", kinds: JSON, ..own(&path) };
        assert!(check(&head, PORT, &token()).is_ok(), "{name}");
        expect(own(&path), Err(Refusal::Method("POST")));
    }
}

#[test]
fn every_server_has_a_secret_of_its_own() {
    let tokens = [(); 3].map(|()| Token::fresh().expect("random numbers"));
    for token in &tokens {
        assert!(token.as_str().len() == 32 && token.is(token.as_str()));
    }
    assert!(!tokens[0].is(tokens[1].as_str()) && !tokens[1].is(tokens[2].as_str()));
}
