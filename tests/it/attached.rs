//! Exports and totals that a scenario names: what is understood, what is refused, and what no run
//! may notice.

use reachsim::diagnostic::{Code, Style};
use reachsim::model::{ColumnId, Observation};
use reachsim::output::Case;
use reachsim::run::attached::{self, Data, attached};
use reachsim::run::{Error, archive::ScenarioArchive};
use reachsim::scenario::{Options, period};
use serde_json::Value;

use crate::support::{FIXED, Folder, expect_code};

const TWO: &str = "title = \"Two\"\nmarket.people = \"2M\"\nsimulation.trials = 1000\n\
    [community.page]\nplatform = \"facebook\"\nfollowers = \"40k\"\nquestions.per_day = 5\n\
    [community.group]\nplatform = \"vkontakte\"\nfollowers = \"10k\"\nquestions.per_day = 2\n";

fn posts(ids: std::ops::Range<u32>) -> String {
    let row = |id: u32| {
        let (month, day) = (1 + id % 12, 1 + id % 28);
        format!("{id},Ours,Hello,{month:02}/{day:02}/2025 10:00,Photos,{id}00,9,2,1\n")
    };
    let head = "Post ID,Page name,Title,Publish time,Post type,Reach,Reactions,Comments,Shares\n";
    head.to_owned() + &ids.map(row).collect::<String>()
}

/// A folder with a page of one community, and two files of posts.
fn page(name: &str, more: &str) -> Folder {
    let folder = Folder::new(name);
    std::fs::create_dir_all(folder.at("exports/old")).expect("a folder");
    folder.file("exports/new.csv", &posts(20..30));
    folder.file("exports/old/first.csv", &posts(1..8));
    folder.file("page.toml", &format!("simulation.trials = 1000\n{FIXED}{more}"));
    folder
}

fn case(folder: &Folder) -> Case {
    Case::load(folder.at("page.toml")).unwrap_or_else(|error| panic!("{error}"))
}

/// What is wrong, as it is printed, without the folder.
fn wrong(folder: &Folder) -> String {
    let error = Case::load(folder.at("page.toml")).expect_err("a mistake");
    printed(folder, error)
}

fn printed(folder: &Folder, error: Error) -> String {
    let Error::Input(problems) = error else { return error.to_string() };
    problems.render(Style::Plain).replace(&format!("{}/", folder.0.display()), "")
}

#[test]
fn a_scenario_knows_its_files_and_no_number_of_a_run_depends_on_them() {
    let rows = "[[export]]\nfile = \"exports/*.csv\"\n[[export]]\nfile = \"exports/old\"\n\
        weight = \"50%\"\nuntil = 2025-06-30\n[[observed]]\nmetric = \"questions\"\n\
        value = \"9.8k\"\nin = 2025\nerror = \"5%\"\n";
    let (plain, named) = (page("attached-plain", ""), page("attached-named", rows));
    let without = plain.document(&["run", "page.toml", "--no-files"]);
    let mut with = named.document(&["run", "page.toml", "--no-files"]);
    let files = with["scenario"]["exports"].take();
    assert_eq!(files[0]["file"], "exports/new.csv");
    assert_eq!(files[0]["parts"][0]["kind"], "meta-posts");
    assert_eq!(files[0]["parts"][0]["used"], 10);
    assert_eq!(files[1]["file"], "exports/old/first.csv");
    assert_eq!(files[1]["parts"][0]["from"], "2025-02-02");
    assert_eq!(files[1]["hash"].as_str().map(str::len), Some(64));
    assert_eq!(without["metrics"], with["metrics"]);
    assert!(without["scenario"]["exports"].is_null());
    assert_ne!(without["scenario"]["hash"], with["scenario"]["hash"]);
}

