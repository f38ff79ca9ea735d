//! What is said over a slide: about sixty words with its numbers, and two questions that are likely
//! to come, with their answers. It is made of what the pages say, so that no number differs.

use super::course::{Chapter, chapter};
use super::{Page, Story};
use crate::output::charts::plot::{Form, Plot, Role};
use crate::output::format::{Format as _, Locale, Quantity};
use crate::output::words::{Words as _, say, sentence};

/// What is said over a slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    pub script: String,
    /// Each with its answer.
    pub questions: Vec<[String; 2]>,
}

/// Words that are said over a slide, and more than that only to end a sentence.
const WORDS: usize = 60;
const MOST: usize = 85;
/// Where so many futures are named, they are all.
const NAMES: usize = 14;

impl Talk {
    /// What is said over a page, under the title that its slide has.
    pub fn of(story: &Story, page: &Page, title: &str) -> Talk {
        let locale = story.locale;
        let mut script = Script::default();
        script.add(title);
        if page.id == "answer" {
            let answer = &story.answer;
            script.add(&answer.figure);
            answer.decision.iter().for_each(|words| script.add(words));
            script.add(&answer.measure);
            script.add(&cause(story));
        }
        let plots = story.picture(page).map_or_else(Vec::new, |it| it.figure.plots(locale));
        if let Some(told) = plots.first().and_then(|plot| ends(plot, locale)) {
            script.add(&told);
        }
        if let Some(told) = rows(page, locale) {
            script.add(&told);
        }
        script.add(&page.lead);
        script.add(&story.answer.figure);
        story.answer.decision.iter().for_each(|words| script.add(words));
        script.add(&cause(story));
        script.add(&page.note);
        script.add(&story.answer.measure);
        script.add(&story.answer.assumed);
        let questions = questions(story, page, &script.text);
        Talk { script: script.text, questions }
    }

    /// The paragraphs of the notes.
    pub fn paragraphs(self, locale: Locale) -> Vec<String> {
        let mut all = vec![self.script];
        if !self.questions.is_empty() {
            all.push(say!(locale, "talk-likely"));
        }
        for [question, answer] in &self.questions {
            let [question, answer] = [question.as_str(), answer.as_str()];
            all.push(say!(locale, "talk-question", question = question, answer = answer));
        }
        all
    }
}

/// Sentences up to so many words.
#[derive(Default)]
struct Script {
    text: String,
    words: usize,
}

