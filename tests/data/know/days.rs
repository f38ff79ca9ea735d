//! Figures of days.

use super::make::{Fixture, cells, day, figure, lines, wide};

pub fn all() -> Vec<Fixture> {
    vec![
        Fixture::new("meta-days", "Reach.csv", reach()),
        Fixture::new("meta-days", "Follows.csv", follows()),
        Fixture::new("meta-days", "Views.csv", resaved("Views;", "Date;Primary", ';')),
        Fixture::new(
            "meta-days",
            "Visits.csv",
            resaved("Facebook visits\t", "Date\tPrimary", '\t'),
        ),
        Fixture::new("meta-days", "Охват.csv", russian()),
        Fixture::new("meta-days", "Alcance.csv", named_like_the_metric()),
        Fixture::new("meta-old-days", "Facebook Insights Data Export (Page Level).csv", old()),
        Fixture::new("x-days", "account_overview_analytics.csv", x()),
        Fixture::new("linkedin-days", "brand_content_1740000000000.xlsx", super::posts::linkedin()),
        Fixture::new("youtube-days", "Totals.csv", youtube()),
        Fixture::new("tiktok-days", "Overview.csv", tiktok()),
        Fixture::new("tiktok-days", "Overview 2024-11-02_2025-02-01.csv", tiktok_without_years()),
        Fixture::new("vk-days", "stats.json", vk()),
        Fixture::new("vk-days", "stats.csv", vk_table()),
        Fixture::new("ok-trends", "trends.json", trends()),
        Fixture::new("ok-days", "trends.csv", ok_table()),
        Fixture::new("ga4-days", "data-export.csv", ga4()),
        Fixture::new("ga4-days", "data-export-2.csv", ga4_twice()),
    ]
}

/// Days of a block, at midnight of the winter and one o'clock of the summer.
fn block(title: &str, count: i64, value: impl Fn(i64) -> Option<u64>) -> String {
    let mut text = format!("\"{title}\"\n\"Date\",\"Primary\"\n");
    for place in 0..count {
        if let Some(value) = value(place) {
            let hour = if (89..300).contains(&place) { "01" } else { "00" };
            let date = day(place, "%Y-%m-%d");
            text += &format!("\"{date}T{hour}:00:00\",\"{value}\"\n");
        }
    }
    text
}

/// Two blocks of 242 days each.
pub fn reach() -> Vec<u8> {
    let one = block("Facebook reach", 242, |place| Some(9_000 + figure(place as u64, 14_000)));
    let two = block("Instagram reach", 242, |place| Some(400 + figure(place as u64, 500)));
    wide(&format!("sep=,\n{one}\n{two}\n"))
}

/// The days without any follows are left out of the second block: 229 rows of 241 days.
pub fn follows() -> Vec<u8> {
    let one = block("Follows", 242, |place| Some(figure(place as u64, 30)));
    let two = block("Instagram follows", 241, |place| {
        (place % 20 != 10).then(|| 1 + figure(place as u64, 9))
    });
    wide(&format!("sep=,\n{one}\n{two}\n"))
}

/// Saved once more by a spreadsheet: no mark, no `sep=`, and signs behind the title.
fn resaved(title: &str, headings: &str, delimiter: char) -> Vec<u8> {
    let mut text = format!("{title}\r\n{headings}\r\n");
    for place in 0..10 {
        text += &format!("{}T01:00:00{delimiter}{}\r\n", day(place + 100, "%Y-%m-%d"), 20 + place);
    }
    text.into()
}

fn russian() -> Vec<u8> {
    let one = block("Охват на Facebook", 30, |place| Some(70 + figure(place as u64, 30)));
    let two = block("Охват в Instagram", 30, |place| Some(7 + figure(place as u64, 30)));
    wide(&format!("sep=,\n{one}\n{two}").replace("Date", "Дата"))
}

/// In 2023 the column was called like the metric.
fn named_like_the_metric() -> Vec<u8> {
    let one = block("Alcance do Facebook", 14, |place| Some(70 + figure(place as u64, 30)));
    wide(&format!("sep=,\n{one}").replace("Date", "Data").replace("Primary", "Alcance do Facebook"))
}

fn old() -> Vec<u8> {
    let head = "Date,Lifetime Total Likes,Daily New Likes,Daily Unlikes,Daily Page Engaged Users,\
        Daily Total Reach,Weekly Total Reach,28 Days Total Reach,Daily Viral Reach,\
        Daily Total Impressions,28 Days Total Impressions\n";
    let mut text = head.to_owned();
    text += ",\"Lifetime: The total number of people. (Unique Users)\",Daily: A (Unique Users),\
        Daily: B (Unique Users),Daily: C,Daily: D,Weekly: E,28 Days: F,Daily: G,Daily: H,28 Days: I\n";
    for place in 0..30 {
        text += &format!(
            "{},{},{},1,40,{},{},{},{},{},{}\n",
            day(place, "%-m/%-d/%Y"),
            5000 + place * 3,
            4,
            300 + place,
            1500 + place,
            4000 + place,
            20,
            500,
            9000
        );
    }
    text.into()
}

