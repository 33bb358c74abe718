"""Bare figures of an article beside the passage likest to their sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figures import figures_in
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_excerpts import passage_excerpt
from claimcheck.assessment.article_figure_equality import is_same, is_small
from claimcheck.search.passages import PassageQuery, find_passages
from claimcheck.search.project_index import open_index
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedArticle
    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding
    from claimcheck.search.passages import RankedPassage

_UNBOUND: Final = "article-unbound"
# A larger dossier is searched only when somebody asks, with `--bind`.
_MOST_TEXT: Final = 2_000_000
_MOST_SENTENCES: Final = 60
_MOST_PASSAGES: Final = 4
# What has no end for so long is no sentence, and like no passage.
_LONGEST_SENTENCE: Final = 2_000
_MOST_NAMED: Final = 5


def with_likest(project: Project, report: Report, cache_name: str) -> Report:
    """Say of sentences that cite nothing which of their figures no passage like them prints.

    Args:
        project: the project.
        report: what was found of its articles.
        cache_name: under which name the index of its sources is kept; "" for nowhere.
    """
    assessment = report.assessment
    bare = {
        article.place(article.sentences[number].start): (article, number)
        for article in assessment.articles
        for number in sorted(
            {each.sentence for each in article.figures if each.state is FigureState.BARE}
        )
    }
    wanted = [
        finding
        for finding in report.findings
        if finding.rule == _UNBOUND and finding.place in bare and _is_short(*bare[finding.place])
    ]
    texts = sum(len(source.text or "") for source in assessment.dossier.sources.values())
    if not wanted or not 0 < texts <= _MOST_TEXT:
        return report
    index = open_index(project.tree, project.config, cache_name)
    compared: dict[int, Finding] = {}
    for finding in wanted[:_MOST_SENTENCES]:
        article, number = bare[finding.place]
        sentence = article.sentences[number]
        words = " ".join(article.article.text[sentence.start : sentence.end].split())
        query = PassageQuery(words, limit=_MOST_PASSAGES)
        passages = find_passages(query, index, project.tree, project.config).passages
        compared[id(finding)] = _compared(finding, _figures(article, number), passages, assessment)
    return replace(report, findings=tuple(compared.get(id(each), each) for each in report.findings))


def _is_short(article: AssessedArticle, number: int) -> bool:
    sentence = article.sentences[number]
    return sentence.end - sentence.start <= _LONGEST_SENTENCE


def _figures(article: AssessedArticle, number: int) -> list[tuple[str, Figure]]:
    return [
        (one_line(item.written), item.figure)
        for item in article.figures
        if item.sentence == number and item.state is FigureState.BARE and not is_small(item.figure)
    ]


def _compared(
    finding: Finding,
    figures: Sequence[tuple[str, Figure]],
    passages: Sequence[RankedPassage],
    assessment: Assessment,
) -> Finding:
    """Add to a finding the likest passage, if figures are in no passage like the sentence.

    Args:
        finding: that nothing is cited for a sentence.
        figures: the sentence's bare figures, each with how it is written.
        passages: the passages likest to it.
        assessment: the dossier.
    """
    printed: list[Figure] = []
    for passage in passages:
        text = assessment.corpus.text(passage.source).raw
        printed += figures_in(text, passage.start, passage.end)
    lacking = [
        written for written, figure in figures if not any(is_same(figure, each) for each in printed)
    ]
    if not lacking or not passages:
        return finding
    named = ", ".join(lacking[:_MOST_NAMED]) + (" …" if len(lacking) > _MOST_NAMED else "")
    best = passages[0]
    text = assessment.corpus.text(best.source).raw
    excerpt = passage_excerpt(assessment, best.source, best.start, text[best.start : best.end])
    return finding._replace(
        message=f"{finding.message}; no passage like it prints {named}",
        excerpts=(*finding.excerpts, excerpt) if excerpt else finding.excerpts,
    )
