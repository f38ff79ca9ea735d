//! Questions and answers.

use reachsim_data::analyse::{Aside, LeftOut, Question, Remark};
use reachsim_data::shape::{Export, Lead, Message, Post, Side};

use super::make::{MONDAY, answer, export, figure, near, plain, refused, said, ticket, told};

/// Ten questions; eight are answered after 1 to 8 hours.
fn talk() -> Export {
    let mut export = export();
    for id in 1..=10 {
        export.messages.push(said(id, id.min(9), MONDAY, 0));
    }
    for id in 1..=8 {
        export.messages.push(answer(100 + id, id, MONDAY, id as i64));
    }
    export
}

#[test]
fn answers_and_their_times_are_those_of_a_hand() {
    let told = plain(&talk());
    near(figure(&told, "questions").value, 10.0);
    near(figure(&told, "answered_share").value, 0.8);
    near(figure(&told, "authors").value, 9.0);
    let half = figure(&told, "response_p50_hours").value;
    assert!((5.0..=6.0).contains(&half), "{half}");
    let never = figure(&told, "answered_share").beside.iter().find(|of| of.what == Aside::Never);
    assert_eq!(never.map(|of| of.value), Some(2.0));
}

#[test]
fn a_percentile_among_those_who_were_never_answered_is_absent() {
    let told = plain(&talk());
    assert!(told.figure("response_p90_hours").is_none());
    assert!(figure(&told, "answered_share").remarks.contains(&Remark::AmongNever));
    let mut all = talk();
    all.messages.push(answer(109, 9, MONDAY, 9));
    all.messages.push(answer(110, 10, MONDAY, 10));
    let told = plain(&all);
    assert!(figure(&told, "response_p90_hours").value >= 9.0);
    assert!(!figure(&told, "answered_share").remarks.contains(&Remark::AmongNever));
}

#[test]
fn the_first_answer_is_the_earliest_of_the_brand_to_the_opening_message() {
    let mut export = talk();
    // A second answer of the brand, the answer of another customer, and one to a later message.
    export.messages.push(answer(201, 1, MONDAY, 20));
    export.messages.push(Message { reply_to: Some(9), ..said(202, 5, MONDAY, 0) });
    export.messages.push(Message { reply_to: Some(101), ..said(203, 1, MONDAY, 2) });
    export.messages.push(answer(204, 203, MONDAY, 3));
    assert_eq!(plain(&export).figures, plain(&talk()).figures);
}

#[test]
fn a_comment_below_a_post_of_the_brand_opens() {
    let mut export = talk();
    export.messages.push(Message { side: Side::Brand, ..said(300, 999, MONDAY, 0) });
    export.messages.push(Message { reply_to: Some(300), ..said(301, 20, MONDAY, 1) });
    export.messages.push(answer(302, 301, MONDAY, 2));
    let told = plain(&export);
    near(figure(&told, "questions").value, 11.0);
    near(figure(&told, "answered_share").value, 9.0 / 11.0);
}

#[test]
fn answers_to_what_is_not_there_are_said_and_are_no_questions() {
    let mut export = talk();
    export.messages.push(answer(400, 12_345, MONDAY, 2));
    export.posts.push(Post { id: Some(77), ..Post::default() });
    export.messages.push(answer(401, 77, MONDAY, 2));
    let told = plain(&export);
    near(figure(&told, "questions").value, 10.0);
    assert!(told.left_out.contains(&LeftOut::AnswersWithoutQuestion { answers: 1 }));
}

#[test]
fn without_sides_everybody_is_people_and_nothing_is_answered_or_not() {
    let mut export = talk();
    export.messages.iter_mut().for_each(|message| message.side = Side::Unknown);
    let told = plain(&export);
    assert!(told.figure("answered_share").is_none());
    assert!(figure(&told, "questions").remarks.contains(&Remark::EverybodyIsPeople));
    let brand = Question { brand_authors: vec![999], ..Question::default() };
    near(figure(&super::make::told(&export, &brand), "answered_share").value, 0.8);
}

#[test]
fn hours_of_business_are_not_mixed_with_hours_of_the_calendar() {
    let mut export = export();
    export.tickets = (0..6).map(|hour| ticket(MONDAY, Some(f64::from(hour + 1)), true)).collect();
    let alone = figure(&plain(&export), "response_p50_hours").value;
    export.tickets.extend((0..20).map(|_| ticket(MONDAY, Some(0.1), false)));
    let told = plain(&export);
    near(figure(&told, "response_p50_hours").value, alone);
    near(figure(&told, "questions").value, 26.0);
    assert!(told.left_out.contains(&LeftOut::BusinessHours { tickets: 20 }));
    export.tickets.drain(..6);
    let told = plain(&export);
    let half = figure(&told, "response_p50_hours");
    near(half.value, 0.1);
    assert!(half.remarks.contains(&Remark::BusinessHours));
}

#[test]
fn a_brand_that_nobody_is_called_is_refused_with_candidates() {
    let mut export = export();
    let brand = export.names.place("Nordwind");
    export.messages =
        (1..9).map(|id| Message { brand: Some(brand), ..said(id, id, MONDAY, 1) }).collect();
    let asked = |word: &str| Question { brand: Some(word.to_owned()), ..Question::default() };
    let (code, words) = refused(&export, &asked("Zephyr"));
    assert!(code.contains("RoleUnknown"), "{code}");
    assert_eq!(words, "nobody in these files is `Zephyr`");
    told(&export, &asked("nordwind"));
}

#[test]
fn leads_are_won_as_the_file_says_or_by_a_word_of_the_stage() {
    let mut export = export();
    let (done, open) = (export.names.place("Deal done"), export.names.place("New"));
    let lead = |stage, amount| Lead { stage: Some(stage), amount, ..Lead::default() };
    export.leads = vec![lead(done, Some(50.0)), lead(done, Some(70.0)), lead(open, Some(9.0))];
    export.leads.extend((0..5).map(|_| lead(open, None)));
    assert!(plain(&export).figure("won").is_none());
    let word = |word: &str| Question { won: Some(word.to_owned()), ..Question::default() };
    let told = told(&export, &word("done"));
    near(figure(&told, "leads").value, 8.0);
    let won = figure(&told, "won");
    near(won.value, 2.0);
    let aside = |what| won.beside.iter().find(|of| of.what == what).unwrap().value;
    near(aside(Aside::Amount), 120.0);
    near(aside(Aside::ShareOfAll), 0.25);
    assert!(refused(&export, &word("sold")).0.contains("UnknownChoice"));
}

#[test]
fn a_zone_that_does_not_exist_is_refused() {
    let mut export = talk();
    export.zone = "Mars/Base".to_owned();
    assert!(refused(&export, &Question::default()).0.contains("NoZone"));
}
