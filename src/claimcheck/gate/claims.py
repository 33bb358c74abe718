"""Looks at claims: reads them, assesses them, and runs the rules about claims over them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor import Effort, Fit
from claimcheck.assessment.assess import Assessment, Census, assess_claims
from claimcheck.assessment.captures import earlier_captures
from claimcheck.dossier.files import claim_files, file_hash, read_claim_files
from claimcheck.dossier.load import MIN_CLAIMS_FOR_TWO_PROCESSES, read_claims, with_claims
from claimcheck.dossier.party_names import lookup_keys
from claimcheck.gate import runner
from claimcheck.gate.incremental.state import ClaimResult
from claimcheck.model import Kind, SignatureState
from claimcheck.system.parallel import both_reading, can_be_read_twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.files import ClaimFiles, ReadClaim
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.dossier.listing import Listing
    from claimcheck.gate.report import Failure
    from claimcheck.gate.request import Request
    from claimcheck.model import Claim, Dossier, Finding, Review, Source
    from claimcheck.system.tree import Tree

# What no review file has for its hash: the claim is looked at again.
_NEVER = "!"
# So many are held in memory at a time; their quotations are looked up together.
_BATCH_CLAIMS = 10_000
# What looking at a claim takes, and comparing a source with all others, in microseconds: near
# enough to share the work out.
_CLAIM_MICROSECONDS, _SOURCE_MICROSECONDS = 300, 400


class FullCheckNeeded(Exception):  # noqa: N818 - no error: the check begins again
    """Only a check of all claims in their order, in one process, has the answer."""


class CheckedClaims(NamedTuple):
    """What was found in claims, and the claims that the rules about the dossier want.

    Attributes:
        results: by the claims' paths.
        claims: the claims as assessed: all that were looked at where they are to be kept, else
            those that cite an altered document.
        dossier: with the claims where they are to be kept.
        failures: the rules that broke.
    """

    results: dict[str, ClaimResult]
    claims: tuple[AssessedClaim, ...]
    dossier: Dossier
    failures: tuple[Failure, ...] = ()


class ClaimReader(NamedTuple):
    """Reads the bytes of claims' files.

    Attributes:
        tree: where they are.
        listing: which files there are.
    """

    tree: Tree
    listing: Listing

    def files(self, ids: Iterable[str]) -> list[ClaimFiles]:
        """Read the files of some claims."""
        return claim_files(self.tree, self.listing, ids)


class ClaimChecker:
    """Looks at claims on one foundation.

    Args:
        reader: reads their files.
        foundation: what they stand on.
        request: what is asked.
        corpus: the texts of the sources.
        effort: what may be spent on quotations that do not stand where they should.
    """

    def __init__(
        self,
        reader: ClaimReader,
        foundation: Foundation,
        request: Request,
        corpus: Corpus,
        effort: Effort,
    ) -> None:
        self._reader = reader
        self._foundation = foundation
        self._altered = foundation.altered
        self._request = request
        self._corpus = corpus
        self._effort = effort

    def check(self, ids: Sequence[str], changed_sources: int) -> CheckedClaims:
        """Look at claims, where there are many in two processes.

        Args:
            ids: the claims'.
            changed_sources: how many sources have to be compared with all others.

        Raises:
            FullCheckNeeded: a rule broke.
        """
        if self._request.keep_claims:
            files = self._reader.files(ids)
            return self._batch(files, read_claims(files))
        # Claims that cite an altered document are needed afterwards, and do not come back from
        # another process.
        if len(ids) < MIN_CLAIMS_FOR_TWO_PROCESSES or self._altered:
            return self._in_turn(self._reader.files(ids))
        return self._in_two_processes(ids, changed_sources)

    def _in_two_processes(self, ids: Sequence[str], changed_sources: int) -> CheckedClaims:
        costs = len(ids) * _CLAIM_MICROSECONDS, changed_sources * _SOURCE_MICROSECONDS
        share = max(0.0, 0.5 - costs[1] / (2 * costs[0]))
        middle = int(len(ids) * share)
        effort = self._effort
        tree = self._reader.tree
        theirs = None if can_be_read_twice(tree) else self._reader.files(ids[middle:])

        def here() -> CheckedClaims:
            if changed_sources:
                runner.prepare(self._corpus, self._request.levels)
            return self._in_turn(self._reader.files(ids[:middle]))

        def there() -> tuple[dict[str, ClaimResult], Effort] | None:
            earlier = replace(effort)
            files = self._reader.files(ids[middle:]) if theirs is None else theirs
            try:
                results = self._in_turn(files).results
            except FullCheckNeeded:
                return None
            return results, effort.spent_since(earlier)

        (checked, left), others = both_reading(tree, lambda: (here(), replace(effort)), there)
        if others is None:
            raise FullCheckNeeded
        results, spent = others
        effort.settle(left, spent)
        return checked._replace(results=checked.results | results)

    def _in_turn(self, files: Sequence[ClaimFiles]) -> CheckedClaims:
        results: dict[str, ClaimResult] = {}
        claims: list[AssessedClaim] = []
        for start in range(0, len(files), _BATCH_CLAIMS):
            batch = files[start : start + _BATCH_CLAIMS]
            checked = self._batch(batch, list(map(read_claim_files, batch)))
            if checked.failures:
                raise FullCheckNeeded
            results |= checked.results
            claims += (claim for claim in checked.claims if claim.cited & self._altered)
        return CheckedClaims(results, tuple(claims), self._foundation.dossier)

    def _batch(self, files: Sequence[ClaimFiles], read: Sequence[ReadClaim]) -> CheckedClaims:
        dossier = with_claims(self._foundation, zip(files, read, strict=True))
        dossier = replace(dossier, base=self._request.base)
        today, corpus = self._request.today, self._corpus
        claims = assess_claims(dossier, today, corpus, self._effort)
        # The claims of a dossier are counted when all of them are looked at.
        assessment = Assessment(dossier, claims, today, Census(), corpus)
        rules = runner.run_claim_rules(assessment, self._request.levels)
        findings, allowed = _by_claim(rules.findings), _by_claim(rules.allowed)
        assessed = {claim.claim.id: claim for claim in assessment.claims}
        results = {
            paths.claim.path: _result(paths, contents, assessed.get(paths.id), dossier)
            for paths, contents in zip(files, read, strict=True)
        }
        for paths in files:
            if paths.id in findings or paths.id in allowed:
                results[paths.claim.path] = results[paths.claim.path]._replace(
                    findings=findings.get(paths.id, ()), allowed=allowed.get(paths.id, ())
                )
            if paths.id in rules.by_day:
                path = paths.claim.path
                results[path] = results[path]._replace(depends_on_date=True)
        return CheckedClaims(results, assessment.claims, dossier, rules.failures)


def _by_claim(findings: Iterable[Finding]) -> dict[str | None, tuple[Finding, ...]]:
    grouped: dict[str | None, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.claim, []).append(finding)
    return {claim: tuple(group) for claim, group in grouped.items()}


def _result(
    files: ClaimFiles,
    read: ReadClaim,
    assessed: AssessedClaim | None,
    dossier: Dossier,
) -> ClaimResult:
    """Return a claim's status and counts, and what they depend on; its findings are still to come.

    Args:
        files: the claim's.
        read: what they say, with the names as they are written.
        assessed: the claim as assessed.
        dossier: its sources and reviews.
    """
    review = f"{file_hash(files.review)} {files.review.path}" if files.review else ""
    if any(_is_unchecked(review_of_claim) for review_of_claim in dossier.reviews.get(files.id, ())):
        review = _NEVER
    written = read.claim
    if assessed is None or written is None:
        return ClaimResult(file_hash(files.claim), None, review=review)
    claim, items, cited = assessed.claim, assessed.evidence, assessed.cited
    origins = {source for item in items for source in _origins(item, dossier.sources)}
    return ClaimResult(
        file=file_hash(files.claim),
        items=claim.items_written,
        cited=sorted(cited),
        depends_on_all_sources=any(_depends_on_all_sources(item) for item in items),
        depends_on_date=(claim.kind is Kind.STATE and claim.as_of is None)
        or claim.review_by is not None,
        latest_day=max(_days(claim, read.reviews), default=""),
        unchecked=assessed.unchecked,
        unjudged=assessed.unjudged,
        omissions=assessed.omissions,
        signed_omissions=assessed.signed_omissions,
        review=review,
        origins=sorted(origins - cited),
        names=list(_spellings(tuple(_names(written)))),
        tags=list(claim.tags),
        status=str(assessed.derivation.status),
        rests_on=list(claim.rests_on),
        rests_on_place=_line_and_column(claim) if claim.rests_on else [],
    )


def _is_unchecked(review: Review) -> bool:
    """Whether a signature of a key was not verified, and may be at the next check."""
    signature = review.signature
    return signature is not None and signature.state is SignatureState.UNCHECKED


def _line_and_column(claim: Claim) -> list[int]:
    place = claim.rests_on_place or claim.place
    return [place.line or 1, place.column or 1]


def _origins(item: AssessedEvidence, sources: Mapping[str, Source]) -> Sequence[str]:
    """Return the sources whose change can change what an item amounts to, there or not."""
    chain = item.voice.chain
    named = () if item.evidence.origin is None else (item.evidence.origin,)
    last = sources.get(chain[-1])
    if last is None or (last.origin is None and last.supersedes is None):
        return *chain, *named
    repeated = () if last.origin is None else (last.origin,)
    return *chain, *named, *earlier_captures(last.id, sources), *repeated


def _depends_on_all_sources(item: AssessedEvidence) -> bool:
    """Whether other sources than an item's own decide what is reported of it.

    A quotation that does not pass is looked for in all of them, what somebody is quoted as saying
    is compared with all of them, and the id of a source that is not there is likened to theirs.
    """
    if item.source is None or item.is_speech:
        return True
    return not (item.anchor.fit.passes or item.anchor.fit is Fit.UNCHECKED)


def _days(claim: Claim, reviews: Iterable[Review]) -> Iterator[str]:
    """Yield the days that must not lie in the future."""
    days = (claim.claimed_on, claim.as_of, claim.verdict and claim.verdict.on)
    yield from (day.isoformat() for day in days if day)
    yield from (review.on.isoformat() for review in reviews)


@lru_cache(maxsize=1 << 12)
def _spellings(names: tuple[str, ...]) -> tuple[str, ...]:
    """All spellings that decide who is meant by some names; many claims name the same people."""
    return tuple(sorted({key for name in names for key in lookup_keys(name)}))


def _names(claim: Claim) -> Iterator[str]:
    yield from claim.claimants
    yield from claim.interested
    yield from (item.speaker for item in claim.evidence if item.speaker)
