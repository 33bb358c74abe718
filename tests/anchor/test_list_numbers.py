"""Numbers that a list counts its items with: a quotation may leave out these and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor import Fit, Text, locate, locate_all
from claimcheck.dossier.locators import read_marks
from claimcheck.model import Quote
from claimcheck.text.pinned_text import form_box, list_number

WORDS = st.sampled_from(
    ("boats", "12", "ferry", "3.", "of", "council", "2019", "(4)", "5.1", "the", "iv", "a.", "7")
)
ITEMS = st.lists(st.lists(WORDS, min_size=2, max_size=6), min_size=2, max_size=5)
LABELS = st.sampled_from(("1.", "2.", "(iv)", "b)", "5.1", "12.", "A."))


def looked_up(pinned: str, name: str = "page.html", extractor: str = "; text 2") -> Text:
    return Text(read_marks(pinned, name, extractor).text or "")


def numbered(*items: str) -> Text:
    lines = (f"{list_number(f'{at}.')}{item}\n\n" for at, item in enumerate(items, 1))
    return looked_up("".join(lines))


@given(ITEMS, st.data())
def test_items_pass_with_all_numbers_and_with_none(
    items: list[list[str]], data: st.DataObject
) -> None:
    result = [f"Item {' '.join(words)} ends." for words in items]
    labels = [data.draw(LABELS) for _ in result]
    lines = zip(labels, result, strict=True)
    text = looked_up("".join(f"{list_number(label)}{item}\n\n" for label, item in lines))
    first = data.draw(st.integers(0, len(result) - 2))
    last = data.draw(st.integers(first + 2, len(result)))
    bare = " ".join(result[first:last])
    full = " ".join(
        f"{label} {item}"
        for label, item in zip(labels[first:last], result[first:last], strict=True)
    )

    assert locate(bare, text).passes or locate(bare, text).fit is Fit.AMBIGUOUS
    assert locate(full, text).passes or locate(full, text).fit is Fit.AMBIGUOUS
    assert locate_all([bare, full], text) == [locate(bare, text), locate(full, text)]


@given(ITEMS, st.data())
def test_a_number_that_is_written_is_never_left_out(
    items: list[list[str]], data: st.DataObject
) -> None:
    result = [f"Item {at} reads {' '.join(words)} in full." for at, words in enumerate(items, 100)]
    text = numbered(*result)
    words = " ".join(result).split()
    numbers = [at for at, word in enumerate(words) if any(map(str.isdigit, word))]
    gone = data.draw(st.sampled_from(numbers[:-1] if len(numbers) > 1 else numbers))
    quote = " ".join(words[:gone] + words[gone + 1 :])

    assert not locate(quote, text).passes


@given(ITEMS)
def test_numbers_that_no_reader_marked_are_words(items: list[list[str]]) -> None:
    result = [f"Item {' '.join(words)} ends." for words in items]
    written = "".join(f"{at}. {item}\n\n" for at, item in enumerate(result, 1))
    forged = written.replace("\n\n", "\n\n\u205f").replace("1.", "\u205f1.", 1)

    assert not locate(" ".join(result), looked_up(written)).passes
    assert not locate(" ".join(result), looked_up(forged)).passes
    assert not locate(" ".join(result), looked_up(forged, "a.txt", "")).passes


def test_a_quotation_without_numbers_is_equal_after_the_fold_at_its_own_place() -> None:
    text = numbered("Close the bridge.", "Open 2 ferries.", "Tell the council.")
    anchor = locate("Close the bridge. Open 2 ferries.", text)

    assert anchor.fit is Fit.NORMALIZED
    assert text.raw[anchor.start : anchor.end] == "Close the bridge.\n\n\u205f2. Open 2 ferries."
    assert locate("2. Open 2 ferries.", text).fit is Fit.VERBATIM
    assert locate("Open 2 ferries.", text).fit is Fit.VERBATIM


@pytest.mark.parametrize(
    "quote",
    [
        "Close the bridge. Open ferries.",  # without the sentence's own number
        "Close the bridge. 3. Open 2 ferries.",  # with another item's
        "Close the bridge. Tell the council.",  # without an item
        "1. Close the bridge. Open 2 ferries.",  # with one, and without the other
    ],
)
def test_nothing_else_may_be_left_out(quote: str) -> None:
    text = numbered("Close the bridge.", "Open 2 ferries.", "Tell the council.")

    assert not locate(quote, text).passes


def test_parts_and_contexts_are_looked_up_without_numbers_too() -> None:
    text = numbered("Close the bridge.", "Open 2 old ferries at once.", "Tell the council.")

    elided = locate("Close the bridge. Open 2 … at once. Tell the council.", text)
    beside = locate(Quote("Open 2 old ferries at once. Tell the council.", "bridge. "), text)

    assert elided.fit is Fit.ELIDED
    assert beside.fit is Fit.NORMALIZED


@pytest.mark.parametrize("label", ["§ 3", "Article 4", "§3", "Note.", "Annex"])
def test_labels_that_are_words_or_signs_are_not_marked(label: str) -> None:
    assert list_number(label) == f"{label} "


def test_boxes_of_a_form_may_be_left_out_all_or_none() -> None:
    ticked, empty = form_box(is_on=True, is_round=False), form_box(is_on=False, is_round=False)
    text = looked_up(f"{ticked}By bus at noon\n{empty}By train at 9\n")

    assert locate("By bus at noon By train at 9", text).fit is Fit.NORMALIZED
    assert locate("☒ By bus at noon ☐ By train at 9", text).fit is Fit.NORMALIZED
    assert not locate("☒ By bus at noon ☒ By train at 9", text).passes
    assert not locate("☒ By bus at noon By train at 9", text).passes
