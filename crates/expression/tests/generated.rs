//! Programs made up at random from the grammar: whatever they do, they end soon, and as programs do.
#![expect(clippy::unwrap_used, reason = "tests")]

mod evaluate;

use std::time::{Duration, Instant};

use evaluate::evaluate;
use proptest::prelude::*;
use vestibule_expression::Budget;

/// What made-up programs may use.
const BUDGET: Budget = Budget { steps: 20_000, memory: 2 << 20, calls: 0, deadline: None };
/// How long that may take where nothing is optimized.
const PATIENCE: Duration = Duration::from_secs(1);

fn pick(from: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(from).prop_map(str::to_owned)
}

fn name() -> impl Strategy<Value = String> {
    pick(&["a", "b", "c", "f", "g", "C", "self", "print", "len", "list", "str", "int", "type", "next", "ValueError", "Exception"])
}

fn atom() -> impl Strategy<Value = String> {
    let literal = pick(&[
        "0",
        "1",
        "-7",
        "2.5",
        "10 ** 30",
        "'x'",
        "''",
        "b'y'",
        "None",
        "True",
        "...",
        "[]",
        "()",
        "{}",
        "set()",
        "range(4)",
        "'%s' '{}'",
    ]);
    prop_oneof![literal, name()]
}

fn expression() -> impl Strategy<Value = String> {
    atom().prop_recursive(4, 40, 4, |inner| {
        let many = || proptest::collection::vec(inner.clone(), 0..3).prop_map(|items| items.join(", "));
        let operator = pick(&["+", "-", "*", "/", "//", "%", "**", "<<", "|", "&", "==", "<", "in", "is not", "and", "or", "@"]);
        let method = pick(&["append", "get", "items", "upper", "format", "send", "close", "x", "__class__", "join", "pop", "sort"]);
        prop_oneof![
            (inner.clone(), operator, inner.clone()).prop_map(|(one, op, two)| format!("({one} {op} {two})")),
            (inner.clone(), many()).prop_map(|(callee, args)| format!("{callee}({args})")),
            (inner.clone(), inner.clone()).prop_map(|(callee, args)| format!("{callee}(*{args}, **{{'a': {args}}})")),
            (inner.clone(), method, many()).prop_map(|(value, method, args)| format!("({value}).{method}({args})")),
            (inner.clone(), inner.clone()).prop_map(|(value, key)| format!("({value})[{key}]")),
            (inner.clone(), inner.clone()).prop_map(|(from, to)| format!("a[{from}:{to}]")),
            many().prop_map(|items| format!("[{items}]")),
            (inner.clone(), inner.clone()).prop_map(|(key, value)| format!("{{{key}: {value}, **{{}}}}")),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(item, from, test)| format!("[{item} for a in {from} if {test}]")),
            (inner.clone(), inner.clone()).prop_map(|(item, from)| format!("list(({item}) for b in {from})")),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(one, test, two)| format!("({one} if {test} else {two})")),
            inner.clone().prop_map(|value| format!("(lambda a=1, *b, c={value}, **g: {value})")),
            (name(), inner).prop_map(|(name, value)| format!("f'{{{name}!r:>5}}' f\"{{{value} :{{{name}}}}}\"")),
        ]
    })
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![
        name(),
        expression().prop_map(|value| format!("({value}).x")),
        pick(&["a[0]", "a, *b", "(a, b), c", "a.b", "a[1:2]", "[c]"])
    ]
}

/// A block, as lines without indentation.
fn block() -> impl Strategy<Value = Vec<String>> {
    let simple = prop_oneof![
        expression(),
        (target(), expression()).prop_map(|(target, value)| format!("{target} = {value}")),
        (name(), expression()).prop_map(|(target, value)| format!("{target} += {value}")),
        expression().prop_map(|value| format!("return {value}")),
        expression().prop_map(|value| format!("raise {value}")),
        expression().prop_map(|value| format!("d = yield {value}")),
        expression().prop_map(|value| format!("print(d := {value})")),
        expression().prop_map(|value| format!("assert {value}, {value}")),
        name().prop_map(|name| format!("del {name}, a[0]")),
        pick(&["pass", "pass", "raise", "import re", "from itertools import chain as f", "yield from [1, 2]"]),
    ];
    let line = simple.prop_map(|line| vec![line]);
    line.prop_recursive(4, 30, 3, |inner| {
        let body = proptest::collection::vec(inner, 1..4).prop_map(|blocks| indented(&blocks.concat()));
        prop_oneof![
            (expression(), body.clone(), body.clone())
                .prop_map(|(test, one, two)| compound(&[(format!("if {test}:"), one), ("else:".into(), two)])),
            (target(), expression(), body.clone())
                .prop_map(|(target, from, body)| compound(&[(format!("for {target} in {from}:"), body), ("  break".into(), vec![])])),
            (expression(), body.clone()).prop_map(|(test, body)| compound(&[(format!("while {test}:"), body)])),
            (body.clone(), expression(), body.clone(), body.clone()).prop_map(|(tried, class, caught, last)| {
                compound(&[("try:".into(), tried), (format!("except {class} as a:"), caught), ("finally:".into(), last)])
            }),
            (expression(), body.clone()).prop_map(|(manager, body)| compound(&[(format!("with {manager} as b:"), body)])),
            (name(), expression(), body.clone())
                .prop_map(|(name, value, body)| compound(&[(format!("def {name}(a, b={value}, *c):"), body)])),
            (name(), expression(), body.clone()).prop_map(|(name, base, body)| {
                let method = indented(&compound(&[("def __init__(self, *a):".into(), body)]));
                compound(&[(format!("class {name}({base}):"), method)])
            }),
            (expression(), body).prop_map(|(value, body)| {
                let case = indented(&compound(&[("case [a, *b] | {'x': a, **b} if a:".into(), body)]));
                compound(&[(format!("match {value}:"), case)])
            }),
        ]
    })
}

fn indented(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| format!("  {line}")).collect()
}

fn compound(parts: &[(String, Vec<String>)]) -> Vec<String> {
    parts.iter().flat_map(|(head, body)| std::iter::once(head.clone()).chain(body.iter().cloned())).collect()
}

fn program() -> impl Strategy<Value = String> {
    proptest::collection::vec(block(), 1..6)
        .prop_map(|blocks| format!("a, b, c = [1, 2], {{'x': 3}}, None\n{}", blocks.concat().join("\n")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn made_up_programs_end_as_programs_do(text in program()) {
        let started = Instant::now();
        evaluate(&text, BUDGET);
        prop_assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    }
}

#[test]
fn made_up_programs_are_mostly_real_ones() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let texts: Vec<String> = (0..100).map(|_| program().new_tree(&mut runner).unwrap().current()).collect();
    let refused: Vec<String> =
        texts.iter().filter_map(|text| vestibule_expression::compile(text).err()).map(|error| error.to_string()).collect();
    assert!(refused.len() < 60, "{} of 100 are refused: {refused:#?}", refused.len());
}
