"""Every change to a pinned file or its hash is named, and a new name is no way around a pin."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck import load
from claimcheck.assessment.pin_changes import pin_changes
from claimcheck.model import Config, Dossier, Pin, Place, Source

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The bridge reopened on 4 May 2021, the council said.\n"
A, B = "a" * 64, "b" * 64
CLAIM = "claim: x\nevidence:\n  - {source: %s, stance: supports, quote: The bridge reopened on}\n"


def project(root: Path, source: str, text: str) -> Path:
    for folder in ("claims", "sources"):
        (root / folder).mkdir(parents=True)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (root / "claimcheck.toml").write_text("")
    (root / "claims" / "a.yaml").write_text(CLAIM % source)
    (root / "sources" / f"{source}.txt").write_text(text)
    record = f"title: R\nfile: {source}.txt\nsha256: {sha256}\n"
    (root / "sources" / f"{source}.yaml").write_text(record)
    return root


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (
            "gazette2",
            TEXT.replace("4", "5"),
            ["the pinned source 'gazette' is gone, and 'gazette2' "],
        ),
        ("gazette2", TEXT, []),
        ("gazette", TEXT, []),
        ("gazette", TEXT.replace("4", "5"), ["the pinned file sources/gazette.txt and its hash "]),
    ],
    ids=["forged under a new name", "renamed", "untouched", "forged"],
)
def test_a_pinned_document_cannot_be_swapped_unseen(
    tmp_path: Path, source: str, text: str, expected: list[str]
) -> None:
    base = load(project(tmp_path / "base", "gazette", TEXT))
    head = load(project(tmp_path / "head", source, text))

    summaries = [change.summary for change in pin_changes(base, head)]

    assert len(summaries) == len(expected)
    assert all(
        summary.startswith(start) for summary, start in zip(summaries, expected, strict=True)
    )


def page(root: Path, source: str, text: str, *, has_text: bool = True, claim: str = "a") -> Path:
    """A project with a page, and the text that was taken from it, in files of the source's name."""
    project(root, source, f"<p>{TEXT}")
    (root / "claims" / "a.yaml").rename(root / "claims" / f"{claim}.yaml")
    if has_text:
        (root / "sources" / f"{source}-text.txt").write_text(text)
        with (root / "sources" / f"{source}.yaml").open("a") as record:
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            record.write(f"text: {source}-text.txt\ntext_sha256: {sha256}\n")
    return root


@pytest.mark.parametrize(
    ("had_text", "text", "claim", "is_told"),
    [
        (True, TEXT, "a", False),
        (True, TEXT.replace("4", "5"), "a", True),
        (True, TEXT.replace("4", "5"), "renamed", True),
        (True, TEXT, "renamed", False),
        (False, TEXT.replace("4", "5"), "a", True),
    ],
)
def test_an_honest_page_under_a_new_name_is_no_proof_of_the_text_beside_it(
    tmp_path: Path, text: str, claim: str, *, had_text: bool, is_told: bool
) -> None:
    base = load(page(tmp_path / "base", "gazette", TEXT, has_text=had_text))
    head = load(page(tmp_path / "head", "gazette2", text, claim=claim))

    summaries = [change.summary for change in pin_changes(base, head)]

    gone = "the pinned source 'gazette' is gone, and 'gazette2' is cited in its place"
    assert summaries == [gone] * is_told


@pytest.mark.parametrize(
    ("text", "is_there"), [(TEXT, False), (TEXT.replace("\n", "\r\n"), False), (TEXT + "x", True)]
)
def test_a_document_without_a_hash_may_change_the_ends_of_its_lines_alone(
    tmp_path: Path, text: str, is_there: bool
) -> None:
    base = project(tmp_path / "base", "gazette", TEXT)
    head = project(tmp_path / "head", "gazette", TEXT)
    for root in (base, head):
        (root / "sources" / "gazette.yaml").write_text("title: R\nfile: gazette.txt\n")
    (head / "sources" / "gazette.txt").write_bytes(text.encode())

    assert bool(pin_changes(load(base), load(head))) is is_there


