"""Whose word a quotation is: as an article says, and as the source that has it says."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.attribution import Attribution, alike, attribution_of, name_words
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.quotation_marks import QuotationForm
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.assessment.article import AssessedQuotation, QuotationState
from claimcheck.assessment.article_alignment import align, name_at
from claimcheck.assessment.article_persons import names_in
from claimcheck.assessment.attributions import are_related
from claimcheck.assessment.printed_attributions import (
    CALENDAR,
    NAMED_BEHIND,
    paragraph_start,
    printed_attribution,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.anchor import Text
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.article_alignment import SentenceAlignment
    from claimcheck.dossier.article import Article
    from claimcheck.model import Dossier

# `Rita Olsen: “We have …”`, two words at most behind the name.
_OWN_LABEL: Final = re.compile(
    r"(?P<who>(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*)(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,3}):\s*"
)
_SENTENCES: Final = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s|\n")
# How far from a name its role stands, and how far back a speaker is named, in characters.
_BESIDE: Final = 40
_FAR_BEFORE: Final = 400
_FAR_BESIDE: Final = 700
_FAR_BEHIND: Final = 250
_CAPITALISED_RUN: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*)+")
_STANDING: Final = (QuotationState.STANDS, QuotationState.CUT)
_OWNERS: Final = frozenset(("de", "del", "di", "da", "do", "van", "von", "du"))
_SMALL_OR_CAPITAL: Final = re.compile(r"[^\W\d_][\w’'-]+")
_SMALL_WORD: Final = re.compile(r"(?<![\w’'])[a-zß-öø-ÿ][\w’'-]+")
_LETTERS_OF_A_STEM: Final = 5


class SpeakerComparison:
    """Compares whom articles name as speakers with whom the sources name.

    Args:
        dossier: the dossier.
        texts: its sources' texts, by their ids.
    """

    def __init__(self, dossier: Dossier, texts: Mapping[str, Text]) -> None:
        self._dossier, self._texts = dossier, texts

    def attribute(
        self, article: Article, item: AssessedQuotation, sentence: AssessedSentence
    ) -> AssessedQuotation:
        """Return a quotation with whom its article names, and who else speaks in the source.

        Args:
            article: the article.
            item: the quotation, as looked up.
            sentence: the sentence that it stands in.
        """
        attribution = _said_by(article, item, sentence)
        item = item._replace(said_by=attribution.shown)
        if item.anchor is None or not item.source or item.state not in _STANDING:
            return item
        alignment = self._beside_source(article, item, sentence)
        named_below = item.quotation.form is QuotationForm.BLOCK and attribution.shown
        if alignment is not None and alignment.whole and not named_below:
            return item  # what the source prints around it, the article prints, too
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
        left = max(0, quotation.start - sentence.start) // 2
        right = max(0, sentence.end - quotation.end) // 2
        window = (
            sentence_start(text, max(0, anchor.start - left)),
            sentence_end(text, min(len(text), anchor.end + right)),
        )
        # The next paragraph is about somebody else.
        stop = text.find("\n\n", anchor.end, window[1])
        window = paragraph_start(text, anchor.start, window[0]), max(stop, 0) or window[1]
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
            if (
                not (ours and theirs)
                or _is_no_name(ours, draft)
                or (" " not in theirs and _begins_sentence(text, exchange.printed_start))
                or (item.said_by and not _names(item.said_by, ours))
            ):
                continue
            if not self._is_one_person(ours, theirs, text):
                return item._replace(said_by=item.said_by or ours, speaker=theirs)
        return item

    def _is_one_person(self, ours: str, theirs: str, text: str) -> bool:
        """Whether two names may be one person's: they share a word, or somebody has both."""
        mine, others = name_words(ours) - CALENDAR, name_words(theirs) - CALENDAR
        if not (mine and others) or alike(mine, others):
            return True
        names = (" ".join((party.name, *party.aliases)) for party in self._dossier.parties.values())
        runs = (run[0] for run in _CAPITALISED_RUN.finditer(text))
        return any(
            alike(mine, words) and alike(others, words)
            for words in map(name_words, chain(names, runs))
        )

    def _other_speaker(
        self, item: AssessedQuotation, attribution: Attribution, sentence: AssessedSentence
    ) -> str:
        """Whose word a passage is, where that is not whom the article names; "" where it may be."""
        if recorded := self._recorded_speaker(item, sentence):
            return self._unlike_recorded(item, attribution, recorded)
        anchor = item.anchor
        names = attribution.names - CALENDAR
        if anchor is None or anchor.start is None or not (names or attribution.roles):
            return ""
        # `she told Brandt` names who listens.
        return "" if attribution.pronoun else self._unlike_printed(item, attribution, names)

    def _unlike_recorded(
        self, item: AssessedQuotation, attribution: Attribution, recorded: str
    ) -> str:
        """Whose word a claim's evidence says it is, where the article names another; "" else."""
        dossier, names = self._dossier, attribution.names - CALENDAR
        named = {
            party.id
            for party in dossier.parties.values()
            if any(_is_named(name, attribution.shown) for name in (party.name, *party.aliases))
        }
        party = dossier.parties.get(recorded)
        own = (party.name, *party.aliases) if party else (recorded,)
        if named:
            return "" if are_related(recorded, named, dossier.parties) else own[0]
        if names and not alike(names, frozenset().union(*map(name_words, own))):
            passage_names = _printed(item, self._texts).names
            if not alike(names, passage_names) and not self._is_mentioned(item, names):
                return own[0]
        return ""

    def _named_elsewhere(self, item: AssessedQuotation, names: frozenset[str]) -> str:
        """Who is named beside a passage, where whom the article names is named elsewhere.

        Whoever speaks is named near what they say: before it, in its paragraph or the one before,
        or right behind it.

        Args:
            item: the quotation.
            names: the words of the name that the article gives.
        """
        anchor = item.anchor
        if anchor is None or anchor.start is None or anchor.end is None:
            return ""
        text = self._texts[item.source].raw
        paragraph = paragraph_start(text, anchor.start)
        high = min(len(text), anchor.end + _FAR_BEHIND)
        stop = text.find("\n\n", anchor.end, high)
        low, high = paragraph, stop if stop >= 0 else high
        if (
            next(chain(names_in(text, low, anchor.start), names_in(text, anchor.end, high)), None)
            is None
        ):
            low = max(0, anchor.start - _FAR_BESIDE)
        beside = name_words(text[low : anchor.start]) | name_words(text[anchor.end : high])
        persons = [(start, words) for start, _end, words in names_in(text, 0, len(text))]
        is_person = any(words[-1] in names for _start, words in persons)
        if not is_person or alike(names, beside):
            return ""
        near = [
            (abs(start - anchor.start), text[start:end])
            for start, end, _words in names_in(text, low, high)
            if not anchor.start <= start < anchor.end
        ]
        return min(near)[1] if near else ""

    def _unlike_printed(  # noqa: PLR0911 - a way out for each thing that is known
        self, item: AssessedQuotation, attribution: Attribution, names: frozenset[str]
    ) -> str:
        """Whose word a source prints that it is, where the article names another; "" else."""
        text = self._texts[item.source].raw
        names = _named_speakers(attribution, names, text)
        printed = _printed(item, self._texts)
        is_silent = not (printed.names or printed.roles)
        if names and is_silent and (other := self._named_elsewhere(item, names)):
            return other
        theirs, shown, roles = _printed_speakers(printed, text), printed.shown, printed.roles
        if shown and not theirs and (printed.pronoun or not roles):
            # `Berg is worried. “We will fight,” he says.`
            run, before = self._named_before(item)
            if not run or alike(names, name_words(before)):
                return ""
            theirs, shown, roles = name_words(run), run, frozenset()
        if names and theirs:
            if not alike(names | attribution.roles, theirs | roles):
                return shown
            return shown if self._is_somebody_else(item, attribution, theirs) else ""
        if names and not self._is_mentioned(item, names):
            return shown or "somebody else"
        if names or not attribution.roles:
            return ""
        if theirs:
            return shown if self._is_role_of_another(item, attribution.roles, theirs) else ""
        own = attribution.roles | name_words(attribution.shown)
        return shown if roles and not alike(own, roles) else ""

    def _named_before(self, item: AssessedQuotation) -> tuple[str, str]:
        """The one person whom the sentence before a passage names in full, and that sentence."""
        anchor = item.anchor
        if anchor is None or anchor.start is None:
            return "", ""
        text = self._texts[item.source].raw
        low = paragraph_start(text, anchor.start, anchor.start - _FAR_BEFORE)
        stop = low + len(text[low : anchor.start].rstrip(' \n"“”„«»‘.!?'))
        if stop <= low:
            return "", ""
        sentence = text[max(low, sentence_start(text, stop - 1)) : stop]
        vocabulary = vocabulary_at(text, low, anchor.start)
        small = {*vocabulary.small_words, *vocabulary.determiner.split()} if vocabulary else set()
        runs = {
            run
            for match in _CAPITALISED_RUN.finditer(sentence)
            if len((run := _without_article(match[0], small)).split()) > 1
        }
        return (runs.pop(), sentence) if len(runs) == 1 else ("", "")

    def _is_role_of_another(
        self, item: AssessedQuotation, roles: frozenset[str], theirs: frozenset[str]
    ) -> bool:
        """Whether a source gives a role to somebody else alone: `the treasurer, Colin Mabey`.

        Args:
            item: the quotation.
            roles: what the article calls the speaker.
            theirs: the name of the speaker in the source.
        """
        others = False
        for sentence in _SENTENCES.split(self._texts[item.source].raw):
            words = name_words(sentence)
            if not alike(roles, words):
                continue
            if alike(theirs, words):
                return False
            for run in _CAPITALISED_RUN.finditer(sentence):
                beside = sentence[max(0, run.start() - _BESIDE) : run.end() + _BESIDE]
                own = name_words(beside.replace(run[0], " "))
                others |= not alike(theirs, name_words(run[0])) and alike(roles, own)
        return others

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

    def _is_somebody_else(
        self, item: AssessedQuotation, attribution: Attribution, theirs: frozenset[str]
    ) -> bool:
        """Whether an article names somebody in full whom the source knows, and who does not speak.

        `said Dagny Moe, the head teacher` shares the role with `said head teacher Marit Solberg`.
        """
        text = self._texts[item.source].raw
        runs = [run[0] for run in _CAPITALISED_RUN.finditer(attribution.shown)]
        return any(_is_named(run, text) for run in runs) and not any(
            alike(name_words(run), theirs) for run in runs
        )

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


