"""What is shown of a value: the cells that it names, each in its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.assessment.passages import place_in, shorten
from claimcheck.model import Excerpt, Place, Run
from claimcheck.text.pinned_text import CELL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assessed import AssessedEvidence

BAR: Final = " | "
_MOST_ROWS: Final = 3
_LONGEST_CELL: Final = 60
_MOST_BESIDE: Final = 12  # cells shown on each side, and the first of the row
_LEFT_OUT: Final = "…"


def value_place(item: AssessedEvidence) -> Place:
    """Return where an item's value is written."""
    return item.evidence.value.place if item.evidence.value else item.evidence.place


def near_keys(item: AssessedEvidence, lead: str) -> str:
    """Return keys that are there, behind a word; "" where none is near.

    Args:
        item: an item with a value.
        lead: what to say before them.
    """
    keys = item.value.near if item.value else ()
    return f"{lead} {', or '.join(keys)}" if keys else ""


def value_excerpts(item: AssessedEvidence) -> tuple[Excerpt, ...]:
    """Return what the evidence says, and the rows of the cells that it names, the cells marked."""
    written = Excerpt("value", value_place(item), (Run(str(item.evidence.value)),))
    return (written, *(Excerpt("table", place, runs) for place, runs in value_rows(item)))


def value_rows(item: AssessedEvidence) -> Iterator[tuple[Place, tuple[Run, ...]]]:
    """Yield the rows of the cells of a value, a few of them: where they stand, and what they say.

    Args:
        item: an item with a value.
    """
    source, reading = item.source, item.value
    if source is None or source.text is None or reading is None:
        return
    text = source.text
    for cell in reading.cells[:_MOST_ROWS]:
        begin = text.rfind("\n", 0, cell.start) + 1
        end = text.find("\n", cell.end)
        before = text[begin : cell.start].rsplit(CELL, _MOST_BESIDE + 1)[:-1]
        if len(before) > _MOST_BESIDE:
            before[:1] = [before[0].partition(CELL)[0], *([_LEFT_OUT] if CELL in before[0] else [])]
        after = text[cell.end : end if end >= 0 else len(text)].split(CELL, _MOST_BESIDE + 1)[1:]
        after[_MOST_BESIDE:] = [_LEFT_OUT] * (len(after) > _MOST_BESIDE)
        runs = (
            Run(_joined(before, "", BAR)),
            Run(shorten(cell.text, _LONGEST_CELL), marked=True),
            Run(_joined(after, BAR, "")),
        )
        yield (
            place_in(text, source.text_path, cell.start),
            tuple(run for run in runs if run.text),
        )


def _joined(cells: list[str], before: str, after: str) -> str:
    return "".join(f"{before}{shorten(cell.strip(), _LONGEST_CELL)}{after}" for cell in cells)
