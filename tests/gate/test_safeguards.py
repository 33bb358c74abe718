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
    "sources/parties.yaml": (
        "acme: {name: Acme, aliases: [Widgets]}\nzed: {name: Zed}\nroe: {name: Roe, parent: acme}\n"
    ),
    "sources/page.txt": TEXT,
    "sources/page.yaml": RECORD.format("page")
    + "issued: 2024-01-02\ndoubtful: [0-5]\ngaps: [a picture]\n",
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
    "claims/owned.yaml": """\
claim: The mill is small.
interested: [roe]
evidence:
  - {source: page, speaker: Roe, stance: supports, quote: Some say that it stands}
""",
    "claims/notice.yaml": """\
claim: The mill is sound.
claimant: roe
evidence:
  - {source: house, stance: contradicts, quote: The mill burnt down on Sunday night, by: act}
""",
    "claims/rumour.yaml": """\
claim: The mill was rebuilt.
claimant: roe
evidence:
  - {source: page, stance: supports, quote: Some say that it stands, origin: unknown}
""",
    "claims/a.yaml": """\
claim: The mill burnt down.
kind: state
as_of: 2026-01-01
verdict: {status: refuted, by: Bo, on: 2026-01-01, rationale: The log.}
review_by: 2027-01-01
claimant: acme
interested: [miller]
rests_on: [other]
evidence:
  - {source: daily, stance: supports, quote: The mill burnt down on Sunday night}
  - {source: copy, stance: contradicts, quote: Some say that it stands}
""",
}


def messages(tmp_path: Path, path: str, old: str, new: str, *, as_path: str = "") -> list[str]:
    dossiers = []
    for name in ("base", "head"):
        for file, content in FILES.items():
            is_changed = name == "head" and file == path
            at = tmp_path / name / ((as_path or file) if is_changed else file)
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_text(content.replace(old, new) if is_changed else content, "utf-8")
        dossiers.append(load(tmp_path / name))
    base, head = dossiers
    report = check(assess(replace(head, base=base), date(2026, 1, 1)))
    return [finding.message for finding in report.findings if finding.rule == "safeguard-removed"]


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
            "claims/own.yaml",
            "claimant: roe\n",
            "",
            "no longer says that claim 'own' is made by roe",
        ),
        (
            "claims/owned.yaml",
            "interested: [roe]\n",
            "",
            "no longer says that roe has an interest in claim 'owned'",
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
        (
            "claims/a.yaml",
            "interested: [miller]",
            "interested: [miller, daily]",
            "makes what 'copy' says against claim 'a' the interested word of daily",
        ),
        (
            "claims/a.yaml",
            "stance: contradicts, ",
            "stance: contradicts, speaker: Acme, ",
            "makes what 'copy' says against claim 'a' the interested word of acme",
        ),
        (
            "claims/a.yaml",
            "stance: contradicts, ",
            "stance: contradicts, origin: unknown, ",
            "makes what 'copy' says against claim 'a' of unknown origin",
        ),
        (
            "claims/notice.yaml",
            ", by: act",
            "",
            "makes what 'house' says against claim 'notice' the interested word of roe",
        ),
        (
            "claims/own.yaml",
            "stance: supports, ",
            "stance: supports, by: act, ",
            "has the word of roe in 'house' count as an act",
        ),
        (
            "claims/rumour.yaml",
            ", origin: unknown",
            "",
            "no longer says that what 'page' prints is of unknown origin",
        ),
        (
            "claims/a.yaml",
            "as_of: 2026-01-01",
            "as_of: 2024-01-01",
            "has claim 'a' hold for 2024-01-01 instead of 2026-01-01",
        ),
        (
            "claims/a.yaml",
            "as_of: 2026-01-01\n",
            "",
            "has claim 'a' hold for no day instead of 2026-01-01",
        ),
        (
            "claims/a.yaml",
            "verdict: {status: refuted, by: Bo, on: 2026-01-01, rationale: The log.}\n",
            "",
            "takes the verdict 'refuted', which Bo signed on 2026-01-01, off claim 'a'",
        ),
        (
            "claims/a.yaml",
            "status: refuted",
            "status: supported",
            "makes the verdict 'refuted', which Bo signed on 2026-01-01, 'supported' on claim 'a'",
        ),
        (
            "sources/page.yaml",
            "issued: 2024-01-02",
            "issued: 2026-01-02",
            "dates source 'page' 2026-01-02 instead of 2024-01-02",
        ),
        (
            "sources/page.yaml",
            "doubtful: [0-5]\n",
            "",
            "no longer says where letters of source 'page' are in doubt",
        ),
        (
            "sources/page.yaml",
            "gaps: [a picture]\n",
            "",
            "no longer says what the text of source 'page' lacks",
        ),
        (
            "sources/parties.yaml",
            ", aliases: [Widgets]",
            "",
            "no longer says that 'Widgets' is a name of 'acme'",
        ),
        (
            "sources/parties.yaml",
            "aliases: [Widgets]}\nzed: {name: Zed}",
            "aliases: [Works]}\nzed: {name: Zed, aliases: [Widgets]}",
            "no longer says that 'Widgets' is a name of 'acme'",
        ),
    ],
)
def test_what_a_change_takes_out_is_told(
    tmp_path: Path, path: str, old: str, new: str, message: str
) -> None:
    assert messages(tmp_path, path, old, new) == [f"the change {message}"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("claims/a.yaml", "on Sunday night", "on Sunday"),
        ("claims/a.yaml", "2027-01-01", "2027-07-01"),
        ("claims/a.yaml", "The mill burnt down.", "Acme sold the mill."),
        ("sources/daily.yaml", "retracted", "withdrawn"),
        ("sources/daily.yaml", "A page", "The page"),
        ("sources/page.yaml", "issued: 2024-01-02", "issued: 2024-01-01"),
        ("sources/page.yaml", "doubtful: [0-5]", "doubtful: [0-5, 8-9]"),
        ("sources/page.yaml", "gaps: [a picture]", "gaps: [a picture, a map]"),
        ("sources/parties.yaml", "[Widgets]", "[Widgets, Works]"),
        ("sources/parties.yaml", "zed: {name: Zed}\n", ""),
        ("claims/a.yaml", "as_of: 2026-01-01", "as_of: 2026-02-01"),
        (
            "claims/a.yaml",
            "{status: refuted, by: Bo, on: 2026-01-01",
            "{status: supported, by: Bo, on: 2026-02-01",
        ),
        ("claims/a.yaml", "The log.", "The log of the mill."),
        ("claims/a.yaml", "interested: [miller]", "interested: [miller, smith]"),
        ("sources/house.yaml", "publisher: Roe", "publisher: Acme"),
        ("claims/own.yaml", "speaker: Roe, stance: context", "speaker: acme, stance: supports"),
    ],
)
def test_other_edits_are_no_matter_for_it(tmp_path: Path, path: str, old: str, new: str) -> None:
    assert messages(tmp_path, path, old, new) == []


