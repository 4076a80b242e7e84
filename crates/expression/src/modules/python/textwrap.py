# `textwrap`: paragraphs of a width.
import re

PIECES = re.compile(r"\s+|[^\s-]*\w+[^0-9\W]-(?=\w+[^0-9\W])|[^\s-]+-(?=\S)|\S+")


class TextWrapper:
    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
        fix_sentence_endings=False,
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _pieces(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = re.sub(r"[\t\n\x0b\x0c\r]", " ", text)
        return PIECES.findall(text) if self.break_on_hyphens else re.findall(r"\s+|\S+", text)

    def _line(self, pieces, room):
        line, size = [], 0
        while pieces and size + len(pieces[-1]) <= room:
            size += len(pieces[-1])
            line.append(pieces.pop())
        if pieces and len(pieces[-1]) > room and (self.break_long_words or not line):
            if self.break_long_words:
                space = max(room - size, 1 if not line else 0)
                if space > 0:
                    line.append(pieces[-1][:space])
                    pieces[-1] = pieces[-1][space:]
            else:
                line.append(pieces.pop())
        return line

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        pieces = self._pieces(text)[::-1]
        lines = []
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and not pieces[-1].strip():
                pieces.pop()
                if not pieces:
                    break
            line = self._line(pieces, room)
            if self.drop_whitespace and line and not line[-1].strip():
                line.pop()
            if not line:
                continue
            rest = any(piece.strip() for piece in pieces)
            if self.max_lines is not None and len(lines) + 1 >= self.max_lines and rest:
                while line and len("".join(line)) + len(self.placeholder) > room or line and not line[-1].strip():
                    line.pop()
                lines.append((indent + "".join(line) + self.placeholder) if line else indent + self.placeholder.lstrip())
                break
            lines.append(indent + "".join(line))
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    margin = None
    lines = [("" if not line.strip() else line) for line in text.split("\n")]
    for line in lines:
        if not line:
            continue
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < min(len(margin), len(indent)) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    cut = len(margin or "")
    return "\n".join(line[cut:] for line in lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))


return {"TextWrapper": TextWrapper, "dedent": dedent, "fill": fill, "indent": indent, "shorten": shorten, "wrap": wrap}
