//! The port on which the page is asked for: of this machine alone.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use crate::diagnostic::{Message, message};
use crate::scenario::of_system;

/// Ports after a taken one that are tried for one that is free.
const TRIED: u16 = 200;
/// Times that a free port is looked for which the other family of addresses has, too.
const ATTEMPTS: usize = 20;

/// What listens: always on 127.0.0.1, and on `::1` where there is such an address.
#[derive(Debug)]
pub struct Listeners {
    pub port: u16,
    pub all: Vec<TcpListener>,
}

/// Listens on a port, or on any that is free; why that cannot be, with a port that is free.
pub fn listen(port: Option<u16>) -> Result<Listeners, Message> {
    match port {
        Some(port) => on(port).map_err(|error| taken(port, &error)),
        None => anywhere().map_err(|error| {
            message!("the system gives no port: {error}", error = of_system(&error))
        }),
    }
}

fn anywhere() -> io::Result<Listeners> {
    let mut found = on(0);
    for _ in 0..ATTEMPTS {
        match found {
            Err(ref error) if error.kind() == io::ErrorKind::AddrInUse => found = on(0),
            _ => break,
        }
    }
    found
}

/// Both addresses on one port; with port 0, on one that the system chooses.
fn on(port: u16) -> io::Result<Listeners> {
    let first = bind(IpAddr::V4(Ipv4Addr::LOCALHOST), port)?;
    let port = first.local_addr()?.port();
    let mut all = vec![first];
    match bind(IpAddr::V6(Ipv6Addr::LOCALHOST), port) {
        Ok(second) => all.push(second),
        // Somebody else would be asked under the name of this page.
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
        // There is no such address here.
        Err(_) => {}
    }
    Ok(Listeners { port, all })
}

fn bind(address: IpAddr, port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(SocketAddr::new(address, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn taken(port: u16, error: &io::Error) -> Message {
    if error.kind() != io::ErrorKind::AddrInUse {
        return message!(
            "cannot listen on port {port}: {error}",
            port = port.to_string(),
            error = of_system(error)
        );
    }
    let port_text = port.to_string();
    let next = (1..=TRIED).filter_map(|step| port.checked_add(step)).find(|next| on(*next).is_ok());
    let Some(next) = next else {
        return message!("port {port} is taken; without --port one is chosen", port = port_text);
    };
    message!(
        "port {port} is taken; {next} is free: give --port {next}",
        port = port_text,
        next = next.to_string()
    )
}
