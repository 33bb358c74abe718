"""The identity of a finding, whatever its line and its file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Claim, Evidence, Finding, Place


class Subjects:
    """The subjects of the findings in one claim, each as a hexadecimal SHA-256.

    Args:
        claim: the claim. Its words are part of every subject: who writes another assertion into
            the file has another finding.
    """

    def __init__(self, claim: Claim) -> None:
        self._claim = hashlib.sha256(f"[{json.dumps(claim.text)}".encode())
        self._items: dict[Place, Evidence] = {}
        self._subjects: dict[int, str] = {}
        for item in claim.evidence:
            for place in (
                item.place, item.source_place, item.quote_place, item.stance_place,
                item.page_place, item.basis_place, item.origin_place, item.speaker_place,
            ):  # fmt: skip
                if place is not None:
                    self._items.setdefault(place, item)

    def at(self, place: Place) -> str:
        """Return the subject of a finding, given where it stands.

        Where that is in an evidence item, the quotation and the source of the item are part of it.
        """
        item = self._items.get(place)
        key = item.number if item else 0
        if key not in self._subjects:
            sha = self._claim.copy()
            if item is not None:
                for text in (item.source, item.quote.exact, item.quote.prefix, item.quote.suffix):
                    sha.update(f", {json.dumps(text)}".encode())
            sha.update(b"]")
            self._subjects[key] = sha.hexdigest()
        return self._subjects[key]


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return one hexadecimal SHA-256 a finding, stable while lines move, unique within a report.

    It covers the rule, the source, the message and the quotation concerned, and what the finding is
    about: the claim's words, or where there is no claim that can be read, the file and the claim's
    id. So a renamed claim takes its findings along, and one that is rewritten does not. Like
    findings are told apart by their order.
    """
    seen: Counter[str] = Counter()
    hashes = []
    for finding in findings:
        quotes = [
            "".join(run.text for run in excerpt.runs)
            for excerpt in finding.excerpts
            if excerpt.label == "quote"
        ]
        about = [finding.subject] if finding.subject else [finding.place.path, finding.claim]
        message = message_of(finding)
        text = json.dumps([finding.rule, *about, finding.source, message, quotes])
        numbered = f"{text}#{seen[text]}" if seen[text] else text
        seen[text] += 1
        hashes.append(hashlib.sha256(numbered.encode()).hexdigest())
    return hashes


def message_of(finding: Finding) -> str:
    """Return a finding's message as it is compared: without the id of its claim."""
    return without_id(finding.message, finding.claim if finding.subject else None)


def without_id(message: str, claim: str | None) -> str:
    """Return a message in which a claim is named by no id."""
    return message if claim is None else message.replace(f"'{claim}'", "''")
