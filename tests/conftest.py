"""What the tests share: the fixed day, small dossiers, and golden texts."""

from __future__ import annotations

import compileall
import difflib
import gc
import os
import signal
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

import claimcheck
from claimcheck.__main__ import main
from claimcheck.cli import commands
from claimcheck.documents import extract
from support.articles import judged
from support.forks import SHARED, shared, stand_in_at
from support.project import ROOT, CommandResult
from support.reading import read_once
from support.reports import hostile_report, hostile_report_with_plain_ids, small_report
from support.rows import TableModule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck import Report
    from claimcheck.assessment.article import FigureState
    from support.articles import Judge
    from support.stopped import Stoppable

_PROVIDERS = "hypothesis.internal.conjecture.providers"
# Hundreds of tests start Python: without compiled files, each of these processes would compile all
# that it imports, which is a third of its work. They write none themselves, since a process that
# may write no long file would leave a broken one.
sys.dont_write_bytecode = False
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"

# How long an example takes says more about the machine than about the code.
settings.register_profile("default", deadline=None)
# `make test-quick` looks at fewer, which are new ones at every run.
settings.register_profile("quick", deadline=None, max_examples=10)
# `pytest --hypothesis-profile=long` looks at many more examples than fit into a test run.
settings.register_profile("long", max_examples=10_000)


# A mutant must be killed by the same examples each time, however slow its process is; nobody reads
# the smallest one.
settings.register_profile(
    "mutants",
    deadline=None,
    max_examples=30,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
)


# What tests write is synced a thousand times: on a disk they would wait for it, and for each other.
_MEMORY = "/dev/shm"  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 4 << 30  # bytes; the suite takes less than a quarter


def _holds_files(folder: str) -> bool:
    """Whether a folder has room for what tests write, and lets them run programs from it."""
    try:
        facts = os.statvfs(folder)
    except (AttributeError, OSError):
        return False
    return facts.f_bavail * facts.f_frsize >= _ROOM and not facts.f_flag & os.ST_NOEXEC


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden texts")
    parser.addoption("--each-row", action="store_true", help="make each row of a table a test")


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Make one test of all rows of a table, unless one of them is asked for."""
    each = parent.config.getoption("--each-row") or any("[" in name for name in parent.config.args)
    return None if each else TableModule.from_parent(parent, path=module_path)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the package for other processes, and choose what examples depend on."""
    # Nearly all that is made while tests are collected stays to the end.
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell starts so what runs in the background, and what tests interrupt inherits it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(session.config, "workerinput"):
        compileall.compile_dir(Path(claimcheck.__file__).parent, quiet=2)
        if _holds_files(_MEMORY):
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)
    if settings().derandomize:
        # Numbers and words of our own modules are among what is tried otherwise: which modules
        # have been imported depends on the tests that ran earlier, and a change of one word
        # would change the examples of all tests.
        pytest.MonkeyPatch().setattr(f"{_PROVIDERS}.is_local_module_file", lambda _path: False)


