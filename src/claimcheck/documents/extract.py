"""Take the text out of a document, in a child process that is ended when it needs too much.

Every library that reads HTML or PDF hangs or balloons on some small file. So a reader works in a
process of its own, with bounds on its time, its memory and what it may write, and without the
environment; the document goes in by its standard input, the text comes back by its output.
"""

from __future__ import annotations

import codecs
import importlib.metadata
import importlib.util
import json
import math
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from claimcheck.documents import readers, second_readers
from claimcheck.documents.doubt import with_doubt
from claimcheck.documents.reader import (
    EDITION,
    MAX_REPLY_BYTES,
    DocumentMetadata,
    Extract,
    ExtractOptions,
)
from claimcheck.model.errors import MissingLibraryError, UnreadableError
from claimcheck.system import interrupts, plugins
from claimcheck.system.installation import install_command
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event
    from types import ModuleType

    from claimcheck.model import Span

_CHILD_CODE = (
    "import sys; sys.path[:0] = sys.argv[5:]; from claimcheck.documents.child import main; main()"
)
_STEP = 0.2  # seconds between two looks whether anybody waits
_OUT_OF_TIME_STATUSES = (-24, -14)  # SIGXCPU, SIGALRM


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds on reading one document: seconds of time, bytes of memory."""

    seconds: float = SECONDS_PER_DOCUMENT
    memory: int = 2 << 30


@dataclass(frozen=True, slots=True)
class _Task:
    """The task of a child process: to read a kind of document, within bounds."""

    kind: str
    options: ExtractOptions
    bounds: Bounds
    cancelled: Event | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document's text, and what made it: `trafilatura 2.3.1`, with the options it had."""

    extract: Extract
    extractor: str


@dataclass(frozen=True, slots=True)
class _DocumentKind:
    """A kind of document, and the module that reads it."""

    name: str
    reader: ModuleType = field(repr=False)


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that readers can read."""
    return tuple(suffix for kind in _kinds() for suffix in kind.reader.SUFFIXES)


def kind_of_name(name: str) -> str:
    """Return the kind of document that a file's name tells; nothing where it tells none."""
    kinds = {suffix: kind.name for kind in _kinds() for suffix in kind.reader.SUFFIXES}
    matching = [suffix for suffix in kinds if name.lower().endswith(suffix)]
    return kinds[max(matching, key=len)] if matching else ""


def kind_of_media_type(media_type: str) -> str:
    """Return the kind of document that a server's media type tells; nothing where it tells none."""
    return next((kind.name for kind in _kinds() if media_type in kind.reader.MEDIA_TYPES), "")


def kind_of_content(data: bytes) -> str:
    """Return the kind of document that the first bytes tell; nothing where they tell none."""
    beginning = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    for kind in _kinds():
        if any(beginning.startswith(magic) for magic in getattr(kind.reader, "MAGIC", ())):
            return kind.name
    return ""


def suffix_of(kind: str) -> str:
    """Return the usual ending of a kind of document."""
    suffix: str = plugins.module(readers, kind).SUFFIXES[0]
    return suffix


def extract(
    data: bytes,
    kind: str,
    options: ExtractOptions,
    bounds: Bounds | None = None,
    cancelled: Event | None = None,
) -> Extraction:
    """Return a document's text, read in a child process.

    Args:
        data: the document.
        kind: what it is, as `kind_of_name` says.
        options: how it is to be read.
        bounds: what that may cost.
        cancelled: is set when nobody waits for the text any more; None where that is not asked.

    Raises:
        UnreadableError: it cannot be read, or not within the bounds, or nobody waits for it.
        MissingLibraryError: its reader's library is not installed.
    """
    bounds = bounds or Bounds()
    return with_second_reader(
        kind, options, lambda reader: _read(reader, options, bounds, data, cancelled)
    )


