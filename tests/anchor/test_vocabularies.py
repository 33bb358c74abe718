"""Every word and phrase of a vocabulary is one that a text can have."""

from __future__ import annotations

from dataclasses import fields

import pytest

from claimcheck.anchor.languages import languages, load
from claimcheck.anchor.languages.vocabulary import Vocabulary
from claimcheck.anchor.languages.word_table import Word, WordTable

# What is no list of words, or takes words away from another list.
_OTHER = {"name", "prefixes", "gendered", "innocent", "small", "owner"}
KINDS = [
    field.name for field in fields(Vocabulary) if field.type == "str" and field.name not in _OTHER
]


def an_example(entry: str, *, spaced: bool) -> str:
    """A text with an entry in it: `tak_zwan*` is `tak zwanab`."""
    if not spaced:
        return entry.replace("_", " ")
    words = [
        "ab" * word.startswith("*") + word.strip("*") + "ab" * word.endswith("*")
        for word in entry.split("_")
    ]
    return " ".join(words)


@pytest.mark.parametrize("code", languages())
def test_each_entry_of_a_vocabulary_is_found_in_a_text_that_has_it(code: str) -> None:
    vocabulary = load(code)
    missing = []
    for kind in KINDS:
        words = {kind: getattr(vocabulary, kind)}
        table = WordTable.of(words, prefixes=vocabulary.prefixes, spaced=vocabulary.spaced)
        for entry in getattr(vocabulary, kind).split():
            text = an_example(entry, spaced=vocabulary.spaced)
            if vocabulary.spaced:
                cues = table.among(vocabulary.words(text))
                whole = bool(cues) and (cues[0].start, cues[-1].end) == (0, len(text))
            else:
                whole = table.anywhere.search(text) is not None
            if not whole:
                missing.append((kind, entry))

    assert not missing


def table_of(**lists: str) -> WordTable:
    return WordTable.of(lists, prefixes="w")


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("he did not go", ["not"]),
        ("wnot wno", ["wnot"]),
        ("xnot", []),
        ("no one and none at all", ["no one", "none at all"]),
        ("none at", ["none"]),
        ("none of it at all", ["none"]),
        ("so called things", ["so called"]),
        ("so cold, and called so", []),
        ("hasa da here", ["hasa da"]),
        ("sa da, hasa do", ["sa da"]),
        ("unable unab nable", ["unable"]),
        ("unless un", ["unless"]),
        ("doless less", ["doless"]),
        ("a bmidc mid", ["bmidc"]),
        ("midcx xmid", ["xmid"]),
        ("rare rarely", ["rarely"]),
        ("wla we", ["wla"]),
        ("sax da, no ones", []),
        ("amidb do, xmid do", ["amidb do", "xmid do"]),
    ],
)
def test_words_phrases_and_forms_are_found(text: str, cues: list[str]) -> None:
    table = table_of(
        negation="not no_one none none_at_all *less *mid* unab* rarely la e",
        doubt="so_call* *sa_da *mid*_do unab*",
    )
    words = Vocabulary("Test").words(text)

    assert [text[cue.start : cue.end] for cue in table.among(words)] == cues


def test_a_word_may_be_of_several_kinds_or_turn_nothing() -> None:
    table = table_of(innocent="no_doubt", negation="no doubt", doubt="doubt")
    words = Vocabulary("Test").words("no doubt: doubt")

    assert [sorted(cue.kinds) for cue in table.among(words)] == [["doubt", "negation"]]
    assert table.of_word("doubt") == table.of_word("wdoubt") == {"doubt", "negation"}
    assert table.among([Word("nothing", 0, 7)]) == []


@pytest.mark.parametrize(
    ("code", "stretch", "inverted", "at_once"),
    [
        ("en", "Were he here", True, True),
        ("en", "He were here", False, False),
        ("en", "", False, False),
        ("de", "Bleibt er hier", False, True),
    ],
)
def test_a_stretch_that_begins_with_a_verb_may_set_a_condition(
    code: str, stretch: str, *, inverted: bool, at_once: bool
) -> None:
    """Some verbs only where what depends on it follows at once."""
    text, end = stretch or "Were he here", len(stretch)

    assert load(code).is_inverted(text, 0, end) is inverted
    assert load(code).is_inverted(text, 0, end, at_once=True) is at_once
