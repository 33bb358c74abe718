"""Which files a project has, and what each of them is."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.dossier.fields import is_id
from claimcheck.model import Config, Flaw, Place
from claimcheck.model.errors import ProjectError
from claimcheck.system.folder import RESERVED_PREFIXES, is_reserved
from claimcheck.system.plain_files import ALLOW_READING, DeniedError, RefusedError, reading_remedy
from claimcheck.text.confusables import latin_letters
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.system.tree import Tree, TreeEntry


PARTIES_FILE = "parties.yaml"


_PARTIES = "parties"


# Most names are of this kind, which can be ids, and need no closer look.
_USUAL = re.compile(rf"/((?!{RESERVED_PREFIXES})[a-z0-9][a-z0-9_-]{{0,98}})\.yaml\Z")


PAGE_ENDINGS: Final = (".htm", ".html", ".xhtml")
# Of all that `claimcheck.documents.readers` read but plain text, which people keep as notes. The
# readers lie above this package: a test holds this list to theirs.
DOCUMENT_ENDINGS: Final = (
    *PAGE_ENDINGS, ".csv", ".docm", ".docx", ".dotx", ".eml", ".epub", ".geojson", ".json",
    ".jsonl", ".mht", ".mhtml", ".ndjson", ".odp", ".ods", ".odt", ".ott", ".parquet", ".pdf",
    ".ppsx", ".pptm", ".pptx", ".pq", ".rtf", ".srt", ".tab", ".tsv", ".vtt", ".wacz", ".warc",
    ".warc.gz", ".xlsm", ".xlsx", ".xltx",
)  # fmt: skip
_YAML_SUFFIXES = (".yaml", ".yml")
# In a name whose letters are those that they look like: `x.yaml.bak`, `x.yamI`, `x.ymal`.
_LIKE_YAML = re.compile(r"\.(?:ya?m[li1|]|ymal|yalm|yam|yaaml|yamll)(?![a-z0-9])")
_RIGHT_TO_LEFT = "\u202e"
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"})


class Listing(NamedTuple):
    """A project's files by what they are: paths by the ids that they stand for, sorted by path.

    `parties` is the path of the parties file, if there is one. `documents` are the other files in
    the sources folder, `unread` files in the claims folder that are no claim's, `unread_records`
    files in that of the sources that are named as records, and are none; `flaws` say why.
    """

    claims: Mapping[str, str]
    sources: Mapping[str, str]
    reviews: Mapping[str, str]
    parties: str
    documents: tuple[str, ...]
    unread: tuple[str, ...]
    unread_records: tuple[str, ...]
    flaws: tuple[Flaw, ...]

    @property
    def orphans(self) -> dict[str, str]:
        """The reviews of claims that are not there."""
        return {
            claim_id: path for claim_id, path in self.reviews.items() if claim_id not in self.claims
        }

    @property
    def yaml_files(self) -> frozenset[str]:
        """The paths of all claims, records, reviews and of the parties file."""
        folders = (self.claims, self.sources, self.reviews)
        paths = {path for files in folders for path in files.values()}
        return frozenset(paths | {self.parties} if self.parties else paths)


def list_files(tree: Tree, config: Config) -> Listing:
    """Say which files a project has, and note why others are not read.

    Raises:
        ProjectError: a folder that the configuration names is not there.
    """
    claims = _YamlFiles(tree, "claims", config.claims)
    sources, parties = _sources(tree, config)
    reviews = _YamlFiles(tree, "reviews", config.reviews)
    return Listing(
        claims.paths,
        sources.paths,
        reviews.paths,
        parties,
        tuple(sources.others),
        tuple(claims.refused),
        tuple(path for path in sources.refused if path.lower().endswith(_YAML_SUFFIXES)),
        (*claims.flaws, *sources.flaws, *reviews.flaws),
    )


def list_claims(tree: Tree, config: Config) -> Mapping[str, str]:
    """Return the paths of the claims' files by id, sorted by path.

    Raises:
        ProjectError: the folder of claims is not there.
    """
    return _YamlFiles(tree, "claims", config.claims).paths


def list_sources(tree: Tree, config: Config) -> Mapping[str, str]:
    """Return the paths of the sources' records by id, sorted by path.

    Raises:
        ProjectError: the folder of sources is not there.
    """
    return _sources(tree, config)[0].paths


def _sources(tree: Tree, config: Config) -> tuple[_YamlFiles, str]:
    """List the sources' records, and say where the parties file is, if there is one."""
    listed, parties = _YamlFiles(tree, "sources", config.sources), ""
    if listed.paths.get(_PARTIES) == f"{config.sources}/{PARTIES_FILE}":
        parties = listed.paths.pop(_PARTIES)
    return listed, parties


