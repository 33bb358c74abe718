"""Which terminals are written links."""

from __future__ import annotations

import io

import pytest

from claimcheck.system import terminal

SILENT = ("NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "TERM", "TERM_PROGRAM", "VTE_VERSION",
          "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")  # fmt: skip


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
        ({"TERM": "xterm", "VTE_VERSION": "x"}, True, False),
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
    for name in SILENT:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.__stdout__", Terminal() if is_terminal else io.StringIO())

    assert terminal.links() is expected
