//! Programs of the corpus and hostile ones, damaged and crossed: whatever comes of them, they end as programs do.
//!
//! `DAMAGE_TIMES` and `DAMAGE_SEED` make it run longer, and otherwise.
#![expect(clippy::unwrap_used, reason = "tests")]

mod evaluate;

use std::{
    env, fs, panic,
    path::PathBuf,
    time::{Duration, Instant},
};

use evaluate::evaluate;
use vestibule_expression::Budget;

/// What damaged programs may use: they need not get far.
const BUDGET: Budget = Budget { steps: 50_000, memory: 4 << 20, calls: 0, deadline: None };
/// How long that may take where nothing is optimized.
const PATIENCE: Duration = Duration::from_secs(3);

/// Numbers that look random, always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from.get(self.roll(from.len())).unwrap()
    }
}

/// What is put in where something was taken out.
const PIECES: &[&str] = &[
    "",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    "=",
    "*",
    "**",
    "'",
    "\"",
    "\n",
    "\n    ",
    "\\",
    "not ",
    "lambda: ",
    "yield ",
    "return ",
    " if 1 else ",
    " for x in ",
    "0",
    "-1",
    "1.5",
    "10 ** 20",
    "None",
    "x",
    "self",
    "f'{",
    "}'",
    "await ",
    "@",
    ":=",
    "->",
    "é",
    "\0",
    "async ",
    "True",
    "''",
    "b''",
    "[]",
    "()",
    "{}",
    "set()",
    "float('nan')",
    "float('inf')",
    "-2 ** 63",
    "2 ** 63",
    "2 ** 64",
    "object()",
    "range(5)",
    "iter([])",
    "(x for x in [])",
    "ValueError()",
    "int",
    "print",
    "...",
    "slice(None)",
    "'%s'",
    "'{}'",
    "'\\x00'",
    "-0.0",
    "1e400",
];

/// A text with a few characters exchanged for something else.
fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(3) {
        let from = dice.roll(characters.len());
        let to = (from + dice.roll(12)).min(characters.len());
        characters.splice(from..to, dice.pick(PIECES).chars());
    }
    characters.into_iter().collect()
}

/// A text in which one word is exchanged for something else.
fn exchanged(text: &str, dice: &mut Dice) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
    let words: Vec<(usize, &str)> = text
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
        .collect();
    let Some((place, word)) = words.get(dice.roll(words.len())) else {
        return text.to_string();
    };
    let (before, after) = text.split_at(*place);
    format!("{before}{}{}", dice.pick(PIECES), after.strip_prefix(word).unwrap())
}

/// Some lines of one text, then some of another.
fn crossed(one: &str, other: &str, dice: &mut Dice) -> String {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let (head, tail) = (dice.roll(one.len() + 1), dice.roll(other.len()));
    let lines: Vec<&str> = one.into_iter().take(head).chain(other.into_iter().skip(tail)).collect();
    lines.join("\n")
}

fn programs() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests");
    let topics = fs::read_dir(folder.join("corpus")).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = topics.chain([folder.join("escapes")]).flat_map(|topic| fs::read_dir(topic).unwrap().map(|entry| entry.unwrap().path()));
    let mut paths: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "py")).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn number(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn damaged_programs_end_as_programs_do() {
    let mut dice = Dice(number("DAMAGE_SEED", 42));
    let programs = programs();
    let all: Vec<&str> = programs.iter().map(String::as_str).collect();
    let mut broken = Vec::new();
    for text in &all {
        for _ in 0..number("DAMAGE_TIMES", 1) {
            let other = dice.pick(&all);
            for text in [damaged(text, &mut dice), exchanged(text, &mut dice), crossed(text, other, &mut dice)] {
                let started = Instant::now();
                let panics = panic::catch_unwind(|| evaluate(&text, BUDGET)).is_err();
                if panics || started.elapsed() > PATIENCE {
                    broken.push(format!("{}, {:?}:\n{text}", if panics { "panics" } else { "ends" }, started.elapsed()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{} programs panic or take long:\n{}", broken.len(), broken.join("\n---\n"));
}