class _YamlFiles:
    """The YAML files below a folder: ids and paths of those that are records, flaws of others."""

    def __init__(self, tree: Tree, key: str, folder: str) -> None:
        self.paths: dict[str, str] = {}
        self.others: list[str] = []
        self.refused: list[str] = []
        self.flaws: list[Flaw] = []
        try:
            entries = tree.entries(folder)
        except RefusedError as error:
            is_denied = isinstance(error, DeniedError)
            if key == "reviews" and not is_denied:
                return
            remedy = f"create it, or set `{key}` in the configuration to the folder that you use"
            raise ProjectError(
                f"the {key} folder {folder}/ cannot be read: {error}",
                help=ALLOW_READING if is_denied else remedy,
            ) from None
        seen: dict[str, str] = {}
        for entry in entries:
            path, read_error = entry
            usual = None if read_error else _USUAL.search(path)
            if usual and (stem := usual[1]) not in seen:
                self.paths[stem] = seen[stem] = path
            else:
                # What lies beside records is a document, whatever it is called.
                self._take(entry, seen, strict=key != "sources")

    def _take(self, entry: TreeEntry, seen: dict[str, str], *, strict: bool) -> None:
        stem, flaw = _stem(entry)
        if stem is None and flaw is None and strict:
            flaw = _look_alike(entry.path) or _document(entry.path)
        if flaw is not None:
            self.flaws.append(flaw)
            self.refused.append(entry.path)
        if stem is None:
            # A record of which nothing can be read is no document to be pinned.
            if flaw is None or not (
                entry.read_error or entry.path.lower().endswith(_YAML_SUFFIXES)
            ):
                self.others.append(entry.path)
            return
        folded = stem if stem.isascii() else unicodedata.normalize("NFC", stem)
        first = seen.setdefault(folded.casefold(), entry.path)
        if first != entry.path:
            message = f"the id {short_repr(stem)} is taken already, by {first}"
            help_text = "rename one of the two files; ids that differ only in capitals are one"
            self.flaws.append(Flaw("duplicate-id", message, Place(entry.path), help_text))
            self.refused.append(entry.path)
        else:
            self.paths[stem] = entry.path


def _stem(entry: TreeEntry) -> tuple[str | None, Flaw | None]:
    """Return the id that a file's name stands for, or what is wrong with it; neither for others."""
    name = posixpath.basename(entry.path)
    # `splitext` takes the dots that a name begins with for no ending.
    stem, dot, ending = name.rpartition(".")
    suffix = dot + ending
    if _is_debris(name) or (suffix.lower() not in _YAML_SUFFIXES and not entry.read_error):
        return None, None
    if entry.read_error:
        message, remedy = (
            f"this is not read: {entry.read_error}",
            reading_remedy(entry.read_error, "put a plain file here, or remove it"),
        )
    elif suffix != ".yaml":
        message, remedy = f"a file ending in {suffix} is not read", "rename it to end in .yaml"
    elif not is_id(stem):
        message = f"{short_repr(stem)} cannot be an id"
        remedy = (
            "Windows keeps this name for a device: give the file another"
            if is_reserved(stem)
            else "name the file with letters from a to z, digits, dots, hyphens and underscores"
        )
    else:
        return stem, None
    return None, Flaw("malformed-file", message, Place(entry.path), remedy)


def _look_alike(path: str) -> Flaw | None:
    """Say of a file that is not read that its name is much like one that would be."""
    name = posixpath.basename(path)
    visible = "".join(char for char in name if unicodedata.category(char) not in _UNSEEN)
    letters = latin_letters(unicodedata.normalize("NFKC", visible)).casefold()
    # An override has a screen show what follows it from its end: `lmay.x` as `x.yaml`.
    shown = (letters, letters[::-1]) if _RIGHT_TO_LEFT in name else (letters,)
    if _is_debris(name) or not any(map(_LIKE_YAML.search, shown)):
        return None
    message = f"{short_repr(name)} is not read, though it is named much like a file that is"
    return Flaw(
        "malformed-file",
        message,
        Place(path),
        "rename it to end in .yaml, or take it out of the folder",
    )


def _document(path: str) -> Flaw | None:
    """Say of a document that it lies where only YAML files are read."""
    name = posixpath.basename(path)
    if _is_debris(name) or not name.lower().endswith(DOCUMENT_ENDINGS):
        return None
    return Flaw(
        "malformed-file",
        f"{short_repr(name)} is a document, and is not read here",
        Place(path),
        f"pin it with `claimcheck source add {path}`, then take it out of this folder",
    )


def _is_debris(name: str) -> bool:
    """Whether a name is what editors and file managers leave behind."""
    return name.startswith((".#", "._")) or name.endswith(("~", ".swp", ".swo", ".tmp"))


def unrecorded(listing: Listing, pinned: Iterable[str]) -> tuple[str, ...]:
    """Return the documents in the sources folder that no record names, given all that are named."""
    named = set(pinned)
    return tuple(
        path
        for path in listing.documents
        if path not in named and not posixpath.basename(path).startswith((".", "README", "LICENSE"))
    )
