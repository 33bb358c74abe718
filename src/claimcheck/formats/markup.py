"""Foreign text as Markdown that shows it and does nothing; GitHub and GitLab read it alike.

A comment speaks with the rights of whoever posts it, about text that a stranger wrote. So no
foreign text may become a link, an image, a mention, a reference, HTML, a table or a formula.
Forges look for mentions, issue numbers and addresses in the finished text, where a backslash is
gone already. There are two ways to keep them out, for two kinds of text:

    prose    whatever is not a plain word stands in a code span, in which nothing comes alive;
             for sentences of our own that name foreign things
    escaped  signs are escaped, and names are broken by a blank that nobody sees; for words that
             are marked as new or old, which a code span would hide
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CODE_SPAN = re.compile(r"(?<!`)`([^`]+)`(?!`)")
# Letters, digits and all that is not ASCII, with punctuation where a sentence has it: every sign
# that Markdown or a forge gives a meaning to is an ASCII one.
_PLAIN_WORD = re.compile(
    r"""["'(]*[A-Za-z0-9\u0080-\U0010ffff]+(?:['.,-]+[A-Za-z0-9\u0080-\U0010ffff]+)*["').,;:?!%]*"""
    r"""|["'().,;:?!]+"""
)
# A commit, an issue, an address: forges make links of these without any mark.
_LINKED_WORD = re.compile(r"\b(?:[0-9a-f]{7,40}|gh-\d+|www\..*)\b", re.IGNORECASE)

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_SIGNS = re.compile(r"[\\`*_\[\]{}|~&<>$]")
# Only an invisible blank behind these keeps `@name`, `#12`, `!12`, `&12`, `~label`, `[[page]]`,
# `:tada:` and `https://` from coming alive.
_LINKED_SIGNS = re.compile(
    r"""[@#!%~](?=[\w"'])|[&$](?=\d)|\^(?=alert)|\[(?=\[|\w+:)"""
    r"""|(?<=[Gg][Hh])-(?=\d)|:(?=//)|:(?=[\w+-]+:)|(?<=mailto):|(?<=xmpp):|[Ww]{3}(?=\.)"""
)
_INVISIBLE_BLANK = "&#8203;"
# At the beginning of a line these would open a list or a heading, or order GitLab to do something.
_BLOCK_OPENING = re.compile(r"\A(\s*)([-+#=/]|\d+(?=[.)]))")


def prose(text: str) -> str:
    """Return a text on one line whose plain words are plain, and everything else code.

    It may stand anywhere but at the beginning of a line, where `1.` would open a list.
    """
    spans = ""
    for number, part in enumerate(_CODE_SPAN.split(one_line(text))):
        span = code(part) if number % 2 else _plain_words(part)
        # Two code spans that touch would be read as one that ends elsewhere.
        touching = spans.endswith("`") and span.startswith("`")
        spans += f" {span}" if touching else span
    return spans


def _plain_words(text: str) -> str:
    parts: list[str] = []
    strange: list[str] = []
    for word in text.split(" "):
        if not word or (_PLAIN_WORD.fullmatch(word) and not _LINKED_WORD.search(word)):
            parts += [code(" ".join(strange))] if strange else []
            strange = []
            parts.append(word)
        else:
            strange.append(word)
    parts += [code(" ".join(strange))] if strange else []
    return " ".join(parts)


def code(text: str) -> str:
    """Return a text as a code span on one line; nothing for no text."""
    line = one_line(text)
    if not line:
        return ""
    fence = "`" * (_longest_run_of_backticks(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def table_row(cells: Iterable[str]) -> str:
    """Return a row of a table; the cells are Markdown already, and hold no line end."""
    # A table is cut at its bars before anything else is read, code spans too.
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"


def fenced(lines: Sequence[str]) -> str:
    """Return lines, at least one, as a block of code that none of them ends."""
    fence = "`" * max(3, 1 + max(map(_longest_run_of_backticks, lines)))
    return "\n".join([f"{fence}text", *lines, fence])


def _longest_run_of_backticks(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def escaped(text: str, *, opening: bool = True) -> str:
    """Return a text on one line in which every sign with a meaning is escaped.

    Args:
        text: what somebody wrote.
        opening: whether it may stand at the beginning of a line or a list's item.
    """
    line = printable(re.sub(r"\s+", " ", text))
    parts, reached = [], 0
    for match in _LINKED_SIGNS.finditer(line):
        parts += [_without_signs(line[reached : match.end()]), _INVISIBLE_BLANK]
        reached = match.end()
    shown = "".join(parts) + _without_signs(line[reached:])
    return _BLOCK_OPENING.sub(_without_opening, shown) if opening else shown


def _without_signs(text: str) -> str:
    return _SIGNS.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)


def _without_opening(match: re.Match[str]) -> str:
    blanks, sign = match[1], match[2]
    return f"{blanks}{sign}{_INVISIBLE_BLANK}" if sign.isdigit() else f"{blanks}\\{sign}"
