//! The command lines of an engine, as words.

/// What stands in for the names in braces.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filled<'a> {
    pub ids: &'a str,
    pub options: &'a str,
    pub script: &'a str,
    pub job: &'a str,
}

/// The words of a line, as a shell would tell them apart: blanks part them, quotes keep them
/// together.
pub fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, _) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// A command line with its names filled in, word by word: what is filled in may hold blanks.
pub fn filled(line: &str, with: &Filled) -> Vec<String> {
    let word = |word: String| {
        if word == "{options}" {
            return words(with.options);
        }
        let word = word.replace("{ids}", with.ids).replace("{script}", with.script);
        vec![word.replace("{job}", with.job).replace("{options}", with.options)]
    };
    words(line).into_iter().flat_map(word).collect()
}

/// Names in braces.
pub fn names(line: &str) -> Vec<&str> {
    line.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Numbers in ascending order as engines write arrays: `1,4,7-9`.
pub fn ranges(ids: &[u64]) -> String {
    let runs = ids.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    });
    runs.collect::<Vec<_>>().join(",")
}

/// A word for the shell.
pub fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
