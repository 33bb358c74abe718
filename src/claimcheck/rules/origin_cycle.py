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
from claimcheck.model import LONGEST_CHAIN, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.ORIGINS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each source that is met again when its origins are followed."""
    sources = assessment.dossier.sources
    for source in sources.values():
        chain = [source.id]
        following = source.origin
        while (
            following is not None
            and following in sources
            and following not in chain
            and len(chain) <= LONGEST_CHAIN
        ):
            chain.append(following)
            following = sources[following].origin
        if following in sources and following not in chain:
            yield Finding(
                f"the origins of source '{source.id}' go on for more than {LONGEST_CHAIN} steps",
                source.origin_place or source.place,
                "name the document that came first as its `origin`",
                source=source.id,
            )
        elif following == source.id:
            yield Finding(
                f"the origins of source '{source.id}' lead back to it: {', '.join(chain)}",
                source.origin_place or source.place,
                "take `origin` out of the document that came first",
                source=source.id,
            )
