"""Figures that an article gives to another than its source does in the same sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState

if TYPE_CHECKING:
    from support.articles import Judge

BOUND, CONTRADICTED = FigureState.BOUND, FigureState.CONTRADICTED
SOURCES = {
    "flu": "The Lorne region has the highest rate of influenza, 212 cases, and Easter Fells the "
    "lowest, 38. Clinics in the region closed early in the spring.",
    "budget": "Pensions, at 27.3 billion, were the largest item, followed by health (14.8 billion) "
    "and education (11.2 billion); defence took 6.1 billion.",
    "poll": "The Progress Party won 34.2 per cent of the vote; the National Union came second with "
    "28.9 per cent of it.",
    "court": "Brightwell announced an appeal; Norcast accepted the decision on uniforms and "
    "received a discount of 20 per cent on its fine.",
    "ice": "The highest reading, 38.4 °C, came from Brennet on 11 July, the lowest, minus 17.2 °C, "
    "from Hoch Alm on 3 January.",
    "jobs": "The clinic hired 25 to 30 nurses, after 18 in the summer, and paid 12 doctors.",
    "ops": "Hip replacements account for 4,120 of those waiting, cataracts for 3,870 and hernias "
    "for 1,950. The village had demanded £11.5 million; Kestrel had offered £3 million.",
    "port": "Containers rose by 11 per cent to 214,000 units, while timber fell by 9 per cent to "
    "1.1 million tonnes.",
    "match": "Torvik have 28 points, three behind Sandnes, who beat Moss 31-22. At the break Moss "
    "had led Sandnes 14-11. Ida Holm scored nine goals for Torvik, Nora Lie seven for Elvebakk.",
    "claim": "In a separate case, Dene Water sued Kestrel for £900,000 and lost.",
    "trade": "Of the exports of the States to Mexico 37 cents a dollar came from the States.",
    "de": "Geplant sind elf Anlagen mit einer Nabenhöhe von 166 Metern und einer Gesamthöhe von "
    "247 Metern.",
}


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        ("flu", "The Lorne region counts 38 cases of influenza.", [CONTRADICTED]),
        ("flu", "Easter Fells counts 212 cases, the highest rate of influenza.", [CONTRADICTED]),
        ("flu", "The rate of influenza in Easter Fells is the lowest, with 38 cases.", [BOUND]),
        ("flu", "Lorne has 212 cases of influenza, and Easter Fells has 38.", [BOUND, BOUND]),
        ("budget", "Defence, an item of its own, received 11.2 billion.", [CONTRADICTED]),
        ("budget", "Education, followed by defence, received 11.2 billion.", [BOUND]),
        ("poll", "The National Union won 34.2 per cent of the vote.", [CONTRADICTED]),
        ("poll", "With 34.2 per cent of the vote, Progress leads the National Union.", [BOUND]),
        ("court", "Brightwell received a discount of 20 per cent on its fine.", [CONTRADICTED]),
        ("court", "Norcast received a discount of 20 per cent on its fine.", [BOUND]),
        ("ice", "The highest reading, 38.4 °C, came from Hoch Alm.", [CONTRADICTED]),
        ("ice", "Brennet had the highest reading of the year, 38.4 °C.", [BOUND]),
        ("jobs", "The clinic hired at least 25 nurses, as it did in summer.", [BOUND]),
        ("ops", "Cataracts account for 4,120 of those waiting.", [CONTRADICTED]),
        ("ops", "Cataracts account for 3,870 of those waiting.", [BOUND]),
        ("ops", "The village had offered £3 million to Kestrel.", [BOUND]),
        ("ops", "The village had offered £3 million.", [CONTRADICTED]),
        ("port", "Timber rose by 11 per cent.", [CONTRADICTED]),
        ("port", "A rise by 11 per cent in containers made up for timber.", [BOUND]),
        ("match", "Sandnes have 31 points, three more than Torvik.", [BOUND, BOUND]),
        ("match", "Moss threw away a lead of three goals at the break.", [BOUND]),
        ("match", "Nora Lie scored nine goals.", [CONTRADICTED]),
        ("match", "Ida Holm scored nine goals.", [BOUND]),
        ("claim", "Kestrel sued Dene Water for £900,000.", [CONTRADICTED]),
        ("claim", "Dene Water sued Kestrel for £900,000.", [BOUND]),
        ("claim", "Kestrel was sued by Dene Water for £900,000.", [BOUND]),
        ("claim", "In the case that Kestrel faced, Dene Water wanted £900,000.", [BOUND]),
        ("trade", "Of the exports of the States to Mexico 37 cents a dollar came from the States.",
         [BOUND]),
        ("de", "Die Nabenhöhe der geplanten Anlagen beträgt 247 Meter.", [CONTRADICTED]),
        ("de", "Die Gesamthöhe der geplanten Anlagen beträgt 247 Meter.", [BOUND]),
    ],
)  # fmt: skip
def test_a_figure_is_told_that_the_source_prints_of_another(
    judge: Judge, source: str, sentence: str, states: list[FigureState]
) -> None:
    assert [figure.state for figure in judge(SOURCES[source], sentence).figures] == states


def test_a_figure_of_another_is_told_with_the_words_that_it_stands_in(judge: Judge) -> None:
    (figure,) = judge(SOURCES["poll"], "The National Union won 34.2 per cent of the vote.").figures

    assert (figure.printed, figure.reason) == (
        "28.9 per cent", "it is in “The Progress Party won 34.2 per cent of the vote” there",
    )  # fmt: skip
