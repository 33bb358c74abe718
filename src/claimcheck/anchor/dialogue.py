"""Dialogue set with dashes: which words are spoken, and which are the narrator's."""

from __future__ import annotations

import re
from typing import Final

_DASHES: Final = "—–―"
_DIALOGUE: Final = re.compile(rf"\s*[{_DASHES}][ \u00a0\u202f\u2009]*(?=\S)")
_INSERTION: Final = re.compile(
    rf"(?P<close>[ \u00a0\u202f\u2009][{_DASHES}](?=[ \u00a0\u202f\u2009]?\w)|"
    rf"(?<=[.,!?…])[ \u00a0\u202f\u2009]?[{_DASHES}](?=[ \u00a0\u202f\u2009]?\w))"
)
_RESUMED: Final = re.compile(
    rf"(?:[.,;:][ \u00a0\u202f\u2009]*)?(?P<dash>[{_DASHES}])[.,;:]?[ \u00a0\u202f\u2009]*(?=\S)"
)
# `, säger hon och ler. – Vi ses`: behind a narrator's sentence somebody speaks again.
_AFTER_STOP: Final = re.compile(
    rf"(?<=[.!?…])[ \u00a0\u202f\u2009](?P<dash>[{_DASHES}])[ \u00a0\u202f\u2009]*"
    r"(?=[^\W\d_a-zà-öø-ÿ])"
)
# Verbs of saying that Scandinavian and Finnish papers set behind the comma: `, sier Hagen.`
_SAYING_WORDS: Final = (
    "sa sier seier sade säger siger sagde sanoi sanoo kertoo toteaa forteller fortalte "
    "berättar berättade fortæller mener menar mente menade skriver skrev svarer svarte svarar "
    "svarade svarede tilføyer tilføyde tilføjer tilføjede tillägger tillade legger "
    "konstaterer konstaterte konstaterar konstaterade konstaterede forklarer forklarte "
    "förklarar förklarade forklarede understreker understreket understryker underströk "
    "påpeker påpekte påpekar påpekade påpeger hevder hevdet hävdar hävdade hævder kommenterer "
    "kommenterte kommenterar ropte ropade råbte spør spurte frågar frågade spørger spurgte"
)
# Those that others set there, before a name or a pronoun alone: `, said Moe.`
_OTHER_WORDS: Final = (
    "said says asked replied dit disait répond répondit demanda répliqua murmura explique dijo "
    "dice respondió preguntó explica disse diz respondeu perguntou rispose chiese zegt zei vroeg "
    "antwoordde sagt sagte fragte antwortete rief mówi mówił mówiła powiedział powiedziała говорит "
    "сказал сказала"
)
_VERBS: Final = "|".join((*_SAYING_WORDS.split(), *_OTHER_WORDS.split()))
_SPEAKERS: Final = (
    "han|hun|hon|hen|de|dem|jeg|jag|vi|en|ei|et|ett|he|she|they|the|her|his|il|elle|le|la|un|une|"
    "él|ella|el|una|lui|lei|ele|ela|o|a|er|sie|der|die|hij|zij|ze|on|ona|он|она"
)
# A comma is the narrator's; what asks or calls belongs to what is spoken.
_BEHIND_SPEECH: Final = r"(?:,|(?<=[!?…]))\s+"
# `, dit-il.`: the narrator's words behind a comma, the verb joined to its pronoun.
_INVERTED: Final = re.compile(
    rf"{_BEHIND_SPEECH}(?:(?:\w+'|\w+’)?\w+-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous)\b"
    rf"|(?:{_VERBS})\s+(?:[A-ZÀ-ÖØ-ÞŁŚŻŹĆА-Я]|(?:{_SPEAKERS})\b))"
)
_SAYING: Final = re.compile(rf"{_BEHIND_SPEECH}(?:{'|'.join(_SAYING_WORDS.split())})\s")
_SCANDINAVIAN: Final = re.compile("[åäöøæÅÄÖØÆ]")
# `– Old hands –.`
_BETWEEN_DASHES: Final = re.compile(rf"\s?[{_DASHES}][.:]?\Z")
# Lines that begin with dashes, and end without a stop.
_LISTED: Final = re.compile(rf"[\w)][ \t]*\n[ \t]*[{_DASHES}]")
_ENDS_SPEECH: Final = frozenset(".,!?…:;。！？)]\"'”’»*_")


def utterances(text: str, start: int, end: int, marked: list[int]) -> list[tuple[int, int, int]]:
    """The utterances of a paragraph that begins with a dash, without the narrator's words.

    Args:
        text: the text.
        start: where the paragraph begins, in code points.
        end: where it ends, exclusive.
        marked: where quotations in marks begin in it.

    Returns:
        Of each utterance where its dash stands, and where its words begin and end.
    """
    head = _DIALOGUE.match(text, start, end)
    if head is None or any(at <= head.end() + 1 for at in marked):
        return []
    end = without_blanks(text, start, end)
    turns = []
    at, low = head.start() + len(head[0]) - len(head[0].lstrip()), head.end()
    narrator = _SAYING if _SCANDINAVIAN.search(text, start, end) else _INVERTED
    inverted = narrator.search(text, low, end)
    while True:
        insertion = _INSERTION.search(text, low, end)
        if inverted and inverted.start() < low:
            inverted = narrator.search(text, low, end)
        cut = min((match.start() for match in (insertion, inverted) if match), default=end)
        inner_end = without_blanks(text, low, cut)
        if any(map(str.isalnum, text[low:inner_end])):
            turns.append((at, low, inner_end))
        if insertion is not None and cut == insertion.start():
            resumed = _RESUMED.search(text, insertion.end(), end)
        else:
            resumed = _AFTER_STOP.search(text, cut, end)
        if resumed is None:
            break
        at, low = resumed.start("dash"), resumed.end()
    return turns if _is_spoken(text, head.end(), end, turns) else []


def _is_spoken(text: str, start: int, end: int, turns: list[tuple[int, int, int]]) -> bool:
    """Whether a dash begins speech: not an entry of a list, a byline or a heading between dashes.

    Speech begins with a capital, and has a narrator's words or ends with a stop.
    """
    while start < end and not text[start].isalnum():
        start += 1
    if not turns or text[start : start + 1].islower():
        return False
    if _BETWEEN_DASHES.search(text, start, end) or _LISTED.search(text, start, end):
        return False
    return turns[-1][2] < end or len(turns) > 1 or text[end - 1] in _ENDS_SPEECH


def without_blanks(text: str, start: int, end: int) -> int:
    """Where a stretch of a text ends without the blanks at its end.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
