"""No statement of an answer is lost, in whatever shape, with whatever is missing or added in it.

Answers of every service are made up of sentences that cite something and sentences that do not, in
the shapes in which the services write them; then members are added, emptied and left out.
"""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.documents.answer import read_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Json = Any
# A sentence, and whether something is cited for it.
Said = tuple[str, bool]
URL = "https://daily.example/dam"
WORDS = "The dam held, the engineer wrote."
SIGNS = "😀" * 12
SUBJECTS = ("The dam", "Die Brücke", "El río", "Плотина", "ダム", "The 😀 sign", "It", "A “gate”")


def sentences(count: int, cited: Sequence[bool]) -> list[Said]:
    """Return sentences that are each told apart by a number word of its own."""
    names = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel")
    return [
        (f"{SUBJECTS[number % len(SUBJECTS)]} held {names[number]} that day.", cited[number])
        for number in range(count)
    ]


def whole(result: Sequence[Said]) -> str:
    return " ".join(text for text, _ in result)


def spans(result: Sequence[Said]) -> list[tuple[int, int, str, bool]]:
    """Return each sentence with its offsets in the whole text, in code points."""
    stretches, at = [], 0
    for text, cited in result:
        stretches.append((at, at + len(text), text, cited))
        at += len(text) + 1
    return stretches


def in_bytes(text: str, at: int) -> int:
    return len(text[:at].encode())


def web() -> dict[str, Json]:
    return {"type": "web_search_result_location", "url": URL, "title": "Dam",
            "encrypted_index": "x", "cited_text": WORDS}  # fmt: skip


def page() -> dict[str, Json]:
    return {"type": "page_location", "cited_text": WORDS, "document_index": 0,
            "document_title": "Dam", "start_page_number": 1, "end_page_number": 2}  # fmt: skip


def blocks(result: Sequence[Said], citation: Callable[[], Json]) -> list[Json]:
    parts = []
    for number, (text, cited) in enumerate(result):
        joint = " " if number else ""
        block: dict[str, Json] = {"type": "text", "text": joint + text}
        block["citations"] = [citation()] if cited else None
        parts.append(block)
    return parts


def anthropic(result: Sequence[Said]) -> Json:
    return {"id": "m", "type": "message", "role": "assistant", "content": blocks(result, web)}


def anthropic_documents(result: Sequence[Said]) -> Json:
    return {"type": "message", "role": "assistant", "content": blocks(result, page)}


def anthropic_events(result: Sequence[Said]) -> Json:
    message: Json = {"role": "assistant", "content": []}
    events: list[Json] = [{"type": "message_start", "message": message}, {"type": "ping"}]
    for index, block in enumerate(blocks(result, web)):
        start = {"type": "text", "text": "", "citations": []}
        events.append({"type": "content_block_start", "index": index, "content_block": start})
        deltas: list[Json] = [
            {"type": "text_delta", "text": part} for part in halves(block["text"])
        ]
        deltas += [
            {"type": "citations_delta", "citation": citation}
            for citation in block["citations"] or ()
        ]
        events += [
            {"type": "content_block_delta", "index": index, "delta": delta} for delta in deltas
        ]
        events.append({"type": "content_block_stop", "index": index})
    return [*events, {"type": "message_stop"}]