def with_second_reader(
    kind: str, options: ExtractOptions, read: Callable[[str], Extract]
) -> Extraction:
    """Return a document's text, held against what a second reader reads where its kind has one.

    Args:
        kind: what the document is.
        options: how it is to be read.
        read: reads the document with the reader of a name, as `child.answer` takes it.

    Raises:
        UnreadableError: it cannot be read.
        MissingLibraryError: its reader's library is not installed.
    """
    extractor = extractor_of(kind, options)
    extract = read(kind)
    if second := _second_reader(kind):
        try:
            other = read(f"second/{kind}")
        except UnreadableError as error:
            remark = f"{second}, which is to confirm its numbers, did not read it: {error}"
            extract = replace(extract, remarks=(*extract.remarks, remark))
        else:
            extract = with_doubt(extract, other.text)
            extractor = f"{extractor}; compared with {second}"
    return Extraction(extract, extractor)


def refuse_part(kind: str, options: ExtractOptions) -> None:
    """Refuse to look for a part in a document of a kind that has none.

    Args:
        kind: what the document is.
        options: how it is to be read.

    Raises:
        UnreadableError: a part is named, and there is none.
    """
    has_parts = kind in plugins.names(readers) and getattr(
        plugins.module(readers, kind), "HAS_PARTS", False
    )
    if options.part and not has_parts:
        raise UnreadableError(
            f"it has no parts of which '{options.part}' could be one", "leave --part out"
        )


def _read(
    kind: str, options: ExtractOptions, bounds: Bounds, data: bytes, cancelled: Event | None
) -> Extract:
    with tempfile.TemporaryFile() as request, tempfile.TemporaryFile() as reply:
        request.write(data)
        request.seek(0)
        _run(_Task(kind, options, bounds, cancelled), request, reply)
        reply.seek(0)
        return parse_reply(reply.read(MAX_REPLY_BYTES + 1))


def _second_reader(kind: str) -> str:
    """Return the library, and its version, of a kind's second reader; "" where there is none."""
    if kind not in plugins.names(second_readers):
        return ""
    second = plugins.module(second_readers, kind)
    if importlib.util.find_spec(second.MODULE) is None:
        return ""
    return f"{second.DISTRIBUTION} {importlib.metadata.version(second.DISTRIBUTION)}"


def parse_extractor(extractor: str) -> ExtractOptions:
    """Return how a document was read, from the extractor that its record names."""
    _program, *how = [part.strip() for part in extractor.split(";")]
    charset = next((part[8:] for part in how if part.startswith("charset=")), "")
    part = next((item[5:] for item in how if item.startswith("part=")), "")
    return ExtractOptions(whole_page="whole page" in how, charset=charset, part=part)


def _kinds() -> list[_DocumentKind]:
    return [_DocumentKind(name, plugins.module(readers, name)) for name in plugins.names(readers)]


def extractor_of(kind: str, options: ExtractOptions) -> str:
    """Return what would read a document: a program, its version, and how it is told to read.

    Raises:
        MissingLibraryError: the program is not installed.
    """
    from claimcheck import __version__

    reader = plugins.module(readers, kind)
    name = reader.DISTRIBUTION
    made_by = f"claimcheck {__version__}"
    if name:
        if importlib.util.find_spec(name) is None:
            raise MissingLibraryError(
                f"{name}, which reads such documents, is not installed",
                f"install it with: {install_command(reader.EXTRA)}",
            )
        made_by = f"{name} {importlib.metadata.version(name)}"
    choices = ["whole page"] if options.whole_page else []
    choices += [f"charset={options.charset}"] if options.charset else []
    choices += [f"part={options.part}"] if options.part else []
    # Plain text is what it is: no mark in it is ours.
    form = [f"text {pinned_text.FORMAT}"] if kind != "text" else []
    edition = [f"edition {EDITION}"] if form and EDITION > 1 else []
    return "; ".join((made_by, *form, *edition, *choices))


