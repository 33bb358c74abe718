"""What a terminal is written: links, colours, and lines of which width."""

from __future__ import annotations

import io
import os
import sys

import pytest

from claimcheck.system import terminal

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "TERM", "TERM_PROGRAM", "VTE_VERSION",
             "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")  # fmt: skip


def set_environment(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    """Let these variables be set, and no others of those that are looked at."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


class Terminal(io.StringIO):
    """A stream that is a terminal's."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.mark.parametrize(
    ("environment", "is_terminal", "expected"),
    [
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM": "xterm", "VTE_VERSION": "7200"}, True, True),
        ({"TERM": "xterm", "VTE_VERSION": "4600"}, True, False),
        ({"TERM": "xterm", "VTE_VERSION": "5000"}, True, True),
        ({"TERM": "xterm", "VTE_VERSION": "4999"}, True, False),
        ({"TERM": "xterm", "VTE_VERSION": "x"}, True, False),
        ({"TERM": "xterm", "VTE_VERSION": "²"}, True, False),
        ({"TERM": "xterm", "VTE_VERSION": "٧٢٠٠"}, True, False),
        ({"TERM": "alacritty"}, True, True),
        ({"TERM": "foot"}, True, True),
        ({"TERM": "xterm-ghostty"}, True, True),
        *(
            ({"TERM": "xterm", "TERM_PROGRAM": name}, True, True)
            for name in ("Hyper", "WezTerm", "ghostty", "iTerm.app", "terminology")
        ),
        ({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}, True, False),
        ({"TERM": "xterm", "KONSOLE_VERSION": "230804"}, True, True),
        ({"TERM": "xterm", "DOMTERM": "3"}, True, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True, True),
        ({"TERM": "xterm", "WT_SESSION": "1"}, True, True),
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, True, False),
        ({"TERM": "dumb", "FORCE_HYPERLINK": "1"}, True, False),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, True, False),
        ({"TERM": "xterm-kitty"}, False, False),
        ({"FORCE_COLOR": "1", "TERM": "xterm-kitty"}, False, False),
        ({"FORCE_COLOR": "1", "FORCE_HYPERLINK": "1"}, False, True),
    ],
)
def test_places_are_links_where_the_terminal_shows_them(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    is_terminal: bool,
    expected: bool,
) -> None:
    set_environment(monkeypatch, environment)
    monkeypatch.setattr("sys.__stdout__", Terminal() if is_terminal else io.StringIO())

    assert terminal.links() is expected


@pytest.mark.parametrize(
    ("environment", "is_terminal", "expected"),
    [
        ({"TERM": "xterm"}, True, True),
        ({}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "xterm"}, False, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": ""}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"NO_COLOR": "", "TERM": "xterm"}, True, True),
    ],
)
def test_colours_are_written_on_a_terminal_or_where_somebody_asks(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    is_terminal: bool,
    expected: bool,
) -> None:
    set_environment(monkeypatch, environment)
    monkeypatch.setattr("sys.__stdout__", Terminal() if is_terminal else io.StringIO())

    assert terminal.color() is expected


@pytest.mark.parametrize("forced", ["FORCE_COLOR", "FORCE_HYPERLINK"])
def test_without_a_standard_output_nothing_is_a_terminal(
    monkeypatch: pytest.MonkeyPatch, forced: str
) -> None:
    set_environment(monkeypatch, {"TERM": "xterm-kitty"})
    monkeypatch.setattr("sys.__stdout__", None)
    assert not terminal.color()
    assert not terminal.links()

    monkeypatch.setenv(forced, "1")

    assert not terminal.links()


@pytest.mark.skipif(sys.platform == "win32", reason="it has other terminals")
@pytest.mark.parametrize(
    ("columns", "screen", "expected"),
    [
        ("100", 70, 100),
        ("20", 70, 20),
        ("19", 70, 20),
        ("1", 70, 20),
        ("0", 70, 70),
        ("-5", 70, 70),
        ("wide", 70, 70),
        (None, 70, 70),
        (None, 10, 20),
        (None, 0, 80),
        (None, None, 80),
        (None, -1, 80),
    ],
)
def test_the_width_is_what_is_asked_for_or_the_screen_has(
    monkeypatch: pytest.MonkeyPatch, columns: str | None, screen: int | None, expected: int
) -> None:
    import termios  # not on Windows

    monkeypatch.delenv("COLUMNS")
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    main, end = os.openpty()
    if screen is None:
        stream: io.TextIOBase = io.StringIO()
    elif screen < 0:
        stream = open(os.devnull, "w")  # noqa: PTH123, SIM115 - a stream that has a number
    else:
        termios.tcsetwinsize(end, (24, screen))
        stream = os.fdopen(os.dup(end), "w")
    monkeypatch.setattr("sys.__stdout__", stream)
    try:
        assert terminal.width() == expected
    finally:
        os.close(main)
        os.close(end)
        stream.close()


@pytest.mark.parametrize(
    ("asks", "answers", "expected"),
    [
        (Terminal(), Terminal(), True),
        (io.StringIO(), Terminal(), False),
        (Terminal(), io.StringIO(), False),
        (None, Terminal(), False),
        (Terminal(), None, False),
    ],
)
def test_a_question_needs_two_terminals(
    monkeypatch: pytest.MonkeyPatch,
    asks: io.StringIO | None,
    answers: io.StringIO | None,
    expected: bool,
) -> None:
    monkeypatch.setattr("sys.__stderr__", asks)
    monkeypatch.setattr("sys.__stdin__", answers)

    assert terminal.can_ask() is expected
