//! One browser at the other end: what it may send, how long it may take, and what goes back.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

use super::guard::{self, Head, Refusal, Route};
use super::handle::{Asked, Shared};
use super::patience::{Clock, Ear, Heard, IDLE};
use super::reply::Reply;

/// Bytes of a body, and of all headers, at most.
const BODY: usize = 64 << 10;
const HEADERS: usize = 16 << 10;
/// So long a body may take.
const BODY_WITHIN: Duration = Duration::from_secs(10);
/// So long what is too much is still taken, so that whoever sends it gets to read why it is not
/// wanted, and so much of it.
const DRAINED_WITHIN: Duration = Duration::from_secs(2);
const DRAINED: usize = 32 << 20;
/// So long is waited where the system gives no connection.
const PAUSE: Duration = Duration::from_millis(50);

/// What a page of this server may do: use what this server gives it, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
                      img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Takes every connection.
pub async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(talk(stream, Arc::clone(&shared)))),
            Err(_) => sleep(PAUSE).await,
        }
    }
}

async fn talk(stream: TcpStream, shared: Arc<Shared>) {
    // What is written is whole.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move { Ok::<_, Infallible>(reply(request, shared).await) }
    });
    let mut server = http1::Builder::new();
    let heard = Heard::default();
    server
        .timer(Clock(heard.clone()))
        .header_read_timeout(IDLE)
        .max_header_size(HEADERS)
        .max_buf_size(2 * HEADERS);
    // Whoever breaks off is not told of it.
    let _ = server.serve_connection(TokioIo::new(Ear::on(stream, heard)), service).await;
}

async fn reply(request: Request<Incoming>, shared: Arc<Shared>) -> Response<Full<Bytes>> {
    match checked(&request, &shared) {
        Ok(route) => {
            let reply = answered(request, route, shared).await;
            let is_refused = matches!(reply.status, 408 | 413);
            response(reply, is_refused)
        }
        Err(refusal) => {
            tokio::spawn(drain(request.into_body()));
            let allow = if let Refusal::Method(method) = refusal { Some(method) } else { None };
            response(Reply { allow, ..Reply::empty(refusal.status()) }, true)
        }
    }
}

/// What is asked for, if it may be.
fn checked(request: &Request<Incoming>, shared: &Shared) -> Result<Route, Refusal> {
    let named = request.uri().authority().map(hyper::http::uri::Authority::as_str);
    let hosts: Vec<&str> = all(request.headers(), &header::HOST).into_iter().chain(named).collect();
    let origins = all(request.headers(), &header::ORIGIN);
    let sites = all(request.headers(), &HeaderName::from_static("sec-fetch-site"));
    let kinds = all(request.headers(), &header::CONTENT_TYPE);
    let head = Head {
        method: request.method().as_str(),
        path: request.uri().path(),
        hosts: &hosts,
        origins: &origins,
        sites: &sites,
        kinds: &kinds,
    };
    guard::check(&head, shared.port, &shared.token)
}

/// Every value of a header; what is no text is none that anybody expects.
fn all<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Vec<&'h str> {
    headers.get_all(name).iter().map(|value| value.to_str().unwrap_or("\u{FFFD}")).collect()
}

async fn answered(request: Request<Incoming>, route: Route, shared: Arc<Shared>) -> Reply {
    let query = request.uri().query().map(str::to_owned);
    let known = request.headers().get(header::IF_NONE_MATCH);
    let known = known.and_then(|value| value.to_str().ok()).map(str::to_owned);
    match read(request.into_body()).await {
        Ok(body) => shared.answer(Asked { route, query, known, body }).await,
        Err(status) => Reply::empty(status),
    }
}

/// A body, or the status of why it is not read to its end.
async fn read(mut body: Incoming) -> Result<Bytes, u16> {
    if body.size_hint().lower() > BODY as u64 {
        tokio::spawn(drain(body));
        return Err(413);
    }
    let mut bytes = Vec::new();
    let whole = timeout(BODY_WITHIN, async {
        while let Some(frame) = body.frame().await {
            let data = frame.map_err(|_| 400_u16)?.into_data().unwrap_or_default();
            if bytes.len() + data.len() > BODY {
                return Err(413);
            }
            bytes.extend_from_slice(&data);
        }
        Ok(())
    });
    match whole.await {
        Ok(Ok(())) => Ok(bytes.into()),
        Ok(Err(413)) => {
            tokio::spawn(drain(body));
            Err(413)
        }
        Ok(Err(status)) => Err(status),
        Err(_) => Err(408),
    }
}

/// Takes what is sent and wanted by nobody.
async fn drain(mut body: Incoming) {
    let mut taken = 0;
    let all = timeout(DRAINED_WITHIN, async {
        while let Some(Ok(frame)) = body.frame().await {
            taken += frame.into_data().map_or(0, |data| data.len());
            if taken > DRAINED {
                return;
            }
        }
    });
    let _ = all.await;
}

fn response(reply: Reply, is_last: bool) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(reply.body));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or_default();
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !reply.kind.is_empty() {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(reply.kind));
    }
    if let Some(method) = reply.allow {
        headers.insert(header::ALLOW, HeaderValue::from_static(method));
    }
    if let Some(tag) = reply.tag.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        headers.insert(header::ETAG, tag);
    }
    if is_last {
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
