"""Two sources print one utterance of somebody's in different words.

Why:
    At most one of them has the words that were spoken; the other was translated, shortened or
    remembered. "Sent in error" and "sent by mistake" may come to the same, "did" and "did not"
    do not.
Mend:
    Read both. Cite the one nearer to the speaker, and say in `rationale` that the other differs;
    then silence this rule in the claim with `allow`.

Example:
    One newspaper has "There is no change to our policies", another "There are no changes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.captures import is_one_page
from claimcheck.assessment.passages import change_kinds, mark_differences, place_in
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Variant
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.model import Place, Source

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report, once a claim, each utterance that it cites and that is printed in two ways."""
    sources = assessment.dossier.sources
    for assessed in assessment.claims:
        cited = {item.evidence.source for item in assessed.evidence if item.is_speech}
        for variant in assessment.corpus.variants_in(cited):
            item = next((item for item in assessed.evidence if _cites(item, variant)), None)
            if item is None or is_one_page(variant.first, variant.second, sources):
                continue
            written = [(segment.written, segment.same) for segment in variant.difference]
            printed = [(segment.printed, segment.same) for segment in variant.difference]
            prints = (
                (variant.first, variant.first_span, mark_differences(written)),
                (variant.second, variant.second_span, mark_differences(printed)),
            )
            kinds = change_kinds(variant.changes)
            yield Finding(
                f"'{variant.first}' and '{variant.second}' print one utterance in two ways{kinds}",
                item.evidence.quote_place,
                "cite the one nearer to the speaker, and allow this rule with the reason",
                tuple(
                    Excerpt("source", _place(sources[source], start), runs)
                    for source, (start, _end), runs in prints
                ),
                claim=assessed.claim.id,
                source=item.evidence.source,
            )


def _place(source: Source, start: int) -> Place:
    return place_in(source.text or "", source.text_path, start)


def _cites(item: AssessedEvidence, variant: Variant) -> bool:
    spans = {variant.first: variant.first_span, variant.second: variant.second_span}
    if item.evidence.source not in spans or not item.anchor.fit.passes:
        return False
    start, end = spans[item.evidence.source]
    return max(start, item.anchor.start or 0) < min(end, item.anchor.end or 0)
