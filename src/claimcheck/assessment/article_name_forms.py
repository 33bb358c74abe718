"""Names in the cases of languages that decline them: `Anny Nowak` is Anna Nowak in Polish."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# What names end in, without accents, as `name_words` has them. Where both of two words of a name
# are declined, no other name is like it; where one alone is, it is like the name in the source.
_ENDINGS: Final = {
    "Czech": "a y u e i o em ou ovi",
    "Finnish": "n a an en in nen sen sta lla lle lta ssa ksi",
    "Greek": "ος ου ο ον ης η ας α ες ε",
    "Hungarian": "a e t nak anak nek enek val aval vel evel rol arol ert anal nal nel ra re",
    "Polish": "a y i e u o ie em iem owi",
    "Russian": "а ы и у ю е о я ой еи оу ом ем ым ого ому",
    "Ukrainian": "а и і у ю е о я ою ею ом ем ові ого ому",
}
_LETTERS_OF_A_STEM: Final = 2


@cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(("", *_ENDINGS.get(language, "").split()))


def is_form_of(word: str, other: str, language: Vocabulary | None) -> bool:
    """Whether two words may be one name in two cases, or in one with an apostrophe before it.

    Args:
        word: a word of a name, as `name_words` has it.
        other: a word of another.
        language: the language of the sentence; None where it is not known.
    """
    if language is None:
        return False
    if language.name == "Turkish":
        return word.replace("’", "'").split("'")[0] == other.replace("’", "'").split("'")[0]
    endings = _endings(language.name)
    return any(
        word[:at] == other[:at] and word[at:] in endings and other[at:] in endings
        for at in range(_LETTERS_OF_A_STEM, min(len(word), len(other)) + 1)
    )
