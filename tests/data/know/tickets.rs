//! Questions to help desks.

use super::make::{Fixture, cells, lines, moment};

pub fn all() -> Vec<Fixture> {
    vec![
        Fixture::new("zendesk", "tickets.csv", zendesk()),
        Fixture::new("zendesk", "explore.csv", explore()),
        Fixture::new("freshdesk", "Tickets_Report.csv", freshdesk()),
    ]
}

/// Minutes of the calendar and of business side by side; nobody answered the third one yet.
fn zendesk() -> Vec<u8> {
    let mut rows = vec![cells(
        "Id,Requester,Requester id,Requester external id,Requester email,Assignee,Group,Subject,Tags,\
         Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,\
         Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,\
         Assignee stations,Reopens,Replies,First reply time in minutes,\
         First reply time in minutes within business hours,First resolution time in minutes,\
         First resolution time in minutes within business hours",
    )];
    for place in 0..5_u64 {
        let is_open = place == 2;
        let minutes = |of: u64| if is_open { String::new() } else { of.to_string() };
        let (id, asker) = ((5000 + place).to_string(), (700 + place % 2).to_string());
        let created = moment(place as i64 * 800, "%Y-%m-%d %H:%M");
        let head = [
            id.as_str(),
            "Ann Example",
            &asker,
            "",
            "ann@example.org",
            "Bob",
            "Support",
            "Where is it? ann@example.org",
            "parcel late",
            if is_open { "Open" } else { "Solved" },
            "Normal",
            ["Mail", "Web form", "Twitter"][place as usize % 3],
            "Question",
            &created,
            &created,
            "",
            "",
            "",
            "",
            "",
            if is_open { "" } else { "30" },
            ["Good", "Bad", "Unoffered"][place as usize % 3],
            "1",
            "1",
            "0",
            "2",
        ];
        let mut row = head.map(str::to_owned).to_vec();
        row.extend([minutes(90 + place), minutes(45), minutes(1800), minutes(600)]);
        rows.push(row);
    }
    lines(&rows, ',', "\n").into()
}

/// The names that another report of the same desk gives them.
fn explore() -> Vec<u8> {
    let mut text = "Ticket ID,Ticket created - Timestamp,Ticket status,Ticket channel,\
        First reply time (min),First resolution time (min)\n"
        .to_owned();
    for place in 0..4 {
        let time = moment(place * 800, "%Y-%m-%dT%H:%M:%S");
        let answered = if place == 1 { String::new() } else { (30 * place).to_string() };
        text += &format!("{},{time},Solved,Email,{answered},600\n", 5100 + place);
    }
    text.into()
}

/// Hours above 24, written like a clock.
fn freshdesk() -> Vec<u8> {
    let mut text =
        "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,\
        Resolved time,Closed time,Last update time,Initial response time,Time tracked,\
        First response time (in hrs),Resolution time (in hrs),Agent interactions,\
        Customer interactions,Resolution status,First response status,Tags\n"
            .to_owned();
    for place in 0..4 {
        let time = moment(place * 800, "%Y-%m-%d %H:%M:%S");
        let answered = ["26:30:00", "00:45:36", "", "100:00:00"][place as usize];
        text += &format!(
            "{},Broken,Closed,Low,Email,Problem,Ann,Support,{time},,,,,,00:00:00,{answered},49:15:00,1,2,\
             Within SLA,Within SLA,\"late,parcel\"\n",
            300 + place
        );
    }
    text.into()
}
