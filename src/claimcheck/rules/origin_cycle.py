"""The origins of a source lead back to itself, or have no end.

Why:
    A text cannot be copied from its own copy; while the circle stands, nobody is the origin, and
    the evidence counts as of unknown origin. So it does when the origins go on for more than a
    hundred steps.
Mend:
    Decide which document came first, and take its `origin` out.

Example:
    `a.yaml` has `origin: b`, and `b.yaml` has `origin: a`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity
from claimcheck.model.chain import LONGEST_CHAIN, follow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Source

SEVERITY = Severity.ERROR
FEATURE = Feature.ORIGINS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each source that is met again when its origins are followed."""
    sources = assessment.dossier.sources
    for source in sources.values():
        chain = follow(source.id, lambda name: _origin(name, sources))
        if chain.is_too_long:
            yield Finding(
                f"the origins of source '{source.id}' go on for more than {LONGEST_CHAIN} steps",
                source.origin_place or source.place,
                "name the document that came first as its `origin`",
                source=source.id,
            )
        elif chain.leads_back:
            yield Finding(
                f"the origins of source '{source.id}' lead back to it: {', '.join(chain.members)}",
                source.origin_place or source.place,
                "take `origin` out of the document that came first",
                source=source.id,
            )


def _origin(name: str, sources: Mapping[str, Source]) -> str | None:
    """Return the source that a source repeats; None where it repeats none that is known."""
    origin = sources[name].origin
    return origin if origin in sources else None
