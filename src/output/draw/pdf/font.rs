//! The fonts of a page: the glyphs that it uses, and what they stand for.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Ref, Str};
use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::layout::PositionedGlyph;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};
use subsetter::GlyphRemapper;

/// Faces in the order in which they were met.
#[derive(Default)]
pub struct Fonts(Vec<Font>);

struct Font {
    id: ID,
    /// What the page calls it, and the letters before the name of its subset.
    name: String,
    tag: String,
    data: Vec<u8>,
    index: u32,
    em: f32,
    used: GlyphRemapper,
    /// Width and text of each glyph, by its number in the file.
    glyphs: BTreeMap<u16, (f32, String)>,
}

/// How a glyph is shown.
pub struct Shown<'a> {
    pub font: &'a str,
    /// Its number in the font of the file.
    pub code: u16,
    /// Units of the font that are as long as the size of its letters.
    pub em: f32,
}

/// A font takes so many objects.
const OBJECTS: i32 = 5;
/// Units of a size of letters in which PDF counts.
const PDF_EM: f32 = 1000.0;

const SYSTEM: SystemInfo =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The first object of a font.
pub fn first_ref(first: i32, place: usize) -> Ref {
    Ref::new(first + OBJECTS * place as i32)
}

impl Fonts {
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|font| font.name.as_str())
    }

    /// A glyph as the file will have it; `None` where its font cannot be read.
    pub fn glyph(&mut self, faces: &Database, glyph: &PositionedGlyph) -> Option<Shown<'_>> {
        let known = self.0.iter().position(|font| font.id == glyph.font);
        let place = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push(Font::read(faces, glyph.font, place)?);
        }
        let font = &mut self.0[place];
        let id = u16::try_from(glyph.id.0).ok()?;
        let code = font.used.remap(id);
        if !font.glyphs.contains_key(&code) {
            let width = font.width(id);
            font.glyphs.insert(code, (width, glyph.text.clone()));
        }
        Some(Shown { font: &font.name, code, em: font.em })
    }

    /// Writes all of them.
    pub fn write(&self, file: &mut Pdf, first: i32) -> io::Result<()> {
        self.0.iter().enumerate().try_for_each(|(place, font)| {
            let at = first_ref(first, place).get();
            font.write(file, [0, 1, 2, 3, 4].map(|step| Ref::new(at + step)))
        })
    }
}

impl Font {
    fn read(faces: &Database, id: ID, place: usize) -> Option<Font> {
        let (data, index) = faces.with_face_data(id, |data, index| (data.to_vec(), index))?;
        let font = FontRef::from_index(&data, index).ok()?;
        let em = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.into();
        let (used, glyphs) = (GlyphRemapper::new(), BTreeMap::new());
        let letter = char::from(b'A' + (place % 26) as u8);
        let (name, tag) = (format!("F{place}"), format!("AAAAA{letter}"));
        Some(Font { id, name, tag, data, index, em, used, glyphs })
    }

    fn width(&self, glyph: u16) -> f32 {
        let font = FontRef::from_index(&self.data, self.index).ok();
        let width = font.and_then(|font| {
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            metrics.advance_width(GlyphId::from(glyph))
        });
        width.unwrap_or(0.0) * PDF_EM / self.em
    }

    /// What the file calls it: subsets of one face are told apart by letters in front.
    fn subset_name(&self) -> String {
        let font = FontRef::from_index(&self.data, self.index).ok();
        let name = font.and_then(|font| {
            let names = font.localized_strings(skrifa::string::StringId::POSTSCRIPT_NAME);
            Some(names.english_or_first()?.chars().filter(char::is_ascii_graphic).collect())
        });
        format!("{}+{}", self.tag, name.unwrap_or_else(|| "Font".to_owned()))
    }

    fn write(
        &self,
        file: &mut Pdf,
        [type0, cid, about, unicode, data]: [Ref; 5],
    ) -> io::Result<()> {
        let subset = subsetter::subset(&self.data, self.index, &self.used);
        let subset = subset.map_err(|error| io::Error::other(error.to_string()))?;
        let outlines = FontRef::new(&subset).ok();
        let cff = outlines.and_then(|font| font.table_data(Tag::new(b"CFF ")));
        let name = self.subset_name();
        file.type0_font(type0)
            .base_font(Name(name.as_bytes()))
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(unicode);
        let mut written = file.cid_font(cid);
        written
            .subtype(if cff.is_some() { CidFontType::Type0 } else { CidFontType::Type2 })
            .base_font(Name(name.as_bytes()))
            .system_info(SYSTEM)
            .font_descriptor(about)
            .default_width(0.0);
        if cff.is_none() {
            written.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        let mut widths = written.widths();
        for (&code, (width, _)) in &self.glyphs {
            widths.consecutive(code, [*width]);
        }
        widths.finish();
        written.finish();
        self.describe(file, (about, data), (&name, cff.is_some()));
        let mut texts = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
        for (&code, (_, text)) in &self.glyphs {
            texts.pair_with_multiple(code, text.chars());
        }
        file.cmap(unicode, &packed(&texts.finish())?).filter(Filter::FlateDecode);
        let bytes = cff.map_or(&subset[..], |table| table.as_bytes());
        let packed = packed(bytes)?;
        let mut stream = file.stream(data, &packed);
        stream.filter(Filter::FlateDecode);
        if cff.is_some() {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        }
        Ok(())
    }

    fn describe(&self, file: &mut Pdf, (about, data): (Ref, Ref), (name, is_cff): (&str, bool)) {
        let font = FontRef::from_index(&self.data, self.index).ok();
        let metrics =
            font.as_ref().map(|font| font.metrics(Size::unscaled(), LocationRef::default()));
        let scale = PDF_EM / self.em;
        let of = |value: Option<f32>, other: f32| value.map_or(other, |value| value * scale);
        let bounds = metrics.as_ref().and_then(|metrics| metrics.bounds);
        let ascent = of(metrics.as_ref().map(|metrics| metrics.ascent), 800.0);
        let bounds = bounds.map_or(Rect::new(0.0, -200.0, PDF_EM, PDF_EM), |bounds| {
            let [left, low, right, high] =
                [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|end| end * scale);
            Rect::new(left, low, right, high)
        });
        let is_bold =
            font.and_then(|font| font.os2().ok()).is_some_and(|os2| os2.us_weight_class() >= 600);
        let mut described = file.font_descriptor(about);
        described
            .name(Name(name.as_bytes()))
            .flags(FontFlags::SYMBOLIC)
            .bbox(bounds)
            .italic_angle(0.0)
            .ascent(ascent)
            .descent(of(metrics.as_ref().map(|metrics| metrics.descent), -200.0))
            .cap_height(of(metrics.and_then(|metrics| metrics.cap_height), ascent))
            .stem_v(if is_bold { 140.0 } else { 80.0 });
        if is_cff {
            described.font_file3(data);
        } else {
            described.font_file2(data);
        }
    }
}

/// Bytes as a stream that is packed.
pub fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
