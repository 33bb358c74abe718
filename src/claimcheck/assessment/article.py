"""An article against a dossier: every quotation, figure and assertion, and its claims."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import ArticlePolicy

if TYPE_CHECKING:
    from claimcheck.anchor import Anchor
    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.quotation_marks import Quotation
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.article import Article, BlockKind, DeclarationKind
    from claimcheck.model import Place


class QuotationState(StrEnum):
    """How a quotation stands in the sources, or why it was not looked for there."""

    STANDS = "stands"
    CUT = "cut"
    ALTERED = "altered"
    MISATTRIBUTED = "misattributed"
    NOWHERE = "nowhere"
    SHORT = "too short to tell"
    TITLE = "title"
    DECLARED = "declared"
    UNCHECKED = "unchecked"


class FigureState(StrEnum):
    """How a figure compares with the sources that its sentence cites, or why with none."""

    BOUND = "bound"
    ROUNDED = "rounded"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"
    QUOTED = "quoted"
    DECLARED = "declared"
    BARE = "bare"
    UNCHECKED = "unchecked"


class SentenceState(StrEnum):
    """What stands behind a sentence."""

    BOUND = "bound"
    DECLARED = "declared"
    BARE = "bare"
    QUOTED = "quoted"
    SILENT = "silent"


class Target(NamedTuple):
    """What a citation leads to.

    Attributes:
        claim: the claim that it names, as assessed.
        source: the id of the source that it names; "" for a claim.
        words: the words that it gives of the source.
        page: the page that it gives.
        raw_start: where it is written.
    """

    claim: AssessedClaim | None
    source: str
    words: str
    page: str
    raw_start: int


class Trouble(NamedTuple):
    """A citation that leads nowhere: what is wrong, and what to do.

    `kind` is `unknown` for a name that nothing has, `note` for a mark without its note, `unused`
    for a note without its mark.
    """

    kind: str
    message: str
    help: str
    raw_start: int


class AssessedSentence(NamedTuple):
    """A sentence of an article, from `start` to `end` of its running text.

    Attributes:
        start: where it begins.
        end: where it ends.
        block: what its block is.
        state: what stands behind it.
        targets: what it cites.
        declared: what its writer declares of it.
        detail: who reported it, where that is declared.
        marked: whether it has a mark that cites, wherever that leads.
    """

    start: int
    end: int
    block: BlockKind
    state: SentenceState
    targets: tuple[Target, ...] = ()
    declared: DeclarationKind | None = None
    detail: str = ""
    marked: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that it cites, itself or by its claims, in order."""
        cited: dict[str, None] = {}
        for target in self.targets:
            if target.claim is not None:
                cited |= dict.fromkeys(item.evidence.source for item in target.claim.evidence)
            elif target.source:
                cited[target.source] = None
        return tuple(cited)


class AssessedQuotation(NamedTuple):
    """A quotation of an article, and where it stands.

    Attributes:
        quotation: where it stands in the article.
        words: its words.
        state: what became of it.
        sentence: the number of its sentence.
        anchor: where it stands in the source, and how well; None where nobody looked.
        source: the id of that source; "" where there is none.
        bound: whether its sentence cites that source.
        said_by: whose word the article says it is; "" where it does not say.
        speaker: whose word it is in the source, where that is another; "" else.
        note: whether it is the words of a footnote.
    """

    quotation: Quotation
    words: str
    state: QuotationState
    sentence: int
    anchor: Anchor | None = None
    source: str = ""
    bound: bool = False
    said_by: str = ""
    speaker: str = ""
    note: bool = False


class AssessedFigure(NamedTuple):
    """A figure of an article, and what the sources print.

    Attributes:
        figure: where it stands in the article, and what it is worth.
        written: how the article writes it.
        state: what became of it.
        sentence: the number of its sentence.
        printed: how the source prints it, or what it prints in its place.
        source: the id of that source, or of the claim where its words print it; of the source that
            is cited, where the figure is absent; "" for none.
        start: where `printed` begins in the source's text, in code points; of an absent figure,
            where the passage begins that is likest to its sentence; -1 for none.
        reason: what was normalized, or why the two differ, in a clause.
    """

    figure: Figure
    written: str
    state: FigureState
    sentence: int
    printed: str = ""
    source: str = ""
    start: int = -1
    reason: str = ""


class Leaning(NamedTuple):
    """A claim that a sentence leans on.

    Attributes:
        claim: the claim as assessed.
        sentence: the number of the sentence.
        flat: whether the sentence asserts it without denying, doubting or attributing it.
        raw_start: where the claim is named.
    """

    claim: AssessedClaim
    sentence: int
    flat: bool
    raw_start: int


class Denial(NamedTuple):
    """A sentence that denies what its source or its claim says, or the other way round.

    Attributes:
        sentence: the number of the sentence.
        printed: what the source or the claim says.
        source: the source's id; "" for a claim.
        claim: the claim's id; "" for a source.
        start: where `printed` begins in the source's text, in code points; -1 for a claim.
    """

    sentence: int
    printed: str
    source: str
    claim: str
    start: int = -1


class NameDifference(NamedTuple):
    """A person whose name or role a source gives otherwise.

    Attributes:
        sentence: the number of the sentence.
        start: where the article names the person, in code points of its text.
        end: where the name ends.
        printed: whom the source names nearly so, or has in that role.
        source: the source's id.
        printed_start: where it names them, in code points.
        role: the person with what the article calls them; "" where the name itself differs.
    """

    sentence: int
    start: int
    end: int
    printed: str
    source: str
    printed_start: int
    role: str = ""


class ArticleTotals(NamedTuple):
    """What an article comes to, so that nothing is silently skipped."""

    quotations: dict[str, int]
    figures: dict[str, int]
    sentences: dict[str, int]

    def share(self, state: SentenceState) -> int:
        """Return how many of a hundred assertions have a state, rounded down."""
        assertions = sum(
            self.sentences.get(judged, 0)
            for judged in (SentenceState.BOUND, SentenceState.DECLARED, SentenceState.BARE)
        )
        return 100 * self.sentences.get(state, 0) // assertions if assertions else 0


class AssessedArticle(NamedTuple):
    """An article, and what stands behind each part of it."""

    article: Article
    sentences: tuple[AssessedSentence, ...]
    quotations: tuple[AssessedQuotation, ...]
    figures: tuple[AssessedFigure, ...]
    leanings: tuple[Leaning, ...]
    denials: tuple[Denial, ...]
    troubles: tuple[Trouble, ...]
    unclosed: tuple[int, ...]
    policy: ArticlePolicy = ArticlePolicy()
    names: tuple[NameDifference, ...] = ()

    @property
    def totals(self) -> ArticleTotals:
        """Count what there is, by its state; the words that footnotes give are no quotations."""

        def count(states: list[StrEnum]) -> dict[str, int]:
            return {str(state): states.count(state) for state in dict.fromkeys(states)}

        return ArticleTotals(
            count([quotation.state for quotation in self.quotations if not quotation.note]),
            count([figure.state for figure in self.figures]),
            count(
                [
                    sentence.state
                    for sentence in self.sentences
                    if sentence.state is not SentenceState.SILENT
                ]
            ),
        )

    def place(self, offset: int) -> Place:
        """Return where a character of the running text stands in the original."""
        return self.article.place(offset)
