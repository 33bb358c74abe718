"""What rules say beside what their cases show: the rarer words, to the letter, with the advice."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The mill burnt down on Sunday night.\n"
CLAIM = "claim: The mill burnt down.\nkind: event\n"
ITEM = f"evidence:\n  - {{source: daily, stance: supports, quote: {TEXT.strip()}%s}}\n"


def source(name: str, more: str = "", text: str = TEXT) -> dict[str, str]:
    """The record of a source and its pinned text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return {
        f"sources/{name}.yaml": f"title: Report\nfile: {name}.txt\nsha256: {sha256}\n"
        f"issued: 2026-01-01\n{more}",
        f"sources/{name}.txt": text,
    }


def table(name: str, more: str = "", number: int = 3) -> dict[str, str]:
    return source(name, more, f"town\tyear\thurt\nElm\t2020\t{number}\nElm\t2021\t4\n")


def claim(more: str = "", *, item: str = ITEM % "") -> dict[str, str]:
    return {"claims/mill.yaml": CLAIM + more + item}


def value(at: str) -> dict[str, str]:
    item = f"{{source: t, stance: supports, value: {{at: {at!r}, is: 3}}}}"
    return claim(item=f"evidence:\n  - {item}\n")


def chain(key: str) -> dict[str, str]:
    """A hundred and two sources, each of which names the next one."""
    files: dict[str, str] = {}
    for number in range(102):
        files |= source(
            f"s{number:03}", f"{key}: s{number + 1:03}\n" if number < 101 else "", f"{number}\n"
        )
    return files


REVIEW = """\
reviews:
  - by: Ana
    on: 2030-01-01
    fingerprint: sha256:0000000000000000000000000000000000000000000000000000000000000000
    claim: The mill burnt down.
    status: supported
    kind: event
    passages: []
"""
CORRECTED = TEXT + "\nSomething else.\n\nCorrection: an earlier version gave another day.\n"

