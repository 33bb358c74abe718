"""What stands around a passage is shown, whatever script it is written in."""

from __future__ import annotations

from claimcheck.assessment.passages import context_around


def test_context_is_cut_between_words() -> None:
    text = "word " * 100 + "QUOTED" + " word" * 100
    start = text.index("QUOTED")
    before, after = context_around(text, start, start + 6, 22)

    assert before == "… word word word word "
    assert after == " word word word word …"


def test_context_without_blanks_is_cut_between_signs() -> None:
    text = "榆树街的桥一直开放" * 40 + "没有关闭" + "市政府发言人表示" * 40
    start = text.index("没有关闭")
    before, after = context_around(text, start, start + 4, 20)

    assert before == "… " + text[start - 20 : start]
    assert after == text[start + 4 : start + 24] + " …"
