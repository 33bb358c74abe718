"""Plain text: empty lines part paragraphs; notes as in Markdown, or numbered in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.article_text import article_text
from claimcheck.dossier.article import KIND_WITH_CAPITAL, BlockKind, Draft

if TYPE_CHECKING:
    from claimcheck.dossier.article import Article

SUFFIXES = (".txt", ".text")
_NOTE: Final = re.compile(r"^[ \t]*\[(?P<caret>\^?)(?P<label>[^\s\[\]^]{1,200})\]:?[ \t]+(?=\S)")
_NAMES: Final = re.compile(rf"\b(?:claim|source)\s*:|\b{KIND_WITH_CAPITAL}|@\w")
_ITEM: Final = re.compile(r"^[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]+")
_QUOTED: Final = re.compile(r"^[ \t]*>[ \t]?")
_PARAGRAPH_END: Final = re.compile(r"\n[ \t\f]*(?:\n[ \t\f]*)*\n|\Z")
_LONGEST_HEADING: Final = 120
# A line with a stop in it, or a note's mark, is no headline.
_SENTENCE_END: Final = re.compile(r"[.!?:;,…](?:[\s\"'”’»)\[]|$)|[。！？]|\[\^")


def read(path: str, data: bytes) -> Article:
    """Return an article in plain text."""
    raw = article_text(data)
    draft = Draft(path, raw)
    numbered = _numbered(raw)
    at, first = 0, True
    for stop in _PARAGRAPH_END.finditer(raw):
        if raw[at : stop.start()].strip():
            _read_block(draft, raw, (at, stop.start()), numbered, heading=first)
            first = False
        at = stop.end()
    return draft.article()


def _numbered(raw: str) -> frozenset[str]:
    """The labels of notes that are written without a caret: `[1] claim:bridge-reopened`."""
    labels = set()
    for line in raw.split("\n"):
        match = _NOTE.match(line)
        if match and not match["caret"] and _NAMES.search(line):
            labels.add(match["label"])
    return frozenset(labels)


def _read_block(
    draft: Draft, raw: str, span: tuple[int, int], numbered: frozenset[str], *, heading: bool
) -> None:
    at, end = span
    lines = raw[at:end].split("\n")
    single = len(lines) == 1
    begun = was_quoted = False
    for line in lines:
        note = _NOTE.match(line)
        item, quoted = _ITEM.match(line), _QUOTED.match(line)
        if note and (note["caret"] or note["label"] in numbered):
            draft.end_note()
            draft.begin_note(note["label"], at + note.end())
            draft.add(line[note.end() :], at + note.end())
            begun = False
        elif item or quoted or not begun:
            draft.end_note()
            lead = item or quoted
            shift = lead.end() if lead else len(line) - len(line.lstrip())
            if quoted and was_quoted:
                draft.blank(at)
            else:
                kind = _kind(line, heading=heading and single, item=bool(item), quoted=bool(quoted))
                draft.begin(kind)
            _add(draft, line[shift:].rstrip(), at + shift, numbered)
            begun, was_quoted = True, bool(quoted)
        else:
            draft.blank(at - 1)
            shift = len(line) - len(line.lstrip())
            _add(draft, line[shift:].rstrip(), at + shift, numbered)
        at += len(line) + 1
    draft.end_note()
    draft.end()


def _kind(line: str, *, heading: bool, item: bool, quoted: bool) -> BlockKind:
    if quoted:
        return BlockKind.QUOTE
    if item:
        return BlockKind.ITEM
    short = len(line.strip()) <= _LONGEST_HEADING and not _SENTENCE_END.search(line)
    return BlockKind.HEADING if heading and short else BlockKind.PARAGRAPH


def _add(draft: Draft, line: str, raw_start: int, numbered: frozenset[str]) -> None:
    """Add a line; its numbers in brackets are marks where there are such notes."""
    at = 0
    if numbered:
        for match in re.finditer(r"\[(?P<label>[^\s\[\]^]{1,200})\]", line):
            if match["label"] in numbered:
                draft.add(line[at : match.start()], raw_start + at)
                draft.refer(match["label"], raw_start + match.start(), raw_start + match.end())
                at = match.end()
    draft.add(line[at:], raw_start + at)
