//! Texts too deep or too long to be kept as files.

/// All of them.
pub(crate) const NAMES: &[&str] = &[
    "deep parentheses",
    "deep lists",
    "deep tuples",
    "deep dicts",
    "deep sets",
    "deep calls",
    "deep subscripts",
    "deep not",
    "deep minus",
    "deep invert",
    "deep lambdas",
    "deep conditionals",
    "deep conditionals before",
    "deep comprehensions",
    "deep generators",
    "deep f-strings",
    "deep ifs",
    "deep loops",
    "deep functions",
    "deep classes",
    "deep tries",
    "deep withs",
    "deep matches",
    "deep patterns",
    "deep targets",
    "deep stars",
    "deep walrus",
    "deep decorators",
    "deep yields",
    "deep defaults",
    "deep slices",
    "deep unclosed",
    "deep closed",
    "long sum",
    "long power",
    "long and",
    "long or",
    "long comparison",
    "long attributes",
    "long calls",
    "long subscripts",
    "long texts",
    "long list",
    "long dict",
    "long arguments",
    "long parameters",
    "long elif",
    "long statements",
    "long names",
    "long imports",
    "long digits",
    "long hex",
    "long text",
    "long name",
    "long comment",
    "long line",
    "long excepts",
    "long cases",
    "long decorators",
    "long targets",
    "long assignments",
    "long semicolons",
    "long f-string",
    "long deletes",
    "long globals",
    "long functions",
    "long strings with braces",
    "odd nul",
    "odd form feed",
    "odd byte order mark",
    "odd carriage returns",
    "odd unicode",
    "odd controls",
    "odd backslashes",
    "odd quotes",
    "odd indents",
    "odd tabs",
    "odd empty",
    "odd comments",
    "odd decorator",
    "odd await",
    "odd async",
    "odd return in class",
    "odd break",
    "odd star",
    "odd walrus",
    "odd type parameters",
    "odd nonlocal",
    "odd global",
    "odd duplicate parameters",
    "odd assignment",
];

/// So deep, so long.
const DEEP: usize = 10_000;
const LONG: usize = 20_000;
/// So long where each part is longer.
const SHORTER: usize = 5_000;

