"""What marked omissions leave out."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Fit, Turn, locate


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The new pump […] worked in winter", "The new pump never worked in winter."),
        (
            "The doctors […] prescribed the syrup",
            "The doctors stopped before they prescribed the syrup.",
        ),
        (
            "The council will pay […] for the roof",
            "The council will pay, if the state agrees, for the roof.",
        ),
        ("The report cleared […] the drivers", "The report cleared only the drivers."),
        ("He met the […] minister of transport", "He met the former minister of transport."),
        (
            "The tunnel […] will open in June",
            "The tunnel, it was denied, will open in June.",
        ),
        ("The syrup cured […] all patients", "The syrup cured only two in nine of all patients."),
        ("Die Pumpe […] lief im Winter", "Die Pumpe, so ein Gerücht, lief nie im Winter."),
        (
            "The old mill […] will close in June",
            "The old mill, were the price of a loaf of bread to fall again, will close in June.",
        ),
        (
            "The council met. […] the mill will close",
            "The council met. Should the price fall, the mill will close.",
        ),
        ("The mayor […] took the money", "The mayor dreamt that he took the money."),
        ("The mayor […] said sorry to them", "The mayor all but said sorry to them."),
        (
            "the bridge [built in 1900] is […] safe today",
            "They say that the bridge [built in 1900] is not safe today.",
        ),
        ("The roof is […] dry in winter", "The roof is the opposite of dry in winter."),
        *(
            ("The roof is […] dry in winter", f"The roof is {words} dry in winter.")
            for words in (
                "a long way from being",
                "short of being",
                "deprived of being",
                "untruly called",
                "ceasing to be",
                "too old to be",
                "going to be",
                "expected to be",
            )
        ),
        ("The roof is […] dry in winter", "The roof is zero percent dry in winter."),
        ("The milk held […] 3 % fat in May", "The milk held 0.0 % of the 3 % fat in May."),
        ("Das Dach ist […] trocken im Winter", "Das Dach ist das Gegenteil von trocken im Winter."),
        ("Le toit est […] sec en hiver", "Le toit est le contraire de sec en hiver."),
        (
            "Le pont […] sera ouvert aux camions",
            "Le pont ne sera jamais plus sûr, et sera ouvert aux camions.",
        ),
        (
            "The council agreed. […] It will pay for the roof",
            "The council agreed. Unless the state objects, so it said: It will pay for the roof.",
        ),
        (
            "The baker was […] fined by the court",
            "The baker was thanked by all, while his neighbour Ulf Roe was fined by the court.",
        ),
        (
            "The baker was […] fined by the court",
            "The baker was thanked by all, and the miller was fined by the court.",
        ),
        (
            "The old baker […] burnt the mill",
            "The old baker went to bed, but his neighbour Ulf Roe burnt the mill.",
        ),
        (
            "Der Bäcker wurde […] vom Gericht bestraft",
            "Der Bäcker wurde gelobt, aber sein Nachbar wurde vom Gericht bestraft.",
        ),
    ],
)
def test_an_omission_may_not_leave_out_what_turns_the_sentence(quote: str, text: str) -> None:
    anchor = locate(quote, text)

    assert anchor.fit is Fit.ALTERED
    assert anchor.reason


@pytest.mark.parametrize(
    ("quote", "text", "hidden"),
    [
        (
            "The council met on Monday […] and chose a new mayor",
            "The council met on Monday in the old town hall and chose a new mayor.",
            "in the old town hall",
        ),
        (
            "The bridge was built […] by two brothers",
            "The bridge was built, long before the war, by two brothers.",
            ", long before the war,",
        ),
        (
            "1923年政府[…]完全禁止了移民",
            "1923年政府，通过一项新的法案，完全禁止了移民。",
            "，通过一项新的法案，",
        ),
        (
            "A study [3, 4] found more birds […] than before",
            "A study [3, 4] found more birds on the island than before.",
            "on the island",
        ),
        (
            "The king [sic] of the land […] wrote the letter",
            "The king [sic] of the land of Oak wrote the letter.",
            "of Oak",
        ),
        (
            "The harbour froze in January. […] Ships waited outside",
            "The harbour froze in January. It was a hard month. Ships waited outside.",
            ". It was a hard month.",
        ),
    ],
)
def test_an_honest_omission_is_listed(quote: str, text: str, hidden: str) -> None:
    anchor = locate(quote, text)

    assert anchor.fit is Fit.ELIDED
    (omission,) = anchor.omissions
    assert text[omission.start : omission.end].strip() in (hidden, hidden.lstrip(". "))
    assert omission.turn is None


@pytest.mark.parametrize(
    ("quote", "turn"),
    [
        ("The baker of Elm Street […] burnt the mill down", Turn.SUBJECT),
        ("The baker of Elm Street went to bed […] burnt the mill down", Turn.SUBJECT),
        ("The baker of Elm Street […] His neighbour burnt the mill down", None),
    ],
)
def test_a_person_is_asked_what_a_sentence_speaks_of(quote: str, turn: Turn | None) -> None:
    text = "The baker of Elm Street went to bed. His neighbour burnt the mill down."

    anchor = locate(quote, text)

    assert [omission.turn for omission in anchor.omissions] == [turn]


def test_who_is_praised_for_two_things_stays_one() -> None:
    text = "The bridge was painted by hand and was closed in May."

    assert locate("The bridge was […] closed in May", text).fit is Fit.ELIDED


def test_a_person_is_asked_about_a_concession() -> None:
    text = "The mayor praised the plan although its cost had doubled and promised a vote in May."

    anchor = locate("The mayor praised the plan […] and promised a vote in May", text)

    assert anchor.fit is Fit.ELIDED
    assert [omission.turn for omission in anchor.omissions] == ["concession"]


def test_a_person_is_asked_about_a_doubt_set_aside() -> None:
    text = "The treasurer, so his rivals pretend, emptied the old chest."

    anchor = locate("The treasurer […] emptied the old chest", text)

    assert anchor.fit is Fit.ELIDED
    assert [omission.turn for omission in anchor.omissions] == ["doubt"]


@pytest.mark.parametrize(
    ("left_out", "is_asked"),
    [
        ("two thirds of the", True),
        ("20 % of the", True),
        ("a third of", True),
        ("in 1942,", False),
        ("at 10:00", False),
        ("two hundred", False),
    ],
)
def test_a_person_is_asked_about_the_share_of_what_is_meant(
    left_out: str, *, is_asked: bool
) -> None:
    text = f"The council gave the mill to {left_out} old farmers of the village."
    anchor = locate("The council gave the mill to […] old farmers of the village", text)

    assert anchor.fit is Fit.ELIDED
    assert (anchor.omissions[0].turn is Turn.QUANTITY) is is_asked


def test_each_paragraph_has_its_own_language() -> None:
    english = "The council said that it was not the first to act on this, and that it will go on."
    text = f"{english}\n\nLe trésorier a nullement vidé cette caisse.\n\n{english}\n"

    assert locate("Le trésorier a […] vidé cette caisse", text).fit is Fit.ALTERED


def test_a_person_is_asked_where_the_language_is_not_known() -> None:
    text = "Zubi berria herritar guztientzat ireki zuten atzo goizean hiriko plazaren ondoan."

    anchor = locate("Zubi berria herritar guztientzat […] hiriko plazaren ondoan", text)

    assert anchor.fit is Fit.ELIDED
    assert [omission.turn for omission in anchor.omissions] == ["unknown"]


INTERVIEW = """REPORTER: Did the council know of the cracks?

