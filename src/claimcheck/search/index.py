"""An index as bytes: what each document says, and in which documents each term stands.

The bytes are made of arrays of one machine's own numbers, so that they can be used where they lie;
nothing in them can do anything. They are for a cache, which makes sure that they come whole from
this program, and never for exchange.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.search.languages import guessed
from claimcheck.search.terms import terms, terms_of_words, words
from claimcheck.system.packed import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Changed whenever texts are taken apart in another way, or put together here.
FORM: Final = "claimcheck index 1"
_SMALL_NUMBERS, _LARGE_NUMBERS = "H", "I"
_LARGEST_SMALL: Final = 0xFFFF
_GUESSED_BY: Final = 3_000


@dataclass(frozen=True, slots=True)
class Analysed:
    """What a document is found by.

    Attributes:
        language: the stemmer that its words went through.
        terms: the terms of its sentences, sorted, each once.
        counts: how often each stands there.
        places: the sentences that hold each, in order, as often as they do; all terms' together.
        title: the terms of its title, sorted, as often as they stand there.
        lengths: how many terms each sentence has.
    """

    language: str
    terms: Sequence[str]
    counts: Sequence[int]
    places: Sequence[int]
    title: Sequence[str]
    lengths: Sequence[int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of an index: its id, a key that changes with its text, and what it says."""

    id: str
    key: str
    analysed: Analysed


def analysed(title: str, sentences: Sequence[str], language: str | None) -> Analysed:
    """Take a document apart.

    Args:
        title: its title.
        sentences: its sentences, in order.
        language: a stemmer's name; "" where there is none; None to guess it.
    """
    if language is None:
        beginning = _beginning(title, sentences)
        language = guessed(beginning, words(beginning))
    known = terms_of_words(language)
    where: defaultdict[str, list[int]] = defaultdict(list)
    lengths = []
    # All sentences at once: asking for each would take as long again.
    length = number = 0
    for word in words("\n".join(map(_on_one_line, sentences)), borders=True):
        if word == "\n":
            lengths.append(length)
            length = 0
            number += 1
        else:
            found = known[word]
            length += len(found)
            for term in found:
                where[term].append(number)
    if sentences:
        lengths.append(length)
    ordered = sorted(where)
    places = [where[term] for term in ordered]
    return Analysed(
        language=language,
        terms=ordered,
        counts=array("I", map(len, places)),
        places=array("I", list(chain.from_iterable(places))),
        title=sorted(terms(title, language)),
        lengths=array("I", lengths),
    )


def _beginning(title: str, sentences: Sequence[str]) -> str:
    said, length = [title], 0
    for sentence in sentences:
        said.append(sentence)
        length += len(sentence)
        if length > _GUESSED_BY:
            break
    return " ".join(said)[:_GUESSED_BY]


def index_of(entries: Iterable[Entry]) -> bytes:
    """Return the index of documents, as bytes that `Unpacked` opens."""
    documents = list(entries)
    said: set[str] = set()
    for entry in documents:
        said.update(entry.analysed.terms, entry.analysed.title)
    vocabulary = sorted(said)
    number = {term: at for at, term in enumerate(vocabulary)}
    held_in: list[list[int]] = [[] for _ in vocabulary]
    held_at: list[list[int]] = [[] for _ in vocabulary]
    forward: list[int] = []
    counts, places, lengths = array("I"), array("I"), array("I")
    titles: list[int] = []
    ends: list[tuple[int, int, int]] = []
    for document, entry in enumerate(documents):
        one = entry.analysed
        numbers = [number[term] for term in one.terms]
        for at, term in enumerate(numbers, len(forward)):
            held_in[term].append(document)
            held_at[term].append(at)
        forward += numbers
        counts.extend(one.counts)
        places.extend(one.places)
        lengths.extend(one.lengths)
        titles += [number[term] for term in one.title]
        ends.append((len(forward), len(lengths), len(titles)))
    sections = [
        ("forward", _numbers(forward)),
        ("place_ends", _numbers([0, *accumulate(counts)])),
        ("places", _numbers(places)),
        ("lengths", _numbers(lengths)),
        ("titles", _numbers(titles)),
        ("held_ends", _numbers([0, *accumulate(map(len, held_in))])),
        ("held_in", _numbers(list(chain.from_iterable(held_in)))),
        ("held_at", _numbers(list(chain.from_iterable(held_at)))),
        ("ends", _numbers(list(chain.from_iterable(ends)))),
    ]
    written = "\n".join(vocabulary).encode()
    head = {
        "form": FORM,
        "order": sys.byteorder,
        "ids": [one.id for one in documents],
        "keys": [one.key for one in documents],
        "languages": [one.analysed.language for one in documents],
        "vocabulary": len(written),
        "sections": [(name, one.typecode, one.itemsize, len(one)) for name, one in sections],
    }
    return packed(head, written, *(one.tobytes() for _name, one in sections))


class Unpacked:
    """The parts of an index, used where they lie.

    Raises:
        ValueError: the bytes are of another form, or of another kind of machine.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        head, view = unpacked(data)
        told = isinstance(head, dict) and (head.get("form"), head.get("order"))
        if told != (FORM, sys.byteorder):
            raise ValueError("an index of another form")
        self.ids: list[str] = head["ids"]
        self.keys: list[str] = head["keys"]
        self.languages: list[str] = head["languages"]
        at = head["vocabulary"]
        written = bytes(view[:at]).decode()
        self.vocabulary: list[str] = written.split("\n") if written else []
        parts = {}
        for name, code, size, count in head["sections"]:
            if array(code).itemsize != size:
                raise ValueError("an index of another machine")
            parts[name] = view[at : at + size * count].cast(code)
            at += size * count
        if at != len(view):
            raise ValueError("an index of another length")
        self.forward, self.place_ends = parts["forward"], parts["place_ends"]
        self.places, self.lengths = parts["places"], parts["lengths"]
        self.titles, self.held_ends = parts["titles"], parts["held_ends"]
        self.held_in, self.held_at = parts["held_in"], parts["held_at"]
        ends = parts["ends"].tolist()
        self.term_ends: list[int] = [0, *ends[0::3]]
        self.length_ends: list[int] = [0, *ends[1::3]]
        self.title_ends: list[int] = [0, *ends[2::3]]

    def entry(self, document: int) -> Entry:
        """Return a document as it was put in."""
        first, last = self.term_ends[document : document + 2]
        ends = self.place_ends[first : last + 1].tolist()
        vocabulary = self.vocabulary
        titles = self.titles[slice(*self.title_ends[document : document + 2])]
        taken = Analysed(
            language=self.languages[document],
            terms=[vocabulary[term] for term in self.forward[first:last].tolist()],
            counts=[after - before for before, after in pairwise(ends)],
            places=self.places[ends[0] : ends[-1]].tolist(),
            title=[vocabulary[term] for term in titles.tolist()],
            lengths=self.lengths[slice(*self.length_ends[document : document + 2])].tolist(),
        )
        return Entry(self.ids[document], self.keys[document], taken)


def _on_one_line(sentence: str) -> str:
    return sentence.replace("\n", " ")


def _numbers(values: Sequence[int]) -> array[int]:
    code = _SMALL_NUMBERS if max(values, default=0) <= _LARGEST_SMALL else _LARGE_NUMBERS
    return array(code, values)
