"""The quotations of a draft, each looked for in the sources: first in those that are cited."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Fit, locate, passes, too_short, where_to_look, with_cut
from claimcheck.anchor.attribution import Attribution, alike, attribution_of, name_words
from claimcheck.anchor.quotation_marks import Quotation, QuotationForm, quotations_in
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.assessment.article import AssessedQuotation, QuotationState
from claimcheck.assessment.article_alignment import align, name_at, shared_surroundings
from claimcheck.dossier.article import BlockKind, DeclarationKind
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.anchor import Anchor, Effort
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.article_alignment import SentenceAlignment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.article import Article
    from claimcheck.model import Dossier

_TRAILING: Final = ",.;:—–- "
# Sources in which a quotation that stands nowhere is looked for by its likeness.
_MOST_NEAR: Final = 3
_WORDS_OF_A_PIECE: Final = 3
_MOST_PIECES: Final = 12
_LEAST_ALIKE: Final = 0.6
_LEAST_ALIKE_CITED: Final = 0.45
_MOST_SOURCES_OF_A_QUOTE: Final = 12
_ATTRIBUTION_LINE: Final = re.compile(r"(?:^|\n|[.!?…”»\"] )\s*[—–―]\s*(?P<who>[^\n—–―]{2,120})\Z")
_CALENDAR_WORDS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "january february march april may june july august september october november december "
    "januar februar marz mai juni juli oktober dezember"
)
_CALENDAR: Final = frozenset(_CALENDAR_WORDS.split())


def find_quotations(article: Article) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    """Return the quotations of a draft, and where marks open that nothing closes.

    A block quote is one quotation a block; marks inside it are nested.
    """
    quotations: list[Quotation] = []
    marked = quotations_in(article.text)
    blocks = [block for block in article.blocks if block.kind is BlockKind.QUOTE]
    for block in blocks:
        inner_end = block.end
        line = _ATTRIBUTION_LINE.search(article.text, block.start, block.end)
        if line:
            inner_end = line.start("who")
            while inner_end > block.start and article.text[inner_end - 1] in "—–― \n":
                inner_end -= 1
        start = block.start
        quotations.append(Quotation(start, block.end, start, inner_end, QuotationForm.BLOCK))
    number = 0
    for quotation in marked.quotations:
        while number < len(blocks) and blocks[number].end <= quotation.start:
            number += 1
        inside = (
            number < len(blocks) and blocks[number].start <= quotation.start < blocks[number].end
        )
        whole = (
            inside
            and quotation.end - quotation.start >= blocks[number].end - blocks[number].start - 3
        )
        if not whole:
            quotations.append(
                replace(quotation, depth=quotation.depth + 1) if inside else quotation
            )
    return tuple(sorted(quotations)), marked.unclosed


class QuotationSearch:
    """Looks quotations up in all sources of a dossier at once.

    Args:
        dossier: the dossier.
        corpus: its sources' texts.
        effort: what may be spent on quotations that do not stand where they should.
    """

    def __init__(self, dossier: Dossier, corpus: Corpus, effort: Effort) -> None:
        self._dossier, self._corpus, self._effort = dossier, corpus, effort
        self._texts = {
            source.id: corpus.text(source.id)
            for source in dossier.sources.values()
            if source.text is not None
        }
        # A draft may quote the same words often.
        self._passing: dict[tuple[Quote, str], Anchor | None] = {}
        self._proposals: dict[tuple[Quote, str], Anchor] = {}
        self._likest: dict[Quote, list[str]] = {}

    def assess(
        self,
        article: Article,
        quotations: Sequence[Quotation],
        sentences: Sequence[AssessedSentence],
    ) -> tuple[AssessedQuotation, ...]:
        """Look up every quotation of a draft, and the words that its footnotes give.

        Args:
            article: the draft.
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
        if item.state is QuotationState.UNCHECKED:
            item = self._missing(item, quote, cited, sentence)
        if item.state is QuotationState.CUT and not item.note:
            item = self._uncut(article, item)
        if item.note or sentence is None or item.quotation.depth:
            return item
        return self._with_speaker(article, item, sentence)

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
            ordered = [one for one in cited if one in places]
            if not short or not cited:
                ordered += [place for place in places if place not in cited][
                    :_MOST_SOURCES_OF_A_QUOTE
                ]
            for source in ordered:
                anchor = self._passes(words, source)
                if anchor is None:
                    continue
                bound = source in cited
                if cited and not bound and not short:
                    anchor = replace(anchor, fit=Fit.MISATTRIBUTED)
                    state = QuotationState.MISATTRIBUTED
                elif short and not bound:
                    state = QuotationState.SHORT
                else:
                    state = QuotationState.CUT if anchor.cut else QuotationState.STANDS
                return item._replace(state=state, anchor=anchor, source=source, bound=bound)
        return item._replace(state=QuotationState.UNCHECKED)

    def _uncut(self, article: Article, item: AssessedQuotation) -> AssessedQuotation:
        """Let a quotation stand around which the draft prints the words that it was cut from."""
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
        if with_cut(wider, text).cut is not None:
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
        unread = [one for one in cited if one not in self._texts]
        letters = sum(map(str.isalnum, item.words))
        anchor, source = None, ""
        if letters:
            for candidate in [
                *(one for one in cited if one in self._texts),
                *self._near(quote, cited),
            ]:
                proposal = self._nearest(quote, candidate)
                if proposal is None or proposal.start is None:
                    continue
                least = _LEAST_ALIKE_CITED if candidate in cited else _LEAST_ALIKE
                if proposal.similarity >= least and (
                    anchor is None or proposal.similarity > anchor.similarity
                ):
                    anchor, source = proposal, candidate
        declared = sentence.declared if sentence is not None else None
        if anchor is not None and (not too_short(quote) or cited):
            if too_short(quote) and not _may_be_told(anchor, item.words):
                return item._replace(state=QuotationState.SHORT)
            return item._replace(
                state=QuotationState.ALTERED, anchor=anchor, source=source,
                bound=source in cited,
            )  # fmt: skip
        if declared in (DeclarationKind.OWN_REPORTING, DeclarationKind.UNVERIFIED):
            return item._replace(state=QuotationState.DECLARED)
        if too_short(quote):
            return item._replace(state=QuotationState.SHORT)
        if unread and len(unread) == len(cited):
            return item
        return item._replace(state=QuotationState.NOWHERE)

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
            self._effort.spend(len(text.raw) * max(1, len(quote.exact) // 8))
        return self._proposals[quote, source]

    def _near(self, quote: Quote, cited: Iterable[str]) -> list[str]:
        """The sources that share most pieces with a quotation, a few of them."""
        if quote not in self._likest:
            self._likest[quote] = self._sharing(quote)
        return [source for source in self._likest[quote] if source not in cited][:_MOST_NEAR]

    def _sharing(self, quote: Quote) -> list[str]:
        """The sources that share pieces with a quotation, of a few words each, most first."""
        words = quote.exact.split()
        if len(words) < _WORDS_OF_A_PIECE:
            words = [quote.exact[at : at + 2] for at in range(0, min(len(quote.exact), 80), 2)]
        pieces = [
            Quote(" ".join(words[at : at + _WORDS_OF_A_PIECE]))
            for at in range(max(1, len(words) - _WORDS_OF_A_PIECE + 1))
        ]
        step = max(1, len(pieces) // _MOST_PIECES)
        pieces = [piece for piece in pieces[::step] if any(map(str.isalnum, piece.exact))]
        if not pieces:
            return []
        votes: Counter[str] = Counter()
        for found in where_to_look(dict.fromkeys(pieces), self._texts).values():
            votes.update(found)
        return sorted(votes, key=lambda vote: (-votes[vote], vote))

    def _with_speaker(
        self, article: Article, item: AssessedQuotation, sentence: AssessedSentence
    ) -> AssessedQuotation:
        attribution = _said_by(article, item, sentence)
        item = item._replace(said_by=attribution.shown)
        if item.anchor is None or not item.source or item.state not in _STANDING:
            return item
        alignment = self._beside_source(article, item, sentence)
        if alignment is not None and alignment.whole:
            return item  # what the source prints around it, the draft prints, too
        speaker = ""
        if attribution.shown:
            speaker = self._other_speaker(item, attribution, sentence)
        if speaker or alignment is None or item.quotation.form is QuotationForm.BLOCK:
            return item._replace(speaker=speaker)
        return self._with_exchanged_name(article, item, alignment)

    def _beside_source(
        self, article: Article, item: AssessedQuotation, sentence: AssessedSentence
    ) -> SentenceAlignment | None:
        """Compare a quotation's sentence with what the source prints around the passage."""
        anchor, quotation = item.anchor, item.quotation
        if anchor is None or anchor.start is None or anchor.end is None:
            return None
        text = self._texts[item.source].raw
        # Names differ in length, so that half as far lies in the same sentence still.
        before = max(0, quotation.start - sentence.start) // 2
        behind = max(0, sentence.end - quotation.end) // 2
        window = (
            sentence_start(text, max(0, anchor.start - before)),
            sentence_end(text, min(len(text), anchor.end + behind)),
        )
        return align(article.text, (sentence.start, sentence.end), text, window)

    def _with_exchanged_name(
        self, article: Article, item: AssessedQuotation, alignment: SentenceAlignment
    ) -> AssessedQuotation:
        """Say whose word a passage is where a sentence is copied, and one name in it is another."""
        text, draft = self._texts[item.source].raw, article.text
        for exchange in alignment.exchanges:
            if item.quotation.start <= exchange.start < item.quotation.end:
                continue
            ours = name_at(draft, exchange.start, exchange.end)
            theirs = name_at(text, exchange.printed_start, exchange.printed_end)
            if not (ours and theirs) or (item.said_by and not _names(item.said_by, ours)):
                continue
            if not self._is_one_person(ours, theirs, text):
                return item._replace(said_by=item.said_by or ours, speaker=theirs)
        return item

    def _is_one_person(self, ours: str, theirs: str, text: str) -> bool:
        """Whether two names may be one person's: they share a word, or somebody has both."""
        mine, others = name_words(ours) - _CALENDAR, name_words(theirs) - _CALENDAR
        if not (mine and others) or alike(mine, others):
            return True
        names = [name for party in self._dossier.parties.values()
                 for name in (" ".join((party.name, *party.aliases)),)]  # fmt: skip
        runs = (run[0] for run in _CAPITALISED_RUN.finditer(text))
        return any(
            alike(mine, words) and alike(others, words)
            for words in map(name_words, chain(names, runs))
        )

    def _other_speaker(  # noqa: PLR0911 - a way out for each thing that is known
        self, item: AssessedQuotation, attribution: Attribution, sentence: AssessedSentence
    ) -> str:
        """Whose word a passage is, where that is not whom the draft names; "" where it may be."""
        dossier, anchor = self._dossier, item.anchor
        names = attribution.names - _CALENDAR
        recorded = self._recorded_speaker(item, sentence)
        named = {
            party.id
            for party in dossier.parties.values()
            if any(_is_named(name, attribution.shown) for name in (party.name, *party.aliases))
        }
        if recorded:
            party = dossier.parties.get(recorded)
            own = (party.name, *party.aliases) if party else (recorded,)
            own_words = frozenset().union(*map(name_words, own))
            if named:
                return "" if recorded in named or _related(recorded, named, dossier) else own[0]
            if names and not alike(names, own_words):
                passage_names = self._printed(item).names
                if not alike(names, passage_names) and not self._is_mentioned(item, names):
                    return own[0]
            return ""
        if anchor is None or anchor.start is None or not (names or attribution.roles):
            return ""
        printed = self._printed(item)
        theirs = printed.names - _CALENDAR
        if names and theirs:
            return "" if alike(names | attribution.roles, theirs | printed.roles) else printed.shown
        if names and not self._is_mentioned(item, names):
            return printed.shown or "somebody else"
        if attribution.roles and printed.roles and not names and not theirs:
            return "" if alike(attribution.roles, printed.roles) else printed.shown
        return ""

    def _recorded_speaker(self, item: AssessedQuotation, sentence: AssessedSentence) -> str:
        """Whose word a claim's evidence says the passage is."""
        anchor = item.anchor
        for target in sentence.targets:
            for evidence in target.claim.evidence if target.claim else ():
                inner = evidence.anchor
                if evidence.evidence.source != item.source or not evidence.evidence.speaker:
                    continue
                if anchor is None or anchor.start is None or inner.start is None:
                    continue
                if max(anchor.start, inner.start) < min(anchor.end or 0, inner.end or 0):
                    return evidence.evidence.speaker
        return ""

    def _printed(self, item: AssessedQuotation) -> Attribution:
        """Whose word a passage is, as its source prints it."""
        anchor = item.anchor
        if anchor is None or anchor.start is None or anchor.end is None:
            return Attribution()
        text = self._texts[item.source].raw
        start, end = anchor.start, anchor.end
        low = max(text.rfind("\n\n", 0, start) + 2, start - 1200)
        high = text.find("\n\n", end)
        high = min(len(text) if high < 0 else high, end + 1200)
        around = [
            quotation
            for quotation in quotations_in(text[low:high]).quotations
            if quotation.depth == 0
            and quotation.start + low <= start
            and end <= quotation.end + low
        ]
        if around:
            start, end = around[0].start + low, around[0].end + low
        else:
            return Attribution()
        first, last = max(low, sentence_start(text, start)), sentence_end(text, end)
        bounds = [(first, last), (low, last), (first, high)]
        if _STOPPED.search(text, max(start, end - 4), end):
            bounds.insert(0, (first, end))  # what follows is the next sentence
        readings = (attribution_of(text, start, end, *pair) for pair in bounds)
        return next((reading for reading in readings if reading.shown), Attribution())

    def _is_mentioned(self, item: AssessedQuotation, names: frozenset[str]) -> bool:
        """Whether a source names somebody anywhere, in its text or in its record."""
        source = self._dossier.sources[item.source]
        publisher = self._dossier.parties.get(source.publisher or "")
        record = " ".join(
            filter(
                None,
                (
                    source.title, *source.author, source.publisher, source.container_title,
                    publisher.name if publisher else "",
                ),
            )
        )  # fmt: skip
        return alike(names, name_words(record) | name_words(self._texts[item.source].raw))


_STOPPED: Final = re.compile(r"[.!?…。！？]\W{0,3}\Z")
_CAPITALISED_RUN: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*)+")
_STANDING: Final = (QuotationState.STANDS, QuotationState.CUT)


def _is_named(name: str, clause: str) -> bool:
    return (
        bool(name)
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", clause, re.IGNORECASE) is not None
    )


def _names(clause: str, name: str) -> bool:
    return alike(name_words(name), name_words(clause))


def _related(speaker: str, named: set[str], dossier: Dossier) -> bool:
    """Whether a party belongs to one that is named, or the other way round."""
    from claimcheck.assessment.independence import topmost

    top = topmost(speaker, dossier.parties)
    return any(topmost(party, dossier.parties) == top for party in named)


def _said_by(article: Article, item: AssessedQuotation, sentence: AssessedSentence) -> Attribution:
    quotation, text = item.quotation, article.text
    if quotation.form is QuotationForm.BLOCK:
        line = text[quotation.inner_end : quotation.end].strip(" \n—–―")
        return Attribution(line, name_words(line)) if line else Attribution()
    return attribution_of(text, quotation.start, quotation.end, sentence.start, sentence.end)


def _words(text: str, quotation: Quotation) -> str:
    return text[quotation.inner_start : quotation.inner_end].strip()


def _bare(quote: Quote) -> Quote:
    """A quotation without the comma or the stop that its own sentence sets inside the marks."""
    words = quote.exact.rstrip(_TRAILING)
    return Quote(words) if words and not quote.exact.endswith(("...", "…")) else quote


def _may_be_told(anchor: Anchor, words: str) -> bool:
    """Whether a short quotation is plainly an altered one: of two words or more, and very near."""
    return len(words.split()) > 1 and anchor.similarity >= 0.7  # noqa: PLR2004 - most letters are there


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
