# `string`: characters by kind, and templates with `$names`.
import re

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
digits = "0123456789"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
ascii_letters = ascii_lowercase + ascii_uppercase


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


NAMES = re.compile(r"\$(?:(?P<escaped>\$)|(?P<named>[_a-zA-Z][_a-zA-Z0-9]*)|\{(?P<braced>[_a-zA-Z][_a-zA-Z0-9]*)\}|(?P<invalid>))")


class Template:
    def __init__(self, template):
        self.template = template

    def _fill(self, values, missing):
        def one(match):
            if match["escaped"] is not None:
                return "$"
            name = match["named"] or match["braced"]
            if name is None:
                return missing(match, None)
            return str(values[name]) if name in values else missing(match, name)

        return NAMES.sub(one, self.template)

    def substitute(self, mapping=None, /, **kwargs):
        def fail(match, name):
            if name is not None:
                raise KeyError(name)
            before = self.template[: match.start()].splitlines(keepends=True)
            column = match.start() - sum(len(line) for line in before[:-1]) + 1 if before else 1
            if before and before[-1].endswith("\n"):
                before.append("")
                column = 1
            raise ValueError(f"Invalid placeholder in string: line {max(len(before), 1)}, col {column}")

        return self._fill({**(mapping or {}), **kwargs}, fail)

    def safe_substitute(self, mapping=None, /, **kwargs):
        return self._fill({**(mapping or {}), **kwargs}, lambda match, name: match.group())

    def get_identifiers(self):
        found = []
        for match in NAMES.finditer(self.template):
            name = match["named"] or match["braced"]
            if name is not None and name not in found:
                found.append(name)
        return found


return {
    "Template": Template,
    "ascii_letters": ascii_letters,
    "ascii_lowercase": ascii_lowercase,
    "ascii_uppercase": ascii_uppercase,
    "capwords": capwords,
    "digits": digits,
    "hexdigits": digits + "abcdefABCDEF",
    "octdigits": "01234567",
    "printable": digits + ascii_letters + punctuation + whitespace,
    "punctuation": punctuation,
    "whitespace": whitespace,
}
