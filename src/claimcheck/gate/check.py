"""The whole check of a project, on one page: read, compare, look at claims, look at the dossier.

The full check is the incremental one with nothing known. What the last check of the same project
found in a claim is taken from its `State` where nothing that the claim depends on has changed:
docs/incremental.md says what that is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial, reduce
from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.anchor import Effort
from claimcheck.assessment.assess import Assessment, take_census
from claimcheck.assessment.corpus import Corpus
from claimcheck.assessment.reliance import Reliance
from claimcheck.dossier.foundation import read_foundation
from claimcheck.dossier.key_signatures import SignatureVerifier
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.load import MIN_CLAIMS_FOR_TWO_PROCESSES
from claimcheck.dossier.on_demand import Texts
from claimcheck.dossier.signers import shared_signers
from claimcheck.gate import runner
from claimcheck.gate.claims import ClaimChecker, ClaimReader, FullCheckNeeded
from claimcheck.gate.incremental.changes import compare, dossier_key, reusable
from claimcheck.gate.incremental.state import Outcome, State
from claimcheck.gate.report import RuleResults
from claimcheck.model import Place
from claimcheck.system.parallel import both

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from claimcheck.assessment.assess import Census
    from claimcheck.dossier.article import Article
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.dossier.listing import Listing
    from claimcheck.gate.incremental.changes import Changes
    from claimcheck.gate.incremental.state import ClaimResult
    from claimcheck.gate.report import Failure, Report
    from claimcheck.gate.request import Request
    from claimcheck.model import (
        Config,
        Dossier,
        Severity,
        Signers,
        Source,
        TextComparison,
    )
    from claimcheck.system.tree import Tree


def check_project(
    tree: Tree, config: Config, request: Request, previous: State | None = None
) -> tuple[Report, State | None]:
    """Check a project.

    Args:
        tree: where its files are.
        config: its settings.
        request: what is asked.
        previous: what the last check of this project with the same settings and rules came to.

    Returns:
        The report, and what the next check can go on from; None where some rule broke, or where
        not every quotation could be looked for.

    Raises:
        ProjectError: a folder that the configuration names is not there.
    """
    if request.compare is not None:
        # What documents say is asked anew each time, and no part of what is kept.
        return _check(tree, config, replace(request, keep_claims=True), State())[0], None
    try:
        return _check(tree, config, request, previous or State())
    except FullCheckNeeded:
        # Broken rules, and quotations beyond the bound on effort, are told in the order of claims.
        return _check(tree, config, replace(request, keep_claims=True), State())


def _check(
    tree: Tree, config: Config, request: Request, previous: State
) -> tuple[Report, State | None]:
    listing = list_files(tree, config)
    foundation = _foundation(read_foundation(tree, config, listing, previous.records), request)
    changes = compare(foundation, previous)

    earlier_results: dict[str, ClaimResult] = {}
    if not request.keep_claims:
        earlier_results = reusable(tree, listing, changes, previous, request.today)
    stale = [claim for claim, path in listing.claims.items() if path not in earlier_results]
    corpus = Corpus(
        foundation.dossier.sources,
        None if changes.any else previous.variants,
        lambda: previous.sharing_after(changes.sources, corpus.text),
    )
    # What is not looked for again was looked for once; all of it together is bounded.
    unspent = None if request.keep_claims else previous.effort
    effort = Effort(*(unspent or request.effort))
    reader = ClaimReader(tree, listing)
    checker = ClaimChecker(reader, foundation, request, corpus, effort)
    with request.progress(len(stale)):
        checked = checker.check(stale, len(changes.sources))
    results = earlier_results | checked.results

    articles, census = _with_articles(tree, config, request, _census(listing, results))
    dossier = _as_requested(checked.dossier, request)
    if previous.sources or not request.keep_claims:
        dossier = replace(dossier, texts=Texts(tree, listing.yaml_files, dossier.texts))
    assessment = Assessment(dossier, checked.claims, request.today, census, corpus)

    key, about_dossier = _about_dossier(foundation, changes, previous, assessment, request.levels)
    about_claims = _results_of_claims(results.values(), checked.failures)
    if not request.keep_claims:
        assessment = replace(assessment, claims=())
    about_articles = RuleResults()
    if articles:
        from claimcheck.gate.articles import check_articles  # only where there are articles

        assessment, about_articles = check_articles(
            articles, tree, listing, foundation, request, assessment
        )
    report = runner.conclude(
        assessment, request.levels, about_claims + about_dossier + about_articles
    )
    # Where nothing was known, few claims were looked at as a full check does, one after the other.
    in_order = not previous.sources and len(stale) < MIN_CLAIMS_FOR_TWO_PROCESSES
    if not _may_be_kept(report, effort, request, in_order=in_order):
        return report, None
    outcome = Outcome(
        request.today.isoformat(),
        results,
        key,
        about_dossier.findings,
        effort.left,
    )
    return report, previous.update(foundation, changes.sources, corpus, outcome)


def foundation_of(tree: Tree, config: Config, listing: Listing, state: State | None) -> Foundation:
    """Return what claims stood on at a check of the same files; read again where it kept nothing.

    Args:
        tree: where the project's files are.
        config: its settings.
        listing: which files it has.
        state: what the check came to.
    """
    if state is not None and state.foundation is not None:
        return state.foundation
    return read_foundation(tree, config, listing)


def _as_requested(dossier: Dossier, request: Request) -> Dossier:
    """Return a dossier with what a request holds it against, and the flaws that it knows of."""
    return replace(
        dossier,
        baseline=request.baseline,
        base=request.base,
        own_config=request.own_config,
        flaws=dossier.flaws + request.flaws,
    )


def _census(listing: Listing, results: Mapping[str, ClaimResult]) -> Census:
    """Count what was looked at; a claim's file that says nothing is counted as unread."""
    readable = [result for result in results.values() if result.items is not None]
    unread = len(listing.unread) + len(results) - len(readable)
    return take_census(readable, unread, _reliances(results))


