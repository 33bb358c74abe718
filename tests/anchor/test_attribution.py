"""Whose word a quotation is, as far as its own sentence tells."""

from __future__ import annotations

import re

import pytest

from claimcheck.anchor.attribution import Attribution, alike, attribution_of, name_words

QUOTATION = re.compile("[“„«「][^”“»」]*[”“»」]")


def attributed(text: str) -> Attribution:
    """Whose word the first quotation of a sentence is."""
    quotation = QUOTATION.search(text)
    assert quotation is not None
    return attribution_of(text, *quotation.span(), 0, len(text))


@pytest.mark.parametrize(
    ("text", "shown", "names", "roles"),
    [
        ("“The mill is shut,” said Anna Roe.", "said Anna Roe.", "anna roe", ""),
        ("“The mill is shut,” the mayor of Elm said.", "the mayor of Elm said.", "", "mayor"),
        ("Anna Roe said: “The mill is shut.”", "Anna Roe said", "anna roe", ""),
        ("It rained. Anna Roe said: “The mill is shut.”", "Anna Roe said", "anna roe", ""),
        ("“The mill is shut.” Roe said so; Lee was out.", "Roe said so", "roe", ""),
        (
            "“The mill is shut,” said the chair of Barclays, Ann Lee.",
            "said the chair of Barclays, Ann Lee.",
            "ann barclays lee",
            "chair",
        ),
        (
            "“The mill is shut,” said the chair of Barclays.",
            "said the chair of Barclays.",
            "",
            "chair",
        ),
        ("Asked by Berg, he said: “The mill is shut.”", "Asked by Berg, he said", "", ""),
        ("“The mill is shut,” she told Karl Berg.", "she told Karl Berg.", "", ""),
        ("“The mill is shut,” though she admits delays, said Roe.", "", "", ""),
        ("“The mill is shut,” it rained.", "", "", ""),
        ("“The mill is shut.”", "", "", ""),
        ("The mill said “it is shut”.", "The mill said", "", "mill"),
        ("According to Roe, “the mill is shut”.", "According to Roe", "roe", ""),
        (
            "“The mill is shut,” the ETA’s chief executive said.",
            "the ETA’s chief executive said.",
            "",
            "chief executive",
        ),
        (
            "“The mill is shut,” Roe’s lawyer, Ann Lee, said.",
            "Roe’s lawyer, Ann Lee, said.",
            "ann lee",
            "lawyer",
        ),
        ("“The mill is shut,” said O’Neill.", "said O’Neill.", "o'neill", ""),
        ("“The mill is shut,” said Lloyd’s.", "said Lloyd’s.", "lloyd", ""),
        ("“The mill is shut,” said Dr. Ann Lee.", "said Dr. Ann Lee.", "ann lee", ""),
        ("“The mill is shut,” said Mr Roe.", "said Mr Roe.", "roe", ""),
        ("It rained. Prof. Roe said: “The mill is shut.”", "Prof. Roe said", "roe", ""),
        ("“The mill is shut,” said an aide.", "said an aide.", "", "aide"),
        (
            "“The mill is shut,” said a spokesman in Rome.",
            "said a spokesman in Rome.",
            "",
            "spokesman",
        ),
        ("“The mill is shut,” said Roe in Rome.", "said Roe in Rome.", "roe rome", ""),
        (
            "“The mill is shut,” said a big old grey farmer of Elm.",
            "said a big old grey farmer of Elm.",
            "",
            "grey old",
        ),
        (
            "Roe one two three four five six said “the mill is shut”.",
            "Roe one two three four five six said",
            "roe",
            "",
        ),
        (
            "Roe one two three four five six seven said “the mill is shut”.",
            "Roe one two three four five six seven said",
            "",
            "",
        ),
        (
            "“The mill is shut,” said one two three four five six Roe.",
            "said one two three four five six Roe.",
            "roe",
            "",
        ),
        (
            "“The mill is shut,” said one two three four five six seven Roe.",
            "said one two three four five six seven Roe.",
            "",
            "",
        ),
        ("“The mill is shut,” who said?", "who said?", "", ""),
        ("“The mill is shut” Roe said\nLee said no.", "Roe said", "roe", ""),
        ("“The mill is shut,” claimed Roe “and” Lee said.", "claimed Roe", "roe", ""),
        ("Lee said. “No,” “the mill,” said Roe.", "", "", ""),
        ("“The mill is shut”; Roe said so.", "", "", ""),
        ("“The mill is shut”, if not for Roe.", "", "", ""),
        ("“The mill is shut,” his wife said.", "his wife said.", "", "wife"),
        (
            "„Die Mühle ist zu“, sagte Karl Berg vor Gericht.",
            "sagte Karl Berg vor Gericht.",
            "berg karl",
            "",
        ),
        (
            "Der Sprecher von Siemens sagte: „Die Mühle ist zu.“",
            "Der Sprecher von Siemens sagte",
            "",
            "sprecher",
        ),
        (
            "„Die Mühle ist zu“, sagte der Bürgermeister Karl Berg.",
            "sagte der Bürgermeister Karl Berg.",
            "berg karl",
            "burgermeister",
        ),
        (
            "„Die Mühle ist zu“, sagte die parteilose Rathauschefin Eva Lang.",
            "sagte die parteilose Rathauschefin Eva Lang.",
            "eva lang",
            "parteilose rathauschefin",
        ),
        (
            "„Die Mühle ist zu“, sagte die Chefin der Barclays.",
            "sagte die Chefin der Barclays.",
            "",
            "barclays chefin",
        ),
        (
            "„Die Mühle ist zu“, sagte Lang am Rand der Sitzung.",
            "sagte Lang am Rand der Sitzung.",
            "lang",
            "rand",
        ),
        (
            "« Le moulin est fermé », a déclaré le maire de Lyon, Jean Dupont.",
            "a déclaré le maire de Lyon, Jean Dupont.",
            "dupont jean lyon",
            "maire",
        ),
        (
            "«El molino está cerrado», aseguró en la rueda de prensa Ana Ruiz.",
            "aseguró en la rueda de prensa Ana Ruiz.",
            "ana ruiz",
            "",
        ),
        ("王明表示：「磨坊已经关闭」。", "王明表示：", "王明", ""),
        ("「磨坊已经关闭」，王明说。", "王明说。", "王明", ""),
        ("「磨坊已经关闭」，王明说，李华认为", "王明说，李华认为", "李华 王明", ""),
        ("X王明说「磨坊已经关闭」。", "X王明说", "王明", ""),
        ("「水車小屋は閉まった」と述べた田中氏", "と述べた田中氏", "中氏 田中", ""),
        ("Xaver Roe said: “The mill is shut.”", "Xaver Roe said", "roe xaver", ""),
        ("“The mill is shut”, though she admits delays, said Roe.", "", "", ""),
        (
            "Asked by Berg, he said all of it to her: “The mill is shut.”",
            "Asked by Berg, he said all of it to her",
            "",
            "",
        ),
        ("“The mill is shut,” said Berg of him.", "said Berg of him.", "berg", ""),
        ("“The mill is shut,” said in Rome a miller.", "said in Rome a miller.", "rome", ""),
        ("“The mill is shut,” the ETA’s chief said.", "the ETA’s chief said.", "", "chief"),
        ("“The mill is shut,” said J Li.", "said J Li.", "li", ""),
    ],
)
def test_a_clause_beside_a_quotation_names_its_speaker(
    text: str, shown: str, names: str, roles: str
) -> None:
    attribution = attributed(text)

    assert attribution.shown == shown
    assert " ".join(sorted(attribution.names)) == names
    assert " ".join(sorted(attribution.roles)) == roles


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("“The mill is shut,” he said.", True),
        ("“The mill is shut,” Roe said.", False),
        ("« Le moulin est fermé », a-t-elle raconté au journal.", True),
        ("“The mill is shut,” she said to Roe, who left.", True),
        ("“The mill is shut,” said Roe, who left.", False),
    ],
)
def test_a_pronoun_may_stand_for_the_speaker(text: str, *, pronoun: bool) -> None:
    assert attributed(text).pronoun is pronoun