@pytest.mark.parametrize(
    ("path", "as_path", "old", "new", "message"),
    [
        (
            "claims/a.yaml",
            "claims/mills/b.yaml",
            "claimant: acme\n",
            "",
            "no longer says that claim 'b' is made by acme",
        ),
        (
            "claims/a.yaml",
            "claims/b.yaml",
            "The mill burnt down.\nkind: state",
            "The mill has burnt down\nkind: event",
            "no longer says that claim 'b' can stop being true",
        ),
        (
            "sources/daily.yaml",
            "sources/daily-news.yaml",
            "notice: retracted\n",
            "",
            "no longer says that source 'daily-news' was retracted",
        ),
        (
            "sources/copy.yaml",
            "sources/copies.yaml",
            "origin: daily\n",
            "",
            "no longer says that source 'copies' repeats 'daily'",
        ),
    ],
)
def test_another_name_takes_nothing_out(
    tmp_path: Path, path: str, as_path: str, old: str, new: str, message: str
) -> None:
    assert f"the change {message}" in messages(tmp_path, path, old, new, as_path=as_path)


def test_a_claim_under_another_name_that_kept_what_it_had_is_no_matter(tmp_path: Path) -> None:
    assert messages(tmp_path, "claims/a.yaml", "", "", as_path="claims/b.yaml") == []


def test_a_new_claim_that_asserts_something_else_is_not_the_one_that_went(tmp_path: Path) -> None:
    new = "claim: Nobody has ever seen Bo there.\nallow: {kind-unset: A test.}\nevidence:"
    old = FILES["claims/a.yaml"].partition("evidence:")[0] + "evidence:"

    assert messages(tmp_path, "claims/a.yaml", old, new, as_path="claims/b.yaml") == []


def test_a_newer_capture_that_is_taken_away_is_told(tmp_path: Path) -> None:
    base, head = tmp_path / "base", tmp_path / "head"
    for root in (base, head):
        for file, content in FILES.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(content, "utf-8")
    (head / "sources/later.yaml").unlink()

    report = check(assess(replace(load(head), base=load(base)), date(2026, 1, 1)))

    (finding,) = [each for each in report.findings if each.rule == "safeguard-removed"]
    assert finding.message == "the change no longer says that 'later' is a newer capture of 'house'"
    assert finding.place.path == "sources/house.yaml"
