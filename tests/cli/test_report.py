"""`claimcheck report` and `log`: what is written, what is left alone, and what is refused."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from support.project import ROOT
from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
SOURCE = "title: The Gazette\nfile: a.txt\npublisher: Gazette\n"
CLAIM = """\
claim: The bridge was closed.
evidence:
  - {source: a, stance: supports, quote: The bridge was closed in winter}
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "dossier"
    shutil.copytree(ROOT / "tests" / "golden" / "dossier", root)
    monkeypatch.chdir(root)
    return root


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_report_is_a_folder_of_pages(run: Run, dossier: Path, tmp_path: Path) -> None:
    result = run("report", "../site", "--title", "The bridge")

    assert result.status == 0
    assert result.err == ""
    site = contents(tmp_path / "site")
    claims = {f"claims/{path.stem}.html" for path in (dossier / "claims").glob("*.yaml")}
    assert claims <= {*site}
    assert {"index.html", "sources.html", "parties.html", "timeline.html", "badge.svg"} <= {*site}
    assert b"The bridge" in site["index.html"][0]
    assert result.out == f"../site: {len(site) - 1} files, {len(site) - 1} written\n"


def test_only_pages_that_changed_are_written_again(run: Run, dossier: Path, tmp_path: Path) -> None:
    run("report", "../site")
    before = contents(tmp_path / "site")
    again = run("report", "../site")
    assert again.out.endswith(", 0 written\n")
    assert contents(tmp_path / "site") == before

    file = dossier / "claims" / "rumour.yaml"
    file.write_text(file.read_text("utf-8").replace("claim:", "claim: At night"), "utf-8")
    run("report", "../site")
    after = contents(tmp_path / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    assert "claims/rumour.html" in changed
    assert "claims/bridge-safe.html" not in changed


def test_what_a_report_has_no_more_is_removed_and_nothing_else(
    run: Run, dossier: Path, tmp_path: Path
) -> None:
    run("report", "../site")
    (tmp_path / "site" / "CNAME").write_text("facts.example.org")
    (dossier / "claims" / "rumour.yaml").unlink()
    result = run("report", "../site")

    assert result.out.endswith(", 1 removed\n")
    assert not (tmp_path / "site" / "claims" / "rumour.html").exists()
    assert (tmp_path / "site" / "CNAME").exists()


def test_a_folder_with_files_of_others_is_left_alone(
    run: Run, dossier: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("mine")
    result = run("report", "../other")

    assert result.status == 2
    assert "holds files that no report wrote" in result.err
    assert (tmp_path / "other" / "index.html").read_text() == "mine"
    assert dossier.exists()


@pytest.mark.parametrize("inside", ["claims", "sources/site", "claims/index.html"])
def test_a_report_is_no_evidence(run: Run, dossier: Path, inside: str) -> None:
    before = contents(dossier)
    result = run("report", *(("--single-file",) if inside.endswith("html") else ()), inside)

    assert result.status == 2
    assert "claims, sources and reviews" in result.err
    assert contents(dossier) == before


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
@pytest.mark.parametrize("link", ["site", "site/claims", "site/index.html", "site/claims/x.html"])
def test_nothing_is_written_through_a_link(
    run: Run, dossier: Path, tmp_path: Path, link: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("mine")
    (outside / "x.html").write_text("mine")
    run("report", "../site")
    place = tmp_path / link.replace("/x.html", "/rumour.html")
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    place.symlink_to(outside if "html" not in link else outside / place.name)
    (dossier / "claims" / "new.yaml").write_text("claim: It is new.\n")
    before = contents(outside)

    result = run("report", "../site")

    assert result.status == 2
    assert "link" in result.err
    assert contents(outside) == before


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_a_link_that_comes_with_a_checkout_leads_nowhere(
    run: Run, dossier: Path, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (dossier / "build").symlink_to(tmp_path / "outside")

    for arguments in (("build/site",), ("--single-file", "build/site.html")):
        result = run("report", *arguments)
        assert result.status == 2
        assert "lies behind a symbolic link" in result.err
    assert not any((tmp_path / "outside").iterdir())


def test_a_single_file_holds_every_claim(run: Run, dossier: Path, tmp_path: Path) -> None:
    result = run("report", "--single-file", "../all.html")

    assert result.status == 0
    text = (tmp_path / "all.html").read_text("utf-8")
    for path in (dossier / "claims").glob("*.yaml"):
        assert f'id="claim-{path.stem}"' in text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "say where to"),
        (("a", "--single-file", "b"), "exclude each other"),
        (("a/b",), "there is no folder"),
        (("a", "--base-url", "facts.example.org"), "is no address"),
        (("a", "--base-url", "javascript:x"), "is no address"),
        (("a", "--templates", "nowhere"), "there is no such folder"),
        (("a", "--templates", "claims"), "holds no template"),
        (("--single-file", "claims"), "claims, sources and reviews"),
        (("--single-file", "."), ".: is a folder"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(
    run: Run, dossier: Path, arguments: tuple[str, ...], reason: str
) -> None:
    before = contents(dossier)
    result = run("report", *arguments)

    assert result.status == 2
    assert reason in result.err
    assert contents(dossier) == before


def test_a_template_of_ones_own_takes_the_place_of_ours(
    run: Run, dossier: Path, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "source.html").write_text("<!doctype html>{{ source.title }}")
    run("report", "../site", "--templates", "../own")

    assert (tmp_path / "site" / "sources" / "gazette.html").read_bytes().startswith(b"<!doctype")
    (tmp_path / "own" / "sauce.html").write_text("x")
    result = run("report", "../site", "--templates", "../own")
    assert result.status == 2
    assert "there is no template of that name" in result.err
    assert dossier.exists()


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of five commits: a claim is added, supported, reworded, refuted, and removed."""
    root = tmp_path / "project"
    for name, text in {
        "claimcheck.toml": "",
        "sources/a.yaml": SOURCE,
        "sources/a.txt": "The bridge was closed in winter. It was never closed in summer.\n",
        "claims/closed.yaml": "claim: The bridge was closed.\n",
        "claims/other.yaml": "claim: Something else.\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    git(root, "init", "--quiet")
    commit(root)
    file = root / "claims" / "closed.yaml"
    file.write_text(CLAIM)
    commit(root)
    file.write_text(CLAIM.replace("was closed.", "was shut."))
    commit(root)
    file.write_text(CLAIM.replace("was closed.", "was shut.").replace("supports", "contradicts"))
    commit(root)
    (root / "claims" / "other.yaml").unlink()
    commit(root)
    monkeypatch.chdir(root)
    return root


@NEEDS_GIT
def test_the_log_tells_what_became_of_a_claim(run: Run, history: Path) -> None:
    result = run("log", "closed", "--format", "json")
    events = json.loads(result.out)["events"]

    assert [
        (step["before"] and step["before"]["status"], step["after"]["status"]) for step in events
    ] == [
        (None, "unsourced"), ("unsourced", "supported"), ("supported", "supported"),
        ("supported", "refuted"),
    ]  # fmt: skip
    why = "Independent parties contradict it: Gazette. None bears it out."
    assert events[-1]["after"]["reason"] == why
    shown = run("log", "closed").out
    assert shown.count(why) == 1
    assert "Independent parties bear it out: Gazette. None contradicts it." in shown
    assert "The claim cites no evidence." in shown
    assert shown.index("supported → refuted") < shown.index("was: The bridge was closed.")
    assert "removed" in run("log", "other").out
    assert run("log", "closd").status == 2
    (history / "claims" / "new.yaml").write_text("claim: It is new.\n")
    assert run("log", "new").err.startswith("error: 'new' is in no commit yet\n")
    assert history.exists()


@NEEDS_GIT
def test_the_log_tells_what_became_of_a_source(run: Run, history: Path) -> None:
    (history / "sources" / "a.txt").write_text("The bridge was closed in winter.\n")
    commit(history)
    (history / "sources" / "a.yaml").unlink()
    commit(history)
    result = run("log", "a", "--format", "json")
    events = json.loads(result.out)["events"]

    states = [step["after"] for step in events]
    assert [state and (state["state"], state["cited_by"]) for state in states] == [
        ("unpinned", 0), ("unpinned", 1), ("unpinned", 1), None,
    ]  # fmt: skip
    shown = run("log", "a").out
    assert "the document is another" in shown
    assert shown.index("removed") < shown.index("cited by 1 claim (was: 0)")
    assert run("--no-cache", "log", "a").out == shown == run("log", "a").out


@NEEDS_GIT
def test_what_was_kept_of_commits_makes_no_difference(run: Run, history: Path) -> None:
    cold = run("--no-cache", "log", "closed")
    first, second = run("log", "closed"), run("log", "closed")

    assert cold == first == second
    assert history.exists()


@NEEDS_GIT
def test_commits_that_cannot_be_read_are_counted(run: Run, history: Path) -> None:
    (history / "claimcheck.toml").write_text("claims = 3\n")
    commit(history)
    (history / "claimcheck.toml").write_text("")
    commit(history)

    assert "not looked at: 1 commit" in run("log", "closed").out


@NEEDS_GIT
def test_a_shallow_clone_tells_that_its_history_is_not_whole(
    run: Run, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Services of CI make such clones: what is new in their first commit may be old."""
    clone, site = tmp_path / "clone", tmp_path / "site"
    git(history, "clone", "--quiet", "--depth=2", f"file://{history}", str(clone))
    monkeypatch.chdir(clone)

    shown = run("log", "closed").out
    source = run("log", "a").out
    report = run("report", "../site")

    assert "known from here on, as refuted" in shown
    assert "known from here on, unpinned" in source
    assert "earlier commits are not in this clone: `git fetch --unshallow`" in shown
    assert json.loads(run("log", "closed", "--format", "json").out)["earlier_commits"] is True
    assert "note: the history begins on " in report.err
    corrections = (site / "corrections.html").read_text("utf-8")
    assert "Commits before " in corrections
    assert "so far" not in corrections
    assert "Known from here on" in (site / "claims" / "closed.html").read_text("utf-8")


@NEEDS_GIT
def test_pages_tell_their_history_and_removed_ones_stay(
    run: Run, history: Path, tmp_path: Path
) -> None:
    assert run("report", "../site").status == 0

    site = tmp_path / "site"
    assert "was removed on" in (site / "claims" / "other.html").read_text("utf-8")
    assert "reworded from" in (site / "claims" / "closed.html").read_text("utf-8")
    feed = (site / "corrections.atom").read_text("utf-8")
    assert "Supported → Refuted" in feed
    assert "Removed: Something else." in feed
    why = "Independent parties contradict it: Gazette. None bears it out."
    assert why in feed
    assert why in (site / "corrections.html").read_text("utf-8")
    assert run("report", "../bare", "--no-history").status == 0
    assert not (tmp_path / "bare" / "corrections.atom").exists()
    assert history.exists()


def test_log_needs_a_repository(run: Run, dossier: Path) -> None:
    result = run("log", "rumour")

    assert result.status == 2
    assert "is in no git repository" in result.err
    assert dossier.exists()