@pytest.mark.parametrize(("far", "is_near"), [(129, True), (130, False)])
def test_a_speaker_is_looked_for_near_the_quotation_alone(far: int, *, is_near: bool) -> None:
    behind = attributed("“The mill is shut,” " + "x" * (far + 1) + " Roe said to us")
    before = attributed("Roe said " + "x" * (far + 1) + " “the mill is shut”")

    assert bool(before.names) is is_near
    assert bool(behind.names) is is_near


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Mr. Roe", "Mr. Lee", False),
        ("Mr. Roe", "Ann Roe", True),
        ("Anna O’Neill", "Ms O'Neill", True),
        ("Eva Berg-Lee", "Frau Berg-Lee", True),
        ("Berg-Lee", "Lee", True),
        ("J. Müller", "Muller's", True),
        ("Novák", "Nováková", False),
        ("Novák", "Nováka", True),
        ("Lee", "Lees", False),
        ("Anna", "Annas", False),
        ("Петрова", "Петрову", True),
        ("Петрова", "Петренко", False),
        ("Anna Roe", "Karl Berg", False),
        ("J. Roe", "J. Berg", False),
        ("山田太郎", "山田氏", True),
        ("山田太郎", "太田", False),
    ],
)
def test_names_are_alike_that_share_a_word(name: str, other: str, *, same: bool) -> None:
    assert alike(name_words(name), name_words(other)) is same
    assert alike(name_words(other), name_words(name)) is same
