//! What hosts do with programs: variables, what a text uses, where its mistakes are, what stopped it.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;

use vestibule_expression::{Budget, Host, Limit, Program, Result, Stop, Str, Value, Vm, compile};

struct World;

impl Host for World {
    fn now(&self) -> i64 {
        0
    }

    fn random(&self, _bytes: &mut [u8]) {}

    fn global(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok((name == "from_host").then(|| Value::from("host")))
    }
}

fn run(text: &str, variables: &[(&str, Value)]) -> String {
    let program = compile(text).unwrap();
    let mut vm = Vm::new(&World, Budget::default());
    let variables = variables.iter().map(|(name, value)| (Str::from(*name), value.clone())).collect();
    match vm.run(&program, variables) {
        Ok(value) => vm.repr(&value).unwrap(),
        Err(stop) => vm.trace(&stop),
    }
}

fn refused(text: &str) -> (String, u32, u32) {
    let error = compile(text).unwrap_err();
    (error.message, error.line, error.column)
}

#[test]
fn variables_are_seen_everywhere_and_may_be_assigned() {
    let name = [("name", Value::from("ada"))];
    assert_eq!(run("return name", &name), "'ada'");
    assert_eq!(run("def f():\n    return name\nreturn f()", &name), "'ada'");
    assert_eq!(run("name = name.upper()\nreturn name", &name), "'ADA'");
    assert_eq!(run("def f():\n    return name\nname += '!'\nreturn f()", &name), "'ada!'");
    assert_eq!(run("class A:\n    own = name\nreturn A.own", &name), "'ada'");
    assert_eq!(run("return [name for _ in 'ab']", &name), "['ada', 'ada']");
}

#[test]
fn names_are_variables_first_then_the_hosts_then_built_in() {
    assert_eq!(run("return from_host, len('abc')", &[]), "('host', 3)");
    assert_eq!(run("return from_host, len", &[("from_host", Value::Int(1)), ("len", Value::Int(2))]), "(1, 2)");
    assert_eq!(run("return nothing", &[]), "  line 1\nNameError: name 'nothing' is not defined\n");
}

#[test]
fn a_program_runs_on_many_threads_and_as_often_as_wanted() {
    let program = Arc::new(compile("total = 0\nfor i in range(n):\n    total += i\nreturn total").unwrap());
    let threads: Vec<_> = (0..4_i64)
        .map(|n| {
            let program = Arc::clone(&program);
            std::thread::spawn(move || {
                let mut vm = Vm::new(&World, Budget::default());
                vm.run(&program, vec![("n".into(), Value::Int(n))]).unwrap().as_int().unwrap()
            })
        })
        .collect();
    let totals: Vec<i64> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert_eq!(totals, [0, 0, 1, 3]);
}

#[test]
fn a_text_says_what_it_uses() {
    let program =
        compile("import urllib.parse\nfrom re import sub as s\nx = request.user\nreturn [y.name for y in x.groups if s or helper]")
            .unwrap();
    let names = |program: &Program| program.names().iter().map(|name| (name.name.to_string(), name.line, name.column)).collect::<Vec<_>>();
    assert_eq!(names(&program), [("request".into(), 3, 5), ("helper".into(), 4, 42)]);
    let imports: Vec<_> = program.imports().iter().map(|import| (import.module.to_string(), import.names.join(","), import.line)).collect();
    assert_eq!(imports, [("urllib.parse".into(), String::new(), 1), ("re".into(), "sub".into(), 2)]);
    let attributes: Vec<_> = program.attributes().iter().map(|attribute| (attribute.name.to_string(), attribute.column)).collect();
    assert_eq!(attributes, [("user".into(), 13), ("groups".into(), 27), ("name".into(), 11)]);
    assert!(!program.yields() && compile("yield 1").unwrap().yields());
}

#[test]
fn mistakes_have_a_line_and_a_column() {
    assert_eq!(refused("x = 1\nreturn (1 +").1, 2);
    assert_eq!(refused("é = 1; t = t'x'"), ("t-strings are not available here".into(), 1, 12));
    assert_eq!(refused("if 1:\n    async def f(): pass"), ("'async' is not available here".into(), 2, 5));
    assert_eq!(refused("for x in y:\n    pass\nbreak"), ("'break' outside loop".into(), 3, 1));
    assert_eq!(refused("def f():\n    nonlocal x"), ("no binding for nonlocal 'x' found".into(), 2, 14));
    assert_eq!(refused("class A:\n  return 1"), ("'return' outside function".into(), 2, 3));
    assert_eq!(refused("\n\nx = 1j"), ("complex numbers are not available here".into(), 3, 5));
    assert_eq!(refused("a = 1\nb = ").1, 2);
    let (message, line, column) = refused(&format!("a = 1\nb = {}", "(".repeat(300)));
    assert_eq!((message.as_str(), line, column), ("too deeply nested", 2, 205));
}

#[test]
fn a_text_without_statements_is_refused() {
    for text in ["", "\n\n", "# nothing", "   # nothing\n"] {
        assert!(refused(text).0.starts_with("expected at least one statement"), "{text:?}");
    }
}

