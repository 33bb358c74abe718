"""`claimcheck source add` of a folder or of many documents: each for itself, counted at the end."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from claimcheck.documents.extract import Bounds, extract
from claimcheck.documents.reader import ExtractOptions
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("init", "--bare").status == 0
    files = {
        "papers/b.csv": "Year;Sum\n2019;5\n",
        "papers/a.txt": "The board met in May.\n",
        "papers/inner/a.txt": "The board met in June.\n",
        "papers/photo.psd": "\xff",
        "papers/.hidden/c.txt": "Nobody asked.\n",
        "papers/broken.docx": "PK no such thing",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


def ids(project: Path) -> list[str]:
    records = (project / "sources").glob("*.yaml")
    return sorted(path.stem for path in records if path.stem != "parties")


def test_all_documents_of_a_folder_are_pinned_and_those_that_fail_are_told(
    run: Run, project: Path
) -> None:
    result = run("source", "add", "papers")

    assert ids(project) == ["a", "a-2", "b"]
    assert result.out.endswith(
        "\n4 documents: 3 pinned, 0 pinned already, 1 failed; "
        "files of other kinds left out: 1 (.psd)\n"
    )
    assert result.err.startswith("error: papers/broken.docx: it is damaged, or no Word document")
    assert result.status == 2


def test_what_is_pinned_already_stops_nothing_and_is_no_failure(run: Run, project: Path) -> None:
    (project / "papers" / "broken.docx").unlink()
    assert run("source", "add", "papers/b.csv").status == 0

    result = run("source", "add", "papers", "papers/a.txt")

    assert result.status == 0
    assert "papers/b.csv: this very document is pinned already, as 'b'\n" in result.out
    assert "3 documents: 2 pinned, 1 pinned already, 0 failed" in result.out
    assert ids(project) == ["a", "a-2", "b"]


def test_of_several_documents_one_that_is_missing_stops_none(run: Run, project: Path) -> None:
    result = run("source", "add", "gone.txt", "papers/a.txt", "papers/b.csv")

    assert ids(project) == ["a", "b"]
    assert result.status == 2
    assert "gone.txt: there is no such file" in result.err
    assert result.out.endswith("3 documents: 2 pinned, 0 pinned already, 1 failed\n")


def test_links_out_of_a_folder_are_not_followed(run: Run, project: Path) -> None:
    (project / "elsewhere").mkdir()
    (project / "elsewhere" / "secret.txt").write_text("Not meant.\n")
    (project / "papers" / "inner" / "link").symlink_to(project / "elsewhere")
    (project / "papers" / "link.txt").symlink_to(project / "elsewhere" / "secret.txt")

    run("source", "add", "papers")

    assert ids(project) == ["a", "a-2", "b"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("papers", "--id", "x"), "--id can be said of one document only"),
        (("claims",), "claims: there is no document in this folder that claimcheck reads"),
    ],
)
def test_what_a_folder_cannot_be_is_refused(
    run: Run, project: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("source", "add", *arguments)

    assert result.status == 2
    assert message in result.err
    assert ids(project) == []


def test_reading_ends_when_nobody_waits_for_it() -> None:
    slow = b"<p " + b" ".join(b"a%d=1" % number for number in range(200_000)) + b">text</p>"
    cancelled = Event()
    cancelled.set()

    with pytest.raises(UnreadableError, match="broken off"):
        extract(slow, "html", ExtractOptions(), Bounds(seconds=60), cancelled)
