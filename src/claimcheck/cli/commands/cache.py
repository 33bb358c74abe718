"""`claimcheck cache`: what claimcheck remembers, and how to make it forget."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.app import app
from claimcheck.formats import phrases
from claimcheck.system import cache


@app.command("cache", short_help="What is remembered between runs, and how to forget it.")
def cache_command(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Forget everything.")] = False,
) -> None:
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
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = list(cache.entries())
    size = sum(size for _path, size, _time in found)
    if clear:
        cache.clear()
        left = sum(1 for _entry in cache.entries())
        if left:
            console.refuse(f"{cache.folder()}: {phrases.count(left, 'file')} could not be removed")
    said = f"{phrases.count(len(found), 'file')}, {size / 1_000_000:.1f} MB"
    console.say(f"{cache.folder()}: {said}{' removed' if clear else ''}\n")
    if found and not clear and not cache.trusted(cache.folder()):
        console.say("not used: others may write there, or it lies in a project\n")
