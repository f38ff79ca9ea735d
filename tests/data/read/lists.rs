//! Lists of objects as tables.

use reachsim_data::read::{File, Form, Limits, from_bytes_within};

use super::make::{Line, lines, opened, refused, sixteen};

fn owned(rows: &[(u64, &[&str])]) -> Vec<Line> {
    let row = |(line, cells): &(u64, &[&str])| {
        (*line, cells.iter().map(|&cell| cell.to_owned()).collect())
    };
    rows.iter().map(row).collect()
}

const CHAT: &str = r#"{"name": "Чат", "type": "public_supergroup", "id": 7, "messages": [
 {"id": 1, "from": "Аня", "text": "Привет", "reactions": []},
 {"id": 2, "from": null, "text": ["Смотрите ", {"type": "link", "text": "example.org"}, "!"]},
 {"id": 3, "edited": {"by": "x", "at": 12.50}, "tags": ["a", "b"],
  "reactions": [{"type": "emoji", "count": 2}]}
], "last": true}"#;

#[test]
fn a_chat_is_a_table_of_its_messages_and_what_stands_beside_them_is_kept() {
    for bytes in [CHAT.as_bytes().to_vec(), sixteen(CHAT, false, true)] {
        let file = opened(bytes);
        let part = &file.parts[0];
        assert_eq!((file.parts.len(), part.form, part.path()), (1, Form::List, Some("messages")));
        let beside = part.beside().iter().map(|(key, text)| format!("{key}={text}"));
        let beside: Vec<String> = beside.collect();
        assert_eq!(beside, ["name=Чат", "type=public_supergroup", "id=7", "last=true"]);
        let head = ["id", "from", "text", "reactions", "edited.by", "edited.at", "tags"];
        let count = r#"[{"type":"emoji","count":2}]"#;
        let expected = owned(&[
            (0, &head),
            (1, &["1", "Аня", "Привет", "", "", "", ""]),
            (2, &["2", "", "Смотрите example.org!", "", "", "", ""]),
            (3, &["3", "", "", count, "x", "12.5", r#"["a","b"]"#]),
        ]);
        assert_eq!(lines(part).expect("rows"), expected);
    }
}

#[test]
fn of_all_chats_each_is_a_part_with_its_own_name() {
    let all = r#"{"about": "x", "chats": {"list": [
        {"name": "One", "messages": [{"id": 1}, {"id": 2}], "type": "private"},
        {"name": "None", "messages": []},
        {"name": "Two", "messages": [{"id": 3, "text": "t"}]}]}}"#;
    let file = opened(all);
    let parts: Vec<_> = file.parts.iter().map(|part| (part.path(), part.beside())).collect();
    let beside = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    let (one, two) = (beside("name", "One"), beside("name", "Two"));
    // The chat without messages is an element like any other.
    let messages = Some("chats.list.*.messages");
    let about = beside("about", "x");
    assert_eq!(parts.len(), 3);
    assert_eq!(parts[0], (messages, &[one, beside("type", "private"), about.clone()][..]));
    assert_eq!(parts[2], (messages, &[two, about][..]));
    let rows = lines(&file.parts[2]).expect("rows");
    assert_eq!(rows, owned(&[(0, &["id", "text"]), (1, &["3", "t"])]));
}

#[test]
fn a_document_too_large_for_memory_gives_the_same_rows() {
    let limits = Limits { held: 10, ..Limits::USUAL };
    let streamed = from_bytes_within("export", CHAT.into(), limits).expect("a list");
    let held = opened(CHAT);
    assert_eq!(streamed.parts[0].beside(), held.parts[0].beside());
    let rows = |file: &File| lines(&file.parts[0]).expect("rows");
    assert_eq!(rows(&streamed), rows(&held));
    let cut = CHAT[..CHAT.len() - 30].into();
    let faults = from_bytes_within("export", cut, limits).expect_err("it is cut");
    assert!(faults[0].message.english().contains("ends in the middle"), "{faults:?}");
}

#[test]
fn arrays_are_found_at_the_top_and_on_paths_of_objects() {
    let cases: [(&str, &[&str]); 5] = [
        (r#"[{"a": 1}, {"a": 2}]"#, &[""]),
        (r#"{"response": [{"a": 1}, {"b": {"c": 2}}]}"#, &["response"]),
        (r#"{"response": {"count": 1, "items": [{"a": 1}]}}"#, &["response.items"]),
        (r#"{"reach": [{"time": 1, "value": 2}], "likes": [{"time": 1}]}"#, &["reach", "likes"]),
        ("{\"a\": 1}\n{\"a\": 2, \"b\": [1]}\n", &[""]),
    ];
    for (text, paths) in cases {
        let file = opened(text);
        let found: Vec<_> = file.parts.iter().filter_map(|part| part.path()).collect();
        assert_eq!(found, paths, "{text}");
        assert_eq!(lines(&file.parts[0]).expect("rows")[1].0, 1, "{text}");
    }
}

#[test]
fn long_numbers_of_lists_keep_their_digits() {
    let file = opened(r#"[{"id": 1142979803545308, "other": 18446744073709551615}]"#);
    let rows = lines(&file.parts[0]).expect("rows");
    assert_eq!(rows[1].1, ["1142979803545308", "18446744073709551615"]);
}

#[test]
fn a_list_that_ends_too_early_is_refused_with_its_line() {
    let cut = &CHAT[..CHAT.len() - 30];
    let fault = refused(cut);
    assert!(fault.message.english().contains("ends in the middle"), "{:?}", fault.message);
    assert_eq!(fault.place.expect("a place").line, 5);
    let wrong = CHAT.replace("\"from\": null", "\"from\" null");
    let fault = refused(wrong);
    let place = fault.place.expect("a place");
    assert_eq!((place.line, &place.text[place.bytes.clone()]), (3, "n"));
    assert!(refused(r#"{"a": [1, 2], "b": "c"}"#).message.english().contains("without a list"));
    assert!(refused("[".repeat(100_000)).message.english().contains("JSON"));
}

#[test]
fn a_table_that_begins_with_a_bracket_is_no_list() {
    for text in ["[Report],x\na,b\n1,2\n", "[1],x\na,b\n1,2\n"] {
        assert_eq!(opened(text).parts[0].form, Form::Text);
    }
}
