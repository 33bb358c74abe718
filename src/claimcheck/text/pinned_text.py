"""The form of a text that is taken out of a document and pinned beside it: its few marks.

A pinned text is what a person sees of a document, in reading order. These signs in it are no words:

    form feed           between two pages
    [00:01:02.500]      at the beginning of a line: the time of a cue
    tab                 between the cells of a row; an empty cell keeps its tab
    line feed           the end of a line, a row, a paragraph; an empty line between paragraphs
    ^6   ^(n+1)         raised text: 10^6 is not 106; brackets where it would join what follows
    _2                  lowered text, where it would join a number: log_2 8
    ^3 U+2060           a raised mark that leads to a note, and is no part of the sentence
    ^3) U+2060          the same, as it is printed: 3) or (3), 1,2 or 3–5
    ^[3]                the same in square brackets of the document's, or of several words
    U+001F 2.           the number that a list counts an item with, and a blank: nobody wrote it
    U+001F ☒            a box of a form that is ticked: made, too; ☐ one that is not; ◉ and ○
    U+001C … U+001C     a running head, where the page has it; U+001E for a foot
    U+001F 3 U+001F     the number of a line, as transcripts have them, and a blank
    U+001D [head 3] …   at the end of a page: what stands beside its flow, parted by U+001E
    U+001D, line feed   once, a line of its own: what follows was read, and is not in the flow
    [struck 3] …        a line each after that: what it is, its page or number if any, the words

Whoever looks quotations up reads a text with `gathered`, which sets heads, feet, numbers of lines
and what stands beside pages behind all of them, so that a sentence over a page's end is in one
piece. They take no line from the flow.

A sign of the document that could be taken for one of these is replaced: control characters become
U+FFFD, so that a form feed inside a word is no end of a page. Regions of the text, such as the main
part of a web page or lines whose letters are doubtful, are no marks: the record has their offsets.

Everything here is pure. Readers write a text with the functions of the first half; whoever looks
quotations up reads it with those of the second.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck import model

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT: Final = 2  # 1 had page breaks and times alone, and no word in the record
PAGE_BREAK: Final = "\f"
CELL: Final = "\t"
SEPARATOR: Final = "\x1d"
BESIDE: Final = "\x1e"  # between two things that stand beside one page
UNREADABLE: Final = "\ufffd"
COVERED: Final = "█"  # words that stand under something opaque
_HEAD, _FOOT = "\x1c", "\x1e"  # at both ends of one that runs from page to page
_COUNTED: Final = "\x1f"  # before a number that a list counts, in the file
# The same in a text that is looked up: a blank, so that a sentence that begins there is stripped of
# it, and one that no document keeps.
_COUNTED_BLANK: Final = "\u205f"
_SAME_BLANK: Final = "\u2005"

_CONTROLS: Final = cache(partial(re.compile, r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"))
_INVISIBLE: Final = "\u2060"  # ends the mark of a note: no letter, and nobody sees it
_AS_INVISIBLE: Final = "\ufeff"
_SIGN: Final = "[*∗†‡§¶]{1,3}"
_NUMBER: Final = rf"(?:\d{{1,3}}|{_SIGN})"
_NUMBERS: Final = rf"{_NUMBER}(?:[,;–-]? ?{_NUMBER}){{0,12}}"  # of several notes
_NOTE_MARK: Final = cache(
    partial(
        re.compile,
        rf"\^(?:\[[^\[\]\n]{{1,40}}\]"
        rf"|(?:[^\s\[\]^{_INVISIBLE}]{{1,40}}|{_NUMBERS}){_INVISIBLE})",
    )
)
_PLAIN_MARK: Final = cache(partial(re.compile, rf"\(?[^\W_]{{1,10}}\)|[^\W_]{{1,10}}|{_NUMBERS}"))
_SHORT: Final = re.compile(r"\d+|[^\W\d_]+|[*∗†‡§¶#]+")
_LIST_NUMBER: Final = re.compile(f"{_COUNTED_BLANK}\\S{{1,20}} ?")
# 2.  (b)  5.1  iv): no label that is a word, and none with a blank in it.
_COUNT: Final = r"(?:\d{1,4}|[ivxlcdm]{1,8}|[^\W\d_])"
_COUNTS: Final = cache(
    partial(re.compile, rf"[(\[]?{_COUNT}(?:[.-]{_COUNT}){{0,8}}[.:)\]]{{0,2}}", re.IGNORECASE)
)
_ORDINAL: Final = frozenset(
    {"st", "nd", "rd", "th", "er", "re", "e", "ème", "eme", "ère", "nde", "º", "ª"}
)
_NOTE_NUMBER: Final = cache(partial(re.compile, rf"{_NUMBER}(?:(?:\s?[,;–-]\s?|\s){_NUMBER})*"))
_BEFORE_SEVERAL: Final = re.compile(r"[^\W\d_]{3}$")  # a syllable, in a new line, is as long
_BEFORE_NOTE: Final = cache(
    partial(re.compile, r"[^\W\d_]{4}\)?$|[.,;:!?\"”»’]$|(?<!\d)(?:19|20)\d\d$")
)
_RUNNING: Final = re.compile(
    rf"{_HEAD}([^{_HEAD}\n]*){_HEAD}|{_FOOT}([^{_FOOT}\n]*){_FOOT}"
    rf"|{_COUNTED}(\d{{1,3}}){_COUNTED} ?"
)
_FORM: Final = re.compile(r"; text (\d{1,3})(?=;|$)")
_ASIDE: Final = re.compile(r"\[([a-z]+)(?: ([^\]\n]{1,20}))?\] ")


class AsideKind(StrEnum):
    """What stands aside from the flow."""

    HEAD = "head"  # a running head of a page
    FOOT = "foot"  # a running foot of a page
    LINE = "line"  # numbers of lines in a margin
    NOTE = "note"  # a footnote or an endnote
    STRUCK = "struck"  # struck out: the document takes it back
    BOX = "box"  # a text box beside the flow


_OF_PAGES: Final = frozenset({AsideKind.HEAD, AsideKind.FOOT, AsideKind.LINE})


class Aside(NamedTuple):
    """What was read and is not in the flow.

    Attributes:
        kind: what it is.
        text: its words, without ends of lines.
        label: the page that it stands on, or the number of the note; "" where there is none.
    """

    kind: AsideKind
    text: str
    label: str = ""


def letters_of(text: str) -> str:
    """Return the letters and digits of a text alone, folded: two readings of it share these."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def form_of(extractor: str | None) -> int:
    """Return the form of a text, from what its record says of its extractor.

    Args:
        extractor: the record's word for it; None where there is none, as for plain text.
    """
    hit = _FORM.search(extractor or "")
    return int(hit[1]) if hit else 1