def halves(text: str) -> tuple[str, str]:
    return text[: len(text) // 2], text[len(text) // 2 :]


def anthropic_batch(result: Sequence[Said]) -> Json:
    return [
        {"custom_id": "a", "result": {"type": "errored", "error": {"type": "x"}}},
        {"custom_id": "b", "result": {"type": "succeeded", "message": anthropic(result)}},
    ]


def conversation(result: Sequence[Said]) -> Json:
    first, rest = result[:1], result[1:]
    messages = [{"role": "user", "content": "Did it?"}]
    # A message may be a plain text, without blocks.
    messages += [{"role": "assistant", "content": text} for text, cited in first if not cited]
    messages += [anthropic(first)] if first and first[0][1] else []
    return {"messages": [*messages, anthropic(rest)] if rest else messages}


def url_citation(start: int | None, end: int | None) -> dict[str, Json]:
    return {"type": "url_citation", "url": URL, "title": "Dam",
            "start_index": start, "end_index": end}  # fmt: skip


def annotated(result: Sequence[Said]) -> list[Json]:
    return [url_citation(start, end) for start, end, _, cited in spans(result) if cited]


def responses(result: Sequence[Said]) -> Json:
    part = {"type": "output_text", "text": whole(result), "annotations": annotated(result)}
    reasoning: Json = {"type": "reasoning", "summary": [], "content": None}
    return {"object": "response", "error": None, "output": [
        reasoning, {"type": "message", "role": "assistant", "content": [part]}]}  # fmt: skip


def responses_in_utf_16(result: Sequence[Said]) -> Json:
    """Offsets as a browser counts them, in a text with many signs beyond the basic plane."""
    signs = [(text.replace(" held", f" {SIGNS} held"), cited) for text, cited in result]
    text = whole(signs)
    answer = responses(signs)
    for note in answer["output"][1]["content"][0]["annotations"]:
        for key in ("start_index", "end_index"):
            note[key] = len(text[: note[key]].encode("utf-16-le")) // 2
    return answer


def responses_in_bytes(result: Sequence[Said]) -> Json:
    text = whole(result)
    answer = responses(result)
    for note in answer["output"][1]["content"][0]["annotations"]:
        for key in ("start_index", "end_index"):
            note[key] = in_bytes(text, note[key])
    return answer


def responses_parts(result: Sequence[Said]) -> Json:
    content = [
        {"type": "output_text", "text": text,
         "annotations": [url_citation(0, len(text))] if cited else []}
        for text, cited in result
    ]  # fmt: skip
    return {"output": [{"type": "message", "role": "assistant", "content": content}]}


def responses_events(result: Sequence[Said]) -> Json:
    common = {"output_index": 0, "content_index": 0, "item_id": "msg"}
    events: list[Json] = [{"type": "response.created", "response": {"output": []}}]
    events += [
        {"type": "response.output_text.delta", "delta": part, **common}
        for part in halves(whole(result))
    ]
    events += [
        {"type": "response.output_text.annotation.added", "annotation": each, **common}
        for each in annotated(result)
    ]
    return events


def chat(result: Sequence[Said]) -> Json:
    notes = [
        {"type": "url_citation", "url_citation": {k: v for k, v in each.items() if k != "type"}}
        for each in annotated(result)
    ]
    message = {"role": "assistant", "content": whole(result), "annotations": notes, "refusal": None}
    return {"object": "chat.completion", "choices": [{"index": 0, "message": message}]}


def chat_chunks(result: Sequence[Said]) -> Json:
    message = chat(result)["choices"][0]["message"]
    deltas = [{"role": "assistant", "content": ""}]
    deltas += [{"content": part} for part in halves(message["content"])]
    deltas += [{"annotations": message["annotations"]}, {}]
    return [
        {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": delta}]}
        for delta in deltas
    ] + [{"object": "chat.completion.chunk", "choices": [], "usage": {"total_tokens": 3}}]


def chat_without_places(result: Sequence[Said]) -> Json:
    notes = [{"type": "url_citation", "url_citation": {"url": URL, "title": "Dam"}}]
    return {"choices": [{"message": {"content": whole(result), "annotations": notes}}]}


def assistants(result: Sequence[Said]) -> Json:
    text, notes = "", []
    for number, (words, cited) in enumerate(result):
        text += (" " if number else "") + words
        if cited:
            mark = f"【{number}:0†dam.pdf】"
            notes.append({"type": "file_citation", "text": mark, "start_index": len(text),
                          "end_index": len(text) + len(mark),
                          "file_citation": {"file_id": "f", "quote": WORDS}})  # fmt: skip
            text += mark
    content = [{"type": "text", "text": {"value": text, "annotations": notes}}]
    return {"object": "list", "data": [
        {"role": "assistant", "content": content},
        {"role": "user", "content": [{"type": "text", "text": {"value": "Did it?"}}]},
    ]}  # fmt: skip


def supports(result: Sequence[Said]) -> Json:
    text = whole(result)
    return {
        "webSearchQueries": ["dam"],
        "searchEntryPoint": {"renderedContent": "<div>"},
        "groundingChunks": [{"web": {"uri": URL, "title": "daily.example"}}],
        "groundingSupports": [
            {"segment": {"startIndex": in_bytes(text, start), "endIndex": in_bytes(text, end),
                         "text": words}, "groundingChunkIndices": [0]}
            for start, end, words, cited in spans(result) if cited
        ],
    }  # fmt: skip


def gemini(result: Sequence[Said]) -> Json:
    content = {"role": "model", "parts": [{"text": part} for part in halves(whole(result))]}
    return {"candidates": [{"content": content, "groundingMetadata": supports(result),
                            "finishReason": "STOP"}]}  # fmt: skip


def gemini_stream(result: Sequence[Said]) -> Json:
    first, second = halves(whole(result))
    return [
        {"candidates": [{"content": {"role": "model", "parts": [{"text": first}]}}]},
        {"candidates": [{"content": {"role": "model", "parts": [{"text": second}]},
                         "groundingMetadata": supports(result), "finishReason": "STOP"}]},
    ]  # fmt: skip


def interactions(result: Sequence[Said]) -> Json:
    text = whole(result)
    notes = [
        url_citation(in_bytes(text, start), in_bytes(text, end))
        for start, end, _, cited in spans(result)
        if cited
    ]
    return {"id": "i", "steps": [
        {"type": "user_input", "content": [{"type": "text", "text": "Did it?"}]},
        {"type": "model_output", "content": [
            {"type": "text", "text": text, "annotations": notes}]},
    ]}  # fmt: skip


def cohere(result: Sequence[Said]) -> Json:
    document = {"id": "d", "title": "Dam", "snippet": WORDS}
    return {"message": {
        "role": "assistant", "content": [{"type": "text", "text": whole(result)}],
        "citations": [
            {"start": start, "end": end, "text": words, "content_index": 0,
             "sources": [{"type": "document", "id": "d", "document": document}]}
            for start, end, words, cited in spans(result) if cited
        ],
    }}  # fmt: skip


def cohere_version_1(result: Sequence[Said]) -> Json:
    return {
        "text": whole(result), "documents": [{"id": "d", "title": "Dam", "snippet": WORDS}],
        "citations": [
            {"start": start, "end": end, "text": words, "document_ids": ["d"]}
            for start, end, words, cited in spans(result) if cited
        ],
    }  # fmt: skip


def bedrock(result: Sequence[Said]) -> Json:
    place = {"documentChar": {"documentIndex": 0, "start": 0, "end": 9}}
    citation = {"title": "Dam", "sourceContent": [{"text": WORDS}], "location": place}
    content: list[Json] = []
    for number, (text, cited) in enumerate(result):
        words = (" " if number else "") + text
        content.append(
            {"citationsContent": {"content": [{"text": words}], "citations": [citation]}}
            if cited
            else {"text": words}
        )
    return {"output": {"message": {"role": "assistant", "content": content}}}


def knowledge_base(result: Sequence[Said]) -> Json:
    text = whole(result)
    return {"output": {"text": text}, "citations": [
        {"generatedResponsePart": {"textResponsePart": {
            "text": words, "span": {"start": start, "end": end - 1}}},
         "retrievedReferences": [{"content": {"text": WORDS}, "location": {
             "type": "WEB", "webLocation": {"url": URL}}}] if cited else []}
        for start, end, words, cited in spans(result)
    ]}  # fmt: skip


def marked(result: Sequence[Said], mark: str = "[1]") -> str:
    return " ".join(f"{text[:-1]}{mark}{text[-1]}" if cited else text for text, cited in result)


def perplexity(result: Sequence[Said]) -> Json:
    return {"citations": [URL], "search_results": [{"url": URL, "title": "Dam", "snippet": WORDS}],
            "choices": [{"message": {"role": "assistant", "content": marked(result)}}]}  # fmt: skip


def xai(result: Sequence[Said]) -> Json:
    return {"output": [{"type": "message", "role": "assistant", "content": [
        {"type": "output_text", "text": marked(result, f"[[1]]({URL})"), "annotations": []}]}],
        "citations": [URL]}  # fmt: skip


def litellm(result: Sequence[Said]) -> Json:
    citations = [[{**page(), "supported_text": text} for text, cited in result if cited]]
    message = {"role": "assistant", "content": whole(result), "annotations": None,
               "provider_specific_fields": {"citations": citations}}  # fmt: skip
    return {"choices": [{"message": message}]}


def openrouter(result: Sequence[Said]) -> Json:
    answer = chat(result)
    for note in answer["choices"][0]["message"]["annotations"]:
        note["url_citation"]["content"] = WORDS
    return {**answer, "provider": "x"}


def langchain(result: Sequence[Said]) -> Json:
    return {"type": "ai", "content": blocks(result, web), "additional_kwargs": {},
            "response_metadata": {}, "tool_calls": [], "usage_metadata": None}  # fmt: skip


def langchain_version_1(result: Sequence[Said]) -> Json:
    notes = [
        {"type": "citation", "url": URL, "title": "Dam", "cited_text": WORDS,
         "start_index": start, "end_index": end}
        for start, end, _, cited in spans(result) if cited
    ]  # fmt: skip
    return {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "AIMessage"],
            "kwargs": {"type": "ai", "content": [
                {"type": "reasoning", "reasoning": "Hm."},
                {"type": "text", "text": whole(result), "annotations": notes}]}}  # fmt: skip


def llamaindex(result: Sequence[Said]) -> Json:
    node = {
        "node": {"id_": "n", "text": WORDS, "metadata": {"file_name": "dam.pdf"}},
        "score": None,
    }
    return {"response": marked(result), "source_nodes": [node], "metadata": None}


def ai_sdk(result: Sequence[Said]) -> Json:
    parts: list[Json] = [{"type": "step-start"}]
    for number, (text, cited) in enumerate(result):
        parts.append({"type": "text", "text": (" " if number else "") + text})
        if cited:
            parts.append({"type": "source-document", "sourceId": "1", "title": "Dam",
                          "providerMetadata": {"anthropic": {"citedText": WORDS}}})  # fmt: skip
    return {"role": "assistant", "parts": parts}


def ai_sdk_result(result: Sequence[Said]) -> Json:
    source = {"type": "source", "sourceType": "url", "id": "1", "url": URL, "title": "Dam"}
    return {"text": marked(result, f" ([daily]({URL}))"), "sources": [source]}


SHAPES: dict[str, Callable[[Sequence[Said]], Json]] = {
    shape.__name__: shape
    for shape in (
        anthropic, anthropic_documents, anthropic_events, anthropic_batch, conversation, responses,
        responses_in_utf_16, responses_in_bytes,
        responses_parts, responses_events, chat, chat_chunks, chat_without_places, assistants,
        gemini, gemini_stream, interactions, cohere, cohere_version_1, bedrock, knowledge_base,
        perplexity, xai, litellm, openrouter, langchain, langchain_version_1, llamaindex, ai_sdk,
        ai_sdk_result,
    )
}  # fmt: skip


def varied(value: Json, chance: random.Random) -> Json:
    """Return an answer with members that nobody knows, and without some that say nothing."""
    if isinstance(value, list):
        return [varied(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    members = {
        key: varied(part, chance)
        for key, part in value.items()
        if part not in (None, [], {}) or chance.random() < 0.5
    }
    for key in ("x_new", "logprobs", "cache_control", "metadata_v2"):
        if chance.random() < 0.2:
            members[key] = chance.choice([None, [], {}, "", 0, {"a": [None]}])
    return members


NAMES = frozenset(
    {"title", "url", "uri", "document_title", "source", "file_id", "filename", "file_name",
     "cited_text", "quote", "snippet", "encrypted_index", "content"}
)  # fmt: skip


def nameless(value: Json, chance: random.Random, *, inside: bool = False) -> Json:
    """Return an answer whose citations say less: null instead of titles, addresses and words."""
    if isinstance(value, list):
        return [nameless(item, chance, inside=inside) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: None
        if inside and key in NAMES and isinstance(part, str) and chance.random() < 0.5
        else nameless(part, chance, inside=inside or key in CITING)
        for key, part in value.items()
    }


CITING = frozenset(
    {"citations", "annotations", "groundingChunks", "sourceContent", "source_nodes", "documents",
     "retrievedReferences", "citation"}
)  # fmt: skip


def as_text(answer: Json, form: str) -> bytes:
    if form == "lines" and isinstance(answer, list):
        return "\r\n".join(json.dumps(each, ensure_ascii=False) for each in answer).encode()
    if form == "events" and isinstance(answer, list):
        return (
            "".join(f"data: {json.dumps(each)}\n\n" for each in answer).encode() + b"data: [DONE]\n"
        )
    return json.dumps(answer, indent=1 if form == "indented" else None).encode()


# Their marks stand for what they are told by: without it they cite nothing.
NAMED_BY_WORDS = frozenset({"llamaindex", "assistants"})


@pytest.mark.parametrize("name", SHAPES)
@given(
    cited=st.lists(st.booleans(), min_size=1, max_size=8).filter(any),
    seed=st.integers(0, 2**32),
    form=st.sampled_from(["plain", "indented", "lines", "events"]),
)
@example(cited=[False, False, False, False, True, False, False], seed=0, form="plain")
@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
def test_no_statement_is_lost(name: str, cited: list[bool], seed: int, form: str) -> None:
    result = sentences(len(cited), cited)
    chance = random.Random(seed)
    answer = varied(SHAPES[name](result), chance)
    if name not in NAMED_BY_WORDS:
        answer = nameless(answer, chance)

    read = read_answer(as_text(answer, form))

    assert [statement.text.replace(f"{SIGNS} ", "") for statement in read] == [
        text for text, _ in result
    ]
    if name != "chat_without_places":
        placed = [any(citation.placed for citation in statement.citations) for statement in read]
        assert placed == cited


TEXT = "The dam held. It rained."
REFERENCE = {
    "content": {"text": WORDS},
    "location": {"type": "S3", "s3Location": {"uri": "s3://d"}},
}
KNOWN = {
    "generatedResponsePart": {"textResponsePart": {
        "text": "The dam held.", "span": {"start": 0, "end": 12}}},
    "retrievedReferences": [REFERENCE],
}  # fmt: skip
NODES = [{"node": {"id_": "n", "text": WORDS, "metadata": {"file_name": "dam.pdf"}}}]
SELDOM: dict[str, Json] = {
    "a knowledge base's stream": [
        {"output": {"text": "The dam "}}, {"output": {"text": "held. It rained."}},
        {"citation": {"citation": KNOWN}},
    ],
    "the same, unwrapped": [{"output": {"text": TEXT}}, {"citation": KNOWN}],
    "items of a stream that was begun late": [
        {"type": "response.output_item.done", "output_index": 0, "item": {
            "type": "message", "role": "assistant", "content": [
                {"type": "output_text", "text": TEXT, "annotations": [url_citation(0, 13)]}]}},
    ],
    "parts of such a stream": [
        {"type": "response.content_part.done", "output_index": 0, "content_index": 0, "part": {
            "type": "output_text", "text": TEXT, "annotations": [url_citation(0, 13)]}},
    ],
    "results beside a response": {"output": [
        {"type": "search_results", "results": [{"id": 1, "url": URL, "title": "Dam"}]},
        {"type": "message", "role": "assistant", "content": [
            {"type": "output_text", "text": "The dam held[1]. It rained.", "annotations": []}]},
    ]},
    "a conversation with references": {"outputs": [
        {"type": "tool.execution", "name": "web_search"},
        {"type": "message.output", "role": "assistant", "content": [
            {"type": "text", "text": "The dam held."},
            {"type": "tool_reference", "title": "Dam", "url": URL, "source": None},
            {"type": "text", "text": " It rained."}]},
    ]},
    "a message in blocks beside its nodes": {
        "message": {"role": "assistant", "blocks": [
            {"block_type": "text", "text": "The dam held [1]. It rained."}]},
        "source_nodes": NODES,
    },
    "a citation of no document": {"message": {
        "content": [{"type": "text", "text": TEXT}],
        "citations": [{"start": 0, "end": 12, "text": "The dam held", "sources": []}]}},
    "grounding in chunks that are not there": {"candidates": [{
        "content": {"parts": [{"text": TEXT}]}, "groundingMetadata": {"groundingSupports": [
            {"segment": {"endIndex": 13, "text": "The dam held."},
             "groundingChunkIndices": [0]}]}}]},
}  # fmt: skip


@pytest.mark.parametrize("name", SELDOM)
def test_what_is_seldom_written_is_read(name: str) -> None:
    read = read_answer(json.dumps(SELDOM[name]).encode())

    assert [(each.text, bool(each.citations)) for each in read] == [
        ("The dam held.", True), ("It rained.", False),
    ]  # fmt: skip
    assert all(cited.placed for cited in read[0].citations)
