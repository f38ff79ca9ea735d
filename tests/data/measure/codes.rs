//! Word lists.

use std::borrow::Cow;
use std::time::Instant;

use reachsim_core::diagnostic::{Code, Diagnostic};
use reachsim_data::measure::codes::{Codes, fold};

const LISTS: &str = r#"
[reason.delivery]
words = ["доставк*", "courier", "не пришёл", "didn't arrive"]
not = ["доставка бесплатно"]

[reason.price]
words = ["цен*", "дорого", "€", "п'ять", "don"]

[reason.quality]
words = ["брак", "壊れた", "çürük"]
"#;

fn codes() -> Codes {
    Codes::parse(LISTS, 0).unwrap()
}

#[track_caller]
fn expect(text: &str, ids: &[&str]) {
    let codes = codes();
    let found: Vec<&str> = codes.of(text).into_iter().map(|i| codes.ids()[i].as_str()).collect();
    assert_eq!(found, ids, "{text}");
}

#[test]
fn words_are_found_whole_and_beginnings_with_any_ending() {
    expect("Где моя доставка?", &["delivery"]);
    expect("ДОСТАВКОЙ недоволен", &["delivery"]);
    expect("The courier.", &["delivery"]);
    expect("two couriers", &[]);
    expect("спецдоставка", &[]);
    expect("бракованный", &[]);
    expect("это брак!", &["quality"]);
    expect("_брак_", &["quality"]);
    expect("брак2", &[]);
    expect("", &[]);
}

#[test]
fn phrases_may_have_any_space_between_their_words() {
    expect("Заказ не\n  пришел", &["delivery"]);
    expect("Заказ не\u{a0}пришёл", &["delivery"]);
    expect("не, пришел", &[]);
}

#[test]
fn letters_that_are_written_in_several_ways_are_one() {
    expect("не прише\u{308}л", &["delivery"]);
    expect("ＣＯＵＲＩＥＲ", &["delivery"]);
    expect("ÇÜRÜK", &["quality"]);
    expect("c\u{327}u\u{308}ru\u{308}k", &["quality"]);
    expect("дос\u{ad}тавка", &["delivery"]);
}

#[test]
fn an_apostrophe_belongs_to_its_word() {
    expect("it didn’t arrive", &["delivery"]);
    expect("it didn´t arrive", &["delivery"]);
    expect("пʼять", &["price"]);
    expect("п'ятьма", &[]);
    expect("I don't", &[]);
    expect("o'don", &[]);
    expect("'don'", &["price"]);
}

#[test]
fn signs_and_scripts_without_spaces_are_found_wherever_they_stand() {
    expect("100€", &["price"]);
    expect("箱が壊れたので", &["quality"]);
}

#[test]
fn a_text_has_every_code_that_is_not_taken_away() {
    expect("цена доставки, и брак", &["delivery", "price", "quality"]);
    expect("Доставка бесплатно! Цены ниже", &["price"]);
    expect("доставка бесплатнож", &["delivery"]);
}

#[test]
fn what_is_folded_already_is_not_copied() {
    assert!(matches!(fold("где мой заказ 12?"), Cow::Borrowed(_)));
    for (text, folded) in [
        ("  Ёлка\t И  Ель ", "елка и ель"),
        ("İSTANBUL", "istanbul"),
        ("ﬁnal", "final"),
        ("Straße", "straße"),
        ("a  b", "a b"),
        (" ", ""),
        ("п`ять", "п'ять"),
    ] {
        assert_eq!(fold(text), folded);
        assert_eq!(fold(&fold(text)), folded);
    }
}

#[track_caller]
fn problems(text: &str) -> Vec<Diagnostic> {
    Codes::parse(text, 3).unwrap_err()
}

#[track_caller]
fn expect_problem(text: &str, code: Code, at: &str) {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let place = problems[0].span.as_ref().unwrap();
    assert_eq!(problems[0].code, code);
    assert_eq!(place.source, 3);
    assert_eq!(&text[place.bytes.clone()], at);
    assert!(problems[0].help.is_some(), "{problems:?}");
}

#[test]
fn what_is_wrong_with_a_list_is_told_at_its_place() {
    let list = |line: &str| format!("[reason.price]\nwords = [\"цена\"]\n{line}\n");
    expect_problem(&list("nor = [\"x\"]"), Code::UnknownKey, "nor");
    expect_problem(&list("not = \"x\""), Code::WrongType, "\"x\"");
    expect_problem(&list("not = [\"x\", 7]"), Code::WrongType, "7");
    expect_problem(&list("not = [\"*\"]"), Code::WrongType, "\"*\"");
    expect_problem(&list("not = [\" \"]"), Code::WrongType, "\" \"");
    expect_problem(&list("not = [\"a*b\"]"), Code::WrongType, "\"a*b\"");
    expect_problem(&list("not = [\"a *\"]"), Code::WrongType, "\"a *\"");
    expect_problem(&list("[reason.other]\nnot = [\"x\"]"), Code::MissingKey, "other");
    expect_problem(&list("[reason.other]\nwords = []"), Code::WrongType, "[]");
    expect_problem(&list("[reasons.other]\nwords = [\"x\"]"), Code::UnknownKey, "reasons");
    expect_problem(&list("words = [\"x\"]"), Code::RepeatedKey, "words");
    expect_problem("reason = 1", Code::WrongType, "1");
    expect_problem("[reason]\nprice = \"x\"", Code::WrongType, "\"x\"");
    expect_problem("# nothing\n", Code::MissingKey, "");
    expect_problem("[reason]\n", Code::MissingKey, "");
    assert_eq!(problems("[reason.price\n")[0].code, Code::Syntax);
}

#[test]
fn all_problems_of_a_list_are_told_at_once() {
    let text = "[reason.a]\nwords = 1\nnor = 2\n[reason.b]\n[other]\n";
    assert_eq!(problems(text).len(), 4, "{:?}", problems(text));
}

#[test]
fn a_name_without_an_end_is_not_told_in_full() {
    let text = format!("[reason.{}]\nnot = [\"x\"]\n", "a".repeat(100_000));
    assert!(problems(&text)[0].message.to_string().len() < 120);
}

#[test]
fn codes_stand_in_the_order_of_the_file() {
    let codes =
        Codes::parse("[reason.z]\nwords = [\"z\"]\n[reason.a]\nwords = [\"a\"]", 0).unwrap();
    assert_eq!(codes.ids(), ["z", "a"]);
    assert_eq!(codes.of("a z"), [0, 1]);
}

/// A million texts in seconds are a tenth of them in fractions of one; the limit leaves room for
/// slow machines.
#[test]
fn a_hundred_thousand_texts_are_coded_in_no_time() {
    let codes = codes();
    let text = "Заказала неделю назад, и вот до сих пор Не Пришёл; звоню — никто не отвечает. \
                Цена была хорошая, а курьер так и не приехал, хотя обещали в течение двух дней! \
                Верните, пожалуйста, деньги за доставку, иначе жалоба.";
    let start = Instant::now();
    let found: usize = (0..100_000).map(|_| codes.of(text).len()).sum();
    assert_eq!(found, 200_000);
    let seconds = start.elapsed().as_secs_f64();
    assert!(seconds < 4.0, "{seconds} s");
}
