//! Where an exception came from, for logs and for the answers of tests.

use std::rc::Rc;

use crate::{Exception, Stop, Str, Value, Vm};

/// Most exceptions that led to each other of which a trace tells.
const MOST: usize = 8;

impl Vm<'_> {
    /// What stopped a program, in one line: `line 3, in f: KeyError: 'x'`.
    pub fn explain(&mut self, stop: &Stop) -> String {
        match stop {
            Stop::Limit(limit) => limit.to_string(),
            Stop::Raise(exception) => {
                let place = exception.trace.borrow().first().map(place).unwrap_or_default();
                let separator = if place.is_empty() { "" } else { ": " };
                format!("{place}{separator}{}", self.described_exception(exception))
            }
        }
    }

    /// What stopped a program, in several lines: every line of the program that it came through, the innermost last, and before that the
    /// exceptions that it was raised because of.
    pub fn trace(&mut self, stop: &Stop) -> String {
        let Stop::Raise(last) = stop else { return self.explain(stop) };
        let mut chain = vec![(Rc::clone(last), "")];
        while chain.len() < MOST
            && let Some((exception, _)) = chain.last()
            && let Some(before) = before(exception)
        {
            chain.push(before);
        }
        let mut text = String::new();
        while let Some((exception, link)) = chain.pop() {
            for entry in exception.lines() {
                text.push_str(&format!("  {}\n", place(&entry)));
            }
            text.push_str(&self.described_exception(&exception));
            text.push('\n');
            if !chain.is_empty() {
                text.push_str(chain_link(link));
            }
        }
        text
    }

    fn described_exception(&mut self, exception: &Rc<Exception>) -> String {
        let class = exception.class.name().to_owned();
        match self.str(&Value::Exception(Rc::clone(exception))) {
            Ok(text) if text.is_empty() => class,
            Ok(text) => format!("{class}: {text}"),
            Err(_) => class,
        }
    }
}

/// What an exception was raised because of, and in which way.
fn before(exception: &Exception) -> Option<(Rc<Exception>, &'static str)> {
    match &*exception.cause.borrow() {
        Some(Value::Exception(cause)) => Some((Rc::clone(cause), "cause")),
        Some(_) => None,
        None => exception.context.borrow().clone().map(|context| (context, "context")),
    }
}

fn chain_link(link: &str) -> &'static str {
    match link {
        "cause" => "\nwhich led to:\n\n",
        _ => "\nand while that was handled:\n\n",
    }
}

fn place((line, function): &(u32, Str)) -> String {
    match function.is_empty() {
        true => format!("line {line}"),
        false => format!("line {line}, in {function}"),
    }
}

impl Exception {
    /// The lines that it came through, outermost first: line, and name of the function (empty for the program itself).
    pub fn lines(&self) -> Vec<(u32, Str)> {
        self.trace.borrow().iter().rev().cloned().collect()
    }
}
