"""Citing a passage in a claim, as several commands do it, and what they say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.cli import console
from claimcheck.cli.editing import difference
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.editing.operations.cite import cite
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import write_findings

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.editing import EvidenceToWrite
    from claimcheck.editing.preview import PresentProject, Preview


def cite_passage(
    present: PresentProject, claim: AssessedClaim, item: EvidenceToWrite, *, dry_run: bool = False
) -> CommandResult:
    """Cite a passage in a claim, and tell where it stands and what that does to the status.

    Args:
        present: the project as it is.
        claim: the claim.
        item: the passage, and what it does to the claim.
        dry_run: whether nothing is to be written.

    Raises:
        ClaimcheckError: what `claimcheck.editing.operations.cite` raises.
    """
    preview = cite(present, claim, item, dry_run=dry_run)
    if not preview.passes or preview.claim is None:
        return not_written(preview)
    old, new = claim.derivation.status, preview.claim.derivation.status
    place = preview.claim.evidence[-1].evidence.place
    was = f" (was {old})" if new != old else ""
    if dry_run:
        return CommandResult(findings_in(preview) + difference([preview.edit]))
    linked = f"linked {item.source} to {claim.claim.id}, {place}\nstatus {new}{was}\n"
    return CommandResult(findings_in(preview) + at_width(linked))


def not_written(preview: Preview) -> CommandResult:
    """Return what the gate holds against a claim that was therefore not written."""
    return CommandResult(findings_in(preview), FINDINGS, "nothing was written\n")


def findings_in(preview: Preview) -> str:
    """Return what the gate finds in a claim as it would be; nothing where it finds nothing."""
    if not preview.report.findings:
        return ""
    page = TerminalPage(console.screen())
    write_findings(page, preview.report)
    return page.text()
