"""Whether a gap of a quote begins a clause that the words behind the gap belong to.

`We will close […] the school`, printed "We will close the pool and keep the school": what is quoted
behind the gap hangs on a verb, or is said of a subject, that the gap leaves out.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.languages.word_table import POINTING
from claimcheck.anchor.punctuation import COLONS, PAUSES, SEMICOLONS

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Word

# A mark between clauses; a comma or a colon within a number is none.
_MARK: Final = re.compile(rf"[{PAUSES}{COLONS}](?!\d)|[—–()（）]|--")
_SEMICOLON: Final = re.compile(f"[{SEMICOLONS}]")
_LETTER: Final = re.compile(r"[^\W\d_]")
# In words.
_REACH_OF_THAT: Final = 3
_LONGEST_SUBJECT: Final = 3
# `the owner of the land`
_LONGEST_OWNER: Final = 5
_FEWEST_OF_A_SUBJECT: Final = 2
# In characters, farther than the word beside a gap.
_FAR: Final = 40
_CLOSED: Final = POINTING | {"number", "quantifier"}
_RELATED: Final = frozenset({"report", "thought", "relay", "claim"})
# No article shows there where a noun begins, but the endings of two verbs are the same.
_WITHOUT_ARTICLES: Final = frozenset({"Czech", "Polish", "Russian", "Ukrainian"})
# What joins on a noun as well: `after his death`.
_PREPOSITIONS: Final = frozenset(
    ("after", "before", "since", "until", "following", "despite", "während", "trotz", "après",
     "avant", "malgré", "dopo", "prima", "после", "несмотря", "ondanks", "trots", "tross", "trods")
)  # fmt: skip


class _Clause(NamedTuple):
    """The last clause of a gap, with the words before it.

    Attributes:
        vocabulary: the words of the text's language.
        text: the text.
        lead: the gap's words before the border.
        border: the word that joins the clause on; empty where a mark alone parts it.
        words: the gap's words behind the border.
        following: the word right behind the gap.
        mark: the mark before the clause; empty where it has none.
    """

    vocabulary: Vocabulary
    text: str
    lead: list[Word]
    border: str
    words: list[Word]
    following: Word
    mark: str

    @property
    def is_joined(self) -> bool:
        """Whether the clause is of the same kind as what goes before: `and`, `or`."""
        return self.border in self.vocabulary.coordinators

    @property
    def is_fragment(self) -> bool:
        """Whether the clause may be all that the gap leaves out, but for small words."""
        return not any(map(self.is_open, self.lead))

    def kinds(self, word: Word) -> frozenset[str]:
        return self.vocabulary.naming.of_word(word.text)

    def is_open(self, word: Word) -> bool:
        """Whether a word may be a verb or a noun."""
        vocabulary = self.vocabulary
        small = word.text in vocabulary.small_words or word.text in vocabulary.joining
        return not small and not word.text.isdigit() and not self.kinds(word) & _CLOSED

    def points(self, word: Word) -> bool:
        """Whether a noun follows a word: an article, a possessive."""
        return "determiner" in self.kinds(word)

    def counts(self, word: Word) -> bool:
        """Whether a word is a number, and no article."""
        return word.text.isdigit() or self.vocabulary.is_number(word.text)


def leaves_a_clause_open(vocabulary: Vocabulary, text: str, start: int, end: int) -> bool:
    """Whether a gap within a sentence begins a clause that goes on behind the gap.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        start: where the gap begins, in code points.
        end: where it ends, exclusive.
    """
    if not vocabulary.spaced:
        return _is_parted(text, start, end)
    words = vocabulary.words(text, start, end)
    following = next(iter(vocabulary.words(text, end, min(len(text), end + _FAR))), None)
    if not words or not following or _MARK.search(text, words[-1].end, following.start):
        return False
    if _says_what_follows(vocabulary, text, words):
        return True
    clause = _last_clause(vocabulary, text, start, words, following)
    return clause is not None and (
        _governs_object(clause)
        or bool(clause.lead and _SEMICOLON.search(clause.mark))
        or _ends_with_border(clause)
        or _begins_with_pronoun(clause)
        or _goes_parallel(clause)
        or _ends_with_relative(clause)
        or _ends_with_subject(clause)
        or _ends_alike(clause)
    )


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether a mark parts a gap of a script without blanks, and none ends it: `泳池，保留`."""
    last = next(reversed([*_MARK.finditer(text, start, end)]), None)
    return last is not None and all(
        _LETTER.search(text, *span) for span in ((start, last.start()), (last.end(), end))
    )


def _says_what_follows(vocabulary: Vocabulary, text: str, words: list[Word]) -> bool:
    """Whether somebody says or knows what follows: `learned that the owner`, `knows the owner`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        words: the gap's.
    """
    start, end = words[0].start, words[-1].end
    cues = vocabulary.attributions(text, start, end)
    for before, cue in pairwise(cues):
        is_near = vocabulary.distance(text, before.end, cue.start) <= _REACH_OF_THAT
        if "that" in cue.kinds and _RELATED & before.kinds and is_near:
            return cue.end < end and not _MARK.search(text, cue.end, end)
    if not cues or cues[0].start > start or not _RELATED & cues[0].kinds:
        return False
    subject = [word for word in words if word.start >= cues[0].end]
    return (
        _FEWEST_OF_A_SUBJECT <= len(subject) <= _LONGEST_OWNER
        and "determiner" in vocabulary.naming.of_word(subject[0].text)
        and not _MARK.search(text, start, end)
    )


