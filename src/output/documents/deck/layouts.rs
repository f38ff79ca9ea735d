//! The layouts of a client's package by their placeholders: which one a slide stands on, and the
//! room that it leaves.

use roxmltree::{Document, Node};

use super::markup::Place;
use super::stage::{Role, Spot, Stage};

/// The texts of a master and of its layouts, each with the name of its part.
pub struct Found<'a> {
    pub master: &'a str,
    pub layouts: Vec<(String, &'a str)>,
}

/// A placeholder.
#[derive(Clone, Debug)]
struct Holder {
    kind: String,
    idx: u32,
    place: Option<Place>,
    /// Letters of its first level, in points.
    size: Option<f64>,
}

struct Layout<'a> {
    name: &'a str,
    kind: String,
    holders: Vec<Holder>,
}

/// Letters of a title that nothing gives a size, as the format has it.
const TITLE: f64 = 44.0;
/// What a box leaves free at its sides, and above and below.
const MARGIN: (i64, i64) = (91_440, 45_720);
/// Parts of the slide in hundredths: where the foot begins, the edges, the sentence above.
const FOOT: i64 = 94;
const EDGE: i64 = 5;
const LEAD: i64 = 10;

/// Whether it is a title.
fn is_title(holder: &Holder) -> bool {
    matches!(holder.kind.as_str(), "title" | "ctrTitle")
}

/// A stage for every role; `None` where no layout has a title.
pub fn stages(found: &Found, size: Place) -> Option<[Stage; Role::ALL.len()]> {
    let document = Document::parse(found.master).ok()?;
    let master = holders(document.root_element());
    let letters = title_letters(document.root_element()).unwrap_or(TITLE);
    let mut layouts = Vec::new();
    for (name, text) in &found.layouts {
        let document = Document::parse(text).ok()?;
        let root = document.root_element();
        let kind = root.attribute("type").unwrap_or("").to_owned();
        let layout = Layout { name, kind, holders: holders(root) };
        if layout.holders.iter().any(is_title) {
            layouts.push(layout);
        }
    }
    let of = |kinds: &[&str]| {
        kinds
            .iter()
            .find_map(|kind| layouts.iter().find(|layout| layout.kind == *kind))
            .or_else(|| layouts.first())
    };
    let plain = of(&["titleOnly", "obj", "tx", "chart", "tbl"])?;
    let divider = of(&["secHead", "title", "titleOnly", "obj"])?;
    let stage = |role: Role| {
        let layout = if role == Role::Section { divider } else { plain };
        stage(layout, &master, letters, size)
    };
    Some(Role::ALL.map(stage))
}

fn holders(root: Node) -> Vec<Holder> {
    let number = |node: Node, name: &str| node.attribute(name)?.parse::<i64>().ok();
    let holder = |node: Node| {
        let mark = node.descendants().find(|node| node.tag_name().name() == "ph")?;
        let place = || {
            let xfrm = child(child(node, "spPr")?, "xfrm")?;
            let (off, ext) = (child(xfrm, "off")?, child(xfrm, "ext")?);
            Some(Place {
                x: number(off, "x")?,
                y: number(off, "y")?,
                width: number(ext, "cx")?,
                height: number(ext, "cy")?,
            })
        };
        let size = || {
            let style = child(child(child(node, "txBody")?, "lstStyle")?, "lvl1pPr")?;
            let size = number(child(style, "defRPr")?, "sz")?;
            Some(size as f64 / 100.0)
        };
        Some(Holder {
            kind: mark.attribute("type").unwrap_or("obj").to_owned(),
            idx: mark.attribute("idx").and_then(|idx| idx.parse().ok()).unwrap_or(0),
            place: place(),
            size: size(),
        })
    };
    root.descendants().filter(|node| node.tag_name().name() == "sp").filter_map(holder).collect()
}

fn title_letters(master: Node) -> Option<f64> {
    let style = child(child(child(master, "txStyles")?, "titleStyle")?, "lvl1pPr")?;
    let size: f64 = child(style, "defRPr")?.attribute("sz")?.parse().ok()?;
    Some(size / 100.0)
}

fn stage(layout: &Layout, master: &[Holder], letters: f64, size: Place) -> Stage {
    let of_master = |kind: &str| master.iter().find(|holder| holder.kind == kind);
    let of_layout = |kind: &str| layout.holders.iter().find(|holder| holder.kind == kind);
    let place = |kind: &str| {
        let own = of_layout(kind).and_then(|holder| holder.place);
        own.or_else(|| of_master(kind).and_then(|holder| holder.place))
    };
    let edge = size.width * EDGE / 100;
    let foot_top = ["ftr", "sldNum", "dt"].iter().filter_map(|kind| place(kind));
    let foot_top = foot_top
        .map(|place| place.y)
        .filter(|y| *y > size.height / 2)
        .min()
        .unwrap_or(size.height * FOOT / 100);
    let own = layout.holders.iter().find(|holder| is_title(holder));
    let title = own
        .and_then(|holder| holder.place)
        .or_else(|| of_master("title").and_then(|holder| holder.place))
        .unwrap_or(Place {
            x: edge,
            y: edge,
            width: size.width - 2 * edge,
            height: size.height / 7,
        });
    let below = title.y + title.height;
    let body = of_master("body").and_then(|holder| holder.place).unwrap_or(Place {
        x: title.x,
        y: below,
        width: title.width,
        height: foot_top - below,
    });
    let held = layout
        .holders
        .iter()
        .find(|holder| matches!(holder.kind.as_str(), "body" | "subTitle"))
        .filter(|_| matches!(layout.kind.as_str(), "secHead" | "title"));
    let lead_room = body.height * LEAD / 100;
    let lead = match held {
        Some(holder) if holder.kind == "subTitle" => {
            Spot::Holder { kind: "subTitle", idx: holder.idx }
        }
        Some(holder) => Spot::Holder { kind: "body", idx: holder.idx },
        None => Spot::Box(Place { height: lead_room, ..body }),
    };
    let foot = match of_layout("ftr") {
        Some(holder) => Spot::Holder { kind: "ftr", idx: holder.idx },
        None => Spot::Box(Place {
            x: body.x,
            y: size.height * FOOT / 100,
            width: body.width,
            height: size.height * 4 / 100,
        }),
    };
    Stage {
        layout: layout.name.to_owned(),
        title_kind: own.map_or("title", |holder| holder.kind.as_str()).to_owned(),
        // A box without margins of its own has those of the format.
        title: Place {
            width: title.width - 2 * MARGIN.0,
            height: title.height - 2 * MARGIN.1,
            ..title
        },
        title_size: own.and_then(|holder| holder.size).unwrap_or(letters),
        lead,
        body: Place { y: body.y + lead_room, height: body.height - lead_room, ..body },
        chart: None,
        table: None,
        foot,
        number: of_layout("sldNum").map(|holder| holder.idx),
    }
}

/// The first child of a name.
pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.tag_name().name() == name)
}
