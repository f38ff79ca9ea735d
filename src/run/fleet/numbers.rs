//! Files of doubles, whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Bytes of the hash at the end.
const HASH: usize = 32;
const WIDTH: usize = 8;

/// Writes numbers with their hash behind them, under another name until they are whole.
pub fn write(path: &Path, numbers: &[f64]) -> io::Result<()> {
    let mut bytes: Vec<u8> = Vec::with_capacity(numbers.len() * WIDTH + HASH);
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    let hash = Sha256::digest(&bytes);
    bytes.extend_from_slice(&hash);
    let partial = path.with_extension(format!("{}.partial", std::process::id()));
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    let written = fs::write(&partial, bytes).and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // What is cut off takes room that is needed.
        let _ = fs::remove_file(&partial);
    }
    written
}

/// The numbers of a file that is as it was written.
pub fn read(path: &Path) -> Option<Vec<f64>> {
    let bytes = fs::read(path).ok()?;
    let (numbers, hash) = bytes.split_at_checked(bytes.len().checked_sub(HASH)?)?;
    if Sha256::digest(numbers).as_slice() != hash {
        return None;
    }
    let number = |bytes: &[u8]| Some(f64::from_le_bytes(bytes.try_into().ok()?));
    numbers.chunks(WIDTH).map(number).collect()
}
