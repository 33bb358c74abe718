"""Whether a passage is somebody's word by what stands around it, and whose it seems to be.

Direct speech stands in quotation marks, a turn of a transcript behind a label. Most speech is only
relayed: `…, Acme said`, `according to Acme`, `said that …`. None of these words proves it alone, so
each sign has its points, and a passage that reaches a sum counts as somebody's word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.languages import languages, load, vocabulary_at
from claimcheck.anchor.punctuation import COMMAS, PAUSES, STOPS
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.anchor.speakers import turn_at
from claimcheck.anchor.speech import inside_quotation, quotations_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue

    Names = tuple[str, ...]

# Tenths of the logarithm of the odds, from a logistic regression over people's annotations of news
# and prose, most of it English and German; checked on other documents.
_POINTS: Final = {
    "block": 60,
    "subjunctive": 43,
    "said that": 34,
    "hearsay": 29,
    "thought": 25,
    "said behind": 24,
    "source adjoining": 24,
    "said": 23,
    "source": 23,
    "subjunctive rare": 22,
    "thought that": 22,
    "marks": 20,
    "that": 16,
    "said last": 15,
    "said near": 14,
    "thought near": 13,
    "introduced": 12,
    "source above": 12,
    "thought behind": 12,
    "short marks": 10,
    "comma and that": 8,
    "said behind and last": 8,
    "said at the end": 27,
    "colon": 6,
    "said above": 5,
    "said later": 5,
    "first person": 4,
    "short lead": 4,
    "label": 3,
    "subjunctive beside": 1,
    "comma": -9,
    "joint inside": -15,
    "beginning": -20,
    "joint": -40,
    # of a name that was asked for
    "named": 23,
    "named above": 9,
    "named beside": 7,
    "named first": 7,
    "named before": 6,
    "named inside": -17,
}
_LAST_SIGN: Final = "said at the end"
_ENOUGH: Final = 14
# Where names are asked for, words that are not theirs have to be plain.
_PLAIN: Final = 26
# English names the parties of a story in every other sentence, and a name alone says less there.
_ENOUGH_WITH_NAME: Final = {"English": 37, "German": 21}
_ENOUGH_WITH_NAME_ELSEWHERE: Final = 27

_SPEAKING: Final = frozenset({"report", "thought", "relay", "source"})
_RELAYING_MOODS: Final = frozenset({"subjunctive", "subjunctive_rare"})
_SAYING: Final = frozenset({"report", "thought", "relay"})
_GOVERNING: Final = _SAYING | {"claim", "source"}
# In words.
_REACH_OF_THAT: Final = 6
_NEAR: Final = 2
_BEHIND: Final = 8
# `고 말했다`
_PARTICLE: Final = 1
_TAIL: Final = 5
_WORDS_OF_AN_ADDRESSEE: Final = 2
_SHORT_LEAD: Final = 6
_BESIDE: Final = 3
# In characters.
_LONGEST_INSIDE: Final = 4000
_FEWEST_IN_MARKS: Final = 25
_MARK_ALONE: Final = 1
_FEWEST_LETTERS: Final = 4
_BLANKS: Final = 3
_WORDS_OF_A_LABEL: Final = 3
_SHOWN: Final = 8

_TIDY: Final = " ,:;\"“”„»«›‹'‘’`\xa0\n"
_COMMA: Final = cache(partial(re.compile, rf"[\s\"”“»«›‹'’´`)]*(?:[{COMMAS}]|--|[—–]|-(?=\s))"))
_PAUSE: Final = cache(partial(re.compile, rf"[{COMMAS};:—–()]"))
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s|\Z)")
_LETTERS: Final = re.compile(r"\w+")
# Parts the words of plain text in a tenth of the time that a pattern takes.
_BLANKS_FOR_MARKS: Final = bytes(
    code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(256)
)
_BLOCK: Final = re.compile(r"[ \t]*>[> \t]*")
_INTRODUCED: Final = re.compile(r"[:：][ \t]*\n\s*\Z")


class Relay(NamedTuple):
    """Whose word a passage seems to be.

    Attributes:
        words: what says so beside the passage, shortened; empty where only its marks do.
        direct: whether the passage stands in quotation marks.
        label: who speaks in the turn of a transcript that it stands in; empty where it has none.
        name: which of the names that were asked for stands beside these words, where they are
            plain; empty for none.
    """

    words: str = ""
    direct: bool = False
    label: str = ""
    name: str = ""


def may_be_relayed(text: str, start: int, end: int) -> bool:
    """Whether `relay_of` has to look closer at a passage; False for most, which takes little.

    Args:
        text: the source's text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    return (
        not _stands_alone(text, start, end)
        or inside_quotation(text, start, end)
        or turn_at(text, start, end) is not None
    )


