"""Which findings a change introduced, and which it found there already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.dossier.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.gate.report import Report


def introduced(base: Report, head: Report) -> Report:
    """Return `head` with only the findings that `base` has not; the others are `inherited`.

    A finding that a claim allowed in `base` counts as new when the allowance is gone. A file that
    was moved takes its findings along. A rule that broke in either is reported as broken, since
    nothing is known about what it would have found.
    """
    moved = dict(_moved(base.assessment, head.assessment))
    old = set(
        fingerprints(
            finding._replace(
                place=finding.place._replace(
                    path=moved.get(finding.place.path, finding.place.path)
                ),
            )
            for finding in base.findings
        )
    )
    marked = list(zip(fingerprints(head.findings), head.findings, strict=True))
    broken = {failure.rule for failure in head.failures}
    return replace(
        head,
        findings=tuple(finding for mark, finding in marked if mark not in old),
        inherited=head.inherited + tuple(finding for mark, finding in marked if mark in old),
        failures=head.failures
        + tuple(failure for failure in base.failures if failure.rule not in broken),
    )


def _moved(base: Assessment, head: Assessment) -> Iterator[tuple[str, str]]:
    """Yield the old and the new path of each claim and record that kept its id."""
    claims = {assessed.claim.id: assessed.claim.place.path for assessed in head.claims}
    for assessed in base.claims:
        yield assessed.claim.place.path, claims.get(assessed.claim.id, assessed.claim.place.path)
    sources = head.dossier.sources
    for source in base.dossier.sources.values():
        if source.id in sources:
            yield source.place.path, sources[source.id].place.path
