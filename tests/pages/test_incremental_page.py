"""The table of docs/incremental.md: each of its edits makes a check look at the claims it says."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.project import find_project
from claimcheck.gate.check import check_project
from claimcheck.gate.incremental.changes import Changes
from claimcheck.gate.incremental.state import ClaimResult
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from claimcheck.gate.incremental.state import State

    Files = dict[str, str | bytes]
    Write = Callable[[Files], Path]

PAGE = (ROOT / "docs" / "incremental.md").read_text("utf-8")
# What a claim's result tells, and nothing that it depends on.
TOLD = {
    "items", "unchecked", "unjudged", "omissions", "signed_omissions", "tags", "findings",
    "allowed", "status", "rests_on", "rests_on_place",
}  # fmt: skip
TEXT = "The bridge was closed on Monday. Nobody was hurt, and the ferry ran all day."


def source(name: str, text: str = TEXT, **more: str) -> Files:
    lines = {"title": name, "file": f"{name}.txt", **more}
    lines.setdefault("sha256", hashlib.sha256(text.encode()).hexdigest())
    record = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return {f"sources/{name}.yaml": record, f"sources/{name}.txt": text}


def claim(cited: str, quote: str = "The bridge was closed on Monday", **more: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in {"claim": "So it is.", **more}.items())
    return f"{lines}evidence:\n  - source: {cited}\n    stance: supports\n    quote: {quote}\n"


SIGNED = (
    "reviews:\n  - by: {}\n    on: 2026-01-02\n    claim: So it is.\n    passages: []\n"
    f"    fingerprint: sha256:{'0' * 64}\n"
)
PROJECT: Files = {
    **source("daily"), **source("wire"), **source("radio", origin="wire"), **source("uncited"),
    **source("newer", supersedes="daily"),
    "sources/parties.yaml": "town: {name: Town of Elm}\n",
    "claims/plain.yaml": claim("daily"),
    "claims/dated.yaml": claim("wire", kind="state"),
    "claims/repeated-1.yaml": claim("radio"),
    "claims/repeated-2.yaml": claim("radio"),
    "claims/lost-1.yaml": claim("radio", "The bridge was closed on Sunday"),
    "claims/lost-2.yaml": claim("radio", "The bridge was open on Monday"),
    "claims/lost-3.yaml": claim("radio", "The bridge was closed on Tuesday"),
    "claims/early.yaml": claim("wire", claimed_on=f"{TODAY + dt.timedelta(9)}"),
    "claims/named.yaml": claim("radio", claimant="A Passer-by"),
    "reviews/plain.yaml": SIGNED.format("ana"),
}  # fmt: skip
CLAIMS = sum(name.startswith("claims/") for name in PROJECT)
LOST, CITE_RADIO = 3, 6
NOTHING: Files = {}
# By the table's first column: what is edited, what is asked, and how many claims it concerns.
EDITS: dict[str, tuple[Files, dict[str, object], int]] = {
    "the claim's file": ({"claims/plain.yaml": claim("daily", tags="[x]")}, {}, 1),
    "the review of the claim": ({"reviews/plain.yaml": SIGNED.format("ben")}, {}, 1),
    "the day": (NOTHING, {"today": TODAY + dt.timedelta(1)}, 2),
    "a source": (source("daily", TEXT + " And so on."), {}, 1 + LOST),
    "an origin": (source("wire", TEXT + " And so on."), {}, 2 + CITE_RADIO),
    "a newer capture": (source("newer", f"{TEXT} So on.", supersedes="daily"), {}, 1 + LOST),
    "any source, though not cited": (source("uncited", TEXT + " And so on."), {}, LOST),
    "which files there are": ({"sources/gone.txt": TEXT}, {}, 1),
    "nothing, but a document is not the one that was pinned": (NOTHING, {}, 1),
    "whom a plain name means": (source("uncited", publisher="a passer-by"), {}, 1 + LOST),
    "the parties": ({"sources/parties.yaml": "town: {name: Elm}\n"}, {}, CLAIMS),
    "nothing, but a format shows the claims themselves": (NOTHING, {"keep_claims": True}, CLAIMS),
}
# What a row needs in the project beside the rest.
GIVEN: dict[str, Files] = {
    "which files there are": {"claims/unknown.yaml": claim("gone")},
    "nothing, but a document is not the one that was pinned": source("daily", sha256="0" * 64),
}


def looked_at(root: Path, previous: State | None, **settings: object) -> tuple[int, State | None]:
    """Check a project; return how many claims were looked at, and the state."""
    project = find_project(root)
    counted = []

    def progress(claims: int) -> AbstractContextManager[None]:
        counted.append(claims)
        return contextlib.nullcontext()

    request = Request(TODAY, severities(project.config), progress=progress)
    request = dataclasses.replace(request, **settings)  # type: ignore[arg-type]
    _report, state = check_project(project.tree, project.config, request, previous)
    return counted[0], state


@pytest.mark.parametrize("changed", EDITS)
def test_an_edit_makes_a_check_look_at_the_claims_that_the_table_names(
    changed: str, write: Write
) -> None:
    edit, settings, expected = EDITS[changed]
    given = PROJECT | GIVEN.get(changed, NOTHING)
    first, state = looked_at(write(given), None)
    assert first == sum(name.startswith("claims/") for name in given)

    assert looked_at(write(edit), state, **settings)[0] == expected


def test_the_table_has_these_rows() -> None:
    rows = re.findall(r"^\| ([^|`]+) \|[^|]+\| `gate", PAGE, re.MULTILINE)

    assert rows == list(EDITS)


def test_a_check_without_an_edit_looks_at_nothing(write: Write) -> None:
    root = write(PROJECT)

    assert looked_at(root, looked_at(root, None)[1])[0] == 0


def test_the_table_names_all_that_a_result_depends_on() -> None:
    named = set(re.findall(r"`gate\.incremental\.state\.ClaimResult\.(\w+)`", PAGE))
    compared = set(re.findall(r"`gate\.incremental\.changes\.Changes\.(\w+)`", PAGE))

    assert named == set(ClaimResult._fields) - TOLD
    assert compared == {field.name for field in dataclasses.fields(Changes)}
