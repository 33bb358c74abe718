"""The long runs of text that two sources share."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor import SharedRun, Text, sharing
from claimcheck.anchor.shared_runs import hashes_of

WIRE = (
    "Governors of seven villages gave evidence on Monday that the river had overflowed the valley "
    "and that every vineyard above the village was gone before the evening"
)
OTHER = (
    "engineers from over the mountain have given the village a thousand bags of gravel and "
    "everybody is invited to give a hand at the bridge on Sunday when the governor visits"
)
# None of its letters are looked up: it is found by what stands beside it.
PLAIN = "she saw the boat come in at noon and sat on the stones to eat her bread and cheese "


def shared_runs(texts: dict[str, str], least: int = 120) -> list[SharedRun]:
    return list(sharing({name: Text(raw) for name, raw in texts.items()}, least).runs)


def letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def runs(texts: dict[str, str], least: int = 120) -> list[tuple[str, str, str]]:
    """Which texts share what; the words are the same on both sides, and counted."""
    shared = shared_runs(texts, least)
    for run in shared:
        first_text, second_text = (
            texts[run.first][slice(*run.first_span)],
            texts[run.second][slice(*run.second_span)],
        )
        assert first_text == second_text
        assert run.length == letters(first_text)
    return [(run.first, run.second, texts[run.first][slice(*run.first_span)]) for run in shared]


@pytest.mark.parametrize("shared", [WIRE, PLAIN * 120 + WIRE, f"{WIRE} {PLAIN * 120}".strip()])
@pytest.mark.parametrize(
    ("lead", "other_lead"), [("", ""), ("", "By wire: "), ("Our man: ", "By wire: ")]
)
@pytest.mark.parametrize(("tail", "other_tail"), [("", ""), (". So be it.", ""), (". A.", ". B.")])
def test_a_shared_run_is_found_from_end_to_end(
    shared: str, lead: str, other_lead: str, tail: str, other_tail: str
) -> None:
    texts = {"one": lead + shared + tail, "other": other_lead + shared + other_tail}
    assert runs(texts) == [("one", "other", shared)]


def test_typography_parts_no_run() -> None:
    texts = {"one": WIRE.upper(), "other": WIRE.replace(" ", "\n— ")}
    assert shared_runs(texts) == [
        SharedRun("one", (0, len(WIRE)), "other", (0, len(texts["other"])), letters(WIRE))
    ]


@pytest.mark.parametrize(("length", "is_run"), [(119, False), (120, True)])
def test_a_run_has_120_letters_and_digits(length: int, is_run: bool) -> None:
    shared = WIRE.replace(" ", "")[:length]
    assert bool(shared_runs({"one": f"{shared} A", "other": f"{shared} B"})) is is_run
    assert bool(shared_runs({"one": shared, "other": shared}, least=length))
    assert not shared_runs({"one": shared, "other": shared}, least=length + 1)


IN_OTHER_SCRIPTS = {
    "Cyrillic": "Министр заявил в понедельник, что правительство не намерено повышать налоги в "
    "этом году и что никаких исключений из этого правила не будет ни для одной из отраслей",
    "Greek": "Ο υπουργός δήλωσε τη Δευτέρα ότι η κυβέρνηση δεν σκοπεύει να αυξήσει τους φόρους "
    "φέτος και ότι δεν θα υπάρξει καμία εξαίρεση από τον κανόνα αυτόν για κανέναν κλάδο",
    "Chinese": "部长星期一表示政府无意在今年提高任何税收并且这项规定对任何行业都不会有"
    "例外他说这是经过长时间讨论之后作出的决定所有人都同意这样做因为国家的财政状况比去年好得多而且人民的生活"
    "也需要得到改善他还说明年将会公布新的计划届时每个城市都可以提出自己的意见并参加公开的讨论会议",
}


@pytest.mark.parametrize("shared", IN_OTHER_SCRIPTS.values(), ids=IN_OTHER_SCRIPTS)
def test_runs_are_found_in_any_script(shared: str) -> None:
    texts = {"one": f"Lead. {shared}. End.", "other": f"“{shared}”"}
    assert runs(texts, least=100) == [("one", "other", shared)]


@pytest.mark.parametrize("rare", ["g", "v"])
def test_runs_are_found_in_a_language_that_hardly_has_a_letter(rare: str) -> None:
    shared = WIRE.replace(rare, "")
    texts = {"one": f"Lead. {shared}. End.", "other": shared}
    assert runs(texts) == [("one", "other", shared)]


def test_each_pair_of_many_texts_is_told_its_own_run() -> None:
    """Be the two next to each other or not, and with however many landmarks in a run."""
    words = WIRE.split()
    result = {number: " ".join(words[number:] + words[:number]) for number in (1, 5, 7, 9)}
    texts = {f"{which}{number}": result[number] for which in "ab" for number in result}
    pairs = [(f"a{number}", f"b{number}", result[number]) for number in result]
    assert runs(texts, least=letters(WIRE)) == pairs


@pytest.mark.parametrize("sharing", [2, 8, 9])
def test_what_more_than_eight_texts_share_is_a_footer(sharing: int) -> None:
    texts = {f"text{number}": f"Number {number}. {WIRE}" for number in range(sharing)}
    pairs = [(first, second, WIRE) for first, second in combinations(texts, 2)]
    assert runs(texts) == (pairs if sharing <= 8 else [])


def test_runs_that_meet_in_one_text_are_two() -> None:
    """Though nothing of the second is looked up but its first letter."""
    second = (
        f"Vast was the boat, and {PLAIN}that the baker had left for her on the pier of the town"
    )
    texts = {"one": f"{WIRE}. {second}", "other": f"{second}: {WIRE}"}
    assert runs(texts) == [("one", "other", WIRE), ("one", "other", second)]


def test_a_lead_that_is_printed_twice_hides_nothing_of_what_follows_it() -> None:
    story = f"{WIRE} {OTHER}"
    texts = {"one": story, "other": f"{WIRE}. By our man. {story}"}
    assert runs(texts) == [("one", "other", WIRE), ("one", "other", OTHER)]


def test_texts_that_share_a_run_need_not_be_neighbours() -> None:
    texts = {"a": WIRE, "b": f"Vague as ever, the village gave nothing. {PLAIN}", "c": WIRE}
    assert runs(texts) == [("a", "c", WIRE)]


def test_a_short_run_is_none_beside_a_long_one() -> None:
    short = ("Gone is every vineyard and given away", "A gale over the roofs gave us grief")
    texts = {
        "one": f"{short[0]}. {WIRE}. {short[1]}.",
        "other": f"{short[1]}! {WIRE}! {short[0]}!",
    }
    assert runs(texts) == [("one", "other", WIRE)]


@given(st.integers(0, 1000), st.integers(0, 9000), st.integers(0, 9000), st.integers(1, 300))
def test_a_run_ends_where_the_texts_differ(number: int, before: int, behind: int, far: int) -> None:
    """However far that is from the letters that are looked up."""
    chance = random.Random(number)
    seldom = "".join(chance.choices("etaoinshrdlu", k=before + behind))
    shared = f"{seldom[:before]}given{'e' * 20}{seldom[before:]}"
    texts = {"one": "x" * far + shared + "y" * far, "other": "q" * far + shared + "w" * far}
    assert runs(texts, least=20) == [("one", "other", shared)]


def test_many_ids_of_one_text_hide_nothing_of_the_others() -> None:
    footer = {f"m{number:04}": f"{PLAIN}{WIRE}" for number in range(2_000)}
    own = {"a": f"Of Amiens. {WIRE[:60]}, {PLAIN * 3}", "b": f"Of Ghent. {PLAIN * 3}"}
    shared = {"c": WIRE.upper()[::-1], "z": f"Elsewhere: {WIRE.upper()[::-1]}."}

    assert {run[:2] for run in runs({**footer, **own, **shared})} == {("c", "z")} | {
        run[:2] for run in runs(own)
    }


def test_of_two_runs_that_overlap_the_first_is_told_and_of_the_second_what_is_left() -> None:
    """Where that is long enough."""
    short = "Gone is every vineyard above the village, and given away."
    story, other = f"{WIRE}. {short}", f"{WIRE}. By our man. {WIRE}. {short}"
    assert runs({"one": story, "other": other}) == [("one", "other", WIRE)]
    assert runs({"one": story, "other": other}, least=40) == [
        ("one", "other", WIRE),
        ("one", "other", short[:-1]),
    ]


@pytest.mark.parametrize(("times", "shared"), [(0, True), (1, True), (2, False)])
def test_what_stands_behind_a_refrain_is_looked_at_twice(times: int, shared: bool) -> None:
    refrain = "given to the children of his sister"
    story = f"{refrain}: {PLAIN * 2}"
    other = "".join(f"{refrain}. {'no ' * number}bananas " for number in range(1, times + 1))
    assert runs({"one": story, "other": f"{other}{story}"}) == (
        [("one", "other", story.rstrip())] if shared else []
    )


@pytest.mark.parametrize(
    ("of_g", "of_v", "landmarks"),
    [(50, 50, "g"), (50, 49, "gv"), (49, 51, "v"), (60, 50, "v"), (60, 40, "g"), (90, 5, "gv")],
)
def test_one_letter_is_looked_up_where_the_two_are_one_in_twenty(
    of_g: int, of_v: int, landmarks: str
) -> None:
    text = f"{'g' * of_g}{'v' * of_v}".ljust(2000, "a") + "g" * 500
    assert sharing({"a": Text(text)}).landmarks == landmarks


def test_in_other_scripts_one_letter_in_24_is_looked_up() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 239)))
    sketches = sharing({"a": Text(letters), "b": Text(letters + "的"), "c": Text("")}).sketches
    # That of the last has too little behind it, but for one more letter.
    runs_of = {name: len(sketch.hashes) // 4 for name, sketch in sketches.items()}
    assert runs_of == {"a": 9, "b": 10, "c": 0}


def test_of_the_runs_of_texts_those_that_two_have_are_remembered() -> None:
    shared = sharing({"a": Text(f"{OTHER} {WIRE}"), "b": Text(WIRE), "c": Text(OTHER[::-1])})
    hashes = {name: set(hashes_of(sketch)) for name, sketch in shared.sketches.items()}
    assert shared.repeated == hashes["a"] & hashes["b"] < hashes["a"]
    assert shared.boilerplate == set()


def test_what_texts_of_very_many_runs_share_is_found() -> None:
    chance = random.Random(9)
    lead, other = ("".join(chance.choices("gv", k=35_000)) for _ in range(2))
    texts = {"one": f"{lead} a {WIRE}!", "other": f"{WIRE}: b {other}"}
    assert runs(texts) == [("one", "other", WIRE)]
