//! Customers to be.

use encoding_rs::WINDOWS_1251;

use super::make::{Fixture, encoded, lines, moment};

pub fn all() -> Vec<Fixture> {
    vec![
        Fixture::new("hubspot", "deals.csv", hubspot()),
        Fixture::new("amocrm", "amocrm_export_leads_2025-02-01.csv", amocrm()),
        Fixture::new("bitrix24", "LEAD.csv", bitrix24()),
    ]
}

fn hubspot() -> Vec<u8> {
    let mut text =
        "\"Record ID\",\"Deal Name\",\"Create Date\",\"Deal Stage\",\"Original Source\",\
        \"Original Source Drill-Down 1\",\"Amount\",\"Close Date\"\n"
            .to_owned();
    for place in 0..6 {
        let created = moment(place * 3000, "%Y-%m-%d %H:%M");
        let closed =
            if place % 3 == 2 { String::new() } else { moment(place * 9000, "%Y-%m-%d %H:%M") };
        let stage = ["Closed Won", "Closed Lost", "Qualified To Buy"][place as usize % 3];
        let source = ["Organic Social", "Direct Traffic"][place as usize % 2];
        let amount = if place == 4 { String::new() } else { format!("{}.50", 1200 + place) };
        text += &format!(
            "\"8{place}\",\"Deal {place}\",\"{created}\",\"{stage}\",\"{source}\",\"x\",\"{amount}\",\"{closed}\"\n"
        );
    }
    text.into()
}

fn amocrm() -> Vec<u8> {
    let mut text = "\"ID\",\"Название сделки\",\"Бюджет\",\"Ответственный\",\"Дата создания сделки\",\
        \"Кем создана сделка\",\"Дата редактирования\",\"Кем редактирована\",\"Дата закрытия\",\"Теги\",\
        \"Примечание\",\"Этап сделки\",\"Воронка\"\n"
        .to_owned();
    for place in 0..6 {
        let created = moment(place * 2000, "%d.%m.%Y %H:%M:%S");
        let closed = if place % 3 == 2 {
            "не закрыта".to_owned()
        } else {
            moment(place * 3000, "%d.%m.%Y %H:%M:%S")
        };
        let stage =
            ["Успешно реализовано", "Закрыто и не реализовано", "Переговоры"][place as usize % 3];
        text += &format!(
            "\"3{place}\",\"Сделка {place}\",\"{}\",\"Анна\",\"{created}\",\"Анна\",\"{created}\",\"Анна\",\
             \"{closed}\",\"\",\"\",\"{stage}\",\"Воронка\"\n",
            if place == 1 { "0".to_owned() } else { (15_000 + place * 100).to_string() }
        );
    }
    text.into()
}

/// Sixty-four columns, most of them empty.
fn bitrix24() -> Vec<u8> {
    let named = [
        "ID",
        "Название лида",
        "Обращение",
        "Имя",
        "Фамилия",
        "Рабочий телефон",
        "Рабочий e-mail",
        "Страница ВКонтакте",
        "Контакт Telegram",
        "Комментарий",
        "Стадия",
        "Дополнительно о стадии",
        "Товар",
        "Цена",
        "Количество",
        "Возможная сумма",
        "Валюта",
        "Источник",
        "Дата создания",
        "Ответственный",
    ];
    let mut rows = vec![named.map(str::to_owned).to_vec()];
    rows[0].extend((named.len()..64).map(|place| format!("Поле {place}")));
    for place in 0..6_i64 {
        let cell = |name: &str| match name {
            "ID" => (100 + place).to_string(),
            "Название лида" => format!("Заявка; {place}"),
            "Имя" => "Иван".to_owned(),
            "Рабочий телефон" => "+79123456789".to_owned(),
            "Стадия" => {
                ["Новый", "Качественный лид", "Некачественный лид"][place as usize % 3].to_owned()
            }
            "Возможная сумма" => {
                if place == 2 {
                    String::new()
                } else {
                    format!("{}.00", 5000 + place)
                }
            }
            "Валюта" => "RUB".to_owned(),
            "Источник" => {
                ["ВКонтакте - Открытая линия", "Звонок"][place as usize % 2].to_owned()
            }
            "Дата создания" => moment(place * 2000, "%d.%m.%Y %H:%M:%S"),
            _ => String::new(),
        };
        let row = rows[0].iter().map(|name| cell(name)).collect();
        rows.push(row);
    }
    encoded(&lines(&rows, ';', "\r\n"), WINDOWS_1251)
}
