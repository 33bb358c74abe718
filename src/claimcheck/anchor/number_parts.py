"""Which words may be a part of a longer number: `hundred`, `fifty`, `million`."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.anchor.measure_words import CODE_OF, SCALES
from claimcheck.anchor.number_words import WORDS

# By the name of the language.
PARTS: Final = {
    name: WORDS[code] | {word for word in SCALES if len(word) > 2}  # `m`, `bn`
    for name, code in CODE_OF.items()
    if code in WORDS
}
# The word behind a passage, and what joins it to a number.
WORD_BEHIND: Final = re.compile(r"\s(?:(?:and|y|e|et|og)\s)?(\w{2,24})")
