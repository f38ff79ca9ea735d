//! Workbooks and archives.

use reachsim_data::read::{Form, Limits, from_bytes_within};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::make::{archive, lines, members, opened, packed, refused, rows, table, text, workbook};

/// The same archive with one member changed.
fn changed(bytes: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut members = members(bytes);
    let member = members.iter_mut().find(|(called, _)| called == name).expect("such a member");
    let text = String::from_utf8(std::mem::take(&mut member.1)).expect("XML");
    member.1 = change(text).into_bytes();
    let members: Vec<_> = members.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    archive(&members)
}

fn times() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Times").expect("a name");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let hours = Format::new().set_num_format("[h]:mm:ss");
    let at =
        ExcelDateTime::from_ymd(2026, 1, 2).and_then(|day| day.and_hms(3, 4, 5)).expect("a time");
    sheet.write_datetime_with_format(0, 0, &at, &moment).expect("a cell");
    sheet.write_number_with_format(0, 1, 1.5, &hours).expect("a cell");
    sheet.write_number_with_format(0, 2, 0.25, &moment).expect("a cell");
    sheet.write_number(1, 0, 15.0).expect("a cell");
    sheet.write_number(1, 1, 0.1 + 0.2).expect("a cell");
    sheet.write_number(1, 2, 1_142_979_803_545_308.0).expect("a cell");
    sheet.write_boolean(1, 3, true).expect("a cell");
    sheet.write_string(1, 4, "two_x000D_\nlines").expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn cells_of_a_workbook_are_told_in_their_shortest_form() {
    let rows = rows(times());
    assert_eq!(rows[0], ["2026-01-02T03:04:05", "36:00:00", "06:00:00"]);
    let third = "0.30000000000000004";
    assert_eq!(rows[1], ["15", third, "1142979803545308", "true", "two\nlines"]);
}

#[test]
fn a_workbook_that_counts_from_1904_gives_other_days() {
    let book = changed(&times(), "xl/workbook.xml", |text| {
        text.replacen("<workbookPr ", "<workbookPr date1904=\"1\" ", 1)
    });
    assert_eq!(rows(book)[0][0], "2030-01-03T03:04:05");
}

#[test]
fn every_sheet_with_something_in_it_is_a_part_and_gaps_are_rows_without_cells() {
    let mut book = Workbook::new();
    let first = book.add_worksheet().set_name("Сообщения").expect("a name");
    for (row, text) in [(2, "title"), (5, "a"), (6, "b")] {
        first.write_string(row, 1, text).expect("a cell");
    }
    book.add_worksheet().set_name("Empty").expect("a name");
    let third = book.add_worksheet().set_name("Metrics").expect("a name");
    third.write_string(1_048_575, 0, "the last row").expect("a cell");
    let file = opened(book.save_to_buffer().expect("a workbook"));
    let sheets: Vec<_> = file.parts.iter().filter_map(|part| part.sheet.as_deref()).collect();
    assert_eq!(sheets, ["Сообщения", "Metrics"]);
    assert_eq!(file.parts[0].form, Form::Sheet);
    let found = lines(&file.parts[0]).expect("rows");
    let found: Vec<(u64, usize)> = found.iter().map(|(line, cells)| (*line, cells.len())).collect();
    assert_eq!(found, [(3, 2), (4, 0), (6, 2), (7, 2)]);
    assert_eq!(lines(&file.parts[1]).expect("rows")[0].0, 1_048_576);
}

#[test]
fn a_workbook_with_broken_formats_is_read_without_them_and_that_is_said() {
    let book =
        changed(&times(), "xl/styles.xml", |text| text.replace("numFmtId=\"", "numFmtId=\"x"));
    let file = opened(book);
    let rows = lines(&file.parts[0]).expect("rows");
    assert_eq!(rows[1].1[0], "15");
    assert_eq!(rows[0].1[0], "2026-01-02T03:04:05");
    let book = changed(&times(), "xl/styles.xml", |text| text[..text.len() / 2].to_owned());
    let file = opened(book);
    let rows = lines(&file.parts[0]).expect("rows");
    assert_eq!((rows[0].1[1].as_str(), rows[1].1[0].as_str()), ("1.5", "15"));
    assert_eq!(file.parts[0].remarks.len(), 1);
}

/// The same table as programs wrote it until 2007.
#[test]
fn a_workbook_of_the_old_kind_has_the_same_rows() {
    let bytes = include_bytes!("table.xls");
    let file = opened(&bytes[..]);
    assert_eq!((file.parts[0].form, file.parts[0].sheet.as_deref()), (Form::Sheet, Some("Table")));
    assert_eq!(rows(&bytes[..]), table());
    for cut in [100, 600, bytes.len() / 2] {
        refused(&bytes[..cut]);
    }
}

