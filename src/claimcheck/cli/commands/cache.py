"""`claimcheck cache`: what claimcheck remembers, and how to make it forget."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.app import command
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.system import cache
from claimcheck.text.plural import count


@command("cache", "What is remembered between runs, and how to forget it.")
def cache_command(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Forget everything.")] = False,
) -> CommandResult:
    """Say where the cache lies and how large it is, or empty it.

    Results are kept by the content of every file that they depend on, never by its date, so that
    a cache can be lost, shared or emptied at any time: answers stay the same, only slower. It never
    lies in a project. CLAIMCHECK_CACHE_DIR names another folder; --no-cache, with any command,
    does without.

    \b
    Examples:
      claimcheck cache
      claimcheck cache --clear
      claimcheck check --no-cache
    """
    sizes = [size for _path, size, _time in cache.entries()]
    if clear:
        cache.clear()
        left = sum(1 for _entry in cache.entries())
        if left:
            console.refuse(f"{cache.folder()}: {count(left, 'file')} could not be removed")
    contents = f"{count(len(sizes), 'file')}, {sum(sizes) / 1_000_000:.1f} MB"
    text = f"{cache.folder()}: {contents}{' removed' if clear else ''}\n"
    if sizes and not clear and not cache.trusted(cache.folder()):
        text += "not used: others may write there, or it lies in a project\n"
    return CommandResult(at_width(text))
