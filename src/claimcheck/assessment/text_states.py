"""Whether and when the extracted text of a source was compared with its document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Dossier, Source, TextComparison


class TextState(StrEnum):
    """Whether a source's text is known to be what its document says, in the words of the formats.

    `original` means that the document is plain text itself, so that nothing was extracted.
    """

    ORIGINAL = "original"
    COMPARED = "compared"
    DIFFERS = "differs"
    NOT_COMPARED = "not-compared"
    NONE = "none"


def text_state(source: Source, comparison: TextComparison | None) -> TextState:
    """Return whether a source's text is known to be what its document says.

    Args:
        source: the source.
        comparison: the result of comparing its text with its document; None where nobody asked.
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
    """The sources of a claim whose text was extracted from a document, by id.

    Attributes:
        compared: those whose text was compared and is what the document says.
        differing: those whose text was compared and is not.
        uncompared: those whose text was not compared in this check.
        on: the day of the comparison in ISO 8601; "" where nothing was compared.
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
        dossier: the dossier with its text comparisons.
        today: the day of the check.
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