# What drives programs that are not ours, and takes the time that these take.
_OTHER_PROGRAMS = (
    "tests/browser/",
    "tests/bulk/test_engines.py",
    "tests/cli/test_neovim.py",
    "tests/formats/test_exports_elsewhere.py",
)
# Inputs that are made to cost too much, or to break a reader, wherever they are tried.
_HOSTILE = (
    "tests/hostile/",
    "tests/anchor/test_adversarial.py",
    "tests/assessment/test_article_effort.py",
    "tests/assessment/test_cell_values.py::test_thousands_of_sums",
    "tests/bulk/test_verify.py::test_the_work_of_a_row_is_bounded",
    "tests/cli/test_import_hostile.py",
    "tests/cli/test_source.py::test_a_document_that_needs_too_much_memory",
    "tests/documents/test_articles.py::test_a_hostile_draft",
    "tests/documents/test_epub.py::test_a_book_that_unpacks_to_very_much",
    "tests/documents/test_opendocument.py::test_a_file_that_unpacks_to_very_much",
    "tests/documents/test_pdf_bounds.py",
    "tests/documents/test_readers.py::test_a_word_document_that_unpacks_to_very_much",
    "tests/documents/test_slides.py::test_a_file_that_unpacks_to_very_much",
    "tests/documents/test_spreadsheets.py::test_a_file_that_unpacks_to_very_much",
    "tests/gate/test_incremental_effort.py",
)
# What waits for engines and a browser, or works for seconds: begun last, one worker would end late.
_LONGEST = ("tests/bulk/test_engines.py", "tests/browser/", "tests/hostile/test_limits.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark hostile inputs and what drives other programs, and run first what takes longest.

    Where mutants are tried, the quick tests come first: most die of the first test that meets them.
    """
    for item in items:
        if item.nodeid.startswith(_OTHER_PROGRAMS):
            item.add_marker("other_programs")
        if item.nodeid.startswith(_HOSTILE):
            item.add_marker("hostile")
    if config.getoption("--hypothesis-profile") == "mutants":
        items.sort(key=lambda item: ("test_properties" in item.nodeid, item.nodeid))
    else:
        items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


def pytest_collection_finish() -> None:
    """Look no more at what stays to the end, such as the tests, for objects that could be freed."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_sessionfinish() -> None:
    """Look once at all that tests have left: pytest would do so five times."""
    gc.collect()
    gc.freeze()


_EMPTIED_IN = pytest.StashKey[int]()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where mutants are tried, answer no test from what was worked out before the mutant lived.

    A mutant lives as long as its process. While mutmut asks which test runs which function, each
    test has to run all that it needs.
    """
    if item.config.getoption("--hypothesis-profile") == "mutants":
        is_new = item.config.stash.get(_EMPTIED_IN, 0) != os.getpid()
        if is_new or os.environ.get("MUTANT_UNDER_TEST") == "stats":
            item.config.stash[_EMPTIED_IN] = os.getpid()
            for forget in _memories():
                forget()


def _memories() -> list[Callable[[], object]]:
    """What empties the caches of our modules and tests: of functions, and self-filling tables."""
    values = {
        id(value): value
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in {"claimcheck", "tests"}
        for value in vars(module).values()
    }.values()
    caches = [each.cache_clear for each in values if hasattr(each, "cache_clear")]
    tables = [
        each for each in values if isinstance(each, dict) and hasattr(type(each), "__missing__")
    ]
    return caches + [
        each.clear for each in tables if type(each).__module__.startswith("claimcheck")
    ]


@pytest.fixture(scope="module")
def stoppable(_own_cache: None, forked_program: list[str]) -> Iterator[Stoppable]:
    """Run commands that are stopped at a step of their writing, in forks of one process."""
    from support.stopped import stoppable_commands

    with stoppable_commands(forked_program) as started:
        yield started


@pytest.fixture(scope="session")
def forks() -> Iterator[None]:
    """Let stand-ins get the forks that they stand for, which have imported all."""
    if sys.platform == "linux":
        with shared():
            yield
    else:
        yield


@pytest.fixture(scope="session")
def forked(forks: None) -> list[str]:  # noqa: ARG001 - they are made
    """Give what goes before arguments so that a fork is given them."""
    if sys.platform != "linux":
        return [sys.executable, "-P", "-m", "claimcheck"]
    return stand_in_at(SHARED)


@pytest.fixture(scope="session")
def forked_program(forks: None) -> list[str]:  # noqa: ARG001 - they are made
    """Give what goes before a program, as `python -c` takes it, that finds all imported."""
    if sys.platform != "linux":
        return [sys.executable, "-P", "-c"]
    return stand_in_at(SHARED, "support.program:run")


@pytest.fixture(scope="session")
def small() -> Report:
    """The report on the small dossier that golden texts are of."""
    return small_report()


@pytest.fixture(scope="session")
def hostile() -> Report:
    """A report in which every foreign text wants to break out of its format."""
    return hostile_report()


@pytest.fixture(scope="session")
def hostile_but_ids() -> Report:
    """The same, but for the ids: no reader lets hostile ones through."""
    return hostile_report_with_plain_ids()


@pytest.fixture(scope="module")
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, to the letter; `--update` rewrites the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, "utf-8", newline="")
        expected = path.read_text("utf-8") if path.exists() else ""
        if text != expected:
            lines = (expected.splitlines(), text.splitlines())
            difference = difflib.unified_diff(*lines, "expected", "said", lineterm="")
            test = request.node.nodeid.partition("::")[0]
            advice = f"where that is meant: pytest --update {test}, and read the difference"
            name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
            pytest.fail("\n".join((f"{name}:", *difference, advice)), pytrace=False)

    return compare


@pytest.fixture(autouse=True, scope="module")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests' cache apart from the user's; commands that tests start inherit it.

    Each module has one of its own: what all tests would leave in one folder takes long to list.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _plain_terminal() -> Iterator[None]:
    """Give every test an eighty-column screen without colours."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("FORCE_COLOR", "NO_COLOR", "TERM"):
            patch.delenv(name, raising=False)
        patch.setenv("COLUMNS", "80")
        yield


@pytest.fixture(autouse=True, scope="module")
def _no_document_is_read_twice(request: pytest.FixtureRequest) -> Iterator[None]:
    """Start no process for a document in tests of commands and pages, and read none twice.

    Commands read the same small documents hundreds of times, each time in a process that imports
    a library; that they are read alone and within bounds is what tests/documents shows.
    """
    with pytest.MonkeyPatch.context() as patch:
        if request.path.parent.name in {"cli", "pages"}:
            patch.setattr(extract, "extract", read_once)
        yield


@pytest.fixture(scope="session")
def _all_commands() -> None:
    """Import all commands at once: with each new one, the parser of all of them is made anew."""
    for module in iter_modules(commands.__path__):
        import_module(f"{commands.__name__}.{module.name}")


@pytest.fixture
def run(_all_commands: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., CommandResult]:
    """Run a command line in this process."""

    def call(*arguments: str | Path) -> CommandResult:
        status = main([str(argument) for argument in arguments])
        return CommandResult(status, *capsys.readouterr())

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[dict[str, str | bytes]], Path]:
    """Write the files of a small project and return its folder."""

    def project(files: dict[str, str | bytes]) -> Path:
        for name, content in {"claimcheck.toml": "", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        for folder in ("claims", "sources"):
            (tmp_path / folder).mkdir(exist_ok=True)
        return tmp_path

    return project


@pytest.fixture
def judge(write: Callable[[dict[str, str]], Path]) -> Judge:
    """Judge an article of one sentence by what its source prints."""
    return partial(judged, write)


@pytest.fixture
def state_of(judge: Judge) -> Callable[[str, str], FigureState]:
    """Judge the only figure of a sentence by what its source prints."""

    def state(source: str, sentence: str) -> FigureState:
        (figure,) = judge(source, sentence).figures
        return figure.state

    return state
