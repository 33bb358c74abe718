"""Modules that are not to be imported in a process, though they are installed."""

from __future__ import annotations

import sys


class _Refusal:
    """A finder that finds no module of one name, and lets none after it look for it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(self, name: str, *_where: object) -> None:
        """Say nothing about any other module."""
        if name == self._name:
            raise ModuleNotFoundError(f"{name} is not imported here", name=name)


def refuse(name: str) -> None:
    """Let a module that has not been imported yet count as not installed, to the process's end."""
    sys.meta_path.insert(0, _Refusal(name))
