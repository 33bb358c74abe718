"""A project as it was read last, and single files of it as an editor has them now.

The whole project is checked when it is opened and when a file is saved, by the incremental check.
Before the first check has ended, a snapshot holds the sources, and nothing of what the rules find.
While somebody types, one claim is looked at, on the sources that are in memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles, cited_ids
from claimcheck.assessment.assess import assess
from claimcheck.assessment.corpus import Corpus
from claimcheck.assessment.selected_claims import assess_selected
from claimcheck.cli import session
from claimcheck.cli.articles import report_on
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.article_files import list_articles, policy_of
from claimcheck.dossier.files import claim_files, read_claim_files
from claimcheck.dossier.foundation import read_foundation
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.load import with_claims
from claimcheck.dossier.project import find_project
from claimcheck.gate.articles import unread_article
from claimcheck.gate.check import check_project
from claimcheck.gate.report import Report
from claimcheck.gate.runner import run_claim_rules, run_dossier_rules, severities
from claimcheck.model.errors import UnreadableError
from claimcheck.system.overlay import OverlayTree
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.dossier.listing import Listing
    from claimcheck.dossier.project import Project
    from claimcheck.gate.incremental.state import State
    from claimcheck.gate.report import Failure
    from claimcheck.model import Finding, Severity

# Of the rules about a dossier as a whole, those that a single file can break while it is typed.
_OF_ONE_FILE: Final = frozenset({"malformed-file"})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project as it was read last.

    Attributes:
        project: where it is, and its settings.
        listing: which files it has.
        foundation: its sources and parties.
        corpus: the texts of its sources.
        levels: the rules that run.
        report: what they found in the whole project.
        state: what the next check can go on from.
        articles: the paths of its articles.
        is_checked: whether the rules were run over it, so that the report is one.
    """

    project: Project
    listing: Listing
    foundation: Foundation
    corpus: Corpus
    levels: Mapping[str, Severity]
    report: Report
    state: State | None
    articles: frozenset[str]
    is_checked: bool = True


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim's file as an editor has it.

    Attributes:
        claim: the claim; None where the file says nothing that can be read.
        assessment: the claim alone, on the project's sources.
        findings: what the rules find in the file.
        failures: the rules that broke.
    """

    claim: AssessedClaim | None
    assessment: Assessment
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()


def open_project(root: Path) -> Snapshot:
    """Read a project's sources, and which claims there are, without looking at any.

    Args:
        root: its folder, or one below it.

    Raises:
        ProjectError: it cannot be read.
    """
    project = find_project(root)
    config = project.config
    levels = severities(config)
    listing = list_files(project.tree, config)
    foundation = read_foundation(project.tree, config, listing)
    corpus = Corpus(foundation.dossier.sources)
    assessment = assess(foundation.dossier, session.present_day(), corpus)
    return Snapshot(
        project, listing, foundation, corpus, levels, Report(assessment, ()), None,
        _article_paths(project), is_checked=False,
    )  # fmt: skip


def take_snapshot(
    root: Path, previous: Snapshot | None = None, *, cached: bool = False
) -> Snapshot:
    """Read and check a project.

    Args:
        root: its folder, or one below it.
        previous: the snapshot before, from which an unchanged part is taken.
        cached: whether the first check may go on from what is in the cache, and be kept there.

    Raises:
        ProjectError: it cannot be read.
    """
    project = find_project(root)
    config = project.config
    levels = severities(config)
    request = session.request_of(levels, keep_claims=False)
    same = previous is not None and previous.project.config == config
    if same and previous is not None and previous.state is not None:
        report, state = check_project(project.tree, config, request, previous.state)
    else:
        run = session.Session(cached=cached, project=root)
        report, state = session.report_and_state(run, session.project_of(run, None), request)
    listing = list_files(project.tree, config)
    foundation = read_foundation(project.tree, config, listing)
    corpus = report.assessment.corpus
    return Snapshot(
        project, listing, foundation, corpus, levels, report, state, _article_paths(project)
    )


def _article_paths(project: Project) -> frozenset[str]:
    return frozenset(entry.path for entry in list_articles(project.tree, project.config)[0])


def view_of_claim(snapshot: Snapshot, path: str, text: str) -> ClaimView:
    """Look at one claim's file as an editor has it.

    Args:
        snapshot: the project.
        path: the file, relative to the project's root; it need not be there yet.
        text: what the editor holds.
    """
    assessment = _assessed(snapshot, path, text)
    results = run_claim_rules(assessment, snapshot.levels)
    own = {name: snapshot.levels[name] for name in _OF_ONE_FILE & snapshot.levels.keys()}
    results += run_dossier_rules(assessment, own)
    here = [finding for finding in results.findings if finding.place.path == path]
    messages = {(finding.rule, finding.message) for finding in here}
    here += [
        finding
        for finding in snapshot.report.findings
        if finding.place.path == path
        and finding.rule not in _LOOKED_AT
        and (finding.rule, finding.message) not in messages
        and _is_of_dossier(finding.rule)
    ]
    claim = next(iter(assessment.claims), None)
    return ClaimView(claim, assessment, tuple(here), results.failures)


def _assessed(snapshot: Snapshot, path: str, text: str) -> Assessment:
    """Assess the claim of a file, as somebody has it, by itself."""
    claim_id = path.rpartition("/")[2].removesuffix(".yaml")
    tree = OverlayTree(snapshot.project.tree, path, text.encode("utf-8", "surrogatepass"))
    listing = snapshot.listing._replace(claims={**snapshot.listing.claims, claim_id: path})
    base = snapshot.foundation, snapshot.corpus
    return assess_selected(tree, listing, base, [claim_id], snapshot.report.assessment.today)


_LOOKED_AT: Final = _OF_ONE_FILE


def _is_of_dossier(rule: str) -> bool:
    """Whether a rule looks at a dossier as a whole, and not at each claim by itself."""
    from claimcheck import rules
    from claimcheck.system import plugins

    return hasattr(plugins.module(rules, rule), "check")


def is_claim(snapshot: Snapshot, path: str) -> bool:
    """Whether a file of the project is a claim's, or would be one."""
    return path.startswith(f"{snapshot.project.config.claims}/") and path.endswith(".yaml")


