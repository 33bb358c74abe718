"""Somebody else than a given speaker, whose word a source says a passage is: `said Poe`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.attribution import alike, attribution_of, name_words
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.relay import inner_relay
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.anchor.speech import block_around, quotations_within
from claimcheck.assessment.article_persons import names_in
from claimcheck.assessment.printed_attributions import CALENDAR, printed_attribution

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.anchor.languages.vocabulary import Vocabulary

# Whoever says these speaks of what they say themselves: `I think that`, `creo que`.
_OWN_WORDS: Final = (
    "i we let i'd i'll i'm i've we'd we'll we're we've ich wir je j' nous yo nosotros nosotras "
    "io noi eu nós ik wij jag vi jeg creo pienso digo dije sé espero considero supongo opino "
    "creemos pensamos decimos penso credo dico spero immagino crediamo diciamo acho creio suponho "
    "achamos sappiamo sabemos je пишу я мы"
)
_OWN: Final = frozenset(_OWN_WORDS.split())
# Nor where they only hear it: `I was told that`.
_HEARS: Final = re.compile(
    r"(?<!\w)(?:i|we)(?:'ve| have| had)? (?:(?:been|was|were|got|am|are) (?:\w+ )?"
    r"(?:told|informed|assured|warned)|heard|read)(?!\w)",
    re.IGNORECASE,
)
# Whoever does this before an utterance says what another has said.
_QUOTING: Final = re.compile(
    r"(?<!\w)(?<!(?:was|ere|een|are|ing) )(?<!is )(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)"
    r"|read(?:s|ing)? (?:\w+ )?(?:from|out|aloud)|recit(?:es|ed|ing)|paraphras(?:es|ed|ing)"
    r"|zitiert(?:e|en)?|las aus|liest aus|verlas|citant|citait|cite|citó|citaba|citando|cita"
    r"|leyó de|leyendo|lisant|lut|lesse|leggendo|citava|citou)(?!\w)(?! as )",
    re.IGNORECASE,
)
_OWNER: Final = re.compile(r"([^\W\d_][\w-]*)['’]s?(?!\w)")
# Who may speak for an organisation that is named elsewhere.
_REPRESENTS: Final = re.compile(
    r"(?<!\w)(?:spokes\w+|chief|ceo|executives?|chair\w*|director|managers?|president|head"
    r"|secretary|officials?|owner|founder|\w*sprecher(?:in)?|geschäftsführer\w*|vorst\w+"
    r"|direktor\w*|\w*chef(?:in)?|\w*leiter(?:in)?|präsident\w*|porte-parole|direct\w+|présid\w+"
    r"|portavoz|gerente|president[ae]|direttor\w*|portavoce|porta-voz)(?!\w)",
    re.IGNORECASE,
)
_MARKS: Final = " \n:\"“”„«»‘’'—–"
_INTRODUCING: Final = (":", ",")
# Fewer words have no subject.
_FEWEST_WORDS: Final = 2
_WORD: Final = re.compile(r"[\w']+")
_RUN: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w’'-]*)*")
# The subject of a verb that follows: `Roe had`.
_NAMED: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]+(?: (?:had|has|have))?\s*\Z")


class Differing(NamedTuple):
    """Who a source says that speaks, where that is not whoever is given.

    Attributes:
        words: the words beside the passage that say so; "" where none do.
        name: the name in them; "" where the speaker who is given only relays the passage.
    """

    words: str = ""
    name: str = ""


def differing_speaker(text: str, start: int, end: int, names: Collection[str]) -> Differing:
    """Return who speaks by the words beside a passage, if they name none of some names.

    Args:
        text: the source's text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
        names: the names of the speaker who is given, in lower case.

    Returns:
        Nobody where the words name nobody, the speaker who is given, or perhaps somebody who
        speaks for them.
    """
    own = _words_of(names)
    vocabulary = vocabulary_at(text, start, end)
    if not own or vocabulary is None or not vocabulary.spaced:
        return Differing()
    low, high = sentence_start(text, start), sentence_end(text, end)
    spans = quotations_within(text, *block_around(text, start, end))
    utterance = next((span for span in spans if span[0] <= start and end <= span[1]), None)
    if utterance and (
        words := inner_speaker(text, (utterance[0] + 1, utterance[1]), start, end, names)
    ):
        return Differing(words)
    if alike(own, name_words(f"{text[low:start]} {text[end:high]}")):
        return Differing(
            _relaying(text, low, utterance[0] if utterance else start, own, quoted=bool(utterance))
        )
    # A passage may hold whose word it is: `Poe said that the ferry had sunk`.
    inside = vocabulary.attributions(text, start, end)
    holds = alike(own, name_words(text[start:end])) and any("report" in cue.kinds for cue in inside)
    return Differing() if holds else _named_beside(text, start, end, names, vocabulary)


def _named_beside(
    text: str, start: int, end: int, names: Collection[str], vocabulary: Vocabulary
) -> Differing:
    """Return whom the words beside a passage name, if that is nobody of some names."""
    own = _words_of(names)
    printed = printed_attribution(text, start, end)
    if not printed.shown:
        low, high = sentence_start(text, start), sentence_end(text, end)
        printed = attribution_of(text, start, end, low, high)
    theirs = printed.names - CALENDAR - {word.casefold() for word in _OWNER.findall(printed.shown)}
    # `the council's engineer` may be anybody, and in German every noun has a capital.
    is_german = vocabulary.name == "German"
    if printed.pronoun or not theirs or (is_german and _persons(text).isdisjoint(theirs)):
        return Differing()
    if alike(own, name_words(printed.shown)) or _REPRESENTS.search(printed.shown):
        return Differing()
    given = {name.split()[-1] for name in names}
    if _persons(text).isdisjoint(given) and not given.isdisjoint(_words(text)):
        return Differing()  # perhaps an organisation
    runs = (run[0] for run in _RUN.finditer(printed.shown))
    name = next((run for run in runs if not theirs.isdisjoint(name_words(run))), "")
    return Differing(printed.shown, name) if name else Differing()


def inner_speaker(
    text: str, utterance: tuple[int, int], start: int, end: int, names: Collection[str]
) -> str:
    """Return the words by which somebody relays another's words in what they say: `they tell us`.

    Args:
        text: the text.
        utterance: where what they say begins and ends, in code points.
        start: where the passage begins.
        end: where it ends, exclusive.
        names: the names of the speaker who is given, in lower case.
    """
    own = _words_of(names)
    low, high = (
        max(utterance[0], sentence_start(text, start)),
        min(utterance[1], sentence_end(text, end)),
    )
    lead = text[low:start].replace("’", "'").strip(_MARKS)
    if alike(own, name_words(f"{lead} {text[end:high]}")):
        return ""
    words = _WORD.findall(lead.casefold())
    if _OWN.intersection(words) and not _HEARS.search(lead):
        return ""
    # A word or two out of somebody's sentence have no subject that could relay anything.
    is_clause = len(words) >= _FEWEST_WORDS and lead[:1].isupper()
    return inner_relay(text, utterance, start, end) if is_clause else ""


def _relaying(text: str, low: int, start: int, own: frozenset[str], *, quoted: bool) -> str:
    """Return the words of a sentence by which somebody relays what another says: `Poe quoted Roe:`.

    Args:
        text: the text.
        low: where the sentence begins, in code points.
        start: where what is said begins.
        own: the words of somebody's names.
        quoted: whether it stands in quotation marks.
    """
    shown = " ".join(text[low:start].split()).strip(' ,:;—–“„«"')
    # What `citing concerns about “…”` has in marks are its own words.
    introduces = quoted and text[low:start].rstrip()[-1:] in _INTRODUCING
    quoting = _QUOTING.search(text, low, start) if introduces else None
    if quoting:
        # `Quoting Roe, Poe said`
        first, _, rest = text[quoting.end() : start].partition(",")
        opens = quoting.start() - low <= 1 and bool(rest.strip()) and name_words(first)
        behind = first if opens else text[quoting.end() : start]
        return "" if alike(own, name_words(behind)) else shown
    vocabulary = vocabulary_at(text, start, start)
    cues = vocabulary.attributions(text, low, start) if vocabulary else []
    verbs = [cue for cue in cues if "report" in cue.kinds][-2:]
    if len(verbs) < 2 or not alike(own, name_words(text[low : verbs[0].start])):
        return ""
    subject = text[verbs[0].end : verbs[1].start]
    return shown if _NAMED.search(subject) and not alike(own, name_words(subject)) else ""


def _words_of(names: Collection[str]) -> frozenset[str]:
    """The words of names, and their initials: `DNC`."""
    initials = ("".join(word[0] for word in name.split()) for name in names)
    return frozenset(word for word in initials if len(word) > 2).union(*map(name_words, names))


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return name_words(text)


@lru_cache(maxsize=256)
def _persons(text: str) -> frozenset[str]:
    """The last names of those whom a text names in full."""
    return frozenset(words[-1] for _start, _end, words in names_in(text, 0, len(text)))
