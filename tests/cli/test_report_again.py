"""A report after edits: the same bytes as one from scratch, and only what changed is made."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import assess, check, rules
from claimcheck.__main__ import main
from claimcheck.assessment.history import history_of
from claimcheck.dossier.load import load_tree
from claimcheck.dossier.project import find_project
from claimcheck.formats.site import pages
from claimcheck.formats.site.site import Site
from claimcheck.formats.status_phrases import reason
from claimcheck.system import plugins
from support.edits import (
    BEGINNING,
    COPY,
    DAILY,
    EDIT,
    QUOTES,
    RADIO,
    SIGNED,
    claim,
    edit,
    record,
)
from support.project import TODAY
from support.repository import begin, commit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

LIST = ".claimcheck-report.json"
NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


def from_scratch(
    root: Path, today: dt.date, title: str = "", base_url: str = ""
) -> dict[str, bytes]:
    """The pages of a project, made of nothing but its files."""
    project = find_project(root)
    report = check(assess(load_tree(project.tree, project.config), today))
    has_history = (root / ".git").exists()
    history = history_of(project, today, reason=reason) if has_history else None
    commit_id = history.head[:10] if history else ""
    site = Site(report, title or root.name, base_url, commit_id, history)
    return {page.path: page.data for page in pages.render(site)}


def written(folder: Path) -> dict[str, bytes]:
    """The pages in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def report(root: Path, folder: Path, today: dt.date, *options: str) -> None:
    assert (
        main(["-C", str(root), "report", str(folder), "--today", today.isoformat(), *options]) == 0
    )


PAGES = ("index.html", "claims/a.html", "sources/daily.html", "parties.html", "badge.svg")
RESTING = claim(("daily", "supports", QUOTES[0], ""), rests_on="[a, b]", claim="It follows.")
# Where no rule finds anything, nothing but the key itself tells that a page is another.
SILENT = "[rules]\n" + "".join(
    f"{name} = 'off'\n" for name in plugins.names(rules) if name != "malformed-file"
)
STEP = st.one_of(
    st.tuples(st.just("claimcheck.toml"), st.just(SILENT)),
    EDIT,
    EDIT,
    st.tuples(st.just("claims/rests.yaml"), st.none() | st.just(RESTING)),
    st.tuples(st.just("tampered"), st.sampled_from(PAGES)),
    st.tuples(st.just("deleted"), st.sampled_from(PAGES)),
    st.tuples(st.just("moved"), st.just("claims/a.yaml")),
    st.tuples(st.just("title"), st.sampled_from(("", "Facts"))),
    st.tuples(st.just("address"), st.sampled_from(("", "https://facts.example/"))),
)