def test_a_document_without_a_hash_cannot_be_swapped_unseen(tmp_path: Path) -> None:
    base = project(tmp_path / "base", "gazette", TEXT)
    (base / "sources" / "gazette.yaml").write_text("title: R\nfile: gazette.txt\n")
    head = project(tmp_path / "head", "gazette2", TEXT.replace("4", "5"))

    (change,) = pin_changes(load(base), load(head))

    assert change.summary.startswith("the source 'gazette' is gone, and 'gazette2' ")


def pinned(expected: str | None, actual: str | None, path: str = "s/a.txt") -> Pin:
    return Pin(path, expected, actual, Place("s/a.yaml", 3, 7))


def holding(*pins: Pin, name: str = "a", text_path: str = "s/a.txt") -> Dossier:
    place = Place(f"s/{name}.yaml", 1, 1)
    return Dossier(
        Config(), sources={name: Source(name, "A", place, pins=pins, text_path=text_path)}
    )


@pytest.mark.parametrize(
    ("before", "after", "summaries"),
    [
        (holding(pinned(A, A)), holding(pinned(A, A)), []),
        (holding(pinned(A, A)), holding(pinned(B, B)), ["and its hash changed together"]),
        (holding(pinned(A, A)), holding(pinned(A, B)), ["changed, and its hash did not"]),
        (holding(pinned(A, A)), holding(pinned(B, A)), ["changed, and the file did not"]),
        (holding(pinned(A, A)), holding(pinned(None, B)), ["was taken away"]),
        (holding(pinned(A, A)), holding(pinned(A, None)), ["cannot be read any more"]),
        (holding(pinned(A, A)), holding(), ["pins s/a.txt no more"]),
        # What no hash pinned is known by its bytes.
        (holding(pinned(None, A)), holding(pinned(None, B)), ["no hash pinned, changed"]),
        (holding(pinned(None, A)), holding(pinned(B, B)), ["no hash pinned, changed"]),
        (holding(pinned(None, A)), holding(pinned(None, None)), ["cannot be read any more"]),
        (
            holding(pinned(None, A)),
            holding(pinned(None, B, "s/b.txt"), text_path="s/b.txt"),
            ["s/b.txt takes the place of s/a.txt, which no hash pinned"],
        ),
        (holding(pinned(None, A)), holding(pinned(None, B), name="z"), ["no hash pinned, changed"]),
        (holding(pinned(None, A)), holding(pinned(A, A)), []),
        (holding(pinned(None, A)), holding(pinned(None, A)), []),
        (holding(pinned(None, A)), holding(), []),
        # Restored, moved, or wrong before and after: nothing new to look at.
        (holding(pinned(A, B)), holding(pinned(A, A)), []),
        (holding(pinned(A, B)), holding(pinned(A, B)), []),
        (
            holding(pinned(A, A)),
            holding(pinned(A, A, "s/moved.txt"), text_path="s/moved.txt"),
            [],
        ),
        (
            holding(pinned(A, A)),
            holding(pinned(B, B, "s/b.txt"), text_path="s/b.txt"),
            ["s/b.txt is pinned in place of s/a.txt"],
        ),
        # The same file, pinned anew under another name.
        (holding(pinned(A, A)), holding(pinned(B, B), name="z"), ["changed together"]),
        # A text that is put beside an honest original.
        (
            holding(pinned(A, A)),
            holding(pinned(A, A), pinned(B, B, "s/b.txt"), text_path="s/b.txt"),
            ["are looked up in s/b.txt instead of s/a.txt"],
        ),
        (holding(pinned(A, A)), Dossier(Config()), []),
        (Dossier(Config()), holding(pinned(A, A)), []),
    ],
)
def test_every_change_to_a_pin_is_named(
    before: Dossier, after: Dossier, summaries: list[str]
) -> None:
    changes = pin_changes(before, after)

    assert len(changes) == len(summaries)
    assert all(part in change.summary for part, change in zip(summaries, changes, strict=True))
