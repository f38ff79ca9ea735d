//! Many rows.

use reachsim_data::shape::Message;

use super::make::{MONDAY, answer, export, figure, near, plain, said};

/// Half of the messages are answers: a step that looked for each among all would not end.
#[test]
fn two_hundred_thousand_messages_are_no_wait() {
    let mut export = export();
    for id in 0..100_000 {
        let day = MONDAY + (id % 365) as i32;
        let text = export.texts.push("where is my parcel, it was due yesterday morning");
        export.messages.push(Message { text: Some(text), ..said(id + 1, id % 30_000, day, 9) });
        export.messages.push(answer(1_000_000 + id, id + 1, day, 12));
    }
    let told = plain(&export);
    near(figure(&told, "answered_share").value, 1.0);
    near(figure(&told, "response_p90_hours").value, 3.0);
    near(figure(&told, "authors").value, 30_000.0);
}
