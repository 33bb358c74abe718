"""What sources share, told anew when some of them change."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.anchor import SharedRun, Sharing, Text, sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STORY = (
    "The bridge over the river was given back to its town on Monday, in the gravest of weathers; "
    "seven hundred villagers gathered, very gravely, to give thanks and to have their voices heard."
)
FOOTER = (
    "All rights are reserved by the evening gazette and its given representatives everywhere; "
    "no paragraph of this page may be given to others, or saved, without having been granted leave."
)
OWN = (
    "Nobody has given this {} sentence to anyone but the {} gazette, which gave it to its village."
)


def unshared(number: int) -> str:
    """A text that has nothing to share."""
    word = "".join(chr(ord("a") + (number * 7 + at * 3) % 26) for at in range(12))
    return " ".join(f"g{word}{at}v{word[::-1]}{number}" for at in range(12))


def compare_all(texts: Mapping[str, str]) -> Sharing:
    """Compare all texts."""
    return sharing({name: Text(raw) for name, raw in texts.items()})


def update(previous: Sharing, changed: Iterable[str], texts: Mapping[str, str]) -> Sharing | None:
    """Say what is shared, given what some texts say now."""
    return previous.update(frozenset(changed), lambda name: Text(texts.get(name, "")))


def pairs(runs: tuple[SharedRun, ...]) -> set[tuple[str, str]]:
    return {(run.first, run.second) for run in runs}


@pytest.mark.parametrize(
    ("before", "after", "shared"),
    [
        ({"a": STORY, "b": unshared(1)}, {"b": unshared(2)}, set()),
        ({"a": STORY, "b": unshared(1)}, {"b": f"{unshared(1)} {STORY}"}, {("a", "b")}),
        ({"a": STORY, "b": STORY}, {"b": unshared(1)}, set()),
        ({"a": STORY, "b": STORY}, {"b": ""}, set()),
        ({"a": STORY, "b": STORY}, {"a": STORY + unshared(1)}, {("a", "b")}),
        ({"a": STORY, "b": STORY}, {"c": STORY}, {("a", "b"), ("a", "c"), ("b", "c")}),
        ({"a": unshared(1), "b": unshared(2)}, {"a": STORY, "b": STORY}, {("a", "b")}),
        ({"a": STORY.upper()}, {"b": STORY.replace(" ", "\n")}, {("a", "b")}),
        ({"a": "", "b": STORY}, {"a": STORY}, {("a", "b")}),
    ],
    ids=[
        "nothing", "a copy is made", "a copy is taken out", "a copy is gone", "a copy grows",
        "a third", "two at a time", "other typography", "a text is there now",
    ],
)  # fmt: skip
def test_what_is_shared_after_a_change(
    before: dict[str, str], after: dict[str, str], shared: set[tuple[str, str]]
) -> None:
    previous = compare_all(before)
    now = before | after

    updated = update(previous, after, now)

    assert updated is not None
    compared = compare_all(now)
    assert pairs(updated.runs) == shared
    assert updated.runs == compared.runs
    assert compared.repeated <= updated.repeated <= previous.repeated | compared.repeated


def test_a_footer_parts_texts_when_a_ninth_has_it_and_joins_them_again_when_it_goes() -> None:
    """So that texts which have not changed have to be compared."""
    eight = {f"s{number}": f"{unshared(number)} {FOOTER}" for number in range(8)}
    nine = eight | {"s8": f"{unshared(8)} {FOOTER}"}
    previous = compare_all(eight)
    assert len(pairs(previous.runs)) == 8 * 7 / 2
    assert update(previous, ["s8"], nine) is None

    crowded = compare_all(nine)
    assert crowded.runs == ()
    assert update(crowded, ["s8"], eight) is None

    # While as many have it as before, whichever they are, nothing changes for the others.
    moved = nine | {"s8": unshared(9), "s9": FOOTER}
    updated = update(crowded, ["s8", "s9"], moved)
    assert updated is not None
    assert updated.runs == ()
    assert updated.boilerplate == crowded.boilerplate != set()
    assert update(updated, ["s9"], moved | {"s9": ""}) is None


def test_texts_that_nobody_edited_are_compared_when_few_are_left_with_a_footer() -> None:
    nine = {f"s{number}": f"{unshared(number)} {FOOTER}" for number in range(9)}
    crowded = compare_all(nine)
    for left, answered in ((3, False), (2, False), (1, True)):
        gone = {f"s{number}": unshared(number) for number in range(left, 9)}
        assert (update(crowded, gone, nine | gone) is not None) is answered


@pytest.mark.parametrize(("texts", "times"), [(8, 1), (5, 2), (2, 9)])
def test_what_eight_texts_share_is_no_footer_however_often_each_has_it(
    texts: int, times: int
) -> None:
    sharing_all = {f"s{number}": f"{unshared(number)} {FOOTER * times}" for number in range(texts)}
    edited = sharing_all | {"s0": f"{sharing_all['s0']} And more."}

    updated = update(compare_all(sharing_all), ["s0"], edited)

    assert updated is not None
    assert updated.runs == compare_all(edited).runs
    assert len(pairs(updated.runs)) == texts * (texts - 1) / 2


def test_a_run_that_is_found_by_one_letter_is_told_whichever_text_has_it() -> None:
    """Few runs are looked for in another way than many."""
    result = [f"gv{letter}{'o' * 10}" + f"a{letter}" * 60 for letter in "bcdefhijklmnpqrs"]
    texts = {f"s{number:02}": f"{each} {unshared(number)}" for number, each in enumerate(result)}
    previous = compare_all(texts)
    for number, text in enumerate(result):
        updated = update(previous, ["new"], texts | {"new": text})
        assert updated is not None
        assert pairs(updated.runs) == {("new", f"s{number:02}")}

    updated = update(previous, ["new"], texts | {"new": " ".join(result)})
    assert updated is not None
    assert pairs(updated.runs) == {("new", f"s{number:02}") for number in range(len(result))}


def test_where_other_letters_become_landmarks_everything_is_compared() -> None:
    previous = compare_all({"a": STORY, "b": "g" * 3000})
    assert update(previous, ["b"], {"a": STORY, "b": "v" * 3000}) is None


SENTENCES = (
    STORY, FOOTER, STORY[:80], FOOTER[60:], STORY.replace("i", "一").replace("o", "é"),
    *(OWN.format(*words) for words in product(("plain", "grave"), ("seventh", "vivid"))),
    *map(unshared, range(4)),
)  # fmt: skip
TEXT = st.lists(st.sampled_from(SENTENCES), max_size=5).map(" ".join)
NAMES = [f"s{number:02}" for number in range(12)]


@settings(deadline=None)
@given(
    before=st.dictionaries(st.sampled_from(NAMES), TEXT),
    edits=st.lists(st.dictionaries(st.sampled_from(NAMES), TEXT, max_size=3), max_size=6),
)
def test_telling_anew_says_what_comparing_everything_says(
    before: dict[str, str], edits: list[dict[str, str]]
) -> None:
    texts = dict(before)
    previous = compare_all(texts)
    for edit in edits:
        texts |= edit
        updated = update(previous, edit, texts)
        compared = compare_all(texts)
        assert updated is None or updated.runs == compared.runs
        previous = updated or compared
