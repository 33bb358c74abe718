"""Anchors many quotes in one text at once.

Two ways of multi-pattern search, each of them exact:

* The text is split at a separator that most quotes have, the line's end or a letter, and each quote
  is looked up in a dictionary by how it goes on behind that character. Text and quote agree on
  where pieces begin by themselves, so that each place of a quote is hit exactly once
  (content-defined sampling, as in winnowing, Schleimer et al. 2003).
* For quotes that go on too shortly behind a separator, the text is sampled at regular offsets,
  sixteen bytes at a time (q-samples, Sutinen and Tarhio 1996), and each quote is tried at as many
  shifts as the stride has: wherever it stands, exactly one of them falls on a sample. Of those too
  short for that, the first eight bytes are looked up at every place of the text.

All run in C, on the lowest byte of each character; the interpreter sees only hits, and compares
each in full. Borders, context and fold are checked by the same functions as for a single quote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import accumulate, chain, compress, islice
from math import isqrt
from operator import itemgetter, mul
from sys import byteorder
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.effort import STEPS, Effort
from claimcheck.anchor.key import key_of
from claimcheck.anchor.locate import anchor_nearby, look_up, split_at_marks
from claimcheck.anchor.places import FoldedQuote, Matches, keep_equal, keep_whole_words
from claimcheck.anchor.text import Text
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.anchor.quote_lookup import Lookup
    from claimcheck.anchor.result import Anchor

# The bytes behind a separator by which a piece of text is looked up; with fewer than the least, too
# many pieces begin alike.
_HEAD_BYTES: Final = 16
_MIN_HEAD_BYTES: Final = 10
_BEGINNING_CHARACTERS: Final = 64
_MIN_BYTES_PER_PIECE: Final = 8
# What the separator is chosen by: so many quotes, and so much from the middle of the text.
_SAMPLE_QUOTES: Final = 64
_SAMPLE_BYTES: Final = 50_000
# A q-sample is two machine words.
_WORD_BYTES: Final = 8
_GRAM_BYTES: Final = 2 * _WORD_BYTES
# Quotes of at least so many characters are tried together.
_MIN_LENGTHS: Final = (112, 64, 40, 24)
# Of shorter ones, those of a machine word or more, where they are so many that it takes less to
# look at each place of the text once; the others are searched one by one.
_MIN_SHORT_QUOTES: Final = 256
# With fewer quotes, or in a shorter text, searching one by one is quicker.
_MIN_QUOTES: Final = 16
_MIN_QUOTES_TIMES_CHARACTERS: Final = 50_000_000
_MAX_HITS_PER_QUOTE: Final = 5000
_UNLIMITED: Final = 1 << 62


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
    effort = effort or Effort(steps=_UNLIMITED)
    selectors = [Quote(quote) if isinstance(quote, str) else quote for quote in quotes]
    for _quote in selectors:
        effort.begin_quote()
    verbatim, folded = _swept(selectors, text, lambda _words: effort)
    by_selector: dict[Quote, Anchor] = {}
    for quote in selectors:
        if quote not in by_selector:
            words = quote.exact.strip()
            lookup = look_up(quote, text, verbatim.get(words), folded.get(words), effort)
            by_selector[quote] = _anchored(lookup, effort)
    return [by_selector[quote] for quote in selectors]


def locate_each(quotes: Iterable[Quote | str], text: str | Text) -> list[tuple[Anchor, int]]:
    """Anchor many quotes in one text, each with an effort of its own.

    `locate_all` shares its effort among the quotes; here the answer to one depends on no other, so
    that it is the same in whatever company it is asked.

    Args:
        quotes: words or selectors, in any order.
        text: the source's text.

    Returns:
        For each quote what `locate` says of it, and the steps (`Effort.steps`) that were spent on
        looking for a near passage.
    """
    text = text if isinstance(text, Text) else Text(text)
    selectors = [Quote(quote) if isinstance(quote, str) else quote for quote in quotes]
    efforts: defaultdict[str, Effort] = defaultdict(Effort)
    verbatim, folded = _swept(selectors, text, efforts.__getitem__)
    by_selector: dict[Quote, tuple[Anchor, int]] = {}
    for quote in selectors:
        if quote not in by_selector:
            words = quote.exact.strip()
            effort = replace(efforts[words])
            lookup = look_up(quote, text, verbatim.get(words), folded.get(words), effort)
            nearby = Effort()
            by_selector[quote] = _anchored(lookup, nearby), STEPS - nearby.steps
    return [by_selector[quote] for quote in selectors]


def _anchored(lookup: Lookup, effort: Effort) -> Anchor:
    return anchor_nearby(lookup, effort) if lookup.anchor is None else lookup.anchor


def _swept(
    quotes: Sequence[Quote], text: Text, effort_of: Callable[[str], Effort]
) -> tuple[dict[str, Matches], dict[str, Matches]]:
    """Where the words of quotes stand verbatim and after the fold, those that sweeps serve.

    Args:
        quotes: the quotes.
        text: where they may stand.
        effort_of: returns what may be spent on the places of such words.
    """
    distinct = list(dict.fromkeys(quote.exact.strip() for quote in quotes))
    if not _sweep_pays(len(distinct), text.raw):
        return {}, {}
    verbatim = {
        words: keep_whole_words(words, text.raw, hits, effort_of(words))
        for words, hits in occurrences(distinct, text.raw).items()
    }
    without_place = [words for words, matches in verbatim.items() if not matches.places]
    if not _sweep_pays(len(without_place), text.raw):
        return verbatim, {}
    folded_quotes = [FoldedQuote(words) for words in without_place]
    keys = list(dict.fromkeys(quote.key for quote in folded_quotes))
    offsets = occurrences(keys, text.index.key)
    folded = {
        quote.raw: keep_equal(quote, text, offsets[quote.key], effort_of(quote.raw))
        for quote in folded_quotes
        if quote.key in offsets
    }
    return verbatim, folded


def where_to_look(quotes: Iterable[Quote], texts: Mapping[str, Text]) -> dict[Quote, list[str]]:
    """Say in which of many texts each quote could pass: where its letters stand in one run.

    Of a quote in parts, those of its longest part. All texts are swept at once.

    Args:
        quotes: quotes with letters or digits.
        texts: each source's text by its id.

    Returns:
        For each quote the ids of texts, in their order; in no other text does it pass.
    """
    keys = {quote: longest_key(quote.exact.strip()) for quote in quotes}
    distinct = list(dict.fromkeys(filter(None, keys.values())))
    ids = list(texts)
    of_words: dict[str, list[int]] = {}
    for number, text in enumerate(texts.values()):
        of_words.setdefault(text.raw, []).append(number)
    groups = list(of_words.values())
    text_keys = [texts[ids[numbers[0]]].index.key for numbers in groups]
    starts = list(accumulate((len(key) + 1 for key in text_keys), initial=0))
    joined = "\n".join(text_keys)
    hits = occurrences(distinct, joined) if _sweep_pays(len(distinct), joined) else {}
    ids_of_key = {}
    # Thousands of sources may have one text, and thousands of quotes stand in it.
    ids_of_groups: dict[frozenset[int], list[str]] = {}
    for key in distinct:
        having = frozenset(
            {bisect_right(starts, offset) - 1 for offset in hits[key]}
            if key in hits
            else [group for group, text_key in enumerate(text_keys) if key in text_key]
        )
        if having not in ids_of_groups:
            numbers = sorted(chain.from_iterable(groups[group] for group in having))
            ids_of_groups[having] = [ids[number] for number in numbers]
        ids_of_key[key] = ids_of_groups[having]
    return {quote: ids_of_key.get(key, []) for quote, key in keys.items()}


def longest_key(words: str) -> str:
    """Return the letters and digits of a quote's longest part.

    In a text without them in one run, the quote does not pass.
    """
    parted_quote = split_at_marks(words)
    keys = map(key_of, parted_quote.parts if parted_quote else (words,))
    return max(keys, key=len)


def _sweep_pays(quotes: int, text: str) -> bool:
    """Whether one sweep of a text costs less than a search for each of so many quotes."""
    return quotes >= _MIN_QUOTES and quotes * len(text) >= _MIN_QUOTES_TIMES_CHARACTERS


def occurrences(needles: Sequence[str], text: str) -> dict[str, list[int]]:
    """Return where each needle stands in a text, overlapping places included, in order.

    Needles that are short and share no separator with others, or stand there too often, are left
    out.
    """
    data = low_bytes(text)
    hits: dict[str, list[int]] = {}
    remaining = list(needles)
    if separator := _choose_separator(remaining, data):
        remaining = _search_pieces(separator, remaining, text, data, hits)
    for length in _MIN_LENGTHS:
        batch = [needle for needle in remaining if len(needle) >= length]
        if len(batch) >= _MIN_QUOTES:
            # With this stride, sampling the text costs about as much as shifting the needles.
            ideal = isqrt(len(text) // len(batch)) // _WORD_BYTES * _WORD_BYTES
            stride = max(_WORD_BYTES, min(ideal, length - _GRAM_BYTES))
            _search_samples(batch, text, data, stride, hits)
            remaining = [needle for needle in remaining if len(needle) < length]
    batch = [needle for needle in remaining if len(needle) >= _WORD_BYTES]
    if len(batch) >= _MIN_SHORT_QUOTES:
        _search_words(batch, text, data, hits)
    return hits


def low_bytes(text: str) -> bytes:
    """The lowest byte of each character: enough to tell passages apart, in any script."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        data = text.encode("utf-16-le", "surrogatepass")
        if len(data) == 2 * len(text):
            return data[::2]
        return text.encode("utf-32-le", "surrogatepass")[::4]


