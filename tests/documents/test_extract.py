"""The child process in which documents are read: what it is given, and what it is not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from claimcheck.documents import child, extract
from claimcheck.documents.document import folder_content, open_document
from claimcheck.documents.extract_cache import cached_extraction
from claimcheck.documents.reader import MAX_REPLY_BYTES, Extract, ExtractOptions
from claimcheck.documents.readers import text
from claimcheck.model.errors import MissingLibraryError, RequestError, UnreadableError
from claimcheck.system import cache
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, MAX_TEXT_BYTES

TEXT = b"The bridge was closed on Monday.\n"


@pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="Linux shows a process's environment"
)
def test_the_child_is_given_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that is taken over by a document finds no token in it."""
    monkeypatch.setenv("FORGE_TOKEN", "a secret")
    monkeypatch.setenv("LD_PRELOAD", "")
    environments: list[bytes] = []
    commands: list[list[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        # When it is waited for, it may have ended, and of what has ended Linux shows nothing.
        def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - as Popen's
            super().__init__(*arguments, **named)
            # While the program is being loaded, both are empty for a moment.
            while not (command := Path(f"/proc/{self.pid}/cmdline").read_bytes()):
                time.sleep(0.001)
            environments.append(Path(f"/proc/{self.pid}/environ").read_bytes())
            commands.append(command.split(b"\0"))

    monkeypatch.setattr(subprocess, "Popen", Watched)
    extraction = extract.extract(TEXT, "text", ExtractOptions())

    assert extraction.extract.text == TEXT.decode()
    assert environments == [b""]
    assert b"-I" in commands[0], "nothing is imported from where it is started, or from a home"


def test_the_child_imports_nothing_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "signal", "claimcheck", "sitecustomize", "usercustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    extraction = extract.extract(TEXT, "text", ExtractOptions())

    assert extraction.extract.text == TEXT.decode()


# What the child does, and what is made of its answer.

REPLY: dict[str, object] = {
    "text": "The bridge\nwas closed.\n",
    "metadata": {"title": "A page", "author": ["Roe"], "issued": None},
    "remarks": ["one part was left out"],
    "gaps": ["a picture"],
    "main": [[0, 10], [11, 15]],
    "doubtful": [],
    "page_labels": ["i", "1"],
}


def reply(**changed: object) -> bytes:
    return json.dumps({**REPLY, **changed}).encode()


def test_the_childs_answer_is_taken_as_it_says() -> None:
    read = extract.parse_reply(reply())

    assert read.text == REPLY["text"]
    assert (read.metadata.title, read.metadata.author) == ("A page", ("Roe",))
    assert (read.remarks, read.gaps) == (("one part was left out",), ("a picture",))
    assert (read.main, read.doubtful, read.page_labels) == (((0, 10), (11, 15)), (), ("i", "1"))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        reply(main=[[5, 5]]),
        reply(main=[[5, 4]]),
        reply(main=[[0, 24]]),
        reply(main=[[0, 5], [4, 8]]),
        reply(main=[[-1, 5]]),
        reply(main=[["0", 5]]),
        reply(doubtful=[[0, 5.0]]),
        reply(main=[[0]]),
        reply(metadata={"title": "A page"}),
        reply(remarks=None),
        json.dumps({"text": "alone"}).encode(),
    ],
)
def test_an_answer_that_means_nothing_is_refused(answer: bytes) -> None:
    with pytest.raises(UnreadableError, match="no answer that can be understood"):
        extract.parse_reply(answer)


def test_spans_may_touch_and_reach_the_end() -> None:
    main = [[0, 5], [5, 23]]
    assert extract.parse_reply(reply(main=main)).main == ((0, 5), (5, 23))


def test_the_child_says_why_it_cannot_read_a_document() -> None:
    with pytest.raises(UnreadableError, match="it ends in the middle") as caught:
        extract.parse_reply(b'{"trouble": "it ends in the middle", "help": "save it again"}')
    assert caught.value.help == "save it again"

    half = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe bridge"
    answer = child.answer("mhtml", ExtractOptions(), half.encode())
    assert answer == {"trouble": "it ends in the middle", "help": "save it again, whole"}


def test_a_library_that_fails_is_a_property_of_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(_data: bytes, _options: ExtractOptions) -> None:
        raise errors.pop()

    errors: list[BaseException] = [MemoryError(), RecursionError(), KeyError("x")]
    monkeypatch.setattr(text, "read", failing)

    broken = child.answer("text", ExtractOptions(), TEXT)
    deep = child.answer("text", ExtractOptions(), TEXT)

    assert broken == {"trouble": "its reader failed (KeyError)"}
    assert deep == {"trouble": "it is nested too deeply to be read"}
    with pytest.raises(MemoryError):
        child.answer("text", ExtractOptions(), TEXT)


