"""What files say, as values and as flaws: one golden text for each kind of file."""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.claim_value import written
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.parties_file import read_parties
from claimcheck.dossier.review_file import read_reviews, write_reviews
from claimcheck.dossier.source_file import read_source, restore_line_ends
from claimcheck.dossier.strict_yaml import read
from claimcheck.model import Place
from claimcheck.model.chain import LONGEST_CHAIN
from claimcheck.system.git import Blob, Commit
from support.trees import tree_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

CASES = Path(__file__).parent / "cases"
CASE = re.compile(r"^=== (.*)\n", re.MULTILINE)
PAGES = "one\ftwo\n"
CRLF = b"First line.\r\nSecond line.\r\n"
LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n"
ERROR = "<!DOCTYPE html><html><title>404 Not Found</title><p>gone</html>"


def sha256(content: str | bytes) -> str:
    data = content if isinstance(content, bytes) else content.encode()
    return hashlib.sha256(data).hexdigest()


# What the records in `cases/sources.txt` name; `{a.txt}` there stands for a hash.
FILES: dict[str, str | bytes] = {
    "a.txt": "The bridge was closed.\n", "bom.md": "\ufeffThe bridge.\n", "crlf.txt": CRLF,
    "lf.txt": CRLF.replace(b"\r\n", b"\n"), "latin.txt": b"one\ncaf\xe9\n", "zero.txt": b"a\0b",
    "empty.txt": "", "blank.md": " \n", "pages.txt": PAGES, "a.pdf": b"%PDF-1.4 \xff",
    "lfs.pdf": LFS, "page.pdf": ERROR, "error.html": ERROR, "page.html": "<html><p>Fine.</html>",
    "annex.pdf": "../.git/annex/objects/x/y\n", "deep/a.txt": "Deep.\n",
    "times.vtt": "[00:01] One.\n", "large.txt": b"x" * ((16 << 20) + 1),
}  # fmt: skip
TREE = Commit(
    "",
    {
        **{f"sources/{name}": Blob(name) for name in FILES},
        "sources/link.txt": Blob("", "it is a symbolic link"),
    },
    tree_of(FILES).stream,
)


def shown(value: object, name: str = "", indent: int = 0) -> Iterator[str]:
    """Yield a value line by line, without what is as usual."""
    blanks = "  " * indent + (f"{name}: " if name else "")
    if isinstance(value, Place):
        yield f"{blanks}{value.line}:{value.column}"
    elif hasattr(value, "_fields") or is_dataclass(value):
        yield f"{blanks}{type(value).__name__}"
        for part in getattr(value, "_fields", None) or [each.name for each in fields(value)]:  # type: ignore[arg-type] # one of the two
            content = getattr(value, part)
            if content not in (None, (), "", False, 0):
                yield from shown(content, part, indent + 1)
    elif (
        isinstance(value, tuple)
        and value
        and (hasattr(value[0], "_fields") or is_dataclass(value[0]))
    ):
        for number, item in enumerate(value, 1):
            yield from shown(item, f"{name} {number}".strip(), indent)
    else:
        yield f"{blanks}{str(value) if not isinstance(value, str) else repr(str(value))}"


def claim(text: str, log: FlawLog) -> object:
    return read_claim(read(text.encode()), "a", log)


def reviews(text: str, log: FlawLog) -> object:
    return read_reviews(read(text.encode()), log)


def parties(text: str, log: FlawLog) -> object:
    return tuple(read_parties(read(text.encode()), log).values())


def source(text: str, log: FlawLog) -> object:
    log = FlawLog("sources/a.yaml", source="a") if not log.flaws else log
    return read_source(read(text.encode()), "a", TREE, log)


READERS: dict[str, Callable[[str, FlawLog], object]] = {
    "claims": claim,
    "reviews": reviews,
    "parties": parties,
    "sources": source,
}


