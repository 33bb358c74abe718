"""What the fuzzers were given or found, replayed, and random YAML trees and edits beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.scripts import script

FUZZ = Path(__file__).parent.parent / "fuzz"
if not FUZZ.exists():
    pytest.skip("the fuzz targets are not part of this copy", allow_module_level=True)

TARGETS = script(FUZZ / "targets.py").TARGETS
INPUTS = sorted((FUZZ / "regressions").glob("*/*"))
KEYS = st.sampled_from(
    [
        "claim",
        "evidence",
        "source",
        "stance",
        "quote",
        "exact",
        "prefix",
        "verdict",
        "status",
        "by",
        "on",
        "allow",
        "tags",
        "kind",
        "reviews",
        "fingerprint",
        "passages",
        "name",
        "parent",
        "claimed_on",
        "review_by",
        "interested",
        "x",
    ]
)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["supports", "doc1", "refuted", "state", "2024-01-02", "sha256:" + "0" * 64]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=30,
)  # fmt: skip


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_fuzzers_input_breaks_nothing(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@given(TREES)
@settings(deadline=None)
def test_any_tree_is_answered(tree: object) -> None:
    TARGETS["load"](json.dumps(tree).encode())


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_answered(data: bytes) -> None:
    for target in TARGETS.values():
        target(data)


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 9), st.binary(max_size=4)), max_size=6)
)
@settings(deadline=None)
def test_a_claim_edited_anyhow_is_answered(edits: list[tuple[int, int, bytes]]) -> None:
    data = (FUZZ / "regressions" / "load" / "seed-claim").read_bytes() * 3
    for start, length, new in edits:
        data = data[:start] + new + data[start + length :]
    TARGETS["load"](data)
