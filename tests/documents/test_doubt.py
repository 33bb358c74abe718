"""What two readers read differently is in doubt, and nothing else is."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents import extract
from claimcheck.documents.doubt import differing_lines, with_doubt
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.second_readers import pdf as second
from claimcheck.model.errors import UnreadableError
from support.documents import report, sheets, shown

TEXT = "Checks: 2,236,457 in all.\nGuam counted 12 of them, 10^6 in ten years.\nNobody knows why.\n"
needs_pdfminer = pytest.mark.skipif(
    importlib.util.find_spec("pdfminer") is None, reason="the second reader is an extra"
)


def doubted(text: str, other: str) -> list[str]:
    return [text[start:end] for start, end in differing_lines(text, other)]


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        "\n".join(reversed(TEXT.splitlines())),
        TEXT.replace("10^6", "106"),
        TEXT.replace("Nobody knows", "Nobo dyknows"),
        TEXT.replace("Nobody knows why.", "No-\nbody knows why."),
        TEXT + "HEAD OF THE PAGE 7",
    ],
    ids=["alike", "another order", "no raised text", "other blanks", "broken word", "more"],
)
def test_readers_that_differ_in_order_and_blanks_agree(other: str) -> None:
    assert doubted(TEXT, other) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("2,236,457", "52,236,457", 0),
        ("2,236,457", "2,236,451", 0),
        ("12 of", "13 of", 1),
        ("12 of", "l2 of", 1),
        ("Guam", "Gaum", 1),
        ("knows", "ignores", 2),
    ],
)
def test_another_number_or_word_puts_its_line_in_doubt(old: str, new: str, line: int) -> None:
    assert doubted(TEXT, TEXT.replace(old, new)) == [TEXT.splitlines()[line]]


@pytest.mark.parametrize("other", ["Ageˆncia and na¨ıve", "Agencia and naive", "Agência, naïve"])
def test_accents_that_another_reader_sets_apart_put_nothing_in_doubt(other: str) -> None:
    assert doubted("Agência\nnaïve\n", other) == []
    assert doubted("Agêncla\n", other) == ["Agêncla"]


def test_a_number_has_to_be_there_as_often() -> None:
    assert doubted("12 in May\n12 in June\n", "12 in May and June") == ["12 in May", "12 in June"]


def test_doubt_is_noted_page_by_page_beside_what_was_in_doubt_before() -> None:
    extract = Extract(
        "One 1\n\x1d[head 1] 99\fTwo 2\nThree 3\n\x1d[foot 2] 77\n", doubtful=((0, 3),)
    )

    noted = with_doubt(extract, "One 1\fTwo 22 Three 3")

    assert noted.doubtful == ((0, 3), (7, 12))
    assert noted.text == extract.text


def test_readers_that_count_the_pages_differently_say_nothing() -> None:
    assert with_doubt(Extract("One 1\n"), "One 2\fTwo").doubtful == ()


@given(st.lists(st.text("ab 12.^\n", max_size=12), max_size=4), st.text("ab 12.\n\f", max_size=30))
def test_spans_in_doubt_are_in_order_and_apart(pages: list[str], other: str) -> None:
    text = "\f".join(f"{page}\n" for page in pages)

    spans = with_doubt(Extract(text), other).doubtful

    ends = [0, *(end for _start, end in spans)]
    assert all(start < end <= len(text) for start, end in spans)
    assert all(end <= start for end, (start, _end) in zip(ends, spans, strict=False))


@needs_pdfminer
def test_the_second_reader_of_pdfs_confirms_what_the_first_reads() -> None:
    made = extract.extract(
        report([["Closed in 1931."], ["Open in 1932."]]), "pdf", ExtractOptions()
    )

    assert made.extract.doubtful == ()
    assert made.extractor.split("; ")[-1].startswith("compared with pdfminer.six ")


@needs_pdfminer
def test_what_the_second_reader_denies_is_in_doubt() -> None:
    data = sheets(shown(60, 700, "Closed in 1931.") + shown(200, 700, "7", 30))
    other = second.read(data, ExtractOptions()).text

    assert doubted("Closed in 19317.\n", other) == ["Closed in 19317."]


@needs_pdfminer
def test_the_second_reader_confirms_what_is_typed_into_fields_and_their_parents() -> None:
    fields = (
        b"/Annots [<< /Subtype /Widget /FT /Tx /V (412,000 dollars) /Rect [220 695 400 712] >>"
        b" << /Subtype /Widget /Parent << /FT /Tx /V (7 of 12) >> /Rect [220 595 400 612] >>"
        b" << /Subtype /FreeText /Rect [60 500 300 520] /Contents (Paid on 4 May) >>]"
    )
    data = sheets(shown(60, 700, "Income:") + shown(60, 600, "Part:"), page=fields)

    made = extract.extract(data, "pdf", ExtractOptions()).extract

    assert "412,000 dollars" in made.text
    assert made.doubtful == ()


@needs_pdfminer
def test_a_document_that_the_second_reader_cannot_read_is_told() -> None:
    with pytest.raises(UnreadableError):
        second.read(b"%PDF-1.4\nnothing", ExtractOptions())


def test_words_that_go_to_the_left_are_confirmed_as_they_are_drawn() -> None:
    text = "وافق المجلس على الإنتاج\nהמועצה אישרה"
    drawn = "جاتنلإا ىلع سلجملا قفاو\nהרשיא הצעומה"

    assert doubted(text, drawn) == []
    assert doubted(text, drawn.replace("הצעומה", "הצעמה")) == ["המועצה אישרה"]
