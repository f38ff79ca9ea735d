//! Lists of posts.

use rust_xlsxwriter::Workbook;

use super::make::{Fixture, cells, day, figure, lines, marked, moment};

pub fn all() -> Vec<Fixture> {
    vec![
        Fixture::new("meta-posts", "Dec-12-2024_Mar-06-2025_posts.csv", page(false)),
        Fixture::new("meta-posts", "May-01-2025_Jul-31-2025_posts.csv", ragged()),
        Fixture::new("meta-videos", "videos.csv", videos()),
        Fixture::new("meta-instagram", "Mar-18-2025_Apr-14-2025_instagram.csv", instagram()),
        Fixture::new("meta-old-posts", "Facebook Insights Data Export (Post Level).csv", old()),
        Fixture::new("meta-2014", "dataset.csv", hours()),
        Fixture::new("x-posts", "account_analytics_content_2025-01-01_2025-01-28.csv", x()),
        Fixture::new("twitter-posts", "tweet_activity_metrics_20250101_20250201.csv", twitter()),
        Fixture::new("linkedin-posts", "brand_content_1740000000000.xls", linkedin()),
        Fixture::new("youtube-posts", "Table data.csv", youtube()),
        Fixture::new("youtube-posts", "Dados da tabela.csv", youtube_cut()),
        Fixture::new("tiktok-posts", "Content 2025.csv", tiktok()),
        Fixture::new("vk-posts", "wall.json", wall()),
        Fixture::new("vk-post-reach", "reach.json", reach()),
    ]
}

const CONTENT: &str = "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,\
    Caption type,Permalink,Is crosspost,Is share,Post type,Languages,Custom labels,\
    Funded content status,Data comment,Date";

/// Times from 1 to 10 o'clock, as a page in Kyiv has them in Pacific time.
pub fn hour(place: u64) -> u64 {
    1 + place % 10
}

