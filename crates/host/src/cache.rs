//! Compiled expressions, kept by their text: a changed text is another one.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use vestibule_expression::{Program, SyntaxError, compile};

/// Most texts that are kept. A server has some hundreds.
const MOST: usize = 4096;

/// The service that keeps compiled expressions. Cheap to clone.
#[derive(Clone, Default)]
pub struct Programs(Arc<Mutex<HashMap<Box<str>, Program>>>);

impl Programs {
    /// The program of a text, compiled at most once.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn get(&self, text: &str) -> Result<Program, SyntaxError> {
        if let Some(program) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(text) {
            return Ok(program.clone());
        }
        let program = compile(text)?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.into(), program.clone());
        Ok(program)
    }
}
