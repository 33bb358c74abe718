"""Where the nearest passage of a text is, in letters and digits alone."""

from __future__ import annotations

import random
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from claimcheck.anchor import STEPS, Effort
from claimcheck.anchor.nearest import Alignment, align, nearest, tolerance
from support.facts import facts
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = (
    "about after again against all always because before being between came could day different "
    "down each even every first found good great hand help here house just know last leave life "
    "light line little long made make many might more most mother must never night old only other "
    "over own part people place right same school seem should small some still story take tell "
    "than their there thing think those thought three through time together took town turn under "
    "until water well went were what where which while word work world would write year young"
)
LARGE = random.Random(11).choices(WORDS.split(), k=60_000)
SMALL = LARGE[:1000]


def changed(words: list[str], often: int) -> list[str]:
    """The words with every so many of them replaced by one that stands nowhere."""
    return [
        "jazz" if often and number % often == often // 2 else word
        for number, word in enumerate(words)
    ]


@given(
    st.text("ab", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=9), st.integers(0, 6)
)
def test_an_alignment_is_the_nearest_of_all_passages(quote: str, text: str, most: int) -> None:
    """Of equally near ones that which ends first, and of these the longest."""
    spans = combinations_with_replacement(range(len(text) + 1), 2)
    passages = [Alignment(Levenshtein.distance(quote, text[a:b]), a, b) for a, b in spans if b]
    best = min(passages, key=lambda near: (near.distance, near.end, near.start))
    assert align(quote, text, most) == (best if best.distance <= most else None)


@pytest.mark.parametrize(
    ("length", "in_a_small_text", "in_a_large_text"),
    [(20, 6, 4), (23, 7, 4), (24, 10, 6), (59, 24, 16), (60, 30, 21), (1000, 500, 350)],
)
def test_short_quotes_must_be_nearer_in_large_texts(
    length: int, in_a_small_text: int, in_a_large_text: int
) -> None:
    assert tolerance(length, 60_000) == in_a_small_text
    assert tolerance(length, 60_001) == in_a_large_text


def test_a_han_character_tells_as_much_as_three_letters() -> None:
    text = "部长星期一表示政府无意在今年提高任何税收这项规定对任何行业都不会有例外"
    quote = "山水星期一表示政日月意火土年提"
    assert nearest(quote, text) == Alignment(6, 0, 15)
    letters = {ord(sign): 256 + number for number, sign in enumerate(quote + text)}
    assert nearest(quote.translate(letters), text.translate(letters)) is None


