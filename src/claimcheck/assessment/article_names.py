"""Persons whom an article names: their names and roles, beside those that its sources print."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.attribution import name_words
from claimcheck.anchor.measure_words import code_of
from claimcheck.assessment.article import NameDifference, SentenceState
from claimcheck.assessment.article_languages import languages_of
from claimcheck.assessment.article_limits import first_beyond
from claimcheck.assessment.article_name_forms import is_form_of
from claimcheck.assessment.article_persons import Persons, names_in, words_of
from claimcheck.assessment.article_roles import NamedPerson, role_difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.quotation_marks import Quotation
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.dossier.article import Article
    from claimcheck.model import Dossier

_LEAST_ALIKE: Final = 0.55
_LETTERS_OF_A_NAME: Final = 4
# How much of a source tells its language, in code points.
_HEAD: Final = 2000


class NameComparison:
    """Compares the persons of articles with those of a dossier's sources.

    Args:
        dossier: the dossier.
        sources: what its sources print.
    """

    def __init__(self, dossier: Dossier, sources: SourceFigures) -> None:
        self._sources = sources
        self._persons: dict[str, Persons] = {}
        parties = ((party.name, *party.aliases) for party in dossier.parties.values())
        self._parties = frozenset().union(*(name_words(" ".join(names)) for names in parties))

    def differences(
        self,
        article: Article,
        sentences: Sequence[AssessedSentence],
        quotations: Sequence[Quotation],
    ) -> Iterator[NameDifference]:
        """Yield the names and roles of an article that its sources give otherwise.

        Args:
            article: the article.
            sentences: its sentences.
            quotations: its quotations, whose words are looked at by themselves.
        """
        languages = languages_of(article)
        quoted = [(each.start, each.end) for each in quotations]
        for number, sentence in enumerate(sentences[: first_beyond(sentences)]):
            if sentence.state is not SentenceState.BOUND or not sentence.sources:
                continue
            printed = [(source, self._persons_of(source)) for source in sentence.sources]
            for start, end, words in names_in(article.text, sentence.start, sentence.end):
                if any(low <= start < high for low, high in quoted):
                    continue
                span = sentence.start, sentence.end
                language = languages.at(*span)
                difference = self._other_name((start, end), words, printed, language)
                if difference is None:
                    code = code_of(language)
                    person = NamedPerson(article.text, span, (start, end), words[-1], code)
                    difference = role_difference(person, printed)
                if difference is not None:
                    yield difference._replace(sentence=number)

    def _persons_of(self, source: str) -> Persons:
        if source not in self._persons:
            text = self._sources.text(source)
            language = self._sources.language(source, 0, min(len(text), _HEAD))
            self._persons[source] = Persons(text, code_of(language))
        return self._persons[source]

    def _other_name(
        self,
        place: tuple[int, int],
        words: Sequence[str],
        printed: Sequence[tuple[str, Persons]],
        language: Vocabulary | None,
    ) -> NameDifference | None:
        """Return whom the sources name nearly so, where they do not name somebody so.

        Args:
            place: where the name stands in the article, in code points.
            words: the words of the name.
            printed: the persons of each source that is cited.
            language: the language of the sentence; None where it is not known.
        """
        everywhere = self._parties.union(*(persons.words for _source, persons in printed))
        missing = [word for word in words if not _is_among(word, everywhere)]
        if len(words) > 2 and len(missing) == 2 and words[0] == missing[0]:  # a role and a name
            missing = missing[1:]
        if len(missing) != 1 or len(missing[0]) < _LETTERS_OF_A_NAME:
            return None
        shared = [word for word in words if word not in missing]
        for source, persons in printed:
            for person in persons.by_surname.values():
                theirs = words_of(person.name)[-2:]
                if not any(word in theirs for word in shared):
                    continue
                for word in theirs:
                    alike = SequenceMatcher(None, missing[0], word).ratio() >= _LEAST_ALIKE
                    # `Ministerin` and `Umweltministerin` are no names, `Moor` and `Moore` are.
                    longer = abs(len(word) - len(missing[0])) >= _LETTERS_OF_A_NAME
                    within = longer and (word in missing[0] or missing[0] in word)
                    is_case = is_form_of(missing[0], word, language)
                    if alike and not (within or is_case) and word not in shared:
                        return NameDifference(0, *place, person.name, source, person.start)
        return None


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of some words, or the genitive of one."""
    return word in words or (word.endswith("s") and word[:-1] in words)
