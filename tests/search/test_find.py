"""`claimcheck find`: passages that speak of a claim, and claims that say the same."""

from __future__ import annotations

import json
import os
import random
import re
from contextlib import AbstractContextManager, nullcontext
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.anchor import Fit, Text, locate, too_short
from claimcheck.dossier import strict_yaml
from claimcheck.model import Config
from claimcheck.search.duplicates import duplicates, nearest_claim
from claimcheck.search.project_index import open_index
from claimcheck.search.sentences import MAX_SENTENCE_CHARACTERS, quote_of_span, sentence_spans
from claimcheck.system import cache
from claimcheck.system.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

CLAIM = "claim: The bridge was closed in April.\n"
DAILY = (
    "The council met on Tuesday.\n\nThe “old” bridge was closed on 3 April — for a month. "
    "Nobody was hurt.\n\fIt reopened in May, the council said. Nobody was hurt.\n"
)
FILES: dict[str, str | bytes] = {
    "claims/bridge-closed.yaml": CLAIM,
    "sources/daily.yaml": "title: Daily\npublisher: Daily\nfile: daily.txt\n",
    "sources/daily.txt": DAILY,
    "sources/river.yaml": "title: Walks along the river\nfile: river.txt\n",
    "sources/river.txt": "Ten walks lead along the river. One of them crosses a bridge.\n",
    "sources/scan.yaml": "title: A scan\nfile: scan.pdf\n",
    "sources/scan.pdf": b"%PDF-1.4 nothing to see",
}


