"""Some claims of a project, assessed by themselves on the sources of all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.anchor import Effort
from claimcheck.assessment.assess import assess
from claimcheck.dossier.files import claim_files, read_claim_files
from claimcheck.dossier.load import with_claims

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.dossier.listing import Listing
    from claimcheck.system.tree import Tree


def assess_selected(
    tree: Tree, listing: Listing, base: tuple[Foundation, Corpus], ids: Collection[str], today: date
) -> Assessment:
    """Read and assess some claims, and no others.

    Args:
        tree: where the project's files are.
        listing: which files it has.
        base: what claims stand on, and the texts of its sources.
        ids: the claims' ids, each one of the listing's.
        today: the day to judge as of.

    Returns:
        The claims that can be read, with the flaws of their files alone. That there are others is
        known by their ids.
    """
    foundation, corpus = base
    bare = foundation._replace(dossier=replace(foundation.dossier, flaws=(), unread=(), texts={}))
    files = claim_files(tree, listing, ids)
    dossier = with_claims(bare, [(each, read_claim_files(each)) for each in files])
    dossier = replace(dossier, claim_ids=frozenset(listing.claims))
    return assess(dossier, today, corpus, Effort())