@pytest.mark.parametrize("kind", READERS)
def test_files_say_what_stands_in_them(kind: str, golden: Callable[[Path, str], None]) -> None:
    parts = CASE.split((CASES / f"{kind}.txt").read_text("utf-8"))[1:]
    lines = []
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        for file, content in FILES.items():
            text = text.replace(f"{{{file}}}", sha256(content))  # noqa: PLW2901 - the same text
        log = FlawLog(f"{kind}/a.yaml", **{kind[:-1]: "a"} if kind in {"claims", "sources"} else {})
        value = READERS[kind](text, log)
        lines += [f"=== {name}", *shown(value or "nothing")]
        lines += [
            f"! {flaw.place.line}:{flaw.place.column} {flaw.message}\n  | {flaw.help}"
            for flaw in log.flaws
        ]

    golden(CASES / f"{kind}.golden.txt", "\n".join([*lines, ""]))


def test_reviews_are_written_as_they_are_read() -> None:
    texts = CASE.split((CASES / "reviews.txt").read_text("utf-8"))[2::2]

    assert texts
    for text in texts:
        log = FlawLog("reviews/a.yaml")
        read_once = read_reviews(read(text.encode()), log)
        again = read_reviews(read(write_reviews(read_once).encode()), FlawLog("reviews/a.yaml"))
        assert [(each.by, each.on, each.fingerprint, each.snapshot) for each in again] == sorted(
            (each.by, each.on, each.fingerprint, each.snapshot) for each in read_once
        )
        assert [each.signature and each.signature.text for each in again] == [
            each.signature and each.signature.text
            for each in sorted(read_once, key=lambda review: review.by)
        ]


@pytest.mark.parametrize(
    ("data", "expected", "restored"),
    [
        (b"a\nb\n", b"a\r\nb\r\n", True),
        (b"a\r\nb\n", b"a\nb\n", True),
        (b"a\r\nb\n", b"a\r\nb\r\n", True),
        (b"a\nb", b"a\nc", False),
    ],
)
def test_line_ends_are_restored_where_they_lead_to_the_hash(
    data: bytes, expected: bytes, restored: bool
) -> None:
    assert restore_line_ends(data, sha256(expected)) == (expected if restored else None)


@pytest.mark.parametrize("length", [LONGEST_CHAIN, LONGEST_CHAIN + 1])
def test_parents_do_not_go_on_for_ever(length: int) -> None:
    text = "".join(f"p{n}: {{name: N{n}, parent: p{n + 1}}}\n" for n in range(length))
    log = FlawLog("parties.yaml")

    read_parties(read(text.encode()), log)

    assert [flaw.message for flaw in log.flaws] == [
        "the parents of 'p0' go on for more than 100 steps"
    ] * (length > LONGEST_CHAIN)


def test_a_value_is_written_as_it_was_read() -> None:
    text = CASE.split((CASES / "claims.txt").read_text("utf-8"))[4]
    asserted = read_claim(read(text.encode()), "a", FlawLog("claims/a.yaml"))
    assert asserted is not None
    cell, total = (written(item.value) for item in asserted.evidence if item.value)

    assert cell == {
        "at": "row=Elm; column=injured",
        "is": "14",
        "unit": "people",
        "rounding": "to 10",
        "decimal": "comma",
    }
    assert total == {"sum": ("row=Elm; column=injured", "column=injured"), "is": "30"}


def test_twice_as_many_parents_in_a_row_take_twice_the_work() -> None:
    def lines_run(parties: int) -> int:
        row = "".join(f"p{n}: {{name: N{n}, parent: p{n + 1}}}\n" for n in range(parties))
        document = read(row.encode())
        lines = 0

        def count(_frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401 - itself
            nonlocal lines
            lines += event == "line"
            return count

        tracing = sys.gettrace()
        sys.settrace(count)
        try:
            read_parties(document, FlawLog("parties.yaml"))
        finally:
            sys.settrace(tracing)
        return lines

    assert lines_run(600) < 2.5 * lines_run(300)
