//! What exports hold, against what their makers put in.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use reachsim_data::know::Reading;
use reachsim_data::shape::{Export, Metric, Why};

use super::make::{figure, of, taken};
use super::{days, posts};

/// Rows and their sum, of a metric of a network.
fn sum(export: &Export, network: &str, metric: Metric) -> (usize, f64) {
    let place = (!network.is_empty()).then(|| export.names.find(network).unwrap());
    let days = export.days.iter().filter(|day| day.network == place && day.metric == metric);
    (days.clone().count(), days.map(|day| day.value).sum())
}

#[test]
fn both_networks_of_a_file_of_days_keep_all_their_days() {
    let export = taken("Reach.csv", days::reach());
    let made = |base: u64, below: u64| (0..242).map(|day| base + figure(day, below)).sum::<u64>();
    assert_eq!(sum(&export, "Facebook", Metric::Reach), (242, made(9_000, 14_000) as f64));
    assert_eq!(sum(&export, "Instagram", Metric::Reach), (242, made(400, 500) as f64));
    assert!(export.receipts.iter().all(|receipt| receipt.gaps.is_empty()));
}

#[test]
fn days_that_a_network_leaves_out_are_gaps_and_no_noughts() {
    let export = taken("Follows.csv", days::follows());
    assert_eq!(sum(&export, "", Metric::Gained).0, 242);
    assert_eq!(sum(&export, "Instagram", Metric::Gained).0, 229);
    let receipt = &export.receipts[1];
    assert_eq!(receipt.to.zip(receipt.from).map(|(to, from)| to - from + 1), Some(241));
    assert_eq!(receipt.gaps.len(), 12);
    assert!(receipt.gaps.iter().all(|(from, to)| from == to));
    assert!(export.days.iter().any(|day| day.value == 0.0), "a nought that is written stays one");
}

#[test]
fn posts_that_the_network_could_not_compute_are_left_out_and_counted() {
    let export = taken("posts.csv", posts::page(false));
    let receipt = &export.receipts[0];
    assert_eq!((receipt.rows, receipt.used, export.posts.len()), (44, 41, 41));
    assert_eq!(receipt.left_out, [(Why::Failed, 3)]);
}

#[test]
fn short_rows_are_taken_and_counted() {
    let export = taken("posts.csv", posts::ragged());
    assert_eq!(export.posts.len(), 261);
    assert!(export.posts.iter().all(|post| post.reach.is_some() && post.clicks.is_some()));
    let remark = export.receipts[0].remarks[0].to_string();
    assert!(remark.starts_with("5 rows are shorter"), "{remark}");
}

/// The first and the last hour of posts in a zone.
fn hours(export: &Export, zone: &str) -> (i8, i8) {
    let zone = TimeZone::get(zone).unwrap();
    let hour = |at: i64| zone.to_datetime(Timestamp::from_second(at).unwrap()).hour();
    let hours: Vec<i8> = export.posts.iter().map(|post| hour(post.at.unwrap())).collect();
    (*hours.iter().min().unwrap(), *hours.iter().max().unwrap())
}

#[test]
fn hours_of_posts_are_pacific_ones_and_are_told_where_the_page_is() {
    let winter = taken("posts.csv", posts::page(false));
    assert_eq!(hours(&winter, "America/Los_Angeles"), (1, 10));
    assert_eq!(hours(&winter, "Europe/Kyiv"), (11, 20));
    let summer = taken("posts.csv", posts::ragged());
    assert_eq!(hours(&summer, "America/Los_Angeles"), (2, 15));
    assert_eq!(hours(&summer, "America/Sao_Paulo"), (6, 19));
}

#[test]
fn the_zone_that_is_asked_for_does_not_move_moments_that_tell_their_own() {
    for kind in ["meta-posts", "telegram", "support-talk", "vk-posts", "twitter-posts"] {
        let fixture = of(kind).remove(0);
        let moments = |zone: &str| {
            let zone = Some(zone.to_owned());
            let reading = Reading { zone, ..Reading::default() };
            let files = [(fixture.file, &fixture.bytes[..])];
            let export = super::make::export(&files, &reading);
            let posts = export.posts.iter().map(|post| post.at);
            posts.chain(export.messages.iter().map(|message| message.at)).collect::<Vec<_>>()
        };
        assert_eq!(moments("Asia/Tokyo"), moments("America/New_York"), "{kind}");
    }
}

#[test]
fn a_zone_moves_moments_that_tell_none() {
    let fixture = of("medialogia").remove(0);
    let first = |zone: &str| {
        let reading = Reading { zone: Some(zone.to_owned()), ..Reading::default() };
        super::make::export(&[(fixture.file, &fixture.bytes[..])], &reading).messages[0].at.unwrap()
    };
    assert_eq!(first("UTC") - first("Europe/Moscow"), 3 * 3600);
}

