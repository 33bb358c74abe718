"""The report that pages are made of after a save: the same as one on all that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.assess import assess
from claimcheck.cli.servers.live_report import LiveReport
from claimcheck.dossier.load import load_tree
from claimcheck.dossier.project import find_project
from claimcheck.gate.check import check
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.assessment.assess import Census

    Write = Callable[[dict[str, str | bytes]], Path]

FILES: dict[str, str | bytes] = {
    "claims/closed.yaml": "claim: The bridge was closed on 3 April.\ntags: [bridge]\nevidence:\n"
    "  - source: daily\n    stance: supports\n    quote: The bridge was closed on 3 April\n",
    "claims/detour.yaml": "claim: Buses took a detour.\nrests_on: [closed]\nevidence:\n"
    "  - source: daily\n    stance: supports\n    quote: Buses went the other way\n",
    "reviews/closed.yaml": "reviews:\n  - by: Ada\n    on: 2026-01-02\n",
    "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily.txt\n",
    "sources/daily.txt": "The bridge was closed on 3 April.\nNobody was hurt, it says here.\n",
}
SAVES: dict[str, dict[str, str | None]] = {
    "nothing": {},
    "a claim": {"claims/closed.yaml": "claim: It was closed.\nevidence:\n  - source: daily\n"
                "    stance: contradicts\n    quote: The bridge was closed on 4 April\n"},
    "a new claim": {"claims/hurt.yaml": "claim: Nobody was hurt.\nevidence:\n  - source: daily\n"
                    "    stance: contradicts\n    quote: Nobody was hurt\n    speaker: D\n"},
    "a claim that says nothing": {"claims/detour.yaml": "claim: [\n"},
    "a document": {"sources/daily.txt": "The bridge was closed on 4 April.\nAnd so on.\n"},
    "a record": {"sources/daily.yaml": "title: Other\nnotice: retracted\nfile: daily.txt\n"},
    "a party": {"sources/parties.yaml": "d: {name: D, parent: owner}\nowner: {name: O}\n"},
    "the settings": {"claimcheck.toml": '[rules]\nsingle-origin = "error"\n'},
    "a review": {"reviews/detour.yaml": "reviews:\n  - by: Bo\n    on: 2026-01-03\n"},
    "a review that is gone": {"reviews/closed.yaml": None},
    "a claim that is gone": {"claims/closed.yaml": None},
}  # fmt: skip


@pytest.mark.parametrize("first", SAVES)
@pytest.mark.parametrize("second", SAVES)
def test_a_report_after_a_save_is_that_of_the_whole_project(
    write: Write, first: str, second: str
) -> None:
    root = write(FILES)
    live = LiveReport(TODAY)
    live.of(find_project(root))
    for save in (first, second):
        for name, text in SAVES[save].items():
            if text is None:
                (root / name).unlink(missing_ok=True)
            else:
                (root / name).parent.mkdir(exist_ok=True)
                (root / name).write_text(text, "utf-8")

        project = find_project(root)
        report = live.of(project)

        whole = check(assess(load_tree(project.tree, project.config), TODAY))
        assert report.findings == whole.findings
        assert report.allowed == whole.allowed
        assert report.totals == whole.totals
        assert report.assessment.claims == whole.assessment.claims
        assert _counted(report.assessment.census) == _counted(whole.assessment.census)
        for name in ("claims", "sources", "parties", "reviews", "unread", "flaws", "texts"):
            theirs = getattr(whole.assessment.dossier, name)
            assert getattr(report.assessment.dossier, name) == theirs


def _counted(census: Census) -> dict[str, object]:
    # A check does not keep where a claim is that rests on none, and no page asks.
    return {**census._asdict(), "reliances": [each[:3] for each in census.reliances]}
