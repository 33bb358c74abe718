"""The status table over every combination of labels, through a real project and its files."""

from __future__ import annotations

import hashlib
import json
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str]], Path]

STANCES = ("supports", "contradicts", "context")
STATUSES = {
    frozenset(): "not-enough-evidence",
    frozenset({"supports"}): "supported",
    frozenset({"contradicts"}): "refuted",
    frozenset({"supports", "contradicts"}): "conflicting",
}
WITNESSES = 5


def test_labels_of_five_witnesses_come_to_the_label_of_the_claim(run: Run, write: Write) -> None:
    """As people label claims by the labels of evidence: both sides make a dispute."""
    files: dict[str, str] = {}
    for number in range(WITNESSES):
        text = f"Witness {number} has seen what there was to see.\n"
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        files[f"sources/w{number}.txt"] = text
        files[f"sources/w{number}.yaml"] = (
            f"title: W{number}\npublisher: Outlet {number}\nfile: w{number}.txt\nsha256: {sha256}\n"
        )
    expected = {}
    for stances in product(STANCES, repeat=WITNESSES):
        claim = "-".join(stances)
        items = "".join(
            f"  - {{source: w{number}, stance: {stance}, "
            f"quote: Witness {number} has seen what there was to see}}\n"
            for number, stance in enumerate(stances)
        )
        files[f"claims/{claim}.yaml"] = f"claim: It says {claim}.\nkind: event\nevidence:\n{items}"
        expected[claim] = STATUSES[frozenset(stances) - {"context"}]

    listed = json.loads(run("list", "--format", "json", "-C", write(files)).out)

    assert {claim["id"]: claim["status"] for claim in listed["claims"]} == expected
    assert len(expected) == len(STANCES) ** WITNESSES
