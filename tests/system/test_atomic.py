"""Editing a file that others edit, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.system import atomic

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "claim.yaml"
    path.write_bytes(b"claim: So it is.\n")
    return path


def test_an_edit_of_what_somebody_else_wrote_meanwhile_loses_nothing(file: Path) -> None:
    def edit(before: bytes) -> bytes:
        if b"theirs" not in before:
            file.write_bytes(before + b"# theirs\n")
        return before + b"# mine\n"

    assert atomic.revise(file, file.read_bytes, edit)
    assert file.read_bytes() == b"claim: So it is.\n# theirs\n# mine\n"


def test_a_file_that_is_to_stay_as_it_is_is_not_written(file: Path) -> None:
    before = file.stat()

    assert not atomic.revise(file, file.read_bytes, lambda _before: None)
    assert file.stat() == before


def test_a_file_that_others_keep_changing_is_left_to_them(file: Path) -> None:
    def edit(before: bytes) -> bytes:
        file.write_bytes(before + b"#\n")
        return b"mine"

    with pytest.raises(atomic.BusyError):
        atomic.revise(file, file.read_bytes, edit)

    assert file.read_bytes().startswith(b"claim: So it is.\n#\n")
    assert [path.name for path in file.parent.iterdir()] == ["claim.yaml"]