def schema(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(
        (files("claimcheck") / "formats" / "schemas" / f"{name}.json").read_text("utf-8")
    )
    return value


def find_json(run: Run, root: Path, *arguments: str) -> dict[str, Any]:
    result = run("-C", root, "find", *arguments, "--format", "json")
    assert result.status in {0, 1}
    value: dict[str, Any] = json.loads(result.out)
    schema_of_answer = schema("passages")
    jsonschema.validate(value, schema_of_answer)
    assert set(value) == set(schema_of_answer["properties"])
    for passage in value["passages"]:
        assert set(passage) == set(schema_of_answer["$defs"]["passage"]["properties"])
    return value


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a cache of its own."""
    folder = tmp_path_factory.mktemp("own") / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


# What is found, and how it is said


def test_passages_are_shown_best_first_with_place_and_words_marked(run: Run, write: Write) -> None:
    result = run("-C", write(FILES), "find", "the bridge closed")

    assert result.status == 0
    assert result.out == (
        "1   daily  sources/daily.txt:3:1  page 1\n"
        "    Daily\n"
        "    >>The “old” bridge was closed on 3 April — for a month.<< Nobody was hurt.\n"
        "    It reopened in May, the council said. Nobody was hurt.\n"
        "\n"
        "2   river  sources/river.txt:1:33\n"
        "    Walks along the river\n"
        "    Ten walks lead along the river. >>One of them crosses a bridge.<<\n"
        "\n"
        "2 passages; 2 sources searched; not searched: 1 source without a text that can\nbe read\n"
        "cite one: the same command with --claim ID --link supports N\n"
        "it takes the sentence between >> and <<, and not what is around it\n"
    )


def test_one_source_does_not_crowd_out_the_others(run: Run, write: Write) -> None:
    many = "".join(f"The ferry to the island sank on day {day} of May.\n\n" for day in range(1, 9))
    files: dict[str, str | bytes] = {
        "sources/many.yaml": "title: Many\nfile: many.txt\n",
        "sources/many.txt": many,
        "sources/other.yaml": "title: Other\nfile: other.txt\n",
        "sources/other.txt": "It was a calm week in spring. Somebody saw the ferry there.\n",
    }

    value = find_json(run, write(files), "the ferry to the island sank", "--limit", "4")
    alone = find_json(
        run, write(files), "the ferry to the island sank", "--limit", "4", "--source", "many"
    )

    sources = [passage["source"] for passage in value["passages"]]
    assert sources == ["many", "other", "many", "many"]
    assert len(alone["passages"]) == 4


def test_a_larger_limit_only_adds_passages(run: Run, write: Write) -> None:
    many = "".join(f"The ferry to the island sank on day {day} of May.\n\n" for day in range(1, 9))
    few = "Somebody saw the ferry there. Nobody saw the island. It sank in the night, they say.\n"
    files: dict[str, str | bytes] = {
        "sources/few.yaml": "title: Few\nfile: few.txt\n",
        "sources/few.txt": few,
        "sources/many.yaml": "title: Many\nfile: many.txt\n",
        "sources/many.txt": many,
    }
    root = write(files)

    def quotes(limit: int) -> list[str]:
        value = find_json(run, root, "the ferry to the island sank", "--limit", str(limit))
        return [passage["quote"]["exact"] for passage in value["passages"]]

    most = quotes(11)
    assert len(most) == 11
    assert [quotes(limit) for limit in range(1, 11)] == [most[:limit] for limit in range(1, 11)]


def test_a_source_of_many_sentences_does_not_crowd_out_the_others(run: Run, write: Write) -> None:
    files: dict[str, str | bytes] = {
        "sources/many.yaml": "title: Many\nfile: many.txt\n",
        "sources/many.txt": "".join(
            f"The ferry to the island sank on day {day}.\n\n" for day in range(60)
        ),
        "sources/other.yaml": "title: Other\nfile: other.txt\n",
        "sources/other.txt": "It was a calm week in spring. Somebody saw the ferry there.\n",
    }

    value = find_json(run, write(files), "the ferry to the island sank", "--limit", "2")

    assert [passage["source"] for passage in value["passages"]] == ["many", "other"]


def test_records_of_one_file_do_not_crowd_out_the_others(run: Run, write: Write) -> None:
    files: dict[str, str | bytes] = {
        f"sources/again-{number}.yaml": "title: Again\nfile: many.txt\n" for number in range(4)
    }
    files["sources/many.txt"] = "The ferry to the island sank.\n"
    files["sources/other.yaml"] = "title: Other\nfile: other.txt\n"
    files["sources/other.txt"] = "It was a calm week in spring. Somebody saw the ferry there.\n"

    value = find_json(run, write(files), "the ferry to the island sank", "--limit", "3")

    sources = [passage["source"] for passage in value["passages"]]
    assert sources == ["again-0", "other", "again-1"]


def test_a_claim_is_looked_for_by_its_words_and_its_passages_are_marked(
    run: Run, write: Write
) -> None:
    root = write(FILES)
    quote = "bridge was closed on 3 April - for a month"
    linking = ("link", "bridge-closed", "daily", "--stance", "supports", "--quote", quote)
    assert run("-C", root, *linking).status == 0

    value = find_json(run, root, "--claim", "bridge-c")

    assert value["claim"] == "bridge-closed"
    assert value["passages"][0]["linked"] == [
        {"claim": "bridge-closed", "item": 1, "stance": "supports"}
    ]
    assert value["passages"][1]["linked"] == []
    assert "linked: bridge-closed item 1 supports" in run("-C", root, "find", "closed").out


def test_a_claim_that_escapes_a_sources_name_is_marked_too(run: Run, write: Write) -> None:
    evidence = 'evidence:\n  - {source: "d\\x61ily", stance: context, quote: Nobody was hurt. It}\n'
    root = write({**FILES, "claims/hurt.yaml": f"claim: Nobody was hurt.\n{evidence}"})

    linked = [passage["linked"] for passage in find_json(run, root, "Nobody was hurt")["passages"]]

    assert linked[0] == [{"claim": "hurt", "item": 1, "stance": "context"}]


def test_yaml_is_evidence_to_be_pasted(run: Run, write: Write) -> None:
    root = write(FILES)
    result = run("-C", root, "find", "Nobody was hurt", "--format", "yaml")

    path = root / "claims/bridge-closed.yaml"
    path.write_text(CLAIM + result.out, "utf-8")

    assert strict_yaml.read(path.read_bytes()).flaws == ()
    value = json.loads(run("-C", root, "show", "bridge-closed", "--format", "json").out)
    assert [(item["source"], item["fit"], item["stance"]) for item in value["evidence"]] == [
        ("daily", "verbatim", "unset"),
        ("daily", "verbatim", "unset"),
    ]
    assert 'page: "2"' in result.out


def test_what_says_the_same_twice_is_told_apart(run: Run, write: Write) -> None:
    quotes = [
        passage["quote"] for passage in find_json(run, write(FILES), "nobody hurt")["passages"]
    ]

    assert [each["exact"] for each in quotes] == ["Nobody was hurt."] * 2
    assert len({(each["prefix"], each["suffix"]) for each in quotes}) == 2


@pytest.mark.parametrize("words", ["", "  ", "the of", "snow", "東京", "…", "*", '"', "\x1b[31m"])
def test_nothing_is_found_where_nothing_is_said(run: Run, write: Write, words: str) -> None:
    result = run("-C", write(FILES), "find", words)

    if words.strip():
        assert (result.status, result.err) == (1, "")
        assert result.out.startswith("no passage; 2 sources searched")
    else:
        assert result.status == 2
        assert "there is nothing to look for" in result.err


def test_a_project_without_sources_has_no_passages(run: Run, write: Write) -> None:
    result = run("-C", write({"claims/a.yaml": CLAIM}), "find", "bridge")

    assert (result.status, result.out) == (
        1,
        "no passage: pin a document with `claimcheck source add FILE` first\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--claim", "bridge-clsed"), "did you mean bridge-closed?"),
        (("bridge", "--link", "supports", "1"), "--link needs --claim"),
        (("--claim", "bridge-closed", "--link", "supports", "9"), "no passage 9 in the answer"),
        (("--claim", "bridge-closed", "--link", "supports", "0"), "no passage 0 in the answer"),
        (("bridge", "--source", "dayly"), "did you mean daily?"),
        (("bridge", "--source", "scan"), "there is no source 'scan' with a text"),
        (("bridge", "--limit", "0"), "not in the range"),
        (("bridge", "--format", "html"), "there are json, terminal, yaml"),
        (("bridge", "--duplicates"), "leave the rest out"),
        (("--duplicates", "--format", "yaml"), "there is no format 'yaml' for duplicates"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    run: Run, write: Write, arguments: tuple[str, ...], message: str
) -> None:
    result = run("-C", write(FILES), "find", *arguments)

    assert result.status == 2
    assert message in result.err


def test_a_passage_can_be_cited_at_once(run: Run, write: Write) -> None:
    root = write(FILES)

    result = run("-C", root, "find", "--claim", "bridge-closed", "--link", "supports", "1")

    assert result.status == 0
    assert result.out.endswith("status supported (was unsourced)\n")
    assert (root / "claims/bridge-closed.yaml").read_text("utf-8") == (
        f"{CLAIM}evidence:\n  - source: daily\n    stance: supports\n"
        "    quote: The “old” bridge was closed on 3 April — for a month.\n"
        '    page: "1"\n'
    )


def test_sources_and_number_can_be_chosen(run: Run, write: Write) -> None:
    root = write(FILES)

    assert [
        passage["source"] for passage in find_json(run, root, "bridge", "--limit", "1")["passages"]
    ] == [find_json(run, root, "bridge")["passages"][0]["source"]]
    inside = find_json(run, root, "bridge", "--source", "river")
    assert ([passage["source"] for passage in inside["passages"]], inside["searched"]) == (
        ["river"],
        1,
    )


def test_what_sources_print_cannot_reach_the_terminal(run: Run, write: Write) -> None:
    text = "The bridge \x1b[31mwas red\u202e and closed.\n"
    root = write({**FILES, "sources/daily.txt": text, "sources/river.txt": text})

    for style in ("terminal", "yaml"):
        result = run("-C", root, "find", "closed bridge red", "--format", style)
        assert "\x1b" not in result.out
        if style == "terminal":
            assert "\u202e" not in result.out


@pytest.mark.skipif(os.name != "posix", reason="such names are POSIX's")
def test_a_file_whose_name_is_no_id_cites_nothing(run: Run, write: Write) -> None:
    evidence = (
        "evidence:\n  - {source: daily, stance: context, quote: The council met on Tuesday}\n"
    )
    root = write({**FILES, "claims/x\x1b[31m\n.yaml": f"{CLAIM}{evidence}"})

    (passage, *_rest) = find_json(run, root, "the council met")["passages"]

    assert passage["linked"] == []
    assert "\x1b" not in run("-C", root, "find", "the council met").out


# The index that is kept


def again(run: Run, root: Path, turn: int) -> object:
    """Look for the same in other words, so that nothing but the index is known from before."""
    return find_json(run, root, "closed bridge" + " the" * turn)["passages"]


@pytest.mark.usefixtures("own")
def test_an_edited_source_alone_is_indexed_again(write: Write) -> None:
    root = write(FILES)
    numbers: list[int] = []

    def progress(sources: int) -> AbstractContextManager[None]:
        numbers.append(sources)
        return nullcontext()

    def title_of_first(text: str) -> str:
        index = open_index(Folder(root), Config(), "a project", progress)
        source, _sentence, _score = index.index.rank_sentences(text)[0]
        return index.sources[source].title

    assert title_of_first("closed bridge") == "Daily"
    assert title_of_first("closed bridge") == "Daily"
    (root / "sources/river.txt").write_text("A second bridge is closed.\n")

    assert title_of_first("second bridge closed") == "Walks along the river"
    assert numbers == [2, 1]


def test_an_edited_source_is_answered_from_as_it_is(run: Run, write: Write, own: Path) -> None:
    root = write(FILES)
    first = find_json(run, root, "bridge")
    find_json(run, root, "bridge the")
    assert find_json(run, root, "bridge") == first
    (root / "sources/river.txt").write_text("A second bridge is closed.\n")

    changed = find_json(run, root, "closed bridge")

    assert changed["passages"][0]["quote"]["exact"] == "A second bridge is closed."
    assert own.is_dir()
    assert changed == find_json(run, root, "closed bridge", "--no-cache")


def test_citing_is_never_answered_from_before(run: Run, write: Write, own: Path) -> None:
    root = write(FILES)
    citing = ("-C", root, "find", "--claim", "bridge-closed", "--link", "context", "1")
    shown = ("-C", root, "find", "--claim", "bridge-closed")

    before = run(*shown)
    assert run(*citing).status == run(*citing).status == 0

    assert run(*shown) != before
    assert "linked: bridge-closed item 2 context" in run(*shown).out
    assert own.is_dir()


def test_what_was_kept_is_never_trusted_when_damaged(run: Run, write: Write, own: Path) -> None:
    root = write(FILES)
    first = find_json(run, root, "closed bridge")
    (entry,) = (own / "search").iterdir()
    whole = entry.read_bytes()
    chance = random.Random(1)

    for turn in range(1, 31):
        cut = chance.randrange(len(whole))
        damaged = bytearray(whole[: cut if chance.random() < 0.5 else None])
        if len(damaged) == len(whole):
            damaged[cut] ^= 1 << chance.randrange(8)
        entry.write_bytes(bytes(damaged))
        assert again(run, root, turn) == first["passages"]


def test_an_entry_of_another_form_is_none(run: Run, write: Write, own: Path) -> None:
    root = write(FILES)
    first = find_json(run, root, "closed bridge")
    (entry,) = (own / "search").iterdir()

    foreign = (b"", b"\0" * 40, b"\0" * 7 + b"\2[]" + b"\0" * 7 + b"\2{}")
    for turn, data in enumerate(foreign, start=1):
        cache.put("search", entry.name, data)
        assert again(run, root, turn) == first["passages"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a matter of POSIX")
def test_where_nothing_can_be_kept_the_answer_is_the_same(
    run: Run, write: Write, own: Path
) -> None:
    root = write(FILES)
    first = find_json(run, root, "closed bridge")
    for path in (own / "search").iterdir():
        path.unlink()
    (own / "search").rmdir()
    (own / "search").write_text("a file where a folder should be")

    assert again(run, root, 1) == first["passages"]


@pytest.mark.parametrize(
    "flaw",
    [
        {"sources/daily.yaml": "title: [\n"},
        {"sources/daily.txt": b"\xff\xfe\x00bridge"},
        {"sources/daily.txt": b""},
        {"claims/broken.yaml": "claim: [\n"},
        {"claims/broken.yml": "claim: x\n"},
        {"sources/daily.yaml": "title: Daily\nfile: ../claims/bridge-closed.yaml\n"},
    ],
)
def test_flaws_elsewhere_stop_no_search(
    run: Run, write: Write, flaw: dict[str, str | bytes]
) -> None:
    value = find_json(run, write({**FILES, **flaw}), "walks along a bridge")

    assert value["passages"][0]["source"] == "river"


# Whatever is shown can be quoted

PIECES = st.sampled_from(
    [
        "The bridge", "was closed", "Nobody", "5", "3.5 %", "1,000", ". ", "! ", "? ", "\n", "\n\n",
        " ", "  ", "“", "”", '"', "'", "(", ")", "[sic]", "[", "]", "…", "...", "- ", "-", "—",
        "Mr. ", "é", "e\u0301", "\u00ad", "\u200b", "\ufeff", "\u00a0", "\f", "\r\n", "ﷺ", "🙂",
        "東京は大きい。", "_so_", "*x*", "ﬁn", "\x07", "| a | b |", "no-", "§ 4", "ه",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(deadline=None)
@example("Nobody was hurt. " * 30)
@example("word " * 500)
@example("a" * 3000)
@example("Closed. \x01\x02. \x03 The bridge\x04 was.")
def test_every_quotation_that_is_offered_stands_in_its_text(text: str) -> None:
    whole = Text(text)
    spans = sentence_spans(text)

    assert spans == sorted(spans)
    assert all(0 < end - start <= MAX_SENTENCE_CHARACTERS for start, end in spans)
    assert not any(re.search("[\x00-\x08\x0e-\x1f]", text[start:end]) for start, end in spans)
    for start, end in spans:
        quote = quote_of_span(whole, start, end)
        if quote is not None:
            anchor = locate(quote, whole)
            assert anchor.fit in {Fit.VERBATIM, Fit.NORMALIZED}
            assert (anchor.start, anchor.end) == (start, end)
            assert not too_short(quote)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_every_visible_sign_is_in_some_sentence(text: str) -> None:
    inside = {at for start, end in sentence_spans(text) for at in range(start, end)}

    assert not [at for at, sign in enumerate(text) if sign.isalnum() and at not in inside]


def test_the_sentences_of_a_document_can_be_quoted() -> None:
    text = DAILY + "“Why?” she asked. He [the mayor] said “no”. The rest — 4,5 % – is in Table 2."
    whole = Text(text)

    assert [text[a:b] for a, b in sentence_spans(text) if quote_of_span(whole, a, b) is None] == []


# Claims that say the same

SAME = {
    "closed": "The Elm Street bridge was closed on 3 April 2021.",
    "closing": "On 3 April 2021, the bridge in Elm Street was closed.",
    "day": "The Elm Street bridge was closed on 4 April 2021.",
    "open": "The Elm Street bridge was not closed on 3 April 2021.",
    "bread": "Bread cost 4.5 % more in 2023.",
    "empty": "…",
    "void": "…",
}


def test_claims_that_say_the_same_are_named_once() -> None:
    assert [(pair.first, pair.second) for pair in duplicates(SAME)] == [("closed", "closing")]


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        (
            "Two of the five bridges over the river were closed.",
            "Three of the five bridges over the river were closed.",
        ),
        (
            "Der Rat hat keinem Antrag auf Verlegung der Haltestelle zugestimmt.",
            "Der Rat hat einem Antrag auf Verlegung der Haltestelle zugestimmt.",
        ),
        (
            "Nadie del consejo municipal votó contra el puente.",
            "El consejo municipal votó contra el puente.",
        ),
        (
            "Nikt z rady miejskiej nie głosował przeciwko budowie mostu.",
            "Rada miejska głosowała przeciwko budowie mostu.",
        ),
        ("The new vaccine is safe for children.", "The new vaccine is unsafe for children."),
        ("Die neue Brücke ist nun sicher.", "Die neue Brücke ist nun unsicher."),
        ("The law was passed before the election.", "The law was passed after the election."),
        ("Exports to China rose in spring.", "Exports from China rose in spring."),
        ("More than half of voters support it.", "Less than half of voters support it."),
        ("Norcast Ltd sued Brightwell plc in 2023.", "Brightwell plc sued Norcast Ltd in 2023."),
        ("Norcast verklagte Brightwell im Mai.", "Brightwell verklagte Norcast im Mai."),
        ("The town of Norwich is larger than Ely.", "Ely is larger than the town of Norwich."),
    ],
)
def test_claims_that_negate_or_count_otherwise_are_not_the_same(claim: str, other: str) -> None:
    assert duplicates({"claim": claim, "other": other}) == []
    assert nearest_claim(claim, {"other": other}) is None


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("Norcast sued Brightwell in 2023.", "Brightwell was sued by Norcast in 2023."),
        ("The council closed the bridge in May.", "In May the council closed the bridge."),
        ("Im Mai verklagte Norcast die Firma.", "Norcast verklagte die Firma im Mai."),
        (
            "Prince Karl married Princess Anna in Oslo.",
            "Princess Anna married Prince Karl in Oslo.",
        ),
        ("Paris is the capital of France.", "The capital of France is Paris."),
        ("Of exports to the States half came from the States.",) * 2,
    ],
)
def test_claims_that_order_words_otherwise_are_the_same(claim: str, other: str) -> None:
    assert [pair.likeness for pair in duplicates({"claim": claim, "other": other})] == [100.0]


@given(st.permutations(sorted(SAME)))
@settings(max_examples=settings().max_examples // 5, deadline=None)
def test_the_order_of_claims_changes_nothing(order: list[str]) -> None:
    assert duplicates({name: SAME[name] for name in order}) == duplicates(SAME)


def test_the_nearest_claim_differs_in_no_number_and_no_negation() -> None:
    assert nearest_claim("the bridge in Elm Street was closed on 3 April 2021", SAME) == "closed"
    assert nearest_claim("the bridge in Elm Street was closed on 5 April 2021", SAME) is None
    assert nearest_claim("the bridge in Elm Street was never closed on 4 April 2021", SAME) is None
    assert nearest_claim("…", SAME) is None
    assert nearest_claim("Anything", {}) is None


def test_pairs_are_shown_with_their_files(run: Run, write: Write) -> None:
    root = write({f"claims/{name}.yaml": f"claim: {text}\n" for name, text in SAME.items()})

    result = run("-C", root, "find", "--duplicates")
    value = json.loads(run("-C", root, "find", "--duplicates", "--format", "json").out)

    assert result.status == 0
    assert "  closed  claims/closed.yaml:1:8\n" in result.out
    assert result.out.endswith("7 claims: 1 pair that may say the same\n")
    jsonschema.validate(value, schema("duplicates"))
    assert [claim["id"] for claim in value["pairs"][0]["claims"]] == ["closed", "closing"]
    assert run("-C", write({"claims/closing.yaml": CLAIM}), "find", "--duplicates").status == 1


def test_a_new_claim_that_repeats_another_is_written_with_a_warning(run: Run, write: Write) -> None:
    root = write(FILES)

    result = run("-C", root, "new", "In April, the bridge was closed.")

    assert result.status == 0
    assert result.err == (
        "warning: this nearly repeats 'bridge-closed': The bridge was closed in April.\n"
    )
    assert run("-C", root, "new", "In April, the bridge was not closed.").err == ""


def test_words_stand_out_by_colour_where_there_is_one(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    monkeypatch.setenv("FORCE_COLOR", "1")

    result = run("-C", root, "find", "walks", "--limit", "1")

    assert ">>Ten \x1b[1;33mwalks\x1b[0m lead along the river.<< One of them" in result.out
    assert "it takes the sentence between >> and <<" in result.out


@pytest.mark.parametrize("columns", [20, 40])
def test_passages_keep_to_a_narrow_screen(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    root = write(FILES)
    monkeypatch.setenv("COLUMNS", str(columns))

    result = run("-C", root, "find", "closed bridge")

    assert all(len(line) <= columns for line in result.out.splitlines())


def test_a_claim_of_an_accent_alone_is_like_no_other(run: Run, write: Write) -> None:
    root = write({"claims/mark.yaml": 'claim: "\\u0301"\n', "claims/more.yaml": "claim: It is.\n"})

    assert run("-C", root, "find", "--duplicates").status == 1


def test_of_many_records_of_one_file_twenty_are_searched(write: Write, run: Run) -> None:
    records = {
        f"sources/again-{number:02}.yaml": "title: Again\nfile: daily.txt\n" for number in range(30)
    }
    root = write({**FILES, **records})

    answer = find_json(run, root, "bridge closed in April", "--limit", "50")

    sources = {passage["source"] for passage in answer["passages"]}
    assert answer["searched"] == 21
    assert answer["unsearched"] == 1
    assert {f"again-{number:02}" for number in range(20)} <= sources
