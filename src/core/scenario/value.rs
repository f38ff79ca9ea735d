//! Values of keys: what they may be, and how they are read from a text.

mod any;
mod folder;
mod kinds;
mod looks;
mod networks;
mod numbers;
mod reader;
mod times;

pub use folder::Folder;
pub use kinds::{Beside, DataFile, List, Value, Word};
pub use reader::{Origin, Reader};
