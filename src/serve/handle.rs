//! From what is asked to what goes back.

use std::sync::{Arc, Mutex};

use hyper::body::Bytes;
use rayon::ThreadPool;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::attention::{Attention, Sign, Waiting};
use super::guard::Route;
use super::lock::locked;
use super::refused::Refused;
use super::reply::Reply;
use super::request::{Query, Question};
use super::tab::{Opened, Tab};
use super::token::Token;
use super::{answer, keep, page, scenario, solve};
use crate::locale::Locale;

/// Requests that are answered at a time; others wait.
pub const AT_ONCE: usize = 64;
/// Of these, as many are simulated at a time: the engine uses all threads for each, and what they
/// take of memory adds up.
const SIMULATED: usize = 4;

/// What all connections share.
#[derive(Debug)]
pub struct Shared {
    pub tabs: Vec<Tab>,
    pub token: Token,
    pub port: u16,
    pub ending: Sign,
    pool: Arc<ThreadPool>,
    /// Held by who writes documents: one at a time.
    writing: Mutex<()>,
    answered: Arc<Semaphore>,
    simulated: Arc<Semaphore>,
}

/// A request that may be answered.
#[derive(Debug)]
pub struct Asked {
    pub route: Route,
    pub query: Option<String>,
    /// The mark of what the browser has already.
    pub known: Option<String>,
    pub body: Bytes,
}

impl Shared {
    pub fn new(tabs: Vec<Tab>, token: Token, port: u16, pool: ThreadPool) -> Shared {
        Shared {
            tabs,
            token,
            port,
            ending: Sign::default(),
            pool: Arc::new(pool),
            writing: Mutex::default(),
            answered: Arc::new(Semaphore::new(AT_ONCE)),
            simulated: Arc::new(Semaphore::new(SIMULATED)),
        }
    }

    /// Answers on a thread of its own. Where this is dropped because nobody waits any more, the
    /// work ends as soon as it can.
    pub async fn answer(self: Arc<Shared>, asked: Asked) -> Reply {
        if let Some(reply) = page::fixed(asked.route) {
            return reply;
        }
        let gone = Sign::default();
        let waiting = Waiting(gone.clone());
        let attention =
            Attention { gone, ending: self.ending.clone(), pool: Arc::clone(&self.pool) };
        let places = [&self.answered, &self.simulated].map(Arc::clone);
        let [Ok(own), Ok(engine)] = [
            Arc::clone(&places[0]).acquire_owned().await,
            Arc::clone(&places[1]).acquire_owned().await,
        ] else {
            return Reply::empty(503);
        };
        let work = spawn_blocking(move || {
            let reply = self.told(&asked, &attention);
            drop((own, engine));
            reply
        });
        let reply = work.await.unwrap_or_else(|_| Reply::empty(500));
        drop(waiting);
        reply
    }

    fn told(&self, asked: &Asked, attention: &Attention) -> Reply {
        self.found(asked, attention).unwrap_or_else(|refused| Reply::refused(&refused))
    }

    fn found(&self, asked: &Asked, attention: &Attention) -> Result<Reply, Refused> {
        let query = Query::read(asked.query.as_deref())
            .map_err(|why| Refused::unread(Locale::default(), &why))?;
        let Some(tab) = self.tabs.get(query.tab) else { return Ok(Reply::empty(404)) };
        let opened = tab.open();
        let opened =
            opened.map_err(|error| Refused::of(query.locale.unwrap_or_default(), error, &[]))?;
        let locale = query.locale.unwrap_or_else(|| opened.locale());
        let place = (&self.tabs[..], query.tab);
        match asked.route {
            Route::Page => page::page(&opened, place, locale, attention),
            Route::Scenario => {
                let told = scenario::told(&opened, place, locale, attention)?;
                let tag = format!("\"{}\"", told.hash);
                let is_known = asked.known.as_deref() == Some(&tag);
                let reply = if is_known { Reply::empty(304) } else { Reply::json(&told.value) };
                Ok(Reply { tag: Some(tag), ..reply })
            }
            Route::Style => Ok(page::style(&opened, locale)),
            Route::Font | Route::BoldFont => Ok(page::font(&opened, locale, asked.route)),
            Route::Answer => {
                let question = Question::read(locale, &asked.body)?;
                let mut found = answer::answer(&opened, &question, locale, attention)?;
                if question.html {
                    let told = (&found, attention);
                    found["html"] = page::parts(&opened, place, locale, told)?.into();
                }
                Ok(Reply::json(&found))
            }
            route => {
                let question = Question::read(locale, &asked.body)?;
                let _one = (route == Route::Report).then(|| locked(&self.writing));
                let found = posted(route, &opened, &question, locale, attention)?;
                Ok(Reply::json(&found))
            }
        }
    }
}

fn posted(
    route: Route,
    opened: &Opened,
    question: &Question,
    locale: Locale,
    attention: &Attention,
) -> Result<serde_json::Value, Refused> {
    match route {
        Route::File => keep::file(opened, question, locale),
        Route::Report => keep::report(opened, question, locale, attention),
        _ => solve::solve(opened, question, locale, attention),
    }
}