def test_a_text_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_data: bytes, _options: ExtractOptions) -> Extract:
        return Extract("é" * (MAX_TEXT_BYTES // 2) + "a" * extra[0])

    extra = [0]
    monkeypatch.setattr(text, "read", read)
    assert "text" in child.answer("text", ExtractOptions(), TEXT)
    extra[0] = 1
    assert child.answer("text", ExtractOptions(), TEXT) == {
        "trouble": "its text is larger than 16,777,216 bytes"
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
def test_the_child_bounds_itself() -> None:
    asking = (
        "import resource as r, signal, sys; from claimcheck.documents import child; child.main();"
        "names = ('CPU', 'AS', 'FSIZE', 'CORE');"
        "print([r.getrlimit(getattr(r, f'RLIMIT_{n}')) for n in names], signal.alarm(0) > 0,"
        "file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", asking, "text", "{}", "70", str(2 << 30)],
        input=TEXT,
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout)["text"] == TEXT.decode()
    bounds = [(value, value) for value in (70, 2 << 30, MAX_REPLY_BYTES, 0)]
    assert done.stderr.decode().strip() == f"{bounds} True"


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_an_interruption_at_the_start_of_a_reader_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Interrupted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - as Popen's
            super().__init__(*arguments, **named)
            started.append(self)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(subprocess, "Popen", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        extract.extract(TEXT, "text", ExtractOptions())

    assert [reader.returncode is not None for reader in started] == [True]


def test_reading_can_be_broken_off() -> None:
    cancelled = threading.Event()
    cancelled.set()
    endless = "{\\rtf1" + "{\\b x}" * 2_000_000 + "}"

    with pytest.raises(UnreadableError, match="reading it was broken off"):
        extract.extract(endless.encode(), "rtf", ExtractOptions(), cancelled=cancelled)


@pytest.mark.parametrize(
    "options",
    [
        ExtractOptions(),
        ExtractOptions(whole_page=True),
        ExtractOptions(charset="windows-1252"),
        ExtractOptions(whole_page=True, charset="utf-16", part="2-3"),
    ],
)
def test_how_a_document_was_read_can_be_read_from_its_record(options: ExtractOptions) -> None:
    assert extract.parse_extractor(extract.extractor_of("html", options)) == options


def test_a_record_names_the_edition_of_its_reader_from_the_second_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    options = ExtractOptions(charset="utf-16")
    first = extract.extractor_of("pdf", options)

    monkeypatch.setattr(extract, "EDITION", 2)
    second = extract.extractor_of("pdf", options)

    assert second == first.replace("; text 2", "; text 2; edition 2")
    assert extract.parse_extractor(second) == options


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    for name in ("page.txt", "sound.mp3"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(MAX_DOCUMENT_BYTES + 1)
        with pytest.raises(RequestError, match="is larger than"):
            open_document(str(path), with_media=True)


def test_of_a_folder_what_is_hidden_or_a_link_is_no_document(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".c.txt", "notes.xyz", "sub/d.html", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "linked").symlink_to("sub")

    content = folder_content(tmp_path)

    names = [
        [Path(name).relative_to(tmp_path).as_posix() for name in group]
        for group in (content.documents, content.others)
    ]
    assert names == [["a.txt", "b.txt", "sub/d.html"], ["link.txt", "notes.xyz"]]


def test_a_reader_whose_library_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_name: str) -> None:
        return None

    monkeypatch.setattr("importlib.util.find_spec", nowhere)

    with pytest.raises(MissingLibraryError, match="which reads such documents, is not installed"):
        extract.extractor_of("pdf", ExtractOptions())
    assert extract.extractor_of("text", ExtractOptions()).startswith("claimcheck ")


def test_a_picture_is_a_document_only_where_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "mill.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")

    assert open_document(str(path), with_media=True).suffix == ".png"
    with pytest.raises(RequestError, match="files of this kind are not read"):
        open_document(str(path))


@pytest.mark.parametrize("entry", [b"", b"[]", b"{}", b'{"extractor": "x"}', b'{"trouble": "x"}'])
def test_what_is_kept_of_a_document_is_read_again_where_it_is_damaged(
    monkeypatch: pytest.MonkeyPatch, entry: bytes
) -> None:
    store: dict[str, bytes] = {}
    monkeypatch.setattr(cache, "get", lambda _kind, key: store.get(key))
    monkeypatch.setattr(cache, "put", lambda _kind, key, data: store.update({key: data}))

    first = cached_extraction(TEXT, "text", ExtractOptions(), extract.Bounds())
    ((key, whole),) = store.items()
    store[key] = entry
    again = cached_extraction(TEXT, "text", ExtractOptions(), extract.Bounds())

    assert (again, store) == (first, {key: whole})
    store[key] = whole.replace(b"Monday", b"Sunday")
    read = cached_extraction(TEXT, "text", ExtractOptions(), extract.Bounds())
    assert "Sunday" in read.extract.text