#[test]
fn what_a_file_is_called_does_not_matter() {
    let inner = archive(&[("a/report.csv", &workbook()[..]), ("b.json", br#"[{"a": 1}]"#)]);
    let file = opened(inner);
    let parts: Vec<_> = file.parts.iter().map(|part| (part.name.as_str(), part.form)).collect();
    assert_eq!(parts, [("export/a/report.csv", Form::Sheet), ("export/b.json", Form::List)]);
}

#[test]
fn an_archive_leaves_out_what_systems_and_chats_put_beside_and_says_so() {
    let comma = text(',', "\n");
    let file = opened(archive(&[
        ("one.csv", comma.as_bytes()),
        ("__MACOSX/._one.csv", b"\0\0"),
        ("photos/1.jpg", b"\xFF\xD8\xFF"),
        ("two.csv", comma.as_bytes()),
    ]));
    assert_eq!(file.parts.len(), 2);
    assert_eq!(file.parts[0].remarks.len(), 1);
    assert_eq!(lines(&file.parts[1]).expect("rows").len(), table().len());
    let nested = archive(&[("inner.zip", &archive(&[("a.csv", b"a,b\n1,2\n")])[..])]);
    assert!(refused(nested).message.english().contains("archive within an archive"));
}

#[test]
fn what_unpacks_to_more_than_the_limit_is_refused_while_it_is_counted() {
    let noughts = vec![b'0'; 1 << 20];
    let limits = Limits { archive: 1 << 19, book: 1 << 19, ..Limits::USUAL };
    let files = [
        archive(&[("a.csv", &noughts[..])]),
        archive(&[("a.csv", &noughts[..400_000]), ("b.csv", &noughts[..400_000])]),
        packed(&noughts),
        changed(&workbook(), "xl/worksheets/sheet1.xml", |text| text + &" ".repeat(1 << 20)),
    ];
    for bytes in files {
        let faults = from_bytes_within("export", bytes.clone(), limits).expect_err("too large");
        assert!(faults[0].message.english().contains("unpacks to more than 0 MiB"), "{faults:?}");
        // With the usual limits it is not refused for its size.
        if let Err(faults) = from_bytes_within("export", bytes, Limits::USUAL) {
            assert!(!faults[0].message.english().contains("unpacks"), "{faults:?}");
        }
    }
}

const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="One">ROWS</table:table></office:spreadsheet></office:body>
</office:document-content>"#;

fn open_document(rows: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", OPEN.replace("ROWS", rows).as_bytes()),
    ])
}

#[test]
fn an_open_document_is_read_but_not_spread_out_beyond_what_can_be_held() {
    let cell = |text: &str, more: &str| {
        let text = format!("<text:p>{text}</text:p></table:table-cell>");
        format!("<table:table-cell office:value-type=\"string\"{more}>{text}")
    };
    let row = |cells: &str, more: &str| format!("<table:table-row{more}>{cells}</table:table-row>");
    let rest = "<table:table-cell table:number-columns-repeated=\"16382\"/>";
    let million = " table:number-rows-repeated=\"1048573\"";
    let good = [
        row(&format!("{}{}{rest}", cell("day", ""), cell("reach", "")), ""),
        row(&format!("{}{}{rest}", cell("1", ""), cell("2", "")), ""),
        row("<table:table-cell table:number-columns-repeated=\"16384\"/>", million),
    ];
    assert_eq!(rows(open_document(&good.concat())), [["day", "reach"], ["1", "2"]]);
    let wide = row(&cell("x", " table:number-columns-repeated=\"16384\""), "");
    let bombs = [
        row(&cell("x", " table:number-columns-repeated=\"100\""), million),
        wide.repeat(1000),
        [row(&cell("x", ""), ""), row("<table:table-cell/>", million), wide].concat(),
    ];
    for bomb in bombs {
        let fault = refused(open_document(&bomb));
        assert!(fault.message.english().contains("more cells"), "{:?}", fault.message);
    }
}

#[test]
fn a_workbook_whose_texts_are_one_text_many_times_is_refused() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let text = "x".repeat(30_000);
    for row in 0..200 {
        sheet.write_string(row, 0, &text).expect("a cell");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let limits = Limits { book: 1 << 20, ..Limits::USUAL };
    let faults = from_bytes_within("export", bytes.clone(), limits).expect_err("too large");
    assert!(faults[0].message.english().contains("more cells"), "{faults:?}");
    assert_eq!(rows(bytes).len(), 200);
}

#[test]
fn archives_and_workbooks_that_are_cut_are_refused() {
    let comma = text(',', "\n");
    for whole in [archive(&[("one.csv", comma.as_bytes())]), workbook(), packed(comma.as_bytes())] {
        assert!(!opened(whole.clone()).parts.is_empty());
        for part in [2, 3, 4] {
            let fault = refused(&whole[..whole.len() - whole.len() / part]);
            assert_eq!(fault.code.id(), "export-unreadable", "{fault:?}");
        }
    }
}
