"""Figures that the writer of a draft worked out, ranges, and days named by their weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.articles import Judge

BOUND, CONTRADICTED, ROUNDED = FigureState.BOUND, FigureState.CONTRADICTED, FigureState.ROUNDED
ABSENT = FigureState.ABSENT


PATHS = "The network of cycle paths has grown from 212 to 287 kilometres since 2015."
RADWEGE = "Das Netz der Radwege ist seit 2015 von 212 auf 287 Kilometer gewachsen."
STAFF = "The museum employs 47 people, down from 52 a year before."
PERSONNEL = "Le musée emploie 47 personnes, contre 52 un an plus tôt."
HAREN = "In de provincie leven 5.940 hazen; bij de vorige telling van de hazen waren het er 5.400."
SHARES = "Of the trips 63.9 percent were made by car in the north, and 41.2 percent in the south."
GRANT = "The grant of 38 million crowns was spent, of which three quarters went to the bridge."
LOAN = "The loan for a boat costs 240 crowns a month."
VISITS = "In one year 5,740 guests took part in 41 tours."
SEATS = "Sixty-three of the 148 offices will close."
FARE = "A ticket for the stalls costs 65 euros; it will become 10 percent dearer."
HEIGHT = "Enrolment fell by 900, to 4,800 pupils."
BOATS = "She asked for three boats, at 185,000 pounds each; the council granted two."
NURSE = "She has been a nurse for twenty-six years, seventeen of them in this ward."
LOANS = "In its first year the library lent 512,400 books. In the second it lent 498,150 books."
DEBT = "The club owes 31 million crowns. It has seven members left."
FLOCKS = "Im Tal weiden 48 Schafe, auf der Alm 576 Schafe."
WALK = "The walk took 2 hours and 40 minutes."
VOTES = "The plan had 412 votes for it, 187 against it and 31 blank, on 1 May."
DATES = (
    "The accident at the junction happened on 17 May 2025. The signal there had been out of order "
    "since 2 May. The report on the accident came out on 7 June."
)
PLACES = "There were 6,300 places for new students and 41,580 applications."
POSTS = "Of the 3,218 posts of the town in the budget, 171 were vacant."
HEAT = (
    "The town of Brennet measured 38.4 °C on 11 July. Daniel Cole won the race of the town in "
    "2:08:41, 37 seconds ahead of Yusuf Demir."
)
LEAD = "They lead the table with 55 points, four ahead of Dunmere."
SURPLUS = (
    "Damit schloss das Jahr mit einem Fehlbetrag von 4,5 Millionen Euro; 2024 hatte es noch einen "
    "Überschuss von 4,3 Millionen gegeben."
)
RAILWAY = "The firm runs the line for fifteen years and gets 7.8 million euros a year."
TREES = "For each oak that is felled two new ones are planted; 214 oaks will go."
BUDGET = "Its budget of 22.4 billion euros is to lose 1.9 billion next year."
LIBRARIES = "In zes van de 26 gevangenissen ging de bibliotheek vorig jaar dicht."
NETS = "Sportfiskare tappar 70 procent av de garn som försvinner, och yrkesfiskare tappar resten."
STATE = "The state pays 28 million euros, the county 12 million euros, the town 9 million euros."


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        (PATHS, "The network of cycle paths has become 75 km longer.", [BOUND]),
        (NURSE, "She has worked in the ward for seventeen years.", [BOUND]),
        (NURSE, "She has worked in the ward for nineteen years.", [CONTRADICTED]),
        (BOATS, "The two boats that she got cost 370,000 pounds.", [BOUND, BOUND]),
        (BOATS, "The two boats that she got cost 380,000 pounds.", [BOUND, CONTRADICTED]),
        (PATHS, "The network of cycle paths has become 57 km longer.", [CONTRADICTED]),
        (PATHS, "The network of cycle paths has grown by about 35 percent.", [BOUND]),
        (PATHS, "The network of cycle paths has grown by 53 percent.", [ABSENT]),
        (RADWEGE, "Das Netz der Radwege ist heute 75 Kilometer länger als 2015.", [BOUND] * 2),
        (STAFF, "The museum lost five people within a year.", [BOUND]),
        (PERSONNEL, "Le musée a perdu cinq personnes.", [BOUND]),
        (HAREN, "Sinds de vorige telling zijn er 540 hazen bij gekomen.", [BOUND]),
        (HAREN, "Sinds de vorige telling zijn er 640 hazen bij gekomen.", [CONTRADICTED]),
        (SHARES, "Between north and south the difference is 22.7 percentage points.", [BOUND]),
        (
            SHARES,
            "Between north and south the difference is 27.2 percentage points.",
            [CONTRADICTED],
        ),
        (GRANT, "The bridge took 28.5 million crowns of the grant.", [BOUND]),
        (GRANT, "The bridge took 25.8 million crowns of the grant.", [CONTRADICTED]),
        (LOAN, "The loan for a boat costs 2,880 crowns a year.", [BOUND]),
        (LOAN, "The loan for a boat costs 2,980 crowns a year.", [CONTRADICTED]),
        (VISITS, "On average 140 guests took part in each tour.", [BOUND]),
        (VISITS, "On average 150 guests took part in each tour.", [CONTRADICTED]),
        (LOANS, "The library then lent 14,250 books fewer.", [BOUND]),
        (LOANS, "The library then lent 15,250 books fewer.", [CONTRADICTED]),
        (DEBT, "The club owes 30.999993 million crowns.", [CONTRADICTED]),
        (FLOCKS, "Auf der Alm weiden 12-mal so viele Schafe wie im Tal.", [BOUND]),
        (FLOCKS, "Auf der Alm weiden 13-mal so viele Schafe wie im Tal.", [ABSENT]),
        (WALK, "The walk took 160 minutes.", [BOUND]),
        (WALK, "The walk took almost three hours.", [ROUNDED]),
        (WALK, "The walk took 2 hours and 50 minutes.", [CONTRADICTED]),
        (VOTES, "In all 630 votes were cast.", [BOUND]),
        (VOTES, "Of 640 votes some were blank.", [CONTRADICTED]),
        (RAILWAY, "The firm will get 117 million euros for the line.", [BOUND]),
        (RAILWAY, "The firm will get 127 million euros for the line.", [CONTRADICTED]),
        (TREES, "For the oaks that go, 428 new ones will be planted.", [BOUND]),
        (BUDGET, "It loses about 8.5 percent of its budget.", [BOUND]),
        (LIBRARIES, "Bijna een kwart van de gevangenissen deed de bibliotheek dicht.", [BOUND]),
        (
            LIBRARIES,
            "Bijna een derde van de gevangenissen deed de bibliotheek dicht.",
            [CONTRADICTED],
        ),
        (NETS, "Yrkesfiskare tappar tre av tio garn som försvinner.", [BOUND]),
        (NETS, "Yrkesfiskare tappar fyra av tio garn som försvinner.", [CONTRADICTED]),
        (SEATS, "After that 85 offices remain.", [BOUND]),
        (FARE, "A ticket for the stalls will then cost 71.50 euros.", [BOUND]),
        (HEIGHT, "A year before there had been 5,700 pupils.", [BOUND]),
        (STATE, "Together the state, the county and the town pay 49 million euros.", [BOUND]),
        (
            STATE,
            "Together the state, the county and the town pay 59 million euros.",
            [CONTRADICTED],
        ),
    ],
)
def test_a_figure_that_is_worked_out_is_worked_out_again(
    judge: Judge,
    source: str,
    sentence: str,
    states: list[FigureState],
) -> None:
    figures = judge(source, sentence).figures
    assert [each.state for each in figures if each.state is not FigureState.BARE] == states


def test_the_working_is_shown(judge: Judge) -> None:
    (figure,) = judge(PATHS, "The network of cycle paths has become 75 km longer.").figures
    assert figure.reason == "worked out: 287 kilometres − 212"


def test_figures_of_the_draft_itself_may_add_up(
    judge: Judge,
) -> None:
    source = "On board were 47 passengers and a crew of four."
    sentence = "There were 51 people on board, 47 passengers and a crew of four."
    assert [figure.state for figure in judge(source, sentence).figures] == [BOUND] * 3


COUNCIL = (
    "The Courier, Thursday 14 November 2024\n\nThe council voted on Tuesday evening, and had voted "
    "on it last year, too."
)
RAT = "Der Bote, Freitag, 7. Juni 2024\n\nDer Rat billigte den Plan am Mittwochabend."
CONSIGLIO = (
    "La Gazzetta, giovedì 20 febbraio 2025\n\nIl consiglio ha approvato il piano lunedì sera."
)
CLUB = "The Courier, 6 February 2025\n\nThe club has led the league since 2010."


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (COUNCIL, "The council voted on 12 November.", BOUND),
        (COUNCIL, "The council voted on 13 November.", CONTRADICTED),
        (COUNCIL, "The council had voted in 2023, too.", BOUND),
        (RAT, "Am 5. Juni billigte der Rat den Plan.", BOUND),
        (RAT, "Am 6. Juni billigte der Rat den Plan.", ABSENT),
        (CONSIGLIO, "Il 17 febbraio il consiglio ha approvato il piano.", BOUND),
        (CLUB, "For fifteen years the club has led the league.", BOUND),
        (CLUB, "For sixteen years the club has led the league.", ABSENT),
    ],
)
def test_a_day_may_be_named_by_its_weekday(
    state_of: Callable[[str, str], FigureState], source: str, sentence: str, state: FigureState
) -> None:
    assert state_of(source, sentence) is state


HALL = "The hall will be let for 25 to 30 evenings a year, and 14 of them are free."
GRADES = "The wines of the year have between 12.5 and 13.5 degrees, against 14.2 last year."
RATES = "Unemployment fell from 9.1 to 8.6 percent within a year."
RENT = "A flat costs 17.40 euros per square metre on average."
CASES = "There were 16.8 cases per 1,000 pupils at the peak."
CALLS = "In September 58 percent were for it; now 52 percent are."


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (HALL, "The hall will be let for 25 to 35 evenings.", CONTRADICTED),
        (HALL, "The hall will be let for 25 to 30 evenings.", BOUND),
        (GRADES, "The wines have between 12.5 and 14.2 degrees.", CONTRADICTED),
        (RENT, "A flat costs 17.40 euros per cubic metre.", CONTRADICTED),
        (RENT, "A flat costs 17.40 euros per square metre.", BOUND),
        (CASES, "There were 16.8 cases per 100,000 pupils at the peak.", CONTRADICTED),
        (RATES, "Unemployment fell by 0.5 percent.", CONTRADICTED),
        (RATES, "Unemployment fell by 0.5 percentage points.", BOUND),
        (CALLS, "Approval has risen from 58 to 52 percent.", CONTRADICTED),
    ],
)
def test_ranges_points_and_what_is_counted_by_are_told(
    judge: Judge, source: str, sentence: str, state: FigureState
) -> None:
    states = {figure.state for figure in judge(source, sentence).figures}
    assert state in states
    if state is BOUND:
        assert states == {BOUND}


LAG = (
    "Kvinneandelen i laget er 44 prosent, og seks av ti medlemmer er under 18 år. "
    "Sponsorinntektene falt med 12 prosent. Det var den tredje ulykken i dette farvannet, og båten "
    "holdt 31 knop."
)
HOLD = (
    "Indtægterne i foreningen faldt med 12 procent, og en fjerdedel af medlemmerne er over "
    "tres år. Det var den tredje gang, at foreningen havde et underskud."
)


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (LAG, "60 prosent av medlemmene i laget er under 18 år.", BOUND),
        (LAG, "Sponsorinntektene til laget falt med tolv prosent.", BOUND),
        (LAG, "Sponsorinntektene til laget økte med 12 prosent.", CONTRADICTED),
        (LAG, "Båten holdt 31 kilometer i timen i dette farvannet.", CONTRADICTED),
        (HOLD, "Indtægterne i foreningen faldt med tolv procent.", BOUND),
        (HOLD, "Indtægterne i foreningen steg med 12 procent.", CONTRADICTED),
        (HOLD, "25 procent af medlemmerne af foreningen er over tres år.", BOUND),
    ],
)
def test_norwegian_and_danish_are_read(
    judge: Judge, source: str, sentence: str, state: FigureState
) -> None:
    assert judge(source, sentence).figures[0].state is state


TOWER = (
    "The new owner must repaint the tower every eight years, and let the public in on at least 20 "
    "days a year."
)


@pytest.mark.parametrize(
    ("sentence", "denials"),
    [
        ("The owner must let the public into the tower on no fewer than twenty days a year.", 0),
        ("The owner need not let the public into the tower on 20 days a year.", 1),
    ],
)
def test_a_bound_denies_nothing(judge: Judge, sentence: str, denials: int) -> None:
    assert len(judge(TOWER, sentence).denials) == denials


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        (DATES, "The signal had failed 15 days before the accident at the junction.", [BOUND]),
        (DATES, "The signal had failed 14 days before the accident at the junction.", [ABSENT]),
        (DATES, "The report came out 21 days after the accident at the junction.", [BOUND]),
        (PLACES, "There were more than six applicants for every place.", [BOUND]),
        (PLACES, "There were nearly seven applicants per place.", [BOUND]),
        (PLACES, "There were more than seven applicants for every place.", [CONTRADICTED]),
        (POSTS, "Roughly one post in nineteen was vacant.", [FigureState.BARE]),
        (POSTS, "A couple of hundred posts of the town were vacant.", []),
        (POSTS, "Some 3,200 posts of the town are in the budget.", [ROUNDED]),
        (HEAT, "The town of Brennet measured more than 38 degrees.", [ROUNDED]),
        (HEAT, "The town of Brennet measured more than 39 degrees.", [ABSENT]),
        (HEAT, "Daniel Cole won the race of the town in just under two hours and nine minutes.",
         [ROUNDED]),
        (HEAT, "Daniel Cole won the race of the town in just under two hours and seven minutes.",
         [ABSENT]),
        (LEAD, "Dunmere trail the leaders by four points.", [BOUND]),
        (LEAD, "Dunmere trail the leaders by six points.", [CONTRADICTED]),
        (SURPLUS, "Aus 4,3 Millionen Euro Überschuss wurden 4,5 Millionen Fehlbetrag.",
         [BOUND, BOUND]),
    ],
)  # fmt: skip
def test_what_a_writer_counts_in_another_way_stands(
    judge: Judge, source: str, sentence: str, states: list[FigureState]
) -> None:
    assert [figure.state for figure in judge(source, sentence).figures] == states
