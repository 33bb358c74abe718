"""Characters that nobody sees: Unicode's default-ignorable ones, and what else prints nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from typing import Final

# Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 17, as a class of a pattern.
IGNORABLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
# Marks of annotation and of layout, a musical sign without a head, Braille without a dot.
_EMPTY: Final = "\u2800\ufff9-\ufffb\U00013430-\U0001345f\U0001d159"
# What a mark of a note is blanked with when a pinned text is read, as a pattern: no sign of the
# document's, so that it is shown as nothing. Such a run in foreign text tells nobody anything.
BLANKED_NOTE: Final = "\u2060{3,}"
_MARK: Final = (
    "[\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
    "\U000e0100-\U000e01ef]"
)
# A shorter run may be of use: joiners between letters, a selector behind one.
_MARKS: Final = cache(
    partial(re.compile, f"(?P<flag>\U0001f3f4[\U000e0020-\U000e007f]{{1,8}})|{_MARK}{{4,}}")
)
_IGNORABLE: Final = re.compile(f"[{IGNORABLE}]+")
_UNSEEN: Final = re.compile(f"[{IGNORABLE}{_EMPTY}]+")


def without_ignorable(text: str) -> str:
    """Return a text without the characters that programs are to show as nothing."""
    return _IGNORABLE.sub("", text)


def without_marks(text: str) -> str:
    """Return a text without the runs of unseen characters that generators mark texts with.

    So does C2PA, which writes its manifest in variation selectors. A single one that belongs to an
    emoji or to a Han letter stays, and so do the tags of a flag.
    """
    return text if text.isascii() else _MARKS().sub(lambda match: match["flag"] or "", text)


def count_marks(text: str) -> int:
    """Return how many characters the runs hold that `without_marks` takes out."""
    return len(text) - len(without_marks(text))


def is_blank(text: str) -> bool:
    """Whether a reader of a text sees nothing: blanks, controls, and what is never shown."""
    rest = "" if text.isspace() else _UNSEEN.sub("", text)
    return not any(unicodedata.category(char)[0] not in "ZCM" for char in rest)
