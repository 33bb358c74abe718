"""What tools answer, made of the values that the commands print, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Fit
from claimcheck.cli.servers.mcp import results
from claimcheck.cli.servers.mcp.results import own, quoted
from claimcheck.formats import phrases
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.quotations import LocatedQuotation
    from claimcheck.editing.preview import Preview
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

MOST_LINES: Final = 400
_LONGEST_LINE: Final = 2_000  # characters
_NOT_JUDGED: Final = "stance-unset"


def numbered(lines: Sequence[str], first: int, last: int, quoted_from: str) -> results.Quoted:
    """Return lines of a text, each behind its number, so that none can be taken for anything else.

    Args:
        lines: all lines of the text.
        first: the number of the first line, from 1.
        last: the number of the last one.
        quoted_from: what they are from.
    """
    # Of Windows' line ends a carriage return is left, which nobody should copy into a quotation.
    shown = [line.removesuffix("\r") for line in lines[first - 1 : last]]
    text = "\n".join(
        f"{number}| {line[:_LONGEST_LINE]}" for number, line in enumerate(shown, first)
    )
    cut = any(len(line) > _LONGEST_LINE for line in shown)
    return quoted(text, quoted_from, MOST_LINES * _LONGEST_LINE, cut=cut)


def claim_summary(claim: AssessedClaim) -> results.ClaimSummary:
    """Return what a list says of a claim.

    Args:
        claim: the claim, assessed.
    """
    return results.ClaimSummary(
        id=claim.claim.id,
        claim=quoted(claim.claim.text, f"claim {claim.claim.id}"),
        status=str(claim.derivation.status),
        corroboration=str(claim.derivation.corroboration),
        evidence=len(claim.evidence),
        tags=list(map(own, claim.claim.tags)),
    )


def flaw(finding: Finding) -> results.FoundFlaw:
    """Return a finding as it is told.

    Args:
        finding: the finding.
    """
    return results.FoundFlaw(
        rule=finding.rule,
        severity=str(finding.severity),
        place=own(str(finding.place)),
        message=quoted(finding.message, "a finding about the project's files", 600),
        help=own(finding.help),
        claim=own(finding.claim) if finding.claim else None,
        source=own(finding.source) if finding.source else None,
    )


def check_result(report: Report, findings: Sequence[Finding], limit: int) -> results.CheckResult:
    """Return what a check came to.

    Args:
        report: the check.
        findings: those asked for.
        limit: how many are told; the rest is counted.
    """
    totals = report.totals
    return results.CheckResult(
        passes=not report.failed and not report.failures,
        errors=totals.errors,
        warnings=totals.warnings,
        notes=totals.notes,
        unchecked=totals.unchecked,
        not_judged=totals.unjudged,
        findings=[flaw(finding) for finding in findings[:limit]],
        not_shown=max(0, len(findings) - limit),
        closing=phrases.closing(totals),
    )


def checked_quotation(
    located: LocatedQuotation, unread: Sequence[str] = (), *, is_given: bool
) -> results.CheckedQuotation:
    """Return what became of looking a quotation up.

    Args:
        located: where it was looked for, and what is there.
        unread: the sources that were to be looked in, and have no text.
        is_given: whether in a file that was named, and has no id.
    """
    anchor, source = located.anchor, located.file.source
    name = source.text_path if is_given else source.id
    has_place = located.span is not None
    return results.CheckedQuotation(
        quote=quoted(located.quote, "the quotation that was sent"),
        stands=located.stands,
        fit=str(anchor.fit),
        found_in=own(name) if has_place else None,
        place=own(located.place) or None,
        locator=own(located.locator) or None,
        passage=quoted(located.passage, f"source {name}") if has_place else None,
        difference=[
            results.Difference(
                written=own(part.written, 600), printed=own(part.printed, 600), same=part.same
            )
            for part in anchor.difference
        ],
        changes=[str(change) for change in anchor.changes],
        warnings=[own(warning) for warning in located.warnings],
        not_read=[
            *map(own, located.gaps),
            *(f"{own(source)}: it has no text to look in" for source in unread),
        ],
        also_in=[
            own(other.file.source.text_path if is_given else other.file.source.id)
            for other in located.also
        ],
        reason=own(anchor.reason) or None,
        next=_next_step(located, unread),
    )


def _next_step(located: LocatedQuotation, unread: Sequence[str]) -> str:
    if located.stands and located.warnings:
        return "it appears there; look at the warnings before you use it"
    if located.stands:
        return "it appears there"
    if located.anchor.fit is Fit.UNCHECKED:
        return "it could not be looked up everywhere: do not use it, and say so"
    if located.span is not None:
        return "do not use it: quote what is printed there, or leave it out"
    if unread:
        return "it could not be looked up everywhere: do not use it, and say so"
    return "do not use it: find what the sources say with find_passages, or leave it out"


def refuse_unless_passing(preview: Preview) -> None:
    """Refuse to write what the gate would refuse.

    Args:
        preview: what the claim would be, and what the gate says of it.

    Raises:
        RequestError: the gate would refuse it.
    """
    if preview.passes:
        return
    # A draft's stance is unset in any case: a person judges it.
    others = [finding for finding in preview.report.findings if finding.rule != _NOT_JUDGED]
    reasons = "; ".join(f"{finding.rule}: {own(finding.message)}" for finding in others[:5])
    raise RequestError(
        f"nothing was written, since the gate would refuse it: {reasons or 'it cannot be read'}",
        "verify_quote shows what the source prints; copy that, or a passage of find_passages",
    )


def written(path: str, name: str, preview: Preview, remarks: Sequence[str]) -> results.Written:
    """Return what was written, and what is left to do.

    Args:
        path: the file.
        name: the id of the claim.
        preview: the claim, and what the gate says of it.
        remarks: what was found out on the way.
    """
    findings = [f"{each.rule}: {own(each.message)}" for each in preview.report.findings]
    status = str(preview.claim.derivation.status) if preview.claim else None
    cites = preview.claim is not None and preview.claim.evidence
    return results.Written(
        written=own(path),
        id=name,
        status=status,
        remarks=[*remarks, *findings],
        next="a person judges each passage: its stance is supports, contradicts or context "
        "(claimcheck judge)"
        if cites
        else "find passages that speak for or against it with find_passages, and link_passage them",
    )
