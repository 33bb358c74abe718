"""Nobody can tell which capture of a page is the newest.

Why:
    What is quoted from one capture of a page is looked up in the newest one, too. Where a record
    supersedes a source that is not there, or itself, in a circle, or two records supersede one,
    there is no newest one to look in, and a page that has changed would not be seen.
Mend:
    Let `supersedes` name the capture just before it, so that they make one line.

Example:
    `a.yaml` has `supersedes: b`, and `b.yaml` has `supersedes: a`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.captures import capture_chain
from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity
from claimcheck.model.chain import LONGEST_CHAIN
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.CAPTURES


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each record whose `supersedes` leads nowhere, in a circle, or where another's does."""
    sources = assessment.dossier.sources
    for source in sources.values():
        named = source.supersedes
        if named is None:
            continue
        captures = capture_chain(source.id, sources)
        successors = assessment.dossier.successors.get(named, ())
        rivals = [successor for successor in successors if successor != source.id]
        if captures.leads_back:
            message = f"source '{source.id}' supersedes itself: {', '.join(captures.members)}"
            remedy = "take `supersedes` out of the capture that was made first"
        elif named not in sources:
            message = f"'{source.id}' supersedes '{named}', which no record describes"
            remedy = did_you_mean(named, sources) or "name the source that it is a newer capture of"
        elif captures.is_too_long:
            message = f"'{source.id}' supersedes more than {LONGEST_CHAIN} captures, one by one"
            remedy = "name a capture that is nearer to the first"
        elif rivals:
            message = f"'{source.id}' supersedes '{named}', and so does '{rivals[0]}'"
            remedy = f"let the later of the two supersede the other one, not '{named}'"
        else:
            continue
        yield Finding(message, source.supersedes_place or source.place, remedy, source=source.id)
