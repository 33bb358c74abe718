"""An inverted index as bytes: the terms of each document, and the documents of each term.

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

from claimcheck.search.languages import guess_language
from claimcheck.search.terms import terms, terms_by_word, words
from claimcheck.system.packed import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Changed whenever texts are analysed in another way, or packed in another order.
FORM: Final = "claimcheck index 3"
_TYPECODE_16_BITS, _TYPECODE_32_BITS = "H", "I"
_MAX_16_BITS: Final = 0xFFFF
# Of a document's beginning, by which its language is guessed.
_SAMPLE_CHARACTERS: Final = 3_000


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """The terms that a document is found by.

    Attributes:
        language: the stemmer that its words went through.
        terms: the terms of its sentences, sorted, each once.
        counts: how often each stands there.
        places: the numbers of the sentences that have each, in order, as often as they do; all
            terms' together.
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
class IndexedDocument:
    """A document of an index: its id, a key that changes with its text, and its terms."""

    id: str
    key: str
    terms: DocumentTerms


def analyse(title: str, sentences: Sequence[str], language: str | None) -> DocumentTerms:
    """Return the terms of a document.

    Args:
        title: its title.
        sentences: its sentences, in order.
        language: a stemmer's name; "" where there is none; None to guess it.
    """
    if language is None:
        sample = _sample(title, sentences)
        language = guess_language(sample, words(sample))
    places_of, lengths = _places_of_terms(sentences, language)
    ordered = sorted(places_of)
    places = [places_of[term] for term in ordered]
    return DocumentTerms(
        language=language,
        terms=ordered,
        counts=array("I", map(len, places)),
        places=array("I", list(chain.from_iterable(places))),
        title=sorted(terms(title, language)),
        lengths=array("I", lengths),
    )


def _places_of_terms(
    sentences: Sequence[str], language: str
) -> tuple[dict[str, list[int]], list[int]]:
    """The numbers of the sentences that have each term, and how many terms each sentence has."""
    by_word = terms_by_word(language)
    places_of: defaultdict[str, list[int]] = defaultdict(list)
    lengths = []
    # One search over all sentences takes half the time of a search in each.
    length = number = 0
    for word in words("\n".join(map(_on_one_line, sentences)), borders=True):
        if word == "\n":
            lengths.append(length)
            length = 0
            number += 1
        else:
            word_terms = by_word[word]
            length += len(word_terms)
            for term in word_terms:
                places_of[term].append(number)
    if sentences:
        lengths.append(length)
    return places_of, lengths


def _sample(title: str, sentences: Sequence[str]) -> str:
    """A document's beginning."""
    sample, length = [title], 0
    for sentence in sentences:
        sample.append(sentence)
        length += len(sentence)
        if length > _SAMPLE_CHARACTERS:
            break
    return " ".join(sample)[:_SAMPLE_CHARACTERS]


def pack_index(documents: Iterable[IndexedDocument]) -> bytes:
    """Return the index of documents, as bytes that `PackedIndex` opens."""
    documents = list(documents)
    vocabulary = _vocabulary(documents)
    sections = _sections(documents, vocabulary)
    written = "\n".join(vocabulary).encode()
    head = {
        "form": FORM,
        "order": sys.byteorder,
        "ids": [document.id for document in documents],
        "keys": [document.key for document in documents],
        "languages": [document.terms.language for document in documents],
        "vocabulary": len(written),
        "sections": [
            (name, numbers.typecode, numbers.itemsize, len(numbers))
            for name, numbers in sections.items()
        ],
    }
    return packed(head, written, *(numbers.tobytes() for numbers in sections.values()))


def _vocabulary(documents: Iterable[IndexedDocument]) -> list[str]:
    """All terms of all documents, sorted."""
    vocabulary: set[str] = set()
    for document in documents:
        vocabulary.update(document.terms.terms, document.terms.title)
    return sorted(vocabulary)


