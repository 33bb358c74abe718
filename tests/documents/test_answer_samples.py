"""Answers in the shapes that services record: nothing that they state is lost.

`answer_samples.json` holds each answer with its statements, and for each what is cited: the words,
and what the source is called first. They are invented; their shapes are those of the services'
published references.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.documents.answer import read_answer
from claimcheck.documents.answer_stream import breaks_off
from claimcheck.model.errors import AnswerError

SAMPLES: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("answer_samples.json").read_text("utf-8")
)


def text_of(answer: object) -> str:
    return answer if isinstance(answer, str) else json.dumps(answer)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_nothing_that_an_answer_states_is_lost(sample: dict[str, Any]) -> None:
    statements = read_answer(text_of(sample["answer"]).encode())
    assert [
        [statement.text, [[cited.quote, cited.names[0]] for cited in statement.citations]]
        for statement in statements
    ] == sample["statements"]


STREAM = text_of(SAMPLES["Anthropic, a stream that ends in an error"]["answer"])


def test_a_stream_that_breaks_off_is_read_up_to_there() -> None:
    whole = [statement.text for statement in read_answer(STREAM.encode())]
    is_told = False
    for end in range(STREAM.index("citations_delta"), len(STREAM), 7):
        cut = STREAM[:end]
        try:
            statements = [statement.text for statement in read_answer(cut.encode())]
        except AnswerError as error:
            assert "cites nothing" in str(error)  # noqa: PT017 - it is read, and cites nothing yet
            continue
        is_told = is_told or breaks_off(cut)
        assert statements == whole[: len(statements)] or statements[:-1] == whole[:1]
    assert is_told
    assert not breaks_off(STREAM)


def test_what_is_wrong_in_the_middle_is_no_end() -> None:
    with pytest.raises(AnswerError, match="is no JSON"):
        read_answer(STREAM.replace('"type": "text_delta"', '"type" "text_delta"', 1).encode())
    with pytest.raises(AnswerError, match="is no JSON"):
        read_answer(b'{"content": []}\n{nope}\n{"content": []}\n')
