"""A project's claims as far as a search needs them: read one by one, without their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier.files import ClaimFiles, read_claim_files, read_file
from claimcheck.dossier.listing import list_claims

if TYPE_CHECKING:
    from claimcheck.model import Claim, Config
    from claimcheck.system.tree import Tree


def claims_by_id(tree: Tree, config: Config) -> dict[str, Claim]:
    """Return the claims of a project that can be read, by their ids.

    Raises:
        ProjectError: there is no folder of claims.
    """
    paths = list_claims(tree, config)
    claims = (claim_at(tree, claim_id, path) for claim_id, path in paths.items())
    return {claim.id: claim for claim in claims if claim is not None}


def claim_at(tree: Tree, claim_id: str, path: str) -> Claim | None:
    """Return what a claim's file says; None where it says nothing that can be read.

    Args:
        tree: the project's files.
        claim_id: the claim's id.
        path: the file.
    """
    return read_claim_files(ClaimFiles(claim_id, read_file(tree, path))).claim
