"""Give a claim or a source another id, wherever the old one is named.

Files, claims, records, signatures, articles and the baseline follow. A signature that held holds
afterwards, since an id is no part of what a person has read: its fingerprint is made anew of the
same words. One that did not hold still does not, and one that a key has made is left as it is, and
goes stale: only that key could sign the other id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from claimcheck.documents.draft import MAX_DOCUMENT_BYTES, read_draft
from claimcheck.dossier import baseline_file
from claimcheck.dossier.article_files import list_articles
from claimcheck.dossier.review_file import fingerprint, review_path
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.editing import conflicts
from claimcheck.editing.file_edit import FileEdit
from claimcheck.editing.ids import require_id
from claimcheck.editing.operations.note_markup import markup_of
from claimcheck.editing.splice import read_editable
from claimcheck.editing.values import with_value
from claimcheck.gate.check import check_project
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import PassageSnapshot
from claimcheck.model.errors import ProjectError, RequestError, UnreadableError
from claimcheck.system.overlay import EditedTree
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.dossier.article import Article, NoteCitation
    from claimcheck.dossier.project import Project
    from claimcheck.editing.values import KeyPath
    from claimcheck.model import AcceptedFinding, Claim, ClaimSnapshot, Dossier, Finding, Source

_NAMING_SOURCES: Final = ("origin", "supersedes")
_LISTED_BY: Final = {"claim": "list", "source": "source list"}
_MOST_MENTIONS: Final = 2_000  # of one id in one article
_BETWEEN_IDS: Final = re.compile(r"( < |, )")


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to become of the files of a project when an id changes.

    Attributes:
        edits: the files, the new one first and the old one last.
        by_hand: articles that name the old id and cannot be edited here, by path.
    """

    edits: tuple[FileEdit, ...]
    by_hand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    """An id, and the one that it is to become.

    `kind` is `claim` or `source`; `plain` says whether the id of an article's bracket that names no
    kind means it.
    """

    kind: str
    old: str
    new: str
    plain: bool

    def means(self, citation: NoteCitation) -> bool:
        """Whether an article's citation names the old id."""
        is_kind = citation.kind == self.kind or (self.plain and not citation.kind)
        return is_kind and citation.id == self.old


def rename_claim(
    project: Project, dossier: Dossier, claim: Claim, new_id: str, today: dt.date
) -> Renaming:
    """Return what gives a claim another id.

    Its file and its signatures move; claims that rest on it, signatures under them, articles and
    the baseline follow.

    Args:
        project: the project.
        dossier: its claims.
        claim: the claim.
        new_id: the id that it is to have.
        today: the day as of which the findings of a baseline are known again.

    Raises:
        RequestError: that can be no id, or is taken.
        EditError: a file cannot be edited without changing something else in it.
        ConflictError: a file cannot be read.
    """
    _refuse_unless_free(
        "claim", new_id, (other for other in dossier.claim_ids if other != claim.id)
    )
    if new_id == claim.id:
        return Renaming(())
    change = _Change("claim", claim.id, new_id, plain=True)
    moved = [_moved(project, claim.place.path, change)]
    signed, others = review_path(dossier, claim.id), review_path(dossier, new_id)
    if _is_there(project, signed):
        if _is_there(project, others):
            raise RequestError(
                f"{others} is there already: signatures of another claim",
                "move that file away first, or choose another id",
            )
        moved.append(_moved_review(project, signed, change))
    changed = [
        _edited(project, other.place.path, partial(_with_rests_on, change=change))
        for other in dossier.claims
        if claim.id in other.rests_on and other.id != claim.id
    ]
    changed += _signed(project, dossier, change)
    return _with_mentions(project, _joined(moved, changed), change, today)


