# ruff: noqa: INP001, S311, T201 - a script, no package; chance without secrets; it prints
"""Change one expression of our code at a time, and see whether a test fails.

`make sampled-mutants` does so for a sample, chosen by a seed, of the changes of each module of a
group: `dossier` (with `system` and the entry point), `gate`, `anchor` or `documents`. A comparison
is turned round, an operand, an argument or an element left out, a branch taken always or never, a
statement skipped, a bound a thousand times as large. Each mutant is judged by the tests that run
its lines and by those of its module, quick ones first, in a process of its own; those that survive
are judged once more, by more of these tests. `--again 120` judges those that an earlier run left
alive, by all of these tests that take two minutes together.

Modules are changed where they lie, since tests start processes that read them: run it in a copy of
the repository that nobody works in, as `make sampled-mutants` does. `equivalent.txt` names mutants
that were read and found to say the same in other words, or to cost time alone, with the reason;
they are counted.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import gc
import itertools
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

import coverage
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
JUDGED = BUILD / "mutants.jsonl"
EQUIVALENT = Path(__file__).with_name("equivalent.txt")


@dataclass(frozen=True, slots=True)
class Group:
    """Modules and folders whose changes are judged by the same tests."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


# Tests of browsers and editors' programs take long, and run no other lines of these modules.
GROUPS = {
    # What reads.
    "dossier": Group(
        (
            "src/claimcheck/system", "src/claimcheck/dossier", "src/claimcheck/__main__.py",
            "src/claimcheck/cli/replay.py", "src/claimcheck/cli/result.py",
        ),
        (
            "tests/system", "tests/dossier", "tests/gate", "tests/assessment", "tests/rules",
            "tests/editing/test_operations.py", "tests/formats/test_file_schema.py",
            "tests/test_dossier.py", "tests/hostile/test_reader.py", "tests/cli/test_entry.py",
            "tests/cli/test_cli.py", "tests/cli/test_review_keys.py", "tests/cli/test_review.py",
            "tests/cli/test_result.py", "tests/cli/test_output.py", "tests/cli/test_readonly.py",
            "tests/cli/test_report.py", "tests/cli/test_article.py", "tests/cli/test_watch.py",
            "tests/cli/test_source_stamp.py", "tests/cli/test_value.py",
            "tests/cli/test_rename.py", "tests/cli/test_init.py", "tests/cli/test_wrapped.py",
        ),
    ),
    # What judges.
    "gate": Group(
        ("src/claimcheck/gate", "src/claimcheck/gate/incremental"),
        (
            "tests/gate", "tests/rules", "tests/assessment", "tests/system/test_cache.py",
            "tests/system/test_parallel.py", "tests/system/test_commit_tree.py",
            "tests/editing/test_operations.py", "tests/dossier/test_load.py",
            "tests/documents/test_articles.py", "tests/test_dossier.py", "tests/cli/test_cli.py",
            "tests/cli/test_article.py", "tests/cli/test_review_keys.py",
            "tests/cli/test_review.py", "tests/cli/test_documents_and_texts.py",
            "tests/cli/test_absent_documents.py", "tests/cli/test_output.py",
            "tests/cli/test_value.py", "tests/cli/test_watch.py", "tests/cli/test_report.py",
        ),
    ),
    # What finds quotations; texts made to take forever bound what a mutant would take.
    "anchor": Group(
        (
            "src/claimcheck/anchor", "src/claimcheck/anchor/languages/__init__.py",
            "src/claimcheck/anchor/languages/vocabulary.py",
        ),
        (
            "tests/anchor", "--ignore=tests/anchor/test_adversarial.py",
            "tests/assessment/test_attributions.py",
            "tests/assessment/test_passages.py", "tests/assessment/test_like_names.py",
            "tests/assessment/test_assess.py", "tests/assessment/test_article_parts.py",
            "tests/assessment/test_article_speech.py", "tests/assessment/test_article_alignment.py",
            "tests/assessment/test_article_arithmetic.py",
            "tests/assessment/test_article_names.py",
            "tests/assessment/test_article_relative_dates.py",
            "tests/assessment/test_article_paraphrases.py",
            "tests/assessment/test_article_sound.py", "tests/assessment/test_article_tables.py",
            "tests/gate/test_check.py", "tests/gate/test_incremental_effort.py",
            "tests/rules/test_cases.py", "tests/search/test_find.py",
        ),
    ),
    # What fetches documents, and takes their text out in a child process.
    "documents": Group(
        tuple(
            f"src/claimcheck/documents/{name}.py"
            for name in (
                "child", "document", "extract", "extract_cache", "fetch", "originals", "reader",
                "reextract",
            )
        ),
        (
            "tests/documents/test_fetch.py", "tests/documents/test_extract.py",
            "tests/documents/test_document.py", "tests/documents/test_readers.py",
            "tests/documents/test_doubt.py", "tests/documents/test_charset.py",
            "tests/documents/test_truncation.py", "tests/cli/test_source.py",
            "tests/cli/test_source_web.py", "tests/cli/test_source_folder.py",
            "tests/cli/test_source_media.py", "tests/cli/test_source_watch.py",
            "tests/cli/test_documents_and_texts.py", "tests/cli/test_absent_documents.py",
            "tests/cli/test_pin.py", "tests/cli/test_captures.py", "tests/cli/test_quote.py",
        ),
    ),
}  # fmt: skip
# Tests that start processes run lines that are not seen from here.
OWN_TESTS = {
    "__main__": ("tests/cli/test_entry.py", "tests/cli/test_cli.py"),
    "result": ("tests/cli/test_wrapped.py", "tests/cli/test_entry.py"),
    "replay": ("tests/cli/test_entry.py", "tests/system/test_cache.py"),
    "git": ("tests/system/test_git", "tests/system/test_commit_tree.py"),
    "terminal": ("tests/system/test_screen.py",),
    "standard_input": ("tests/system/test_programs.py",),
    "checkout": ("tests/system/test_programs.py",),
    "stamps": ("tests/cli/test_source_stamp.py",),
    "child": ("tests/documents/test_extract.py",),
    "report": ("tests/gate/test_totals.py",),
    "articles": ("tests/cli/test_article.py", "tests/gate/test_c"),
    "change": ("tests/gate/test_change.py", "tests/gate/test_settings.py"),
    "check": ("tests/gate/test_incremental", "tests/gate/test_check.py"),
    "claims": ("tests/gate/test_incremental",),
    "changes": ("tests/gate/test_incremental",),
    "state": ("tests/gate/test_incremental", "tests/system/test_cache.py"),
}
_SETTINGS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore"]
_SETTINGS += ["--hypothesis-profile", "mutants"]
_UNSEEN = "no function is changed"
_LONGEST_SILENCE = 30  # seconds without work: such a process waits for what never comes
_MOST_MEMORY = 4 << 30
_LARGE = 1000  # times as large is a bound that is gone
_SMALLEST_BOUND = 3  # smaller numbers are places and counts
_COMPARISONS = {
    ast.Eq: ["!="], ast.NotEq: ["=="], ast.Lt: ["<=", ">="], ast.LtE: ["<", ">"],
    ast.Gt: [">=", "<="], ast.GtE: [">", "<"], ast.In: ["not in"], ast.NotIn: ["in"],
    ast.Is: ["is not"], ast.IsNot: ["is"],
}  # fmt: skip
# Left out, these change nothing where files are UTF-8 and no argument is wrong, or a page alone.
_HARMLESS_ARGUMENTS = {"check", "encoding", "strict", "example"}
# What only type checkers, the interpreter's memory and `import *` see.
_NAMES_LEFT_ALONE = {"TYPE_CHECKING", "__all__", "__slots__", "Literal"}
_EMPTY = {"None", "True", "False", '""', 'b""', "()", "[]", "{}", "0", "set()", "frozenset()"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module in which `old`, at the byte `start`, reads `new`.

    `scope` names the classes and functions around it; `runs_late` is false for what runs while the
    module is imported.
    """

    path: str
    line: int
    end_line: int
    scope: str
    runs_late: bool
    old: str
    new: str
    start: int

    @property
    def key(self) -> str:
        """What names it while other lines of its module change."""
        return "\t".join((self.path, self.scope, _flat(self.old), _flat(self.new)))

    def applied(self, source: bytes) -> bytes:
        """Return the module as it reads with the change."""
        end = self.start + len(self.old.encode())
        return source[: self.start] + self.new.encode() + source[end:]


def _flat(code: str) -> str:
    return re.sub(r"\s+", " ", code)


class _Module:
    """Collects the mutants of one module."""

    def __init__(self, path: Path) -> None:
        self.path = str(path.relative_to(ROOT))
        self.source = path.read_bytes()
        self.tree = ast.parse(self.source)
        self.starts = [0]
        for line in self.source.split(b"\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }
        self.mutants: dict[tuple[int, str, str], Mutant] = {}

    def collect(self) -> list[Mutant]:
        for node in ast.walk(self.tree):
            collect = getattr(self, f"_of_{type(node).__name__.lower()}", None)
            if collect and not self._is_left_alone(node):
                collect(node)
        return list(self.mutants.values())

    def _code(self, node: ast.AST) -> str:
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        return self.source[start:end].decode()

    def _above(self, node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        while node in self.parents:
            yield node, self.parents[node]
            node = self.parents[node]

    def _is_left_alone(self, node: ast.AST) -> bool:
        """Whether nothing that runs, or only the words of an error, would change."""
        return any(self._holds_no_code(above, below) for below, above in self._above(node))

    def _holds_no_code(self, node: ast.AST, part: ast.AST) -> bool:
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Raise():
                return True
            case ast.AnnAssign():
                return part is node.annotation
            case ast.FunctionDef() | ast.ClassDef():
                return part not in node.body
            case ast.If(test=name) | ast.Assign(targets=[name]) | ast.Subscript(value=name):
                return self._code(name) in _NAMES_LEFT_ALONE
        return False

    def _add(self, node: ast.AST, new: str) -> None:
        functions = ast.FunctionDef | ast.AsyncFunctionDef
        around = [above for _, above in self._above(node)]
        names = [each.name for each in around if isinstance(each, functions | ast.ClassDef)]
        runs_late = any(isinstance(each, functions | ast.Lambda) for each in around)
        start = self.starts[node.lineno - 1] + node.col_offset
        mutant = Mutant(
            self.path, node.lineno, node.end_lineno, ".".join(reversed(names)), runs_late,
            self._code(node), new, start,
        )  # fmt: skip
        with contextlib.suppress(SyntaxError):
            ast.parse(mutant.applied(self.source))
            if mutant.old != new:
                self.mutants[start, mutant.old, new] = mutant

    def _of_compare(self, node: ast.Compare) -> None:
        parts = [node.left, *node.comparators]
        if len(node.ops) == 1:
            left, right = map(self._code, parts)
            for sign in _COMPARISONS[type(node.ops[0])]:
                self._add(node, f"{left} {sign} {right}")
            return
        for left, right in itertools.pairwise(parts):
            start = self.starts[left.lineno - 1] + left.col_offset
            end = self.starts[right.end_lineno - 1] + right.end_col_offset
            self._add(node, f"({self.source[start:end].decode()})")

    def _of_boolop(self, node: ast.BoolOp) -> None:
        values = [f"({self._code(value)})" for value in node.values]
        sign, other = (" and ", " or ") if isinstance(node.op, ast.And) else (" or ", " and ")
        self._add(node, f"({other.join(values)})")
        for number in range(len(values)):
            self._add(node, f"({sign.join(values[:number] + values[number + 1 :])})")

    def _of_unaryop(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._add(node, f"({self._code(node.operand)})")

    def _of_constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value))
        elif isinstance(node.value, int):
            is_bound = node.value >= _SMALLEST_BOUND
            self._add(node, f"({node.value} * {_LARGE})" if is_bound else str(node.value + 1))

    def _of_return(self, node: ast.Return) -> None:
        if node.value is None or self._code(node.value) in _EMPTY:
            return
        function = next(
            above for _, above in self._above(node) if isinstance(above, ast.FunctionDef)
        )
        kind = self._code(function.returns) if function.returns else ""
        if kind == "bool":
            self._add(node.value, f"not ({self._code(node.value)})")
        elif "None" in kind:
            self._add(node.value, "None")
        elif kind in {"str", "bytes", "int"}:
            self._add(node.value, f"{kind}()")
        elif kind.startswith(("list", "tuple", "frozenset", "set", "dict")):
            self._add(node.value, f"type({self._code(node.value)})()")

    def _of_raise(self, node: ast.Raise) -> None:
        self._add(node, "pass")

    _of_continue = _of_break = _of_augassign = _of_raise

    def _of_expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom | ast.Await):
            self._add(node, "pass")

    def _of_if(self, node: ast.If | ast.IfExp) -> None:
        if self._code(node.test) not in _NAMES_LEFT_ALONE:
            self._add(node.test, "False")
            self._add(node.test, "True")

    _of_ifexp = _of_if

    def _of_binop(self, node: ast.BinOp) -> None:
        self._add(node, f"({self._code(node.left)})")
        self._add(node, f"({self._code(node.right)})")

    def _of_call(self, node: ast.Call) -> None:
        for keyword in node.keywords:
            if keyword.arg and keyword.arg not in _HARMLESS_ARGUMENTS:
                parts = [*node.args, *(other for other in node.keywords if other is not keyword)]
                self._add(node, f"{self._code(node.func)}({', '.join(map(self._code, parts))})")

    def _of_tuple(self, node: ast.Tuple | ast.Set | ast.List) -> None:
        if len(node.elts) > 1 and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            before, after = {ast.Tuple: "()", ast.Set: "{}", ast.List: "[]"}[type(node)]
            for element in node.elts:
                rest = [self._code(other) for other in node.elts if other is not element]
                self._add(node, f"{before}{', '.join(rest)},{after}")

    _of_set = _of_list = _of_tuple


def modules_of(names: Iterable[str]) -> list[Path]:
    """Return the modules that are named, and those of folders that are."""
    paths = [(ROOT / name).resolve() for name in names]
    return [
        each for path in paths for each in (sorted(path.glob("*.py")) if path.is_dir() else [path])
    ]


def sample(paths: Iterable[Path], size: int, seed: int) -> tuple[list[Mutant], int]:
    """Return so many mutants of each module, by chance, and how many more are equivalent.

    Args:
        paths: the modules.
        size: how many of each; 0 for all.
        seed: of chance.
    """
    same = set(EQUIVALENT.read_text("utf-8").splitlines()) if EQUIVALENT.exists() else set()
    chosen, equivalent = [], 0
    for path in paths:
        mutants = _Module(path).collect()
        random.Random(f"{seed} {path.name}").shuffle(mutants)
        drawn = mutants[: size or None]
        chosen += [mutant for mutant in drawn if mutant.key not in same]
        equivalent += sum(mutant.key in same for mutant in drawn)
    return chosen, equivalent


@dataclass(frozen=True, slots=True)
class Tests:
    """Which tests run which lines, by path and number, and how many seconds each takes.

    The lines have the positions of tests in `tests`.
    """

    tests: list[str]
    lines: dict[str, dict[str, list[int]]]
    seconds: dict[str, float]

    def of(self, mutant: Mutant, patience: float) -> list[str]:
        """Return the tests that judge a mutant: its module's first, its package's, and quick ones.

        Args:
            mutant: the mutant.
            patience: how many seconds they may take together, where no test has failed.
        """
        _src, _package, *folders, name = mutant.path.removesuffix(".py").split("/")
        package = "/".join(("tests", *folders[:1], ""))
        own = (*OWN_TESTS.get(name, ()), f"{package}test_{name.strip('_')}")
        lines = self.lines.get(mutant.path, {})
        numbers = {str(number) for number in range(mutant.line, mutant.end_line + 1)}
        if not mutant.runs_late or not any(map(lines.get, numbers)):
            numbers = set(lines)  # of what runs in an import, nobody was told
        names = {self.tests[test] for number in numbers for test in lines.get(number, ())}
        names |= {test for test in self.seconds if test.startswith(own)}
        names = names or {test for test in self.seconds if test.startswith(package)}
        chosen, total = [], 0.0

        def order(test: str) -> tuple[bool, bool, float, str]:
            is_own = test.startswith(OWN_TESTS.get(name, own))
            return not is_own, not test.startswith(package), self.seconds[test], test

        for test in sorted(names, key=order):
            if total + self.seconds[test] <= patience or not chosen:
                total += self.seconds[test]
                chosen.append(test)
        return chosen


class Failures:
    """Remembers which tests fail."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take down a failure."""
        if report.failed:
            self.names.append(report.nodeid)


def run_test(items: list[pytest.Item], number: int) -> None:
    """Run one of some tests, which are run in this order."""
    following = items[number + 1] if number + 1 < len(items) else None
    items[number].config.hook.pytest_runtest_protocol(item=items[number], nextitem=following)


def measure(session: pytest.Session, paths: list[Path]) -> dict[str, object]:
    """Run all tests, and return which lines each runs, and how long each takes.

    Args:
        session: with the tests.
        paths: the modules whose lines count.
    """
    cover = coverage.Coverage(data_file=None, include=list(map(str, paths)), config_file=False)
    failures, seconds = Failures(), {}
    session.config.pluginmanager.register(failures)
    cover.start()
    for number, item in enumerate(session.items):
        cover.switch_context(item.nodeid)
        start = time.perf_counter()
        run_test(session.items, number)
        seconds[item.nodeid] = round(time.perf_counter() - start, 4)
    cover.stop()
    for name in set(failures.names):
        print(f"fails without any change, and judges nothing: {name}", file=sys.stderr)
        del seconds[name]
    numbers = {name: number for number, name in enumerate(seconds)}
    lines = {
        str(path.relative_to(ROOT)): {
            str(line): [numbers[name] for name in names if name in numbers]
            for line, names in cover.get_data().contexts_by_lineno(str(path)).items()
        }
        for path in paths
    }
    return {"tests": list(numbers), "lines": lines, "seconds": seconds}


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


class Judge:
    """Tries mutants in processes of their own, forked from one that has imported the tests.

    Args:
        session: with the tests, of which none has run.
        tests: which of them judge what.
    """

    def __init__(self, session: pytest.Session, tests: Tests) -> None:
        self._session, self._tests = session, tests
        self._items = {item.nodeid: item for item in session.items}
        self._functions: dict[str, list[FunctionType]] = defaultdict(list)
        gc.unfreeze()  # tests freeze what stays, and then it is not told of
        for value in gc.get_objects():
            if isinstance(value, FunctionType):
                self._functions[value.__code__.co_filename].append(value)
        self._clock = int(time.time())
        gc.freeze()

    def verdict(self, mutant: Mutant, patience: float) -> tuple[str, str]:
        """Return "killed", "endless" or "alive", and which test failed.

        Args:
            mutant: the mutant.
            patience: how many seconds the tests may take together.
        """
        path = ROOT / mutant.path
        source = path.read_bytes()
        names = self._tests.of(mutant, patience)
        self._write(path, mutant.applied(source))
        try:
            # What runs while a module is imported has run already where the tests are.
            judge = self._in_fork if mutant.runs_late else self._in_new_process
            return judge(path, source, names)
        finally:
            self._write(path, source)

    def _write(self, path: Path, source: bytes) -> None:
        """Write a module, newer than whatever was compiled of it."""
        path.write_bytes(source)
        self._clock += 2
        os.utime(path, (self._clock, self._clock))

    def _limit(self, names: list[str]) -> float:
        return 5 + 2 * sum(self._tests.seconds[name] for name in names)

    def _in_new_process(self, _path: Path, _source: bytes, names: list[str]) -> tuple[str, str]:
        command = [sys.executable, "-m", "pytest", *_SETTINGS, "-x", *names]
        limit = 2 * self._limit(names) + _LONGEST_SILENCE
        try:
            done = subprocess.run(  # noqa: S603 - our own tests
                command, cwd=ROOT, capture_output=True, timeout=limit, check=False
            )
        except subprocess.TimeoutExpired:
            return "endless", ""
        failed = re.search(rb"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
        return ("killed" if done.returncode else "alive", failed[1].decode() if failed else "")

    def _in_fork(self, path: Path, source: bytes, names: list[str]) -> tuple[str, str]:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            try:
                answer = self._first_failure(path, source, names)
            except BaseException as error:  # noqa: BLE001 - whatever ends the tests is a failure
                answer = f"- {type(error).__name__}"
            os.write(writing, answer.encode())
            os._exit(0)
        os.close(writing)
        ended = waited_for(child, self._limit(names)) is not None
        answer = os.read(reading, 1 << 14).decode() if ended else ""
        os.close(reading)
        if answer == _UNSEEN:
            return self._in_new_process(path, source, names)
        if not ended:
            return "endless", ""
        return ("alive", "") if answer == "alive" else ("killed", answer)

    def _first_failure(self, path: Path, source: bytes, names: list[str]) -> str:
        """Give functions their changed code, and run tests until one fails."""
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        old, new = (
            {code.co_qualname: code for code in _codes(compile(text, str(path), "exec"))}
            for text in (source, path.read_bytes())
        )
        changed = False
        for function in self._functions[str(path)]:
            name = function.__code__.co_qualname
            if name in new and new[name] != old[name]:
                function.__code__, changed = new[name], True
        if not changed:
            return _UNSEEN
        failures = Failures()
        self._session.config.pluginmanager.register(failures)
        items = [self._items[name] for name in names]
        for number in range(len(items)):
            run_test(items, number)
            if failures.names:
                return failures.names[0]
        return "alive"


def waited_for(child: int, limit: float) -> int | None:
    """Wait for a child, and end all that it started; its status, or None where it had to be ended.

    Args:
        child: the process.
        limit: how many seconds of a processor it may take.
    """
    used, still = 0.0, time.monotonic()
    ended, status = os.waitpid(child, os.WNOHANG)
    while not ended:
        if (now := _processor_seconds(child)) != used:
            used, still = now, time.monotonic()
        if used > limit or time.monotonic() - still > _LONGEST_SILENCE:
            break
        time.sleep(0.02)
        ended, status = os.waitpid(child, os.WNOHANG)
    with contextlib.suppress(OSError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        os.waitpid(child, 0)
    return status if ended else None


def _processor_seconds(process: int) -> float:
    """Return what a process has used of a processor so far."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class _Loop:
    """Runs in the place of pytest's own loop."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        options, paths = self._options, modules_of(GROUPS[self._options.group].modules)
        record = BUILD / f"mutants-lines-{options.group}.json"
        BUILD.mkdir(exist_ok=True)
        if not record.exists():
            # In a process of its own: here nothing is to be remembered of what ran.
            child = os.fork()
            if not child:
                record.write_text(json.dumps(measure(session, paths)), "utf-8")
                os._exit(0)
            os.waitpid(child, 0)
        judge = Judge(session, Tests(**json.loads(record.read_text("utf-8"))))
        chosen = modules_of(options.modules) or paths
        mutants, equivalent = sample(chosen, options.sample, options.seed)
        _report(mutants, _judged(judge, mutants, options), equivalent)
        return True


def _judged(judge: Judge, mutants: list[Mutant], options: argparse.Namespace) -> dict[str, str]:
    """Return what became of mutants, by their keys; what an earlier run killed is not tried again.

    Args:
        judge: tries them.
        mutants: the mutants.
        options: of the command line.
    """
    verdicts: dict[str, str] = {}
    if JUDGED.exists():
        verdicts = dict(map(json.loads, JUDGED.read_text("utf-8").splitlines()))
    with JUDGED.open("a", encoding="utf-8") as judged:
        for mutant in mutants:
            earlier = verdicts.get(mutant.key)
            if earlier and not (earlier == "alive" and options.again):
                continue
            patience = options.again if earlier else options.patience
            verdict, _test = judge.verdict(mutant, patience)
            if verdict == "alive" and not earlier:
                verdict, _test = judge.verdict(mutant, 4 * patience)
            verdicts[mutant.key] = verdict
            print(json.dumps([mutant.key, verdict]), file=judged, flush=True)
    return verdicts


def _report(mutants: list[Mutant], verdicts: dict[str, str], equivalent: int) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant in mutants:
        verdict = verdicts[mutant.key]
        counts[mutant.path][verdict] += 1
        if verdict == "alive":
            print(f"alive: line {mutant.line} of {mutant.key}")
    for path, count in sorted(counts.items()):
        print(f"{path}: {count['killed'] + count['endless']} of {count.total()} killed")
    total = sum(counts.values(), Counter[str]())
    killed, tried = total["killed"] + total["endless"], total.total()
    print(
        f"{tried} mutants of {len(counts)} modules: {killed} killed ({total['endless']} of them "
        f"never ended), {total['alive']} alive: {100 * killed / max(1, tried):.1f} %; "
        f"{equivalent} more were drawn that are equivalent"
    )


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", help="some of the group; all where none is named")
    parser.add_argument("--group", choices=GROUPS, default="dossier")
    parser.add_argument("--tests", nargs="+", help="the tests that judge, instead of the group's")
    parser.add_argument("--sample", type=int, default=12, help="mutants a module; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patience", type=float, default=8, help="seconds of tests a mutant")
    parser.add_argument("--again", type=float, default=0, help="the same, of one that was alive")
    options = parser.parse_args()
    os.chdir(ROOT)
    tests = options.tests or GROUPS[options.group].tests
    sys.exit(pytest.main([*_SETTINGS, *tests], plugins=[_Loop(options)]))


if __name__ == "__main__":
    main()
