"""Entries of the cache: where they lie, who may read them, and what becomes of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from claimcheck.system import cache

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own" / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


def test_an_entry_is_read_as_it_was_stored_under_its_name_alone(own: Path) -> None:
    for data in (b"", b"text", bytes(range(256))):
        cache.put("results", "key", data)
        assert cache.get("results", "key") == data

    assert cache.get("results", "other") is None
    assert cache.get("states", "key") is None
    assert sorted(path.name for path in own.iterdir()) == [cache.TAG, "results"]
    assert (
        (own / cache.TAG).read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")
    )


@posix
def test_nobody_but_the_user_reads_what_is_stored(own: Path) -> None:
    cache.put("results", "key", b"text")

    modes = {path: path.stat().st_mode & 0o777 for path in (own, own / "results")}
    assert set(modes.values()) == {0o700}
    assert (own / "results" / "key").stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize(
    ("mode", "expected"),
    [(0o700, True), (0o755, True), (0o720, False), (0o702, False), (0o777, False)],
)
def test_a_folder_that_others_may_write_is_not_trusted(
    own: Path, mode: int, expected: bool
) -> None:
    cache.put("results", "key", b"text")
    own.chmod(mode)

    assert cache.trusted(str(own)) is expected
    assert (cache.get("results", "key") is not None) is expected
    cache.put("results", "other", b"text")
    assert (own / "results" / "other").exists() is expected


@pytest.mark.parametrize("marker", [
    "claimcheck.toml", "pyproject.toml", ".git", ".hg", ".jj", ".svn",
])  # fmt: skip
def test_nothing_is_read_or_written_below_a_checkout(
    own: Path, tmp_path: Path, marker: str
) -> None:
    cache.put("results", "key", b"text")
    (tmp_path / marker).symlink_to("nowhere")

    assert not cache.trusted(str(own))
    assert cache.get("results", "key") is None
    cache.put("results", "other", b"text")
    assert not (own / "results" / "other").exists()


def test_a_folder_is_not_even_made_in_a_checkout(own: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").touch()

    cache.put("results", "key", b"text")

    assert not own.parent.exists()


def test_a_folder_without_its_tag_is_no_cache(own: Path) -> None:
    cache.put("results", "key", b"text")
    (own / cache.TAG).unlink()

    assert not cache.trusted(str(own))
    assert list(cache.entries()) == []
    cache.put("results", "other", b"text")
    assert sorted(path.name for path in own.rglob("*")) == ["key", "results"]
    assert not cache.trusted(str(own / "none"))


def test_what_cannot_take_its_place_leaves_nothing_aside(own: Path) -> None:
    cache.put("results", "other", b"text")
    (own / "results" / "key").mkdir()

    cache.put("results", "key", b"text")

    assert sorted(path.name for path in (own / "results").iterdir()) == ["key", "other"]


@posix
def test_an_entry_that_is_larger_than_any_of_ours_is_not_read(own: Path) -> None:
    cache.put("results", "key", b"text")
    with (own / "results" / "key").open("r+b") as file:
        file.truncate(1 << 40)

    assert cache.get("results", "key") is None


@posix
def test_everything_below_the_folder_is_an_entry_and_no_link_is_followed(
    own: Path, tmp_path: Path
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    cache.put("results", "key", b"text")
    cache.put("states", "key", b"longer text")
    (own / "results" / "deep").mkdir()
    (own / "results" / "deep" / "a").write_bytes(b"abc")
    os.utime(own / "results" / "deep" / "a", (7, 7))
    (own / "to-folder").symlink_to(tmp_path)

    entries = {Path(path): (size, time) for path, size, time in cache.entries()}

    assert sorted(entries) == sorted(
        own / name for name in ("results/deep/a", "results/key", "states/key", "to-folder")
    )
    assert entries[own / "results/deep/a"] == (3, 7.0)
    cache.clear()
    assert list(cache.entries()) == []
    assert (own / cache.TAG).exists()
    assert (tmp_path / "thesis.txt").exists()


def test_an_entry_that_cannot_be_removed_stops_nothing(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        cache.put("results", f"key{number}", b"text")
        os.utime(own / "results" / f"key{number}", (number, number))
    made = os.unlink

    def refused(path: str) -> None:
        if path.endswith("key0"):
            raise PermissionError
        made(path)

    monkeypatch.setattr(os, "unlink", refused)
    cache.prune(0)

    assert [path.name for path in (own / "results").iterdir()] == ["key0"]


def test_a_key_tells_its_parts_apart() -> None:
    keys = [cache.hashed(*parts) for parts in (("ab", "c"), ("a", "bc"), ("c", "ab"), ("abc",), ())]

    assert len(set(keys)) == len(keys)
    assert all(len(key) == 64 for key in keys)
    assert cache.hashed("\udcff") != cache.hashed("\udcfe")


@pytest.mark.parametrize("kind", ["site-packages", "dist-packages", "lib"])
def test_libraries_that_change_make_another_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = tmp_path / kind
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder), str(tmp_path / "none/site-packages")])
    builds = []
    try:
        for time in (1, 1, 2):
            os.utime(folder, (time, time))
            cache.build.cache_clear()
            builds.append(cache.build())
    finally:
        cache.build.cache_clear()

    assert builds[0] == builds[1]
    assert (builds[1] == builds[2]) is (kind == "lib")


def test_a_module_of_ours_that_changes_makes_another_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "claimcheck"
    files = [package / name for name in ("a.py", "system/b.py", "system/__pycache__/b.py", "c.txt")]
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
        os.utime(path, (1, 1))
    monkeypatch.setattr(cache, "__file__", str(package / "system" / "cache.py"))
    changes = []
    try:
        cache.build.cache_clear()
        build = cache.build()
        for path in files:
            for change in (lambda path: os.utime(path, (2, 2)), lambda path: path.write_text("x")):
                change(path)
                cache.build.cache_clear()
                changes.append(cache.build() != build)
                build = cache.build()
    finally:
        cache.build.cache_clear()

    assert changes == [True, True, True, True, False, False, False, False]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
def test_the_folder_may_be_named_from_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.VARIABLE, "here")
    assert cache.folder() == str(tmp_path / "here")

    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", " /base ")
    assert cache.folder() == "/base/claimcheck"


def test_elsewhere_the_system_is_asked_where_caches_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setattr(sys, "platform", "another")

    assert cache.folder() == platformdirs.user_cache_dir("claimcheck", appauthor=False)
