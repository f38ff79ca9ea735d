//! A way through JSON on which no more than one element is held: arrays of objects are found on
//! paths of objects, and in the elements of an array those that are called `messages`.

use std::fmt;
use std::io::Read;
use std::ops::ControlFlow;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// What is met on the way.
pub trait Meet {
    /// An array begins whose elements are objects; says by what it is called from now on.
    fn begin(&mut self, path: &[String]) -> usize;
    /// An object of it, and its place in the array, from 1.
    fn element(&mut self, array: usize, place: u64, object: &Map<String, Value>)
    -> ControlFlow<()>;
    /// An object has been passed that held the array.
    fn holder(&mut self, array: usize, object: &Map<String, Value>);
    /// A value that is no part of an array.
    fn scalar(&mut self, path: &[String], value: &Value);
}

/// The key of the arrays that are looked for in elements.
const WITHIN: &str = "messages";

/// Walks through a document, or through a line of one after another.
///
/// # Errors
/// What is no JSON; and whatever, where the walk was broken off: then `true` is behind it.
pub fn walk(
    read: impl Read,
    is_lines: bool,
    meet: &mut dyn Meet,
) -> Result<(), (serde_json::Error, bool)> {
    let mut document = serde_json::Deserializer::from_reader(read);
    let (mut path, mut is_broken) = (Vec::new(), false);
    let mut way = Way { path: &mut path, meet, is_broken: &mut is_broken };
    let walked =
        if is_lines { lines(&mut document, &mut way) } else { one(&mut document, &mut way) };
    walked.map_err(|error| (error, is_broken))
}

type Document<R> = serde_json::Deserializer<serde_json::de::IoRead<R>>;

fn one<R: Read>(document: &mut Document<R>, way: &mut Way) -> serde_json::Result<()> {
    Any(way).deserialize(&mut *document)?;
    document.end()
}

fn lines<R: Read>(document: &mut Document<R>, way: &mut Way) -> serde_json::Result<()> {
    let mut array = None;
    for place in 1.. {
        if document.end().is_ok() {
            break;
        }
        let value = Value::deserialize(&mut *document)?;
        way.element(&mut array, place, &value)?;
    }
    Ok(())
}

/// Where the walk is.
struct Way<'a> {
    path: &'a mut Vec<String>,
    meet: &'a mut dyn Meet,
    is_broken: &'a mut bool,
}

impl Way<'_> {
    fn element<E: Error>(
        &mut self,
        array: &mut Option<usize>,
        place: u64,
        value: &Value,
    ) -> Result<(), E> {
        let Value::Object(object) = value else {
            return Ok(());
        };
        let array = *array.get_or_insert_with(|| self.meet.begin(self.path));
        if self.meet.element(array, place, object).is_break() {
            *self.is_broken = true;
            return Err(E::custom("broken off"));
        }
        Ok(())
    }
}

macro_rules! scalars {
    ($lifetime:lifetime, $self:ident, $value:ident => $given:expr) => {
        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("a value")
        }

        fn visit_bool<E: Error>($self, value: bool) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_i64<E: Error>($self, value: i64) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_u64<E: Error>($self, value: u64) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_f64<E: Error>($self, value: f64) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_str<E: Error>($self, value: &str) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_unit<E: Error>($self) -> Result<Self::Value, E> {
            let $value = Value::Null;
            $given
        }
    };
}

/// A value on a path of objects.
struct Any<'a, 'b>(&'a mut Way<'b>);

impl<'de> DeserializeSeed<'de> for Any<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any<'_, '_> {
    type Value = ();

    scalars!('de, self, value => {
        self.0.meet.scalar(self.0.path, &value);
        Ok(())
    });

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.0.path.push(key);
            map.next_value_seed(Any(self.0))?;
            self.0.path.pop();
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let (mut array, mut place) = (None, 0);
        while let Some(element) = elements.next_element_seed(Element(self.0))? {
            place += 1;
            if let Some(value) = element {
                self.0.element(&mut array, place, &value)?;
            }
        }
        Ok(())
    }
}

/// An element of an array; `None` where it held an array itself, which has been walked through.
struct Element<'a, 'b>(&'a mut Way<'b>);

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Element<'_, '_> {
    type Value = Option<Value>;

    scalars!('de, self, value => Ok(Some(value)));

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut object, mut held) = (Map::new(), None);
        while let Some(key) = map.next_key::<String>()? {
            if key != WITHIN {
                let value = map.next_value()?;
                object.insert(key, value);
                continue;
            }
            self.0.path.extend(["*".to_owned(), key.clone()]);
            match map.next_value_seed(Within(self.0))? {
                Ok(array) => held = Some(array),
                Err(value) => {
                    object.insert(key, value);
                }
            }
            self.0.path.truncate(self.0.path.len() - 2);
        }
        if let Some(array) = held {
            self.0.meet.holder(array, &object);
            return Ok(None);
        }
        Ok(Some(Value::Object(object)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        while elements.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(Some(Value::Null))
    }
}

/// What is called `messages` in an element: an array of objects, or whatever else.
struct Within<'a, 'b>(&'a mut Way<'b>);

impl<'de> DeserializeSeed<'de> for Within<'_, '_> {
    type Value = Result<usize, Value>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within<'_, '_> {
    type Value = Result<usize, Value>;

    scalars!('de, self, value => Ok(Err(value)));

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(map)).map(Err)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let (mut array, mut others, mut place) = (None, Vec::new(), 0);
        while let Some(value) = elements.next_element::<Value>()? {
            place += 1;
            if place == 1 && !value.is_object() || !others.is_empty() {
                others.push(value);
            } else {
                self.0.element(&mut array, place, &value)?;
            }
        }
        Ok(array.ok_or(Value::Array(others)))
    }
}
