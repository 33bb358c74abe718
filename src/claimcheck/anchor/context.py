"""Quotes that stop just before, or start just after, words that turn the sentence's meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.sentences import sentence_end, sentence_start

if TYPE_CHECKING:
    from claimcheck.anchor.result import Anchor

_NEAR: Final = 80
# English, German, French, Spanish, Italian, Russian, Arabic, Chinese, Japanese: what
# follows takes back or conditions what was said.
_AFTER: Final = re.compile(
    r"[\s,;:—–\"”’'»)-]*\b("
    r"but(?! also\b)|unless|except(?:ing)?(?: for| that| when| if)?|only if|if(?! only\b)"
    r"|although|even though|though|however|provided(?: that)?|as long as|on condition that"
    r"|until|without"
    r"|aber|jedoch|sofern|es sei denn|außer|falls|obwohl|allerdings"
    r"|mais|sauf|à moins que|si(?= )|à condition que|bien que|quoique"
    r"|pero|excepto|salvo|a menos que|aunque|sin embargo"
    r"|però|tuttavia|eccetto|tranne|a meno che|sebbene"
    r"|но|однако|если|кроме|хотя"
    r"|لكن|ولكن|إلا|إذا"
    r")\b"
    r"|[\s,;:，、；：”’」』]*(但是|但|然而|不过|除非|除了|如果|しかし|ただし)",
    re.IGNORECASE,
)
# For text in lower case: to ignore case in the search takes four times as long.
_BEFORE: Final = re.compile(
    r"\b("
    r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must)"
    r"(?: not|n['’]t)"
    r"|cannot|never|no longer|not(?: that)?|nor|nobody|no one|neither"
    r"|(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|rejects?|rejected"
    r"|refut(?:e|es|ed)|doubt(?:s|ed)?)"
    r"(?: (?:the |any )?(?:claims?|allegations?|reports?|idea|suggestion))?(?: that)?"
    r"|(?:false|falsely|wrong|wrongly|untrue|incorrect|incorrectly|rumou?rs?|myth)"
    r"(?: (?:claim(?:s|ed)?|that))*"
    r"|allegedly|reportedly|supposedly|purportedly|if|unless|whether"
    r"|nicht|nie(?:mals)?|kein(?:e|en|er|em|es)?|angeblich|bestreitet,? dass|bestritt,? dass"
    r"|jamais|aucune?|prétendument|nie que|a nié que"
    r"|no|nunca|niega que|negó que|supuestamente"
    r"|non|mai|nega che|ha negato che|presunto"
    r"|не|никогда|якобы|если|отрицает,? что|отрицал,? что"
    r"|لا|لم|لن|ليس|ليست|نفى أن"
    r")[\s,:]*[\"“‘„«']?\s*\Z"
)
_SHOWN: Final = 8


def cut_off(text: str, anchor: Anchor) -> str | None:
    """Return the words just outside a passage that turn its meaning, if the quote leaves them out.

    Looks only at words that touch the passage and belong to its sentence: behind it, what takes
    back or conditions (`but`, `unless`, `except`, `if`); before it, what negates or puts in doubt
    (`not`, `denied that`, `never`, `allegedly`).

    Args:
        text: the source's text.
        anchor: where the quote stands in it.

    Returns:
        The words as the source prints them, with single blanks; None where there are none.
    """
    if anchor.start is None or anchor.end is None:
        return None
    start, end = anchor.start, anchor.end
    # The sentence's bounds are looked for only where such words stand near: seldom.
    if text[end - 1 : end] not in {".", "!", "?"} and _AFTER.match(text[end : end + _NEAR]):
        rest = text[end : min(sentence_end(text, end), end + _NEAR)]
        found = _AFTER.match(rest)
        if found:
            return _tidy(rest[found.start(found.lastindex or 1) :].split("\n\n")[0])
    if _BEFORE.search(_lower(text[max(0, start - _NEAR) : start])):
        lead = text[max(sentence_start(text, start), start - _NEAR) : start]
        found = _BEFORE.search(_lower(lead))
        if found:
            return _tidy(lead[found.start(1) :].rstrip("\"“‘„«' \n"))
    return None


def _lower(text: str) -> str:
    """A text in lower case, of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[:1] for char in text)


def _tidy(words: str) -> str:
    every = words.split()
    shown = " ".join(every[:_SHOWN]).rstrip(',;:.!?"”’»')
    return shown + (" …" if len(every) > _SHOWN else "")
