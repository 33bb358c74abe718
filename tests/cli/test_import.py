"""`claimcheck import citations`: what a model says that it cites becomes drafts, nothing more."""

from __future__ import annotations

import io
import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents import answers
from claimcheck.documents.answer import AnswerCitation, Statement, read_answer
from claimcheck.dossier import strict_yaml
from claimcheck.editing import ClaimToWrite, EditError, EvidenceToWrite, claim_file
from claimcheck.model import Quote, Stance
from claimcheck.model.errors import AnswerError
from claimcheck.system import plugins

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

FILES: dict[str, str | bytes] = {
    "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily-page.txt\n"
    "url: https://www.daily.example/bridge/\n",
    "sources/daily-page.txt": "The bridge was “closed” on 3 April. Nobody was hurt.\n",
    "sources/report.yaml": "title: Report on bridges\nfile: report.txt\n",
    "sources/report.txt": "One page.\n\fThe bridge was shut in June, it says here.\n",
}


def block(text: str, *citations: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": text, "citations": list(citations) or None}


def cited(words: str, kind: str = "char_location", **more: object) -> dict[str, Any]:
    return {"type": kind, "cited_text": words, **more}


def message(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "message", "role": "assistant", "content": list(blocks), "id": "x"}


def imported(run: Run, root: Path, answer: object, *more: str) -> CommandResult:
    (root / "answer.json").write_text(json.dumps(answer), "utf-8")
    return run("-C", root, "import", "citations", root / "answer.json", *more)


def claims(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (root / "claims").iterdir()}


ANSWER = message(
    block("Two documents tell of it: "),
    block(
        "The bridge was closed in April.",
        cited('The bridge was "closed" on 3 April.\n', document_title="the daily"),
        cited("Nobody was hurt at all", document_index=0, document_title="the daily"),
    ),
    block(
        "It was shut in June, too.",
        cited(
            "The bridge was shut in June", "page_location", document_index=1,
            document_title="report.txt", start_page_number=2, end_page_number=3,
        ),
    ),
    block("."),
)  # fmt: skip
HEAD = (
    "# Drafted from an answer (import {}): word the claim so that it stands\n"
    "# alone, then judge each passage; its stance is supports, contradicts or context.\n"
)


def test_each_statement_becomes_a_draft_with_what_it_cites(run: Run, write: Write) -> None:
    root = write(FILES)

    result = imported(run, root, ANSWER, "--claimant", "A model", "--tag", "draft")

    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "wrote claims/two-documents-tell-it-bridge-closed.yaml: 2 passages\n"
        "wrote claims/shut-june-too.yaml: 1 passage\n"
        "2 claims, 3 passages: 2 appear in the source that is cited, 1 does not\n"
        "claims/two-documents-tell-it-bridge-closed.yaml:12:28: error[quote-altered] the "
        "quote is not what 'daily' prints\n"
        "claims/shut-june-too.yaml:9:12: warning[speaker-unstated] the quote seems to be relayed "
        "speech in 'report' ('it says here'), and no speaker is given\n"
        "next: `claimcheck judge`: does each passage support, contradict, or give context?\n"
    )
    assert claims(root)["two-documents-tell-it-bridge-closed.yaml"] == HEAD.format(
        "0b01bbb85f5f1bea"
    ) + (
        'claim: "Two documents tell of it: The bridge was closed in April."\n'
        "claimant: A model\ntags: [draft]\nevidence:\n"
        '  - source: daily\n    stance: unset\n    quote: The bridge was "closed" on 3 April.\n'
        "  - source: daily\n    stance: unset\n    quote: Nobody was hurt at all\n"
    )
    assert claims(root)["shut-june-too.yaml"].endswith(
        "  - source: report\n    stance: unset\n    quote: The bridge was shut in June\n"
        '    page: "2"\n'
    )


