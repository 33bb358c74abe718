"""Which language a text is in around a passage."""

from __future__ import annotations

import pytest

from claimcheck.anchor.languages import is_plainly, load, vocabulary_at

ENGLISH = "It was the best of the days that they had in the old town, and it is so to this day."
GERMAN = "Und Haus die Tür."


def name_at(text: str, start: int, end: int) -> str:
    vocabulary = vocabulary_at(text, start, end)
    return vocabulary.name if vocabulary else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # sixty of a hundred characters are ASCII, and one less, though more letters are Greek
        (f"{'it is  ' * 14}it  {'λ' * 68}", "English"),
        (f"{'it is  ' * 14}it {'λ' * 69}", "Greek"),
        # half of the letters are kana and Han, and more
        ("かな漢字한국어말", "Korean"),
        ("かな漢字漢한국어말", "Japanese"),
        ("か漢한국어", "Korean"),
        ("漢字漢字か", "Japanese"),
        ("漢字漢字", "Chinese"),
        # no letter at all
        ("—…¿…—", "Spanish"),
        ("—…—", ""),
    ],
)
def test_a_script_is_told_by_most_letters(text: str, name: str) -> None:
    assert name_at(text, 0, len(text)) == name


@pytest.mark.parametrize(
    ("before", "passage", "behind", "name"),
    [
        ("", GERMAN, f"\n\n{ENGLISH}", "German"),
        (f"{ENGLISH}\n\n", GERMAN, "", "German"),
        (f"{ENGLISH}\n\n{ENGLISH}\n\n", GERMAN, f"\n\n{ENGLISH}\n\n{ENGLISH}", "German"),
        (f"{ENGLISH}\n", GERMAN, f"\n{ENGLISH}", "English"),
        # with thrice as many of its small words as of English ones, of which it has one at most
        (f"{ENGLISH}\n\n", "Und das Haus war the house.", f"\n\n{ENGLISH}", "German"),
        (f"{ENGLISH}\n\n", "Und das Haus, the house.", f"\n\n{ENGLISH}", "English"),
        (
            f"{ENGLISH}\n\n",
            "Und das Haus war für sich mit dem Hof the house of him.",
            f"\n\n{ENGLISH}",
            "English",
        ),
        # what two languages have alike tells neither
        (f"{ENGLISH}\n\n", "Og det er huset.", f"\n\n{ENGLISH}", "English"),
        # so far around a passage its own paragraph goes, and no farther
        ("Und die " + "x" * 72, "Haus", f"\n\n{ENGLISH}", "German"),
        ("Und die " + "x" * 73, "Haus", f"\n\n{ENGLISH}", "English"),
        (f"{ENGLISH}\n\n", "Haus", "x" * 72 + " und die", "German"),
        (f"{ENGLISH}\n\n", "Haus", "x" * 73 + " und die", "English"),
    ],
)
def test_a_paragraph_may_be_in_a_language_of_its_own(
    before: str, passage: str, behind: str, name: str
) -> None:
    text = f"{before}{passage}{behind}"

    assert name_at(text, len(before), len(before) + len(passage)) == name


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("Und die Katze schläft nicht mehr.", True),
        ("Und die Katze schläft.", False),
        ("Und die Katze war allein, the dog slept.", True),
        ("Und die Katze war allein, the dog and cat.", False),
    ],
)
def test_a_language_is_plain_with_three_small_words_and_thrice_those_of_another(
    text: str, *, plainly: bool
) -> None:
    assert is_plainly(load("de"), load("en"), text) is plainly


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Este alcalde alega esta cosa.", "Spanish"),
        ("Ella niega esto.", "Spanish"),
        ("Nessuno nega questo.", "Italian"),
        ("Ninguém nega isto.", "Portuguese"),
        ("Niemand ontkent dit.", "Dutch"),
        ("Hij ontkent dat.", "Dutch"),
        ("Niemand bestritt dies.", "German"),
        ("Elle nie cela.", "French"),
        ("Nikdo to nepopírá.", "Czech"),
        ("Nikt temu nie przeczy.", "Polish"),
        ("Ingen nekter for dette.", "Norwegian"),
        ("Ingen benægter dette.", "Danish"),
        ("Ingen förnekar detta.", "Swedish"),
        ("Kukaan ei kiellä tätä.", "Finnish"),
        ("Senki sem tagadja ezt.", "Hungarian"),
        ("Nimeni nu neagă asta.", "Romanian"),
        ("Tidak seorang pun membantah itu.", "Indonesian"),
        ("Kimse bunu inkar etmiyor.", "Turkish"),
    ],
)
def test_a_short_sentence_is_in_the_language_that_has_most_of_its_words(
    text: str, name: str
) -> None:
    assert name_at(text, 0, len(text)) == name


@pytest.mark.parametrize(("size", "name"), [(120, "Czech"), (121, "")])
def test_letters_tell_the_language_of_a_text_of_so_many_characters(size: int, name: str) -> None:
    nouns = "řeka kočka koza myš stůl židle okno kámen"
    text = f"{nouns} {'x' * (size - len(nouns) - 1)}"

    assert name_at(text, 0, size) == name
