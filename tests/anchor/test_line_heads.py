"""Heads that name a speaker without a colon, or within a line."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate

QUOTE = "We sold the mill in May […] We bought it in June"
REFUSED = [
    "[Roe] We sold the mill in May.\n[Poe] We bought it in June.\n[Roe] Good.\n",
    "Roe – We sold the mill in May.\nPoe – We bought it in June.\nRoe – Good.\n",
    "@roe We sold the mill in May.\n@poe We bought it in June.\n@roe Good.\n",
    "ROE   We sold the mill in May.\nPOE   We bought it in June.\nROE   Good.\n",
    "Roe (10:05 AM)\nWe sold the mill in May.\nPoe (10:06 AM)\nWe bought it in June.\n",
    "Q We sold the mill in May.\nA We bought it in June.\nQ Good.\n",
    "12 Q We sold the mill in May.\n13 A We bought it in June.\n14 Q Good.\n",
    "roe: We sold the mill in May.\npoe: We bought it in June.\nroe: Good.\n",
    "Roe, miller: We sold the mill in May.\nPoe, baker: We bought it in June.\nRoe, miller: No.\n",
    "1. roe: We sold the mill in May.\n2. poe: We bought it in June.\n3. roe: Good.\n",
    "Roe: We sold the mill in May. Poe: We bought it in June. Roe: Good.",
    "P. ¿Sí? We sold the mill in May.\nR. We bought it in June.\nP. ¿Por qué?\n",
    "Roe > We sold the mill in May.\nPoe > We bought it in June.\nRoe > Good.\n",
    "00:12 ROE We sold the mill in May.\n00:15 POE We bought it in June.\n00:17 ROE Good.\n",
    # heads in other words, marks and times
    "1/4/2023, 10:15 - Roe: We sold the mill in May.\n1/4/2023, 10:16 - Poe: We bought it in June.",
    "[1.4.23, 10:15] Roe: We sold the mill in May.\n[1.4.23, 10:16] Poe: We bought it in June.",
    "10:15 AM Roe: We sold the mill in May.\n10:16 AM Poe: We bought it in June.",
    "*Roe:* We sold the mill in May.\n*Poe:* We bought it in June.\n",
    "_Roe_: We sold the mill in May.\n_Poe_: We bought it in June.\n",
    "PRESIDENTE. We sold the mill in May.\nROE (PD). We bought it in June.\n",
    "M. le président. We sold the mill in May.\nMme Ida Poe. We bought it in June.\n",
    "M. Roe. – We sold the mill in May.\nMme Poe. – We bought it in June.\n",
    # every other line has a head
    "roe: We sold the mill in May.\npoe: We bought it in June.\nroe: No.\nGood.\nGood.\nGood.\n",
    # the head of the first line, and one that begins right there
    "Good.\n\n[Roe] We sold the mill in May.\n[Poe] We bought it in June.\n[Roe] Good.\n",
]
PASSING = [
    # two heads are too few
    "@roe We sold the mill in May.\n@poe We bought it in June.\n",
    "@roe We sold the mill in May.\n@poe We bought it in June.\n@ann Good.\n",
    "M. Roe came early. We sold the mill in May.\nMme Poe stayed. We bought it in June.\n",
    # one line more without a head
    "roe: We sold the mill in May.\npoe: We bought it in June.\nroe: No.\n" + "Good.\n" * 4,
    # the part before has no head
    "We sold the mill in May, says Ann.\n[Roe] We bought it in June.\n[Poe] No.\n[Poe] Good.\n",
    # what comes again is farther than is looked
    "[Roe] We sold the mill in May.\n[Poe] We bought it in June.\n[Ann] No.\n"
    + "Good.\n" * 1100
    + "[Roe] No.\n",
    # one speaker's
    "[Roe] We sold the mill in May.\n[Roe] We bought it in June.\n[Poe] Good.\n",
    "@roe We sold the mill in May.\n@roe We bought it in June.\n@poe Good.\n",
    # no name comes again
    "Sale – We sold the mill in May.\nPurchase – We bought it in June.\nRest – Good.\n",
    "[Sale] We sold the mill in May.\n[Purchase] We bought it in June.\n",
    # few of the lines
    "sale: We sold the mill in May.\npurchase: We bought it in June.\nsale: No.\n" + "Good.\n" * 6,
    # no head in the gap
    "[Roe] We sold the mill in May, as all know.\nWe bought it in June.\n[Poe] Good.\n[Roe] No.\n",
    "We sold the mill in May. We know: we bought well. We bought it in June.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_an_omission_may_not_run_on_to_another_speaker(text: str) -> None:
    anchor = locate(QUOTE, text)

    assert not anchor.fit.passes
    assert "another speaker" in anchor.reason


@pytest.mark.parametrize("text", PASSING)
def test_heads_that_name_nobody_else_join_no_speakers(text: str) -> None:
    assert locate(QUOTE, text).fit.passes


@pytest.mark.parametrize(
    ("quote", "text", "label"),
    [
        (
            "Poe: Is it old? Roe: We sold it. […] We bought it.",
            "Poe: Is it old?\nRoe: We sold it.\nPoe: So soon?\nWe bought it.\nRoe: Good.\n",
            "Poe",
        ),
        (
            "Poe: Is it old? Roe: We sold it. […] We bought it.",
            "Poe: Is it old?\nRoe: We sold it.\nRoe: So soon. We bought it.\nRoe: Good.\n",
            "",
        ),
        (
            "It is old. Roe: We sold it. […] We bought it.",
            "Poe: It is old. Roe: We sold it. Poe: We bought it. Roe: Good.",
            "Poe",
        ),
        ("We sold it. […] We bought it.", "Poe: No. Roe: We sold it. Poe: We bought it.", "Poe"),
        (
            "We sold it. […] Poe: We bought it.",
            "Poe: No. Roe: We sold it. It is so. Poe: We bought it.",
            "",
        ),
        (
            "We sold it. […] Poe: We bought it.",
            "Poe: No. Roe: We sold it. Roe: It is so. Poe: We bought it.",
            "",
        ),
        (
            f"We sold it. {'Good. ' * 1100}[…] We bought it.",
            f"[Roe] We sold it.\n{'Good. ' * 1100}\n[Poe] We bought it.\n[Poe] Good.\n",
            "Poe",
        ),
    ],
)
def test_an_omission_goes_on_with_whoever_spoke_last_before_it(
    quote: str, text: str, label: str
) -> None:
    reason = f"the omission runs on to another speaker (“{label}”)" if label else ""

    assert locate(quote, text).reason == reason