def rename_source(
    project: Project, dossier: Dossier, source: Source, new_id: str, today: dt.date
) -> Renaming:
    """Return what gives a source another id.

    Its record moves; claims and records that name it, signatures under such claims, articles and
    the baseline follow. The files that it pins keep their names.

    Args:
        project: the project.
        dossier: its claims and sources.
        source: the source.
        new_id: the id that it is to have.
        today: the day as of which the findings of a baseline are known again.

    Raises:
        RequestError: that can be no id, or is taken.
        EditError: a file cannot be edited without changing something else in it.
        ConflictError: a file cannot be read.
    """
    others = [other for other in dossier.sources if other != source.id]
    _refuse_unless_free("source", new_id, others)
    if new_id == source.id:
        return Renaming(())
    change = _Change("source", source.id, new_id, plain=source.id not in dossier.claim_ids)
    naming = [
        claim.place.path
        for claim in dossier.claims
        if any(source.id in {item.source, item.origin} for item in claim.evidence)
    ]
    naming += [
        other.place.path
        for other in dossier.sources.values()
        if source.id in {other.origin, other.supersedes} and other.id != source.id
    ]
    changed = [
        _edited(project, path, partial(_with_source, change=change))
        for path in dict.fromkeys(naming)
    ]
    changed += _signed(project, dossier, change)
    moved = [_moved(project, source.place.path, change)]
    return _with_mentions(project, _joined(moved, changed), change, today)


def _refuse_unless_free(kind: str, new_id: str, taken: Iterable[str]) -> None:
    require_id(new_id, kind)
    if new_id.casefold() in map(str.casefold, taken):
        message = f"there is a claim '{new_id}' already"
        raise RequestError(
            message if kind == "claim" else f"'{new_id}' is taken already",
            f"choose another id; `claimcheck {_LISTED_BY[kind]}` shows those that are taken",
        )


def _is_there(project: Project, path: str) -> bool:
    try:
        project.tree.digest(path)
    except RefusedError:
        return False
    return True


def _edited(project: Project, path: str, edit: Callable[[bytes], bytes]) -> FileEdit:
    with conflicts.explained(path):
        before = project.tree.read(path).data
        return FileEdit(path, before, edit(before))


def _moved(project: Project, path: str, change: _Change) -> tuple[FileEdit, FileEdit]:
    """Return the edits that give a file with an id another name: what goes, and what comes."""
    folder = path[: -len(path.rpartition("/")[2])]
    with conflicts.explained(path):
        data = after = project.tree.read(path).data
        if read_editable(data).node("id") is not None:
            after = with_value(data, ("id",), change.new)
    return FileEdit(path, data, None), FileEdit(f"{folder}{change.new}.yaml", None, after)


def _moved_review(project: Project, path: str, change: _Change) -> tuple[FileEdit, FileEdit]:
    with conflicts.explained(path):
        data = project.tree.read(path).data
    # The comment at its head may name the file itself.
    after = re.sub(
        rb"(?m)^(#.*)\b" + re.escape(change.old.encode()) + rb"\b",
        rb"\g<1>" + change.new.encode(),
        data,
    )
    moved = f"{path.rpartition('/')[0]}/{change.new}.yaml"
    return FileEdit(path, data, None), FileEdit(moved, None, after)


def _joined(
    moved: Sequence[tuple[FileEdit, FileEdit]], changed: Iterable[FileEdit]
) -> list[FileEdit]:
    """Return edits so that nothing is lost when writing them ends halfway: what goes, goes last.

    On some file systems a name in other capitals is the same name, so that there it goes first.
    """
    gone, made = [old for old, _new in moved], [new for _old, new in moved]
    effective = [edit for edit in changed if edit.before != edit.after]
    same_name = any(old.path.casefold() == new.path.casefold() for old, new in moved)
    return [*gone, *made, *effective] if same_name else [*made, *effective, *gone]


def _with_rests_on(data: bytes, change: _Change) -> bytes:
    node = read_editable(data).node("rests_on")
    if isinstance(node, ScalarNode):
        return with_value(data, ("rests_on",), change.new)
    items = node.items if isinstance(node, SequenceNode) else ()
    names = [item.value for item in items if isinstance(item, ScalarNode)]
    renamed = tuple(change.new if name == change.old else name for name in names)
    return with_value(data, ("rests_on",), renamed)


def _with_source(data: bytes, change: _Change) -> bytes:
    for place in _places(data, change.old):
        data = with_value(data, place, change.new)
    return data


def _places(data: bytes, source_id: str) -> Iterator[KeyPath]:
    """Yield where a claim or a record names a source."""
    file = read_editable(data)
    for key in _NAMING_SOURCES:
        node = file.node(key)
        if isinstance(node, ScalarNode) and node.value == source_id:
            yield (key,)
    items = file.node("evidence")
    if not isinstance(items, SequenceNode):
        return
    for number, item in enumerate(items.items, 1):
        if not isinstance(item, MappingNode):
            continue
        for key in ("source", "origin"):
            _key, value = item.entries.get(key, (None, None))
            if isinstance(value, ScalarNode) and value.value == source_id:
                yield ("evidence", number, key)