def clean(text: str) -> str:
    """Replace the document's own control characters by U+FFFD; tabs and line feeds stay.

    To be called on what a document says before any mark is put into it. The ends of lines of other
    systems become line feeds, and U+2060 another sign that nobody sees, which ends no mark.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace(_INVISIBLE, _AS_INVISIBLE)
    return _CONTROLS().sub(UNREADABLE, lines)


def raised(text: str, before: str = "", after: str = "") -> str:
    """Return raised text as it is pinned.

    Args:
        text: what is raised.
        before: what stands directly before it; its last sign decides.
        after: what stands directly after it; its first sign decides.

    Returns:
        `^` and the text, as `superscript` has it. The letters of an ordinal number stand unmarked:
        1st, 2nd, 3e. A number after a word of four letters or more, in brackets or not, a year or
        a closing mark is a note's.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    if words.lower() in _ORDINAL and before[-1:].isdigit() and not after[:1].isalnum():
        return words
    if words.startswith("[") and words.endswith("]"):
        return note_mark(words)
    if _looks_like_note(words, before):
        return note_mark(words)
    return superscript(words, after)


def superscript(words: str, after: str = "") -> str:
    """Return raised signs that lead to no note as they are pinned.

    Args:
        words: what is raised.
        after: what stands directly after it; its first sign decides.

    Returns:
        `^` and the signs; in brackets where they are more than one word, or of digits and letters,
        or what follows would join them: a letter joins no digits, so that ¹H is `^1H`.
    """
    joins = _kind_of(words[-1]) != "" and _kind_of(words[-1]) == _kind_of(after[:1])
    plain = len(words) == 1 or _SHORT.fullmatch(words.lstrip("+-−–").replace(".", ""))
    return f"^({words})" if joins or not plain else f"^{words}"


