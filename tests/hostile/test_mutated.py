"""Damaged documents of every kind are read or refused; `mutated.py` reads hundreds of each."""

from __future__ import annotations

from json import dumps

import pytest

from claimcheck.documents import child, readers
from claimcheck.documents.extract import parse_reply
from claimcheck.documents.reader import ExtractOptions
from claimcheck.model.errors import UnreadableError
from claimcheck.system import plugins
from hostile.mutated import cases, sound_documents


@pytest.mark.parametrize("kind", plugins.names(readers))
def test_the_sound_document_of_each_kind_is_read(kind: str) -> None:
    result = child.answer(kind, ExtractOptions(), sound_documents()[kind])

    assert parse_reply(dumps(result).encode("ascii")).text.strip()


@pytest.mark.parametrize("kind", plugins.names(readers))
def test_damaged_documents_are_read_or_refused_with_a_reason(kind: str) -> None:
    for data in cases(kind, each=8, seed=7):
        result = child.answer(kind, ExtractOptions(), data)
        reason = ""
        try:
            assert parse_reply(dumps(result).encode("ascii")).text is not None
        except UnreadableError as refusal:
            reason = str(refusal)
        assert "its reader failed" not in reason
        assert "gave no answer" not in reason
