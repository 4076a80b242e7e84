"""What CPython answers to the expressions of the corpus.

    python3 oracle.py --record    writes corpus/answers.json
    python3 oracle.py --check     says where this Python disagrees with it

An expression is the body of a function, as the server runs it: indented by four spaces. Its outcome is what it printed, and then one of
`returned` (the repr of the value), `yielded` (the repr of the list of values, for a body that yields), or `raised` (class and message).
A first line such as `# python < 3.14` names the versions that word something as recorded; the others are not asked.
"""

import builtins
import contextlib
import inspect
import io
import json
import pathlib
import re
import sys
import textwrap
import warnings

CORPUS = pathlib.Path(__file__).parent / "corpus"
ANSWERS = CORPUS / "answers.json"
MARKER = re.compile(r"# python (<|>=) (\d+)\.(\d+)\n")


def applies(text):
    marker = MARKER.match(text)
    if marker is None:
        return True
    version = (int(marker[2]), int(marker[3]))
    return sys.version_info[:2] < version if marker[1] == "<" else sys.version_info[:2] >= version


def plain(text):
    """Where a name was defined is the server's affair: `expression.<locals>.greet()` is `greet()`."""
    return text.replace("expression.<locals>.", "")


def evaluate(text):
    names = {"__builtins__": builtins, "__name__": "expression"}
    exec(compile("def expression():\n" + textwrap.indent(text, "    "), "expression", "exec"), names)
    function = names["expression"]
    if inspect.isgeneratorfunction(function):
        return {"yielded": repr(list(function()))}
    return {"returned": repr(function())}


def outcome(text):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            result = evaluate(text)
        except Exception as error:
            result = {"raised": f"{type(error).__name__}: {error}"}
    answer = {"printed": printed.getvalue()} if printed.getvalue() else {}
    return answer | {key: plain(value) for key, value in result.items()}


def answers():
    for path in sorted(CORPUS.glob("*/*.py")):
        text = path.read_text(encoding="utf-8")
        if applies(text):
            yield f"{path.parent.name}/{path.stem}", outcome(text)


def record():
    known = dict(answers())
    ANSWERS.write_text(json.dumps(known, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(known)} answers recorded")


def check():
    recorded = json.loads(ANSWERS.read_text(encoding="utf-8"))
    different = [(name, recorded.get(name), got) for name, got in answers() if recorded.get(name) != got]
    for name, wanted, got in different:
        print(f"{name}\n  recorded {wanted}\n  got      {got}")
    return bool(different)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit({"--record": record, "--check": check}[sys.argv[1]]())