def claim_named(snapshot: Snapshot, name: str, text: str | None = None) -> AssessedClaim | None:
    """Return a claim by its id, assessed by itself; None where there is none that can be read.

    Args:
        snapshot: the project.
        name: the id.
        text: what an editor holds of its file, where it is open.
    """
    path = snapshot.listing.claims.get(name)
    if path is None:
        return None
    if text is None:
        try:
            text = snapshot.project.tree.read(path).data.decode("utf-8-sig")
        except (RefusedError, UnicodeDecodeError):
            return None
    return next(iter(_assessed(snapshot, path, text).claims), None)


def report_on_article(snapshot: Snapshot, path: str, text: str) -> Report:
    """Return what the rules find in an article as an editor has it.

    Args:
        snapshot: the project.
        path: the article's file, relative to the project's root.
        text: what the editor holds.
    """
    try:
        article = read_draft(path, text.encode("utf-8", "surrogatepass"))
    except UnreadableError as error:
        article = unread_article(path, str(error))
    project = snapshot.project
    ids = sorted(cited_ids([article]) & snapshot.listing.claims.keys())
    files = claim_files(project.tree, snapshot.listing, ids)
    dossier = with_claims(snapshot.foundation, [(file, read_claim_files(file)) for file in files])
    dossier = replace(dossier, claim_ids=frozenset(snapshot.listing.claims))
    today = snapshot.report.assessment.today
    assessment = assess(dossier, today, snapshot.corpus, Effort())
    assessed = assess_articles(
        [article],
        dossier,
        {claim.claim.id: claim for claim in assessment.claims},
        snapshot.corpus,
        Effort(),
        partial(policy_of, project.config),
    )
    return report_on(replace(assessment, articles=assessed), project.config)