def relay_of(text: str, start: int, end: int, names: Names = ()) -> Relay | None:
    """Say whether a passage is somebody's word, and whose it seems to be.

    Looks at the sentence of the passage, its line and the sentence before; knows the languages that
    have a vocabulary.

    Args:
        text: the source's text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
        names: names in lower case, one of which may be the speaker's; where one stands in the
            sentence, less is enough.

    Returns:
        What says so; None where the passage seems to be the publisher's own word.
    """
    written, names = names, _forms(names)
    turn = turn_at(text, start, end)
    direct = inside_quotation(text, start, end)
    if turn and (not turn.alone or len(turn.label.split()) <= _WORDS_OF_A_LABEL):
        return Relay(direct=direct, label=turn.label, name=_name_in_label(turn.label, names))
    if direct:
        start, end = _utterance(text, start, end)
    elif _stands_alone(text, start, end):
        return None
    frame = _frame(text, start, end)
    if frame is None:
        return Relay(direct=True) if direct else None
    signs = frozenset[str]() if direct else frozenset(_signs(frame))
    points = sum(_POINTS[sign] for sign in signs)
    if not direct and not _is_relayed(frame, names, points):
        return None
    introduced = bool(_INTRODUCED.search(text, frame.above, frame.low))
    words = _shown(frame) or (_shortened(text[frame.above : frame.low]) if introduced else "")
    name = _name_beside(frame, names) if direct or points >= _ENOUGH else ""
    # Where nothing else says so, `the council` is not yet the council of Elm.
    if _LAST_SIGN in signs and points - _POINTS[_LAST_SIGN] < _ENOUGH:
        name = name if _POSSESSIVE.sub("", name).lower() in written else ""
    if not name and direct:
        name = _name_at_marks(frame, names)
    if not name and (direct or introduced):
        name = _name_above(frame, names)
    return Relay(words, direct, name=name)


