//! How long is waited for the head of a request: long for its first byte, so that a browser may
//! keep its connection, and a short time from then on.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use hyper::rt::{Sleep, Timer};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{self, sleep, sleep_until};

/// So long a connection is kept on which nobody asks.
pub const IDLE: Duration = Duration::from_mins(1);
/// So long the rest of a head may take, once it has begun.
const HEAD_WITHIN: Duration = Duration::from_secs(5);

/// Whether anything was heard since somebody waits for a head.
#[derive(Clone, Debug, Default)]
pub struct Heard(Arc<AtomicBool>);

/// A connection that tells when something is heard.
#[derive(Debug)]
pub struct Ear {
    stream: TcpStream,
    heard: Heard,
}

impl Ear {
    pub fn on(stream: TcpStream, heard: Heard) -> Ear {
        Ear { stream, heard }
    }
}

impl AsyncRead for Ear {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context,
        buffer: &mut ReadBuf,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let found = Pin::new(&mut self.stream).poll_read(context, buffer);
        if buffer.filled().len() > before {
            self.heard.0.store(true, Ordering::Relaxed);
        }
        found
    }
}

impl AsyncWrite for Ear {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context,
        parts: &[io::IoSlice],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

/// Tells the time to a connection that waits for heads.
#[derive(Clone, Debug)]
pub struct Clock(pub Heard);

impl Clock {
    /// A wait that ends at the end of another, and sooner once something is heard.
    fn wait(&self, sleep: time::Sleep) -> Pin<Box<dyn Sleep>> {
        self.0.0.store(false, Ordering::Relaxed);
        Box::pin(Wait { heard: self.0.clone(), is_hurried: false, sleep: Box::pin(sleep) })
    }
}

impl Timer for Clock {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Sleep>> {
        self.wait(sleep(duration))
    }

    fn sleep_until(&self, deadline: Instant) -> Pin<Box<dyn Sleep>> {
        self.wait(sleep_until(deadline.into()))
    }
}

struct Wait {
    heard: Heard,
    is_hurried: bool,
    sleep: Pin<Box<time::Sleep>>,
}

impl Future for Wait {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<()> {
        if !self.is_hurried && self.heard.0.load(Ordering::Relaxed) {
            self.is_hurried = true;
            self.sleep.as_mut().reset(time::Instant::now() + HEAD_WITHIN);
        }
        self.sleep.as_mut().poll(context)
    }
}

impl Sleep for Wait {}
