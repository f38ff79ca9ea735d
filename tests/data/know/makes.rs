//! One export in many makes has the same rows, bit for bit.

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};
use reachsim_data::shape::Export;
use rust_xlsxwriter::Workbook;

use super::make::{encoded, figure, lines, marked, moment, of, sixteen, taken};

const LANGUAGES: [(&str, [&str; 9]); 6] = [
    (
        "en",
        [
            "Post ID",
            "Publish time",
            "Page name",
            "Post type",
            "Description",
            "Reach",
            "Reactions",
            "Comments",
            "Shares",
        ],
    ),
    (
        "ru",
        [
            "Идентификатор публикации",
            "Время публикации",
            "Название страницы",
            "Тип публикации",
            "Описание",
            "Охват",
            "Реакции",
            "Комментарии",
            "Поделились",
        ],
    ),
    (
        "uk",
        [
            "Ідентифікатор допису",
            "Час публікації",
            "Назва сторінки",
            "Тип допису",
            "Опис",
            "Охоплення",
            "Реакції",
            "Коментарі",
            "Поширення",
        ],
    ),
    (
        "es",
        [
            "Identificador de la publicación",
            "Hora de publicación",
            "Nombre de la página",
            "Tipo de publicación",
            "Descripción",
            "Alcance",
            "Reacciones",
            "Comentarios",
            "Veces que se ha compartido",
        ],
    ),
    (
        "pt",
        [
            "Identificação do post",
            "Horário de publicação",
            "Nome da página",
            "Tipo de post",
            "Descrição",
            "Alcance",
            "Reações",
            "Comentários",
            "Compartilhamentos",
        ],
    ),
    (
        "de",
        [
            "Beitrags-ID",
            "Veröffentlichungszeitpunkt",
            "Name der Seite",
            "Beitragstyp",
            "Beschreibung",
            "Reichweite",
            "Reaktionen",
            "Kommentare",
            "Geteilte Inhalte",
        ],
    ),
];

fn rows(headings: [&str; 9]) -> Vec<Vec<String>> {
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    for place in 0..24_u64 {
        let cells = [
            format!("11429798035453{place:02}"),
            moment(place as i64 * 977, "%m/%d/%Y %H:%M"),
            "The page".to_owned(),
            "Photos".to_owned(),
            format!("Tea {place}: \"green\"; and black, both\nin stock"),
            (100 + figure(place, 900)).to_string(),
            figure(place, 50).to_string(),
            if place == 5 { String::new() } else { "2".to_owned() },
            "0".to_owned(),
        ];
        rows.push(cells.to_vec());
    }
    rows
}

/// All posts, without the places where they stand, and with the words that they name.
fn bare(export: &Export) -> String {
    let posts: Vec<_> = export
        .posts
        .iter()
        .map(|post| {
            let mut post = post.clone();
            (post.receipt, post.line) = (0, 0);
            let name = |place: Option<u32>| place.map(|place| export.names.of(place).to_owned());
            let names =
                [name(post.network.take()), name(post.account.take()), name(post.format.take())];
            (names, post.text.take().map(|text| export.texts.of(text).to_owned()), post)
        })
        .collect();
    format!("{posts:?}")
}

fn book(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let place = (row as u32, column as u16);
            match cell.parse::<f64>() {
                Ok(number) if cell.len() < 10 => {
                    sheet.write_number(place.0, place.1, number).unwrap()
                }
                _ => sheet.write_string(place.0, place.1, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn every_encoding_delimiter_and_language_gives_the_same_rows() {
    let known = bare(&taken("posts.csv", lines(&rows(LANGUAGES[0].1), ',', "\n")));
    assert!(known.contains("in stock"), "{known}");
    for (language, headings) in LANGUAGES {
        let rows = rows(headings);
        let comma = lines(&rows, ',', "\n");
        let old = if matches!(language, "ru" | "uk") { WINDOWS_1251 } else { WINDOWS_1252 };
        let mut shuffled = rows.clone();
        shuffled.iter_mut().for_each(|row| {
            row.reverse();
            row.swap(1, 4);
        });
        let makes: [(&str, Vec<u8>); 11] = [
            ("UTF-8", comma.clone().into()),
            ("with a mark", marked(&comma)),
            ("UTF-16 LE", sixteen(&comma, false, true)),
            ("UTF-16 BE", sixteen(&comma, true, true)),
            ("before Unicode", encoded(&lines(&rows, ';', "\r\n"), old)),
            ("semicolons", lines(&rows, ';', "\n").into()),
            ("tabs", lines(&rows, '\t', "\n").into()),
            ("returns", lines(&rows, ',', "\r\n").into()),
            ("sep", format!("sep=;\n{}", lines(&rows, ';', "\n")).into()),
            ("shuffled", lines(&shuffled, ',', "\n").into()),
            ("workbook", book(&rows)),
        ];
        for (make, bytes) in makes {
            assert_eq!(bare(&taken("posts.csv", bytes)), known, "{language}, {make}");
        }
    }
    // A control: another number is another text.
    let other = lines(&rows(LANGUAGES[0].1), ',', "\n").replace(",2,0", ",3,0");
    assert_ne!(bare(&taken("posts.csv", other)), known);
}

#[test]
fn columns_in_any_order_give_the_same_page() {
    let (one, other) = (super::posts::page(false), super::posts::page(true));
    assert_eq!(bare(&taken("posts.csv", one)), bare(&taken("posts.csv", other)));
}

#[test]
fn daily_figures_saved_once_more_are_the_same() {
    let days = |bytes: Vec<u8>| {
        let export = taken("Reach.csv", bytes);
        let rows = export.days.iter();
        let rows = rows.map(|day| (day.date, day.network, day.metric, day.value.to_bits()));
        rows.collect::<Vec<_>>()
    };
    let wide = super::days::reach();
    let (wide, _) = encoding_rs::UTF_16LE.decode_with_bom_removal(&wide);
    let text = wide.into_owned();
    let known = days(super::days::reach());
    let plain = text.replace('"', "");
    let tabs = plain.replace("sep=,", "sep=\t").replace(',', "\t").replace('\n', "\t\r\n");
    let bare = plain.replace("sep=,\n", "").replace(',', ";").replace("reach\n", "reach;\n");
    let dotted = |text: &str| {
        let lines = text.lines().map(|line| match line.split_once('T') {
            Some((date, rest)) if date.len() == 10 => {
                format!("{}.{}.{} 00:00{}", &date[8..], &date[5..7], &date[..4], &rest[8..])
            }
            _ => line.to_owned(),
        });
        lines.collect::<Vec<_>>().join("\r\n")
    };
    for (make, bytes) in [
        ("UTF-8", text.clone().into_bytes()),
        ("tabs", sixteen(&tabs, false, true)),
        ("semicolons", bare.clone().into_bytes()),
        ("days first", dotted(&bare).into_bytes()),
    ] {
        assert_eq!(days(bytes), known, "{make}");
    }
}

#[test]
fn reports_of_one_suite_are_the_same_as_text_and_as_workbook() {
    let rows = |place: usize| {
        let fixture = of("medialogia").remove(place);
        let export = taken(fixture.file, &fixture.bytes);
        let rows = export.messages.iter().map(|message| {
            let text = message.text.map(|text| export.texts.of(text).to_owned());
            (message.id, message.at, message.tone, message.audience, message.engagement, text)
        });
        format!("{:?}", rows.collect::<Vec<_>>())
    };
    assert_eq!(rows(0), rows(1));
}
