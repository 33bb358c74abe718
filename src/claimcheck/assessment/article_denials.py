"""Sentences of an article that say the opposite of what they cite: a "not" too many or too few."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.languages.word_table import DENIAL_KINDS
from claimcheck.anchor.opposites import rejects
from claimcheck.anchor.quotation_marks import quotations_in
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.anchor.shares import SHARE
from claimcheck.assessment.article import Denial, SentenceState
from claimcheck.assessment.article_figure_equality import is_rest
from claimcheck.assessment.article_languages import languages_of
from claimcheck.assessment.article_limits import first_beyond
from claimcheck.assessment.article_shares import THE_REST
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.assessment.article_superlatives import is_superlative
from claimcheck.assessment.article_working import LEFT_OF
from claimcheck.model import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue
    from claimcheck.anchor.quotation_marks import Quotation
    from claimcheck.assessment.article import AssessedFigure, AssessedSentence, Target
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.dossier.article import Article

_NEGATED: Final = ("negation", "reversal")
_WEAKENS: Final = frozenset({"doubt", "report", "source", "claim", "thought", "condition"})
_ATTRIBUTES: Final = frozenset({"report", "source", "claim", "thought"})
_CLAUSE: Final = re.compile(r"[,;:—–()]\s")
_LETTERS_OF_A_CUE: Final = 5
_OPEN: Final = (Status.REFUTED, Status.CONFLICTING, Status.UNSOURCED)
# What two sentences must share to be about one thing: words, and how little each has besides.
_FEWEST_SHARED: Final = 2
_MOST_OTHERS: Final = 0.5
_LEAST_OF_PRINTED: Final = 0.5
_LETTERS_OF_A_COPY: Final = 20
_LABEL: Final = re.compile(r"\A\s*[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [\w.’'-]+){0,4}:\s")
# Before a figure they say what it is compared with.
_INSTEAD_OF: Final = frozenset(
    (
        "against", "instead of", "rather than", "gegen", "statt", "anstatt", "anstelle von",
        "contre", "au lieu de", "plutôt que", "contra", "frente a", "en vez de", "en lugar de",
        "contro", "invece di", "anziché", "em vez de", "tegen", "in plaats van", "mot",
        "i stället för", "istället för", "zamiast", "вместо", "против",
    )
)  # fmt: skip
_FEWER: Final = frozenset(
    (
        "barely", "hardly", "knapp", "kaum", "à peine", "apenas", "appena", "nauwelijks", "knappt",
        "knapt", "fewer", "less", "little", "few", "weniger", "wenig", "wenige",
        "moins", "menos", "meno",
        "minder", "färre", "mindre", "mniej", "меньше",
    )
)  # fmt: skip
_FEW_WORDS: Final = re.compile(r"\s+(?:[^\W\d_]+\s+){0,3}")
_ONE_WORD: Final = re.compile(r"\s+(?:[^\W\d_]+\s+)?")
# `no fewer than twenty`, `não subissem mais do que a inflação`: a bound, and no denial.
_BOUND: Final = re.compile(
    r"(?:no|not|nicht|pas|ne|non|não|niet|geen|inte|ikke)\s(?:[^\W\d_]+\s){0,3}?"
    r"(?:(?:fewer|less|more|later|earlier)\sthan|(?:weniger|mehr|später)\sals|(?:moins|plus)\s(?:de|que)|"
    r"(?:menos|más)\s(?:de|que)|(?:meno|più)\s(?:di|del\w*|che)|(?:menos|mais)\s(?:de|do\sque)|"
    r"(?:minder|meer)\sdan|(?:mindre|färre|mer|fler)\sän|(?:mindre|færre|mer|flere)\senn)\b",
    re.IGNORECASE,
)
_FAR_OF_A_TIME: Final = 120
_LIKE_SINCE: Final = re.compile(
    r"\b(?:so|as|such|this|any|more|less|aussi|plus|moins|tel(?:le)?s?|tan|tanto|così|tão|zo|så|"
    r"mehr|solch\w*|derart\w*)\b[^.!?]*\b(?:since|seit|depuis|desde|dal|dall['’]|sinds|sedan|siden|od)\b",
    re.IGNORECASE,
)
_ONLY: Final = re.compile(r"\bqu(?:e\b|['’])", re.IGNORECASE)
_NOT_IN_FRENCH: Final = re.compile(
    r"\b(?:pas|plus|jamais|rien|personne|guère|point|ni|aucune?)\b", re.IGNORECASE
)
_FEWEST_CLAUSES: Final = 2
_BEFORE_A_MARK: Final = 12


@dataclass(frozen=True, slots=True)
class Stand:
    """How a sentence says what it says."""

    denies: bool = False
    weakens: bool = False
    asks: bool = False


def stand_of(text: str, start: int, end: int, language: Vocabulary | None = None) -> Stand:
    """Say whether a sentence denies, doubts or reports something, or asks.

    Args:
        text: the text.
        start: where the sentence begins, in code points.
        end: where it ends.
        language: the words of the language, where a longer text has told it.
    """
    asks = text[start:end].rstrip("\"'”’»)] ").endswith(("?", "？", "؟"))
    vocabulary = language or vocabulary_at(text, start, end)
    if vocabulary is None:
        return Stand(asks=asks)
    cues = vocabulary.cues(text, start, end)
    kinds = frozenset[str]().union(*(cue.kinds for cue in cues))
    denying = [cue for cue in cues if cue.kinds & DENIAL_KINDS]
    if denying:
        figures = figures_in(text, start, end, vocabulary)
        denying = [
            cue
            for cue in denying
            if not _compares(text, cue, figures)
            and not _restricts(text, cue, end)
            and not _likens(text, cue, end)
            and not _BOUND.match(text, cue.start, end)
        ]
    denies = bool(denying) and not _takes_denials_back(vocabulary, text, denying)
    return Stand(denies, bool(kinds & _WEAKENS), asks)


def _compares(text: str, cue: Cue, figures: Sequence[Figure]) -> bool:
    """Whether words set a figure against another, and deny nothing: `instead of 24`, `40 fewer`."""
    words = " ".join(text[cue.start : cue.end].casefold().split())
    if words in _INSTEAD_OF:
        return any(_FEW_WORDS.fullmatch(text, cue.end, figure.start) for figure in figures)
    if words in _FEWER:
        return any(
            _ONE_WORD.fullmatch(text, figure.end, cue.start)
            or _ONE_WORD.fullmatch(text, cue.end, figure.start)
            for figure in figures
        )
    return False


def _likens(text: str, cue: Cue, end: int) -> bool:
    """Whether a denial is one of the like: `no harvest had been so small since 2017`."""
    return _LIKE_SINCE.search(text, cue.end, min(end, cue.end + _FAR_OF_A_TIME)) is not None


def _restricts(text: str, cue: Cue, end: int) -> bool:
    """Whether a French `ne` says `only`: `il ne reste que 23 agents`."""
    if text[cue.start : cue.end].casefold().rstrip("'’") not in ("ne", "n"):
        return False
    rest = _CLAUSE.split(text[cue.end : end], maxsplit=1)[0]
    return bool(_ONLY.search(rest)) and not _NOT_IN_FRENCH.search(rest)


def is_weakened(
    text: str, start: int, end: int, claim: str, language: Vocabulary | None = None
) -> bool:
    """Whether a sentence doubts or reports what a claim says, and does not assert it.

    What the claim itself says (`the board wrote a letter`) weakens nothing, nor does a doubt in a
    clause that is about something else: `since the board replied, the line may be saved`.

    Args:
        text: the text.
        start: where the sentence begins, in code points.
        end: where it ends.
        claim: the claim's text.
        language: the words of the language, where a longer text has told it.
    """
    vocabulary = language or vocabulary_at(text, start, end)
    if vocabulary is None:
        return False
    own = {
        claim[cue.start : cue.end].casefold()[:_LETTERS_OF_A_CUE]
        for cue in vocabulary.cues(claim, 0, len(claim))
    }
    stems = words_of(claim)
    cuts = [start, *(match.end() for match in _CLAUSE.finditer(text, start, end)), end]
    shared = {cut: len(words_of(text[cut:stop]) & stems) for cut, stop in pairwise(cuts)}
    about = max(shared.values(), default=0)
    for cue in vocabulary.cues(text, start, end):
        is_own = text[cue.start : cue.end].casefold()[:_LETTERS_OF_A_CUE] in own
        if not cue.kinds & _WEAKENS or is_own:
            continue
        if cue.kinds & _ATTRIBUTES or shared[cuts[bisect_right(cuts, cue.start) - 1]] == about:
            return True
    return False


def _takes_denials_back(vocabulary: Vocabulary, text: str, cues: Sequence[Cue]) -> bool:
    """Whether all that denies are a negation and what it negates: `did not deny`."""
    denying = [cue for cue in cues if cue.kinds & DENIAL_KINDS]
    if len(denying) != len(_NEGATED):
        return False
    kinds = [cue.kinds for cue in (denying[::-1] if vocabulary.verb_last else denying)]
    negated = all(kind in held for kind, held in zip(_NEGATED, kinds, strict=True))
    return negated and vocabulary.distance(text, denying[0].end, denying[1].start) <= 1


def denials_in(
    article: Article,
    sentences: Sequence[AssessedSentence],
    quotations: Sequence[Quotation],
    figures: Sequence[AssessedFigure],
    sources: SourceFigures,
) -> tuple[Denial, ...]:
    """Find the sentences that deny what they cite, or do not where it does.

    Words inside quotation marks are looked at by themselves, and left out here.

    Args:
        article: the article.
        sentences: its sentences.
        quotations: its quotations.
        figures: its figures, as assessed.
        sources: finds the passages of a source that a sentence is about.
    """
    denials = []
    # Who counts the rest of a whole, `14 had none` for `27 of 41 had one`, says “not” rightly.
    rests = {item.sentence for item in figures if LEFT_OF in item.reason or THE_REST in item.reason}
    languages = languages_of(article)
    for number, sentence in enumerate(sentences[: first_beyond(sentences)]):
        if sentence.state is not SentenceState.BOUND or number in rests:
            continue
        language = languages.at(sentence.start, sentence.end)
        statement = _statement_of(article, sentence, quotations, language)
        if statement is None:
            continue
        printed = [
            passage
            for target in sentence.targets
            for passage in _printed(target, number, statement.stems, sources)
        ]
        turned = [
            passage
            for passage in _turned(statement, printed)
            if not _agrees_after_all(statement, passage, sources)
        ]
        whole = article.text[sentence.start : sentence.end]
        if turned and not any(
            _copies(whole, target, statement.stems, sources) for target in sentence.targets
        ):
            denials.append(turned[0])
    return tuple(denials)


class _Statement(NamedTuple):
    """A sentence of an article without the words in quotation marks.

    Attributes:
        words: its words.
        stems: those by which sentences are compared.
        denies: whether it says that something is not so.
        language: the words of its language, if it is known.
    """

    words: str
    stems: frozenset[str]
    denies: bool
    language: Vocabulary | None


def _statement_of(
    article: Article,
    sentence: AssessedSentence,
    quotations: Sequence[Quotation],
    language: Vocabulary | None,
) -> _Statement | None:
    """What a sentence states; None for a question, too few words, or a denial of a quotation.

    Args:
        article: the article.
        sentence: the sentence.
        quotations: the article's quotations.
        language: the words of the sentence's language, if it is known.
    """
    words = _without(article.text, sentence.start, sentence.end, quotations)
    tone = stand_of(words, 0, len(words), language)
    stems = words_of(words)
    if tone.asks or len(stems) < _FEWEST_SHARED:
        return None
    if tone.denies and _denies_a_quotation(article.text, sentence, quotations, language):
        return None
    return _Statement(words, stems, tone.denies, language)


def _turned(statement: _Statement, printed: Sequence[Denial]) -> list[Denial]:
    """The passages about the same thing, if all of them deny what the article states, or state it.

    What agrees with one of its passages is not held against another.
    """
    alike = [passage for passage in printed if _alike(statement.stems, passage.printed)]
    language = statement.language
    turned = [
        passage
        for passage in alike
        if _denies(passage.printed, language) != statement.denies
        and (statement.denies or _negates(passage.printed, language))
    ]
    return turned if len(turned) == len(alike) else []


def _agrees_after_all(statement: _Statement, passage: Denial, sources: SourceFigures) -> bool:
    """Whether only one of the two has a “not”, and both say the same: `14 had none`, of the rest.

    Args:
        statement: what the article states.
        passage: a passage that it cites.
        sources: finds the passages of a source that a sentence is about.
    """
    words, printed, language = statement.words, passage.printed, statement.language
    denying, stating = (words, printed) if statement.denies else (printed, words)
    return (
        _is_rest(words, printed, language)
        or _is_told_apart(words, passage, language)
        or _rejects_too(statement, printed)
        or is_superlative(denying, stating, language)
        or _is_put_together(words, passage, sources, language)
    )


def _is_rest(words: str, printed: str, language: Vocabulary | None) -> bool:
    """Whether a sentence gives the rest of a share: `a third has not` for `two thirds have`."""
    ours, theirs = (
        [figure for figure in figures_in(text, vocabulary=language) if figure.unit == SHARE]
        for text in (words, printed)
    )
    return any(is_rest(figure, other) for figure in ours for other in theirs)


def _rejects_too(statement: _Statement, printed: str) -> bool:
    """Whether both sentences say that something is turned down: `rejected`, `voted against`."""
    words, language = statement.words, statement.language
    denying, other = (words, printed) if statement.denies else (printed, words)
    vocabulary = language or vocabulary_at(printed, 0, len(printed))
    return not _negates(denying, language) and rejects(other, vocabulary)


def _is_told_apart(words: str, passage: Denial, language: Vocabulary | None) -> bool:
    """Whether one clause of a sentence says what the passage does, and the "not" is in another.

    `The ferry did not gain from it: it lost 3,700 passengers.`
    """
    theirs = words_of(passage.printed)
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(words)), len(words)]
    clauses = [words[start:end] for start, end in pairwise(cuts)]
    if len(clauses) < _FEWEST_CLAUSES:
        return False
    likest = max(clauses, key=lambda clause: len(words_of(clause) & theirs))
    shared = words_of(likest) & theirs
    return (
        len(shared) >= _FEWEST_SHARED
        and len(shared) > _MOST_OTHERS * len(words_of(likest))
        and _denies(likest, language) == _denies(passage.printed, language)
    )


def _is_put_together(
    words: str, passage: Denial, sources: SourceFigures, language: Vocabulary | None
) -> bool:
    """Whether a sentence takes its "not" from the sentence before the passage, or behind it."""
    own = _denying_words(words, language)
    if not own or passage.start < 0:
        return False
    text = sources.text(passage.source)
    start = sentence_start(text, passage.start)
    end = sentence_end(text, passage.start)
    before = len(text[:start].rstrip())
    neighbours = (
        text[sentence_start(text, max(0, before - 1)) : start],
        text[end : sentence_end(text, min(len(text), end + 2))],
    )
    return any(
        own & _denying_words(neighbour, language) and words_of(words) & words_of(neighbour)
        for neighbour in neighbours
    )


def _denying_words(text: str, language: Vocabulary | None) -> frozenset[str]:
    vocabulary = language or vocabulary_at(text, 0, len(text))
    cues = vocabulary.cues(text) if vocabulary is not None else []
    return frozenset(
        text[cue.start : cue.end].casefold() for cue in cues if cue.kinds & DENIAL_KINDS
    )


# A passage of a source is likened to several sentences of an article.
@lru_cache(maxsize=1 << 12)
def _negates(words: str, language: Vocabulary | None) -> bool:
    """Whether a word such as “not” stands in a sentence: what failed may be said otherwise."""
    vocabulary = language or vocabulary_at(words, 0, len(words))
    cues = vocabulary.cues(words) if vocabulary else []
    return any("negation" in cue.kinds for cue in cues)


def _denies(printed: str, language: Vocabulary | None) -> bool:
    return stand_of(printed, 0, len(printed), language).denies


def _printed(
    target: Target, number: int, stems: frozenset[str], sources: SourceFigures
) -> Iterator[Denial]:
    claim = target.claim
    if claim is not None and claim.derivation.status in _OPEN:
        return  # whoever denies it may be right
    if claim is not None:
        yield Denial(number, claim.claim.text, "", claim.id)
        for item in claim.evidence:
            if item.evidence.stance is Stance.SUPPORTS and item.anchor.start is not None:
                yield Denial(
                    number, item.evidence.quote.exact, item.evidence.source, "", item.anchor.start
                )
    elif target.source:
        text = sources.text(target.source)
        for start, end in sources.nearest(target, stems):
            # In a transcript a label says who speaks, and is no part of what they say.
            words = _LABEL.sub("", _unquoted(text[start:end]))
            yield Denial(number, " ".join(words.split()), target.source, "", start)


def _copies(sentence: str, target: Target, stems: frozenset[str], sources: SourceFigures) -> bool:
    """Whether an article's sentence has all that one of its passages prints, letter by letter.

    A quotation that runs over several sentences is cut otherwise in an article and in a source, so
    that what stands outside of it differs.
    """
    if target.claim is not None or not target.source:
        return False
    text, own = sources.text(target.source), _letters(sentence)
    passages = (_letters(text[start:end]) for start, end in sources.nearest(target, stems))
    return any(len(passage) >= _LETTERS_OF_A_COPY and passage in own for passage in passages)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _alike(stems: frozenset[str], printed: str) -> bool:
    """Whether two sentences are about one thing: most words of each are the other's."""
    theirs = words_of(printed)
    shared = len(stems & theirs)
    return (
        shared >= min(_FEWEST_SHARED, len(theirs))
        and shared > 0
        and len(stems - theirs) <= _MOST_OTHERS * len(stems)
        and shared >= _LEAST_OF_PRINTED * len(theirs)
    )


