"""Claims and sources as the command line names them, and their completion in the shell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.dossier.listing import list_claims, list_sources
from claimcheck.dossier.project import find_project
from claimcheck.model.errors import ProjectError, RequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Config
    from claimcheck.system.tree import Tree


def choose_claim(name: str, assessment: Assessment) -> AssessedClaim:
    """Return the claim of that id, or of the id that alone begins so.

    Raises:
        RequestError: there is none, or several, or its file could not be read; the message names
            the nearest.
    """
    by_id = {assessed.claim.id: assessed for assessed in assessment.claims}
    return by_id[choose_claim_id(name, by_id, assessment.dossier.unread)]


def choose_claim_id(name: str, claim_ids: Collection[str], unread: Collection[str] = ()) -> str:
    """Return the id that a name is, or that alone begins so.

    Args:
        name: what was typed.
        claim_ids: the claims that there are.
        unread: the paths of claims' files that could not be read.

    Raises:
        RequestError: there is none, or several, or its file could not be read; the message names
            the nearest.
    """
    # What a shell completes, or a finding's line begins with, names the claim as well as its id.
    name = name.rpartition("/")[2].removesuffix(".yaml")
    if name in claim_ids:
        return name
    beginning = [claim_id for claim_id in claim_ids if name and claim_id.startswith(name)]
    if len(beginning) == 1:
        return beginning[0]
    if beginning:
        raise RequestError(f"several claims begin with '{name}': {', '.join(beginning)}")
    from claimcheck.editing.conflicts import no_claim  # only after a mistake

    raise no_claim(name, claim_ids, unread)


def complete_claim(context: typer.Context, incomplete: str) -> list[str]:
    """Complete a claim's id from the files' names, without reading the files."""
    return _complete(context, incomplete, list_claims)


def complete_source(context: typer.Context, incomplete: str) -> list[str]:
    """Complete a source's id from the records' names, without reading them."""
    return _complete(context, incomplete, list_sources)


def _complete(
    context: typer.Context,
    incomplete: str,
    listing: Callable[[Tree, Config], Mapping[str, str]],
) -> list[str]:
    try:
        project = find_project(context.params.get("directory") or Path())
        ids = listing(project.tree, project.config)
    except ProjectError:
        return []
    return [name for name in ids if name.startswith(incomplete)]
