"""Which scripts set no blanks between their words."""

from __future__ import annotations

import pytest

from claimcheck.anchor.punctuation import has_no_blanks


@pytest.mark.parametrize(
    ("chars", "without"),
    [
        ("\u0e00ก\u0effက႟ក\u17ff⺀一龿가\ud7af豈\ufaff𠀀\U0003ffff", True),
        ("aДখཀႠ\u177f᠀\u2e7fꀀ\uabffힰ\uf8ffﬀ\U0001ffff", False),
    ],
)
def test_scripts_without_blanks_between_their_words(chars: str, *, without: bool) -> None:
    assert [has_no_blanks(char) for char in chars] == [without] * len(chars)


def test_nothing_is_of_no_script() -> None:
    assert not has_no_blanks("")
