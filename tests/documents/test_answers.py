"""Answers of models as their services write them: what is stated, and what is cited for it.

The answers are of our own making, in the shapes that the services document or send.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.answer import AnswerCitation, read_answer
from claimcheck.documents.answer_text import CitedSpan, statements_of
from claimcheck.model.errors import AnswerError

if TYPE_CHECKING:
    from claimcheck.documents.answer import Statement

DAM = "https://daily.example/dam"
COST = "https://weekly.example/cost"
HELD = "The dam held in the storm of May."


def read(answer: object) -> list[Statement]:
    data = answer if isinstance(answer, str) else json.dumps(answer)
    return list(read_answer(data.encode()))


def stated_in(answer: object) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each statement with the first name and the quotation of what it cites."""
    return [
        (each.text, [(cited.names[0], cited.quote) for cited in each.citations])
        for each in read(answer)
    ]


def texts(answer: object) -> list[str]:
    return [each.text for each in read(answer)]


# --- texts: sentences, items, marks ---


def spans(raw: str, *cited: tuple[str, str]) -> list[CitedSpan]:
    """Return a span for each part of a text, and what is cited for it."""
    return [
        CitedSpan(raw.index(part), raw.index(part) + len(part), AnswerCitation("", (name,)))
        for part, name in cited
    ]


def stated(raw: str, *cited: tuple[str, str]) -> list[tuple[str, list[str]]]:
    return [
        (each.text, [citation.names[0] for citation in each.citations])
        for each in statements_of(raw, spans(raw, *cited))
    ]


def test_a_statement_is_the_whole_sentence_around_what_is_cited() -> None:
    assert stated("It is not true that the dam held. It rained.", ("the dam held", "a")) == [
        ("It is not true that the dam held.", ["a"]),
        ("It rained.", []),
    ]


def test_a_part_of_several_sentences_is_cited_for_each() -> None:
    assert stated("It rained. The dam held. It was May.", ("rained. The dam held.", "a")) == [
        ("It rained.", ["a"]),
        ("The dam held.", ["a"]),
        ("It was May.", []),
    ]


def test_a_mark_belongs_to_the_sentence_before_it() -> None:
    raw = "It rained.[1] The dam [2] held [3]. [4] It was May.\n\n[5] Nobody was hurt."
    marks = [(f"[{number}]", str(number)) for number in range(1, 6)]

    assert stated(raw, *marks) == [
        ("It rained.", ["1"]),
        ("The dam held.", ["2", "3", "4"]),
        ("It was May.", []),
        ("Nobody was hurt.", ["5"]),
    ]


def test_items_of_lists_and_rows_of_tables_stay_apart() -> None:
    raw = (
        "# The storm\n\nThree things happened:\n\n- **Storm:** The dam held\n"
        "* The road was\n  closed. Nobody came.\n1. It rained\n\n"
        "| Year | Cost |\n|---|---|\n| 2020 | 12 crowns |\n| 2021 | 13 crowns |\n"
    )

    statements = list(statements_of(raw, []))

    assert [each.text for each in statements] == [
        "Storm: The dam held",
        "The road was closed.",
        "Nobody came.",
        "It rained",
        "2020 | 12 crowns",
        "2021 | 13 crowns",
    ]
    assert statements[0].context == ("The storm", "Three things happened:")
    assert statements[-1].context == ("The storm", "Year | Cost")


def test_a_row_keeps_its_cells_and_loses_the_marks_between_them() -> None:
    raw = f"| Fact | From |\n|---|---|\n| The dam held. It was new. | ([daily]({DAM})) |\n"

    assert stated(raw) == [("The dam held. It was new.", ["daily"])]


@pytest.mark.parametrize("denial", ["This is not true.", "That is a lie.", "False."])
def test_a_sentence_that_is_called_false_keeps_what_says_so(denial: str) -> None:
    raw = f"It rained for days. The dam broke in the storm. {denial} Nobody was hurt."

    assert stated(raw, ("The dam broke in the storm.", "a")) == [
        ("It rained for days.", []),
        (f"The dam broke in the storm. {denial}", ["a"]),
        ("Nobody was hurt.", []),
    ]


def test_a_heading_that_is_cited_is_a_statement() -> None:
    assert stated("## The dam held\n\nIt rained.", ("The dam held", "a")) == [
        ("The dam held", ["a"]),
        ("It rained.", []),
    ]


def test_linked_words_stay_and_linked_marks_go() -> None:
    raw = f"The [Daily]({DAM}) says so ([daily.example]({DAM})). It rained.[[1]]({DAM})"

    assert stated(raw) == [("The Daily says so.", ["Daily", DAM]), ("It rained.", [DAM])]


def test_lines_that_only_name_addresses_state_nothing() -> None:
    assert stated(f"It rained.\n\n{DAM}\n- {COST}\n---\n") == [("It rained.", [])]


