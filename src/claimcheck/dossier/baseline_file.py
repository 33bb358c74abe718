"""The baseline: findings that a project accepted when it adopted the gate, as a committed file.

One entry a line, sorted, with the words of the finding, so that a reviewer can read what is
accepted and a difference shows what came and went.
"""

from __future__ import annotations

import json
import re
from posixpath import basename, splitext
from typing import TYPE_CHECKING

from claimcheck.dossier.fingerprint import fingerprints, message_of, without_id
from claimcheck.dossier.merge_marks import CONFLICT, conflict_line
from claimcheck.model import AcceptedFinding, Baseline, Place
from claimcheck.model.errors import ProjectError
from claimcheck.system.plain_files import MissingError, RefusedError
from claimcheck.text import strict_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model import Finding
    from claimcheck.system.tree import Tree

FILE = "claimcheck-baseline.json"
SCHEMA, SCHEMA_VERSION = "claimcheck/baseline", 1
OWN_RULE = "baseline-unused"
# They are about one change, and go with it: nobody can accept them for good.
_NEVER_ACCEPTED = frozenset(
    {
        OWN_RULE,
        "allow-added",
        "claims-gone",
        "pin-changed",
        "safeguard-removed",
        "settings-weakened",
    }
)
_MAX_BYTES = 16 << 20
_MAX_ENTRIES = 50_000
_KEYS = ("fingerprint", "rule", "path", "message")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_FINGERPRINT_WRITTEN = re.compile(r'"fingerprint": ?"([0-9a-f]{64})"')


def read_baseline(tree: Tree) -> Baseline | None:
    """Read a project's baseline; None when it has none.

    Raises:
        ProjectError: the file is there and is no baseline. Taken for an empty one it would fail
            the gate for old findings, and half of one would hide that it was cut.
    """
    try:
        data = tree.read(FILE, _MAX_BYTES).data
    except MissingError:
        return None
    except RefusedError as error:
        raise _refused(f"cannot be read: {error}") from None
    try:
        text = data.decode("utf-8")
        value = strict_json.parse(text)
    except (ValueError, RecursionError) as error:
        if line := conflict_line(data.decode(errors="replace")):
            remedy = "keep the entries of both sides, each once, then check again"
            raise ProjectError(f"{FILE}: {CONFLICT} (line {line})", help=remedy) from None
        raise _refused(f"is not well-formed JSON: {_reason(error)}") from None
    return Baseline(FILE, tuple(_entries(value, text)))


def baseline_text(accepted: Iterable[AcceptedFinding]) -> str:
    """Return the text of a baseline file: sorted, one entry a line, ASCII only."""
    ordered = sorted(
        accepted, key=lambda entry: (entry.path, entry.rule, entry.message, entry.fingerprint)
    )
    lines = [json.dumps({key: getattr(entry, key) for key in _KEYS}) for entry in ordered]
    entries = ",\n".join(f"    {line}" for line in lines)
    body = f"[\n{entries}\n  ]" if lines else "[]"
    return (
        f'{{\n  "schema": "{SCHEMA}",\n  "schema_version": {SCHEMA_VERSION},\n'
        f'  "findings": {body}\n}}\n'
    )


def accepted_findings(findings: Sequence[Finding]) -> list[AcceptedFinding]:
    """Return the entries that accept findings; what is about a change alone is left out."""
    return [
        AcceptedFinding(
            fingerprint, finding.rule, finding.place.path, finding.message, finding.place
        )
        for fingerprint, finding in zip(fingerprints(findings), findings, strict=True)
        if finding.rule not in _NEVER_ACCEPTED
    ]


def match_baseline(
    baseline: Baseline, findings: Sequence[Finding]
) -> tuple[frozenset[int], tuple[AcceptedFinding, ...]]:
    """Match a baseline with findings.

    An entry counts only when its words are the finding's too: what a reviewer read in the file is
    what is accepted. A claim that was renamed since may have another path and another id.

    Returns:
        The positions, from 0, of the findings that are accepted, and the entries that none of
        them fits.
    """
    entries = {
        entry.fingerprint: entry for entry in baseline.accepted if entry.rule not in _NEVER_ACCEPTED
    }
    accepted = {}
    for position, mark in enumerate(fingerprints(findings)):
        entry = entries.get(mark)
        if entry is not None and _says(entry, findings[position]):
            accepted[mark] = position
    unused = tuple(entry for entry in baseline.accepted if entry.fingerprint not in accepted)
    return frozenset(accepted.values()), unused


def _says(entry: AcceptedFinding, finding: Finding) -> bool:
    """Whether an entry of one fingerprint has the rule, the place and the words of a finding."""
    if entry.rule != finding.rule:
        return False
    if not finding.subject:
        return (entry.path, entry.message) == (finding.place.path, finding.message)
    # A claim's file is named by its id, and so is the review of it.
    claim = splitext(basename(entry.path))[0]
    return without_id(entry.message, claim) == message_of(finding)


def _entries(value: object, text: str) -> list[AcceptedFinding]:
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise _refused(f'is no baseline: it does not begin with "schema": "{SCHEMA}"')
    version = value.get("schema_version")
    if type(version) is not int or version != SCHEMA_VERSION:
        raise _refused(f"is of another version; this claimcheck reads version {SCHEMA_VERSION}")
    listed = value.get("findings")
    if set(value) != {"schema", "schema_version", "findings"} or not isinstance(listed, list):
        raise _refused("must hold schema, schema_version and a list of findings, and nothing else")
    if len(listed) > _MAX_ENTRIES:
        raise _refused(f"holds more than {_MAX_ENTRIES:,} findings")
    lines = _lines(text)
    entries, seen = [], set[str]()
    for number, entry in enumerate(listed, 1):
        if (
            not isinstance(entry, dict)
            or set(entry) != set(_KEYS)
            or not all(isinstance(part, str) for part in entry.values())
            or not _FINGERPRINT.fullmatch(entry["fingerprint"])
        ):
            raise _refused(f"entry {number} must hold {', '.join(_KEYS)}, and nothing else")
        if entry["fingerprint"] in seen:
            raise _refused(f"entry {number} repeats a fingerprint")
        seen.add(entry["fingerprint"])
        place = Place(FILE, lines.get(entry["fingerprint"], 0))
        entries.append(AcceptedFinding(**entry, place=place))
    return entries


def _lines(text: str) -> dict[str, int]:
    """Return the line, from 1, on which each fingerprint is written."""
    return {
        fingerprint: number
        for number, line in enumerate(text.split("\n"), 1)
        for fingerprint in _FINGERPRINT_WRITTEN.findall(line)
    }


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)[:200]


def _refused(problem: str) -> ProjectError:
    return ProjectError(
        f"{FILE}: {problem}", help="restore it from git, or remove it and run `claimcheck baseline`"
    )
