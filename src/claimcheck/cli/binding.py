"""Footnotes for bare sentences: proposed one by one at a terminal, or written where it is safe."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor.figures import figures_in
from claimcheck.assessment.article import SentenceState
from claimcheck.assessment.article_figure_equality import is_same, is_small
from claimcheck.cli import console
from claimcheck.cli.articles import assess_drafts, path_in, read_files
from claimcheck.cli.result import CommandResult
from claimcheck.cli.session import project_of
from claimcheck.editing import EvidenceToWrite
from claimcheck.editing.operations.bind import (
    Binding,
    can_be_bound,
    draft_bare_claims,
    note_of,
    safe_bindings,
    takes_marks,
    write_bindings,
)
from claimcheck.model import Stance
from claimcheck.search.passages import PassageQuery, find_passages
from claimcheck.search.project_index import open_index
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedArticle
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.cli.articles import ArticleOptions
    from claimcheck.cli.session import Session
    from claimcheck.dossier.project import Project
    from claimcheck.search.passages import RankedPassage
    from claimcheck.search.project_index import ProjectIndex

_MOST_PROPOSALS = 5
# So many are looked through for figures that the first ones do not print.
_MOST_RANKED = 20
_DECLARATIONS = {"u": "[unverified]", "o": "[opinion]"}
_CHOICES = (
    "[a]ccept, [n]ext passage, accept and see [m]ore, [s]kip,\n"
    "declare [u]nverified, [o]pinion or [r]eported by us, [q]uit"
)


_NONE_LEFT = "  no further passage to propose\n"
_NARROWEST = 30


@dataclass(frozen=True, slots=True)
class _Asking:
    """What is asked about: an article, and where passages are looked for."""

    project: Project
    index: ProjectIndex
    article: AssessedArticle
    corpus: Corpus


class _Proposal(NamedTuple):
    """A passage that is proposed, and what figures of the sentence it does not print."""

    passage: RankedPassage
    lacking: tuple[Figure, ...]


class _Answer(NamedTuple):
    """What a person answered about a sentence: what to write, and whether to ask no more."""

    bindings: tuple[Binding, ...]
    quits: bool = False


def bind_files(
    run: Session, options: ArticleOptions, *, ask: bool, write_safe: bool, new_claims: bool
) -> Iterator[CommandResult]:
    """Write into articles what their bare sentences rest on.

    Args:
        run: the run of the command line.
        options: which articles.
        ask: whether a person is asked about each bare sentence.
        write_safe: whether quotations that stand word for word in one place are bound unasked.
        new_claims: whether a claim is drafted for each bare assertion.

    Yields:
        What was written, file by file.

    Raises:
        RequestError: a file is none of the project's, or of a kind that is not written.
    """
    project = project_of(run, options.directory)
    for file in options.files:
        path = path_in(project, file)
        if path is None:
            console.refuse(f"{file}: lies outside the project", "move it into the project's folder")
        if not can_be_bound(path) and (ask or write_safe):
            console.refuse(
                f"{file}: footnotes are written into Markdown, plain text, HTML, DOCX and ODT "
                "alone",
                "write them in your editor: [^1]: source:ID",
            )
    if ask and not (write_safe or sys.stdin.isatty() or not sys.stdin.seekable()):
        console.refuse("--bind asks at a terminal", "use --write-safe to bind without being asked")
    articles, _inside = read_files(project, options.files)
    for article in articles:
        assessment = assess_drafts(project, [article], options.today)
        if write_safe:
            yield _write(project, assessment, safe_bindings(assessment.articles[0], assessment))
            articles_now, _ = read_files(project, [project.root / article.path])
            assessment = assess_drafts(project, articles_now, options.today)
        if new_claims:
            yield _draft(run, project, assessment)
        if ask:
            yield _ask(run, project, assessment)


def _write(project: Project, assessment: Assessment, bindings: list[Binding]) -> CommandResult:
    article = assessment.articles[0]
    path = one_line(article.article.path)
    if not bindings:
        return CommandResult(f"{path}: nothing to bind\n")
    if not write_bindings(project.root, article, bindings):
        return CommandResult(notes=f"{path}: somebody changed it meanwhile; nothing was written\n")
    return CommandResult(f"{path}: wrote {count(len(bindings), 'mark')}\n")


def _draft(run: Session, project: Project, assessment: Assessment) -> CommandResult:
    article = assessment.articles[0]
    taken = {claim_id.casefold() for claim_id in assessment.dossier.claim_ids}
    index = _open_index(run, project)

    def likest(text: str) -> tuple[EvidenceToWrite, ...]:
        query = PassageQuery(text, limit=1)
        answer = find_passages(query, index, project.tree, project.config)
        return tuple(
            EvidenceToWrite(passage.source, Stance.UNSET, passage.quote, page=passage.page or None)
            for passage in answer.passages
        )

    ids = draft_bare_claims(project, article, taken, likest)
    lines = [f"wrote {project.config.claims}/{name}.yaml\n" for name in ids]
    path = one_line(article.article.path)
    return CommandResult("".join(lines) + f"{path}: drafted {count(len(ids), 'claim')}\n")


def _ask(run: Session, project: Project, assessment: Assessment) -> CommandResult:
    """Ask about each bare sentence, and write what was accepted."""
    article = assessment.articles[0]
    asking = _Asking(project, _open_index(run, project), article, assessment.corpus)
    bindings: list[Binding] = []
    bare = [
        number
        for number, sentence in enumerate(article.sentences)
        if takes_marks(article, number)
        and (
            sentence.state is SentenceState.BARE
            or (sentence.state is SentenceState.QUOTED and not sentence.targets)
        )
    ]
    for position, number in enumerate(bare, 1):
        answer = _ask_about(asking, number, f"({position} of {len(bare)})")
        bindings += answer.bindings
        if answer.quits:
            break
    return _write(project, assessment, bindings)


def _open_index(run: Session, project: Project) -> ProjectIndex:
    cache_name = str(project.root.resolve()) if run.cached else ""
    return open_index(project.tree, project.config, cache_name)


def _ask_about(asking: _Asking, number: int, counted: str) -> _Answer:
    """Propose passages for a sentence until a person has decided.

    A passage that was accepted stays accepted, whatever is answered about the next one.
    """
    article = asking.article
    sentence = article.sentences[number]
    words = " ".join(article.article.text[sentence.start : sentence.end].split())
    query = PassageQuery(words, limit=_MOST_RANKED)
    answer = find_passages(query, asking.index, asking.project.tree, asking.project.config)
    place = one_line(str(article.place(sentence.start)))
    shown = f"\n{counted} {place}\n{_wrapped(one_line(words))}"
    figures = [figure for figure in figures_in(words) if not is_small(figure)]
    ranked = [_proposal_of(passage, figures, asking.corpus) for passage in answer.passages]
    proposals = _in_order(ranked, figures)
    accepted: list[str] = []
    at = 0
    while True:
        proposed = _shown(proposals[at], words) if at < len(proposals) else _NONE_LEFT
        line = console.ask(f"{shown}{proposed}{_CHOICES}: ")
        shown = ""
        choice = (line or "").strip().lower()[:1]
        if choice in ("a", "m") and at < len(proposals):
            passage = proposals[at].passage
            accepted.append(note_of(passage.source, passage.quote.exact, passage.page))
            at += 1
        elif choice == "n":
            at += 1
        bound = (Binding(number, "; ".join(accepted)),) if accepted else ()
        if line is None or choice == "q":
            return _Answer(bound, quits=True)
        if choice == "s" or (choice == "a" and bound):
            return _Answer(bound)
        if declaration := _declaration(choice):
            return _Answer((*bound, Binding(number, declaration=declaration)))


def _declaration(choice: str) -> str:
    """What is declared in brackets by a choice; "" for one that declares nothing."""
    if choice != "r":
        return _DECLARATIONS.get(choice, "")
    who = (console.ask("by whom? ") or "").strip()
    detail = f": {who}" if who and not set("[]\n") & set(who) else ""
    return f"[own reporting{detail}]"


def _wrapped(text: str) -> str:
    """A text in lines that fit the terminal, set in by two blanks."""
    width = max(_NARROWEST, shutil.get_terminal_size().columns - 1)
    return textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  ") + "\n"


def _in_order(proposals: Sequence[_Proposal], figures: Sequence[Figure]) -> list[_Proposal]:
    """The likest passage, those that print what none before them does, and the next likest.

    Args:
        proposals: what may be proposed, the likest first.
        figures: the figures of the sentence.
    """
    first: list[_Proposal] = []
    last: list[_Proposal] = []
    left = list(figures)
    for proposal in proposals:
        rest = [figure for figure in left if figure in proposal.lacking]
        (last if first and len(rest) == len(left) else first).append(proposal)
        left = rest
    return [*first, *last][:_MOST_PROPOSALS]


def _proposal_of(passage: RankedPassage, figures: Sequence[Figure], corpus: Corpus) -> _Proposal:
    """A passage, and what figures of a sentence it does not print.

    Args:
        passage: the passage.
        figures: the figures of the sentence.
        corpus: the sources' texts.
    """
    printed = figures_in(corpus.text(passage.source).raw, passage.start, passage.end)
    lacking = (each for each in figures if not any(is_same(each, other) for other in printed))
    return _Proposal(passage, tuple(lacking))


def _shown(proposal: _Proposal, words: str) -> str:
    passage = proposal.passage
    shown = one_line("".join(run.text for run in passage.runs))
    where = f", {passage.locator}" if passage.locator else ""
    lacking = "; ".join(words[figure.start : figure.end] for figure in proposal.lacking)
    note = _wrapped(f"(does not print {one_line(lacking)})") if lacking else ""
    return _wrapped(f"{one_line(passage.source)}{where}: {shown}") + note
