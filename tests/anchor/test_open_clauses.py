"""What an omission leaves out of a clause that goes on behind it, and what parts no clause."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate
from support.marked import with_omission

# What a text says, with what is left out in double brackets, and whether a person is asked.
CASES = [
    # a verb whose object follows
    ("We will close [[the pool and keep]] the school.", True),
    ("We will close the [[pool and keep the]] old school.", True),
    ("We will close [[the pool, then renovate]] the school.", True),
    ("We will close [[the pool; we keep]] the school.", True),
    ("We will close [[the pool to save]] the school.", True),
    ("We will close [[the pool, and the bank keeps]] the school.", True),
    ("He voted for [[the man who fought]] the war with us.", True),
    ("We expected [[to get]] the prize of the year.", False),
    ("We will close [[the pool and]] the school.", False),
    ("We will close [[the pool, the hall and]] the school.", False),
    ("We will close [[the pool, at last,]] and the school.", False),
    ("We met [[the writer and friend of]] the school.", False),
    ("We met at [[noon, in Rome]] the other school.", False),
    ("Le maire a sauvé [[le pont et pillé]] la caisse du village.", True),
    ("Il sindaco vuole avere [[la pace e odia]] le tasse dei poveri.", True),
    ("El alcalde quiere [[la paz y odia]] los impuestos de los pobres.", True),
    ("El alcalde quiere [[una ley que suprime]] los impuestos de los pobres.", True),
    ("O prefeito quer [[a paz e odeia]] os impostos dos pobres.", True),
    ("Wir wollen am Ende [[den Frieden und hassen]] die Steuern der Stadt.", True),
    ("De burgemeester wil [[vrede en haat]] de belasting van de stad.", True),
    ("Borgmästaren vill ha [[fred och hatar]] sina skatter i den här staden.", True),
    ("La sécurité [[et le choix]] des mots sont à nous tous.", False),
    # two verbs of one ending, where no article tells
    ("Мы закроем [[бассейн и сохраним]] школу.", True),
    ("Мы купили [[молоко и хлеб]] детям города.", False),
    ("Мы закроем [[и сохраним]] школу.", False),
    # a comma and what joins a clause on
    ("Der Bürgermeister lobt [[den Mann, der]] die Schule der Stadt schließt.", True),
    ("Wir schließen im Mai [[das Bad, um]] die Schule der Stadt zu retten.", True),
    ("Wir loben heute [[den Mann und]] die Schule der Stadt.", False),
    # a subject
    ("The drug is safe [[for adults, and it is bad]] when the children get it.", True),
    ("The mayor left [[when the thieves]] stole all of the money.", True),
    ("The mayor left [[all when his friend]] stole all of the money.", True),
    ("The mayor left all [[after his death]] to men of the town.", False),
    ("The vaccine [[arrived late; the virus]] caused two deaths.", True),
    ("The vaccine [[arrived late, the virus]] caused two deaths.", True),
    ("The vaccine [[arrived late and the virus]] caused two deaths.", True),
    ("The vaccine [[came and the virus]] may cause two deaths.", True),
    ("The house [[of the old and the new]] owner was sold in May.", False),
    ("The north [[and the east]] of the city was closed.", False),
    ("The bank [[and it]] paid for all of the men.", False),
    # a clause about a noun of the gap
    ("The mayor [[sued the man who had]] stolen the boat.", True),
    ("The mayor likes [[women who pay]] taxes to the state.", True),
    ("The men [[of Elm who came]] were glad of the boat.", False),
    ("The law [[that was passed in May]] protects all children.", False),
    # what somebody knows or says
    ("The council [[has learned that the owner]] will close the school.", True),
    ("The council [[knows the owner]] will close the school.", True),
    ("The council [[hopes the owner of the land]] will close the school.", True),
    ("The council [[knows the law, as planned,]] will close the school.", False),
    ("The council [[announcement]] will close the school.", False),
    # the same beginning
    ("Trade rose [[in April and fell]] in May of the year.", True),
    ("Trade rose [[in April, fell]] in May of the year.", True),
    ("Trade rose [[in April and then]] in May of the year.", False),
    ("Prices rose by [[3 percent and wages by]] 5 percent in May.", True),
    ("Prices rose by [[3,000 crowns of the old]] 5,000 in May.", False),
    # a mark behind what is quoted
    ("We will close [[the pool and keep]] the school, at last.", True),
    ("The council [[has learned that the owner]] will close the school, at last.", True),
    ("The council [[knows the owner]] will close the school, at last.", True),
    # bounds
    ("We will close [[the pool; now all]] old schools.", True),
    ("We will close [[and keep]] the school.", True),
    ("The council [[has learned from the men that the owner]] will close the school.", True),
    ("The council [[has learned from all the men that the owner]] will close the school.", False),
    ("The council [[knows the owner of the old land]] will close the school.", False),
    ("The council [[knows men of Elm]] will close the school.", False),
    ("The mayor [[sued the men who all had]] seen the boat.", True),
    ("The mayor [[sued the man whom she had]] seen in the boat.", True),
    ("The mayor [[sued men, that had]] stolen the boat.", True),
    ("The vaccine [[arrived late and the old virus]] caused two deaths.", True),
    ("The vaccine [[arrived late and the very old virus]] caused two deaths.", False),
    ("We cut [[pools and put]] schools in order.", False),
    ("Мы закроем [[бассейн и сохраним всем]] школу.", False),
    ("В мае мы закроем [[бассейн и сохраним]] школу.", True),
    ("Wir loben heute [[den Mann der]] die Schule der Stadt schließt.", False),
    ("Wir loben heute [[den Mann, und]] die Schule der Stadt.", False),
    ("We will close [[pools, and this old bank keeps the]] school.", True),
    ("我们将关闭[[城里的]]学校，保留大楼。", False),
    ("We will close [[the pool—keep]] the school.", True),
    ("We closed the pool[[, sold]] the school.", True),
    ("We will [[surely close]] the school, at last.", False),
    ("We will sell [[the mill, which they own,]] the school and the land.", False),
    ("We walked [[home to]] the school of the town.", False),
    ("The men [[who have]] come are ill.", False),
    ("The council [[knows the owner]] that will close the school.", True),
    ("The vaccine [[arrived late and the other virus]] caused two deaths.", True),
    # scripts without blanks
    ("我们将关闭[[泳池，保留]]学校，大楼。", True),
    ("我们将关闭[[泳池，保留]]学校大楼。", True),
    ("我们将关闭[[泳池，]]学校大楼。", False),
    ("我们将关闭[[城里的]]学校大楼。", False),
]


@pytest.mark.parametrize(("marked", "asks"), CASES)
def test_a_person_is_asked_about_a_clause_that_goes_on_behind_an_omission(
    marked: str, *, asks: bool
) -> None:
    anchor = locate(*with_omission(marked))

    assert anchor.passes
    assert [str(each.turn or "") for each in anchor.omissions] == ["subject" if asks else ""]