def _printed(item: AssessedQuotation, texts: Mapping[str, Text]) -> Attribution:
    """Whose word a quotation is, as its source prints it."""
    anchor = item.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return Attribution()
    return printed_attribution(texts[item.source].raw, anchor.start, anchor.end)


def _without_article(run: str, small: set[str]) -> str:
    """A run of words with capitals without the small word that only begins its sentence."""
    first, _, rest = run.partition(" ")
    return rest if first.casefold() in small else run


def _is_named(name: str, clause: str) -> bool:
    return (
        bool(name)
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", clause, re.IGNORECASE) is not None
    )


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a word begins a sentence or a quotation, so that its capital tells nothing."""
    return not text[:at].rstrip(" \n")[-1:].isalnum()


def _is_no_name(words: str, text: str) -> bool:
    """Whether the one word with a capital among some is written small elsewhere in a text."""
    if words.split(maxsplit=1)[0] in _OWNERS:
        return True  # `del presidente de San Roque`
    capitals = [word for word in words.split() if word[0].isupper()]
    return len(capitals) == 1 and re.search(rf"\b{capitals[0].lower()}\b", text) is not None


def _is_written_small(name: str, text: str) -> bool:
    stem = name[: max(_LETTERS_OF_A_STEM, len(name) - 2)]
    return any(word.startswith(stem) for word in _small_words(text))


def _named_speakers(attribution: Attribution, names: frozenset[str], text: str) -> frozenset[str]:
    """The names that an article gives, without words that only begin its sentence.

    What the source writes with a small letter is no name: `Patients, she said, …`.

    Args:
        attribution: whom the article names.
        names: the words that may be names.
        text: the source's text.
    """
    names = frozenset(name for name in names if not _is_written_small(name, text))
    first = next(iter(names), "")
    if attribution.roles and len(names) == 1 and _only_begins(attribution.shown, first):
        return frozenset()
    return names


def _printed_speakers(printed: Attribution, text: str) -> frozenset[str]:
    """The names that a source gives, without a word that only begins its sentence."""
    names = printed.names - CALENDAR
    names = frozenset(name for name in names if not _is_written_small(name, text))
    is_first = len(names) == 1 and _is_met_once(next(iter(names)), text)
    return frozenset() if is_first else names


def _is_met_once(name: str, text: str) -> bool:
    """Whether a word is in a text but once, and is there no part of a longer name."""
    words = [word for match in _SMALL_OR_CAPITAL.findall(text) for word in name_words(match)]
    in_name = any(name in name_words(run) for run in _CAPITALISED_RUN.findall(text))
    return words.count(name) <= 1 and not in_name


def _only_begins(clause: str, name: str) -> bool:
    """Whether a clause begins with a word that it uses as a name nowhere: `Savings, says Berg`."""
    first, *rest = clause.split()
    # With one word or two behind it, there is no verb beside the name.
    return name in name_words(first) and len(rest) > 2 and rest[0][:1].islower()


@lru_cache(maxsize=64)
def _small_words(text: str) -> frozenset[str]:
    """The words of a text that begin with a small letter, as `name_words` has them."""
    return name_words(" ".join(_SMALL_WORD.findall(text)))


def _names(clause: str, name: str) -> bool:
    return alike(name_words(name), name_words(clause))


def _said_by(article: Article, item: AssessedQuotation, sentence: AssessedSentence) -> Attribution:
    quotation, text = item.quotation, article.text
    if quotation.form is QuotationForm.BLOCK:
        line = text[quotation.inner_end : quotation.end].strip(" \n—–―")
        return Attribution(line, name_words(line)) if line else Attribution()
    attribution = attribution_of(text, quotation.start, quotation.end, sentence.start, sentence.end)
    if attribution.shown:
        return attribution
    named = NAMED_BEHIND.match(text, quotation.end, sentence.end)
    if named:
        return Attribution(" ".join(named[0].split()).strip(" ,"), name_words(named["who"]))
    label = _OWN_LABEL.fullmatch(text, sentence.start, quotation.start)
    return Attribution(label["who"], name_words(label["who"])) if label else attribution