def test_the_gate_is_closed_until_a_person_has_judged(run: Run, write: Write) -> None:
    root = write(FILES)
    imported(run, root, ANSWER)
    draft = root / "claims" / "shut-june-too.yaml"

    before = run("-C", root, "check", "--format", "concise")
    draft.write_text(draft.read_text("utf-8").replace("unset", "supports"), "utf-8")
    after = run("-C", root, "check", "--format", "concise")

    assert before.status == after.status == 1
    assert before.out.count("error[stance-unset]") == 3
    assert after.out.count("error[stance-unset]") == 2
    assert "error[quote-altered]" in after.out
    assert "supported" in run("-C", root, "list").out


def test_an_answer_imported_twice_adds_nothing(run: Run, write: Write) -> None:
    root = write(FILES)
    imported(run, root, ANSWER)
    draft = root / "claims" / "two-documents-tell-it-bridge-closed.yaml"
    judged = draft.read_text("utf-8").replace("unset", "context").replace("hurt at all", "hurt")
    draft.write_text(judged.replace("in April.", "on 3 April 2021."), "utf-8")
    before = claims(root)

    result = imported(run, root, ANSWER)

    assert (result.status, claims(root)) == (0, before)
    assert result.out == "2 statements were imported before; nothing was added for them\n"
    named = "the daily=daily"
    assert imported(run, root, ANSWER, "--source", named) == result


def test_a_claim_that_is_there_gets_only_the_passages_that_it_lacks(run: Run, write: Write) -> None:
    mine = (
        '# mine\nclaim: "Two documents tell of it: The bridge  was closed in April."\n'
        "evidence:\n- source: daily\n"
        "  stance: supports\n  quote: The bridge was “closed” on 3 April.\n"
    )
    root = write({**FILES, "claims/mine.yaml": mine})

    result = imported(run, root, ANSWER)
    again = imported(run, root, ANSWER)

    assert result.out.startswith("added to claims/mine.yaml: 1 passage\n")
    assert claims(root)["mine.yaml"] == (
        mine + "- source: daily\n  stance: unset\n  quote: Nobody was hurt at all\n"
    )
    assert again.out == "2 statements were imported before; nothing was added for them\n"


def test_a_source_that_a_claim_does_not_cite_yet_is_not_passed_over(run: Run, write: Write) -> None:
    mine = (
        "claim: The bridge was closed.\nevidence:\n- source: daily\n"
        "  stance: supports\n  quote: Nobody was hurt at all\n"
    )
    root = write({**FILES, "claims/mine.yaml": mine})
    answer = {
        "choices": [{"message": {"content": "The bridge was closed[1]."}}],
        "citations": ["https://other.example/page"],
    }

    result = imported(run, root, answer)

    assert claims(root)["mine.yaml"] == mine
    assert "claims/mine.yaml is there: 1 source without a passage, which it does not cite\n" in (
        result.out
    )


@pytest.mark.parametrize("text", ["claim: Something else.\n", "claim: [broken\n"])
def test_an_id_that_is_taken_is_numbered(run: Run, write: Write, text: str) -> None:
    root = write({**FILES, "claims/Shut-June-Too.yaml": text})

    imported(run, root, ANSWER)

    assert "shut-june-too-2.yaml" in claims(root)
    assert claims(root)["Shut-June-Too.yaml"] == text


def test_an_answer_that_breaks_off_is_said_to(run: Run, write: Write) -> None:
    root = write(FILES)
    (root / "lines.jsonl").write_text(f'{json.dumps(ANSWER)}\n{{"content": [{{"ty', "utf-8")

    result = run("-C", root, "import", "citations", root / "lines.jsonl", "--dry-run")

    assert result.status == 0
    assert "would write claims/" in result.out
    assert result.err == (
        f"note: {root / 'lines.jsonl'}: it breaks off in its last event or line; what came before "
        "is read, and the rest is lost\n"
    )


def test_a_dry_run_writes_nothing(run: Run, write: Write) -> None:
    root = write(FILES)

    result = imported(run, root, ANSWER, "--dry-run")

    assert result.status == 0
    assert result.out.startswith(
        "would write claims/two-documents-tell-it-bridge-closed.yaml: 2 passages\n"
    )
    assert claims(root) == {}