def _unquoted(text: str) -> str:
    pieces, at = [], 0
    for quotation in quotations_in(text).quotations:
        if quotation.depth == 0:
            pieces.append(text[at : quotation.start])
            at = max(at, quotation.end)
    return " ".join([*pieces, text[at:]])


def _denies_a_quotation(
    text: str,
    sentence: AssessedSentence,
    quotations: Sequence[Quotation],
    language: Vocabulary | None,
) -> bool:
    """Whether a sentence sets its denial right before words in marks: `and not “a victory”`.

    Args:
        text: the article's text.
        sentence: the sentence.
        quotations: the quotations of the article.
        language: the words of the language, where it is known.
    """
    cues = language.cues(text, sentence.start, sentence.end) if language else []
    ends = [cue.end for cue in cues if "negation" in cue.kinds]
    return any(
        0 <= quotation.start - end <= _BEFORE_A_MARK
        for quotation in quotations
        if sentence.start <= quotation.start < sentence.end
        for end in ends
    )


def _without(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> str:
    pieces, at = [], start
    first = bisect_left(quotations, start, key=lambda quotation: quotation.start)
    for quotation in quotations[first:]:
        if quotation.start >= end:
            break
        if quotation.depth == 0:
            pieces.append(text[at : quotation.start])
            at = max(at, min(end, quotation.end))
    return " ".join([*pieces, text[at:end]])
