//! An object of JSON as cells: of every value in it that is no object, the dotted path and the
//! text.

use std::fmt::Write;
use std::ops::Range;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// The cells of an object, in memory that is used again for the next one.
#[derive(Debug, Default)]
pub struct Flat {
    text: String,
    cells: Vec<Cell>,
    path: String,
}

#[derive(Debug)]
struct Cell {
    path: Range<usize>,
    text: Range<usize>,
    is_array: bool,
}

impl Flat {
    pub fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.path.clear();
    }

    /// Path, text, and whether it was an array.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        let cells = self.cells.iter();
        cells.map(|cell| {
            (&self.text[cell.path.clone()], &self.text[cell.text.clone()], cell.is_array)
        })
    }

    /// Adds a value at the path that has been reached.
    pub fn push(&mut self, value: &Value) {
        self.cell(value.is_array(), |text| {
            // What is written to a text does not fail.
            let _ = match value {
                Value::String(told) => text.write_str(told),
                value => text.write_str(&told(value)),
            };
        });
    }

    fn cell(&mut self, is_array: bool, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        self.text.push_str(&self.path);
        let path = start..self.text.len();
        write(&mut self.text);
        let text = path.end..self.text.len();
        self.cells.push(Cell { path, text, is_array });
    }

    /// Goes down to the next key of an object and says how far up its own path ends; `None` at the
    /// end of the object.
    pub fn down<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<usize>, A::Error> {
        let length = self.path.len();
        Ok(map.next_key_seed(Key(&mut self.path))?.map(|()| length))
    }

    pub fn up(&mut self, length: usize) {
        self.path.truncate(length);
    }

    pub fn path(&self) -> &str {
        &self.path
    }
}

/// A value as a cell: an array of texts and of objects that have one is those texts, any other is
/// told as JSON.
pub fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) if values.is_empty() => String::new(),
        Value::Array(values) if values.iter().any(Value::is_object) => {
            let texts = values.iter().map(|value| match value {
                Value::String(text) => Some(text.as_str()),
                value => value.get("text").and_then(Value::as_str),
            });
            texts.collect::<Option<String>>().unwrap_or_else(|| value.to_string())
        }
        value => value.to_string(),
    }
}

/// A key, behind a dot where there is something before it.
struct Key<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<(), E> {
        if !self.0.is_empty() {
            self.0.push('.');
        }
        self.0.push_str(key);
        Ok(())
    }
}

/// Reads whatever there is at the path that has been reached; says whether it was an object.
pub struct Fill<'a>(pub &'a mut Flat);

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        self.0.push(&Value::from(value));
        Ok(false)
    }

    fn visit_i64<E>(self, value: i64) -> Result<bool, E> {
        self.0.push(&Value::from(value));
        Ok(false)
    }

    fn visit_u64<E>(self, value: u64) -> Result<bool, E> {
        self.0.push(&Value::from(value));
        Ok(false)
    }

    fn visit_f64<E>(self, value: f64) -> Result<bool, E> {
        self.0.push(&Value::from(value));
        Ok(false)
    }

    fn visit_str<E>(self, value: &str) -> Result<bool, E> {
        self.0.cell(false, |text| text.push_str(value));
        Ok(false)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        self.0.push(&Value::Null);
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        while let Some(length) = self.0.down(&mut map)? {
            map.next_value_seed(Fill(self.0))?;
            self.0.up(length);
        }
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<bool, A::Error> {
        let elements = serde::de::value::SeqAccessDeserializer::new(elements);
        self.0.push(&Value::deserialize(elements)?);
        Ok(false)
    }
}
