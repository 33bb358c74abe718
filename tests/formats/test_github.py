"""Annotations for GitHub, read as its runner reads a log."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings

from claimcheck.text.printable import one_line, printable
from support.markup import ANY_TEXT
from support.reports import rendered, report_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck import Report


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str] | str]:
    """Read a log as the Actions runner does: a command is a line that begins with `::`.

    Method: actions/runner, `ActionCommand.TryParseV2`, written anew from its description.
    """
    for line in re.split(r"\r\n|\r|\n", text.removesuffix("\n")):
        bare = line.lstrip()
        if not bare.startswith("::"):
            assert "##[" not in line
            yield line
            continue
        info, _, data = bare[2:].partition("::")
        name, _, written = info.partition(" ")
        properties = {}
        for pair in filter(None, written.split(",")):
            key, _, value = pair.partition("=")
            properties[key.strip()] = unescaped(value, {"%3A": ":", "%2C": ","})
        yield name, properties, unescaped(data, {})


def unescaped(text: str, more: dict[str, str]) -> str:
    for written, meant in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(written, meant)
    return text


def test_annotations_are_one_line_each_and_read_back(hostile: Report) -> None:
    *read, closing = commands(rendered("github", hostile))

    assert [each[0] for each in read] == ["error", "error", "warning", "error", "notice", "error"]
    for command, finding in zip(read, hostile.findings, strict=False):
        assert not isinstance(command, str)
        _name, properties, message = command
        assert properties["file"] == printable(finding.place.path)
        assert properties["title"] == finding.rule
        assert properties.get("line", "0") == str(finding.place.line)
        first, *others = message.split("\n")
        assert first == one_line(finding.message)
        assert len(others) == len(finding.excerpts) + bool(finding.help)
    assert isinstance(closing, str)
    assert closing.startswith("2 claims, 1 evidence item, 1 source: 3 errors")


def test_more_annotations_than_github_shows_are_counted(small: Report) -> None:
    many = replace(small, findings=small.findings * 6)

    assert (
        rendered("github", many)
        .splitlines()[-1]
        .endswith(
            "12 errors, 1 allowed; 0 unchecked "
            "(12 annotations above; GitHub shows the first 10 of each kind for a step)"
        )
    )


@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
@given(ANY_TEXT)
def test_no_text_becomes_a_command(text: str) -> None:
    *annotations, _closing = commands(rendered("github", report_with(text)))

    assert len(annotations) == 5
    assert not any(isinstance(annotation, str) for annotation in annotations)
