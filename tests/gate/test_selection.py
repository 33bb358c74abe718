"""A report on some files holds what concerns them, wherever that stands."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load
from claimcheck.gate.selection import report_on
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The mill burnt down on Sunday night.\n"
RADIO = "The old mill of Elm is gone, it burnt down last night, and nobody was hurt.\n"


def claim(source: str, quote: str) -> str:
    return (
        f"claim: The mill burnt down.\nevidence:\n  - source: {source}\n    stance: supports\n"
        f"    quote: {quote}\n"
    )


def record(name: str, text: str) -> str:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return f"title: {name}\npublisher: {name}\nfile: {name}.txt\nsha256: {sha}\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("sources/daily.txt", {"source-changed daily", "quote-altered mill"}),
        ("sources/daily.yaml", {"source-changed daily", "quote-altered mill"}),
        ("claims/mill.yaml", {"source-changed daily", "quote-altered mill", "malformed-file mill"}),
        ("claims/fire.yaml", {"quote-altered fire"}),
        ("sources/radio.txt", {"quote-altered fire"}),
        ("sources", {"source-changed daily", "quote-altered mill", "quote-altered fire"}),
        (
            ".",
            {
                "source-changed daily", "quote-altered mill", "quote-altered fire",
                "malformed-file mill",
            },
        ),
        ("reviews", {"malformed-file mill"}),
        ("reviews/mill.yaml", {"malformed-file mill"}),
    ],
)  # fmt: skip
def test_a_file_gets_all_that_concerns_it(
    write: Callable[[dict[str, str]], Path], path: str, expected: set[str]
) -> None:
    """Also what is in another file: who signed a claim, and a document's quotations."""
    root = write(
        {
            "claims/mill.yaml": claim("daily", "The mill burnt down on Sunday night."),
            "claims/fire.yaml": claim("radio", "The old mill of Elm is gone, it burnt last week"),
            "sources/daily.yaml": record("daily", TEXT),
            "sources/daily.txt": TEXT.replace("Sunday", "Monday"),
            "sources/radio.yaml": record("radio", RADIO),
            "sources/radio.txt": RADIO,
            "reviews/mill.yaml": "reviews: [",
        }
    )

    report = report_on(check(assess(load(root), TODAY)), [path])

    assert {
        f"{finding.rule} {finding.claim or finding.source}" for finding in report.findings
    } == expected


def test_who_is_who_concerns_every_claim(write: Callable[[dict[str, str]], Path]) -> None:
    """A parties' file that cannot be read is told with any claim: its status knows no interests."""
    root = write(
        {
            "claims/mill.yaml": claim("daily", "The mill burnt down on Sunday night."),
            "sources/daily.yaml": record("daily", TEXT),
            "sources/daily.txt": TEXT,
            "sources/parties.yaml": "<<<<<<< HEAD\ndaily: {name: The Daily}\n",
        }
    )
    report = check(assess(load(root), TODAY))

    on_file = report_on(report, ["claims/mill.yaml"])
    about = report.findings_about(report.assessment.claims[0])

    expected = [("malformed-file", "sources/parties.yaml")]
    assert [(finding.rule, finding.place.path) for finding in on_file.findings] == expected
    assert [(finding.rule, finding.place.path) for finding in about] == expected
    assert on_file.failed