def _kind_of(sign: str) -> str:
    """Return which of the two a sign is; "" for any other, or none."""
    return "digit" if sign.isdigit() else "letter" if sign.isalnum() else ""


def note_mark(text: str) -> str:
    """Return a raised mark that leads to a note as it is pinned: `^3)` and U+2060, or `^[3]`."""
    words = " ".join(text.split())
    if _PLAIN_MARK().fullmatch(words):
        return f"^{words}{_INVISIBLE}"
    words = words.strip("[]()")
    return f"^[{words}]" if words else ""


def list_number(label: str) -> str:
    """Return the number that a list counts an item with as it is pinned, before the item's words.

    Args:
        label: the number as it is shown, `2.` or `(iv)`. One with a word or a sign in it
            (`Article 3`, `§ 3`) is no mere number, and stands unmarked.

    Returns:
        The number, marked, and a blank; "" where the item has none.
    """
    return f"{_COUNTED if _COUNTS().fullmatch(label) else ''}{label} " if label else ""


def form_box(*, is_on: bool, is_round: bool) -> str:
    """Return a box of a form as it is pinned; browsers do not copy it, as they copy no numbers.

    Args:
        is_on: it is ticked.
        is_round: of several such boxes one can be ticked.
    """
    return f"{_COUNTED}{('○◉' if is_round else '☐☒')[is_on]} "


def lowered(text: str, before: str = "", after: str = "") -> str:
    """Return lowered text as it is pinned: as it is, but apart from digits that it would join.

    Args:
        text: what is lowered.
        before: what stands directly before it.
        after: what stands directly after it.
    """
    words = " ".join(text.split())
    if not words or not any(sign.isdigit() for sign in words):
        return words
    mark = "_" if before[-1:].isdigit() else ""
    blank = " " if after[:1].isdigit() and words[-1].isdigit() else ""
    return f"{mark}{words}{blank}"


def running(kind: AsideKind, words: str) -> str:
    """Return a running head or foot as it is pinned between the lines where its page has it.

    Args:
        kind: which of the two it is.
        words: one line of it; a tab between its cells.
    """
    mark = _HEAD if kind is AsideKind.HEAD else _FOOT
    return f"{mark} {words} {mark}"  # the blanks part its words for whoever reads the file


def line_number(number: int) -> str:
    """Return the number of a line as it is pinned before the line's words."""
    return f"{_COUNTED}{number}{_COUNTED} "


def without_running(page: str) -> str:
    """Return a page without the heads, feet and numbers of lines that stand where it has them."""
    return _RUNNING.sub("", page)


def pinned(pages: Sequence[str], asides: Iterable[Aside] = ()) -> str:
    """Put a pinned text together.

    Args:
        pages: the flow, a page each; one where the document has no pages.
        asides: what stands apart from it, in order; heads, feet and numbers of lines have the
            number of their page for a label, and stay at the end of that page. Those whose place
            on the page is known stand in `pages`: see `running` and `line_number`.

    Returns:
        The text, which ends with a line feed. Offsets in the flow, such as those of its regions,
        are those of the pages joined by a form feed, whatever stands aside: see `gathered`.
    """
    beside: dict[str, list[str]] = {}
    numbers = {str(number) for number in range(1, len(pages) + 1)}
    lines = []
    for aside in asides:
        if words := " ".join(aside.text.split()):
            line = (
                f"[{aside.kind} {aside.label}] {words}"
                if aside.label
                else f"[{aside.kind}] {words}"
            )
            if aside.kind in _OF_PAGES and aside.label in numbers:
                beside.setdefault(aside.label, []).append(line)
            else:
                lines.append(f"{line}\n")
    ended = (page if page.endswith("\n") else f"{page}\n" for page in pages)
    flow = PAGE_BREAK.join(
        page + (SEPARATOR + BESIDE.join(beside[str(number)]) if str(number) in beside else "")
        for number, page in enumerate(ended, 1)
    )
    if not flow.endswith("\n"):
        flow += "\n"
    return f"{flow}{SEPARATOR}\n{''.join(lines)}" if lines else flow


