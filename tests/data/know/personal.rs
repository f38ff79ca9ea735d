//! What is dropped at the door.

use reachsim_data::know::Reading;
use reachsim_data::shape::Export;

use super::make::{export, own, taken};

fn cleaned(text: &str) -> String {
    let kind = "kind = \"messages\"\n[columns]\ntime = \"when\"\ntext = \"what\"\n";
    let reading = Reading { own: Some(own(kind)), ..Reading::default() };
    let file = format!("when\twhat\n2026-01-01\t{text}\n");
    let export = export(&[("messages.csv", file.as_bytes())], &reading);
    export.texts.of(export.messages[0].text.unwrap()).to_owned()
}

#[test]
fn links_mails_phones_and_names_are_gone() {
    for text in [
        "see https://example.org/a?b=c now",
        "see http://t.me/somebody now",
        "see t.me/somebody now",
        "see www.example.org now",
        "see (www.example.org) now",
        "see vk.com/id12345 now",
        "see ann@example.org now",
        "see @somebody now",
        "see +7 912 345-67-89 now",
        "see 8 (912) 345-67-89 now",
        "see +380671234567 now",
        "see 089123456789 now",
    ] {
        assert_eq!(cleaned(text), "see … now", "{text}");
    }
}

#[test]
fn prices_years_dates_and_numbers_of_orders_stay() {
    for text in [
        "it was 1990 and 2026",
        "for 15 000, and not 1 250 000",
        "on 31.01.2026 at 18:00",
        "on 2026-01-31 18:00:15",
        "order 1234567, 20 %",
        "и/или, 5/7, т.д./т.п.",
        "+5 to that",
        "a+b, C++ and 3 + 4",
        "24/7 with 1/2 of it",
    ] {
        assert_eq!(cleaned(text), text);
    }
}

fn authors(export: &Export) -> Vec<u64> {
    export.messages.iter().filter_map(|message| message.author).collect()
}

#[test]
fn authors_are_the_same_within_a_run_and_others_in_another() {
    let head = "tweet_id,author_id,inbound,created_at,text\n";
    let row = |id: u32, author: &str| {
        format!("{id},{author},True,Wed Oct 11 06:55:44 +0000 2017,hello\n")
    };
    let one = head.to_owned() + &row(1, "ann") + &row(2, "bob") + &row(3, "ann");
    let two = head.to_owned() + &row(4, "ann");
    let alone = authors(&taken("one.csv", &one));
    assert_eq!((alone[0], alone[0] == alone[1]), (alone[2], false));
    let files = [("one.csv", one.as_bytes()), ("two.csv", two.as_bytes())];
    let both = authors(&export(&files, &Reading::default()));
    assert_eq!(both[0], both[3], "one person in two files");
    assert_ne!(both[0], alone[0], "the key is of all files");
    assert_eq!(authors(&taken("again.csv", &one)), alone, "the same on every run");
}

#[test]
fn ids_of_posts_are_the_same_in_every_export() {
    let row = "Post ID,Publish time,Page name,Reach\n77,01/31/2026 10:00,A,10\n";
    let more = format!("{row}78,01/31/2026 10:00,A,10\n");
    let id = |text: &str| taken("posts.csv", text).posts[0].id;
    assert_eq!(id(row), id(&more));
    assert!(id(row).is_some());
}

#[test]
fn ids_that_a_spreadsheet_rounded_away_are_no_ids() {
    let head = "tweet_id,author_id,inbound,created_at,text\n";
    let row = "5.70306E+17,ann,True,Wed Oct 11 06:55:44 +0000 2017,hello\n";
    let export = taken("one.csv", format!("{head}{row}{row}"));
    assert_eq!(export.messages.len(), 2, "they are not told apart by their ids, and not merged");
    assert!(export.messages.iter().all(|message| message.id.is_none()));
    assert!(export.receipts[0].remarks[0].to_string().contains("rounded 2 ids"));
}