def inner_relay(text: str, span: tuple[int, int], start: int, end: int) -> str:
    """Return the words by which somebody relays a passage in what they say: `they tell us that`.

    Args:
        text: the source's text.
        span: where what they say begins and ends, in code points.
        start: where the passage begins.
        end: where it ends, exclusive.

    Returns:
        The words in the passage's sentence; "" where the passage seems to be their own.
    """
    vocabulary = vocabulary_at(text, start, end)
    if vocabulary is None:
        return ""
    low, high = max(span[0], sentence_start(text, start)), min(span[1], sentence_end(text, end))
    before, behind = (
        vocabulary.attributions(text, low, start),
        vocabulary.attributions(text, end, high),
    )
    inside = vocabulary.attributions(text, start, min(end, start + _LONGEST_INSIDE))
    governing = [cue for cue in before if _GOVERNING & cue.kinds] or behind
    if not any("report" in cue.kinds for cue in governing[-1:]):
        return ""  # who says `the report shows that` takes it for true
    frame = _Frame(text, low, low, start, end, high, vocabulary, before, inside, behind)
    signs = {*_signs_before(frame), *_signs_behind(frame)}
    if before:
        signs.update(_signs_inside(frame))
    return _shown(frame) if sum(_POINTS[sign] for sign in signs) >= _ENOUGH else ""


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a passage is whole sentences, with no sign in it or above that may be enough.

    Most passages are, and the language of a text takes long to tell.
    """
    low = sentence_start(text, start)
    high = sentence_end(text, end)
    if any(map(str.isalnum, text[low:start])) or any(map(str.isalnum, text[end:high])):
        return False  # `他说`
    if _INTRODUCED.search(text, max(0, low - _BLANKS), low):
        return False
    inside = text[start : min(end, start + _LONGEST_INSIDE)].lower()
    if inside.isascii():
        words = inside.encode().translate(_BLANKS_FOR_MARKS).decode().split()
    else:
        words = _LETTERS.findall(inside)
    return _moods().isdisjoint(words)


@cache
def _moods() -> frozenset[str]:
    """Forms of verbs that relay the words of others with no other word beside them."""
    german = load("de")
    return frozenset(f"{german.subjunctive} {german.subjunctive_rare} {german.hearsay}".split())


def _is_relayed(frame: _Frame, names: Names, points: int) -> bool:
    """Whether the signs around a passage are enough to take it for somebody's word."""
    if not names:
        return points >= _ENOUGH
    least = _ENOUGH_WITH_NAME.get(frame.vocabulary.name, _ENOUGH_WITH_NAME_ELSEWHERE)
    named = sum(_POINTS[sign] for sign in set(_signs_of_names(frame, names)))
    return points >= _PLAIN or points + named >= least


def _utterance(text: str, start: int, end: int) -> tuple[int, int]:
    """The quotation in its paragraph that a passage stands in, without its marks."""
    for first, last in _quotations_near(text, start, end):
        if first <= start + 1 and end - 1 <= last:
            return min(start, first + 1), max(end, last - 1)
    return start, end


