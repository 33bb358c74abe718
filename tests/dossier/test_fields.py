"""Typed values of a file: what each reader takes, and what it says of the rest."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.fields import Fields, FlawLog, is_id, root_mapping
from claimcheck.dossier.strict_yaml import read
from claimcheck.model import PartialDate, Place

if TYPE_CHECKING:
    from collections.abc import Callable


class Word(StrEnum):
    """A few words."""

    EVENT = "event"
    STATE = "state"


TODAY = dt.date(2024, 2, 29)
EMPTY = ("`k` is empty", "write a value, or leave the key out")
UNSEEN = ("`k` holds nothing that can be seen", "write a value in letters, or leave the key out")
LIST, MAPPING = "`k` must be text, not a list", "`k` must be text, not a mapping"
NO_DATE = "write 2020-07-10, 2020-07 or 2020; leave the key out when it is not known"
NO_SPAN = "leave the key as `source add` wrote it, or take it out"
NO_HASH = "write the 64 hexadecimal digits that `sha256sum` prints"
SHA = "aB" * 32

READERS: dict[str, Callable[[Fields], object]] = {
    "text": lambda fields: fields.text("k"),
    "required": lambda fields: fields.required_text("k", "an example"),
    "or empty": lambda fields: fields.text_or_empty("k"),
    "texts": lambda fields: fields.texts("k"),
    "name": lambda fields: fields.name("k"),
    "required name": lambda fields: fields.required_name("k", "an example"),
    "names": lambda fields: fields.names("k"),
    "spans": lambda fields: fields.spans("k"),
    "day": lambda fields: fields.day("k"),
    "date": lambda fields: fields.partial_date("k"),
    "address": lambda fields: fields.web_address("k"),
    "language": lambda fields: fields.language("k"),
    "sha256": lambda fields: fields.sha256("k"),
    "choice": lambda fields: fields.choice("k", Word),
    "yes or no": lambda fields: fields.yes_no("k"),
    "mapping": lambda fields: fields.mapping("k", "a thing", "k: {a: b}") is not None,
    "mappings": lambda fields: len(fields.mappings("k", "a thing")),
    "reason": lambda fields: fields.reason("k"),
}


def fields_of(text: str) -> tuple[Fields, FlawLog]:
    log = FlawLog("a.yaml", claim="a")
    fields = root_mapping(read(text.encode()), log, "a claim")
    assert fields is not None
    return fields, log


@pytest.mark.parametrize(
    ("reader", "text", "value"),
    [
        ("text", "k: a b", "a b"),
        ("text", "k: 'null'", "null"),
        ("text", "k: Straße", "Straße"),
        ("text", "x: y", None),
        ("required", "k: a", "a"),
        ("or empty", "k: a", "a"),
        ("or empty", "k: ' '", " "),
        ("or empty", "k:", ""),
        ("or empty", "k: ~", ""),
        ("or empty", "k: '~'", "~"),
        ("or empty", "x: y", ""),
        ("texts", "k: a", ("a",)),
        ("texts", "k: [a, Ü]", ("a", "Ü")),
        ("texts", "k: []", ()),
        ("texts", "x: y", ()),
        ("name", "k: Bo Kim", "Bo Kim"),
        ("name", "k: Бо Ким", "Бо Ким"),
        ("name", "x: y", None),
        ("required name", "k: Bo", "Bo"),
        ("names", "k: [Bo, Ёлка]", ("Bo", "Ёлка")),
        ("spans", "k: 120-4500", ((120, 4500),)),
        ("spans", "k: [30-40, 1-10, 12-20]", ((1, 10), (12, 20), (30, 40))),
        ("spans", "k: [1-10, 5-20, 20-30, 31-31, 7-8]", ((1, 30),)),
        ("spans", "k: [9-5]", ()),
        ("spans", "k: [10-20, 3-9]", ((3, 9), (10, 20))),
        ("spans", "x: y", ()),
        ("day", "k: 2024-02-29", TODAY),
        ("day", "x: y", None),
        ("date", "k: 2024-02-29", PartialDate("2024-02-29", TODAY, TODAY)),
        ("date", "k: 2024-02", PartialDate("2024-02", dt.date(2024, 2, 1), TODAY)),
        (
            "date",
            "k: 2023-04",
            PartialDate("2023-04", dt.date(2023, 4, 1), dt.date(2023, 4, 30)),
        ),
        ("date", "k: 2023", PartialDate("2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31))),
        ("date", "x: y", None),
        ("address", "k: https://example.org/a", "https://example.org/a"),
        ("language", "k: pt-BR", "pt-BR"),
        ("sha256", f"k: {SHA}", SHA.lower()),
        ("sha256", "x: y", None),
        ("choice", "k: state", Word.STATE),
        ("choice", "x: y", None),
        *(("yes or no", f"k: {word}", True) for word in ("yes", "true")),
        *(("yes or no", f"k: {word}", False) for word in ("no", "false")),
        ("yes or no", "x: y", None),
        ("mapping", "k: {a: b}", True),
        ("mapping", "x: y", False),
        ("mappings", "k: [{a: b}, {c: d}]", 2),
        ("mappings", "k:", 0),
        ("mappings", "k: null", 0),
        ("mappings", "x: y", 0),
        ("reason", "k: because", "because"),
    ],
)
def test_what_is_written_as_it_should_be_is_read(reader: str, text: str, value: object) -> None:
    fields, log = fields_of(text)

    assert READERS[reader](fields) == value
    assert log.flaws == []


def odd(value: str, signs: str) -> tuple[str, str]:
    message = f"`k` is '{value}', where not all letters are what they look like ({signs})"
    return message, "type the name again"


@pytest.mark.parametrize(
    ("reader", "text", "value", "flaws"),
    [
        *(
            (reader, f"k: {written}", value, [EMPTY])
            for reader, value in (("text", None), ("texts", ()), ("name", None), ("day", None))
            for written in ("", "~", "null", "Null", "NULL", "''", "' '")
        ),
        ("text", 'k: "\u200b"', None, [UNSEEN]),
        ("text", "k: [a]", None, [(LIST, "")]),
        ("text", "k: {a: b}", None, [(MAPPING, "")]),
        ("required", "x: y", None, [("a claim has no `k`", "add k: an example")]),
        ("required", "k:", None, [("`k` is empty", "write an example")]),
        ("required", "k: [a]", None, [(LIST, "")]),
        ("required name", "x: y", None, [("a claim has no `k`", "add k: an example")]),
        ("or empty", "k: [a]", "", [(LIST, "")]),
        ("texts", "k: [a, [b], '', c]", ("a", "c"), [(LIST, ""), EMPTY]),
        ("texts", "k: {a: b}", (), [(MAPPING, "")]),
        ("name", "k: Аcme", "Аcme", [odd("Аcme", "U+0410")]),
        ("name", "k: АcmеА", "АcmеА", [odd("АcmеА", "U+0410, U+0435")]),
        ("required name", "k: Аcme", "Аcme", [odd("Аcme", "U+0410")]),
        ("names", "k: [Bo, Аcme]", ("Bo", "Аcme"), [odd("Аcme", "U+0410")]),
        (
            "spans",
            "k: [1-10, ten, 5-20]",
            ((1, 20),),
            [("`k` is 'ten', which is no span of a text", NO_SPAN)],
        ),
        (
            "day",
            "k: 2023-02-29",
            None,
            [
                (
                    "`k` is '2023-02-29', which is no day of the calendar",
                    "correct the month or the day",
                )
            ],
        ),
        (
            "day",
            "k: 29.2.2024",
            None,
            [
                (
                    "`k` is '29.2.2024', which is no date",
                    "write year-month-day, such as 2020-07-10",
                )
            ],
        ),
        ("day", "k: 2024-02", None, [("`k` is '2024-02', which is no date",
                                      "write year-month-day, such as 2020-07-10")]),
        ("date", "k: 2023-13", None, [("`k` is '2023-13', which is no date", NO_DATE)]),
        ("date", "k: 2023-02-30", None, [("`k` is '2023-02-30', which is no date", NO_DATE)]),
        (
            "address",
            "k: javascript:x",
            None,
            [
                (
                    "`k` is 'javascript:x', which is no web address",
                    "write it whole, beginning with https:// or http://",
                )
            ],
        ),
        (
            "language",
            "k: e",
            None,
            [
                (
                    "`k` is 'e', which is no code of a language",
                    "write it as BCP 47 does, such as en or pt-BR",
                )
            ],
        ),
        ("sha256", "k: abc", None, [("`k` is 'abc', which is no SHA-256", NO_HASH)]),
        (
            "choice",
            "k: stat",
            None,
            [("`k` is 'stat', which is none of event, state", "did you mean state?")],
        ),
        (
            "choice",
            "k: xyz",
            None,
            [("`k` is 'xyz', which is none of event, state", "write one of these words")],
        ),
        (
            "yes or no",
            "k: Yes",
            None,
            [("`k` is 'Yes', which is neither yes nor no", "write yes or no")],
        ),
        (
            "mapping",
            "k: a",
            False,
            [("`k` must be a mapping, not text", "write it as k: {a: b}")],
        ),
        (
            "mappings",
            "k: {a: b}",
            0,
            [
                (
                    "`k` must be a list, not a mapping",
                    "begin each item on a line of its own with a dash",
                )
            ],
        ),
        (
            "mappings",
            "k: [{a: b}, c, [d]]",
            1,
            [
                ("a thing must be a mapping, not text", ""),
                ("a thing must be a mapping, not a list", ""),
            ],
        ),
        ("reason", "k:", None, [("`k` is empty", "give the reason: k: why it is so")]),
    ],
)  # fmt: skip
def test_what_is_not_is_told_with_what_to_write(
    reader: str, text: str, value: object, flaws: list[tuple[str, str]]
) -> None:
    fields, log = fields_of(text)

    assert READERS[reader](fields) == value
    assert [(flaw.message, flaw.help) for flaw in log.flaws] == flaws
    assert {flaw.rule for flaw in log.flaws} == {"malformed-file"}
    assert {flaw.claim for flaw in log.flaws} == {"a"}


def test_places_are_those_of_the_values() -> None:
    fields, _log = fields_of("# a remark\na: b\nk:\n  - c\n")

    assert fields.place == Place("a.yaml", 2, 1)
    assert fields.place_of("k") == fields.place_where("k") == Place("a.yaml", 4, 3)
    assert fields.place_of("none") == Place("a.yaml", 2, 1)
    assert fields.place_where("none") is None
    assert fields.key_places() == [("a", Place("a.yaml", 2, 1)), ("k", Place("a.yaml", 3, 1))]
    assert fields.node("none") is None


def test_keys_that_nobody_knows_are_told_with_the_nearest() -> None:
    fields, log = fields_of("quote: a\nqoute: b\nxyz: c\n")
    fields.refuse_unknown(("quote", "claim"))

    assert [(flaw.message, flaw.help, flaw.place.line) for flaw in log.flaws] == [
        ("a claim has no key 'qoute'", "did you mean quote?", 2),
        ("a claim has no key 'xyz'", "the keys are quote, claim", 3),
    ]
    fields.refuse_unknown(("quote", "qoute", "xyz"))
    assert len(log.flaws) == 2


@pytest.mark.parametrize(("text", "count"), [("id: a", 0), ("x: y", 0), ("id: b", 1)])
def test_an_id_that_is_written_is_that_of_the_file(text: str, count: int) -> None:
    fields, log = fields_of(text)
    fields.check_id("a")

    assert [flaw.message for flaw in log.flaws] == [
        "`id` is 'b', but the file is named a.yaml"
    ] * count


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("", "the file holds nothing", "fill it, or delete it"),
        ("a", "the file holds text", "write `key: value`, a line each"),
        ("[a]", "the file holds a list", "write `key: value`, a line each"),
        ("a: *b", "aliases (*name) are not accepted", "write the value out"),
        ("a: [", "not well-formed YAML", "check the indentation"),
    ],
)
def test_a_file_that_is_no_mapping_says_what_it_is(text: str, message: str, remedy: str) -> None:
    log = FlawLog("a.yaml", source="s")
    fields = root_mapping(read(text.encode()), log, "a record")

    (flaw,) = log.flaws
    assert (fields is None) is (text != "a: *b")
    assert message in flaw.message
    assert flaw.help.startswith(remedy[:5])
    assert (flaw.source, flaw.claim) == ("s", None)


@pytest.mark.parametrize(("count", "number_told"), [(99, 99), (100, 100), (101, 101), (300, 101)])
def test_no_more_than_a_hundred_flaws_of_a_file_are_told(count: int, number_told: int) -> None:
    log = FlawLog("a.yaml")
    for number in range(count):
        log.note(f"flaw {number}", Place("a.yaml"), "mend it")

    assert len(log.flaws) == number_told
    assert [flaw.message for flaw in log.flaws[100:]] == [
        "too many problems in this file; the rest are not shown"
    ] * (number_told > 100)
    assert all(flaw.help == "mend it" for flaw in log.flaws[:100])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a", True), ("A.b-c_d", True), ("a" * 100, True), ("a" * 101, False), ("", False),
     (".a", False), ("-a", False), ("a b", False), ("é", False), ("nul", False), ("com1.x", False)],
)  # fmt: skip
def test_an_id_is_a_name_of_a_file_everywhere(name: str, expected: bool) -> None:
    assert is_id(name) is expected
