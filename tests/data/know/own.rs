//! Kinds of the user's own, and what is there twice.

use reachsim_core::diagnostic::Code;
use reachsim_data::know::{self, Reading};
use reachsim_data::shape::{Side, Tone, Why};

use super::make::{export, of, own, read, taken};

#[test]
fn a_table_of_the_users_own_is_read_by_his_words() {
    let kind = own(
        "kind = \"messages\"\nnetwork = \"Forum\"\nzone = \"Europe/Kyiv\"\ndates = \"day-first\"\n\
         [columns]\ntime = \"Коли\"\ntext = [\"Що\", \"Тема\"]\nauthor = \"Хто\"\ntone = \"Оцінка\"\n\
         [tone]\npositive = [\"+\"]\nnegative = [\"−\"]\n",
    );
    let text = "Хто;КОЛИ;Тема;Що;Оцінка\nАнна;03/04/2026 12:00;x;;+\nІван;04/04/2026 12:00;y;z;-\n";
    let reading = Reading { own: Some(kind), ..Reading::default() };
    let export = export(&[("forum.csv", text.as_bytes())], &reading);
    let receipt = &export.receipts[0];
    assert_eq!((receipt.kind.as_str(), receipt.zone.as_deref()), ("columns", Some("Europe/Kyiv")));
    let tones: Vec<_> = export.messages.iter().map(|message| message.tone).collect();
    assert_eq!(tones, [Some(Tone::Positive), Some(Tone::Negative)]);
    assert_eq!(export.messages[0].at, Some(1_775_206_800));
    let text = |place: usize| export.texts.of(export.messages[place].text.unwrap());
    assert_eq!((text(0), text(1)), ("x", "z"));
    assert_eq!(export.messages[0].network.map(|name| export.names.of(name)), Some("Forum"));
    assert_eq!(export.messages[0].side, Side::Unknown);
}

#[test]
fn a_kind_that_is_known_can_have_other_words() {
    let kind =
        own("kind = \"zendesk\"\n[columns]\nid = \"N\"\ntime = \"Asked\"\nanswered = \"Min\"\n");
    let text = "N,Asked,Min\n1,2026-01-01 10:00,90\n";
    let reading = Reading { own: Some(kind), ..Reading::default() };
    let export = export(&[("desk.csv", text.as_bytes())], &reading);
    assert_eq!(export.tickets[0].answered, Some(1.5));
}

#[test]
fn the_users_words_count_before_all_others() {
    let kind = own("kind = \"days\"\n[columns]\ndate = \"Date\"\nleads = \"Event count\"\n");
    let fixture = of("ga4-days").remove(0);
    let reading = Reading { own: Some(kind), ..Reading::default() };
    let export = export(&[(fixture.file, &fixture.bytes)], &reading);
    assert_eq!((export.receipts[0].kind.as_str(), export.days.len()), ("columns", 28));
}

#[test]
fn every_problem_of_such_a_table_is_told_with_a_way_out() {
    for (text, codes) in [
        ("kind = \"mesages\"\n[columns]\ntime = \"t\"\n", vec![Code::UnknownChoice]),
        ("kind = \"messages\"\n[columns]\ntxt = \"t\"\n", vec![Code::MissingKey, Code::UnknownKey]),
        ("kind = \"days\"\n[columns]\nreach = \"t\"\n", vec![Code::MissingKey]),
        ("kind = \"posts\"\nzone = \"Kyiv\"\n[columns]\ntime = \"t\"\n", vec![Code::NoZone]),
        ("kind = \"audience\"\n[columns]\ntime = \"t\"\n", vec![Code::UnknownChoice]),
        ("kind = 5\n", vec![Code::Syntax]),
        ("colour = 5\nkind = \"posts\"\n[columns]\ntime = \"t\"\n", vec![Code::Syntax]),
    ] {
        let problems = know::own("own.toml", text).expect_err(text);
        let found: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(found, codes, "{text}");
        assert!(problems.iter().all(|problem| problem.help.is_some()), "{problems}");
    }
}

const HEAD: &str = "Post ID,Publish time,Page name,Reach\n";

