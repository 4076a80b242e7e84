//! How long small expressions take, in release builds: `cargo run --release -q -p vestibule-expression --example speed`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::allow_attributes, missing_docs)]

use std::{hint::black_box, sync::Arc, time::Instant};

use vestibule_expression::{Budget, Host, Value, Vm, compile};

struct Here;

impl Host for Here {
    fn now(&self) -> i64 {
        0
    }

    fn random(&self, _bytes: &mut [u8]) {}
}

/// Name, text.
const TEXTS: &[(&str, &str)] = &[
    ("constant", "return True"),
    ("comparison", "return context['n'] > 3 and len(name) < 10"),
    (
        "policy",
        "if name.startswith('svc-'):\n    return False\ndomain = email.split('@')[-1].lower()\nallowed = ['example.com', 'example.org']\nreturn domain in allowed and context.get('n', 0) >= 2",
    ),
    (
        "mapping",
        "groups = [group['name'] for group in context['groups'] if group['active']]\nreturn {\n    'name': name.title(),\n    'email': email,\n    'groups': groups,\n    'display': f'{name} <{email}>',\n}",
    ),
    ("function", "def double(x):\n    return x * 2\nreturn double(double(context['n']))"),
    ("class", "class A:\n    def __init__(self, x):\n        self.x = x\n    def get(self):\n        return self.x\nreturn A(3).get()"),
    ("loop of 1000", "total = 0\nfor i in range(1000):\n    total += i\nreturn total"),
    ("fib 15", "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nreturn fib(15)"),
    ("sum of 1000 squares", "return sum(x * x for x in range(1000))"),
];

fn main() {
    for (name, text) in TEXTS {
        let program = compile(text).expect("a text without mistakes");
        let run = || {
            let mut vm = Vm::new(&Here, Budget::default());
            let mut context = vestibule_expression::Dict::new();
            context.set_text("n".into(), Value::Int(4));
            let mut group = vestibule_expression::Dict::new();
            group.set_text("name".into(), Value::from("staff"));
            group.set_text("active".into(), Value::Bool(true));
            let group = vm.dict(group).unwrap();
            let groups = vm.list(vec![group.clone(), group]).unwrap();
            context.set_text("groups".into(), groups);
            let context = vm.dict(context).unwrap();
            let variables = vec![
                (Arc::from("name"), Value::from("ada")),
                (Arc::from("email"), Value::from("ada@example.com")),
                (Arc::from("context"), context),
            ];
            black_box(vm.run(&program, variables)).expect("a result");
        };
        (0..2000).for_each(|_| run());
        let mut best = f64::MAX;
        for _ in 0..20 {
            let began = Instant::now();
            (0..500).for_each(|_| run());
            best = best.min(began.elapsed().as_secs_f64() * 1e6 / 500.0);
        }
        println!("{name:<22}{best:>10.2} µs");
    }
}
