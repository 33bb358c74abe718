"""What a writer's square brackets may do to the source's words, and what they hide.

A bracket may change the case of one letter (`[T]he`), inflect a word (`walk[ed]`), stand for a
pronoun (`[Trump]` for `he`), or add a few words that neither count, doubt, negate nor take back.
What the source prints at that very place is looked at, at a quote's ends too: a bracket for another
word is a claim of the writer's that nobody can check against the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.bracket_words import PREPOSITIONS, Bracket
from claimcheck.anchor.difference import plain_words
from claimcheck.anchor.inflection import declines, ending_trouble, forms_of_one_word
from claimcheck.anchor.languages.vocabulary import NO_WORDS
from claimcheck.anchor.languages.word_table import POINTING, normal
from claimcheck.anchor.lexicon import POLITE, PRONOUNS
from claimcheck.anchor.punctuation import COLONS, PAUSES, STOPS
from claimcheck.anchor.sentences import sentence_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Word

# How far around a bracket, in characters, the source may name whom it stands for.
_NAMED_BEFORE: Final = 3000
_NAMED_BEHIND: Final = 300
_LEADING_ENDING: Final = re.compile(r"[’'ʼ]?[^\W\d_]*")
_LAST_WORD: Final = re.compile(r"[^\W\d_]*\Z")
_POSSESSIVE: Final = re.compile(r"['’ʼ]s\Z")
# What ends the clause that a bracket at a quote's end belongs to.
_CLAUSE: Final = re.compile(rf"[{STOPS}{PAUSES}{COLONS}—–()（）\[\]\n\"“”„«»]|(?<=\s)-(?=\s)|--")
# Blotted out, left blank, or starred by a censor.
_REDACTED: Final = re.compile(r"_{2,}|\*{2,}|[█▇▆■▓]|\bX{4,}\b|\[\W*(?i:redacted)\W*\]")
_CLOSE: Final = 24
_FORBIDDEN: Final = (
    ("negation", "the words in square brackets negate"),
    ("reversal", "the words in square brackets turn the sentence"),
    ("condition", "the words in square brackets set a condition"),
    ("doubt", "the words in square brackets say how sure it is"),
    ("limit", "the words in square brackets say how many"),
    ("number", "the words in square brackets hold a number"),
    ("quantifier", "the words in square brackets say how many"),
)
_JUDGES: Final = frozenset({"judgement", "modifier"})
# `[Roe’s] plan` is not what `the plan` says.
_ARTICLES: Final = {
    "English": ("the", "a", "an"),
    "French": ("le", "la", "les", "l'", "un", "une"),
    "Spanish": ("el", "la", "los", "las", "un", "una"),
    "Italian": ("il", "lo", "la", "i", "gli", "le", "l'", "un", "una"),
    "Portuguese": ("o", "a", "os", "as", "um", "uma"),
    "Dutch": ("de", "het", "een"),
    "German": ("der", "die", "das", "den", "dem", "des", "ein", "eine"),
    "Greek": ("ο", "η", "το", "οι", "τα", "του", "της"),
}
# Inflected names share all letters but the last two.
_LETTERS_OF_A_NAME: Final = 5
# In German every noun is written with a capital.
_CAPITAL_NOUNS: Final = "German"
# Languages whose names have no endings.
_WITHOUT_CASES: Final = frozenset(
    {"English", "French", "Spanish", "Italian", "Portuguese", "Dutch"}
)


class Judgement(NamedTuple):
    """Why brackets may not stand where they do, or what a person should look at.

    `start` and `end` are the offsets of what the source prints in their place.
    """

    refused: str = ""
    doubt: str = ""
    start: int = 0
    end: int = 0


def _forbidden(vocabulary: Vocabulary | None, words: str) -> str:
    """Say which of a bracket's words a source would have to answer for, by its language."""
    if vocabulary is None:
        return ""
    words = PREPOSITIONS.sub("", words)
    kinds = {
        kind
        for cues in (vocabulary.cues(words), vocabulary.names(words))
        for cue in cues
        for kind in cue.kinds
    }
    return next((reason for kind, reason in _FORBIDDEN if kind in kinds), "")


