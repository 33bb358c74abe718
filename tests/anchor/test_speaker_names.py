"""Whom a stretch of text names as the one who says something."""

from __future__ import annotations

import pytest

from claimcheck.anchor.languages import load
from claimcheck.anchor.speaker_names import names_beside_saying


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "said Ann Poe", {"ann", "poe"}),
        ("en", "she told Poe", {"poe"}),
        ("en", "she added", {"she"}),
        ("en", "a smith told the baker", {"smith"}),
        ("en", "the old tailor of the town told a baker", {"town"}),
        ("en", "it rained on Poe", set()),
        ("zh", "王明说", {"王明"}),
        ("zh", "王明，说", set()),
        ("zh", "说", set()),
        ("zh", "他说", set()),
        ("zh", "王明", set()),
    ],
)
def test_names_go_before_pronouns_and_these_before_the_nearest_word(
    language: str, text: str, names: set[str]
) -> None:
    assert names_beside_saying(load(language), text, 0, len(text)) == names