@pytest.mark.parametrize(
    "names",
    [
        {"title": "DAILY"},
        {"title": "The  Daily"},
        {"url": "http://daily.example/bridge?utm_source=x#top", "title": "Some page"},
        {"source": "daily-page.txt"},
        {"document_title": "Daily.html"},
        {"document_title": None, "document_index": 7},
    ],
)
def test_a_source_is_known_by_any_of_its_names(
    run: Run, write: Write, names: dict[str, Any]
) -> None:
    root = write(FILES)
    answer = message(block("Nobody was hurt.", cited("Nobody was hurt.", **names)))
    more = ("--source", "document 7=daily") if "document_index" in names else ()

    result = imported(run, root, answer, *more)

    assert "1 claim, 1 passage: 1 appears in the source that is cited\n" in result.out
    assert "  - source: daily\n" in claims(root)["nobody-hurt.yaml"]


def test_a_document_that_is_only_numbered_is_the_one_source_that_has_the_words(
    run: Run, write: Write
) -> None:
    root = write(FILES)
    answer = message(
        block("It was closed.", cited('The bridge was "closed" on 3 April.', document_index=0)),
        block("It was short.", cited("hurt", document_index=1)),
        block("Nobody knew.", cited("Nobody knew of anything at all", document_index=1)),
    )

    result = imported(run, root, answer)

    assert "'document 0' is taken for daily, the only source that has its words\n" in result.out
    assert "no source here is called 'document 1'; it is written as document-1." in result.out
    assert "  - source: daily\n" in claims(root)["closed.yaml"]
    assert "  - source: document-1\n" in claims(root)["short.yaml"]


def test_a_source_that_is_none_keeps_the_gate_closed_and_says_how_to_pin_it(
    run: Run, write: Write
) -> None:
    root = write(FILES)

    result = imported(run, root, message(block("It rose.", cited("Up 4 %.", title="Price list!"))))

    assert result.status == 0
    assert (
        "no source here is called 'Price list!'; it is written as price-list. Pin it:\n"
        "  claimcheck source add FILE --id price-list\n"
    ) in result.out
    assert "error[unknown-source]" in run("-C", root, "check").out


def test_a_sentence_without_a_source_is_a_draft_that_says_so(run: Run, write: Write) -> None:
    root = write(FILES)
    text = "## The closing\n\nIt was feared:\n- It closed in June.\n- Nobody was hurt."
    cited_words = {"type": "char_location", "cited_text": "Nobody was hurt.", "title": "daily"}
    blocks = [block(text[:-16]), block(text[-16:], cited_words)]

    result = imported(run, root, message(*blocks), "--tag", "june")

    assert result.out == (
        "wrote claims/closed-june.yaml: uncited\n"
        "wrote claims/nobody-hurt.yaml: 1 passage\n"
        "2 claims, 1 passage: 1 appears in the source that is cited; 1 claim uncited\n"
        "next: `claimcheck judge`: does each passage support, contradict, or give context?\n"
    )
    assert claims(root)["closed-june.yaml"].splitlines()[2:] == [
        "# The answer cites nothing for it.",
        "# In the answer it stands beneath: The closing",
        "# In the answer it stands beneath: It was feared:",
        "claim: It closed in June.",
        "tags: [june, uncited]",
    ]
    assert "error[no-evidence]" in run("-C", root, "check").out


def test_two_pages_of_one_title_are_two_sources(run: Run, write: Write) -> None:
    root = write(FILES)
    pages = [
        cited("It rained.", title="The Daily", url="https://a.example/1"),
        cited("It snowed.", title="The Daily", url="https://b.example/2"),
        cited("It blew.", title="The Daily", url="https://a.example/1?utm_source=x"),
    ]

    result = imported(run, root, message(block("It was bad weather.", *pages)))

    assert (
        "no source here is called 'The Daily' (https://a.example/1); it is written as the-daily. "
        "Pin it:\n  claimcheck source add https://a.example/1 --id the-daily\n"
        "no source here is called 'The Daily' (https://b.example/2); it is written as the-daily-2. "
    ) in result.out
    written = claims(root)["bad-weather.yaml"]
    assert [line for line in written.splitlines() if "source:" in line] == [
        "  - source: the-daily",
        "  - source: the-daily-2",
        "  - source: the-daily",
    ]  # fmt: skip


