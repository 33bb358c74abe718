"""Pages are cited by what they call themselves, or counted from a document's first."""

from __future__ import annotations

import pytest

from claimcheck.dossier.locators import (
    cited_pages,
    is_on_pages,
    locator_phrase,
    own_label,
    read_marks,
)
from claimcheck.model import Place, Source

LABELS = ("i", "ii", "1", "2", "A-1", "-")


def book(labels: tuple[str, ...] = LABELS) -> Source:
    content = read_marks("\f".join(f"Page {number}\n" for number in range(6)), "book.pdf")
    return Source("book", "Book", Place("book.yaml"), content=content, page_labels=labels)


@pytest.mark.parametrize(
    ("page", "written", "fits"),
    [
        ("2", "ii", True),
        ("2", " II ", True),
        ("2", "2", True),
        ("4", "2", True),
        ("3", "2", False),
        ("3", "1-2", True),
        ("4", "1–2", True),
        ("5", "A-1", True),
        ("4", "2-A-1", True),
        ("2", "i-ii", True),
        ("3", "ii-iii", None),
        ("3", "iv", None),
        ("3", "the third", None),
    ],
)
def test_a_page_is_meant_by_its_label_or_its_number(
    page: str,
    written: str,
    fits: bool | None,
) -> None:
    assert is_on_pages(book(), page, written) is fits


@pytest.mark.parametrize(
    ("labels", "phrase", "cited"),
    [
        (LABELS, "pages ii–1 (2–3 in the file)", "ii-1"),
        (("1", "2", "3"), "pages 2–3", "2-3"),
        ((), "pages 2–3", "2-3"),
        (("x",), "pages 2–3", "2-3"),
    ],
)
def test_a_passage_is_shown_with_what_its_pages_call_themselves(
    labels: tuple[str, ...], phrase: str, cited: str
) -> None:
    assert locator_phrase(book(labels), 8, 20) == phrase
    assert cited_pages(book(labels), 8, 20) == cited


def test_a_page_without_a_label_among_others_is_counted() -> None:
    assert [own_label(book(), str(number)) for number in range(8)] == [
        "", "i", "ii", "1", "2", "A-1", "", "",
    ]  # fmt: skip


def test_what_has_no_pages_is_cited_by_none() -> None:
    source = Source("page", "Page", Place("page.yaml"), content=read_marks("Words", "page.html"))

    assert cited_pages(source, 0, 5) == ""