/// The newest first, with weekdays.
fn x() -> Vec<u8> {
    let mut rows = vec![cells(
        "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,\
         Profile visits,Create Post,Video views,Media views",
    )];
    for place in (0..28_u64).rev() {
        let mut row = vec![day(place as i64, "%a, %b %-d, %Y")];
        row.extend((1..14).map(|at| figure(place * 14 + at, 400).to_string()));
        rows.push(row);
    }
    lines(&rows, ',', "\n").replace("\n\"", "\n\"").into()
}

fn youtube() -> Vec<u8> {
    let mut text = "Date,Views,Watch time (hours),Subscribers gained,Impressions\n".to_owned();
    text += "Total,1000,9.5,10,9999\n";
    for place in 0..10 {
        text += &format!(
            "{},100,0.95,1,{}\n",
            day(place, "%Y-%m-%d"),
            if place == 3 { "" } else { "990" }
        );
    }
    text.into()
}

fn tiktok() -> Vec<u8> {
    let mut text = "Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,\
        Phone number clicks ,Leads submission,Net growth,New followers ,Lost followers\n"
        .to_owned();
    for place in 0..20 {
        let reached = if place < 2 { "NAN" } else { "150" };
        text +=
            &format!("{},{},{reached},6,3,0,1,0,--,2,3,1\n", day(place, "%Y/%m/%d"), 300 + place);
    }
    text.into()
}

/// Over New Year.
fn tiktok_without_years() -> Vec<u8> {
    let mut text =
        "\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n".to_owned();
    for place in -60..32 {
        text +=
            &format!("\"{}\",\"{}\",\"6\",\"3\",\"0\",\"1\"\n", day(place, "%B %-d"), 400 + place);
    }
    text.into()
}

/// Days in Moscow; the reach of each is of its own.
fn vk() -> Vec<u8> {
    let days: Vec<String> = (0..14_u64)
        .map(|place| {
            let from = 1_735_678_800 + place * 86_400;
            format!(
                "{{\"period_from\":{from},\"period_to\":{},\
                 \"visitors\":{{\"views\":{},\"visitors\":{},\"cities\":[{{\"count\":3,\"value\":\"1\"}}]}},\
                 \"reach\":{{\"reach\":{},\"reach_subscribers\":{},\"mobile_reach\":7}},\
                 \"activity\":{{\"likes\":3,\"copies\":1,\"comments\":2,\"subscribed\":4,\
                 \"unsubscribed\":1,\"hidden\":0}}}}",
                from + 86_399,
                90 + place,
                60 + place,
                700 + place,
                400 + place,
            )
        })
        .collect();
    format!("{{\"response\":[{}]}}", days.join(",")).into()
}

fn vk_table() -> Vec<u8> {
    let mut text =
        "day,views,visitors,total_reach,subscribers_reach,subscribed,unsubscribed\n".to_owned();
    for place in 0..14 {
        text += &format!("{},{},60,{},400,4,1\n", day(place, "%Y-%m-%d"), 90 + place, 700 + place);
    }
    text.into()
}

fn trends() -> Vec<u8> {
    let list = |name: &str, base: u64| {
        let values: Vec<String> = (0..10_u64)
            .map(|place| {
                let time = 1_735_678_800_000 + place * 86_400_000;
                format!("{{\"time\":{time},\"value\":{}}}", base + place)
            })
            .collect();
        format!("\"{name}\":[{}]", values.join(","))
    };
    let lists = [
        list("reach", 600),
        list("reach_earned", 90),
        list("members_count", 4000),
        list("votes", 2),
    ];
    format!("{{{}}}", lists.join(",")).into()
}

fn ok_table() -> Vec<u8> {
    let mut text =
        "time;reach;reach_own;reach_earned;engagement;members_count;new_members;left_members;\
        renderings;page_visits;likes;comments;reshares;votes;link_clicks\r\n"
            .to_owned();
    for place in 0..10 {
        text += &format!(
            "{};{};500;90;12;4000;4;1;1500;30;9;2;1;0;3\r\n",
            day(place, "%d.%m.%Y"),
            600 + place
        );
    }
    text.into()
}

fn ga4_head(from: &str, to: &str) -> String {
    format!(
        "# ----------------------------------------\r\n# Report CSV Export\r\n# Account: A\r\n\
         # Property: www.example.org - GA4\r\n# ----------------------------------------\r\n# \r\n\
         # All Users\r\n# Start date: {from}\r\n# End date: {to}\r\n"
    )
}

const GA4: &str = "Date,Event count,Total users,Event count per user,Average session duration,\
    New users,Returning users\r\n";

/// Sorted by the metric, and not by the day.
fn ga4() -> Vec<u8> {
    let mut text = ga4_head("20250101", "20250128") + GA4;
    for place in 0..28_i64 {
        let date = day((place * 11) % 28, "%Y%m%d");
        text += &format!(
            "{date},{},{},4.280105700264251,61.45831645967741,9,3\r\n",
            9000 - place,
            2000 - place
        );
    }
    text.into()
}

/// Two ranges, one under the other, each with its own lines and headings.
fn ga4_twice() -> Vec<u8> {
    let mut text = ga4_head("20250101", "20250107");
    for (range, from) in [("20250101-20250107", 0), ("20241225-20241231", -7)] {
        text += &format!("# Date range: {range}\r\n{GA4}");
        for place in 0..7 {
            text += &format!(
                "{},{},{},4.2,61.4,9,3\r\n",
                day(from + place, "%Y%m%d"),
                90 + place,
                20 + place
            );
        }
        text += "\r\n";
    }
    text.into()
}