def _sections(
    documents: Iterable[IndexedDocument], vocabulary: Sequence[str]
) -> dict[str, array[int]]:
    """The arrays of an index, by the names of the attributes of `PackedIndex`."""
    number_of = {term: number for number, term in enumerate(vocabulary)}
    documents_of: list[list[int]] = [[] for _ in vocabulary]
    offsets_of: list[list[int]] = [[] for _ in vocabulary]
    forward: list[int] = []
    counts, places, lengths = array("I"), array("I"), array("I")
    titles: list[int] = []
    ends: list[tuple[int, int, int]] = []
    for number, document in enumerate(documents):
        document_terms = [number_of[term] for term in document.terms.terms]
        for offset, term in enumerate(document_terms, len(forward)):
            documents_of[term].append(number)
            offsets_of[term].append(offset)
        forward += document_terms
        counts.extend(document.terms.counts)
        places.extend(document.terms.places)
        lengths.extend(document.terms.lengths)
        titles += [number_of[term] for term in document.terms.title]
        ends.append((len(forward), len(lengths), len(titles)))
    return {
        "forward": _smallest_array(forward),
        "place_ends": _smallest_array([0, *accumulate(counts)]),
        "places": _smallest_array(places),
        "lengths": _smallest_array(lengths),
        "titles": _smallest_array(titles),
        "posting_ends": _smallest_array([0, *accumulate(map(len, documents_of))]),
        "posting_documents": _smallest_array(list(chain.from_iterable(documents_of))),
        "posting_offsets": _smallest_array(list(chain.from_iterable(offsets_of))),
        "ends": _smallest_array(list(chain.from_iterable(ends))),
    }


class PackedIndex:
    """The parts of an index, used where they lie.

    Documents, terms and sentences are numbers from 0. What is listed for one after the other lies
    in one array, with an array of the offsets at which each one's part begins and the last ends.

    Attributes:
        data: the bytes.
        ids: the documents' ids.
        keys: the documents' keys.
        languages: the documents' stemmers.
        vocabulary: the terms, sorted.
        forward: the terms of each document, from `term_ends`.
        places: the sentences of each entry of `forward`, from `place_ends`.
        lengths: the terms of each sentence of each document, from `length_ends`.
        titles: the terms of each title, from `title_ends`.
        posting_documents: the documents of each term, from `posting_ends`.
        posting_offsets: for each of these, the offset in `forward`.

    Raises:
        ValueError: the bytes are of another form, or of another kind of machine.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        self.data = data
        head, view = unpacked(data)
        form = isinstance(head, dict) and (head.get("form"), head.get("order"))
        if form != (FORM, sys.byteorder):
            raise ValueError("an index of another form")
        self.ids: list[str] = head["ids"]
        self.keys: list[str] = head["keys"]
        self.languages: list[str] = head["languages"]
        offset = head["vocabulary"]
        written = bytes(view[:offset]).decode()
        self.vocabulary: list[str] = written.split("\n") if written else []
        parts = {}
        for name, typecode, size, count in head["sections"]:
            if array(typecode).itemsize != size:
                raise ValueError("an index of another machine")
            parts[name] = view[offset : offset + size * count].cast(typecode)
            offset += size * count
        if offset != len(view):
            raise ValueError("an index of another length")
        self.forward, self.place_ends = parts["forward"], parts["place_ends"]
        self.places, self.lengths = parts["places"], parts["lengths"]
        self.titles, self.posting_ends = parts["titles"], parts["posting_ends"]
        self.posting_documents = parts["posting_documents"]
        self.posting_offsets = parts["posting_offsets"]
        ends = parts["ends"].tolist()
        self.term_ends: list[int] = [0, *ends[0::3]]
        self.length_ends: list[int] = [0, *ends[1::3]]
        self.title_ends: list[int] = [0, *ends[2::3]]

    def document(self, number: int) -> IndexedDocument:
        """Return a document as it was put in, by its number."""
        first, last = self.term_ends[number : number + 2]
        ends = self.place_ends[first : last + 1].tolist()
        vocabulary = self.vocabulary
        titles = self.titles[slice(*self.title_ends[number : number + 2])]
        document_terms = DocumentTerms(
            language=self.languages[number],
            terms=[vocabulary[term] for term in self.forward[first:last].tolist()],
            counts=[end - start for start, end in pairwise(ends)],
            places=self.places[ends[0] : ends[-1]].tolist(),
            title=[vocabulary[term] for term in titles.tolist()],
            lengths=self.lengths[slice(*self.length_ends[number : number + 2])].tolist(),
        )
        return IndexedDocument(self.ids[number], self.keys[number], document_terms)


def _on_one_line(sentence: str) -> str:
    return sentence.replace("\n", " ")


def _smallest_array(values: Sequence[int]) -> array[int]:
    small = max(values, default=0) <= _MAX_16_BITS
    return array(_TYPECODE_16_BITS if small else _TYPECODE_32_BITS, values)
