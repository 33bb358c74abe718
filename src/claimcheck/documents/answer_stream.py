"""How answers are written down: whole, many in a file, in envelopes, or as a stream of events.

Whatever it was, whole answers come out, each as its service gives it when it does not stream.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from claimcheck.text import strict_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Event = dict[str, Any]


# Other signs that part lines elsewhere may stand in the JSON of an event.
_EVENT_LINE_END: Final = re.compile(r"\r\n|\n|\r")


def values_in(text: str) -> object:
    """Return the JSON value of a text; of JSON lines and server-sent events, the list of values.

    Raises:
        RepeatedKeyError: an object has a key twice.
        ConstantError: NaN or Infinity stands there.
        json.JSONDecodeError: the text is nothing of this.
        ValueError: a number is too long.
        RecursionError: the text is nested too deeply.
    """
    if text.lstrip().startswith(("data:", "event:", "id:", ":")):
        events = [data for data in _event_data(text) if data != "[DONE]"]
        whole = events[:-1] if breaks_off(text) else events
        return [strict_json.parse(data) for data in whole]
    try:
        return strict_json.parse(text)
    except json.JSONDecodeError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or not _is_json(lines[0]):  # one line is no JSON lines
            raise
    numbered = list(enumerate(text.split("\n"), 1))
    return [
        value
        for number, line in (numbered[:-1] if breaks_off(text) else numbered)
        if line.strip()
        for value in [_of_line(line, number)]
    ]


def breaks_off(text: str) -> bool:
    """Whether a stream ends within an event, or a file of JSON lines within a line.

    Its end was never written: a line end, and of an event a blank line. Events that came before it
    are read, if there are any.
    """
    lines = text.split("\n")
    last = lines[-1].strip()
    if not last or len(lines) == 1:
        return False
    is_event = last.startswith("data:")
    begins = lines[0].startswith(("data:", "event:", "id:", ":"))
    if begins and not is_event:
        return False
    return not _is_json(last.removeprefix("data:")) and (is_event or _is_json(lines[0]))


def _is_json(line: str) -> bool:
    try:
        strict_json.parse(line)
    except (ValueError, RecursionError):
        return False
    return True


def _of_line(line: str, number: int) -> object:
    try:
        return strict_json.parse(line)
    except json.JSONDecodeError as error:
        # The line of the file, not of the piece that was read.
        raise json.JSONDecodeError(
            error.msg, "\n" * (number - 1) + line, error.pos + number - 1
        ) from None


def _event_data(text: str) -> Iterator[str]:
    """Yield the data of each server-sent event."""
    data: list[str] = []
    for line in [*_EVENT_LINE_END.split(text), ""]:
        if line.startswith("data:"):
            data.append(line.removeprefix("data:").removeprefix(" "))
        elif not line.strip() and data:
            yield "\n".join(data)
            data = []


def answers_of(value: object) -> list[object]:
    """Return the whole answers that a value holds: one, a batch's, or a stream's."""
    if isinstance(value, list):
        events = [item for item in value if isinstance(item, dict)]
        for assemble in _STREAMS:
            if events and (assembled := assemble(events)) is not None:
                return [assembled]
        if any(map(_is_envelope, events)):
            return [answer for item in value for answer in answers_of(item)]
        return [value]
    if isinstance(value, dict) and _is_envelope(value):
        return [answer for answer in [_unwrapped(value)] if answer is not None]
    return [value]


def _is_envelope(value: Event) -> bool:
    """Whether a value is a line of a batch, with what became of one request."""
    result, response = value.get("result"), value.get("response")
    return (
        (isinstance(result, dict) and "type" in result and "custom_id" in value)
        or (isinstance(response, dict) and ("body" in response or "candidates" in response))
        or ("custom_id" in value and "error" in value)
        or isinstance(value.get("modelOutput"), dict)
    )


def _unwrapped(value: Event) -> object:
    result, response = value.get("result"), value.get("response")
    if isinstance(result, dict):
        return result.get("message")
    if isinstance(response, dict):
        return response.get("body", response if "candidates" in response else None)
    return value.get("modelOutput")


def _kind(event: Event) -> str:
    kind = event.get("type") or event.get("event_type")
    return kind if isinstance(kind, str) else ""


def _part(event: Event, key: str) -> Event:
    part = event.get(key)
    return part if isinstance(part, dict) else {}


def _words(holder: Event, key: str = "text") -> str:
    words = holder.get(key)
    return words if isinstance(words, str) else ""


def _items(holder: Event, key: str) -> list[Event]:
    items = holder.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _index(event: Event, key: str = "index") -> int:
    index = event.get(key)
    return index if isinstance(index, int) else 0


def _anthropic(events: Sequence[Event]) -> object:
    if not any(_kind(event).startswith("content_block_") for event in events):
        return None
    messages: list[dict[int, Event]] = [{}]
    for event in events:
        kind, index = _kind(event), _index(event)
        if kind == "message_start" and messages[-1]:
            messages.append({})
        blocks = messages[-1]
        if kind == "content_block_start":
            blocks[index] = dict(_part(event, "content_block"))
        elif kind == "content_block_delta":
            block, delta = blocks.setdefault(index, {"type": "text"}), _part(event, "delta")
            if _kind(delta) == "text_delta":
                block["text"] = _words(block) + _words(delta)
            elif _kind(delta) == "citations_delta":
                block["citations"] = [*_items(block, "citations"), _part(delta, "citation")]
    return [
        {"role": "assistant", "content": [blocks[index] for index in sorted(blocks)]}
        for blocks in messages
    ]


def _openai_responses(events: Sequence[Event]) -> object:
    if not any(_kind(event).startswith("response.") for event in events):
        return None
    for event in reversed(events):
        whole = _part(event, "response")
        if _kind(event) in {"response.completed", "response.incomplete"} and whole.get("output"):
            return whole
    parts: dict[tuple[int, int], Event] = {}
    for event in events:
        at = _index(event, "output_index"), _index(event, "content_index")
        part = parts.setdefault(at, {"type": "output_text", "text": "", "annotations": []})
        if _kind(event) == "response.output_text.delta":
            part["text"] += _words(event, "delta")
        elif _kind(event) == "response.output_text.done":
            part["text"] = _words(event) or part["text"]
        elif _kind(event) == "response.output_text.annotation.added":
            part["annotations"].append(event.get("annotation"))
        elif _kind(event) == "response.content_part.done" and _words(_part(event, "part")):
            parts[at] = _part(event, "part")
    content = [parts[at] for at in sorted(parts) if parts[at].get("text")]
    if not content:
        items = [_part(event, "item") for event in events if _kind(event) == _ITEM_DONE]
        return {"output": items}
    return {"output": [{"type": "message", "role": "assistant", "content": content}]}


_ITEM_DONE: Final = "response.output_item.done"


def _chat_chunks(events: Sequence[Event]) -> object:
    choices = [choice for event in events for choice in _items(event, "choices")]
    if not any(isinstance(choice.get("delta"), dict) for choice in choices):
        return None
    messages: dict[int, Event] = {}
    for choice in choices:
        message = messages.setdefault(_index(choice), {"role": "assistant", "content": ""})
        delta = _part(choice, "delta")
        message["content"] += _words(delta, "content")
        message["annotations"] = [*_items(message, "annotations"), *_items(delta, "annotations")]
        own = _part(delta, "provider_specific_fields")
        cited = own.get("citations") or [[own["citation"]] if "citation" in own else []]
        fields = message.setdefault("provider_specific_fields", {"citations": []})
        fields["citations"] += cited if isinstance(cited, list) else []
    whole: Event = {}
    for event in events:
        whole |= {key: part for key, part in event.items() if part}
    return {**whole, "choices": [{"message": messages[index]} for index in sorted(messages)]}


def _gemini(events: Sequence[Event]) -> object:
    """Join the parts of an answer that was streamed; a list of whole answers is none such."""
    candidates = [candidate for event in events for candidate in _items(event, "candidates")[:1]]
    finished = [c for c in candidates if c.get("finishReason") or c.get("finish_reason")]
    names = {str(event.get("responseId") or event.get("response_id")) for event in events}
    is_one = len(finished) < 2 or (len(names) == 1 and "None" not in names)  # or many
    if len(candidates) < 2 or not is_one:  # one is no stream
        return None
    parts = [part for each in candidates for part in _items(_part(each, "content"), "parts")]
    text = "".join(_words(part) for part in parts if not part.get("thought"))
    whole: Event = {"content": {"role": "model", "parts": [{"text": text}]}}
    for candidate in candidates:
        for key in ("groundingMetadata", "grounding_metadata"):
            if metadata := _part(candidate, key):
                whole[key] = {**whole.get(key, {}), **metadata}
        for key in ("citationMetadata", "citation_metadata"):
            for inner, cited in _part(candidate, key).items():
                listed = whole.setdefault(key, {}).setdefault(inner, [])
                listed += cited if isinstance(cited, list) else []
    return {"candidates": [whole]}


def _gemini_interactions(events: Sequence[Event]) -> object:
    steps: dict[int, Event] = {}
    for event in events:
        kind, index = _kind(event), _index(event)
        whole = _part(event, "interaction")
        ended = kind in {"interaction.completed", "interaction.complete"}
        if ended and (whole.get("steps") or whole.get("outputs")):
            return whole
        if kind in {"step.start", "content.start"}:
            step = _part(event, "step") or {"type": "model_output"}
            steps[index] = {**step, "content": _items(step, "content")}
        elif kind in {"step.delta", "content.delta"}:
            step = steps.setdefault(index, {"type": "model_output", "content": []})
            delta = _part(event, "delta")
            if _kind(delta).startswith("text"):
                text: Event = step["content"].pop() if step["content"] else {"type": "text"}
                annotations = [*_items(text, "annotations"), *_items(delta, "annotations")]
                words = _words(text) + _words(delta)
                step["content"].append({**text, "text": words, "annotations": annotations})
    return {"steps": [steps[index] for index in sorted(steps)]} if steps else None


def _cohere(events: Sequence[Event]) -> object:
    kinds = {_kind(event) for event in events}
    if not ("citation-start" in kinds or {"content-delta", "message-end"} <= kinds):
        return None
    text, citations = "", []
    for event in events:
        message = _part(_part(event, "delta"), "message")
        if _kind(event) == "content-delta":
            text += _words(_part(message, "content"))
        elif _kind(event) == "citation-start" and _part(message, "citations"):
            citations.append(message["citations"])
    content = [{"type": "text", "text": text}]
    return {"message": {"role": "assistant", "content": content, "citations": citations}}


def _cohere_version_1(events: Sequence[Event]) -> object:
    kinds = {str(event.get("event_type")) for event in events}
    if not kinds & {"citation-generation", "text-generation"}:
        return None
    whole: Event = {"text": "", "citations": [], "documents": []}
    for event in events:
        ended = _part(event, "response")
        if event.get("event_type") == "stream-end" and _words(ended):
            return ended
        whole["text"] += _words(event) if event.get("event_type") == "text-generation" else ""
        whole["citations"] += _items(event, "citations")
        whole["documents"] += _items(event, "documents")
    return whole


def _bedrock(events: Sequence[Event]) -> object:
    deltas = [_part(event, "contentBlockDelta") for event in events if "contentBlockDelta" in event]
    if not deltas:
        return None
    blocks: dict[int, Event] = {}
    for event in deltas:
        delta = _part(event, "delta")
        block = blocks.setdefault(_index(event, "contentBlockIndex"), {"text": "", "citations": []})
        block["text"] += _words(delta)
        block["citations"] += [delta["citation"]] if _part(delta, "citation") else []
    content = [_bedrock_block(blocks[index]) for index in sorted(blocks)]
    return {"output": {"message": {"role": "assistant", "content": content}}}


def _bedrock_block(block: Event) -> Event:
    if not block["citations"]:
        return {"text": block["text"]}
    content = [{"text": block["text"]}]
    return {"citationsContent": {"content": content, "citations": block["citations"]}}


def _bedrock_knowledge_base(events: Sequence[Event]) -> object:
    """Join the pieces of an answer that a knowledge base streamed: texts, and what they cite."""
    pieces = [_part(event, "output") for event in events if set(event) <= {"output", "sessionId"}]
    cited = [_part(event, "citation") for event in events if _part(event, "citation")]
    if not cited or not any(_words(piece) for piece in pieces):
        return None
    # Some clients wrap a citation in a second one.
    citations = [
        _part(each, "citation") | each if _part(each, "citation") else each for each in cited
    ]
    return {"output": {"text": "".join(map(_words, pieces))}, "citations": citations}


def _ai_sdk(events: Sequence[Event]) -> object:
    if "text-delta" not in map(_kind, events):
        return None
    parts: list[Event] = []
    for event in events:
        kind = _kind(event)
        if kind == "text-delta":
            if not parts or parts[-1]["type"] != "text":
                parts.append({"type": "text", "text": ""})
            parts[-1]["text"] += _words(event, "delta") or _words(event)
        elif kind in {"source", "source-url", "source-document"}:
            parts.append(event)
    return {"role": "assistant", "parts": parts}


_STREAMS: Final[tuple[Callable[[Sequence[Event]], object], ...]] = (
    _anthropic,
    _openai_responses,
    _chat_chunks,
    _gemini,
    _gemini_interactions,
    _cohere,
    _cohere_version_1,
    _bedrock,
    _bedrock_knowledge_base,
    _ai_sdk,
)
