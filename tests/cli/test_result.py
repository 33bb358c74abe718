"""What a command comes to is written when it has ended, however it ends."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.result import CommandResult, at_width, conduct
from claimcheck.model.errors import ConflictError, ProjectError, RequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def failing(error: BaseException) -> Callable[[], Iterator[CommandResult]]:
    """Return a command that takes one step, and fails at the next."""

    def command() -> Iterator[CommandResult]:
        yield CommandResult("wrote a\n", FINDINGS, "note: b\n", repeatable=True)
        raise error

    return command


def test_one_result_is_returned_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    result = CommandResult("text\n", FINDINGS, repeatable=True)

    assert conduct(lambda: result) == result
    assert capsys.readouterr() == ("text\n", "")


def test_steps_add_up_to_the_worst_status_and_are_not_repeated(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = [CommandResult("a\n", FINDINGS, repeatable=True), CommandResult("b\n", CLEAN, "c\n")]

    assert conduct(lambda: iter(steps)) == CommandResult("a\nb\n", FINDINGS, "c\n")
    assert conduct(lambda: iter(())) == CommandResult()
    assert capsys.readouterr() == ("a\nb\n", "c\n")


@pytest.mark.parametrize(
    ("error", "explanation"),
    [
        (RequestError("no x", "see y\nand z"), "error: no x\n  help: see y\nand z\n"),
        (ConflictError("a\x1b: changed\nmeanwhile"), "error: a\\x1b: changed\\x0ameanwhile\n"),
        (ProjectError("one", "two"), "error: one\nerror: two\n"),
    ],
)
def test_what_was_done_before_a_refusal_is_told(
    capsys: pytest.CaptureFixture[str], error: Exception, explanation: str
) -> None:
    result = conduct(failing(error))

    assert (result.status, result.repeatable) == (UNABLE, False)
    assert capsys.readouterr() == ("wrote a\n", f"note: b\n{explanation}")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ZeroDivisionError(), OSError()])
def test_what_was_done_before_an_interruption_is_told(
    capsys: pytest.CaptureFixture[str], error: BaseException
) -> None:
    with pytest.raises(type(error)):
        conduct(failing(error))

    assert capsys.readouterr() == ("wrote a\n", "note: b\n")


class TerminalStream(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("the words of an answer", "the words of an\nanswer"),
        ("help: the words of an answer", "help: the words of\n      an answer"),
        ("  the words of an answer", "  the words of an\n  answer"),
        ("a-bridge  closed, and nobody", "a-bridge  closed,\nand nobody"),
        ("bridge  closed, and nobody", "bridge  closed, and\n        nobody"),
    ],
)
def test_a_line_goes_on_below_its_words_and_not_below_its_label(
    monkeypatch: pytest.MonkeyPatch, line: str, shown: str
) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    assert at_width(line, TerminalStream()) == shown
    assert at_width(line, io.StringIO()) == line