def _quotations_near(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """The quotations in a passage's paragraph that it touches."""
    spans = quotations_within(text, *_paragraph(text, start, end))
    first = bisect_left(spans, start, key=itemgetter(1))
    return spans[first : bisect_right(spans, end, key=itemgetter(0))]


@lru_cache(maxsize=1024)  # a paragraph may be as long as the text
def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph that a passage stands in begins and ends."""
    low, high = text.rfind("\n\n", 0, start), text.find("\n\n", end)
    return max(0, low), len(text) if high < 0 else high


def coverage() -> str:
    """Say in which languages relayed speech is seen."""
    vocabularies = [load(code) for code in languages()]
    full = sorted(
        vocabulary.name for vocabulary in vocabularies if vocabulary.report and vocabulary.relay
    )
    some = sorted(
        vocabulary.name for vocabulary in vocabularies if vocabulary.report and not vocabulary.relay
    )
    return (
        f"relayed speech is seen in {len(full) + len(some)} languages: most of it in "
        f"{', '.join(full)}; what plain verbs of saying stand beside in {', '.join(some)}. In "
        "others, quotation marks and the labels of transcripts are seen."
    )


class _Frame(NamedTuple):
    """A passage in its sentence, with the words of its language that tell who speaks.

    `low` and `high` are where the sentence begins and ends, `start` and `end` where the passage
    does; `above` is where the sentence before begins.
    """

    text: str
    above: int
    low: int
    start: int
    end: int
    high: int
    vocabulary: Vocabulary
    before: list[Cue]
    inside: list[Cue]
    behind: list[Cue]

    def distance(self, low: int, high: int) -> int:
        """How many words stand between two places."""
        return self.vocabulary.distance(self.text, low, high)

    def names(self, low: int, high: int, names: Names) -> list[re.Match[str]]:
        """Where names stand between two places.

        Args:
            low: the first place.
            high: the second.
            names: the names, in lower case.
        """
        if not names:
            return []
        pattern = _pattern(names, "" if not self.vocabulary.spaced else r"\w")
        return list(pattern.finditer(self.text, low, high))


def _frame(text: str, start: int, end: int) -> _Frame | None:
    vocabulary = vocabulary_at(text, start, end)
    if vocabulary is None:
        return None
    low, high = sentence_start(text, start), sentence_end(text, end)
    return _Frame(
        text,
        sentence_start(text, max(0, low - 2)),
        low,
        start,
        end,
        high,
        vocabulary,
        vocabulary.attributions(text, low, start),
        vocabulary.attributions(text, start, min(end, start + _LONGEST_INSIDE)),
        vocabulary.attributions(text, end, high),
    )


def _signs(frame: _Frame) -> Iterator[str]:
    """The signs, by their names in `_POINTS`, that a passage is or is not somebody's word."""
    yield from _signs_before(frame)
    yield from _signs_behind(frame)
    yield from _signs_inside(frame)
    yield from _signs_of_marks(frame)
    yield from _signs_above(frame)
    kinds = _kinds((*frame.before, *frame.behind))
    if "source" in kinds:
        yield "source"
    if "subjunctive" in kinds:
        yield "subjunctive beside"
    lead = frame.distance(frame.low, frame.start)
    if not lead:
        yield "beginning"
    elif lead <= _SHORT_LEAD:
        yield "short lead"


def _signs_before(frame: _Frame) -> Iterator[str]:
    that = next((cue for cue in reversed(frame.before) if "that" in cue.kinds), None)
    if that and not frame.distance(that.end, frame.start):
        yield from _signs_of_clause(frame, that)
        return
    lead = frame.text[frame.low : frame.start].rstrip()
    adjoining = _kinds(
        cue for cue in frame.before if not frame.text[cue.end : frame.start].strip(_TIDY)
    )
    saying = [cue for cue in frame.before if _SAYING & cue.kinds]
    if "report" in adjoining:
        yield "said"
    elif _SAYING & adjoining:
        yield "thought"
    elif saying and frame.distance(saying[-1].end, frame.start) <= _NEAR:
        yield "said near" if "report" in saying[-1].kinds else "thought near"
    if "source" in adjoining:
        yield "source adjoining"
    if lead.endswith(","):
        yield "comma"
    if "joint" in adjoining and not lead.endswith((",", ":", ";")):
        yield "joint"
    if lead.endswith((":", "：")) and saying:
        yield "colon"


def _signs_of_clause(frame: _Frame, that: Cue) -> Iterator[str]:
    """The verb or noun before a clause that begins with `that` right before the passage."""
    governing = _kinds(
        cue
        for cue in frame.before
        if cue.end <= that.start and frame.distance(cue.end, that.start) <= _REACH_OF_THAT
    )
    if {"report", "source"} & governing:
        yield "said that"
    else:
        yield "thought that" if _GOVERNING & governing else "that"
    if frame.text[frame.low : that.start].rstrip().endswith(","):
        yield "comma and that"


def _signs_behind(frame: _Frame) -> Iterator[str]:
    report = next((cue for cue in frame.behind if "report" in cue.kinds), None)
    other = next((cue for cue in frame.behind if _SAYING & cue.kinds), None)
    source = next((cue for cue in frame.behind if "source" in cue.kinds), None)
    comma = bool(_COMMA().match(frame.text, frame.end))
    distance = frame.distance(frame.end, report.start if report else frame.high)
    if report and comma and distance <= _NEAR:
        yield "said behind"
    elif report and distance <= (_BEHIND if comma else _NEAR):
        yield "said later"
    elif other and comma and frame.distance(frame.end, other.start) <= _NEAR:
        yield "thought behind"
    last = report and frame.distance(report.end, frame.high) <= _TAIL
    if last and comma and distance <= _BEHIND:
        yield "said last"
        if distance <= _NEAR:
            yield "said behind and last"
        elif report and _ends_in_saying(frame, report):
            yield _LAST_SIGN
    if source and frame.distance(frame.end, source.start) <= _NEAR:
        yield "source adjoining"
    if report and frame.vocabulary.verb_last and not comma:
        yield from _signs_of_clause_before(frame, report)


def _ends_in_saying(frame: _Frame, report: Cue) -> bool:
    """Whether only somebody, who says it, and hardly more stands behind a passage and its comma.

    `…, a spokeswoman for Acme told reporters.`
    """
    comma = _COMMA().match(frame.text, frame.end)
    verb = frame.text[report.start : report.end].lower()
    if comma is None or "reversal" in frame.vocabulary.turning.of_word(verb):
        return False
    first = frame.vocabulary.words(frame.text, comma.end(), report.start)[0]
    kinds = frame.vocabulary.naming.of_word(first.text)
    begins_clause = "pronoun" in kinds and "determiner" not in kinds
    if begins_clause or frame.distance(report.end, frame.high) > _WORDS_OF_AN_ADDRESSEE:
        return False
    joins = any(
        {"joint", "that"} & cue.kinds and not _is_determiner(frame, cue)
        for cue in frame.behind
        if cue.end <= report.start
    )
    return not joins and not _PAUSE().search(frame.text, comma.end(), report.start)


def _is_determiner(frame: _Frame, cue: Cue) -> bool:
    """Whether words may be an article, as `der`, which joins a clause on as well."""
    word = frame.text[cue.start : cue.end].lower()
    return "determiner" in frame.vocabulary.naming.of_word(word)


def _signs_of_clause_before(frame: _Frame, report: Cue) -> Iterator[str]:
    """The verb of saying behind a clause that depends on it, as in Japanese and Turkish."""
    first = frame.behind[0]
    adjoins = frame.distance(frame.end, first.start) <= _PARTICLE
    joined = "that" in first.kinds and adjoins
    if joined or frame.distance(frame.end, report.start) <= _PARTICLE:
        yield "said that"


def _signs_inside(frame: _Frame) -> Iterator[str]:
    kinds = _kinds(frame.inside)
    first = frame.inside[0] if frame.inside else None
    begins = first and "joint" in first.kinds and not frame.distance(frame.start, first.start)
    # German articles are relative pronouns, too.
    if first and begins and not _is_determiner(frame, first):
        yield "joint inside"
    for kind in ("subjunctive", "subjunctive_rare", "hearsay", "first_person"):
        if kind in kinds and (kind not in _RELAYING_MOODS or _is_unsaid(frame, kind)):
            yield kind.replace("_", " ")


def _is_unsaid(frame: _Frame, kind: str) -> bool:
    """Whether a passage has a mood of relayed speech in a sentence that does not say whose it is.

    `Poe sagte, die Brücke sei sicher` says so by itself.
    """
    says = [cue.start for cue in frame.inside if "report" in cue.kinds]
    whole = not any(map(str.isalnum, frame.text[frame.low : frame.start]))
    for cue in frame.inside:
        if kind in cue.kinds:
            low = sentence_start(frame.text, cue.start)
            governed = any(low <= at < cue.start for at in says)
            if (
                not governed
                or not (whole or low > frame.start)
                or "hearsay" in _kinds(frame.inside)
            ):
                return True
    return False


def _signs_of_marks(frame: _Frame) -> Iterator[str]:
    """How much of a passage that does not stand in marks shares a quotation of its paragraph."""
    text, start, end = frame.text, frame.start, frame.end
    shared = [
        min(last, end) - max(first, start) for first, last in _quotations_near(text, start, end)
    ]
    if any(length > _FEWEST_IN_MARKS for length in shared):
        yield "marks"
    elif any(length > _MARK_ALONE for length in shared):
        yield "short marks"
    if turn_at(text, start, end):
        yield "label"


def _signs_above(frame: _Frame) -> Iterator[str]:
    """The sentence before, and the block that it introduces with a colon."""
    text, above, low = frame.text, frame.above, frame.low
    kinds = _kinds(frame.vocabulary.attributions(text, above, low))
    if _INTRODUCED.search(text, above, low) and _GOVERNING & kinds:
        line = text.rfind("\n", 0, frame.start) + 1
        yield "block" if _BLOCK.match(text, line) else "introduced"
    if "\n\n" in text[above:low]:
        return
    if "report" in kinds:
        yield "said above"
    if "source" in kinds:
        yield "source above"


def _signs_of_names(frame: _Frame, names: Names) -> Iterator[str]:
    """The signs, by their names in `_POINTS`, that a passage is the word of one of some parties."""
    before = frame.names(frame.low, frame.start, names)
    if before or frame.names(frame.end, frame.high, names):
        yield "named"
    elif frame.names(frame.above, frame.low, names):
        yield "named above"
    if before:
        yield "named before"
        if frame.distance(frame.low, before[0].start()) <= _BESIDE:
            yield "named first"
    if _name_beside(frame, names):
        yield "named beside"
    if frame.names(frame.start, frame.end, names):
        yield "named inside"


def _name_beside(frame: _Frame, names: Names) -> str:
    """The name that stands beside a verb of saying or the like, in the passage's sentence."""
    behind = _name_among(frame, (frame.end, frame.high), frame.behind, names)
    return behind or _name_among(frame, (frame.low, frame.start), frame.before, names)


def _name_at_marks(frame: _Frame, names: Names) -> str:
    """The name right behind the comma after a quotation, whatever the verb: `”…”, sade Acme`."""
    if not _COMMA().match(frame.text, frame.end):
        return ""
    nearest = next(iter(frame.names(frame.end, frame.high, names)), None)
    is_near = nearest and frame.distance(frame.end, nearest.start()) <= _NEAR
    return nearest[0] if nearest and is_near else ""


def _name_above(frame: _Frame, names: Names) -> str:
    """The name in the sentence before, where its speaker goes on: `"…," Acme said. "…"`."""
    cues = frame.vocabulary.attributions(frame.text, frame.above, frame.low)
    return _name_among(frame, (frame.above, frame.low), cues, names)


def _name_among(frame: _Frame, span: tuple[int, int], cues: list[Cue], names: Names) -> str:
    for name in frame.names(*span, names):
        for cue in cues:
            apart = frame.distance(min(name.end(), cue.end), max(name.start(), cue.start))
            if _GOVERNING & cue.kinds and apart <= _BESIDE:
                return name[0]
    return ""


def _name_in_label(label: str, names: Names) -> str:
    match = _pattern(names, r"\w").search(label) if names else None
    return match[0] if match else ""


@lru_cache(maxsize=256)
def _pattern(names: Names, letter: str) -> re.Pattern[str]:
    """A pattern of names, as whole words where blanks part words."""
    every = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    border = rf"(?<!{letter})(?:{every})(?:['’]?s)?(?!{letter})" if letter else every
    return re.compile(border, re.IGNORECASE)


@lru_cache(maxsize=256)
def _forms(names: Names) -> Names:
    """Names as texts have them: whole, and by their last words."""
    forms = set()
    for name in names:
        words = _POSSESSIVE.sub("", name).split()
        forms.add(" ".join(words))
        forms |= {word for word in words[-1:] if len(word) >= _FEWEST_LETTERS}
    return tuple(sorted(forms - {""}))


def _kinds(cues: Iterable[Cue]) -> set[str]:
    return {kind for cue in cues for kind in cue.kinds}


def _shown(frame: _Frame) -> str:
    """The words beside a passage that say whose word it is, in single blanks."""
    behind = any(_SPEAKING & cue.kinds for cue in frame.behind)
    before = any(_SPEAKING & cue.kinds for cue in frame.before)
    if behind and (not before or _COMMA().match(frame.text, frame.end)):
        return _shortened(frame.text[frame.end : frame.high])
    return _shortened(frame.text[frame.low : frame.start]) if before else ""


def _shortened(words: str) -> str:
    every = words.strip(f"{_TIDY}{STOPS}{PAUSES}—–-").split()
    return " ".join(every[:_SHOWN]) + (" …" if len(every) > _SHOWN else "")
