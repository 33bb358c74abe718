"""The fold and its way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.anchor import locate
from claimcheck.anchor.characters import BREAK
from claimcheck.anchor.fold import fold, matched
from claimcheck.anchor.key import index_key, key_of
from claimcheck.anchor.spacing import is_typeset, loosened, tighten

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
        ("“a” ‘b’ «c» „d“", '"a" "b" "c" "d"'),
        ("a — b–c--d -e", "a-b-c-d-e"),
        ("of −3 and - 4", "of -3 and-4"),
        ("x- -y", "x- -y"),
        ("  a    b  c  d", " a b c d"),
        ("e\u0301", "é"),
        ("e\xad\u0301", "é"),
        ("ﬁn ½ 10² №", "fin ½ 10^2 №"),
        ("10⁻³ or x⁽ⁿ⁺¹⁾", "10^-3 or x^(n+1)"),
        ("a ¹H line, c²k, x²3 and xⁿy, 2²ⁿ", "a ^1H line, c^2k, x^(2)3 and x^(n)y, 2^(2n)"),
        ("CO₂, log₂8, 101₂", "CO2, log2 8, 101_2"),
        ("x⁽²⁾⁺¹ or ²⁽ⁿ⁾", "x^((2)+1) or ^(2(n))"),
        ("un\xadem\u200bploy", "unemploy"),
        ("exam-\nple", "example"),
        ("well \xad\nknown, \xad\n5", "well known, 5"),
        ("1914-\n1918", "1914-1918"),
        ("_it_ snake_case *so* 5*3", "it snake_case so 5*3"),
        ("_*both*_ and *_both_*", "both and both"),
        ("wait . . . what....", "wait … what…."),
        ("***so*** it is", "so it is"),
        ("a ***dog it is", "a ***dog it is"),
        ("p < 0.05 ± É", "p < 0.05 ± É"),
        ("exam-\nple exam-\nple exam-\nple", "example example example"),
        ("e" + "\u0301" * 30, "é" + "\u0301" * 29),
        ("e" + "\u0301" * 31, "e" + "\u0301" * 31),
        ("a\ufe00b\ufe0fc\U000e0100d\U000e01efe", "abcde"),
        ("a\ufdff\ufe20\U000e00ff\U000e01f0", "a\ufdff\ufe20\U000e00ff\U000e01f0"),
    ],
)
def test_what_print_varies_is_folded_alike(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@pytest.mark.parametrize(
    ("raw", "marked"),
    [
        ("exam-\nple", f"exam{BREAK}ple"),
        ("an e-\nmail", f"an e{BREAK}mail"),
        ("exam\xad\nple", f"exam{BREAK}ple"),
        ("exam¬\nple", "example"),
        ("Anglo-\nSaxon", "Anglo-Saxon"),
        ("Anglo\xad\nSaxon", "AngloSaxon"),
        ("Anglo¬\nSaxon", "Anglo-Saxon"),
        ("UN¬\nESCO", "UNESCO"),
        ("Un¬\nESCO", "Un-ESCO"),
        ("5-\nfold exam-\nple", f"5-fold exam{BREAK}ple"),
        ("q\u0301-\nple", f"q\u0301{BREAK}ple"),
        ("-\nple", "-ple"),
        (" - ple", "-ple"),
    ],
)
def test_words_broken_at_a_lines_end(raw: str, marked: str) -> None:
    assert fold(raw).marked == marked


@pytest.mark.parametrize(
    ("loose", "tight"),
    [
        ("a b", "a b"),
        ("word , word", "word,word"),
        ('a " mot " b', 'a"mot"b'),
        ("so … on", "so…on"),
        ("3, 5 of it", "3, 5 of it"),
        ("of -3 and of .5", "of -3 and of .5"),
        ("没 有人 。", "没有人。"),
    ],
)
def test_blanks_beside_punctuation_are_dropped_where_no_number_changes(
    loose: str, tight: str
) -> None:
    assert tighten(loose) == tight


@given(TRICKY)
@example("0\x01A`")
@example("\u2032")
@example("of ab\u2032")
@example("‘of 5\u2032’")
@example("\u02bc\u2032")
@example("0A`¹")
@example("\ufcf2")
@example("\u1ffd")
@example("¹A`")
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
        start, end = folded.raw_span_of_marked(at, at)
        assert start == end
        start, end = folded.raw_span_of_marked(at, at + 1)
        assert 0 <= start <= end <= len(raw)
        assert start >= before
        before = start
    if folded.text:
        start, end = folded.raw_span_of_marked(0, len(folded.marked))
        assert fold(raw[start:end]).text.strip() == folded.text.strip() or "-" in raw


def test_a_letter_maps_back_to_itself_and_its_marks() -> None:
    folded = fold("xe\u0301y")
    spans = [folded.raw_span_of_marked(at, at + 1) for at in range(len(folded.marked))]
    assert spans == [(0, 1), (1, 3), (3, 4)]


@pytest.mark.parametrize(
    ("raw", "at", "own"),
    [
        ("so \n\t …", 2, True),
        ("so   on", 2, False),
        ("so \xa0\t", 2, False),
        ("so\xa0\xa0", 2, True),
        ("\xa0\u2009 so", 0, False),
        ("to log₂8", 2, False),
        ("to log₂8", 7, False),  # nobody set the blank that parts the two digits
    ],
)
def test_a_run_of_blanks_is_the_printers_own_as_a_whole(raw: str, at: int, own: bool) -> None:
    folded = fold(raw)
    assert folded.marked[at] == " "
    assert folded.is_typeset(at) is own


@pytest.mark.parametrize(
    ("needle", "haystack", "start", "end"),
    [
        ("the old", "by the old town", 3, 10),
        (" the old ", "by the old town", 3, 10),
        ("the old town", "by the old", 3, None),
        ("old-time", "the old - time", 4, None),
        ("plan-B", "-B", 4, None),
        ("-B is it", "-B is it", 0, 8),
        ("a-B is it", "a - B is it", 0, None),
        ("the re-sign", "the re-\nsign", 0, 11),
        ("the resign", "the re-\nsign", 0, 11),
    ],
)
def test_a_text_that_begins_in_another_ends_there(
    needle: str, haystack: str, start: int, end: int | None
) -> None:
    assert matched(fold(needle), fold(haystack), start) == end


def test_a_dash_at_the_end_of_a_text_is_not_inside_a_word() -> None:
    apart, inside = fold("a - mail"), fold("e-mail")
    for edge in (fold("-mail"), fold("e-")):
        at = edge.marked.index("-")
        assert edge.hyphens_alike(at, apart, 1)
        assert edge.hyphens_alike(at, inside, 1)
    assert not inside.hyphens_alike(1, apart, 1)


# The blank between the bars, and whether a quote may leave it out or set it as it likes.
BLANKS = [
    ("one| |, two", False),
    ("one|\xa0|; two", True),
    ("one|\xa0 |; two", False),
    ("«| |mot »", True),
    ("a«| |b", False),
    ("aa«| |b", False),
    ("Er sagte »ja«| |und", False),
    ("« mot| |»", True),
    ("« mot| |».", True),
    ("« mot| |» a", True),
    ("er sagte| |»a", False),
    ("er sagte| |»a.", False),
    ("so| |…", True),
    ("so…| |on", True),
    ("so| |... on", True),
    ("so| |. . . on", True),
    ("so...| |on", True),
    ("so . . .| |on", True),
    ("...| |on", True),
    (".| |on", False),
    ("so..| |on", False),
    ("so... and| |on", False),
    ("他说，| |他来", True),
    ("他说| |。", True),
]


@pytest.mark.parametrize(("marked", "own"), BLANKS)
def test_the_printers_own_blanks(marked: str, own: bool) -> None:
    before, blank, after = marked.split("|")
    assert is_typeset(before + blank + after, len(before), len(before) + len(blank)) is own


@pytest.mark.parametrize(
    ("quote", "text", "passes"),
    [
        ("la Jungfrau\u202f; on y va", "à la Jungfrau; on y va.", True),
        ("the Jungfrau; on we go", "To the Jungfrau\u202f ; on we go.", False),
        ("well…so it is", "He said well... so it is.", True),
        ("well ...so it is", "He said well... so it is.", True),
        ("an X-ray image", "It was an X - ray image.", False),
        ("X-ray was taken", "An X - ray was taken.", False),
        ("it is plan-B now", "And it is plan - B now.", False),
        ("\u200b the old town", "We came to the old town.", True),
        ("the old town \u200b", "We came to the old town.", True),
    ],
)
def test_blanks_that_one_side_has(quote: str, text: str, passes: bool) -> None:
    assert locate(quote, text).fit.passes is passes


@given(TRICKY)
def test_tightening_drops_only_blanks(raw: str) -> None:
    loose = fold(raw).text
    tight = tighten(loose)
    assert tight.replace(" ", "") == loose.replace(" ", "")
    for at, char in enumerate(tight):
        if char != " ":
            start, end = loosened(tight, loose, at, at + 1)
            assert loose[start:end] == char
            assert loosened(tight, loose, at, at) == (start, start)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", ""),
        ("The Old-Town, 3.5!", "theoldtown35"),
        ("Straße ﬁnale Café", "strassefinalecafe"),
        ("Ｆｕｌｌ ½ ¼", "full1214"),
        ("didnʼt سـلام", "didntسلام"),
        ("Привет, Ёлка", "приветелка"),
        ("没有人知道，这件事很大。", "没有人知道这件事很大"),
        ("a\ud800\ud801b", "ab"),
        ("\ufdfa", "\ufdfa"),
    ],
)
def test_a_key_is_letters_and_digits_alone(raw: str, key: str) -> None:
    assert key_of(raw) == key
    index = index_key(raw)
    assert (index.key, index.begins) == (key, [0])


@pytest.mark.parametrize("lead", ["", "One, two. " * 300, "Привет, мир. " * 300, "ß " * 2000])
def test_a_span_of_the_key_is_a_span_of_the_text(lead: str) -> None:
    text = f"{lead}Die ﬁnale Straße, die e\u0301\u0323s war."
    index = index_key(text)

    def shown(words: str) -> str:
        at = index.key.rindex(words)
        start, end = index.raw_span(at, at + len(words))
        return text[start:end]

    assert shown("diefinale") == "Die ﬁnale"
    assert shown("inale") == "ﬁnale"
    assert shown("strass") == "Straß"
    assert shown("strasse") == "Straße"
    assert shown("se") == "ße"
    assert shown("die") == "die"
    assert shown("ssediee") == "ße, die e"
    assert shown("eswar") == "e\u0301\u0323s war"


def test_a_span_runs_over_marks_without_end() -> None:
    index = index_key("a" + "\u0301" * 50_000 + "b c")
    assert index.raw_span(0, 2) == (0, 50_002)
    assert index.raw_span(0, 1) == (0, 1)


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


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a wall of 5' and more", "a wall of 5' and more"),  # feet, or minutes
        ("by f' of e\u0301' and so on", "by f' of é' and so on"),  # a letter that stands alone
        ("‘of 5′’ and", '"of 5\'" and'),  # a sign made for primes closes nothing
        ("‘of 5’ and", '"of 5" and'),
        ("the ’ of 5' and", "the \" of 5' and"),  # nor does one that stands alone open
        ("f' is so", "f' is so"),
        ("5\u0302' is so", "5\u0302' is so"),
        ("a label ab5' on it", "a label ab5' on it"),
        ("桥 it`s", "桥 it's"),
        ("it's ‘so’", 'it\'s "so"'),
        ("说'Ada", '说"Ada'),  # no apostrophe stands beside letters that set none
        ("Ada'说", 'Ada"说'),
    ],
)
def test_single_marks_are_apostrophes_primes_or_quotation_marks(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Où est donc la barque que nous avions vue hier ?", True),
        ("Where is the boat that we had seen there yesterday ?", False),
        ("Qwx zzt ?", False),  # in no language that is known
    ],
)
def test_a_blank_before_a_high_mark_is_the_printers_in_french(text: str, *, own: bool) -> None:
    assert is_typeset(text, len(text) - 2, len(text) - 1) is own
