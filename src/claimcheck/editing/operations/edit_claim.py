"""Edits of a claim by its keys: set, take away, move, rename, conclude, allow, tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.dossier import claim_file, claim_value, strict_yaml
from claimcheck.dossier.keys import Form
from claimcheck.dossier.names import name_key
from claimcheck.dossier.review_file import review_path
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.editing import conflicts, quote_context
from claimcheck.editing.evidence import EvidenceToWrite, with_evidence
from claimcheck.editing.file_edit import FileEdit
from claimcheck.editing.splice import no_item, read_editable
from claimcheck.editing.values import with_value, without_item
from claimcheck.model.errors import RequestError
from claimcheck.system import atomic
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.dossier.keys import Key
    from claimcheck.dossier.project import Project
    from claimcheck.editing.values import KeyPath, Value
    from claimcheck.model import Claim, Dossier, Evidence

_LISTS: Final = frozenset({Form.TEXTS, Form.TAGS})
_COMPOUND: Final = frozenset({Form.MAPPING, Form.MAPPINGS, Form.REASONS_BY_RULE})
# Keys of a quote and of a translation as the command line names them.
_ITEM_PATHS: Final[Mapping[str, KeyPath]] = {
    "translation": ("translation", "text"),
    "translation_by": ("translation", "by"),
    **{key: ("quote", key) for key in quote_context.KEYS},
    **{key: ("value", key) for key in claim_value.VALUE_KEYS},
}


def edited_claim(
    project: Project, dossier: Dossier, claim: Claim, edit: Callable[[bytes], bytes]
) -> FileEdit:
    """Return what an edit makes of a claim's file; nothing is written.

    Args:
        project: the project.
        dossier: what the claim was read with.
        claim: the claim.
        edit: makes the file's bytes of those that it holds.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
        ConflictError: it cannot be read, or is not what it was when the claim was read: the number
            of an item, or the tags that there are, may be others now.
    """
    path = claim.place.path
    with conflicts.explained(path):
        before = project.tree.read(path).data
        if strict_yaml.text_of(before) != dossier.texts.get(path):
            raise atomic.ChangedError(path)
        return FileEdit(path, before, edit(before))


def set_values(data: bytes, values: Iterable[tuple[str, str]], number: int = 0) -> bytes:
    """Return a claim's file in which some keys have other values.

    Args:
        data: the file's bytes.
        values: keys with values; an empty value takes the key away, and a key of a list that is
            named several times gets as many entries.
        number: the evidence item that they are of, from 1; 0 for the claim's own keys.

    Raises:
        RequestError: there is no such key, or it has a command of its own, or one value and was
            given several.
        EditError: the file cannot be edited without changing something else in it.
    """
    keys = claim_file.EVIDENCE_KEYS if number else claim_file.KEYS
    grouped: dict[str, list[str]] = {}
    for name, value in values:
        grouped.setdefault(name, []).append(value)
    for name, texts in grouped.items():
        path, written = _path_and_value(name, texts, keys, data, number)
        data = quote_context.with_claim_value(data, path, written)
    return data


def _path_and_value(
    name: str, given: Sequence[str], keys: Mapping[str, Key], data: bytes, number: int
) -> tuple[KeyPath, Value]:
    if number and name in _ITEM_PATHS:
        several = tuple(given) if len(given) > 1 and name in claim_value.VALUE_KEYS else None
        if len(given) > 1 and not several:
            raise conflicts.given_twice(name)
        return ("evidence", number, *_ITEM_PATHS[name]), several or given[-1] or None
    key = keys.get(name)
    if key is None or (key.form in _COMPOUND and name != "quote"):
        raise _no_key(name, keys, number)
    if len(given) > 1 and key.form not in _LISTS:
        raise conflicts.given_twice(name)
    if name == "quote":
        in_selector = _quote_is_selector(data, number)
        rest: KeyPath = ("quote", "exact") if in_selector else ("quote",)
        return ("evidence", number, *rest), given[-1] or None
    value: Value = given[-1] or None
    if key.form in _LISTS:
        parts = [part for text in given for part in _parts(text, key.form)]
        value = (parts[0] if len(parts) == 1 and key.form is Form.TEXTS else tuple(parts)) or None
    return ("evidence", number, name) if number else (name,), value


def _parts(text: str, form: Form) -> list[str]:
    parts = text.split(",") if form is Form.TAGS else [text]
    return [part.strip() for part in parts if part.strip()]


def _no_key(name: str, keys: Mapping[str, Key], number: int) -> RequestError:
    commands = {
        "verdict": "claimcheck verdict",
        "allow": "claimcheck allow",
        "id": "claimcheck rename",
        "evidence": "claimcheck link",
    }
    if not number and name in commands:
        return RequestError(f"'{name}' is not set so", f"use `{commands[name]} …`")
    names = [key for key, value in keys.items() if value.form not in _COMPOUND or key == "quote"]
    what = "an evidence item" if number else "a claim"
    hint = did_you_mean(name, [*names, *(_ITEM_PATHS if number else commands)])
    if not number and not hint:
        of_items = did_you_mean(name, [*claim_file.EVIDENCE_KEYS, *_ITEM_PATHS])
        hint = of_items and f"{of_items} say first of which evidence item, by its number"
    return RequestError(f"{what} has no key '{name}'", hint or f"there are {', '.join(names)}")


def _quote_is_selector(data: bytes, number: int) -> bool:
    items = read_editable(data).node("evidence")
    if not isinstance(items, SequenceNode) or not 0 < number <= len(items.items):
        raise no_item(number)
    item = items.items[number - 1]
    quote = item.entries.get("quote") if isinstance(item, MappingNode) else None
    return quote is not None and not isinstance(quote[1], ScalarNode)


def without_evidence(data: bytes, number: int) -> bytes:
    """Return a claim's file without one evidence item.

    Raises:
        EditError: there is no such item, or the file cannot be edited without changing more.
    """
    return without_item(data, "evidence", number)


def with_copied_evidence(data: bytes, item: Evidence) -> bytes:
    """Return a claim's file with an item of another claim, the last of its list.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
    """
    data = with_evidence(
        data,
        EvidenceToWrite(
            item.source,
            item.stance,
            item.quote if item.quoted else None,
            item.speaker,
            item.rationale,
            item.page,
            claim_value.written(item.value) if item.value else None,
        ),
    )
    items = read_editable(data).node("evidence")
    number = len(items.items) if isinstance(items, SequenceNode) else 0
    translation = item.translation
    more: tuple[tuple[KeyPath, str | None], ...] = (
        (("by",), str(item.basis) if item.basis else None),
        (("origin",), item.origin),
        (("translation", "text"), translation.text if translation else None),
        (("translation", "by"), translation.by if translation else None),
    )
    for path, value in more:
        if value is not None:
            data = with_value(data, ("evidence", number, *path), value)
    return data


def conclude(  # noqa: PLR0913 - one parameter a key
    data: bytes,
    *,
    status: str,
    by: str,
    on: dt.date,
    rationale: str = "",
    rating: str = "",
) -> bytes:
    """Return a claim's file with a person's verdict.

    A reason and a rating that were given for another status are no part of it.

    Args:
        data: the file's bytes.
        status: what the person concludes.
        by: who signs it.
        on: the day.
        rationale: why; where none is given, an earlier one of the same status stays.
        rating: a word of the project's own list; where none is given, likewise.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
    """
    values = {"status": status, "by": by, "on": on.isoformat()}
    values |= {"rating": rating} if rating else {}
    values |= {"rationale": rationale} if rationale else {}
    earlier = read_editable(data).node("verdict")
    _key, written = (
        earlier.entries.get("status", (None, None))
        if isinstance(earlier, MappingNode)
        else (None, None)
    )
    if isinstance(written, ScalarNode) and written.value != status:
        for key in {"rating", "rationale"} - values.keys():
            data = with_value(data, ("verdict", key), None)
    for key, value in values.items():
        data = with_value(data, ("verdict", key), value)
    return data


def with_allowance(data: bytes, rule: str, reason: str) -> bytes:
    """Return a claim's file that allows a rule with a reason.

    Args:
        data: the file's bytes.
        rule: the rule.
        reason: why; "" takes the allowance away.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
    """
    if reason:
        return with_value(data, ("allow", rule), reason)
    allowed = read_editable(data).node("allow")
    if isinstance(allowed, MappingNode) and set(allowed.entries) == {rule}:
        return with_value(data, ("allow",), None)
    return with_value(data, ("allow", rule), None)


def with_tags(data: bytes, claim: Claim, added: Iterable[str], removed: Iterable[str]) -> bytes:
    """Return a claim's file with some tags more, and some less.

    Args:
        data: the file's bytes.
        claim: the claim as it was read.
        added: the tags to add.
        removed: the tags to take away.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
    """
    gone = set(map(name_key, removed))
    # Capitals and blanks make no other tag.
    there = set(map(name_key, claim.tags))
    lacking = (tag for tag in added if name_key(tag) not in there)
    tags = tuple(tag for tag in dict.fromkeys((*claim.tags, *lacking)) if name_key(tag) not in gone)
    return data if tags == claim.tags else with_value(data, ("tags",), tags or None)


def removal(
    project: Project, dossier: Dossier, claim: Claim, *, force: bool = False
) -> list[FileEdit]:
    """Return the edits that remove a claim and its signatures.

    Args:
        project: the project.
        dossier: its claims.
        claim: the claim.
        force: whether to remove it though others rest on it.

    Raises:
        RequestError: others rest on it.
    """
    resting = [other.id for other in dossier.claims if claim.id in other.rests_on]
    if resting and not force:
        raise RequestError(
            f"claim '{claim.id}' is needed by {', '.join(resting)}",
            "take it out of their `rests_on` first, or use --force",
        )
    edits = [FileEdit(claim.place.path, project.tree.read(claim.place.path).data, None)]
    path = review_path(dossier, claim.id)
    try:
        edits.append(FileEdit(path, project.tree.read(path).data, None))
    except RefusedError:
        return edits
    return edits