#[test]
fn of_a_post_in_two_exports_the_later_figures_count() {
    let then = format!("{HEAD}1,01/05/2026 10:00,A,100\n2,01/06/2026 10:00,A,50\n");
    let now = format!("{HEAD}1,01/05/2026 10:00,A,90\n");
    let (old, new) = ("Jan-01-2026_Jan-31-2026_1.csv", "Jan-01-2026_Feb-28-2026_1.csv");
    for files in [
        [(old, then.as_bytes()), (new, now.as_bytes())],
        [(new, now.as_bytes()), (old, then.as_bytes())],
    ] {
        let export = export(&files, &Reading::default());
        let mut reach: Vec<_> = export.posts.iter().map(|post| post.reach).collect();
        reach.sort_by(|one, other| other.partial_cmp(one).unwrap());
        assert_eq!(reach, [Some(90.0), Some(50.0)]);
        let receipt = export.receipts.iter().find(|receipt| receipt.file == old).unwrap();
        assert_eq!((receipt.used, &receipt.left_out[..]), (1, &[(Why::Repeated, 1)][..]));
    }
}

#[test]
fn of_two_exports_of_one_day_the_greater_figures_count() {
    let one = format!("{HEAD}1,01/05/2026 10:00,A,100\n");
    let two = format!("{HEAD}1,01/05/2026 10:00,A,90\n");
    let files = [("a.csv", one.as_bytes()), ("b.csv", two.as_bytes())];
    let export = export(&files, &Reading::default());
    assert_eq!(export.posts.iter().map(|post| post.reach).collect::<Vec<_>>(), [Some(100.0)]);
    assert!(export.receipts[1].remarks[0].to_string().contains("the greater ones count"));
}

#[test]
fn one_file_given_twice_counts_once() {
    for fixture in super::make::all() {
        let once = taken(fixture.file, &fixture.bytes);
        let files = [(fixture.file, &fixture.bytes[..]), ("copy.csv", &fixture.bytes[..])];
        // The name of one may tell a year that the other's does not.
        let Ok(twice) = read(&files, &Reading::default()) else { continue };
        let counts = |export: &reachsim_data::shape::Export| {
            let events = export.messages.len() + export.tickets.len() + export.leads.len();
            (export.days.len(), events, export.audience.len())
        };
        assert_eq!(counts(&once), counts(&twice), "{}", fixture.file);
        if fixture.kind != "meta-2014" {
            assert_eq!(once.posts.len(), twice.posts.len(), "{}", fixture.file);
        }
    }
}

#[test]
fn of_two_numbers_of_one_day_those_of_the_newer_file_count() {
    let file = |value: u32| {
        format!("\"Facebook reach\"\n\"Date\",\"Primary\"\n\"2026-01-05T00:00:00\",\"{value}\"\n")
    };
    let (old, new) = (file(10), file(12));
    let named =
        [("Reach 2026-02-01.csv", old.as_bytes()), ("Reach 2026-03-01.csv", new.as_bytes())];
    let export = export(&named, &Reading::default());
    assert_eq!(export.days.iter().map(|day| day.value).collect::<Vec<_>>(), [12.0]);
    let bare = [("a.csv", old.as_bytes()), ("b.csv", new.as_bytes())];
    let faults = read(&bare, &Reading::default()).expect_err("nothing says which is newer");
    assert_eq!(faults[0].code, Code::MixedExports);
}

#[test]
fn stages_that_mean_won_are_the_users_where_he_names_them() {
    let fixture = of("bitrix24").remove(0);
    let won = |won: &[&str]| {
        let won = won.iter().map(|&stage| stage.to_owned()).collect();
        let reading = Reading { won, ..Reading::default() };
        let export = export(&[(fixture.file, &fixture.bytes[..])], &reading);
        export.leads.iter().filter(|lead| lead.won == Some(true)).count()
    };
    assert_eq!((won(&[]), won(&["качественный ЛИД"])), (0, 2));
    let amo = of("amocrm").remove(0);
    let leads = taken(amo.file, &amo.bytes).leads;
    let states: Vec<_> = leads.iter().map(|lead| (lead.won, lead.closed.is_some())).collect();
    assert_eq!(states[..3], [(Some(true), true), (Some(false), true), (None, false)]);
}

#[test]
fn a_list_that_is_cut_is_told_and_refused_where_it_must_be_whole() {
    let text = super::posts::youtube_cut();
    let file = [("Table data.csv", &text[..])];
    assert!(export(&file, &Reading::default()).receipts[0].remarks[0].to_string().contains("cut"));
    let whole = Reading { whole: true, ..Reading::default() };
    let faults = read(&file, &whole).expect_err("it is cut");
    assert_eq!(faults[0].code, Code::CutList);
    let fixture = of("youtube-posts").remove(0);
    assert!(export(&[(fixture.file, &fixture.bytes)], &whole).receipts[0].remarks.is_empty());
}
