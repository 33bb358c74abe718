"""Start a dossier in a folder: nothing that is there is changed, what is missing is added."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import modeline
from claimcheck.dossier.config import OWN_FILE, SHARED_FILE, read_config
from claimcheck.dossier.listing import PARTIES_FILE
from claimcheck.editing import conflicts, gitattributes
from claimcheck.editing.operations import tour_files
from claimcheck.model import Config
from claimcheck.model.errors import ConflictError
from claimcheck.system import atomic, journal
from claimcheck.system.file_errors import writing_clause, writing_help
from claimcheck.system.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = """\
# Settings of claimcheck; every key may be left out.
claims = "claims"        # one YAML file a claim
sources = "sources"      # one YAML record a source, beside the document that it pins
min_origins = 2          # independent parties that make a claim "corroborated"
stale_after = 365        # days after which evidence for a state of affairs is old

[rules]                  # rule = "error" | "warning" | "note" | "off"
"""
PARTIES = """\
# Who is who: an id, the name that readers know, and the party that it belongs to.
# acme: {name: Acme Ltd, parent: acme-group}
"""
EXAMPLE_TEXT = """\
An invented example: there is no Exampleton, and none of this happened.

Lighthouse shines again

EXAMPLETON. It had been dark for eleven years. Yesterday
the lamp of the old lighthouse was lit again, on the evening of 1 March 2021,
and about two hundred people watched from the harbour.
"""
EXAMPLE_RECORD = """\
# An invented example.
title: Lighthouse shines again
type: article-newspaper
publisher: The Exampleton Gazette
issued: 2021-03-02
file: example-report.txt
sha256: {sha256}
"""
EXAMPLE_CLAIM = """\
# An invented example: change it, or delete it with
#   rm {claims}/example.yaml {sources}/example-report.*
claim: The lighthouse of Exampleton was lit again on 1 March 2021.
kind: event
tags: [example]
evidence:
  - source: example-report        # the record {sources}/example-report.yaml
    stance: supports              # or contradicts, or context
    quote: the lamp of the old lighthouse was lit again, on the evening of 1 March 2021
"""


@dataclass(frozen=True, slots=True)
class DossierPlan:
    """How a folder becomes a dossier.

    Attributes:
        folder: the folder.
        config: the configuration that it has; otherwise the one that a new dossier begins with.
        config_file: the file that the configuration stands in; "" where the folder has none.
        example: whether an invented example is added.
        tour: whether the dossier is that of the tour.
    """

    folder: Path
    config: Config
    config_file: str
    example: bool
    tour: bool = False

    @property
    def shared_file(self) -> str:
        """The file of other programs that could hold a new configuration; "" where none is."""
        is_there = not self.config_file and (self.folder / SHARED_FILE).is_file()
        return SHARED_FILE if is_there else ""


def plan_dossier(folder: Path, *, bare: bool = False, tour: bool = False) -> DossierPlan:
    """Look at what a folder holds, and decide how it becomes a dossier; nothing is written.

    Args:
        folder: the folder; it need not be there.
        bare: whether to leave the invented example out. A folder that has claims, sources or a
            configuration already gets none in any case.
        tour: whether to begin the dossier of the tour instead.

    Raises:
        ProjectError: its configuration means nothing.
        ConflictError: that is a file; or the tour needs a folder without a dossier.
    """
    if file := next((path for path in (folder, *folder.parents) if path.is_file()), None):
        raise ConflictError(
            f"{file.as_posix()}: is a file", "name a folder; where it is not there, it is made"
        )
    config, config_file = _present_config(folder)
    begun = config_file or any((folder / name).exists() for name in (config.claims, config.sources))
    if tour and begun:
        raise ConflictError(
            f"{folder.as_posix()}: has a dossier already, and the tour needs a folder of its own",
            "name a new one: claimcheck init --tour tour",
        )
    return DossierPlan(folder, config, config_file, not begun and not bare and not tour, tour)


def make_folders(plan: DossierPlan) -> None:
    """Make the folders of a dossier that are missing.

    Raises:
        ConflictError: one cannot be made, or a file or a link is in its way.
    """
    folder = plan.folder
    paths = [folder / name for name in (modeline.FOLDER, plan.config.claims, plan.config.sources)]
    for path in paths:
        if path.is_symlink() or atomic.behind_link(path, folder):
            raise ConflictError(
                f"{path.as_posix()}: is a symbolic link; a dossier keeps plain folders"
            )
        if path.exists() and not path.is_dir():
            raise ConflictError(
                f"{path.as_posix()}: is a file, and a folder is needed", "move it elsewhere first"
            )
    for path in paths if journal.rehearsed() is None else ():
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = writing_clause(error)
            raise ConflictError(
                f"{path.as_posix()}: cannot be made: {why}", writing_help(error)
            ) from None


def dossier_files(plan: DossierPlan) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file of a dossier, each after those that it speaks of.

    The folders must be there, and the schemas, too, if the files are to name them.
    """
    folder, claims, sources = plan.folder, plan.config.claims, plan.config.sources
    parties = f"{sources}/{PARTIES_FILE}"
    people = tour_files.PARTIES if plan.tour else PARTIES
    yield parties, modeline.modeline(folder, "parties", parties) + people
    if plan.example:
        yield from _example(plan)
    if plan.tour:
        yield from _tour(plan)
    if plan.example or not (folder / claims).is_dir() or not any((folder / claims).iterdir()):
        # git keeps no empty folder, and a clone without claims/ would be no project.
        yield f"{claims}/.gitkeep", ""
    yield gitattributes.FILE, f"{gitattributes.line(plan.config)}\n"
    if not plan.config_file:
        settings = tour_files.CONFIG if plan.tour else CONFIG
        yield OWN_FILE, modeline.modeline(folder, "config", OWN_FILE) + settings


