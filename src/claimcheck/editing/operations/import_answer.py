"""Draft claims from a language model's answer with citations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.assess import assess
from claimcheck.dossier.modeline import modeline
from claimcheck.editing import conflicts
from claimcheck.editing.claim import ClaimToWrite, claim_file
from claimcheck.editing.drafts import Matching, drafts_of
from claimcheck.editing.evidence import with_evidence
from claimcheck.gate import runner
from claimcheck.gate.report import in_order
from claimcheck.model.errors import AnswerError, EditError
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.documents.answer import Statement
    from claimcheck.dossier.project import Project
    from claimcheck.editing.drafts import ClaimDraft, Drafts
    from claimcheck.model import Dossier, Finding

_MOST_NAMES = 8
# The tag of a draft for which its answer gives nothing.
UNCITED = "uncited"


@dataclass(frozen=True, slots=True)
class PassageCounts:
    """Of some passages, how many stand in their sources, do not, and could not be looked for.

    `findings` is what the rules about quotations say of them.
    """

    passing: int = 0
    failing: int = 0
    unchecked: int = 0
    findings: tuple[Finding, ...] = ()


def draft_claims(
    statements: Sequence[Statement], dossier: Dossier, source_ids: Mapping[str, str]
) -> Drafts:
    """Decide what is to be written for an answer's statements; nothing is written.

    Args:
        statements: what the answer states and cites.
        dossier: the project's claims and sources.
        source_ids: which source is meant, by what the answer calls it; for what its id, address,
            file name and title do not tell.

    Raises:
        RequestError: there is no such source.
        AnswerError: the answer cites nothing of such a name.
    """
    for source_id in source_ids.values():
        if source_id not in dossier.sources:
            raise conflicts.no_source(source_id, dossier.sources, dossier.unread_records)
    matching = Matching(dossier, source_ids)
    drafts = drafts_of(statements, dossier, matching)
    if unused := matching.unused():
        names = dict.fromkeys(
            citation.names[0] for statement in statements for citation in statement.citations
        )
        cited = ", ".join(islice(names, _MOST_NAMES))
        raise AnswerError(
            f"cites nothing that is called '{unused[0]}'",
            did_you_mean(unused[0], names) or f"it cites {cited}",
        )
    return drafts


def begin_claims_folder(project: Project) -> None:
    """Make the folder of the claims where there is none: git keeps no folder without a file.

    Raises:
        ConflictError: it lies behind a link, or cannot be made.
    """
    path = project.config.claims
    with conflicts.explained(path):
        conflicts.target(project.root, f"{path}/x").parent.mkdir(parents=True, exist_ok=True)


def path_of(project: Project, draft: ClaimDraft) -> str:
    """Return the file of a drafted claim, relative to the project's root."""
    if draft.claim is not None:
        return draft.claim.place.path
    return f"{project.config.claims}/{draft.id}.yaml"


def write_draft(
    project: Project, draft: ClaimDraft, claimant: str = "", tags: tuple[str, ...] = ()
) -> None:
    """Write a drafted claim, or the passages that a claim lacks.

    Args:
        project: the project.
        draft: what to write.
        claimant: who asserts the claim; for a new one.
        tags: the claim's tags; for a new one.

    Raises:
        EditError: a file cannot be edited, or a text cannot stand in it.
        ConflictError: a file is there already, or cannot be read or written.
    """
    path = path_of(project, draft)
    if draft.claim is not None:
        conflicts.revise(
            project.root,
            path,
            lambda data: reduce(with_evidence, draft.evidence, data) if draft.evidence else None,
        )
        return
    tags = tuple(dict.fromkeys((*tags, *draft.tags)))
    tags = (*tags, UNCITED) if draft.uncited else tags
    claim = ClaimToWrite(
        draft.text,
        claimant=draft.claimant or claimant,
        claimed_on=draft.claimed_on,
        tags=tags,
        evidence=draft.evidence,
    )
    head = modeline(project.root, "claim", path) + draft.head
    try:
        data = claim_file(claim, head)
    except EditError as error:
        raise EditError(f"{path}: {error}", error.help) from None
    conflicts.create(project.root, path, data)


def passage_counts(dossier: Dossier, drafts: Drafts) -> PassageCounts:
    """Count how many of the drafted passages stand in their sources, and say what the gate would.

    Args:
        dossier: the project, with the drafts in it.
        drafts: what was written.
    """
    drafted = {
        draft.id: {(item.source, item.quote) for item in draft.evidence} for draft in drafts.drafts
    }
    claims = tuple(claim for claim in dossier.claims if claim.id in drafted)
    # What stands does not depend on the day.
    assessment = assess(replace(dossier, claims=claims), dt.date.min)
    items = [
        item
        for assessed in assessment.claims
        for item in assessed.evidence
        if (item.evidence.source, item.evidence.quote) in drafted[assessed.claim.id]
    ]
    fits = [item.anchor.fit for item in items]
    passing, unchecked = sum(fit.passes for fit in fits), fits.count(Fit.UNCHECKED)
    places = {item.evidence.quote_place for item in items}
    findings = [
        finding
        for finding in _about_quotations(assessment)
        if finding.place in places or any(excerpt.place in places for excerpt in finding.excerpts)
    ]
    return PassageCounts(passing, len(fits) - passing - unchecked, unchecked, tuple(findings))


def _about_quotations(assessment: Assessment) -> tuple[Finding, ...]:
    levels = {
        rule: level
        for rule, level in runner.severities(assessment.dossier.config).items()
        if rule.startswith(("quote-", "speaker-"))
    }
    return in_order(runner.run_claim_rules(assessment, levels).findings)