def _about_dossier(
    foundation: Foundation,
    changes: Changes,
    previous: State,
    assessment: Assessment,
    levels: Mapping[str, Severity],
) -> tuple[str, RuleResults]:
    """Return a hash of all that the rules about the dossier see, and what they find.

    Args:
        foundation: what claims stand on.
        changes: what is new in it since the last check.
        previous: what the last check came to: where it saw the same, it found the same.
        assessment: the dossier, assessed.
        levels: the rules to run, and how much each weighs.
    """
    dossier = assessment.dossier
    key = dossier_key(foundation, assessment.census, dossier.config, assessment.today)
    if key == previous.dossier_key and not changes.altered and dossier.base is None:
        return key, RuleResults(previous.dossier_findings)
    sources = previous.stored_sources(foundation, changes.sources)
    stored = replace(assessment, dossier=replace(dossier, sources=sources))
    return key, runner.run_dossier_rules(stored, levels)


def _may_be_kept(report: Report, effort: Effort, request: Request, *, in_order: bool) -> bool:
    """Whether the next check may go on from this one.

    Args:
        report: the report.
        effort: what is left to be spent on quotations.
        request: what was asked.
        in_order: whether claims were looked at as a full check does.

    Raises:
        FullCheckNeeded: what broke, or was left out, may not be what a full check would tell.
    """
    if not request.keep_claims and (report.failures or (effort.exhausted and not in_order)):
        raise FullCheckNeeded
    return not (report.failures or effort.exhausted or request.base is not None)


def _results_of_claims(
    results: Collection[ClaimResult], failures: tuple[Failure, ...]
) -> RuleResults:
    """Put together what the rules about claims found in each claim.

    Args:
        results: what looking at each claim came to.
        failures: the rules that broke.
    """
    return RuleResults(
        tuple(chain.from_iterable(result.findings for result in results)),
        tuple(chain.from_iterable(result.allowed for result in results)),
        failures,
    )


def _foundation(read: Foundation, request: Request) -> Foundation:
    """What claims stand on, as the request asks for it to be compared and trusted."""
    foundation = read
    if request.compare is not None:
        foundation = _with_comparisons(foundation, request.base, request.compare)
    if request.base is not None:
        foundation = _with_shared_signers(foundation, (request.base.signers, *request.signers))
    return foundation


def _with_articles(
    tree: Tree, config: Config, request: Request, census: Census
) -> tuple[Sequence[Article], Census]:
    """The articles, where there are any, and the census with what they cite."""
    if not config.articles or request.read_article is None:
        return (), census
    # Only where there are articles.
    from claimcheck.assessment.articles import cited_ids
    from claimcheck.gate.articles import read_articles

    articles = read_articles(tree, config, request.read_article)
    return articles, census._replace(cited=census.cited | cited_ids(articles))


def _reliances(results: Mapping[str, ClaimResult]) -> Iterator[Reliance]:
    """Yield the status of each claim, and what it rests on; nothing where none rests on any."""
    if not any(result.rests_on for result in results.values()):
        return
    for path, result in results.items():
        claim = path.rpartition("/")[2].removesuffix(".yaml")
        place = Place(path, *result.rests_on_place)
        yield Reliance(claim, result.status, tuple(result.rests_on), place)


def _with_shared_signers(foundation: Foundation, others: tuple[Signers, ...]) -> Foundation:
    """Let only keys sign that all other files of signers name, too."""
    signers = reduce(shared_signers, others, foundation.dossier.signers)
    return foundation._replace(verifier=SignatureVerifier(signers))


def _with_comparisons(
    foundation: Foundation,
    base: Dossier | None,
    compare_texts: Callable[[Sequence[Source]], Mapping[str, TextComparison]],
) -> Foundation:
    """Let texts be compared with their documents.

    Args:
        foundation: what claims stand on.
        base: the dossier that this one changes, if any: only sources that differ from it are read.
        compare_texts: takes texts out of documents again, and compares them.
    """
    earlier = base.sources if base else {}
    sources = [
        source
        for source in foundation.dossier.sources.values()
        if source.has_extract and not _is_same(source, earlier.get(source.id))
    ]
    dossier = replace(foundation.dossier, comparisons=compare_texts(sources))
    return foundation._replace(dossier=dossier)


def _is_same(source: Source, earlier: Source | None) -> bool:
    """Whether a source's document and text are what they were, and so is what is said of them."""
    if earlier is None:
        return False
    forms = [
        ([(pin.path, pin.expected, pin.actual) for pin in each.pins], each.text_of, each.extractor)
        for each in (source, earlier)
    ]
    return forms[0] == forms[1]


def check(assessment: Assessment, levels: Mapping[str, Severity] | None = None) -> Report:
    """Run the rules over a whole dossier that is assessed already.

    Args:
        assessment: what to look at.
        levels: the rules to run and how much each weighs, as `runner.severities` gives them; by
            default what the project's configuration says.

    Raises:
        ProjectError: the configuration names a rule that does not exist.
    """
    if levels is None:
        levels = runner.severities(assessment.dossier.config)
    about = (
        partial(runner.run_claim_rules, assessment, levels),
        partial(runner.run_dossier_rules, assessment, levels),
    )
    if len(assessment.claims) < MIN_CLAIMS_FOR_TWO_PROCESSES:
        about_claims, about_dossier = about[0](), about[1]()
    else:
        about_claims, about_dossier = both(*about)
    return runner.conclude(assessment, levels, about_claims + about_dossier)