fn content(place: u64, from: i64, hour: u64) -> Vec<String> {
    let date = day(from + place as i64 / 4, "%m/%d/%Y");
    let text = format!("Day {place}: \"open\",\n\nwrite to us 🎉");
    let (title, text) =
        if place.is_multiple_of(3) { (text, String::new()) } else { (String::new(), text) };
    let id = 1_142_979_803_000_000 + place * 977;
    let time = format!("{date} {hour:02}:{:02}", figure(place, 60));
    let link = format!("https://example.org/p/{id}");
    [
        id.to_string().as_str(),
        "108912897",
        "A page's name",
        &title,
        &text,
        "0",
        &time,
        "N/A",
        &link,
        "0",
        "0",
        if place % 2 == 0 { "Photos" } else { "Videos" },
        "",
        "",
        "",
        "",
        "Lifetime",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A page of 44 posts, three of which the network could not compute. Its second column of
/// impressions has the name of a program.
pub fn page(is_shuffled: bool) -> Vec<u8> {
    let metrics = "IMPRESSION:UNIQUE_USERS,Reach,Impressions,Reactions\\, Comments and Shares,\
        Reactions,Comments,Shares,Total clicks,Other Clicks,Link Clicks,\
        Negative feedback from users: Hide all";
    let mut rows = vec![cells(CONTENT)];
    rows[0].extend(metrics.replace("\\, ", "¦").split(',').map(|cell| cell.replace('¦', ", ")));
    for place in 0..44 {
        if place % 15 == 7 {
            let mut row = vec![String::new(); 15];
            row.push("An error occurred while computing metadata for content with id 1".to_owned());
            row.push("Lifetime".to_owned());
            row.push(figure(place, 90).to_string());
            row.resize(rows[0].len(), String::new());
            rows.push(row);
            continue;
        }
        let mut row = content(place, 0, hour(place));
        let reach = 900 + figure(place, 9000);
        let all = [reach, reach * 7 / 6, 0, reach / 25, reach / 400, reach / 120, reach / 40];
        row.push(String::new());
        row.extend(all.iter().enumerate().map(|(at, value)| {
            if at == 2 { (all[3] + all[4] + all[5]).to_string() } else { value.to_string() }
        }));
        row.extend(["9", "", ""].map(str::to_owned));
        rows.push(row);
    }
    if is_shuffled {
        rows.iter_mut().for_each(|row| row.reverse());
    }
    marked(&lines(&rows, ',', "\n"))
}

/// 261 posts of which five lack the last four cells; 40 columns are told twice.
pub fn ragged() -> Vec<u8> {
    let mut rows = vec![cells(CONTENT)];
    rows[0].extend(cells(
        "Views,Reach,Reactions; Comments and Shares,Reactions,Comments,Shares,Total clicks,\
         Link Clicks,Other Clicks,Seconds viewed,Average Seconds viewed,\
         Estimated earnings (USD),Ad impressions,Views",
    ));
    for place in 0..261 {
        let mut row = content(place, 120, 2 + place % 14);
        let views = 12 + figure(place, 700);
        let all = [views, views / 2, views / 20, views / 25, views / 100, 0, views / 30];
        row.extend(all.map(|value| value.to_string()));
        row.extend(["", "3", "", "", "", "", ""].map(str::to_owned));
        if place % 52 == 51 {
            row.truncate(rows[0].len() - 4);
        }
        rows.push(row);
    }
    marked(&lines(&rows, ',', "\n"))
}

/// Rows which a spreadsheet wrapped into one cell each.
fn videos() -> Vec<u8> {
    let mut rows = vec![cells(
        "Video asset ID,Universal video ID,Page ID,Page name,Title,Description,Duration (sec),\
         Publish time,3-second video views,Reactions,Comments,Shares,\
         Percentage of total views at interval 0",
    )];
    for place in 0..6 {
        rows.push(vec![
            (880_000_000_000 + place).to_string(),
            (990_000_000_000 + place).to_string(),
            "108912897".to_owned(),
            "A page".to_owned(),
            format!("Film {place}, \"uncut\""),
            String::new(),
            "61".to_owned(),
            moment(place as i64 * 2000, "%m/%d/%Y %H:%M"),
            (70 + figure(place, 900)).to_string(),
            "5".to_owned(),
            "1".to_owned(),
            "0".to_owned(),
            "1.0".to_owned(),
        ]);
    }
    let whole: Vec<Vec<String>> =
        rows.iter().map(|row| vec![super::make::line(row, ',')]).collect();
    lines(&whole, ',', "\r\n").into()
}

fn instagram() -> Vec<u8> {
    let mut rows = vec![cells(
        "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,\
         Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves",
    )];
    for place in 0..9_u64 {
        let views = if place == 4 { 0 } else { 300 + figure(place, 900) };
        rows.push(vec![
            (17_900_000_000_000_000 + place).to_string(),
            "17841400000000000".to_owned(),
            "brand".to_owned(),
            "The Brand".to_owned(),
            format!("Part {place}\n#part"),
            "12".to_owned(),
            moment(place as i64 * 3000 + 300, "%m/%d/%Y %H:%M"),
            format!("https://example.org/{place}"),
            ["IG reel", "IG image", "IG carousel"][place as usize % 3].to_owned(),
            String::new(),
            "Lifetime".to_owned(),
            views.to_string(),
            (200 + figure(place, 600)).to_string(),
            (9 + place).to_string(),
            "2".to_owned(),
            if place % 2 == 0 { String::new() } else { "0".to_owned() },
            "1".to_owned(),
            "3".to_owned(),
        ]);
    }
    marked(&lines(&rows, ',', "\n"))
}

/// Two rows of headings; the second one tells apart what has one name in the first.
fn old() -> Vec<u8> {
    let head = "Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,\
        Lifetime Post Total Reach,Lifetime Post organic reach,Lifetime Post Paid Reach,\
        Lifetime Post Total Impressions,Lifetime Post Viral Reach,Lifetime Post Viral Reach,\
        Lifetime Negative feedback,Lifetime Negative feedback\n";
    let told = ",,,,,,,,\"Lifetime: The total number of people your Page post was served to. (Unique \
        Users)\",Lifetime: A (Unique Users),Lifetime: B (Unique Users),Lifetime: C (Total Count),\
        Lifetime: D (Total Count),Lifetime: D (Unique Users),Lifetime: E (Unique Users),\
        Lifetime: E (Total Count)\n";
    let mut text = head.to_owned() + told;
    for place in 0..6 {
        let time = moment(place * 4000 + 400, "%-m/%-d/%Y %H:%M");
        text += &format!(
            "108912897_{},https://example.org,\"One, two {place}\",Photo,,,{time},,{},{},0,{},77,55,3,4\n",
            1000 + place,
            500 + place,
            480 + place,
            900 + place,
        );
    }
    text.into()
}

/// Posts without dates, the newest first, in the Spanish make of the file.
fn hours() -> Vec<u8> {
    let mut text = "Page total likes;Type;Category;Post Month;Post Weekday;Post Hour;Paid;\
        Lifetime Post Total Reach;Lifetime Post Total Impressions;Lifetime Engaged Users;\
        Lifetime Post Consumptions;Lifetime Post reach by people who like your Page;comment;like;share;\
        Total Interactions\r\n"
        .to_owned();
    for place in 0..12_u64 {
        let (month, weekday, hour) = (12 - place / 2, 1 + place % 7, 1 + place * 2 % 23);
        let like = if place == 5 { String::new() } else { (70 + place).to_string() };
        let paid = ["0", "1", ""][place as usize % 3];
        text += &format!(
            "139441;{};2;{month};{weekday};{hour};{paid};{};{};178;159;1640;4;{like};17;100\r\n",
            if place == 3 { "Vídeo" } else { "Photo" },
            2752 + place,
            5091 + place,
        );
    }
    super::make::encoded(&text, encoding_rs::WINDOWS_1252)
}

/// The newest first, and answers among the posts.
fn x() -> Vec<u8> {
    let mut rows = vec![cells(
        "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,\
         Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    )];
    for place in (0..8_u64).rev() {
        let text = if place % 3 == 1 { "@somebody Thank you" } else { "Tea, now also green" };
        let mut row = vec![
            format!("18800000000000000{:02}", place),
            day(place as i64 * 3, "%a, %b %-d, %Y"),
            text.to_owned(),
            format!("https://example.org/{place}"),
            (1200 + figure(place, 800)).to_string(),
        ];
        row.extend((0..12).map(|at| (place + at).to_string()));
        rows.push(row);
    }
    lines(&rows, ',', "\n").into()
}

fn twitter() -> Vec<u8> {
    let mut text = "\"Tweet id\",\"Tweet permalink\",\"Tweet text\",\"time\",\"impressions\",\
        \"engagements\",\"engagement rate\",\"retweets\",\"replies\",\"likes\",\"user profile clicks\",\
        \"url clicks\",\"hashtag clicks\",\"follows\",\"promoted impressions\"\n"
        .to_owned();
    for place in 0..5 {
        let time = moment(place * 900, "%Y-%m-%d %H:%M +0000");
        let said = if place == 2 { "@you yes" } else { "Hello, \"\"all\"\"" };
        text += &format!(
            "\"64926{place}\",\"https://example.org\",\"{said}\",\"{time}\",\"42{place}.0\",\"12.0\",\
             \"0.0283018867924528\",\"1.0\",\"0.0\",\"3.0\",\"2.0\",\"4.0\",\"0.0\",\"0\",\"-\"\n"
        );
    }
    text.into()
}

/// A sentence in the first row, and two sheets.
pub fn linkedin() -> Vec<u8> {
    let mut book = Workbook::new();
    let metrics = book.add_worksheet();
    metrics.set_name("Metrics").unwrap();
    put(metrics, 0, "Your organic and sponsored metrics, in UTC");
    let heads = "Date,Impressions (organic),Impressions (sponsored),Impressions (total),\
        Unique impressions (organic),Clicks (organic),Clicks (sponsored),Clicks (total),\
        Reactions (organic),Reactions (sponsored),Reactions (total),Comments (total),Reposts (total),\
        Engagement rate (organic)";
    put(metrics, 1, heads);
    for place in 0..20_u32 {
        let date = day(i64::from(place), "%m/%d/%Y");
        put(
            metrics,
            place + 2,
            &format!("{date},{},0,{},60,4,0,4,2,0,2,0,1,0.0612", 90 + place, 90 + place),
        );
    }
    let posts = book.add_worksheet();
    posts.set_name("All posts").unwrap();
    put(posts, 0, "All posts of this time range; times are in UTC");
    put(
        posts,
        1,
        "Post title,Post link,Post type,Campaign name,Posted by,Created date,Campaign start date,\
         Audience,Impressions,Views,Offsite Views,Clicks,Click through rate (CTR),Likes,Comments,\
         Reposts,Follows,Engagement rate,Content Type",
    );
    for place in 0..5_u32 {
        let date = day(i64::from(place) * 4, "%m/%d/%Y");
        put(
            posts,
            place + 2,
            &format!(
                "A title {place},https://example.org/{place},Organic,,Somebody,{date},,All,{},,,3,0.02,5,1,0,,0.1,Image",
                140 + place
            ),
        );
    }
    book.save_to_buffer().unwrap()
}

fn put(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, line: &str) {
    let cells: Vec<&str> = if row == 0 { vec![line] } else { line.split(',').collect() };
    for (column, cell) in cells.into_iter().enumerate() {
        let column = column as u16;
        match cell.parse::<f64>() {
            Ok(number) => sheet.write_number(row, column, number).unwrap(),
            Err(_) if cell.is_empty() => continue,
            Err(_) => sheet.write_string(row, column, cell).unwrap(),
        };
    }
}

const STUDIO: &str = "Content,Video title,Video publish time,Duration,Views,Watch time (hours),\
    Subscribers,Impressions,Impressions click-through rate (%)\n";

fn youtube() -> Vec<u8> {
    let mut text = STUDIO.to_owned();
    text += "Total,,,,1060,53.2,7,16000,2.3\n";
    for place in 0..5 {
        let time = day(place * 9, "%b %-d, %Y");
        text += &format!(
            "dQw4w9WgX{place},\"A film, {place}\",\"{time}\",0:03:54,{},10.5,",
            200 + place * 6
        );
        text += if place == 4 { ",3200,\n" } else { "2,3200,2.3\n" };
    }
    text.into()
}

/// The list ends before its total is reached.
pub fn youtube_cut() -> Vec<u8> {
    let mut text = "Conteúdo,Título do vídeo,Horário de publicação do vídeo,Duração,Visualizações,\
        Tempo de exibição (horas),Inscritos,Impressões,Taxa de cliques de impressões (%)\n"
        .to_owned();
    text += "Total,,,,155407,53.2,7,16000,2.3\n";
    for place in 0..4 {
        let time = day(place * 9, "%b %-d, %Y");
        text += &format!(
            "aQw4w9WgX{place},\"Um filme, {place}\",\"{time}\",0:03:54,{},10.5,2,3200,2.3\n",
            30_000 + place
        );
    }
    text.into()
}

/// Dates without a year, which the name of the file tells.
fn tiktok() -> Vec<u8> {
    let mut text =
        "Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\n"
            .to_owned();
    for place in 0..6 {
        let time = day(place * 20, "%B %-d");
        let shares = ["3", "--", "NAN"][place as usize % 3];
        text += &format!(
            "\"Dance, {place}\",https://example.org/v/{place},{time},{},9,1,{shares},2\n",
            400 + place
        );
    }
    text.into()
}

fn wall() -> Vec<u8> {
    let post = |place: u64| {
        format!(
            "{{\"id\":{},\"from_id\":-7,\"owner_id\":-7,\"date\":{},\"text\":\"Запись {place}\",\
             \"comments\":{{\"count\":{},\"can_post\":1}},\"likes\":{{\"count\":{}}},\
             \"reposts\":{{\"count\":1}},\"views\":{{\"count\":{}}}}}",
            900 + place,
            1_735_700_000 + place * 90_000,
            place % 3,
            10 + place,
            800 + figure(place, 700),
        )
    };
    let posts: Vec<String> = (0..7).rev().map(post).collect();
    format!("{{\"response\":{{\"count\":7,\"items\":[{}]}}}}", posts.join(",")).into()
}

fn reach() -> Vec<u8> {
    let post = |place: u64| {
        format!(
            "{{\"post_id\":{},\"reach_subscribers\":{},\"reach_total\":{},\"reach_subscribers_count\":0,\
             \"reach_ads\":0,\"reach_viral\":{},\"links\":3,\"to_group\":2,\"join_group\":1,\"report\":0,\
             \"hide\":1,\"unsubscribe\":0}}",
            900 + place,
            500 + place,
            620 + place,
            90 + place,
        )
    };
    let posts: Vec<String> = (0..5).map(post).collect();
    format!("{{\"response\":[{}]}}", posts.join(",")).into()
}