#[test]
fn shares_of_an_audience_are_parts_of_one_in_every_make() {
    for fixture in of("meta-audience") {
        let export = taken(fixture.file, &fixture.bytes);
        let shares = export.audience.iter().filter_map(|slice| slice.share);
        assert!(shares.clone().all(|share| share > 0.0 && share < 1.0), "{}", fixture.file);
        let ages = export.receipts.iter().position(|receipt| receipt.used > 3).unwrap() as u32;
        let whole = export.audience.iter().filter(|slice| slice.receipt == ages);
        let whole: f64 = whole.filter_map(|slice| slice.share).sum();
        assert!((whole - 1.0).abs() < 1e-9, "{} has {whole}", fixture.file);
    }
    let cities = taken("Audience.csv", &of("meta-audience")[0].bytes);
    let names: Vec<&str> = cities.audience.iter().map(|slice| slice.group.as_str()).collect();
    assert!(names.contains(&"Lviv, Lviv Oblast, Ukraine"), "{names:?}");
    let parts = "\"Age & gender\"\n\"\",\"Women\",\"Men\"\n\"18-24\",\"0.601\",\"0.399\"\n";
    let parts = taken("Audience.csv", parts);
    assert_eq!(parts.audience[0].share, Some(0.601));
}

#[test]
fn absent_empty_and_nought_are_three_things() {
    let head = "Post ID,Publish time,Page name,Reach,Views";
    let rows = "\n1,01/31/2026 10:00,A,10,\n2,01/31/2026 11:00,A,0,5\n";
    let export = taken("posts.csv", format!("{head}{rows}"));
    assert_eq!((export.posts[0].views, export.posts[1].views), (None, Some(5.0)));
    assert_eq!((export.posts[0].reach, export.posts[1].reach), (Some(10.0), Some(0.0)));
    assert_eq!(export.posts[1].comments, None);
}

#[test]
fn times_to_an_answer_are_hours_and_none_where_nobody_answered() {
    let answered = |kind: &str, place: usize| {
        let fixture = of(kind).remove(place);
        let export = taken(fixture.file, &fixture.bytes);
        let tickets = export.tickets.iter();
        tickets.map(|ticket| (ticket.answered, ticket.is_calendar)).collect::<Vec<_>>()
    };
    let zendesk = answered("zendesk", 0);
    assert_eq!(zendesk[0], (Some(1.5), true));
    assert_eq!(zendesk[2], (None, true));
    let freshdesk: Vec<Option<f64>> = answered("freshdesk", 0).iter().map(|row| row.0).collect();
    assert_eq!(freshdesk, [Some(26.5), Some(0.76), None, Some(100.0)]);
    let explore: Vec<Option<f64>> = answered("zendesk", 1).iter().map(|row| row.0).collect();
    assert_eq!(explore, [Some(0.0), None, Some(1.0), Some(1.5)]);
}

#[test]
fn a_column_of_business_hours_alone_is_not_taken_for_the_calendar() {
    let text =
        "Id,Created at,First reply time in minutes within business hours\n1,2026-01-05 10:00,45\n";
    let export = taken("tickets.csv", text);
    assert_eq!((export.tickets[0].answered, export.tickets[0].is_calendar), (Some(0.75), false));
}

#[test]
fn columns_with_one_heading_are_told_apart_by_the_row_below() {
    let fixture = of("meta-old-posts").remove(0);
    let export = taken(fixture.file, &fixture.bytes);
    let post = &export.posts[0];
    assert_eq!((post.reach_viral, post.hidden), (Some(55.0), Some(3.0)));
}

#[test]
fn letters_of_chats_are_put_together_and_services_left_out() {
    let fixture = of("telegram").remove(0);
    let export = taken(fixture.file, &fixture.bytes);
    let text = |place: usize| export.messages[place].text.map(|text| export.texts.of(text));
    assert_eq!(text(2), Some("See … and tell us"));
    assert_eq!(export.messages.iter().filter(|message| message.author.is_none()).count(), 1);
    assert_eq!(export.messages[1].reply_to, export.messages[0].id);
    assert_eq!(export.receipts[0].left_out, [(Why::Service, 1)]);
    // The same chat within all chats has the same rows.
    let all = of("telegram").remove(1);
    let all = taken(all.file, &all.bytes);
    assert_eq!(all.messages.len(), export.messages.len() + 1);
    let place = |export: &Export, row: usize| {
        export.messages[row].place.map(|name| export.names.of(name).to_owned())
    };
    assert_eq!((place(&all, 0), place(&all, 6)), (place(&export, 0), Some("News".to_owned())));
}

#[test]
fn letters_of_web_pages_and_of_workbooks_do_not_stay_in_texts() {
    for kind in ["brand-analytics", "medialogia", "support-talk"] {
        for fixture in of(kind) {
            let export = taken(fixture.file, &fixture.bytes);
            for message in &export.messages {
                let text = export.texts.of(message.text.unwrap());
                for sign in ["&amp;", "&quot;", "_x000", "mail.example", "@"] {
                    assert!(!text.contains(sign), "{}: {text}", fixture.file);
                }
            }
        }
    }
}
