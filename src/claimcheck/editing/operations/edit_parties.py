"""Edits of the parties file: add, set, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.parties_file import read_parties
from claimcheck.dossier.yaml_nodes import MappingNode
from claimcheck.editing import conflicts
from claimcheck.editing.file_edit import FileEdit
from claimcheck.editing.ids import require_id
from claimcheck.editing.scalars import in_flow
from claimcheck.editing.values import with_value
from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import MissingError
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.dossier.project import Project
    from claimcheck.editing.values import Value
    from claimcheck.model import Dossier, Flaw


def parties_path(project: Project) -> str:
    """Return the parties file, relative to the project's root."""
    return f"{project.config.sources}/parties.yaml"


def added_party(
    project: Project, dossier: Dossier, party: str, values: Mapping[str, Value]
) -> FileEdit:
    """Return the edit that adds a party.

    Args:
        project: the project.
        dossier: its parties.
        party: the new party's id.
        values: its `name`, `aliases` and `parent`; what is None is left out.

    Raises:
        RequestError: that can be no id, is taken, or the parent is no party; or nobody could tell
            the parties apart.
        EditError: the file cannot be edited without changing something else in it.
    """
    require_id(party, "party")
    if party in dossier.parties:
        raise RequestError(f"there is a party '{party}' already", f"claimcheck party set {party} …")
    _refuse_parent(values.get("parent"), dossier)
    path, before = parties_path(project), _data(project)
    fields = ", ".join(f"{key}: {_in_flow(value)}" for key, value in values.items() if value)
    ending = b"" if not before or before.endswith(b"\n") else b"\n"
    line = f"{party}: {{{fields}}}\n".encode()
    after = (before or b"") + ending + line
    root = strict_yaml.read(before or b"").root
    if isinstance(root, MappingNode) and root.flow:
        after = before or b""
        with conflicts.explained(path):
            for key, value in values.items():
                after = with_value(after, (party, key), value or None)
    conflicts.refuse_new_flaws(_flaws(path, before or b""), _flaws(path, after))
    return FileEdit(path, before, after)


def changed_party(
    project: Project, dossier: Dossier, party: str, values: Mapping[str, Value]
) -> FileEdit:
    """Return the edit that gives a party other values; None takes a key away.

    Args:
        project: the project.
        dossier: its parties.
        party: the party's id.
        values: other values, by key.

    Raises:
        RequestError: there is no such party, or the parent is none; or nobody could tell the
            parties apart.
        EditError: the file cannot be edited without changing something else in it.
    """
    _refuse_unless_party(party, dossier)
    _refuse_parent(values.get("parent"), dossier)
    path = parties_path(project)
    before = after = _data(project) or b""
    with conflicts.explained(path):
        for key, value in values.items():
            after = with_value(after, (party, key), value)
    conflicts.refuse_new_flaws(_flaws(path, before), _flaws(path, after))
    return FileEdit(path, before, after)


def without_party(
    project: Project, dossier: Dossier, party: str, *, force: bool = False
) -> FileEdit:
    """Return the edit that removes a party.

    Args:
        project: the project.
        dossier: its parties, claims and sources.
        party: the party's id.
        force: whether to remove it though it is named.

    Raises:
        RequestError: there is no such party, or it is named somewhere.
        EditError: the file cannot be edited without changing something else in it.
    """
    _refuse_unless_party(party, dossier)
    users = _users(party, dossier)
    if users and not force:
        raise RequestError(
            f"party '{party}' is named by {', '.join(users)}",
            "name another party there first, or use --force",
        )
    path = parties_path(project)
    before = _data(project) or b""
    with conflicts.explained(path):
        return FileEdit(path, before, with_value(before, (party,), None))


def _users(party: str, dossier: Dossier) -> list[str]:
    users = [
        f"claim '{claim.id}'"
        for claim in dossier.claims
        if party in {*claim.claimants, *claim.interested}
        or any(item.speaker == party for item in claim.evidence)
    ]
    users += [
        f"source '{name}'" for name, source in dossier.sources.items() if source.outlet == party
    ]
    users += [
        f"party '{name}'"
        for name, party_record in dossier.parties.items()
        if party_record.parent == party
    ]
    return users


def _flaws(path: str, data: bytes) -> list[Flaw]:
    log = FlawLog(path)
    read_parties(strict_yaml.read(data), log)
    return log.flaws


def _refuse_unless_party(party: str, dossier: Dossier) -> None:
    if party not in dossier.parties:
        hint = did_you_mean(party, dossier.parties) or "`claimcheck party list` shows every party"
        raise RequestError(f"there is no party '{party}'", hint)


def _refuse_parent(parent: Value, dossier: Dossier) -> None:
    if isinstance(parent, str) and parent not in dossier.parties:
        hint = did_you_mean(parent, dossier.parties) or f"claimcheck party add {parent} --name …"
        raise RequestError(f"the parent '{parent}' is no party", hint)


def _data(project: Project) -> bytes | None:
    try:
        return project.tree.read(parties_path(project)).data
    except MissingError:
        return None


def _in_flow(value: Value) -> str:
    return in_flow(value) if isinstance(value, str) else f"[{', '.join(map(in_flow, value or ()))}]"