#[test]
fn the_hash_of_a_scenario_is_that_of_its_exports_too() {
    let folder = page("attached-hash", "[[export]]\nfile = \"exports/*.csv\"\n");
    let before = case(&folder).about().hash.clone();
    assert_eq!(case(&folder).about().hash, before);
    // What another name has the row leaves out.
    folder.file("exports/note.txt", "nothing");
    assert_eq!(case(&folder).about().hash, before);
    folder.file("exports/new.csv", &posts(20..31));
    let after = case(&folder).about().hash.clone();
    assert_ne!(after, before);
    std::fs::rename(folder.at("exports/new.csv"), folder.at("exports/newer.csv")).expect("moved");
    assert_ne!(case(&folder).about().hash, after);
}

#[test]
fn a_run_writes_which_files_its_scenario_names_and_no_word_of_theirs() {
    let folder = page("attached-files", "[[export]]\nfile = \"exports/*.csv\"\n");
    expect_code(&folder.reachsim(&["run", "page.toml", "--out", "out", "--quiet"]), 0);
    for name in ["manifest.json", "summary.json"] {
        let text = std::fs::read_to_string(folder.at("out").join(name)).expect("a file");
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["scenario"]["exports"][0]["file"], "exports/new.csv", "{name}");
        assert!(!text.contains("Hello"), "{name}");
    }
}

#[test]
fn explain_tells_of_the_files_in_three_languages() {
    let folder = page("attached-explain", "[[export]]\nfile = \"exports/*.csv\"\n");
    for (locale, words) in [
        ("en", ["Exports from which it can learn", "10 read, 10 used", "SHA-256"]),
        ("ru", ["Выгрузки, на которых", "прочитано 10", "SHA-256"]),
        ("uk", ["Вивантаження, на яких", "прочитано 10", "SHA-256"]),
    ] {
        let asked = ["explain", "page.toml", "--locale", locale];
        let (told, _) = expect_code(&folder.reachsim(&asked), 0);
        for word in words.iter().chain(&["exports/new.csv", "meta-posts", "2025"]) {
            assert!(told.contains(word), "{word}: {told}");
        }
    }
    let (key, _) = expect_code(&folder.reachsim(&["explain", "page.toml", "export.weight"]), 0);
    assert!(key.contains("how much a row counts"), "{key}");
}

#[test]
fn a_file_that_cannot_be_understood_is_a_mistake_of_the_scenario_with_both_places() {
    let folder = page("attached-unknown", "[[export]]\nfile = \"exports\"\n");
    folder.file("exports/colours.csv", "colour,size\nred,1\nblue,2\n");
    folder.file("exports/cut.xlsx", "PK");
    let told = wrong(&folder);
    assert!(told.contains("error[unknown-export]: `exports/colours.csv`"), "{told}");
    assert!(told.contains("cut.xlsx"), "{told}");
    assert!(told.contains("file = \"exports\"\n") && told.contains("named here"), "{told}");
    assert!(told.contains("in its `[[export]]`"), "{told}");
}

/// One table of a row is enough where nobody knows the headings, and a file of them, too.
#[test]
fn headings_that_nobody_knows_are_said_in_the_row_or_in_a_file() {
    let columns = "{ time = \"Дата\", reach = \"Охват\" }";
    let rows = format!("[[export]]\nfile = \"own.csv\"\nkind = \"posts\"\ncolumns = {columns}\n");
    let folder = page("attached-columns", &rows);
    folder.file("own.csv", "Дата;Охват\n2025-03-01;100\n2025-03-08;200\n");
    assert_eq!(case(&folder).exports[0].parts[0].used, 2);
    let rows = "[[export]]\nfile = \"own.csv\"\ncolumns = \"own.toml\"\n";
    folder.file("page.toml", &format!("{FIXED}{rows}"));
    folder.file("own.toml", "kind = \"posts\"\n[columns]\ntime = \"Дата\"\nreach = \"Охват\"\n");
    assert_eq!(case(&folder).exports[0].parts[0].used, 2);
    folder.file("own.toml", "kind = \"posts\"\n[columns]\ntme = \"Дата\"\n");
    let told = wrong(&folder);
    assert!(told.contains("did you mean `time`") && told.contains("page.toml"), "{told}");
    let rows = "[[export]]\nfile = \"own.csv\"\nkind = \"post\"\ncolumns = { time = \"Дата\" }\n";
    folder.file("page.toml", &format!("{FIXED}{rows}"));
    let told = wrong(&folder);
    assert!(told.contains("there is no kind `post`") && told.contains("\"post\"\n"), "{told}");
}

