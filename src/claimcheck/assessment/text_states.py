"""How the text of a source was compared with the document that it was taken from, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Dossier, Source, TextComparison


class TextState(StrEnum):
    """What is known of a source's text, in the words of the formats.

    `original` is a document that is plain text itself, and so is looked into as it is.
    """

    ORIGINAL = "original"
    COMPARED = "compared"
    DIFFERS = "differs"
    NOT_COMPARED = "not-compared"
    NONE = "none"


def text_state(source: Source, comparison: TextComparison | None) -> TextState:
    """Return what is known of a source's text.

    Args:
        source: the source.
        comparison: what came of comparing its text with its document, if somebody asked.
    """
    if source.text is None:
        return TextState.NONE
    if not source.has_extract:
        return TextState.ORIGINAL
    if comparison is None or not comparison.compared:
        return TextState.NOT_COMPARED
    return TextState.DIFFERS if comparison.problem else TextState.COMPARED


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """The sources of a claim whose text was taken out of a document, by id.

    Attributes:
        compared: those whose text was compared now and is what the document says.
        differing: those whose text is not.
        uncompared: those that nobody has compared now.
        on: the day of it, as ISO 8601 writes it; "" where nothing was compared.
    """

    compared: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    uncompared: tuple[str, ...] = ()
    on: str = ""


def compared_texts(
    assessed: AssessedClaim, dossier: Dossier, today: date | None = None
) -> ComparedTexts:
    """Return which texts that a claim cites were compared with their documents, and when.

    Args:
        assessed: the claim.
        dossier: with what came of comparing.
        today: the day of it.
    """
    comparisons = dossier.comparisons
    states: dict[TextState, list[str]] = {}
    cited = {item.source.id: item.source for item in assessed.evidence if item.source}
    for source in cited.values():
        if source.has_extract:
            states.setdefault(text_state(source, comparisons.get(source.id)), []).append(source.id)
    compared, differing = states.get(TextState.COMPARED, ()), states.get(TextState.DIFFERS, ())
    return ComparedTexts(
        tuple(compared),
        tuple(differing),
        tuple(states.get(TextState.NOT_COMPARED, ())) + tuple(states.get(TextState.NONE, ())),
        today.isoformat() if today and (compared or differing) else "",
    )
