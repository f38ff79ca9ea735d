//! What the founding texts claim, as scenarios and as a command.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::support::expect_code;

/// A folder of the build's with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("claims").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the build's folder can be written");
    for (file, text) in files {
        std::fs::write(folder.join(file), text).expect("the build's folder can be written");
    }
    folder
}

fn reachsim(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reachsim"));
    let command = command
        .arg("claims")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null());
    command.output().expect("the program starts")
}

const PAGE: &str = r#"
market.people = "1M"
community.page = { platform = "facebook-2012", followers = 10_000, questions.per_year = 1_000, friends.mean = 130 }

[[target]]
name = "enough see it"
metric = "impressions_questions"
"#;

#[test]
fn every_claim_says_which_it_is_and_is_told_with_its_probability() {
    let files: Vec<PathBuf> =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/claims"))
            .expect("the claims")
            .map(|entry| entry.expect("a file").path())
            .collect();
    assert!(files.len() >= 25, "{}", files.len());
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a text");
        assert!(text.starts_with("# ") && text.contains("\n[[target]]\n"), "{}", file.display());
    }
    let (out, err) = expect_code(&reachsim(&["--trials", "500", "--format", "json"]), 0);
    assert!(err.is_empty(), "{err}");
    let found: Value = serde_json::from_str(&out).expect("one document and nothing else");
    assert_eq!(found["schema"], "reachsim.claims/1");
    let claims = found["claims"].as_array().expect("a list");
    assert_eq!(claims.len(), files.len());
    for claim in claims {
        let number = |key: &str| claim[key].as_f64().unwrap_or(f64::NAN);
        assert!((0.0..=1.0).contains(&number("probability")) && number("se") >= 0.0, "{claim}");
        assert!(
            claim["claim"].as_str().is_some_and(|title| !title.is_empty())
                && claim["file"].is_string(),
            "{claim}"
        );
        // What the model says at present; a claim that no longer holds is to be looked at.
        assert_eq!(claim["holds"], true, "{claim}");
    }
}

#[test]
fn what_does_not_hold_is_shown_as_such() {
    let target = |bound: &str, title: &str| format!("title = \"{title}\"\n{PAGE}{bound}\n");
    let better = format!(
        "{}\n[[what_if]]\nname = \"half\"\nset = {{ \"community.page.questions.per_year\" = 500 \
            }}\n",
        target("at_least = 1", "Less is more")
    );
    let files = [
        ("a.toml", target("at_least = 1_000", "A page is seen")),
        ("b.toml", target("at_least = 1_000_000", "A page is seen by everybody")),
        ("c.toml", target("at_least = 9_000\nwith = \"99.9%\"", "It is nearly certain")),
        ("d.toml", better),
    ];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = folder("mixed", &files).display().to_string();
    let (out, _) = expect_code(&reachsim(&[&folder, "--trials", "1000", "--format", "json"]), 0);
    let found: Value = serde_json::from_str(&out).expect("one document");
    let holds: Vec<bool> = found["claims"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|claim| claim["holds"] == true)
        .collect();
    assert_eq!(holds, [true, false, false, false]);
    assert!(found["claims"][3]["difference"].as_f64().is_some_and(|difference| difference < 0.0));
    for (locale, verdict, mark) in [
        ("en", "1 of 4 claims hold", "[does not hold]"),
        ("ru", "верны 1 из 4", "[неверно]"),
        ("uk", "правдиві 1 з 4", "[неправда]"),
    ] {
        let (out, _) =
            expect_code(&reachsim(&[&folder, "--trials", "1000", "--locale", locale]), 0);
        assert!(out.contains(verdict) && out.matches(mark).count() == 3, "{out}");
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    }
}

#[test]
fn what_is_no_claim_is_said() {
    let no_target = folder(
        "no-target",
        &[(
            "a.toml",
            "title = \"A\"\nmarket.people = \"1M\"\ncommunity.page = { platform = \
                \"facebook-2012\", followers = 1_000, questions.per_year = 10 }\n",
        )],
    );
    let (_, err) = expect_code(&reachsim(&[&no_target.display().to_string()]), 2);
    assert!(err.contains("no `[[target]]`"), "{err}");
    let empty = folder("empty", &[]);
    let (_, err) = expect_code(&reachsim(&[&empty.display().to_string()]), 2);
    assert!(err.contains("has no scenario"), "{err}");
    let (_, err) = expect_code(&reachsim(&["no/such/folder"]), 2);
    assert!(err.contains("is no folder"), "{err}");
    let neither = format!(
        "title = \"A\"\n{PAGE}at_least = 1\n[[what_if]]\nname = \"more\"\nset = \
        {{ \"market.people\" = \"2M\" }}\n"
    )
    .replace("impressions_questions", "questions");
    let neither = folder("neither", &[("a.toml", &neither)]);
    let (_, err) = expect_code(&reachsim(&[&neither.display().to_string()]), 2);
    assert!(err.contains("neither direction"), "{err}");
}
