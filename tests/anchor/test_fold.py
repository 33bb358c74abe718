"""The fold and its way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor.fold import fold, loosened, tighten
from claimcheck.anchor.key import index_key, key_of

TRICKY = st.text(
    st.one_of(
        st.sampled_from(
            "ab eé.,-–—_*'\"“”«»…¬\xad\u200b\u0301\u0323ﬁ½²1 5\n\r\t−\x00\x01中文각ᄀ\u1161"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("a  b\n\tc", "a b c"),
        ("“a” ‘b’ «c» „d“", '"a" \'b\' "c" "d"'),
        ("a — b–c--d -e", "a-b-c-d-e"),
        ("of −3 and - 4", "of -3 and-4"),
        ("x- -y", "x- -y"),
        ("e\u0301", "é"),
        ("ﬁn ½ 10² №", "fin ½ 10² №"),
        ("un\xadem\u200bploy", "unemploy"),
        ("exam-\nple", "example"),
        ("well \xad\nknown, \xad\n5", "well known, 5"),
        ("1914-\n1918", "1914-1918"),
        ("_it_ snake_case *so* 5*3", "it snake_case so 5*3"),
        ("_*both*_ and *_both_*", "both and both"),
        ("wait . . . what....", "wait … what…."),
        ("p < 0.05 ± É", "p < 0.05 ± É"),
    ],
)
def test_examples(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@given(TRICKY)
def test_folding_again_changes_nothing(raw: str) -> None:
    once = fold(raw).text
    assert fold(once).text == once


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=40))
def test_canonical_equivalents_fold_alike(raw: str) -> None:
    assert (
        fold(unicodedata.normalize("NFD", raw)).text == fold(unicodedata.normalize("NFC", raw)).text
    )


@given(TRICKY)
def test_every_span_maps_into_the_raw_text_in_order(raw: str) -> None:
    folded = fold(raw)
    before = 0
    for at in range(len(folded.marked)):
        start, end = folded.raw_span_of_marked(at, at + 1)
        assert 0 <= start <= end <= len(raw)
        assert start >= before
        before = start
    if folded.text:
        start, end = folded.raw_span_of_marked(0, len(folded.marked))
        assert fold(raw[start:end]).text.strip() == folded.text.strip() or "-" in raw


@given(TRICKY)
def test_tightening_drops_only_blanks(raw: str) -> None:
    loose = fold(raw).text
    tight = tighten(loose)
    assert tight.replace(" ", "") == loose.replace(" ", "")
    for at, char in enumerate(tight):
        if char != " ":
            start, end = loosened(tight, loose, at, at + 1)
            assert loose[start:end] == char


@given(TRICKY)
def test_keys_are_made_character_by_character(raw: str) -> None:
    assert key_of(raw) == "".join(map(key_of, raw))


@given(st.lists(TRICKY, max_size=8).map(lambda parts: "".join(parts) * 40))
def test_key_offsets_map_back(raw: str) -> None:
    index = index_key(raw)
    for at in range(0, len(index.key), 97):
        char = raw[index.raw_offset(at)]
        assert index.key[at] in key_of(char)
        end = min(at + 150, len(index.key))
        assert index.raw_span(at, end) == (index.raw_offset(at), index.raw_offset(end - 1) + 1)