def _signed(project: Project, dossier: Dossier, change: _Change) -> Iterator[FileEdit]:
    """Yield the edits of the signatures that name an id."""
    for claim_id, reviews in dossier.reviews.items():
        if change.kind == "claim" and claim_id == change.old:
            continue  # its own move
        renamed = [_renamed_snapshot(review.snapshot, change) for review in reviews]
        if all(review.snapshot == after for review, after in zip(reviews, renamed, strict=True)):
            continue
        path = review_path(dossier, claim_id)
        with conflicts.explained(path):
            before = after = project.tree.read(path).data
            for number, (review, new) in enumerate(zip(reviews, renamed, strict=True), 1):
                if review.signature is not None:
                    continue
                after = _with_snapshot(after, number, review.snapshot, new)
                if review.fingerprint == fingerprint(review.snapshot):
                    value = fingerprint(new)
                    after = with_value(after, ("reviews", number, "fingerprint"), value)
        if after != before:
            yield FileEdit(path, before, after)


def _renamed_snapshot(signed: ClaimSnapshot, change: _Change) -> ClaimSnapshot:
    if change.kind == "claim":
        return replace(signed, rests_on=_renamed_names(signed.rests_on, change))
    passages = tuple(
        replace(
            passage,
            source=_renamed_names(passage.source, change),
            chain=_renamed_names(passage.chain, change),
        )
        for passage in signed.passages
    )
    return replace(signed, passages=passages)


def _renamed_names(names: str, change: _Change) -> str:
    parts = _BETWEEN_IDS.split(names)
    return "".join(change.new if part == change.old else part for part in parts)


def _with_snapshot(data: bytes, number: int, before: ClaimSnapshot, after: ClaimSnapshot) -> bytes:
    if before.rests_on != after.rests_on:
        data = with_value(data, ("reviews", number, "rests_on"), after.rests_on)
    pairs = zip(before.passages, after.passages, strict=True)
    for position, (old, new) in enumerate(pairs, 1):
        for field in fields(PassageSnapshot):
            value = getattr(new, field.name)
            if getattr(old, field.name) != value:
                path = ("reviews", number, "passages", position, field.name)
                data = with_value(data, path, value)
    return data


def _with_mentions(
    project: Project, edits: list[FileEdit], change: _Change, today: dt.date
) -> Renaming:
    """Return edits with those of the articles and of the baseline, which follow them."""
    written, by_hand = _articles(project, change)
    last = next((at for at, edit in enumerate(edits) if edit.after is None), len(edits))
    at = last or len(edits)
    edits = [*edits[:at], *written, *edits[at:]]
    if baseline := _baseline(project, edits, change, today):
        edits.insert(at, baseline)
    return Renaming(tuple(edits), tuple(by_hand))


def _articles(project: Project, change: _Change) -> tuple[list[FileEdit], list[str]]:
    """Return the edits of the articles that name an id, and those that a person must edit."""
    edits, by_hand = [], []
    for entry in list_articles(project.tree, project.config)[0]:
        try:
            data = project.tree.read(entry.path, MAX_DOCUMENT_BYTES).data
            article = read_draft(entry.path, data)
        except (RefusedError, UnreadableError):
            continue
        if not any(map(change.means, article.citations)):
            continue
        after = _renamed_article(entry.path, data, article, change)
        if after is None:
            by_hand.append(entry.path)
        else:
            edits.append(FileEdit(entry.path, data, after))
    return edits, by_hand


