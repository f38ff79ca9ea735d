//! Messages of chats, support talk and monitoring suites.

use rust_xlsxwriter::Workbook;

use super::make::{Fixture, cells, figure, line, lines, marked, moment};

pub fn all() -> Vec<Fixture> {
    vec![
        Fixture::new("telegram", "result.json", telegram()),
        Fixture::new("telegram", "all.json", chats()),
        Fixture::new("support-talk", "twcs.csv", talk()),
        Fixture::new("brand-analytics", "messages.xlsx", brand_analytics()),
        Fixture::new("medialogia", "report.csv", medialogia()),
        Fixture::new("medialogia", "report.xlsx", medialogia_book()),
        Fixture::new("brandwatch", "mentions.csv", brandwatch()),
    ]
}

fn message(id: i64, from: &str, text: &str, more: &str) -> String {
    let unix = 1_735_700_000 + id * 600;
    format!(
        "{{\"id\":{id},\"type\":\"message\",\"date\":\"2025-01-01T09:00:00\",\
         \"date_unixtime\":\"{unix}\",{from},\"text\":{text},\"text_entities\":[]{more}}}"
    )
}

fn chat() -> String {
    let user = "\"from\":\"Somebody\",\"from_id\":\"user77\"";
    let other = "\"from\":\"Another\",\"from_id\":\"user78\"";
    let brand = "\"from\":\"The Brand\",\"from_id\":\"channel1\"";
    let deleted = "\"from\":null,\"from_id\":null";
    let parts =
        "[\"See \",{\"type\":\"link\",\"text\":\"https://example.org/x\"},\" and tell us\"]";
    let service = "{\"id\":4,\"type\":\"service\",\"date\":\"2025-01-01T09:00:00\",\
        \"date_unixtime\":\"1735700900\",\"actor\":\"Somebody\",\"actor_id\":\"user77\",\
        \"action\":\"join_group_by_link\",\"inviter\":\"Group\",\"text\":\"\",\"text_entities\":[]}";
    let reactions = ",\"reactions\":[{\"type\":\"emoji\",\"count\":5,\"emoji\":\"👍\"}]";
    [
        message(1, brand, "\"Ask us anything\"", reactions),
        message(2, user, "\"Where is my parcel? +7 912 345-67-89\"", ",\"reply_to_message_id\":1"),
        message(3, brand, parts, ",\"reply_to_message_id\":2"),
        service.to_owned(),
        message(5, deleted, "\"me too\"", ""),
        message(-6, other, "\"\"", ",\"media_type\":\"sticker\""),
        message(7, user, "\"Thank you!\"", ",\"edited\":\"2025-01-01T09:10:00\""),
    ]
    .join(",\n")
}

/// One chat.
fn telegram() -> Vec<u8> {
    format!("{{\n \"name\":\"Ask the brand\",\"type\":\"public_supergroup\",\"id\":1,\n \"messages\":[{}]}}", chat()).into()
}

/// All chats; the messages of each count for its name.
fn chats() -> Vec<u8> {
    format!(
        "{{\"about\":\"All\",\"chats\":{{\"about\":\"Chats\",\"list\":[\
         {{\"name\":\"Ask the brand\",\"type\":\"public_supergroup\",\"id\":1,\"messages\":[{}]}},\
         {{\"name\":\"News\",\"type\":\"public_channel\",\"id\":2,\"messages\":[{}]}}]}}}}",
        chat(),
        message(
            90,
            "\"from\":\"News\",\"from_id\":\"channel2\"",
            "\"Open on Sunday\"",
            ",\"forwarded_from\":\"Town\"",
        ),
    )
    .into()
}

fn talk() -> Vec<u8> {
    let head =
        "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";
    let rows = [
        "100,105834,True,Wed Oct 11 06:55:44 +0000 2017,@Brand where is it &amp; why,\"101,103\",",
        "101,Brand,False,Wed Oct 11 13:25:49 +0000 2017,\"@105834 Sorry, one moment. ^AB\",102,100",
        "102,105834,True,Wed Oct 11 13:30:00 +0000 2017,@Brand thanks,,101",
        "103,Brand,False,Wed Oct 11 14:00:00 +0000 2017,@105834 Sent,,100",
        "105,Brand,False,Wed Oct 11 14:05:00 +0000 2017,@105900 Of course,,104",
    ];
    (head.to_owned() + &rows.join("\n") + "\n").into()
}

