//! Bytes of any encoding as letters: which one it is, and a stream of UTF-8 out of it.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Decoder, DecoderResult, Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252,
};

use super::store::{Store, chunks};

/// A byte that cannot be, and of which encoding it is none.
#[derive(Clone, Copy, Debug)]
pub struct Stray {
    pub encoding: &'static Encoding,
    /// From 0, from the first byte of the file on.
    pub at: u64,
    pub what: What,
}

/// Why a byte cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// No letter of the encoding.
    Unmapped,
    /// Most letters are UTF-8, and this one is not.
    Mixed,
    /// A nought, which no text has.
    Nought,
}

/// Encodings from before Unicode, in the order in which they are preferred.
const LEGACY: [&Encoding; 4] = [WINDOWS_1251, WINDOWS_1252, WINDOWS_1250, KOI8_U];

/// Bytes from which an encoding from before Unicode is told.
const SAMPLE: usize = 4 << 20;

/// Bytes of a file from which UTF-16 without a mark is told.
const FIRST: u64 = 1024;

/// The encoding of a file, whose every byte has been looked at; or the first byte that is wrong.
pub fn encoding(store: &Store) -> io::Result<Result<&'static Encoding, Stray>> {
    let first = store.first(FIRST)?;
    let wide = marked(&first).or_else(|| sixteen(&first));
    if let Some(encoding) = wide.filter(|encoding| *encoding != UTF_8) {
        return stray(store, encoding).map(|stray| stray.map_or(Ok(encoding), Err));
    }
    let look = look(store)?;
    if let Some(at) = look.nought {
        return Ok(Err(Stray { encoding: UTF_8, at, what: What::Nought }));
    }
    let Some(at) = look.first else {
        return Ok(Ok(UTF_8));
    };
    if look.letters >= look.bad || marked(&first).is_some() {
        return Ok(Err(Stray { encoding: UTF_8, at, what: What::Mixed }));
    }
    let encoding = legacy(&look.sample);
    stray(store, encoding).map(|stray| stray.map_or(Ok(encoding), Err))
}

fn marked(first: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(first).map(|(encoding, _)| encoding)
}

/// UTF-16 without a mark: every second byte is a nought, or that of Cyrillic letters.
fn sixteen(first: &[u8]) -> Option<&'static Encoding> {
    let high = |start: usize| {
        let bytes = first.iter().skip(start).step_by(2);
        let (noughts, all) = (bytes.clone().filter(|&&byte| byte == 0).count(), bytes.len());
        let high = bytes.filter(|&&byte| matches!(byte, 0 | 4)).count();
        all > 1 && noughts > 0 && high * 10 >= all * 8
    };
    match (high(1), high(0)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// A file looked at as UTF-8.
#[derive(Default)]
struct Look {
    /// Letters beyond ASCII.
    letters: u64,
    /// Bytes, or groups of them, that are no letters, and where the first one stands.
    bad: u64,
    first: Option<u64>,
    nought: Option<u64>,
    sample: Vec<u8>,
}

fn look(store: &Store) -> io::Result<Look> {
    let (mut look, mut held, mut at) = (Look::default(), Vec::new(), 0);
    store.with(|read| {
        chunks(read, &mut |chunk| {
            if !chunk.is_ascii() && look.sample.len() < SAMPLE {
                look.sample.extend_from_slice(chunk);
            }
            if look.nought.is_none() {
                let place = chunk.iter().position(|&byte| byte == 0);
                look.nought = place.map(|place| at + held.len() as u64 + place as u64);
            }
            held.extend_from_slice(chunk);
            let used = look.take(&held, at);
            held.drain(..used);
            at += used as u64;
            true
        })
    })??;
    if !held.is_empty() {
        look.miss(at);
    }
    Ok(look)
}

impl Look {
    /// Counts what stands in `bytes`, of which the first is byte `at`, and says how many of them
    /// are done with: the beginning of a letter may be left.
    fn take(&mut self, bytes: &[u8], at: u64) -> usize {
        let mut done = 0;
        loop {
            let (good, bad) = match std::str::from_utf8(&bytes[done..]) {
                Ok(text) => (text.len(), None),
                Err(error) => (error.valid_up_to(), Some(error.error_len())),
            };
            let letters = bytes[done..done + good].iter().filter(|&&byte| byte >= 0xC0).count();
            self.letters += letters as u64;
            done += good;
            match bad {
                None | Some(None) => return done,
                Some(Some(length)) => {
                    self.miss(at + done as u64);
                    done += length;
                }
            }
        }
    }

    fn miss(&mut self, at: u64) {
        self.bad += 1;
        self.first.get_or_insert(at);
    }
}

/// The first byte that is no letter of an encoding, or a nought.
fn stray(store: &Store, encoding: &'static Encoding) -> io::Result<Option<Stray>> {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let (mut text, mut at, mut found) = (vec![0; 1 << 16], 0, None);
    let is_legacy = LEGACY.contains(&encoding);
    let mut judge = |chunk: &[u8], last: bool| {
        let mut done = 0;
        loop {
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(&chunk[done..], &mut text, last);
            if let Some((before, what)) = odd(&text[..written], is_legacy) {
                let at = at + (done + before) as u64;
                found = Some(Stray { encoding, at, what });
                return false;
            }
            done += read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(bad, after) => {
                    let at = (at + done as u64).saturating_sub(u64::from(bad + after));
                    found = Some(Stray { encoding, at, what: What::Unmapped });
                    return false;
                }
            }
        }
        at += chunk.len() as u64;
        true
    };
    store.with(|read| -> io::Result<()> {
        let mut is_good = true;
        chunks(read, &mut |chunk| {
            // Small pieces, so that the place of a nought is known well enough.
            is_good = chunk.chunks(64).all(|piece| judge(piece, false));
            is_good
        })?;
        if is_good {
            judge(&[], true);
        }
        Ok(())
    })??;
    Ok(found)
}

