"""What holds for everything that claimcheck ever says, whatever it was given."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt

from hostile.layout import CANARY, MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hostile.layout import Case

_CRASH = re.compile(
    r"Traceback|(?:Recursion|Memory|Assertion|UnicodeEncode|UnicodeDecode|Markup)Error"
    r"|Fatal Python|claimcheck itself failed|Exception ignored"
)
_RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufe00-\ufe0f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
# GitHub's runner takes a line for a command wherever `::` or `##[` begins it.
_COMMAND = re.compile(rf"(?m)^[ \t]*(?:::[A-Za-z-]+(?: (?:(?!::)[^\n])*)?::|##\[[^\]\n]*\]){MARK}")
_PLACED = re.compile(r"(?m)^\S+:\d+:\d+: error\[[a-z-]+\]")
_FORMULA = re.compile(r"[=+@\t\r-]")
MAX_OUTPUT = 1 << 20  # of a check
MAX_SHOWN = 2 << 20  # of a command that shows all of a claim


def broken(case: Case, status: int, out: str, err: str) -> Iterator[str]:
    """Yield what is wrong with the answer of `check`."""
    if status != case.status:
        yield f"exit status {status}, not {case.status}: {(err or out)[:300]}"
    if case.mention and case.mention not in out + err:
        yield f"does not speak of {case.mention}"
    if status == 1 and case.placed and not _PLACED.search(out):
        yield "no error with line and column"
    if status == 2 and not err.startswith("error: "):
        yield "exit status 2 without a reason"
    if len(out + err) > MAX_OUTPUT:
        yield f"{len(out + err):,} characters of output"
    yield from broken_anyhow(case, status, out + err)


def broken_anyhow(case: Case, status: int, result: str) -> Iterator[str]:
    """Yield what no command may ever do."""
    if status not in {0, 1, 2}:
        yield f"exit status {status}"
    if crash := _CRASH.search(result):
        yield f"a crash: {crash[0]}"
    if raw := _RAW.search(result):
        yield f"raw U+{ord(raw[0]):04X} in the output"
    if command := _COMMAND.search(result):
        yield f"a live workflow command: {command[0]!r}"
    if len(result) > MAX_SHOWN:
        yield f"{len(result):,} characters of output"
    for secret in {CANARY, "root:x:0", case.never} - {""}:
        if secret in result:
            yield f"says {secret!r}"


def broken_format(name: str, result: str) -> Iterator[str]:
    """Yield what is wrong with a text in a format that other programs read."""
    try:
        if name in {"json", "sarif", "gitlab"}:
            json.dumps(json.loads(result), ensure_ascii=False).encode()
        elif name == "junit":
            ET.fromstring(result)  # noqa: S314 - written by ourselves
    except (ValueError, ET.ParseError) as error:
        yield f"{name}: not well formed: {error}"
    if name == "csv":
        yield from _broken_csv(result)
    if name == "markdown":
        yield from _broken_markdown(result)
    if name in {"terminal", "concise", "github"} and "##[" in result:
        yield f"{name}: a live workflow command"


def _broken_csv(result: str) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(result)))
    if any(len(row) != len(rows[0]) for row in rows):
        yield "csv: rows of different length"
    for cell in {cell for row in rows for cell in row}:
        if _FORMULA.match(cell):
            yield f"csv: a cell begins like a formula: {cell[:20]!r}"


def _broken_markdown(result: str) -> Iterator[str]:
    blocks = MarkdownIt("commonmark").enable("table").parse(result)
    for part in (part for block in blocks for part in (block, *(block.children or ()))):
        if part.type.startswith("html") and re.search(rf"<(?:img|script)|{MARK}", part.content):
            yield f"markdown: live HTML: {part.content[:60]!r}"
        if part.type in {"link_open", "image"}:
            yield f"markdown: a live link: {part.attrs!r}"
