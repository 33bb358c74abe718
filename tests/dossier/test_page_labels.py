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


@pytest.mark.parametrize("page", ["", "x", "²", "-1", "99"])
def test_what_is_no_page_has_no_label(page: str) -> None:
    assert own_label(book(), page) == ""


def test_what_has_no_pages_is_cited_by_none() -> None:
    source = Source("page", "Page", Place("page.yaml"), content=read_marks("Words", "page.html"))

    assert cited_pages(source, 0, 5) == ""


@pytest.mark.parametrize(
    ("page", "written", "fits"),
    [
        ("3", "3-5", True),
        ("5", "3 – 5", True),
        ("2", "3-5", False),
        ("6", "3-5", False),
        ("1", "1000000-", None),
        ("1", "0", False),
    ],
)
def test_without_labels_pages_are_counted(page: str, written: str, fits: bool | None) -> None:
    assert is_on_pages(book(()), page, written) is fits


@pytest.mark.parametrize(
    ("text", "document", "extractor", "read", "locators"),
    [
        ("a\fb\n", "a.txt", None, "a b\n", [("page", "1", 0), ("page", "2", 1)]),
        ("a\n", "A.PDF", None, "a\n", [("page", "1", 0)]),
        ("a\n", "a.html", None, "a\n", []),
        ("[0:01] a\n", "a.srt", None, "       a\n", [("time", "0:01", 0)]),
        ("[0:01] a\n", "a.VTT", None, "       a\n", [("time", "0:01", 0)]),
        ("[0:01] a\n", "a.txt", None, "[0:01] a\n", []),
        (
            "[0:01] a\n[1:02:03.500] b\n",
            "a.txt",
            None,
            "       a\n              b\n",
            [("time", "0:01", 0), ("time", "1:02:03.500", 9)],
        ),
        ("[0:01] a\nb\n", "a.txt", None, "       a\nb\n", [("time", "0:01", 0)]),
        ("[0:01] a\nb\nc\n", "a.txt", None, "[0:01] a\nb\nc\n", []),
        (
            "\n [0:01] a\n[0:02] b\n",
            "a.txt",
            None,
            "\n [0:01] a\n       b\n",
            [("time", "0:02", 11)],
        ),
        ("a\n[0:01] b\n[0:02] c\n", "a.txt", None, "a\n[0:01] b\n[0:02] c\n", []),
        ("a [0:01] b\n", "a.srt", None, "a [0:01] b\n", []),
        ("> > a\n", "a.eml", None, "> > a\n", []),
    ],
)
def test_marks_are_blanked_and_told(
    text: str,
    document: str,
    extractor: str | None,
    read: str,
    locators: list[tuple[str, str, int]],
) -> None:
    pinned = read_marks(text, document, extractor)

    assert pinned.text == read
    assert [(str(each.measure), each.label, each.start) for each in pinned.locators] == locators


@pytest.mark.parametrize(
    ("text", "start", "end", "phrase", "cited"),
    [
        ("[0:01.5] a\n[0:02] b\n", 9, 10, "at 0:01", ""),
        ("a\fb\fc\n", 0, 1, "page 1", "1"),
        ("a\fb\fc\n", 0, 3, "pages 1–2", "1-2"),
        ("a\fb\fc\n", 2, 2, "page 2", "2"),
        ("a\n", 0, 1, "", ""),
    ],
)
def test_a_passage_is_cited_by_page_or_time(
    text: str, start: int, end: int, phrase: str, cited: str
) -> None:
    source = Source("a", "A", Place("a.yaml"), content=read_marks(text, "a.txt"))

    assert locator_phrase(source, start, end) == phrase
    assert cited_pages(source, start, end) == cited