def test_a_passage_of_several_parts_gets_the_blanks_of_its_source(run: Run, write: Write) -> None:
    root = write({**FILES, "sources/report.txt": "shut in june\nand open\nagain, it says\n"})
    parts = cited(
        "shut in juneand openagain", "content_block_location", title="report",
        start_block_index=0, end_block_index=3,
    )  # fmt: skip

    result = imported(run, root, message(block("It was shut in June.", parts)))

    assert "1 passage: 1 appears in the source that is cited" in result.out
    assert "quote: shut in june and open again\n" in claims(root)["shut-june.yaml"]


def test_a_source_of_the_whole_answer_is_named_in_what_cites_nothing(
    run: Run, write: Write
) -> None:
    root = write(FILES)
    said_by_model = {"content": "Nobody was hurt. It snowed."}
    answer = {
        "choices": [{"message": said_by_model}],
        "citations": ["https://daily.example/bridge"],
    }

    result = imported(run, root, answer)

    assert result.out.startswith(
        "wrote claims/nobody-hurt.yaml: 0 passages, 1 source without one\n"
    )
    assert claims(root)["snowed.yaml"].split("\n", 2)[2] == (
        "# The answer names this source, but not for which statement: daily "
        "(https://daily.example/bridge)\n"
        "claim: It snowed.\n"
    )


def test_the_folder_of_the_claims_is_made_where_git_kept_none(run: Run, write: Write) -> None:
    root = write(FILES)
    (root / "claims").rmdir()

    assert imported(run, root, ANSWER).status == 0
    assert len(claims(root)) == 2


def test_a_source_cited_without_a_passage_is_kept_as_a_remark(run: Run, write: Write) -> None:
    text = (
        "Nobody was hurt. ([daily.example](https://daily.example/bridge)) The bridge was shut, "
        "says the report 【4:0†report.pdf】, in June. Mr. Kole [1] denies it."
    )
    start = text.index("(")
    answer = {
        "output": [
            {"type": "reasoning"},
            {
                "type": "message",
                "content": [
                    {
                        "type": "output_text",
                        "text": text,
                        "annotations": [
                            {"type": "url_citation", "start_index": start, "end_index": 64,
                             "url": "https://daily.example/bridge", "title": "A page"},
                            {"type": "file_citation", "index": text.index("【"),
                             "file_id": "file-1", "filename": "report.txt"},
                            {"type": "url_citation", "start_index": text.index("denies"),
                             "end_index": len(text), "url": "https://daily.example/bridge"},
                            {"type": "file_path", "index": 3},
                        ],
                    }
                ],
            },
        ]
    }  # fmt: skip
    root = write(FILES)

    result = imported(run, root, answer)

    assert result.out.splitlines()[:3] == [
        "wrote claims/nobody-hurt.yaml: 0 passages, 1 source without one",
        "wrote claims/bridge-shut-says-report-june.yaml: 0 passages, 1 source without one",
        "wrote claims/mr-kole-denies-it.yaml: 0 passages, 1 source without one",
    ]
    written = claims(root)["nobody-hurt.yaml"].splitlines()
    assert written[2:] == [
        "# It cites this source, but no passage of it: daily (A page, https://daily.example/bridge)",
        "claim: Nobody was hurt.",
    ]
    assert "error[no-evidence]" in run("-C", root, "check").out


def test_a_chat_completion_is_read_alike() -> None:
    annotation = {
        "type": "url_citation",
        "url_citation": {
            "start_index": 17,
            "end_index": 20,
            "url": "https://a.example",
            "title": "A",
        },
    }
    result = {"content": "Nobody was hurt. [1]", "annotations": [annotation]}

    assert read_answer(json.dumps({"choices": [{"message": result}]}).encode()) == (
        Statement("Nobody was hurt.", (AnswerCitation("", ("A", "https://a.example")),)),
    )


