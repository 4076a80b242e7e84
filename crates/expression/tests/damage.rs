//! Programs of the corpus, damaged: whatever comes of them, they end as programs do.
#![expect(clippy::unwrap_used, reason = "tests")]

mod evaluate;

use std::{fs, panic, path::PathBuf};

use evaluate::evaluate;
use vestibule_expression::Budget;

/// What damaged programs may use: they need not get far.
const BUDGET: Budget = Budget { steps: 50_000, memory: 4 << 20, calls: 0, deadline: None };
/// How often each program is damaged.
const TIMES: usize = 4;

/// Numbers that look random, always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
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
];

/// A text with a few characters exchanged for something else.
fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(3) {
        let from = dice.roll(characters.len());
        let to = (from + dice.roll(12)).min(characters.len());
        let piece = PIECES.get(dice.roll(PIECES.len())).unwrap();
        characters.splice(from..to, piece.chars());
    }
    characters.into_iter().collect()
}

fn programs() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let topics = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut found: Vec<_> = topics.flat_map(|topic| fs::read_dir(topic).unwrap().map(|entry| entry.unwrap().path())).collect();
    found.sort();
    found
}

#[test]
fn damaged_programs_end_as_programs_do() {
    let mut dice = Dice(42);
    let mut broken = Vec::new();
    for path in programs() {
        let text = fs::read_to_string(&path).unwrap();
        for _ in 0..TIMES {
            let text = damaged(&text, &mut dice);
            if panic::catch_unwind(|| evaluate(&text, BUDGET)).is_err() {
                broken.push(format!("{}:\n{text}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{} programs panic:\n{}", broken.len(), broken.join("\n---\n"));
}