@pytest.mark.parametrize("words", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize("size", [10, 30, 60, 200, 700])
@pytest.mark.parametrize("often", [0, 30, 9, 4])
def test_a_passage_is_found_wherever_it_stands(
    words: list[str], place: str, size: int, often: int
) -> None:
    first_word = {"first": 0, "middle": (len(words) - size) // 2, "last": len(words) - size}[place]
    passage = "".join(words[first_word : first_word + size])
    quote = "".join(changed(words[first_word : first_word + size], often))
    start = len("".join(words[:first_word]))
    near = nearest(quote, "".join(words))
    assert near is not None
    assert near.distance <= Levenshtein.distance(quote, passage)
    assert abs(near.start - start) + abs(near.end - start - len(passage)) <= 10


def test_a_passage_is_found_in_a_text_that_is_too_large_to_be_kept() -> None:
    """Though no run of it stands unchanged."""
    chance = random.Random(12)
    text = "".join(chance.choices(WORDS.split(), k=450_000))
    passage = text[1_700_000:1_700_080]
    quote = "".join("z" if number % 6 == 5 else letter for number, letter in enumerate(passage))
    assert len(text) > 2_000_000
    near = nearest(quote, text)
    assert near is not None
    assert (near.start, near.end) == (1_700_000, 1_700_080)
    assert near.distance == 13


@pytest.mark.parametrize("decoys", [3, 5, 40])
def test_of_passages_that_begin_alike_the_nearest_is_found(decoys: int) -> None:
    lead = "the committee of the town decided on monday that the "
    decoy_sentences = [
        f"{lead}{' '.join(SMALL[number : number + 9])}. " for number in range(0, 9 * decoys, 9)
    ]
    target = f"{lead}bridge and the harbour are to be closed in the summer. "
    text = "".join([*decoy_sentences, target, *decoy_sentences]).replace(" ", "") + "".join(LARGE)
    quote = target.replace("bridge", "market").replace(" ", "").replace(".", "")
    near = nearest(quote, text)
    assert near is not None
    assert near.distance == len("bridge")
    start = len("".join(decoy_sentences).replace(" ", ""))
    assert (near.start, near.end) == (start, start + len(quote))


def blotted(words: list[str]) -> list[str]:
    return ["z" * len(word) for word in words]


LONG = LARGE[20_000:21_500]
LONG_START = len("".join(LARGE[:20_000]))


@pytest.mark.parametrize(
    ("quote", "first", "last"),
    [
        (LONG, 0, 1500),
        ([*blotted(LONG[:150]), *LONG[150:]], 0, 1500),
        ([*LONG[:-150], *blotted(LONG[-150:])], 0, 1500),
        ([LONG[0], "extraordinarily", *LONG[2:]], 0, 1500),
        ([*LONG[:-2], "extraordinarily", LONG[-1]], 0, 1500),
        (changed(LONG, 100), 0, 1500),
        (changed(LONG, 20), 0, 1500),
        (["jazz"] * 3 + LONG + ["jazz"] * 3, 0, 1500),
        (LONG[:700] + LONG[750:], 0, 1500),
        (LONG[:700] + SMALL[:100] + LONG[700:], 0, 1500),
        (LARGE[:1500], -20_000, -18_500),
        (LARGE[-1500:], 38_500, 40_000),
    ],
    ids=[
        "same",
        "another beginning",
        "another end",
        "second word",
        "last but one",
        "some",
        "many",
        "at both ends",
        "left out",
        "put in",
        "beginning",
        "end",
    ],
)
def test_a_quote_of_thousands_of_letters_is_placed_by_what_stands_unchanged(
    quote: list[str], first: int, last: int
) -> None:
    near = nearest("".join(quote), "".join(LARGE))
    assert len("".join(quote)) > 4000
    assert near is not None
    start, end = (len("".join(LARGE[: 20_000 + word])) for word in (first, last))
    assert abs(near.start - start) + abs(near.end - end) <= (24 if quote[0] == "jazz" else 0)
    assert 0 < near.distance < len("".join(quote)) // 8


@pytest.mark.parametrize("changes", [(0, 1), (1, 0), (2, 1, 0), (1, 2)])
def test_of_places_with_an_unchanged_run_the_nearest_is_taken(changes: tuple[int, ...]) -> None:
    quote = LETTERS[150_000:150_040]
    places = [f"{quote[: 40 - number]}{'z' * number}" for number in changes]
    text = f"{LETTERS[:150_000]}{'x'.join(places)}{LETTERS[150_040:]}"
    best = changes.index(min(changes))
    start = 150_000 + 41 * best
    assert nearest(quote, text) == Alignment(changes[best], start, start + 40 - changes[best])


def test_of_equal_places_of_a_long_quote_the_first_is_taken() -> None:
    near = nearest("".join(changed(LONG, 100)), "".join(LARGE) * 2)
    assert near is not None
    assert near.start == LONG_START


@pytest.mark.parametrize("words", [200, 500])
def test_a_long_quote_is_placed_where_most_of_it_stands(words: int) -> None:
    """Though its beginning stands somewhere else before."""
    head, tail = "".join(LONG[:words]), "".join(LONG[-words:])
    near = nearest("".join(LONG), f"{head}zzz{''.join(changed(LARGE, 90))}zzz{tail}")
    assert near is not None
    start = len(head) + 3 + len("".join(changed(LARGE, 90)[:20_000]))
    assert near.start == start
    assert near.end == start + len("".join(changed(LARGE, 90)[20_000:21_500]))


@pytest.mark.parametrize("more", [600, 1600])
@pytest.mark.parametrize("start", [0, len(LARGE) - 1500])
def test_a_long_quote_goes_no_farther_than_the_text(start: int, more: int) -> None:
    filler = ["z" * more]
    quote = [*filler, *LARGE[start : start + 1500], *filler]
    near = nearest("".join(quote), "".join(LARGE))
    assert near is not None
    assert (near.start == 0) == (start == 0)
    assert (near.end == len("".join(LARGE))) == (start > 0)


def test_the_more_of_a_long_quote_is_lost_the_farther_it_is() -> None:
    steps = (0, 100, 20)
    alignments = [nearest("".join(changed(LONG, step)), "".join(LARGE)) for step in steps]
    distances = [near.distance for near in alignments if near]
    assert distances == sorted(set(distances))
    assert distances[0] == 1


def test_a_quote_of_thousands_of_letters_of_which_little_stands_there_is_nowhere() -> None:
    nowhere = ["jazz", "quiz", "fizz", "buzz"] * 300
    assert nearest("".join(nowhere), "".join(LARGE)) is None
    assert nearest("".join([*LONG[:300], *nowhere]), "".join(LARGE)) is None
    assert nearest("".join([*LONG[:700], *nowhere[:700]]), "".join(LARGE)) is not None
    shuffled = [word for at in range(0, 1500, 50) for word in LONG[1450 - at : 1500 - at]]
    assert nearest("".join(shuffled), "".join(LARGE)) is None


def blots(text: str, every: int, *runs: int) -> str:
    """A text with each so manyth letter replaced, but for dozens from these places on."""
    return "".join(
        "z" if at % every == every - 1 and not any(run <= at < run + 12 for run in runs) else letter
        for at, letter in enumerate(text)
    )


LETTERS = "".join(LARGE)
THERE = LETTERS[150_000:]
BEFORE = LETTERS[:150_000]
# A quote, and the text to look in.
SEARCHES = {
    "a run unchanged": (blots(THERE[:120], 4, 36), LETTERS),
    "two runs unchanged": (blots(THERE[:120], 4, 36, 72), LETTERS),
    "the last run unchanged": (blots(THERE[:120], 4, 108), LETTERS),
    "two runs unchanged, letters between": (
        blots(THERE[:120], 4, 36, 72),
        f"{BEFORE}{THERE[:60]}{'x' * 10}{THERE[60:]}",
    ),
    "two runs unchanged, many letters between": (
        blots(THERE[:120], 4, 36, 72),
        f"{BEFORE}{THERE[:60]}{'x' * 60}{THERE[60:]}",
    ),
    "a run that stands twice": (
        blots(THERE[:120], 4, 36),
        f"{LETTERS[:100_000]}{blots(THERE[:120], 9, 36)}{LETTERS[100_000:]}",
    ),
    "a run that stands ten times": (
        blots(THERE[:120], 4, 36),
        f"{''.join(THERE[36:48] + LETTERS[at : at + 90] for at in range(10))}{LETTERS}",
    ),
    "23 letters": (f"{THERE[:12]}zz{THERE[14:23]}", LETTERS),
    "24 letters": (f"{THERE[:12]}zz{THERE[14:24]}", LETTERS),
    "36 letters, put in before": (
        THERE[:36],
        f"{BEFORE}{THERE[:3]}z{THERE[3:6]}zz{THERE[6:9]}z{THERE[9:]}",
    ),
    "36 letters, put in behind": (
        THERE[:36],
        f"{BEFORE}{THERE[:27]}z{THERE[27:30]}zz{THERE[30:33]}z{THERE[33:]}",
    ),
    "192 letters, no run": (blots(THERE[:192], 6), LETTERS),
    "193 letters, no run": (blots(THERE[:193], 6), LETTERS),
    "300 letters, no run": (blots(THERE[:300], 6), LETTERS),
    "300 letters at the beginning": (blots(LETTERS[:300], 6), LETTERS),
    "301 letters at the end": (blots(LETTERS[-301:], 6), LETTERS),
    "700 letters, many changed": (blots(THERE[:700], 4), LETTERS),
    "300 letters, changed at the ends": (
        f"{'q' * 60}{THERE[60:240:2]}{blots(THERE[240:300], 3)}",
        LETTERS,
    ),
    "a text of 200,000 letters": (blots(THERE[:300], 6), LETTERS[:200_000]),
    "a text of more": (blots(THERE[:300], 6), LETTERS[:200_001]),
    "4000 letters": (blots(THERE[:4000], 60), LETTERS),
    "4001 letters": (blots(THERE[:4001], 60), LETTERS),
    "a long one, its beginning hardly": (
        blots(THERE[:390], 2) + THERE[390:5000],
        LETTERS,
    ),
    "a long one in halves, far apart": (
        THERE[:5000],
        f"{BEFORE}{THERE[:2500]}{'x' * 3000}{THERE[2500:]}",
    ),
    "a long one, letters put in": (
        THERE[:5000],
        f"{BEFORE}{THERE[:3500]}{'x' * 1300}{THERE[3500:]}",
    ),
    "a long one, letters put in near its beginning": (
        THERE[:5000],
        f"{BEFORE}{THERE[:60]}{'x' * 500}{THERE[60:]}",
    ),
    "a long one, letters put in near its end": (
        THERE[:5000],
        f"{BEFORE}{THERE[:4940]}{'x' * 500}{THERE[4940:]}",
    ),
    "a long one, a fourth of it": (f"{THERE[:1250]}{'q' * 3750}", LETTERS),
    "a long one, less than a fourth": (f"{THERE[:1170]}{'q' * 3830}", LETTERS),
    "a long one, letters put in in its middle": (
        THERE[:5007],
        f"{BEFORE}{THERE[:2600]}{'x' * 1100}{THERE[2600:]}",
    ),
    "a long one that has letters put in": (
        f"{THERE[:2500]}{'q' * 1400}{THERE[2500:5000]}",
        LETTERS,
    ),
    "a long one, a dozen letters of its beginning": (
        f"{THERE[:24]}{'q' * 376}{THERE[400:5000]}",
        f"{BEFORE}{THERE[:24]}{'x' * 300}{THERE[24:]}",
    ),
    "a very long one, letters left out and put in near its beginning": (
        THERE[:12] + THERE[15:12003],
        f"{BEFORE}{THERE[:420]}{'x' * 1000}{THERE[420:]}",
    ),
    "a very long one, letters put in near its end": (
        THERE[:12_000],
        f"{BEFORE}{THERE[:11_850]}{'x' * 1000}{THERE[11_850:]}",
    ),
    "a text of 200,000 letters, a run unchanged": (blots(THERE[:120], 4, 36), LETTERS[:200_000]),
    "a text of more, a run unchanged": (blots(THERE[:120], 4, 36), LETTERS[:200_001]),
    "50 letters, 8 changed": (blots(THERE[:50], 5, 0), LETTERS),
    "50 letters, 9 changed": (blots(THERE[:46], 5, 0) + "zz" + THERE[48:50], LETTERS),
    "two places, the nearer first": (
        blots(THERE[:60], 4, 24),
        f"{BEFORE}{THERE[:200]}{'x' * 9}{THERE[:40]}yyy{THERE[43:60]}{THERE[200:]}",
    ),
    "two places, the nearer last": (
        blots(THERE[:60], 4, 24),
        f"{BEFORE}{THERE[:40]}yyy{THERE[43:60]}{'x' * 9}{THERE}",
    ),
    "60 letters, 10 changed, a later run elsewhere": (
        blots(THERE[:60], 5, 0),
        f"{blots(THERE[:60], 5, 0)[16:28]}{LETTERS}",
    ),
    "a third changed": (blots(THERE[:120], 3), LETTERS),
    "a character of Kana": (f"ぁ{THERE[:14]}qqqqqqq", THERE[:100]),
    "none": (f"x{THERE[:14]}qqqqqqq", THERE[:100]),
    "a character of Han": (f"部{THERE[:13]}qqqqqqq", THERE[:100]),
}


def test_all_searches(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for name, (quote, text) in SEARCHES.items():
        effort = Effort()
        near = nearest(quote, text, effort)
        lines.append(f"{name}: {near and facts(near)}; effort {STEPS - effort.steps}")

    golden(GOLDEN / "anchor-nearest.txt", "\n".join(lines) + "\n")


def test_a_long_quote_that_stands_there_is_as_near_as_can_be() -> None:
    for start, end in ((0, 4001), (150_000, 156_000)):
        assert nearest(LETTERS[start:end], LETTERS) == Alignment(1, start, end)


def test_a_letter_is_near_to_itself() -> None:
    assert nearest("a", "ba") == Alignment(0, 1, 2)


def test_nothing_is_near_to_nothing() -> None:
    assert nearest("", "something") is None
    assert nearest("something", "") is None


def test_an_effort_is_enough_for_some_two_hundred_quotes_against_a_megabyte() -> None:
    text = "".join(LARGE) * 4
    spent = []
    for size in (8, 20, 60):
        effort = Effort()
        nearest("".join(changed(LARGE[500 : 500 + size], 3)), text, effort)
        spent.append(STEPS - effort.steps)
    assert spent == sorted(spent)
    assert all(50 < STEPS / steps < 300 for steps in spent), spent


@pytest.mark.parametrize("unchanged", [0, 22, 44, 68])
@pytest.mark.parametrize("start", [0, 100_000, -80])
def test_a_quote_of_which_a_dozen_letters_stand_unchanged_costs_half(
    unchanged: int, start: int
) -> None:
    text = "".join(LARGE) * 4
    start = len(text) - 80 if start < 0 else start
    passage = text[start : start + 80]
    nearly = [
        letter if number % 9 != 4 or 0 <= number - unchanged < 12 else "z"
        for number, letter in enumerate(passage)
    ]
    hardly = ["z" if number % 9 == 4 else letter for number, letter in enumerate(passage)]
    cost = []
    for quote in (nearly, hardly):
        effort = Effort()
        near = nearest("".join(quote), text, effort)
        assert near is not None
        assert text[near.start : near.end] == passage
        cost.append(STEPS - effort.steps)
    assert 2 * cost[0] < cost[1]
