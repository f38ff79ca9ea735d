//! The program's own package: a master, five layouts with placeholders, the theme of the look.

use super::super::input::DocumentInput;
use super::super::xml::escape;
use super::base::Base;
use super::markup::{GROUP, HEAD, Letters, NAMES, Place, Shade, hex, mm, transform};
use super::package::{Package, Relation};
use super::stage::{Role, Spot, Stage};
use crate::output::look::Logo;

const THEME: &str = include_str!("parts/theme.xml");
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const NOTES: &str = "ppt/notesMasters/notesMaster1.xml";
const PRESENTATION: &str = "ppt/presentation.xml";

/// The slide: 338.67 mm wide and 190.5 mm high.
const SIZE: Place = Place { x: 0, y: 0, width: 12_192_000, height: 6_858_000 };
const TITLE: Place = Place { x: mm(16), y: mm(9), width: mm(306), height: mm(21) };
const LEAD: Place = Place { x: mm(16), y: mm(31), width: mm(306), height: mm(14) };
const BODY: Place = Place { x: mm(16), y: mm(47), width: mm(306), height: mm(125) };
const FIRST_TITLE: Place = Place { x: mm(16), y: mm(19), width: mm(306), height: mm(28) };
const FIRST_LEAD: Place = Place { x: mm(16), y: mm(9), width: mm(306), height: mm(8) };
const FIRST_BODY: Place = Place { x: mm(16), y: mm(52), width: mm(306), height: mm(120) };
const DIVIDER_TITLE: Place = Place { x: mm(16), y: mm(62), width: mm(306), height: mm(28) };
const DIVIDER_LEAD: Place = Place { x: mm(16), y: mm(94), width: mm(220), height: mm(44) };
const FOOT: Place = Place { x: mm(16), y: mm(177), width: mm(282), height: mm(8) };
const NUMBER: Place = Place { x: mm(302), y: mm(177), width: mm(20), height: mm(8) };

/// Indices of the placeholders.
const LEAD_IDX: u32 = 13;
const CHART_IDX: u32 = 14;
const TABLE_IDX: u32 = 15;
const FOOT_IDX: u32 = 11;
const NUMBER_IDX: u32 = 12;

/// The layouts, in the order of [`Role::ALL`], with what type `PowerPoint` knows them by.
const LAYOUTS: [(&str, &str); Role::ALL.len()] = [
    ("title", " type=\"title\""),
    ("section", " type=\"secHead\""),
    ("chart", " userDrawn=\"1\""),
    ("chart and table", " userDrawn=\"1\""),
    ("table", " userDrawn=\"1\""),
];

fn layout(place: usize) -> String {
    format!("ppt/slideLayouts/slideLayout{}.xml", place + 1)
}

pub fn base(told: &DocumentInput) -> Base {
    let mut package = Package::default();
    package.part(
        "ppt/presProps.xml",
        "presentationml.presProps",
        include_str!("parts/presProps.xml"),
    );
    package.part(
        "ppt/viewProps.xml",
        "presentationml.viewProps",
        include_str!("parts/viewProps.xml"),
    );
    let styles = include_str!("parts/tableStyles.xml");
    package.part("ppt/tableStyles.xml", "presentationml.tableStyles", styles);
    package.part("ppt/theme/theme1.xml", "theme", &theme(told));
    let stages = Role::ALL.map(stage);
    master(&mut package, told);
    for (place, stage) in stages.iter().enumerate() {
        let name = layout(place);
        package.part(&name, "presentationml.slideLayout", &layout_xml(place, stage, told));
        package.relations(&name, &[Relation::new("rId1", "slideMaster", MASTER)]);
    }
    let notes = notes_master(&mut package, told, "ppt/theme/theme2.xml");
    Base {
        package,
        presentation: PRESENTATION.into(),
        text: presentation(told),
        relations: vec![
            Relation::new("rId1", "slideMaster", MASTER),
            Relation::new("rId2", "notesMaster", NOTES),
            Relation::new("rId3", "theme", "ppt/theme/theme1.xml"),
            Relation::new("rId4", "presProps", "ppt/presProps.xml"),
            Relation::new("rId5", "viewProps", "ppt/viewProps.xml"),
            Relation::new("rId6", "tableStyles", "ppt/tableStyles.xml"),
        ],
        notes,
        stages,
    }
}

/// The master of notes with its theme, for a package that has none.
pub fn notes_master(package: &mut Package, told: &DocumentInput, look: &str) -> String {
    package.part(look, "theme", &theme(told));
    let text = include_str!("parts/notesMaster.xml");
    package.part(NOTES, "presentationml.notesMaster", text);
    package.relations(NOTES, &[Relation::new("rId1", "theme", look)]);
    NOTES.to_owned()
}