@dataclass(frozen=True, slots=True)
class Slot:
    """Brackets of a quote, and the text where they stand.

    Attributes:
        vocabulary: the words of the source's language, if it is known.
        text: the source's text.
        brackets: those that stand side by side, without remarks such as `[sic]`.
    """

    vocabulary: Vocabulary | None
    text: str
    brackets: tuple[Bracket, ...]

    @property
    def words(self) -> str:
        """The words that the writer put in."""
        return " ".join(bracket.words for bracket in self.brackets)

    def without_first(self) -> Slot:
        """The same without its first bracket."""
        return Slot(self.vocabulary, self.text, self.brackets[1:])


def site_of(vocabulary: Vocabulary | None, text: str, brackets: Iterable[Bracket]) -> Slot:
    """Gather the brackets that stand for something.

    Args:
        vocabulary: of the text's language; None where it is not known.
        text: the source's text.
        brackets: a quote's brackets, in order.
    """
    return Slot(vocabulary, text, tuple(bracket for bracket in brackets if not bracket.is_remark))


def stand_between(site: Slot, before: tuple[int, int], start: int) -> Judgement:
    """Say whether brackets may stand for what the source prints between two parts of a quote.

    Args:
        site: the brackets between the two parts.
        before: the part before them, in code points.
        start: where the part behind them begins.
    """
    end = before[1]
    if site.brackets and _REDACTED.search(site.text, end, start):
        return _FILLS
    if not (site.brackets and site.brackets[0].ends_a_word):
        return _stand_for(site, end, start)
    stem = _LAST_WORD.search(site.text[before[0] : end])
    ending = next(_LEADING_ENDING.finditer(site.text, end, start))
    if trouble := ending_trouble(stem, ending[0], site.brackets[0].words):
        return Judgement(trouble)
    return _stand_for(site.without_first(), ending.end(), start)


def _stand_for(site: Slot, end: int, start: int) -> Judgement:
    """Say whether brackets may stand for what the source prints between two offsets."""
    gap = site.text[end:start]
    gap_words = [_POSSESSIVE.sub("", word) for word in plain_words(gap)]
    gap_words = [word for word in gap_words if any(map(str.isalnum, word))]
    shown = " ".join(gap.split())
    if not gap_words:
        return _gloss(site, end)
    if not site.brackets:
        return Judgement(f"nothing stands for “{shown}”")
    span = start - len(gap.lstrip()), end + len(gap.rstrip())
    bracket_words = plain_words(site.words)
    if _differ_in_letters(site.words, shown):
        if len(bracket_words) == len(gap_words) == 1 and forms_of_one_word(
            bracket_words[0], gap_words[0]
        ):
            return Judgement(start=span[0], end=span[1])
        if _are_pronouns(site.vocabulary, gap_words, gap):
            return _referent(site, span)
    return Judgement(f"square brackets stand for “{shown}”")


def stand_before(site: Slot, low: int, start: int) -> Judgement:
    """Say whether brackets may stand for what the source prints right before a part of a quote.

    Args:
        site: the brackets before the part.
        low: where its sentence begins, or the part before it ends, in code points.
        start: where the part begins.
    """
    if not site.brackets:
        return Judgement(start=start, end=start)
    if _REDACTED.search(site.text, max(low, start - _CLOSE), start):
        return _FILLS
    for stop in _CLAUSE.finditer(site.text, low, start):
        low = stop.end()
    words_beside = _words(site.vocabulary, site.text, low, start)
    if not words_beside:
        return _gloss(site, start)
    bracket_words = _words(site.vocabulary, site.words)
    if tail := _same(site.vocabulary, bracket_words[::-1], words_beside[::-1], str.endswith):
        return Judgement(start=words_beside[-tail].start, end=words_beside[-1].end)
    judged = _in_place_of(site, bracket_words, words_beside[-1:])
    silent = not (judged.refused or judged.doubt)
    articles = _ARTICLES.get(site.vocabulary.name, ()) if site.vocabulary else ()
    if silent and words_beside[-1].text in articles and _content(site.vocabulary, bracket_words):
        return judged._replace(doubt=f"square brackets stand for “{words_beside[-1].text}”")
    return judged


