//! Numbers that are drawn together, row by row of a file.

use serde_json::Value;

use crate::support::{Folder, expect_code};

/// Orders and their prices as they were: many orders where the price is low or high, few between.
fn rows() -> String {
    let row = |row: i32| {
        let price = 10.0 + f64::from(row * 37 % 101);
        format!("{price},{}\n", 1.0 + (price - 60.0).abs())
    };
    "price,orders\n".to_owned() + &(0..101).map(row).collect::<String>()
}

fn text(joint: &str) -> String {
    let input = |id: &str| {
        format!(
            "[input.{id}]\nvalue = {{ data = {{ file = \"rows.csv\", column = \"{id}\"{joint} }} }}\n"
        )
    };
    let metrics = "[metric.off]\nformula = \"orders - max(price - 60, 60 - price)\"\n\
        [metric.sum]\nformula = \"price\"\n";
    format!(
        "title = \"Orders\"\nsimulation.trials = 2_000\n{}{}{metrics}",
        input("price"),
        input("orders")
    )
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("rows.csv", &rows());
    folder
}

fn number(document: &Value, metric: &str, statistic: &str) -> f64 {
    document["metrics"][metric][statistic].as_f64().expect("a number")
}

#[test]
fn values_of_one_row_stay_together_in_every_future() {
    let folder = folder("together");
    folder.file("orders.toml", &text(", joint = \"sales\""));
    folder.file("apart.toml", &text(""));
    let run = |name: &str| folder.document(&["run", name, "--out", "none"]);
    let (together, apart) = (run("orders.toml"), run("apart.toml"));
    for end in ["min", "max"] {
        assert!((number(&together, "off", end) - 1.0).abs() < 1e-9, "one row gives 1: {together}");
    }
    assert!(number(&apart, "off", "sd") > 10.0, "apart they go any way");
    // Each by itself is what it was.
    for statistic in ["p05", "p50", "p95"] {
        let [one, other] = [&together, &apart].map(|run| number(run, "sum", statistic));
        assert!((one - other).abs() < 3.0, "{statistic}: {one} {other}");
    }
    assert!((number(&together, "sum", "mean") - 60.0).abs() < 0.5);
    let (told, _) = expect_code(&folder.reachsim(&["explain", "orders.toml"]), 0);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("drawn together with all of `sales`"), "{told}");
    // A study says that they are tied.
    let arguments = ["sensitivity", "orders.toml", "--metric", "off"];
    assert_eq!(folder.document(&arguments)["correlated"], true);
}

#[test]
fn rows_that_cannot_be_drawn_together_are_told() {
    let folder = folder("torn");
    folder.file("gaps.csv", "price,orders\n1,2\n3,\n4,5\n");
    let joint = text(", joint = \"sales\"");
    let twice = joint.replacen("rows.csv", "other.csv", 1);
    folder.file("other.csv", &rows());
    let alone = joint.replacen(", joint = \"sales\"", "", 1);
    let mixed = "{ mixture = { of = [{ data = { file = \"rows.csv\", column = \"price\", \
        joint = \"sales\" } }, 3], weights = [1, 1] } }";
    for (name, text, code, words) in [
        ("gaps", joint.replace("rows.csv", "gaps.csv"), 2, "column `orders` lacks some of them"),
        ("cut", joint.replacen(" } }\n", " }, max = 90 }\n", 1), 2, "lacks some of them"),
        ("twice", twice, 2, "stand in `rows.csv` and in `other.csv`"),
        ("mixed", format!("{alone}[input.z]\nvalue = {mixed}\n"), 2, "a part of a mixture"),
        ("alone", alone.clone(), 0, "nothing else is drawn with the rows `sales`"),
        (
            "tied",
            format!(
                "{joint}[[correlation]]\nbetween = [\"input.price\", \"input.orders\"]\nrank = 0.5\n"
            ),
            0,
            "is drawn with the rows `sales`",
        ),
    ] {
        let file = format!("{name}.toml");
        folder.file(&file, &text);
        let run = folder.reachsim(&["run", &file, "--no-files", "--trials", "1000"]);
        let (_, told) = expect_code(&run, code);
        assert!(told.contains(words) && told.contains("help: "), "{name}: {told}");
    }
}
