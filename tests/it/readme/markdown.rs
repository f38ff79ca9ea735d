//! Code blocks of a text in Markdown, and the commands in them.

/// What stands between two fences.
#[derive(Debug, PartialEq)]
pub struct Block {
    /// Line of the fence that opens it, from 1.
    pub line: usize,
    /// What follows the fence: the language first.
    pub words: Vec<String>,
    pub text: String,
}

/// A command line with what it prints.
#[derive(Debug, PartialEq)]
pub struct Command {
    pub line: usize,
    pub text: String,
    pub output: String,
}

/// The fenced blocks of a text. A fence of more than three marks may hold shorter ones.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(Block, &str)> = None;
    for (place, line) in text.lines().enumerate() {
        let marks = &line[..line.len() - line.trim_start_matches('`').len()];
        match &mut open {
            None if marks.len() >= 3 => {
                let words = line[marks.len()..].split_whitespace().map(str::to_owned).collect();
                open = Some((Block { line: place + 1, words, text: String::new() }, marks));
            }
            Some((_, fence)) if marks.len() >= fence.len() && line.trim_end() == marks => {
                blocks.extend(open.take().map(|(block, _)| block));
            }
            Some((block, _)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => (),
        }
    }
    blocks
}

/// The lines of a block that start with `$ `, each with the lines up to the next. A backslash at
/// the end of a command carries it on to the next line.
pub fn commands(block: &Block) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    let mut goes_on = false;
    for (place, line) in block.text.lines().enumerate() {
        let begun = line.strip_prefix("$ ");
        let part = begun.unwrap_or(line);
        let (part, carried) = part.strip_suffix('\\').map_or((part, false), |part| (part, true));
        match (commands.last_mut(), begun) {
            (_, Some(_)) => commands.push(Command {
                line: block.line + place + 1,
                text: part.to_owned(),
                output: String::new(),
            }),
            (Some(command), None) if goes_on => command.text.push_str(part),
            (Some(command), None) => {
                command.output.push_str(line);
                command.output.push('\n');
            }
            (None, None) => (),
        }
        goes_on = carried && (begun.is_some() || goes_on);
    }
    commands
}

/// The words of a command line, as a shell splits them.
pub fn arguments(command: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in command.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => word.get_or_insert_default().push(c),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '#') if word.is_none() => break,
            (None, '|' | '>' | '<' | ';' | '&' | '$' | '`' | '*' | '\\') => {
                return Err(format!("a shell would make something of `{c}`"));
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    if quote.is_some() { Err("a quote is not closed".to_owned()) } else { Ok(words) }
}

/// Whether a text is the one that is shown, line by line up to blanks at their ends; a shown line
/// of two dots stands for any number of lines.
pub fn matches(shown: &str, text: &str) -> bool {
    let lines = |text: &str| {
        text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
    };
    lines_match(&lines(shown), &lines(text))
}

fn lines_match(shown: &[String], lines: &[String]) -> bool {
    match shown {
        [] => lines.is_empty(),
        [dots, shown @ ..] if dots.trim() == ".." => {
            (0..=lines.len()).any(|skipped| lines_match(shown, &lines[skipped..]))
        }
        [first, shown @ ..] => lines.first() == Some(first) && lines_match(shown, &lines[1..]),
    }
}

#[test]
fn blocks_are_found_with_their_lines_and_words() {
    let text = "# A\n\n```toml page.toml\ntitle = \"x\"\n```\nwords `with` \
        code\n````md\n```toml\n```\n````\n```\nplain\n```\n";
    let found = blocks(text);
    let shown: Vec<(usize, String, &str)> = found
        .iter()
        .map(|block| (block.line, block.words.join(" "), block.text.as_str()))
        .collect();
    let expected = [
        (3, "toml page.toml", "title = \"x\"\n"),
        (7, "md", "```toml\n```\n"),
        (11, "", "plain\n"),
    ]
    .map(|(line, words, text)| (line, words.to_owned(), text));
    assert_eq!(shown, expected);
}

#[test]
fn commands_are_found_with_what_they_print() {
    let block = &blocks(
        "```console\n# first\n$ reachsim run a.toml \\\n  --trials 5\nLine one\n\n  indented\n$ \
            cargo test\n```\n",
    )[0];
    let expected = [
        (3, "reachsim run a.toml   --trials 5", "Line one\n\n  indented\n"),
        (8, "cargo test", ""),
    ];
    let expected = expected.map(|(line, text, output)| Command {
        line,
        text: text.to_owned(),
        output: output.to_owned(),
    });
    assert_eq!(commands(block), expected);
}

#[test]
fn command_lines_are_split_as_a_shell_does() {
    assert_eq!(
        arguments("reachsim  run 'a b.toml' --set x=\"1 | 2\" \"\" # why").unwrap(),
        ["reachsim", "run", "a b.toml", "--set", "x=1 | 2", ""]
    );
    assert_eq!(
        arguments("run 'community.*.followers=5'").unwrap(),
        ["run", "community.*.followers=5"]
    );
    for command in ["a | b", "a > b", "a 'b", "a $B", "a; b", "a *.toml"] {
        assert!(arguments(command).is_err(), "{command}");
    }
}

#[test]
fn output_is_compared_line_by_line_and_dots_stand_for_lines() {
    for (shown, text, same) in [
        ("a\nb\n", "a\nb\n", true),
        ("a\nb\n", "a\nb \n\n", true),
        ("a\nb\n", "a\n", false),
        ("a\n", "a\nb\n", false),
        ("a\n..\n", "a\nb\nc\n", true),
        ("a\n..\nc\n", "a\nc\n", true),
        ("..\nc\n", "a\nb\n", false),
        ("a\n..\nb\n..\nd\n", "a\nx\nb\ny\nz\nd\n", true),
        ("", "", true),
        ("", "a\n", false),
        (" a\n", "a\n", false),
        ("a..\n", "ab\n", false),
    ] {
        assert_eq!(matches(shown, text), same, "{shown:?} {text:?}");
    }
}