def stand_behind(site: Slot, end: int, high: int) -> Judgement:
    """Say whether brackets may stand for what the source prints right behind a part of a quote.

    Args:
        site: the brackets behind the part.
        end: where the part ends, in code points.
        high: where its sentence ends, or the next part begins.
    """
    if not site.brackets:
        return Judgement(start=end, end=end)
    if _REDACTED.search(site.text, end, min(high, end + _CLOSE)):
        return _FILLS
    stop = _CLAUSE.search(site.text, end, high)
    high = stop.start() if stop else high
    words_beside = _words(site.vocabulary, site.text, end, high)
    if not words_beside:
        return _gloss(site, end)
    bracket_words = _words(site.vocabulary, site.words)
    if head := _same(site.vocabulary, bracket_words, words_beside, str.startswith):
        return Judgement(start=words_beside[0].start, end=words_beside[head - 1].end)
    return _in_place_of(site, bracket_words, words_beside[:2])


_FILLS: Final = Judgement("a bracket stands for what the source has blotted out")


def _in_place_of(site: Slot, bracket_words: list[Word], words_beside: list[Word]) -> Judgement:
    """Say whether a bracket at a quote's end may stand for the word that the source has there.

    `words_beside` holds that word and, behind a quote, the one that follows it.
    """
    shown = " ".join(site.text[word.start : word.end] for word in words_beside)
    refused = Judgement(f"square brackets stand for “{shown}”")
    vocabulary = site.vocabulary
    if vocabulary is None:
        return refused
    if not vocabulary.spaced:
        return _in_place_of_signs(site, vocabulary, words_beside) or refused
    beside = words_beside[0]
    passes = Judgement(start=beside.start, end=beside.end)
    kinds = vocabulary.naming.of_word(beside.text)
    means = bool(_content(vocabulary, bracket_words))
    owns = means and "determiner" in kinds and _has_a_noun(vocabulary, words_beside)
    if "pronoun" not in kinds or owns:
        return refused
    if not means:
        return passes
    joins = "that" in vocabulary.turning.of_word(beside.text)
    if joins:
        return passes._replace(doubt=refused.refused)
    return _referent(site, (beside.start, beside.end))


def _has_a_noun(vocabulary: Vocabulary, words_beside: list[Word]) -> bool:
    """Whether a noun stands beside a determiner: `the plan`, `rencana itu`."""
    follows = len(words_beside) > 1 and not _is_small(vocabulary, words_beside[1].text)
    return vocabulary.noun_first or follows


def _in_place_of_signs(
    site: Slot, vocabulary: Vocabulary, words_beside: list[Word]
) -> Judgement | None:
    """The same in a script without blanks, where a pronoun is found at the edge of a clause."""
    low, high = words_beside[0].start, words_beside[-1].end
    for cue in vocabulary.names(site.text, low, high):
        if "pronoun" in cue.kinds and (cue.start == low or cue.end == high):
            return _referent(site, (cue.start, cue.end))
    return None


def _referent(site: Slot, span: tuple[int, int]) -> Judgement:
    """The verdict on brackets that stand for a pronoun."""
    if forbidden := _forbidden(site.vocabulary, site.words):
        return Judgement(forbidden)
    return Judgement(doubt=_doubt_of_referent(site, span[0]), start=span[0], end=span[1])


def _gloss(site: Slot, at: int) -> Judgement:
    """The verdict on brackets that stand for nothing in the source."""
    if forbidden := _forbidden(site.vocabulary, site.words):
        return Judgement(forbidden)
    return Judgement(doubt=_doubt_of_gloss(site, at) if site.brackets else "", start=at, end=at)


def _words(
    vocabulary: Vocabulary | None, text: str, start: int = 0, end: int | None = None
) -> list[Word]:
    return (vocabulary or NO_WORDS).words(text, start, end)