def gathered(text: str) -> str:
    """Return a pinned text in which all that stands beside the flow comes behind it.

    A line each, behind the line with the separator. Lines of the flow keep their numbers.
    """
    flow, _, tail = text.partition(f"{SEPARATOR}\n")
    if SEPARATOR not in flow and not _RUNNING.search(flow):
        return text
    pages, lines = [], []
    for number, page in enumerate(flow.split(PAGE_BREAK), 1):
        words, mark, beside = page.partition(SEPARATOR)
        lines += _running_of(words, number)
        pages.append(without_running(words))
        lines += beside.rstrip("\n").split(BESIDE) if mark else []
    return f"{PAGE_BREAK.join(pages)}{SEPARATOR}\n" + "".join(f"{line}\n" for line in lines) + tail


def _running_of(page: str, number: int) -> list[str]:
    """Return what runs through a page as it is set behind the flow: the numbers of lines are one.

    Args:
        page: the page as it is pinned.
        number: its number.
    """
    hits = list(_RUNNING.finditer(page))
    counts = " ".join(hit[3] for hit in hits if hit[3])
    lines = [f"[{AsideKind.LINE} {number}] {counts}"] if counts else []
    for hit in hits:
        if hit[3] is None:
            kind = AsideKind.FOOT if hit[1] is None else AsideKind.HEAD
            lines.append(f"[{kind} {number}] {' '.join((hit[1] or hit[2] or '').split())}")
    return lines


def flow_end(text: str) -> int:
    """Return the offset at which the flow of a gathered text ends."""
    at = text.find(f"{SEPARATOR}\n")
    return len(text) if at < 0 else at


def asides_of(text: str) -> tuple[model.AsideSpan, ...]:
    """Return what stands aside in a gathered text, in order."""
    start = flow_end(text) + len(SEPARATOR) + 1
    spans = []
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if hit := _ASIDE.match(text, start, end):
            spans.append(model.AsideSpan(hit[1], hit[2] or "", start, end))
        start = end + 1
    return tuple(spans)


def without_note_marks(text: str) -> str:
    """Blank the marks of notes, sign for sign, so that a quotation may run over them.

    What it leaves is invisible, so that `2020^3, the` reads `2020, the`; between two letters or
    digits blanks are left, which keep them apart.
    """
    if "^[" not in text and _INVISIBLE not in text:
        return text
    return _NOTE_MARK().sub(_blank, text)


def with_list_numbers(text: str, *, are_marked: bool) -> str:
    """Set blanks for the marks before numbers of lists, sign for sign.

    Args:
        text: a text as it is pinned.
        are_marked: whether a reader marked them, so that no control character is the document's.

    Returns:
        The text, in which `without_list_numbers` tells the marked numbers from all others.
    """
    if _COUNTED_BLANK in text:
        text = text.replace(_COUNTED_BLANK, _SAME_BLANK)
    return text.replace(_COUNTED, _COUNTED_BLANK) if are_marked else text


def without_list_numbers(text: str) -> str:
    """Blank the numbers that lists count their items with, sign for sign.

    Who copies a list out of a browser gets its items without them.

    Args:
        text: a text that `with_list_numbers` returned.
    """
    if _COUNTED_BLANK not in text:
        return text
    return _LIST_NUMBER.sub(lambda hit: " " * len(hit[0]), text)


def _blank(hit: re.Match[str]) -> str:
    text, start, end = hit.string, hit.start(), hit.end()
    apart = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return (" " if apart else _INVISIBLE) * (end - start)


def _looks_like_note(words: str, before: str) -> bool:
    """Whether a raised number can only be a note's: nobody raises a word or a year to a power."""
    if not _NOTE_NUMBER().fullmatch(words):
        return False
    is_several = "," in words and _BEFORE_SEVERAL.search(before)
    return bool(is_several or _BEFORE_NOTE().search(before))
