//! Which file of a room uses which other one, and where that goes round in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{PACKAGES, Source, begins, items, of_a_name};

/// The names of a module and of those around it, the outermost first; the packages are one house.
type Module = Vec<String>;

/// What is read of a file.
struct File {
    /// What its `use` lines name, by the name that they give it.
    imports: Vec<Import>,
    /// The code without them, and without the declarations of its children.
    body: String,
}

struct Import {
    name: String,
    path: Vec<String>,
    /// Whether it is passed on: then it is no use by itself.
    is_public: bool,
}

pub struct Files(BTreeMap<Module, File>);

impl Files {
    pub fn of(sources: &[Source]) -> Files {
        let names = |source: &Source| source.modules().into_iter().map(str::to_owned).collect();
        Files(sources.iter().map(|source| (names(source), File::of(&source.bare))).collect())
    }

    /// Files that use one another, directly or round about: each group in the order of its names.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let edges: BTreeMap<&Module, BTreeSet<Module>> =
            self.0.iter().map(|(module, file)| (module, self.used(module, file))).collect();
        let reach = |from: &Module| {
            let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
            while let Some(module) = next.pop() {
                for used in edges.get(&module).into_iter().flatten() {
                    if seen.insert(used.clone()) {
                        next.push(used.clone());
                    }
                }
            }
            seen
        };
        let reached: BTreeMap<&Module, BTreeSet<Module>> =
            self.0.keys().map(|module| (module, reach(module))).collect();
        let mut circles: Vec<Vec<String>> = Vec::new();
        for (module, all) in &reached {
            let together =
                all.iter().filter(|other| reached[other].contains(*module)).map(|m| m.join("/"));
            let circle: Vec<String> = together.collect();
            if !circle.is_empty() && !circles.contains(&circle) {
                circles.push(circle);
            }
        }
        circles
    }

    /// The files of its own room that a file uses.
    fn used(&self, module: &Module, file: &File) -> BTreeSet<Module> {
        let imported = file
            .imports
            .iter()
            .filter(|import| !import.is_public || uses_name(&file.body, &import.name));
        let paths = imported.map(|import| import.path.clone()).chain(paths(&file.body));
        let found = paths.filter_map(|path| self.resolve(module, &path, 0));
        found.filter(|other| other != module && other[0] == module[0]).collect()
    }

    /// The file that defines what a path in a module names; `None` outside the house, and of a
    /// module as such.
    fn resolve(&self, module: &[String], path: &[String], depth: usize) -> Option<Module> {
        match path[0].as_str() {
            "crate" if PACKAGES.contains(&module[0].as_str()) => {
                self.walk(&module[..1], &path[1..], depth)
            }
            "reachsim_data" | "reachsim_learn" => {
                self.walk(&[path[0]["reachsim_".len()..].to_owned()], &path[1..], depth)
            }
            "crate" | "reachsim" | "reachsim_core" => self.walk(&[], &path[1..], depth),
            "super" => self.walk(&module[..module.len() - 1], &path[1..], depth),
            "self" => self.walk(module, &path[1..], depth),
            name if self.0.contains_key(&child(module, name))
                || self.import(module, name).is_some() =>
            {
                self.walk(module, path, depth)
            }
            _ => None,
        }
    }

    /// Where a path leads from a module on.
    fn walk(&self, module: &[String], path: &[String], depth: usize) -> Option<Module> {
        let (first, rest) = path.split_first()?;
        let child = child(module, first);
        if first == "super" {
            self.walk(&module[..module.len() - 1], rest, depth)
        } else if self.0.contains_key(&child) {
            self.walk(&child, rest, depth)
        } else if let Some(import) = self.import(module, first).filter(|_| depth < LONGEST) {
            self.resolve(module, &[import, rest].concat(), depth + 1)
        } else {
            self.0.contains_key(module).then(|| module.to_vec())
        }
    }

    /// What a module imports under a name, unless it is the name itself: so macros are passed on.
    fn import(&self, module: &[String], name: &str) -> Option<&[String]> {
        let import = self.0.get(module)?.imports.iter().find(|import| import.name == name)?;
        (import.path != [name]).then_some(&import.path[..])
    }
}

fn child(module: &[String], name: &str) -> Module {
    [module, &[name.to_owned()]].concat()
}

/// Imports of imports that are followed.
const LONGEST: usize = 8;

impl File {
    fn of(bare: &str) -> File {
        let (mut imports, mut body, mut rest) = (Vec::new(), String::new(), bare);
        while let Some((before, statement, after)) = statement(rest) {
            let before = before.trim_end();
            let plain = before.strip_suffix(')').and_then(|text| Some(text.rsplit_once('(')?.0));
            let plain = plain.unwrap_or(before);
            let is_public = plain.ends_with("pub");
            body.push_str(if is_public { plain.trim_end_matches("pub") } else { before });
            for path in spelt_out(statement) {
                let (path, name) = path.split_once(" as ").unwrap_or((&path, ""));
                let mut path: Vec<String> =
                    path.split("::").map(|name| name.trim().to_owned()).collect();
                if path.last().is_some_and(|last| last == "self") {
                    path.pop();
                }
                let last = path.last().cloned().unwrap_or_default();
                let name = if name.is_empty() { last } else { name.trim().to_owned() };
                imports.push(Import { name, path, is_public });
            }
            rest = after;
        }
        body.push_str(rest);
        File { imports, body }
    }
}

/// The next `use` of a code: what is before it, what it names, and what follows.
fn statement(code: &str) -> Option<(&str, &str, &str)> {
    let (place, _) = code.match_indices("use ").find(|&(place, _)| begins(code, place))?;
    let (named, after) = code[place + "use ".len()..].split_once(';')?;
    Some((&code[..place], named, after))
}

/// Each path of a tree of imports.
fn spelt_out(tree: &str) -> Vec<String> {
    let Some((prefix, group)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let items = items(group).into_iter().filter(|item| !item.trim().is_empty());
    items.flat_map(spelt_out).map(|item| format!("{}{item}", prefix.trim())).collect()
}

/// The paths of at least two names in a code.
fn paths(body: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    body.match_indices("::").filter_map(|(place, _)| {
        let start = body[..place].rfind(|c| !of_a_name(c)).map_or(0, |before| before + 1);
        if start == place || !begins(body, start) {
            return None;
        }
        let end = body[start..].find(|c| !of_a_name(c) && c != ':').unwrap_or(body.len() - start);
        let path = body[start..start + end].trim_end_matches(':').split("::");
        Some(path.map(str::to_owned).collect())
    })
}

/// Whether a code uses a name by itself: a type anywhere, a function where it is called.
fn uses_name(body: &str, name: &str) -> bool {
    body.match_indices(name).any(|(place, _)| {
        let (before, after) = (&body[..place], &body[place + name.len()..]);
        let is_type = name.starts_with(char::is_uppercase);
        let follows = if is_type { !after.starts_with(of_a_name) } else { after.starts_with('(') };
        begins(body, place) && !before.ends_with(['.', '$']) && !before.ends_with("fn ") && follows
    })
}