def _run(task: _Task, request: IO[bytes], reply: IO[bytes]) -> None:
    bounds = task.bounds
    where = Path(__file__).resolve().parents[2]
    arguments = [
        task.kind, json.dumps(asdict(task.options)), str(math.ceil(bounds.seconds) + 2),
        str(bounds.memory), str(where), *_own_packages(),
    ]  # fmt: skip
    process = None
    try:
        # Of a process that is only half started, nothing could be ended.
        with interrupts.deferred():
            process = subprocess.Popen(  # noqa: S603 - our own code; the document is data
                [sys.executable, "-I", "-B", "-c", _CHILD_CODE, *arguments],
                stdin=request,
                stdout=reply,
                stderr=subprocess.DEVNULL,
                cwd=where.anchor,
                env=_environment(),
                start_new_session=True,
            )
        status = _wait(process, bounds.seconds, task.cancelled)
    except subprocess.TimeoutExpired:
        raise _too_slow(bounds) from None
    finally:
        # Ctrl-C comes through here too: nothing goes on reading behind anybody's back.
        if process is not None:
            process.kill()
            process.wait()
    if status in _OUT_OF_TIME_STATUSES:
        raise _too_slow(bounds)
    if status:
        raise UnreadableError(
            f"its reader broke down (exit status {status}), or needed more than "
            f"{bounds.memory >> 20:,} MiB of memory"
        )


def _wait(process: subprocess.Popen[bytes], seconds: float, cancelled: Event | None) -> int:
    """Return a process's exit status when it has ended.

    Raises:
        subprocess.TimeoutExpired: it did not end in time.
        UnreadableError: nobody waits for it any more.
    """
    if cancelled is None:
        return process.wait(seconds)
    steps = math.ceil(seconds / _STEP)
    for step in range(steps):
        try:
            return process.wait(_STEP)
        except subprocess.TimeoutExpired:
            if cancelled.is_set():
                raise UnreadableError("reading it was broken off") from None
            if step == steps - 1:
                raise
    return process.wait(0)


def _too_slow(bounds: Bounds) -> UnreadableError:
    return UnreadableError(
        f"it could not be read within {bounds.seconds:g} seconds",
        "if you trust it, allow more with --time-limit; or save its text as plain text",
    )


def _own_packages() -> list[str]:
    import site

    return [site.getusersitepackages()] if site.ENABLE_USER_SITE else []


def _environment() -> dict[str, str]:
    import os

    # Windows starts no process without it.
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def parse_reply(answer: bytes) -> Extract:
    """Read what the child answered.

    Raises:
        UnreadableError: it says that it could not read the document, or means nothing.
    """
    try:
        reply = json.loads(answer)
        if trouble := reply.get("trouble"):
            raise UnreadableError(str(trouble), str(reply.get("help", "")))
        metadata = {
            key: value for key, value in reply["metadata"].items() if isinstance(value, str)
        }
        text = str(reply["text"])
        return Extract(
            text=text,
            metadata=DocumentMetadata(**metadata, author=_texts(reply["metadata"]["author"])),
            remarks=_texts(reply["remarks"]),
            gaps=_texts(reply["gaps"]),
            main=_spans(reply["main"], len(text)),
            doubtful=_spans(reply["doubtful"], len(text)),
            page_labels=_texts(reply["page_labels"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableError("its reader gave no answer that can be understood") from None


def _texts(values: list[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


def _spans(pairs: list[list[object]], length: int) -> tuple[Span, ...]:
    """Read spans of a text: in order, apart, and within it.

    Raises:
        TypeError: an offset is no number.
        ValueError: the spans are not so.
    """
    spans: list[Span] = []
    reached = 0
    for start, end in pairs:
        if not isinstance(start, int) or not isinstance(end, int):
            raise TypeError("an offset is no number")
        if not reached <= start < end <= length:
            raise ValueError("spans are out of order")
        spans.append((start, end))
        reached = end
    return tuple(spans)