def _renamed_article(path: str, data: bytes, article: Article, change: _Change) -> bytes | None:
    """Return an article that names the new id, and is the same otherwise; None where that fails."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if markup_of(path) is None:  # its bytes are not what a person typed
        return None
    plain = r"|(?<![\w.@])-?@\{?" if change.plain else ""
    mention = re.compile(
        rf"(?:\b{change.kind}\s*:\s*|\b{change.kind.capitalize()}:{plain})(?P<id>{re.escape(change.old)})(?![.:/-]*\w)"
    )
    spans = [match.span("id") for match in mention.finditer(text)]
    wanted = _named(article, change)
    everywhere = _replaced(text, spans, change.new)
    if _reads_as(path, everywhere, article, wanted):
        return everywhere
    # The article speaks of the id, too: in code, or in a link. What is no citation stays.
    effective: list[tuple[int, int]] = []
    for span in spans[:_MOST_MENTIONS]:
        single = _replaced(text, [span], change.new)
        if _reads_as(path, single, article, None):
            effective.append(span)
    some = _replaced(text, effective, change.new)
    return some if _reads_as(path, some, article, wanted) else None


def _named(article: Article, change: _Change) -> list[tuple[str, str, str]]:
    return [
        (citation.kind, change.new if change.means(citation) else citation.id, citation.words)
        for citation in article.citations
    ]


def _replaced(text: str, spans: Iterable[tuple[int, int]], new: str) -> bytes:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text.encode("utf-8")


def _reads_as(
    path: str, data: bytes, article: Article, wanted: list[tuple[str, str, str]] | None
) -> bool:
    """Whether an article has the running text of another, and names what is wanted of it.

    Args:
        path: its name.
        data: its bytes.
        article: the other article.
        wanted: the kinds, ids and words of its citations; None for anything else than the other's.
    """
    try:
        read = read_draft(path, data)
    except UnreadableError:
        return False
    cited = _names(read)
    names = cited == wanted if wanted is not None else cited != _names(article)
    return names and read.text == article.text


def _names(article: Article) -> list[tuple[str, str, str]]:
    """Return the kinds, ids and words of an article's citations."""
    return [(citation.kind, citation.id, citation.words) for citation in article.citations]


def _baseline(
    project: Project, edits: Sequence[FileEdit], change: _Change, today: dt.date
) -> FileEdit | None:
    """Return the edit after which a baseline accepts what it accepted before."""
    path = baseline_file.FILE
    with conflicts.explained(path):
        try:
            accepted = baseline_file.read_baseline(project.tree)
        except ProjectError:
            return None  # what is no baseline is told by every check
        if accepted is None or not accepted.accepted:
            return None
        before = project.tree.read(path).data
    tree = EditedTree(project.tree, {edit.path: edit.after for edit in edits})
    paths = _paths(edits, change)
    entries = _followed(
        accepted.accepted, *_findings_of(project, tree, today), paths=paths, change=change
    )
    after = baseline_file.baseline_text(entries).encode()
    return FileEdit(path, before, after) if after != before else None


def _paths(edits: Sequence[FileEdit], change: _Change) -> dict[str, str]:
    """Return what the files that are moved are called afterwards."""
    gone = [edit.path for edit in edits if edit.after is None]
    made = {edit.path for edit in edits if edit.before is None}
    after = {path: f"{path.rpartition('/')[0]}/{change.new}.yaml" for path in gone}
    return {old: new for old, new in after.items() if new in made}


def _findings_of(
    project: Project, tree: EditedTree, today: dt.date
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    config = project.config
    levels = severities(config)
    request = Request(today, levels, read_article=read_draft)
    before, state = check_project(project.tree, config, request)
    after, _state = check_project(tree, config, request, state)
    return before.findings, after.findings


def _followed(
    accepted: Iterable[AcceptedFinding],
    before: Sequence[Finding],
    after: Sequence[Finding],
    *,
    paths: Mapping[str, str],
    change: _Change,
) -> list[AcceptedFinding]:
    """Return the entries of a baseline as they are to be, each for the same finding as before.

    A finding is known again by its rule and its line: renaming moves none.

    Args:
        accepted: the entries.
        before: what the rules find now.
        after: what they find under the new id.
        paths: what moved files are called afterwards.
        change: the ids.
    """
    old = {entry.fingerprint: entry for entry in baseline_file.accepted_findings(before)}
    lines: dict[tuple[str, str, int | None], list[AcceptedFinding]] = {}
    for entry in baseline_file.accepted_findings(after):
        lines.setdefault((entry.rule, entry.path, entry.place.line), []).append(entry)
    renamed: dict[str, AcceptedFinding] = {}
    for entry in old.values():
        key = (entry.rule, paths.get(entry.path, entry.path), entry.place.line)
        if lines.get(key):
            renamed[entry.fingerprint] = lines[key].pop(0)
    return [renamed.get(entry.fingerprint) or _unknown(entry, paths, change) for entry in accepted]


def _unknown(entry: AcceptedFinding, paths: Mapping[str, str], change: _Change) -> AcceptedFinding:
    """Return an entry that fits no finding of today, under the new name of its file."""
    path = paths.get(entry.path, entry.path)
    message = entry.message.replace(f"'{change.old}'", f"'{change.new}'")
    return entry._replace(path=path, message=message) if path != entry.path else entry
