"""The child's side: bound yourself, read standard input, answer once, end."""

from __future__ import annotations

import contextlib
import json
import signal
import sys
from dataclasses import asdict, replace

from claimcheck.documents.reader import MAX_REPLY_BYTES, ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.system.plain_files import MAX_TEXT_BYTES


def main() -> None:
    """Read the document on standard input as the arguments say; answer in JSON."""
    kind, options, seconds, memory = sys.argv[1:5]
    _limit_resources(int(seconds), int(memory))
    try:
        reply = answer(kind, ExtractOptions(**json.loads(options)), sys.stdin.buffer.read())
    except MemoryError:
        reply = {"trouble": f"reading it needs more than {int(memory) >> 20:,} MiB of memory"}
    sys.stdout.buffer.write(json.dumps(reply).encode("ascii"))


def answer(kind: str, options: ExtractOptions, data: bytes) -> dict[str, object]:
    """Read a document; return its text and metadata, or why it cannot be read.

    Args:
        kind: the name of its reader; `second/` before it asks for the second reader.
        options: how it is to be read.
        data: the document.

    Raises:
        MemoryError: it needs more than there is.
    """
    from claimcheck.documents import readers, second_readers
    from claimcheck.system import plugins

    which, _, name = kind.rpartition("/")
    try:
        extract = plugins.module(second_readers if which else readers, name).read(data, options)
    except UnreadableError as error:
        return {"trouble": str(error), "help": error.help}
    except RecursionError:
        return {"trouble": "it is nested too deeply to be read"}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a library's failure is a property of the document
        return {"trouble": f"its reader failed ({type(error).__name__})"}
    text = extract.text.encode("utf-8", "replace").decode("utf-8")
    if len(text.encode()) > MAX_TEXT_BYTES:
        return {"trouble": f"its text is larger than {MAX_TEXT_BYTES:,} bytes"}
    return asdict(replace(extract, text=text))


def _limit_resources(seconds: int, memory: int) -> None:
    """Set bounds that hold even when the parent is gone, and in code that Python cannot stop."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
    with contextlib.suppress(ImportError):
        import resource  # not on Windows

        bounds = (
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_FSIZE, MAX_REPLY_BYTES),
            (resource.RLIMIT_CORE, 0),
        )
        for limit, value in bounds:
            # A limit that is lower already, or that the system does not keep, stays as it is.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, value))