#[test]
fn a_text_may_be_indented_as_a_whole() {
    assert_eq!(run("    x = 2\n    return x", &[]), "2");
    assert_eq!(refused("    x = 2\n    return (x").1, 2);
    assert!(compile("    x = 2\nreturn x").is_err());
}

#[test]
fn what_stopped_a_program_is_told_with_lines() {
    let text = "def f(x):\n    return x['key']\n\ntry:\n    f({})\nexcept KeyError as e:\n    raise ValueError('no key') from e";
    let wanted = "  line 5\n  line 2, in f\nKeyError: 'key'\n\nwhich led to:\n\n  line 7\nValueError: no key\n";
    assert_eq!(run(text, &[]), wanted);
    let mut vm = Vm::new(&World, Budget::default());
    let stop = vm.run(&compile("def f():\n    return 1 / 0\nf()").unwrap(), Vec::new()).unwrap_err();
    assert_eq!(vm.explain(&stop), "line 2, in f: ZeroDivisionError: division by zero");
    assert_eq!(vm.explain(&Stop::Limit(Limit::Steps)), "the expression takes too many steps");
}

#[test]
fn what_is_left_of_a_budget_can_be_asked() {
    let mut vm = Vm::new(&World, Budget { steps: 1000, calls: 3, ..Budget::default() });
    vm.run(&compile("print('a')\nreturn [1, 2]").unwrap(), Vec::new()).unwrap();
    let left = vm.remaining();
    assert!(left.steps > 900 && left.steps < 1000 && left.memory < 64 << 20, "{left:?}");
    assert_eq!((left.calls, vm.printed()), (3, "a\n"));
}

/// How long compiling may take where nothing is optimized.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

#[test]
fn compiling_never_takes_long() {
    let many = |count: usize, part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    let nested = |text: &str, levels: usize| (0..levels).rev().fold("0".to_owned(), |body, _| text.replace('@', &body));
    let finals = (0..40).fold("pass".to_owned(), |body, level| {
        let pad = " ".repeat(40 - level);
        format!("try:\n{pad} return 1\n{pad}finally:\n{pad} {}", body.replace('\n', "\n "))
    });
    let texts = [
        many(20_000, &|place| format!("v{place} = {place}\n")),
        many(20_000, &|place| format!("v{place}.a{place}(é)\n")),
        format!("é = [{}]", many(40_000, &|place| format!("v{place}, "))),
        format!("def f({}): pass", many(30_000, &|place| format!("v{place}, "))),
        format!("f({})", many(30_000, &|place| format!("v{place}={place}, "))),
        format!(
            "def f():\n {}\n def g():\n  {}",
            many(9_000, &|place| format!("v{place} = ")) + "1",
            many(9_000, &|place| format!("v{place}; "))
        ),
        many(5_000, &|_| "def f(x): return lambda: x\n".into()),
        many(9_000, &|_| "class A: pass\n".into()),
        format!("x = {}1", "-".repeat(2_500)),
        format!("x = 1{}", " + 1".repeat(2_500)),
        format!("x = {}", nested("[@]", 190)),
        format!("x = {}", nested("(lambda: @)", 150)),
        finals,
    ];
    for text in texts {
        let began = std::time::Instant::now();
        let answer = compile(&text).map(|_| ());
        assert!(began.elapsed() < PATIENCE, "{:?} {:.60} {answer:?}", began.elapsed(), text);
    }
}

#[test]
fn no_repr_tells_where_a_value_is() {
    let all = "class A:\n    def f(self): pass\na = A()\nx = [object(), a, a.f, lambda: 0, (i for i in 'a'), iter([]), iter({}), A.f, len, [].append]";
    let mut vm = Vm::new(&World, Budget::default());
    let values = vm.run(&compile(&format!("{all}\nreturn x")).unwrap(), Vec::new()).unwrap();
    for value in vm.items(&values).unwrap() {
        let place = match &value {
            Value::Object(object) => std::rc::Rc::as_ptr(object).addr(),
            Value::Instance(instance) => std::rc::Rc::as_ptr(instance).addr(),
            Value::Function(function) => std::rc::Rc::as_ptr(function).addr(),
            Value::Generator(generator) => std::rc::Rc::as_ptr(generator).addr(),
            Value::Iter(iter) => std::rc::Rc::as_ptr(iter).cast::<()>().addr(),
            _ => continue,
        };
        let text = vm.repr(&value).unwrap();
        assert!(text.contains(" at 0x") && !text.contains(&format!("{place:x}")), "{text}");
    }
}

#[test]
fn a_list_made_of_others_is_paid_for_once() {
    let spent = |text: &str| {
        let mut vm = Vm::new(&World, Budget::default());
        let before = vm.remaining().memory;
        vm.run(&compile(text).unwrap(), Vec::new()).unwrap();
        before - vm.remaining().memory
    };
    let items = 10_000 * size_of::<Value>() as u64;
    for (all, part) in [("x = [0] * 5000\nx + x", "[0] * 5000"), ("[0] * 10000", "[0]")] {
        let paid = spent(all) - spent(part);
        assert!((items..items + items / 10).contains(&paid), "{all}: {paid} for {items}");
    }
}
