//! Files of every make, out of one table.

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;

use encoding_rs::Encoding;
use flate2::Compression;
use flate2::write::GzEncoder;
use reachsim_data::fault::Fault;
use reachsim_data::read::{self, File, Part};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A row with its line.
pub type Line = (u64, Vec<String>);

/// A table with Cyrillic letters, marks, and a cell of two lines.
pub const TABLE: [[&str; 3]; 4] = [
    ["Дата", "Охват", "Текст"],
    ["2026-03-01", "1240", "Первый; с \"кавычками\", запятой"],
    ["2026-03-02", "", "Второй\nв две строки"],
    ["2026-03-03", "15", "Третий"],
];

pub fn opened(bytes: impl Into<Vec<u8>>) -> File {
    match read::from_bytes("export", bytes.into()) {
        Ok(file) => file,
        Err(faults) => panic!("{}", reachsim_data::fault::diagnostics(faults)),
    }
}

pub fn refused(bytes: impl Into<Vec<u8>>) -> Fault {
    let mut faults = read::from_bytes("export", bytes.into()).expect_err("it is not to be read");
    assert_eq!(faults.len(), 1);
    faults.remove(0)
}

pub fn lines(part: &Part) -> Result<Vec<Line>, Fault> {
    let mut lines = Vec::new();
    part.each(&mut |row| {
        lines.push((row.line, row.cells.iter().map(str::to_owned).collect()));
        ControlFlow::Continue(())
    })?;
    Ok(lines)
}

/// The rows of the only part.
pub fn rows(bytes: impl Into<Vec<u8>>) -> Vec<Vec<String>> {
    let file = opened(bytes);
    assert_eq!(file.parts.len(), 1, "{:?}", file.parts);
    let lines = lines(&file.parts[0]).expect("its rows can be read");
    lines.into_iter().map(|(_, cells)| cells).collect()
}

pub fn table() -> Vec<Vec<String>> {
    TABLE.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
}

pub fn text(delimiter: char, end: &str) -> String {
    let row = |row: &[&str; 3]| {
        let cells = row.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        cells.join(&delimiter.to_string()) + end
    };
    TABLE.iter().map(row).collect()
}

pub fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, is_lossy) = encoding.encode(text);
    assert!(!is_lossy, "{} has not all letters of {text}", encoding.name());
    bytes.into_owned()
}

pub fn sixteen(text: &str, is_big: bool, has_mark: bool) -> Vec<u8> {
    let mark = if has_mark { "\u{FEFF}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

pub fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in TABLE.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (row as u32, column as u16);
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).expect("a cell"),
                Err(_) => sheet.write_string(row, column, *cell).expect("a cell"),
            };
        }
    }
    book.save_to_buffer().expect("a workbook")
}

pub fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a member");
        archive.write_all(bytes).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// Names and bytes of all members of an archive.
pub fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let places = 0..archive.len();
    let member = |place| {
        let mut member = archive.by_index(place).expect("a member");
        let (name, mut bytes) = (member.name().expect("a name").into_owned(), Vec::new());
        member.read_to_end(&mut bytes).expect("its bytes");
        (name, bytes)
    };
    places.map(member).collect()
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("its bytes");
    packed.finish().expect("a packed file")
}
