# ruff: noqa: INP001, S311, T201 - a script, no package; chance without secrets; it prints
"""Try a sample of what mutmut makes of anchoring, by all tests that run the changed functions.

`make sampled-mutmut` has mutmut make them, and measure which test runs which function. Here some of
them are drawn by a seed, of each module as many as it has a share in all. Each is tried in a fork
of one process that has collected the tests, quick tests first, until one fails: what is judged is
the same as with `make mutants`, in a tenth of the time. A mutant may take of the processor what its
tests took, and half a minute more; beyond that it never ends, and is counted apart.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from mutants import Failures, run_test, waited_for

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants"  # where mutmut writes
MODULES = "src/claimcheck/anchor"
_MORE_SECONDS = 30


def drawn(size: int, seed: int) -> list[str]:
    """Return the names of so many mutants, spread over modules as all of them are.

    Args:
        size: how many.
        seed: of chance.
    """
    names = {
        path: sorted(json.loads(path.read_text("utf-8"))["exit_code_by_key"])
        for path in sorted((MUTANTS / MODULES).rglob("*.meta"))
    }
    total = sum(map(len, names.values()))
    shares = {path: size * len(every) / total for path, every in names.items()}
    counts = {path: int(share) for path, share in shares.items()}
    missing = size - sum(counts.values())
    for path in sorted(names, key=lambda path: counts[path] - shares[path])[:missing]:
        counts[path] += 1
    return [
        name
        for path, every in names.items()
        for name in random.Random(f"{seed} {path.relative_to(ROOT)}").sample(every, counts[path])
    ]


class _Judge:
    """Runs in the place of pytest's own loop."""

    def __init__(self, names: list[str]) -> None:
        self._names = names
        stats = json.loads((MUTANTS / "mutmut-stats.json").read_text("utf-8"))
        self._tests: dict[str, list[str]] = stats["tests_by_mangled_function_name"]
        self._seconds: dict[str, float] = stats["duration_by_test"]
        self._items: dict[str, pytest.Item] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._session = session
        self._items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        verdicts: Counter[str] = Counter()
        for name in self._names:
            verdict = self._verdict(name)
            verdicts[verdict] += 1
            if verdict != "killed":
                print(f"{verdict}: {name}", flush=True)
        killed = verdicts["killed"] + verdicts["endless"]
        print(
            f"{len(self._names)} mutants: {killed} killed ({verdicts['endless']} of them never "
            f"ended), {verdicts['alive']} alive: {100 * killed / len(self._names):.1f} %"
        )
        return True

    def _verdict(self, name: str) -> str:
        every = self._tests.get(name.rpartition("__mutmut_")[0], [])
        tests = sorted(
            (test for test in every if test in self._items), key=self._seconds.__getitem__
        )
        child = os.fork()
        if not child:
            os._exit(self._first_failure(name, tests))
        status = waited_for(child, _MORE_SECONDS + sum(map(self._seconds.__getitem__, tests)))
        if status is None:
            return "endless"
        return "killed" if status else "alive"

    def _first_failure(self, name: str, tests: list[str]) -> bool:
        """Run tests until one fails; whether one did."""
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.environ["MUTANT_UNDER_TEST"] = name
        failures = Failures()
        self._session.config.pluginmanager.register(failures)
        items = [self._items[test] for test in tests]
        try:
            for number in range(len(items)):
                run_test(items, number)
                if failures.names:
                    return True
        except BaseException:  # noqa: BLE001 - whatever ends the tests is a failure
            return True
        return False


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, default=500, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    names = drawn(options.sample, options.seed)
    os.chdir(MUTANTS)
    sys.path.insert(0, str(MUTANTS / "src"))
    os.environ["MUTANT_UNDER_TEST"] = ""
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    tests = settings["pytest_add_cli_args_test_selection"]
    # The first failure is enough; telling where it was would take longer than most tests.
    arguments = ["-q", "-x", "--tb=no", "-p", "no:xdist", *settings["pytest_add_cli_args"], *tests]
    sys.exit(pytest.main(arguments, plugins=[_Judge(names)]))


if __name__ == "__main__":
    main()
