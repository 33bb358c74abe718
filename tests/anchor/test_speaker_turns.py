"""Whose turn of a transcript a passage is, and whether an omission joins two speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import turn_at
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.speakers import join_of, may_have_turns, speaker_label
from support.facts import facts
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The passage stands in braces.
TURNS = {
    "names": "Poe: Is it safe now?\nRoe: {It is safe} now.\nPoe: Thank you all.\nRoe: It is so.",
    "the line behind a name": "Poe: Is it safe?\nRoe: Yes.\n{It is safe.}\nPoe: Good.\nRoe: Bye.",
    "the line behind a name that comes once":
        "Poe: Is it safe?\nIt may be.\n{It is safe.}\nWe saw.",
    "over two turns": "Poe: Is it {safe now?\nRoe: It} is safe now.\nPoe: Thanks.\nRoe: Bye.",
    "before any": "{It is safe.}\nPoe: Is it safe now?\nRoe: It is.",
    "one name": "Poe: {It is safe for all} of us.\nThat was it.\nThen they left.\nAll of them.",
    "a name and price": "Price: {5 crowns}\nThat was it.\nThen they left.\nAll of them.",
    "a full name and little": "Ann Poe: {Yes.}\nThat was it.\nThen they left.\nAll of them.",
    "capitals and little": "POE: {Yes.}\nThat was it.\nThen they left.\nAll of them.",
    "a name alone, the passage before":
        "{Poe: It is safe} for all of us.\nThat was it.\nThen left.",
    "numbered": "Step 1: {open it now} please.\nStep 2: close it now please.\nStep 3: go home now.",
    "numbered twice": "Person 1: {open it now} please.\nPerson 1: close it now.\nPerson 2: go now.",
    "a section": "Results: {it is safe for} all of us.\nMethods: we looked at it.\nResults: so.",
    "a small word": "The bridge is: {safe for all of} us.\nThe bridge is: old and so on.",
    "many words": "One two three four five Six Seven: {it is safe for all}.\nPoe: Yes it is.",
    "question and answer": "Q. Is it safe?\nA. {It is safe.}\nQ. Since when?\nA. Since May.",
    "question, with a colon": "Q: Is it safe?\nA: {It is safe.}\nQ: Since when?\nA: Since May.",
    "too few letters": "Q. Is it safe?\nA. {It is safe.}\nThat was it.",
    "a letter, the line behind": "Q. Is it safe?\nA. Yes.\n{It is safe.}\nQ. Since when?\nA. May.",
    "arrows": ">> Is it safe?\n>> {It is safe.}\n>> Since when?\n>> Since May.",
    "arrows with names": ">> POE: Is it safe?\n>> ROE: {It is safe.}\n>> POE: Since when?",
    "three arrows": ">>> Is it safe?\n>> {It is safe.}\n>>> Since when?\n>> Since May.",
    "dashes": "– Is it safe?\n– {It is safe.}\n– Since when?\n– Since May.",
    "long dashes": "— Is it safe?\n— {It is safe.}\n— Since when?",
    "captions": "<v Poe>Is it safe now?\n<v.loud Roe>{It is safe now.}\n<v Poe>Thanks to you.",
    "a chat": "<poe> Is it safe now?\n<roe> {It is safe now.}\n<poe> Thanks to you.",
    "a chat in braces": "[10:02] <poe> Is it safe?\n[10:03] <roe> {It is safe now.}\n<poe> Thanks.",
    "handles": "@poe: Is it safe now?\n@roe: {It is safe now.}\n@poe: Thanks to you.",
    "capitals and a stop":
        "Mr. POE. Is it safe now?\nThe SPEAKER. {It is safe now.}\nMr. POE. Good.",
    "a title alone": "MR. It is {safe now}.\nMR. It is so.",
    "bold": "**Poe** Is it safe now?\n**Roe** {It is safe now.}\n**Poe** Thanks to you.",
    "bold with a colon": "**Poe:** Is it safe now?\n**Roe:** {It is safe now.}\n**Poe:** Thanks.",
    "bold once": "**Poe** Is it safe now?\n**Roe** {It is safe now.}\nThat was it.\nSo they left.",
    "lines in capitals": "POE\nIs it safe now?\nROE\n{It is safe now.}\nPOE\nThanks to you.",
    "lines in capitals, once":
        "POE\nIs it safe now?\nThen it was.\n{It is safe now.}\nSo they left.",
    "boxed": "[Ann Poe]: Is it safe now?\n[Roe]: {It is safe now.}\n[Ann Poe]: Thanks.",
    "with a role": "Poe (mayor): Is it safe now?\nRoe [chair]: {It is safe now.}\nPoe: Thanks.",
    "with times": "[00:12] Poe: Is it safe?\n00:14:02.5 Roe: {It is safe now.}\n(1:20) Poe: Good.",
    "in a list": "- Poe: Is it safe now?\n* Roe: {It is safe now.}\n• Poe: Thanks to you.",
    "Chinese": "王先生：桥安全吗？\n李女士：{桥很安全。}\n王先生：谢谢。",
    "Cyrillic letters": "В. Это так?\nО. {Это так.}\nВ. С мая?\nО. С мая.",
    "a head at the end": "Poe: Is it safe now?\nRoe: {It is safe now.}\nPoe:",
    "indented": "  Poe: Is it safe now?\n\tRoe: {It is safe now.}\n  Poe: Thanks.",
    "a quoted name": "“Poe: it is {safe now},” he said.\n“Roe: no.”",
    "far on":
        200 * "They spoke of it.\n" + "Poe: Is it?\nRoe: {It is safe.}\nPoe: So.\nRoe: Yes.",
    "most lines are somebody's": "Ann: it is old now.\nBea: {it is safe now.}\nCid: it is so now.",
    "lines of one turn":
        "Poe: Is it?\n" + 4 * "So.\n" + "{It is safe.}\nPoe: So.\nRoe: Yes.\nRoe: No.",
    "many lines of one turn": "Poe: Is it?\n" + 30 * "So.\n" + "{It is safe.}\nPoe: So.\nRoe: Yes.",
    "a long line": "Poe: " + 500 * "it is " + "{safe}.\nThat was it.\nThen they left.\nSo.",
    "in a book":
        3_000 * "They spoke of it for long.\n" + "Poe: Is it?\nRoe: {It is.}\nPoe: So.\n",
    "in a book of others":
        4_000 * "Ann: I say so too.\n" + "Poe: Is it?\nRoe: {It is.}\nPoe: So.\n",
    "years": "Year 2021: {it was safe for} all.\nYear 2022: it was not so.\nYear 2022: again.",
    "A1": "A1: is it safe now?\nB2: {it is safe now}.\nA1: thank you all.\nB2: it is so.",
    "half of the lines": "Ann: it is old now.\nBea: {it is safe now.}\nSo they left.\nThen came.\n",
    "a third of the lines":
        "Ann: it is old.\nBea: {it is safe.}\nSo they.\nThen they.\nAnd so.\nAnd.",
    "at the head": "Poe: Is it?\n{Roe: It is safe now}.\nPoe: Thank you.\nRoe: Bye.",
    "up to the next head": "Poe: {Is it safe?\n}Roe: It is safe now.\nPoe: Thank you.\nRoe: Bye.",
    "six words": "One Two Three Four Five Six: {it is safe}.\nPoe: it is so.\nPoe: yes, so.",
    "the last line": "Poe: Is it safe?\nRoe: {It is safe}",
    "behind a blank line": "Poe: Is it safe?\n\nPoe: It is.\n\n{It is so.}\nRoe: Bye.\nRoe: Bye.",
    "a full name once": "Ann Poe: {It is safe for} all of us.\nBy Roe: it was.\nThen they left.",
    "the first of two": "ANN: {It is safe for} all of us.\nThen: it was.\nThen they left.",
    "lines in capitals behind others":
        "they spoke of it.\nPOE\nIs it safe?\nROE\n{It is safe now.}\nPOE\nThanks to you.",
    "behind an empty line": "\nPoe: Is it safe?\nRoe: {It is safe.}\nPoe: Good.\nRoe: Bye.",
    "a name like a sign": "Xu: Is it safe?\nRoe: It is.\nXu: {So it is.}\nRoe: Bye.",
    "a number once": "Person 1: open it now please.\nPerson 1: close it.\nPerson 2: {go now, all}.",
    "every fifth line": "Poe: Is it?\nPoe: So.\n{It is safe.}\n" + 7 * "So.\n",
    "fewer than every fifth line": "Poe: Is it?\nPoe: So.\n{It is safe.}\n" + 8 * "So.\n",
    "a letter at the end": "Ann said so.\nThen they left.\nSo did all.\nRoe: {Is it I}",
    "two words at the end": "Ann said so.\nThen they left.\nSo did all.\nRoe: {Is it}",
    "right behind its colon": "Ann Poe:{ It is safe for} all of us.\nThat was it.\nThen they left.",
    "another far before":
        "Zoe: So it is.\n" + 1_200 * "They spoke of it.\n"
        + "Poe: Is it?\nRoe: {It is safe.}\nPoe: So.",
    "another far before, in a book":
        "Zoe: So it is.\n" + 4_000 * "They spoke of it.\n"
        + "Poe: Is it?\nRoe: {It is safe.}\nPoe: So.",
    "a blank line behind": "POE: Is it {safe}?\n\nROE: Yes, it is.",
    "ends in digits": "Ann 4: {It is safe now} for all.\nRoe: It is.\nAnn 4: So it is.",
    "windows line ends": "Poe: Is it safe?\r\nRoe: {It is safe.}\r\nPoe: Thank you.\r\n",
}  # fmt: skip
# The parts before and behind an omission stand in braces.
JOINS = {
    "no marks": "{The bridge is safe} for all who cross it, and {it holds} them.",
    "one utterance": "Poe said: “{The bridge is safe} for all, and {it holds}.”",
    "one utterance over paragraphs": "Poe said: “{The bridge is safe}.\n\n“For all, {it holds}.”",
    "interrupted": "“{The bridge is safe},” said Poe, “and {it holds}.”",
    "interrupted by a sentence": "“{The bridge is safe},” said Poe. “And {it holds}.”",
    "interrupted by two sentences":
        "“{The bridge is safe},” said Poe. He paused. “And {it holds}.”",
    "interrupted by three": "“{The bridge is safe},” said Poe. He rose. He left. “And {it holds}.”",
    "two speakers": "“{The bridge is safe},” said Poe. “It {does not hold},” said Roe.",
    "two speakers, by a clause": "“{The bridge is safe},” said Poe, while Roe said “it {falls}.”",
    "two speakers, before and behind": "Poe said: “{The bridge is safe}.” “It {falls},” said Roe.",
    "one speaker, named twice": "“{The bridge is safe},” said Poe. “And {it holds},” added Poe.",
    "a pronoun": "“{The bridge is safe},” said Poe. He added: “And {it holds}.”",
    "a pronoun behind": "“{The bridge is safe},” said Poe. “And {it holds},” he added.",
    "a name before": "“{The bridge is safe},” said Poe. Roe added: “And {it holds}.”",
    "the same name before": "“{The bridge is safe},” said Poe. Poe added: “And {it holds}.”",
    "the mayor": "“{The bridge is safe},” the mayor said. The engineer added: “And {it holds}.”",
    "a colon": "“{The bridge is safe},” Poe said: “and {it holds}.”",
    "labels within a line": "Poe: “{The bridge is safe}.” Roe: “{It holds}.”",
    "one label within a line": "Poe: “{The bridge is safe}.” Poe: “{It holds}.”",
    "a paragraph between": "“{The bridge is safe},” said Poe.\n\n“And {it holds}.”",
    "a paragraph of text between":
        "“{The bridge is safe},” said Poe.\n\nHe left.\n\n“And {it holds}.”",
    "nobody named": "“{The bridge is safe}.” “And {it holds}.”",
    "nobody named, a paragraph": "“{The bridge is safe}.”\n\n“And {it holds}.”",
    "a question": "“{Is the bridge safe?}” she asked. “And {does it hold}?”",
    "a pause": "“{The bridge is safe}.” He paused. “And {it holds}.”",
    "far apart":
        "“{The bridge is safe},” said Poe, " + 30 * "who looked at it, " + "“and {it holds}.”",
    "into speech": "{The bridge was closed} in May. “It is safe for all and {it holds},” said Poe.",
    "into scare quotes": "{The bridge was closed} in May, and its “very {safe} rail” was gone.",
    "into few words": "{The bridge was closed} in May, and its “{safe} rail” was gone.",
    "out of speech": "“{The bridge is safe},” said Poe. The town {closed it} in May.",
    "out of speech, in its sentence":
        "“{The bridge is safe},” said Poe of the town, who {closed it}.",
    "out of speech, over a line": "“{The bridge is safe},” said Poe\n\nwho {closed it} in May.",
    "to another turn":
        "Poe: {The bridge is safe} for all.\nRoe: It is so and {it holds}.\nPoe: Yes.\nRoe: No.",
    "to one's own turn":
        "Poe: {The bridge is safe} for all.\nPoe: It is so and {it holds}.\nRoe: Yes.\nRoe: No.",
    "over another's turn":
        "Poe: {The bridge is safe}.\nRoe: Is it?\nPoe: It is so and {it holds}.\nRoe: No.",
    "to a full name": "{The bridge is safe} for all.\nAnn Roe: It is so and {it holds}.",
    "to a name that comes once": "{The bridge is safe} for all.\nRoe: It is so and {it holds}.",
    "past a bold question": "{The bridge is safe} for all.\n**Is it old?**\nIt is, and {it holds}.",
    "past a bold line": "{The bridge is safe} for all.\n**It is old**\nIt is, and {it holds}.",
    "to the next letter":
        "Q. {Is the bridge safe} now?\nA. It is so and {it holds}.\nQ. So?\nA. Yes.",
    "past a dash": "– {The bridge is safe} for all.\n– It is so and {it holds}.",
    "with the marks": "{“The bridge is safe,”} said Poe. {“It holds.”}",
    "with the marks, two": "{“The bridge is safe,”} said Poe. {“It falls,”} said Roe.",
    "marks alone": "Poe said: “The bridge is safe {.}” Roe said: {“}It falls.”",
    "at the start and end of one": "“{A} bridge is safe for {all}”, “said” Poe.",
    "four words": "{The bridge was closed} in May. “So {it holds} now,” said Poe.",
    "a break before": "It fell. “{The bridge is safe},” said Poe of the town, who {closed it}.",
    "an aside": "“{The bridge is safe}”, Poe said on Monday, “and {it holds}”.",
    "an aside of another": "“{The bridge is safe}”, Poe said, and Roe said, “and {it holds}”.",
    "an aside with one verb": "“{The bridge is safe}”, Poe and Roe said, “and {it holds}”.",
    "a question, then a name": "“{Is it safe}?” asked Poe. Roe said: “{It is}.”",
    "two questions": "“{Is it safe}?” asked Poe. “{Does it hold}?” asked Roe.",
    "a question by one": "“{Is it safe}?” asked Poe. “{Does it hold}?” Poe asked.",
    "an exclamation": "“{It is safe}!” She cried: “And {it holds}!”",
    "a clause behind": "“{It is safe}.” she said. “And {it holds}.”",
    "a comma behind": "“{It is safe}.”, she said. “And {it holds}.”",
    "named before, in its line": "Ann Poe said: “{It is safe}.”\nShe added: “And {it holds}.”",
    "named before, in another line": "Poe said this.\n“{It is safe}.” “And {it holds},” said Roe.",
    "named far before": "Poe said " + 20 * "so " + ": “{It is safe}.” “{It falls},” said Roe.",
    "named behind in another line": "Poe said: “{It is safe}.” “{It holds}”\nsaid Roe.",
    "named behind, far on": "Poe said: “{It is safe}.” “{It holds}” " + 50 * "so " + "said Roe.",
    "named behind the sentence": "Poe said: “{It is safe}.” “{It holds}.” Then she left, said Roe.",
    "a pronoun of things": "“{It is safe},” said Poe. Her friend added: “And {it holds}.”",
    "they": "“{It is safe},” said Poe and Roe. They added: “And {it holds}.”",
    "a pause with a pronoun": "“{It is safe}.” He paused. “And {it holds},” he said.",
    "a quoted word between": "“{It is safe},” said Poe of the “old” bridge. “And {it holds}.”",
    "a label before": "Poe: “{It is safe}.” Then Roe: “{It holds}.”",
    "a label far before": "Poe: " + 50 * "so " + "“{It is safe}.” Roe: “{It holds}.”",
    "capital names": "POE ANN: {It is safe} for all.\nROE BEA: It is so and {it holds}.",
    "a lower name": "Ann de la Poe: {It is} safe.\nBea von Roe: It is so and {it holds}.",
    "a half name": "{The bridge is safe} for all.\nthe Roe: It is so and {it holds}.",
    "sections": "Aim: {The bridge is safe} for all.\nMethod: It is so and {it holds}.",
    "German": "„{Die Brücke ist sicher}“, sagte Poe. Roe sagte: „Sie {hält nicht}.“",
    "German, a pronoun": "„{Die Brücke ist sicher}“, sagte Poe. Er fügte hinzu: „Sie {hält}.“",
    "French": "« {Le pont est sûr} », a dit Poe. Roe a ajouté : « Il {ne tient pas}. »",
    "Spanish": "«{El puente es seguro}», dijo Poe. Roe añadió: «Y {no aguanta}».",
    "Chinese": "王说：“{桥很安全}。”李说：“桥{不安全}。”",
    "no blank between": "“{It is safe}.”“{It holds}.”",
    "right behind the marks": "王说：“{桥很安全}。”{李说很好}。",
    "pauses, then leaves": "“{It is safe}.” He paused. He left. “And {it holds}.”",
    "a name behind a sentence": "“{It is safe}.” He paused. Poe added: “And {it holds}.”",
    "many words of the second": "“{It is safe},” said Poe, “" + 70 * "so " + "{it holds}.”",
    "sixty words apart": "“{It is safe},” said Poe, " + 58 * "so " + "“and {it holds}.”",
    "more than sixty words apart": "“{It is safe},” said Poe, " + 59 * "so " + "“and {it holds}.”",
    "a verb in the first": "“He said {it is safe}.” “{It falls},” said Roe.",
    "a name in the second": "“{It is safe},” said Poe, while she said “Ann {falls}.”",
    "a name in the second, behind a noun":
        "“{It is safe},” said the mayor, “Ann {falls},” said the mayor.",
    "named twice": "“{It is safe},” said Poe, “and {it holds},” said Roe.",
    "named behind a letter": "“{It is safe},” said Poe of Planet X “and {it holds},” said Poe.",
    "two verbs, no comma": "“{It is safe},” said Poe who said “it {holds}.”",
    "three verbs": "“{It is safe},” said Poe who claimed it, while Roe said “it {holds}.”",
    "a comma and no verb": "“{It is safe},” said Poe, not Roe “it {holds}.”",
    "two lines between": "“{It is safe},” said Poe\nof Elm.\n\n“And {it holds}.”",
    "a friend": "“{It is safe}.” Her friend added: “And {it holds}.”",
    "she": "“{It is safe}.” She added: “And {it holds}.”",
    "a pause, and a verb in the second": "“{It is safe}.” He paused. “He said {it holds}.”",
    "a pause of two": "“{It is safe}.” He and Ann paused. “And {it holds}.”",
    "named before, some lines down":
        "It was May\nand Ann said this\n“{It is safe}.” “And {it holds},” said Roe.",
    "named behind, some lines up":
        "Poe said: “{It is safe}.” “{It holds}”\nsaid Roe.\nThat was it.\nSo.",
    "a mark in the first part alone":
        "{“The bridge is safe} for all, and {it holds} them,” said Poe.",
    "out of speech, before a blank line":
        "“{The bridge is safe},” said Poe of the town, who {closed it}.\n\nSo it was.",
    "a full name with small words": "{It is safe} for all.\nAnn de la Poe: It is and {it holds}.",
    "another's turn before":
        "Ann: It is.\nPoe: {It is safe} for all.\nIt is so and {it holds}.\nAnn: Yes.\nPoe: No.",
    "to one's own turn, then another's":
        "Poe: {It is safe} for all.\nPoe: So.\nRoe: It {holds}.\nPoe: Yes.\nRoe: No.",
    "to one's own turn, then a member's":
        "M. Poe. {It is safe} for all.\nM. Poe. So it is.\nMme Ida Roe. It {holds}.",
    "a bold question behind": "{It is safe} for all.\nIt is, and {it holds}.\n**Is it old?**\nYes.",
    "a bold question of X": "{It is safe} for all.\n**X is old?**\nIt is, and {it holds}.",
    "another's turn within the second part":
        "Poe: {It is safe} for all, and {it holds.\nRoe: So} it is.\nPoe: Yes.\nRoe: No.",
    "Chinese, a sentence behind": "王说：“{桥很安全}。”“{很好}”。李说。",
    "named with an office":
        "“{It is safe},” said the mayor, Ann Poe, “and they claim {it holds},” Poe said.",
    "a word behind the marks": "{“It is safe.” I,} for one, saw {“that it holds for us all”}.",
    "no language": "“{Xa bridu esa}”, zuk Poe. “Ema {halda}”, zuk Roe.",
    "no language, a paragraph": "“{Xa bridu esa}”\n\n“Ema {halda}”",
}  # fmt: skip


def parts_of(marked: str) -> tuple[str, list[tuple[int, int]]]:
    pieces = marked.replace("}", "{").split("{")
    ends = [len("".join(pieces[:number])) for number in range(1, len(pieces))]
    return "".join(pieces), list(zip(ends[::2], ends[1::2], strict=True))


def test_all_turns(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for name, marked in TURNS.items():
        text, [(start, end)] = parts_of(marked)
        turn = turn_at(text, start, end)
        assert turn is None or may_have_turns(text)
        others = () if turn is None else sorted(turn.others)
        description = "none" if turn is None else facts(turn._replace(others=others))  # type: ignore[arg-type]
        lines.append(f"{name}: {description}; at its head {speaker_label(text, start)!r}")

    golden(GOLDEN / "anchor-turns.txt", "\n".join(lines) + "\n")


def test_all_joins(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for name, marked in JOINS.items():
        text, [before, after] = parts_of(marked)
        join = join_of(text, before, after, vocabulary_at(text, before[0], after[1]))
        lines.append(f"{name}: {facts(join) or 'one'}")

    golden(GOLDEN / "anchor-joins.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("marked", "reason", "interrupted"),
    [
        ("“{Xa bridu esa}”, zuk Poe, “{ema halda}”.", "", True),
        (
            "“{Xa bridu esa}”\n\n“{Ema halda}”",
            "the omission joins one utterance to what follows it",
            False,
        ),
    ],
)
def test_utterances_in_a_language_that_is_not_known(
    marked: str, reason: str, *, interrupted: bool
) -> None:
    text, [before, after] = parts_of(marked)

    join = join_of(text, before, after, None)

    assert (join.reason, join.interrupted) == (reason, interrupted)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("names", "Roe"),
        ("over two turns", None),
        ("a name and price", None),
        ("question and answer", "A"),
        ("captions", "Roe"),
        ("capitals and a stop", "The SPEAKER"),
        ("bold", "Roe"),
        ("Chinese", "李女士"),
        ("most lines are somebody's", "Bea"),
    ],
)
def test_whose_turn_a_passage_is(name: str, label: str | None) -> None:
    text, [(start, end)] = parts_of(TURNS[name])
    turn = turn_at(text, start, end)

    assert (turn and turn.label) == label


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("one utterance", ""),
        ("interrupted", ""),
        ("two speakers", "the omission joins the words of two speakers"),
        ("a pronoun", ""),
        ("labels within a line", "the omission runs on to another speaker (“Roe”)"),
        ("into speech", "the omission joins what is printed to somebody's utterance"),
        ("into scare quotes", ""),
        ("out of speech", "the omission joins one utterance to what follows it"),
        ("to another turn", "the omission runs on to another speaker (“Roe”)"),
        ("to one's own turn", ""),
        ("past a bold question", "the omission runs on to another speaker (“Is it old?”)"),
        ("German", "the omission joins the words of two speakers"),
    ],
)
def test_whether_an_omission_joins_two_speakers(name: str, reason: str) -> None:
    text, [before, after] = parts_of(JOINS[name])

    assert join_of(text, before, after, vocabulary_at(text, before[0], after[1])).reason == reason
