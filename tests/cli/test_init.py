"""`claimcheck init`: a folder becomes a working project, and nothing in it is changed."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from support.project import ROOT, CommandResult
from support.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., CommandResult]

SCHEMAS = {
    f".claimcheck/schemas/{kind}.json"
    for kind in ("claim", "source", "parties", "reviews", "config")
}
BARE = {
    *SCHEMAS, ".gitattributes", "claimcheck.toml", "claims/.gitkeep", "sources/parties.yaml",
}  # fmt: skip
EXAMPLE = {"claims/example.yaml", "sources/example-report.txt", "sources/example-report.yaml"}
NEXT = """\

next:
  claimcheck source add FILE  pin a document
  claimcheck new TEXT         begin a claim
  claimcheck find --claim ID  where do the documents speak of it?
  claimcheck link -h          how to quote them for it, or against it
  claimcheck check            prove its quotes
"""
CLEAN = "1 claim, 1 evidence item, 1 source: no findings; 0 unchecked\n"
NOTHING_YET = "0 claims, 0 evidence items, 0 sources: no findings; 0 unchecked\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def test_an_empty_folder_becomes_a_project_that_checks_clean(run: Run, here: Path) -> None:
    result = run("init")

    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "created .claimcheck/schemas (for editors)\n"
        "created sources/parties.yaml\n"
        "created sources/example-report.txt\n"
        "created sources/example-report.yaml\n"
        "created claims/example.yaml\n"
        "created claims/.gitkeep\n"
        "created .gitattributes\n"
        "created claimcheck.toml\n"
        "\n"
        "the example is invented; delete it with\n"
        "  rm claims/example.yaml sources/example-report.*\n" + NEXT
    )
    assert set(contents(here)) == BARE | EXAMPLE
    assert run("check", "--strict") == CommandResult(0, CLEAN, "")


@pytest.mark.parametrize(
    "name", sorted((BARE | EXAMPLE) - SCHEMAS - {"claims/.gitkeep", "sources/example-report.txt"})
)
def test_what_init_writes_is_as_it_is_shown(
    run: Run, here: Path, golden: Callable[[Path, str], None], name: str
) -> None:
    run("init")

    shown = ROOT / "tests" / "golden" / "init" / f"{name.replace('/', '-').lstrip('.')}.txt"
    golden(shown, (here / name).read_text("utf-8"))


def test_deleting_the_example_as_it_says_leaves_a_clean_project(run: Run, here: Path) -> None:
    run("init")
    for name in EXAMPLE:
        (here / name).unlink()

    assert set(contents(here)) == BARE
    assert run("check", "--strict") == CommandResult(0, NOTHING_YET, "")


def test_the_example_can_be_left_out(run: Run, here: Path) -> None:
    result = run("init", "--bare")

    assert result.status == 0
    assert "example" not in result.out
    assert set(contents(here)) == BARE
    assert run("check", "--strict") == CommandResult(0, NOTHING_YET, "")


def test_a_folder_that_is_not_there_is_made_and_named(run: Run, here: Path) -> None:
    result = run("init", "desk/dossier")

    assert result.status == 0
    assert "\nthe example is invented; delete it, in desk/dossier, with\n  rm claims/" in result.out
    assert "created desk/dossier/claimcheck.toml\n" in result.out
    assert "\nnext, in desk/dossier:\n" in result.out
    assert run("check", "-C", here / "desk" / "dossier").status == 0


def test_documents_that_lie_there_are_left_alone_and_the_check_is_clean(
    run: Run, here: Path
) -> None:
    (here / "page.html").write_text("<p>A saved page.</p>")
    (here / "report.txt").write_text("The bridge reopened on 4 May 2021.\n")

    assert run("init").status == 0

    assert (here / "page.html").read_text() == "<p>A saved page.</p>"
    assert run("check", "--strict") == CommandResult(0, CLEAN, "")


def test_a_second_time_changes_nothing_and_says_so(run: Run, here: Path) -> None:
    run("init")
    before = contents(here)

    result = run("init")

    assert (result.status, result.out) == (
        0,
        (
            "kept    .claimcheck/schemas\n"
            "kept    claimcheck.toml, which has the configuration\n"
            "kept    sources/parties.yaml, which was there already\n"
            "kept    .gitattributes, which was there already\n" + NEXT
        ),
    )
    assert contents(here) == before


@pytest.mark.parametrize("lost", sorted(BARE - {"claims/.gitkeep"}))
def test_a_half_made_project_is_completed(run: Run, here: Path, lost: str) -> None:
    run("init")
    whole = contents(here)
    (here / lost).unlink()

    assert run("init").status == 0

    assert contents(here) == whole


def test_what_the_user_wrote_is_kept_to_the_byte(run: Run, here: Path) -> None:
    mine = {
        "claims/mine.yaml": b"claim: Mine.\r\n",
        "sources/parties.yaml": b"me: {name: Me}",
        ".gitattributes": b"*.pdf binary\n",
        ".claimcheck/schemas/claim.json": b"{}",
    }
    for name, data in mine.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(data)

    result = run("init")

    assert result.status == 0
    assert "example" not in result.out  # there are claims already
    after = contents(here)
    assert {name: after[name] for name in mine} == mine
    assert set(after) == (BARE | set(mine)) - {"claims/.gitkeep"}
    assert (
        "kept    .gitattributes, which was there already\n"
        "        add this line to it, so that git keeps every byte:\n"
        "        sources/** -text -ident -filter -working-tree-encoding\n" in result.out
    )


def test_the_folders_that_a_configuration_names_are_the_ones_made(run: Run, here: Path) -> None:
    (here / "claimcheck.toml").write_text('claims = "facts"\nsources = "evidence/pinned"\n')

    result = run("init")

    assert result.status == 0
    assert "kept    claimcheck.toml, which has the configuration\n" in result.out
    assert "created facts/.gitkeep\n" in result.out
    assert set(contents(here)) == {
        *SCHEMAS, ".gitattributes", "claimcheck.toml", "facts/.gitkeep",
        "evidence/pinned/parties.yaml",
    }  # fmt: skip
    assert (here / ".gitattributes").read_text().startswith("evidence/pinned/** -text")
    assert (
        (here / "evidence/pinned/parties.yaml")
        .read_text()
        .startswith("# yaml-language-server: $schema=../../.claimcheck/schemas/parties.json\n")
    )
    assert run("check", "--strict").status == 0


def test_a_configuration_in_pyproject_stays_there(run: Run, here: Path) -> None:
    pyproject = '[project]\nname = "x"\n\n[tool.claimcheck]\nsources = "seeds"\n'
    (here / "pyproject.toml").write_text(pyproject)

    result = run("init")

    assert result.status == 0
    assert "kept    pyproject.toml, which has the configuration\n" in result.out
    assert not (here / "claimcheck.toml").exists()
    assert (here / "seeds" / "parties.yaml").exists()
    assert (here / "pyproject.toml").read_text() == pyproject


def test_a_pyproject_without_claimcheck_is_left_alone_and_mentioned(run: Run, here: Path) -> None:
    (here / "pyproject.toml").write_text('[project]\nname = "x"\n')

    result = run("init")

    assert result.status == 0
    assert (
        "\npyproject.toml can hold the settings instead: move them there, under\n"
        "[tool.claimcheck], and delete claimcheck.toml\n" in result.out
    )
    assert (here / "pyproject.toml").read_text() == '[project]\nname = "x"\n'
    assert run("check", "--strict") == CommandResult(0, CLEAN, "")


def test_a_configuration_that_means_nothing_is_refused_first(run: Run, here: Path) -> None:
    (here / "claimcheck.toml").write_text("clams = 'x'\n")

    result = run("init")

    assert (result.status, result.err) == (
        2,
        "error: claimcheck.toml: unknown key 'clams'; did you mean claims?\n",
    )
    assert set(contents(here)) == {"claimcheck.toml"}


@pytest.mark.parametrize("name", ["claims", "sources", ".claimcheck/schemas"])
def test_a_file_in_a_folders_way_is_named_and_nothing_is_written(
    run: Run, here: Path, name: str
) -> None:
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_text("mine")

    result = run("init")

    assert (result.status, result.out, result.err) == (
        2,
        "",
        f"error: {name}: is a file, and a folder is needed\n  help: move it elsewhere first\n",
    )
    assert contents(here) == {name: b"mine"}


@pytest.mark.parametrize("name", ["dossier", "dossier/inner"])
def test_a_file_in_the_projects_own_place_is_named(run: Run, here: Path, name: str) -> None:
    (here / "dossier").write_text("mine")

    result = run("init", name)

    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "error: dossier: is a file\n  help: name a folder; where it is not there, it is made\n"
    )
    assert contents(here) == {"dossier": b"mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("name", ["claims", "sources", ".claimcheck", ".claimcheck/schemas"])
def test_a_link_in_the_way_is_named_and_nothing_is_written_behind_it(
    run: Run, here: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).symlink_to(outside)
    folder = ".claimcheck/schemas" if name.startswith(".") else name

    result = run("init")

    assert (result.status, result.out, result.err) == (
        2,
        "",
        f"error: {folder}: is a symbolic link; a dossier keeps plain folders\n",
    )
    assert contents(here) == {}
    assert contents(outside) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_is_not_written_through(run: Run, here: Path) -> None:
    (here / ".gitattributes").symlink_to(here / "nowhere")

    result = run("init")

    assert result.status == 0
    assert "kept    .gitattributes, which was there already\n" in result.out
    assert not (here / "nowhere").exists()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_a_plain_refusal(run: Run, here: Path) -> None:
    here.chmod(0o555)
    try:
        result = run("init")
    finally:
        here.chmod(0o755)

    assert (result.status, result.out, result.err) == (
        2,
        "",
        (
            "error: .claimcheck/schemas: cannot be made: permission denied\n"
            "  help: allow yourself to write there, such as with `chmod u+w`, or name another "
            "place\n"
        ),
    )
    assert contents(here) == {}


def test_a_name_that_would_paint_the_screen_is_shown_escaped(run: Run, here: Path) -> None:
    result = run("init", "x\x1b[31m", "--bare")

    assert result.status == 0
    assert "\x1b" not in result.out
    assert "created x\\x1b[31m/claimcheck.toml\n" in result.out
    assert (here / "x\x1b[31m").is_dir()


@pytest.mark.parametrize("line_ends", ["true", "input", "false"])
def test_a_clone_checks_clean_whatever_git_does_to_line_ends(
    run: Run, here: Path, line_ends: str
) -> None:
    project, clone = here / "project", here / "clone"
    run("init", project)
    git(project, "init", "--quiet")
    git(project, "-c", f"core.autocrlf={line_ends}", "add", "--all")
    git(project, "commit", "--quiet", "--message", "A dossier")
    git(here, "-c", f"core.autocrlf={line_ends}", "clone", "--quiet", str(project), str(clone))
    git(clone, "config", "core.autocrlf", line_ends)

    result = run("check", "--strict", "-C", clone)

    if line_ends == "true":
        assert b"\r\n" in (clone / "claims" / "example.yaml").read_bytes()
    assert result == CommandResult(0, CLEAN, "")
    assert run("schema", "--write", "-C", clone).out.startswith(
        "kept    .claimcheck/schemas/claim.json\n"
    )


def test_the_schema_folder_is_no_part_of_the_dossier(run: Run, here: Path) -> None:
    run("init")
    (here / ".claimcheck" / "schemas" / "claim.json").write_text("broken {")
    (here / ".claimcheck" / "stray.yaml").write_text("claim: [")

    assert run("check", "--strict") == CommandResult(0, CLEAN, "")


def test_the_tour_is_five_commands_each_of_which_names_the_next(run: Run, here: Path) -> None:
    """Whoever types what stands there arrives at a green gate, and is told so."""
    result = run("init", "--tour")
    commands, statuses = [], []
    text = result.out
    while "  claimcheck " in text:
        commands.append(text.rsplit("  claimcheck ", 1)[1].rstrip("\n"))
        result = run(*shlex.split(commands[-1]))
        statuses.append(result.status)
        text = result.err

    assert [command.split()[0] for command in commands] == [
        "list",
        "check",
        "set",
        "review",
        "check",
    ]
    assert statuses == [0, 1, 0, 0, 0]
    assert result.out == "3 claims, 5 evidence items, 3 sources: no findings; 0 unchecked\n"
    assert "that was it" in result.err
    assert run("check", "--strict", "-C", here).status == 0


def test_a_party_with_the_id_of_its_source_is_known_to_print_it(run: Run, here: Path) -> None:
    """The newspaper of the tour is called courier, and so is its page."""
    run("init", "--tour")

    shown = " ".join(run("show", "passengers-hurt", "-C", here).out.split())

    assert "said by The Exampleton Courier · printed by The Exampleton Courier, 2024-05-04" in shown
    assert "not known" not in shown


def test_a_step_of_the_tour_that_fails_names_no_next_one(run: Run, here: Path) -> None:
    run("init", "--tour", "tour")

    assert "tour" not in run("set", "passengers-hurt", "9", "quote=x", "-C", here / "tour").err
    assert "tour, 2 of 5" in run("list", "-C", here / "tour").err
    assert "tour, 2 of 5" in run("list", "-C", here / "tour").err  # not kept without its step


def test_the_tour_needs_a_folder_of_its_own(run: Run, here: Path) -> None:
    run("init")
    before = contents(here)

    result = run("init", "--tour")

    assert result.status == 2
    assert "the tour needs a folder of its own" in result.err
    assert contents(here) == before


def test_taking_an_init_back_tells_of_its_schemas_by_name_and_size(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "--bare")
    result = run("undo")
    assert result.status == 0
    assert "removed file .claimcheck/schemas/claim.json, " in result.out
    assert "additionalProperties" not in result.out
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
