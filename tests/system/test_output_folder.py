"""A folder that is written again and again: nobody else's file, and nothing through a link."""

from __future__ import annotations

import hashlib
import json
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.output_folder import (
    LIST,
    ForeignFolderError,
    OutputFolder,
    digests_in,
)
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="it has other links")


def files(root: Path) -> dict[str, str]:
    """Return what stands in a folder, links as where they lead."""
    return {
        str(path.relative_to(root)): f"-> {path.readlink()}"
        if path.is_symlink()
        else path.read_text()
        for path in sorted(root.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def listed(root: Path) -> list[str]:
    paths: list[str] = json.loads((root / LIST).read_text())
    return paths


def written(root: Path, contents: dict[str, bytes]) -> list[str]:
    """Write a folder as a run does; return what was written."""
    output = OutputFolder(root)
    output.begin(contents)
    names = [path for path, data in contents.items() if output.write(path, data)]
    output.finish(contents)
    return names


def test_only_what_changed_is_written_and_what_is_no_more_is_removed(tmp_path: Path) -> None:
    root = tmp_path / "site"

    assert written(root, {"a.html": b"1", "p/b.html": b"2"}) == ["a.html", "p/b.html"]
    assert listed(root) == ["a.html", "p/b.html"]
    assert written(root, {"a.html": b"1", "c.html": b"3"}) == ["c.html"]
    assert files(root) == {LIST: '[\n"a.html",\n"c.html"\n]\n', "a.html": "1", "c.html": "3"}


def test_how_many_files_were_removed_is_told(tmp_path: Path) -> None:
    root = tmp_path / "site"
    written(root, {"a": b"1", "b": b"2", "c": b"3"})
    (root / "b").unlink()

    assert OutputFolder(root).finish(["c"]) == 1
    assert sorted(files(root)) == [LIST, "c"]
    assert listed(root) == ["c"]


def test_what_a_run_that_was_interrupted_wrote_is_removed_by_the_next(tmp_path: Path) -> None:
    root = tmp_path / "site"
    written(root, {"a": b"1"})
    output = OutputFolder(root)
    output.begin(["b", "p/c"])
    output.write("b", b"2")

    assert listed(root) == ["a", "b", "p/c"]
    written(root, {"a": b"1"})
    assert sorted(files(root)) == [LIST, "a"]


def test_a_folder_of_nobody_knows_what_is_begun_even_of_nothing(tmp_path: Path) -> None:
    OutputFolder(tmp_path / "site").begin([])

    assert listed(tmp_path / "site") == []
    OutputFolder(tmp_path / "site").finish([])


@pytest.mark.parametrize("list_of", [None, "{", '{"a": 1}', '"a"'])
def test_a_folder_with_files_of_others_is_left_alone(tmp_path: Path, list_of: str | None) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    if list_of is not None:
        (tmp_path / LIST).write_text(list_of)

    with pytest.raises(ForeignFolderError):
        OutputFolder(tmp_path)


@posix
def test_a_list_that_is_a_link_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('["thesis.txt"]')
    root = tmp_path / "site"
    root.mkdir()
    (root / "thesis.txt").write_text("years of work")
    (root / LIST).symlink_to("../list.json")

    with pytest.raises(ForeignFolderError):
        OutputFolder(root)


@posix
@pytest.mark.parametrize("kind", ["link", "dangling", "file"])
def test_what_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "site"
    if kind == "file":
        root.write_text("")
    else:
        root.symlink_to(tmp_path if kind == "link" else "nowhere")

    with pytest.raises(RefusedError, match=r"^it is a link, or no folder$"):
        OutputFolder(root)


@posix
@pytest.mark.parametrize("path", ["p/a.html", "a.html", LIST])
def test_nothing_is_written_through_a_link(tmp_path: Path, path: str) -> None:
    root, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "a.html").write_text("theirs")
    output = OutputFolder(root)
    if "/" in path:
        (root / "p").symlink_to(outside)
    else:
        (root / path).symlink_to(outside / "a.html")

    with pytest.raises(RefusedError, match=r"^(p|a\.html|\.claimcheck-report\.json) is a link"):
        output.write(path, b"ours")
    if path != "a.html":
        with pytest.raises(RefusedError, match="is a link"):
            output.begin([path])
    assert files(outside) == {"a.html": "theirs"}


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path / "site")
    (tmp_path / "site" / "a.html").mkdir()

    with pytest.raises(RefusedError, match=r"^a\.html is a link, or no plain file$"):
        output.write("a.html", b"ours")


@pytest.mark.parametrize("path", ["../a", "/a", "p/../../a", "nul", "p/nul.html"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(RefusedError, match=r"^the path "):
        OutputFolder(tmp_path / "site").write(path, b"")


@posix
def test_nothing_is_removed_outside_whatever_the_list_names(tmp_path: Path) -> None:
    root, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    root.mkdir()
    for path in (outside / "a", outside / "b", root / "gone"):
        path.write_text("x")
    (root / "p").symlink_to(outside)
    (root / "link").symlink_to(outside / "b")
    (root / LIST).write_text(json.dumps(["../outside/a", "p/a", "link", "gone", 7, None]))

    assert OutputFolder(root).finish([]) == 2
    assert files(outside) == {"a": "x", "b": "x"}
    assert sorted(files(root)) == [LIST, "p"]


def test_what_a_run_that_was_killed_left_aside_is_removed(tmp_path: Path) -> None:
    root = tmp_path / "site"
    written(root, {"p/a": b"1", "q/b": b"2"})
    for folder in ("", "p", "q"):
        (root / folder / ".claimcheck-report.77.tmp").touch()
        (root / folder / "other.tmp").touch()

    output = OutputFolder(root)
    output.begin(["p/a"])
    output.write("q/b", b"2")

    assert [name for name in files(root) if name.endswith("tmp")] == [
        "other.tmp",
        "p/other.tmp",
        "q/other.tmp",
    ]


def test_a_file_that_cannot_be_written_leaves_nothing_aside(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path / "site")

    with pytest.raises(TypeError):
        output.write("a", "no bytes")  # type: ignore[arg-type]
    assert files(tmp_path / "site") == {}


def test_hashes_that_are_known_save_reading(tmp_path: Path) -> None:
    root = tmp_path / "site"
    written(root, {"a": b"1", "b": b"2"})
    hashes = {"a": hashlib.sha256(b"new").hexdigest(), "b": hashlib.sha256(b"old").hexdigest()}
    output = OutputFolder(root, hashes)

    assert not output.write("a", b"new")
    assert output.write("b", b"new")
    assert (files(root)["a"], files(root)["b"]) == ("1", "new")


@posix
def test_hashes_are_taken_of_plain_files_alone(tmp_path: Path) -> None:
    import os

    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").write_bytes(b"a text")
    (tmp_path / "link").symlink_to("folder/a")
    os.mkfifo(tmp_path / "pipe")

    digests = digests_in(tmp_path, ["folder/a", "folder", "link", "pipe", "none"])

    assert digests == {"folder/a": hashlib.sha256(b"a text").hexdigest()}