fn stage(role: Role) -> Stage {
    let (title_kind, title, title_size) = match role {
        Role::Title => ("ctrTitle", FIRST_TITLE, 32.0),
        Role::Section => ("title", DIVIDER_TITLE, 40.0),
        _ => ("title", TITLE, 24.0),
    };
    let kind = if role == Role::Title { "subTitle" } else { "body" };
    Stage {
        layout: layout(role as usize),
        title_kind: title_kind.into(),
        title,
        title_size,
        lead: Spot::Holder { kind, idx: LEAD_IDX },
        body: if role == Role::Title { FIRST_BODY } else { BODY },
        chart: matches!(role, Role::Chart | Role::ChartAndTable).then_some(CHART_IDX),
        table: matches!(role, Role::ChartAndTable | Role::Table).then_some(TABLE_IDX),
        foot: Spot::Holder { kind: "ftr", idx: FOOT_IDX },
        number: Some(NUMBER_IDX),
    }
}

/// The colours and fonts of the look.
fn theme(told: &DocumentInput) -> String {
    let look = told.look;
    let accents: String = (look.colours.iter().enumerate())
        .map(|(place, colour)| {
            format!("<a:accent{0}><a:srgbClr val=\"{1}\"/></a:accent{0}>", place + 1, hex(*colour))
        })
        .collect();
    THEME
        .replace("{accents}", &accents)
        .replace("{link}", &hex(look.colours[0]))
        .replace("{heading}", &escape(&look.heading_font.family))
        .replace("{body}", &escape(&look.body_font.family))
}

/// One placeholder of a master or a layout.
struct Holder<'a> {
    id: u32,
    name: &'a str,
    /// What stands behind `<p:ph`.
    mark: String,
    place: Option<Place>,
    /// What stands between `<a:lstStyle>` and its end.
    style: String,
    text: String,
    anchor: &'a str,
}

impl Holder<'_> {
    fn xml(&self) -> String {
        let place = self.place.map_or_else(String::new, |place| {
            format!(
                "<a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>",
                transform(place)
            )
        });
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{}\" name=\"{}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph{}/></p:nvPr></p:nvSpPr>\
             <p:spPr>{place}</p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"{}\"><a:normAutofit/></a:bodyPr>\
             <a:lstStyle>{}</a:lstStyle>{}</p:txBody></p:sp>",
            self.id, self.name, self.mark, self.anchor, self.style, self.text
        )
    }
}

/// A style of the first level.
fn style(side: &str, size: f64, bold: &str, shade: Shade) -> String {
    format!(
        "<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"{side}\"><a:buNone/><a:defRPr sz=\"{:.0}\" b=\"{bold}\">{}</a:defRPr></a:lvl1pPr>",
        size * 100.0,
        shade.fill()
    )
}

/// The logo at the left of the row of the foot, 7 mm high and no wider than 36 mm.
fn logo_place(logo: &Logo) -> Place {
    let aspect = i64::from(logo.aspect.max(1));
    let width = (mm(7) * aspect / 100).min(mm(36));
    Place { x: FOOT.x, y: FOOT.y, width, height: width * 100 / aspect }
}

/// Footer and number, with their places on the master and without them on layouts.
fn row(told: &DocumentInput, is_master: bool) -> String {
    let locale = told.locale();
    let left = told.look.logo.as_ref().map_or(0, |logo| logo_place(logo).width + mm(4));
    let foot = Place { x: FOOT.x + left, width: FOOT.width - left, ..FOOT };
    let at = |place: Place| is_master.then_some(place);
    let idx = |master: u32, own: u32| if is_master { master } else { own };
    let number = "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr/><a:t>‹#›</a:t></a:fld></a:p>";
    let of =
        |side: &str| if is_master { style(side, 9.0, "0", Shade::Quiet) } else { String::new() };
    let foot = Holder {
        id: 5,
        name: "Footer",
        mark: format!(" type=\"ftr\" sz=\"quarter\" idx=\"{}\"", idx(3, FOOT_IDX)),
        place: at(foot),
        style: of("l"),
        text: Letters::of(locale).plain(&told.foot()),
        anchor: "ctr",
    };
    let number = Holder {
        id: 6,
        name: "Slide Number",
        mark: format!(" type=\"sldNum\" sz=\"quarter\" idx=\"{}\"", idx(4, NUMBER_IDX)),
        place: at(NUMBER),
        style: of("r"),
        text: number.to_owned(),
        anchor: "ctr",
    };
    foot.xml() + &number.xml()
}

