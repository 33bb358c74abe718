"""Whether two passages of a text are one speaker's: labels, quotation marks, attributions.

A transcript names its speakers at the heads of its lines (`NAME:`, `Q.`, `>>`, dashes); news and
prose set speech in quotation marks and say beside it who speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.punctuation import COMMAS, PAUSES
from claimcheck.anchor.sentences import breaks
from claimcheck.anchor.speaker_names import SAYS, are_pronouns, names_beside_saying
from claimcheck.anchor.speech import block_around, quotations_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary

    Span = tuple[int, int]

_REACH: Final = 6000
# An apostrophe between letters is none.
_MARK: Final = cache(partial(re.compile, r"[“”„«»‹›「」『』\"‘]|(?<!\w)['’]|['’](?!\w)"))
_WHOLE: Final = 1 << 16
# Of a text with more names at the heads of its lines those that come most often are its speakers.
_MOST_NAMES: Final = 200
# So much of a line tells whether it has some words.
_BEGINNING: Final = 2000
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
# Who speaks in the records of a French parliament: `M. le président.`, `Mme Ida Poe.`
_OFFICE: Final = (
    r"l[ae][ ](?:président|présidente|ministre|rapporteur|rapporteure|Premier[ ]ministre|"
    r"Première[ ]ministre|garde[ ]des[ ]sceaux|secrétaire[ ]d[’']État)"
)
_NAME: Final = r"(?:[A-ZÀ-Ý][\w’'-]+|d[eu]|des|l[ae]|d[’'])"
# The head of a line of a transcript: an arrow of captions, a dash of dialogue, a letter for
# question or answer, a name.
_HEAD: Final = re.compile(
    r"^[ \t]*(?:[\[(]?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ \t])?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?"
    r"(?:[ \t\u202f]?[AaPp]\.?[Mm]\.?)?[\])]?[ \t]+)?(?:[-*•][ \t]+)?"
    r"(?:<v(?:\.[^\s>]*)?[ \t]+(?P<tag>[^<>\n]{1,60})>"
    r"|(?P<caps>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|The|THE|MR|MRS|MS|DR)\.?[ ])?"
    r"(?!(?:MR|MRS|MS|DR|ST|SEN|REP|GEN|GOV|HON)\.)[A-Z][A-Z'’-]+(?:[ ][A-Z][A-Z'’-]+){0,3})"
    r"(?:[ ]\([^()\n]{1,40}\))?\.(?=[ ]+[A-Z“\"])"
    rf"|(?P<member>M(?:me|lle)?\.?[ ](?:{_OFFICE}|{_NAME}(?:[ ]{_NAME}){{0,4}}))"
    r"\.(?:[ ][–—-])?(?=[ ]+[A-ZÀ-Ý«])"
    r"|\*\*(?P<bold>[^\W\d_a-zß-öø-ÿ][^*\n:：.!?]{0,40})\*\*(?=\s+[^\s*])"
    r"|@(?P<handle>\w{1,30})[:：](?=\s)|[<{](?P<nick>[^\s<>{}/]{1,30})[>}](?=[ \t]+[^\s<])"
    r"|(?P<line>[A-Z][A-Z'’-]+(?:[ ][A-Z][A-Z'’-]+){0,3})[ \t]*(?=\n[ \t]*[^\s])"
    r"|(?:\*\*|__|[*_])?[ \t]*(?:"
    r"(?P<arrow>>>+)(?:[ \t]*(?P<voice>[^\W\d_a-zß-öø-ÿ][^\n:：!?;,.\"“”<>]{0,40})[:：](?=\s))?"
    r"|(?P<dash>[–—])[ \t]*(?=[^\W\d_a-zß-öø-ÿ])"
    r"|(?P<letter>[QAFВО])(?:[.)][ \t]|[:：])"
    r"|\[(?P<boxed>[^\W\d_a-zß-öø-ÿ][^\n\[\]:：]{0,60})\](?:\*\*|__|[*_])?[ \t]*[:：](?=\s)"
    r"|(?P<name>[^\W\d_a-zß-öø-ÿ][^\n:：!?;,\"“”„«»<>]{0,60}?)"
    r"(?:[ \t]*[\[(][^\n\])]{1,40}[\])])?(?:\*\*|__|[*_])?[ \t]*"
    r"(?::(?:\*\*|__|[*_])?(?=\s|\Z|[“„«\"「])|：)"
    r"))",
    re.MULTILINE,
)
# What a line begins with, besides a name before a colon, where it may have such a head.
_MAY_BE_HEAD: Final = re.compile(
    r"[ \t]*(?:[^\w\s\"'“”‘’„«»]|\d|[QAFВО][.):：]|[A-Z]{2}|[A-Z]['’-]"
    r"|(?:M[rs]s?|M|Mme|Mlle|Dr|Sen|Rep|The|THE)\b)"
)
# The longest name, what may stand before it, and what in brackets behind it.
_WITHIN_HEAD: Final = 200
# What a head without a colon, or one within a line, is in a gap only beside.
_MAY_HOLD_HEAD: Final = re.compile(r"\n|:\s")
_BOLD_QUESTION: Final = re.compile(r"^[ \t]*\*\*[^*\n]+[?？]\*\*[ \t]*$", re.MULTILINE)
_WORDS_OF_A_LABEL: Final = 6
_FEWEST_LABELS: Final = 2
_FEWEST_TURNS: Final = 3
_FEWEST_WORDS: Final = 3
# In a transcript so many lines, at most, come to a label.
_LINES_OF_A_TURN: Final = 5
# Heads of sections, captions and mails are nobody's.
_SECTIONS: Final = frozenset({
    "abstract", "aim", "aims", "background", "caption", "conclusion", "conclusions", "context",
    "correction", "design", "discussion", "example", "figure", "findings", "funding", "hint",
    "image", "implications", "interpretation", "introduction", "keywords", "limitations", "main",
    "measures", "method", "methods", "note", "objective", "objectives", "outcome", "outcomes",
    "participants", "photo", "purpose", "question", "rationale", "recommendation", "result",
    "results", "setting", "source", "step", "study", "subject", "summary", "table", "tip",
    "update", "warning", "achtung", "beispiel", "bild", "ergebnis", "ergebnisse", "fazit",
    "foto", "hintergrund", "hinweis", "methode", "methoden", "quelle", "tipp", "ziel", "exemple",
    "remarque", "résultats", "objectif", "conclusión", "ejemplo", "fuente", "métodos", "nota",
    "objetivo", "resultados", "conclusioni", "fonte", "metodi", "risultati", "attachments",
    "bcc", "cc", "date", "from", "reply-to", "sent", "to", "an", "betreff", "datum", "gesendet",
    "von", "asunto", "fecha", "objet", "para",
})  # fmt: skip
_RELAYS: Final = SAYS | {"relay"}
_RUNS_INTO: Final = "the omission joins what is printed to somebody's utterance"
_WORDS_OF_SPEECH: Final = 4
_RUNS_ON: Final = "the omission joins one utterance to what follows it"
# How far from an utterance, in characters, somebody is named as its speaker.
_NEAR: Final = 120
# What stands between two pieces of one utterance names its speaker, and little more.
_WORDS_OF_AN_INTERRUPTION: Final = 60
_SENTENCES_OF_AN_INTERRUPTION: Final = 1
_STOPS: Final = ".!?…。！？"
_COMMAS: Final = tuple(COMMAS)
_FULL_STOPS: Final = ".…。"
_CLOSING: Final = "\"'”’»“‘›」』 "
# `Poe: “…”`, within a line.
_LABEL_WITHIN: Final = cache(
    partial(
        re.compile,
        r"(?:\A|[.!?”’\"'»\n])\s*([^\W\d_a-zß-öø-ÿ][\w.’'-]+"
        r"(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]+){0,3}):\s*\Z",
    )
)
_FEWEST_CLAUSES: Final = 2


class Join(NamedTuple):
    """What an omission joins.

    Attributes:
        reason: why it may not join it; empty if it may.
        interrupted: whether one speaker was only interrupted.
        by_pronoun: whether only a pronoun says so: `He added: “…”`.
        within_one: whether both parts stand in one utterance, over paragraphs even.
    """

    reason: str = ""
    interrupted: bool = False
    by_pronoun: bool = False
    within_one: bool = False


def join_of(text: str, before: Span, after: Span, vocabulary: Vocabulary | None) -> Join:
    """Say whether an omission runs from one speaker into another.

    Args:
        text: the source's text.
        before: the part that ends where the omission begins.
        after: the part that begins where it ends.
        vocabulary: the words of the text's language, if it is known.
    """
    end, start = before[1], after[0]
    if label := _label_between(text, before[0], end, start):
        return Join(f"the omission runs on to another speaker (“{label}”)")
    if not _MARK().search(text, before[0], after[1] + 1):
        return Join()
    spoken = quotations_within(text, *block_around(text, before[0], after[1]))
    first = _around(text, spoken, range(*before)[::-1])
    second = _around(text, spoken, range(*after))
    if first and start < first[1]:
        return Join(within_one=True)
    if first is None:
        # Scare quotes are nobody's speech.
        speech = second and len(text[second[0] : second[1]].split()) >= _WORDS_OF_SPEECH
        return Join(_RUNS_INTO if speech else "")
    if second:
        return _two_utterances(text, spoken, first, second, vocabulary)
    leaves = _BLANK_LINE.search(text, first[1], start) or breaks(text, first[1], start)
    return Join(_RUNS_ON if leaves else "")


def _label_between(text: str, first: int, end: int, start: int) -> str:
    """The label of another speaker in a gap; empty if it has none.

    Args:
        text: the source's text.
        first: where the part before the gap begins.
        end: where the gap begins.
        start: where it ends.
    """
    if "\n" in text[end:start] and (label := _other_label(text, first, end, start)):
        return label
    if not _MAY_HOLD_HEAD.search(text, end, start):
        return ""
    from claimcheck.anchor.line_heads import other_head  # few gaps may hold one

    return other_head(text, first, end, start)


def speaker_label(text: str, at: int) -> str:
    """Return the name at the head of the utterance around a place, in a text with such labels.

    Args:
        text: the source's text.
        at: an offset, in code points.
    """
    low = max(0, at - _REACH)
    heads = [
        (head.start() + low, _label(head))
        for head in _head_matches(text[low : at + _REACH])
        if (head["name"] or head["boxed"]) and _label(head)
    ]
    before = [(start, label) for start, label in heads if start <= at]
    if not before or len(heads) < _FEWEST_LABELS:
        return ""
    start, label = before[-1]
    # A list of things and what is said of each looks alike.
    speaks = label.isupper() or _is_full_name(label) or [name for _, name in heads].count(label) > 1
    return label if speaks and not _BLANK_LINE.search(text, start, at) else ""


class LabelledTurn(NamedTuple):
    """A turn of a transcript, or a line that names its speaker before a colon.

    Attributes:
        label: what it calls its speaker: a name, a letter, a dash or an arrow.
        others: the names of the other turns nearby.
        alone: whether no other line has such a label, so that it may be the head of a section.
    """

    label: str
    others: frozenset[str]
    alone: bool = False


def turn_at(text: str, start: int, end: int) -> LabelledTurn | None:
    """Return the labelled turn that a passage stands in; None where it stands in none.

    A label holds for its line, and in a transcript, where labels come again or head most lines, up
    to the next one. A dash, an arrow or a letter is a label only among others of its kind.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    whole = len(text) <= _WHOLE
    heads = _heads(text, *((0, len(text)) if whole else _lines_around(text, start, end)))
    return _turn_at(text, start, end, heads)


