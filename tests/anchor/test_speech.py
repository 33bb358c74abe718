"""Which marks open and close a speech, how far they are looked for, and which speeches vary."""

from __future__ import annotations

import pytest

from claimcheck.anchor.speech import has_utterance, inside_quotation, quotations, variants

# A text of more characters is read around a passage alone.
WHOLE = 1 << 16


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ('"So it is” he said.', ['"So it is”']),
        ("« Oui »[1] dit-il.", ["« Oui »"]),
        ("It is so.”He said, “Yes.”", ["“Yes.”"]),
    ],
)
def test_where_a_speech_begins_and_ends(text: str, spoken: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == spoken


@pytest.mark.parametrize(
    ("length", "opens", "closes", "inside"),
    [
        (WHOLE, 10, 60_000, True),
        (WHOLE + 1, 10, 60_000, False),
        (WHOLE + 1, 39_000, 41_000, True),
        (WHOLE + 1, 39_990, 60_000, False),
        (WHOLE + 1, 20_000, 40_100, False),
    ],
)
def test_in_a_long_text_marks_are_looked_for_near_a_passage(
    length: int, opens: int, closes: int, *, inside: bool
) -> None:
    text = f"{' ' * opens}“{'so ' * length}"[: closes - 1] + "o” so"
    text += " so" * length

    assert inside_quotation(text[:length], 40_000, 40_010) is inside


@pytest.mark.parametrize(
    ("text", "passage", "inside"),
    [
        ("“So.” “", " “", False),
        ("He: “So it is” . Then", "So it is” .", True),
    ],
)
def test_marks_at_a_passages_ends_are_no_part_of_it(
    text: str, passage: str, *, inside: bool
) -> None:
    start = text.index(passage)

    assert inside_quotation(text, start, start + len(passage)) is inside


@pytest.mark.parametrize(("end", "has"), [(5, False), (6, True)])
def test_an_empty_stretch_has_part_in_no_utterance(end: int, *, has: bool) -> None:
    assert has_utterance("“We all saw that the old mill was red.” He left.", 5, end) is has


@pytest.mark.parametrize(
    ("words", "other", "many"),
    [
        ("He sat by the big mill in the old town", "She sat by the big mill in an old town", 1),
        # no two neighbouring words are the same
        ("He sat by the big mill in the old town", "He sat by the big hill in the old town", 0),
        # one word is the same
        (
            "Our farmers counted mountains, valleys in forests",
            "A farmer counting mountain, valley in forest now",
            0,
        ),
    ],
)
def test_which_utterances_are_variants(words: str, other: str, many: int) -> None:
    assert len(variants({"a": f"Roe said: “{words}.”", "b": f"Poe said: “{other}.”"})) == many


@pytest.mark.parametrize(("texts", "many"), [(39, 39), (40, 0), (41, 0)])
def test_what_very_many_texts_print_tells_nothing(texts: int, many: int) -> None:
    same = {f"{number}": "“He sat by the big mill in the town.”" for number in range(texts)}

    assert len(variants({**same, "other": "“She sat by the big mill in a town.”"})) == many
