"""Two parties that have changed places around a word."""

from __future__ import annotations

import pytest

from claimcheck.anchor.exchanged_parties import agents_in, have_exchanged


@pytest.mark.parametrize(
    ("first", "second", "names", "have"),
    [
        ("kestrel sued dene", "dene sued kestrel", "", True),
        ("kestrel sued dene", "kestrel sued dene", "", False),
        ("kestrel sued dene", "dene sued norcast", "", False),
        ("kestrel met dene", "dene met kestrel", "", False),
        ("kestrel 2019 dene", "dene 2019 kestrel", "", False),
        ("2019 kestrel sued dene", "2019 dene sued kestrel", "", True),
        ("then kestrel sued dene twice", "twice dene sued kestrel then", "", True),
        ("old kestrel sued dene water", "dene water sued old kestrel", "", True),
        ("a b c sued d e f", "d e f sued a b c", "", True),
        ("a b c d sued e f g h", "e f g h sued a b c d", "", False),
        ("a b c sued e f g h", "e f g h sued a b c", "", False),
        ("kestrel sued kestrel", "kestrel sued kestrel", "", False),
        ("kestrel sued and sued dene", "dene sued kestrel", "", False),
        ("kestrel sued", "sued kestrel", "", False),
        ("kestrel sued dene", "dene sued kestrel", "kestrel dene", True),
        ("kestrel sued dene", "dene sued kestrel", "kestrel", False),
        ("kestrel sued dene", "dene sued kestrel", "dene", False),
        ("old kestrel sued dene", "dene sued old kestrel", "kestrel dene", False),
        ("states exports states mexico", "mexico exports states states", "", False),
    ],
)
def test_parties_change_places_around_a_word_that_stands_once(
    first: str, second: str, names: str, *, have: bool
) -> None:
    assert have_exchanged(first.split(), second.split(), names.split()) is have


def test_words_that_name_an_agent_are_counted() -> None:
    assert agents_in(["dene", "was", "sued", "by", "kestrel", "and", "by", "norcast"]) == 2