def may_have_turns(text: str) -> bool:
    """Whether `turn_at` may return a turn of a text; of most it returns none, wherever one asks."""
    return len(text) > _WHOLE or bool(_heads(text, 0, len(text)).starts)


def _turn_at(text: str, start: int, end: int, heads: _Heads) -> LabelledTurn | None:
    own = bisect_right(heads.starts, start) - 1
    if own < 0 or (own + 1 < len(heads.starts) and heads.starts[own + 1] < end):
        return None
    at, after, label, weak = heads.heads[own]
    kind = _kind(label)
    alike = heads.labels[kind]
    many = alike.total()
    same_line = "\n" not in text[at:start]
    named = heads.names - {label}
    if kind != "name":
        return LabelledTurn(label, named) if same_line and many >= _FEWEST_TURNS else None
    again = alike[label] > 1 or (len(alike) < many and not label[-1].isdigit())
    mostly = many >= _FEWEST_LABELS and 2 * many >= heads.lines and not label[-1].isdigit()
    if not same_line or weak:
        often = again and _LINES_OF_A_TURN * many >= heads.lines
        return LabelledTurn(label, named) if often or mostly else None
    words = text[after : after + _BEGINNING].partition("\n")[0].split()
    plain = label.isupper() or " " in label or label[0].lower() == label[0].upper()
    if len(words) < _FEWEST_WORDS and not plain:
        return None  # `Price: 5 crowns`
    if again or mostly:
        return LabelledTurn(label, named)
    return LabelledTurn(label, named, alone=True) if after <= start else None