impl Script {
    /// Adds a sentence, unless enough is said or it would be too much.
    fn add(&mut self, words: &str) {
        let words = ended(words);
        let count = words.split_whitespace().filter(|word| counts(word)).count();
        let is_said = self.text.contains(words.trim_end_matches('.'));
        if words.is_empty() || is_said || self.words >= WORDS || self.words + count > MOST {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text += &words;
        self.words += count;
    }
}

/// Dashes and signs are no words.
fn counts(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// A sentence with a capital and a full stop.
fn ended(words: &str) -> String {
    let words = sentence(words.trim());
    let is_ended = words.is_empty() || words.ends_with(['.', '!', '?', '…', ':']);
    if is_ended { words } else { words + "." }
}

/// What moves the answer most.
fn cause(story: &Story) -> String {
    story.answer.causes.first().map_or_else(String::new, |fact| {
        let [words, told] = [fact.words.as_str(), fact.told.as_str()];
        format!("{}. {told}", words.trim_end_matches('.'))
    })
}

/// A value of a plot in words.
fn told(plot: &Plot, value: f64, locale: Locale) -> String {
    match plot.quantity {
        Quantity::Share => locale.share(value, None),
        Quantity::Number => locale.number(value, None),
    }
}

/// Where a plot begins and ends, or what is the highest of many.
fn ends(plot: &Plot, locale: Locale) -> Option<String> {
    let typical = matches!(plot.form, Form::Ranged | Form::Band);
    let series = if typical {
        plot.series.get(1)?
    } else {
        plot.series.iter().find(|series| series.role != Role::Hidden)?
    };
    let known = plot.categories.iter().zip(&series.values);
    let known: Vec<(&String, f64)> = known
        .filter(|(name, value)| value.is_finite() && !name.trim().is_empty())
        .map(|(name, value)| (name, *value))
        .collect();
    let (first, last) = (known.first()?, known.last()?);
    let words = |place: &(&String, f64)| {
        let name = place.0.trim();
        // Bars have their value beside their name already.
        if name.contains(": ") {
            return name.to_owned();
        }
        let is_number = name.chars().all(|c| !c.is_alphabetic());
        let name = if is_number && !plot.head.trim().is_empty() {
            format!("{} {name}", plot.head.trim())
        } else {
            name.to_owned()
        };
        let value = told(plot, place.1, locale);
        say!(locale, "talk-pair", one = name, other = value)
    };
    if known.len() < 2 || plot.form == Form::Floating {
        return None;
    }
    if plot.form == Form::Columns && known.len() > NAMES {
        let highest = known.iter().fold(*first, |top, it| if it.1 > top.1 { *it } else { top });
        return Some(say!(locale, "talk-highest", it = words(&highest)));
    }
    Some(say!(locale, "talk-ends", first = words(first), last = words(last)))
}

/// The first row of a table.
fn rows(page: &Page, locale: Locale) -> Option<String> {
    let row = page.table.as_ref()?.rows.first()?;
    let parts: Vec<&str> =
        row.iter().map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect();
    let (first, rest) = parts.split_first()?;
    let rest = rest.join(", ");
    (!rest.is_empty()).then(|| say!(locale, "talk-first-row", one = *first, other = rest.as_str()))
}

/// The first figure with its range.
fn range(story: &Story) -> String {
    story.tiles.first().map_or_else(
        || story.answer.figure.clone(),
        |tile| {
            let [words, typical, range] =
                [tile.words.as_str(), tile.typical.as_str(), tile.range.as_str()];
            if range.is_empty() {
                say!(story.locale, "talk-pair", one = words, other = typical)
            } else {
                {
                    let id = story.basis.id("talk-range");
                    say!(story.locale, id, words = words, typical = typical, range = range)
                }
            }
        },
    )
}

/// The title of another page.
fn title_of(story: &Story, id: &str) -> Option<String> {
    story.pages.iter().find(|page| page.id == id).map(|page| page.title.clone())
}

/// Two questions that are likely to come, those first whose answer the script does not say.
fn questions(story: &Story, page: &Page, script: &str) -> Vec<[String; 2]> {
    let answer = &story.answer;
    let decision = answer.decision.first().cloned().unwrap_or_default();
    let none = String::new;
    let first_row = || rows(page, story.locale).unwrap_or_default();
    let sure = ("ask-sure", range(story));
    let moves = ("ask-moves", cause(story));
    let whose = ("ask-whose", answer.assumed.clone());
    let rest = ("ask-rest", say!(story.locale, story.basis.id("talk-rest")));
    let pays = ("ask-pays", title_of(story, "cash").unwrap_or_else(none));
    let bad = ("ask-bad", range(story));
    let measure = ("ask-measure", answer.measure.clone());
    let then = ("ask-then", decision);
    let better = ("ask-better", first_row());
    let leave = ("ask-leave", answer.headline.clone());
    let asked = match chapter(&page.id) {
        Chapter::Answer => [sure, moves, whose, then, rest],
        Chapter::Why => [whose, moves, sure, then, rest],
        Chapter::Money => [pays, bad, moves, whose, rest],
        Chapter::Risk => [bad, moves, measure, whose, rest],
        Chapter::Options => [better, moves, whose, sure, rest],
        Chapter::Measure => [then, sure, whose, moves, rest],
        Chapter::Do => [leave, moves, measure, whose, rest],
        Chapter::Appendix => [whose, rest, sure, moves, measure],
    };
    let told = asked.iter().filter(|(_, answer)| !answer.is_empty());
    let is_said = |answer: &str| script.contains(answer.trim_end_matches('.'));
    let (said, new): (Vec<_>, Vec<_>) = told.partition(|(_, answer)| is_said(answer));
    new.into_iter()
        .chain(said)
        .take(2)
        .map(|(id, answer)| [story.locale.say(story.basis.id(id), &[]), ended(answer)])
        .collect()
}
