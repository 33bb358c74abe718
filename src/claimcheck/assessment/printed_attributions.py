"""Whose word a quotation is by what a source prints around it: `said Poe`, `Poe: “…”`."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.anchor.attribution import Attribution, attribution_of, name_words
from claimcheck.anchor.quotation_marks import quotations_in
from claimcheck.anchor.sentences import is_abbreviated, sentence_end, sentence_start

_CALENDAR_WORDS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "january february march april may june july august september october november december "
    "januar februar marz mai juni juli oktober dezember"
)
CALENDAR: Final = frozenset(_CALENDAR_WORDS.split())
# `Karin Holm: The ferry is …`, where more than one paragraph begins so.
_LABEL: Final = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?P<who>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [\w.’'-]+){0,4}):\s(?=\S)"
)
# `”, se quejó Amparo Llorca`: a word, whatever it means, and a name in full.
NAMED_BEHIND: Final = re.compile(
    r",?\s+(?:(?:se|si|s['’]est|s['’]|zich|sig|seg)\s*)?[^\W\d_A-ZÀ-ÖØ-Þ]{3,}\s+"
    r"(?:[^\W\d_A-ZÀ-ÖØ-Þ][\w-]*,?\s+){0,4}?"
    r"(?P<who>[^\W\d_a-zß-öø-ÿ][\w’'-]+(?: (?:de |van |von |der |di |da |dos |le |la )*"
    r"[^\W\d_a-zß-öø-ÿ][\w’'-]+)+)"
)
_STOP_WITHIN: Final = re.compile(r"[.!?…]\s+[^\W\d_a-zß-öø-ÿ]")
_STOPPED: Final = re.compile(r"[.!?…。！？]\W{0,3}\Z")
# How far around a passage, in characters, its paragraph is read.
_AROUND: Final = 1200


def printed_attribution(text: str, start: int, end: int) -> Attribution:
    """Return whose word a passage in quotation marks is, as its source prints it.

    Args:
        text: the source's text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.

    Returns:
        Whom the passage's sentence names, else its paragraph; of a passage without marks, the
        label of its paragraph; nobody where neither names anybody.
    """
    low = paragraph_start(text, start, start - _AROUND)
    high = text.find("\n\n", end, end + _AROUND + 2)
    high = min(len(text) if high < 0 else high, end + _AROUND)
    outer = [each for each in quotations_in(text[low:high]).quotations if each.depth == 0]
    around = [each for each in outer if each.start + low <= start and end <= each.end + low]
    if not around:
        return _labelled(text, low, start)
    start, end = around[0].start + low, around[0].end + low
    first, last = max(low, sentence_start(text, start)), sentence_end(text, end)
    bounds = [(first, last), (low, last), (first, high)]
    if _STOPPED.search(text, max(start, end - 4), end):
        bounds.insert(0, (first, end))  # what follows is the next sentence
    readings = (attribution_of(text, start, end, *pair) for pair in bounds)
    printed = next((reading for reading in readings if reading.shown), Attribution())
    if not printed.shown and (named := NAMED_BEHIND.match(text, end, last)):
        return Attribution(" ".join(named[0].split()).strip(" ,"), name_words(named["who"]))
    before = [each for each in outer if each.end + low <= start]
    if not printed.shown and before:
        # `“…,” said Olsen. “It is not the end.”`
        at, stop = before[-1].start + low, before[-1].end + low
        clause = text[stop:start].strip()
        if clause and not _STOPPED.search(clause[:-1]) and not _has_stop_within(clause):
            printed = attribution_of(text, at, stop, low, start)
    if printed.pronoun and not printed.names and start > low:
        # `Berg said it was a mistake. “I will fight,” he said.`
        stop = low + len(text[low:start].rstrip(' \n"“„«‘.!?'))
        earlier = attribution_of(text, stop, stop, max(low, sentence_start(text, stop - 1)), stop)
        return earlier if earlier.names else printed
    return printed


def paragraph_start(text: str, at: int, low: int = 0) -> int:
    """Return where the paragraph begins that a place of a text stands in, or a later place before.

    Args:
        text: the text.
        at: the place.
        low: the later place: a paragraph may be as long as the text.
    """
    low = max(0, low)
    empty = text.rfind("\n\n", max(0, low - 2), at)
    return max(low, empty + 2) if empty >= 0 else low


def _has_stop_within(clause: str) -> bool:
    stops = _STOP_WITHIN.finditer(clause)
    return not all(is_abbreviated(clause, stop.start()) for stop in stops)


def _labelled(text: str, low: int, start: int) -> Attribution:
    """Who speaks in a transcript: whose label stands before the passage, in its own paragraph."""
    labels = list(_LABEL.finditer(text, low, start + 1))
    if not labels or len(set(_LABEL.findall(text))) < 2:  # one label is a heading
        return Attribution()
    who = labels[-1]["who"]
    return Attribution(who, name_words(who))