# The files of a project, the rule, and its one finding: what it says, and what to do.
MESSAGES: dict[str, tuple[dict[str, str], str, str]] = {
    "an act in a document from nobody knows where": (
        claim("claimant: Acme\n", item=ITEM % ", by: act") | source("daily", "origin: unknown\n"),
        "basis-ignored",
        (
            "`by: act` makes no difference to the passage from 'daily': nobody knows "
            "where its document comes from; take `by` out, or correct who speaks or who "
            "is interested"
        ),
    ),
    "a capture of what is like no source": (
        claim() | source("daily", "supersedes: zzz\n"),
        "capture-unclear",
        (
            "'daily' supersedes 'zzz', which no record describes; name the source that it "
            "is a newer capture of"
        ),
    ),
    "captures in a line too long to follow": (
        chain("supersedes"),
        "capture-unclear",
        (
            "'s000' supersedes more than 100 captures, one by one; name a capture that is "
            "nearer to the first"
        ),
    ),
    "origins in a line too long to follow": (
        chain("origin"),
        "origin-cycle",
        (
            "the origins of source 's000' go on for more than 100 steps; name the "
            "document that came first as its `origin`"
        ),
    ),
    "a review of tomorrow": (
        claim() | source("daily") | {"reviews/mill.yaml": REVIEW},
        "date-in-future",
        (
            "the day on which Ana signed is 2030-01-01, which has not come yet; correct "
            "the date, or leave it out where it is not known"
        ),
    ),
    "several names in one": (
        claim("claimant: Acme\ninterested: Acme, Elm\n") | source("daily"),
        "party-unknown",
        (
            "interested party 'Acme, Elm' is several names, written as one; write "
            "interested: [Acme, Elm]"
        ),
    ),
    "a name that looks like an id": (
        claim("claimant: town-council\n")
        | source("daily")
        | {"sources/parties.yaml": "acme: {name: Acme}\n"},
        "party-unknown",
        (
            "claimant 'town-council' is no known party, and so counts as independent; "
            "correct it, or add it to sources/parties.yaml"
        ),
    ),
    "a publisher that may be the claimant": (
        claim("claimant: Acme\n") | source("daily", "publisher: acme.example\n"),
        "party-unknown",
        (
            "publisher 'acme.example' and claimant 'Acme' may be one party, and count as "
            "two; write one name; or tell in sources/parties.yaml who they are: "
            "`aliases`, `parent`, or two parties"
        ),
    ),
    "a newer capture with another value": (
        value("town=Elm; year=2020; column=hurt") | table("t") | table("u", "supersedes: t\n", 5),
        "quote-superseded",
        (
            "'u', a newer capture of 't', no longer has the value: the cell says 5, not "
            "3; compare both captures; cite the newest, or allow this with the reason"
        ),
    ),
    "a newer capture without a document": (
        claim()
        | source("daily")
        | {"sources/u.yaml": "title: Later\nsupersedes: daily\nissued: 2026-01-02\n"},
        "quote-superseded",
        "'u', a newer capture of 'daily', could not be looked into; its record names no file",
    ),
    "a newer capture with a correction": (
        claim()
        | source("daily", text=TEXT + "\nSomething else.\n")
        | source("u", "supersedes: daily\n", CORRECTED),
        "quote-superseded",
        (
            "'u', a newer capture of 'daily', has the words, and newly speaks of a "
            "correction; read what is corrected there"
        ),
    ),
    "a rating where none is listed": (
        claim("verdict: {status: supported, by: ana, on: 2026-01-10, rating: Right}\n")
        | source("daily"),
        "rating-unknown",
        (
            "the rating 'Right' of claim 'mill' is none that the project has; list the "
            "words in `ratings` first"
        ),
    ),
    "a requirement on a tag that is like none": (
        claim()
        | source("daily")
        | {"claimcheck.toml": "require = {tags = {published = {verdict = true}}}\n"},
        "requirement-unmet",
        (
            "`require` speaks of the tag 'published', which no claim has; correct the tag "
            "in `require`, or use it"
        ),
    ),
    "a premise that is like no claim": (
        claim("rests_on: [zzz]\n") | source("daily"),
        "rests-on-fallen",
        "claim 'mill' rests on 'zzz', which is no claim; correct the id, or take it out",
    ),
    "a changed file from which nothing is quoted": (
        claim() | source("daily") | source("other") | {"sources/other.txt": "Nothing.\n"},
        "source-changed",
        (
            "sources/other.txt is not the file that was pinned; nothing is quoted from "
            "it; re-pinning is safe: `claimcheck pin other`"
        ),
    ),
    "a source whose record is broken": (
        claim() | {"sources/daily.yaml": "title: [\n"},
        "unknown-source",
        "claim 'mill' cites 'daily', whose record is broken; mend the record first",
    ),
    "a value in several cells": (
        value("town=Elm; column=hurt") | table("t"),
        "value-ambiguous",
        (
            "the value may be one of several in 't': its keys lead to 2 cells: '3', '4'; "
            "add row=2020, or row=2021"
        ),
    ),
    "a value in several rows that are alike": (
        value("town=Elm; column=hurt") | source("t", text="town\thurt\nElm\t3\nElm\t4\n"),
        "value-ambiguous",
        (
            "the value may be one of several in 't': its keys lead to 2 cells: '3', '4'; "
            "add a key that only the cell that you mean has"
        ),
    ),
    "a value in no row": (
        value("town=Oak; column=hurt") | table("t"),
        "value-not-found",
        "'t' has no such cell: no row is called 'Oak'; what is there: row=town, or row=Elm",
    ),
    "a value in a text without a table": (
        value("town=Oak; column=hurt") | source("t"),
        "value-not-found",
        (
            "'t' has no such cell: no table stands in its text; look the cell up with "
            "`claimcheck source show t`"
        ),
    ),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_a_rule_says_this(case: str, write: Write) -> None:
    files, rule, message = MESSAGES[case]
    report = check(assess(load(write(dict(files))), TODAY))

    says = [f"{each.message}; {each.help}" for each in report.findings if each.rule == rule]
    assert says == [message]


def test_a_change_that_asks_for_no_signature_says_what_it_asks_no_more(write: Write) -> None:
    strict = "require = {signature = true, signed_omissions = true, reviewed_by = 2}\n"
    base = load(write({"claimcheck.toml": strict}))
    head = load(write({"claimcheck.toml": "require = {reviewed_by = 1}\n"}))

    report = check(assess(replace(head, base=base), TODAY))

    (message,) = (each.message for each in report.findings if each.rule == "settings-weakened")
    assert message == (
        "the change asks less of every claim: current reviews 1 instead of 2; reviews that no key "
        "has signed; omissions that nobody has signed"
    )
