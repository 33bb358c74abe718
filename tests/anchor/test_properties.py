"""What must hold for any quote of any text."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.anchor import Fit, Text, fold, locate, locate_all, passes, where_to_look
from claimcheck.anchor.batch import occurrences
from claimcheck.anchor.nearest import align, nearest, tolerance
from claimcheck.anchor.sentences import breaks, sentence_start
from claimcheck.anchor.spacing import tighten
from claimcheck.model import Quote

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@cache
def seed(number: int) -> Text:
    return Text(SEEDS[number].read_text(encoding="utf-8"))


@cache
def borders(number: int) -> tuple[list[int], list[int]]:
    words = list(re.finditer(r"(?<!\S)[A-Za-z]+(?!\S)", seed(number).raw))
    return [word.start() for word in words], [word.end() for word in words]


@given(st.data())
@settings(max_examples=2 * settings().max_examples, deadline=None)
def test_every_passage_between_words_stands_verbatim(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(SEEDS) - 1))
    text, (starts, ends) = seed(number), borders(number)
    first = data.draw(st.integers(0, len(starts) - 2))
    last = data.draw(st.integers(first, min(first + 40, len(ends) - 1)))
    quote = text.raw[starts[first] : ends[last]]
    anchor = locate(quote, text)
    assert anchor.fit in {Fit.VERBATIM, Fit.AMBIGUOUS}
    assert text.raw[anchor.start : anchor.end] == quote


@given(st.text('ab A.!?\n "”)。」_', max_size=400), st.integers(0, 400))
@settings(deadline=None)
def test_a_sentence_begins_at_the_last_break_before_it(text: str, offset: int) -> None:
    at = min(offset, len(text))
    before = breaks(text, 0, at)
    leading = len(text) - len(text.lstrip())
    assert sentence_start(text, at) == (before[-1] if before else min(at, leading))


@given(st.data())
@settings(deadline=None)
def test_a_retyped_passage_is_found_where_it_reads_the_same(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(SEEDS) - 1))
    text, (starts, ends) = seed(number), borders(number)
    first = data.draw(st.integers(0, len(starts) - 2))
    last = data.draw(st.integers(first, min(first + 40, len(ends) - 1)))
    passage = text.raw[starts[first] : ends[last]]
    quote = " -- ".join(fold(part).text for part in re.split(r"\s[-–—]+\s", passage))
    anchor = locate(quote, text)
    assert anchor.fit.passes
    assert anchor.start is not None
    printed = fold(text.raw[anchor.start : anchor.end]).text
    assert tighten(printed) == tighten(fold(quote).text)


def _sentences(number: int) -> list[str]:
    return [
        sentence
        for sentence in re.split(r"(?<=[.!?”\"])\s+|\n+", seed(number).raw)
        if len(sentence.split()) >= 5
    ]


def _mutations(sentence: str, chance: random.Random) -> list[str]:
    words = sentence.split()
    at = chance.randrange(1, len(words) - 1)
    mutated = [
        " ".join(words[:at] + words[at + 1 :]),
        " ".join([*words[:at], "indeed", *words[at:]]),
        " ".join([*words[:at], "not", *words[at:]]),
        " ".join(words[:at] + words[at : at + 2][::-1] + words[at + 2 :]),
        sentence.replace(" not ", " ", 1),
        sentence.replace(" is ", " is not ", 1),
        sentence.swapcase(),
    ]
    if digit := re.search(r"\d", sentence):
        next_digit = str((int(digit[0]) + 1) % 10)
        mutated.append(sentence[: digit.start()] + next_digit + sentence[digit.end() :])
    same = tighten(fold(sentence).text.strip())
    return [words for words in mutated if tighten(fold(words).text.strip()) != same]


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_no_mutation_of_any_sentence_passes(number: int) -> None:
    chance = random.Random(number)
    for sentence in _sentences(number):
        assert locate(sentence, seed(number)).fit.passes
        for quote in _mutations(sentence, chance):
            anchor = locate(quote, seed(number))
            folded = tighten(fold(quote).text)
            stands = folded in tighten(fold(seed(number).raw).text)
            assert stands or not anchor.fit.passes, quote


def test_a_worse_quote_never_scores_better() -> None:
    text = seed(0)
    chance = random.Random(7)
    for sentence in _sentences(0)[:20]:
        words = sentence.split()
        similarity = locate(sentence, text).similarity
        for position in chance.sample(range(len(words)), min(4, len(words))):
            words[position] = "z" * len(words[position])
            anchor = locate(" ".join(words), text)
            assert not anchor.fit.passes
            assert anchor.similarity <= similarity
            similarity = anchor.similarity


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    text = seed(1)
    chance = random.Random(3)
    quotes = [words for s in _sentences(1) for words in (s, s.upper(), *_mutations(s, chance)[:2])]
    quotes += [fold(s).text for s in _sentences(1)] + ["the", "of it", "", "…"]
    starts, ends = borders(1)
    quotes += [text.raw[a : a + 9] for a in starts[::9]]
    quotes += [text.raw[a:b] for a, b in zip(starts, ends[3:], strict=False)]
    assert locate_all(quotes, text) == [locate(quote, text) for quote in quotes]


def test_a_sweep_of_a_large_text_meets_each_place() -> None:
    text = Text("\n\n".join(seed(number).raw for number in range(len(SEEDS))) * 4)
    quotes = [words for s in _sentences(0) + _sentences(1) for words in (s, fold(s).text)]
    quotes = list(dict.fromkeys(quotes))
    hits = occurrences(quotes, text.raw)
    assert hits
    for quote, places in hits.items():
        assert places == [match.start() for match in re.finditer(re.escape(quote), text.raw)]


@pytest.mark.parametrize("copies", [1, 60])
def test_no_quote_passes_where_it_is_not_looked_for(copies: int) -> None:
    """Whether few texts are searched one by one, or many are swept at once."""
    texts = {str(number): seed(number) for number in range(len(SEEDS))}
    texts |= {f"copy{number}": Text(seed(0).raw[number * 40 :]) for number in range(copies - 1)}
    chance = random.Random(4)
    sentences = [s for number in range(len(SEEDS)) for s in _sentences(number)[:20]]
    quotes = [
        Quote(words)
        for s in sentences
        for words in (
            s,
            fold(s).text,
            " ".join([*s.split()[:3], "[…]", *s.split()[4:]]),
            f"[{s[0].swapcase()}]{s[1:]}",
            *_mutations(s, chance)[:2],
        )
    ]
    places = where_to_look(quotes, texts)
    for quote in quotes[:: copies // 7 + 1]:
        passing = [name for name, text in texts.items() if passes(quote, text) is not None]
        assert [name for name in places[quote] if name in passing] == passing


@given(st.data())
@settings(max_examples=settings().max_examples * 4 // 5, deadline=None)
def test_a_sweep_meets_each_place_once(data: st.DataObject) -> None:
    """In any script, whether or not quotes share a landmark, at any offset."""
    chance = random.Random(data.draw(st.integers(0, 1 << 30)))
    letters = data.draw(
        st.sampled_from(["ab", "etaoinshrdlu\n", "аеѐиж ", "漢字仮名交", "a😀b\ud800"])
    )
    text = "".join(chance.choices(letters, k=chance.choice([200, 3000])))
    text += text[: chance.randrange(200)]
    needles = {"", "a"}
    for _ in range(40):
        start = chance.randrange(len(text))
        needles.add(text[start : start + chance.choice([9, 24, 31, 64, 130])])
        needles.add("".join(chance.choices(letters, k=40)))
    hits = occurrences(sorted(needles), text)
    for needle in needles:
        places = [offset for offset in range(len(text)) if text.startswith(needle, offset)]
        assert hits.get(needle, places) == places
    long = [needle for needle in needles if len(needle) >= 112]
    assert len(long) < 16 or set(long) <= set(hits)


@given(st.data())
@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
def test_the_nearest_passage_is_never_lost(data: st.DataObject) -> None:
    """But where all is alike, as in a long text of three letters: so many places are looked at."""
    chance = random.Random(data.draw(st.integers(0, 1 << 30)))
    letters = "etaoinshrdlu"[: chance.choice([3, 6, 12])]
    text = "".join(chance.choices(letters, k=chance.choice([300, 3000] if letters[3:] else [300])))
    start, size = chance.randrange(200), chance.choice([14, 40, 90])
    quote = list(text[start : start + size])
    for _ in range(chance.randrange(size // 3)):
        quote[chance.randrange(len(quote))] = chance.choice(letters)
    key = "".join(quote)
    best = align(key, text, min(tolerance(len(key), len(text)), len(key) // 2))
    near = nearest(key, text)
    assert (near and near.distance) == (best and best.distance)


def test_a_long_quote_is_near_in_a_large_text() -> None:
    chance = random.Random(5)
    text = "".join(chance.choices("etaoinshrdlu", k=300_000))
    quote = list(text[123_000:123_600])
    for at in range(0, 600, 4):  # no run of it stands unchanged
        quote[at] = "z"
    passage = nearest("".join(quote), text)
    assert passage is not None
    assert abs(passage.start - 123_000) + abs(passage.end - 123_600) <= 4


@given(st.text(max_size=80), st.text(max_size=200))
@settings(max_examples=2 * settings().max_examples, deadline=None)
def test_any_strings_are_answered(quote: str, text: str) -> None:
    anchor = locate(quote, text)
    if anchor.start is not None:
        assert anchor.end is not None
        assert 0 <= anchor.start <= anchor.end <= len(text)
    if anchor.fit is Fit.VERBATIM:
        assert text[anchor.start : anchor.end] == quote.strip()


@given(st.text("ab .,-\n¬…[]", max_size=40), st.text("ab .,-\n¬…", max_size=60))
@settings(max_examples=3 * settings().max_examples, deadline=None)
def test_what_passes_is_equal_after_the_fold(quote: str, text: str) -> None:
    anchor = locate(quote, text)
    if anchor.fit is Fit.NORMALIZED:
        assert anchor.start is not None
        passage = tighten(fold(text[anchor.start : anchor.end]).text.strip())
        mine = tighten(fold(quote).text.strip())
        assert passage.replace("-", "") == mine.replace("-", "")


ODD = st.sampled_from([*"ab I.,“”-—\n12", "É", "é", "ß", "ﬁ", "㎜", "ʼ", "´", "\u0301", "½"])


@given(st.lists(ODD, min_size=1, max_size=60), st.data())
def test_a_text_whose_key_is_built_gives_the_same_anchors(
    letters: list[str], data: st.DataObject
) -> None:
    raw = "".join(letters)
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    quote = raw[start:end].replace("“", data.draw(st.sampled_from(["“", '"', ""])))
    indexed = Text(raw)
    assert indexed.index.key is not None

    assert locate(quote, indexed) == locate(quote, Text(raw))
