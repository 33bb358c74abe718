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


def openers_in(text: str, start: int, end: int) -> str:
    """Return which of `«` and `»`, and of `‹` and `›`, open in a text: words follow, blanks before.

    Args:
        text: the text.
        start: where the stretch begins that is looked at, in code points.
        end: where it ends, exclusive.

    Returns:
        Those that open; neither of a pair where the text does not tell. `„` where `“` closes it.
    """
    openers = ""
    for pair in ("«»", "‹›"):
        if text.find(pair[0], start, end) < 0 and text.find(pair[1], start, end) < 0:
            continue
        for close in _POINTING[pair]:
            outward, inward = (sum(1 for _ in shape.finditer(text, start, end)) for shape in close)
            if outward != inward:
                openers += pair[0] if outward > inward else pair[1]
                break
        else:
            # Single marks point as the double ones do around them.
            openers += {"«": "‹", "»": "›"}.get(openers[:1], "") if pair == "‹›" else ""
    low_opens = text.find("„", start, end) >= 0 and text.find("”", start, end) < 0
    return openers + "„" if low_opens else openers
