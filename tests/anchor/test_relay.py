"""Whether a passage is somebody's word by what stands around it, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Relay, inside_quotation, languages, may_be_relayed, relay_of, turn_at
from claimcheck.anchor.relay import coverage, inner_relay
from support.facts import facts
from support.marked import passage_in
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RELAYED = [
    "⟦The river is clean again⟧, the mayor said on Monday.",
    "⟦The river is clean again⟧, said the mayor.",
    "⟦The river is clean again⟧, a spokeswoman for Acme told reporters.",
    "⟦The river is clean again⟧, the old town council said.",
    "⟦Der Fluss ist wieder sauber⟧, der Bürgermeister von Elm erklärte.",
    "According to the mayor, ⟦the dam will hold for a hundred years⟧.",
    "⟦The dam will hold⟧, according to the mayor.",
    "The mayor said that ⟦the fish are back in the river⟧.",
    "The mayor told reporters on Friday that ⟦the fish are back in the river⟧.",
    "The owners believe ⟦the mill will close⟧.",
    "And so ⟦the mill will close⟧, the owners believe.",
    "He warned that ⟦the bridge would fall⟧ and left.",
    "Der Bürgermeister erklärte, ⟦der Fluss sei wieder sauber⟧.",
    "⟦Der Fluss ist wieder sauber⟧, sagte der Bürgermeister.",
    "Laut dem Bürgermeister ⟦ist der Fluss wieder sauber⟧.",
    "⟦Man werde den Damm noch in diesem Jahr erneuern⟧.",
    "⟦Der Bürgermeister sagte nichts. Man werde den Damm erneuern⟧.",
    "Le maire a déclaré que ⟦la rivière est propre⟧.",
    "⟦La rivière est de nouveau propre⟧, a indiqué le maire.",
    "⟦La rivière est de nouveau propre⟧, a réagi le maire.",
    "⟦El río está limpio⟧, recalcó el alcalde.",
    "El alcalde dijo que ⟦el río está limpio⟧.",
    "Il sindaco ha detto che ⟦il fiume è di nuovo pulito⟧.",
    "O prefeito não falou muito, mas disse que ⟦o rio está limpo⟧.",
    "Мэр сообщил, что ⟦река снова чистая⟧.",
    "The mayor wrote to the council:\n\n> ⟦The new well gives enough water.⟧",
]
NAMED = [
    ("⟦The river is clean again⟧, Acme said on Monday.", "Acme"),
    ("According to Acme Water, ⟦the dam will hold for a hundred years⟧.", "Acme Water"),
    ("⟦The dam will hold⟧, Acme's spokesman said.", "Acme's"),
    ("“⟦The dam will hold⟧,” said Acme. “It is new.”", "Acme"),
    ("“The dam will hold,” said Acme. “⟦It is as good as new.⟧”", "Acme"),
    ("”⟦Dammen håller i hundra år⟧”, sade Acme.", "Acme"),
    ("”⟦Dammen håller i hundra år⟧”, brummade Acme.", "Acme"),
    ("Acme wrote:\n\n> ⟦The new well gives enough water.⟧", "Acme"),
    ("ACME: ⟦The smoke from the tower is harmless.⟧", "ACME"),
    ("⟦Der Damm hält⟧, sagte Acme.", "Acme"),
    ("⟦The river is clean again⟧, the mayor said. Acme declined to comment.", ""),
    ("“⟦The dam will hold⟧,” said the mayor.", ""),
]

# Signs of speech, and what is like one: whether they are enough stands in the golden text.
READ = [
    "The mayor said on Friday ⟦the dam will hold⟧.",
    "The mayor of Elm said late on Friday night ⟦the dam will hold⟧.",
    "The mayor believes now ⟦the dam will hold⟧.",
    "The mayor said, ⟦the dam will hold⟧.",
    "The mayor said: ⟦the dam will hold⟧.",
    "The mayor of Elm, said: ⟦the dam will hold⟧ and it will.",
    "In the evening the mayor had this: ⟦the dam will hold⟧.",
    "It is clear that ⟦the dam will hold⟧.",
    "It is clear, that ⟦the dam will hold⟧.",
    "They all know the story that ⟦the dam will hold⟧.",
    "The owners of it all believe that ⟦the dam will hold⟧.",
    "The mayor said so in the old school of the town of Elm that ⟦the dam will hold⟧.",
    "The claim of the mayor that ⟦the dam will hold⟧ is old.",
    "The report of the mayor that ⟦the dam will hold⟧ is old.",
    "A report says ⟦the dam will hold⟧.",
    "The dam, they said, which ⟦will hold for years⟧.",
    "The mayor, who said ⟦the dam will hold⟧, left.",
    "The mayor said when ⟦the dam will hold⟧.",
    "The mayor said and ⟦the dam will hold⟧.",
    "⟦The dam will hold⟧ the mayor said.",
    "⟦The dam will hold⟧ the old mayor of Elm said.",
    "⟦The dam will hold⟧, the old mayor of the town said to us all on Friday night.",
    "⟦The dam will hold⟧, the old and tired mayor of the whole town of Elm said.",
    "⟦The dam will hold⟧, believes the mayor.",
    "⟦The dam will hold⟧, as the owners of the mill believe.",
    "⟦The dam will hold⟧, he said.",
    "⟦The dam will hold⟧, she said to us all in the old school of the town on Friday.",
    "⟦The dam will hold⟧, it has long been said.",
    "⟦The dam will hold⟧, they told reporters from Elm.",
    "⟦The dam will hold⟧, a spokeswoman for Acme told reporters.",
    "⟦The dam will hold⟧, a spokeswoman for Acme told reporters on Friday night.",
    "⟦The dam will hold⟧, a spokeswoman: Acme told reporters.",
    "⟦The dam will hold⟧, and a spokeswoman for Acme told reporters.",
    "⟦The dam will hold⟧, that the old spokeswoman for Acme told reporters.",
    "⟦The dam will hold⟧ — the mayor said.",
    "⟦The dam will hold⟧ - the mayor said.",
    "⟦The dam will hold⟧; the mayor said.",
    "⟦The dam will hold⟧, according to a report.",
    "⟦The dam will hold⟧ for years, according to the mayor.",
    "For now ⟦the dam will hold⟧, according to the mayor.",
    "The mayor looked. ⟦The dam will hold⟧.",
    "The mayor said so. ⟦The dam will hold⟧, and it will.",
    "The mayor said so. Now ⟦the dam will hold⟧.",
    "The mayor said so.\n\nNow ⟦the dam will hold⟧.",
    "According to the report it was so. Now ⟦the dam will hold⟧.",
    "Now the dam ⟦“will hold for a hundred years” and more⟧.",
    "Now the dam ⟦“will hold” and more⟧.",
    "Now the dam ⟦will hold “for a hundred years and all of us”⟧, so.",
    "“Now the dam” ⟦will hold for years⟧ and more.",
    "Now ⟦we hold that the dam is safe⟧.",
    "It is so, ⟦we hold that the dam is safe⟧, they think.",
    "The mayor wrote:\n\n⟦The new well gives enough water.⟧",
    "The mayor wrote:\n⟦The new well gives enough water.⟧",
    "The mayor came:\n\n⟦The new well gives enough water.⟧",
    "The mayor came:\n\n> ⟦The new well gives enough water.⟧",
    "The mayor wrote:\n\n  > ⟦The new well gives enough water.⟧ It is new.",
    "The mayor said “⟦the dam will hold⟧” and left.",
    "“The dam is old, but ⟦it will hold⟧, all of it,” said the mayor.",
    "“⟦The dam will hold⟧,” said the mayor. “It is new.”",
    "“It is new.” The mayor said: “⟦The dam will hold⟧.”",
    "“⟦The dam will hold⟧” — the mayor.",
    "The mayor: ⟦The dam will hold for years⟧.\nThat was it.\nThen they left.\nSo.",
    "The old mayor of Elm Town: ⟦The dam will hold for years⟧.\nThat was it.\nThen left.\nSo.",
    "Acme said the mayor had said ⟦the dam will hold⟧.",
    "The dam of Acme, the mayor said, ⟦will hold⟧.",
    "Acme, which built it all in the year 1862, and the mayor said ⟦the dam will hold⟧.",
    "Acme looked at it. Now ⟦the dam will hold⟧, they think.",
    "The owners think ⟦the dam of Acme will hold⟧.",
    "Acme Water and its owners think ⟦the dam will hold⟧.",
    "Der Bürgermeister sagte, dass ⟦der Damm hält⟧.",
    "Der Bürgermeister sagt, ⟦der Damm halte noch lange⟧.",
    "⟦Der Damm soll noch lange halten⟧.",
    "⟦Der Damm habe gehalten⟧.",
    "⟦Der Damm hält⟧, so der Bürgermeister.",
    "Wie der Bürgermeister mitteilte, ⟦hält der Damm⟧.",
    "⟦Die den Damm bauten⟧, sagte er.",
    "⟦Der Damm, der hielt⟧, sagte er.",
    "Le maire pense que ⟦le barrage tient⟧.",
    "Selon le maire, ⟦le barrage tient⟧.",
    "⟦Le barrage tient⟧, selon le maire.",
    "Según el alcalde, ⟦la presa aguanta⟧.",
    "⟦Baraj dayanacak⟧ dedi başkan.",
    "Başkan ⟦barajın dayanacağını⟧ söyledi.",
    "市長は⟦ダムは安全だ⟧と述べた。",
    "市長は、⟦ダムは安全だ⟧と言った。",
    "시장은 ⟦댐이 안전하다⟧고 말했다.",
    "市长说，⟦大坝很安全⟧。",
    "据市长说，⟦大坝很安全⟧。",
    "Староста сказал: ⟦плотина выдержит⟧.",
    "⟦Плотина выдержит⟧, сказал староста.",
    "Ordföraren sade att ⟦dammen håller⟧.",
    "⟦which will hold⟧, said the mayor.",
    "⟦And it will hold⟧, said the mayor.",
    "⟦Which dam it is⟧, said the mayor.",
    "Er sei alt, ⟦der Damm hält⟧, sagte er.",
    "Nun sei es so, ⟦der Damm hält⟧.",
    "⟦“The dam will hold,”⟧ said the mayor.",
    "“The dam, ⟦it will hold”⟧, said the mayor.",
    "⟦“The dam⟧ will hold,” said the mayor.",
    "So “the dam ⟦will” hold⟧, said Acme, “and so it is”.",
    "“The dam holds,” he said. ⟦“It is new, all of it”⟧, she said. “Good.”",
    "Poe: Is it safe?\nRoe: ⟦It is safe.⟧\nPoe: Good.\nRoe: Bye.",
    "Poe: Is it safe?\nMayor Roe: “⟦It is safe.⟧”\nPoe: Good.\nMayor Roe: Bye.",
    "Acme: Is it safe?\nAcme: ⟦It is safe.⟧\nPoe: Good.\nPoe: Bye.",
    "Mayor Ann Roe: ⟦It is safe for all of us.⟧\nThat was it.\nThen they left.\nSo.",
    "Old Mayor Ann Roe: ⟦It is safe for all of us.⟧\nThat was it.\nThen they left.\nSo.",
    "At its source ⟦the river is clean⟧.",
    "According to Acme ⟦the river is clean⟧.",
    "According to a source that ⟦the river is clean⟧ we left.",
    "The mayor：⟦the river is clean⟧.",
    "市長Acmeは⟦ダムは安全だ⟧と述べた。",
    "Acme市长说，⟦大坝很安全⟧。",
    "⟦Der Damm hält⟧, die Firma Acme berichtet.",
    "⟦The dam will hold⟧, Acme who built it denied.",
    "⟦The dam will hold⟧, the firm that built it said.",
    "⟦The dam will hold⟧, the firm said. Acme left: so it is.",
    "The mayor said so, and left. “⟦The dam will hold⟧.”",
    "“⟦Dammen håller⟧”, brummade nu Acme.",
    "“⟦Dammen håller⟧”, brummade nu länge Acme.",
    "“⟦Dammen håller⟧”, brummade mayor och Acme.",
    "Zuk bridu ⟦esa halda xanu⟧ zik.",
    "“Zuk bridu ⟦esa halda xanu⟧” zik.",
    "⟦Der Damm sei, wie alle es sehen, wieder gut.⟧",
    "According to ⟦the mayor the dam will hold⟧.",
    "The mayor left and, ⟦the dam will hold⟧.",
    "The mayor said when, ⟦the dam will hold⟧.",
    "The mayor said：⟦the dam will hold⟧.",
    "⟦The dam will hold⟧, said the mayor. It is as good as new, and so is the bridge.",
    "⟦The dam will hold⟧, the old mayor of the town of Elm said.",
    "⟦The dam will hold⟧, the old mayor of the town of Elm now said.",
    "⟦The dam will hold⟧, a spokeswoman for Acme told two reporters.",
    "⟦The dam will hold⟧, a spokeswoman for Acme told all two reporters.",
    "⟦The dam will hold⟧, a spokeswoman for Acme told reporters. It is new, and as good as new.",
    "⟦The dam will hold⟧, a claim by the mayor of Elm said.",
    "⟦Der Damm hält⟧, so dass die Firma Acme aus Elm erklärte.",
    "市長は⟦ダムは安全だ⟧と昨日の会議で述べた。",
    "⟦Baraj dayanacak⟧ diye dün okulda söyledi başkan.",
    "“Now the dam”⟦ will hold for years⟧ and more.",
    "“Now the dam⟦” will hold for years⟧ and more.",
    "Now the dam ⟦“will hold for the yea” and more⟧.",
    "Now the dam ⟦“will hold for the year” and more⟧.",
    "Now the dam ⟦“will hold for the years” and more⟧.",
    "The old mayor of Elm: ⟦The dam will hold for years⟧.\nIn Rome: so.\nThey left.\nSo.\nYes.",
    "The mayor wrote:\n\n> ⟦The new well gives enough water.⟧\nSo it is.",
    "The mayor of Acmetown said ⟦the dam will hold⟧.",
    "Acmetown: Is it safe?\nPoe: It is.\nAcmetown: ⟦It is safe.⟧\nPoe: Good.",
    "⟦Der Damm habe gehalten⟧, als es gestern regnete.",
    "Als es gestern regnete, ⟦habe der Damm gehalten⟧.",
    "The mayor said ⟦the dam will hold⟧, said Acme.",
    "The mayor said ⟦the dam will hold⟧ as Acme said.",
    "Acme left it. “⟦They said it will hold.⟧”",
    "The mayor said so in the old school yard that ⟦the dam will hold⟧.",
    "The mayor said so in the old school of Elm that ⟦the dam will hold⟧.",
    "The mayor said⟦ “The dam will hold” ⟧now.",
    "“It is new.”⟦“The dam will hold.”⟧ said Acme.",
    "Acme’s men and the mayor’s said ⟦the dam will hold⟧.",
    "The dam — ⟦it will hold⟧ — is new.",
    "⟦它很安全⟧他说。",
    "“⟦ხიდი უსაფრთხოა⟧”, თქვა მან.",
    "⟦ხიდი უსაფრთხოა⟧, თქვა მან.",
    "“⟦Կամուրջը ապահով է⟧”, ասաց նա։",
    "⟦Կամուրջը ապահով է⟧, ասաց նա։",
    "⟦The dam will hold⟧, an estimate by the mayor of Elm said.",
    "⟦Der Damm hält⟧, dass die Firma Acme aus Elm erklärte.",
    "The mayor said, and: ⟦the dam will hold⟧.",
    "The mayor said and; ⟦the dam will hold⟧.",
    "Am Montag ⟦sagte Poe, die Brücke sei sicher⟧.",
    "⟦Poe sagte, die Brücke sei sicher. Sie soll neu sein.⟧ Der Rat schwieg.",
    "So it was.\n\nNow the dam ⟦“will hold for a hundred years” and more⟧.\n\nIt is new.",
    "So it was.\n\n“It is new,” said Poe.\n\n“So the ⟦dam will hold⟧,” said Acme.\n\nIt is.",
    "⟦Baraj dayanacak⟧ güzel diye dün okulda başkan söyledi.",
    "⟦Baraj dayanacak⟧ çok güzel diye dün okulda başkan söyledi.",
    "So ⟦ “the dam⟧ will hold,” said Acme.",
    "“Acme said the dam ⟦will hold”,⟧ they told us.",
    "S: ⟦It is safe.⟧\nA: Is it?\nS: It is.\nA: Good.",
]


def relay(marked: str, *names: str) -> Relay | None:
    """What relays the passage between `⟦` and `⟧`."""
    return relay_of(*passage_in(marked), names)


def test_speech_is_relayed_in_a_text_without_stops_too() -> None:
    """That of a recording has none for pages."""
    talk = "and then we went on along the river and talked to the people there " * 40
    passage = passage_in(f"{talk}and the mayor said that ⟦the bridge is safe⟧ {talk}")

    assert relay_of(*passage)


@pytest.mark.parametrize("marked", RELAYED)
def test_relayed_speech_is_somebodys_word(marked: str) -> None:
    speaker = relay(marked)

    assert speaker is not None
    assert not speaker.direct


@pytest.mark.parametrize(
    "marked",
    [
        "⟦The river is clean again.⟧ It was dirty for years.",
        "The mill, ⟦which was built in 1862⟧, burnt down on Monday.",
        "⟦The council met in the old school.⟧ The mayor spoke for an hour.",
        "⟦Der Fluss ist wieder sauber.⟧ Er war lange verschmutzt.",
        # The passage says itself whose word it relays.
        "⟦Der Bürgermeister sagte am Montag, der Fluss sei sauber.⟧ Das Volk lachte.",
        "⟦Die Firma teilte mit, sie habe die Mühle verkauft⟧. Die Stadt lachte.",
        "⟦Sagte Poe, die Brücke sei sicher?⟧ Der Rat schwieg.",
        "⟦La rivière est de nouveau propre.⟧ Elle était sale.",
        "The meeting began late, and ⟦the council voted at midnight⟧.",
        "The council will pay, if the state agrees, for ⟦the roof⟧.",
        "⟦The river is clean again⟧, the men from Acme have denied.",
        "⟦In May of that year⟧, the old town council said it would leave the town.",
        "⟦The river is clean again⟧, when the old town council said.",
        "Price: ⟦five crowns⟧",
        "",
    ],
)
def test_what_a_newspaper_says_itself_is_nobody_elses_word(marked: str) -> None:
    assert relay(marked or "⟦⟧") is None


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_the_name_beside_the_words_is_the_speakers(marked: str, name: str) -> None:
    speaker = relay(marked, "acme", "acme water")

    assert speaker is not None
    assert speaker.name == name


def test_all_that_is_read_of_speech(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for marked in (*RELAYED, *dict(NAMED), *READ):
        lines.append(repr(marked))
        for names in ((), ("acme", "acme water", "mayor")):
            seen = relay(marked, *names)
            lines.append(f"  {', '.join(names)}: {facts(seen) if seen else seen}")
            assert seen is None or may_be_relayed(*passage_in(marked))
    golden(GOLDEN / "anchor-relay.txt", "\n".join(lines) + "\n")


def test_a_name_in_part_behind_a_passage_is_not_yet_its_speakers() -> None:
    text = "⟦The river is clean again⟧, the old town council said."

    part, whole = relay(text, "elm council"), relay(text, "council")
    assert part is not None
    assert part.name == ""
    assert whole is not None
    assert whole.name == "council"


@pytest.mark.parametrize(
    ("marked", "claimant", "name"),
    [
        ("“⟦The river is clean again⟧,” the old town council said.", "elm council", "council"),
        ("“⟦The river is clean again⟧”, the old town council said.", "elm council", "council"),
        ("The council said ⟦the river is clean again⟧.", "elm council", "council"),
        ("⟦The river is clean⟧, the town council’s old men said.", "elm council", ""),
        ("⟦The river is clean⟧, the town council’s old men said.", "council", "council’s"),
        ("⟦The “dear” river is ours⟧, the town council told reporters.", "elm council", ""),
        (
            "⟦We say the “dear” river is⟧, the town council told reporters.",
            "elm council",
            "council",
        ),
    ],
)
def test_a_name_in_part_is_enough_where_other_words_say_so(
    marked: str, claimant: str, name: str
) -> None:
    speaker = relay(marked, claimant)

    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    ("text", "passage", "may_be"),
    [
        ("MAYOR: I do not know.\n\nREPORTER: Who does?", "I do not know.", True),
        ("MAYOR: It is old. I do not know.\n\nREPORTER: Who does?", "I do not know.", True),
        ("The mill is old. 他说它着火了。", "它着火了。", True),
        ("He said “I do not know.” It rained.", "I do not know.", True),
        ("The mill is old. It burnt down.", "It burnt down.", False),
    ],
)
def test_whole_sentences_without_marks_or_labels_need_no_closer_look(
    text: str, passage: str, *, may_be: bool
) -> None:
    start = text.index(passage)

    assert may_be_relayed(text, start, start + len(passage)) is may_be


def test_less_is_enough_where_a_name_stands_in_the_sentence() -> None:
    marked = "Acme also pointed on Monday to ⟦the low price of its water⟧."

    assert relay(marked) is None
    assert relay(marked, "acme") is not None


def test_a_name_in_the_passage_asks_for_plain_words_beside_it() -> None:
    just = (
        "After the rain in the hills of Elm ⟦the dam of Acme holds⟧, said Acme to us in May at Elm."
    )
    less = (
        "After the rain of Elm ⟦the dam of Acme holds⟧ in May, Acme said to us in the old school."
    )

    speaker = relay(just, "acme")
    assert speaker is not None
    assert speaker.name == "Acme"
    assert relay(less, "acme") is None


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("“They tell us that ⟦the dam will hold⟧. It is new.”", "They tell us that"),
        ("“They tell us ⟦the dam will hold⟧. It is new.”", "They tell us"),
        ("“They tell us and ⟦the dam will hold⟧. It is new.”", ""),
        ("“They say it again, ⟦the dam will hold⟧. It is new.”", ""),
        ("“They say it again, ⟦the dam will hold⟧ they say. It is new.”", ""),
        ("“They say it again, ⟦the dam will hold⟧ they say. We are glad.”", ""),
        ("“They say it again, ⟦the dam we know will hold⟧ they say.”", "They say it again"),
        ("“They say we think ⟦the dam will hold⟧. It is new.”", ""),
        ("“They say the report shows ⟦the dam will hold⟧. It is new.”", ""),
        ("“⟦The dam will hold⟧, they tell us. It is new.” So it was.", "they tell us"),
        ("“⟦The dam will hold⟧”, they tell us.", ""),
        ("They said: “⟦The dam will hold⟧.”", ""),
        ("“1862 ⟦1863⟧ 1864”", ""),
    ],
)
def test_who_speaks_may_relay_the_words_of_others(marked: str, words: str) -> None:
    text, start, end = passage_in(marked)
    spoken = text.index("“") + 1, text.index("”")

    assert inner_relay(text, spoken, start, end) == words


@pytest.mark.parametrize(
    ("text", "passage", "label"),
    [
        ("REPORTER: Who sold it?\n\nMAYOR: I do not know.", "I do not know", "MAYOR"),
        ("Q. Who sold it?\nA. I do not know.\nQ. Nobody?", "I do not know", "A"),
        ("**Ada Pine:** We sold it all.\n\n**Bo Kim:** We did not.", "We sold", "Ada Pine"),
        (
            "ADA PINE: We sold it.\n\nIt was old.\n\nBO KIM: When?\n\nADA PINE: In May.",
            "It was old",
            "ADA PINE",
        ),
        ("<v Ada Pine>We sold it.\n<v Bo Kim>When?", "We sold it", "Ada Pine"),
        ("**Ada Pine** We sold it.\n\n**Bo Kim** When?", "We sold it", "Ada Pine"),
        ("THE CHAIRMAN. We sold it.\n\nMr. POE. When?", "We sold it", "THE CHAIRMAN"),
        ("MR. JONES: Who sold it?\n\nTHE WITNESS: We did.", "We did", "THE WITNESS"),
        ("[00:01:02] ADA PINE: We sold it.\n[00:01:09] BO KIM: When?", "We sold it", "ADA PINE"),
        ("- ADA PINE: We sold it.\n- BO KIM: When?", "We sold it", "ADA PINE"),
        ("ADA PINE\nWe sold it.\n\nBO KIM\nWhen?\n\nADA PINE\nMay.", "We sold it", "ADA PINE"),
        ("[ADA PINE]: We sold it.\n[BO KIM]: When?\n[ADA PINE]: In May.", "When?", "BO KIM"),
        ("市长：我们卖了它。\n\n记者：什么时候？", "我们卖了它", "市长"),
        (">> ADA PINE: We sold it.\n>> BO KIM: When?\n>> ADA PINE: In May.", "In May", "ADA PINE"),
    ],
)
def test_a_label_says_whose_turn_it_is(text: str, passage: str, label: str) -> None:
    start = text.index(passage)
    turn = turn_at(text, start, start + len(passage))

    assert turn is not None
    assert turn.label == label


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Background: The mill is old.\n\nMethods: We looked at it.", "We looked at it"),
        ("Price: 5 crowns\nSize: 3 ells", "5 crowns"),
        ("THE BRIDGE\n\nThe bridge is old.", "The bridge is old"),
        ("**Summary** The bridge is old. It fell.\n\nNobody was hurt.\n\nIt rained.", "The bridge"),
        ("The mill is old. It burnt down.", "It burnt down"),
        ("MAYOR: I do not know.\n\nREPORTER: Who does?", "do not know.\n\nREPORTER: Who"),
        ("The end of it:\n\nThe mill burnt down on Monday.", "The mill burnt down"),
    ],
)
def test_heads_of_sections_and_lists_are_nobodys_turn(text: str, passage: str) -> None:
    start = text.index(passage)

    assert turn_at(text, start, start + len(passage)) is None


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ("He said, ''⟦the dam will hold⟧.''", True),
        ("``⟦The dam will hold⟧,'' he said.", True),
        ("”⟦Dammen håller⟧”, sade hon.", True),
        ("»⟦Der Damm hält⟧«, sagte sie.", True),
        ("› ⟦Der Damm hält⟧ ‹ sagte sie, › und nun komm ‹.", True),
        ("»Der Damm hält!« ⟦Er ging zum Fluss hinunter⟧ und schwieg. »Er hält.«", False),
        ("« ⟦Le barrage tiendra⟧ », dit-elle.", True),
        ("So war 's, ⟦wie er sagte⟧, und so blieb 's auch.", False),
        ("The “⟦green⟧” dam.", True),
    ],
)
def test_quotation_marks_of_many_kinds(marked: str, inside: bool) -> None:
    assert inside_quotation(*passage_in(marked)) is inside


def test_the_coverage_names_every_language_with_a_verb_of_saying() -> None:
    named = coverage()

    for code in languages.languages():
        vocabulary = languages.load(code)
        assert (vocabulary.name in named) is bool(vocabulary.report)
