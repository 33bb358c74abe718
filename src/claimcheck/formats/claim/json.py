"""JSON for programs: one claim with every evidence item and the findings about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.passages import anchored_source, locator_labels_of, passage_of
from claimcheck.assessment.text_states import TextState, text_state
from claimcheck.formats.json_parts import (
    bracket_objects,
    claim_object,
    cut_object,
    dump,
    enveloped,
    finding_object,
    omission_objects,
    place_object,
    value_object,
)

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claim: AssessedClaim, report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return one claim with every evidence item and the findings about it.

    Args:
        claim: what to show.
        report: the whole project, with its findings.
        screen: is not looked at.
    """
    assessment = report.assessment
    about = report.findings_about(claim)
    fields = {
        "today": str(assessment.today),
        **claim_object(claim, assessment.dossier),
        "evidence": [_evidence_object(item, assessment) for item in claim.evidence],
        "findings": [finding_object(finding) for finding in about],
    }
    return dump(enveloped("claim", fields))


def _evidence_object(item: AssessedEvidence, assessment: Assessment) -> dict[str, object]:
    evidence, anchor = item.evidence, item.anchor
    passage = passage_of(item, assessment)
    source, comparison = item.source, assessment.dossier.comparisons.get(evidence.source)
    anchored = anchored_source(item, assessment)
    text = (anchored.text if anchored else None) or ""
    state = text_state(source, comparison) if source else TextState.NONE
    is_compared = state in {TextState.COMPARED, TextState.DIFFERS}
    return {
        "number": evidence.number,
        "source": evidence.source,
        "stance": evidence.stance,
        "quote": evidence.quote._asdict(),
        "speaker": evidence.speaker,
        "by": evidence.basis,
        "origin": evidence.origin,
        "translation": evidence.translation._asdict() if evidence.translation else None,
        "rationale": evidence.rationale,
        "page": evidence.page,
        "quoted": evidence.quoted,
        "value": value_object(item),
        "place": place_object(evidence.place),
        "fit": anchor.fit,
        "passes": anchor.fit.passes,
        "start": anchor.start,
        "end": anchor.end,
        "parts": [list(part) for part in anchor.parts],
        "omissions": omission_objects(anchor, text),
        "brackets": bracket_objects(anchor, text),
        "cut": cut_object(anchor),
        "doubt": anchor.doubt or None,
        "count": anchor.count,
        "changes": list(anchor.changes),
        "unchecked": item.unchecked,
        "unchecked_because": anchor.reason or None,
        "text_state": state,
        "compared_on": str(assessment.today) if is_compared else None,
        "found_in": item.found_in or None,
        "passage": None if passage is None else place_object(passage.place),
        "locators": [
            {"measure": measure, "label": label}
            for measure, label in locator_labels_of(item, assessment)
        ],
        "votes": item.votes,
        "silent_because": item.silent_because or None,
        "voice": item.voice.speaker,
        "key": item.voice.key,
        "interested": item.interested,
        "standing": item.standing,
        "outlet": item.voice.outlet,
        "origin_chain": list(item.voice.chain),
    }
