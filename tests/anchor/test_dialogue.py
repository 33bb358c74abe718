"""Dialogue set with dashes: which of its words are spoken."""

from __future__ import annotations

import pytest

from claimcheck.anchor.dialogue import utterances, without_blanks

SPOKEN = [
    ("– The mill is shut, said Moe.", ["– The mill is shut"]),
    ("– Kvarnen är stängd, säger Moe. Den är gammal.", ["– Kvarnen är stängd"]),
    ("— La fermeture, dit-il, est certaine.", ["— La fermeture"]),
    ("— Le moulin est fermé ! dit Jeanne.", ["— Le moulin est fermé !"]),
    ("— Le moulin est fermé, répondit-elle.", ["— Le moulin est fermé"]),
    ("— Le moulin est fermé, m’a-t-il dit.", ["— Le moulin est fermé"]),
    ("— Le moulin est fermé ? demanda Jeanne.", ["— Le moulin est fermé ?"]),
    ("— Il mulino è chiuso, rispose Anna.", ["— Il mulino è chiuso"]),
    ("– Kvarnen är stängd, säger Moe och ler. – Gå hem!", ["– Kvarnen är stängd", "– Gå hem!"]),
    ("— C’est fermé, dit-il. Il se leva. — Hélas !", ["— C’est fermé", "— Hélas !"]),
    ("– Kvarnen är stängd, säger Moe. Den är – som sagt – gammal.", ["– Kvarnen är stängd"]),
    ("– Møllen er stengt, sier Hagen – og det er bra.", ["– Møllen er stengt"]),
    (
        "– Møllen er stengt – sier Hagen – og det er bra.",
        ["– Møllen er stengt", "– og det er bra."],
    ),
    ("– Møllen er stengt, men den er fin, sier Hagen.", ["– Møllen er stengt, men den er fin"]),
    ("– Kan det være stengt? spør Hagen.", ["– Kan det være stengt?"]),
    (
        "— Мельница закрыта, — сказал Иванов. — Она старая.",
        ["— Мельница закрыта,", "— Она старая."],
    ),
    ("— ¿Cerrado? — preguntó Ana. — Sí.", ["— ¿Cerrado?", "— Sí."]),
    ("— ¿Cerrado? — preguntó Ana —, ¿o no?", ["— ¿Cerrado?", "—, ¿o no?"]),
    ("— Młyn jest zamknięty — powiedział Nowak.", ["— Młyn jest zamknięty"]),
    ("  – Blanks before.", ["– Blanks before."]),
    ("–No blank.", ["–No blank."]),
    ("– It ends in blanks. \n", ["– It ends in blanks."]),
    ("– Moe said so.", ["– Moe said so."]),
    ("– 5 men came.", ["– 5 men came."]),
    ("– 5km away, said Moe.", ["– 5km away"]),
    ("– The mill is shut, said Moe and left", ["– The mill is shut"]),
    ("— ¿Cerrado? — preguntó Ana — Nunca", ["— ¿Cerrado?", "— Nunca"]),
    ("— Fermé, dit-il. — Hélas, dit-elle.", ["— Fermé", "— Hélas"]),
    ("— Fermé, dit-il. — Hélas", ["— Fermé", "— Hélas"]),
    ("– One man", []),
    ("– “So it is” –", []),
    ("– one\n– two", []),
    ("– One man came\n– Two men came.", []),
    ("– Fra vår mann i Oslo –", []),
    ("– Yes –.", []),
    ("– yes, said Moe.", []),
    ("– Moe", []),
    ("– So it is", []),
    ("-- no", []),
    ("– …!", []),
    ("So – it is.", []),
]


@pytest.mark.parametrize(("paragraph", "spoken"), SPOKEN)
def test_the_words_behind_a_dash_are_spoken_up_to_the_narrators(
    paragraph: str, spoken: list[str]
) -> None:
    for before, behind in (
        ("", ""),
        ("It rained.\n\n", "\n\n– And then?"),
        ("", "\n\nA mill\n– And a wheel, dit-il – so –"),
    ):
        text, start = before + paragraph + behind, len(before)
        turns = utterances(text, start, start + len(paragraph), [])

        assert [text[at:end] for at, _, end in turns] == spoken
        assert all(text[low].isalnum() or text[low] in "¿“" for _, low, _ in turns)


@pytest.mark.parametrize(("marked", "many"), [([], 1), ([2], 0), ([3], 0), ([4], 1), ([4, 2], 0)])
def test_a_quotation_in_marks_behind_a_dash_is_no_second_one(marked: list[int], many: int) -> None:
    text = "– So it is.”"

    assert len(utterances(text, 0, len(text), marked)) == many


def test_the_blanks_at_the_end_of_a_stretch_are_no_part_of_it() -> None:
    assert [without_blanks("so  it ", start, end) for start, end in ((0, 7), (0, 4), (4, 4))] == [
        6,
        2,
        4,
    ]