#[test]
fn mistakes_of_both_sections_are_told_at_once_with_place_and_way_out() {
    let rows = "[[export]]\nfile = \"exports\"\ncommunity = \"pge\"\nweight = 2\nuntil = \"x\"\n\
        [[export]]\nfiel = \"exports\"\n[[export]]\nfile = \"a\"\ncolumns = { time = \"T\" }\n\
        [[observed]]\nmetric = \"leeds\"\nvalue = \"many\"\n\
        [[observed]]\nmetric = \"leads\"\nvalue = 7\nfrom = 2025-03-01\nto = 2025-02-01\n\
        [[observed]]\nmetric = \"leads\"\nvalue = 7\nin = \"last year\"\nerror = \"200%\"\n\
        [[observed]]\nmetric = \"page.leads\"\nvalue = 7\nin = 2025\nfrom = 2025-01-01\n\
        [[observed]]\nmetric = \"reach_first\"\nvalue = 7\nin = 2024\n\
        [[observed]]\nmetric = \"reach_first\"\nvalue = 8\nfrom = 2024-01-01\nto = 2024-12-31\n";
    let folder = page("attached-mistakes", rows);
    let told = wrong(&folder);
    for words in [
        "there is no community `pge`",
        "did you mean `page`?",
        "`export.weight` is 2, but it lies between 0 and 1",
        "`export.until` is `x`, but a date is meant",
        "`[[export]]` has no key `fiel`",
        "did you mean `file`?",
        "this `[[export]]` has no `file`",
        "`export.columns` needs `kind`",
        "there is no metric `leeds`",
        "did you mean `leads`?",
        "error[number]",
        "this `[[observed]]` ends before it begins",
        "but a year, a month or a day is meant",
        "`observed.error` is 2, but it lies between 0 and 1",
        "`in` says the whole period, and so do `from` and `to`",
        "`reach_first` of these days is given twice",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

/// Nothing but what lies below the scenario is even looked at.
#[test]
fn files_of_other_folders_need_leave() {
    let folder = page("attached-outside", "");
    std::fs::create_dir_all(folder.at("in")).expect("a folder");
    let pattern = |pattern: &str| {
        let text = format!("{FIXED}[[export]]\nfile = \"{pattern}\"\n");
        folder.file("in/page.toml", &text)
    };
    for outside in ["../exports/*.csv", "../**", "../exports/new.csv", "../*/none.csv"] {
        let path = pattern(outside);
        let error = Case::load(&path).expect_err("not allowed");
        let told = printed(&folder, error);
        assert!(told.contains("error[file-outside]") && told.contains("--allow-path"), "{told}");
    }
    let path = pattern("../exports/*.csv");
    let options = Options { allowed: vec![folder.at("exports")], ..Options::default() };
    let allowed = Case::load_with(&path, &options).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(allowed.exports.len(), 1);
    let path = pattern("none/*.csv");
    let told = printed(&folder, Case::load(&path).expect_err("no such file"));
    assert!(told.contains("error[file-missing]") && told.contains("named here"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_refused() {
    let folder = page("attached-link", "");
    std::fs::create_dir_all(folder.at("in")).expect("a folder");
    std::os::unix::fs::symlink(folder.at("exports/new.csv"), folder.at("in/new.csv"))
        .expect("a link");
    let text = format!("{FIXED}[[export]]\nfile = \"*.csv\"\n");
    let path = folder.file("in/page.toml", &text);
    let told = printed(&folder, Case::load(path).expect_err("not allowed"));
    assert!(told.contains("error[file-outside]"), "{told}");
}

#[test]
fn a_child_takes_the_rows_of_its_parent_or_has_its_own_and_a_flag_takes_their_place() {
    let folder = page("attached-extends", "[[export]]\nfile = \"exports/*.csv\"\n");
    std::fs::create_dir_all(folder.at("below")).expect("a folder");
    let child = "extends = \"../page.toml\"\ntitle = \"Child\"\n";
    folder.file("below/child.toml", child);
    let options = Options { allowed: vec![folder.0.clone()], ..Options::default() };
    let read = |options: &Options| {
        let case = Case::load_with(folder.at("below/child.toml"), options);
        case.unwrap_or_else(|error| panic!("{error}"))
    };
    // The parent's paths are relative to the parent.
    assert_eq!(read(&options).exports[0].name, "exports/new.csv");
    folder.file("below/own.csv", &posts(1..3));
    folder.file("below/child.toml", &format!("{child}[[export]]\nfile = \"own.csv\"\n"));
    assert_eq!(read(&options).exports.len(), 1);
    assert_eq!(read(&options).exports[0].name, "own.csv");
    let set = format!("export = [{{ file = \"{}\" }}]", folder.at("exports").display());
    let options = Options { sets: vec![set], ..options };
    assert_eq!(read(&options).exports.len(), 2);
    // One row alone has no name by which it could be set.
    let wrong = folder.reachsim(&["run", "page.toml", "--set", "export.1.weight=0.5"]);
    let (_, told) = expect_code(&wrong, 2);
    assert!(told.contains("--set 'export = [{ .. }]'"), "{told}");
}

fn asked(exports: &[&str]) -> Data {
    Data { exports: exports.iter().map(|name| (*name).to_owned()).collect(), ..Data::default() }
}

fn all(case: &Case, data: &Data) -> Vec<(usize, f64, Option<i32>, usize)> {
    let found = attached(case, data).unwrap_or_else(|error| panic!("{error}"));
    let told =
        |one: &attached::Attached| (one.community, one.weight, one.until, one.export.posts.len());
    found.iter().map(told).collect()
}

#[test]
fn files_of_a_community_and_a_weight_are_one_and_a_file_that_is_named_twice_counts_once() {
    let rows = "[[export]]\nfile = \"exports/**\"\n\
        [[export]]\nfile = \"exports/old/*\"\nweight = 0.5\nuntil = 2025-04-30\n";
    let folder = page("attached-groups", rows);
    let case = case(&folder);
    let until = period::of("2025-04-30").map(|[_, last]| period::number(last));
    // Posts 1 to 3 are of February to April.
    let both = [(0, 1.0, None, 10), (0, 0.5, until, 3)];
    assert_eq!(all(&case, &Data::default()), both);
    let again = folder.at("exports/new.csv").display().to_string();
    assert_eq!(all(&case, &asked(&[&again])), both);
    // The command line says otherwise of a file, as either of them calls it.
    let lighter =
        |pattern: &str| Data { weights: vec![(pattern.to_owned(), 0.5)], ..asked(&[&again]) };
    let lighter_new = [(0, 0.5, None, 10), (0, 0.5, until, 3)];
    assert_eq!(all(&case, &lighter("exports/new.csv")), lighter_new);
    assert_eq!(all(&case, &lighter(&again)), lighter_new);
    let as_of = period::of("2025-03-31").map(|[_, last]| period::number(last));
    let early = Data { as_of, ..Data::default() };
    assert_eq!(all(&case, &early), [(0, 1.0, as_of, 3), (0, 0.5, as_of, 2)]);
    let none = attached(&case, &lighter("none*")).expect_err("no such file");
    assert!(none.to_string().contains("no export is called like `none*`"), "{none}");
}

#[test]
fn a_file_of_which_nobody_says_of_which_community_it_tells_is_asked_about() {
    let folder = page("attached-whose", "");
    folder.file("page.toml", &format!("{TWO}[[export]]\nfile = \"exports/*.csv\"\n"));
    // A run needs no answer.
    let case = case(&folder);
    let told = printed(&folder, attached(&case, &Data::default()).expect_err("whose?"));
    assert!(told.contains("error[not-this-community]"), "{told}");
    assert!(told.contains("it names `Facebook` and `Ours`"), "{told}");
    // Of a page on the same network it is likely.
    assert!(told.contains("it may be `page`: write"), "{told}");
    assert!(told.contains("`--community page=exports/new.csv`"), "{told}");
    assert!(told.contains("file = \"exports/*.csv\"\n"), "{told}");
    let says = |id: &str| Data {
        communities: vec![(id.to_owned(), "exports/*".to_owned())],
        ..Data::default()
    };
    assert_eq!(all(&case, &says("group")), [(1, 1.0, None, 10)]);
    let wrong = attached(&case, &says("grup")).expect_err("no such community").to_string();
    assert!(wrong.contains("there is no community `grup`: did you mean `group`?"), "{wrong}");
    folder.file(
        "page.toml",
        &format!("{TWO}[[export]]\nfile = \"exports/*.csv\"\ncommunity = \"page\"\n"),
    );
    let case = self::case(&folder);
    assert_eq!(all(&case, &Data::default()), [(0, 1.0, None, 10)]);
}

/// The account of a file is called like one of the communities.
#[test]
fn the_community_that_is_called_like_an_account_is_the_candidate() {
    let folder = page("attached-likely", "");
    let text = TWO.replace("[community.group]", "[community.ours]");
    folder.file("page.toml", &format!("{text}[[export]]\nfile = \"exports/*.csv\"\n"));
    let case = case(&folder);
    let told = printed(&folder, attached(&case, &Data::default()).expect_err("whose?"));
    assert!(told.contains("it may be `ours`: write `community = \"ours\"`"), "{told}");
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn totals_are_read_from_the_file_and_from_the_command_line() {
    let rows = "[[observed]]\nmetric = \"questions\"\nvalue = \"9.8k\"\nin = 2025\nerror = \"5%\"\n\
        [[observed]]\nmetric = \"page.questions\"\nvalue = 700\nfrom = 2025-02-01\n\
        to = 2025-02-28\n[[observed]]\nmetric = \"reach_first\"\nvalue = 1e6\nin = \"2025-03\"\n";
    let case = case(&page("attached-totals", rows));
    let of = |texts: &[&str]| -> Vec<Observation> {
        attached::observed(&case, &self::texts(texts)).unwrap_or_else(|error| panic!("{error}"))
    };
    let day = |text: &str| period::of(text).map(|[first, _]| first);
    let found = of(&[]);
    let [first, second, third] = &found[..] else { panic!("{found:?}") };
    assert_eq!((first.value, first.error), (9_800.0, 0.05));
    assert_eq!((first.from, first.to), (day("2025-01-01"), day("2025-12-31")));
    assert_eq!(first.column, case.model().column("questions").expect("a metric"));
    assert!(first.at.is_some());
    assert_eq!(second.column.community, Some(0));
    assert_eq!((third.from, third.to), (day("2025-03-01"), day("2025-03-31")));
    // What the command line counts takes the place of the same in the file.
    let both =
        of(&["questions = 10k +- 2.5% in 2025", "page.reach_first=5 ± 1 from 2025-01 to 2025-06"]);
    assert_eq!(both.len(), 4);
    assert_eq!((both[2].value, both[2].error, both[2].at.is_none()), (10_000.0, 0.025, true));
    assert_eq!((both[3].value, both[3].error), (5.0, 0.2));
    assert_eq!((both[3].from, both[3].to), (day("2025-01-01"), day("2025-06-30")));
    assert_eq!(both[3].name, "page.reach_first");
    let open = of(&["reach_first = 7", "reach_first = 7 from 2025-02-03"]);
    assert_eq!((open[3].from, open[3].to), (None, None));
    assert_eq!((open[4].from, open[4].to), (day("2025-02-03"), None));
}

#[test]
fn what_is_no_total_is_told_with_its_place() {
    let case = case(&page("attached-no-totals", ""));
    let bad = [
        ("leads", Code::SetSyntax, "states no total"),
        ("leeds = 72 in 2025", Code::UnknownMetric, "did you mean `leads`"),
        ("leads = many in 2025", Code::Number, "many"),
        ("leads = 72 in May", Code::Date, "\"May\" is no period"),
        ("leads = 72 in 2025-13", Code::Date, "\"2025-13\" is no period"),
        ("leads = 72 from 2025-06-30 to 2025-01-01", Code::RangeReversed, "ends before it begins"),
        ("leads = 72 +- 500% in 2025", Code::OutOfRange, "error of a total"),
        ("leads = 0 +- 3 in 2025", Code::OutOfRange, "error of a total"),
    ];
    let all = texts(&bad.map(|(text, ..)| text));
    let Err(Error::Input(problems)) = attached::observed(&case, &all) else { panic!("no error") };
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, bad.map(|(_, code, _)| code));
    let told = problems.render(Style::Plain);
    for (text, _, words) in bad {
        assert!(told.contains(words) && told.contains(text), "{words}: {told}");
    }
    let twice = texts(&["leads = 7 in 2025", "leads = 8 from 2025-01-01 to 2025-12-31"]);
    let told = attached::observed(&case, &twice).expect_err("twice").to_string();
    assert!(told.contains("`leads` of these days is given twice"), "{told}");
}

/// A scenario of formulas alone has totals, and no exports.
#[test]
fn formulas_alone_are_observed_too() {
    let text = "title = \"Sum\"\n[input.a]\nvalue = \"1 to 3\"\n[metric.b]\nformula = \"2 * a\"\n";
    let folder = page("attached-formulas", "");
    folder.file("page.toml", &format!("{text}[[observed]]\nmetric = \"b\"\nvalue = 4\n"));
    let known = case(&folder);
    let ColumnId { community, metric } = known.lowered.observed[0].column;
    assert_eq!((community, known.model().metric(metric).id), (None, "b"));
    folder.file("page.toml", &format!("{text}[[export]]\nfile = \"exports\"\n"));
    let told = wrong(&folder);
    assert!(told.contains("error[no-community]"), "{told}");
}

/// Files with people's words do not travel with the shards of a run: what is known of them does.
#[test]
fn an_archive_of_a_scenario_has_its_hash_and_not_its_exports() {
    let folder = page("attached-archive", "[[export]]\nfile = \"exports/*.csv\"\n");
    let case = case(&folder);
    let archive = ScenarioArchive::of(&case, &[], None).expect("an archive");
    let bytes = serde_json::to_vec(&archive).expect("bytes");
    std::fs::remove_dir_all(folder.at("exports")).expect("gone");
    let again: ScenarioArchive = serde_json::from_slice(&bytes).expect("an archive");
    let read = again.load(&[]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((&read.about().hash, &read.exports), (&case.about().hash, &case.exports));
}

#[test]
fn a_pattern_with_a_weight_and_an_id_with_a_pattern_are_read_or_refused_with_an_example() {
    assert_eq!(attached::weight("old/*=50%"), Ok(("old/*".to_owned(), 0.5)));
    assert_eq!(attached::weight("a=b.csv = 1"), Ok(("a=b.csv".to_owned(), 1.0)));
    let page = ("page".to_owned(), "exports/a=b.csv".to_owned());
    assert_eq!(attached::community("page=exports/a=b.csv"), Ok(page));
    for bad in ["old/*", "old/*=2", "=0.5", "old/*=heavy"] {
        assert!(attached::weight(bad).is_err(), "{bad}");
    }
    for bad in ["page", "=a.csv", "page="] {
        assert!(attached::community(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_period_is_a_year_a_month_or_a_day() {
    let of = |text| period::of(text).map(|days| days.map(|day| day.to_string()));
    let days = |first: &str, last: &str| Some([first.to_owned(), last.to_owned()]);
    assert_eq!(of("2025"), days("2025-01-01", "2025-12-31"));
    assert_eq!(of(" 2024-02 "), days("2024-02-01", "2024-02-29"));
    assert_eq!(of("2025-03-05"), days("2025-03-05", "2025-03-05"));
    for bad in ["", "25", "2025-", "2025-2", "2025-13", "2025-02-30", "2025-01-01-01", "+025"] {
        assert_eq!(of(bad), None, "{bad}");
    }
    for number in [-1, 0, 20_000] {
        assert_eq!(period::number(period::day(number)), number);
    }
    assert!(period::day(i32::MAX) > period::day(i32::MIN));
}
