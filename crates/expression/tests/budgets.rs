//! What an evaluation may use, and what is left of it afterwards.
#![expect(clippy::unwrap_used, reason = "tests")]

mod evaluate;

use std::{
    fs,
    time::{Duration, Instant},
};

use evaluate::{Ending, evaluate};
use vestibule_expression::{Budget, Limit};

/// Swallows whatever it can.
const STUBBORN: &str =
    "while True:\n    try:\n        while True:\n            pass\n    except:\n        pass\n    finally:\n        continue";

/// Objects that hold themselves in every way there is.
const CYCLES: &str = "
import collections, functools
a = [1, {'x': {2}}]
a.append(a)
d = collections.defaultdict(list)
d['me'].append(d)
class Node:
    everything = a
    def __init__(self):
        self.me = self
        self.method = self.walk
        self.text = 'x' * 10000
    def walk(self):
        yield self
        yield from self.walk()
n = Node()
Node.instance = n
walk = n.walk()
next(walk)
f = functools.partial(lambda: n)
def g(default=[n]):
    return g, default
try:
    raise ValueError(n)
except ValueError as e:
    n.error = e
    e.own = e
q = collections.deque([n])
q.append(q)
return len(a)";

#[test]
fn steps_run_out_whatever_the_program_catches() {
    let (_, ending) = evaluate(STUBBORN, Budget { steps: 10_000, ..Budget::default() });
    assert_eq!(ending, Ending::Limited(Limit::Steps));
}

#[test]
fn time_runs_out_whatever_the_program_catches() {
    let started = Instant::now();
    let budget = Budget { steps: u64::MAX, deadline: Some(started + Duration::from_millis(50)), ..Budget::default() };
    assert_eq!(evaluate(STUBBORN, budget).1, Ending::Limited(Limit::Time));
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

#[test]
fn memory_runs_out_whatever_the_program_catches() {
    let source = "while True:\n    try:\n        x = ['y'] * 1000\n    except:\n        pass";
    let (_, ending) = evaluate(source, Budget { memory: 1 << 20, ..Budget::default() });
    assert_eq!(ending, Ending::Limited(Limit::Memory));
}

#[test]
fn a_small_program_fits_a_small_budget() {
    let (_, ending) = evaluate("return sum(x * x for x in range(10))", Budget { steps: 500, memory: 10_000, calls: 0, deadline: None });
    assert_eq!(ending, Ending::Returned("285".into()));
}

/// How much memory this process has now, in KiB.
fn resident() -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

#[test]
fn nothing_is_left_of_what_holds_itself() {
    let run = |times: usize| (0..times).for_each(|_| assert_eq!(evaluate(CYCLES, Budget::default()).1, Ending::Returned("3".into())));
    run(200);
    let Some(before) = resident() else {
        return;
    };
    run(1000);
    let grown = resident().unwrap() - before;
    assert!(grown < 6000, "{grown} KiB are left");
}
