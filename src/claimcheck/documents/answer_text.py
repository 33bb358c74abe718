"""The text of an answer, and where it cites something: whole sentences out, nothing lost.

A statement is a sentence, an item of a list or a row of a table, with all that stands before the
part that is cited, and with a short sentence behind it that calls it false. Headings, the head of a
table, and what introduces a list are no statements: they are the context of what stands below.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.denials import denial_behind
from claimcheck.anchor.sentences import breaks
from claimcheck.documents.answer import (
    MAX_CITATIONS,
    AnswerCitation,
    Statement,
    too_many_citations,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST_STATEMENT: Final = 5_000  # characters; no sentence is longer, so that this is a table
# Characters: in longer texts nothing is looked for that an answer does not say the place of.
LONGEST_SEARCHED: Final = 200_000
_ADDRESS: Final = r"(?:https?|file)://[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?"
_LINK: Final = re.compile(rf"!?\[(?P<words>\[?[^\[\]]{{0,300}}\]?)\]\((?P<address>{_ADDRESS})\)")
_NUMBERS: Final = re.compile(
    r"(?<!\[)\[(?:\^|doc)?(?P<numbers>\d{1,3}(?:\s?[,;–-]\s?(?:\^|doc)?\d{1,3}){0,20})\](?!\()"
)
_OTHER_MARK: Final = re.compile(r"【[^【】]{0,300}】|\ue200[^\ue201]{0,300}\ue201")
_DOMAIN_OR_NUMBER: Final = re.compile(
    r"\[?(?:\d{1,4}|source|[\w-]+(?:\.[\w-]+)+)\]?", re.IGNORECASE
)
_HEADING: Final = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(?P<words>.+?)[ \t#]*\Z")
_BOLD_LINE: Final = re.compile(
    r"[ \t]*(?:\*\*|__)(?P<words>[^*_]{1,120}?)(?:\*\*|__)[ \t]*:?[ \t]*\Z"
)
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•‣▪–]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=\S|\Z)")
_RULER: Final = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}\Z|[ \t]*```.*\Z|[ \t]*~~~.*\Z")
_TABLE_RULER: Final = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\Z")
_QUOTED: Final = re.compile(r"[ \t]*(?:>[ \t]?)+")
# A note that explains a number: `[1]: https://…`, `[1] A title, https://…`, alone on its line.
_NOTE: Final = re.compile(
    rf"^[ \t]*(?:[-*][ \t]+)?\[\^?(?P<number>\d{{1,3}})\]:?[ \t]+(?P<words>[^\n]{{0,300}}?)"
    rf"[<(\[]?(?P<address>{_ADDRESS})[>)\]]?[^\n\w]{{0,20}}$",
    re.MULTILINE,
)
_EMPHASIS: Final = re.compile(
    r"\*\*(?=\S)|(?<=\S)\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
)
_BARE_ADDRESS: Final = re.compile(_ADDRESS)


def nearest_place(text: str, words: str, at: int) -> int:
    """Return where some words stand in a text, as near to an offset as they do; -1 for nowhere.

    Args:
        text: the text; of a longer one than `LONGEST_SEARCHED`, nothing is looked for.
        words: the words.
        at: the offset, in code points.
    """
    if not words or len(text) > LONGEST_SEARCHED:
        return -1
    before = text.rfind(words, 0, max(0, at) + len(words))
    after = text.find(words, max(0, at))
    if before < 0 or after < 0:
        return max(before, after)
    return before if at - before <= after - at else after


@dataclass(frozen=True, slots=True)
class CitedSpan:
    """A part of an answer's text, and what is cited for it.

    Attributes:
        start: the offset at which it begins, in code points; None where the answer does not say for
            which part it cites something.
        end: where it ends; the same as `start` for a place behind which the citation is set.
        citation: what is cited.
    """

    start: int | None
    end: int | None
    citation: AnswerCitation


@dataclass(slots=True)
class AnswerText:
    """A text that is put together of pieces, each with what it cites."""

    raw: str = ""
    spans: list[CitedSpan] = field(default_factory=list)

    def add(self, text: str, citations: Iterable[AnswerCitation] = ()) -> None:
        """Add a piece, and what it cites.

        A piece without words, or none, belongs to what stands before it.
        """
        joint = self.raw[-1:]
        if text[:1].isalnum() and joint and joint in ".!?:;":
            self.raw += " "
        start = len(self.raw)
        self.raw += text
        if not any(map(str.isalnum, text)):
            start = len(self.raw.rstrip())
        end = max(start, len(self.raw))
        self.spans += [CitedSpan(start, end, citation) for citation in citations]

    def part(self) -> None:
        """Begin a new paragraph."""
        if self.raw:
            self.raw += "\n\n"

    def statements(self) -> Iterator[Statement]:
        """Yield the statements of the whole text."""
        return statements_of(self.raw, self.spans)


def numbered_marks(raw: str) -> Iterator[tuple[int, int, int]]:
    """Yield each number of marks such as `[1]`, `[2, 3]` or `[doc4]`, with the mark's offsets."""
    for mark in _NUMBERS.finditer(raw):
        numbers = re.findall(r"[,;–-]?\s?(?:\^|doc)?(\d+)", mark["numbers"])
        values = [int(number) for number in numbers]
        if re.fullmatch(r"\d+\s?[–-]\s?\d+", mark["numbers"]) and values[0] < values[1]:
            values = list(range(values[0], min(values[1], values[0] + 20) + 1))
        for value in values:
            yield mark.start(), mark.end(), value