def _content(vocabulary: Vocabulary | None, words: Iterable[Word]) -> list[Word]:
    """The words that are no pronouns, articles or determiners."""
    if vocabulary is None:
        return [word for word in words if word.text not in PRONOUNS]
    return [word for word in words if not vocabulary.naming.of_word(word.text) & POINTING]


def _is_small(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word is a preposition or conjunction, so that no noun begins with it."""
    kinds = vocabulary.naming.of_word(word)
    return word in vocabulary.small_words and not kinds & POINTING


def _same(
    vocabulary: Vocabulary | None,
    bracket_words: list[Word],
    words_beside: list[Word],
    touches: Callable[[str, str], bool],
) -> int:
    """How many of the words beside a part a bracket repeats; 0 if it has others.

    Args:
        vocabulary: the words of the source's language, if it is known.
        bracket_words: the bracket's words, the nearest to the part first.
        words_beside: the source's words there, the nearest to the part first.
        touches: says, where no blanks part words, that a text begins or ends with another.
    """
    if vocabulary is not None and not vocabulary.spaced:
        joined = "".join(word.text for word in sorted(bracket_words, key=lambda word: word.start))
        return int(bool(joined) and touches(words_beside[0].text, joined))
    content = [word.text for word in _content(vocabulary, bracket_words)]
    at = 0
    for word in content:
        while at < len(words_beside) and not _content(vocabulary, words_beside[at : at + 1]):
            at += 1
        same = at < len(words_beside) and (
            words_beside[at].text == word or forms_of_one_word(word, words_beside[at].text)
        )
        if not same:
            return 0
        at += 1
    return at


def _are_pronouns(vocabulary: Vocabulary | None, words: list[str], gap: str) -> bool:
    if set(words) <= PRONOUNS:
        return True
    if vocabulary is None:
        return False
    if vocabulary.spaced:
        return all(vocabulary.naming.of_word(word) & POINTING for word in words)
    covered = sum(cue.end - cue.start for cue in vocabulary.names(gap) if cue.kinds & POINTING)
    return covered == sum(map(str.isalnum, gap))


def _doubt_of_referent(site: Slot, at: int) -> str:
    """Say that a source does not name, near a place, whom a bracket there is said to mean."""
    words = site.words
    high = at + _NAMED_BEHIND
    pronoun = next(iter(_words(site.vocabulary, site.text, at, high)), None)
    genders = site.vocabulary.genders if site.vocabulary else ()
    if pronoun and any(pronoun.text in gender for gender in genders):
        high = min(high, sentence_end(site.text, at))  # `he` is nobody who is named only later
    window = site.text[max(0, at - _NAMED_BEFORE) : high]
    for word in _content(site.vocabulary, _words(site.vocabulary, words)):
        written = words[word.start : word.end]
        if not _is_named(site.vocabulary, window, _POSSESSIVE.sub("", written)):
            return f"the source does not name “{written}” near it"
    return ""


def _is_named(vocabulary: Vocabulary | None, window: str, name: str) -> bool:
    """Whether a stretch of a text has a name, in another case even: `Karla` has no `Karl`.

    Args:
        vocabulary: the words of the text's language, if it is known.
        window: the stretch.
        name: the name, or another word.
    """
    has_cases = vocabulary is None or vocabulary.name not in _WITHOUT_CASES
    has_cases = has_cases or not name[0].isupper()
    stem = name[:-2] if has_cases and len(name) > _LETTERS_OF_A_NAME else name
    begins_word = vocabulary is not None and vocabulary.spaced and not vocabulary.prefixes
    for named in re.finditer(re.escape(stem), window, re.IGNORECASE):
        start, end = named.span()
        if name[0].isupper() and not window[start].isupper():
            continue
        inside = begins_word and window[max(0, start - 1) : start].isalnum()
        longer = not has_cases and window[end : end + 1].isalpha()
        if not inside and not longer:
            return True
    return False


def doubt_of_form(site: Slot, bracket: Bracket, judgement: Judgement) -> str:
    """Say that a source prints another name much alike, or another case: `[mořem]` for `moře`.

    Args:
        site: where the bracket stands.
        bracket: what the writer put in.
        judgement: what it stands for.
    """
    printed, words = site.text[judgement.start : judgement.end].strip(), bracket.words
    if printed.lower() == words.lower() or bracket.ends_a_word:
        return ""
    if _of_another_gender(site.vocabulary, printed, words) or _of_who_speaks(
        site.vocabulary, printed, words
    ):
        return f"the source prints “{printed}”"
    if declines(site.vocabulary):
        bracket_words, printed_words = plain_words(words), plain_words(printed)
        forms = any(
            forms_of_one_word(word, other) for word in bracket_words for other in printed_words
        )
        return f"the source prints “{printed}”" if forms else ""
    alike = printed.startswith(words) or words.startswith(printed)
    names = printed[:1].isupper() and words.isalpha() and printed.isalpha()
    without_cases = site.vocabulary is not None and site.vocabulary.name in _WITHOUT_CASES
    return f"the source prints “{printed}”" if without_cases and alike and names else ""


def _of_another_gender(vocabulary: Vocabulary | None, printed: str, words: str) -> bool:
    """Whether a pronoun stands for a woman and its bracket for a man, or the other way round."""
    genders = vocabulary.genders if vocabulary else ()
    bracket_word, printed_word = normal(words), normal(printed)
    return any(bracket_word in gender for gender in genders if printed_word not in gender) and any(
        printed_word in gender for gender in genders if bracket_word not in gender
    )


def _of_who_speaks(vocabulary: Vocabulary | None, printed: str, words: str) -> bool:
    """Whether a bracket makes whoever speaks of somebody else: `[I]` for “he”."""
    if vocabulary is None or "pronoun" not in vocabulary.naming.of_word(normal(printed)):
        return False
    first_person = vocabulary.first_person.split()
    return normal(words) in first_person and normal(printed) not in first_person


def _doubt_of_gloss(site: Slot, at: int) -> str:
    """Say what a bracket that stands for nothing adds: a name, a judgement."""
    vocabulary, words = site.vocabulary, site.words
    if vocabulary is None:
        return "nothing is known here of the language that it stands in"
    cues = vocabulary.names(words) + vocabulary.cues(words)
    if any(cue.kinds & _JUDGES for cue in cues):
        return "it judges"
    content = _content(vocabulary, _words(vocabulary, words))
    names = [words[word.start : word.end] for word in content]
    if any(name.lower() != name.upper() for name in names):
        names = [name for name in names if name[:1].isupper()]
    if not names:
        return _doubt_of_word(site, at, content)
    before = _words(vocabulary, site.text, max(0, at - _CLOSE), at)
    pronoun = bool(before) and "pronoun" in vocabulary.naming.of_word(before[-1].text)
    if pronoun or vocabulary.name == _CAPITAL_NOUNS:
        return _doubt_of_referent(site, at)
    return f"it adds a name (“{names[0]}”)"


def _doubt_of_word(site: Slot, at: int, content: list[Word]) -> str:
    """Say that a gloss says what the source does not say near: `the [stolen] car`.

    Args:
        site: where the gloss stands.
        at: the place, in code points.
        content: its words but for pronouns and articles.
    """
    if site.vocabulary is None or not site.vocabulary.spaced:
        return ""
    window = site.text[max(0, at - _NAMED_BEFORE) : at + _NAMED_BEHIND]
    small = site.vocabulary.small_words
    for word in content:
        if word.text not in small and not _is_named(site.vocabulary, window, word.text):
            return f"the source does not say “{word.text}” near it"
    return ""


def _differ_in_letters(words: str, shown: str) -> bool:
    """Whether more differs than case, but for articles and pronouns: not `[polish]`, `[US]`."""
    if words.lower() != shown.lower() or words == shown:
        return True
    return words[1:] == shown[1:] and words.lower() in PRONOUNS - POLITE


__all__ = [
    "Bracket",
    "Judgement",
    "Slot",
    "doubt_of_form",
    "site_of",
    "stand_before",
    "stand_behind",
    "stand_between",
]
