"""Which evidence votes, and which stays silent, whatever its quotation says."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, load
from claimcheck.anchor import Effort, Fit
from claimcheck.model import Pin, Place, Status
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.anchor import Anchor

    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The bridge was closed on Monday, and nobody was hurt.\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
CLAIM = (
    "claim: The bridge was closed.\nevidence:\n"
    "  - {source: daily, stance: supports, quote: The bridge was closed on Monday}\n"
)


@pytest.mark.parametrize(
    ("sha256", "status"),
    [
        (SHA256, Status.SUPPORTED),
        (SHA256.upper(), Status.SUPPORTED),
        ("0" * 64, Status.NOT_ENOUGH_EVIDENCE),
        (SHA256[:-1] + ("0" if SHA256[-1] != "0" else "1"), Status.NOT_ENOUGH_EVIDENCE),
    ],
    ids=["pinned", "in capitals", "another", "almost"],
)
def test_a_document_that_is_not_the_one_that_was_pinned_does_not_vote(
    write: Write, sha256: str, status: Status
) -> None:
    root = write(
        {
            "claims/a.yaml": CLAIM,
            "sources/daily.yaml": f"title: Daily\nfile: daily.txt\nsha256: {sha256}\n",
            "sources/daily.txt": TEXT,
        }
    )
    (claim,) = assess(load(root), TODAY).claims
    (item,) = claim.evidence

    assert item.anchor.fit.passes
    assert claim.derivation.status is status
    assert item.votes is (status is Status.SUPPORTED)


@pytest.mark.parametrize(
    ("text_of", "status"),
    [
        (hashlib.sha256(b"%PDF").hexdigest(), Status.SUPPORTED),
        ("0" * 64, Status.NOT_ENOUGH_EVIDENCE),
    ],
    ids=["this", "another"],
)
def test_a_text_that_was_taken_from_another_document_does_not_vote(
    write: Write, text_of: str, status: Status
) -> None:
    record = "title: Daily\nfile: daily.pdf\ntext: daily.txt\n"
    root = write(
        {
            "claims/a.yaml": CLAIM,
            "sources/daily.yaml": f"{record}text_of: {text_of}\n",
            "sources/daily.pdf": b"%PDF",
            "sources/daily.txt": TEXT,
        }
    )
    (claim,) = assess(load(root), TODAY).claims
    (item,) = claim.evidence

    assert item.anchor.fit.passes
    assert claim.derivation.status is status
    assert item.votes is (status is Status.SUPPORTED)


def test_a_text_whose_document_is_gone_does_not_vote(write: Write) -> None:
    root = write(
        {
            "claims/a.yaml": CLAIM,
            "sources/daily.yaml": "title: Daily\nfile: daily.pdf\ntext: daily.txt\n",
            "sources/daily.txt": TEXT,
        }
    )
    (claim,) = assess(load(root), TODAY).claims
    (item,) = claim.evidence

    assert item.anchor.fit.passes
    assert item.silent_because == "unchecked: its document cannot be read: there is no such file"
    assert claim.derivation.status is Status.NOT_ENOUGH_EVIDENCE
    assert (claim.unchecked, claim.uncounted, claim.failing) == (1, 0, 0)


def test_a_page_that_a_server_sent_for_want_of_the_document_does_not_vote(write: Write) -> None:
    root = write(
        {
            "claims/a.yaml": CLAIM,
            "sources/daily.yaml": "title: Daily\nfile: daily.txt\n",
            "sources/daily.txt": f"<html><title>404 Not Found</title>\n\n{TEXT}",
        }
    )
    (claim,) = assess(load(root), TODAY).claims
    (item,) = claim.evidence

    assert item.anchor.fit.passes
    assert item.silent_because.startswith("its document is a server's error page")
    assert claim.derivation.status is Status.NOT_ENOUGH_EVIDENCE
    assert (claim.unchecked, claim.uncounted, claim.failing) == (0, 1, 0)


@pytest.mark.parametrize("position", [0, 8, 31, 32, 63])
def test_every_letter_of_a_hash_counts(position: int) -> None:
    other = SHA256[:position] + ("0" if SHA256[position] != "0" else "1") + SHA256[position + 1 :]

    assert Pin("a.txt", SHA256, other, Place("a.yaml")).changed
    assert not Pin("a.txt", SHA256, SHA256, Place("a.yaml")).changed


def test_a_quote_of_a_text_that_many_records_name_is_looked_up_once(write: Write) -> None:
    altered = CLAIM.replace("closed on Monday", "closed on Tuesday")
    item = altered.splitlines(keepends=True)[-1]

    def spent(*sources: str) -> tuple[int, list[Anchor]]:
        root = write(
            {
                "sources/text.txt": TEXT,
                **{f"sources/{name}.yaml": "title: D\nfile: text.txt\n" for name in sources},
                "claims/a.yaml": "claim: The bridge was closed.\nevidence:\n"
                + "".join(item.replace("daily", name) for name in sources),
            }
        )
        effort = Effort()
        (claim,) = assess(load(root), TODAY, effort=effort).claims
        return effort.steps, [each.anchor for each in claim.evidence]

    steps, (anchor,) = spent("one")

    assert anchor.fit is Fit.ALTERED
    assert spent("one", "two", "three") == (steps, [anchor] * 3)
