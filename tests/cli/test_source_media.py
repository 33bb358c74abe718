"""Pictures and recordings are pinned without a text; what is quoted from them is unchecked."""

from __future__ import annotations

import json
import struct
import zlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = zlib.compress(b"".join(b"\0" + b"\x7f" * width for _row in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, taken: str = "") -> bytes:
    exif = b"Exif\0\0" + taken.encode() + b"\0"
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    return b"".join(
        (
            b"\xff\xd8",
            b"\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif,
            b"\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame,
            b"\xff\xd9",
        )
    )


@pytest.fixture
def here(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    run("init", "--bare")
    return tmp_path


def test_a_picture_is_pinned_with_what_it_says_of_itself(run: Run, here: Path) -> None:
    (here / "bridge.jpg").write_bytes(jpeg(640, 480, "2021:05:04 12:00:00"))

    result = run("source", "add", "bridge.jpg")

    assert result.status == 0, result.err
    assert "640 by 480 pixels" in result.out
    assert "the camera noted 2021-05-04" in result.out
    record = (here / "sources" / "bridge.yaml").read_text()
    assert 'type: "graphic"' in record
    assert "text:" not in record
    assert run("source", "verify").status == 0


def test_what_is_quoted_from_a_picture_is_unchecked_and_counted(run: Run, here: Path) -> None:
    (here / "sign.png").write_bytes(png(3, 2))
    assert "3 by 2 pixels" in run("source", "add", "sign.png").out
    (here / "claims" / "closed.yaml").write_text(
        "claim: The bridge was closed.\nkind: event\nevidence:\n"
        "  - {source: sign, stance: supports, quote: CLOSED FROM NINE TO FIVE}\n"
    )

    result = run("check", "--format", "json")

    report = json.loads(result.out)
    assert [finding["rule"] for finding in report["findings"]] == ["evidence-unchecked"]
    assert report["totals"]["unchecked"] == 1
    assert "unchecked" in run("show", "closed").out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("talk.mp3", b"ID3\x04\0\0\0\0\0\0"), ("talk.wav", b"RIFF\0\0\0\0WAVEfmt "),
        ("talk.mp4", b"\0\0\0\x18ftypmp42"), ("talk.webm", b"\x1a\x45\xdf\xa3"),
    ],
)  # fmt: skip
def test_a_recording_is_pinned_and_its_transcript_beside_it(
    run: Run, here: Path, name: str, data: bytes
) -> None:
    (here / name).write_bytes(data)
    (here / "transcript.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>The bridge is closed.\n"
    )

    result = run("source", "add", name)
    assert result.status == 0, result.err
    assert "add a transcript as a source of its own" in result.out
    assert run("source", "add", "transcript.vtt").status == 0
    assert run("source", "set", "transcript", "origin=talk").status == 0
    assert run("source", "verify").status == 0


def test_a_picture_that_is_none_is_refused(run: Run, here: Path) -> None:
    (here / "page.jpg").write_bytes(b"<html>not a picture</html>")

    result = run("source", "add", "page.jpg")

    assert result.status == 2
    assert "page.jpg: is no JPG file, whatever its name says" in result.err
    assert not (here / "sources" / "page.yaml").exists()


def test_a_folder_with_pictures_is_taken_whole(run: Run, here: Path) -> None:
    (here / "box").mkdir()
    (here / "box" / "a.png").write_bytes(png(2, 2))
    (here / "box" / "b.txt").write_text("The bridge reopened on Monday.\n")

    result = run("source", "add", "box")

    assert result.out.endswith("2 documents: 2 pinned, 0 pinned already, 0 failed\n")
