"""The source says that somebody else speaks than the evidence does.

Why:
    Who speaks decides whether a claim is supported or attested by its own claimant. A transcript
    says it before the colon, a newspaper beside the words: "said Acme". Who only relays what
    others say, as in "they told us that", has not said it.
Mend:
    Correct `speaker`, or quote on from where the speaker's own words begin. Where both names are
    one party's, add the other one to its `aliases`; where the source really means the speaker that
    is given, `allow` this rule with the reason.

Example:
    `speaker: mayor` for a passage printed as: REPORTER: The silver came from Acme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.attributions import NameIndex, names_of_all, other_speaker
from claimcheck.assessment.passages import passage_of
from claimcheck.dossier.names import bare_name
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report speakers whom the source does not name, where it names another one."""
    parties = assessment.dossier.parties
    party_names = NameIndex(names_of_all(parties))
    for assessed in assessment.claims:
        claim = assessed.claim
        speakers = [item.speaker for item in claim.evidence if item.speaker]
        if not speakers:
            continue
        plain = {*claim.claimants, *claim.interested, *speakers} - {*parties}
        own = NameIndex((bare_name(name), name) for name in sorted(plain))
        for item in assessed.evidence:
            differing = other_speaker(item, parties, (party_names, own))
            if differing is None or not (passage := passage_of(item, assessment)):
                continue
            speaker = item.evidence.speaker or ""
            name = parties[speaker].name if speaker in parties else speaker
            yield Finding(
                f"{differing.how} in '{item.evidence.source}', and the evidence says that {name} "
                "speaks",
                item.evidence.speaker_place or item.evidence.place,
                _remedy(differing.name),
                (Excerpt("source", passage.place, passage.runs),),
                claim=claim.id,
                source=item.evidence.source,
            )


def _remedy(name: str) -> str:
    if name:
        return f"correct `speaker`, or add '{name}' to the aliases of the party"
    return "give as `speaker` whose words are relayed, or quote the speaker's own"
