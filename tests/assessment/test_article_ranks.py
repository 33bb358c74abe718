"""Superlatives that are not the first ones of their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState

if TYPE_CHECKING:
    from support.articles import Judge

YEAR = "It was the third warmest year since measurements began in the valley."
PORT = "Norwich is the second-largest port of the county by trade."
STADT = "Rauenstein ist die drittgrößte Stadt des Landes und liegt an der Elbe."
SOMMER = "Es war der zweitwärmste Sommer seit Beginn der Messungen im Land."


@pytest.mark.parametrize(
    ("source", "sentence", "ranks"),
    [
        (YEAR, "It was the warmest year since measurements began.", [("warmest", "third warmest")]),
        (YEAR, "It was the third warmest year since measurements began.", []),
        (YEAR, "It was one of the warmest years since measurements began.", []),
        (YEAR, "The warmest place of the valley is the mill.", []),
        (PORT, "Norwich is the largest port of the county.", [("largest", "second-largest")]),
        (PORT, "Norwich is the county's second largest port.", []),
        (PORT, "Norwich is among the largest ports of the county.", []),
        (STADT, "Rauenstein ist die größte Stadt des Landes.", [("größte", "drittgrößte")]),
        (STADT, "Rauenstein ist die drittgrößte Stadt des Landes.", []),
        (SOMMER, "Es war der wärmste Sommer seit Messbeginn im Land.",
         [("wärmste", "zweitwärmste")]),
        (SOMMER, "Es war einer der wärmsten Sommer seit Beginn der Messungen.", []),
    ],
)  # fmt: skip
def test_a_superlative_is_told_before_which_the_source_has_others(
    judge: Judge, source: str, sentence: str, ranks: list[tuple[str, str]]
) -> None:
    figures = judge(source, sentence).figures
    differing = [each for each in figures if each.state is FigureState.CONTRADICTED]

    assert [(each.written, each.printed) for each in differing] == ranks
