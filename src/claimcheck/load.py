"""Files in, Dossier out: reads everything, never judges, never stops at the first flaw."""

from __future__ import annotations

import posixpath
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import yaml_text
from claimcheck.claim_file import read_claim
from claimcheck.fields import Flaws, is_id, shown
from claimcheck.files import RefusedError
from claimcheck.model import Config, Dossier, Flaw, Place
from claimcheck.opening import Folder
from claimcheck.parallel import mapped
from claimcheck.parties_file import read_parties
from claimcheck.project import ProjectError, find
from claimcheck.register import Register
from claimcheck.review_file import read_reviews
from claimcheck.source_record import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.model import Claim, Party, Review, Source
    from claimcheck.tree import Entry, Tree

PARTIES_FILE = "parties.yaml"
_YAML_SUFFIXES = (".yaml", ".yml")
# Some third of a second's work: less is done before a second process is.
_MANY_CLAIMS = 1500


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
        project = find(Path(root))
        return load(project.root, project.config)
    return load_tree(Folder(Path(root)), config)


def load_tree(tree: Tree, config: Config) -> Dossier:
    """Read a project's claims, sources and parties from wherever its files are.

    Raises:
        ProjectError: a folder that the configuration names is not there.
    """
    return _Loading(tree, config).dossier()


class _Loading:
    """The state of one load: what was read so far."""

    def __init__(self, tree: Tree, config: Config) -> None:
        self.tree = tree
        self.config = config
        self.flaws: list[Flaw] = []
        self.texts: dict[str, str] = {}
        self.unread: list[str] = []
        self.met: list[str] = []

    def dossier(self) -> Dossier:
        read: dict[str, Party] = {}
        parties_path = f"{self.config.sources}/{PARTIES_FILE}"
        sources = dict(self._sources(parties_path, read))
        register = Register(read)
        parties = {party.id: register.in_party(party) for party in read.values()}
        claims = [register.in_claim(claim) for claim in self._claims()]
        return Dossier(
            config=self.config,
            claims=tuple(sorted(claims, key=lambda claim: claim.id)),
            sources={name: register.in_source(sources[name]) for name in sorted(sources)},
            parties=parties,
            reviews=dict(self._reviews()),
            unread=tuple(sorted(self.unread)),
            unrecorded=tuple(sorted(self._unrecorded(sources))),
            flaws=tuple(sorted(self.flaws, key=lambda flaw: flaw.place)),
            texts=self.texts,
        )

    def _claims(self) -> Iterator[Claim]:
        files = []
        for path, claim_id in self._records("claims", self.config.claims):
            try:
                data = self.tree.read(path, yaml_text.MAX_BYTES).data
            except RefusedError as error:
                flaws = Flaws(path, claim=claim_id)
                _note_unreadable(path, error, flaws)
                self.flaws += flaws.found
                self.unread.append(path)
            else:
                files.append((path, claim_id, data))
        for (path, _claim_id, _data), read in zip(
            files, mapped(_read_claim, files, _MANY_CLAIMS), strict=True
        ):
            claim, self.texts[path], found = read
            self.flaws += found
            if claim is not None:
                yield claim
            else:
                self.unread.append(path)

    def _sources(
        self, parties_path: str, parties: dict[str, Party]
    ) -> Iterator[tuple[str, Source]]:
        for path, source_id in self._records("sources", self.config.sources):
            if path == parties_path:
                flaws = Flaws(path)
                if (document := self._read(path, flaws)) is not None:
                    parties.update(read_parties(document, flaws))
            else:
                flaws = Flaws(path, source=source_id)
                if (document := self._read(path, flaws)) is not None:
                    source = read_source(document, source_id, self.tree, flaws)
                    if source is not None:
                        yield source_id, source
            self.flaws += flaws.found

    def _reviews(self) -> Iterator[tuple[str, tuple[Review, ...]]]:
        for path, claim_id in self._records("reviews", self.config.reviews, optional=True):
            flaws = Flaws(path, claim=claim_id)
            if (document := self._read(path, flaws)) is not None:
                yield claim_id, read_reviews(document, flaws)
            self.flaws += flaws.found

    def _read(self, path: str, flaws: Flaws) -> yaml_text.Document | None:
        try:
            data = self.tree.read(path, yaml_text.MAX_BYTES).data
        except RefusedError as error:
            _note_unreadable(path, error, flaws)
            return None
        document = yaml_text.read(data)
        self.texts[path] = document.text
        return document

    def _records(
        self, key: str, folder: str, *, optional: bool = False
    ) -> Iterator[tuple[str, str]]:
        """Yield path and id of each YAML file below a folder; note why others are not read."""
        try:
            entries = self.tree.entries(folder)
        except RefusedError as error:
            if optional:
                return
            raise ProjectError(
                f"the {key} folder {folder}/ cannot be read: {error}",
                help=f"create it, or set `{key}` in the configuration to the folder that you use",
            ) from None
        seen: dict[str, str] = {}
        for entry in entries:
            flaws_before = len(self.flaws)
            stem = self._stem(entry)
            if stem is None:
                if key == "claims" and len(self.flaws) > flaws_before:
                    self.unread.append(entry.path)
                elif key == "sources":
                    self.met.append(entry.path)
                continue
            first = seen.setdefault(unicodedata.normalize("NFC", stem).casefold(), entry.path)
            if first != entry.path:
                message = f"the id {shown(stem)} is taken already, by {first}"
                help_text = "rename one of the two files; ids that differ only in capitals are one"
                self.flaws.append(Flaw("duplicate-id", message, Place(entry.path), help_text))
                if key == "claims":
                    self.unread.append(entry.path)
                continue
            yield entry.path, stem

    def _unrecorded(self, sources: Mapping[str, Source]) -> Iterator[str]:
        """Yield the documents in the sources folder that no record names."""
        named = {pin.path for source in sources.values() for pin in source.pins}
        for path in self.met:
            name = posixpath.basename(path)
            if path not in named and not name.startswith((".", "README", "LICENSE")):
                yield path

    def _stem(self, entry: Entry) -> str | None:
        name = posixpath.basename(entry.path)
        stem, suffix = posixpath.splitext(name)
        if name.lower() in _YAML_SUFFIXES:
            stem, suffix = "", name
        if _is_debris(name) or (suffix.lower() not in _YAML_SUFFIXES and not entry.trouble):
            return None
        place = Place(entry.path)
        if entry.trouble:
            message, remedy = (
                f"this is not read: {entry.trouble}",
                "put a plain file here, or remove it",
            )
        elif suffix != ".yaml":
            message, remedy = f"a file ending in {suffix} is not read", "rename it to end in .yaml"
        elif not is_id(stem):
            message = f"{shown(stem)} cannot be an id"
            remedy = "name the file with letters, digits, dots, hyphens and underscores"
        else:
            return stem
        self.flaws.append(Flaw("malformed-file", message, place, remedy))
        return None


def _note_unreadable(path: str, error: RefusedError, flaws: Flaws) -> None:
    flaws.note(f"the file cannot be read: {error}", Place(path))


def _read_claim(file: tuple[str, str, bytes]) -> tuple[Claim | None, str, list[Flaw]]:
    """Read one claim's file: what it claims, its text, and its flaws."""
    path, claim_id, data = file
    flaws = Flaws(path, claim=claim_id)
    document = yaml_text.read(data)
    return read_claim(document, claim_id, flaws), document.text, flaws.found


def _is_debris(name: str) -> bool:
    """Whether a name is what editors and file managers leave behind."""
    return name.startswith((".#", "._")) or name.endswith(("~", ".swp", ".swo", ".tmp"))
