"""Anchors many quotes in one text at once.

The text is split at a character that most quotes have, the line's end or a letter, and each quote
is looked up, by how it goes on behind that character, in a dictionary: a landmark that text and
quote agree on by themselves, so that each place of a quote is met exactly once (content-defined
sampling, as in winnowing, Schleimer et al. 2003). For quotes that go on too shortly, the text's
characters are noted at regular places, sixteen at a time, and each quote is tried at as many
beginnings: wherever it stands, exactly one of them falls on a noted place. Both run in C, on the
lowest byte of each character; the interpreter sees only hits, and compares each in full. Borders,
context and fold are looked at by the same functions as for one quote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate, compress, islice
from math import isqrt
from operator import itemgetter, mul
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.elision import parted
from claimcheck.anchor.key import key_of
from claimcheck.anchor.locate import anchor_at, look_up, propose_anchor
from claimcheck.anchor.places import Matches, fold_quote, keep_equal, keep_whole_words
from claimcheck.anchor.result import Fit
from claimcheck.anchor.text import Text
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.anchor.nearest import Effort
    from claimcheck.anchor.result import Anchor

_PIECE: Final = 16
_TELLING: Final = 10
_FEWEST_TO_A_PIECE: Final = 8
_SAMPLE: Final = 64
_TEXT_SAMPLE: Final = 50_000
# Characters that are compared at once, and those whose place in the text is noted.
_WORD: Final = 8
_NOTED: Final = 2 * _WORD
# Quotes of so many characters are tried together; shorter ones are searched one by one.
_LENGTHS: Final = (112, 64, 40, 24)
# Fewer quotes, or shorter texts, are searched sooner one by one (quotes times characters).
_FEWEST: Final = 16
_LEAST_WORK: Final = 50_000_000
_MOST_HITS: Final = 5000


def locate_all(
    quotes: Iterable[Quote | str], text: str | Text, effort: Effort | None = None
) -> list[Anchor]:
    """Anchor many quotes in one text: the same answers as one `locate` each, sooner.

    Args:
        quotes: words or selectors, in any order.
        text: the source's text.
        effort: what may be spent on looking for near passages of quotes that do not pass; when it
            is spent, their anchors are not found, with the reason that nobody looked. Without
            it, all are looked for.

    Returns:
        One anchor for each quote, in the order of the quotes.
    """
    text = text if isinstance(text, Text) else Text(text)
    asked = [Quote(quote) if isinstance(quote, str) else quote for quote in quotes]
    distinct = list(dict.fromkeys(quote.exact.strip() for quote in asked))
    exact: dict[str, Matches] = {}
    equal: dict[str, Matches] = {}
    if _pays(distinct, text.raw):
        hits = occurrences(distinct, text.raw)
        exact = {words: keep_whole_words(words, text.raw, found) for words, found in hits.items()}
        rest = [fold_quote(words) for words in exact if not exact[words].places]
        if _pays(rest, text.raw):
            keys = occurrences(list(dict.fromkeys(words.key for words in rest)), text.index.key)
            equal = {
                words.raw: keep_equal(words, text, keys[words.key])
                for words in rest
                if words.key in keys
            }
    plain = {
        words: anchor_at(Fit.VERBATIM, known, Quote(words), text.raw)
        for words, known in exact.items()
        if known.places
    }
    anchored: dict[Quote, Anchor] = {}
    answers = []
    for quote in asked:
        words = quote.exact.strip()
        anchor = None if quote.prefix or quote.suffix else plain.get(words)
        anchor = anchor or anchored.get(quote)
        if anchor is None:
            attempt = look_up(quote, text, exact.get(words), equal.get(words))
            anchor = anchored[quote] = attempt.anchor or propose_anchor(attempt, effort)
        answers.append(anchor)
    return answers


def where_to_look(quotes: Iterable[Quote], texts: Mapping[str, Text]) -> dict[Quote, list[str]]:
    """Say in which of many texts each quote could pass: where its letters stand in one run.

    Of a quote in parts, those of its longest part. All texts are swept at once.

    Args:
        quotes: quotes with letters or digits.
        texts: each source's text by its id.

    Returns:
        For each quote the ids of texts, in their order; in no other text does it pass.
    """
    needles = {quote: _longest_key(quote.exact.strip()) for quote in quotes}
    wanting = list(dict.fromkeys(filter(None, needles.values())))
    begins = list(accumulate((len(text.index.key) + 1 for text in texts.values()), initial=0))
    every = "\n".join(text.index.key for text in texts.values())
    ids = list(texts)
    hits = occurrences(wanting, every) if _pays(wanting, every) else {}
    holding = {
        key: [
            ids[number]
            for number in dict.fromkeys(bisect_right(begins, at) - 1 for at in hits[key])
        ]
        if key in hits
        else [one for one, text in texts.items() if key in text.index.key]
        for key in wanting
    }
    return {quote: holding.get(key, []) for quote, key in needles.items()}


def _longest_key(words: str) -> str:
    in_parts = parted(words)
    keys = map(key_of, in_parts.parts if in_parts else (words,))
    return max(keys, key=len)


def _pays(quotes: Sequence[object], text: str) -> bool:
    """Whether one sweep of a text costs less than a search for each quote."""
    return len(quotes) >= _FEWEST and len(quotes) * len(text) >= _LEAST_WORK


def occurrences(needles: Sequence[str], text: str) -> dict[str, list[int]]:
    """Return where each needle stands in a text, overlapping places included, in order.

    Needles that are short and share no landmark with others, or stand there too often, are left
    out.
    """
    data = _low_bytes(text)
    found: dict[str, list[int]] = {}
    waiting = list(needles)
    if mark := _landmark(waiting, data):
        waiting = _at_landmarks(mark, waiting, text, data, found)
    for length in _LENGTHS:
        these = [needle for needle in waiting if len(needle) >= length]
        if len(these) >= _FEWEST:
            # Text and quotes cost about the same when each is looked at this often.
            ideal = isqrt(len(text) // len(these)) // _WORD * _WORD
            _at_strides(these, text, data, max(_WORD, min(ideal, length - _NOTED)), found)
            waiting = [needle for needle in waiting if len(needle) < length]
    return found


def _low_bytes(text: str) -> bytes:
    """The lowest byte of each character: enough to tell passages apart, in any script."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        data = text.encode("utf-16-le", "surrogatepass")
        if len(data) == 2 * len(text):
            return data[::2]
        return text.encode("utf-32-le", "surrogatepass")[::4]


