"""For a comment on a pull request: what the change does to the dossier, as a colleague's note.

The comment speaks with the rights of whoever posts it, about text that a stranger wrote. So no
foreign text may become a link, an image, a mention, a reference, HTML, a table or a formula.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.formats.change_summary import Tone, account
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.assessment.comparison import Comparison
    from claimcheck.formats.change_summary import Entry, Piece
    from claimcheck.formats.screen import Screen

# GitHub refuses comments of more than 65,536 characters.
LONGEST = 60_000
_TONES = {
    Tone.PLAIN: ("", ""),
    Tone.NAME: ("**", "**"),
    # HTML, since Markdown's own marks fail beside punctuation.
    Tone.OLD: ("<del>", "</del>"),
    Tone.NEW: ("<ins>", "</ins>"),
}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_MARKS = re.compile(r"[\\`*_\[\]{}|~&<>$]")
# Forges look for these in the finished text, where no escape is left: only an invisible blank
# between the signs keeps `@name`, `#12`, `!12`, `:tada:` and `https://` from coming alive.
_ALIVE = re.compile(
    r"[@#!%](?=[\w\"'])|(?<=[Gg][Hh])-(?=\d)|:(?=//)|:(?=[\w+-]+:)|(?<=mailto):|(?<=xmpp):"
    r"|[Ww]{3}(?=\.)"
)
_BREAK = "&#8203;"
# At the beginning of a line these would open a list, a heading or a quotation.
_OPENING = re.compile(r"\A(\s*)([-+#=]|\d+(?=[.)]))")


def comparison(comparison: Comparison, screen: Screen) -> str:  # noqa: ARG001 - a comment has no screen
    """Return the account of a comparison as GitHub's and GitLab's Markdown."""
    told = account(comparison)
    parts = [
        "### What this change does to the claims\n\n",
        f"{escaped(told.gist)}\n",
    ]
    length, left_out = sum(map(len, parts)), 0
    for section in told.sections:
        title = f"\n**{section.title}**\n\n"
        for entry in section.entries:
            text = title + "".join(_entry(entry))
            if length + len(text) > LONGEST:
                left_out += 1
                continue
            parts.append(text)
            length += len(text)
            title = ""
    if left_out:
        parts.append(
            f"\n{left_out} more changes are not shown here; `claimcheck diff` shows all.\n"
        )
    parts.append(f"\n<sub>claimcheck compared {escaped(told.compared)}.</sub>\n")
    return "".join(parts)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- {_line(entry.head)}\n"
    if entry.quoted:
        yield f"  > {escaped(entry.quoted)}\n\n"
    for line in entry.lines:
        yield f"  - {_line(line)}\n"


def _line(pieces: Iterable[Piece]) -> str:
    said = []
    for number, piece in enumerate(pieces):
        before, after = _TONES[piece.tone]
        said.append(f"{before}{escaped(piece.text, opening=not number)}{after}")
    return "".join(said)


def escaped(text: str, *, opening: bool = True) -> str:
    """Return foreign text as Markdown that shows it and does nothing, all on one line.

    Args:
        text: what somebody wrote.
        opening: whether it may stand at the beginning of a line or a list's item.
    """
    flat = printable(re.sub(r"\s+", " ", text))
    pieces, at = [], 0
    for found in _ALIVE.finditer(flat):
        pieces += [_plain(flat[at : found.end()]), _BREAK]
        at = found.end()
    shown = "".join(pieces) + _plain(flat[at:])
    return _OPENING.sub(_unopened, shown) if opening else shown


def _plain(text: str) -> str:
    return _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def _unopened(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign}&#8203;" if sign.isdigit() else f"{found[1]}\\{sign}"
