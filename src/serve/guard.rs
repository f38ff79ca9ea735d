//! Who is answered: the one function that decides it, before anything of a request is done.
//!
//! That a server listens on this machine alone keeps nobody out: any page of the web can make a
//! browser ask it, and a name of the web may mean this machine. So a request has to name this
//! address, come from its own page, and know a secret. Test: `serve::guard::the_table_of_requests`.

use super::token::Token;

/// What is looked at of a request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    pub method: &'a str,
    pub path: &'a str,
    /// Every `Host`, and the host of the address where the request names one.
    pub hosts: &'a [&'a str],
    /// Every `Origin`.
    pub origins: &'a [&'a str],
    /// Every `Sec-Fetch-Site`.
    pub sites: &'a [&'a str],
    /// Every `Content-Type`.
    pub kinds: &'a [&'a str],
}

/// What may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    Page,
    Script,
    Style,
    Font,
    BoldFont,
    Scenario,
    Answer,
    File,
    Report,
    Solve,
}

/// Where each of them lies behind the secret, and how it is asked.
const ROUTES: [(Route, &str, &str); 10] = [
    (Route::Page, "GET", ""),
    (Route::Script, "GET", "page.js"),
    (Route::Style, "GET", "page.css"),
    (Route::Font, "GET", "font"),
    (Route::BoldFont, "GET", "font-bold"),
    (Route::Scenario, "GET", "scenario"),
    (Route::Answer, "POST", "answer"),
    (Route::File, "POST", "file"),
    (Route::Report, "POST", "report"),
    (Route::Solve, "POST", "solve"),
];

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It names another host: the browser was told that a name of the web means this machine.
    Misdirected,
    /// Another page asks.
    Foreign,
    /// There is no such thing, or the secret is wrong: nobody is told which.
    Nothing,
    /// It is to be asked by this method.
    Method(&'static str),
    Kind,
}

impl Refusal {
    pub const fn status(self) -> u16 {
        match self {
            Refusal::Misdirected => 421,
            Refusal::Foreign => 403,
            Refusal::Nothing => 404,
            Refusal::Method(_) => 405,
            Refusal::Kind => 415,
        }
    }
}

/// What is asked for on a port by who knows the secret, or why it is refused.
pub fn check(head: &Head, port: u16, token: &Token) -> Result<Route, Refusal> {
    let is_host = |host: &&str| own_hosts(port).iter().any(|own| own.eq_ignore_ascii_case(host));
    if head.hosts.is_empty() || !head.hosts.iter().all(is_host) {
        return Err(Refusal::Misdirected);
    }
    let is_origin = |origin: &&str| origin.strip_prefix("http://").is_some_and(|o| is_host(&o));
    let is_site = |site: &&str| ["same-origin", "none"].contains(site);
    if !head.origins.iter().all(is_origin) || !head.sites.iter().all(is_site) {
        return Err(Refusal::Foreign);
    }
    let below = head.path.strip_prefix('/').and_then(|path| path.split_once('/'));
    let (secret, name) = below.ok_or(Refusal::Nothing)?;
    let found = ROUTES.iter().find(|(.., path)| *path == name);
    let is_known = token.is(secret);
    let (route, method, _) = found.filter(|_| is_known).ok_or(Refusal::Nothing)?;
    if head.method != *method {
        return Err(Refusal::Method(method));
    }
    if *method == "POST" && !(head.kinds.len() == 1 && head.kinds.iter().all(|kind| is_json(kind)))
    {
        return Err(Refusal::Kind);
    }
    Ok(*route)
}

fn own_hosts(port: u16) -> [String; 3] {
    ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{port}"))
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or(kind);
    kind.trim().eq_ignore_ascii_case("application/json")
}