def _head_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the heads of lines.

    Most lines of most texts have none, which shows more cheaply than by the pattern of a head.
    """
    start = 0
    while start >= 0:
        beginning = text[start : start + _WITHIN_HEAD]
        if ":" in beginning or _MAY_BE_HEAD.match(text, start) or "：" in beginning:
            head = _HEAD.match(text, start)
            if head is not None:
                yield head
        start = text.find("\n", start) + 1 or -1


class _Heads(NamedTuple):
    """The labelled heads of lines.

    Attributes:
        heads: of each its place, its label, and whether it is one only where it comes again.
        starts: where they begin.
        labels: of each kind how often each label comes.
        names: the labels that are names, the most frequent ones.
        lines: how many lines there are.
        strong: where those begin that are labels wherever they come.
        strong_labels: what they say.
        strong_kinds: how many of them are of each kind.
    """

    heads: tuple[tuple[int, int, str, bool], ...]
    starts: list[int]
    labels: dict[str, Counter[str]]
    names: frozenset[str]
    lines: int
    strong: list[int]
    strong_labels: list[str]
    strong_kinds: Counter[str]


def _lines_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the lines around a passage begin and end, the last of them perhaps in part."""
    low, high = block_around(text, start, end)
    return text.rfind("\n", 0, low) + 1, high


