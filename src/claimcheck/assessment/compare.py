"""Compare two assessments of one project: both in, one `Comparison` out. Pure.

Both sides are judged as of one day, so that what differs between them was changed by somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.comparison import (
    ClaimChange,
    Comparison,
    EvidenceChange,
    FieldChange,
    Side,
    SideName,
    SourceChange,
    UnpairedClaim,
)
from claimcheck.assessment.evidence_pairs import item_identity, pair_items
from claimcheck.assessment.field_changes import (
    changed_fields,
    claim_fields,
    item_fields,
    party_fields,
    setting_fields,
    source_fields,
)
from claimcheck.assessment.pin_changes import pin_changes
from claimcheck.assessment.status_reasons import status_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Source


def compare_assessments(
    before: Assessment,
    after: Assessment,
    names: tuple[SideName, SideName] = (SideName("before"), SideName("after")),
) -> Comparison:
    """Compare two assessments of one project.

    Claims and sources are matched by id. A claim counts as renamed only when text and evidence are
    the same to the letter and no other claim has them.

    Args:
        before: the project as it was.
        after: the project as it is.
        names: what to call the two.
    """
    old_claims = {assessed.id: assessed for assessed in before.claims}
    new_claims = {assessed.id: assessed for assessed in after.claims}
    removed = [old_claims[key] for key in sorted(old_claims.keys() - new_claims.keys())]
    added = [new_claims[key] for key in sorted(new_claims.keys() - old_claims.keys())]
    renamed = _renamed(removed, added)
    shared = old_claims.keys() & new_claims.keys()
    pairs = [(old_claims[key], new_claims[key]) for key in shared] + renamed
    changes = (_claim_change(old, new, (before, after)) for old, new in pairs)
    changed = sorted(
        (change for change in changes if change is not None), key=lambda change: change.after.id
    )
    old_names, new_names = {old.id for old, _new in renamed}, {new.id for _old, new in renamed}
    old_sources, new_sources = before.dossier.sources, after.dossier.sources
    return Comparison(
        before=_side(before, names[0]),
        after=_side(after, names[1]),
        added=tuple(_unpaired(claim, before) for claim in added if claim.id not in new_names),
        removed=tuple(_unpaired(claim, after) for claim in removed if claim.id not in old_names),
        changed=tuple(changed),
        unchanged=len(pairs) - len(changed),
        sources_added=tuple(
            new_sources[key] for key in sorted(new_sources.keys() - old_sources.keys())
        ),
        sources_removed=tuple(
            old_sources[key] for key in sorted(old_sources.keys() - new_sources.keys())
        ),
        sources_changed=tuple(_source_changes(old_sources, new_sources)),
        pins=tuple(pin_changes(before.dossier, after.dossier)),
        parties=changed_fields(
            party_fields(before.dossier.parties), party_fields(after.dossier.parties)
        ),
        settings=changed_fields(
            setting_fields(before.dossier.config), setting_fields(after.dossier.config)
        ),
    )


def _side(assessment: Assessment, name: SideName) -> Side:
    return Side(
        name=name.text,
        commit=name.commit,
        exists=name.exists,
        claims=len(assessment.claims),
        evidence=sum(len(assessed.evidence) for assessed in assessment.claims),
        sources=len(assessment.dossier.sources),
        flaws=len(assessment.dossier.flaws),
    )


def _unpaired(assessed: AssessedClaim, other_side: Assessment) -> UnpairedClaim:
    path = assessed.claim.place.path
    flaws = other_side.dossier.flaws
    unreadable = any(flaw.claim == assessed.id or flaw.place.path == path for flaw in flaws)
    return UnpairedClaim(assessed, unreadable)


def _renamed(
    removed: Sequence[AssessedClaim], added: Sequence[AssessedClaim]
) -> list[tuple[AssessedClaim, AssessedClaim]]:
    """Pair the claims that were removed and added with one content, where no other has it."""
    old_by_content, new_by_content = _by_content(removed), _by_content(added)
    return [
        (old[0], new_by_content[content][0])
        for content, old in old_by_content.items()
        if len(old) == 1 and len(new_by_content.get(content, ())) == 1
    ]


def _by_content(claims: Iterable[AssessedClaim]) -> dict[object, list[AssessedClaim]]:
    groups: dict[object, list[AssessedClaim]] = {}
    for assessed in claims:
        content = (assessed.claim.text, tuple(map(item_identity, assessed.evidence)))
        groups.setdefault(content, []).append(assessed)
    return groups


def _claim_change(
    before: AssessedClaim, after: AssessedClaim, sides: tuple[Assessment, Assessment]
) -> ClaimChange | None:
    pairing = pair_items(before.evidence, after.evidence)
    compared = (
        EvidenceChange(old, new, changed_fields(item_fields(old), item_fields(new)))
        for old, new in pairing.pairs
    )
    altered = tuple(change for change in compared if change.changes)
    old, new = before.derivation, after.derivation
    change = ClaimChange(
        before=before,
        after=after,
        status=_field_change("status", old.status, new.status),
        corroboration=_field_change("corroboration", old.corroboration, new.corroboration),
        reasons=tuple(status_reasons((before, after), altered, sides)),
        fields=changed_fields(claim_fields(before.claim), claim_fields(after.claim)),
        raised=tuple(flag for flag in new.flags if flag not in old.flags),
        lowered=tuple(flag for flag in old.flags if flag not in new.flags),
        gained=pairing.gained,
        lost=pairing.lost,
        altered=altered,
    )
    return None if change.empty else change


def _field_change(name: str, before: object, after: object) -> FieldChange | None:
    return None if before == after else FieldChange(name, str(before), str(after))


def _source_changes(
    before: Mapping[str, Source], after: Mapping[str, Source]
) -> Iterator[SourceChange]:
    for key in sorted(before.keys() & after.keys()):
        old, new = before[key], after[key]
        changes = changed_fields(source_fields(old), source_fields(new))
        rewritten = old.text is not None and new.text is not None and old.text != new.text
        if changes or rewritten:
            yield SourceChange(old, new, changes, rewritten)
