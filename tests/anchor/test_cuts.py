"""Quotations cut out of a sentence that turns what they say."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Turn, cut_off, languages, locate, with_cut
from claimcheck.anchor.languages.vocabulary import COUNTING, SPEAKING, TURNING
from claimcheck.anchor.sentences import only_asks


def cut(quote: str, text: str) -> Turn | None:
    anchor = with_cut(locate(quote, text), text)
    assert anchor.fit.passes
    return anchor.cut.turn if anchor.cut else None


@pytest.mark.parametrize(
    ("quote", "text", "turn"),
    [
        (
            "the ferry sails on Sundays",
            "It is not true that the ferry sails on Sundays.",
            "negation",
        ),
        (
            "the ferry sails on Sundays",
            "The mayor denied that the ferry sails on Sundays.",
            "reversal",
        ),
        ("the mill will close", "The owners do not believe that the mill will close.", "doubt"),
        ("the mill will close", "If the price falls further, the mill will close.", "condition"),
        ("The mill will close", "The mill will close unless the council pays.", "condition"),
        ("The bread is safe", "The bread is safe, except for children under two.", "concession"),
        ("open to lorries", "The bridge is never open to lorries.", "negation"),
        (
            "the mill will close",
            "Should the price of bread fall, the mill will close.",
            "condition",
        ),
        ("the town would be dry", "Had the dam held, the town would be dry.", "condition"),
        (
            "wird die Mühle geschlossen",
            "Sollte der Preis fallen, wird die Mühle geschlossen.",
            "condition",
        ),
        ("zal de molen sluiten", "Mocht de prijs dalen, dan zal de molen sluiten.", "condition"),
        ("The town would be dry", "The town would be dry were it not for the river.", "condition"),
        ("The well is clean", "The well is clean, or so the mayor claims.", "doubt"),
        ("The well is clean", "The well is clean, allegedly.", "doubt"),
        ("The well is clean", "The well is clean - that, at least, is what he told us.", "doubt"),
        (
            "The well is clean",
            "The well is clean, or so the label makes them all believe.",
            "doubt",
        ),
        ("Der Brunnen ist rein", "Der Brunnen ist rein – so jedenfalls behauptet es er.", "doubt"),
        ("El pozo está limpio", "El pozo está limpio: eso es al menos lo que dijo él.", "doubt"),
        ("Le puits est propre", "Le puits est propre, du moins c'est ce qu'on dit.", "doubt"),
        ("the well was clean", "The mayor joked that the well was clean.", "doubt"),
        ("The well is clean", "The well is clean, at least until the rain comes.", "condition"),
        ("The well is clean", "The well is clean for now.", "condition"),
        ("Le puits est propre", "Le puits est propre, à en croire le maire.", "condition"),
        ("Колодец чистый", "Колодец чистый, по крайней мере до мая.", "condition"),
        ("The well is clean", "The well is clean, we were told, but it was not.", "concession"),
        ("The well is clean", "The well is clean, he said, if the pumps run.", "condition"),
        ("The well is clean", "The well is clean, but the water tastes of oil.", "concession"),
        (
            "The well is clean",
            "The well is clean, however briefly, all over the year.",
            "concession",
        ),
        ("The well is clean", "“The well is clean,” he lied.", "reversal"),
        ("The well is clean.", "The well is clean. That is not true.", "reversal"),
        ("Колодец чистый.", "Колодец чистый. Это ложь.", "reversal"),
        ("The well is clean", "“The well is clean,” the mayor lied.", "reversal"),
        ("The well is clean", "The well is clean, reportedly, but it was not.", "concession"),
        ("The well is clean", "The well is clean, said she, but it was not.", "concession"),
        (
            "The well is clean",
            "The well is clean, all of the men said then, but it was not.",
            "concession",
        ),
        ("Der Brunnen ist sauber", "Der Brunnen ist sauber heute nicht.", "negation"),
        (
            "The well is clean",
            f"The well is clean if the pumps run by day, {'and all of the men work, ' * 9}he says.",
            "condition",
        ),
        ("井戸はきれいだ", "井戸はきれいだという説は誤りだ。", "negation"),
        ("井水很干净", "有人谎称井水很干净。", "reversal"),
        ("de put is schoon", "Het is onzin dat de put is schoon.", "reversal"),
        ("El pozo es limpio", "El pozo es limpio, o eso dice él.", "condition"),
        (
            "Der Brunnen ist sauber",
            "Der Brunnen ist sauber, behaupteten sie, doch der Rat wies das ab.",
            "concession",
        ),
        ("The well is clean.", "The well is clean. Verdict: False.", "reversal"),
        ("ministre Ober a signé", "L’ancien ministre Ober a signé le texte.", "modifier"),
        ("колодец чистый", "Вряд ли колодец чистый.", "negation"),
        ("the well is clean", "I do not know that the well is clean.", "negation"),
        ("the well is clean", "She did not know whether the well is clean.", "doubt"),
        ("The tax was abolished", "The tax was abolished in name only.", "quantity"),
        ("all the cows were ill", "Almost all the cows were ill.", "quantity"),
        (
            "the records of the mill",
            "He says that the records of the mill are not open.",
            "negation",
        ),
        ("Zakład jest czysty", "Zakład jest czysty, o ile wierzyć właścicielowi.", "condition"),
        ("工厂是安全的", "工厂是安全的，前提是有人监督。", "condition"),
        ("The well is clean", "The well is clean, I think, and deep.", "doubt"),
        ("The well is clean", "The well is clean; this is false.", "reversal"),
        ("The well is clean", "The well is clean, the mayor falsely claimed.", "reversal"),
        ("Der Brunnen ist sauber", "Der Brunnen ist sauber, angeblich.", "doubt"),
        ("il plaide coupable", "On ne sait pas encore s’il plaide coupable.", "condition"),
        ("Has the bridge been painted", "Has the bridge been painted?", "question"),
        ("a loss of four", "The firm made a loss of four million crowns.", "scale"),
        ("a loss of 4", "The firm made a loss of 4 euros.", "scale"),
        ("four cows were ill", "Fewer than four cows were ill.", "quantity"),
        ("four degrees at night", "It was minus four degrees at night.", "quantity"),
        ("four cows were ill", "It says that up to four cows were ill.", "quantity"),
        ("€4 for a loaf", "The bakery took about €4 for a loaf.", "quantity"),
        (
            "vier Kühe waren krank",
            "Es hieß: Höchstens vier Kühe waren krank, und das war viel.",
            "quantity",
        ),
        (
            "the dam had been inspected",
            "The claim that the dam had been inspected is new.",
            "doubt",
        ),
        ("die Brücke sicher ist", "Niemand glaubt, dass die Brücke sicher ist.", "doubt"),
        ("le pont est sûr", "Le maire a démenti que le pont est sûr.", "reversal"),
        ("el puente es seguro", "No es cierto que el puente es seguro.", "negation"),
        ("мост безопасен", "Никто не верит, что мост безопасен.", "doubt"),
    ],
)
def test_what_turns_a_sentence_outside_the_quotation(quote: str, text: str, turn: str) -> None:
    assert cut(quote, text) == turn


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The well is clean.", "The well is clean. No. 5 is not."),
        ("the ferry sails on Sundays", "The timetable says that the ferry sails on Sundays."),
        ("The mill was sold in March", "The mill was sold in March to a firm from the north."),
        ("the cows were ill", "Only in the morning it was said that the cows were ill."),
        ("4 cows were ill", "It says that 4 cows were ill."),
        ("The bakery has one", "The bakery has one that is old."),
        ("the mill was closed", "She did not notice that the mill was closed."),
        ("the mill was closed", "Do not forget that the mill was closed."),
        ("The well is clean", "The well is clean, she said."),
        ("The well is clean", "“The well is clean,” she suggested."),
        ("The farmers earn much", "The farmers earn much, their servants earn very little."),
        ("the bakery opens at six", "We did not oversleep, and the bakery opens at six."),
        ("It rained all night", "Nobody denied it. It rained all night. If only it stopped!"),
        (
            "The mill will close unless the council pays",
            "The mill will close unless the council pays.",
        ),
        ("Die Brücke ist sicher", "Die Brücke ist sicher, sagte die Ingenieurin."),
        ("The well is clean", "The well is clean, at least 40 people drank of it."),
        ("The well is clean", "The well is clean, we were told, and the river is clean."),
        ("The well is clean.", "The well is clean. It was not cold."),
        ("The well is clean.", "The well is clean. It stops at noon."),
        ("The well is clean.", "The well is clean. It failed."),
        (
            "The well is clean",
            "The well is clean, but the council paid the men of the town for all of the work.",
        ),
        ("the well is clean", "She did not know that the well is clean."),
        ("the well is clean", "Did you know that the well is clean?"),
        ("the well is clean", "It was not until Monday that the well is clean."),
        ("La tempête a détruit 40 maisons", "La tempête a détruit 40 maisons près de la côte."),
        ("La tormenta destruyó 40 casas", "La tormenta destruyó 40 casas cerca de la costa."),
        ("井戸はきれいだ", "井戸はきれいだと市長は述べた。"),
        ("The well is clean", "“The well is clean,” the mayor denied."),
        (
            "The well is clean",
            "The well is clean, in May, but it was not so for all of those men of the old town.",
        ),
        ("Der Brunnen ist sauber", "Der Brunnen ist sauber und die Quelle nicht."),
    ],
)
def test_what_turns_nothing(quote: str, text: str) -> None:
    assert cut(quote, text) is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The new bus is faster", "The new bus is faster than a bicycle in the rain."),
        ("Rents fell by 12 percent", "Rents fell by 12 percent compared with the peak of 2008."),
        (
            "The new engine uses half as much fuel",
            "The new engine uses half as much fuel as a mill.",
        ),
        ("Crime fell by a fifth", "Crime fell by a fifth in parts of the town."),
        ("The vaccine worked well", "The vaccine worked well in some patients."),
        ("The mill made 3 million", "The mill made 3 million before tax and interest."),
        ("The mill made 3 million", "The mill made 3 million excluding the cost of the fire."),
        ("Der neue Bus ist schneller", "Der neue Bus ist schneller als ein Fahrrad im Regen."),
        ("Die Mieten fielen", "Die Mieten fielen im Vergleich zum Höchststand von 2008."),
        ("Die Bank verdiente drei Millionen", "Die Bank verdiente drei Millionen vor Steuern."),
        ("Le bus est plus rapide", "Le bus est plus rapide qu’un vélo sous la pluie."),
        ("Les loyers ont baissé", "Les loyers ont baissé par rapport au sommet de 2008."),
        ("El autobús es más rápido", "El autobús es más rápido que una bicicleta."),
        ("L’autobus è più veloce", "L’autobus è più veloce di una bicicletta sotto la pioggia."),
        ("O ônibus é mais rápido", "O ônibus é mais rápido do que uma bicicleta na chuva."),
        ("De bus is sneller", "De bus is sneller dan een fiets in de regen."),
    ],
)
def test_a_quotation_that_holds_of_less_than_it_says(quote: str, text: str) -> None:
    assert cut(quote, text) is Turn.QUANTITY


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The bus came at nine", "The bus came at nine, later than usual."),
        ("He worked as a baker", "He worked as a baker in Leeds for nine years."),
        ("The mill burnt down", "The mill burnt down in some time after nine."),
        ("The ship sank in May", "The ship sank in May before noon."),
        ("Er kam als Bäcker", "Er kam als Bäcker in die Stadt."),
        ("Der Bus war neu", "Der Bus war neu als er kam."),
        ("Il dit la vérité", "Il dit la vérité que tout le monde connaît."),
        ("The valve was shut at nine", "The valve was shut at nine - that is what saved the mill."),
    ],
)
def test_what_follows_a_quotation_and_narrows_nothing(quote: str, text: str) -> None:
    assert cut(quote, text) is None


def test_a_quotation_that_does_not_pass_is_cut_from_nothing() -> None:
    text = "It is not true that the ferry sails on Sundays."

    assert with_cut(locate("the ferry sails on Mondays", text), text).cut is None


def test_a_language_without_a_vocabulary_is_not_guessed_at() -> None:
    text = "Ní fíor é go bhfuil an droichead sábháilte."

    assert cut("bhfuil an droichead sábháilte", text) is None


@pytest.mark.parametrize("code", languages.languages())
def test_every_language_has_words_for_what_turns_a_sentence(code: str) -> None:
    vocabulary = languages.load(code)

    assert vocabulary.size > 100
    assert [
        kind for kind in ("negation", "reversal", "doubt") if not getattr(vocabulary, kind)
    ] == []
    assert {kind for kind in TURNING if getattr(vocabulary, kind)} >= {
        "condition",
        "contrast",
        "limit",
    }
    assert vocabulary.bound
    assert vocabulary.multiple


@pytest.mark.parametrize("code", languages.languages())
def test_a_word_of_a_language_is_written_once_in_a_kind(code: str) -> None:
    vocabulary = languages.load(code)

    for kind in (*TURNING, *SPEAKING, *COUNTING):
        words = getattr(vocabulary, kind).split()
        assert [word for word in words if words.count(word) > 1] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The council said that it would not be the first to act on this.", "English"),
        ("Der Rat sagte, dass er nicht der erste sein würde, der so etwas tut.", "German"),
        ("Le conseil a dit que ce ne serait pas le premier à agir dans la ville.", "French"),
        ("Rada řekla, že to není první, co se v tom městě stalo a že se nic neděje.", "Czech"),
        ("Рада сказала, що це не перший випадок і що він був у місті.", "Ukrainian"),
        ("У місті її бачили з її мамою у супроводі сестри.", "Ukrainian"),
        ("Совет сказал, что это не первый случай и что он был в городе.", "Russian"),
        ("市议会说，这座桥不是第一座。", "Chinese"),
        ("市議会はこの橋が最初ではないと言った。", "Japanese"),
        ("시의회는 이 다리가 처음이 아니라고 말했다.", "Korean"),
        ("สภาเมืองกล่าวว่าสะพานนี้ไม่ใช่สะพานแรก", "Thai"),
        ("המועצה אמרה שהגשר לא ייסגר.", "Hebrew"),
        ("قال المجلس إن الجسر لن يغلق هذا العام.", "Arabic"),
        ("شورا گفت که این پل را نمی‌بندد و از آن استفاده می‌شود.", "Persian"),
        ("Вряд ли колодец чист.", "Russian"),
        ("L’ancien maire a signé le texte.", "French"),
        ("Kot jest w domu.", "Polish"),
        ("Moara este închisă, țin minte.", "Romanian"),
    ],
)
def test_a_text_tells_its_language(text: str, name: str) -> None:
    vocabulary = languages.vocabulary_at(text, 0, len(text))

    assert vocabulary is not None
    assert vocabulary.name == name


def test_the_coverage_names_every_language() -> None:
    result = languages.coverage()

    assert all(languages.load(code).name in result for code in languages.languages())


@pytest.mark.parametrize(
    ("passage", "asks"),
    [
        ("Is the bridge closed to all traffic?", True),
        ("“Is it closed?”", True),
        ("Is it closed?!", True),
        ("Is it? Was it?", True),
        ("Mr. Roe, is it closed?", True),
        ("桥关闭了吗？", True),
        ("هل أغلق الجسر؟", True),
        ("好。对吗？", False),
        ("Is it? Yes.", False),
        ("It is closed.", False),
        ("Why? he asked, and left", False),
        ("?", False),
        ("", False),
    ],
)
def test_a_passage_that_only_asks_is_known_by_its_marks(passage: str, asks: bool) -> None:
    assert only_asks(passage) is asks


NUMBERS = [
    ("fifty people came to the great hall", "two hundred and", ""),
    ("fifty people came to the great hall", "two hundred", ""),
    ("hundred people came to the great hall", "five", ""),
    ("five people came to the great hall", "twenty", ""),
    ("million people came to the great hall", "2.5", ""),
    ("The hall took in two hundred", "", "and fifty"),
    ("The hall took in twenty", "", "five"),
    ("cinquante personnes sont venues dans la salle", "deux cent", ""),
    ("cinco personas vinieron a la sala de la ciudad", "treinta y", ""),
]


@pytest.mark.parametrize(("quote", "before", "behind"), NUMBERS)
def test_a_part_of_a_number_in_words_is_cut(quote: str, before: str, behind: str) -> None:
    text = f"{before} {quote} {behind} people.".strip()

    cut = cut_off(text, locate(quote, text))

    assert cut is not None
    assert (cut.turn, cut.words.strip()) == (Turn.SCALE, before or behind)


@pytest.mark.parametrize(
    "text",
    [
        "In 2009 fifty people came to the great hall.",
        "Between forty and fifty people came to the great hall.",
        "On page two fifty people came to the great hall.",
        "Of the two, fifty people came to the great hall.",
        "A hundred women and fifty people came to the great hall.",
        "Forty or fifty people came to the great hall.",
    ],
)
def test_a_number_beside_a_number_is_no_part_of_it(text: str) -> None:
    assert cut_off(text, locate("fifty people came to the great hall", text)) is None


TALK = "and then we went on along the river and talked to the people there "


@pytest.mark.parametrize("before", [0, 40])
@pytest.mark.parametrize("behind", [0, 40])
@pytest.mark.parametrize(
    ("lead", "rest", "turn"),
    [
        ("but it is false that", "", Turn.REVERSAL),
        ("and we saw two hundred and", "", Turn.SCALE),
        ("and we saw that", "only if it rained", Turn.CONDITION),
        ("and we saw that", "", None),
        ("and we saw it.", "They did not stay", None),
    ],
)
def test_a_text_without_stops_turns_what_stands_near(
    before: int, behind: int, lead: str, rest: str, turn: Turn | None
) -> None:
    """That of a recording has none, so that no sentence could be told."""
    quote = "fifty people came along in the morning"
    text = f"{TALK * before}{lead} {quote} {rest} {TALK * behind}"

    cut = cut_off(text, locate(quote, text))

    assert (cut and cut.turn) == turn
