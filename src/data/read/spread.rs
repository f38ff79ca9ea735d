//! How many cells an open document has once its repeated ones are written out: a few bytes can ask
//! for a thousand million of them.

/// Columns and rows that a sheet has at most.
const COLUMNS: u64 = 16_384;
const ROWS: u64 = 1_048_576;

/// Cells of the largest sheet, or at least as many, from the XML of the document.
pub fn cells(xml: &[u8]) -> u64 {
    let (mut most, mut sheet, mut row) = (0, Sheet::default(), Row::default());
    for tag in xml.split(|&byte| byte == b'<').map(tag) {
        if tag.starts_with(b"table:table-row") {
            row = Row { repeats: number(tag, b"number-rows-repeated=", ROWS), ..Row::default() };
        } else if tag.starts_with(b"/table:table-row") {
            sheet.add(&row);
        } else if tag.starts_with(b"table:table-cell")
            || tag.starts_with(b"table:covered-table-cell")
        {
            let repeats = number(tag, b"number-columns-repeated=", COLUMNS);
            row.reached += repeats;
            if !tag.ends_with(b"/") || find(tag, b"office:").is_some() {
                row.filled = row.reached;
            }
        } else if tag == b"/table:table" {
            most = most.max(sheet.cells());
            sheet = Sheet::default();
        }
    }
    most.max(sheet.cells())
}

#[derive(Default)]
struct Row {
    repeats: u64,
    /// Columns up to the last one that has something, and up to the last one.
    filled: u64,
    reached: u64,
}

#[derive(Default)]
struct Sheet {
    rows: u64,
    /// Rows up to the last one that has something.
    filled: u64,
    width: u64,
}

impl Sheet {
    fn add(&mut self, row: &Row) {
        self.rows += row.repeats;
        if row.filled > 0 {
            self.filled = self.rows;
            self.width = self.width.max(row.filled);
        }
    }

    fn cells(&self) -> u64 {
        self.filled.min(ROWS).saturating_mul(self.width.min(COLUMNS))
    }
}

fn tag(piece: &[u8]) -> &[u8] {
    let end = piece.iter().position(|&byte| byte == b'>');
    &piece[..end.unwrap_or(piece.len())]
}

/// The number of an attribute; 1 where there is none, and `most` where it is larger or none.
fn number(tag: &[u8], attribute: &[u8], most: u64) -> u64 {
    let Some(at) = find(tag, attribute) else {
        return 1;
    };
    let rest = tag[at + attribute.len()..].iter().skip(1);
    let digits = rest.take_while(|byte| byte.is_ascii_digit()).map(|&byte| char::from(byte));
    digits.collect::<String>().parse().map_or(most, |number: u64| number.min(most))
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}
