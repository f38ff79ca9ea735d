//! What is no table is refused, with the place and a way out.

use reachsim_core::diagnostic::Code;
use reachsim_data::fault::{Fault, diagnostics};
use reachsim_data::read::{Limits, from_bytes_within};

use super::make::{encoded, lines, opened, refused, sixteen};

fn unreadable(bytes: impl Into<Vec<u8>>) -> Fault {
    lines(&opened(bytes).parts[0]).expect_err("its rows are not to be read")
}

#[test]
fn nothing_is_no_export() {
    let empty: [&[u8]; 5] = [b"", b"\xEF\xBB\xBF", b"\xFF\xFE", b"\n\n \n", b"\t"];
    for bytes in empty {
        let fault = refused(bytes);
        assert_eq!(fault.code, Code::ExportUnreadable);
        assert!(fault.message.english().contains("nothing in it"), "{bytes:?}");
    }
}

#[test]
fn a_byte_that_is_no_letter_is_named_with_its_line() {
    let good = "день;текст\n1;да\n2;нет\n".repeat(10).into_bytes();
    let mixed = [&good[..], b"3;\xE4\xE0\n", &good[..]].concat();
    let fault = refused(mixed);
    assert_eq!(fault.code, Code::Encoding);
    let said = fault.message.english().to_owned();
    assert_eq!(said, "`export` is UTF-8, but byte 3 of line 31 is not");
    let place = fault.place.clone().expect("a place");
    assert_eq!((place.line, place.text.as_str()), (31, "3;\u{FFFD}\u{FFFD}"));
    assert!(diagnostics(vec![fault]).to_string().contains("export:31"));
    // 98 is the only byte that windows-1251 leaves free.
    let text = "День;Текст\n1;Спасибо за хороший ответ\n".repeat(20);
    let legacy = [&encoded(&text, encoding_rs::WINDOWS_1251)[..], b"2;\x98\n"].concat();
    let said = refused(legacy).message.english().to_owned();
    assert_eq!(said, "byte 3 of line 41 of `export` is no letter of windows-1251");
    // A file that ends within a letter.
    assert_eq!(refused(&good[..good.len() - 2]).code, Code::Encoding);
}

#[test]
fn a_nought_is_in_no_text() {
    let fault = refused("a,b\n1,\0\n".as_bytes());
    assert_eq!(fault.code, Code::Encoding);
    assert!(fault.message.english().contains("byte 3 of line 2"), "{:?}", fault.message);
    let wide = sixteen("a,b\n1,2\nlong enough,\0\n", false, true);
    assert_eq!(refused(wide).code, Code::Encoding);
    // Half a letter of UTF-16.
    let mut odd = sixteen("a,b\n1,2\n", false, true);
    odd.push(b'x');
    assert_eq!(refused(odd).code, Code::Encoding);
}

#[test]
fn a_quote_that_is_never_closed_is_named_where_it_opens() {
    let text = format!("a,b\n1,2\n3,\"open\n{}", "4,5\n".repeat(1000));
    let fault = unreadable(text);
    assert_eq!(fault.code, Code::ExportUnreadable);
    let place = fault.place.expect("a place");
    assert_eq!((place.line, &place.text[place.bytes.clone()]), (3, "\""));
    let text = format!("a,b\n{},\"open \"\"so\"\" far", "ы".repeat(300));
    let place = unreadable(text).place.expect("a place");
    assert_eq!((place.line, &place.text[place.bytes.start..][..5]), (2, "\"open"));
    // Even where another one closes it, far away.
    let text = format!("a,b\n3,\"open\n{}5,6\"\n", "4,5\n".repeat(300_000));
    assert_eq!(unreadable(text).place.expect("a place").line, 2);
    // Marks within a cell are letters.
    assert!(lines(&opened("a,b\n5\" screen,2\n").parts[0]).is_ok());
}

#[test]
fn rows_larger_than_the_limits_are_refused_without_reading_on() {
    let limits = Limits { row: 1000, quoted: 500, cells: 20, ..Limits::USUAL };
    let cases = [
        ("x".repeat(2000), "more than 0 MiB"),
        (format!("a,b\n{}", "1,".repeat(30)), "more than 20 cells"),
        (format!("a,b\n1,\"{}\"\n", "x".repeat(600)), "never closed"),
    ];
    for (text, said) in cases {
        let file = from_bytes_within("export", text.clone().into(), limits).expect("a text");
        let fault = lines(&file.parts[0]).expect_err("too large");
        assert!(fault.message.english().contains(said), "{:?}", fault.message);
        assert!(lines(&opened(text).parts[0]).is_ok());
    }
}
