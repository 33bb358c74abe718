"""Help on a narrow screen: lines that are kept as they are written break between words."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Whoever writes help begins a paragraph by this where its lines are to stay lines.
_AS_WRITTEN: Final = "\b"
# An option stays beside its value.
_PART: Final = re.compile(r"""(?:--[\w-]+ (?!-))?(?:"[^"]*"|'[^']*'|\S)+""")
_ENTRY: Final = re.compile(r" *\S+  +(?=\S)")
_COMMAND: Final = re.compile(r" *(?:\w+ \| )?(?:claimcheck|--) ?\S")


def fitted(text: str, width: int) -> str:
    r"""Return help whose lines fit into a width, those that are kept as they are written, too.

    An example goes on behind a backslash, as a shell reads it; an entry of a list, such as an exit
    status, below its words. A word that is longer than a line stays whole.

    Args:
        text: the help.
        width: how many columns there are.
    """
    lines: list[str] = []
    as_written = False
    for line in text.split("\n"):
        as_written = bool(line.strip()) and (as_written or line.strip(" ") == _AS_WRITTEN)
        if not as_written or len(line) <= width:
            lines.append(line)
        elif _COMMAND.match(line):
            lines += _broken_command(line, width)
        else:
            entry = _ENTRY.match(line)
            indent = entry.end() if entry else len(line) - len(line.lstrip())
            lines += textwrap.wrap(
                line, width, subsequent_indent=" " * indent,
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
    return "\n".join(lines)


def beside(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Return commands, each beside what it is for, or above it on a narrow screen.

    Args:
        rows: what is typed, and what for.
        width: how many columns there are.
    """
    rows = list(rows)
    longest = max(len(typed) for typed, _purpose in rows)
    lines = [f"  {typed:<{longest}}  {purpose}" for typed, purpose in rows]
    if max(map(len, lines)) <= width:
        return lines
    return [line for typed, purpose in rows for line in (f"  {typed}", f"    {purpose}")]


def _broken_command(line: str, width: int) -> Iterator[str]:
    """Go through the lines of a command that is too long for one."""
    indent = len(line) - len(line.lstrip())
    further = indent if line.lstrip().startswith("--") else indent + 2
    present = " " * indent
    is_begun = False
    for part in _PART.findall(line):
        # A backslash needs two columns.
        if is_begun and len(present) + 1 + len(part) > width - 2:
            yield f"{present} \\"
            present, is_begun = " " * further, False
        present += f" {part}" if is_begun else part
        is_begun = True
    yield present
