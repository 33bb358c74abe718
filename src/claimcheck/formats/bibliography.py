"""Sources as bibliographies have them: CSL-JSON's fields and BibTeX's signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.model import PartialDate, Source

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
CSL_TYPES: Final = frozenset({
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
    "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
    "standard", "thesis", "treaty", "webpage",
})  # fmt: skip
UNKNOWN_TYPE: Final = "document"
_TEX: Final = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&",
    "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def csl_item(source: Source) -> dict[str, object]:
    """Return a source as an item of CSL-JSON; what the style language has no field for is left out.

    Names are literal: what of a name is a family's is not guessed.
    """
    item: dict[str, object] = {
        "id": source.id,
        "citation-key": source.id,
        "type": source.type if source.type in CSL_TYPES else UNKNOWN_TYPE,
        "title": source.title,
    }
    if source.author:
        item["author"] = [{"literal": name} for name in source.author]
    fields = {
        "container-title": source.container_title,
        "publisher": source.publisher,
        "language": source.language,
        "URL": source.url,
        "archive_location": source.archive_url,
    }
    item |= {name: value for name, value in fields.items() if value}
    if source.issued is not None:
        item["issued"] = {"date-parts": [_parts(source.issued)]}
    if source.accessed is not None:
        day = source.accessed
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return item


def _parts(day: PartialDate) -> list[int]:
    return [int(part) for part in day.text.split("-")]


def tex(text: str) -> str:
    """Return a text as LaTeX prints it."""
    return text.translate(_TEX)
