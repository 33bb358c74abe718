"""Counts how many claims get the status that people gave them, from the labels of their evidence.

    python benchmarks/labels.py                             # every combination of five labels: 243
    python benchmarks/labels.py climate-fever.jsonl         # a file of claims with evidences

A file holds one claim a line, as CLIMATE-FEVER has it: `claim`, `claim_label`, and `evidences`,
each with `evidence` and `evidence_label`. All claims are written as one real project: each evidence
is a pinned source with a publisher of its own, which the claim quotes whole. `claimcheck list` then
says what follows, from files alone. Nothing is fetched, and no row is kept.

A label of evidence is a stance: SUPPORTS, REFUTES, or context for NOT_ENOUGH_INFO. A label of a
claim is a status: supported, refuted, conflicting for DISPUTED, not-enough-evidence.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANCES = {"SUPPORTS": "supports", "REFUTES": "contradicts", "NOT_ENOUGH_INFO": "context"}
STATUSES = {
    "SUPPORTS": "supported",
    "REFUTES": "refuted",
    "DISPUTED": "conflicting",
    "NOT_ENOUGH_INFO": "not-enough-evidence",
}
EVIDENCES = 5


def combinations() -> Iterator[dict[str, Any]]:
    """Yield a claim for every combination of labels, with the label that the set gives it."""
    for labels in itertools.product(STANCES, repeat=EVIDENCES):
        sides = {label for label in labels if label != "NOT_ENOUGH_INFO"}
        whole = sides.pop() if len(sides) == 1 else "DISPUTED" if sides else "NOT_ENOUGH_INFO"
        name = ", ".join(labels)
        yield {
            "claim": f"The evidence says {name}.",
            "claim_label": whole,
            "evidences": [
                {"evidence_label": label, "evidence": f"Sentence {number} of {name} is printed."}
                for number, label in enumerate(labels, 1)
            ],
        }


def write_project(folder: Path, rows: Sequence[dict[str, Any]]) -> None:
    """Write claims and their evidence as a project.

    Args:
        folder: where to.
        rows: the claims.
    """
    for name in ("claims", "sources"):
        (folder / name).mkdir()
    (folder / "claimcheck.toml").write_text("")
    for number, row in enumerate(rows):
        lines = [f"claim: {json.dumps(row['claim'])}\n", "kind: event\n", "evidence:\n"]
        for item, evidence in enumerate(row["evidences"]):
            source, text = f"s{number}-{item}", evidence["evidence"]
            data = f"{text}\n".encode()
            (folder / "sources" / f"{source}.txt").write_bytes(data)
            (folder / "sources" / f"{source}.yaml").write_text(
                f"title: {source}\npublisher: Outlet {source}\nfile: {source}.txt\n"
                f"sha256: {hashlib.sha256(data).hexdigest()}\n"
            )
            lines += (
                f"  - source: {source}\n",
                f"    stance: {STANCES[evidence['evidence_label']]}\n",
                f"    quote: {json.dumps(text)}\n",
            )
        (folder / "claims" / f"c{number}.yaml").write_text("".join(lines))


def statuses(folder: Path) -> dict[str, str]:
    """Return the statuses of a project's claims, by id, from the command alone."""
    done = subprocess.run(  # noqa: S603 - ours, over a folder of our own
        [sys.executable, "-m", "claimcheck", "list", "--format", "json", "-C", str(folder)],
        capture_output=True,
        check=True,
    )
    return {claim["id"]: claim["status"] for claim in json.loads(done.stdout)["claims"]}


def main() -> None:
    """Print how many claims of each label come out as people labelled them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rows", nargs="?", type=Path, help="claims, one a line; by default made up")
    path = parser.parse_args().rows
    lines = path.read_text("utf-8").splitlines() if path else []
    rows = [json.loads(line) for line in lines] if path else list(combinations())
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), rows)
        by_claim = statuses(Path(folder))
    right, all_of = Counter[str](), Counter[str]()
    for number, row in enumerate(rows):
        label = row["claim_label"]
        all_of[label] += 1
        right[label] += by_claim[f"c{number}"] == STATUSES[label]
    for label, total in all_of.most_common():
        print(f"{label:<16} {right[label]:>5,} of {total:,}")
    print(f"{'all':<16} {right.total():>5,} of {all_of.total():,}")
    sys.exit(right != all_of)


if __name__ == "__main__":
    main()