fn master(package: &mut Package, told: &DocumentInput) {
    let mut relations: Vec<Relation> = (0..LAYOUTS.len())
        .map(|place| Relation::new(format!("rId{}", place + 1), "slideLayout", &layout(place)))
        .collect();
    relations.push(Relation::new("rId20", "theme", "ppt/theme/theme1.xml"));
    let mut picture = String::new();
    if let Some(logo) = &told.look.logo {
        let name = format!("ppt/media/logo.{}", logo.kind.extension());
        package.extension(logo.kind.extension(), logo.kind.mime());
        package.bytes(&name, logo.bytes.clone());
        relations.push(Relation::new("rId21", "image", &name));
        picture = format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"7\" name=\"Logo\" descr=\"{}\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr userDrawn=\"1\"/></p:nvPicPr>\
             <p:blipFill><a:blip r:embed=\"rId21\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
             <p:spPr><a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
            escape(told.look.name.as_deref().unwrap_or("")),
            transform(logo_place(logo))
        );
    }
    let title = title_holder(TITLE, " type=\"title\"", String::new());
    let body = Holder {
        id: 3,
        name: "Text",
        mark: " type=\"body\" idx=\"1\"".into(),
        place: Some(BODY),
        style: String::new(),
        text: Letters::of(told.locale()).plain("Text"),
        anchor: "t",
    };
    let shapes = [title, body.xml(), row(told, true), picture].concat();
    let ids: String = (0..LAYOUTS.len())
        .map(|place| {
            format!("<p:sldLayoutId id=\"{}\" r:id=\"rId{}\"/>", 2_147_483_649 + place, place + 1)
        })
        .collect();
    let text = format!(
        "{HEAD}<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>\
         <p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>\
         <p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>\
         <p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr=\"0\" dt=\"0\"/>{}</p:sldMaster>",
        include_str!("parts/txStyles.xml")
    );
    package.part(MASTER, "presentationml.slideMaster", &text);
    package.relations(MASTER, &relations);
}

fn title_holder(place: Place, mark: &str, style: String) -> String {
    Holder {
        id: 2,
        name: "Title",
        mark: mark.to_owned(),
        place: Some(place),
        style,
        text: "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Title</a:t></a:r></a:p>".into(),
        anchor: "b",
    }
    .xml()
}

fn layout_xml(place: usize, stage: &Stage, told: &DocumentInput) -> String {
    let (name, kind) = LAYOUTS[place];
    let role = Role::ALL[place];
    let title = title_holder(
        stage.title,
        &format!(" type=\"{}\"", stage.title_kind),
        style("l", stage.title_size, "1", Shade::Ink),
    );
    let (at, size) = match role {
        Role::Title => (FIRST_LEAD, 14.0),
        Role::Section => (DIVIDER_LEAD, 16.0),
        _ => (LEAD, 13.0),
    };
    let mut shapes = title;
    let mut holder = |id: u32, name: &str, mark: String, place: Place, size: f64| {
        let text = Letters::of(crate::locale::Locale::En).plain(name);
        let style = style("l", size, "0", Shade::Quiet);
        shapes += &Holder { id, name, mark, place: Some(place), style, text, anchor: "t" }.xml();
    };
    if let Spot::Holder { kind, idx } = stage.lead {
        holder(3, "Lead", format!(" type=\"{kind}\" sz=\"quarter\" idx=\"{idx}\""), at, size);
    }
    if let Some(idx) = stage.chart {
        let at = if role == Role::Chart { stage.body } else { stage.above() };
        holder(8, "Chart", format!(" type=\"chart\" idx=\"{idx}\""), at, 14.0);
    }
    if let Some(idx) = stage.table {
        let at = if role == Role::Table { stage.body } else { stage.below() };
        holder(9, "Table", format!(" type=\"tbl\" idx=\"{idx}\""), at, 14.0);
    }
    shapes += &row(told, false);
    format!(
        "{HEAD}<p:sldLayout {NAMES}{kind} preserve=\"1\"><p:cSld name=\"{name}\"><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
}

/// The presentation around its slides.
fn presentation(told: &DocumentInput) -> [String; 3] {
    let lang = super::markup::lang(told.locale());
    [
        format!(
            "{HEAD}<p:presentation {NAMES} saveSubsetFonts=\"1\">\
             <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
             <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>"
        ),
        format!(
            "<p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>\
             <p:defaultTextStyle><a:defPPr><a:defRPr lang=\"{lang}\"/></a:defPPr><a:lvl1pPr marL=\"0\" algn=\"l\"><a:defRPr sz=\"1400\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle>",
            SIZE.width, SIZE.height
        ),
        "</p:presentation>".to_owned(),
    ]
}