/// `open`, `DEEP` times, `middle`, and `close` as often.
fn nested(open: &str, middle: &str, close: &str) -> String {
    format!("return {}{middle}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// Blocks in blocks.
fn blocks(head: &str, depth: usize) -> String {
    let mut text = String::new();
    for level in 0..depth {
        text.push_str(&" ".repeat(level));
        text.push_str(head);
        text.push('\n');
    }
    text + &" ".repeat(depth) + "pass\n"
}

/// The text of that name.
pub(crate) fn source(name: &str) -> Option<String> {
    let (kind, what) = name.split_once(' ')?;
    match kind {
        "deep" => deep(what),
        "long" => long(what),
        "odd" => odd(what).map(str::to_string),
        _ => None,
    }
}

fn deep(what: &str) -> Option<String> {
    Some(match what {
        "parentheses" => nested("(", "1", ")"),
        "lists" => nested("[", "1", "]"),
        "tuples" => nested("(", "1", ",)"),
        "dicts" => nested("{1:", "1", "}"),
        "sets" => nested("{", "1", "}"),
        "calls" => nested("str(", "1", ")"),
        "subscripts" => nested("x[", "1", "]"),
        "not" => nested("not ", "1", ""),
        "minus" => nested("-", "1", ""),
        "invert" => nested("~", "1", ""),
        "lambdas" => nested("lambda: ", "1", ""),
        "conditionals" => nested("1 if 0 else ", "1", ""),
        "conditionals before" => nested("(", "1", " if 1 else 0)"),
        "comprehensions" => nested("[", "1", " for x in [1]]"),
        "generators" => nested("list(", "1", " for x in [1])"),
        "f-strings" => nested("f'{", "1", "}'"),
        "ifs" => blocks("if 1:", 300),
        "loops" => blocks("for x in [1]:", 300),
        "functions" => blocks("def f():", 300),
        "classes" => blocks("class A:", 300),
        "withs" => blocks("with x:", 300),
        "matches" => blocks("match 1:", 1) + &nested("(", "1", ")"),
        "tries" => format!(
            "{}{}",
            blocks("try:", 500),
            (0..500).rev().map(|level| format!("{}finally: pass\n", " ".repeat(level))).collect::<String>()
        ),
        "patterns" => format!("match 1:\n case {}x{}: pass", "[".repeat(DEEP), "]".repeat(DEEP)),
        "targets" => format!("{}x{} = 1", "[".repeat(DEEP), "]".repeat(DEEP)),
        "stars" => format!("{}x{} = 1", "*[".repeat(DEEP), "]".repeat(DEEP)),
        "walrus" => nested("(x := ", "1", ")"),
        "decorators" => blocks("@f\n", 1) + &nested("f(", "f", ")"),
        "yields" => format!("x = {}1{}", "(yield ".repeat(DEEP), ")".repeat(DEEP)),
        "defaults" => nested("lambda x=(", "1", "): x"),
        "slices" => nested("x[1:", "1", "]"),
        "unclosed" => "(".repeat(DEEP),
        "closed" => ")".repeat(DEEP),
        _ => return None,
    })
}

fn long(what: &str) -> Option<String> {
    let many = |part: &str| part.repeat(LONG);
    let fewer = |part: &str| part.repeat(SHORTER);
    let each = |make: fn(usize) -> String| (0..SHORTER).map(make).collect::<String>();
    Some(match what {
        "sum" => format!("return 1{}", many(" + 1")),
        "power" => format!("return 1{}", many(" ** 1")),
        "and" => format!("return 1{}", many(" and 1")),
        "or" => format!("return 0{}", many(" or 0")),
        "comparison" => format!("return 1{}", many(" == 1")),
        "attributes" => format!("x = 1\nreturn x{}", many(".real")),
        "calls" => format!("f = lambda: f\nreturn f{} is f", many("()")),
        "subscripts" => format!("x = 'a'\nreturn x{}", many("[0]")),
        "texts" => format!("return len({})", many("'ab' ")),
        "list" => format!("return len([{}])", many("1, ")),
        "dict" => format!("return len({{{}}})", each(|n| format!("{n}: {n}, "))),
        "arguments" => format!("return max({})", many("1, ")),
        "parameters" => format!("def f({}): pass", each(|n| format!("p{n}=0, "))),
        "elif" => format!("if 0: pass\n{}", many("elif 0: pass\n")),
        "statements" => many("x = 1\n"),
        "names" => each(|n| format!("x{n} = {n}\n")),
        "imports" => many("import json\n"),
        "digits" => format!("return {}", many("123456789")),
        "hex" => format!("return 0x{} > 0", many("ffffffff")),
        "text" => format!("return len('{}')", many("abcdefghij")),
        "name" => format!("{0} = 1\nreturn {0}", fewer("abcdefghij")),
        "comment" => format!("# {}\nreturn 1", many("abcdefghij")),
        "line" => format!("return (1{})", fewer("                    ")),
        "excepts" => format!("try:\n pass\n{}", fewer("except ValueError:\n pass\n")),
        "cases" => format!("match 5:\n{}", fewer(" case 1: pass\n")),
        "decorators" => format!("f = lambda g: g\n{}def h(): pass", many("@f\n")),
        "targets" => format!("{}= range({LONG})", many("x, ")),
        "assignments" => format!("{}1", many("x = ")),
        "semicolons" => many("1; "),
        "f-string" => format!("x = 1\nreturn len(f'{}')", many("{x} ")),
        "deletes" => format!("x = 1\ndel {}", many("x, ")),
        "globals" => format!("def f():\n global {}x", many("x, ")),
        "functions" => each(|n| format!("def f{n}(): pass\n")),
        "strings with braces" => format!("return f'{}'", many("{{}}")),
        _ => return None,
    })
}

fn odd(what: &str) -> Option<&'static str> {
    Some(match what {
        "nul" => "return 'a\0b'\0",
        "form feed" => "\u{c}return 1",
        "byte order mark" => "\u{feff}return 1",
        "carriage returns" => "x = 1\rreturn x\r\n",
        "unicode" => "return ２ + ᵃ",
        "controls" => "return \u{1}\u{1b}",
        "backslashes" => "return 1 \\ + 2 \\",
        "quotes" => "return '''\"\"\"''",
        "indents" => "if 1:\n    x = 1\n  y = 2",
        "tabs" => "if 1:\n\tx = 1\n        y = 2",
        "empty" => "",
        "comments" => "# only a comment",
        "decorator" => "@\ndef f(): pass",
        "await" => "await x",
        "async" => "async def f():\n    async for x in y: pass",
        "return in class" => "class A:\n    return 1",
        "break" => "break",
        "star" => "return *a",
        "walrus" => "x := 1",
        "type parameters" => "def f[T](x: T) -> T: return x\ntype X = int\nreturn f(1)",
        "nonlocal" => "nonlocal x",
        "global" => "x = 1\nglobal x\nreturn x",
        "duplicate parameters" => "def f(a, a): pass",
        "assignment" => "1 = x\nNone = 2\nf() = 3",
        _ => return None,
    })
}
