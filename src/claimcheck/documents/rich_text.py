"""RTF, read sign by sign: words with marks of a walk, what stands aside, what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from claimcheck.documents import flow
from claimcheck.documents.symbol_fonts import letter
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import COVERED, UNREADABLE, Aside, AsideKind, clean, list_number

_TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,40})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_DEEPEST: Final = 1000
_SIGNS: Final = {
    "par": flow.PARAGRAPH, "sect": flow.PARAGRAPH, "page": flow.PARAGRAPH, "line": flow.LINE,
    "softline": flow.LINE, "column": " ", "tab": flow.TAB, "emdash": "—", "endash": "–",
    "emspace": " ", "enspace": " ", "qmspace": " ", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "nestcell": " ", "nestrow": " ",
}  # fmt: skip
_ESCAPED: Final = {
    b"\\": "\\", b"{": "{", b"}": "}", b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011",
    b"\n": flow.PARAGRAPH, b"\r": flow.PARAGRAPH, b"\t": flow.TAB,
}  # fmt: skip
# Groups whose words are no part of the text.
_LEFT_OUT: Final = frozenset(
    {
        "colortbl", "stylesheet", "pict", "object", "themedata", "datastore", "fldinst", "xe", "tc",
        "listtable", "listoverridetable", "rsidtbl", "generator", "filetbl", "revtbl", "bkmkstart",
        "bkmkend", "annotation", "atnid", "atnauthor", "atntime", "atnref", "atndate", "private",
        "pgptbl", "nonesttables", "latentstyles", "mmathPr", "xmlnstbl", "template", "passwordhash",
        "nonshppict", "shprslt",
        "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "formfield", "datafield", "blipuid", "sp",
        "shpinst", "pntxta", "pntxtb", "panose", "falt", "userprops", "nextfile", "docvar",
    }
)  # fmt: skip
_STARRED: Final = frozenset({"shpinst", "shptxt", "footnote", "nesttableprops", "pntext"})
_HEADS: Final = {
    "header": AsideKind.HEAD, "headerl": AsideKind.HEAD, "headerr": AsideKind.HEAD,
    "headerf": AsideKind.HEAD, "footer": AsideKind.FOOT, "footerl": AsideKind.FOOT,
    "footerr": AsideKind.FOOT, "footerf": AsideKind.FOOT,
}  # fmt: skip
_ABOUT: Final = frozenset({"title", "author"})
_COLORS: Final = "colortbl"
_COLOR_PARTS: Final = {"red": 0, "green": 1, "blue": 2}
_COLORED: Final = frozenset({"cb", "highlight", "chcbpat", "cbpat"})
_WHITE: Final = (255, 255, 255)
# What may lie behind a text and make white letters seen.
_GROUNDS: Final = re.compile(rb"\\(?:background|shp|pict|do|object)\b")
_NUMBERS: Final = frozenset({"listtext", "pntext"})
_APART: Final = frozenset({"fonttbl", "info", "shptxt", "footnote", *_NUMBERS})
_CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 78: "cp932", 79: "cp949", 80: "gb18030", 81: "big5hkscs",
    85: "mac_greek", 86: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic", 128: "cp932",
    129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_PAGES: Final = {
    "cp936": "gb18030", "cp950": "big5hkscs", "cp10000": "mac_roman", "cp10001": "cp932",
    "cp10002": "big5hkscs", "cp10003": "cp949", "cp10006": "mac_greek", "cp10007": "mac_cyrillic",
    "cp10008": "gb18030", "cp10029": "mac_latin2", "cp10081": "mac_turkish", "cp65001": "utf-8",
}  # fmt: skip
_MARKERS: Final = frozenset({"highlight", "chcbpat", "cb"})
_SYMBOLS: Final = 2
_NAMED_PAGES: Final = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CELL_ENDS: Final = {"cell": flow.CELL, "row": flow.SOFT_LINE}


@dataclass(frozen=True, slots=True)
class _State:
    """The settings of a group.

    Attributes:
        target: where its words go: `text`, the name of a group that is kept apart, or "" for
            nowhere.
        skip: how many signs follow a letter of Unicode for programs that know none.
        font: the number of its font.
        shift: the mark of raised or lowered text; "" for neither.
        hidden: whether it is neither shown nor printed.
        struck: whether it is struck out.
        deleted: whether it is deleted by a change.
        in_table: whether it stands in a table.
        color: the number of its letters' colour.
        grounded: whether something of a colour lies behind it.
        marked: the number of the colour that a marker puts behind it.
    """

    target: str = "text"
    skip: int = 1
    font: int = 0
    shift: str = ""
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    in_table: bool = False
    color: int = 0
    grounded: bool = False
    marked: int = 0


@dataclass(slots=True)
class RichText:
    """The contents of an RTF file.

    Attributes:
        pieces: its words, with the marks of a walk between them.
        asides: what stands apart from them.
        about: its metadata: `title`, `author`.
        hidden_words: how many words are hidden.
        changes: how many changes are not accepted yet.
        not_read: what is in it and not read, with how often.
        truncated: it ends in the middle.
    """

    pieces: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    hidden_words: int = 0
    changes: int = 0
    not_read: dict[str, int] = field(default_factory=dict)
    truncated: bool = False


def parse(data: bytes) -> RichText:
    """Read an RTF file.

    Raises:
        UnreadableError: it is no RTF, or is nested too deeply.
    """
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        raise UnreadableError("it is no RTF")
    reader = _Reader()
    reader.read(data)
    return reader.document


class _Reader:
    """Reads the signs of a file one after the other, and knows what holds in the group it is in."""

    def __init__(self) -> None:
        self.document = RichText()
        self._state = _State()
        self._outer: list[_State] = []
        self._page = "cp1252"
        self._fonts: dict[int, int] = {}
        self._font_pages: dict[int, str] = {}
        self._symbol_fonts: dict[int, str] = {}
        self._defined = 0
        self._default_font = 0
        self._bytes = b""
        self._skip = 0
        self._is_starred = False
        self._opens_group = False  # the last sign was a brace
        self._high = 0
        self._apart: dict[str, list[str]] = {}
        self._row: list[str] = []
        self._struck: list[str] = []
        self._is_struck = False
        self._notes = 0
        self._colors: list[tuple[int, int, int]] = []
        self._color = [0, 0, 0]
        self._has_grounds = False

    def read(self, data: bytes) -> None:
        """Read all of a file."""
        self._has_grounds = _GROUNDS.search(data) is not None
        at = 0
        while hit := _TOKEN.match(data, at):
            at = hit.end()
            word, number, code, escaped, brace, words = hit.groups()
            if word is not None:
                if word == b"bin":
                    at += max(0, int(number or 0))
                else:
                    self._word(word.decode("ascii"), number)
            elif code is not None:
                self._raw(bytes.fromhex(code.decode("ascii")))
            elif escaped is not None:
                self._escaped(escaped)
            elif brace == b"{":
                self._begin()
            elif brace == b"}":
                self._end()
                if not self._outer:
                    break
            elif words is not None:
                self._raw(words)
            self._opens_group = brace == b"{" or (self._opens_group and hit[0].isspace())
        self.document.truncated = bool(self._outer)
        self._flush()
        self._end_row()
        self.document.asides += [
            Aside(AsideKind.STRUCK, flow.finished(text)) for text in self._struck
        ]

    # ---- groups

    def _begin(self) -> None:
        self._flush()
        self._outer.append(self._state)
        if len(self._outer) > _DEEPEST:
            raise UnreadableError("it is nested too deeply to be read")
        self._is_starred = False
        self._skip = 0

    def _end(self) -> None:
        self._flush()
        if not self._outer:
            return
        inner, self._state = self._state, self._outer.pop()
        self._skip = 0
        if inner.target != self._state.target and inner.target in self._apart:
            self._keep(inner.target, "".join(self._apart.pop(inner.target)))

    def _keep(self, target: str, text: str) -> None:
        """Put what stood in a group of its own where it belongs."""
        if target in _ABOUT:
            self.document.about.setdefault(target, " ".join(text.split()))
            return
        if target in {"fonttbl", "info"}:
            return
        words = " ".join(flow.finished(text).split())
        if target.startswith("footnote"):
            self.document.asides.append(Aside(AsideKind.NOTE, words, target.split()[1]))
        elif target in _NUMBERS:
            self._emit_number(words)
        elif target == "shptxt":
            self.document.asides.append(Aside(AsideKind.BOX, words))
        elif words and (role := _HEADS.get(target)):
            aside = Aside(role, words)
            if aside not in self.document.asides:
                self.document.asides.append(aside)

    # ---- control words

    def _word(self, word: str, number: bytes | None) -> None:
        value = int(number) if number else None
        if word == "u":
            self._unicode(value or 0)
            return
        if self._skip and word != "uc":
            self._skip -= 1
            return
        self._flush()
        if self._is_starred and word not in _STARRED:
            self._is_starred = False
            if word == "annotation":
                self._count("its comments are not read")
            if word not in _HEADS and word not in _ABOUT:
                self._state = replace(self._state, target="")
                return
        self._is_starred = False
        if word in _LEFT_OUT and word != "shpinst":
            self._leave_out(word)
        elif word in _ABOUT or word in _HEADS or word in _APART:
            self._apart_group(word)
        elif word in _SIGNS:
            self._sign(word)
        elif word in _CELL_ENDS:
            self._cell_end(word)
        else:
            self._form(word, value)

    def _leave_out(self, word: str) -> None:
        if word == "object":
            self._count("embedded objects are not read")
            return  # its last picture or words stand in a group of their own
        self._state = replace(self._state, target=_COLORS if word == _COLORS else "")

    def _count(self, clause: str) -> None:
        self.document.not_read[clause] = self.document.not_read.get(clause, 0) + 1

    def _apart_group(self, word: str) -> None:
        if not self._state.target:
            return
        target = word
        if word == "footnote":
            self._notes += 1
            target = f"footnote {self._notes}"
            self._emit(f"{flow.NOTE}{self._notes}{flow.SHIFT_END}")
        self._apart.setdefault(target, [])
        self._state = replace(self._state, target=target, shift="", in_table=False)

    def _sign(self, word: str) -> None:
        self._emit(_SIGNS[word])

    def _cell_end(self, word: str) -> None:
        if self._state.target != "text":
            self._emit(" ")
        elif word == "cell":
            self._row.append(flow.CELL)
        else:
            self._end_row()

    def _end_row(self) -> None:
        row, self._row = "".join(self._row), []
        if flow.CELL in row:
            row = flow.SOFT_LINE + flow.row(row) + flow.SOFT_LINE
        self.document.pieces.append(row)

    def _form(self, word: str, value: int | None) -> None:
        """Follow a control word that sets how text is shown and encoded."""
        is_on = value != 0
        state = self._state
        if word in {"v", "webhidden"}:
            state = replace(state, hidden=is_on)
        elif word in {"strike", "striked"}:
            state = replace(state, struck=is_on)
        elif word == "deleted":
            state = replace(state, deleted=is_on)
            self.document.changes += is_on
        elif word == "revised":
            self.document.changes += is_on
        elif word in {"super", "sub", "nosupersub", "up", "dn"}:
            state = replace(state, shift=_shift(word, value))
        elif word == "plain":
            state = _State(state.target, state.skip, self._default_font, in_table=state.in_table)
        elif word == "intbl":
            state = replace(state, in_table=True)
        elif word == "pard":
            state = replace(state, in_table=False)
        else:
            state = self._encoding(word, value, self._colored(word, value, state))
        self._state = state

    def _colored(self, word: str, value: int | None, state: _State) -> _State:
        if word in _COLOR_PARTS:
            self._color[_COLOR_PARTS[word]] = value or 0
        elif word == "cf":
            return replace(state, color=value or 0)
        elif word in _COLORED:
            marked = (value or 0) if word in _MARKERS else state.marked
            return replace(state, grounded=self._is_ground(value or 0), marked=marked)
        return state

    def _is_ground(self, color: int) -> bool:
        return 0 < color < len(self._colors) and self._colors[color] != _WHITE

    def _blends(self) -> bool:
        """Whether a text has the colour of the marker behind it."""
        color, marked = self._state.color, self._state.marked
        both = min(color, marked) > 0 and max(color, marked) < len(self._colors)
        return both and self._colors[color] == self._colors[marked]

    def _is_white_on_white(self) -> bool:
        """Whether nobody sees a text: a table's shading, or a drawing, may lie behind it."""
        state = self._state
        has_color = 0 < state.color < len(self._colors)
        return (
            has_color
            and self._colors[state.color] == _WHITE
            and not (state.grounded or state.in_table or self._has_grounds)
        )

    def _encoding(self, word: str, value: int | None, state: _State) -> _State:
        if word == "uc":
            return replace(state, skip=max(0, value or 0))
        if word == "f":
            self._defined = value or 0
            return replace(state, font=value or 0)
        if word == "deff":
            self._default_font = value or 0
            return replace(state, font=value or 0)
        if word == "fcharset":
            self._fonts[self._defined] = value or 0
        elif word == "cpg":
            self._font_pages[self._defined] = _codec(f"cp{value}")
        elif word == "ansicpg":
            self._page = _codec(f"cp{value}")
        elif word in _NAMED_PAGES:
            self._page = _NAMED_PAGES[word]
        return state

    # ---- words

    def _escaped(self, sign: bytes) -> None:
        if sign == b"*":
            # StarWriter sets one before a style in the midst of a group, where it says nothing.
            self._is_starred = self._opens_group
        elif self._skip:
            self._skip -= 1
        elif sign in _ESCAPED:
            self._flush()
            self._emit(_ESCAPED[sign])

    def _raw(self, words: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(words))
            self._skip -= skipped
            words = words[skipped:]
        self._bytes += words

    def _flush(self) -> None:
        """Emit the bytes that were read, in the charset of their font."""
        if not self._bytes:
            return
        data, self._bytes = self._bytes, b""
        charset = self._fonts.get(self._state.font, 0)
        if self._state.target == _COLORS:
            for _end in range(data.count(b";")):
                red, green, blue = self._color
                self._colors.append((red, green, blue))
                self._color = [0, 0, 0]
            return
        if self._state.target == "fonttbl":
            name = data.decode("latin-1").strip().rstrip(";").strip()
            if name:
                self._symbol_fonts.setdefault(self._defined, name)
            return
        if charset == _SYMBOLS:
            font = self._symbol_fonts.get(self._state.font, "")
            self._emit("".join(letter(font, code) for code in data))
            return
        # The charset of Western fonts is what the file says of all of itself.
        codec = self._page if charset in {0, 1} else _CHARSETS.get(charset, self._page)
        codec = self._font_pages.get(self._state.font, codec)
        self._emit(clean(_decoded(data, codec, is_western=charset == 0)))

    def _unicode(self, value: int) -> None:
        self._flush()
        code = value % 0x10000
        self._skip = self._state.skip
        if 0xD800 <= code < 0xDC00:  # the first half of a letter beyond 16 bits
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:  # its second half
            high, self._high = self._high, 0
            pair = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            self._emit(chr(pair) if high else UNREADABLE)
            return
        if 0xF000 <= code < 0xF100:  # the codes of fonts with symbols
            self._emit(letter(self._symbol_fonts.get(self._state.font, "symbol"), code))
            return
        self._emit(clean(chr(code)))

    def _emit(self, text: str) -> None:
        """Put text where the words of this group go."""
        state = self._state
        if not state.target or state.deleted:
            return
        if state.hidden or self._is_white_on_white():
            self.document.hidden_words += len(text.split())
            return
        if self._blends() and text.strip():
            self.document.hidden_words += len(text.split())
            text = COVERED
        is_mark = len(text) == 1 and text < " "
        words = text if is_mark or text[:1] == flow.NOTE else _flat(text)
        if state.struck and not is_mark:
            self._strike(words)
            return
        if words.strip():
            self._is_struck = False
        if state.shift and words.strip() and not is_mark and words[:1] != flow.NOTE:
            words = f"{state.shift}{words}{flow.SHIFT_END}"
        if state.target != "text":
            self._apart.setdefault(state.target, []).append(words)
        elif state.in_table or flow.CELL in self._row:
            self._row.append(words)
        else:
            self.document.pieces.append(words)

    def _emit_number(self, label: str) -> None:
        """Put the number of a paragraph where its words go; a bullet is none."""
        words = list_number(label) if any(map(str.isalnum, label)) else ""
        if words and words[0] < " ":  # the mark before it is ours
            self._emit(words[0])
            words = words[1:]
        self._emit(words)

    def _strike(self, words: str) -> None:
        if self._is_struck:
            self._struck[-1] += words
        elif words.strip():
            self._struck.append(words)
            self._is_struck = True


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", clean(text))


def _shift(word: str, value: int | None) -> str:
    if word == "nosupersub" or value == 0:
        return ""
    return flow.RAISED if word in {"super", "up"} else flow.LOWERED


def _decoded(data: bytes, codec: str, *, is_western: bool) -> str:
    """Decode the bytes of a font; a Western one may have signs that no page of the East has."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode("cp1252" if is_western else codec, "replace")


def _codec(name: str) -> str:
    import codecs

    name = _PAGES.get(name, name)
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
