"""Files in, Dossier out: reads everything, never judges, never stops at the first flaw.

A dossier is its foundation (sources, parties) and the claims on it. Each claim is read by itself,
so that one may be read again without the others.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.dossier.files import claim_files, read_claim_files
from claimcheck.dossier.foundation import read_foundation
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.project import find_project
from claimcheck.system.folder import Folder
from claimcheck.system.parallel import parallel_map

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.dossier.files import ClaimFiles, ReadClaim
    from claimcheck.dossier.foundation import Foundation
    from claimcheck.model import Claim, Config, Dossier
    from claimcheck.system.tree import Tree

# A second process costs about 0.3 s of work: fewer claims than this are read sooner by one.
MIN_CLAIMS_FOR_TWO_PROCESSES = 1500


def load(root: str | Path, config: Config | None = None) -> Dossier:
    """Read a project's claims, sources and parties.

    Args:
        root: the project's folder, or one below it when `config` is not given.
        config: the settings; by default those of the project that `root` belongs to.

    Raises:
        ProjectError: there is no project, its configuration means nothing, or a folder of it
            cannot be read. Flaws in claims and records never raise: they stand in the Dossier.
    """
    if config is None:
        project = find_project(Path(root))
        return load(project.root, project.config)
    return load_tree(Folder(Path(root)), config)


def load_tree(tree: Tree, config: Config) -> Dossier:
    """Read a project's claims, sources and parties from wherever its files are.

    Raises:
        ProjectError: a folder that the configuration names is not there.
    """
    listing = list_files(tree, config)
    foundation = read_foundation(tree, config, listing)
    files = claim_files(tree, listing, listing.claims)
    return with_claims(foundation, zip(files, read_claims(files), strict=True))


def read_claims(files: list[ClaimFiles]) -> list[ReadClaim]:
    """Read the files of claims; very many of them in two processes."""
    return parallel_map(read_claim_files, files, MIN_CLAIMS_FOR_TWO_PROCESSES)


def with_claims(foundation: Foundation, read: Iterable[tuple[ClaimFiles, ReadClaim]]) -> Dossier:
    """Return the dossier that some claims make on their foundation."""
    dossier = foundation.dossier
    claims: list[Claim] = []
    reviews = dict(dossier.reviews)
    unread, flaws = list(dossier.unread), list(dossier.flaws)
    texts = dict(dossier.texts)
    for files, contents in read:
        if contents.claim is None:
            unread.append(files.claim.path)
        else:
            claims.append(foundation.names.resolve_claim(contents.claim))
        if files.review is not None and not files.review.read_error:
            reviews[files.id] = tuple(map(foundation.verifier.verified, contents.reviews))
        flaws += contents.flaws
        texts |= contents.texts
    return replace(
        dossier,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        reviews=reviews,
        unread=tuple(sorted(unread)),
        unrecorded=tuple(sorted(dossier.unrecorded)),
        flaws=tuple(sorted(flaws, key=lambda flaw: flaw.place)),
        texts=texts,
    )