def _choose_separator(needles: list[str], data: bytes) -> bytes:
    """Choose the byte to split at, or nothing where none saves work.

    Work is counted in pieces and samples of the text, which cost about the same.
    """
    sample = [low_bytes(needle) for needle in needles[:: len(needles) // _SAMPLE_QUOTES + 1]]
    needles_with = Counter(byte for needle in sample for byte in set(needle[:-_HEAD_BYTES]))
    middle = max(0, (len(data) - _SAMPLE_BYTES) // 2)
    part = data[middle : middle + _SAMPLE_BYTES]

    def work(separator: bytes) -> int:
        if not separator:
            return 2 * isqrt(len(needles) * len(data))
        headless = sum(not _head(separator, needle)[0] for needle in sample) / len(sample)
        pieces = part.count(separator) * len(data) // len(part)
        return pieces + 2 * isqrt(int(headless * len(needles) * len(data)))

    frequent = (bytes([byte]) for byte, count in needles_with.items() if 2 * count > len(sample))
    separator = min([b"", *sorted(frequent)], key=work)
    pays = _MIN_BYTES_PER_PIECE * data.count(separator) < len(data)
    return separator if pays else b""


def _search_pieces(
    separator: bytes, needles: list[str], text: str, data: bytes, hits: dict[str, list[int]]
) -> list[str]:
    """Find the needles that have a head behind a separator; return the others.

    Args:
        separator: the byte to split at.
        needles: what to look for.
        text: where to look.
        data: the low bytes of the text.
        hits: where each needle stands; those found are added.
    """
    # Of needles with one head those that also begin alike are looked up at once: thousands may
    # have the same head, and it may stand in thousands of places.
    by_head: dict[bytes, dict[tuple[int, int], dict[str, list[str]]]] = {}
    headless = []
    for needle in needles:
        head, shift = _head(separator, low_bytes(needle))
        if head:
            beginning = needle[:_BEGINNING_CHARACTERS]
            alike = by_head.setdefault(head, {}).setdefault((shift, len(beginning)), {})
            alike.setdefault(beginning, []).append(needle)
            hits[needle] = []
        else:
            headless.append(needle)
    pieces = data.split(separator)
    is_head = map(by_head.__contains__, map(itemgetter(slice(_HEAD_BYTES)), pieces))
    lengths = map(len, pieces)
    start = done = 0
    for number in compress(range(len(pieces)), is_head):
        start += sum(islice(lengths, number - done)) + number - done
        done = number
        for (shift, length), beginnings in by_head[pieces[number][:_HEAD_BYTES]].items():
            offset = start - shift
            if offset < 0:
                continue
            for needle in beginnings.get(text[offset : offset + length], ()):
                offsets = hits.get(needle)
                if offsets is not None and text.startswith(needle, offset):
                    offsets.append(offset)
                    if len(offsets) > _MAX_HITS_PER_QUOTE:
                        del hits[needle]
    return headless


def _head(separator: bytes, needle: bytes) -> tuple[bytes, int]:
    """The bytes behind a separator that a needle is looked up by, and where they stand in it.

    Those of the first piece that is long enough to tell pieces apart and that the needle does not
    break off; empty where it has none.
    """
    start = needle.find(separator) + 1
    while start:
        end = needle.find(separator, start)
        if end - start >= _MIN_HEAD_BYTES:
            return needle[start : min(end, start + _HEAD_BYTES)], start
        if end < 0:
            rest = needle[start : start + _HEAD_BYTES]
            return (rest if len(rest) == _HEAD_BYTES else b""), start
        start = end + 1
    return b"", 0


def _search_samples(
    needles: list[str], text: str, data: bytes, stride: int, hits: dict[str, list[int]]
) -> None:
    """Find needles of at least `stride + _GRAM_BYTES` characters.

    The two words of a sample are multiplied: a product depends on both, and spreads well over a
    dictionary, as the words of a language by themselves do not.

    Args:
        needles: what to look for.
        text: where to look.
        data: the low bytes of the text.
        stride: bytes from one sample of the text to the next.
        hits: where each needle stands; those found are added.
    """
    step = stride // _WORD_BYTES
    words = memoryview(data)[: len(data) // _WORD_BYTES * _WORD_BYTES].cast("Q")
    samples = list(map(mul, words[::step].tolist(), words[1::step].tolist()))
    candidates = _shifts(needles, stride, set(samples))
    sampled_at: dict[int, list[int]] = {gram: [] for _needle, _shift, gram in candidates}
    for number in compress(range(len(samples)), map(sampled_at.__contains__, samples)):
        sampled_at[samples[number]].append(number * stride)
    offsets_of: dict[str, list[int]] = {needle: [] for needle in needles}
    for needle, shift, gram in candidates:
        if needle not in offsets_of:
            continue
        offsets_of[needle] += [
            offset - shift
            for offset in sampled_at[gram][:_MAX_HITS_PER_QUOTE]
            if offset >= shift and text.startswith(needle, offset - shift)
        ]
        if max(len(offsets_of[needle]), len(sampled_at[gram])) > _MAX_HITS_PER_QUOTE:
            del offsets_of[needle]
    hits.update((needle, sorted(offsets)) for needle, offsets in offsets_of.items())


def _search_words(needles: list[str], text: str, data: bytes, hits: dict[str, list[int]]) -> None:
    """Find needles of a machine word or more by their first one, at every place of the text.

    Needles that begin alike are compared by their lengths, of which there are few, and not one by
    one: thousands may have one beginning, and it may stand in thousands of places.

    Args:
        needles: what to look for.
        text: where to look.
        data: the low bytes of the text.
        hits: where each needle stands; those found are added.
    """
    by_word: dict[int, dict[int, set[str]]] = {}
    for needle in needles:
        hits[needle] = []
        word = int.from_bytes(low_bytes(needle)[:_WORD_BYTES], byteorder)
        by_word.setdefault(word, {}).setdefault(len(needle), set()).add(needle)
    for shift in range(_WORD_BYTES):
        end = shift + max(0, len(data) - shift) // _WORD_BYTES * _WORD_BYTES
        words = memoryview(data)[shift:end].cast("Q").tolist()
        for number in compress(range(len(words)), map(by_word.__contains__, words)):
            offset = shift + number * _WORD_BYTES
            for length, alike in by_word[words[number]].items():
                needle = text[offset : offset + length]
                if needle in alike and needle in hits:
                    hits[needle].append(offset)
                    if len(hits[needle]) > _MAX_HITS_PER_QUOTE:
                        del hits[needle]
    for needle in needles:
        if needle in hits:
            hits[needle].sort()


def _shifts(needles: list[str], stride: int, samples: set[int]) -> list[tuple[str, int, int]]:
    """Which needle has which sample of the text at which of its first `stride` characters."""
    length = stride + _GRAM_BYTES
    data = low_bytes("".join([needle[:length] for needle in needles]))
    step = length // _WORD_BYTES
    candidates = []
    for offset in range(_WORD_BYTES):
        size = (len(data) - offset) // _WORD_BYTES * _WORD_BYTES
        words = memoryview(data)[offset : offset + size].cast("Q")
        second = words[::step].tolist()
        for shift in range(offset, stride, _WORD_BYTES):
            first, second = second, words[shift // _WORD_BYTES + 1 :: step].tolist()
            grams = list(map(mul, first, second))
            is_sample = map(samples.__contains__, grams)
            candidates += [
                (needles[number], shift, grams[number])
                for number in compress(range(len(grams)), is_sample)
            ]
    return candidates
