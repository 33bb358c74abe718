"""What a claim says in its own favour: exceptions that it may not make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.layout import QUOTE, Case, claim, project, yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

INVISIBLE_REASONS = {
    "zero-width": "\u200b", "filler": "\u3164", "no-break": "\xa0", "accent": "\u0301",
    "variation": "\ufe0f", "tags": "\U000e0041", "braille": "\u2800", "music": "\U0001d173",
    "invisible-times": "\u2062",
}  # fmt: skip
VOID = {
    "quote-altered": claim(quote=QUOTE.replace("3.7", "3.8"), more="allow: {quote-altered: x}\n"),
    "quote-not-found": claim(
        quote="Martians were seen on the old bridge at noon", more="allow: {quote-not-found: x}\n"
    ),
    "quote-spliced": claim(
        quote="The unemployment rate in December and did not include farm work",
        more="allow: {quote-spliced: x, quote-altered: x}\n",
    ),
    "quote-too-short": claim(quote="3.7", more="allow: {quote-too-short: x}\n"),
    "unknown-source": claim(source="doc9", more="allow: {unknown-source: x}\n"),
    "stance-unset": claim(stance="unset", more="allow: {stance-unset: x}\n"),
    "no-evidence": "claim: x is so\nallow: {no-evidence: x}\n",
    "malformed-file": "claim: x is so\nfoo: x\nallow: {malformed-file: x, no-evidence: x}\n",
    "the-guards-themselves": (
        "claim: x is so\nallow: {no-evidence: x, allow-unused: x, allow-added: x}\n"
    ),
    "verdict-unexplained": claim(
        more="verdict: {status: refuted, by: x, on: 2024-01-01}\nallow: {verdict-unexplained: x}\n"
    ),
}
POLICIES = {
    "origins": "require.min_origins = 2\n",
    "reviews": "require.reviewed_by = 1\n",
    "verdict": "require.verdict = true\n",
}
_CONFIG = '[tool.claimcheck]\nclaims = "claims"\nsources = "sources"\n'


def cases() -> Iterator[Case]:
    """Yield the cases of claims that excuse themselves."""
    for name, text in VOID.items():
        yield Case(f"excuse-{name}", 1, project({"claims/c1.yaml": text}), "c1.yaml")
    for name, policy in POLICIES.items():
        excuse = claim(more="allow: {requirement-unmet: x}\n")
        files = project({"claims/c1.yaml": excuse, "pyproject.toml": _CONFIG + policy})
        yield Case(f"excuse-from-{name}", 1, files, "requirement-unmet")
    for name, reason in INVISIBLE_REASONS.items():
        excuse = claim(more=f"allow: {{single-origin: {yaml(reason)}}}\n")
        rules = "rules.single-origin = 'error'\n"
        files = project({"claims/c1.yaml": excuse, "pyproject.toml": _CONFIG + rules})
        yield Case(f"excuse-unseen-{name}", 1, files, placed=True)
