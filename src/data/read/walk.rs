//! A way through JSON on which no more than one element is held: arrays of objects are found on
//! paths of objects, and in the elements of an array those that are called `messages`.

use std::fmt;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::flat::{Fill, Flat};

/// What is met on the way.
pub trait Meet {
    /// An array begins whose elements are objects; says by what it is called from now on.
    fn begin(&mut self, path: &[String]) -> usize;
    /// Whether the objects of the next array that begins are looked at.
    fn wants_next(&self) -> bool;
    /// An object of it, and its place in the array, from 1.
    fn element(&mut self, array: usize, place: u64, object: &Flat) -> ControlFlow<()>;
    /// An object has been passed that held the array.
    fn holder(&mut self, array: usize, object: &Flat);
    /// A value that is no part of an array.
    fn scalar(&mut self, path: &[String], value: &Value);
}

/// The key of the arrays that are looked for in elements.
const WITHIN: &str = "messages";

/// Walks through a document, or through a line of one after another; in memory where its bytes are
/// no more than `most`, which is several times as quick.
///
/// # Errors
/// What is no JSON; and whatever, where the walk was broken off: then `true` is behind it.
pub fn walk(
    read: &mut dyn Read,
    most: u64,
    is_lines: bool,
    meet: &mut dyn Meet,
) -> Result<(), (serde_json::Error, bool)> {
    let mut bytes = Vec::new();
    let io = |error| (serde_json::Error::io(error), false);
    (&mut *read).take(most + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 <= most {
        return through(serde_json::Deserializer::from_slice(&bytes), is_lines, meet);
    }
    let whole = BufReader::with_capacity(1 << 16, bytes.chain(read));
    through(serde_json::Deserializer::from_reader(whole), is_lines, meet)
}

fn through<'de, R: serde_json::de::Read<'de>>(
    mut document: serde_json::Deserializer<R>,
    is_lines: bool,
    meet: &mut dyn Meet,
) -> Result<(), (serde_json::Error, bool)> {
    let (mut path, mut is_broken) = (Vec::new(), false);
    let mut way = Way { path: &mut path, meet, is_broken: &mut is_broken };
    let walked = if is_lines {
        lines(&mut document, &mut way)
    } else {
        Any(&mut way).deserialize(&mut document).and_then(|()| document.end())
    };
    walked.map_err(|error| (error, is_broken))
}

fn lines<'de, R: serde_json::de::Read<'de>>(
    document: &mut serde_json::Deserializer<R>,
    way: &mut Way,
) -> serde_json::Result<()> {
    let (mut array, mut object) = (None, Flat::default());
    for place in 1.. {
        if document.end().is_ok() {
            break;
        }
        object.clear();
        if Fill(&mut object).deserialize(&mut *document)? {
            way.element(&mut array, place, &object)?;
        }
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
        object: &Flat,
    ) -> Result<(), E> {
        let array = *array.get_or_insert_with(|| self.meet.begin(self.path));
        if self.meet.element(array, place, object).is_break() {
            *self.is_broken = true;
            return Err(E::custom("broken off"));
        }
        Ok(())
    }
}

/// All that a visitor of values needs but for what it does with them.
macro_rules! scalars {
    ($self:ident, $value:ident => $given:expr) => {
        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("a value")
        }

        fn visit_bool<E>($self, value: bool) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_i64<E>($self, value: i64) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_u64<E>($self, value: u64) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_f64<E>($self, value: f64) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_str<E>($self, value: &str) -> Result<Self::Value, E> {
            let $value = Value::from(value);
            $given
        }

        fn visit_unit<E>($self) -> Result<Self::Value, E> {
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

    scalars!(self, value => {
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
        let (mut array, mut place, mut object) = (None, 0, Flat::default());
        let mut passed = Some(Passed::Other);
        while passed.is_some() {
            object.clear();
            passed = elements.next_element_seed(Element(self.0, &mut object))?;
            place += 1;
            if passed == Some(Passed::Row) {
                self.0.element(&mut array, place, &object)?;
            }
        }
        Ok(())
    }
}

/// What an element was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Passed {
    /// An object that is a row.
    Row,
    /// An object that held an array, which has been walked through; or no object.
    Other,
}

/// An element of an array.
struct Element<'a, 'b>(&'a mut Way<'b>, &'a mut Flat);

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = Passed;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Passed, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Element<'_, '_> {
    type Value = Passed;

    scalars!(self, _value => Ok(Passed::Other));

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Passed, A::Error> {
        let mut held = None;
        while let Some(length) = self.1.down(&mut map)? {
            if self.1.path() == WITHIN {
                self.0.path.extend(["*".to_owned(), WITHIN.to_owned()]);
                let array = map.next_value_seed(Within(self.0, self.1))?;
                held = held.or(array);
                self.0.path.truncate(self.0.path.len() - 2);
            } else {
                map.next_value_seed(Fill(self.1))?;
            }
            self.1.up(length);
        }
        Ok(match held {
            Some(array) => {
                self.0.meet.holder(array, self.1);
                Passed::Other
            }
            None => Passed::Row,
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Passed, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Passed::Other)
    }
}

/// What is called `messages` in an element: an array of objects, by what it is called, or whatever
/// else, which is a part of the element.
struct Within<'a, 'b>(&'a mut Way<'b>, &'a mut Flat);

impl<'de> DeserializeSeed<'de> for Within<'_, '_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within<'_, '_> {
    type Value = Option<usize>;

    scalars!(self, value => {
        self.1.push(&value);
        Ok(None)
    });

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Fill(self.1).visit_map(map).map(|_| None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let (mut array, mut place, mut object) = (None, 0, Flat::default());
        let is_wanted = self.0.meet.wants_next();
        loop {
            object.clear();
            let element = if is_wanted {
                elements.next_element_seed(Fill(&mut object))?
            } else {
                elements.next_element_seed(Skim)?
            };
            let Some(is_object) = element else {
                return Ok(array);
            };
            place += 1;
            if is_object {
                self.0.element(&mut array, place, &object)?;
            }
        }
    }
}

/// Passes a value, and says whether it was an object.
struct Skim;

impl<'de> DeserializeSeed<'de> for Skim {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skim {
    type Value = bool;

    scalars!(self, _value => Ok(false));

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<bool, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(false)
    }
}
