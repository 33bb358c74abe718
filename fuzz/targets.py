# ruff: noqa: INP001, S101, PT017 - scripts, no package; an assert is what a fuzzer waits for
"""What is fuzzed: functions of bytes that may answer anything, and must raise nothing."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from claimcheck.anchor import locate, too_short
from claimcheck.documents import child
from claimcheck.documents import extract as extraction
from claimcheck.documents import readers as document_readers
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier import baseline_file, strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.config import parse_toml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.parties_file import read_parties
from claimcheck.dossier.review_file import read_reviews
from claimcheck.editing import EditError, EvidenceToWrite, with_evidence
from claimcheck.editing.splice import meaning
from claimcheck.model import Quote, Stance
from claimcheck.model.errors import ProjectError, UnreadableError
from claimcheck.system import plugins
from claimcheck.system.overlay import OverlayTree
from claimcheck.system.tree import EmptyTree
from claimcheck.text.ignorable import without_marks

if TYPE_CHECKING:
    from collections.abc import Callable


def load(data: bytes) -> None:
    """Read bytes as every kind of file that a project holds."""
    document = strict_yaml.read(data)
    assert len(document.flaws) <= strict_yaml.MAX_YAML_FLAWS + 1
    for problem in document.flaws:
        assert problem.message
        assert problem.line >= 0
    flaws = FlawLog("claims/c1.yaml")
    read_claim(document, "c1", flaws)
    read_reviews(document, flaws)
    read_parties(document, flaws)
    assert all(flaw.message and "\n" not in flaw.message for flaw in flaws.flaws)
    try:
        parse_toml(data, "claimcheck.toml")
    except ProjectError as refused:
        assert refused.problems


def anchor(data: bytes) -> None:
    """Look for the bytes before the first NUL in those after it."""
    exact, _, source = data.decode("utf-8", "replace").partition("\0")
    quote = Quote(exact)
    place = locate(quote, source)
    too_short(quote)
    if place.start is not None:
        assert place.end is not None
        assert 0 <= place.start <= place.end <= len(source)


def edit(data: bytes) -> None:
    """Add the words after the last NUL to the claim before it: nothing else may change."""
    claim, _, words = data.rpartition(b"\0")
    exact = words.decode("utf-8", "replace")
    item = EvidenceToWrite("doc1", Stance.CONTEXT, Quote(exact))
    try:
        edited = with_evidence(claim, item)
    except EditError as refused:
        assert str(refused)
        return
    before, after = strict_yaml.read(claim).root, strict_yaml.read(edited).root
    assert isinstance(before, strict_yaml.MappingNode)
    assert isinstance(after, strict_yaml.MappingNode)
    was, now = meaning(before), meaning(after)
    assert isinstance(was, dict)
    assert isinstance(now, dict)
    items, more = was.pop("evidence", None) or [], now.pop("evidence")
    assert was == now
    assert isinstance(items, list)
    assert isinstance(more, list)
    assert more[:-1] == items
    assert isinstance(more[-1], dict)
    assert more[-1]["quote"] == without_marks(exact)
    comments = [line.strip() for line in claim.splitlines() if line.lstrip().startswith(b"#")]
    lines = [line.strip() for line in edited.splitlines()]
    assert all(comment in lines for comment in comments)


def _holding(data: bytes) -> OverlayTree:
    """A project that holds a baseline alone."""
    return OverlayTree(EmptyTree(), baseline_file.FILE, data)


def json(data: bytes) -> None:
    """Read bytes as a baseline, and as what the child that reads documents answers."""
    try:
        baseline = baseline_file.read_baseline(_holding(data))
    except ProjectError as refused:
        assert refused.problems
    else:
        assert baseline is not None
        again = baseline_file.read_baseline(
            _holding(baseline_file.baseline_text(baseline.accepted).encode())
        )
        assert again is not None
        assert len(again.accepted) == len(baseline.accepted)
    try:
        assert isinstance(extraction.parse_reply(data).text, str)
    except UnreadableError as refused:
        assert isinstance(str(refused), str)


# The first ones in the order that inputs were kept for, so that a new reader changes none of them.
KINDS = tuple(
    dict.fromkeys(
        (
            *("docx", "html", "mail", "mhtml", "pdf", "subtitles", "text", "warc"),
            *plugins.names(document_readers),
        )
    )
)
# The first sixteen go by the lower half of all bytes, as they did when there were no more.
_LOWER = 16
_UPPER = 128
assert len(KINDS) <= 2 * _LOWER
# Imported here and not when first used, so that the fuzzer sees which branches an input takes.
for _kind in KINDS:
    plugins.module(document_readers, _kind)


def readers(data: bytes) -> None:
    """Read bytes as a document, of the kind that the first byte tells."""
    number = len(KINDS)
    if data:
        number = data[0] % _LOWER + (_LOWER if data[0] >= _UPPER else 0)
    name = KINDS[number] if number < len(KINDS) else "text"
    answer = child.answer(
        name, ExtractOptions(whole_page=bool(data) and data[0] >= ord("a")), data[1:]
    )
    try:
        extract = extraction.parse_reply(dumps(answer).encode("ascii"))
    except UnreadableError as refused:
        assert str(refused)
        assert "gave no answer" not in str(refused)
    else:
        extract.text.encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "load": load,
    "anchor": anchor,
    "edit": edit,
    "json": json,
    "readers": readers,
}
