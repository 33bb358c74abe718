"""For a comment on a pull request: what the change does to the dossier, as a colleague's note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.change_summary import Tone, account
from claimcheck.formats.markup import escaped

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


def render(comparison: Comparison, screen: Screen) -> str:  # noqa: ARG001 - a comment has no screen
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