def test_a_list_of_output_items_is_openais_and_no_conversation() -> None:
    annotation = {"type": "url_citation", "start_index": 17, "url": "https://a.example"}
    part = {"type": "output_text", "text": "Nobody was hurt. [1]", "annotations": [annotation]}
    items = [{"type": "reasoning"}, {"type": "message", "content": [part]}]

    assert read_answer(json.dumps(items).encode()) == (
        Statement("Nobody was hurt.", (AnswerCitation("", ("https://a.example",)),)),
    )


def test_shapes_that_are_tried_last_are_there() -> None:
    assert set(answers.BROAD_SHAPES) < set(plugins.names(answers))


def test_a_conversation_is_read_for_what_the_model_said() -> None:
    other = {"role": "user", "content": [block("I say so.", cited("x", title="A"))]}
    result = {
        "role": "assistant",
        "content": [block("It is so", cited("y", title="A")), block("!")],
    }
    alone = block(".", cited("z", title="A"))

    assert read_answer(json.dumps({"messages": [other, result]}).encode()) == (
        Statement("It is so!", (AnswerCitation("y", ("A",)),)),
    )
    assert read_answer(json.dumps([*result["content"], alone]).encode()) == (
        Statement("It is so!.", (AnswerCitation("y", ("A",)), AnswerCitation("z", ("A",)))),
    )