def _landmark(needles: list[str], data: bytes) -> bytes:
    """Choose the byte to split at, or nothing where none saves work.

    Work is counted in pieces of text and noted places, which cost about the same.
    """
    sample = [_low_bytes(needle) for needle in needles[:: len(needles) // _SAMPLE + 1]]
    having = Counter(sign for needle in sample for sign in set(needle[:-_PIECE]))
    middle = max(0, (len(data) - _TEXT_SAMPLE) // 2)
    part = data[middle : middle + _TEXT_SAMPLE]

    def work(mark: bytes) -> int:
        if not mark:
            return 2 * isqrt(len(needles) * len(data))
        wanting = sum(not _piece(mark, needle)[0] for needle in sample) / len(sample)
        pieces = part.count(mark) * len(data) // len(part)
        return pieces + 2 * isqrt(int(wanting * len(needles) * len(data)))

    often = (bytes([sign]) for sign, count in having.items() if 2 * count > len(sample))
    mark = min([b"", *sorted(often)], key=work)
    return mark if _FEWEST_TO_A_PIECE * data.count(mark) < len(data) else b""


def _at_landmarks(
    mark: bytes, needles: list[str], text: str, data: bytes, found: dict[str, list[int]]
) -> list[str]:
    """Find the needles that go on tellingly behind a landmark; return the others."""
    table: dict[bytes, list[tuple[str, int]]] = {}
    without = []
    for needle in needles:
        head, place = _piece(mark, _low_bytes(needle))
        if head:
            table.setdefault(head, []).append((needle, place))
            found[needle] = []
        else:
            without.append(needle)
    pieces = data.split(mark)
    known = map(table.__contains__, map(itemgetter(slice(_PIECE)), pieces))
    lengths = map(len, pieces)
    start = done = 0
    for number in compress(range(len(pieces)), known):
        start += sum(islice(lengths, number - done)) + number - done
        done = number
        for needle, place in table[pieces[number][:_PIECE]]:
            if start >= place and text.startswith(needle, start - place):
                places = found.get(needle)
                if places is not None:
                    places.append(start - place)
                    if len(places) > _MOST_HITS:
                        del found[needle]
    return without


def _piece(mark: bytes, needle: bytes) -> tuple[bytes, int]:
    """How the text's piece after a landmark begins, as a needle shows it, and where that stands.

    The first piece that is long enough to be telling and that the needle does not break off.
    """
    start = needle.find(mark) + 1
    while start:
        at = needle.find(mark, start)
        if at - start >= _TELLING:
            return needle[start : min(at, start + _PIECE)], start
        if at < 0:
            return (needle[start : start + _PIECE] if len(needle) - start >= _PIECE else b""), start
        start = at + 1
    return b"", 0


def _at_strides(
    needles: list[str], text: str, data: bytes, stride: int, found: dict[str, list[int]]
) -> None:
    """Find needles of at least `stride + _NOTED` characters.

    The two words of a noted place are multiplied: a product is all of both, and spreads well over a
    dictionary, as the words of a language by themselves do not.
    """
    step = stride // _WORD
    words = memoryview(data)[: len(data) // _WORD * _WORD].cast("Q")
    noted = list(map(mul, words[::step].tolist(), words[1::step].tolist()))
    tried = _beginnings(needles, stride, set(noted))
    places: dict[int, list[int]] = {word: [] for _needle, _shift, word in tried}
    for number in compress(range(len(noted)), map(places.__contains__, noted)):
        places[noted[number]].append(number * stride)
    where: dict[str, list[int]] = {needle: [] for needle in needles}
    for needle, shift, word in tried:
        if needle not in where:
            continue
        where[needle] += [
            place - shift
            for place in places[word][:_MOST_HITS]
            if place >= shift and text.startswith(needle, place - shift)
        ]
        if len(where[needle]) > _MOST_HITS or len(places[word]) > _MOST_HITS:
            del where[needle]
    found.update((needle, sorted(hits)) for needle, hits in where.items())


def _beginnings(needles: list[str], stride: int, noted: set[int]) -> list[tuple[str, int, int]]:
    """Which needle has noted words at which of its first `stride` characters."""
    length = stride + _NOTED
    data = _low_bytes("".join([needle[:length] for needle in needles]))
    step = length // _WORD
    tried = []
    for offset in range(_WORD):
        shifted = memoryview(data)[offset : offset + (len(data) - offset) // _WORD * _WORD]
        words = shifted.cast("Q")
        following = words[::step].tolist()
        for shift in range(offset, stride, _WORD):
            these, following = following, words[shift // _WORD + 1 :: step].tolist()
            products = list(map(mul, these, following))
            known = map(noted.__contains__, products)
            tried += [
                (needles[number], shift, products[number])
                for number in compress(range(len(products)), known)
            ]
    return tried
