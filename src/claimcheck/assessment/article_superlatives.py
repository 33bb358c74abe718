"""Superlatives that are said with a “not”: `there was none larger`, of `the largest ever`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

_ROMANCE: Final = {
    "French": (r"le|la|les", r"plus|moins|meilleure?s?|pires?"),
    "Spanish": (r"el|la|los|las", r"más|menos|(?:mayor|menor|mejor|peor)(?:es)?"),
    "Italian": (r"il|la|i|le|lo|gli", r"più|meno|(?:maggior|minor|miglior|peggior)[ei]?"),
    "Portuguese": (r"o|a|os|as", r"mais|menos|(?:maior|menor|melhor|pior)(?:es)?"),
}
# The stems of what is compared most, how a language compares it, and what it says of the first.
_WORDS: Final = {
    "English": (
        ("high low larg great small long short bigg fast slow cheap old young earli lat strong "
        "clos weak warm cold hott wett dri hard deep wid rich poor heavi"),
        r"(?:{stems})e?r|worse|better", r"(?:{stems})e?st|worst|best",
    ),
    "German": (
        ("höh höch niedrig größ klein läng kürz schnell langsam billig teur teuer ält jüng früh "
        "spät stärk schwäch wärm kält tief breit reich ärm schwer schlecht"),
        r"(?:{stems})er(?:e[mnrs]?)?|besser\w*", r"(?:{stems})e?s?te[mnrs]?|beste[mnrs]?",
    ),
    "Dutch": (
        ("hoog hog laag lag groot grot klein lang kort snel snell goedkop goedkoop duur duurd oud "
        "jong vroeg lat laat sterk zwak warm koud diep bred breed rijk arm zwaar zwaard"),
        r"(?:{stems})ere?|betere?", r"(?:{stems})ste|beste",
    ),
    "Swedish": (
        ("hög läg stör min läng kort snabb billig dyr äld yng tidig sen stark svag varm kall djup "
        "bred"), r"(?:{stems})a?re|bättre", r"(?:{stems})a?s?t[ea]?|bästa?",
    ),
    "Norwegian": (
        ("høy lav stør min leng kort rask billig dyr eld yng tidlig sen sterk svak varm kald dyp "
        "bred"), r"(?:{stems})e?re|bedre", r"(?:{stems})e?ste?|beste?",
    ),
    "Danish": (
        ("høj lav stør min læng kort hurtig billig dyr æld yng tidlig sen stærk svag varm kold dyb "
        "bred"), r"(?:{stems})e?re|bedre", r"(?:{stems})e?ste?|bedste?",
    ),
}  # fmt: skip


def is_superlative(denying: str, other: str, language: Vocabulary | None) -> bool:
    """Whether a text that denies may say of what another says that it is the first of all.

    Args:
        denying: the text with a “not”: `it was never higher`.
        other: the text without: `its highest level`.
        language: the words of their language; None where it is not known.
    """
    forms = _forms(language.name) if language else None
    return bool(forms and forms[0].search(denying) and forms[1].search(other))


def superlatives_in(
    text: str, span: tuple[int, int], language: Vocabulary | None
) -> list[tuple[int, int]]:
    """Return where the superlatives of a stretch of a text stand, with what they are joined to.

    Args:
        text: the text.
        span: where the stretch begins and ends, in code points.
        language: the words of its language; none are known of a Romance one.
    """
    if language is None or language.name not in _WORDS:
        return []
    pattern = _joined(language.name)
    return [match.span() for match in pattern.finditer(text, *span)]


@cache
def _joined(language: str) -> re.Pattern[str]:
    """A superlative of a language, which may be the end of a longer word: `drittgrößte`."""
    stems, _comparative, superlative = _WORDS[language]
    forms = superlative.format(stems="|".join(stems.split()))
    return re.compile(rf"\b(?:[^\W\d_]*-?)(?:{forms})\b", re.IGNORECASE)


@cache
def _forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Patterns of a language's comparatives and superlatives; None where they are not known."""
    if language in _ROMANCE:
        articles, comparative = _ROMANCE[language]
        superlative = rf"(?:{articles})\s(?:\w+\s){{0,2}}(?:{comparative})"
    elif language in _WORDS:
        stems, *forms = _WORDS[language]
        comparative, superlative = (form.format(stems="|".join(stems.split())) for form in forms)
    else:
        return None
    return (
        re.compile(rf"\b(?:{comparative})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{superlative})\b", re.IGNORECASE),
    )
