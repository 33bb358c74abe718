"""What makes two spellings one name, and who is named in a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier.names import (
    bare_name,
    is_organisation,
    is_person,
    name_key,
    name_within,
    name_words,
    names_in_list,
    names_inside,
    spoken_for,
    squeezed_name,
)


@pytest.mark.parametrize(
    ("spellings", "bare"),
    [
        (("Acme", "ACME", "Acme Ltd", "Acme, Ltd.", "the Acme Ltd.", "Acme,Inc.", "Acme S.p.A."),
         "acme"),
        (("The ING Bank", "ing bank", "ING Bank Ltd"), "ing bank"),
        (("The Elm Gazette", "Elm Gazette", "elm  gazette"), "elm gazette"),
        (("Jane Roe", "Dr. Jane Roe", "Prof. Dr. med. Jane Roe", "Jane Roe, PhD"), "jane roe"),
        (("Müller GmbH & Co. KG", "Müller", "Müller AG"), "müller"),
        (("株式会社アクメ", "アクメ"), "アクメ"),
        (("Senator Ada Pine", "Sen. Ada Pine", "Sen Ada Pine", "Ada Pine"), "ada pine"),
        (("Gen. Pine", "Pine"), "pine"),
    ],
)  # fmt: skip
def test_legal_forms_titles_and_articles_are_no_difference(
    spellings: tuple[str, ...], bare: str
) -> None:
    assert {bare_name(name) for name in spellings} == {bare}


@pytest.mark.parametrize("name", ["The The", "The", "Dr.", "Ltd", "Co", "A"])
def test_a_name_that_is_nothing_else_keeps_what_it_has(name: str) -> None:
    assert bare_name(name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Bank", "ING Bank"),
        ("the Group", "MED Group"),
        ("Z", "Gen Z"),
        ("T", "Mr. T"),
        ("Quixote", "Don Quixote"),
        ("Direct", "ING Direct"),
        ("Plus", "MED Plus AG"),
        ("Acme", "Acme Works"),
        ("Jane Roe", "John Roe"),
        ("Elm Gazette", "Oak Gazette"),
    ],
)
def test_other_words_are_another_name(name: str, other: str) -> None:
    assert bare_name(name) != bare_name(other)


@given(st.text(max_size=40))
def test_any_text_has_a_bare_name_that_stays(name: str) -> None:
    bare = bare_name(name)

    assert bool(bare) <= bool(name.strip())
    assert len(bare) <= 4 * len(name) + 5
    names_in_list(name)
    spoken_for(name)
    squeezed_name(name)


@pytest.mark.parametrize(
    ("name", "organisation", "person"),
    [
        ("Acme Ltd", True, False),
        ("Müller GmbH & Co. KG", True, False),
        ("Banca S.p.A.", True, False),
        ("株式会社アクメ", True, False),
        ("Dr. Jane Roe", False, True),
        ("Senator Ada Pine", False, True),
        ("Amazon", False, False),
        ("Jane Roe", False, False),
        ("Park Se", False, False),
        ("Dr. Oetker", False, False),
        ("Lord of the Rings", False, False),
        ("President Bank", False, False),
    ],
)
def test_a_name_tells_what_it_names_or_nothing(
    name: str, *, organisation: bool, person: bool
) -> None:
    assert (is_organisation(name), is_person(name)) == (organisation, person)


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Acme spokesman Bo Kim", "Acme"),
        ("Acme's spokeswoman", "Acme"),
        ("a spokesman for Acme", "Acme"),
        ("Bo Kim, spokesperson for the Acme Ltd", "Acme Ltd"),
        ("Bo Kim (spokesperson for Acme)", "Acme"),
        ("Bo Kim, Acme spokesman", "Acme"),
        ("Acme, Inc. spokesman", "Acme, Inc."),
        ("Acme-Sprecher Bo Kim", "Acme"),
        ("Sprecherin von Acme", "Acme"),
        ("porte-parole d'Acme", "Acme"),
        ("Portavoz de Acme", "Acme"),
        ("un porte-parole d’Acme", "Acme"),
        ("eine Sprecherin von Acme", "Acme"),
        ("阿克米公司发言人金波", "阿克米公司"),
        ("アクメ報道官", "アクメ"),
        ("애크미 대변인 김보", "애크미"),
        ("former Acme spokesman Bo Kim", ""),
        ("A spokesman", ""),
        ("Acme engineer Bo Kim", ""),
        ("Bo Kim", ""),
    ],
)
def test_a_spokesperson_speaks_for_a_party(name: str, party: str) -> None:
    assert spoken_for(name) == party


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("acme, town", ("acme", "town")),
        ("acme and town", ("acme", "town")),
        ("A, B and C", ("A", "B", "C")),
        ("Acme; Bo Kim", ("Acme", "Bo Kim")),
        ("Acme, Inc.", ()),
        ("Acme, Inc., Bo Kim", ("Acme, Inc.", "Bo Kim")),
        ("Jane Roe, PhD", ()),
        ("Müller GmbH & Co. KG", ()),
        ("Müller GmbH & Co. KG und Bo Kim", ("Müller GmbH & Co. KG", "Bo Kim")),
        ("Acme", ()),
        ("", ()),
    ],
)
def test_a_list_without_brackets_is_seen(text: str, names: tuple[str, ...]) -> None:
    assert names_in_list(text) == names


@pytest.mark.parametrize(
    ("name", "other", "within"),
    [
        ("Acme's engineer Bo Kim", "Acme Ltd", True),
        ("engineer of Acme", "Acme", True),
        ("Jane Roe (Acme)", "Acme", True),
        ("une chimiste d’Acme", "Acme", True),
        ("阿克米公司总裁金波", "阿克米公司", True),
        ("Acmeville", "Acme", False),
        ("Acme", "Acme", False),
        ("Roe", "Jane Roe", False),
    ],
)
def test_a_name_stands_in_another_as_whole_words(name: str, other: str, *, within: bool) -> None:
    assert name_within(name, other) is within


@pytest.mark.parametrize(
    "address", ["elmgazette.example", "www.elmgazette.example", "https://elmgazette.co.uk/"]
)
def test_a_web_address_is_squeezed_to_its_domain(address: str) -> None:
    assert squeezed_name(address) == squeezed_name("The Elm Gazette")


def test_runs_of_words_in_a_name_may_be_names() -> None:
    assert names_inside("The Elm Gazette's (Oak) editor") == {
        "the", "elm", "gazette", "oak", "editor", "the elm", "elm gazette", "gazette oak",
        "oak editor", "the elm gazette", "elm gazette oak", "gazette oak editor",
        "the elm gazette oak", "elm gazette oak editor",
    }  # fmt: skip
    assert names_inside("Acme") == set()
    assert names_inside("阿克米公司") >= {"阿克", "米公司", "阿克米公"}
    assert not names_inside("阿克米公司") & {"阿克米公司", "阿"}


def test_no_more_than_so_many_words_and_letters_are_tried() -> None:
    words = [f"w{number}" for number in range(70)]
    inside = names_inside(" ".join(words))

    assert max(len(each.split()) for each in inside) == 8
    assert "w59" in inside
    assert "w60" not in inside
    letters = "".join(chr(0x4E00 + number) for number in range(70))
    assert max(map(len, names_inside(letters) - {letters})) == 16
    assert letters[44:60] in names_inside(letters)
    assert letters[45:61] not in names_inside(letters)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Acme,Inc.", ["acme", "inc"]),
        ("S.p.A.", ["spa"]),
        ("“Elm” & Oak_Tree", ["elm", "and", "oak", "tree"]),
        ("l'Écho", ["l'", "écho"]),
        ("1,5 Ltd.", ["15", "ltd"]),
        (".", []),
    ],
)
def test_the_words_of_a_name(name: str, words: list[str]) -> None:
    assert name_words(name) == words


def test_apostrophes_are_one() -> None:
    assert {name_key(f"O{mark}Neil") for mark in "'’ʼ＇`´"} == {"o'neil"}
