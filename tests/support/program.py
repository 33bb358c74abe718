"""A program given as text, as `python -c` takes it, for a fork that has imported claimcheck."""

from __future__ import annotations


def run(arguments: list[str]) -> int:
    """Run the program that the first argument is, as the module `__main__`."""
    import sys

    program, *sys.argv[1:] = arguments
    try:
        exec(program, {"__name__": "__main__"})  # noqa: S102 - of our own tests and pages
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    sys.stdout.flush()
    return 0
