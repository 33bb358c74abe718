"""What is kept between checks: a base, and what has changed since."""

from __future__ import annotations

import pytest

from claimcheck.gate.incremental.delta import Delta


def test_what_changed_is_told_from_what_is_the_same_object() -> None:
    same = ["same"]
    base = {"a": same, "b": ["old"], "c": ["gone"]}
    entries = {"a": same, "b": ["new"], "d": ["more"]}

    delta = Delta.between(base, entries)

    assert (delta.changed, delta.removed) == ({"b": ["new"], "d": ["more"]}, ["c"])
    assert delta.applied_to(base) == entries
    with pytest.raises(KeyError):
        delta.applied_to({"a": same})


def test_a_new_base_is_written_when_much_has_changed() -> None:
    changed = {str(number): number for number in range(50)}
    removed = [str(number) for number in range(50)]

    assert not Delta({"a": 1}, ["b"]).is_large(1_000)
    assert not Delta({"a": 1}, []).is_large(16), "one of sixteen may lie beside the base"
    assert Delta({"a": 1}, []).is_large(15)
    assert Delta(changed, removed).is_large(100)
    assert Delta(changed, []).is_large(50)
    assert Delta({}, removed).is_large(50)
