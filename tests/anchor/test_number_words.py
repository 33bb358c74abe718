"""Numbers in words: what each is worth, and which small words stand inside one."""

from __future__ import annotations

import pytest

from claimcheck.anchor.number_words import han_value, joiners, ordinals, values


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("百", 100),
        ("一百", 100),
        ("两千三百", 2_300),
        ("万", 10_000),
        ("三万五千", 35_000),
        ("五十万", 500_000),
        ("三千万", 30_000_000),
        ("一亿", 100_000_000),
        ("三亿二千万", 320_000_000),
        ("二〇二一", 2_021),
        ("七", 7),
    ],
)
def test_a_number_in_han_characters(written: str, number: int) -> None:
    assert han_value(written) == number


def test_the_words_that_join_the_parts_of_a_number() -> None:
    expected = {"en": "and", "es": "y", "pt": "e", "fr": "et", "it": "e", "no": "og", "da": "og"}

    assert {code: joiners(code) for code in (*expected, "de", "")} == {
        **{code: {word} for code, word in expected.items()},
        "de": set(),
        "": set(),
    }


@pytest.mark.parametrize(
    ("code", "word", "number"),
    [
        ("en", "ninety-nine", 99),
        ("de", "dreiundzwanzig", 23),
        ("de", "zweihundertfünfzig", 250),
        ("de", "zweihundertundfünfzig", 250),
        ("de", "dreitausend", 3_000),
        ("de", "hundertzwanzigtausend", 120_000),
        ("nl", "tweeënveertig", 42),
        ("nl", "driehonderdtien", 310),
        ("it", "ventuno", 21),
        ("it", "ventotto", 28),
        ("it", "trentadue", 32),
        ("it", "centottanta", 180),
        ("it", "duemila", 2_000),
        ("fr", "soixante-dix-neuf", 79),
        ("fr", "quatre-vingt-quinze", 95),
        ("sv", "tjugoett", 21),
        ("sv", "tvåhundra", 200),
        ("no", "trettiett", 31),
        ("da", "femogtyve", 25),
        ("es", "treinta-dos", 32),
    ],
)
def test_a_number_in_one_word(code: str, word: str, number: int) -> None:
    assert values(code)[word] == number


@pytest.mark.parametrize(
    ("code", "word", "number"),
    [
        ("en", "first", 1),
        ("de", "dritten", 3),
        ("es", "primer", 1),
        ("es", "segunda", 2),
        ("it", "terza", 3),
        ("pt", "quarta", 4),
    ],
)
def test_an_ordinal(code: str, word: str, number: int) -> None:
    assert ordinals(code)[word] == number


def test_of_other_languages_nothing_is_said() -> None:
    assert (values("xx"), ordinals("xx")) == ({}, {})