def test_a_plain_list_is_read_from_standard_input(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    given_ = [
        {"claim": "It closed.", "source": "daily", "quote": "Nobody was hurt."},
        {"claim": "It closed.", "source": "report", "quote": "shut in June", "page": 2},
    ]
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(given_).encode()))
    monkeypatch.setattr(sys, "stdin", stream)

    result = run("-C", root, "import", "citations", "-")

    assert result.out.startswith("wrote claims/closed.yaml: 2 passages\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "line 1, column 1: is no JSON: expecting value"),
        (b'{"content": [\n{,', "line 2, column 2: is no JSON: "),
        (b'[\n"\xff"]', "line 2: is not UTF-8"),
        (b'"a\x01"', "line 1, column 3: is no JSON: invalid control character at"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"a": ' * 100_000, "is nested too deeply"),
        (b"[" + b"9" * 10_000 + b"]", "holds a number that is too long"),
        (
            b'{"a": {"b": 1},\n "content": [{"b": 2}, {"type": "text",\n "type": "text"}]}',
            "line 2, column 24: an object has the key 'type' twice",
        ),
        (
            b'[{"0": 1, %s, "0": 2}]' % b", ".join(b'"%d": 1' % key for key in range(1, 150_000)),
            "an object has the key '0' twice",
        ),
        (
            b'[{%s, "0": 2}]' % b", ".join(b'"%d": 1' % key for key in range(150_000, -1, -1)),
            "an object has the key '0' twice",
        ),
        (b"[" + b"0," * 1_000_000 + b"0]", "holds more than 1,000,000 values"),
        (b'[{"claim": NaN}]', "NaN is no value of JSON"),
        (b"3", "is no answer whose shape is known"),
        (b"{}", "is no answer whose shape is known"),
        (b"[]", "is no answer whose shape is known"),
        (b'{"content": []}', "cites nothing, so there is nothing to import"),
        (b'{"content": [3]}', "cites nothing, so there is nothing to import"),
        (
            b'{"content": [{"type": "text", "text": 3}]}',
            "content[0].text must be a text",
        ),
        (
            b'{"content": [{"type": "text", "text": "a", "citations": {}}]}',
            "content[0].citations must be a list",
        ),
        (
            b'{"content": [{"type": "text", "text": "a", "citations": [{"cited_text": "b"}]}]}',
            "content[0].citations[0] does not say what it cites",
        ),
        (
            b'{"content": [{"type": "text", "text": "", "citations": [{"title": "b"}]}]}',
            "content[0] cites something, but says nothing",
        ),
        (
            b'{"messages": [{"content": [{"type": "text", "text": "a\\u001b[2J"}]}]}',
            "messages[0].content[0].text holds the control character U+001B",
        ),
        (b'[{"claim": "a\\ud800", "source": "b"}]', "[0].claim holds the control character U+D800"),
        (b'[{"claim": "a"}]', '[0] has no "source"'),
        (b'[{"claim": " ", "source": "b"}]', '[0] has an empty "claim"'),
        (b'[{"claim": "a", "source": "b", "qoute": "c"}]', "[0] has a key 'qoute'; known are"),
        (b'[{"claim": "a", "source": "b", "page": true}]', "[0].page must be a whole number"),
        (b'[{"claim": "a", "source": "b"}, 3]', "[1] must be an object"),
        (
            b'[{"claim": "' + b"a" * 30_000 + b'", "source": "b"}]',
            '[0] has a "claim" of more than 20,000 characters',
        ),
        (
            json.dumps(
                [{"claim": "a", "source": "b", "quote": f"c{at}"} for at in range(201)]
            ).encode(),
            "cites more than 200 passages for one statement",
        ),
        (
            b'{"choices": [{"message": {"annotations": [{"type": "url_citation", "url": "f"}]}}]}',
            "choices[0].message cites something, but says nothing",
        ),
        (b" " * ((16 << 20) + 1), "is larger than 16,777,216 bytes"),
    ],
)
def test_a_hostile_answer_is_refused_with_its_place(
    run: Run, write: Write, data: bytes, message: str
) -> None:
    root = write(FILES)
    (root / "answer.json").write_bytes(data)

    result = run("-C", root, "import", "citations", root / "answer.json")

    assert result.status == 2
    assert result.err.startswith(f"error: {root / 'answer.json'}: {message}")
    assert claims(root) == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gone.json",), "gone.json: there is no such file"),
        (("answer.json", "--source", "x"), "--source 'x' is not NAME=ID"),
        (("answer.json", "--source", "x=dail"), "there is no source 'dail'\n  help: did you mean"),
        (
            ("answer.json", "--source", "the dail=daily"),
            "cites nothing that is called 'the dail'\n  help: did you mean the daily?",
        ),
    ],
)
def test_what_cannot_be_done_is_refused(
    run: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    root = write(FILES)
    (root / "answer.json").write_text(json.dumps(ANSWER))
    monkeypatch.chdir(root)

    result = run("import", "citations", *arguments)

    assert result.status == 2
    assert message in result.err
    assert claims(root) == {}


WORDS = st.sampled_from(
    ["content", "text", "citations", "type", "message", "output", "output_text", "annotations",
     "choices", "url_citation", "title", "claim", "source", "quote", "cited_text", "index",
     "a b.", "", "[1]", "\u202e", "x: #y", "page"]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=30,
)


@given(
    JSON | JSON.map(lambda each: {"content": [{"type": "text", "text": "a", "citations": each}]})
)
@settings(deadline=None)
def test_any_json_is_read_or_refused_and_what_is_read_can_be_written(value: object) -> None:
    try:
        statements = read_answer(json.dumps(value).encode())
    except AnswerError:
        return
    for statement in statements:
        items = tuple(
            EvidenceToWrite("s", Stance.UNSET, Quote(citation.quote), page=citation.page or None)
            for citation in statement.citations
            if citation.quote
        )
        try:
            data = claim_file(ClaimToWrite(statement.text, evidence=items))
        except EditError:
            pytest.fail("what was read cannot be written")
        assert strict_yaml.read(data).flaws == ()


def test_thousands_of_names_that_come_to_one_id_are_told_apart(run: Run, write: Write) -> None:
    cited = [{"claim": f"No. {n}", "source": chr(0x4E00 + n)} for n in range(2_000)]

    result = imported(run, write({}), cited, "--dry-run")

    made = re.findall(r"it is written as (\S+)\. Pin it", result.out)
    assert len(set(made)) == len(made) == len(cited)
    assert {made[0], made[1], made[-1]} == {
        "unnamed-source", "unnamed-source-2", "unnamed-source-2000",
    }  # fmt: skip
