//! Files of people, and of what they cost.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Source, Span, message, visible};

/// Who is called so.
pub type Find<'f> = &'f dyn Fn(&str) -> Option<u64>;

/// What separates the words of a line.
fn separates(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | ';')
}

/// A word, with its place in the text.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    from: usize,
}

/// The words of every line that has any and is no comment.
fn lines(text: &str) -> Vec<Vec<Word<'_>>> {
    let place = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    text.trim_start_matches('\u{feff}')
        .lines()
        .filter(|line| !line.trim_start().starts_with(['#', '%']))
        .map(|line| {
            let words = line.split(separates).map(|word| word.trim_matches('"'));
            words
                .filter(|word| !word.is_empty())
                .map(|word| Word { text: word, from: place(word) })
                .collect::<Vec<_>>()
        })
        .filter(|words| !words.is_empty())
        .collect()
}

/// Problems of one file, as they are found.
struct Problems<'t> {
    name: &'t str,
    text: &'t str,
    list: Vec<Diagnostic>,
}

impl Problems<'_> {
    fn add(&mut self, word: Word, message: Message, label: Message, help: Message) {
        let bytes = word.from..word.from + word.text.len();
        self.list.push(
            Diagnostic::new(Code::PeopleList, message)
                .at(Span { source: 0, bytes }, label)
                .help(help),
        );
    }

    fn nobody(&mut self, word: Word) {
        self.add(
            word,
            message!("nobody in this network is called `{name}`", name = visible(word.text)),
            message!("not in the network"),
            message!("people are called as in the list of friendships"),
        );
    }

    fn end<T>(mut self, found: T, is_empty: bool, help: Message) -> Result<T, Diagnostics> {
        if is_empty && self.list.is_empty() {
            let message = message!("`{file}` names nobody", file = self.name);
            self.list.push(Diagnostic::new(Code::PeopleList, message).help(help));
        }
        if self.list.is_empty() {
            return Ok(found);
        }
        let source = Source::new(self.name, self.text.to_owned());
        Err(Diagnostics::new(vec![source], self.list))
    }
}

/// The people whom a text names, each once, in ascending order: names with blanks, commas,
/// semicolons or ends of lines between them. A first line of one word that nobody is called is a
/// title.
pub fn people(name: &str, text: &str, find: Find) -> Result<Vec<u64>, Diagnostics> {
    let mut problems = Problems { name, text, list: Vec::new() };
    let mut people = Vec::new();
    for (line, words) in lines(text).iter().enumerate() {
        for word in words {
            match find(word.text) {
                Some(person) => people.push(person),
                None if line == 0 && words.len() == 1 && !has_digit(word.text) => {}
                None => problems.nobody(*word),
            }
        }
    }
    people.sort_unstable();
    people.dedup();
    let is_empty = people.is_empty();
    problems.end(people, is_empty, message!("give a name in each line, as in `17`"))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The name and the price of a line: `17,250`, `17;2,5`. Of `17,2,5` nobody can tell.
fn priced<'t>(text: &'t str, words: &[Word<'t>]) -> Option<[Word<'t>; 2]> {
    let between = |a: Word, b: Word| &text[a.from + a.text.len()..b.from];
    match *words {
        [who, price] => Some([who, price]),
        [who, whole, part] if between(whole, part) == "," && between(who, whole) != "," => {
            let text = &text[whole.from..part.from + part.text.len()];
            Some([who, Word { text, from: whole.from }])
        }
        _ => None,
    }
}

/// Prices of people: in each line a name and a number above zero, with a decimal comma where
/// something else stands between the two. A first line without a number is a title.
pub fn prices(name: &str, text: &str, find: Find) -> Result<Vec<(u64, f64)>, Diagnostics> {
    let mut problems = Problems { name, text, list: Vec::new() };
    let mut prices: Vec<(u64, f64)> = Vec::new();
    let help = || message!("give a name and a price in each line, as in `17,250`");
    for (line, words) in lines(text).iter().enumerate() {
        let Some([who, price]) = priced(text, words) else {
            let last = words[words.len() - 1];
            let whole = Word {
                text: &text[words[0].from..last.from + last.text.len()],
                from: words[0].from,
            };
            problems.add(
                whole,
                message!("a name and a price are meant here"),
                message!("not two words"),
                help(),
            );
            continue;
        };
        let number = price.text.replace(',', ".").parse::<f64>().ok();
        let number = number.filter(|number| number.is_finite());
        match (find(who.text), number) {
            (Some(person), Some(number)) if number > 0.0 => prices.push((person, number)),
            (None, None) if line == 0 && !has_digit(price.text) => {}
            (None, _) => problems.nobody(who),
            (_, Some(_)) => problems.add(
                price,
                message!("a price is above zero, and this is `{price}`", price = price.text),
                message!("not above zero"),
                help(),
            ),
            (_, None) => problems.add(
                price,
                message!("`{price}` is no price", price = visible(price.text)),
                message!("no number"),
                help(),
            ),
        }
    }
    twice(&mut problems, text, find, &prices);
    prices.sort_by_key(|(person, _)| *person);
    let is_empty = prices.is_empty();
    problems.end(prices, is_empty, help())
}

/// Tells of people who have a second price.
fn twice(problems: &mut Problems, text: &str, find: Find, prices: &[(u64, f64)]) {
    let mut people: Vec<u64> = prices.iter().map(|(person, _)| *person).collect();
    people.sort_unstable();
    people.dedup();
    if people.len() == prices.len() {
        return;
    }
    let mut met = vec![false; people.len()];
    for words in lines(text) {
        let [who, _] = words[..] else { continue };
        let Some(place) = find(who.text).and_then(|who| people.binary_search(&who).ok()) else {
            continue;
        };
        if std::mem::replace(&mut met[place], true) {
            problems.add(
                who,
                message!("`{name}` has a price already", name = visible(who.text)),
                message!("named before"),
                message!("leave one price for each"),
            );
        }
    }
}
