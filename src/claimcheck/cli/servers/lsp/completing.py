"""What may stand where somebody types: ids, parties, stances, tags, and passages to quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.cli.servers.lsp import places
from claimcheck.editing.scalars import is_plain, quoted
from claimcheck.model import Stance
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.cli.servers.lsp.snapshot import Snapshot
    from claimcheck.search.passages import RankedPassage

PARTY_KEYS: Final = frozenset({"claimant", "speaker", "interested", "publisher"})
QUOTE_KEYS: Final = frozenset({"quote", "exact"})
_KEY: Final = re.compile(r"^(?P<lead>\s*(?:- )?(?P<key>[a-z_]+):[ \t]*)(?P<value>.*)$")
_LIST_ITEM: Final = re.compile(r"^\s*- ?[^:]*$")
_CITATION: Final = re.compile(r"(?:\b(?P<kind>claim|source)\s*:\s*|(?<![\w.])@\{?)(?P<id>[\w.-]*)$")
_LONGEST_LABEL: Final = 100


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value that is being typed.

    Attributes:
        key: its key.
        start: where it begins on the line of the cursor, in code points.
        end: where the line's text ends.
        text: what stands there up to the cursor.
        raw: whether it stands below its key, in a block that needs no quotation marks.
    """

    key: str
    start: int
    end: int
    text: str
    raw: bool


def typed_value(text: str, offset: int) -> TypedValue | None:
    """Return the value that is being typed at a place; None for a place that has no key.

    A line that is being typed is seldom well formed, so that it is read as text.
    """
    begin = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    end = len(text[: len(text) if stop < 0 else stop].rstrip())
    line = text[begin:offset]
    if match := _KEY.match(line):
        start = begin + len(match["lead"])
        return TypedValue(match["key"], start, max(end, offset), match["value"], raw=False)
    above = text[:begin].split("\n")[:-1]
    while above:
        match = _KEY.match(above[-1])
        if match and match["key"] in QUOTE_KEYS and match["value"][:1] in {"|", ">"}:
            start = begin + len(line) - len(line.lstrip())
            return TypedValue(match["key"], start, max(end, offset), line.strip(), raw=True)
        if match and _LIST_ITEM.match(line):
            start = offset - len(line.lstrip(" -"))
            return TypedValue(match["key"], start, max(end, offset), line.strip(" -"), raw=True)
        if match or not (_LIST_ITEM.match(above[-1]) or not above[-1].strip()):
            return None
        above.pop()
    return None


def ids_and_words(snapshot: Snapshot, key: str) -> Iterator[tuple[str, str]]:
    """Yield what may stand behind a key, each with a word about it: ids, parties, tags, stances."""
    dossier = snapshot.foundation.dossier
    census = snapshot.report.assessment.census
    if key in places.SOURCE_KEYS:
        yield from ((source.id, one_line(source.title)) for source in dossier.sources.values())
    elif key == "rests_on":
        yield from ((claim, "claim") for claim in snapshot.listing.claims)
    elif key == "stance":
        yield from ((str(stance), "what the passage does to the claim") for stance in Stance)
    elif key in PARTY_KEYS:
        yield from ((party.id, one_line(party.name)) for party in dossier.parties.values())
    elif key == "tags" and census:
        yield from ((tag, "tag") for tag in census.tags)


def cited_ids(snapshot: Snapshot, text: str, offset: int) -> Iterator[tuple[str, str]]:
    """Yield the ids that an article may cite where somebody types `claim:`, `source:` or `@`.

    Args:
        snapshot: the project.
        text: the article.
        offset: where somebody types, in code points.
    """
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    typed = _CITATION.search(line)
    if typed is None:
        return
    if typed["kind"] != "source":
        for claim in snapshot.listing.claims:
            yield claim, "claim"
    if typed["kind"] != "claim":
        yield from ids_and_words(snapshot, "source")


def asked_words(text: str, value: TypedValue, number: int | None) -> tuple[str, tuple[str, ...]]:
    """Return what to look for where a quotation is typed, and in which sources.

    Args:
        text: the claim's file.
        value: the quotation as far as it is typed.
        number: the evidence item that it is of.

    Returns:
        The words that are typed, or the claim's; and the source that the item names, if it does.
    """
    values = places.values_in(text)
    by_keys = {each.keys: each.text for each in values}
    words = value.text.strip("'\"|> ")
    if not any(map(str.isalnum, words)):
        words = by_keys.get(("claim",), "")
    source = by_keys.get(("evidence", number or 0, "source"), "")
    return words, (source,) if source else ()


def as_written(passage: RankedPassage, value: TypedValue) -> str:
    """Return a passage as it stands in a claim's file, in quotation marks where it needs some."""
    words = passage.quote.exact
    return words if value.raw or is_plain(words) else quoted(words)


def label_of(passage: RankedPassage) -> str:
    """Return a passage as it is listed, on one line."""
    line = one_line(passage.quote.exact)
    return line if len(line) <= _LONGEST_LABEL else f"{line[:_LONGEST_LABEL]}…"
