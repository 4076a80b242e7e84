//! Where an exception came from, for logs and for the answers of tests.

use crate::{Exception, Stop, Vm};

impl Vm<'_> {
    /// What stopped a program, as a person reads it: `line 3, in f: KeyError: 'x'`.
    pub fn explain(&mut self, stop: &Stop) -> String {
        match stop {
            Stop::Limit(limit) => limit.to_string(),
            Stop::Raise(exception) => {
                let text = self.str(&crate::Value::Exception(std::rc::Rc::clone(exception))).unwrap_or_default();
                let class = exception.class.name();
                let place = place(exception);
                let text = if text.is_empty() { String::new() } else { format!(": {text}") };
                format!("{place}{class}{text}")
            }
        }
    }
}

/// The innermost place that an exception came from.
fn place(exception: &Exception) -> String {
    match exception.trace.borrow().first() {
        Some((line, function)) if function.is_empty() => format!("line {line}: "),
        Some((line, function)) => format!("line {line}, in {function}: "),
        None => String::new(),
    }
}

impl Exception {
    /// The lines that it came through, outermost first: line, and name of the function (empty for the program itself).
    pub fn lines(&self) -> Vec<(u32, crate::Str)> {
        self.trace.borrow().iter().rev().cloned().collect()
    }
}
