"""What a change brings, told from what it found: by reports alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck import assess, check, load
from claimcheck.gate.introduced import introduced
from claimcheck.gate.report import Failure
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Report

    Write = Callable[[dict[str, str | bytes]], Path]

RECORD = "title: Gazette\nfile: gazette.txt\n"
FILES: dict[str, str | bytes] = {
    "claims/bridge.yaml": "claim: The bridge is open.\nkind: event\nevidence:\n"
    "  - {source: gazette, stance: supports, quote: The bridge is open to all traffic}\n",
    "sources/gazette.yaml": RECORD,
    "sources/gazette.txt": "The bridge is open to all traffic.\n",
}


def report(folder: Path) -> Report:
    return check(assess(load(folder), TODAY))


def test_a_record_that_moves_takes_its_findings_along(write: Write, tmp_path: Path) -> None:
    flawed = {**FILES, "sources/gazette.yaml": f"{RECORD}publsher: gazette\n"}
    before = report(write(flawed))
    (tmp_path / "moved").mkdir()
    (tmp_path / "moved" / "claimcheck.toml").touch()
    for path, content in flawed.items():
        file = tmp_path / "moved" / path.replace("sources/", "sources/2021/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(content))

    after = introduced(before, report(tmp_path / "moved"))

    assert "malformed-file" in {finding.rule for finding in before.findings}
    assert [(each.rule, each.place.path) for each in after.inherited] == [
        ("malformed-file", "sources/2021/gazette.yaml")
    ]


def test_a_rule_that_broke_on_either_side_is_told_once(write: Write) -> None:
    whole = report(write(FILES))
    first, second = Failure("quote-cut", ValueError("x")), Failure("no-evidence", ValueError("y"))
    before = replace(whole, failures=(first, second))
    after = replace(whole, failures=(first,))

    assert introduced(before, after).failures == (first, second)
    assert introduced(whole, after).failures == (first,)


def test_what_was_inherited_before_stays_so(write: Write) -> None:
    whole = report(write(FILES))
    other = whole.findings[0]._replace(message="another")
    after = replace(whole, findings=(), inherited=(other,))

    assert introduced(whole, after).inherited == (other,)