# Claims cite the sources of a dossier in any order, and the heads of one take long to find.
@lru_cache(maxsize=1 << 12)
def _heads(text: str, low: int, high: int) -> _Heads:
    """The labelled heads of lines in a stretch of a text.

    Args:
        text: the text.
        low: where the stretch begins, in code points.
        high: where it ends, exclusive.
    """
    around = text[low:high]
    heads = tuple(
        (head.start() + low, head.end() + low, label, bool(_weak(head)))
        for head in _head_matches(around)
        if (label := _label(head))
    )
    labels: dict[str, Counter[str]] = {}
    for _start, _end, label, _is_weak in heads:
        labels.setdefault(_kind(label), Counter())[label] += 1
    names = frozenset(
        label for label, _times in labels.get("name", Counter()).most_common(_MOST_NAMES)
    )
    lines = sum(1 for line in around.split("\n") if line.strip()) if heads else 0
    strong = [(start, label) for start, _end, label, is_weak in heads if not is_weak]
    return _Heads(
        heads,
        [head[0] for head in heads],
        labels,
        names,
        lines,
        [start for start, _label in strong],
        [label for _start, label in strong],
        Counter(_kind(label) for _start, label in strong),
    )


def _other_label(text: str, first: int, end: int, start: int) -> str:
    """The label in a gap that is not the last one before it, in a text that has labels."""
    heads = _heads(text, *_lines_around(text, first, start))
    behind = bisect_left(heads.strong, end)
    own_label = heads.strong_labels[behind - 1] if behind else None
    for label in heads.strong_labels[behind : bisect_left(heads.strong, start)]:
        if label == own_label:
            continue
        if heads.strong_kinds[_kind(label)] >= _FEWEST_LABELS or _is_full_name(label):
            return label
    question = _BOLD_QUESTION.search(text, end, start)
    return question[0].strip(" \t*") if question else ""


