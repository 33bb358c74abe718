"""The articles of a project, held against its dossier.

They are read and compared in every check that runs at all: what an article rests on is spread over
many claims and sources, and an unchanged project is answered from the last check as a whole.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles, cited_ids
from claimcheck.assessment.assess import assess
from claimcheck.dossier.article import Article
from claimcheck.dossier.article_files import list_articles, policy_of, unused_policies
from claimcheck.dossier.files import claim_files, read_claim_files
from claimcheck.dossier.load import with_claims
from claimcheck.gate.runner import run_article_rules
from claimcheck.gate.settings import stricter_policy
from claimcheck.model.errors import UnreadableError
from claimcheck.system.plain_files import NoPlainFileError, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.dossier.listing import Listing
    from claimcheck.gate.report import RuleResults
    from claimcheck.gate.request import Request
    from claimcheck.model import ArticlePolicy, Config, Dossier
    from claimcheck.system.tree import Tree

# What quotations of articles may cost, beside those of claims: one of so many.
_SHARE_OF_STEPS: Final = 2


def read_articles(
    tree: Tree, config: Config, reading: Callable[[str, bytes], Article]
) -> list[Article]:
    """Read a project's articles.

    Args:
        tree: where the project's files are.
        config: its settings.
        reading: reads an article, given its path and its bytes.

    Returns:
        The articles by path; those that could not be read, and patterns that name none, stand
        there with the reason.
    """
    entries, unused = list_articles(tree, config)
    articles = [
        unread_article(pattern, "no file has this name")
        for pattern in dict.fromkeys((*unused, *unused_policies(tree, config)))
    ]
    return articles + [_read(tree, entry.path, entry.read_error, reading) for entry in entries]


def check_articles(  # noqa: PLR0913, PLR0917 - what a judgement rests on
    articles: Sequence[Article],
    tree: Tree,
    listing: Listing,
    foundation: Foundation,
    request: Request,
    assessment: Assessment,
) -> tuple[Assessment, RuleResults]:
    """Hold a project's articles against its dossier.

    Args:
        articles: the articles.
        tree: where the project's files are.
        listing: which files it has.
        foundation: its sources and parties.
        request: what is asked.
        assessment: the dossier as assessed.

    Returns:
        The assessment with the articles, and what the rules found in them.
    """
    ids = sorted(cited_ids(articles) & set(listing.claims))
    files = claim_files(tree, listing, ids)
    dossier = with_claims(foundation, [(file, read_claim_files(file)) for file in files])
    steps, tries, comparisons, cells = request.effort
    effort = Effort(steps // _SHARE_OF_STEPS, tries, comparisons, cells)
    claims = assess(dossier, request.today, assessment.corpus, effort).claims
    assessed = assess_articles(
        articles,
        replace(dossier, claim_ids=frozenset(listing.claims)),
        {claim.id: claim for claim in claims},
        assessment.corpus,
        effort,
        partial(_policy_of, assessment.dossier),
    )
    assessment = replace(assessment, articles=assessed)
    return assessment, run_article_rules(assessment, request.levels)


def _policy_of(dossier: Dossier, path: str) -> ArticlePolicy:
    """Return what is asked of an article; of a change, what either side asks."""
    if dossier.base is None:
        return policy_of(dossier.config, path)
    own = policy_of(dossier.own_config or dossier.config, path)
    return stricter_policy(policy_of(dossier.base.config, path), own)


def _read(
    tree: Tree, path: str, read_error: str, reading: Callable[[str, bytes], Article]
) -> Article:
    if read_error:
        return unread_article(path, read_error)
    try:
        return reading(path, tree.read(path).data)
    except NoPlainFileError as error:
        return unread_article(path, str(error), is_no_file=True)
    except (RefusedError, UnreadableError) as error:
        return unread_article(path, str(error))


def unread_article(path: str, reason: str, *, is_no_file: bool = False) -> Article:
    """Stand for an article that could not be read, so that it is counted and said.

    Args:
        path: its file, or the pattern that names none.
        reason: why it could not be read, in a clause.
        is_no_file: whether no plain file has its name, but a folder or a pipe.
    """
    return Article(path, "", "", unread=reason, is_no_file=is_no_file)
