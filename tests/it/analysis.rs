//! What exports tell, and the documents of it.

mod documents;
mod made;
mod titles;
