"""The way in and out: standard streams, exit statuses, and claimcheck's own failures."""

from __future__ import annotations

import gc
import os
import sys

from claimcheck.cli.exit_status import BROKEN_PIPE, CLEAN, INTERRUPTED, UNABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.cli.result import Result
    from claimcheck.cli.session import Session

_LONGEST_CHAIN = 20
_LONG_RUNNING = frozenset({"bulk", "import", "judge", "lsp", "mcp", "serve", "watch"})
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
_REPORT_TO = "please report it, with the command that you ran; --debug shows where it happened"


def run() -> None:
    """Run the command line and exit with its status."""
    try:
        _spare_collections(sys.argv[1:2])
        _spare_pandas(sys.argv[1:2])
        sys.unraisablehook = _interrupt_again
        status = main(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED  # it came while the streams were set up, or while a failure was told
    # Everything is written. Python would take apart what was built, piece by piece, before it ends.
    os._exit(status)


def _spare_collections(command: list[str]) -> None:
    """Look for objects that could be freed as seldom as a command can bear.

    What most commands build they keep to their end, and looking is a third of the time of a large
    check. These go on for long, or use libraries that build what refers to itself.
    """
    if command and command[0] in _LONG_RUNNING:
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    else:
        gc.disable()


def _spare_pandas(command: list[str]) -> None:
    """Keep Arrow from importing pandas to see whether a list is a column of it.

    That takes as long as a small job.
    """
    if command == ["bulk"]:
        from claimcheck.system import imports

        imports.refuse("pandas")


def _interrupt_again(unraisable: sys.UnraisableHookArgs) -> None:
    """Let an interruption end the command, too, that came where Python raises nothing.

    So it is in callbacks, such as those of the import system: Python would say so, and go on.
    """
    if unraisable.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(unraisable)
        return
    import _thread
    import contextlib
    import time

    def soon() -> None:
        time.sleep(0.01)  # in here it would be lost again
        _thread.interrupt_main()

    with contextlib.suppress(RuntimeError):  # Python is ending anyway
        _thread.start_new_thread(soon, ())


def main(arguments: list[str]) -> int:
    """Run one command.

    Returns:
        0 clean; 1 something was found; 2 claimcheck could not do its work; 130 interrupted; 141
        nobody reads the output any more (as a shell reports SIGPIPE).
    """
    _reserve_streams()
    return status_of(lambda: _run(arguments), debug="--debug" in arguments)


def status_of(command: Callable[[], int], *, debug: bool = False) -> int:
    """Run a command to its end, and tell what ended it; return its exit status.

    Args:
        command: writes its answer, and returns the status.
        debug: whether what claimcheck itself fails by is shown with the place where it happened.
    """
    try:
        status = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = BROKEN_PIPE
    except OSError as error:
        if debug:
            _show_traceback()
        for line in _unable(error):
            _complain(line)
        status = UNABLE
    except Exception as error:  # noqa: BLE001 - this is where all end
        status = _own_failure(error, debug=debug)
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            _silence(number)
    return status


def _unable(error: OSError) -> list[str]:
    """Say what the machine refused, in the words of all such messages, and what to do."""
    from claimcheck.system.file_errors import access_help  # only after a refusal
    from claimcheck.system.plain_files import error_clause

    where = f"{error.filename}: " if isinstance(error.filename, str) else ""
    remedy = access_help(error)
    return [f"error: {where}{error_clause(error)}", *([f"  help: {remedy}"] if remedy else [])]


def _own_failure(error: BaseException, *, debug: bool) -> int:
    """Say that claimcheck itself failed, unless it was interrupted; return the exit status."""
    if _is_interruption(error):
        return INTERRUPTED
    if debug:
        _show_traceback()
    _complain(f"error: claimcheck itself failed ({type(error).__name__}); {_REPORT_TO}")
    return UNABLE


def _is_interruption(error: BaseException) -> bool:
    """Whether an error stands for an interruption.

    What is raised while a class is made, Python 3.11 turns into a RuntimeError.
    """
    link: BaseException | None = error
    for _ in range(_LONGEST_CHAIN):
        if link is None or isinstance(link, KeyboardInterrupt):
            break
        link = link.__cause__ or link.__context__
    return isinstance(link, KeyboardInterrupt)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        # Answered before typer is imported: editors and installers ask often.
        from claimcheck import __version__

        sys.stdout.write(f"claimcheck {__version__}\n")
        return CLEAN
    from claimcheck.cli import replay

    key = replay.command_key(arguments)
    replayed = replay.replay(key)
    if isinstance(replayed, tuple):
        status, text = replayed
        sys.stdout.write(text)
        return status
    from claimcheck.cli.result import conduct
    from claimcheck.cli.session import Session

    session = Session(answers=replayed, cached=bool(key))
    result = conduct(lambda: _result(arguments, session))
    if session.tour:
        from claimcheck.cli.result import at_width
        from claimcheck.cli.tour import next_step

        sys.stdout.flush()  # the step comes after the answer, also where both are one terminal
        sys.stderr.write(at_width(next_step(arguments, result.status), sys.__stderr__))
    elif result.repeatable and result.status != UNABLE and not result.notes:
        replay.keep(key, session.recording, result.status, result.text)
    return result.status


def _result(arguments: list[str], session: Session) -> Result:
    if arguments == ["check"]:
        # What is run most needs no library that reads command lines.
        from claimcheck.cli.check import CheckOptions, inspect

        return inspect(session, CheckOptions())
    from claimcheck.cli.app import invoke

    return invoke(arguments, session)


def _reserve_streams() -> None:
    """Make sure that the standard streams exist, and that no text can fail to be encoded."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            stream = open(number, mode, closefd=False, encoding="utf-8")  # noqa: SIM115 - it lives as long as the process
            setattr(sys, name, stream)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _silence(number: int) -> None:
    """Point a stream that cannot be written to at nothing, so that the exit stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _show_traceback() -> None:
    """Say where it happened: an exception that left `main` would end with a finding's status."""
    import traceback  # only for those who ask

    for line in traceback.format_exc().split("\n"):
        _complain(line)


def _complain(message: str) -> None:
    from claimcheck.text.printable import printable  # only where something went wrong

    try:
        sys.stderr.write(printable(message) + "\n")
    except OSError:
        _silence(2)


if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `python -m` looks for modules in the working folder first, which may be a stranger's.
        del sys.path[0]
    run()
