"""Check a project again: look anew only at what has changed since the last time.

What is found in a claim depends on its files, on the sources that it leans on, on the parties and
sometimes on the day; all of these are compared by content. Where nothing is
known, everything is looked at. The report is that of `check`, except that it holds no claim that
was not looked at, only the census of all.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor import Effort, Fit
from claimcheck.assessment.assess import Assessment, Census, assess, unchecked
from claimcheck.assessment.corpus import Corpus
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.load import claim_files, read_claim_files, with_claims
from claimcheck.dossier.party_names import name_key
from claimcheck.gate.check import check_claims, check_dossier, conclude
from claimcheck.gate.incremental.rows import recorded, row
from claimcheck.gate.incremental.source_state import Kept
from claimcheck.gate.incremental.sources import (
    Compared,
    Texts,
    compare,
    digest,
    mark_of,
    state,
    state_at,
)
from claimcheck.gate.incremental.state import Memory, Row, finding_row, findings_of
from claimcheck.gate.report import RuleResults
from claimcheck.model import Kind
from claimcheck.system.parallel import both

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from claimcheck.anchor import Sharing
    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence
    from claimcheck.dossier.listing import Listing
    from claimcheck.dossier.load import ClaimFiles
    from claimcheck.gate.report import Report
    from claimcheck.model import Baseline, Claim, Config, Finding, Severity, Source
    from claimcheck.system.tree import Tree

# Some third of a second's work: less is done before a second process is.
_MANY_CLAIMS = 1500
# As many are held in memory at a time; their quotations are looked up together.
_AT_ONCE = 10_000
# What it takes to look at a claim, and to compare a source with all others, in microseconds: near
# enough to share the work out.
_A_CLAIM, _A_SOURCE = 250, 500
_COPIES = "possible-copy"


def _in_silence(_claims: int) -> AbstractContextManager[None]:
    return nullcontext()


class WholeError(Exception):
    """Only a check of everything has the answer.

    A rule broke, and it says which and how; or so many quotations do not stand where they should
    that not all can be looked for, and it says which were not.
    """


@dataclass(frozen=True, slots=True)
class Question:
    """What a check is asked: about which files, as of which day, by which rules.

    `baseline` holds the findings that the project accepted. `looking` is entered while claims are
    looked at, given how many.
    """

    tree: Tree
    config: Config
    today: date
    levels: Mapping[str, Severity]
    baseline: Baseline | None = None
    looking: Callable[[int], AbstractContextManager[None]] = _in_silence


def recheck(asked: Question, known: Memory | None = None) -> tuple[Report, Memory]:
    """Check a project, with what is known from the last time that these rules checked it.

    Raises:
        ProjectError: as `load`.
        WholeError: everything has to be checked.
    """
    known = known or Memory()
    listing = list_files(asked.tree, asked.config)
    compared = compare(asked.tree, asked.config, listing, known)
    rows: dict[str, Row] = {}
    fresh = []
    before = _Comparison(asked, listing, compared, known)
    for claim_id, path in listing.claims.items():
        if (row := before.row(claim_id)) is None:
            fresh.append(claim_id)
        else:
            rows[path] = row
    looking = _Looking(asked, compared, known)
    with asked.looking(len(fresh)):
        seen = looking.at(claim_files(asked.tree, listing, fresh))
    rows |= seen.rows
    census = _census(rows.values(), listing)
    mark = _mark(compared, census, asked.config)
    if mark == known.whole and not compared.altered:
        in_dossier = known.findings
    else:
        in_dossier = looking.at_the_whole(seen.claims, census, listing)
    effort = looking.corpus.effort
    if effort.exhausted:
        raise WholeError
    report = conclude(
        looking.assessment(census, listing),
        asked.levels,
        RuleResults(
            (*_every(rows.values(), "findings"), *in_dossier), _every(rows.values(), "allowed")
        ),
    )
    if report.failures:
        raise WholeError
    return report, Memory(
        day=asked.today.isoformat(),
        rows=rows,
        surface=compared.surface,
        parties=compared.parties,
        sources=dict(compared.sources),
        names=compared.ground.register.names,
        flaws=compared.ground.dossier.flaws,
        whole=mark,
        findings=in_dossier,
        variants=looking.corpus.known_variants,
        filed=known.filed,
        anew=looking.anew,
        effort=[effort.steps, effort.tries],
    )


class _Comparison:
    """Whether what was found in a claim would be found again."""

    def __init__(
        self, asked: Question, listing: Listing, compared: Compared, known: Memory
    ) -> None:
        self._tree = asked.tree
        self._listing = listing
        self._compared = compared
        self._rows = known.rows if compared.parties == known.parties else {}
        self._same_day = known.day == asked.today.isoformat()

    def row(self, claim_id: str) -> Row | None:
        """Return what was found in a claim; nothing where it has to be looked at."""
        path = self._listing.claims[claim_id]
        row = self._rows.get(path)
        if row is None or (row.dated and not self._same_day) or not self._stands(row):
            return None
        if row.claim != state_at(self._tree, path):
            return None
        review = self._listing.reviews.get(claim_id)
        same = row.review == (_placed(review, state_at(self._tree, review)) if review else "")
        return row if same else None

    def _stands(self, row: Row) -> bool:
        compared = self._compared
        # The rules about the dossier ask what a changed document did to the claims that cite it.
        if compared.altered and not compared.altered.isdisjoint(row.cited):
            return False
        if compared.renamed and not compared.renamed.isdisjoint(row.names or ()):
            return False
        return not compared.changed or (
            not row.widely
            and compared.changed.isdisjoint(row.cited)
            and compared.changed.isdisjoint(row.leans_on or ())
        )


class _Seen(NamedTuple):
    """What was found in claims by their paths, and the claims themselves."""

    rows: dict[str, Row]
    claims: list[AssessedClaim]


class _Looking:
    """Looks at claims, and at the dossier as a whole, on one ground."""

    def __init__(self, asked: Question, compared: Compared, known: Memory) -> None:
        self._asked = asked
        self._compared = compared
        self._ground = compared.ground
        self._known = known
        self.anew: Kept | None = None
        variants = known.variants if compared.same else None
        self.corpus = Corpus(self._ground.dossier.sources, variants, self._shared)
        # What is not looked for again was once; too much of it is more than one check would do.
        self.corpus.effort = Effort(*known.effort)

    def at(self, files: Sequence[ClaimFiles]) -> _Seen:
        """Look at claims, where there are many in two processes.

        A claim that cites a document which is not the one that was pinned is needed afterwards, and
        claims do not come back from another process.
        """
        if len(files) < _MANY_CLAIMS or self._compared.altered:
            return self._in_turn(files)
        sources = len(self._compared.changed)
        share = max(0.0, 0.5 - sources * _A_SOURCE / (2 * len(files) * _A_CLAIM))
        middle = int(len(files) * share)

        effort = self.corpus.effort

        def here() -> tuple[_Seen, Effort]:
            if sources and _COPIES in self._asked.levels:
                _ = self.corpus.shared_runs
            return self._in_turn(files[:middle]), replace(effort)

        def there() -> tuple[dict[str, Row], Effort] | None:
            before = replace(effort)
            try:
                rows = self._in_turn(files[middle:]).rows
            except WholeError:
                return None
            return rows, Effort(before.steps - effort.steps, before.tries - effort.tries)

        (seen, left), others = both(here, there)
        if others is None:
            raise WholeError
        rows, spent = others
        effort.steps, effort.tries = left.steps - spent.steps, left.tries - spent.tries
        return _Seen(seen.rows | rows, seen.claims)

    def _in_turn(self, files: Sequence[ClaimFiles]) -> _Seen:
        seen = _Seen({}, [])
        for start in range(0, len(files), _AT_ONCE):
            rows, claims = self._together(files[start : start + _AT_ONCE])
            seen.rows.update(rows)
            seen.claims.extend(claims)
        return seen

    def _together(self, files: Sequence[ClaimFiles]) -> _Seen:
        read = [read_claim_files(one) for one in files]
        dossier = with_claims(self._ground, zip(files, read, strict=True))
        assessment = assess(dossier, self._asked.today, self.corpus)
        found = check_claims(assessment, self._asked.levels)
        if found.failures:
            raise WholeError
        counted, allowed = _by_claim(found.findings), _by_claim(found.allowed)
        assessed = {one.claim.id: one for one in assessment.claims}
        rows = {
            one.claim.path: _row(one, said.claim, assessed.get(one.id), dossier.sources)._replace(
                findings=counted.get(one.id, []), allowed=allowed.get(one.id, [])
            )
            for one, said in zip(files, read, strict=True)
        }
        altered = self._compared.altered
        return _Seen(
            rows,
            [
                one
                for one in assessment.claims
                if altered and any(item.evidence.source in altered for item in one.evidence)
            ],
        )

    def at_the_whole(
        self, claims: Sequence[AssessedClaim], census: Census, listing: Listing
    ) -> tuple[Finding, ...]:
        """Look at the dossier as a whole."""
        asked, records, sources = self._asked, self._records, self._ground.dossier.sources
        dossier = replace(
            self._ground.dossier,
            sources={
                name: recorded(
                    name,
                    self._compared.sources[name].party,
                    one,
                    partial(sources.__getitem__, name),
                )
                for name, one in records.items()
            },
            texts=Texts(asked.tree, listing),
        )
        assessment = Assessment(dossier, tuple(claims), asked.today, census, self.corpus)
        found = check_dossier(assessment, asked.levels)
        if found.failures:
            raise WholeError
        kept, sharing = self._kept, self.corpus.known_sharing
        if self._compared.changed or kept is None or (sharing and not kept.sharing):
            filed = kept.filed if kept else None
            self.anew = Kept(self._compared.mark, records, sharing, filed)
        return found.findings

    @cached_property
    def _kept(self) -> Kept | None:
        """What is kept of the sources as they were, if it is theirs."""
        kept = self._known.kept()
        return kept if kept and kept.mark == mark_of(self._known.sources) else None

    @cached_property
    def _records(self) -> dict[str, Sequence[object]]:
        kept, changed = self._kept.records if self._kept else {}, self._compared.changed
        sources = self._ground.dossier.sources
        records = {}
        for name in sources:
            one = None if name in changed else kept.get(name)
            # A record that was changed while others were read may be none any more.
            if one is None and (source := sources.get(name)) is not None:
                one = row(source)
            if one is not None:
                records[name] = one
        return records

    def _shared(self) -> Sharing | None:
        """Return what the texts share, where that follows from what they shared before."""
        sharing = self._kept.sharing if self._kept else None
        return sharing and sharing.update(self._compared.changed, self.corpus.text)

    def assessment(self, census: Census, listing: Listing) -> Assessment:
        """Return what a report says it is about."""
        asked = self._asked
        dossier = replace(
            self._ground.dossier, texts=Texts(asked.tree, listing), baseline=asked.baseline
        )
        return Assessment(dossier, (), asked.today, census, self.corpus)


def _by_claim(findings: Iterable[Finding]) -> dict[str | None, list[list[object]]]:
    found: dict[str | None, list[list[object]]] = {}
    for one in findings:
        found.setdefault(one.claim, []).append(finding_row(one))
    return found


def _row(
    files: ClaimFiles,
    written: Claim | None,
    assessed: AssessedClaim | None,
    sources: Mapping[str, Source],
) -> Row:
    """Say what a claim came to, and what that depends on; its findings are still to be added.

    Args:
        files: the claim's.
        written: the claim with the names as they are written.
        assessed: the claim as assessed.
        sources: those of the dossier.
    """
    review = _placed(files.review.path, state(files.review)) if files.review else ""
    if assessed is None or written is None:
        return Row(state(files.claim), None, [], review=review)
    claim, items = assessed.claim, assessed.evidence
    cited = {item.evidence.source for item in items}
    return Row(
        claim=state(files.claim),
        evidence=claim.items_written,
        cited=sorted(cited),
        widely=any(_is_looked_for_widely(item) for item in items),
        dated=claim.kind is Kind.STATE or claim.review_by is not None,
        unchecked=unchecked(assessed),
        unjudged=assessed.unjudged,
        review=review,
        leans_on=sorted({one for item in items for one in _leans_on(item, sources)} - cited),
        names=sorted({name_key(name) for name in _names(written)}),
        tags=list(claim.tags),
    )


def _placed(path: str, state: str) -> str:
    """Say what a review is and where it lies, since what is found in it names the place."""
    return f"{state} {path}"


def _leans_on(item: AssessedEvidence, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield the sources whose change can change what an item amounts to, known or not."""
    yield from item.voice.chain
    last = sources.get(item.voice.chain[-1])
    if last is not None and last.origin is not None:
        yield last.origin


