"""Who is speaking: quotation marks in a source, and one utterance printed in different words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache, lru_cache, partial
from itertools import accumulate, combinations, islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.key import key_of
from claimcheck.anchor.mark_direction import openers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.anchor.result import Change, Segment

_REACH: Final = 6000
_BLOCK: Final = 1 << 13
_WHOLE: Final = 1 << 16
_PAIRS: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "»": "«»",
    "›": "‹›",
    "”": "”",
    "‘": "’",
    "‚": "‘’",
}
_OPENINGS: Final = (*_PAIRS, '"', "'", "``")
_MARK: Final = cache(partial(re.compile, "[“”„«»‹›「」『』‘’‚\"']"))
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n\s*")
_SINGLE: Final = frozenset("‘’‚'")
_CLITIC_MARKS: Final = frozenset("'‘")
_SINGLE_OPENINGS: Final = frozenset("'‘‚")
_CLOSED_BY_HAND: Final = frozenset("“„")
_TYPED: Final = frozenset("\"'")
# Each closes the other, also where blanks stand on both sides.
_ANGLES: Final = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_OUTWARD: Final = frozenset("«‹")
_OPENING_EDGE: Final = frozenset("“„«‹「『\"'‘‚»")
_CLOSING_EDGE: Final = frozenset("”»›」』\"'’“«,.")
_TYPED_OR_LEFT: Final = cache(partial(re.compile, '["“]|\n'))
_CLITIC: Final = re.compile(r"['’‘][dmnrst](?!\w)")
_BRACKETS: Final = " \t\n\r\xa0([—–-"
_BEHIND: Final = " \t\n\r\xa0\u2009\u202f.,;:!?)]"  # what stands behind a mark that closes
_ZERO_WIDTH: Final = "\u200b"
_SINGLE_CLOSINGS: Final = {
    "'": re.compile(r"'(?!\w)"),
    "‘": re.compile(r"[’‘](?!\w)"),
}
_LONGEST_SINGLE: Final = 400
_LONGEST_UTTERANCE: Final = 2000
_WORDS_OF_AN_UTTERANCE: Final = 6
_MOST_ALIKE_TRIED: Final = 40
# Bounds on the work that texts full of one utterance could ask for.
_MOST_PAIRS: Final = 300_000
_MOST_COMPARED: Final = 3000
_ALIKE: Final = 0.55
_LONGER: Final = 4
_STEM: Final = 5
_SHARED: Final = 0.35


def inside_quotation(text: str, start: int, end: int) -> bool:
    """Whether a passage stands inside quotation marks in its source, so that somebody is speaking.

    Reads curly, straight, angle and low marks, and quotations that run over paragraphs, each of
    which opens with a mark while only the last one closes. Apostrophes are no marks. A passage that
    itself begins and ends with the marks counts as inside.

    Args:
        text: the source's text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    low, high = block_around(text, start, end) if len(text) > _WHOLE else (0, len(text))
    starts, ends = _bounds_of_quotations(text, low, high)
    if not starts:
        return False
    while start < end and (text[start].isspace() or text[start] in _OPENING_EDGE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING_EDGE):
        end -= 1
    begun = bisect_right(starts, start)
    return begun > 0 and end <= ends[begun - 1]