WORDS = st.sampled_from(
    ["The dam held", "It rained", "12.5 crowns", "No. 5", "Dr. Ng", "洪水。", "never", "e.g.", "😀"]
)
GLUE = st.sampled_from(
    [" ", ". ", ".[1] ", "\n- ", "\n\n", ": ", "** ", f" [x]({DAM}) ", ", ", "? "]
)


@given(st.lists(st.tuples(WORDS, GLUE), min_size=1, max_size=12))
def test_no_word_of_a_text_is_lost(pieces: list[tuple[str, str]]) -> None:
    raw = "".join(word + glue for word, glue in pieces)

    rest = " ".join(
        f"{' '.join(each.context)} {each.text}" for each in statements_of(raw, [])
    ).replace("*", "")

    for word, _ in pieces:
        if any(map(str.isalnum, word)):
            assert word in rest


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_and_any_place_is_read(raw: str, start: int, length: int) -> None:
    citation = AnswerCitation("", ("a",))
    statements = list(statements_of(raw, [CitedSpan(start, start + length, citation)]))

    assert not statements or any(each.citations for each in statements)


# --- Anthropic ---


def text_block(text: str, *citations: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": text, **({"citations": list(citations)} if citations else {})}


def web(words: str, url: str = DAM, title: str = "Report of dam") -> dict[str, Any]:
    return {"type": "web_search_result_location", "url": url, "title": title,
            "encrypted_index": "Eo8B", "cited_text": words}  # fmt: skip


SEARCHED: dict[str, Any] = {
    "type": "message",
    "role": "assistant",
    "content": [
        text_block("I'll look that up."),
        {"type": "server_tool_use", "id": "s", "name": "web_search", "input": {"query": "dam"}},
        {"type": "web_search_tool_result", "tool_use_id": "s", "content": []},
        text_block("Reports differ. It is disputed that "),
        text_block("the dam held", web(HELD)),
        text_block(", and that "),
        text_block("nobody was hurt", web("Nobody was hurt.", COST, "Cost")),
        text_block("."),
    ],
}  # fmt: skip
SEARCHED_TOLD = [
    ("I'll look that up.", []),
    ("Reports differ.", []),
    (
        "It is disputed that the dam held, and that nobody was hurt.",
        [("Report of dam", HELD), ("Cost", "Nobody was hurt.")],
    ),
]


def anthropic_events() -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = [{"type": "message_start", "message": {"content": []}}]
    for index, block in enumerate(SEARCHED["content"]):
        is_text = block["type"] == "text"
        start = {"type": "text", "text": "", "citations": []} if is_text else block
        events.append({"type": "content_block_start", "index": index, "content_block": start})
        if is_text:
            half = len(block["text"]) // 2
            deltas = [
                {"type": "text_delta", "text": block["text"][:half]},
                *({"type": "citations_delta", "citation": c} for c in block.get("citations", [])),
                {"type": "text_delta", "text": block["text"][half:]},
            ]
            events += [{"type": "content_block_delta", "index": index, "delta": d} for d in deltas]
        events.append({"type": "content_block_stop", "index": index})
    return [*events, {"type": "message_delta", "delta": {"stop_reason": "end_turn"}}]


def sse(events: list[dict[str, Any]], *, named: bool = True) -> str:
    lines = [
        (f"event: {event.get('type', 'x')}\n" if named else "") + f"data: {json.dumps(event)}\n\n"
        for event in events
    ]
    return "".join(lines)


@pytest.mark.parametrize(
    "answer",
    [
        SEARCHED,
        [SEARCHED],
        {"messages": [{"role": "user", "content": "Did it?"}, SEARCHED]},
        SEARCHED["content"],
        anthropic_events(),
        sse(anthropic_events()),
        "\n".join(map(json.dumps, anthropic_events())),
        {"custom_id": "a", "result": {"type": "succeeded", "message": SEARCHED}},
        json.dumps({"custom_id": "a", "result": {"type": "errored", "error": {}}})
        + "\n"
        + json.dumps({"custom_id": "b", "result": {"type": "succeeded", "message": SEARCHED}}),
    ],
    ids=[
        "message",
        "list",
        "conversation",
        "blocks",
        "events",
        "sse",
        "jsonl",
        "envelope",
        "batch",
    ],
)
def test_anthropics_answers_are_read_however_they_come(answer: object) -> None:
    assert stated_in(answer) == SEARCHED_TOLD


def test_a_passage_that_web_search_cut_off_ends_with_its_last_whole_word() -> None:
    cut = f"{'The keeper and his wife carried sand. ' * 4}In the morn..."
    block = text_block("They carried sand.", web(cut), web("It ends here..."))

    (statement,) = read({"role": "assistant", "content": [block]})

    assert [cited.quote for cited in statement.citations] == [
        f"{'The keeper and his wife carried sand. ' * 4}In the",
        "It ends here...",
    ]


def test_a_passage_of_several_blocks_has_blanks_between_them() -> None:
    cited = {"type": "content_block_location", "document_index": 0, "document_title": None,
             "cited_text": "The dam held.It rained.", "start_block_index": 0,
             "end_block_index": 2}  # fmt: skip

    (statement,) = read({"content": [text_block("It held.", cited)]})

    (citation,) = statement.citations
    assert (citation.quote, citation.names) == ("The dam held. It rained.", ("document 0",))
    assert citation.joined


def test_signs_of_control_in_a_passage_do_not_spoil_it() -> None:
    blocks = [text_block("The dam held.\fIt rained.", web("\ufeffThe dam\x02 held\fin May."))]

    assert stated_in({"content": blocks}) == [
        ("The dam held.", [("Report of dam", "The dam held in May.")]),
        ("It rained.", [("Report of dam", "The dam held in May.")]),
    ]


def test_citations_that_come_before_their_text_belong_to_the_next_sentence() -> None:
    blocks = [text_block("", web(HELD)), text_block("The dam held.")]

    assert stated_in({"content": blocks}) == [("The dam held.", [("Report of dam", HELD)])]


# --- OpenAI and those who write alike ---


def note(raw: str, part: str, **more: object) -> dict[str, Any]:
    start = raw.index(part)
    return {"type": "url_citation", "start_index": start, "end_index": start + len(part), **more}


LISTED = (
    f"## What we know\n\n- **Storm:** The dam held. ([daily]({DAM}))\n- It cost 12 crowns. "
    f"([weekly]({COST}))\n\nNobody asked."
)
NOTES = [
    note(LISTED, f"([daily]({DAM}))", url=DAM, title="Report of dam"),
    note(LISTED, f"([weekly]({COST}))", url=COST, title="Cost"),
]
LISTED_TOLD = [
    ("Storm: The dam held.", [("Report of dam", "")]),
    ("It cost 12 crowns.", [("Cost", "")]),
    ("Nobody asked.", []),
]
RESPONSE = {
    "object": "response",
    "output": [
        {"type": "web_search_call", "id": "ws", "status": "completed"},
        {"type": "message", "role": "assistant", "content": [
            {"type": "output_text", "text": LISTED, "annotations": NOTES, "logprobs": []},
        ]},
    ],
}  # fmt: skip
RESPONSE_EVENTS: list[dict[str, Any]] = [
    {"type": "response.created", "response": {"output": []}},
    {"type": "response.output_text.delta", "output_index": 1, "content_index": 0,
     "delta": LISTED[:9]},
    {"type": "response.output_text.delta", "output_index": 1, "content_index": 0,
     "delta": LISTED[9:]},
    *({"type": "response.output_text.annotation.added", "output_index": 1, "content_index": 0,
       "annotation": each} for each in NOTES),
]  # fmt: skip
CHAT_NOTES = [
    {"type": "url_citation", "url_citation": {k: v for k, v in each.items() if k != "type"}}
    for each in NOTES
]
CHAT = {
    "choices": [{"message": {"role": "assistant", "content": LISTED, "annotations": CHAT_NOTES}}]
}
CHUNKS = [
    {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": delta}]}
    for delta in ({"content": LISTED[:40]}, {"content": LISTED[40:]}, {"annotations": CHAT_NOTES})
]


@pytest.mark.parametrize(
    "answer",
    [
        RESPONSE,
        RESPONSE["output"],
        [*RESPONSE_EVENTS, {"type": "response.completed", "response": RESPONSE}],
        sse(RESPONSE_EVENTS),
        {"custom_id": "a", "response": {"status_code": 200, "body": RESPONSE}, "error": None},
        CHAT,
        sse(CHUNKS, named=False) + "data: [DONE]\n\n",
        {"custom_id": "a", "response": {"status_code": 200, "body": CHAT}, "error": None},
    ],
    ids=["response", "output", "events", "cut-off", "batch", "chat", "chunks", "chat-batch"],
)
def test_openais_answers_are_read_however_they_come(answer: object) -> None:
    assert stated_in(answer) == LISTED_TOLD


def chat(content: str, **more: object) -> dict[str, Any]:
    return {"choices": [{"message": {"role": "assistant", "content": content, **more}}]}


def test_an_annotation_without_a_place_goes_where_the_text_links_its_address() -> None:
    raw = f"It rained. The dam held [daily.example]({DAM}?utm_source=openai). It was May."
    annotation = {"type": "url_citation", "url_citation": {"url": DAM, "title": "A",
                  "content": HELD}}  # fmt: skip

    assert stated_in(chat(raw, annotations=[annotation])) == [
        ("It rained.", []),
        ("The dam held.", [("A", HELD)]),
        ("It was May.", []),
    ]


def test_an_annotation_without_any_place_is_the_whole_answers() -> None:
    annotation = {"type": "url_citation", "url_citation": {"url": DAM, "content": HELD}}

    statements = read(chat("The dam held.", annotations=[annotation]))
    two = read(chat("The dam held. It rained.", annotations=[annotation]))

    assert [cited.placed for each in statements for cited in each.citations] == [True]
    assert [cited.placed for each in two for cited in each.citations] == [False, False]


def test_one_annotation_beyond_the_text_does_not_spoil_the_others() -> None:
    raw = f"It rained. The dam held. [x]({DAM})"
    far = {"type": "url_citation", "start_index": 900, "end_index": 950, "url": COST}
    near = note(raw, f"[x]({DAM})", url=DAM)

    cited = {
        each.text: [c.names[0] for c in each.citations]
        for each in read(chat(raw, annotations=[far, near]))
    }

    assert cited["The dam held."] == [DAM]


def test_a_file_citation_may_quote() -> None:
    thread = {"object": "list", "data": [{
        "object": "thread.message", "role": "assistant", "content": [{"type": "text", "text": {
            "value": "The dam held【4:0†dam.txt】. It rained.",
            "annotations": [{"type": "file_citation", "text": "【4:0†dam.txt】",
                             "file_citation": {"file_id": "file-1", "quote": HELD}}],
        }}],
    }]}  # fmt: skip

    assert stated_in(thread) == [("The dam held.", [("dam.txt", HELD)]), ("It rained.", [])]


def test_azures_marks_stand_for_the_documents_of_its_context() -> None:
    context = {"citations": [
        {"title": "Cost", "content": "It cost 12.", "filepath": "cost.pdf", "chunk_id": "0"},
        {"title": "Dam", "content": HELD, "filepath": "dam.pdf", "chunk_id": "1"},
    ]}  # fmt: skip

    assert stated_in(chat("The dam held [doc2]. It rained.", context=context)) == [
        ("The dam held.", [("Dam", HELD)]),
        ("It rained.", []),
    ]


@pytest.mark.parametrize(
    "beside",
    [
        {"citations": [DAM, COST]},
        {"citations": [DAM, COST], "search_results": [
            {"title": "Dam", "url": DAM}, {"title": "Cost", "url": COST, "snippet": "It cost."}]},
        {"search_results": [{"title": "Dam", "url": DAM}, {"title": "Cost", "url": COST}]},
    ],
)  # fmt: skip
def test_perplexitys_numbers_stand_for_its_lists(beside: dict[str, Any]) -> None:
    answer = {**chat("The dam held[1]. It cost 12 crowns.[2][1] It rained."), **beside}

    names = [{c.names[-1] for c in each.citations} for each in read(answer)]

    assert texts(answer) == ["The dam held.", "It cost 12 crowns.", "It rained."]
    assert names == [{DAM}, {COST, DAM}, set()]


def test_sources_without_marks_are_the_whole_answers() -> None:
    answer = {**chat("The dam held. It rained."), "citations": [DAM]}

    assert [[c.placed for c in each.citations] for each in read(answer)] == [[False], [False]]


def test_xais_linked_numbers_are_taken_out_and_name_addresses() -> None:
    raw = f"The dam held.[[1]]({DAM}) It cost 12 crowns.[[2]]({COST})"
    response = {"output": [{"type": "message", "content": [{"type": "output_text", "text": raw,
        "annotations": [
            {"type": "url_citation", "title": "1", "url": DAM, "start_index": 0, "end_index": 0},
            {"type": "url_citation", "title": "2", "url": COST, "start_index": 0, "end_index": 0},
        ]}]}]}  # fmt: skip

    expected = [("The dam held.", [(DAM, "")]), ("It cost 12 crowns.", [(COST, "")])]
    assert stated_in(response) == expected
    assert stated_in({**chat(raw), "citations": [COST, DAM, "https://c.example"]}) == expected


def test_litellm_hands_on_what_anthropic_cites() -> None:
    citations = [[{**web(HELD), "supported_text": "The dam held."}]]
    answer = chat("The dam held. It rained.", provider_specific_fields={"citations": citations})

    assert stated_in(answer) == [("The dam held.", [("Report of dam", HELD)]), ("It rained.", [])]


def test_links_are_citations_where_there_are_no_others() -> None:
    raw = f"The dam held, says [the Daily]({DAM}). It rained.\n\n**Sources:**\n1. [Cost]({COST})"

    assert stated_in(chat(raw)) == [
        ("The dam held, says the Daily.", [("the Daily", "")]),
        ("It rained.", []),
        ("Cost", [("Cost", "")]),
    ]


def test_numbers_that_a_text_explains_itself_are_citations() -> None:
    raw = f"The dam held [1]. It cost 12 crowns.[2]\n\n[1]: {DAM}\n[2] The cost of dams, {COST}\n"

    assert stated_in(chat(raw)) == [
        ("The dam held.", [(DAM, "")]),
        ("It cost 12 crowns.", [("The cost of dams", "")]),
    ]


def test_a_message_in_parts_has_references_behind_them() -> None:
    parts = [
        {"type": "text", "text": "The dam held"},
        {"type": "tool_reference", "tool": "web_search", "title": "Dam", "url": DAM},
        {"type": "text", "text": ". It rained"},
        {"type": "reference", "reference_ids": [3]},
        {"type": "text", "text": "."},
    ]

    assert stated_in({"choices": [{"message": {"role": "assistant", "content": parts}}]}) == [
        ("The dam held.", [("Dam", "")]),
        ("It rained.", [("reference 3", "")]),
    ]


def test_a_text_with_all_that_its_blocks_cite_is_read() -> None:
    assert stated_in({"text": "The dam held.", "citations": [web(HELD)]}) == [
        ("The dam held.", [("Report of dam", HELD)])
    ]


# --- Gemini ---

GEMINI_TEXT = "Der Fluß stieg. The dam held. It rained."
GROUNDING = {
    "webSearchQueries": ["dam"],
    "groundingChunks": [
        {"web": {"uri": "https://vertexaisearch.example/a", "title": "daily.example"}},
        {"retrievedContext": {"uri": "gs://x/dam.pdf", "title": "dam.pdf", "text": HELD,
                              "ragChunk": {"pageSpan": {"firstPage": 2, "lastPage": 3}}}},
    ],
    "groundingSupports": [
        # In bytes: the first sentence has a letter of two.
        {"segment": {"endIndex": 16, "text": "Der Fluß stieg."}, "groundingChunkIndices": [0]},
        {"segment": {"startIndex": 17, "endIndex": 30, "text": "The dam held."},
         "groundingChunkIndices": [0, 1], "confidenceScores": [0.9, 0.8]},
    ],
}  # fmt: skip
GEMINI_TOLD = [
    ("Der Fluß stieg.", [("daily.example", "")]),
    ("The dam held.", [("daily.example", ""), ("dam.pdf", HELD)]),
    ("It rained.", []),
]


def gemini(text: str, **more: object) -> dict[str, Any]:
    content = {"role": "model", "parts": [{"text": "Hm.", "thought": True}, {"text": text}]}
    return {"candidates": [{"content": content, **more}]}


def snake(value: object) -> object:
    if isinstance(value, dict):
        return {
            "".join(f"_{c.lower()}" if c.isupper() else c for c in key): snake(part)
            for key, part in value.items()
        }
    return [snake(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "answer",
    [
        gemini(GEMINI_TEXT, groundingMetadata=GROUNDING, finishReason="STOP"),
        snake(gemini(GEMINI_TEXT, groundingMetadata=GROUNDING, finishReason="STOP")),
        [gemini(GEMINI_TEXT[:20]),
         gemini(GEMINI_TEXT[20:], groundingMetadata=GROUNDING, finishReason="STOP")],
        {"key": "a", "response": gemini(GEMINI_TEXT, groundingMetadata=GROUNDING)},
        {**chat(GEMINI_TEXT), "vertex_ai_grounding_metadata": [GROUNDING]},
    ],
    ids=["json", "python", "stream", "batch", "litellm"],
)  # fmt: skip
def test_geminis_segments_are_grounded_in_chunks(answer: object) -> None:
    assert stated_in(answer) == GEMINI_TOLD


def test_a_chunk_of_a_document_has_its_pages() -> None:
    statement = read(gemini(GEMINI_TEXT, groundingMetadata=GROUNDING))[1]

    assert [cited.page for cited in statement.citations] == ["", "2-3"]


RIVER = "Der Fluß über der Brücke stieg. The dam held. It rained."


def recited(text: str) -> dict[str, Any]:
    start = RIVER.index(text)
    places = (len(RIVER[:at].encode()) for at in (start, start + len(text)))
    start_index, end_index = places
    return {"startIndex": start_index, "endIndex": end_index, "uri": DAM}


@pytest.mark.parametrize(
    "answer",
    [
        gemini(RIVER, citationMetadata={"citationSources": [recited("The dam held.")]}),
        snake(gemini(RIVER, citationMetadata={"citations": [recited("The dam held.")]})),
        [
            gemini(RIVER[:40], citationMetadata={"citationSources": [recited("The dam held.")]}),
            gemini(RIVER[40:], finishReason="STOP"),
        ],
    ],
    ids=["json", "python", "stream"],
)
def test_what_gemini_recites_is_cited_for_its_sentence_whatever_its_letters(
    answer: object,
) -> None:
    assert [bool(statement.citations) for statement in read(answer)] == [False, True, False]


def test_a_sign_that_parts_lines_elsewhere_ends_no_event_of_a_stream() -> None:
    chunk = {"choices": [{"index": 0, "delta": {"content": "The dam\u2028held. It rained."}}]}
    cited = {"choices": [{"index": 0, "delta": {}}], "citations": [DAM]}
    events = (f"data: {json.dumps(event, ensure_ascii=False)}\n\n" for event in (chunk, cited))

    statements = read_answer("".join(events).encode())

    assert [statement.text for statement in statements] == ["The dam held.", "It rained."]


INTERACTION_TEXT: dict[str, Any] = {
    "type": "text",
    "text": "The dam held. It rained.",
    "annotations": [
        {"type": "url_citation", "url": DAM, "title": "Dam", "start_index": 4, "end_index": 12}
    ],
}


@pytest.mark.parametrize(
    "answer",
    [
        {"id": "int_1", "steps": [
            {"type": "user_input", "content": [{"type": "text", "text": "Did it?"}]},
            {"type": "google_search_call", "id": "g", "arguments": {"queries": ["dam"]}},
            {"type": "model_output", "content": [INTERACTION_TEXT]},
        ]},
        {"id": "int_1", "role": "model", "outputs": [{"type": "thought"}, INTERACTION_TEXT]},
        sse([
            {"event_type": "interaction.created", "interaction": {"id": "int_1"}},
            {"event_type": "step.start", "index": 1, "step": {"type": "model_output",
             "content": [{"type": "text", "text": "The dam"}]}},
            {"event_type": "step.delta", "index": 1,
             "delta": {"type": "text", "text": " held. It rained."}},
            {"event_type": "step.delta", "index": 1, "delta": {"type": "text_annotation",
             "annotations": INTERACTION_TEXT["annotations"]}},
        ]),
    ],
    ids=["steps", "outputs", "stream"],
)  # fmt: skip
def test_geminis_interactions_are_read(answer: object) -> None:
    assert stated_in(answer) == [("The dam held.", [("Dam", "")]), ("It rained.", [])]


# --- Cohere, Bedrock ---

DOCUMENT = {"id": "doc_0", "title": "Dam", "snippet": HELD}
COHERE_CITATION = {"start": 4, "end": 12, "text": "dam held", "type": "TEXT_CONTENT",
                   "content_index": 0, "sources": [
                       {"type": "document", "id": "doc_0", "document": DOCUMENT}]}  # fmt: skip


@pytest.mark.parametrize(
    "answer",
    [
        {"id": "c", "message": {"role": "assistant", "citations": [COHERE_CITATION],
         "content": [{"type": "text", "text": "The dam held. It rained."}]}},
        {"text": "The dam held. It rained.", "documents": [DOCUMENT],
         "citations": [{"start": 4, "end": 12, "text": "dam held", "document_ids": ["doc_0"]}]},
        sse([
            {"type": "content-delta", "index": 0,
             "delta": {"message": {"content": {"text": "The dam held."}}}},
            {"type": "citation-start", "delta": {"message": {"citations": COHERE_CITATION}}},
            {"type": "content-delta", "index": 0,
             "delta": {"message": {"content": {"text": " It rained."}}}},
            {"type": "message-end"},
        ]),
    ],
    ids=["v2", "v1", "stream"],
)  # fmt: skip
def test_coheres_citations_quote_their_documents(answer: object) -> None:
    assert stated_in(answer) == [("The dam held.", [("Dam", HELD)]), ("It rained.", [])]


BEDROCK_CITATION = {
    "title": "Dam",
    "source": "dam.pdf",
    "sourceContent": [{"text": HELD}],
    "location": {"documentPage": {"documentIndex": 0, "start": 2, "end": 3}},
}


@pytest.mark.parametrize(
    "answer",
    [
        {"output": {"message": {"role": "assistant", "content": [
            {"text": "Some say that "},
            {"citationsContent": {"content": [{"text": "the dam held"}],
                                  "citations": [BEDROCK_CITATION]}},
            {"text": ". It rained."},
        ]}}, "stopReason": "end_turn"},
        [{"messageStart": {"role": "assistant"}},
         {"contentBlockDelta": {"contentBlockIndex": 0, "delta": {"text": "Some say that "}}},
         {"contentBlockDelta": {"contentBlockIndex": 1, "delta": {"text": "the dam held"}}},
         {"contentBlockDelta": {"contentBlockIndex": 1, "delta": {"citation": BEDROCK_CITATION}}},
         {"contentBlockDelta": {"contentBlockIndex": 2, "delta": {"text": ". It rained."}}}],
    ],
    ids=["converse", "stream"],
)  # fmt: skip
def test_bedrocks_blocks_quote_their_documents(answer: object) -> None:
    assert stated_in(answer) == [
        ("Some say that the dam held.", [("Dam", HELD)]),
        ("It rained.", []),
    ]
    assert read(answer)[0].citations[0].page == "2"


def test_bedrocks_web_grounding_follows_its_text() -> None:
    answer = {"output": {"message": {"content": [
        {"text": "The dam held."},
        {"citationsContent": {"citations": [
            {"location": {"web": {"url": DAM, "domain": "daily.example"}}}]}},
        {"text": " It rained."},
    ]}}}  # fmt: skip

    assert stated_in(answer) == [("The dam held.", [(DAM, "")]), ("It rained.", [])]


def test_bedrocks_knowledge_bases_quote_what_they_retrieved() -> None:
    answer = {
        "output": {"text": "The dam held. It rained."},
        "citations": [{
            "generatedResponsePart": {"textResponsePart": {
                "text": "The dam held.", "span": {"start": 0, "end": 12}}},
            "retrievedReferences": [{
                "content": {"text": HELD},
                "location": {"type": "S3", "s3Location": {"uri": "s3://bucket/dam.pdf"}},
                "metadata": {"x-amz-bedrock-kb-document-page-number": 3.0},
            }],
        }],
    }  # fmt: skip

    assert stated_in(answer) == [
        ("The dam held.", [("s3://bucket/dam.pdf", HELD)]),
        ("It rained.", []),
    ]
    assert read(answer)[0].citations[0].names == ("s3://bucket/dam.pdf", "dam.pdf")


@pytest.mark.parametrize("spans", [True, False])
def test_words_that_stand_twice_are_cited_where_the_answer_says(*, spans: bool) -> None:
    def part(start: int, name: str) -> object:
        span = {"span": {"start": start, "end": start + 3}} if spans else {}
        return {
            "generatedResponsePart": {"textResponsePart": {"text": "held", **span}},
            "retrievedReferences": [{"content": {"text": HELD}, "metadata": {"title": name}}],
        }

    text = "The dam held. The wall held. It rained."
    answer = {"output": {"text": text}, "citations": [part(8, "Dam"), part(23, "Wall")]}

    assert stated_in(answer) == [
        ("The dam held.", [("Dam", HELD)]),
        ("The wall held.", [("Wall", HELD)]),
        ("It rained.", []),
    ]


def test_coheres_words_are_looked_for_near_their_place() -> None:
    # The service counts the signs of a thought before it, too.
    citation = {**COHERE_CITATION, "start": 24, "end": 28, "text": "held"}
    text = "The wall held. The dam held. It rained."
    answer = {"message": {"citations": [citation], "content": [{"type": "text", "text": text}]}}

    assert stated_in(answer) == [
        ("The wall held.", []),
        ("The dam held.", [("Dam", HELD)]),
        ("It rained.", []),
    ]


# --- frameworks ---

V1_BLOCK = {"type": "text", "text": "The dam held. It rained.", "annotations": [
    {"type": "citation", "url": DAM, "title": "Dam", "cited_text": HELD, "start_index": 0,
     "end_index": 13}]}  # fmt: skip


@pytest.mark.parametrize(
    "answer",
    [
        {"type": "ai", "content": [text_block("The dam held.", web(HELD, title="Dam")),
                                   text_block(" It rained.")]},
        {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "AIMessage"],
         "kwargs": {"content": [text_block("The dam held.", web(HELD, title="Dam")),
                                text_block(" It rained.")], "type": "ai"}},
        {"messages": [{"type": "human", "data": {"content": "Did it?"}},
                      {"type": "ai", "data": {"content": [V1_BLOCK]}}]},
        {"type": "ai", "content": [], "content_blocks": [{"type": "reasoning"}, V1_BLOCK]},
    ],
    ids=["v0", "dumped", "data", "v1"],
)  # fmt: skip
def test_langchains_messages_are_read(answer: object) -> None:
    assert stated_in(answer) == [("The dam held.", [("Dam", HELD)]), ("It rained.", [])]


def test_langchains_messages_have_more_beside() -> None:
    perplexity = {"type": "ai", "content": "The dam held[1]. It rained.",
                  "additional_kwargs": {"citations": [DAM]}}  # fmt: skip
    google = {"type": "ai", "content": GEMINI_TEXT,
              "response_metadata": {"grounding_metadata": snake(GROUNDING)}}  # fmt: skip

    assert stated_in(perplexity) == [("The dam held.", [(DAM, "")]), ("It rained.", [])]
    assert stated_in(google) == GEMINI_TOLD


def test_llamaindex_numbers_its_nodes() -> None:
    nodes = [
        {"node": {"id_": "n1", "text": "It cost 12.", "metadata": {"file_name": "cost.pdf"}},
         "score": 0.9},
        {"node": {"id_": "n2", "text": HELD,
                  "metadata": {"file_name": "dam.pdf", "page_label": "2"}}, "score": 0.8},
    ]  # fmt: skip
    answer = {"response": "The dam held [2]. It rained.", "source_nodes": nodes, "metadata": {}}

    assert stated_in(answer) == [("The dam held.", [("dam.pdf", HELD)]), ("It rained.", [])]
    assert read(answer)[0].citations[0].page == "2"


def test_nodes_without_marks_are_the_whole_answers() -> None:
    chain = {
        "question": "Did it?",
        "answer": "The dam held.",
        "context": [{"page_content": HELD, "metadata": {"source": "dam.txt"}, "type": "Document"}],
    }

    assert stated_in(chain) == [("The dam held.", [("dam.txt", HELD)])]


def test_all_steps_of_a_result_of_the_ai_sdk_are_read() -> None:
    source = {"type": "source", "sourceType": "url", "id": "0", "url": DAM, "title": "Dam"}
    call = {"type": "tool-call", "toolName": "search", "input": {}}
    steps = [
        {"content": [{"type": "text", "text": "I look it up"}, call]},
        {"content": [{"type": "text", "text": "The dam held."}, source]},
    ]

    statements = read({"steps": steps})

    assert [statement.text for statement in statements] == ["I look it up", "The dam held."]
    assert [cited.names[0] for cited in statements[1].citations] == ["Dam"]


def test_the_ai_sdks_sources_are_read() -> None:
    link = f"The dam held ([daily.example]({DAM})). It rained."
    source = {"type": "source", "sourceType": "url", "id": "0", "url": DAM, "title": "Dam"}
    document = {"type": "source-document", "sourceId": "1", "title": "Dam", "filename": "dam.pdf",
                "providerMetadata": {"anthropic": {"citedText": HELD}}}  # fmt: skip

    expected = [("The dam held.", [("Dam", "")]), ("It rained.", [])]
    assert stated_in({"text": link, "sources": [source]}) == expected
    assert (
        stated_in(
            {
                "role": "assistant",
                "parts": [
                    {"type": "step-start"},
                    {"type": "text", "text": link},
                    {"type": "source-url", "sourceId": "0", "url": DAM, "title": "Dam"},
                ],
            }
        )
        == expected
    )
    assert stated_in({"role": "assistant", "parts": [
        {"type": "text", "text": "The dam held."}, document,
        {"type": "text", "text": " It rained."}]}) == [
            ("The dam held.", [("Dam", HELD)]), ("It rained.", [])]  # fmt: skip
    assert stated_in([
        {"type": "text-start", "id": "0"},
        {"type": "text-delta", "id": "0", "delta": "The dam held."},
        document, {"type": "text-delta", "id": "1", "delta": " It rained."}, {"type": "finish"},
    ]) == [("The dam held.", [("Dam", HELD)]), ("It rained.", [])]  # fmt: skip


# --- what is told ---

KEYS = st.sampled_from(
    [
        "type", "text", "content", "choices", "message", "delta", "index", "annotations",
        "citations", "candidates", "parts", "groundingMetadata", "groundingChunks",
        "groundingSupports", "segment", "groundingChunkIndices", "web", "startIndex",
        "endIndex", "steps", "outputs", "step", "output", "citationsContent",
        "contentBlockDelta", "citation", "sources", "document_ids", "documents", "source_nodes",
        "node", "metadata", "response", "kwargs", "data", "id", "url", "title", "start", "end",
        "contentBlockIndex", "event_type", "interaction", "result", "custom_id", "body",
        "retrievedReferences", "generatedResponsePart", "textResponsePart", "span", "messages",
        "value", "additional_kwargs", "provider_specific_fields", "search_results",
        "sourceType", "page_content", "start_index", "end_index", "location",
        "providerMetadata", "context", "content_block",
    ]
)  # fmt: skip
KINDS = st.sampled_from(
    ["text", "ai", "message", "output_text", "model_output", "url_citation", "content_block_delta",
     "content_block_start", "text_delta", "citations_delta", "response.output_text.delta", "source",
     "step.delta", "content.delta", "citation-start", "content-delta", "text-delta", "source-url",
     "text-generation", "The dam held [1].", "https://a.example/b", "assistant", "x"]
)  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | KINDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=40,
)


@given(ANYTHING)
@settings(deadline=None)
def test_any_value_of_the_services_words_is_read_or_refused(value: object) -> None:
    try:
        statements = read(value)
    except AnswerError:
        return
    assert any(statement.citations for statement in statements)


@pytest.mark.parametrize(
    "answer",
    [
        chat("It rained."),
        {"content": [text_block("It rained.")]},
        gemini("It rained."),
        {"output": [{"type": "message", "content": [{"type": "output_text", "text": "It."}]}]},
    ],
)
def test_only_what_cites_nothing_is_said_to_cite_nothing(answer: object) -> None:
    with pytest.raises(AnswerError, match="cites nothing"):
        read(answer)


def test_a_bad_line_of_many_is_named() -> None:
    with pytest.raises(AnswerError, match="line 2, column 2: is no JSON"):
        read('{"content": []}\n{nope}\n')
