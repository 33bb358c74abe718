"""What a command wrote is noted, so that it can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimcheck.system import journal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_journal_is_read_as_it_was_noted(tmp_path: Path) -> None:
    with journal.opened() as opened:
        journal.note(tmp_path, "claims/new.yaml", None, b"\xffnew")
        journal.note(tmp_path, "claims/gone.yaml", b"old", None)

    read = journal.read_journal(opened.data())

    assert read.root == str(tmp_path.resolve())
    assert read.files == {
        "claims/new.yaml": (None, b"\xffnew"),
        "claims/gone.yaml": (b"old", None),
    }
    assert not read.is_rehearsal


def test_a_file_that_is_written_twice_has_what_it_held_first(tmp_path: Path) -> None:
    with journal.opened() as opened:
        journal.note(tmp_path, "a", b"first", b"second")
        journal.note(tmp_path, "a", b"second", b"third")

    assert opened.files == {"a": (b"first", b"third")}


def test_nothing_is_noted_where_no_journal_is_open(tmp_path: Path) -> None:
    with journal.opened() as opened:
        pass
    journal.note(tmp_path, "a", b"first", b"second")

    assert opened.files == {}
    assert opened.data() == b""


def test_a_rehearsal_is_one_until_it_is_closed() -> None:
    assert journal.rehearsed() is None
    with journal.opened():
        assert journal.rehearsed() is None
        with journal.opened(is_rehearsal=True) as rehearsal:
            assert journal.rehearsed() is rehearsal
        assert journal.rehearsed() is None


@pytest.mark.parametrize(
    ("size", "is_kept"), [(journal.MAX_BYTES, True), (journal.MAX_BYTES + 1, False)]
)
def test_what_is_too_large_is_not_taken_back(tmp_path: Path, size: int, is_kept: bool) -> None:
    with journal.opened() as opened:
        journal.note(tmp_path, "a", bytes(size // 2), bytes(size - size // 2))

    assert journal.MAX_BYTES == 32 << 20
    assert bool(opened.data()) is is_kept


@pytest.mark.parametrize("data", [b"", b"{", b'{"root": "/", "files": {"a": ["?", null]}}'])
def test_what_is_no_journal_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it is that is wrong
        journal.read_journal(data)


def test_letters_between_bytes_are_not_skipped() -> None:
    data = json.dumps({"root": "/", "files": {"a": ["YW\nJj", None]}}).encode()

    with pytest.raises(ValueError, match="base64"):
        journal.read_journal(data)