def block_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a text that tells what stands around a passage.

    It begins and ends at the same places for all passages near each other, so that what is found in
    it need be looked for once.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    low = max(0, start - _REACH) // _BLOCK * _BLOCK
    return low, min(len(text), ((end + _REACH) // _BLOCK + 1) * _BLOCK)


@lru_cache(maxsize=4096)
def quotations_within(text: str, low: int, high: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of the quotations in a stretch of a text.

    Args:
        text: the text.
        low: where the stretch begins, in code points.
        high: where it ends, exclusive.
    """
    spans = cached_quotations(text[low:high])
    return tuple((first + low, last + low) for first, last in spans) if low else spans


@lru_cache(maxsize=4096)
def cached_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return what `quotations` does: many passages are asked about in one text."""
    return tuple(quotations(text))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text that stand inside quotation marks, marks included, outermost only.

    A mark opens where a word follows and none goes before, and closes the other way round. Within
    one paragraph a quotation must close; one that does not goes on where the next paragraph opens
    with the same mark.
    """
    spans: list[tuple[int, int]] = []
    if not any(mark in text for mark in _OPENINGS):
        return spans
    text = _with_double_marks(text)
    opening: tuple[int, str] | None = None
    start = 0
    openers, closings = openers_in(text), _single_closings(text)
    stops = [stop.span() for stop in _PARAGRAPH.finditer(text)]
    for end, following in [*stops, (len(text), len(text))]:
        for found_mark in _MARK().finditer(text, start, end):
            at, char = found_mark.start(), found_mark[0]
            if opening is None:
                if _opens(text, at, char, openers, closings):
                    opening = at, char
            elif _closes(text, at, char, opening[1]):
                spans.append((opening[0], at + 1))
                opening = None
        start = following
        if opening is not None and (opening[1] == "'" or not text.startswith(opening[1], start)):
            opening = None  # never closed: a stray mark
    return spans


def _with_double_marks(text: str) -> str:
    """A text in which marks of two signs are one, at the same places: `''so''`, "``so''"."""
    for pair in ("``", "''"):
        text = text.replace(pair, f'"{_ZERO_WIDTH}')
    return text


def _opens(text: str, at: int, char: str, openers: str, closings: dict[str, list[int]]) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in _ANGLES and after.isspace() and text[at + 2 : at + 3].isalnum():
        # French sets a blank inside the marks, and so do some editions of German.
        if char in _OUTWARD:
            return _ANGLES[char] not in openers
        return char in openers and not before.strip()
    if not after or after.isspace() or before.isalnum():
        return False
    # `”` opens in Swedish and Finnish, and closes elsewhere; `wie 's`, `rock 'n' roll`
    if (char == "”" and before.strip(_BRACKETS)) or (
        char in _CLITIC_MARKS and _CLITIC.match(text, at)
    ):
        return False
    if char in _SINGLE_OPENINGS:
        # `'tis`, `’90s`: a single mark opens only what a single mark closes
        places = closings["'" if char == "'" else "‘"]
        nearest = bisect_left(places, at + 2)
        return nearest < len(places) and places[nearest] - at < _LONGEST_SINGLE
    return char == '"' or char in _PAIRS


def _single_closings(text: str) -> dict[str, list[int]]:
    """Where a single mark may close, straight and curly: behind a letter and before none."""
    return {
        mark: [
            match.start()
            for match in pattern.finditer(text)
            if match.start() and not text[match.start() - 1].isspace()
        ]
        for mark, pattern in _SINGLE_CLOSINGS.items()
    }


def _closes(text: str, at: int, char: str, opening: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _ANGLES.get(opening) == char:
        return True
    if before.isspace() and after.strip(_BEHIND):
        return False
    if char in _SINGLE and after.isalnum():
        return False
    if char == '"' and opening in _CLOSED_BY_HAND:
        # Typed by hand, unless the printed one still comes.
        closing = re.compile(f"[{_PAIRS[opening]}]|[“„]|\n").search(text, at)
        return closing is None or closing[0] not in _PAIRS[opening]
    if opening == '"' and char == "”":
        closing = _TYPED_OR_LEFT().search(text, at)
        # A typed mark behind a blank opens another.
        return closing is None or closing[0] != '"' or text[closing.start() - 1].isspace()
    return char == opening if opening in _TYPED else char in _PAIRS[opening]


class Variant(NamedTuple):
    """One utterance as two texts print it: where each prints it, and how they differ."""

    first: str
    first_span: tuple[int, int]
    second: str
    second_span: tuple[int, int]
    difference: tuple[Segment, ...]
    changes: tuple[Change, ...]


class _Utterance(NamedTuple):
    source: str
    start: int
    end: int
    words: str

    @property
    def key(self) -> str:
        return key_of(self.words)


def variants(texts: Mapping[str, str]) -> list[Variant]:
    """Find utterances that two texts print between quotation marks in different words.

    Looks at quotations of six words and more. Sentences are the unit, since outlets cut and join an
    utterance at will. Two are compared only when they share a pair of neighbouring words that is
    rare in the corpus, so the work grows with the corpus and not with its square; of very many, the
    three thousand pairs that share most.

    Args:
        texts: each source's text by its id.

    Returns:
        Pairs in the order of the ids and of the text, each with a word diff.
    """
    speeches = [
        utterance
        for source in first_of_each(texts, _MOST_ALIKE_TRIED + 1)
        for utterance in _utterances(source, texts[source])
    ]
    sharing: dict[tuple[str, str], list[int]] = {}
    for number, utterance in enumerate(speeches):
        for pair in _telling(utterance.words):
            sharing.setdefault(pair, []).append(number)
    rare = (numbers for numbers in sharing.values() if len(numbers) <= _MOST_ALIKE_TRIED)
    pairs = (pair for numbers in rare for pair in combinations(numbers, 2))
    tried = Counter(
        (first, second)
        for first, second in islice(pairs, _MOST_PAIRS)
        if speeches[first].source != speeches[second].source
    )
    pairs_alike = []
    for (first, second), _shared in sorted(tried.most_common(_MOST_COMPARED)):
        if variant := _variant(speeches[first], speeches[second]):
            pairs_alike.append(variant)
    return pairs_alike


def first_of_each(texts: Mapping[str, str], most: int) -> list[str]:
    """Return the ids of texts in their order, of those with the same words so many at most.

    What many texts of the same words have is common to all of them, and tells nothing more.
    """
    times = Counter[str]()
    ids = []
    for text_id in sorted(texts):
        times[texts[text_id]] += 1
        if times[texts[text_id]] <= most:
            ids.append(text_id)
    return ids


def _utterances(source: str, text: str) -> Iterator[_Utterance]:
    for start, end in utterances(text):
        yield _Utterance(source, start, end, text[start:end])


@lru_cache(maxsize=4096)
def utterances(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of six words and more that somebody is quoted as saying."""
    spans = []
    for start, end in cached_quotations(text):
        if end - start > _LONGEST_UTTERANCE:
            continue
        for sentence in re.finditer(r"[^.!?]+[.!?]*", text[start + 1 : end - 1]):
            words = sentence[0].strip()
            if len(words.split()) >= _WORDS_OF_AN_UTTERANCE:
                first = start + 1 + sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
                spans.append((first, first + len(words)))
    return tuple(spans)


def has_utterance(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text has part in something that somebody is quoted as saying.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    starts, ends = _bounds_of_utterances(text)
    begun = bisect_left(starts, end)
    return start < end and begun > 0 and ends[begun - 1] > start


@lru_cache(maxsize=4096)
def _bounds_of_utterances(text: str) -> tuple[list[int], list[int]]:
    return _bounds(utterances(text))


@lru_cache(maxsize=4096)
def _bounds_of_quotations(text: str, low: int, high: int) -> tuple[list[int], list[int]]:
    return _bounds(quotations_within(text, low, high))


def _bounds(spans: tuple[tuple[int, int], ...]) -> tuple[list[int], list[int]]:
    """Where spans begin, in order, and of each the end farthest on of it and those before it.

    So it takes a few steps to say whether any of them holds or touches a place, however many.
    """
    ordered = sorted(spans)
    ends = accumulate((end for _start, end in ordered), max)
    return [start for start, _end in ordered], list(ends)


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    """A longer word without its ending; empty for a shorter one."""
    key = key_of(word)
    return key[:_STEM] if len(key) >= _LONGER else ""


def _telling(words: str) -> set[tuple[str, str]]:
    """Pairs of longer words that stand near each other, without their endings."""
    longer = list(filter(None, map(_stem, words.split())))
    return {*pairwise(longer), *zip(longer, longer[2:], strict=False)}


def _variant(first: _Utterance, second: _Utterance) -> Variant | None:
    from rapidfuzz.distance import Indel

    if first.key == second.key or first.key in second.key or second.key in first.key:
        return None
    if Indel.normalized_similarity(first.key, second.key) < _ALIKE:
        return None
    from claimcheck.anchor.difference import changes, difference  # few texts vary one another

    segments = difference(first.words, second.words)
    shared = sum(len(key_of(segment.written)) for segment in segments if segment.same)
    if shared < _SHARED * min(len(first.key), len(second.key)):
        return None
    return Variant(
        first.source,
        (first.start, first.end),
        second.source,
        (second.start, second.end),
        segments,
        changes(segments),
    )
