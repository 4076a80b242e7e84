//! Properties that must hold for every value, over a server that answers asynchronously.

use proptest::{
    strategy::{Strategy, ValueTree as _},
    test_runner::{Config, TestRunner},
};

/// Checks a property of `cases` random values; when one fails, looks for a smaller one that fails too and panics with that.
pub async fn for_all<S: Strategy>(cases: u32, values: S, holds: impl AsyncFn(S::Value) -> Result<(), String>) {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    for _ in 0..cases {
        let mut tree = values.new_tree(&mut runner).unwrap();
        let Err(mut reason) = holds(tree.current()).await else { continue };
        let mut smallest = format!("{:?}", tree.current());
        let mut goes_on = tree.simplify();
        for _ in 0..500 {
            if !goes_on {
                break;
            }
            let current = tree.current();
            let shown = format!("{current:?}");
            goes_on = match holds(current).await {
                Err(smaller) => {
                    (reason, smallest) = (smaller, shown);
                    tree.simplify()
                }
                Ok(()) => tree.complicate(),
            };
        }
        panic!("{reason}\nfor {smallest}");
    }
}