def add_file(plan: DossierPlan, path: str, text: str) -> bool:
    """Write a file of a dossier, unless there is one of that name.

    Args:
        plan: the dossier.
        path: the file's path, relative to the dossier's folder.
        text: what it is to hold.

    Returns:
        Whether it was written.

    Raises:
        ConflictError: it cannot be written.
    """
    file = plan.folder / path
    with conflicts.explained(file.as_posix()):
        try:
            if journal.rehearsed() is None:
                atomic.create(file, text.encode())
            elif file.exists() or file.is_symlink():
                return False
        except atomic.ExistsError:
            return False
        journal.note(plan.folder, path, None, text.encode())
    return True


def _present_config(folder: Path) -> tuple[Config, str]:
    if folder.is_dir():
        for name in (OWN_FILE, SHARED_FILE):
            if (folder / name).is_symlink() or (folder / name).exists():
                config = read_config(Folder(folder), name)
                if config is not None:
                    return config, name
    return Config(), ""


def _example(plan: DossierPlan) -> Iterator[tuple[str, str]]:
    claims, sources = plan.config.claims, plan.config.sources
    record, claim = f"{sources}/example-report.yaml", f"{claims}/example.yaml"
    sha256 = hashlib.sha256(EXAMPLE_TEXT.encode()).hexdigest()
    yield f"{sources}/example-report.txt", EXAMPLE_TEXT
    head = modeline.modeline(plan.folder, "source", record)
    yield record, head + EXAMPLE_RECORD.format(sha256=sha256)
    head = modeline.modeline(plan.folder, "claim", claim)
    yield claim, head + EXAMPLE_CLAIM.format(claims=claims, sources=sources)


def _tour(plan: DossierPlan) -> Iterator[tuple[str, str]]:
    for path, text in tour_files.source_files(plan.config.sources).items():
        is_record = path.endswith(".yaml")
        yield path, (modeline.modeline(plan.folder, "source", path) if is_record else "") + text
    for name, text in tour_files.CLAIMS.items():
        path = f"{plan.config.claims}/{name}.yaml"
        yield path, modeline.modeline(plan.folder, "claim", path) + text
