"""Words for what somebody is, by language, and which of them one person may be."""

from __future__ import annotations

import pytest

from claimcheck.anchor.role_words import are_offices, may_be_one, roles_of


@pytest.mark.parametrize(
    ("word", "other", "may_be"),
    [
        ("minister", "minister", True),
        ("minister", "secretary", True),
        ("minister", "prosecutor", False),
        ("prosecutor", "lawyer", True),
        ("prosecutor", "judge", False),
        ("xanu", "minister", False),
    ],
)
def test_some_words_may_be_said_of_one_person(word: str, other: str, *, may_be: bool) -> None:
    some, others = roles_of(word, "en"), roles_of(other, "en")

    assert may_be_one(some, others) is may_be
    assert may_be_one(others, some) is may_be


@pytest.mark.parametrize(
    ("word", "code", "roles"),
    [
        ("director", "en", {"director"}),
        ("directors", "en", {"director"}),
        ("directora", "es", {"director"}),
        ("director", "xx", set()),
        ("redirector", "en", set()),
    ],
)
def test_a_word_names_roles_in_its_language(word: str, code: str, roles: set[str]) -> None:
    assert roles_of(word, code) == roles


def test_offices_are_held_beside_a_profession() -> None:
    assert are_offices(roles_of("treasurer", "en"))
    assert not are_offices(roles_of("lawyer", "en"))
