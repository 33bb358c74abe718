"""Which command mends what a rule finds, for the line that ends a check."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Finding

_LIST: Final = re.compile(r"write (\w+): \[")  # one text that names several
_QUOTE: Final = "set CLAIM N quote=…"
_VERDICT: Final = "verdict CLAIM STATUS --by NAME --because WHY"
BY_RULE: Final = {
    "allow-unused": "allow CLAIM RULE --remove",
    "article-unbound": "article FILE --bind",
    "baseline-unused": "baseline --shrink",
    "claim-stale": "find --claim CLAIM",
    "document-absent": "source fetch SOURCE",
    "evidence-repeated": "unlink CLAIM N",
    "kind-unset": "set CLAIM kind=…",
    "no-evidence": "link CLAIM SOURCE",
    "origin-cycle": "source set SOURCE origin=",
    "page-wrong": "set CLAIM N page=…",
    "party-on-both-sides": "set CLAIM interested=…",
    "party-unknown": "party add ID --name NAME",
    "possible-copy": "source set SOURCE origin=…",
    "quote-altered": _QUOTE,
    "quote-ambiguous": "set CLAIM N prefix=…",
    "quote-cut": _QUOTE,
    "quote-elided": _QUOTE,
    "quote-misattributed": "set CLAIM N source=…",
    "quote-not-found": _QUOTE,
    "quote-spliced": _QUOTE,
    "quote-too-short": _QUOTE,
    "rating-unknown": _VERDICT,
    "review-stale": "review CLAIM --by NAME --again",
    "source-changed": "pin SOURCE",
    "source-unpinned": "pin SOURCE",
    "source-unrecorded": "source add FILE",
    "speaker-differs": "set CLAIM N speaker=…",
    "speaker-unstated": "set CLAIM N speaker=…",
    "stance-contradictory": "set CLAIM N stance=…",
    "stance-unset": "judge",
    "text-outdated": "pin SOURCE",
    "text-unproven": "source verify --re-extract --write",
    "unreviewed": _VERDICT,
    "verdict-differs": _VERDICT,
    "verdict-outdated": _VERDICT,
    "verdict-unexplained": _VERDICT,
}


def remedies(findings: Iterable[Finding]) -> str:
    """Say how many findings can be mended by which command, the most first; "" for none.

    Args:
        findings: those that are shown: what follows from another goes when that one is mended.
    """
    commands = Counter(command for finding in findings if (command := _command(finding)))
    parts = [f"{number} with `claimcheck {command}`" for command, number in commands.most_common()]
    return f"remedies: {', '.join(parts)}" if parts else ""


def _command(finding: Finding) -> str:
    if finding.help.startswith("did you mean") or "`claimcheck rename`" in finding.help:
        return ""  # a word is misspelt, or a file was renamed: no command is wanted any more
    if "`claimcheck mend`" in finding.help:
        return "mend"
    if "and `allow` this rule" in finding.help:
        return "allow CLAIM RULE --because WHY"  # the words stand; a person says what they mean
    if several := _LIST.match(finding.help):
        return f"set CLAIM {several[1]}=…"
    return BY_RULE.get(finding.rule, "")
