"""For people at a terminal: the article's lines with marks in the margin, the worst found first."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from rich.text import Text

from claimcheck.assessment.article import FigureState, SentenceState
from claimcheck.formats import article_phrases, phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import write_finding
from claimcheck.model import Severity
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.article import AssessedArticle
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_MARGIN: Final = 9
_LONGEST_SHOWN: Final = 400
_UNBOUND: Final = "article-unbound"
# So many bare sentences are shown in full.
_MOST_BARE: Final = 5
_MOST_BESIDE: Final = 20
# A margin of more lines is nobody's to read at a terminal.
_MOST_LINES: Final = 600
_STYLES: Final = {
    "‼": "bold red",
    "✗": "bold red",
    "!": "bold yellow",
    "≈": "yellow",
    "?": "bold yellow",
    "○": "yellow",
    "~": "cyan",
    "✓": "green",
}
_WORST: Final = "‼✗!?≈○~·✓"


def render(report: Report, screen: Screen) -> str:
    """Return each article's lines with marks, what was found, the worst first, and the counts."""
    page = TerminalPage(screen)
    articles = report.assessment.articles
    for article in articles:
        page.write(Text(one_line(article.article.path), "bold"))
        _write_lines(page, article)
        page.gap()
    findings = sorted(report.findings, key=_rank)
    texts = {assessed.article.path: assessed.article.raw for assessed in articles}
    shown, bare = _without_most_bare(findings)
    for finding in shown:
        write_finding(page, finding, texts)
        page.gap()
    if bare:
        page.write(
            Text(f"{count(bare, 'more sentence')} marked ○ above: nothing is cited for them")
        )
        page.gap()
    page.write(Text(article_phrases.closing(article_phrases.added(articles))))
    summary = phrases.finding_counts(report.totals)
    summary += "".join(f"; {phrases.rule_failure(failure)}" for failure in report.failures)
    page.write(Text(summary, "bold red" if report.failed else "bold green"))
    unbound = [each for each in report.findings if each.rule == _UNBOUND]
    if unbound:
        paths = shlex.join(dict.fromkeys(one_line(each.place.path) for each in unbound))
        page.write(Text(f"to cite what is bare: `claimcheck article {paths} --bind`"))
    return page.text()


def _rank(finding: Finding) -> tuple[int, bool]:
    """Errors first; of what is bare, that beside which a passage prints something else."""
    return _ORDER[finding.severity], finding.rule == _UNBOUND and len(finding.excerpts) == 1


def _without_most_bare(findings: Sequence[Finding]) -> tuple[list[Finding], int]:
    """Leave out most findings about bare sentences, which the margin marks; return how many.

    More are shown of those beside which a passage prints something else.
    """
    shown: list[Finding] = []
    plain = beside = 0
    for finding in findings:
        is_beside = len(finding.excerpts) > 1
        if finding.rule == _UNBOUND:
            plain += not is_beside
            beside += is_beside
        if finding.rule != _UNBOUND or (
            beside <= _MOST_BESIDE if is_beside else plain <= _MOST_BARE
        ):
            shown.append(finding)
    return shown, max(0, plain - _MOST_BARE) + max(0, beside - _MOST_BESIDE)


def _write_lines(page: TerminalPage, article: AssessedArticle) -> None:
    """Write each sentence with the line on which it begins, and the worst mark of it."""
    marks = _marks(article)
    for number, sentence in enumerate(article.sentences):
        if number >= _MOST_LINES:
            left = len(article.sentences) - number
            page.write(Text(f"… {count(left, 'more sentence')}", "dim"), _MARGIN)
            break
        mark = marks[number]
        line = article.place(sentence.start).line
        words = one_line(article.article.text[sentence.start : sentence.end])
        if len(words) > _LONGEST_SHOWN:
            words = f"{words[:_LONGEST_SHOWN]} …"
        page.write(Text(words, _STYLES.get(mark, "")), _MARGIN, f"{mark or ' '} {line:>4} | ")


def _marks(article: AssessedArticle) -> list[str]:
    """The worst mark of each sentence: of itself, its quotations and its figures."""
    by_sentence: list[list[str]] = [
        [article_phrases.MARKS[sentence.state]] for sentence in article.sentences
    ]
    for quotation in article.quotations:
        if quotation.sentence >= 0:
            by_sentence[quotation.sentence].append(article_phrases.MARKS[quotation.state])
            if quotation.speaker:
                by_sentence[quotation.sentence].append("✗")
    for figure in article.figures:
        # A small number that no source prints is asked for in a bare sentence alone.
        bare = article.sentences[figure.sentence].state is SentenceState.BARE
        if figure.state is not FigureState.BARE or bare:
            by_sentence[figure.sentence].append(article_phrases.MARKS[figure.state])
    for denial in article.denials:
        by_sentence[denial.sentence].append("✗")
    for name in article.names:
        by_sentence[name.sentence].append("✗")
    quiet = (SentenceState.SILENT,)
    return [
        min((mark for mark in marks if mark), key=_WORST.index, default="")
        if any(marks) or article.sentences[number].state not in quiet
        else ""
        for number, marks in enumerate(by_sentence)
    ]
