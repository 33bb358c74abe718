"""What of a PDF is not in its text, or cannot be trusted there, in clauses for its reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.page import ReadPage

_MOST_NAMED: Final = 10
# A letter inside a word: alone it is a bullet, or a sign of a formula.
_UNREADABLE: Final = re.compile(r"(?<=[\w\ufffd])\ufffd|\ufffd(?=[\w\ufffd])")


def gaps_of(pages: Sequence[ReadPage], texts: Sequence[str], attachments: int) -> Iterator[str]:
    """Say what is not read, a clause each.

    Args:
        pages: what was read of each page.
        texts: the text that came of it.
        attachments: how many files are attached.
    """
    total = len(pages)
    if lost := [at for at, page in enumerate(pages, 1) if page.lost]:
        yield f"{_counted(lost, total)} cannot be read: {_named(lost)}"
    if bare := [at for at, page in enumerate(pages, 1) if page.misses_fonts]:
        counted = _counted(bare, total)
        yield (
            f"most of {counted} is not read, since its fonts are neither in the file nor on this "
            f"machine: {_named(bare)} (install fonts of its language, or add a PDF that holds them)"
        )
    if empty := [
        at for at, page in enumerate(pages, 1) if not (page.rows or page.lost or page.misses_fonts)
    ]:
        counted = _counted(empty, total)
        yield f"no text was found on {counted}: {_named(empty)} (they may be scanned)"
    if pictures := [at for at, page in enumerate(pages, 1) if page.rows and page.mostly_picture]:
        counted = _counted(pictures, total)
        yield f"the pictures that fill {counted} may hold text that is not read: {_named(pictures)}"
    if by_ocr := [at for at, page in enumerate(pages, 1) if page.by_ocr]:
        counted = _counted(by_ocr, total)
        yield f"the text of {counted} was read from pictures by OCR, which errs: {_named(by_ocr)}"
    letters = [len(_UNREADABLE.findall(text)) for text in texts]
    if unreadable := [at for at, number in enumerate(letters, 1) if number]:
        yield (
            f"{_count(sum(letters), 'letter')} on {_counted(unreadable, total)} cannot be told: "
            f"{_named(unreadable)} (the file does not say which they are)"
        )
    if covered := [at for at, page in enumerate(pages, 1) if page.covered]:
        words = _count_are(sum(page.covered for page in pages), "covered word")
        yield f"{words} left out, on {_counted(covered, total)}: {_named(covered)}"
    if attachments:
        yield f"{_count_are(attachments, 'attached file')} not read"


def remarks_of(pages: Sequence[ReadPage]) -> Iterator[str]:
    """Say what was left out and is missed by nobody who looks at the pages."""
    if unseen := sum(page.unseen for page in pages):
        yield f"{_count_are(unseen, 'word')} left out, which the pages do not show"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _count_are(number: int, what: str) -> str:
    return f"{_count(number, what)} {'is' if number == 1 else 'are'}"


def _counted(pages: Sequence[int], total: int) -> str:
    return f"{len(pages)} of {_count(total, 'page')}"


def _named(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:_MOST_NAMED])) + (" …" if len(pages) > _MOST_NAMED else "")
