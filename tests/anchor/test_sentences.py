"""Where sentences begin, and which full stops end none."""

from __future__ import annotations

import pytest

from claimcheck.anchor.sentences import breaks

# Sentences parted by bars.
TEXTS = [
    "Er kam 1999. |Mai war es.",
    "Er kam am 4. Mai. |Dann ging er.",
    "4. Mai 1990 war es. |Dann ging er.",
    "Es kam Prof. Roe. |Dann ging er.",
    "\n\n|It was sold.",
    "No. |One man died.",
    "No. V is shut. |It was sold.",
    "It cost 4. |It was sold.",
]


@pytest.mark.parametrize("parted", TEXTS)
def test_where_sentences_begin(parted: str) -> None:
    sentences = parted.split("|")
    text = "".join(sentences)

    assert breaks(text, 0, len(text)) == [len(sentences[0]), len(text)]
