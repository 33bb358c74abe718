"""Several captures of one page: which is the oldest, and which the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model.chain import follow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model import Dossier, Source
    from claimcheck.model.chain import FollowedChain


def capture_chain(source_id: str, sources: Mapping[str, Source]) -> FollowedChain:
    """Return a source, the one that it supersedes, and so on; the last may name no source.

    Args:
        source_id: the source.
        sources: the sources by id.
    """

    def superseded_by(capture: str) -> str | None:
        source = sources.get(capture)
        return source.supersedes if source else None

    return follow(source_id, superseded_by)


def earlier_captures(source_id: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the captures of a page that a source supersedes, the next one first.

    The last may name no source. A circle is left where it closes, a chain after `LONGEST_CHAIN`
    steps; rule `capture-unclear` reports either.

    Args:
        source_id: the source.
        sources: the sources by id.
    """
    return capture_chain(source_id, sources).members[1:]


def oldest_capture(source_id: str, sources: Mapping[str, Source]) -> str:
    """Return the first capture of the page that a source is a capture of: itself, where alone.

    In a circle, where none is the first, it is the one whose id comes first.

    Args:
        source_id: the source.
        sources: the sources by id.
    """
    earlier = [capture for capture in earlier_captures(source_id, sources) if capture in sources]
    if not earlier:
        return source_id
    is_circle = sources[earlier[-1]].supersedes in {source_id, *earlier}
    return min(source_id, *earlier) if is_circle else earlier[-1]


def newest_capture(source_id: str, dossier: Dossier) -> Source | None:
    """Return the last capture of the page that a source is an earlier capture of.

    None where there is no newer one, and where nobody can tell which is the last: in a circle, and
    where two supersede one.

    Args:
        source_id: the source.
        dossier: whose sources it is among.
    """
    if source_id not in dossier.successors:
        return None

    def only_successor_of(capture: str) -> str | None:
        successors = dossier.successors.get(capture, ())
        return successors[0] if len(successors) == 1 else None

    chain = follow(source_id, only_successor_of)
    last = chain.members[-1]
    if last == source_id or chain.following is not None or dossier.successors.get(last):
        return None
    return dossier.sources.get(last)


def is_one_page(first: str, second: str, sources: Mapping[str, Source]) -> bool:
    """Whether two sources are captures of one page.

    Args:
        first: the id of the one.
        second: the id of the other.
        sources: the sources by id.
    """
    return oldest_capture(first, sources) == oldest_capture(second, sources)