def link_marks(raw: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the links of a text: offsets, the words that are linked, the address."""
    for link in _LINK.finditer(raw):
        yield link.start(), link.end(), link["words"], link["address"]


def statements_of(raw: str, spans: Sequence[CitedSpan]) -> Iterator[Statement]:
    """Yield a statement for each sentence and each item of a list, in the order of the text.

    Args:
        raw: the answer's text, Markdown or plain.
        spans: which parts cite what. Where there is none, the links of the text are what it cites,
            and numbers that it explains itself (`[1]: https://…`).

    Raises:
        AnswerError: more is cited for a statement than can be judged.
    """
    if not spans:
        raw, spans = _cited_in_words(raw)
    cleaned = _without_marks(raw, spans)
    sentences = list(_with_denials(cleaned.text))
    citations: list[dict[AnswerCitation, None]] = [{} for _ in sentences]
    placeless: dict[AnswerCitation, None] = {}
    starts = [sentence.start for sentence in sentences]
    for span in spans:
        if span.start is None or span.start > len(raw):
            placeless[span.citation] = None
            continue
        start = cleaned.offset(span.start)
        end = cleaned.offset(max(span.start, span.end or span.start))
        for number in _cited(cleaned.text, start, end, sentences, starts):
            citations[number][span.citation] = None
            if len(citations[number]) > MAX_CITATIONS:
                raise too_many_citations()
    if len(placeless) > MAX_CITATIONS:
        raise too_many_citations()
    targets = [number for number, cited in enumerate(citations) if not cited] or [0]
    for number in targets if sentences else ():
        citations[number] |= (
            placeless if len(sentences) == 1 else dict.fromkeys(map(_loose, placeless))
        )
    for sentence, cited in zip(sentences, citations, strict=True):
        if sentence.is_context and not cited:
            continue
        yield Statement(sentence.words, tuple(cited), sentence.context)


def _cited_in_words(raw: str) -> tuple[str, list[CitedSpan]]:
    """Return a text without its notes, and what its links and its numbers cite."""
    notes = {
        int(note["number"]): AnswerCitation("", _names(note["words"], note["address"]))
        for note in _NOTE.finditer(raw)
    }
    body = _NOTE.sub("", raw) if notes else raw
    spans = [
        CitedSpan(start, end, notes[number])
        for start, end, number in numbered_marks(body)
        if number in notes
    ]
    spans += [
        CitedSpan(start, end, AnswerCitation("", _names(words, address)))
        for start, end, words, address in link_marks(body)
    ]
    return body, spans


def _names(words: str, address: str) -> tuple[str, ...]:
    """Return what a linked page is called: the words that are linked, where they tell; where."""
    title = " ".join(_EMPHASIS.sub("", words).split()).strip(" ,:–—-[]*")
    telling = any(map(str.isalpha, title)) and not _DOMAIN_OR_NUMBER.fullmatch(title)
    return (title, address) if telling else (address,)


def _loose(citation: AnswerCitation) -> AnswerCitation:
    return AnswerCitation(citation.quote, citation.names, citation.page, placed=False)


@dataclass(frozen=True, slots=True)
class _Cleaned:
    """A text without marks of citations; `origins` holds each character's offset in the raw one."""

    text: str
    origins: list[int]

    def offset(self, raw: int) -> int:
        return bisect_left(self.origins, raw)


class _Cleaning:
    """A raw text, piece by piece without the marks of citations."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.origins: list[int] = []
        self._pieces: list[str] = []

    def keep(self, start: int, end: int) -> None:
        """Take a part of the raw text as it is."""
        self._pieces.append(self.raw[start:end])
        self.origins.extend(range(start, end))

    def drop(self, start: int, end: int) -> None:
        """Leave out a mark, with the blank before it or between the words around it."""
        following = self.raw[end : end + 1]
        while self._pieces and self._pieces[-1][-1:] in {" ", "\t"} and following in _CLOSING:
            self._pieces[-1] = self._pieces[-1][:-1]
            self.origins.pop()
        before = self._pieces[-1][-1:] if self._pieces else ""
        if before and not before.isspace() and following.isalnum():
            self._pieces.append(" ")
            self.origins.append(start)

    def done(self) -> _Cleaned:
        return _Cleaned("".join(self._pieces), self.origins)


def _without_marks(raw: str, spans: Sequence[CitedSpan]) -> _Cleaned:
    annotated = {(span.start, span.end) for span in spans}
    words: dict[tuple[int, int], tuple[int, int]] = {}
    marks = [mark.span() for each in (_NUMBERS, _OTHER_MARK) for mark in each.finditer(raw)]
    for link in _LINK.finditer(raw):
        marks.append(place := _link_span(raw, link))
        if place == link.span() and not _is_mark(raw, link, annotated):
            words[place] = link.span("words")
    cleaning, at = _Cleaning(raw), 0
    for start, end in sorted(marks):
        if start < at:
            continue
        cleaning.keep(at, start)
        if citations := words.get((start, end)):
            cleaning.keep(*citations)
        else:
            cleaning.drop(start, end)
        at = end
    cleaning.keep(at, len(raw))
    return cleaning.done()


_CLOSING: Final = {"", " ", "\t", "\n", "\r", ".", ",", ";", ":", "!", "?", "[", "(", "【"}


def _link_span(raw: str, link: re.Match[str]) -> tuple[int, int]:
    """Return a link's offsets, with the parentheses around it where it is a mark."""
    start, end = link.span()
    if raw[start - 1 : start] == "(" and raw[end : end + 1] == ")":
        return start - 1, end + 1
    return start, end


def _is_mark(raw: str, link: re.Match[str], annotated: set[tuple[int | None, int | None]]) -> bool:
    """Whether a link is a citation's mark, not words of the sentence that are linked."""
    if link[0].startswith("!") or _DOMAIN_OR_NUMBER.fullmatch(link["words"].strip() or "1"):
        return True
    line = raw[max(0, link.start() - _LONGEST_SIGN) : link.start()].rpartition("\n")[2]
    if _ITEM.fullmatch(line):
        return False
    before = line.rstrip()[-1:]
    return link.span() in annotated and before in {".", "!", "?", "。", "”", '"'}


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or an item: offset, text, what it stands beneath, and whether it only leads."""

    start: int
    text: str
    context: tuple[str, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's offsets in the text without marks, and its words."""

    start: int
    end: int
    block: int
    words: str
    context: tuple[str, ...]
    is_context: bool


def _with_denials(text: str) -> Iterator[_Sentence]:
    """Yield the sentences of a text, each with the one behind it that calls it false."""
    for block in _blocks(text):
        sentences = list(_sentences(block))
        number = 0
        while number < len(sentences):
            sentence = sentences[number]
            end = sentence.start + len(text[sentence.start : sentence.end].rstrip())
            following = sentences[number + 1 : number + 2]
            if following and denial_behind(text, sentence.start, end):
                denial = following[0]
                words = f"{sentence.words} {denial.words}"
                yield replace(denial, start=sentence.start, words=words)
                number += 1
            else:
                yield sentence
            number += 1


def _blocks(text: str) -> Iterator[_Block]:
    headings: list[tuple[int, str]] = []
    lead = ""
    lines = _lines(text)
    number = 0
    while number < len(lines):
        start, line = lines[number]
        if heading := _heading_of(line):
            level, words = heading
            headings = [item for item in headings if item[0] < level]
            headings.append((level, words))
            lead = ""
            yield _Block(start, line, tuple(word for _, word in headings[:-1]), leads=True)
            number += 1
            continue
        if not line.strip() or _RULER.match(line) or _TABLE_RULER.match(line):
            number += 1
            continue
        is_item, is_row = bool(_ITEM.match(line)), _is_row(line)
        if is_row and _is_head(lines, number):
            lead = _words(line)
            yield _Block(start, line, tuple(words for _, words in headings), leads=True)
            number += 1
            continue
        last = number
        if not is_row:
            while last + 1 < len(lines) and _continues(lines[last][1], lines[last + 1][1]):
                last += 1
        end = lines[last][0] + len(lines[last][1])
        context = tuple(words for _, words in headings)
        body = text[start:end]
        behind = (lines[at][1] for at in range(last + 1, len(lines)))
        following = next((other for other in behind if other.strip()), "")
        leads = body.rstrip().endswith((":", "：")) and bool(_ITEM.match(following))
        if not is_item and not is_row:
            lead = ""
        yield _Block(start, body, (*context, *([lead] if lead else [])), leads)
        if leads and not is_item:
            lead = _words(_last_sentence(body))
        number = last + 1


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table."""
    return line.lstrip().startswith("|")


def _is_head(lines: Sequence[tuple[int, str]], number: int) -> bool:
    """Whether a row of a table is its head: a ruler stands below it."""
    return number + 1 < len(lines) and bool(_TABLE_RULER.match(lines[number + 1][1]))


def _lines(text: str) -> list[tuple[int, str]]:
    lines, at = [], 0
    for line in text.split("\n"):
        quoted = _QUOTED.match(line)
        skipped = quoted.end() if quoted else 0
        lines.append((at + skipped, line[skipped:]))
        at += len(line) + 1
    return lines


def _heading_of(line: str) -> tuple[int, str] | None:
    if heading := _HEADING.match(line):
        return len(line) - len(line.lstrip(" \t#")), _words(heading["words"])
    bold = _BOLD_LINE.match(line)
    if bold and not bold["words"].rstrip().endswith((".", "!", "?")):
        return 9, _words(bold["words"])
    return None


def _continues(line: str, following: str) -> bool:
    """Whether a line goes on in the following one: a text that was broken for its width."""
    if not following.strip() or _ITEM.match(following) or _heading_of(following):
        return False
    if _RULER.match(following) or _TABLE_RULER.match(following) or following.lstrip()[0] == "|":
        return False
    first = following.lstrip()[0]
    return first.islower() or line.rstrip()[-1:] in {",", ";", "-", "–", "("}


def _last_sentence(text: str) -> str:
    borders = [0, *breaks(text, 0, len(text))]
    return next((text[at:] for at in reversed(borders) if text[at:].strip()), text)


def _sentences(block: _Block) -> Iterator[_Sentence]:
    item = _ITEM.match(block.text)
    first = item.end() if item else 0
    ends = () if _is_row(block.text) else breaks(block.text, first, len(block.text))
    borders = [first, *(at for at in ends if at > first)]
    borders.append(len(block.text))
    pieces = [piece for start, end in pairwise(borders) for piece in _short(block.text, start, end)]
    spans_of_words = [(start, end) for start, end in pieces if _words(block.text[start:end])]
    for start, end in spans_of_words:
        words = _words(block.text[start:end])
        is_last = (start, end) == spans_of_words[-1]
        yield _Sentence(
            block.start + start,
            block.start + end,
            block.start,
            words,
            block.context,
            block.leads and is_last,
        )


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_STATEMENT:
        blank = text.rfind(" ", start + _LONGEST_STATEMENT // 2, start + _LONGEST_STATEMENT)
        cut = blank if blank > 0 else start + _LONGEST_STATEMENT
        yield start, cut
        start = cut
    yield start, end


def _words(text: str) -> str:
    """Return a sentence on one line, without signs of markup; nothing where it says nothing."""
    heading = _HEADING.match(text)
    plain = _EMPHASIS.sub("", heading["words"] if heading else text)
    if _is_row(plain):
        plain = " | ".join(filter(str.strip, plain.split("|")))
    folded = " ".join(plain.split())
    return folded if any(map(str.isalnum, _BARE_ADDRESS.sub("", folded))) else ""


def _cited(
    text: str, start: int, end: int, sentences: Sequence[_Sentence], starts: Sequence[int]
) -> list[int]:
    """Return the numbers of the sentences that a part of the text touches, or stands behind."""
    if not sentences:
        return []
    if any(map(str.isalnum, text[start:end])):
        first = max(0, bisect_right(starts, start) - 1)
        touched = []
        whole = sum(map(str.isalnum, text[start:end]))
        for number in range(first, len(sentences)):
            sentence = sentences[number]
            if sentence.start >= end:
                break
            low, high = max(start, sentence.start), min(end, sentence.end)
            letters = sum(map(str.isalnum, text[low:high]))
            if letters >= min(_FEWEST_LETTERS, whole):
                touched.append(number)
        if touched:
            return touched
    before = bisect_left(starts, start) - 1
    if before < 0:
        return [0]
    after = before + 1
    begins_block = "\n" in text[sentences[before].end : start] or sentences[before].end < start - 2
    if (
        after < len(sentences)
        and begins_block
        and sentences[after].block != sentences[before].block
        and "\n" not in text[start : sentences[after].start]
    ):
        return [after]
    return [before]


_LONGEST_SIGN: Final = 20  # characters of what an item of a list begins with
_FEWEST_LETTERS: Final = 3  # a part of fewer letters of a sentence is an offset that is not exact
