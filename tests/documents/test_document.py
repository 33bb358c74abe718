"""What somebody names to be pinned: files, standard input, and what is no document."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from claimcheck.documents.document import open_document, read_input
from claimcheck.documents.originals import from_addresses, from_place
from claimcheck.model import Pin, Place, Source
from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES

if TYPE_CHECKING:
    from pathlib import Path

PLACE = Place("sources/mill.yaml")
PIN = Pin("sources/00007", "", None, PLACE)
TRANSCRIPT = ["mp3", "m4a", "wav", "ogg", "flac", "mp4", "mov", "mkv", "webm", "avi"]
PICTURES = ["jpg", "jpeg", "png", "gif", "tif", "tiff", "webp", "heic"]


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Let standard input hold bytes."""
    given = SimpleNamespace(buffer=io.BytesIO())
    monkeypatch.setattr(sys, "stdin", given)
    return given


@pytest.mark.parametrize(
    ("suffixes", "advice"),
    [
        (TRANSCRIPT, "add its transcript"),
        (PICTURES, "run it through OCR"),
        (["doc", "dot", "wpd", "pages"], "save it as .docx, .odt or .pdf"),
        (["xls", "xlsb", "numbers"], "save it as .xlsx, .ods or .csv"),
        (["ppt", "key"], "save it as .pptx, .odp or .pdf"),
        (["msg", "pst", "mbox"], "save the message as .eml"),
        (["zip"], "unpack it"),
    ],
)
def test_of_what_is_not_read_is_said_what_to_do(
    tmp_path: Path, suffixes: list[str], advice: str
) -> None:
    for suffix in suffixes:
        file = tmp_path / f"x.{suffix}"
        file.write_bytes(b"x")

        with pytest.raises(RequestError, match="files of this kind are not read") as refused:
            open_document(str(file))

        assert refused.value.help.startswith(advice)


def test_standard_input_is_a_document_of_the_kind_that_it_begins_like(
    give: SimpleNamespace,
) -> None:
    give.buffer = io.BytesIO(b"<!DOCTYPE html><p>The mill.</p>")
    page = open_document("-")
    give.buffer = io.BytesIO(b"The mill.\n")
    text = open_document("-")

    assert (page.kind, page.data[:9], page.stem) == ("html", b"<!DOCTYPE", "")
    assert (text.kind, text.suffix, text.name) == ("text", ".txt", "standard input")


def test_what_is_larger_than_a_document_may_be_is_refused(
    tmp_path: Path, give: SimpleNamespace
) -> None:
    file = tmp_path / "x.txt"
    with file.open("wb") as large:
        large.truncate(MAX_DOCUMENT_BYTES + 1)

    with file.open("rb") as give.buffer, pytest.raises(RequestError, match="-: is larger than"):
        open_document("-")
    with pytest.raises(RequestError, match=r"x\.txt: is larger than 67,108,864 bytes"):
        open_document(str(file))
    (candidate,) = from_place(str(file), PIN)
    with pytest.raises(RequestError, match="it is larger than 67,108,864 bytes"):
        candidate.read()
    with file.open("rb") as give.buffer, pytest.raises(RequestError, match="it is larger"):
        next(from_place("-", PIN)).read()


def test_a_folder_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="is a folder, not a file"):
        read_input(str(tmp_path), 100)
    (tmp_path / "x").write_bytes(b"abcdef")

    assert read_input(str(tmp_path / "x"), 3) == b"abc"


def test_so_many_files_of_a_folder_are_looked_into_and_no_more(tmp_path: Path) -> None:
    for number in range(10_001):
        (tmp_path / f"{number:05}").touch()

    with pytest.raises(RequestError, match="holds more than 10,000 files"):
        list(from_place(str(tmp_path), PIN))
    (tmp_path / "00000").unlink()
    files = [candidate.name for candidate in from_place(str(tmp_path), PIN)]
    assert (len(files), files[0]) == (10_000, str(tmp_path / "00007")), "its own name first"


def test_the_addresses_of_a_record_are_asked_and_an_archive_for_its_bare_copy_first() -> None:
    source = Source(
        "mill", "Mill", PLACE, url="https://example.org/mill",
        archive_url="https://web.archive.org/web/20260101/https://example.org/mill",
    )  # fmt: skip

    assert [candidate.name for candidate in from_addresses(source)] == [
        "https://example.org/mill",
        "https://web.archive.org/web/20260101id_/https://example.org/mill",
        "https://web.archive.org/web/20260101/https://example.org/mill",
    ]
