# ruff: noqa: INP001 - a script, no package
"""Fuzz one target with atheris: `python fuzz/run.py load -max_total_time=600 CORPUS`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found] # installed where fuzzing is done, see README.md

sys.path[0] = str(Path(__file__).parent)

with atheris.instrument_imports(include=["claimcheck"]):
    from targets import TARGETS


def main() -> None:
    """Fuzz until the time is over or something is found; libFuzzer writes the input that broke."""
    name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.exit(f"usage: run.py {'|'.join(TARGETS)} [libFuzzer's options] [CORPUS]")
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
