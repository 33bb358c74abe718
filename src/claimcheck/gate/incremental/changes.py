"""What has changed since the last check of a project, and which results still hold.

docs/incremental.md has all of it as a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.assessment.status import day_after
from claimcheck.dossier.files import hash_at
from claimcheck.dossier.foundation import hash_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimcheck.assessment.assess import Census
    from claimcheck.dossier.foundation import Foundation, SourceDigest
    from claimcheck.dossier.listing import Listing
    from claimcheck.gate.incremental.state import ClaimResult, State
    from claimcheck.model import Config
    from claimcheck.system.tree import Tree


@dataclass(frozen=True, slots=True)
class Changes:
    """How sources and parties differ from those of the last check.

    Attributes:
        listing: whether the files that there are, the parties, or reviews without a claim differ.
        parties: whether the parties file differs.
        sources: the ids of the sources that are new, gone, or not what they were.
        spellings: the spellings of names that mean somebody else than they did.
        altered: the sources of which a pinned file is not the one whose hash the record holds.
        touched: the sources that differ, and those that they are, or were, newer captures of.
        present: the ids of the sources that there are.
    """

    listing: bool
    parties: bool
    sources: frozenset[str]
    spellings: frozenset[str]
    altered: frozenset[str]
    touched: frozenset[str]
    present: frozenset[str]

    @property
    def any(self) -> bool:
        """Whether anything that claims stand on has changed."""
        return self.listing or bool(self.sources)


def compare(foundation: Foundation, previous: State) -> Changes:
    """Compare what claims stand on with what it was at the last check."""
    sources = _differing(foundation.digests, previous.sources)
    return Changes(
        listing=foundation.listing_hash != previous.listing_hash,
        parties=foundation.parties_hash != previous.parties_hash,
        sources=sources,
        spellings=_differing(foundation.names.names, previous.names),
        altered=foundation.altered,
        touched=_with_earlier_captures(sources, foundation.digests, previous.sources),
        present=frozenset(foundation.digests),
    )


def _with_earlier_captures(
    sources: frozenset[str], *digests: Mapping[str, SourceDigest]
) -> frozenset[str]:
    """Return some sources with all that they supersede, at once or in several steps.

    Args:
        sources: their ids.
        digests: what the records say, and said earlier.
    """
    touched, waiting = set(sources), list(sources)
    while waiting:
        name = waiting.pop()
        for records in digests:
            earlier = records[name].supersedes if name in records else None
            if earlier is not None and earlier not in touched:
                touched.add(earlier)
                waiting.append(earlier)
    return frozenset(touched)


def _differing(now: Mapping[str, object], earlier: Mapping[str, object]) -> frozenset[str]:
    return frozenset(name for name in {*now, *earlier} if now.get(name) != earlier.get(name))


def reusable(
    tree: Tree, listing: Listing, changes: Changes, previous: State, today: date
) -> dict[str, ClaimResult]:
    """Return the results of the last check that still hold, by the claims' paths.

    Args:
        tree: where the project's files are.
        listing: which files it has.
        changes: how sources and parties differ from those of the last check.
        previous: what the last check came to.
        today: the day to judge as of.
    """
    if changes.parties:
        return {}
    same_day = previous.day == today.isoformat()
    touching = bool(changes.any or changes.spellings or changes.altered)
    results = {}
    for claim_id, path in listing.claims.items():
        result = previous.get(path)
        if (
            result is not None
            and (same_day or not _depends_on_day(result, previous.day, today))
            and not (touching and _touched(result, changes))
            and result.file == hash_at(tree, path)
            and result.review == review_hash(tree, listing.reviews.get(claim_id))
        ):
            results[path] = result
    return results


def _depends_on_day(result: ClaimResult, earlier: str, today: date) -> bool:
    """Whether a claim may come to something else today than on an earlier day."""
    return result.depends_on_date or result.latest_day > min(earlier, today.isoformat())


def _touched(result: ClaimResult, changes: Changes) -> bool:
    """Whether a source or a name that a claim depends on has changed."""
    # The rules about the dossier ask what an altered document did to the claims that cite it.
    if changes.altered and not changes.altered.isdisjoint(result.cited):
        return True
    if changes.spellings and not changes.spellings.isdisjoint(result.names):
        return True
    # Whoever cites a source that is not there is told of a document that no record describes.
    if changes.listing and not changes.present.issuperset(result.cited):
        return True
    return bool(changes.sources) and (
        result.depends_on_all_sources
        or not changes.touched.isdisjoint(result.cited)
        or not changes.touched.isdisjoint(result.origins)
    )


def review_hash(tree: Tree, path: str | None) -> str:
    """Return a review's hash and where it lies, since findings in it name the place."""
    return f"{hash_at(tree, path)} {path}" if path else ""


def dossier_key(foundation: Foundation, census: Census, config: Config, today: date) -> str:
    """Return a hash of all that the rules about the dossier see.

    Args:
        foundation: what claims stand on.
        census: what the claims name together.
        config: the project's settings.
        today: the day to judge as of.
    """
    latest = day_after(today).isoformat()
    in_future = [name for name, digest in foundation.digests.items() if digest.latest_day > latest]
    requires_tags = any(requirement.tag is not None for requirement in config.require)
    return hash_of(
        foundation.listing_hash,
        foundation.sources_hash,
        repr(sorted(in_future)),
        repr(sorted(census.cited & set(foundation.digests))),
        repr(sorted(census.tags) if requires_tags else []),
        repr(census.reliances),
    )
