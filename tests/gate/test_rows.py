"""Sources as rows: nothing is lost, and the text is read when somebody asks for it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from claimcheck.gate.incremental.rows import recorded, row
from claimcheck.model import Locator, Measure, Notice, PartialDate, Pin, Place, Source

FULL = Source(
    id="report",
    title="A report",
    place=Place("sources/report.yaml", 1, 1),
    type="report",
    author=("A. Author", "B. Author"),
    container_title="Reports",
    publisher="The Town",
    language="en",
    issued=PartialDate("2020-02", date(2020, 2, 29)),
    accessed=date(2026, 11, 1),
    url="https://example.org/report",
    archive_url="https://example.org/kept",
    extractor="pypdf 6",
    origin="draft",
    origin_place=Place("sources/report.yaml", 9, 9),
    notice=Notice.CORRECTED,
    pins=(
        Pin("sources/report.pdf", "0" * 64, None, Place("sources/report.yaml", 3), "gone"),
        Pin(
            "sources/report.txt",
            None,
            "1" * 64,
            Place("sources/report.yaml", 5, 7),
            "",
            differs_in_line_ends=True,
        ),
    ),
    text="The bridge was closed.",
    text_path="sources/report.txt",
    no_text_because="",
    locators=(Locator(Measure.PAGE, "1", 0),),
)
BARE = Source(id="report", title="", place=Place("sources/report.yaml"), no_text_because="no file")


@pytest.mark.parametrize("source", [FULL, BARE], ids=["full", "bare"])
def test_a_row_holds_all_of_a_source(source: Source) -> None:
    written = json.loads(json.dumps(row(source)))

    again = recorded("report", source.publisher, written, lambda: source)

    names = [one.name for one in fields(Source)]
    assert [getattr(again, name) for name in names] == [getattr(source, name) for name in names]
    assert again.changed == source.changed


def test_the_text_is_read_when_somebody_asks_for_it() -> None:
    read = []

    def now() -> Source:
        read.append("read")
        return FULL

    source = recorded("report", None, row(replace(FULL, text=None)), now)
    assert (source.title, source.pins[1].read_error, read) == ("A report", "", [])
    assert (source.text, source.text, read) == (FULL.text, FULL.text, ["read"])


def test_a_source_has_no_other_parts() -> None:
    source = recorded("report", None, row(FULL), lambda: FULL)
    assert not hasattr(source, "texts")
