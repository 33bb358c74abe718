"""For a comment on a pull request: what the change does to the dossier, as a colleague's note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.change_summary import Tone, summarize
from claimcheck.formats.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.assessment.comparison import Comparison
    from claimcheck.formats.change_summary import SummaryEntry, TonedRun
    from claimcheck.formats.screen import Screen

# GitHub takes 65,536 characters, and what the gate found stands in the same comment.
MAX_BYTES = 20_000
_TONES = {
    Tone.PLAIN: ("", ""),
    Tone.NAME: ("**", "**"),
    # HTML, since Markdown's own marks fail beside punctuation.
    Tone.OLD: ("<del>", "</del>"),
    Tone.NEW: ("<ins>", "</ins>"),
}


def render(comparison: Comparison, screen: Screen) -> str:  # noqa: ARG001 - a comment has no screen
    """Return the summary of a comparison as GitHub's and GitLab's Markdown."""
    summary = summarize(comparison)
    parts = [
        "### What this change does to the claims\n\n",
        f"{escaped(summary.headline)}\n",
    ]
    length, left_out = sum(map(_bytes_of, parts)), 0
    for section in summary.sections:
        title = f"\n**{section.title}**\n\n"
        for entry in section.entries:
            text = title + "".join(_entry(entry))
            if length + _bytes_of(text) > MAX_BYTES:
                left_out += 1
                continue
            parts.append(text)
            length += _bytes_of(text)
            title = ""
    if left_out:
        which = "1 more change is" if left_out == 1 else f"{left_out:,} more changes are"
        parts.append(f"\n{which} not shown here; `claimcheck diff` shows all.\n")
    parts.append(f"\n<sub>claimcheck compared {escaped(summary.sides)}.</sub>\n")
    return "".join(parts)


def _bytes_of(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _entry(entry: SummaryEntry) -> Iterator[str]:
    yield f"- {_line(entry.head)}\n"
    if entry.claimed:
        yield f"  > {escaped(entry.claimed)}\n\n"
    for line in entry.details:
        yield f"  - {_line(line)}\n"


def _line(runs: Iterable[TonedRun]) -> str:
    parts = []
    for number, run in enumerate(runs):
        before, after = _TONES[run.tone]
        parts.append(f"{before}{escaped(run.text, opening=not number)}{after}")
    return "".join(parts)
