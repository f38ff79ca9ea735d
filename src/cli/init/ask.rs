//! The questions of `reachsim init --ask`: each is asked until a scenario can say so.

use std::io::{BufRead as _, IsTerminal as _, StdinLock};

use crate::cli::{Failure, presets, terminal};
use reachsim::diagnostic::{Message, message};
use reachsim::output::starter::{Draft, From, Stated, range, written};
use reachsim::output::words::{Words as _, argument};
use reachsim::scenario::keys::{self, Default, key};
use reachsim::scenario::of_system;

/// How the problems of an answer name their place.
const CALLED: &str = "your answer";
/// Questions a year for every follower, in the example: those of the founding text.
const EACH: [f64; 2] = [0.08, 0.12];

/// What is not settled by flags.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    pub networks: bool,
    pub currency: bool,
}

/// Asks for what the draft only has examples of. The end of the input takes the defaults of all
/// questions that follow.
pub fn interview(draft: Draft, open: Open) -> Result<Draft, Failure> {
    let input = std::io::stdin().lock();
    let mut interview = Interview { draft, input, asked: 0, is_over: false };
    terminal::remark(&Message::verbatim(interview.say("ask-head")));
    if open.networks {
        interview.networks()?;
    }
    interview.title()?;
    if open.currency {
        interview.currency()?;
    }
    interview.audience()?;
    interview.work()?;
    Ok(interview.draft)
}

struct Interview {
    draft: Draft,
    input: StdinLock<'static>,
    asked: usize,
    is_over: bool,
}

impl Interview {
    fn say(&self, id: &str) -> String {
        self.draft.locale.say(id, &[])
    }

    /// The same of a sum.
    fn say_of_money(&self, id: &str) -> String {
        let currency = self.draft.currency().to_owned();
        self.draft.locale.say(id, &[("currency", argument(currency))])
    }

    /// An answer to a question, or `None` where the default is taken.
    fn line(&mut self, question: &str, default: &str) -> Result<Option<String>, Failure> {
        if self.is_over {
            return Ok(None);
        }
        terminal::prompt(&format!("{}. {question} [{default}]: ", self.asked));
        let mut line = String::new();
        let read = self.input.read_line(&mut line);
        let read = read.map_err(|error| {
            Failure::World(message!("cannot read an answer: {reason}", reason = of_system(&error)))
        });
        self.is_over = read? == 0;
        if self.is_over || !std::io::stdin().is_terminal() {
            // Nobody pressed Enter here.
            terminal::remark(&Message::verbatim(""));
        }
        let answer = line.trim();
        Ok((!answer.is_empty()).then(|| answer.to_owned()))
    }

