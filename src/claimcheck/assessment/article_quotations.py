"""The quotations of an article, each looked for in the sources: first in those that are cited."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor import Change, Fit, locate, passes, too_short, where_to_look, with_cut
from claimcheck.anchor.quotation_marks import Quotation, QuotationForm, quotations_in
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.assessment.article import AssessedQuotation, QuotationState
from claimcheck.assessment.article_alignment import shared_surroundings
from claimcheck.assessment.article_cuts import is_said_around
from claimcheck.assessment.article_speakers import SpeakerComparison
from claimcheck.dossier.article import BlockKind, DeclarationKind
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.anchor import Anchor, Effort
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.article import Article, Block
    from claimcheck.model import Dossier

_FIRST_LETTER: Final = re.compile(r"[^\w\[\]]*[^\W\d_](?=\w|\s)")
_TRAILING: Final = ",.;:—–- "
# Sources in which a quotation that stands nowhere is looked for by its likeness.
_MOST_NEAR: Final = 3
# What the shortest search costs beside the length of its text, in the units of `Effort`.
_STEPS_OF_A_SEARCH: Final = 300_000
_WORDS_OF_A_PIECE: Final = 3
_MOST_PIECES: Final = 12
_LEAST_ALIKE: Final = 0.6
_LEAST_ALIKE_CITED: Final = 0.45
_MOST_SOURCES_OF_A_QUOTE: Final = 12
# What differs of a quotation that begins its own sentence, and ends with the comma of another.
_RECASED: Final = frozenset((Change.CAPITALS, Change.PUNCTUATION))
# In characters.
_MOST_BESIDE_MARKS: Final = 3
_SPEAKER_LINE: Final = re.compile(r"\s*[—–―]\s*[^\n—–―.!?]{2,120}\s*")
_ATTRIBUTION_LINE: Final = re.compile(r"(?:^|\n|[.!?…”»\"] )\s*[—–―]\s*(?P<who>[^\n—–―]{2,120})\Z")


class _QuoteBlock(NamedTuple):
    """A block quote of an article.

    Attributes:
        block: the block.
        inner_end: where its words end, before a line that names who speaks.
        quotation: the block as a quotation; None where it only names who speaks in the one before.
    """

    block: Block
    inner_end: int
    quotation: Quotation | None


def find_quotations(article: Article) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    """Return the quotations of an article, and where marks open that nothing closes.

    A block quote is one quotation a block; marks around all of it are none of its words, and marks
    inside it are nested.
    """
    marked = quotations_in(article.text)
    blocks = _quote_blocks(article)
    quotations: list[Quotation] = []
    number = 0
    for quotation in marked.quotations:
        while number < len(blocks) and blocks[number].block.end <= quotation.start:
            number += 1
        if number == len(blocks) or quotation.start < blocks[number].block.start:
            quotations.append(quotation)
        elif _fills(quotation, blocks[number]):
            blocks[number] = _without_marks(article.text, blocks[number], quotation)
        else:
            quotations.append(replace(quotation, depth=quotation.depth + 1))
    quotations += (each.quotation for each in blocks if each.quotation is not None)
    return tuple(sorted(quotations)), marked.unclosed


def _quote_blocks(article: Article) -> list[_QuoteBlock]:
    """The block quotes of an article, in order."""
    text = article.text
    blocks = [block for block in article.blocks if block.kind is BlockKind.QUOTE]
    quote_blocks = []
    for place, block in enumerate(blocks):
        if place and _names_speaker_of(text, blocks[place - 1], block):
            quote_blocks.append(_QuoteBlock(block, block.end, None))
            continue
        inner_end, end = _end_of_words(text, block), block.end
        if place + 1 < len(blocks) and _names_speaker_of(text, block, blocks[place + 1]):
            end = blocks[place + 1].end
        quotation = Quotation(block.start, end, block.start, inner_end, QuotationForm.BLOCK)
        quote_blocks.append(_QuoteBlock(block, inner_end, quotation))
    return quote_blocks


def _end_of_words(text: str, block: Block) -> int:
    """Where the words of a block quote end: before the dash and the name of who speaks, if any."""
    line = _ATTRIBUTION_LINE.search(text, block.start, block.end)
    if line is None:
        return block.end
    end = line.start("who")
    while end > block.start and text[end - 1] in "—–― \n":
        end -= 1
    return end


def _fills(quotation: Quotation, around: _QuoteBlock) -> bool:
    """Whether marks stand around all of a block quote, but for a few characters."""
    length = around.inner_end - around.block.start
    return quotation.end - quotation.start >= length - _MOST_BESIDE_MARKS


def _without_marks(text: str, around: _QuoteBlock, marked: Quotation) -> _QuoteBlock:
    """Take the marks around all of a block quote out of its words.

    Args:
        text: the article's text.
        around: the block quote.
        marked: what stands in marks there.
    """
    beside = text[around.block.start : marked.start] + text[marked.end : around.inner_end]
    if around.quotation is None or any(map(str.isalnum, beside)):
        return around
    inner = replace(around.quotation, inner_start=marked.inner_start, inner_end=marked.inner_end)
    return around._replace(quotation=inner)


def _names_speaker_of(text: str, block: Block, following: Block) -> bool:
    """Whether a part of a block quote says, behind a dash, who speaks in the part before it."""
    adjacent = not text[block.end : following.start].strip()
    return adjacent and _SPEAKER_LINE.fullmatch(text, following.start, following.end) is not None


class QuotationSearch:
    """Looks quotations up in all sources of a dossier at once.

    Args:
        dossier: the dossier.
        corpus: its sources' texts.
        effort: what may be spent on quotations that do not stand where they should.
    """

    def __init__(self, dossier: Dossier, corpus: Corpus, effort: Effort) -> None:
        self._effort = effort
        self._texts = {
            source.id: corpus.text(source.id)
            for source in dossier.sources.values()
            if source.text is not None
        }
        self._speakers = SpeakerComparison(dossier, self._texts)
        # An article may quote the same words often.
        self._passing: dict[tuple[Quote, str], Anchor | None] = {}
        self._proposals: dict[tuple[Quote, str], Anchor] = {}
        self._likest: dict[Quote, list[str]] = {}

    def assess(
        self,
        article: Article,
        quotations: Sequence[Quotation],
        sentences: Sequence[AssessedSentence],
    ) -> tuple[AssessedQuotation, ...]:
        """Look up every quotation of an article, and the words that its footnotes give.

        Args:
            article: the article.
            quotations: its quotations.
            sentences: its sentences.
        """
        numbers = _sentence_numbers(quotations, sentences)
        items: list[AssessedQuotation] = []
        for quotation, number in zip(quotations, numbers, strict=True):
            words = _words(article.text, quotation)
            state = QuotationState.UNCHECKED
            if quotation.form is QuotationForm.TITLE:
                state = QuotationState.TITLE
            items.append(AssessedQuotation(quotation, words, state, number))
        items += _note_words(sentences)
        wanted = [Quote(item.words) for item in items if item.state is not QuotationState.TITLE]
        where = where_to_look(dict.fromkeys([*wanted, *map(_bare, wanted)]), self._texts)
        self._share(quote for quote in wanted if not where[quote] and not where[_bare(quote)])
        assessed = [self._assess(article, item, sentences, where) for item in items]
        return tuple(_with_nested(assessed))

    def _assess(
        self,
        article: Article,
        item: AssessedQuotation,
        sentences: Sequence[AssessedSentence],
        where: Mapping[Quote, list[str]],
    ) -> AssessedQuotation:
        if item.state is QuotationState.TITLE:
            return item
        sentence = sentences[item.sentence] if item.sentence >= 0 else None
        cited = self._cited(item, sentence)
        quote = Quote(item.words)
        item = self._standing(item, quote, cited, where)
        if item.quotation.unclosed and item.state is QuotationState.UNCHECKED:
            return item  # where it ends is a guess
        if item.state is QuotationState.UNCHECKED:
            item = self._missing(item, quote, cited, sentence)
            if item.state is QuotationState.ALTERED:
                item = self._recased(item, cited)
        if item.state is QuotationState.CUT and not item.note:
            item = self._uncut(article, item, sentence)
        if item.note or sentence is None or item.quotation.depth:
            return item
        return self._speakers.attribute(article, item, sentence)

    def _cited(self, item: AssessedQuotation, sentence: AssessedSentence | None) -> tuple[str, ...]:
        if item.note:
            return (item.source,)
        return sentence.sources if sentence is not None else ()

    def _standing(
        self,
        item: AssessedQuotation,
        quote: Quote,
        cited: tuple[str, ...],
        where: Mapping[Quote, list[str]],
    ) -> AssessedQuotation:
        """Find the quotation where it passes: in a cited source, else in any."""
        short = too_short(quote)
        for words in dict.fromkeys((quote, _bare(quote))):
            places = where.get(words, [])
            sources = [name for name in cited if name in places]
            if not short or not cited:
                others = (place for place in places if place not in cited)
                sources += islice(others, _MOST_SOURCES_OF_A_QUOTE)
            for source in sources:
                anchor = self._passes(words, source)
                if anchor is not None:
                    item = item._replace(source=source, bound=source in cited)
                    return _as_it_stands(item, anchor, cited, short=short)
        return item._replace(state=QuotationState.UNCHECKED)

    def _uncut(
        self, article: Article, item: AssessedQuotation, sentence: AssessedSentence | None
    ) -> AssessedQuotation:
        """Let a quotation stand around which the article prints the words that it was cut from.

        Args:
            article: the article.
            item: the quotation, as looked up.
            sentence: the sentence that it stands in, if it stands in one.
        """
        anchor, quotation = item.anchor, item.quotation
        if anchor is None or anchor.start is None or anchor.end is None:
            return item
        text = self._texts[item.source].raw
        start, end = shared_surroundings(
            article.text,
            (quotation.inner_start, quotation.inner_end),
            text,
            (anchor.start, anchor.end),
        )
        # Beyond its own sentence it would begin in the middle of others.
        low, high = sentence_start(text, anchor.start), sentence_end(text, anchor.end)
        wider = replace(anchor, start=max(start, low), end=min(end, high), cut=None)
        if with_cut(wider, text).cut is not None and not (
            sentence is not None
            and is_said_around(
                article.text, quotation, (sentence.start, sentence.end), anchor, text
            )
        ):
            return item
        return item._replace(state=QuotationState.STANDS, anchor=replace(anchor, cut=None))

    def _missing(
        self,
        item: AssessedQuotation,
        quote: Quote,
        cited: tuple[str, ...],
        sentence: AssessedSentence | None,
    ) -> AssessedQuotation:
        """Say of a quotation that stands nowhere what is nearest to it."""
        anchor, source = self._likest_passage(item, quote, cited)
        short = too_short(quote)
        if anchor is not None and (not short or cited):
            if short and not _may_be_told(anchor, item.words):
                return item._replace(state=QuotationState.SHORT)
            return item._replace(
                state=QuotationState.ALTERED, anchor=anchor, source=source,
                bound=source in cited,
            )  # fmt: skip
        declared = sentence.declared if sentence is not None else None
        if declared in (DeclarationKind.OWN_REPORTING, DeclarationKind.UNVERIFIED):
            return item._replace(state=QuotationState.DECLARED)
        if short:
            return item._replace(state=QuotationState.SHORT)
        if cited and not any(name in self._texts for name in cited):
            return item
        return item._replace(state=QuotationState.NOWHERE)

    def _likest_passage(
        self, item: AssessedQuotation, quote: Quote, cited: tuple[str, ...]
    ) -> tuple[Anchor | None, str]:
        """The passage that is most like a quotation, and its source; none where none is alike.

        Args:
            item: the quotation.
            quote: its words.
            cited: the sources that its sentence cites.
        """
        best, best_source = None, ""
        if not any(map(str.isalnum, item.words)):
            return best, best_source
        for source in [*filter(self._texts.__contains__, cited), *self._near(quote, cited)]:
            anchor = self._nearest(quote, source)
            if anchor is None or anchor.start is None:
                continue
            least = _LEAST_ALIKE_CITED if source in cited else _LEAST_ALIKE
            likest = best is None or anchor.similarity > best.similarity
            if anchor.similarity >= least and likest:
                best, best_source = anchor, source
        return best, best_source

    def _recased(self, item: AssessedQuotation, cited: tuple[str, ...]) -> AssessedQuotation:
        """Let a quotation stand whose first letter alone has the other case, as in `[t]he`.

        Articles begin quotations with a small letter inside their own sentences, and with a capital
        behind a colon; where the letter makes a name of a word, or none of one, it is altered.
        """
        if item.anchor is None or not _RECASED.issuperset(item.anchor.changes):
            return item
        first = _FIRST_LETTER.match(item.words)
        if first is None:
            return item
        at = first.end() - 1
        words = f"{item.words[:at]}[{item.words[at]}]{item.words[at + 1 :]}"
        anchor = self._passes(_bare(Quote(words)), item.source)
        if anchor is None or any(bracket.doubt for bracket in anchor.brackets):
            return item
        if cited and item.source not in cited:
            anchor = replace(anchor, fit=Fit.MISATTRIBUTED)
            return item._replace(state=QuotationState.MISATTRIBUTED, anchor=anchor)
        state = QuotationState.CUT if anchor.cut else QuotationState.STANDS
        return item._replace(state=state, anchor=anchor)

    def _passes(self, quote: Quote, source: str) -> Anchor | None:
        """Return where a quotation passes in a source, with what it is cut from; None for no."""
        if (quote, source) not in self._passing:
            text = self._texts[source]
            anchor = passes(quote, text, self._effort)
            self._passing[quote, source] = None if anchor is None else with_cut(anchor, text.raw)
        return self._passing[quote, source]

    def _nearest(self, quote: Quote, source: str) -> Anchor | None:
        """Return what in a source is nearest to a quotation; None where effort is spent."""
        if (quote, source) not in self._proposals:
            if self._effort.steps <= 0:
                return None
            text = self._texts[source]
            self._proposals[quote, source] = locate(quote, text)
            self._effort.spend(_STEPS_OF_A_SEARCH + len(text.raw) * max(1, len(quote.exact) // 8))
        return self._proposals[quote, source]

    def _near(self, quote: Quote, cited: Iterable[str]) -> list[str]:
        """The sources that share most pieces with a quotation, a few of them."""
        self._share([quote])
        return [source for source in self._likest[quote] if source not in cited][:_MOST_NEAR]

    def _share(self, quotes: Iterable[Quote]) -> None:
        """Note which sources share pieces with quotations, of a few words each, most first."""
        pieces = {quote: _pieces(quote) for quote in quotes if quote not in self._likest}
        if not pieces:
            return
        where = where_to_look(dict.fromkeys(chain.from_iterable(pieces.values())), self._texts)
        for quote, own in pieces.items():
            votes = Counter(chain.from_iterable(where[piece] for piece in own))
            ranked = sorted(votes, key=lambda vote: (-votes[vote], vote))
            self._likest[quote] = ranked[: _MOST_NEAR + _MOST_SOURCES_OF_A_QUOTE]


def _as_it_stands(
    item: AssessedQuotation, anchor: Anchor, cited: tuple[str, ...], *, short: bool
) -> AssessedQuotation:
    """A quotation that passes in a source: it stands, is cut, too short, or in a wrong source.

    Args:
        item: the quotation, with the source.
        anchor: where it passes.
        cited: the sources that its sentence cites.
        short: whether it has too few words to be told from others.
    """
    if cited and not item.bound and not short:
        anchor = replace(anchor, fit=Fit.MISATTRIBUTED)
        return item._replace(state=QuotationState.MISATTRIBUTED, anchor=anchor)
    if short and not item.bound:
        return item._replace(state=QuotationState.SHORT, anchor=anchor)
    state = QuotationState.CUT if anchor.cut else QuotationState.STANDS
    return item._replace(state=state, anchor=anchor)


def _pieces(quote: Quote) -> list[Quote]:
    """Pieces of a quotation, of a few words each; of letters where it has few words."""
    words = quote.exact.split()
    if len(words) < _WORDS_OF_A_PIECE:
        words = [quote.exact[at : at + 2] for at in range(0, min(len(quote.exact), 80), 2)]
    pieces = [
        Quote(" ".join(words[at : at + _WORDS_OF_A_PIECE]))
        for at in range(max(1, len(words) - _WORDS_OF_A_PIECE + 1))
    ]
    step = max(1, len(pieces) // _MOST_PIECES)
    return [piece for piece in pieces[::step] if any(map(str.isalnum, piece.exact))]


def _words(text: str, quotation: Quotation) -> str:
    return text[quotation.inner_start : quotation.inner_end].strip()


def _bare(quote: Quote) -> Quote:
    """A quotation without the comma or the stop that its own sentence sets inside the marks."""
    words = quote.exact.rstrip(_TRAILING)
    return Quote(words) if words and not quote.exact.endswith(("...", "…")) else quote


def _may_be_told(anchor: Anchor, words: str) -> bool:
    """Whether a short quotation is plainly an altered one: of two words or more, and very near."""
    return len(words.split()) > 1 and anchor.similarity >= 0.7  # most letters are there


def _note_words(sentences: Sequence[AssessedSentence]) -> list[AssessedQuotation]:
    """The words that footnotes give of their sources."""
    seen = set()
    items = []
    for number, sentence in enumerate(sentences):
        for target in sentence.targets:
            if not target.words or not target.source or target.raw_start in seen:
                continue
            seen.add(target.raw_start)
            place = Quotation(target.raw_start, target.raw_start, 0, 0)
            items.append(
                AssessedQuotation(
                    place, target.words, QuotationState.UNCHECKED, number, source=target.source,
                    note=True,
                )
            )  # fmt: skip
    return items


def _sentence_numbers(
    quotations: Sequence[Quotation], sentences: Sequence[AssessedSentence]
) -> list[int]:
    numbers = []
    number = 0
    for quotation in quotations:
        while number + 1 < len(sentences) and sentences[number + 1].start <= quotation.start:
            number += 1
        numbers.append(number if sentences else -1)
    return numbers


def _with_nested(items: list[AssessedQuotation]) -> list[AssessedQuotation]:
    """Let a quotation inside another stand where that one stands."""
    judged: list[AssessedQuotation] = []
    for each in items:
        item = each
        outer = next(
            (
                earlier
                for earlier in reversed(judged[-8:])
                if not earlier.note
                and earlier.quotation.depth < item.quotation.depth
                and earlier.quotation.start <= item.quotation.start < earlier.quotation.end
            ),
            None,
        )
        if outer is not None and not item.note and outer.state is not QuotationState.TITLE:
            quoted = outer.quotation.form is not QuotationForm.DASH
            if quoted and outer.state not in (QuotationState.SHORT, QuotationState.NOWHERE):
                item = item._replace(
                    state=outer.state, anchor=None, source=outer.source, bound=outer.bound
                )
            elif outer.state is QuotationState.NOWHERE and item.state is not QuotationState.STANDS:
                item = item._replace(state=outer.state, anchor=None)
        judged.append(item)
    return judged
