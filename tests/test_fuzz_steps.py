"""What the search for slow inputs found once: the work for it grows no faster than it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.scripts import script

FUZZ = Path(__file__).parent.parent / "fuzz"
if not FUZZ.exists():
    pytest.skip("the fuzz targets are not part of this copy", allow_module_level=True)

STEPS = script(FUZZ / "steps.py")
FINDS = sorted((FUZZ / "slow").glob("*.json"))
SAMPLES = [STEPS.Shape(target, "The bridge ", "a b-\n", " is safe.") for target in STEPS.TARGETS]


@pytest.mark.parametrize("path", FINDS, ids=[path.stem for path in FINDS])
def test_the_work_for_a_find_grows_with_its_length_alone(path: Path) -> None:
    shape = STEPS.Shape(**json.loads(path.read_text("utf-8")))
    target = STEPS.TARGETS[shape.target]

    once, twice = (STEPS.lines_run(target, shape.text(length)) for length in (4_000, 8_000))

    assert twice < 3 * once + 1000


@pytest.mark.parametrize("shape", SAMPLES, ids=lambda shape: shape.target)
def test_every_target_reads_any_text(shape: object) -> None:
    target = STEPS.TARGETS[shape.target]  # type: ignore[attr-defined] # a script's own class

    assert STEPS.lines_run(target, shape.text(200)) > 0  # type: ignore[attr-defined] # the same
