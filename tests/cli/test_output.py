"""`check --output`: files written whole, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load
from claimcheck.formats import findings
from claimcheck.system import plugins
from support.project import TODAY, CommandResult
from support.reports import rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    RunCommand = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def project(write: Write) -> Path:
    return write({"claims/a.yaml": "claim: A thing.\n"})


def test_output_writes_each_file_whole_whatever_the_screen_shows(
    run: RunCommand, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("out")
    wanted = {name: place / f"{name}.txt" for name in plugins.names(findings) if name != "terminal"}
    (place / "json.txt").write_text("an older report, longer than nothing")
    (place / "json.txt").chmod(0o640)
    options = [part for name, path in wanted.items() for part in ("--output", f"{name}={path}")]
    answer = run("check", "-C", project, "--format", "concise", "--today", str(TODAY), *options)

    assert answer.status == 1
    assert answer.out == wanted["concise"].read_text("utf-8")
    report = check(assess(load(project), TODAY))
    for name, path in wanted.items():
        assert path.read_text("utf-8") == rendered(name, report)
    assert sorted(place.iterdir()) == sorted(wanted.values())
    assert (place / "json.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("sarif", "write FORMAT=FILE"),
        ("sarif=", "write FORMAT=FILE"),
        ("=x", "there is no format ''"),
        ("sarfi=x.sarif", "did you mean sarif?"),
        ("csv=x.csv", "there is no format 'csv'"),
        ("../json=x.csv", "there is no format '../json'"),
        ("json=claims", "is a folder"),
        ("json=.", "is a folder"),
        ("json=nowhere/x.json", "there is no folder"),
        ("json=claims/x.json", "lies among the project's claims, sources and reviews"),
        ("json=sources/../claims/a.yaml", "lies among the project's claims, sources and reviews"),
        ("json=link/x.json", "lies among the project's claims, sources and reviews"),
        ("json=sources/x.json", "lies among the project's claims, sources and reviews"),
        ("json=reviews/x.json", "lies among the project's claims, sources and reviews"),
        ("json=claimcheck.toml", "is the project's configuration"),
        ("json=claimcheck-baseline.json", "is the project's baseline"),
        ("json=pointer.json", "is not a plain file"),
        ("json=reports/x.json", "lies behind a symbolic link (reports)"),
        ("json=reports/deep/x.json", "lies behind a symbolic link (reports)"),
        ("json=/dev/null", "is not a plain file"),
    ],
)
def test_output_refuses_what_it_must_not_write(
    run: RunCommand,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    written: str,
    reason: str,
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "deep").mkdir()
    (project / "reports").symlink_to(outside)
    (project / "reviews").mkdir()
    (project / "link").symlink_to("sources")
    (project / "pointer.json").symlink_to("claims/a.yaml")
    monkeypatch.chdir(project)
    before = {path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}
    answer = run("check", "--output", written)

    assert (answer.status, answer.out) == (2, "")
    assert reason in answer.err
    assert before == {
        path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()
    }
    assert [path.name for path in outside.rglob("*")] == ["deep"]


@pytest.mark.parametrize("where", ["project", "repository", "working folder"])
def test_output_follows_no_link_of_the_checkout_by_an_absolute_path_either(
    run: RunCommand, write: Write, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    top = write({"facts/claimcheck.toml": "", "facts/claims/a.yaml": "claim: A thing.\n"})
    (top / "facts" / "sources").mkdir()
    (top / "outside").mkdir()
    if where == "repository":
        (top / ".git").mkdir()
    if where == "working folder":
        monkeypatch.chdir(top)
    link = (top / "facts" if where == "project" else top) / "reports"
    link.symlink_to(top / "outside")
    answer = run("check", "-C", top / "facts", "--output", f"json={link}/x.json")

    assert (answer.status, answer.out, list((top / "outside").iterdir())) == (2, "", [])
    assert f"lies behind a symbolic link ({link})" in answer.err


def test_output_goes_where_the_user_has_a_link_of_their_own(
    run: RunCommand, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("own")
    (place / "real").mkdir()
    (place / "link").symlink_to("real")
    answer = run("check", "-C", project, "--output", f"json={place}/link/x.json")

    assert answer.status == 1
    assert (place / "real" / "x.json").is_file()


def test_output_refuses_one_file_twice(run: RunCommand, project: Path) -> None:
    path = project / "x"
    answer = run("check", "-C", project, "--output", f"json={path}", "--output", f"sarif={path}")

    assert (answer.status, path.exists()) == (2, False)
    assert "the file is named twice" in answer.err
