"""What a change takes out of records, parties and claims that kept a status from being better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The mill burnt down on Sunday night. Some say that it stands.\n"
RECORD = "title: A page\nfile: {0}.txt\npublisher: {0}\n"
FILES = {
    "claimcheck.toml": "",
    "sources/daily.txt": TEXT,
    "sources/daily.yaml": RECORD.format("daily") + "notice: retracted\n",
    "sources/copy.txt": TEXT,
    "sources/copy.yaml": RECORD.format("copy") + "origin: daily\n",
    "sources/parties.yaml": "acme: {name: Acme}\nroe: {name: Roe, parent: acme}\n",
    "claims/other.yaml": "claim: The mill is old.\n",
    "sources/house.txt": TEXT,
    "sources/house.yaml": RECORD.format("house").replace("publisher: house", "publisher: Roe"),
    "sources/later.txt": TEXT,
    "sources/later.yaml": RECORD.format("later") + "supersedes: house\n",
    "claims/own.yaml": """\
claim: The mill is dear.
claimant: roe
evidence:
  - {source: house, stance: supports, quote: The mill burnt down on Sunday night}
  - {source: copy, speaker: Roe, stance: context, quote: Some say that it stands}
""",
    "claims/a.yaml": """\
claim: The mill burnt down.
kind: state
review_by: 2027-01-01
claimant: acme
interested: [miller]
rests_on: [other]
evidence:
  - {source: daily, stance: supports, quote: The mill burnt down on Sunday night}
  - {source: copy, stance: contradicts, quote: Some say that it stands}
""",
}


def told(tmp_path: Path, path: str, old: str, new: str) -> list[str]:
    dossiers = []
    for name in ("base", "head"):
        for file, content in FILES.items():
            at = tmp_path / name / file
            at.parent.mkdir(parents=True, exist_ok=True)
            is_changed = name == "head" and file == path
            at.write_text(content.replace(old, new) if is_changed else content, "utf-8")
        dossiers.append(load(tmp_path / name))
    base, head = dossiers
    report = check(assess(replace(head, base=base), date(2026, 1, 1)))
    return [one.message for one in report.findings if one.rule == "safeguard-removed"]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "sources/daily.yaml",
            "notice: retracted",
            "",
            "no longer says that source 'daily' was retracted",
        ),
        (
            "sources/daily.yaml",
            "notice: retracted",
            "notice: corrected",
            "no longer says that source 'daily' was retracted",
        ),
        (
            "sources/later.yaml",
            "supersedes: house",
            "",
            "no longer says that 'later' is a newer capture of 'house'",
        ),
        (
            "sources/later.yaml",
            "supersedes: house",
            "supersedes: copy",
            "no longer says that 'later' is a newer capture of 'house'",
        ),
        (
            "sources/copy.yaml",
            "origin: daily",
            "",
            "no longer says that source 'copy' repeats 'daily'",
        ),
        (
            "sources/parties.yaml",
            ", parent: acme",
            "",
            "no longer says that 'roe' belongs to 'acme'",
        ),
        (
            "sources/house.yaml",
            "publisher: Roe",
            "publisher: The Daily",
            "no longer says that what 'house' prints is the word of roe",
        ),
        (
            "claims/own.yaml",
            "speaker: Roe, ",
            "",
            "no longer says that what 'copy' prints is the word of roe",
        ),
        (
            "claims/own.yaml",
            "speaker: Roe, stance: context, quote: Some say",
            "speaker: Lind, stance: supports, quote: Some say",
            "no longer says that what 'copy' prints is the word of roe",
        ),
        (
            "claims/a.yaml",
            "kind: state",
            "kind: event",
            "no longer says that claim 'a' can stop being true",
        ),
        (
            "claims/a.yaml",
            "kind: state\n",
            "",
            "no longer says that claim 'a' can stop being true",
        ),
        (
            "claims/a.yaml",
            "review_by: 2027-01-01\n",
            "",
            "no longer says that claim 'a' is to be looked at by 2027-01-01",
        ),
        (
            "claims/a.yaml",
            "claimant: acme\n",
            "",
            "no longer says that claim 'a' is made by acme",
        ),
        (
            "claims/a.yaml",
            "interested: [miller]\n",
            "",
            "no longer says that miller has an interest in claim 'a'",
        ),
        (
            "claims/a.yaml",
            "rests_on: [other]\n",
            "",
            "no longer says that claim 'a' rests on other",
        ),
        (
            "claims/a.yaml",
            "stance: contradicts",
            "stance: supports",
            "takes out what 'copy' says against claim 'a'",
        ),
    ],
)
def test_what_a_change_takes_out_is_told(
    tmp_path: Path, path: str, old: str, new: str, message: str
) -> None:
    assert told(tmp_path, path, old, new) == [f"the change {message}"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("claims/a.yaml", "on Sunday night", "on Sunday"),
        ("claims/a.yaml", "2027-01-01", "2027-07-01"),
        ("claims/a.yaml", "The mill burnt down.", "Acme sold the mill."),
        ("sources/daily.yaml", "retracted", "withdrawn"),
        ("sources/daily.yaml", "A page", "The page"),
        ("sources/house.yaml", "publisher: Roe", "publisher: Acme"),
        ("claims/own.yaml", "speaker: Roe, stance: context", "speaker: acme, stance: supports"),
    ],
)
def test_other_edits_are_no_matter_for_it(tmp_path: Path, path: str, old: str, new: str) -> None:
    assert told(tmp_path, path, old, new) == []


def test_a_newer_capture_that_is_taken_away_is_told(tmp_path: Path) -> None:
    base, head = tmp_path / "base", tmp_path / "head"
    for root in (base, head):
        for file, content in FILES.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(content, "utf-8")
    (head / "sources/later.yaml").unlink()

    report = check(assess(replace(load(head), base=load(base)), date(2026, 1, 1)))

    (finding,) = [one for one in report.findings if one.rule == "safeguard-removed"]
    assert finding.message == "the change no longer says that 'later' is a newer capture of 'house'"
    assert finding.place.path == "sources/house.yaml"
