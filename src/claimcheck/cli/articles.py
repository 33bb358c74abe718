"""Articles that are named on the command line, judged against the project that they belong to."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.cli import console, session
from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.likest import with_likest
from claimcheck.cli.result import CommandResult
from claimcheck.documents.document import refuse_unless_file
from claimcheck.documents.draft import MAX_DOCUMENT_BYTES, read_draft
from claimcheck.dossier.article_files import policy_of
from claimcheck.dossier.load import load_tree
from claimcheck.formats import article as article_views
from claimcheck.formats import findings as finding_views
from claimcheck.gate.change import excused
from claimcheck.gate.report import Report, in_order
from claimcheck.gate.runner import run_article_rules, severities
from claimcheck.model.errors import UnreadableError
from claimcheck.system import plugins
from claimcheck.system.file_errors import cannot_read
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.cli.session import Session
    from claimcheck.dossier.article import Article
    from claimcheck.dossier.project import Project
    from claimcheck.model import Config
    from claimcheck.system.tree import Tree


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """What of articles is to be judged, and how it is to be shown.

    Attributes:
        files: the articles.
        format: the format in which to show it.
        base: the branch, tag or commit that the change is to be merged into.
        strict: whether warnings fail.
        directory: the project's folder, or one below it.
        today: the day to judge as of; by default the present one.
    """

    files: tuple[Path, ...]
    format: str = "terminal"
    base: str | None = None
    strict: bool = False
    directory: Path | None = None
    today: dt.date | None = None


def article_formats() -> list[str]:
    """Return the formats of articles, and those of findings that other programs read."""
    return sorted({*plugins.names(article_views), *plugins.names(finding_views)} - {"badge"})


def judge_files(run: Session, options: ArticleOptions) -> CommandResult:
    """Judge articles against the project, and show what stands behind each part of them.

    Args:
        run: the run of the command line.
        options: which, and how to show it.

    Raises:
        ProjectError: the project cannot be read.
        RequestError: an article cannot be read.
    """
    project = session.project_of(run, options.directory)
    articles, inside = read_files(project, options.files)
    assessment = assess_drafts(project, articles, options.today)
    report = report_on(assessment, project.config)
    if options.base is not None:
        report = _introduced(project, options, articles, report)
    else:
        report = without_accepted(project, report)
    report = with_likest(project, report, str(project.root.resolve()) if run.cached else "")
    views = article_views if options.format in plugins.names(article_views) else finding_views
    status = CLEAN
    if report.failures:
        status = UNABLE
    elif report.failed or (options.strict and report.totals.warnings):
        status = FINDINGS
    return CommandResult(
        console.render(views, options.format, report),
        status,
        repeatable=inside and options.base is None,
    )


def read_files(project: Project, files: Sequence[Path]) -> tuple[list[Article], bool]:
    """Read articles, those of the project through its tree.

    Args:
        project: the project.
        files: their names, as they were given.

    Returns:
        The articles, and whether all of them lie in the project's folder.

    Raises:
        RequestError: one cannot be read.
    """
    articles, inside = [], True
    for file in dict.fromkeys(files):
        refuse_unless_file(str(file))
        path = path_in(project, file)
        try:
            if path is not None:
                data = project.tree.read(path, MAX_DOCUMENT_BYTES).data
            else:
                inside = False
                real = file.resolve()
                data = Folder(real.parent).read(real.name, MAX_DOCUMENT_BYTES).data
            articles.append(read_draft(path or str(file), data))
        except RefusedError as error:
            raise cannot_read(str(file), error) from None
        except UnreadableError as error:
            console.refuse(f"{file}: cannot be read: {error}", error.help)
    return articles, inside


def path_in(project: Project, file: Path) -> str | None:
    """Return a file's path in a project; None for one that lies elsewhere."""
    absolute = Path(os.path.normpath(Path.cwd() / file))
    for root in (project.root, project.root.resolve()):
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    parent = absolute.parent.resolve() / absolute.name
    if parent.is_relative_to(project.root.resolve()):
        return parent.relative_to(project.root.resolve()).as_posix()
    return None


def assess_drafts(
    project: Project, articles: Sequence[Article], today: dt.date | None
) -> Assessment:
    """Assess a project, and hold articles against it.

    Args:
        project: the project.
        articles: the articles.
        today: the day to judge as of; by default the present one.
    """
    return _assess(project.tree, project.config, articles, today or session.present_day())


def _assess(tree: Tree, config: Config, articles: Sequence[Article], today: dt.date) -> Assessment:
    dossier = load_tree(tree, config)
    assessment = assess(dossier, today)
    assessed = assess_articles(
        articles,
        dossier,
        {claim.id: claim for claim in assessment.claims},
        assessment.corpus,
        Effort(),
        partial(policy_of, config),
    )
    return replace(assessment, articles=assessed)


def report_on(assessment: Assessment, config: Config) -> Report:
    """Return what the rules about articles find in those of an assessment."""
    levels = severities(config)
    results = run_article_rules(assessment, levels)
    return Report(
        assessment, in_order(results.findings), in_order(results.allowed), results.failures
    )


def without_accepted(project: Project, report: Report) -> Report:
    """Return a report in which the findings that the project's baseline accepts are `inherited`.

    Raises:
        ProjectError: the baseline is none.
    """
    from claimcheck.dossier import baseline_file

    accepted = baseline_file.read_baseline(project.tree)
    if accepted is None:
        return report
    dossier = replace(report.assessment.dossier, baseline=accepted)
    return excused(replace(report, assessment=replace(report.assessment, dossier=dossier)))


def _introduced(
    project: Project, options: ArticleOptions, articles: Sequence[Article], report: Report
) -> Report:
    """Leave out what was there already where the change left its base."""
    from claimcheck.dossier.at_commit import project_at
    from claimcheck.gate.introduced import introduced
    from claimcheck.system import git

    commit = git.merge_base(project.root, options.base or "")
    with project_at(project.root, commit) as earlier:
        if earlier is None:
            return report
        old = []
        for article in articles:
            try:
                data = earlier.tree.read(article.path, MAX_DOCUMENT_BYTES).data
                old.append(read_draft(article.path, data))
            except (RefusedError, UnreadableError):
                continue
        today = options.today or session.present_day()
        before = report_on(_assess(earlier.tree, project.config, old, today), project.config)
        return introduced(before, report)
