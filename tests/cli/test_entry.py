"""The way in and out: streams, exit statuses, and what claimcheck says when it fails itself."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest

from claimcheck.__main__ import status_of
from claimcheck.cli import replay
from support.project import ROOT, CommandResult

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., CommandResult]

SMALL = ROOT / "tests" / "golden" / "dossier"
REPORT = "; please report it, with the command that you ran; --debug shows where it happened\n"


def chain(length: int, last: BaseException, *, by_cause: bool = False) -> BaseException:
    """Return an error that came of another one, and so on."""
    for _link in range(length):
        error = RuntimeError()
        if by_cause:
            error.__cause__ = last
        else:
            error.__context__ = last
        last = error
    return last


def circle() -> BaseException:
    first, second = RuntimeError(), RuntimeError()
    first.__context__, second.__context__ = second, first
    return first


@pytest.mark.parametrize(
    ("error", "status", "text"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (
            OSError(errno.EACCES, "Permission denied", "a\nb"),
            2,
            (
                "error: a\\x0ab: permission denied\n"
                "  help: allow yourself to read and write it (`chmod u+rw`)\n"
            ),
        ),
        (OSError(errno.EROFS, "Read-only file system", b"a"), 2, "error: read-only file system\n"),
        (OSError("broken"), 2, "error: broken\n"),
        (OSError(errno.ENOSPC, "No space"), 2, "error: no space\n"),
        (RecursionError(), 2, f"error: claimcheck itself failed (RecursionError){REPORT}"),
        (MemoryError(), 2, f"error: claimcheck itself failed (MemoryError){REPORT}"),
        (chain(3, ValueError()), 2, f"error: claimcheck itself failed (RuntimeError){REPORT}"),
        (chain(3, KeyboardInterrupt()), 130, ""),
        (chain(3, KeyboardInterrupt(), by_cause=True), 130, ""),
        (chain(19, KeyboardInterrupt()), 130, ""),
        (circle(), 2, f"error: claimcheck itself failed (RuntimeError){REPORT}"),
    ],
)
def test_whatever_ends_a_command_is_told_in_a_line_and_by_its_status(
    capsys: pytest.CaptureFixture[str], error: BaseException, status: int, text: str
) -> None:
    def command() -> NoReturn:
        raise error

    assert CommandResult(status_of(command), *capsys.readouterr()) == CommandResult(
        status, "", text
    )
    assert status_of(command, debug=True) == status
    lines = capsys.readouterr().err
    assert lines.endswith(text)
    assert ("Traceback (most recent call last):\n" in lines) is bool(text)


def test_an_answer_of_before_is_printed_with_its_status(run: Run) -> None:
    """Nothing is loaded that could find it out again."""
    arguments = ["list", "-C", str(ROOT / "tests" / "cases" / "quote-altered")]
    failing = ["check", *arguments[1:]]
    first = [run(*arguments), run(*failing)]
    program = (
        "import sys\nfrom claimcheck.__main__ import main\n"
        f"statuses = [main({arguments!r}), main({failing!r})]\n"
        "print(*statuses, 'claimcheck.dossier' in sys.modules)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert [result.status for result in first] == [0, 1]
    assert done.stdout == "".join(result.out for result in first) + "0 1 False\n"


@pytest.mark.parametrize(
    ("arguments", "is_kept"),
    [
        (["list", "-C", str(SMALL)], True),
        (["check", "-C", str(SMALL)], True),
        (["list", "-C", str(SMALL), "--no-cache"], False),
        (["list", "-C", "none"], False),
        (["list", "--nothing"], False),
        (["rules", "-C", str(SMALL)], False),
        (["new", "a-claim", "-C", str(SMALL), "--dry-run"], False),
    ],
)
def test_only_answers_of_what_was_read_are_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], is_kept: bool
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path))

    result = run(*arguments)

    replayed = replay.replay(replay.command_key(arguments))
    assert replayed == ((result.status, result.out) if is_kept else None)


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed in another way there")
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1), (0, 1, 2)])
def test_streams_that_are_closed_take_and_give_nothing(
    forked_program: list[str], closed: tuple[int, ...]
) -> None:
    program = (
        "import os, sys\nfrom claimcheck.__main__ import main\n"
        f"for number in {closed}: os.close(number)\n"
        f"for name in {[('stdin', 'stdout', 'stderr')[number] for number in closed]}:\n"
        "    setattr(sys, name, None)\n"
        "sys.stdin is None or sys.stdin.read()\n"
        f"status = main(['list', '-C', {str(SMALL)!r}, '--no-cache'])\n"
        "assert os.open('/dev/null', os.O_RDONLY) > 2, 'a file could become a stream'\n"
        "assert sys.stdin.read() == ''\n"
        "assert main(['list', '--nothing']) == 2\n"
        "os._exit(10 + status)\n"
    )

    done = subprocess.run([*forked_program, program], input=b"", capture_output=True, check=False)

    assert done.returncode == 10
    assert bool(done.stdout) is (1 not in closed)
    assert done.stderr.startswith(b"" if 2 in closed else b"Usage: ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device there")  # noqa: PTH110 - a device
@pytest.mark.parametrize(("arguments", "status"), [(["list"], 2), (["list", "-C", "none"], 2)])
def test_where_nothing_can_be_written_the_status_tells(arguments: list[str], status: int) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-P", "-m", "claimcheck", *arguments],
            cwd=SMALL,
            stdout=full,
            stderr=full,
            check=False,
        )

    assert done.returncode == status


def test_what_python_cannot_raise_is_told_as_python_tells_it() -> None:
    program = (
        "import os, sys, weakref\n"
        "from claimcheck import __main__\n"
        "def fails(_gone): raise ZeroDivisionError\n"
        "end = os._exit\n"
        "def lose(status):\n"
        "    thing = type('Thing', (), {})()\n"
        "    reference = weakref.ref(thing, fails)\n"
        "    del thing\n"
        "    end(status)\n"
        "os._exit = lose\n"
        "sys.argv = ['claimcheck', '--help']\n"
        "__main__.run()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT / "tests"
    )

    assert done.returncode == 0
    assert done.stdout.startswith(b"Usage: ")
    assert b"ZeroDivisionError" in done.stderr


def test_only_what_runs_for_long_looks_for_what_can_be_freed() -> None:
    program = (
        "import gc, os, sys\n"
        "from claimcheck import __main__\n"
        "class Ended(BaseException): pass\n"
        "def end(status): raise Ended\n"
        "os._exit = end\n"
        "for command in ['check', 'bulk', 'import', 'judge', 'lsp', 'mcp', 'serve', 'watch', '']:\n"
        "    gc.enable()\n"
        "    gc.set_threshold(700, 10, 10)\n"
        "    sys.argv = ['claimcheck', *command.split(), '--help']\n"
        "    try: __main__.run()\n"
        "    except Ended: pass\n"
        "    print(*command.split(), gc.isenabled() and gc.get_threshold()[0], file=sys.stderr)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stderr.splitlines() == [
        "check False",
        *(
            f"{command} 100000"
            for command in ("bulk", "import", "judge", "lsp", "mcp", "serve", "watch")
        ),
        "False",
    ]


def test_the_version_is_told_without_looking_for_an_answer_of_before() -> None:
    import claimcheck

    program = (
        "import sys\nfrom claimcheck.__main__ import main\n"
        "print(main(['--version']), 'claimcheck.cli.replay' in sys.modules)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == f"claimcheck {claimcheck.__version__}\n0 False\n"


@pytest.mark.parametrize(
    ("arguments", "is_kept"),
    [
        (["check"], True),
        (["-q", "article", "a.md"], True),
        (["find", "x"], True),
        (["list"], True),
        (["show", "a"], True),
        (["-h"], True),
        (["quote", "--help"], True),
        *(([name], True) for name in ("link", "log", "lsp", "mcp", "new", "report", "serve")),
        (["set"], True),
        (["watch"], True),
        (["check", "--no-cache"], False),
        (["quote", "x"], False),
        ([], False),
    ],
)
def test_only_some_commands_have_an_answer_that_may_be_kept(
    arguments: list[str], is_kept: bool
) -> None:
    assert bool(replay.command_key(arguments)) is is_kept


@pytest.mark.parametrize("name", ["FORCE_COLOR", "COLUMNS", "TERM", "CLAIMCHECK_MAX_GIB"])
def test_another_screen_and_another_bound_make_another_command(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    keys = {replay.command_key(["check"])}
    assert keys == {replay.command_key(["check"])}

    monkeypatch.setenv(name, "111")
    keys.add(replay.command_key(["check"]))
    keys.add(replay.command_key(["check", "-q"]))

    assert len(keys) == 3


def test_a_folder_that_is_gone_has_no_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    assert replay.command_key(["check"]) == ""


@pytest.mark.parametrize(("error", "status"), [("OSError(5, 'x')", 2), ("KeyboardInterrupt", 130)])
def test_what_was_printed_before_a_failure_is_not_lost(error: str, status: int) -> None:
    program = (
        "import sys\nfrom claimcheck import __main__\nfrom claimcheck.cli import replay\n"
        "def fail(_arguments):\n"
        "    sys.stdout.write('before')\n"
        f"    raise {error}\n"
        "replay.command_key = fail\n"
        "sys.argv = ['claimcheck', 'list']\n"
        "__main__.run()\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert (done.returncode, done.stdout) == (status, b"before")
