"""What each view of `claimcheck.formats` is given to render, made of a report."""

from __future__ import annotations

import datetime as dt
import pkgutil
from dataclasses import replace
from importlib import import_module
from itertools import cycle
from typing import TYPE_CHECKING, Any

from claimcheck import formats
from claimcheck.anchor import Effort, Text
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.compare import compare_assessments
from claimcheck.assessment.history import (
    ClaimEvent,
    ClaimState,
    History,
    SourceEvent,
    SourceState,
)
from claimcheck.assessment.overview import overview_of
from claimcheck.assessment.passages import place_in
from claimcheck.assessment.pins import PinState, pin_state, verify_pins
from claimcheck.assessment.quotations import SearchableFile, locate_among
from claimcheck.assessment.sources import catalogue
from claimcheck.assessment.status import Corroboration
from claimcheck.documents.articles import markdown
from claimcheck.editing.operations.watch_source import Fate, WatchedPassage, WatchedSource
from claimcheck.formats.screen import Screen
from claimcheck.gate import rulebook
from claimcheck.gate.report import in_order
from claimcheck.gate.runner import run_article_rules, severities
from claimcheck.model import Config, Quote, Run, Stance, Status
from claimcheck.search.duplicates import DuplicatePair
from claimcheck.search.passages import CitingEvidence, PassageAnswer, RankedPassage
from claimcheck.system import plugins
from claimcheck.system.git import CommitSummary

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck import Report

VIEWS = {
    module.name: import_module(f"claimcheck.formats.{module.name}")
    for module in pkgutil.iter_modules(formats.__path__)
    if module.ispkg and module.name not in {"exports", "site"}  # they have tests of their own
}
# Every view with each of its formats.
ALL = [(view, name) for view, package in VIEWS.items() for name in plugins.names(package)]


def render(
    view: str, name: str, report: Report, screen: Screen | None = None, claim_number: int = 0
) -> str:
    """Return what a format of a view makes of a report; the view of a claim, of that claim."""
    function = plugins.module(VIEWS[view], name).render
    return str(function(*arguments(view, report, claim_number), screen or Screen()))


def arguments(view: str, report: Report, claim_number: int = 0) -> tuple[Any, ...]:
    """Return what a view renders, without the screen."""
    assessment = report.assessment
    entries = catalogue(assessment)
    claims = {assessed.claim.id: assessed.claim for assessed in assessment.claims}
    first, second, *_others = claims
    values: dict[str, Callable[[], tuple[Any, ...]]] = {
        "findings": lambda: (report,),
        "claims": lambda: (assessment.claims, report),
        "evidence": lambda: (assessment.claims, report),
        "claim": lambda: (assessment.claims[claim_number], report),
        "comparison": lambda: (
            compare_assessments(assessment, replace(assessment, claims=assessment.claims[1:])),
        ),
        "sources": lambda: (entries, assessment),
        "source": lambda: (entries[0], assessment),
        "verification": lambda: (
            [
                verify_pins(entry.source)._replace(remarks=(entry.source.title,))
                for entry in entries
            ],
            ("sources/tower.yaml",),
        ),
        "watched": lambda: (_watched(report), 1),
        "passages": lambda: (_answer(report),),
        "overview": lambda: (overview_of(report.assessment), report),
        "duplicates": lambda: ([DuplicatePair(first, second, 87.4)], claims),
        "quotations": lambda: (_quotations(report),),
        "log": lambda: (
            assessment.claims[claim_number].id,
            history_in_which_all_was_removed(report),
        ),
        "source_log": lambda: (
            next(iter(assessment.dossier.sources)),
            history_in_which_all_was_removed(report),
        ),
        "article": lambda: (with_article(report),),
        "rules": lambda: ((rulebook.page("quote-altered"),), severities(Config())),
    }
    return values[view]()


def _watched(report: Report) -> list[WatchedSource]:
    """Let each passage of a source have another fate, one after the other."""
    fates = cycle(Fate)
    return [
        WatchedSource(
            entry.source,
            tuple(
                WatchedPassage(each, fate, "" if fate.is_fine else entry.source.title)
                for each, fate in zip(entry.cited, fates, strict=False)
            ),
            corrections=(entry.source.title,),
            leads_to=entry.source.url or "",
        )
        for entry in catalogue(report.assessment)
    ]


