"""Sources as rows: nothing is lost but the text, which is read from its file."""

from __future__ import annotations

import json
from datetime import date

import pytest

from claimcheck.gate.incremental.rows import from_row, to_row
from claimcheck.model import Locator, Measure, Notice, PartialDate, Pin, PinnedText, Place, Source

FULL = Source(
    id="report",
    title="A report",
    place=Place("sources/report.yaml", 1, 1),
    type="report",
    author=("A. Author", "B. Author"),
    container_title="Reports",
    publisher="The Town",
    language="en",
    issued=PartialDate("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
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
    text_path="sources/report.txt",
    no_text_because="",
    content=PinnedText("The bridge was closed.", (Locator(Measure.PAGE, "1", 0),)),
)
BARE = Source(id="report", title="", place=Place("sources/report.yaml"), no_text_because="no file")


@pytest.mark.parametrize("written", [FULL, BARE], ids=["full", "bare"])
def test_a_row_holds_all_of_a_source_but_its_text(written: Source) -> None:
    row = json.loads(json.dumps(to_row(written)))

    assert from_row(Source, row) == written._replace(content=PinnedText())


def test_a_row_is_what_json_gives_back() -> None:
    row = to_row((FULL, [PartialDate("2020", date(2020, 1, 1), date(2020, 12, 31))]))

    assert json.loads(json.dumps(row)) == row
