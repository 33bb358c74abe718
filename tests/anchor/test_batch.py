"""Many quotes at once: the same answers as one by one, however they are looked for."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import product
from unittest.mock import ANY

import pytest

from claimcheck.anchor import (
    NOT_SOUGHT,
    STEPS,
    Effort,
    Fit,
    Text,
    locate,
    locate_all,
    locate_each,
    passes,
    where_to_look,
)
from claimcheck.anchor.batch import occurrences
from claimcheck.model import Quote

# So many quotes times characters, and more, are swept at once.
SWEPT = 50_000_000
TOWNS = ["Bern", "Thun", "Olten", "Genf", "Chur", "Zug", "Sitten", "Brig", "Aarau", "Basel"]
ENTRIES = [
    f"Entry {number}: the council of {town} paid {number * 37 + 5} francs for “works of the "
    f"harbour”, and — as in the year before — nobody said a word.\n"
    for number, town in zip(range(4000), TOWNS * 400, strict=True)
]
AGAIN = "Again: the council of Thun paid 42 francs for “works of the harbour”, and no more.\n"
BOOK = Text("".join([*ENTRIES, AGAIN]))


def retyped(words: str) -> str:
    return words.replace("“", '"').replace("”", '"').replace(" — ", " -- ")


def asked_of(entries: list[str]) -> list[Quote | str]:
    quotes: list[Quote | str] = []
    for entry in entries:
        words = entry.strip()
        quotes += [words, retyped(words), Quote(words), words[: words.index(" paid")]]
    return quotes


def test_a_sweep_says_the_same_as_one_search_a_quote() -> None:
    paid = "the council of Thun paid 42 francs for “works of the harbour”"
    context = product(("", "Entry 1:", "Again:", "Never:"), ("", ", and — as", ", and no"))
    quotes = [
        *asked_of(ENTRIES[::27]),
        *[Quote(paid, *around) for around in context] * 2,
        "  the council of Bern paid 5 francs ",
        "Entry 7: the council of Bern paid 264 francs for “works of the harbour”",
        Quote("the council of Bern paid 5 francs", suffix="for nothing"),
        "uncil of Bern paid 5 francs for “works of the harbour”, and — as",
        "Entry 12: […] paid 449 francs",
        "a word that is nowhere",
        "",
    ]
    different = {quote if isinstance(quote, str) else quote.exact for quote in quotes}
    assert len(different) / 2 * len(BOOK.raw) > SWEPT
    assert locate_all(quotes, BOOK) == [locate(quote, BOOK) for quote in quotes]
    assert [anchor for anchor, _steps in locate_each(quotes, BOOK)] == locate_all(quotes, BOOK)


def test_an_answer_to_each_depends_on_no_other() -> None:
    periodic = "the rain in spain, " * 4000
    costly = [Quote("the rain in spain", prefix=f"sun {number}") for number in range(20)]
    plain = Quote("rain in spain, the", suffix="RAIN")

    alone, in_company = locate_each([plain], periodic), locate_each([*costly, plain], periodic)

    assert alone == in_company[-1:] == [(locate(plain, periodic), alone[0][1])]


def test_steps_are_told_of_what_had_to_be_looked_for() -> None:
    quotes = ["the council of Bern paid 5 francs", "the council of Bern pays 5 francs"]
    (_passes, nothing), (_near, steps) = locate_each(quotes, BOOK)
    assert nothing == 0 < steps


@pytest.mark.parametrize("text", [BOOK.raw[:5000], Text(BOOK.raw[:5000])], ids=["str", "Text"])
def test_few_quotes_are_anchored_one_by_one(text: str | Text) -> None:
    quotes = [*asked_of(ENTRIES[3:5]), "the council of Bern pays 5 francs", "", "…"]
    assert locate_all(iter(quotes), text) == [locate(quote, text) for quote in quotes]


def test_what_passes_takes_no_effort_and_what_does_not_is_not_looked_for_without_it() -> None:
    quotes = ["the council of Bern paid 5 francs", "the council of Bern pays 5 francs"]
    spent, near = Effort(steps=0), Effort(steps=10_000_000)
    assert [(anchor.fit, anchor.reason) for anchor in locate_all(quotes, BOOK, spent)] == [
        (Fit.VERBATIM, ""),
        (Fit.NOT_FOUND, NOT_SOUGHT),
    ]
    assert locate_all(quotes, BOOK, near)[1].fit is Fit.ALTERED
    assert near.steps < 10_000_000
    assert spent.exhausted


def test_each_part_that_is_looked_for_takes_its_effort() -> None:
    text = "".join(ENTRIES[:20])
    spent = []
    for quote in ("the council of Bern pays 5 francs", "the councils of Bern […] said no word"):
        effort = Effort()
        locate_all([quote], text, effort)
        spent.append(STEPS - effort.steps)
    assert 2 * spent[0] < spent[1]


DAY = "On day 7: Morges spent on works of the harbour and the bridge 5 francs. "
PAID = DAY[len("On day ") : -len(" francs. ")]
LEDGER = Text("".join([*ENTRIES, *[DAY] * 1001]))
# So many that the others are swept with them, as they are written and after the fold.
COMPANY = [retyped(entry.strip()) for entry in ENTRIES[::37]] + [
    entry.strip() for entry in ENTRIES[::37]
]


@pytest.mark.parametrize("company", [[], COMPANY], ids=["one by one", "swept"])
def test_what_stands_at_many_places_takes_the_same_effort_however_it_is_looked_for(
    company: list[str],
) -> None:
    often = [Quote(PAID), Quote(PAID.replace("on", " on")), Quote(PAID, suffix="francs")]
    quotes = [*map(Quote, company), *often]
    assert (len(company) / 2 * len(LEDGER.raw) > SWEPT) is bool(company)
    # At the first places alone, and at some more.
    for comparisons, counts in ((-64 * len(quotes), [2, 1, 1]), (300_000, [1000, ANY, 1])):
        effort, effort_of_each = Effort(comparisons=comparisons), Effort(comparisons=comparisons)
        for _ in quotes:
            effort_of_each.begin_quote()

        anchors = locate_all(quotes, LEDGER, effort)

        assert [anchor.count for anchor in anchors[-len(often) :]] == counts
        assert anchors == [passes(quote, LEDGER, effort_of_each) for quote in quotes]
        assert effort == effort_of_each
        assert effort.curtailed


def test_no_quote_is_looked_for_at_fewer_places_since_another_stands_at_many() -> None:
    often = [
        *(f"{PAID}{end}" for end in ("", " francs", " francs. On", " francs. On day")),
        *(f"{lead}{PAID}" for lead in ("day ", "On day ")),
        *(f"{lead}{PAID}".replace(" on", "  on") for lead in ("", "day ", "On day ")),
    ]
    beside = Quote(PAID, prefix=f"{DAY * 3}On day", suffix=f"francs. {DAY * 3}".strip())

    anchors = [anchor for anchor, _steps in locate_each([*COMPANY, *often, beside], LEDGER)]

    assert [anchor.count for anchor in anchors[-1 - len(often) : -1]] == [1000] * len(often)
    assert anchors[-1] == locate(beside, LEDGER)


@pytest.mark.parametrize("swept", [False, True])
def test_texts_that_hold_a_quotes_letters_are_named_in_their_order(swept: bool) -> None:
    size = 240 if swept else 40
    starts = [*range(2000, 2000 + size, 40), *reversed(range(0, size + 1, 40))]
    texts = {f"book{start}": Text("".join(ENTRIES[start : start + 50])) for start in starts}
    notes = [f"Note {number}, by the mayor of Thun himself, and no other" for number in range(40)]
    texts |= {note: Text(f"{note}.") for note in notes}
    quotes = [Quote(retyped(entry.strip())) for entry in ENTRIES[: 10 * size]]
    swept_at_once = len(quotes) * sum(len(text.raw) for text in texts.values()) > 2 * SWEPT
    assert swept_at_once is swept
    assert where_to_look([*quotes, *map(Quote, notes)], texts) == {
        quote: [f"book{start}" for start in starts if start <= number < start + 50]
        for number, quote in enumerate(quotes)
    } | {Quote(note): [note] for note in notes}


def test_of_a_quote_in_parts_the_longest_is_looked_for() -> None:
    texts = {
        "one": Text("The chairman was late."),
        "other": Text("He said that the former president would come."),
    }
    parted = Quote("The chairman […] said that the former president")
    assert where_to_look([parted, Quote("[…]")], texts) == {parted: ["other"], Quote("[…]"): []}


@pytest.mark.parametrize("often", [5000, 5001, 20_000])
@pytest.mark.parametrize("landmark", ["", "\n"])
def test_what_stands_in_a_text_more_than_5000_times_is_left_out(often: int, landmark: str) -> None:
    """And that alone, whether or not the quotes share a landmark."""
    chance = random.Random(6)
    needles = ["".join(chance.choices("abc", k=32)) + landmark for _ in range(40)]
    needles = [needle + "".join(chance.choices("abc", k=32)) for needle in needles]
    text = "".join(needles) + "".join(
        needles[7] + "abc"[: number % 4] for number in range(1, often)
    )
    places = occurrences(needles, text)
    assert len(places.pop(needles[7], [])) == (5000 if often == 5000 else 0)
    assert places == {
        needle: [number * len(needle)] for number, needle in enumerate(needles) if number != 7
    }


@pytest.mark.parametrize("size", [24, 40, 64, 112, 300])
@pytest.mark.parametrize("sign", ["", "я", "字", "😀"])
def test_quotes_of_any_length_are_met_in_a_text_of_any_signs(size: int, sign: str) -> None:
    """Sixteen of them, and nothing that they share but three letters."""
    chance = random.Random(7)
    text = sign + "".join(chance.choices("abc", k=60_000)) + sign
    starts = [*sorted(chance.sample(range(1, 59_000), k=14)), len(text) - size]
    needles = {text[at : at + size]: [at] for at in [0, *starts]}
    assert occurrences(list(needles), text) == needles


@pytest.mark.parametrize("sign", ["", "ÿ", "字", "😀"])
def test_many_short_quotes_are_met_at_each_of_their_places(sign: str) -> None:
    """From eight characters on, overlapping places and those at the ends of the text included."""
    chance = random.Random(8)
    text = sign + "".join(chance.choices("ab", k=3_000)) + "ababababababa" + sign
    sizes = (8, 9, 15, 16, 23)
    needles = {
        text[at : at + size]
        for size in sizes
        for at in [0, len(text) - size, *chance.sample(range(len(text) - size), k=100)]
    }
    needles |= {"".join(chance.choices("abc", k=size)) for size in sizes for _ in range(20)}
    assert occurrences(sorted(needles), text) == {
        needle: [at for at in range(len(text)) if text.startswith(needle, at)] for needle in needles
    }


@pytest.mark.parametrize("often", [5000, 5001])
def test_a_short_quote_that_stands_in_a_text_more_than_5000_times_is_left_out(often: int) -> None:
    needles = [f"number {number:03}" for number in range(256)]
    text = "".join(needles) + needles[7] * (often - 1)
    hits = occurrences(needles, text)
    assert len(hits.pop(needles[7], [])) == (5000 if often == 5000 else 0)
    assert hits == {needle: [number * 10] for number, needle in enumerate(needles) if number != 7}


# Nine thousand times 24,000 comparisons would take more than twenty seconds.
BEGINNING_ALIKE = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (8, 8))
from claimcheck.anchor.batch import occurrences
needles = [f"the Bridgeabcdefgh {number}" for number in range(9_000)]
text = "the Bridgeabcdefgh " * 24_000 + "7."
assert {needle: at for needle, at in occurrences(needles, text).items() if at} == {
    "the Bridgeabcdefgh 7": [len(text) - 21]
}
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is Linux's")
def test_quotes_that_begin_alike_are_not_compared_one_by_one_where_that_stands() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEGINNING_ALIKE], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_quotes_that_begin_alike_are_each_met_where_they_stand() -> None:
    """However long what they share is, and wherever in them the landmark lies."""
    long = "a beginning that goes on for more than sixty-four characters in all, "
    needles = [
        *("of the Bridgeabcdefgh 40", "the Bridgeabcdefgh 40"),
        *(f"{lead}the Bridgeabcdefgh {number}" for number in range(40) for lead in ("", "of ")),
        *(f"the Bridgeabcdefgh, {long}{number}" for number in range(40)),
    ]
    # At its beginning is no room for a lead.
    text = "\n".join([needles[1], *needles, *needles])
    assert occurrences(needles, text) == {
        needle: [at for at in range(len(text)) if text.startswith(needle, at)] for needle in needles
    }