def _is_looked_for_widely(item: AssessedEvidence) -> bool:
    """Whether other sources than an item's own decide what is found about it.

    A quotation that does not pass is looked for in all of them, what somebody is quoted as saying
    is compared with all of them, and the id of a source that is not there is likened to theirs.
    """
    if item.source is None or item.is_speech:
        return True
    return not (item.anchor.fit.passes or item.anchor.fit is Fit.UNCHECKED)


def _names(claim: Claim) -> Iterator[str]:
    yield from claim.interested
    named = (claim.claimant, *(item.speaker for item in claim.evidence))
    yield from (name for name in named if name)


def _census(rows: Collection[Row], listing: Listing) -> Census:
    readable = [row for row in rows if row.evidence is not None]
    return Census(
        claims=len(readable),
        evidence=sum(row.evidence or 0 for row in readable),
        unchecked=sum(row.unchecked for row in readable),
        unjudged=sum(row.unjudged for row in readable),
        unread=len(listing.unread) + len(rows) - len(readable),
        cited=frozenset(chain.from_iterable(row.cited for row in readable)),
        tags=frozenset(chain.from_iterable(row.tags or () for row in readable)),
    )


def _mark(compared: Compared, census: Census, config: Config) -> str:
    """Return a hash of all that the rules about the dossier see."""
    asked_for = any(one.tag is not None for one in config.require)
    return digest(
        compared.print,
        repr(sorted(census.cited & set(compared.sources))),
        repr(sorted(census.tags) if asked_for else []),
    )


def _every(rows: Iterable[Row], kind: str) -> tuple[Finding, ...]:
    found = filter(None, map(attrgetter(kind), rows))
    return findings_of(chain.from_iterable(found))
