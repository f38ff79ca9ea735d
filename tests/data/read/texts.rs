//! Texts of any encoding and delimiter.

use encoding_rs::{KOI8_U, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
use reachsim_core::diagnostic::message;
use reachsim_data::read::Form;

use super::make::{archive, encoded, lines, opened, packed, rows, sixteen, table, text, workbook};

#[test]
fn one_table_gives_the_same_rows_in_every_make() {
    let comma = text(',', "\n");
    let marked = [b"\xEF\xBB\xBF", comma.as_bytes()].concat();
    let makes: [(&str, Vec<u8>); 16] = [
        ("UTF-8", comma.clone().into()),
        ("a mark", marked.clone()),
        ("no last line feed", comma.trim_end().into()),
        ("semicolons", text(';', "\n").into()),
        ("tabs", text('\t', "\n").into()),
        ("bars", text('|', "\n").into()),
        ("returns and line feeds", text(';', "\r\n").into()),
        ("returns alone", text(';', "\r").into()),
        ("UTF-16 LE", sixteen(&comma, false, true)),
        ("UTF-16 BE", sixteen(&comma, true, true)),
        ("UTF-16 LE without a mark", sixteen(&comma, false, false)),
        ("UTF-16 BE without a mark", sixteen(&comma, true, false)),
        ("windows-1251", encoded(&text(';', "\r\n"), WINDOWS_1251)),
        ("packed", packed(&marked)),
        ("archive", archive(&[("one.csv", comma.as_bytes())])),
        ("workbook", workbook()),
    ];
    for (make, bytes) in makes {
        assert_eq!(rows(bytes), table(), "{make}");
    }
}

#[test]
fn encodings_from_before_unicode_are_told_apart_by_their_letters() {
    let cases = [
        (WINDOWS_1251, "Дата;Текст\n2026-03-01;Спасибо, очень хороший ответ\n"),
        (KOI8_U, "Дата;Текст\n2026-03-01;Дякую, дуже гарна відповідь на моє запитання\n"),
        (WINDOWS_1252, "Fecha;Texto\n2026-03-01;La publicación llegó a más personas que año\n"),
        (WINDOWS_1250, "Datum;Text\n2026-03-01;Příliš žluťoučký kůň úpěl ďábelské ódy\n"),
    ];
    for (encoding, text) in cases {
        let file = opened(encoded(text, encoding));
        assert_eq!(file.parts[0].encoding, encoding.name(), "{text}");
        let read = lines(&file.parts[0]).expect("rows");
        assert_eq!(
            read[1].1[1],
            text.lines().nth(1).and_then(|row| row.split(';').nth(1)).unwrap_or("")
        );
    }
}

#[test]
fn a_part_says_how_it_was_read_and_a_file_has_the_hash_of_its_bytes() {
    let file = opened("a;b\n1;2\n");
    let part = &file.parts[0];
    assert_eq!(
        (part.form, part.encoding.as_str(), part.delimiter),
        (Form::Text, "UTF-8", Some(';'))
    );
    assert_eq!(part.path(), None);
    // Of FIPS 180-2, appendix B.1.
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(opened("abc").hash, known);
}

#[test]
fn a_line_that_tells_the_delimiter_is_taken_away_even_when_saved_once_more() {
    let told = [
        ("sep=,\n\"Reach\"\n\"Date\",\"Primary\"\n\"2026-01-01\",\"5\"\n", ','),
        ("\"sep=,\"\nReach\nDate,Primary\n2026-01-01,5\n", ','),
        ("sep=\t\t\nReach\t\nDate\tPrimary\n2026-01-01\t5\n", '\t'),
        ("sep=;\r\nReach;\r\nDate;Primary\r\n2026-01-01;5\r\n", ';'),
        ("sep=,;;\nReach;\nDate;Primary\n2026-01-01;5\n", ';'),
    ];
    for (text, delimiter) in told {
        let file = opened(text);
        assert_eq!(file.parts[0].delimiter, Some(delimiter), "{text}");
        let lines = lines(&file.parts[0]).expect("rows");
        assert_eq!(lines[0].0, 2, "{text}");
        assert_eq!(lines[2], (4, vec!["2026-01-01".to_owned(), "5".to_owned()]), "{text}");
    }
    // A word that only looks like it stays.
    assert_eq!(rows("separate,b\n1,2\n")[0], ["separate", "b"]);
}

#[test]
fn the_delimiter_is_the_one_that_makes_rows_even_outside_quotes() {
    let decimals = "date;reach;rate\n2026-01-01;5;1,5\n2026-01-02;7;2,5\n2026-01-03;8;3,5\n";
    assert_eq!(opened(decimals).parts[0].delimiter, Some(';'));
    let prose = "id,text\n1,\"a; b; c\"\n2,\"d; e; f\"\n3,\"g; h; i\"\n";
    assert_eq!(opened(prose).parts[0].delimiter, Some(','));
    let preamble = "# made on a Monday, in March\n# with care\n\nday\treach\n1\t2\n2\t3\n";
    assert_eq!(opened(preamble).parts[0].delimiter, Some('\t'));
}

#[test]
fn rows_within_cells_are_taken_out_once_and_that_is_said() {
    let wrapped = "\"id,\"\"text, long\"\",views\"\n\"1,\"\"a, b\"\",20\"\n\"2,c,30\"\n";
    let file = opened(wrapped);
    assert_eq!(file.parts[0].remarks.len(), 1);
    assert_eq!(
        rows(wrapped),
        [["id", "text, long", "views"], ["1", "a, b", "20"], ["2", "c", "30"]]
    );
    let padded = "\"id,text,views\";;\r\n\"1,\"\"a; b\"\",20\";;\r\n\"2,c,30\";;\r\n";
    assert_eq!(rows(padded), [["id", "text", "views"], ["1", "a; b", "20"], ["2", "c", "30"]]);
    // A column of prose is no table within a table.
    let prose = "text\n\"Yes, of course\"\n\"No, never, not once\"\n\"Well\"\n";
    assert!(opened(prose).parts[0].remarks.is_empty());
}

#[test]
fn rows_know_their_lines_and_a_gap_is_one_row_without_cells() {
    let text = "\n\nTitle\n\n\nday,reach\n1,\"a\nb\"\n,\n2,c\n\n\n";
    let lines = lines(&opened(text).parts[0]).expect("rows");
    let found: Vec<(u64, usize)> = lines.iter().map(|(line, cells)| (*line, cells.len())).collect();
    assert_eq!(found, [(3, 1), (4, 0), (6, 2), (7, 2), (9, 0), (10, 2)]);
}

#[test]
fn a_place_shows_the_cell_and_the_line_where_it_stands() {
    let text = "day,text,reach\n1,\"two\nlines\",much\n";
    for bytes in [text.as_bytes().to_vec(), sixteen(text, false, true)] {
        let file = opened(bytes);
        let place = file.parts[0].place(2, 2, message!("no number"));
        assert_eq!((place.line, &place.text[place.bytes.clone()]), (3, "much"));
        assert_eq!(place.text, "lines\",much");
        let place = file.parts[0].place(1, 1, message!("no number"));
        assert_eq!((place.line, &place.text[place.bytes.clone()]), (1, "text"));
    }
    // Of a long line only what is about the cell is shown.
    let long = format!("a,b\n{},here\n", "ы".repeat(500));
    let place = opened(long).parts[0].place(2, 1, message!("no number"));
    assert!(place.text.len() <= reachsim_data::fault::SHOWN);
    assert_eq!(&place.text[place.bytes.clone()], "here");
}

#[test]
fn a_visit_ends_where_the_visitor_breaks() {
    let file = opened("a,b\n1,2\n3,4\n5,\"never closed\n");
    let head = file.parts[0].head(3).expect("the head is whole");
    assert_eq!(head.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(file.parts[0].head(4).is_err());
}
