"""Which way the quotation marks of a text point: `«…»` as in French, `»…«` as in German."""

from __future__ import annotations

import re
from typing import Final

# How each pair looks where it points outward, as in French, and inward, as in German: first where a
# mark stands close to its words, then where blanks stand on both sides.
_POINTING: Final = {
    left + right: (
        (
            re.compile(
                rf"(?<![^\s(—–-]){left}(?=[^\s«»‹›.,;:!?)]|\.\.|[\u00a0\u202f]\w)"
                rf"|(?<=[^ \t\n«»‹›]){right}(?=[\s.,;:!?)]|\Z)"
            ),
            re.compile(
                rf"(?<![^\s(—–-]){right}(?=[\w…])|(?<=[\w.,!?…–—-]){left}(?=[\s.,;:!?)]|\Z)"
            ),
        ),
        (
            re.compile(rf"(?<![^\s(—–-]){left}(?= \w)|(?<=[\s]){right}(?=[.,;:!?)]|\Z)|: {left}"),
            re.compile(rf"(?<![^\s(—–-]){right}(?= \w)|(?<=[\s]){left}(?=[.,;:!?)]|\Z)|: {right}"),
        ),
    )
    for left, right in ("«»", "‹›")
}
# Single marks point as the double ones do around them.
_AS_AROUND: Final = {"«": "‹", "»": "›"}


def openers_in(text: str) -> str:
    """Return which of `«` and `»`, and of `‹` and `›`, open in a text: words follow, blanks before.

    Neither of a pair does where the text does not tell. `„` is among them where `“` closes it.
    """
    openers = ""
    for pair, shapes in _POINTING.items():
        if not any(mark in text for mark in pair):
            continue
        for outward, inward in shapes:
            lead = len(outward.findall(text)) - len(inward.findall(text))
            if lead:
                openers += pair[lead < 0]
                break
        else:
            openers += _AS_AROUND.get(openers, "")
    return openers + "„" if "„" in text and "”" not in text else openers
