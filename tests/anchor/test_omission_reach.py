"""What words an omission may hide where they stand alone, near an edge, or set off by marks."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate

REFUSED = "refused"
NOTHING = ""
CASES = [
    # how many are meant, and words that only count something else
    ("three barns only and the", "quantity"),
    ("barns three only in the old", NOTHING),
    ("the three barns only and some", NOTHING),
    ("three barns only and all of the big old", NOTHING),
    ("three large cold and damp barns and", NOTHING),
    ("the over half of", "quantity"),
    ("a bit over half of all", NOTHING),
    ("all in all just some of the", "quantity"),
    ("only a single of the", "quantity"),
    ("only big five of the", "quantity"),
    ("only a big, full five of the", REFUSED),
    ("only a big, old, full five of the", "quantity"),
    ("at most 5 barns and all of the", REFUSED),
    ("barns, at most five", NOTHING),
    (", over half of them,", REFUSED),
    (", at most a full one hundred of the,", NOTHING),
    ("at most a full one hundred of the", REFUSED),
    ("at most a rather full crowd of the", "quantity"),
    ("0.0 of", REFUSED),
    ("10.0 of", "quantity"),
    (", 0,", NOTHING),
    ("5 % of the", "quantity"),
    ("% of the", "quantity"),
    ("five of the", "quantity"),
    ("the five", NOTHING),
    ("five barns of the", NOTHING),
    ("three barns only and all of the big", "quantity"),
    ("of at most five of the", "quantity"),
    # what takes some of it back
    ("for now the", "condition"),
    ("the, for now, old and worn and small", "condition"),
    ("the, for now, old and worn and quite small", NOTHING),
    # who thinks so
    (", as some of us hoped,", "doubt"),
    (", as she hoped,", "doubt"),
    (", which all of the men of the north of Elm think good,", "doubt"),
    (", as planned,", NOTHING),
    (", as was then planned,", NOTHING),
    (", which all men of the north of Elm think good,", "doubt"),
    (", which all men of the north and the south of Elm think good,", NOTHING),
    ("because we think", REFUSED),
    ("and we think of", REFUSED),
    ("and we think of many", NOTHING),
    ("the men who hoped, with all of us,", NOTHING),
    ("barns and Roe said that he", REFUSED),
    ("barns and all men think last night that he", REFUSED),
    ("barns and all men think of long, cold nights that he", NOTHING),
    ("all the land that", REFUSED),
    ("all of that", REFUSED),
    # concessions, in a gap of three words or more
    (", albeit by one vote,", "concession"),
    ("despite it", NOTHING),
    ("despite all it", "concession"),
    # another subject
    ("barns while Roe closed", REFUSED),
    ("while Roe closed", "concession"),
    ("barns while Mr Jan van den Bosch Roe closed", REFUSED),
    ("barns while Mr Jan Maria van den Bosch Roe closed", "concession"),
    (", while Roe closed,", "concession"),
    ("barns while five closed", "concession"),
    ("barns while it closed", REFUSED),
    ("barns but for Roe", REFUSED),
    ("barns and Roe closed", REFUSED),
    ("barns and, for the old, proud Roe", NOTHING),
]


@pytest.mark.parametrize(("left_out", "turn"), CASES)
def test_what_a_gap_of_some_words_hides(left_out: str, turn: str) -> None:
    text = f"The strike closed {left_out} schools in the town."
    anchor = locate("The strike closed […] schools in the town", text)

    refused = not anchor.fit.passes
    assert (REFUSED if refused else str(anchor.omissions[0].turn or "")) == turn
    assert refused is ("omission takes out" in anchor.reason)


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        ("never closed", "never closed"),
        (f"never closed {'x' * 67}", f"never closed {'x' * 67}"),
        (f"never closed {'x' * 68}", "never"),
        (f"the {'x' * 67} Roe said", f"the {'x' * 67} Roe said"),
        (f"the {'x' * 72} Roe said", f"… {'x' * 71} Roe said"),
    ],
)
def test_how_much_of_a_gap_a_reason_shows(behind: str, shown: str) -> None:
    anchor = locate("The strike […] schools in town", f"The strike {behind} schools in town.")

    assert f"“{shown}”" in anchor.reason