MAYOR: We had a letter in the spring.

ENGINEER: They were told of every crack.

MAYOR: The bridge was safe to use.
"""
NEWS = (
    '"The bridge was safe to use," said the mayor. "They were told of every crack," the engineer '
    'said. "It carried buses all summer," the mayor added.'
)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("We had a letter in the spring. […] They were told of every crack", INTERVIEW),
        ("Did the council know of the cracks? […] The bridge was safe to use", INTERVIEW),
        ("The bridge was safe to use […] They were told of every crack", NEWS),
        (
            "the mill is old. It is red […] The men went home at noon",
            "Roe told us: the mill is old. It is red.\n\nIt rained.\n\nThe men went home at noon.",
        ),
    ],
)
def test_two_speakers_make_no_quotation(quote: str, text: str) -> None:
    anchor = locate(quote, text)

    assert anchor.fit is Fit.ALTERED
    assert anchor.reason


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "They will repair it […] before the winter comes",
            '"They will repair it," the mayor said, "before the winter comes."',
        ),
        (
            "The roof leaked […] in every second room",
            "„The roof leaked“, said the porter, „in every second room.“",
        ),
    ],
)
def test_who_speaks_may_be_left_out_of_one_speech(quote: str, text: str) -> None:
    assert locate(quote, text).fit is Fit.ELIDED


@pytest.mark.parametrize(
    ("between", "is_asked"),
    [
        ("Ober said. He added: ", True),
        ("Ober said. It continued: ", True),
        ("Ober said, adding: ", False),
        ("Ober said. Ober added: ", False),
    ],
)
def test_a_person_is_asked_where_a_pronoun_alone_says_whose_the_second_speech_is(
    between: str, *, is_asked: bool
) -> None:
    text = f"“The mill is as old as the town,” {between}“We will keep it for all of them.”"
    anchor = locate("The mill is as old as the town […] We will keep it", text)
    assert anchor.fit.passes
    (omission,) = anchor.omissions
    assert (omission.turn is Turn.SPEAKER) is is_asked


@pytest.mark.parametrize(
    ("quote", "text", "is_asked"),
    [
        ("The mill […] was sold in May", "The mill, some think, was sold in May.", True),
        ("The mill […] was sold in May", "The mill, as was hoped, was sold in May.", False),
        (
            "Nous avons vendu le moulin […] et la grange",
            "« Nous avons vendu le moulin, dit Ober, et la grange. »",
            True,
        ),
    ],
)
def test_a_person_is_asked_who_thinks_or_says_so(quote: str, text: str, *, is_asked: bool) -> None:
    anchor = locate(quote, text)
    assert anchor.fit.passes
    (omission,) = anchor.omissions
    assert bool(omission.turn) is is_asked


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "Nous avons vendu le moulin […] et la grange",
            "Nous avons vendu le moulin, dit Ober, et la grange.",
        ),
        ("We sold the mill […] and the barn", "“We sold the mill, say the men, and the barn.”"),
        ("Die Pille half […] Kranken", "Die Pille half lediglich einem von hundert Kranken."),
        (
            "La pastilla ayudó a […] los enfermos",
            "La pastilla ayudó a una minoría de los enfermos.",
        ),
        (
            "We will win the game […] We will lose it",
            "@ann: We will win the game.\n@bob: We will lose it.",
        ),
        (
            "We will win the game […] We will lose it",
            "<ann> We will win the game.\n<bob> We will lose it.",
        ),
        (
            "We will win the game […] We will lose it",
            "{Ann} We will win the game.\n{Bob} We will lose it.",
        ),
    ],
)
def test_an_omission_may_not_hide_a_share_or_a_speaker(quote: str, text: str) -> None:
    assert not locate(quote, text).fit.passes


@pytest.mark.parametrize(
    ("quote", "text", "passes"),
    [
        (
            "Der Prozess begann am Montag […] in Oslo",
            "Der Prozess begann am Montag, dem 4. Mai, in Oslo.",
            True,
        ),
        (
            "Der Prozess dauerte bis zum Tag 14 […] in Oslo",
            "Der Prozess dauerte bis zum Tag 14. Maike war da, und er in Oslo.",
            False,
        ),
    ],
)
def test_the_day_of_a_german_date_ends_no_sentence(quote: str, text: str, *, passes: bool) -> None:
    assert locate(quote, text).fit.passes is passes


@pytest.mark.parametrize("of", ["3 in 100,000 men", "3 of 1000 men", "3 in 10 men", "3 in 1.000"])
def test_a_rate_is_not_cut(of: str) -> None:
    assert not locate(
        "Last year the fever killed 3", f"Last year the fever killed {of}."
    ).fit.passes


@pytest.mark.parametrize("of", ["3 in 2019", "3 in 1500 houses", "3 in Oslo"])
def test_what_is_no_rate_may_be_cut(of: str) -> None:
    assert locate("Last year the fever killed 3", f"Last year the fever killed {of}.").fit.passes


@pytest.mark.parametrize(
    ("quote", "text", "turn"),
    [
        ("We all say […] the mill is shut", "We all say that the mill is shut in May.", None),
        (
            "We saw the mill […] the roof is new",
            "We saw the mill in May. All was well. Often the roof is new.",
            Turn.SUBJECT,
        ),
        (
            "The old mill was […] sold in May",
            "The old mill was praised while dogs was sold in May.",
            Turn.CONCESSION,
        ),
    ],
)
def test_an_omission_that_governs_and_names_nothing_passes(
    quote: str, text: str, turn: Turn | None
) -> None:
    anchor = locate(quote, text)
    assert anchor.fit.passes
    assert [omission.turn for omission in anchor.omissions] == [turn]