/// Lines about the report above the headings, sheets beside it, letters as web pages spell them.
fn brand_analytics() -> Vec<u8> {
    let mut book = Workbook::new();
    let about = book.add_worksheet();
    about.set_name("Сводка").unwrap();
    about.write_string(0, 0, "Показатель").unwrap();
    about.write_string(0, 1, "Значение").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("Сообщения").unwrap();
    sheet.write_string(0, 0, "Отчёт по теме «Чай»").unwrap();
    sheet.write_string(1, 0, "Период: 01.01.2025 - 31.01.2025").unwrap();
    let heads = "Дата,Заголовок,Текст,Url,Автор,Источник,Тип источника,Тип сообщения,\
        Место публикации,Тональность,WOM,Аудитория,Просмотры,Вовлечённость,Лайки,Комментарии,\
        Репосты,Количество дублей,Язык,Пол,Возраст,Страна,Регион,Город,Hash сообщения,Id сообщения,Объект";
    for (column, head) in heads.split(',').enumerate() {
        sheet.write_string(5, column as u16, head).unwrap();
    }
    for place in 0..6_u32 {
        let number = u64::from(place);
        let tone = ["позитивная", "нейтральная", "негативная", "смешанная"][place as usize % 4];
        let row = format!(
            "{}¦¦Чай &quot;Зелёный&quot; &amp; лимон, пишите на a{place}@mail.example¦\
             https://example.org/{place}¦Автор {}¦ВКонтакте¦соцсеть¦{}¦Сообщество¦{tone}¦1¦{}¦{}¦{}¦\
             1¦1¦0¦{}¦ru¦ж¦¦Россия¦¦¦h{place}¦id{place}¦Чай",
            moment(i64::from(place) * 700, "%d.%m.%Y %H:%M:%S"),
            place % 3,
            ["Пост", "Комментарий", "Репост"][place as usize % 3],
            1000 + figure(number, 900),
            figure(number, 90),
            figure(number, 9),
            place % 2,
        );
        for (column, cell) in row.split('¦').enumerate() {
            let column = column as u16;
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(6 + place, column, number).unwrap(),
                Err(_) => sheet.write_string(6 + place, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

const MEDIALOGIA: &str = "Время публикации,Кто пишет,Где пишет,Текст сообщения,Ссылка,Тональность,\
    Аудитория блога,Аудитория автора,Тип блога,СМ Индекс,Вовлеченность,Теги,Оценка от 1 до 5,Объекты,Аспекты";

fn medialogia_rows(space: &str, wrap: &str) -> Vec<Vec<String>> {
    let mut rows = vec![cells(MEDIALOGIA)];
    for place in 0..6_u64 {
        let tone = ["Негативная", "Позитивная", "Нейтральная"][place as usize % 3];
        rows.push(vec![
            moment(place as i64 * 5000, "%d.%m.%Y %H:%M"),
            format!("Автор {}", place % 2),
            "Чай и кофе".to_owned(),
            format!("Первая строка{wrap}вторая; {place}"),
            format!("https://example.org/{place}"),
            tone.to_owned(),
            String::new(),
            format!("2{space}78{place}"),
            "ВКонтакте".to_owned(),
            "12".to_owned(),
            (place * 3).to_string(),
            "доставка, цена".to_owned(),
            String::new(),
            "Чай".to_owned(),
            String::new(),
        ]);
    }
    rows
}

/// A space between thousands.
fn medialogia() -> Vec<u8> {
    marked(&lines(&medialogia_rows("\u{a0}", "\n"), ';', "\r\n"))
}

/// The same report as a workbook: returns are spelt out.
fn medialogia_book() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in medialogia_rows("", "_x000d_\n").iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (row as u32, column as u16);
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// Lines about the report, and a blank one, above the headings.
fn brandwatch() -> Vec<u8> {
    let mut text =
        "Report:,Bulk Mentions Download\nBrand:,Tea\nFrom:,Wed Jan 01 00:00:00 UTC 2025\n\
        To:,Fri Jan 31 23:59:59 UTC 2025\nLabel:,Mentions\n\n"
            .to_owned();
    text += "Query Id,Query Name,Date,Title,Snippet,Full Text,Url,Domain,Sentiment,Page Type,\
        Thread Entry Type,Language,Country Code,Country,City Code,Account Type,Author,Likes,Comments,\
        Shares,Impact,Reach (new),X Followers\n";
    for place in 0..6_u64 {
        let row = [
            "1999",
            ["Tea", "Coffee"][place as usize % 2],
            &moment(place as i64 * 999, "%Y-%m-%d %H:%M:%S.0"),
            "A title",
            "a snippet, cut",
            &format!("The full text {place}, by @someone"),
            &format!("https://example.org/{place}"),
            "x.com",
            ["positive", "neutral", "negative"][place as usize % 3],
            "twitter",
            "post",
            "en",
            "GB",
            "United Kingdom",
            "",
            "individual",
            &format!("author{}", place % 4),
            "3",
            "0",
            "1",
            "23.5",
            &(100 + place).to_string(),
            "",
        ];
        text += &(line(&row.map(str::to_owned), ',') + "\n");
    }
    text.into()
}