# Each step makes a site twice. Every edit alone is a row of test_live_report.py, and what a check
# takes over from the last one is tried with twice as many examples in tests/gate.
@given(steps=st.lists(STEP, min_size=1, max_size=6))
@settings(
    max_examples=settings().max_examples // 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_report_after_edits_is_that_from_scratch(
    steps: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Over random edits of the project, of the settings, of the day, and of the pages."""
    place = tmp_path_factory.mktemp("renewed", numbered=True)
    root, site = place / "project", place / "site"
    for name, text in {**BEGINNING, "claims/rests.yaml": RESTING}.items():
        edit(root, name, text)
    today, look = TODAY, {"title": "", "address": ""}
    for kind, value in [("day", "2026-11-22"), *steps]:
        if kind == "day":
            today = dt.date.fromisoformat(str(value))
        elif kind in look:
            look[kind] = str(value)
        elif kind == "moved":
            if (root / "claims/a.yaml").exists():
                (root / "claims/a.yaml").replace(root / "claims/z.yaml")
        elif kind in {"tampered", "deleted"}:
            _spoil(site / str(value), deleted=kind == "deleted")
        else:
            edit(root, kind, value)
        options = [f"--title={look['title']}", f"--base-url={look['address']}"]
        report(root, site, today, *options)
        assert written(site) == from_scratch(root, today, look["title"], look["address"])


def _spoil(page: Path, *, deleted: bool) -> None:
    """Change a page, of the same length and date, or remove it."""
    if deleted:
        page.unlink(missing_ok=True)
    elif page.exists():
        facts = page.stat()
        page.write_bytes(page.read_bytes()[:-1] + b"!")
        os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))


QUIET: dict[str, str | bytes] = {
    **BEGINNING,
    "claimcheck.toml": SILENT,
    "sources/radio.yaml": record("radio", RADIO, origin="wire"),
    "claims/a.yaml": claim(("daily", "supports", QUOTES[0], "")),
    "claims/b.yaml": claim(("wire", "context", "The council met on Tuesday", "")),
    "claims/c.yaml": claim(("radio", "supports", "The ferry sank on Friday", "the Daily")),
    "claims/d.yaml": claim(("daily", "supports", QUOTES[0], "town"), review_by="2026-11-24"),
    "claims/e.yaml": RESTING,
    "claims/f.yaml": claim(("wire", "supports", "The harbour was never open again", "")),
}


@pytest.mark.parametrize(
    ("edited", "remade"),
    [
        (
            {"sources/wire.yaml": record("Wire", COPY, file="wire.txt")},
            {"claims/b.html", "claims/c.html", "sources/radio.html"},
        ),
        ({"sources/wire.txt": f"Before it. {COPY}"}, {"claims/b.html"}),
        (
            {"sources/daily.yaml": record("daily", DAILY, publisher="the daily")},
            {"claims/c.html"},
        ),
        ({"sources/parties.yaml": "town: {name: Elm}\n"}, {"claims/d.html"}),
        ({"reviews/b.yaml": SIGNED}, {"claims/b.html"}),
        ({"day": "2026-11-25"}, {"claims/d.html"}),
        (
            {"claims/b.yaml": "claim: Nobody says so.\n"},
            {"claims/e.html", "sources/wire.html"},
        ),
        (
            {"sources/daily.txt": f"{DAILY}The harbour was never open again.\n"},
            {"claims/f.html"},
        ),
        (
            {
                "sources/new.yaml": record("new", COPY, supersedes="wire"),
                "sources/new.txt": COPY,
            },
            {"sources/wire.html"},
        ),
    ],
)
def test_a_page_is_made_again_for_all_that_goes_into_it(
    edited: dict[str, str], remade: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where no rule finds anything that would tell."""
    place = tmp_path_factory.mktemp("quiet", numbered=True)
    root, site = place / "project", place / "site"
    for name, text in QUIET.items():
        edit(root, name, text)
    today = dt.date(2026, 11, 22)
    report(root, site, today)
    before = written(site)
    for path, content in edited.items():
        if path == "day":
            today = dt.date.fromisoformat(content)
        else:
            edit(root, path, content)
    report(root, site, today)

    after = written(site)
    assert after == from_scratch(root, today)
    assert remade <= {page for page in before if after[page] != before[page]}


@NEEDS_GIT
def test_pages_with_a_history_follow_the_commits(write: Write, tmp_path: Path) -> None:
    root, site = write(BEGINNING), tmp_path / "site"
    begin(root)
    turns: list[dict[str, str | bytes | None]] = [
        {},
        {"claims/a.yaml": "claim: Nobody says so.\n"},
        {"claims/a.yaml": None, "sources/radio.yaml": None},
        {"claims/a.yaml": BEGINNING["claims/a.yaml"]},
    ]
    for number, edits in enumerate(turns):
        for path, content in edits.items():
            edit(root, path, content)
        report(root, site, TODAY)
        assert written(site) == from_scratch(root, TODAY)
        commit(root, f"Edit {number}")
        report(root, site, TODAY)
        assert written(site) == from_scratch(root, TODAY)


def test_after_an_edit_only_its_own_pages_are_made(run: Run, write: Write, tmp_path: Path) -> None:
    # So many that a second process reads again what was written.
    more = {f"claims/n{number}.yaml": BEGINNING["claims/b.yaml"] for number in range(100)}
    root, site = write({**BEGINNING, **more}), tmp_path / "site"
    run("-C", root, "report", site)
    dates = {path: path.stat().st_mtime_ns for path in site.rglob("*.*")}

    edit(root, "claims/n7.yaml", str(BEGINNING["claims/b.yaml"]).replace("So it is", "So it was"))
    result = run("-C", root, "report", site)
    changed = {
        path.relative_to(site).as_posix()
        for path, date in dates.items()
        if path.is_file() and path.stat().st_mtime_ns != date
    }
    assert changed == {"claims/n7.html", "sources/wire.html", "index.html", "parties.html"}
    assert result.out.endswith(f"{len(changed)} written\n")


def test_what_is_kept_of_a_report_is_believed_only_whole(
    run: Run,
    write: Write,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever is left in the cache, and in whatever state."""
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(cache))
    root, site = write(BEGINNING), tmp_path / "site"
    run("-C", root, "report", site)
    entries = sorted((cache / "report").iterdir())
    assert entries
    for turn, path in enumerate(entries):
        edit(root, "claims/b.yaml", f"claim: Another one, {turn}.\n")
        path.write_bytes(path.read_bytes()[: 200 * turn])
        run("-C", root, "report", site)
        assert written(site) == from_scratch(root, dt.date.today())  # noqa: DTZ011 - as the command


def test_a_report_that_was_interrupted_is_made_up_for(
    run: Run, write: Write, tmp_path: Path
) -> None:
    """Some template breaks after the first pages were written."""
    root, site, own = write(BEGINNING), tmp_path / "site", tmp_path / "templates"
    own.mkdir()
    (own / "source_article.html").write_text("{{ nothing }}")
    assert run("-C", root, "report", site, "--templates", own).status == 2
    assert (site / "index.html").exists() or (site / "claims" / "a.html").exists()

    edit(root, "claims/b.yaml", None)
    assert run("-C", root, "report", site).status == 0
    assert written(site) == from_scratch(root, dt.date.today())  # noqa: DTZ011 - as the command