def with_article(report: Report) -> Report:
    """Hold a draft against the dossier, made of a claim, its quotation and its own words."""
    assessment = report.assessment
    claim = assessment.claims[0].claim
    quote = " ".join(claim.evidence[0].quote.exact.split()) if claim.evidence else "nothing"
    words = " ".join(claim.text.split())
    draft = (
        f"# What became of it\n\n{words}[^1] “{quote}”[^1] In 1999 it had cost 12 euros.[^1]\n\n"
        f"Nobody knows why. [unverified] “{quote} again,” somebody said. See [@nobody].\n\n"
        f"[^1]: claim:{claim.id}\n[^lost]: source:nowhere\n"
    )
    article = markdown.read("articles/draft.md", draft.encode("utf-8", "replace"))
    claims = {assessed.claim.id: assessed for assessed in assessment.claims}
    assessed = assess_articles([article], assessment.dossier, claims, assessment.corpus, Effort())
    held = replace(assessment, articles=assessed)
    levels = severities(Config())
    results = run_article_rules(held, levels)
    return replace(report, assessment=held, findings=in_order(results.findings), allowed=())


def history_in_which_all_was_removed(report: Report, other_id: str = "") -> History:
    """Return a history in which every claim was added, changed and removed.

    Args:
        report: the claims.
        other_id: the id that they have in the history, where it is not their own.
    """
    commit = CommitSummary("c" * 40, "2026-01-30T12:00:00Z", dt.date(2026, 1, 30), "Say it anew")
    events = []
    for assessed in report.assessment.claims:
        derivation = assessed.derivation
        old = ClaimState("As it was.", Status.UNSOURCED, Corroboration.NONE, ())
        new = ClaimState(
            assessed.claim.text,
            derivation.status,
            derivation.corroboration,
            derivation.flags,
            f"Somebody says so: {assessed.claim.text}",
        )
        changes = ((None, old), (old, new), (new, None))
        name = other_id or assessed.id
        events += [ClaimEvent(name, commit, before, after) for before, after in changes]
    source_events = []
    for source in report.assessment.dossier.sources.values():
        old_source = SourceState("As it was.", PinState.UNPINNED, "", "", 0)
        new_source = SourceState(source.title, pin_state(source), "b" * 64, "corrected", 2)
        steps = ((None, old_source), (old_source, new_source), (new_source, None))
        source_events += [SourceEvent(source.id, commit, *step) for step in steps]
    return History(commit.id, tuple(events), tuple(source_events), unread=1, earlier=True)


def _answer(report: Report) -> PassageAnswer:
    dossier = report.assessment.dossier
    passages = []
    for number, source in enumerate(dossier.sources.values(), 1):
        text = source.text or source.title
        first, line, *_rest = [line for line in text.split("\n") if line] + [text]
        words = line.split(" ")
        runs = (
            Run(" ".join([*words[:2], ""])),
            Run(" ".join(words[2:4]), marked=True),
            Run(" ".join(["", *words[4:]])),
        )
        start = text.index(line)
        linked = (CitingEvidence(dossier.claims[0].id, 1, Stance.SUPPORTS),)
        passages.append(
            RankedPassage(
                number=number,
                source=source.id,
                title=source.title,
                score=1 / number,
                place=place_in(text, source.text_path or source.place.path, start),
                start=start,
                end=start + len(line),
                locator="page 3",
                page="3",
                quote=Quote(line),
                runs=runs,
                before=first,
                after="",
                linked=linked,
            )
        )
    return PassageAnswer(dossier.claims[0].text, None, tuple(passages), len(passages), 1)


def _quotations(report: Report) -> list[object]:
    dossier = report.assessment.dossier
    files = [
        SearchableFile(source, Text(source.text or source.title), document=False)
        for source in dossier.sources.values()
    ]
    quotes = [item.quote for claim in dossier.claims for item in claim.evidence]
    return [locate_among(quote, files, number) for number, quote in enumerate(quotes, 1)]
