//! A picture as pixels, by resvg.

use super::canvas::{HEIGHT, Svg, WIDTH};
use super::text::{Face, Weight};
use crate::colour;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// The picture as a PNG file of 1920 x 1080 pixels times `scale` (1 to 8), with the embedded font
/// only.
pub fn png(svg: &Svg, scale: u32) -> Vec<u8> {
    let scale = scale.clamp(1, 8);
    let options = Options { fontdb: fonts(svg.faces()), ..Options::default() };
    let tree = Tree::from_str(svg.as_str(), &options)
        .expect("a canvas writes well-formed XML; the tests draw odd texts and numbers");
    let mut pixels = Pixmap::new(WIDTH * scale, HEIGHT * scale)
        .expect("no side is zero, and eight times the width is far below the most");
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut pixels.as_mut());
    encode(&pixels).expect("a vector takes every byte, and the rows are as long as announced")
}

/// Three bytes a pixel, because the ground is opaque, and the fastest compression: 2 ms and 0.3 MB
/// a picture, where the usual one takes 40 ms for 0.1 MB.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let colours = colour::opaque(pixels.data());
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(file)
}

/// A database of the faces; that of the embedded ones is made once.
pub fn fonts(faces: &[Face; 2]) -> Arc<fontdb::Database> {
    static EMBEDDED: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| database(&embedded()));
    if *faces == embedded() { Arc::clone(&EMBEDDED) } else { database(faces) }
}

fn embedded() -> [Face; 2] {
    [Weight::Regular, Weight::Bold].map(Face::inter)
}

fn database(faces: &[Face; 2]) -> Arc<fontdb::Database> {
    let mut fonts = fontdb::Database::new();
    for face in faces {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face.clone())));
    }
    fonts.set_sans_serif_family(faces[0].family());
    Arc::new(fonts)
}