def _kind(label: str) -> str:
    """Whether a label is an arrow, a dash, a letter or a name."""
    return label[0] if label[0] in ">–—" else "letter" if len(label) == 1 else "name"


def _is_full_name(label: str) -> bool:
    words = label.split()
    return len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1]))


def _weak(head: re.Match[str]) -> str:
    """A bold beginning, or a line in capitals: a label only where it comes again."""
    return head["bold"] or head["line"] or ""


def _label(head: re.Match[str]) -> str:
    """The speaker's name in the head of a line; empty where there is none."""
    named = head["voice"] or head["tag"] or head["caps"] or head["member"] or _weak(head)
    named = named or head["handle"] or head["nick"]
    if named:
        words = named.split()
        return "" if all(word.lower() in _SECTIONS for word in words) else " ".join(words)
    if head["arrow"] or head["dash"]:
        # Every arrow and dash is another speaker's.
        return f"{head['arrow'] or head['dash']}{head.start()}"
    if head["letter"]:
        return head["letter"]
    words = (head["boxed"] or head["name"]).split()
    if words[-1][0].islower() or len(words) > _WORDS_OF_A_LABEL:
        return ""
    return "" if all(word.lower() in _SECTIONS for word in words) else " ".join(words)


def _around(text: str, spoken: Sequence[Span], places: range) -> Span | None:
    """The utterance that the first letter of some places stands in, if it is in one."""
    at = next((at for at in places if text[at].isalnum()), places[0])
    return next((span for span in spoken if span[0] <= at < span[1]), None)


def _two_utterances(
    text: str, spoken: Sequence[Span], first: Span, second: Span, vocabulary: Vocabulary | None
) -> Join:
    """Say whether two utterances are one speaker's, as far as the words beside them tell."""
    between = text[first[1] : second[0]]
    paragraphs = len(_BLANK_LINE.findall(between))
    label = _LABEL_WITHIN().search(between)
    if label and label[1] != _label_before(text, first[0]):
        return Join(f"the omission runs on to another speaker (“{label[1]}”)")
    if vocabulary is None:
        return Join(_RUNS_ON if paragraphs else "", interrupted=not paragraphs)
    inner = breaks(text, first[1], second[0])
    last = max(end for _, end in spoken if end <= second[0])
    first_names, lead = _speaker_and_lead(vocabulary, text, (first, second), inner, last)
    second_names = lead
    if not lead and _is_attributed_behind(text, second):
        second_names = names_beside_saying(vocabulary, text, second[1], _line_end(text, second[1]))
    if (
        first_names
        and second_names
        and not first_names & second_names
        and not are_pronouns(vocabulary, second_names)
    ):
        return Join("the omission joins the words of two speakers")
    goes_on = second_names or (paragraphs <= 1 and not _last_line(between))
    begins = [at for at in inner if at < second[0]]
    sentences = len(begins)
    # A sentence may begin where the first utterance ends with its own.
    sentences += any(map(str.isalnum, between)) and not _is_attributed_behind(text, first)
    runs_on = (
        (paragraphs and not (first_names and goes_on))
        or sentences > _SENTENCES_OF_AN_INTERRUPTION + bool(lead)
        or vocabulary.distance(text, first[1], second[0]) > _WORDS_OF_AN_INTERRUPTION
    )
    if runs_on:
        return Join(_RUNS_ON)
    return Join(
        interrupted=True, by_pronoun=_is_by_pronoun(vocabulary, text, (first, second), begins)
    )


