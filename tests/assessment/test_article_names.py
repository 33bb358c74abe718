"""Names and roles of persons, speakers, and quotations that a draft cuts fairly, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import QuotationState

if TYPE_CHECKING:
    from support.articles import Judge


BOARD = (
    "“We would rather build than raise,” said the chair of the board, Edith Farrow. The treasurer, "
    "Colin Mabey, said that the debt had shrunk. Priya Nandan, secretary of the union, was silent."
)
RAT = (
    "Baubürgermeisterin Annegret Höfling lobte den Plan. Kämmerer Jochen Staudt warnte vor den "
    "Kosten, und Ferdinand Kulik, Sprecher der Anwohner, nannte ihn tot."
)
JURY = (
    "La directrice, Hélène Castagnier, a présenté le bilan du musée. Yann Le Goffic, délégué "
    "syndical, demande des renforts pour le musée."
)
RAAD = (
    "Wethouder Fatima Benali wil dat er sneller wordt gebouwd. Directeur Koen Mulder "
    "van de huurders zag dat anders."
)
NOWAK = "Szkoła zostanie zamknięta w maju, powiedziała Anna Nowak w radzie."
SHEVCHENKO = "Школу закроют в мае, сказала Анна Шевченко в городском совете."
VIRTANEN = "Koulu suljetaan toukokuussa, sanoi Anna Virtanen kaupungin valtuustossa."
YILMAZ = "Okul mayısta kapanacak, dedi Ayşe Yılmaz belediye meclisinde."
RADA = "Žádný člen rady nehlasoval pro šest škol, řekl starosta Jan Novák."
SOVET = "Школу закроют в мае, сказал Иван Петров. Дългът е 5 милиона лева."


@pytest.mark.parametrize(
    ("source", "sentence", "printed"),
    [
        (BOARD, "Edith Farrow spoke for the board.", []),
        (BOARD, "Edith Farrar spoke for the board.", ["Edith Farrow"]),
        (BOARD, "Edith Farrow's board met in May.", []),
        (BOARD, "Edith Mabey spoke for the board.", []),
        (BOARD, "Priya Nandan, the treasurer, was silent.", ["Colin Mabey"]),
        (BOARD, "Priya Nandan, the union's secretary, was silent.", []),
        (BOARD, "Priya Nandan, a lawyer, was silent.", []),
        (
            BOARD,
            "So wrote the lawyer of the chair of the board, Priya Nandan.",
            ["Priya Nandan, secretary of the union"],
        ),
        (
            BOARD,
            "The engineer Colin Mabey said that it had shrunk.",
            ["The treasurer, Colin Mabey"],
        ),
        (BOARD, "Colin Mabey, who audits the books, said that it had shrunk.", []),
        (BOARD, "Edith Farrow, who leads the board, spoke.", []),
        (BOARD, "The head of the board, Edith Farrow, spoke.", []),
        (RAT, "Ferdinand Kubik nannte den Plan tot.", ["Ferdinand Kulik"]),
        (RAT, "Die Bürgermeisterin lobte den Plan des Rates.", []),
        (RAT, "Die Kosten des Plans seien zu hoch, warnte Jochen Staudt.", []),
        (RAT, "Bürgermeisterin Annegret Höfling lobte den Plan.", []),
        (
            RAT,
            "Die Architektin Annegret Höfling lobte den Plan.",
            ["Baubürgermeisterin Annegret Höfling"],
        ),
        (JURY, "Le délégué syndical Yann Le Goffic demande des renforts.", []),
        (JURY, "Yann Le Goffic, directrice du musée, demande des renforts.", ["Hélène Castagnier"]),
        (
            JURY,
            "L'avocate Hélène Castagnier a présenté le bilan de l'année dans la salle du musée.",
            ["La directrice, Hélène Castagnier"],
        ),
        (RAAD, "Directeur Koen Mulder zag dat anders.", []),
        (RAAD, "Het hoofd van de huurders, Koen Mulder, zag dat anders.", []),
        (RAAD, "Wethouder Koen Mulder zag dat anders.", ["Wethouder Fatima Benali"]),
        (NOWAK, "Według Anny Nowak szkoła zostanie zamknięta w maju.", []),
        (NOWAK, "Szkoła zostanie zamknięta w maju, mówi Anna Nowik.", ["Anna Nowak"]),
        (SHEVCHENKO, "По словам Анны Шевченко, школу закроют в мае.", []),
        (VIRTANEN, "Anna Virtasen mukaan koulu suljetaan toukokuussa kaupungissa.", []),
        (YILMAZ, "Ayşe Yılmaz'ın sözlerine göre okul mayısta kapanacak.", []),
        (RADA, "Starosta řekl, že žádný člověk v radě nechce šest škol.", []),
        (SOVET, "В мае закроют школу, сказал Иван Петров.", []),
        (SOVET, "В мае закроют школу, сказал Иван Петренко.", ["Иван Петров"]),
        (SOVET, "Министърът каза, че дългът е 5 милиарда лева.", []),
    ],
)
def test_persons_have_the_names_and_roles_of_the_source(
    judge: Judge, source: str, sentence: str, printed: list[str]
) -> None:
    assert [item.printed for item in judge(source, sentence).names] == printed


LAMPS = (
    "“We expected an effect, but not one of this size,” said Professor Helen Marchbank. Her "
    "colleague Samuel Oyelaran nodded.\n\n“We cannot ask patients to lie in the rain,” she said."
)
REFUSAL = "« On ne demande pas l'aumône, on demande du temps », a dit Élodie Marchetti."
WAITING = "«Hvis vi venter et år, er det ingen ting igjen å grave ut», sa Anne Lie til avisen."
ROOMS = (
    "«Com menos de dois vigilantes por piso, não abro a sala», disse Artur Benavente, diretor do "
    "museu, aos jornalistas."
)
AIRCRAFT = "“If you cannot do that, then tell us how long we must wait,” said Ann Moor."
PROMISE = (
    "«No pedimos milagros, pedimos que el dinero llegue antes que el frío», dijo Pilar Escandell."
)
SPEECH = "Läget är svårt. ”Staten bjuder på middagen”, sade Per Ekdahl till radion."
DOUBT = "“The bridge is safe, but nobody should cross it at night,” said Bob Lee."
STANDS, CUT = QuotationState.STANDS, QuotationState.CUT


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        (
            LAMPS,
            "“We expected an effect,” said Marchbank, “but not one of this size.”",
            [STANDS] * 2,
        ),
        (LAMPS, "“We expected an effect,” said Marchbank.", [CUT]),
        (LAMPS, "Patients could not be asked “to lie in the rain”, she said.", [STANDS]),
        (WAITING, "Venter vi et år, er der «ingen ting igjen å grave ut», sa Anne Lie.", [STANDS]),
        (WAITING, "Der er «ingen ting igjen å grave ut», sa Anne Lie.", [CUT]),
        (ROOMS, "O museu não abre a sala “com menos de dois vigilantes por piso”.", [STANDS]),
        (ROOMS, "O museu abriu ontem “com menos de dois vigilantes por piso”.", [CUT]),
        (
            AIRCRAFT,
            "If Mrs. Lee cannot buy it, she must “tell us how long we must wait”.",
            [STANDS],
        ),
        (REFUSAL, "Elle ne veut pas de « l'aumône » : « on demande du temps ».", [STANDS] * 2),
        (PROMISE, "La alcaldesa no reclama «milagros».", [STANDS]),
        (SPEECH, "Ekdahl menade att ”[s]taten bjuder på middagen”.", [STANDS]),
        (DOUBT, "“The bridge is safe,” said Bob Lee.", [CUT]),
        (
            DOUBT,
            "“The bridge is safe,” said Bob Lee, but nobody should cross it at night.",
            [STANDS],
        ),
    ],
)
def test_what_a_quotation_was_cut_from_may_be_said_around_it(
    judge: Judge,
    source: str,
    sentence: str,
    states: list[QuotationState],
) -> None:
    assert [item.state for item in judge(source, sentence).quotations] == states


RIVER = (
    "Joan Marí Ferrús teaches hydraulics. “The river has left its bed seven times,” he said.\n\n"
    "Teresa Obregón leads the rescue service. “We warned when we knew,” she said."
)
CLUB = "The chair of Barlow Bank, Ann Moor, said: “We will fight this in every court.”"
ASKED = "Asked by Karl Weber whether it was safe, Ann Moor said: “I would cross it every day.”"
PEGEL = (
    "„Der Fluss ist siebenmal über die Ufer getreten“, sagte Oberbürgermeisterin Katrin Wessendorf."
)
PARAPHRASE = "“We cannot ask patients to wait,” said Miriam Oakshott, the chief executive."


@pytest.mark.parametrize(
    ("source", "sentence", "speaker"),
    [
        (RIVER, "“The river has left its bed seven times,” said Joan Ferrús.", ""),
        (
            RIVER,
            "“The river has left its bed seven times,” joked Teresa Obregón.",
            "Joan Marí Ferrús",
        ),
        (CLUB, "“We will fight this in every court,” said the chair of Barlow Bank.", ""),
        (ASKED, "“I would cross it every day,” said Ann Moor.", ""),
        (
            PEGEL,
            "„Der Fluss ist siebenmal über die Ufer getreten“, sagte die parteilose Rathauschefin.",
            "",
        ),
        (PARAPHRASE, "Patients, the chief executive said, could not be asked “to wait”.", ""),
    ],
)
def test_speakers_are_told_by_name_and_not_by_words_that_begin_a_sentence(
    judge: Judge, source: str, sentence: str, speaker: str
) -> None:
    (item,) = judge(source, sentence).quotations
    assert item.speaker == speaker


POOL = "– Pengene holder ikke til alt, men de holder til det verste, sier ordfører Per-Olav Hagen."
PARTY = "– Han grät lite, och sedan bjöd han klassen på pizza, berättar hon om mannen i parken."


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            POOL,
            "– Pengene holder ikke til alt, men de holder til det verste, sier ordføreren.",
        ),
        (PARTY, "– Han grät lite, och sedan bjöd han klassen på pizza, sa flickan om mannen."),
    ],
)
def test_an_utterance_behind_a_dash_ends_before_its_verb_of_saying(
    judge: Judge, source: str, sentence: str
) -> None:
    assert [item.state for item in judge(source, sentence).quotations] == [STANDS]