def _last_clause(
    vocabulary: Vocabulary, text: str, start: int, words: list[Word], following: Word
) -> _Clause | None:
    """The last clause of a gap; None where the gap has no border of clauses.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        start: where the gap begins, in code points.
        words: the gap's.
        following: the word behind it.
    """
    borders = vocabulary.joining | vocabulary.purposes | frozenset(vocabulary.that.split())
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        mark = _MARK.search(text, words[at - 1].end if at else start, word.start + 1)
        # German articles join a clause on, too, behind a comma.
        alone = "determiner" not in vocabulary.naming.of_word(word.text)
        joins = word.text in borders and (alone or mark is not None)
        if mark or joins:
            return _Clause(
                vocabulary,
                text,
                words[:at],
                word.text if joins else "",
                words[at + joins :],
                following,
                mark[0] if mark else "",
            )
    return None


def _governs_object(clause: _Clause) -> bool:
    """Whether the clause ends in a verb whose object follows: `and keep [the school]`."""
    words = [*clause.words, clause.following]
    at = len(words) - 1
    if at and clause.points(words[at - 1]):
        at -= 1  # `and keep the [school]`
    if not at or not clause.points(words[at]) or not clause.is_open(words[at - 1]):
        return False
    joined = clause.border in clause.vocabulary.joining or not clause.border
    if clause.is_fragment and not joined:
        return False  # `expected [to get] the prize`
    lead = words[: at - 1]
    if len(lead) >= _FEWEST_OF_A_SUBJECT and clause.points(lead[0]):
        lead = lead[1:]  # `and the bank keeps [the school]`
    return not clause.text[words[at - 1].start].isupper() and not any(map(clause.points, lead))


def _ends_with_border(clause: _Clause) -> bool:
    """Whether a comma and what joins a clause on end the gap: `, der [die Schule schließt]`."""
    joins = bool(clause.border and clause.mark) and not clause.is_joined
    return joins and bool(clause.lead) and not clause.words and clause.points(clause.following)


def _begins_with_pronoun(clause: _Clause) -> bool:
    """Whether a pronoun begins the clause: `and we will keep`."""
    if not clause.words or clause.is_fragment:
        return False
    kinds = clause.kinds(clause.words[0])
    return "pronoun" in kinds and "determiner" not in kinds


def _goes_parallel(clause: _Clause) -> bool:
    """Whether the gap begins as what follows it does: `[in May and fell] in June`."""
    if not clause.lead or not any(map(clause.is_open, clause.words)):
        return False
    first, following = clause.lead[0], clause.following
    if clause.counts(first) and clause.counts(following):
        return True
    small = following.text in clause.vocabulary.small_words and not clause.kinds(following)
    return (
        first.text == following.text and small and following.text not in clause.vocabulary.joining
    )


def _ends_with_relative(clause: _Clause) -> bool:
    """Whether a clause about a noun of the gap ends before its verb: `the man who had`."""
    vocabulary = clause.vocabulary
    is_relative = clause.border in vocabulary.relatives
    if clause.is_fragment or not clause.words or not (is_relative or clause.border == "that"):
        return False
    closed = not any(map(clause.is_open, clause.words))
    return closed or (is_relative and len(clause.words) == 1 and clause.is_open(clause.following))


def _ends_with_subject(clause: _Clause) -> bool:
    """Whether the clause ends before its verb: `; the owner`, `when the owner`, `and the owner`."""
    if not clause.words or not (clause.lead or (clause.border and not clause.is_joined)):
        return False
    vocabulary = clause.vocabulary
    joined = clause.border in vocabulary.joining - _PREPOSITIONS or not clause.border
    if not joined or clause.following.text in vocabulary.joining:
        return False
    subject = clause.words
    if not _FEWEST_OF_A_SUBJECT <= len(subject) <= _LONGEST_SUBJECT:
        return False
    if not clause.points(subject[0]) or not clause.is_open(subject[-1]):
        return False
    modal = "doubt" in vocabulary.turning.of_word(clause.following.text)
    # `by the old and the new [owner]` joins no clause on.
    return not clause.is_joined or (
        clause.is_open(clause.lead[0]) and (modal or clause.is_open(clause.following))
    )


def _ends_alike(clause: _Clause) -> bool:
    """Whether a word is joined on that ends as the verb before the gap: `и сохраним`."""
    vocabulary = clause.vocabulary
    if vocabulary.name not in _WITHOUT_ARTICLES or not clause.is_joined or len(clause.words) != 1:
        return False
    if not clause.lead or not all(
        map(clause.is_open, (clause.lead[0], clause.words[0], clause.following))
    ):
        return False
    at = clause.lead[0].start
    before = vocabulary.words(clause.text, max(0, at - _FAR), at)[-1:]
    return bool(before) and before[0].text[-1] == clause.words[0].text[-1]
