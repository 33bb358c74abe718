"""What makes two findings the same finding, whatever line they stand on."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return one hexadecimal SHA-256 a finding, stable while lines move, unique within a report.

    It covers the rule, the file, the claim, the source, the message and the quotation concerned,
    not the line; like findings in one file are told apart by their order.
    """
    seen: Counter[str] = Counter()
    hashes = []
    for finding in findings:
        quotes = [
            "".join(run.text for run in excerpt.runs)
            for excerpt in finding.excerpts
            if excerpt.label == "quote"
        ]
        identity = [
            finding.rule,
            finding.place.path,
            finding.claim,
            finding.source,
            finding.message,
            quotes,
        ]
        text = json.dumps(identity)
        numbered = f"{text}#{seen[text]}" if seen[text] else text
        seen[text] += 1
        hashes.append(hashlib.sha256(numbered.encode()).hexdigest())
    return hashes
