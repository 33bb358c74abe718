"""A source under a new name is no way around a pin."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck import load
from claimcheck.assessment.pin_changes import pin_changes

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The bridge reopened on 4 May 2021, the council said.\n"
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

    found = [change.summary for change in pin_changes(base, head)]

    assert len(found) == len(expected)
    assert all(what.startswith(start) for what, start in zip(found, expected, strict=True))
