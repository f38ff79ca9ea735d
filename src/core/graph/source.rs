//! Where a list comes from: a file, which is read as often as it has to be, or a pipe, which is
//! read once, into memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use flate2::read::MultiGzDecoder;

use super::fault::Unread;
use crate::diagnostic::message;
use crate::watch::Watch;

/// Bytes of a step of the progress.
const STEP: u64 = 1 << 20;
const BUFFER: usize = 1 << 18;
/// Bytes that a pipe may bring.
const MOST_PIPED: usize = 4 << 30;
/// How long the first bytes of a pipe are waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long until somebody may end the waiting.
const GLANCE: Duration = Duration::from_millis(100);
/// The first bytes of a compressed file.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// What a reading that nobody wants any more ends with.
pub(crate) const STOPPED: io::ErrorKind = io::ErrorKind::TimedOut;
/// The name of what is piped into the program.
const PIPED: &str = "-";

/// A list that can be read from its beginning again.
pub(crate) enum Source {
    File { path: PathBuf, length: u64 },
    Bytes(Vec<u8>),
}

impl Source {
    /// Finds a list; a pipe is read to its end.
    pub fn of(path: &Path, watch: &impl Watch) -> Result<Source, Unread> {
        if path.as_os_str() == PIPED {
            return piped(|| Ok(Box::new(io::stdin())), watch);
        }
        let about = std::fs::metadata(path).map_err(Unread::World)?;
        if about.is_dir() {
            return Err(Unread::World(io::ErrorKind::IsADirectory.into()));
        }
        if about.is_file() {
            return Ok(Source::File { path: path.to_owned(), length: about.len() });
        }
        if !is_pipe(&about) {
            let why = message!("it is no regular file and no pipe");
            return Err(Unread::World(io::Error::other(why)));
        }
        // Opening a named pipe waits for somebody who writes into it, as reading does.
        let path = path.to_owned();
        piped(move || Ok(Box::new(File::open(path)?)), watch)
    }

    /// Whether its name, which may end in `.gz`, has such an ending.
    pub fn is_called(path: &Path, endings: &[&str]) -> bool {
        let name =
            path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        endings.iter().any(|ending| name.rsplit('.').next() == Some(ending))
    }

    /// Steps of the progress of one reading.
    pub fn steps(&self) -> u64 {
        let bytes = match self {
            Source::File { length, .. } => *length,
            Source::Bytes(bytes) => bytes.len() as u64,
        };
        bytes / STEP
    }

    /// The bytes from the beginning, unpacked.
    pub fn open<'a>(
        &'a self,
        watch: &'a impl Watch,
    ) -> Result<Box<dyn BufRead + Send + 'a>, Unread> {
        let mut bytes: Box<dyn Read + Send + 'a> = match self {
            Source::File { path, .. } => Box::new(File::open(path).map_err(Unread::World)?),
            Source::Bytes(bytes) => Box::new(&bytes[..]),
        };
        let mut magic = Vec::with_capacity(GZIP.len());
        bytes.by_ref().take(GZIP.len() as u64).read_to_end(&mut magic).map_err(Unread::World)?;
        let is_packed = magic == GZIP;
        let counted = Counted { inner: io::Cursor::new(magic).chain(bytes), bytes: 0, watch };
        let buffered = BufReader::with_capacity(BUFFER, counted);
        Ok(if is_packed {
            Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(buffered)))
        } else {
            Box::new(buffered)
        })
    }
}

#[cfg(unix)]
fn is_pipe(about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.file_type().is_fifo() || about.file_type().is_socket()
}

#[cfg(not(unix))]
fn is_pipe(_: &std::fs::Metadata) -> bool {
    false
}

/// Reads a pipe to its end, or until nobody wants more.
fn piped(
    open: impl FnOnce() -> io::Result<Box<dyn Read>> + Send + 'static,
    watch: &impl Watch,
) -> Result<Source, Unread> {
    let (send, receive) = channel();
    // Whoever waits in a system call cannot be asked to stop: he is left behind.
    std::thread::spawn(move || {
        let mut pipe = match open() {
            Ok(pipe) => pipe,
            Err(error) => {
                let _ = send.send(Err(error));
                return;
            }
        };
        loop {
            let mut part = vec![0; BUFFER];
            let read = match pipe.read(&mut part) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read,
            };
            let is_last = !matches!(read, Ok(1..));
            let part = read.map(|count| {
                part.truncate(count);
                part
            });
            if send.send(part).is_err() || is_last {
                return;
            }
        }
    });
    let (mut bytes, mut waited) = (Vec::new(), Duration::ZERO);
    loop {
        if watch.stopped() {
            return Err(Unread::Stopped);
        }
        match receive.recv_timeout(GLANCE) {
            Ok(Ok(part)) if part.is_empty() => return Ok(Source::Bytes(bytes)),
            Ok(Ok(part)) => bytes.extend_from_slice(&part),
            Ok(Err(error)) => return Err(Unread::World(error)),
            Err(RecvTimeoutError::Disconnected) => return Ok(Source::Bytes(bytes)),
            Err(RecvTimeoutError::Timeout) => {
                waited += GLANCE;
                if bytes.is_empty() && waited >= PATIENCE {
                    return Err(Unread::whole(
                        message!("nothing came through this pipe within ten seconds"),
                        message!("begin what writes into it first, or save its list as a file"),
                    ));
                }
            }
        }
        if bytes.len() > MOST_PIPED {
            return Err(Unread::whole(
                message!("more than four gigabytes came through this pipe"),
                message!("save the list as a file, which is read without being held in memory"),
            ));
        }
    }
}

/// Counts what is read, and ends the reading when nobody wants more.
struct Counted<'w, R, W> {
    inner: R,
    bytes: u64,
    watch: &'w W,
}

impl<R: Read, W: Watch> Read for Counted<'_, R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.watch.stopped() {
            return Err(STOPPED.into());
        }
        let count = self.inner.read(buffer)?;
        let before = self.bytes / STEP;
        self.bytes += count as u64;
        self.watch.done(self.bytes / STEP - before);
        Ok(count)
    }
}
