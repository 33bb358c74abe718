"""Days and years that a source names from the day on which it came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState
from support.articles import judged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "5 May 2021\n\n"  # a Wednesday
BOUND = FigureState.BOUND


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The council met on Tuesday and agreed to mend the bridge.", "It met on 4 May 2021."),
        ("The council met yesterday and agreed to mend the bridge.", "It met on 4 May 2021."),
        (
            "Der Rat hat am Dienstagabend getagt und die Brücke beraten.",
            "Der Rat hat die Brücke am 4. Mai beraten.",
        ),
        ("Le conseil a été réuni hier pour parler du pont de la ville.", "Réunion du 4 mai 2021."),
        (
            "A câmara reuniu-se na segunda-feira para falar da ponte da vila.",
            "A câmara reuniu-se no dia 3 de maio de 2021.",
        ),
        (
            "A câmara reuniu-se na segunda, para falar da ponte da vila.",
            "A câmara reuniu-se no dia 3 de maio de 2021.",
        ),
        ("Rada zebrała się we wtorek, żeby mówić o moście.", "Rada zebrała się 4 maja 2021."),
        ("The bridge was closed last year for eight weeks.", "It was closed in 2020."),
        (
            "The yard built nine boats. That was two more than the year before, it said.",
            "In 2020 the yard built fewer boats than this spring.",
        ),
        (
            "The bridge, which has stood for 24 years, is to be closed in 2029.",
            "The bridge is to be closed in eight years.",
        ),
    ],
)
def test_a_date_stands_that_its_source_names_from_its_own_day(
    write: Callable[[dict[str, str]], Path], source: str, sentence: str
) -> None:
    assert [each.state for each in judged(write, HEAD + source, sentence).figures][:1] == [BOUND]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        # Words that name a day in another language alone.
        (
            "Die Brücke wurde hier wieder geöffnet, wie der Rat der Stadt sagte.",
            "Die Brücke wurde am 4. Mai 2021 wieder geöffnet.",
        ),
        (
            "La segunda reunión del consejo fue muy larga y no se aprobó nada.",
            "La reunión del consejo fue el 3 de mayo de 2021.",
        ),
        (
            "La quarta riunione del consiglio è stata molto lunga.",
            "La riunione del consiglio è del 5 maggio 2021.",
        ),
        (
            "A segunda reunião da câmara foi muito longa e não deu em nada.",
            "A reunião da câmara foi no dia 3 de maio de 2021.",
        ),
        (
            "Rada mówiła o ochronie środowiska i o moście na rzece.",
            "Rada mówiła o moście 5 maja 2021.",
        ),
        (
            "The Mardi Gras of the town was the longest that it had ever had.",
            "The town had its longest parade on 4 May 2021.",
        ),
    ],
)
def test_a_word_of_another_language_names_no_day(
    write: Callable[[dict[str, str]], Path], source: str, sentence: str
) -> None:
    # The dateline is three paragraphs away from what the sentence is held against.
    (figure, *_) = judged(write, HEAD + source, sentence).figures

    assert figure.state is not BOUND or figure.printed == "5 May 2021"


@pytest.mark.parametrize(
    ("sentence", "denies"),
    [
        ("Die Brücke wurde in der Sitzung des Rates nicht freigegeben.", True),
        ("Die Brücke wurde in der Sitzung des Rates freigegeben.", False),
    ],
)
@pytest.mark.parametrize(
    "before",
    [
        "The council of the town met in the hall and talked about the river for most of the day.",
        "Il consiglio della città si è riunito nella sala e ha parlato del fiume tutta la sera.",
    ],
)
def test_a_short_sentence_is_read_in_its_own_language(
    write: Callable[[dict[str, str]], Path], before: str, sentence: str, denies: bool
) -> None:
    source = "Die Brücke wurde in der Sitzung des Rates am Abend freigegeben, sagte der Sprecher."

    article = judged(write, source, f"{before}\n\n{sentence}")

    assert bool(article.denials) is denies
