//! A picture as a page of PDF: paths stay paths and letters stay letters, with the glyphs that it
//! uses inside the file. No clock and no chance enter it, so that the same picture gives the same
//! bytes.

mod font;

use std::io;

use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};
use resvg::usvg::tiny_skia_path::{PathSegment, Transform};
use resvg::usvg::{self, FillRule, Group, Node, Options, Paint, Path, Tree};

use super::canvas::{HEIGHT, Svg, WIDTH};
use super::png::fonts;
use font::{Fonts, packed};

/// What a picture is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The whole canvas: a slide of 13.33 x 7.5 inches.
    Slide,
    /// A4 upright: as much of the left of the canvas as [`A4`] says, in its full height.
    A4,
}

/// Width and height of A4 in points.
const A4_POINTS: [f64; 2] = [595.276, 841.89];
/// Width and height of the part of the canvas that A4 shows.
pub const A4: [f64; 2] = [HEIGHT as f64 * A4_POINTS[0] / A4_POINTS[1], HEIGHT as f64];

impl Paper {
    /// Width and height in points.
    fn points(self) -> [f64; 2] {
        match self {
            Paper::Slide => [960.0, 540.0],
            Paper::A4 => A4_POINTS,
        }
    }

    /// Points of one unit of the canvas.
    fn scale(self) -> f64 {
        let shown = match self {
            Paper::Slide => f64::from(WIDTH),
            Paper::A4 => A4[0],
        };
        self.points()[0] / shown
    }
}

/// Where the few objects of the file stand; the fonts follow them.
const CATALOGUE: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const ABOUT: Ref = Ref::new(5);
const FONTS: i32 = 6;

/// A picture as a file of one page with a title, in the language of a locale's id.
pub fn pdf(svg: &Svg, paper: Paper, (title, language): (&str, &str)) -> io::Result<Vec<u8>> {
    let options = Options { fontdb: fonts(svg.faces()), ..Options::default() };
    let tree = Tree::from_str(svg.as_str(), &options).map_err(io::Error::other)?;
    let mut drawn = Drawn { content: Content::new(), fonts: Fonts::default(), tree: &tree };
    let ([width, height], scale) = (paper.points().map(|side| side as f32), paper.scale() as f32);
    drawn.content.transform([scale, 0.0, 0.0, -scale, 0.0, height]);
    // As SVG has it.
    drawn.content.set_miter_limit(4.0);
    drawn.group(tree.root());
    let (content, fonts) = (drawn.content.finish(), drawn.fonts);

    let mut file = Pdf::new();
    file.catalog(CATALOGUE).pages(PAGES).lang(TextStr(language));
    file.pages(PAGES).kids([PAGE]).count(1);
    file.document_info(ABOUT).title(TextStr(title));
    let mut page = file.page(PAGE);
    page.parent(PAGES).media_box(Rect::new(0.0, 0.0, width, height)).contents(CONTENT);
    let mut resources = page.resources();
    let mut named = resources.fonts();
    for (place, name) in fonts.names().enumerate() {
        named.pair(Name(name.as_bytes()), font::first_ref(FONTS, place));
    }
    named.finish();
    resources.finish();
    page.finish();
    file.stream(CONTENT, &packed(&content)?).filter(Filter::FlateDecode);
    fonts.write(&mut file, FONTS)?;
    Ok(file.finish())
}

/// What was drawn so far.
struct Drawn<'a> {
    content: Content,
    fonts: Fonts,
    tree: &'a Tree,
}

impl Drawn<'_> {
    fn group(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group),
                Node::Path(path) => self.path(path, path.abs_transform()),
                Node::Text(text) => self.text(text),
                // No canvas draws any.
                Node::Image(_) => {}
            }
        }
    }

    fn path(&mut self, path: &Path, transform: Transform) {
        let Some(moved) = path.data().clone().transform(transform) else { return };
        let colour = |paint: &Paint| match paint {
            Paint::Color(colour) => [colour.red, colour.green, colour.blue],
            _ => [0; 3],
        };
        if let Some(fill) = path.fill() {
            self.fill(colour(fill.paint()));
            self.trace(moved.segments());
            match fill.rule() {
                FillRule::NonZero => self.content.fill_nonzero(),
                FillRule::EvenOdd => self.content.fill_even_odd(),
            };
        }
        if let Some(stroke) = path.stroke() {
            let [red, green, blue] = colour(stroke.paint()).map(|part| f32::from(part) / 255.0);
            let scale = transform.sx.hypot(transform.ky);
            self.content.set_stroke_rgb(red, green, blue);
            self.content.set_line_width(stroke.width().get() * scale);
            self.trace(moved.segments());
            self.content.stroke();
        }
    }

    fn fill(&mut self, colour: [u8; 3]) {
        let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
        self.content.set_fill_rgb(red, green, blue);
    }

    fn trace(&mut self, segments: impl Iterator<Item = PathSegment>) {
        let mut last = (0.0, 0.0);
        for segment in segments {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.content.move_to(to.x, to.y);
                    last = (to.x, to.y);
                }
                PathSegment::LineTo(to) => {
                    self.content.line_to(to.x, to.y);
                    last = (to.x, to.y);
                }
                // The same curve of the third degree.
                PathSegment::QuadTo(by, to) => {
                    let near = |from: f32, by: f32| from + 2.0 / 3.0 * (by - from);
                    self.content.cubic_to(
                        near(last.0, by.x),
                        near(last.1, by.y),
                        near(to.x, by.x),
                        near(to.y, by.y),
                        to.x,
                        to.y,
                    );
                    last = (to.x, to.y);
                }
                PathSegment::CubicTo(a, b, to) => {
                    self.content.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y);
                    last = (to.x, to.y);
                }
                PathSegment::Close => {
                    self.content.close_path();
                }
            }
        }
    }

    fn text(&mut self, text: &usvg::Text) {
        for span in text.layouted().iter().filter(|span| span.visible) {
            let Some(Paint::Color(colour)) = span.fill.as_ref().map(usvg::Fill::paint) else {
                continue;
            };
            self.fill([colour.red, colour.green, colour.blue]);
            self.content.begin_text();
            for glyph in &span.positioned_glyphs {
                let Some(shown) = self.fonts.glyph(self.tree.fontdb(), glyph) else { continue };
                let at = text.abs_transform().pre_concat(glyph.outline_transform());
                let at = at.pre_scale(shown.em, shown.em);
                self.content.set_font(Name(shown.font.as_bytes()), 1.0);
                self.content.set_text_matrix([at.sx, at.ky, at.kx, at.sy, at.tx, at.ty]);
                self.content.show(Str(&shown.code.to_be_bytes()));
            }
            self.content.end_text();
        }
    }
}
