"""What right behind a passage makes it hold of less: `than in 1970`, `in some towns`, `before tax`.

A comparison without what it compares with, a whole without the part that is meant, and a sum
without what it leaves out say more than the source does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# Of each language what narrows whatever it follows, then the words of degree that a passage ends
# in, and what goes on with the comparison behind them.
_WORDS: Final = {
    "English": (
        (
            r"than|compared (?:with|to)|relative to|in comparison (?:with|to)|versus"
            r"|(?:in|among) (?:some|certain|parts?) (?!time\b|point\b)\w+|among some"
            r"|before tax(?:es)?|pre-tax|excluding|not (?:counting|including)"
        ),
        r"(?:half|twice|thrice|times|third|quarter|fifth|tenth) as \w+(?: \w+){0,2}",
        r"as",
    ),
    "German": (
        (
            r"(?:im|in) vergleich (?:mit|zu[mr]?)|verglichen mit|gegenüber de[mnr]"
            r"|(?:in|bei|unter) (?:einigen|manchen|bestimmten|gewissen)|in teilen"
            r"|vor (?:steuern|abzug)|ohne berücksichtigung"
        ),
        (
            r"mehr|weniger|so \w+|besser|schlechter|höher|niedriger|größer|kleiner|schneller"
            r"|langsamer|stärker|schwächer|teurer|billiger|günstiger|älter|jünger|länger|kürzer|geringer"
            r"|sicherer|häufiger|seltener|reicher|ärmer|schwerer|leichter|schlimmer|sauberer|wärmer|kälter"
        ),
        r"als|wie",
    ),
    "French": (
        (
            r"par rapport (?:à|au|aux)|comparé[es]* (?:à|au|aux)|en comparaison (?:de|avec)"
            r"|(?:dans|chez) (?:certaine?s|quelques)|avant impôts?|hors taxes?"
        ),
        r"(?:plus|moins|aussi|autant)(?: \w+){0,2}",
        r"que|qu['’]\w+",
    ),
    "Spanish": (
        (
            r"en comparación con|comparad[oa]s? con|respecto a|frente a"
            r"|en (?:algun[oa]s|ciert[oa]s)|antes de impuestos|sin contar"
        ),
        r"(?:más|menos|tan|tanto)(?: \w+){0,2}",
        r"que|como",
    ),
    "Italian": (
        (
            r"rispetto a[li]?|rispetto (?:alla|agli|alle)|in confronto (?:a|al|alla)"
            r"|in (?:alcun[ie]|cert[ie])|al lordo|ante imposte"
        ),
        r"(?:più|meno)(?: \w+){0,2}",
        r"che|di|del|della|dei|delle",
    ),
    "Portuguese": (
        (
            r"em comparação com|em relação (?:a|ao|à)|em (?:algun?s|algumas|cert[oa]s)"
            r"|antes de impostos"
        ),
        r"(?:mais|menos|tão|tanto)(?: \w+){0,2}",
        r"do que|que|como|quanto",
    ),
    "Dutch": (
        (
            r"vergeleken met|in vergelijking met|ten opzichte van|in (?:sommige|bepaalde)"
            r"|voor belasting(?:en)?|exclusief"
        ),
        (
            r"meer|minder|zo \w+|beter|slechter|hoger|lager|groter|kleiner|sneller|sterker|duurder"
            r"|goedkoper|ouder|jonger|langer|korter|veiliger|vaker"
        ),
        r"dan|als",
    ),
}  # fmt: skip
# In characters.
_FAR: Final = 60


def is_narrowed(vocabulary: Vocabulary, text: str, start: int, end: int) -> bool:
    """Whether words right behind a passage make it hold of less than it says.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    if vocabulary.name not in _WORDS:
        return False
    alone, degree, rest = _patterns(vocabulary.name)
    if alone.match(text, end, end + _FAR):
        return True
    return bool(
        rest.match(text, end, end + _FAR) and degree.search(text, max(start, end - _FAR), end)
    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What narrows alone, the degree at the end of a passage, and what goes on behind it."""
    alone, degree, rest = _WORDS[language]
    return (
        re.compile(rf"\s+(?:{alone})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{degree})\Z", re.IGNORECASE),
        re.compile(rf"\s+(?:{rest})(?!\w)", re.IGNORECASE),
    )
