"""The comment that tells an editor which schema a file follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.modeline import comment, modeline, schema_path
from claimcheck.system import journal

if TYPE_CHECKING:
    from pathlib import Path

LINE = "# yaml-language-server: $schema=.claimcheck/schemas/claim.json\n"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("a.yaml", LINE),
        ("claims/a.yaml", LINE.replace(".claim", "../.claim", 1)),
        ("claims/deep/a.yaml", LINE.replace(".claim", "../../.claim", 1)),
        ("claimcheck.toml", "#:schema .claimcheck/schemas/claim.json\n"),
    ],
)
def test_the_schema_is_named_from_where_the_file_is(path: str, line: str) -> None:
    assert comment("claim", path) == line


def test_nothing_is_named_that_is_not_there(tmp_path: Path) -> None:
    schema = tmp_path / schema_path("claim")
    assert modeline(tmp_path, "claim", "a.yaml") == ""

    schema.mkdir(parents=True)
    assert modeline(tmp_path, "claim", "a.yaml") == ""

    schema.rmdir()
    schema.write_text("{}")
    assert modeline(tmp_path, "claim", "a.yaml") == LINE
    assert modeline(tmp_path, "source", "a.yaml") == ""


def test_a_rehearsal_names_what_would_be_there(tmp_path: Path) -> None:
    with journal.opened(is_rehearsal=True) as opened:
        assert modeline(tmp_path, "claim", "a.yaml") == ""
        opened.note(tmp_path, schema_path("claim"), None, b"{}")
        assert modeline(tmp_path, "claim", "a.yaml") == LINE
    with journal.opened() as opened:
        opened.note(tmp_path, schema_path("claim"), None, b"{}")
        assert modeline(tmp_path, "claim", "a.yaml") == ""