def _is_by_pronoun(
    vocabulary: Vocabulary, text: str, utterances: tuple[Span, Span], begins: list[int]
) -> bool:
    """Whether a sentence between two utterances says only by a pronoun whose the second is.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        utterances: the two.
        begins: where sentences begin between them.
    """
    first, second = utterances
    if not begins and _is_attributed_behind(text, first):
        return False
    start = max([first[1], *begins])
    cues = vocabulary.attributions(text, start, second[0])
    if not any(_RELAYS & cue.kinds for cue in cues):
        return False  # `“…” He paused. “…”`
    kinds = vocabulary.naming.of_word(vocabulary.words(text, start, second[0])[0].text)
    return "pronoun" in kinds and "determiner" not in kinds


def _speaker_and_lead(
    vocabulary: Vocabulary, text: str, utterances: tuple[Span, Span], inner: list[int], last: int
) -> tuple[frozenset[str], frozenset[str]]:
    """Whom the words around the first of two utterances name, and whom those before the second do.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        utterances: the two.
        inner: where sentences begin between them.
        last: where the utterance ends that stands nearest before the second.
    """
    first, second = utterances
    mark = text[first[1] : second[0]].rstrip()[-1:]
    before = names_beside_saying(vocabulary, text, _line_start(text, first[0]), first[0])
    if not inner and (turn := _second_clause(vocabulary, text, first[1], second[0])):
        # `“…,” said Poe, while Roe claimed “…”`
        first_names = names_beside_saying(vocabulary, text, first[1], turn) or before
        return first_names, names_beside_saying(vocabulary, text, turn, second[0])
    if not inner and mark in ":：":
        # `“…,” Poe said: “…”`
        return before, names_beside_saying(vocabulary, text, last, second[0])
    first_names = (
        names_beside_saying(vocabulary, text, first[1], min([*inner, second[0]])) or before
    )
    if not inner or mark in _STOPS:
        return first_names, frozenset()
    return first_names, names_beside_saying(vocabulary, text, max(inner[-1], last), second[0])


def _second_clause(vocabulary: Vocabulary, text: str, low: int, high: int) -> int | None:
    """Where a second clause with a verb of saying begins between two utterances."""
    says = [cue for cue in vocabulary.cues(text, low, high) if SAYS & cue.kinds]
    if len(says) < _FEWEST_CLAUSES:
        return None
    comma = next((at for at in range(says[0].end, says[-1].start) if text[at] in PAUSES), None)
    return None if comma is None else comma + 1


def _label_before(text: str, at: int) -> str:
    """The name and colon that an utterance is introduced by; empty where it has none."""
    label = _LABEL_WITHIN().search(text, max(0, at - _NEAR), at)
    return label[1] if label else ""


def _is_attributed_behind(text: str, utterance: Span) -> bool:
    """Whether the sentence of an utterance goes on behind it: `“…,” said Poe`, `“…!” she cried`."""
    spoken = text[utterance[0] : utterance[1]].rstrip(_CLOSING)
    behind = text[utterance[1] : utterance[1] + _WORDS_OF_AN_INTERRUPTION].lstrip()
    return spoken[-1:] not in _FULL_STOPS or behind.startswith(_COMMAS) or behind[:1].islower()


def _line_start(text: str, at: int) -> int:
    """Where the sentence before an utterance begins, within its line."""
    low = at - len(text[max(0, at - _NEAR) : at].rpartition("\n")[2])
    return max([low, *breaks(text, low, at)])


def _line_end(text: str, at: int) -> int:
    """Where the sentence behind an utterance ends, within its line."""
    high = at + len(text[at : at + _NEAR].partition("\n")[0])
    return min([high, *breaks(text, at, high)])


def _last_line(between: str) -> str:
    return between[between.rfind("\n") + 1 :].strip()
