"""The tools: what an agent asks, answered by the functions that the commands use, too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from claimcheck import rules
from claimcheck.anchor import where_to_look
from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
from claimcheck.assessment.passages import passage_of
from claimcheck.assessment.quotations import SearchableFile, locate_among
from claimcheck.cli import session
from claimcheck.cli.servers.mcp import results
from claimcheck.cli.servers.mcp.answers import (
    MOST_LINES,
    check_result,
    checked_quotation,
    claim_summary,
    flaw,
    numbered,
    refuse_unless_passing,
    written,
)
from claimcheck.cli.servers.mcp.results import own, quoted
from claimcheck.documents.document import is_url, refuse_unless_file
from claimcheck.documents.draft import MAX_DOCUMENT_BYTES, read_draft
from claimcheck.documents.extract import Bounds
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.searchable import open_or_explain
from claimcheck.editing import ClaimToWrite, EvidenceToWrite, conflicts
from claimcheck.editing.new_source import SourceRequest
from claimcheck.editing.operations.add_source import add_source
from claimcheck.editing.operations.begin_claim import begin_claim
from claimcheck.editing.operations.cite import cite
from claimcheck.editing.preview import PresentProject
from claimcheck.formats import status_phrases
from claimcheck.gate import rulebook
from claimcheck.gate.runner import severities
from claimcheck.model import Quote, Stance, Status
from claimcheck.model.errors import RequestError, UnreadableError
from claimcheck.search.passages import PassageQuery
from claimcheck.system import plugins
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.cli.servers.mcp.warm_project import WarmProject
    from claimcheck.dossier.article import Article
    from claimcheck.model import Source

MOST_QUOTES: Final = 100
MOST_FINDINGS: Final = 100
MOST_LISTED: Final = 200
_LONGEST_QUOTE: Final = 20_000  # characters
_LONGEST_ARTICLE: Final = 200_000  # characters
_MOST_NEAR: Final = 3  # sources in which a near passage is looked for
_MOST_TRIED: Final = 20  # sources of those in which a quotation may stand

Quotations = Annotated[
    list[str], Field(min_length=1, max_length=MOST_QUOTES, description="The quotations, verbatim.")
]
SourceIds = Annotated[
    list[str] | None, Field(description="Ids of sources to look in; all of them by default.")
]
Files = Annotated[
    list[str] | None,
    Field(description="Files below the project's folder to look in, instead of sources."),
]
Limit = Annotated[int, Field(ge=1, le=MOST_LISTED, description="How many at most.")]
Offset = Annotated[int, Field(ge=0, description="How many to pass over.")]


class Tools:
    """The tools over one project.

    Args:
        project: the project.
        fetches: whether sources may be added from the web.
    """

    def __init__(self, project: WarmProject, *, fetches: bool = False) -> None:
        self._project = project
        self._fetches = fetches

    def verify_quote(
        self, quotes: Quotations, sources: SourceIds = None, files: Files = None
    ) -> results.CheckedQuotations:
        """Say of quotations whether they really stand in the sources, or in given files.

        Call this before you show or write any quotation. A quotation passes only if all its words
        are there and no others; what is only near is shown with the difference.

        Args:
            quotes: the quotations, letter by letter.
            sources: ids of sources to look in; all of them by default.
            files: files below the project's folder to look in, instead of sources.
        """
        if sources and files:
            raise RequestError("give either `sources` or `files`", "look in one after the other")
        with self._project.call():
            texts, unread = (self._files(files), []) if files else self._texts(sources)
            if not texts:
                raise _no_text(unread)
            quotations = [
                self._checked(words, texts, unread, is_given=bool(files)) for words in quotes
            ]
        return results.CheckedQuotations(
            all_stand=all(quotation.stands for quotation in quotations), quotations=quotations
        )

    def find_passages(
        self,
        text: Annotated[str, Field(max_length=_LONGEST_QUOTE, description="What to look for.")],
        sources: SourceIds = None,
        limit: Annotated[int, Field(ge=1, le=50)] = 5,
    ) -> results.FoundPassages:
        """Rank the sentences of the sources by how well they fit a text.

        Each can be cited as it is shown: copy `quote.text` letter by letter.

        Args:
            text: what to look for.
            sources: ids of sources to look in; all of them by default.
            limit: how many passages at most.
        """
        with self._project.call():
            for name in sources or ():
                self._source(name)
            answer = self._project.passages(
                PassageQuery(text, limit=limit, within=tuple(sources or ()))
            )
        passages = [
            results.FoundPassage(
                source=own(passage.source),
                title=quoted(passage.title, f"source {passage.source}", 300),
                quote=quoted(passage.quote.exact, f"source {passage.source}"),
                place=own(str(passage.place)),
                locator=own(passage.locator) or None,
                page=own(passage.page) or None,
                before=quoted(passage.before, f"source {passage.source}", 500),
                after=quoted(passage.after, f"source {passage.source}", 500),
                cited_by=[own(link.claim) for link in passage.linked],
                resource=f"claimcheck://source/{passage.source}#{passage.place.line or 1}",
            )
            for passage in answer.passages
        ]
        return results.FoundPassages(
            passages=passages,
            sources_searched=answer.searched,
            sources_without_text=answer.unsearched,
            not_read=list(map(own, answer.gaps)),
        )

    def list_claims(
        self,
        status: Annotated[Status | None, Field(description="Only claims of this status.")] = None,
        tag: Annotated[str | None, Field(description="Only claims with this tag.")] = None,
        contains: Annotated[str | None, Field(description="Only claims with these words.")] = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> results.ClaimList:
        """List the project's claims with their derived statuses.

        Args:
            status: only claims of this status.
            tag: only claims with this tag.
            contains: only claims with these words.
            limit: how many at most.
            offset: how many to pass over.
        """
        fitting = [
            claim
            for claim in self._project.assessment.claims
            if (status is None or claim.derivation.status == status)
            and (tag is None or tag.casefold() in map(str.casefold, claim.claim.tags))
            and (contains is None or contains.casefold() in claim.claim.text.casefold())
        ]
        end = offset + limit
        return results.ClaimList(
            total=len(fitting),
            offset=offset,
            claims=[claim_summary(claim) for claim in fitting[offset:end]],
            next_offset=end if end < len(fitting) else None,
        )

    def get_claim(self, claim: Annotated[str, Field(description="Its id.")]) -> results.ClaimDetail:
        """Show one claim: its passages, its status and why, and what the rules find in it."""
        with self._project.call():
            assessed = self._claim(claim)
            dossier = self._project.dossier
            findings = self._project.check.report.findings_about(assessed)
            evidence = [self._evidence(item) for item in assessed.evidence]
        derivation = assessed.derivation
        return results.ClaimDetail(
            id=claim,
            claim=quoted(assessed.claim.text, f"claim {claim}"),
            status=str(derivation.status),
            why=quoted(status_phrases.reason(assessed, dossier.parties), f"claim {claim}"),
            corroboration=str(derivation.corroboration),
            flags=list(map(str, derivation.flags)),
            tags=list(map(own, assessed.claim.tags)),
            evidence=evidence,
            findings=[flaw(finding) for finding in findings[:MOST_FINDINGS]],
        )

    def list_sources(self, limit: Limit = 50, offset: Offset = 0) -> results.SourceList:
        """List the pinned documents, with their ids."""
        assessment = self._project.assessment
        sources = list(assessment.dossier.sources.values())
        cited: dict[str, int] = {}
        for claim in assessment.claims:
            for name in {item.evidence.source for item in claim.evidence}:
                cited[name] = cited.get(name, 0) + 1
        end = offset + limit
        return results.SourceList(
            total=len(sources),
            offset=offset,
            sources=[
                results.SourceSummary(
                    id=source.id,
                    title=quoted(source.title, f"source {source.id}", 300),
                    publisher=own(source.publisher) if source.publisher else None,
                    issued=str(source.issued) if source.issued else None,
                    has_text=source.text is not None,
                    cited_by=cited.get(source.id, 0),
                )
                for source in sources[offset:end]
            ],
            next_offset=end if end < len(sources) else None,
        )

    def get_source(
        self,
        source: Annotated[str, Field(description="Its id.")],
        first_line: Annotated[int, Field(ge=1)] = 1,
        lines: Annotated[int, Field(ge=1, le=MOST_LINES)] = 100,
    ) -> results.SourceText:
        """Read the text of a source, some lines at a time; each begins with its number.

        Args:
            source: its id.
            first_line: the number of the first line, from 1.
            lines: how many lines at most.
        """
        record = self._source(source)
        whole = (record.text or "").split("\n")
        last = min(len(whole), first_line + lines - 1)
        return results.SourceText(
            id=source,
            title=quoted(record.title, f"source {source}", 300),
            publisher=own(record.publisher) if record.publisher else None,
            author=list(map(own, record.author)),
            issued=str(record.issued) if record.issued else None,
            url=own(record.url) if record.url else None,
            not_read=list(map(own, record.gaps)),
            first_line=first_line,
            last_line=last,
            total_lines=len(whole),
            next_line=last + 1 if last < len(whole) else None,
            lines=numbered(whole, first_line, last, f"source {source}"),
        )

    def check_dossier(
        self,
        claim: Annotated[str | None, Field(description="Only findings in this claim.")] = None,
        rule: Annotated[str | None, Field(description="Only findings of this rule.")] = None,
        limit: Annotated[int, Field(ge=1, le=MOST_FINDINGS)] = 30,
    ) -> results.CheckResult:
        """Run the gate over the whole project, as CI does.

        Args:
            claim: only findings in this claim.
            rule: only findings of this rule.
            limit: how many findings at most.
        """
        if rule is not None:
            _refuse_unless_rule(rule)
        with self._project.call():
            if claim is not None and claim not in self._project.claim_paths:
                self._claim(claim)
            report = self._project.check.report
        findings = [
            finding
            for finding in report.findings
            if (claim is None or finding.claim == claim) and (rule is None or finding.rule == rule)
        ]
        return check_result(report, findings, limit)

    def check_article(
        self,
        text: Annotated[
            str | None, Field(max_length=_LONGEST_ARTICLE, description="The article, in Markdown.")
        ] = None,
        file: Annotated[
            str | None, Field(description="Or its file, below the project's folder.")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=MOST_FINDINGS)] = 30,
    ) -> results.CheckResult:
        """Hold an article against the dossier: quotations, figures, and what sentences cite.

        Args:
            text: the article, in Markdown.
            file: or its file, below the project's folder.
            limit: how many findings at most.
        """
        if (text is None) == (file is None):
            raise RequestError("give either `text` or `file`", "one article at a time")
        with self._project.call():
            if text is not None:
                article = read_draft("article.md", text.encode("utf-8", "replace"))
            else:
                article = self._article(file or "")
            report = self._project.article_report(article)
        return check_result(report, report.findings, limit)

    def explain_rule(
        self, rule: Annotated[str, Field(description="Its name.")]
    ) -> results.RulePage:
        """Say what a rule looks for, why, and how to mend what it finds."""
        _refuse_unless_rule(rule)
        page = rulebook.page_with_coverage(rule)
        config = self._project.project.config
        return results.RulePage(
            name=rule,
            level=str(severities(config).get(page.name, rules.OFF)),
            summary=page.summary,
            why=page.why,
            mend=page.mend,
            example=page.example,
        )

    def draft_claim(
        self,
        claim: Annotated[
            str, Field(max_length=2_000, description="One assertion that stands alone.")
        ],
        source: Annotated[str | None, Field(description="The source of a first passage.")] = None,
        quote: Annotated[str | None, Field(description="That passage, verbatim.")] = None,
        tags: Annotated[list[str] | None, Field(max_length=20)] = None,
    ) -> results.Written:
        """Write a new claim, with a passage where one is given.

        The passage must stand in its source, or nothing is written. Its stance stays unset: whether
        it speaks for or against the claim, a person judges.

        Args:
            claim: one assertion that stands alone.
            source: the source of a first passage.
            quote: that passage, letter by letter.
            tags: the claim's tags.
        """
        evidence: tuple[EvidenceToWrite, ...] = ()
        if (source is None) != (quote is None):
            raise RequestError("a passage needs both `source` and `quote`", "give both, or neither")
        with self._project.call():
            if source is not None and quote is not None:
                self._source(source)
                evidence = (EvidenceToWrite(source, Stance.UNSET, Quote(quote)),)
            project = self._project
            present = PresentProject(project.project, project.assessment, project.check)
            new = begin_claim(
                present, ClaimToWrite(claim, tags=tuple(tags or ()), evidence=evidence)
            )
        refuse_unless_passing(new.preview)
        remarks = [f"it nearly repeats the claim {new.similar.id}"] if new.similar else []
        return written(new.path, new.id, new.preview, remarks)

    def link_passage(
        self,
        claim: Annotated[str, Field(description="The claim's id.")],
        source: Annotated[str, Field(description="The source's id.")],
        quote: Annotated[str, Field(description="The passage, verbatim.")],
        page: Annotated[str | None, Field(description="Its page, where it has one.")] = None,
    ) -> results.Written:
        """Cite a passage in a claim that is there.

        It must stand in its source, or nothing is written. Its stance stays unset: whether it
        speaks for or against the claim, a person judges.

        Args:
            claim: the claim's id.
            source: the source's id.
            quote: the passage, letter by letter.
            page: its page, where it has one.
        """
        with self._project.call():
            assessed = self._claim(claim)
            self._source(source)
            item = EvidenceToWrite(source, Stance.UNSET, Quote(quote), page=page)
            project, check = self._project.project, self._project.check
            preview = cite(PresentProject(project, check.report.assessment, check), assessed, item)
        refuse_unless_passing(preview)
        return written(assessed.claim.place.path, claim, preview, [])

    def add_source(
        self,
        location: Annotated[
            str, Field(description="A file below the project's folder, or an address.")
        ],
        source: Annotated[str | None, Field(description="The id that it is to have.")] = None,
    ) -> results.Written:
        """Pin a document, so that its passages can be quoted: its file, its text, its record."""
        if is_url(location):
            if not self._fetches:
                raise RequestError(
                    "this server may not use the network",
                    "ask its user to pin the page, or to start it with --allow-fetch",
                )
        else:
            location = str(self._inside(location))
        with self._project.call():
            request = SourceRequest(location, session.present_day(), source or "")
            new = add_source(self._project.project, request)
        self._project.index_early()
        return results.Written(
            written=own(new.record.name),
            id=new.id,
            status=None,
            remarks=list(map(own, new.remarks)),
            next="find its passages with find_passages, or read it with get_source",
        )

    def _claim(self, name: str) -> AssessedClaim:
        paths = self._project.claim_paths
        claim = self._project.claim(name) if name in paths else None
        if claim is None:
            others = [each for each in paths if each != name]
            raise conflicts.no_claim(own(name), others, paths.values())
        return claim

    def _source(self, name: str) -> Source:
        dossier = self._project.dossier
        if name not in dossier.sources:
            raise conflicts.no_source(own(name), dossier.sources, dossier.unread_records)
        return dossier.sources[name]

    def _texts(self, names: Sequence[str] | None) -> tuple[dict[str, SearchableFile], list[str]]:
        """Return the texts to look in, and the sources that were to be looked in and have none."""
        for name in names or ():
            self._source(name)
        ids = dict.fromkeys(names or self._project.dossier.sources)
        texts = self._project.texts
        return (
            {name: texts[name] for name in ids if name in texts},
            [name for name in ids if name not in texts],
        )

    def _files(self, names: Sequence[str]) -> dict[str, SearchableFile]:
        return {
            name: open_or_explain(self._inside(name), ExtractOptions(), Bounds())[0]
            for name in dict.fromkeys(names)
        }

    def _article(self, name: str) -> Article:
        path = self._inside(name)
        refuse_unless_file(str(path))
        root = self._project.project.root.resolve()
        below = path.relative_to(root).as_posix()
        try:
            return read_draft(below, Folder(root).read(below, MAX_DOCUMENT_BYTES).data)
        except (RefusedError, UnreadableError) as error:
            help_ = getattr(error, "help", "") or "name another file"
            raise RequestError(f"{own(name)} cannot be read: {error}", help_) from None

    def _inside(self, name: str) -> Path:
        root = self._project.project.root.resolve()
        try:
            path = (root / name).resolve()
        except (OSError, RuntimeError, ValueError) as error:
            raise RequestError(
                f"{own(name)} cannot be followed: {own(str(error))}", "name a plain file"
            ) from None
        if not path.is_relative_to(root):
            raise RequestError(
                f"{own(name)} lies outside of the project's folder", "name a file inside of it"
            )
        return path

    def _checked(
        self,
        words: str,
        texts: dict[str, SearchableFile],
        unread: Sequence[str],
        *,
        is_given: bool,
    ) -> results.CheckedQuotation:
        if not words.strip() or len(words) > _LONGEST_QUOTE:
            raise RequestError(
                f"a quotation has 1 to {_LONGEST_QUOTE:,} characters", "give them one by one"
            )
        quote = Quote(words)
        if is_given or len(texts) <= _MOST_TRIED:
            located = locate_among(quote, list(texts.values()))
            return checked_quotation(located, unread, is_given=is_given)
        prepared = {name: file.text for name, file in texts.items()}
        has_letters = any(map(str.isalnum, quote.exact))
        names = where_to_look([quote], prepared)[quote][:_MOST_TRIED] if has_letters else []
        if names:
            located = locate_among(quote, [texts[name] for name in names])
            if located.stands:
                return checked_quotation(located, unread, is_given=False)
        # Only what stands nowhere is compared with what is near.
        answer = self._project.passages(PassageQuery(quote.exact, limit=_MOST_NEAR))
        near = [passage.source for passage in answer.passages if passage.source in texts]
        chosen = dict.fromkeys([*names, *near]) or dict.fromkeys(list(texts)[:1])
        located = locate_among(quote, [texts[name] for name in chosen])
        return checked_quotation(located, unread, is_given=False)

    def _evidence(self, item: AssessedEvidence) -> results.EvidenceItem:
        evidence = item.evidence
        passage = passage_of(item, self._project.check.report.assessment)
        origin = f"source {evidence.source}"
        return results.EvidenceItem(
            number=evidence.number,
            source=own(evidence.source),
            stance=str(evidence.stance),
            fit=str(item.anchor.fit),
            stands=item.anchor.passes,
            counts=item.votes,
            silent_because=own(item.silent_because) or None,
            speaker=own(evidence.speaker) if evidence.speaker else None,
            place=own(str(passage.place)) if passage else None,
            quote=quoted(evidence.quote.exact, "a claim's file"),
            passage=quoted("".join(run.text for run in passage.runs), origin) if passage else None,
        )


def _refuse_unless_rule(name: str) -> None:
    names = plugins.names(rules)
    if name not in names:
        hint = did_you_mean(name, names) or f"the rules are {', '.join(names)}"
        raise RequestError(f"there is no rule '{own(name)}'", hint)


def _no_text(unread: Sequence[str]) -> RequestError:
    if not unread:
        return RequestError("there is no source to look in", "pin a document with add_source first")
    names = ", ".join(map(own, unread[:5]))
    return RequestError(
        f"no source that was to be looked in has a text: {names}",
        "name others in `sources`; `claimcheck source show ID` says why one has none",
    )
