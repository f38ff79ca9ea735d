//! Where bytes lie: on the disk, in memory, in a packed file; each time they are needed they are
//! read anew, so that no file has to fit into memory.

use std::fs;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

/// Bytes that can be read again and again.
#[derive(Clone, Debug)]
pub enum Store {
    Disk(PathBuf),
    Memory(Arc<[u8]>),
    /// A member of an archive, by its place.
    Member(Box<Store>, usize),
    /// What a packed file holds.
    Packed(Box<Store>),
}

/// What an archive is read from.
pub trait Steps: Read + Seek {}

impl<T: Read + Seek> Steps for T {}

impl Store {
    /// Reads from the first byte on.
    pub fn with<T>(&self, act: impl FnOnce(&mut dyn Read) -> T) -> io::Result<T> {
        match self {
            Store::Disk(_) | Store::Memory(_) => Ok(act(&mut self.steps()?)),
            Store::Member(archive, place) => {
                let mut archive = ZipArchive::new(archive.steps()?)?;
                let mut member = archive.by_index(*place)?;
                Ok(act(&mut member))
            }
            Store::Packed(file) => Ok(act(&mut MultiGzDecoder::new(file.steps()?))),
        }
    }

    /// Reads here and there; of what is packed that cannot be done.
    pub fn steps(&self) -> io::Result<Box<dyn Steps>> {
        match self {
            Store::Disk(path) => Ok(Box::new(BufReader::new(fs::File::open(path)?))),
            Store::Memory(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
            Store::Member(..) | Store::Packed(_) => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// At most so many bytes from the first on.
    pub fn first(&self, bytes: u64) -> io::Result<Vec<u8>> {
        self.with(|read| {
            let mut first = Vec::new();
            read.take(bytes).read_to_end(&mut first)?;
            Ok(first)
        })?
    }

    /// SHA-256 in hexadecimal.
    pub fn hash(&self) -> io::Result<String> {
        self.with(|read| {
            let mut hash = Sha256::new();
            chunks(read, &mut |chunk| {
                hash.update(chunk);
                true
            })?;
            Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
        })?
    }

    /// How many bytes it has, or `None` where there are more than `limit`: they are counted, since
    /// what a file says of itself need not be so.
    pub fn size(&self, limit: u64) -> io::Result<Option<u64>> {
        self.with(|read| {
            let mut size = 0;
            chunks(read, &mut |chunk| {
                size += chunk.len() as u64;
                size <= limit
            })?;
            Ok((size <= limit).then_some(size))
        })?
    }
}

/// Bytes that are read at once.
const CHUNK: usize = 1 << 16;

/// All bytes, chunk by chunk, for as long as `visit` wants more.
pub fn chunks(read: &mut dyn Read, visit: &mut dyn FnMut(&[u8]) -> bool) -> io::Result<()> {
    let mut chunk = vec![0; CHUNK];
    loop {
        match read.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                if !visit(&chunk[..count]) {
                    return Ok(());
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
