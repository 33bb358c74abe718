"""Names that mean the same on every system, and folders listed without following links."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.folder import Folder, is_reserved, portable_parts
from claimcheck.system.plain_files import Files, RefusedError
from claimcheck.system.tree import TreeEntry

if TYPE_CHECKING:
    from pathlib import Path

OUTSIDE = 'the path must be relative, without empty parts, "." or ".."'
NOT_EVERYWHERE = "the path holds a name that not every system accepts"
LINK = "it is a symbolic link"
posix = pytest.mark.skipif(sys.platform == "win32", reason="it has other links and names")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "the path is empty"),
        (f"{'a/' * 512}b", "the path is too long"),
        ("sources\\a.txt", "folders are separated by /, not by a backslash"),
        ("a\nb.txt", "the path holds a control or invisible character"),
        ("a\u200bb.txt", "the path holds a control or invisible character"),
        ("a\u202eb.txt", "the path holds a control or invisible character"),
        ("a\u2028b.txt", "the path holds a control or invisible character"),
        ("a\u2029b.txt", "the path holds a control or invisible character"),
        ("a\ud800b.txt", "the path holds a control or invisible character"),
        ("a\ue000b.txt", "the path holds a control or invisible character"),
        ("a\u0378b.txt", "the path holds a control or invisible character"),
        ("cafe\u0301.txt", "the path is not in Unicode's composed form (NFC)"),
        ("/etc/passwd", OUTSIDE),
        ("sources//a.txt", OUTSIDE),
        ("sources/", OUTSIDE),
        (".", OUTSIDE),
        ("sources/./a.txt", OUTSIDE),
        ("..", OUTSIDE),
        ("sources/../../a.txt", OUTSIDE),
        *((f"sources/a{mark}b.txt", NOT_EVERYWHERE) for mark in '<>:"|?*'),
        ("sources/a.txt.", NOT_EVERYWHERE),
        ("sources/a.txt ", NOT_EVERYWHERE),
        ("sources/ a.txt", NOT_EVERYWHERE),
        ("~/a.txt", NOT_EVERYWHERE),
        ("sources/nul", NOT_EVERYWHERE),
        ("sources/AUX.txt", NOT_EVERYWHERE),
        ("con/a.txt", NOT_EVERYWHERE),
        (f"sources/{'é' * 128}", NOT_EVERYWHERE),
        (".git/config", "the path leads into .git"),
        ("sources/.GIT/config", "the path leads into .git"),
        ("sources/git~1/config", "the path leads into .git"),
        ("GIT~12/config", "the path leads into .git"),
    ],
)
def test_a_name_that_leads_elsewhere_on_some_system_is_refused(path: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        portable_parts(path)

    assert str(refused.value) == reason


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "sources/a.txt",
        "sources/a b.txt",
        "sources/a~/b~.txt",
        "sources/.hidden",
        "sources/.gitignore",
        "sources/git",
        "sources/git~a",
        "sources/console.txt",
        "sources/com.txt",
        "sources/caf\u00e9 \u6f22\u5b57.txt",
        f"sources/{'a' * 255}",
        "/".join(["a" * 127] * 8),
        f"{'/'.join(['a' * 127] * 7)}/{'a' * 128}",
    ],
)
def test_other_names_are_split_at_their_folders(path: str) -> None:
    assert portable_parts(path) == path.split("/")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("con", True),
        ("Prn.txt", True),
        ("aux.yaml.txt", True),
        ("nul.", True),
        ("conin$", True),
        ("CONOUT$.x", True),
        ("com0", True),
        ("com9.txt", True),
        ("lpt¹", True),
        ("lpt³.a", True),
        ("com", False),
        ("com10", False),
        ("conx", False),
        ("a.con", False),
        ("auxiliary.txt", False),
    ],
)
def test_names_of_devices_are_known_whatever_their_ending(name: str, expected: bool) -> None:
    assert is_reserved(name) is expected


@pytest.mark.parametrize("first", [[], ["sources/plain.txt"]])
@pytest.mark.parametrize(
    "path",
    [
        "sources/../secret.txt",
        "sources/nul.txt",
        "sources/a:b",
        "sources/con.txt",
        "sources/.git",
        "../secret.txt",
        "sources/git~1.txt/../../secret.txt",
    ],
)
def test_no_such_name_is_opened_whatever_was_read_from_its_folder(
    tmp_path: Path, first: list[str], path: str
) -> None:
    root = tmp_path / "root"
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "plain.txt").write_text("a text")
    (tmp_path / "secret.txt").write_text("a secret")
    folder = Folder(root)
    for name in first:
        assert folder.read(name).data == b"a text"

    for ask in (folder.read, folder.digest):
        with pytest.raises(RefusedError, match=r"^the path "):
            ask(path)


@pytest.mark.parametrize("path", ["..", "claims/..", "/", ""])
def test_no_folder_outside_is_listed(tmp_path: Path, path: str) -> None:
    with pytest.raises(RefusedError, match=r"^the path "):
        Folder(tmp_path).entries(path)


@posix
def test_a_folder_is_listed_at_any_depth_and_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").touch()
    claims = tmp_path / "claims"
    for name in ("b", "b.d/c", ".git/hooks", "git~1", "page.yaml", "page.yml"):
        (claims / name).mkdir(parents=True)
        (claims / name / "x.yaml").touch()
    (claims / "a.yaml").touch()
    (claims / ".git-file").write_text("")
    (claims / "linked").symlink_to(tmp_path / "outside")
    (claims / "linked.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")

    assert Folder(tmp_path).entries("claims") == [
        TreeEntry("claims/.git-file"),
        TreeEntry("claims/a.yaml"),
        TreeEntry("claims/b.d/c/x.yaml"),
        TreeEntry("claims/b/x.yaml"),
        TreeEntry("claims/linked", LINK),
        TreeEntry("claims/linked.yaml", LINK),
        TreeEntry("claims/page.yaml", "it is a folder"),
        TreeEntry("claims/page.yaml/x.yaml"),
        TreeEntry("claims/page.yml", "it is a folder"),
        TreeEntry("claims/page.yml/x.yaml"),
    ]


@posix
def test_a_folder_that_is_a_link_is_named_and_not_listed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").touch()
    (tmp_path / "claims").symlink_to(tmp_path / "outside")

    assert Folder(tmp_path).entries("claims") == [TreeEntry("claims", LINK)]


@pytest.mark.parametrize(
    ("path", "reason"), [("none", "there is no such folder"), ("file", "it is not a folder")]
)
def test_what_is_no_folder_is_not_listed(tmp_path: Path, path: str, reason: str) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(RefusedError) as refused:
        Folder(tmp_path).entries(path)

    assert str(refused.value) == reason


@pytest.mark.parametrize(("folders", "listed"), [(31, ""), (32, "deeper than 32")])
def test_folders_are_listed_down_to_a_depth(tmp_path: Path, folders: int, listed: str) -> None:
    inner = tmp_path.joinpath("claims", *["d"] * folders)
    inner.mkdir(parents=True)
    (inner / "a.yaml").touch()
    lowest = "/".join(["claims", *["d"] * folders])

    (entry,) = Folder(tmp_path).entries("claims")

    assert entry.path == (lowest if listed else f"{lowest}/a.yaml")
    assert entry.read_error.endswith(listed)
    assert bool(entry.read_error) is bool(listed)


@posix
def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").touch()
    name, above = "d" * 250, os.open(tmp_path / "claims", os.O_RDONLY)
    for _depth in range(20):
        os.mkdir(name, dir_fd=above)
        inner = os.open(name, os.O_RDONLY, dir_fd=above)
        os.close(above)
        above = inner
    os.close(above)

    listed, refused = Folder(tmp_path).entries("claims")

    assert listed == TreeEntry("claims/a.yaml")
    assert refused.path.endswith(f"/{name}")
    assert refused.read_error == "file name too long"


@posix
def test_what_has_read_files_already_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(1 << 16))
    files = Files(str(tmp_path))
    first = files.digest("large")
    (tmp_path / "large").write_bytes(b"another")

    assert Folder(tmp_path, files).digest("large") == first
    assert Folder(tmp_path).digest("large") != first