/// The first letter that no text has, as the letters before it and what it is: a nought; or a
/// control letter beyond ASCII, to which decoders lead the bytes that old encodings leave free.
fn odd(text: &[u8], is_legacy: bool) -> Option<(usize, What)> {
    if !is_legacy {
        return text.contains(&0).then_some((0, What::Nought));
    }
    let letters = String::from_utf8_lossy(text);
    letters.chars().enumerate().find_map(|(place, letter)| match letter {
        '\0' => Some((place, What::Nought)),
        '\u{80}'..='\u{9F}' => Some((place, What::Unmapped)),
        _ => None,
    })
}

/// The most likely one of [`LEGACY`]: what the detector says, unless letters stand together much
/// better in another one, of which some byte may be wrong.
fn legacy(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let guess = if guess == KOI8_R { KOI8_U } else { guess };
    let fit = |encoding: &'static Encoding| pairs(&encoding.decode_without_bom_handling(sample).0);
    let fits = LEGACY.map(|encoding| (fit(encoding), encoding));
    let best = fits.into_iter().rev().max_by_key(|(fit, _)| *fit).unwrap_or((0, WINDOWS_1252));
    let guessed = fits.into_iter().find(|(_, encoding)| *encoding == guess);
    guessed.filter(|(fit, _)| 2 * fit >= best.0).map_or(best.1, |(_, encoding)| encoding)
}

/// How often a letter beyond ASCII stands where one may stand: Cyrillic small letters behind
/// Cyrillic ones, Latin ones beside ASCII.
fn pairs(text: &str) -> usize {
    let is_cyrillic = |c: char| ('\u{400}'..'\u{500}').contains(&c);
    let letters = text.chars().zip(text.chars().skip(1));
    let fits = letters.filter(|&(first, second)| {
        (is_cyrillic(first) && is_cyrillic(second) && second.is_lowercase())
            || (first.is_ascii_lowercase() && !second.is_ascii() && second.is_lowercase())
                && !is_cyrillic(second)
    });
    fits.count()
}

/// A stream of UTF-8 from bytes of an encoding. A byte that is no letter becomes `\u{FFFD}`.
pub struct Letters<'a> {
    bytes: &'a mut dyn Read,
    decoder: Decoder,
    input: Vec<u8>,
    /// Of `input`, what is not decoded yet.
    from: usize,
    to: usize,
    is_over: bool,
    text: Vec<u8>,
    given: usize,
    made: usize,
}

impl<'a> Letters<'a> {
    pub fn new(bytes: &'a mut dyn Read, encoding: &'static Encoding) -> Letters<'a> {
        Letters {
            bytes,
            decoder: encoding.new_decoder_with_bom_removal(),
            input: vec![0; 1 << 15],
            from: 0,
            to: 0,
            is_over: false,
            text: vec![0; 1 << 16],
            given: 0,
            made: 0,
        }
    }

    /// Decodes until there is some text, or nothing more.
    fn fill(&mut self) -> io::Result<()> {
        while self.given == self.made && !(self.is_over && self.from == self.to) {
            if self.from == self.to && !self.is_over {
                (self.from, self.to) = (0, self.bytes.read(&mut self.input)?);
                self.is_over = self.to == 0;
            }
            let input = &self.input[self.from..self.to];
            let (_, read, written, _) =
                self.decoder.decode_to_utf8(input, &mut self.text, self.is_over);
            self.from += read;
            (self.given, self.made) = (0, written);
        }
        Ok(())
    }
}

impl Read for Letters<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.fill()?;
        let count = into.len().min(self.made - self.given);
        into[..count].copy_from_slice(&self.text[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}