    fn networks(&mut self) -> Result<(), Failure> {
        self.asked += 1;
        let question = self.say("ask-networks");
        let default = self.draft.members[0].preset.id.clone();
        while let Some(answer) = self.line(&question, &default)? {
            let ids: Vec<String> = answer.split(',').map(|id| id.trim().to_lowercase()).collect();
            match presets::find_each(&ids) {
                Ok(networks) => {
                    self.draft.join(&networks);
                    break;
                }
                Err(Failure::Usage(message)) => terminal::error(&message),
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn title(&mut self) -> Result<(), Failure> {
        self.asked += 1;
        let question = self.say("ask-title");
        let default = self.say("starter-title");
        while let Some(answer) = self.line(&question, &default)? {
            match self.draft.answer_words(CALLED, key!("title"), &answer) {
                Ok(()) => break,
                Err(problems) => terminal::complain(&problems),
            }
        }
        Ok(())
    }

    fn currency(&mut self) -> Result<(), Failure> {
        self.asked += 1;
        let (question, default) = (self.say("ask-currency"), self.draft.currency().to_owned());
        while let Some(answer) = self.line(&question, &default)? {
            match self.draft.answer_words(CALLED, key!("currency"), &answer) {
                Ok(()) => break,
                Err(problems) => terminal::complain(&problems),
            }
        }
        Ok(())
    }

    /// Who is there, and what they write.
    fn audience(&mut self) -> Result<(), Failure> {
        self.each("ask-followers", key!("community.<id>.followers"))?;
        self.scale();
        self.each("ask-questions", key!("community.<id>.questions.per_year"))?;
        self.each("ask-posts", key!("community.<id>.posts.per_week"))?;
        let question = self.say("ask-market");
        self.number(&question, key!("market.people"), &default(key!("market.people")))?;
        Ok(())
    }

    /// Who answers, and what is paid and earned.
    fn work(&mut self) -> Result<(), Failure> {
        let (question, needed) = (self.say("ask-people"), self.say("ask-people-needed"));
        self.number(&question, key!("support.people"), &needed)?;
        let (question, uncounted) = (self.say_of_money("ask-wage"), self.say("ask-uncounted"));
        let wage = key!("support.wage");
        let is_in_euros = self.draft.is_in_euros();
        let usual = if is_in_euros { default(wage) } else { uncounted.clone() };
        if !is_in_euros {
            // What advertising costs is used as soon as money is counted.
            let nothing = Stated { toml: "0".to_owned(), from: From::Nothing };
            self.draft.state(key!("market.cpm").to_owned(), nothing);
        }
        let is_paid = self.number(&question, wage, &usual)?;
        if !is_paid && !is_in_euros {
            // Without a wage nothing can be counted in this currency.
            self.draft.forget(key!("market.cpm"));
            return Ok(());
        }
        let before = self.draft.clone();
        let manager = key!("cost.manager_per_month");
        // A value is counted against its cost.
        let free = Stated { toml: "0".to_owned(), from: From::Nothing };
        self.draft.state(manager.to_owned(), free);
        let mut is_worth = false;
        for (id, key) in [
            ("ask-margin", key!("value.margin_per_customer")),
            ("ask-contact", key!("value.cost_per_contact")),
        ] {
            let question = self.say_of_money(id);
            is_worth |= self.number(&question, key, &uncounted)?;
        }
        if is_worth {
            let question = self.say_of_money("ask-manager");
            self.number(&question, manager, "0")?;
        } else {
            self.draft = before;
            self.draft.forget(key!("market.cpm"));
        }
        Ok(())
    }

    /// A number, and whether it was answered.
    fn number(&mut self, question: &str, path: &str, default: &str) -> Result<bool, Failure> {
        self.asked += 1;
        loop {
            let answer = self.line(question, default)?;
            let problems = match &answer {
                Some(answer) => self.draft.answer(CALLED, path, answer),
                None => self.draft.case().map(drop),
            };
            match problems {
                Ok(()) => return Ok(answer.is_some()),
                // Nobody is there to ask again.
                Err(problems) if self.is_over => return Err(Failure::Input(problems)),
                Err(problems) => terminal::complain(&problems),
            }
        }
    }

    /// A number of every community: one for all, or one for each.
    fn each(&mut self, id: &str, key: &'static str) -> Result<(), Failure> {
        self.asked += 1;
        let mut question = self.say(id);
        let ids: Vec<String> = self.draft.members.iter().map(|member| member.id.clone()).collect();
        if ids.len() > 1 {
            let arguments = [("question", argument(question)), ("list", argument(ids.join("; ")))];
            question = self.draft.locale.say("ask-each", &arguments);
        }
        let paths: Vec<String> = ids.iter().map(|id| key.replace("<id>", id)).collect();
        let shown = |path: &String| {
            let stated = self.draft.stated(path);
            stated.map_or_else(|| default(key), |stated| stated.toml.trim_matches('"').to_owned())
        };
        let mut defaults: Vec<String> = paths.iter().map(shown).collect();
        defaults.dedup();
        let default = defaults.join("; ");
        while let Some(answer) = self.line(&question, &default)? {
            let parts: Vec<&str> = answer.split(';').map(str::trim).collect();
            match self.answers(&paths, &parts) {
                Ok(()) => break,
                Err(Failure::Input(problems)) => terminal::complain(&problems),
                Err(Failure::Usage(message)) => terminal::error(&message),
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Takes all of several answers, or none.
    fn answers(&mut self, paths: &[String], parts: &[&str]) -> Result<(), Failure> {
        if parts.len() != 1 && parts.len() != paths.len() {
            let counts = [("given", argument(parts.len())), ("n", argument(paths.len()))];
            let words = self.draft.locale.say("ask-parts", &counts);
            return Err(Failure::Usage(Message::verbatim(words)));
        }
        let mut draft = self.draft.clone();
        for (path, part) in paths.iter().zip(parts.iter().cycle()) {
            draft.answer(CALLED, path, part).map_err(Failure::Input)?;
        }
        self.draft = draft;
        Ok(())
    }

    /// An example of questions for so many followers.
    fn scale(&mut self) {
        let followers = key!("community.<id>.followers");
        for member in self.draft.members.clone() {
            let path = followers.replace("<id>", &member.id);
            let is_answer = |stated: &Stated| stated.from == From::Answer;
            let Some(people) = self
                .draft
                .stated(&path)
                .filter(|stated| is_answer(stated))
                .and_then(|_| self.draft.median(&path))
            else {
                continue;
            };
            let [low, high] = EACH.map(|each| two_digits((each * people).max(1.0)));
            let toml = written(&range(low, high));
            let path = key!("community.<id>.questions.per_year").replace("<id>", &member.id);
            self.draft.state(path, Stated { toml, from: From::Example });
        }
    }
}

/// The default of a key, without its quotes.
fn default(path: &str) -> String {
    match keys::row(path).map(|key| key.default) {
        Some(Default::Value(value, _)) => value.trim_matches('"').to_owned(),
        _ => String::new(),
    }
}

fn two_digits(number: f64) -> f64 {
    let step = libm::pow(10.0, libm::floor(libm::log10(number)) - 1.0).max(1.0);
    (number / step).round() * step
}
